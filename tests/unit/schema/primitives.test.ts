import { expect, test } from 'vitest';
import { day, interval, period, summaryWords } from '#schema/primitives.ts';
import { factSchema } from '#schema/facts.ts';
import { termSchema } from '#schema/glossary.ts';

test('a day must exist in the calendar and be written year first', () => {
	expect(['2026-02-28', '2024-02-29'].every((text) => day.safeParse(text).success)).toBe(true);
	expect(
		['2026-02-30', '2026-04-31', '30/02/2026', '2026-2-3', '2026-13-01'].some((text) => day.safeParse(text).success),
	).toBe(false);
});

test('a period is a day, a month, a quarter or a year', () => {
	expect(['2026', '2026-01', '2026-Q4', '2026-01-31'].every((text) => period.safeParse(text).success)).toBe(true);
	expect(['2026-Q5', '2026-00', '26'].some((text) => period.safeParse(text).success)).toBe(false);
});

test('an interval may be written in Vietnamese or English', () => {
	expect(['6 tháng', '1 năm', '30 days'].every((text) => interval.safeParse(text).success)).toBe(true);
	expect(interval.safeParse('thỉnh thoảng').success).toBe(false);
});

test('a summary has at most sixty words', () => {
	expect(summaryWords.safeParse('từ '.repeat(60).trim()).success).toBe(true);
	expect(summaryWords.safeParse('từ '.repeat(61).trim()).success).toBe(false);
});

test('a number without the day it was true is refused, a date needs none', () => {
	expect(factSchema.safeParse({ id: 'a', kind: 'number', value: 1, sources: [] }).success).toBe(false);
	expect(factSchema.safeParse({ id: 'a', kind: 'number', value: 1, asOf: 'unknown', sources: [] }).success).toBe(true);
	expect(factSchema.safeParse({ id: 'a', kind: 'date', value: '2026-01-19/2026-01-23', sources: [] }).success).toBe(
		true,
	);
});

test('columns of the glossary that are not named are languages, and variants are taken apart', () => {
	expect(
		termSchema.parse({
			id: 'ward',
			vi: 'phường',
			ja: '坊',
			variants: 'vi:P.;en:wd',
			forbidden: '',
			note: '',
			source: '',
		}),
	).toMatchObject({
		forms: { vi: 'phường', ja: '坊' },
		variants: [
			{ locale: 'vi', form: 'P.' },
			{ locale: 'en', form: 'wd' },
		],
		forbidden: [],
	});
});
