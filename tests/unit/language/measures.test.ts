import { expect, test } from 'vitest';
import { durationOf, sizeOf } from '#language/measures.ts';

const tags = ['vi', 'en-GB', 'ru', 'ko', 'zh-Hans', 'ja'];

test('lengths are minutes and seconds in every language', () => {
	expect(tags.map((tag) => durationOf(tag, 80.3))).toEqual([
		'1 phút 20 giây',
		'1 min 20 secs',
		'1 мин 20 с',
		'1분 20초',
		'1分钟20秒',
		'1分20秒',
	]);
	expect(durationOf('vi', 45)).toBe('45 giây');
	expect(durationOf('ru', 120)).toBe('2 мин');
	expect(durationOf('ko', 0.2)).toBe('0초');
});

test('sizes are those that a data allowance is sold in', () => {
	expect(['vi', 'ru', 'ko'].map((tag) => sizeOf(tag, 1_920_000))).toEqual(['1,9 MB', '1,9 МБ', '1.9MB']);
	expect(sizeOf('en', 293_694)).toBe('294 kB');
	expect(sizeOf('en', 12)).toBe('1 kB');
	expect(sizeOf('en', 24_600_000)).toBe('25 MB');
});
