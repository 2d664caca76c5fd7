import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatsFor } from '#language/formats.ts';

/** Narrow and no-break spaces as plain ones. */
const plain = (text: string) => text.replace(/\s/gu, ' ');
const tags = ['vi', 'en-GB', 'ru', 'ko', 'zh-Hans', 'ja'];

test('a day is written as readers of each language write it', () => {
	expect(tags.map((tag) => plain(formatsFor(tag).period('2025-09-22')))).toEqual([
		'22/9/2025',
		'22 September 2025',
		'22 сентября 2025 г.',
		'2025년 9월 22일',
		'2025年9月22日',
		'2025年9月22日',
	]);
});

test('a span of days names month and year once', () => {
	expect(tags.map((tag) => plain(formatsFor(tag).period('2026-01-19/2026-01-23')))).toEqual([
		'19–23/1/2026',
		'19–23 January 2026',
		'19–23 января 2026 г.',
		'2026년 1월 19일~23일',
		'2026年1月19日至23日',
		'2026年1月19日～23日',
	]);
});

test('months, quarters and years are periods too', () => {
	expect(formatsFor('en-GB').period('2026-01')).toBe('January 2026');
	expect(formatsFor('en-GB').period('2026-Q2')).toMatch(/^April\s–\sJune 2026$/u);
	expect(formatsFor('ko').period('2030')).toBe('2030년');
	expect(formatsFor('ru').period('2026/2030')).toBe('2026–2030');
});

test('a large round number is shortened, an exact one keeps every digit', () => {
	expect(tags.slice(0, 5).map((tag) => plain(formatsFor(tag).number(16_400_000)))).toEqual([
		'16,4 triệu',
		'16.4 million',
		'16,4 млн',
		'1640만',
		'1640万',
	]);
	expect(formatsFor('vi').number(2_243_554)).toBe('2.243.554');
});

test('units come from Intl, and one that Intl does not know is left to the interface words', () => {
	expect(formatsFor('ru').quantity(83, 'kilometer')).toMatch(/^83\sкм$/u);
	expect(formatsFor('en-GB').quantity(1, 'day')).toBe('1 day');
	expect(formatsFor('en-GB').quantity(5, 'megawatt')).toBeUndefined();
});

test('a range is joined by a dash, never by a hyphen', () => {
	for (const tag of tags) expect(formatsFor(tag).range(11, 12, 'percent')).not.toMatch(/-/);
});

test('any real day is printed with its own year and day in every language', () => {
	const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
	fc.assert(
		fc.property(day, fc.constantFrom(...tags), (date, tag) => {
			const text = date.toISOString().slice(0, 10);
			const printed = formatsFor(tag).period(text);
			expect(printed).toContain(text.slice(0, 4));
			expect(printed).toMatch(new RegExp(`(?<!\\d)${Number(text.slice(8))}(?!\\d)`));
		}),
	);
});

test('Vietnamese counts thousands of billions in billions', () => {
	expect(formatsFor('vi').number(2_834_000_000_000)).toBe('2.834 tỷ');
	expect(formatsFor('vi').number(36_900_000_000_000)).toBe('36,9 nghìn tỷ');
});
