import { expect, test } from 'vitest';
import { titlePieces, typeset } from '#language/typeset.ts';

test('Russian short words and numbers stay with what follows', () => {
	expect(typeset('ru', 'в Нячанге и на 83 км')).toBe('в\u00a0Нячанге и\u00a0на\u00a083\u00a0км');
});

test('an English article does not end a line', () => {
	expect(typeset('en', 'Nha Trang, a ward on the bay')).toContain('a\u00a0ward');
});

test('a language without rules of its own keeps numbers with the symbols of units, and nothing else', () => {
	expect(typeset('ko', '냐짱 만 20 km')).toBe('냐짱 만 20\u00a0km');
});

test('a Chinese title breaks between words and never before a comma or closing mark', () => {
	const pieces = titlePieces('zh-Hans', '庆和省党代会决定了什么，会带来哪些变化');
	expect(pieces.length).toBeGreaterThan(4);
	expect(pieces.join('')).toBe('庆和省党代会决定了什么，会带来哪些变化');
	for (const piece of pieces) expect(piece).not.toMatch(/^[，。、”]/u);
});

test('an opening quotation mark stays with its word', () => {
	for (const piece of titlePieces('zh-Hans', '什么是“四大支柱”决议')) expect(piece).not.toMatch(/“$/u);
});

test('a title in a language with spaces is one piece', () => {
	expect(titlePieces('vi', 'Vịnh Nha Trang')).toEqual(['Vịnh Nha Trang']);
});

test('a Japanese title does not begin a line with a particle or an ending', () => {
	expect(titlePieces('ja', '採択された決議と海辺のまち')).not.toContain('さ');
	for (const piece of titlePieces('ja', '採択された決議と海辺のまち').slice(1))
		expect(piece).not.toMatch(/^[さたとの]/u);
});
