import { expect, test } from 'vitest';
import { holidaySchema, type Holiday } from '#schema/holidays.ts';
import { closedDays, comingHolidays, holidayDays } from '#site/holidays.ts';

const holiday = (id: string, fields: object): Holiday => holidaySchema.parse({ id, name: { vi: id }, ...fields });
const newYear = holiday('new-year', { every: '01-01' });
const tet = holiday('tet', { lunar: '01-01', days: ['2026-02-16/2026-02-20', '2027-02-06'] });
const nationalDay = holiday('national-day', { every: '09-02', days: ['2026-09-01/2026-09-02'] });
const poetryDay = holiday('poetry', { every: '03-21', closes: 'nothing' });
const said = (days: ReturnType<typeof holidayDays>) => days.map(({ holiday: { id }, start, end }) => [id, start, end]);
const site = (day: string, ...all: Holiday[]) => ({ day, holidays: new Map(all.map((item) => [item.id, item])) });

test('a day of every year comes every year, and days typed for a year take its place', () => {
	expect(said(holidayDays([nationalDay], '2026-01-01', '2027-12-31'))).toEqual([
		['national-day', '2026-09-01', '2026-09-02'],
		['national-day', '2027-09-02', '2027-09-02'],
	]);
});

test('a holiday that moves has the days that were typed, and no others', () => {
	expect(said(holidayDays([tet], '2025-01-01', '2029-12-31'))).toEqual([
		['tet', '2026-02-16', '2026-02-20'],
		['tet', '2027-02-06', '2027-02-06'],
	]);
});

test('holidays come in the order of their days, whatever the order of the register', () => {
	expect(said(holidayDays([tet, newYear], '2027-01-01', '2027-12-31')).map(([id]) => id)).toEqual(['new-year', 'tet']);
});

test('days off over the turn of a year are one holiday, and replace the day of the year they end in', () => {
	const long = holiday('new-year', { every: '01-01', days: ['2026-12-31/2027-01-03'] });
	expect(said(holidayDays([long], '2026-06-01', '2028-06-01'))).toEqual([
		['new-year', '2026-12-31', '2027-01-03'],
		['new-year', '2028-01-01', '2028-01-01'],
	]);
	expect(said(holidayDays([long], '2026-06-01', '2026-12-31'))).toEqual([['new-year', '2026-12-31', '2027-01-03']]);
});

test('a page tells of the year after its build, and a holiday under way is still told', () => {
	expect(said(comingHolidays(site('2026-02-18', tet, newYear)))).toEqual([
		['tet', '2026-02-16', '2026-02-20'],
		['new-year', '2027-01-01', '2027-01-01'],
		['tet', '2027-02-06', '2027-02-06'],
	]);
	expect(comingHolidays(site('2028-02-29', newYear))).toHaveLength(1);
});

test('an office is not closed on a day that closes nothing', () => {
	expect(closedDays(site('2027-01-02', poetryDay, nationalDay)).map((day) => day.holiday.id)).toEqual(['national-day']);
});
