import { siteFormats } from '#components/reading.ts';
import { clockRange, weekdayRange } from '#language/week.ts';
import { wordsFor } from '#language/words.ts';
import type { OpenSpan } from '#schema/opening-hours.ts';
import type { Site } from '#site/model.ts';

/** Days of the week that have the same hours, and those hours. */
export interface OpeningLine {
	/** Undefined for an office that never closes. */
	readonly days: string | undefined;
	readonly hours: string;
}

const isAlways = ({ days, from, to }: OpenSpan) => days === 'mon-sun' && from === '00:00' && to === '24:00';

/** Opening hours in one language: a line for each run of days, its hours in order. */
export function openingLines(site: Site, open: readonly OpenSpan[], locale: string): OpeningLine[] {
	if (open.some(isAlways)) return [{ days: undefined, hours: wordsFor(locale, 'living')('roundTheClock') }];
	const { tag } = siteFormats(site, locale);
	const byDays = Map.groupBy(open, ({ days }) => days);
	return [...byDays].map(([days, spans]) => ({
		days: weekdayRange(tag, days),
		hours: spans
			.toSorted((a, b) => (a.from < b.from ? -1 : 1))
			.map(({ from, to }) => clockRange(tag, from, to))
			.join(wordsFor(locale, 'common')('comma')),
	}));
}
