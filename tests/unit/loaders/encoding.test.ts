import { expect, test } from 'vitest';
import { decode } from '#loaders/encoding.ts';

test('every kind of line end is one, and a byte-order mark is nothing to speak of', () => {
	expect(decode(Buffer.from('\ufeffa\r\nb\rc\nd')).text).toBe('a\nb\nc\nd');
});

test('the first byte that is not UTF-8 is told at its line, with the likely encoding', () => {
	const damaged = Buffer.concat([Buffer.from('Chợ cũ\nở phường '), Buffer.from([0xf4]), Buffer.from(' này\n')]);
	expect(decode(damaged).fault).toMatchObject({
		code: 'file/not-utf-8',
		cause: 'damaged',
		line: 2,
		column: 10,
		detail: 'ở phường',
	});
	// “Chợ cũ, tiếng” as Windows-1258 has it: letters, and marks apart.
	const old = Buffer.from([0x43, 0x68, 0xf5, 0xf2, 0x20, 0x63, 0x75, 0xde, 0x0a, 0x74, 0x69, 0xea, 0xec, 0x6e, 0x67]);
	expect(decode(old).fault).toMatchObject({ cause: 'windows-1258', line: 1, column: 3 });
	expect(decode(Buffer.from('cá khô', 'latin1')).fault).toMatchObject({ cause: 'old', line: 1, column: 2 });
	expect(decode(Buffer.from('Chợ ệ').subarray(0, -1)).fault).toMatchObject({ code: 'file/not-utf-8', line: 1 });
});

test('UTF-16 is told with and without its mark, one zero byte is not taken for it', () => {
	const text = '---\ntitle: Chợ cũ ở phường\n---\n';
	for (const bytes of [
		Buffer.from(`\ufeff${text}`, 'utf16le'),
		Buffer.from(text, 'utf16le'),
		Buffer.from(text, 'utf16le').swap16(),
	])
		expect(decode(bytes).fault?.code).toBe('file/utf-16');
	expect(decode(Buffer.from('Chợ\0 cũ')).fault).toBeUndefined();
});

test('a file of another program under the name of a text is told as what it is', () => {
	expect(decode(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])).fault).toMatchObject({ code: 'file/not-utf-8', cause: 'word' });
	expect(decode(Buffer.from('%PDF-1.4\n')).fault).toMatchObject({ cause: 'pdf' });
	expect(decode(Buffer.from('{\\rtf1 x}')).fault).toMatchObject({ cause: 'rtf' });
});

test('a file of many megabytes is not read', () => {
	expect(decode(new Uint8Array(4_000_000).fill(0x23)).fault).toMatchObject({ code: 'file/too-long', detail: 'bytes' });
});

test('no bytes at all make it throw', () => {
	for (let seed = 1; seed < 300; seed++) {
		const bytes = Uint8Array.from({ length: seed % 40 }, (_, index) => (seed * 7919 + index * 104729) % 256);
		const { fault } = decode(bytes);
		if (fault) expect(Math.min(fault.line, fault.column)).toBeGreaterThan(0);
	}
});
