import { expect, test } from 'vitest';
import { textWidth, wrap } from '#drawing/map/text-size.ts';

const room = { fontPixels: 15, maxWidth: 130, most: 2 };

test('words are parted between words, in lines of like length', () => {
	expect(wrap('Khu kinh tế Vân Phong', 'vi', { ...room, maxWidth: 150 })).toEqual(['Khu kinh tế', 'Vân Phong']);
	expect(wrap('Chợ cũ', 'vi', room)).toEqual(['Chợ cũ']);
});

test('Chinese is parted between words, and no line begins with a closing sign', () => {
	const lines = wrap('庆和省（原宁顺地区）博物馆', 'zh-Hans', room) ?? [];
	expect(lines.join('')).toBe('庆和省（原宁顺地区）博物馆');
	expect(lines.length).toBe(2);
	for (const line of lines) expect(line).not.toMatch(/^[）、，。]|（$/u);
});

test('what does not fit is not cut', () => {
	expect(wrap('Достопримечательности', 'ru', room)).toBeUndefined();
	expect(wrap('a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f', 'en', room)).toBeUndefined();
});

test('a mark over a letter takes no room, a Chinese character takes a whole one', () => {
	expect(textWidth('Ế'.normalize('NFD'), 10)).toBe(textWidth('Ế', 10));
	expect(textWidth('芽庄', 10)).toBeGreaterThanOrEqual(20);
});
