import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldToId, partIds, wordCount } from '#schema/parts.ts';
import { text } from '../site/site-builder.ts';

test('a Vietnamese heading becomes plain ASCII', () => {
	expect(foldToId('Điểm đến: Vịnh Nha Trang & đảo')).toBe('diem-den-vinh-nha-trang-dao');
	expect(foldToId('Ưu đãi, kèm căn cứ pháp lý')).toBe('uu-dai-kem-can-cu-phap-ly');
});

test('anchors are ASCII and different, whatever the headings are', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 12 }), (titles) => {
			const ids = partIds(titles);
			expect(new Set(ids).size).toBe(ids.length);
			for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		}),
	);
});

test('words are counted in languages with and without spaces, and front matter is not', () => {
	expect(wordCount(text('x', 'Một hai ba.\n').markdown)).toBe(3);
	expect(wordCount(text('x', '芽庄湾很大。\n').markdown)).toBe(3);
});
