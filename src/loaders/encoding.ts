import type { Fault } from './source-file.ts';

/** Bytes of a file that is read at all: what is longer was put there by mistake, and would keep the check busy for minutes. */
const mostBytes = 3_000_000;

/** What begins a file that is no text, by the name of its kind. */
const beginnings: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
	['word', [0x50, 0x4b, 0x03, 0x04]],
	['word', [0xd0, 0xcf, 0x11, 0xe0]],
	['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['picture', [0x89, 0x50, 0x4e, 0x47]],
	['picture', [0xff, 0xd8, 0xff]],
	['picture', [0x47, 0x49, 0x46, 0x38]],
];

/** Whether bytes are UTF-8 so far; a letter cut at their end counts as right. */
function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** Number of bytes before the first that is not UTF-8. */
function goodBytes(bytes: Uint8Array): number {
	let [good, bad] = [0, bytes.length];
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (isUtf8(bytes.subarray(0, middle))) good = middle;
		else bad = middle;
	}
	return good;
}

/** Which encoding bytes probably have that are not UTF-8. */
function likelyEncoding(bytes: Uint8Array): 'damaged' | 'windows-1258' | 'old' {
	const text = new TextDecoder('utf-8').decode(bytes);
	const lost = text.match(/\ufffd/g)?.length ?? 0;
	const kept = text.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
	if (kept >= lost) return 'damaged';
	// Windows-1258 keeps five marks apart from their letters, and has ư and đ where Western Europe has rare letters.
	const marks = bytes.reduce(
		(count, byte, index) =>
			[0xcc, 0xd2, 0xde, 0xec, 0xf2].includes(byte) && (bytes[index - 1] ?? 0) > 0x40 ? count + 1 : count,
		0,
	);
	return marks > 0 && bytes.some((byte) => byte === 0xfd || byte === 0xf0 || byte === 0xf5 || byte === 0xea)
		? 'windows-1258'
		: 'old';
}

/** Whether text is UTF-16 without its mark: every other byte of plain letters is then zero. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
	if (!bytes.includes(0)) return false;
	const start = bytes.subarray(0, 4096);
	const zeros = start.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
	return zeros >= 8 && zeros * 10 > start.length;
}

/**
 * Turns the bytes of a file into text.
 *
 * @returns The text without byte-order mark, with `\n` at every line end, whatever system wrote them; or what is wrong with the
 * bytes, at the first of them that cannot be read.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly fault?: Fault } {
	const unreadable = (code: string, cause: string, line = 1, column = 1, detail = '') => ({
		text: '',
		fault: { code, cause, detail, line, column },
	});
	if (bytes.length > mostBytes)
		return { text: '', fault: { code: 'file/too-long', detail: 'bytes', line: 1, column: 1 } };
	const kind = beginnings.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0];
	if (kind) return unreadable('file/not-utf-8', kind);
	if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe) || isUnmarkedUtf16(bytes))
		return unreadable('file/utf-16', 'utf-16');
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { text: text.replace(/\r\n?/g, '\n') };
	} catch {
		const before = new TextDecoder('utf-8')
			.decode(bytes.subarray(0, goodBytes(bytes)), { stream: true })
			.replace(/\r\n?/g, '\n');
		const line = before.slice(before.lastIndexOf('\n') + 1);
		return unreadable(
			'file/not-utf-8',
			likelyEncoding(bytes),
			before.split('\n').length,
			line.length + 1,
			line.trim().slice(-40),
		);
	}
}
