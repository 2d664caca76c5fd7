import { wordsFor } from '#language/words.ts';
import type { Formats } from '#language/formats.ts';
import type { Fact } from '#schema/facts.ts';

/**
 * When a value was true: as its source says, else when the source was published, else that nobody says. Empty for a fact that is a
 * date itself.
 *
 * @param locale - Language of the words and formats.
 */
export function factDate(fact: Fact, locale: string, formats: Formats): string {
	if (fact.kind === 'date') return '';
	if (fact.asOf !== undefined && fact.asOf !== 'unknown') return formats.period(fact.asOf);
	const say = wordsFor(locale, 'invest');
	const published = fact.sources[0]?.date;
	return published === undefined ? say('undated') : say('sourceDated', { date: formats.period(published) });
}
