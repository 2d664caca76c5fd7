import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendar, entryCalendar } from '#feeds/calendar.ts';
import type { EntrySource } from '#schema/entry.ts';
import { holidaySchema } from '#schema/holidays.ts';
import { buildSite, type Site } from '#site/model.ts';
import { content, entry, text } from '../site/site-builder.ts';

/** Events of a calendar as an independent reader finds them. */
function events(ics: string) {
	return new ICAL.Component(ICAL.parse(ics) as unknown[])
		.getAllSubcomponents('vevent')
		.map((item) => new ICAL.Event(item))
		.map(({ uid, summary, startDate, endDate, description, component }) => ({
			uid,
			summary,
			start: startDate.toString(),
			end: endDate.toString(),
			description,
			transparency: component.getFirstPropertyValue('transp'),
			url: component.getFirstPropertyValue('url'),
		}));
}
const holidays = [
	holidaySchema.parse({ id: 'national-day', name: { vi: 'Quốc khánh', ko: '국경일' }, every: '09-02' }),
	holidaySchema.parse({ id: 'tet', name: { vi: 'Tết' }, days: ['2027-02-05/2027-02-09'], sample: true }),
];
function siteOf(day = '2026-11-20'): Site {
	const festival = { kind: 'festival', start: '2027-03-01', end: '2027-03-03' } as Partial<EntrySource>;
	const all = content([
		entry('visit/fair', { vi: text('Hội chợ'), ko: text('장터') }, festival),
		entry('visit/rite', { vi: text('Lễ') }, { kind: 'festival' } as Partial<EntrySource>),
		entry('living/works', { vi: text('Sửa đường') }, {
			kind: 'notice',
			from: '2026-12-01',
			until: '2026-12-05',
		} as Partial<EntrySource>),
	]);
	return buildSite({ ...all, holidays: new Map(holidays.map((item) => [item.id, item])) }, { day, base: '/' });
}
const viewOf = (site: Site, id: string, locale: string) => {
	const view = site.view(id, locale);
	if (!view) throw new Error(id);
	return view;
};

test('holidays of this year and the next are days of the calendar, in the reader’s language, and nobody is busy on them', () => {
	const found = events(calendar(siteOf(), 'ko')).filter(({ uid }) => uid.startsWith('holiday.'));
	expect(found.map(({ uid, summary, start, end, transparency }) => [uid, summary, start, end, transparency])).toEqual([
		['holiday.national-day.2026@example.org', '국경일', '2026-09-02', '2026-09-03', 'TRANSPARENT'],
		['holiday.tet.2027@example.org', 'Tết', '2027-02-05', '2027-02-10', 'TRANSPARENT'],
		['holiday.national-day.2027@example.org', '국경일', '2027-09-02', '2027-09-03', 'TRANSPARENT'],
	]);
	expect(found[1]?.description).toBe('관공서 휴무\n예시 날짜이며 공식 발표와 대조하지 않았습니다');
	expect(found[0]?.url).toBe('https://example.org/ko/living/#holidays');
});

test('the calendar has notices until they are over, those of tomorrow among them', () => {
	const hasWorks = (day: string) =>
		events(calendar(siteOf(day), 'vi')).some(({ uid }) => uid.startsWith('living.works'));
	expect(hasWorks('2026-11-20')).toBe(true);
	expect(hasWorks('2026-12-05')).toBe(true);
	expect(hasWorks('2026-12-06')).toBe(false);
});

test('the calendar of one entry holds its days alone, under the id that the large calendar gives it', () => {
	const site = siteOf();
	const one = events(entryCalendar(site, viewOf(site, 'visit/fair', 'ko'), '/ko/visit/fair/event.ics'));
	expect(one).toMatchObject([
		{ uid: 'visit.fair@example.org', summary: '장터', start: '2027-03-01', end: '2027-03-04' },
	]);
	expect(events(calendar(site, 'ko')).map(({ uid }) => uid)).toContain(one[0]?.uid);
});

test('a festival without days has no event', () => {
	const site = siteOf();
	expect(events(entryCalendar(site, viewOf(site, 'visit/rite', 'vi'), '/x'))).toEqual([]);
});
