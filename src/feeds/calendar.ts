import ical, { ICalEventStatus } from 'ical-generator';
import { wordsFor } from '#language/words.ts';
import type { EntryView, Site } from '#site/model.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const dayAfter = (text: string): Date => new Date(day(text).getTime() + 86_400_000);

/** First and last day of what an entry tells of; undefined when it has none. */
function daysOf({ source }: EntryView): { readonly start: string; readonly end: string } | undefined {
	if (source.kind === 'event' || source.kind === 'festival')
		return source.start === undefined ? undefined : { start: source.start, end: source.end ?? source.start };
	if (source.kind === 'document' && source.comments)
		return { start: source.comments.until, end: source.comments.until };
	return source.kind === 'notice' ? { start: source.from, end: source.until } : undefined;
}

/** What a calendar calls an entry: its title, or that it is the last day for comments on a draft. */
function nameOf({ source, text, locale }: EntryView): string {
	return source.kind === 'document' ? wordsFor(locale, 'congress')('commentsDue', { title: text.title }) : text.title;
}

const statuses = {
	cancelled: ICalEventStatus.CANCELLED,
	postponed: ICalEventStatus.TENTATIVE,
	planned: ICalEventStatus.TENTATIVE,
} as const;

/** Calendar of a language: events, festivals with days, notices, and the days of the congresses. */
export function calendar(site: Site, locale: string): string {
	const { tag } = site.locale(locale);
	const host = new URL(site.config.address).host;
	const file = ical({
		name: site.words(site.config.title, locale).text,
		prodId: { company: 'Nhip Cau', product: 'Calendar', language: tag.toUpperCase() },
		url: site.url(site.file(locale, 'calendar.ics')),
	});
	const stamp = day(site.day);
	for (const view of site.list(locale)) {
		const days = daysOf(view);
		if (!days) continue;
		const { outcome } = view.source;
		file.createEvent({
			id: `${view.id.replaceAll('/', '.')}@${host}`,
			stamp,
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
	for (const congress of site.config.congresses)
		for (const { phase, start, end } of site.congressPhases(congress)) {
			if (start === undefined || end === undefined) continue;
			file.createEvent({
				id: `congress.${congress.id}.${phase}@${host}`,
				stamp,
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
