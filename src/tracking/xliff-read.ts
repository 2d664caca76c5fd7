import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import type { Place } from '#loaders/source-file.ts';
import { packageNamespace } from './xliff-write.ts';

/** Bytes of a package, at most: 64 MiB, some hundred times the demo site. */
export const maxPackageBytes = 64 * 1024 * 1024;

/** Elements inside each other, at most. */
const maxDepth = 200;

const core = /^urn:oasis:names:tc:xliff:document:2\.\d$/;

/** A stretch of words, or a place of markup as the file names it. */
export type ReadPiece =
	| { readonly text: string; readonly id?: undefined }
	| {
			readonly text?: undefined;
			readonly id: string;
			/** Name of the markup that it copies, where the file says so. */
			readonly copyOf: string | undefined;
			readonly side: 'open' | 'close' | 'alone';
	  };

/** Why a unit cannot be understood. */
export interface UnitFault extends Place {
	readonly reason: 'order' | 'inline' | 'letter';
	/** The value seen. */
	readonly seen: string;
}

/** A unit as it came back, its segments joined. */
export interface ReadUnit extends Place {
	readonly id: string;
	/** Hash of the source words that the package was made from; undefined when a program dropped it. */
	readonly hash: string | undefined;
	readonly source: readonly ReadPiece[];
	readonly target: readonly ReadPiece[];
	/** `all`: every segment is translated; `some`: only a few; `none`: nothing is there. */
	readonly filled: 'all' | 'some' | 'none';
	/** Every segment is marked as translated, reviewed or final. */
	readonly isDone: boolean;
	readonly faults: readonly UnitFault[];
}

/** What a package says of one entry. */
export interface ReadFile extends Place {
	/** Path of the source text, else the file's id. */
	readonly original: string;
	readonly id: string;
	readonly units: readonly ReadUnit[];
}

export interface ReadPackage {
	readonly sourceTag: string;
	readonly targetTag: string;
	readonly files: readonly ReadFile[];
}

/** Why a file is no package that can be read. */
export interface PackageFault extends Place {
	readonly reason:
		'too-large' | 'encoding' | 'xml' | 'doctype' | 'not-xliff' | 'version' | 'no-target-language' | 'depth';
	/** The value seen; for broken XML the line. */
	readonly seen: string;
}

/** Ends the reading of a file; caught in this module. */
class Stop extends Error {
	readonly fault: PackageFault;
	constructor(fault: PackageFault) {
		super(fault.reason);
		this.fault = fault;
	}
}

/** Bytes as text: by byte-order mark, else by the zero bytes of UTF-16, else UTF-8. */
function decode(bytes: Uint8Array): string {
	const [a, b] = bytes;
	const is16Little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
	const is16Big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
	const encoding = is16Little ? 'utf-16le' : is16Big ? 'utf-16be' : 'utf-8';
	const stop = (seen: string): never => {
		throw new Stop({ reason: 'encoding', seen, line: 1, column: 1 });
	};
	let text = '';
	try {
		text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		const said = /encoding\s*=\s*["']([\w.:-]+)/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1];
		stop(said ?? '');
	}
	const said = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(text.slice(0, 200))?.[1] ?? encoding;
	return /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-10646-ucs-2|ucs-2)$/i.test(said) ? text : stop(said);
}

interface OpenSegment {
	readonly isSegment: boolean;
	readonly state: string;
	readonly position: number;
	order: number | undefined;
	source: ReadPiece[];
	target: ReadPiece[] | undefined;
}

interface OpenUnit extends Place {
	readonly id: string;
	readonly hash: string | undefined;
	readonly segments: OpenSegment[];
	readonly faults: UnitFault[];
}

const isBlank = (pieces: readonly ReadPiece[]) => pieces.every(({ text }) => text !== undefined && text.trim() === '');
/** Letters of scripts that set no space between sentences. */
const isSpaceless = (letter: string) =>
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u.test(letter);

/** Joins the segments of a unit: sources as they stand, targets in the order that the translator gave them. */
function joined({ segments, faults, ...unit }: OpenUnit): ReadUnit {
	const order = (segment: OpenSegment) => segment.order ?? segment.position;
	const orders = segments.map(order);
	const twice = segments.find((segment, index) => orders.indexOf(order(segment)) !== index);
	if (twice) faults.push({ reason: 'order', seen: String(order(twice)), line: unit.line, column: unit.column });
	const inOrder = [...segments].sort((a, b) => order(a) - order(b));
	const own = segments.filter(({ isSegment }) => isSegment);
	// A segment that is done and has no words was told together with its neighbour.
	const isFilled = ({ target, state }: OpenSegment) =>
		target !== undefined && (!isBlank(target) || state !== 'initial');
	const isAnything = own.some(({ target }) => target !== undefined && !isBlank(target));
	const target: ReadPiece[] = [];
	for (const [index, segment] of inOrder.entries()) {
		if (segment.isSegment || segment.target !== undefined) target.push(...(segment.target ?? []));
		else {
			// Without words of its own it stands as in the source; Chinese and Japanese set no space where Vietnamese does.
			const before = [...(target.at(-1)?.text ?? '')].at(-1) ?? '';
			const after = [...(inOrder[index + 1]?.target?.[0]?.text ?? '')][0] ?? '';
			if (!(isBlank(segment.source) && isSpaceless(before) && isSpaceless(after))) target.push(...segment.source);
		}
	}
	return {
		id: unit.id,
		hash: unit.hash,
		line: unit.line,
		column: unit.column,
		source: segments.flatMap(({ source }) => source),
		target: isAnything ? target : [],
		filled: !isAnything
			? 'none'
			: own.every((segment) => isFilled(segment) || isBlank(segment.source))
				? 'all'
				: 'some',
		isDone: own.every(({ state }) => state !== 'initial'),
		faults,
	};
}

/** Elements that hold other elements of the frame. */
const frame: Readonly<Record<string, readonly string[]>> = {
	'': ['xliff'],
	xliff: ['file'],
	file: ['group', 'unit'],
	group: ['group', 'unit'],
	unit: ['segment', 'ignorable'],
	segment: ['source', 'target'],
	ignorable: ['source', 'target'],
};

function parse(text: string): ReadPackage {
	const parser = new SaxesParser({ xmlns: true });
	const files: (Omit<ReadFile, 'units'> & { units: ReadUnit[] })[] = [];
	let languages: Pick<ReadPackage, 'sourceTag' | 'targetTag'> | undefined;
	const path: string[] = [];
	/** Depth of an element whose inside says nothing to us. */
	let skipped = 0;
	let start: Place = { line: 1, column: 1 };
	let unit: OpenUnit | undefined;
	let segment: OpenSegment | undefined;
	let line: ReadPiece[] | undefined;
	/** Ids of open `pc`, undefined for markers, which only annotate. */
	const within: (string | undefined)[] = [];

	const here = (): Place => ({ line: parser.line, column: Math.max(1, parser.column + 1) });
	const stop = (reason: PackageFault['reason'], seen: string, place = here()): never => {
		throw new Stop({ reason, seen, ...place });
	};
	const valueOf = (tag: SaxesTagNS, name: string, uri = ''): string | undefined =>
		(Object.values(tag.attributes) as SaxesAttributeNS[]).find((item) => item.local === name && item.uri === uri)
			?.value;
	const say = (words: string) => {
		if (!line) return;
		const last = line.at(-1);
		if (last?.text !== undefined) line[line.length - 1] = { text: last.text + words };
		else line.push({ text: words });
	};
	/** Id of the markup that a code with our data is, or copies. */
	const copied = (tag: SaxesTagNS): string | undefined =>
		valueOf(tag, 'copyOf') ??
		/^d(x?\d+)[se]?$/.exec(valueOf(tag, 'dataRef') ?? valueOf(tag, 'dataRefStart') ?? '')?.[1];
	const inline = (tag: SaxesTagNS) => {
		const id = valueOf(tag, 'id') ?? '';
		const code = (side: 'open' | 'close' | 'alone', named = id) => line?.push({ id: named, copyOf: copied(tag), side });
		switch (tag.local) {
			case 'ph':
				code('alone');
				within.push(undefined);
				break;
			case 'pc':
				code('open');
				within.push(id);
				break;
			case 'sc':
				code('open');
				within.push(undefined);
				break;
			case 'ec':
				code('close', valueOf(tag, 'startRef') ?? id);
				within.push(undefined);
				break;
			case 'cp': {
				const hex = valueOf(tag, 'hex') ?? '';
				const point = /^[\dA-Fa-f]{1,8}$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
				if (point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000) && point !== 0) say(String.fromCodePoint(point));
				else unit?.faults.push({ reason: 'letter', seen: hex.slice(0, 20), ...start });
				within.push(undefined);
				break;
			}
			case 'mrk':
			case 'sm':
			case 'em':
				within.push(undefined);
				break;
			default:
				unit?.faults.push({ reason: 'inline', seen: tag.name.slice(0, 40), ...start });
				skipped = 1;
		}
	};

	parser.on('error', (error) => {
		const place = here();
		void error;
		stop('xml', text.split('\n', place.line)[place.line - 1]?.trim().slice(0, 80) ?? '', place);
	});
	parser.on('doctype', () => stop('doctype', ''));
	parser.on('opentagstart', () => {
		start = here();
	});
	parser.on('opentag', (tag) => {
		if (skipped > 0) {
			skipped++;
			if (skipped + path.length > maxDepth) stop('depth', tag.name.slice(0, 40));
			return;
		}
		if (path.length + within.length > maxDepth) stop('depth', tag.name.slice(0, 40));
		const parent = path.at(-1) ?? '';
		if (parent === '') {
			if (tag.local !== 'xliff' || !/xliff/i.test(tag.uri || tag.name)) stop('not-xliff', tag.name.slice(0, 40), start);
			const version = valueOf(tag, 'version') ?? '';
			if (!core.test(tag.uri) || !/^2\.\d$/.test(version)) stop('version', version.slice(0, 20), start);
			const targetTag = valueOf(tag, 'trgLang') ?? '';
			if (targetTag === '') stop('no-target-language', '', start);
			languages = { sourceTag: valueOf(tag, 'srcLang') ?? '', targetTag };
			path.push('xliff');
			return;
		}
		const isCore = core.test(tag.uri);
		if (line) {
			if (isCore) inline(tag);
			else {
				unit?.faults.push({ reason: 'inline', seen: tag.name.slice(0, 40), ...start });
				skipped = 1;
			}
			return;
		}
		if (!isCore || !frame[parent]?.includes(tag.local)) {
			skipped = 1;
			return;
		}
		path.push(tag.local);
		const id = valueOf(tag, 'id') ?? '';
		if (tag.local === 'file') files.push({ ...start, id, original: valueOf(tag, 'original') ?? '', units: [] });
		else if (tag.local === 'unit')
			unit = { ...start, id, hash: valueOf(tag, 'hash', packageNamespace), segments: [], faults: [] };
		else if (unit && (tag.local === 'segment' || tag.local === 'ignorable')) {
			segment = {
				isSegment: tag.local === 'segment',
				state: valueOf(tag, 'state') ?? 'initial',
				position: unit.segments.length + 1,
				order: undefined,
				source: [],
				target: undefined,
			};
			unit.segments.push(segment);
		} else if (segment && (tag.local === 'source' || tag.local === 'target')) {
			line = [];
			if (tag.local === 'source') segment.source = line;
			else {
				segment.target = line;
				const order = valueOf(tag, 'order');
				if (order !== undefined && /^\s*\d{1,6}\s*$/.test(order)) segment.order = Number(order);
				else if (order !== undefined) unit?.faults.push({ reason: 'order', seen: order.slice(0, 20), ...start });
			}
		}
	});
	parser.on('closetag', (tag) => {
		if (skipped > 0) {
			skipped--;
			return;
		}
		if (within.length > 0) {
			const id = within.pop();
			if (id !== undefined) line?.push({ id, copyOf: undefined, side: 'close' });
			return;
		}
		path.pop();
		if (tag.local === 'source' || tag.local === 'target') line = undefined;
		else if (tag.local === 'unit' && unit) {
			files.at(-1)?.units.push(joined(unit));
			unit = undefined;
		}
	});
	const words = (content: string) => {
		if (skipped === 0) say(content);
	};
	parser.on('text', words);
	parser.on('cdata', words);
	parser.write(text).close();
	return { sourceTag: '', targetTag: '', ...languages, files };
}

/**
 * Reads a package that came back from a translator: any segmentation, order, encoding and addition that XLIFF 2 allows.
 *
 * @returns What it says, or why it cannot be read. Never throws.
 */
export function readPackage(bytes: Uint8Array): ReadPackage | { readonly fault: PackageFault } {
	if (bytes.length > maxPackageBytes)
		return { fault: { reason: 'too-large', seen: String(bytes.length), line: 1, column: 1 } };
	try {
		return parse(decode(bytes));
	} catch (error) {
		if (error instanceof Stop) return { fault: error.fault };
		return { fault: { reason: 'xml', seen: '', line: 1, column: 1 } };
	}
}
