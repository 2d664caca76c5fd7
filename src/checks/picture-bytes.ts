/** How far behind the head of a PNG its announcement of an animation may stand; colour profiles come before it. */
const animationWithin = 4 * 1024 * 1024;

/** Whether a picture has several frames: in PNG a chunk before the pixels says so, in AVIF a brand of the file. */
export function isAnimated(bytes: Buffer, type: string, pages: number | undefined): boolean {
	if (type === 'webp' || type === 'gif') return (pages ?? 1) > 1;
	if (type === 'avif') return bytes.toString('latin1', 8, 12) === 'avis';
	if (type !== 'png') return false;
	for (let at = 8; at + 8 <= Math.min(bytes.length, animationWithin); at += 12 + bytes.readUInt32BE(at)) {
		const name = bytes.toString('latin1', at + 4, at + 8);
		if (name === 'acTL') return true;
		if (name === 'IDAT') return false;
	}
	return false;
}

/** Where a picture ends and what follows is not of it; undefined where its form does not tell. */
function endOf(bytes: Buffer, type: string): number | undefined {
	if (type === 'webp') return bytes.length >= 8 ? bytes.readUInt32LE(4) + 8 : undefined;
	if (type === 'png') {
		for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
			if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return at + 12;
		return undefined;
	}
	// Previews inside EXIF have ends of their own, so the last one counts.
	const end = type === 'jpg' ? bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) : -1;
	return end === -1 ? undefined : end + 2;
}

const programs: readonly (readonly [sign: RegExp, name: string])[] = [
	[/PK\x03\x04/, 'ZIP'],
	[/Rar!\x1a\x07/, 'RAR'],
	[/7z\xbc\xaf\x27\x1c/, '7z'],
	[/%PDF-1/, 'PDF'],
	[/<\?php/i, 'PHP'],
	[/<(?:script|html|iframe|svg)[\s>]/i, 'HTML'],
	[/^(?:MZ|\x7fELF)/, 'EXE'],
];

/** Kind of another file that hangs behind the end of a picture. What phones add there, films and depth maps, is none. */
export function hiddenFile(bytes: Buffer, type: string): string | undefined {
	const end = endOf(bytes, type);
	if (end === undefined || bytes.length - end < 8) return undefined;
	const rest = bytes.toString('latin1', end, Math.min(bytes.length, end + 1024 * 1024));
	return programs.find(([sign]) => sign.test(rest))?.[1];
}
