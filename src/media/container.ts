/** What the bytes of a film or recording say of themselves. */
export interface MediaFacts {
	/** Type by the first bytes, as its usual ending; undefined when nobody knows it. `lfs` is a placeholder of Git LFS. */
	readonly type: string | undefined;
	/** Whether the file is there to its end. */
	readonly isWhole: boolean;
	/** Length in seconds as the file states it; undefined when it does not. */
	readonly durationSeconds?: number;
	/** Size of the picture in pixels. */
	readonly width?: number;
	readonly height?: number;
	/** Private matter in its metadata: where it was filmed, or a packet of an editing program (XMP). */
	readonly privates: readonly ('position' | 'xmp')[];
}

const ascii = (bytes: Buffer, from: number, length: number) => bytes.toString('latin1', from, from + length);
const begins = (bytes: Buffer, text: string, at = 0) => ascii(bytes, at, text.length) === text;

/** Metadata that tells a place: QuickTime's and 3GPP's atoms, names of keys, Exif in words. */
const positionSign = /\xa9xyz|loci|ISO6709|GPSL|GPS(?:Latitude|Position)|geo(?:tag|location)|LOCATION/i;
const xmpSign = /<x:xmpmeta|http:\/\/ns\.adobe\.com\/xap|W5M0MpCehiHzreSzNTczkc9d/;

function privatesIn(stretches: readonly Buffer[]): MediaFacts['privates'] {
	const text = stretches.map((bytes) => bytes.toString('latin1')).join('\0');
	return [
		...(positionSign.test(text) ? (['position'] as const) : []),
		...(xmpSign.test(text) ? (['xmp'] as const) : []),
	];
}

// ---- MP4 and its relatives: boxes of a length, a name and a content ------------------------------------------------

interface Box {
	readonly name: string;
	readonly content: Buffer;
	/** False when the file ends before the box does. */
	readonly isWhole: boolean;
}

function* boxesOf(bytes: Buffer): Generator<Box> {
	let at = 0;
	while (at + 8 <= bytes.length) {
		let size = bytes.readUInt32BE(at);
		let head = 8;
		if (size === 1 && at + 16 <= bytes.length) {
			size = Number(bytes.readBigUInt64BE(at + 8));
			head = 16;
		} else if (size === 0) size = bytes.length - at;
		if (size < head) return;
		yield {
			name: ascii(bytes, at + 4, 4),
			content: bytes.subarray(at + head, at + size),
			isWhole: at + size <= bytes.length,
		};
		at += size;
	}
}

const childOf = (content: Buffer | undefined, ...path: readonly string[]): Buffer | undefined =>
	path.reduce<Buffer | undefined>(
		(from, name) => from && [...boxesOf(from)].find((box) => box.name === name)?.content,
		content,
	);

const xmpBox = 'be7acfcb97a942e89c71999491e3afac';

function readMp4(bytes: Buffer): MediaFacts {
	const brand = ascii(bytes, 8, 4);
	const top = [...boxesOf(bytes)];
	const movie = top.find(({ name }) => name === 'moov');
	const inMovie = movie ? [...boxesOf(movie.content)] : [];
	const tracks = inMovie.filter(({ name }) => name === 'trak').map(({ content }) => content);
	const isOf = (track: Buffer, handler: string) => {
		const content = childOf(track, 'mdia', 'hdlr');
		return content !== undefined && begins(content, handler, 8);
	};
	const film = tracks.find((track) => isOf(track, 'vide'));
	const heads = [top, inMovie, ...tracks.map((track) => [...boxesOf(track)])].flat();
	const stretches = heads
		.filter(({ name, content }) => ['udta', 'meta'].includes(name) || (name === 'uuid' && content.length > 16))
		.map(({ content }) => content);
	const hasXmp = heads.some(({ name, content }) => name === 'uuid' && content.toString('hex', 0, 16) === xmpBox);
	const privates = new Set(privatesIn(stretches));
	if (hasXmp) privates.add('xmp');

	const header = inMovie.find(({ name }) => name === 'mvhd')?.content;
	let durationSeconds: number | undefined;
	if (header && header.length >= 32) {
		const isLong = header[0] === 1;
		const scale = header.readUInt32BE(isLong ? 20 : 12);
		const length = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
		if (scale > 0 && length > 0 && length !== 0xffffffff) durationSeconds = length / scale;
	}
	const trackHead = childOf(film, 'tkhd');
	// The last eight bytes are width and height, with sixteen bits after the point.
	const size =
		trackHead && trackHead.length >= 84
			? {
					width: trackHead.readUInt32BE(trackHead.length - 8) >>> 16,
					height: trackHead.readUInt32BE(trackHead.length - 4) >>> 16,
				}
			: {};
	const last = top.at(-1);
	return {
		type: brand === 'qt  ' ? 'mov' : film ? 'mp4' : 'm4a',
		isWhole: movie !== undefined && last?.isWhole === true && top.some(({ name }) => name === 'mdat'),
		...(durationSeconds !== undefined && { durationSeconds }),
		...size,
		privates: [...privates],
	};
}

// ---- WebM: elements of a name, a length and a content, all three of any length (EBML) ------------------------------

const ebml = {
	docType: 0x4282,
	segment: 0x18538067,
	info: 0x1549a966,
	scale: 0x2ad7b1,
	duration: 0x4489,
	tracks: 0x1654ae6b,
	track: 0xae,
	video: 0xe0,
	width: 0xb0,
	height: 0xba,
	tags: 0x1254c367,
	cluster: 0x1f43b675,
} as const;

interface Element {
	readonly id: number;
	readonly content: Buffer;
	readonly isWhole: boolean;
}

/** A number whose first byte tells by its leading zeros how many bytes follow. */
function variable(bytes: Buffer, at: number, isId: boolean): { readonly value: number; readonly length: number } {
	const first = bytes[at] ?? 0;
	const length = Math.clz32(first) - 23;
	if (length > 8 || at + length > bytes.length) return { value: -1, length: 0 };
	let value = isId ? first : first & (0xff >> length);
	let isUnknown = !isId && value === 0xff >> length;
	for (let index = 1; index < length; index++) {
		const byte = bytes[at + index] ?? 0;
		isUnknown &&= byte === 0xff;
		value = value * 256 + byte;
	}
	return { value: isUnknown ? Infinity : value, length };
}

function* elementsOf(bytes: Buffer): Generator<Element> {
	let at = 0;
	while (at < bytes.length) {
		const id = variable(bytes, at, true);
		const size = variable(bytes, at + id.length, false);
		if (id.length === 0 || size.length === 0) return;
		const from = at + id.length + size.length;
		const to = from + size.value;
		yield { id: id.value, content: bytes.subarray(from, Math.min(to, bytes.length)), isWhole: to <= bytes.length };
		at = to;
	}
}

const unsigned = (content: Buffer | undefined): number | undefined =>
	content && content.length > 0 && content.length <= 6 ? content.readUIntBE(0, content.length) : undefined;

function readWebm(bytes: Buffer): MediaFacts {
	const [head, segment] = elementsOf(bytes);
	const inside = (from: Buffer | undefined, ...path: readonly number[]): Buffer | undefined =>
		path.reduce<Buffer | undefined>(
			(content, id) => content && [...elementsOf(content)].find((element) => element.id === id)?.content,
			from,
		);
	const docType = inside(head?.content, ebml.docType)?.toString('latin1').replace(/\0+$/, '');
	const content = segment?.id === ebml.segment ? segment.content : undefined;
	const parts = content ? [...elementsOf(content)] : [];
	const part = (id: number) => parts.find((element) => element.id === id)?.content;
	const length = inside(part(ebml.info), ebml.duration);
	const scale = unsigned(inside(part(ebml.info), ebml.scale)) ?? 1_000_000;
	const units = length?.length === 8 ? length.readDoubleBE() : length?.length === 4 ? length.readFloatBE() : 0;
	const tracks = [...elementsOf(part(ebml.tracks) ?? Buffer.alloc(0))].filter(({ id }) => id === ebml.track);
	const film = tracks.map((track) => inside(track.content, ebml.video)).find((found) => found !== undefined);
	const [width, height] = [unsigned(inside(film, ebml.width)), unsigned(inside(film, ebml.height))];
	return {
		type: docType === 'webm' ? 'webm' : 'mkv',
		isWhole: segment?.isWhole === true && parts.some(({ id }) => id === ebml.cluster) && parts.at(-1)?.isWhole === true,
		...(units > 0 && { durationSeconds: (units * scale) / 1e9 }),
		...(width !== undefined && height !== undefined && { width, height }),
		privates: privatesIn(parts.filter(({ id }) => id === ebml.tags).map((element) => element.content)),
	};
}

// ---- Ogg: pages, each with the number of samples up to its end ------------------------------------------------------

function readOgg(bytes: Buffer): MediaFacts {
	let at = 0;
	let samples = 0;
	let isEnded = false;
	const pages: Buffer[] = [];
	while (at + 27 <= bytes.length && begins(bytes, 'OggS', at)) {
		const count = bytes[at + 26] ?? 0;
		const from = at + 27 + count;
		const size = bytes.subarray(at + 27, from).reduce((sum, length) => sum + length, 0);
		if (from + size > bytes.length) break;
		const position = bytes.readBigInt64LE(at + 6);
		if (position >= 0n) samples = Number(position);
		isEnded = ((bytes[at + 5] ?? 0) & 4) !== 0;
		if (pages.length < 4) pages.push(bytes.subarray(from, from + size));
		at = from + size;
	}
	const first = pages[0] ?? Buffer.alloc(0);
	const isOpus = begins(first, 'OpusHead') && first.length >= 19;
	const isVorbis = begins(first, '\x01vorbis') && first.length >= 16;
	const rate = isOpus ? 48_000 : isVorbis ? first.readUInt32LE(12) : 0;
	const skipped = isOpus ? first.readUInt16LE(10) : 0;
	return {
		type: isOpus || isVorbis ? 'ogg' : undefined,
		isWhole: at === bytes.length && isEnded,
		...(rate > 0 && samples > skipped && { durationSeconds: (samples - skipped) / rate }),
		privates: privatesIn(pages.slice(1)),
	};
}

// ---- MP3: frames one after the other, perhaps with a block of names in front and behind ------------------------------

const bitRates = [
	[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	[0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const sampleRates = [44_100, 48_000, 32_000];

function readMp3(bytes: Buffer): MediaFacts {
	let at = 0;
	const stretches: Buffer[] = [];
	if (begins(bytes, 'ID3') && bytes.length >= 10) {
		const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((bytes[index] ?? 0) & 0x7f), 0);
		stretches.push(bytes.subarray(10, 10 + size));
		at = 10 + size;
	}
	const hasNamesBehind = bytes.length >= 128 && begins(bytes, 'TAG', bytes.length - 128);
	const end = bytes.length - (hasNamesBehind ? 128 : 0);
	let seconds = 0;
	let frames = 0;
	let isWhole = false;
	while (at + 4 <= end) {
		const head = bytes.readUInt32BE(at);
		const version = (head >>> 19) & 3;
		const rateIndex = (head >>> 10) & 3;
		const bitIndex = (head >>> 12) & 15;
		// Eleven set bits, third layer, and no value that the standard keeps free.
		if (head >>> 21 !== 0x7ff || version === 1 || ((head >>> 17) & 3) !== 1 || rateIndex === 3) break;
		const isFirst = version === 3;
		const bitRate = bitRates[isFirst ? 0 : 1]?.[bitIndex] ?? 0;
		if (bitRate === 0) break;
		const sampleRate = (sampleRates[rateIndex] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
		const samples = isFirst ? 1152 : 576;
		const size = Math.floor((samples / 8) * ((bitRate * 1000) / sampleRate)) + ((head >>> 9) & 1);
		isWhole = at + size <= end;
		// The first frame may only tell of the others.
		const isTelling = frames === 0 && /Xing|Info|VBRI/.test(ascii(bytes, at + 4, 60));
		if (!isTelling && isWhole) seconds += samples / sampleRate;
		frames++;
		at += size;
	}
	return {
		type: frames > 0 ? 'mp3' : undefined,
		isWhole: isWhole && at === end,
		...(seconds > 0 && { durationSeconds: seconds }),
		privates: privatesIn(stretches),
	};
}

/**
 * Type, length and metadata of a film or recording, from its bytes alone: no program for films is needed on the machine.
 *
 * @param bytes - The whole file.
 * @returns Never throws; `isWhole` is false for anything that cannot be followed to its end.
 */
export function mediaFacts(bytes: Buffer): MediaFacts {
	try {
		if (begins(bytes, 'ftyp', 4)) return readMp4(bytes);
		if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3) return readWebm(bytes);
		if (begins(bytes, 'OggS')) return readOgg(bytes);
		const others = [
			['version https://git-lfs', 0, 'lfs'],
			['moov', 4, 'mov'],
			['WAVE', 8, 'wav'],
			['AVI ', 8, 'avi'],
			['fLaC', 0, 'flac'],
			['FLV', 0, 'flv'],
			['\x30\x26\xb2\x75', 0, 'wmv'],
			['WEBVTT', 0, 'vtt'],
		] as const;
		const other = others.find(([sign, at]) => begins(bytes, sign, at));
		if (other) return { type: other[2], isWhole: other[2] !== 'lfs', privates: [] };
		return readMp3(bytes);
	} catch (error) {
		// A length that leads out of the file: whatever it was, it is damaged.
		if (error instanceof RangeError) return { type: undefined, isWhole: false, privates: [] };
		throw error;
	}
}
