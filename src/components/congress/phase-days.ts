import { siteFormats } from '#components/reading.ts';
import { wordsFor } from '#language/words.ts';
import type { CongressPhase, Site } from '#site/model.ts';

/** Days of a phase in the reader's language: both ends, “since”, “until”, or nothing where nobody can say. */
export function phaseDays(site: Site, { start, end }: Pick<CongressPhase, 'start' | 'end'>, locale: string): string {
	const say = wordsFor(locale, 'congress');
	const formats = siteFormats(site, locale);
	if (start !== undefined && end !== undefined) return formats.period(`${start}/${end}`);
	if (start !== undefined) return say('since', { date: formats.period(start) });
	return end === undefined ? '' : say('until', { date: formats.period(end) });
}
