import ical, { ICalEventStatus, ICalEventTransparency, type ICalCalendar } from 'ical-generator';
import { wordsFor } from '#language/words.ts';
import { eventDays } from '#site/event-days.ts';
import { holidayDays } from '#site/holidays.ts';
import type { EntryView, Site } from '#site/model.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const dayAfter = (text: string): Date => new Date(day(text).getTime() + 86_400_000);

/** What a calendar calls an entry: its title, or that it is the last day for comments on a draft. */
function nameOf({ source, text, locale }: EntryView): string {
	return source.kind === 'document' ? wordsFor(locale, 'congress')('commentsDue', { title: text.title }) : text.title;
}

const statuses = {
	cancelled: ICalEventStatus.CANCELLED,
	postponed: ICalEventStatus.TENTATIVE,
	planned: ICalEventStatus.TENTATIVE,
} as const;

/** A calendar without events. */
function emptyCalendar(site: Site, locale: string, name: string, path: string): ICalCalendar {
	const { tag } = site.locale(locale);
	return ical({
		name,
		prodId: { company: 'Nhip Cau', product: 'Calendar', language: tag.toUpperCase() },
		url: site.url(path),
	});
}

/** Id of an event, the same in every build, so that a calendar that took it once brings it up to date. */
const eventId = (site: Site, ...parts: readonly string[]): string =>
	`${parts.join('.').replaceAll('/', '.')}@${new URL(site.config.address).host}`;

/** Puts the days of an entry into a calendar, if it has any. */
function addEntry(file: ICalCalendar, site: Site, view: EntryView): void {
	const days = eventDays(view);
	if (!days) return;
	const { outcome } = view.source;
	file.createEvent({
		id: eventId(site, view.id),
		stamp: day(site.day),
		start: day(days.start),
		end: dayAfter(days.end),
		allDay: true,
		summary: nameOf(view),
		description: view.text.summary ?? view.text.description,
		location: view.text.place ?? view.text.where ?? view.text.area ?? null,
		url: site.url(view.path),
		status:
			outcome === 'cancelled' || outcome === 'postponed' || outcome === 'planned'
				? statuses[outcome]
				: ICalEventStatus.CONFIRMED,
	});
}

/** Public holidays from the year of the build to the end of the next. */
function addHolidays(file: ICalCalendar, site: Site, locale: string): void {
	const year = Number(site.day.slice(0, 4));
	const say = wordsFor(locale, 'living');
	for (const { holiday, start, end } of holidayDays(site.holidays.values(), `${year}-01-01`, `${year + 1}-12-31`)) {
		const about = holiday.about && site.words(holiday.about, locale).text;
		const closed = holiday.closes === 'offices' ? say('officesClosed') : say('officesOpen');
		file.createEvent({
			id: eventId(site, 'holiday', holiday.id, end.slice(0, 4)),
			stamp: day(site.day),
			start: day(start),
			end: dayAfter(end),
			allDay: true,
			summary: site.words(holiday.name, locale).text,
			description: [about, closed, holiday.sample ? say('holidaySample') : undefined].filter(Boolean).join('\n'),
			transparency: ICalEventTransparency.TRANSPARENT,
			url: site.url(`${site.path(locale, 'living')}#holidays`),
		});
	}
}

/** Calendar of one entry that has days: a single event, for the link “add to calendar”. */
export function entryCalendar(site: Site, view: EntryView, path: string): string {
	const file = emptyCalendar(site, view.textLocale, nameOf(view), path);
	addEntry(file, site, view);
	return file.toString();
}

/** Calendar of a language: events, festivals with days, notices, public holidays, and the days of the congresses. */
export function calendar(site: Site, locale: string): string {
	const name = site.words(site.config.title, locale).text;
	const file = emptyCalendar(site, locale, name, site.file(locale, 'calendar.ics'));
	for (const view of site.list(locale)) addEntry(file, site, view);
	addHolidays(file, site, locale);
	for (const congress of site.config.congresses)
		for (const { phase, start, end } of site.congressPhases(congress)) {
			if (start === undefined || end === undefined) continue;
			file.createEvent({
				id: eventId(site, 'congress', congress.id, phase),
				stamp: day(site.day),
				start: day(start),
				end: dayAfter(end),
				allDay: true,
				summary: wordsFor(locale, 'congress')('dates', {
					congress: site.words(congress.title, locale).text,
					date: site.phaseTitle(phase, locale),
				}),
				location: congress.place ? site.words(congress.place, locale).text : null,
				url: site.url(site.path(locale, 'congress', phase)),
			});
		}
	return file.toString();
}
