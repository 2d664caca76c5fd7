import { describe, expect, test } from 'vitest';
import { holidaySchema } from '#schema/holidays.ts';
import { openSpanSchema } from '#schema/opening-hours.ts';
import { siteSchema } from '#schema/site.ts';

describe('opening hours', () => {
	const isRight = (days: string, from = '07:30', to = '11:30') => openSpanSchema.safeParse({ days, from, to }).success;
	test('are days of the week and hours of twenty-four', () => {
		expect(isRight('mon-fri')).toBe(true);
		expect(isRight('sat')).toBe(true);
		expect(isRight('mon-sun', '00:00', '24:00')).toBe(true);
	});
	test.each([
		['fri-mon', '07:30', '11:30'],
		['monday', '07:30', '11:30'],
		['mon', '7:30', '11:30'],
		['mon', '07:30', '25:00'],
		['mon', '24:00', '24:00'],
		['mon', '07:60', '11:30'],
	])('%s from %s to %s is none', (days, from, to) => {
		expect(isRight(days, from, to)).toBe(false);
	});
});

describe('a public holiday', () => {
	const isRight = (fields: object) => holidaySchema.safeParse({ id: 'tet', name: { vi: 'Tết' }, ...fields }).success;
	test('is the same day every year, or days by year, alone or several in a row', () => {
		expect(isRight({ every: '04-30' })).toBe(true);
		expect(isRight({ lunar: '01-01', days: ['2027-02-06', '2028-01-25/2028-01-29'] })).toBe(true);
	});
	test.each([
		['a day that most years lack', { every: '02-29' }],
		['a day of no month', { every: '04-31' }],
		['a lunar month of thirty-one days', { lunar: '01-31' }],
		['a year alone', { days: ['2027'] }],
		['days in the wrong order', { days: ['2027-02-10/2027-02-06'] }],
		['a field of another name', { day: '2027-02-06' }],
	])('is not %s', (_, fields) => {
		expect(isRight(fields)).toBe(false);
	});
	test('closes offices unless it says that it does not', () => {
		expect(holidaySchema.parse({ id: 'tet', name: { vi: 'Tết' } })).toMatchObject({ closes: 'offices', sample: false });
	});
});

test('an office is closed on holidays, and no country has notes, unless site.yaml says so', () => {
	const site = siteSchema.parse({
		title: { vi: 'A' },
		place: { vi: 'A' },
		publisher: { name: { vi: 'A' }, level: 'ward' },
		address: 'https://example.org',
		locales: [{ locale: 'vi', tag: 'vi', name: 'Tiếng Việt' }],
		contacts: [{ id: 'desk', name: { vi: 'Quầy' } }],
		home: { title: { vi: 'A' }, intro: { vi: 'A' } },
	});
	expect(site.contacts[0]?.onHolidays).toBe('closed');
	expect(site.markets).toEqual([]);
});
