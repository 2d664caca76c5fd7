import type { EntryView } from './model.ts';

/** First and last day of what an entry tells of, for calendars; undefined when it has none. */
export function eventDays({
	source,
}: Pick<EntryView, 'source'>): { readonly start: string; readonly end: string } | undefined {
	if (source.kind === 'event' || source.kind === 'festival')
		return source.start === undefined ? undefined : { start: source.start, end: source.end ?? source.start };
	if (source.kind === 'document' && source.comments)
		return { start: source.comments.until, end: source.comments.until };
	return source.kind === 'notice' ? { start: source.from, end: source.until } : undefined;
}

/** Name of the calendar file beside the page of an entry that has days. */
export const eventFile = 'event.ics';
