import { formatsFor, type Formats } from '#language/formats.ts';
import { optionalWord, wordsFor, type Say } from '#language/words.ts';
import { citationsOf, type Citations } from '#site/citations.ts';
import { factValue, type FactWords } from '#site/fact-value.ts';
import type { EntryView, Site } from '#site/model.ts';
import type { Fact } from '#schema/facts.ts';

/** Everything that the components of one text share: whose words, in which page, with which sources. */
export interface Reading {
	readonly site: Site;
	readonly view: EntryView;
	/** Formats and words of the language of the text. */
	readonly formats: Formats;
	readonly say: Say<'facts'>;
	readonly citations: Citations;
	/** Tag of the language of the text, for components that mark other languages. */
	readonly textLocale: string;
	/** Value with unit and qualifier, in the language of the text. */
	value(fact: Fact): string;
	fact(id: string): Fact;
}

/** Formats of a language of the site. */
export function siteFormats(site: Site, locale: string): Formats {
	const { tag, formats } = site.locale(locale);
	return formatsFor(formats ?? tag);
}

/** Words that values of facts need, in one language. */
export function factWords(locale: string): FactWords {
	const say = wordsFor(locale, 'facts');
	return {
		qualified: (key, value) => say(key, { value }),
		unit: (key, value, count) => optionalWord(locale, 'units', key, { value, count }),
	};
}

/** Prints values of facts in one language of the site. */
export function valuePrinter(site: Site, locale: string): (fact: Fact) => string {
	const formats = siteFormats(site, locale);
	const words = factWords(locale);
	return (fact) => factValue(fact, formats, words);
}

/** Gathers what the components of one text need. */
export function readingOf(site: Site, view: EntryView): Reading {
	const value = valuePrinter(site, view.textLocale);
	return {
		site,
		view,
		formats: siteFormats(site, view.textLocale),
		say: wordsFor(view.textLocale, 'facts'),
		citations: citationsOf(site, view),
		textLocale: view.textLocale,
		value,
		fact(id) {
			const found = site.facts.get(id);
			if (!found) throw new Error(`${view.id}/${view.textLocale}.mdx: no fact ${id} in facts.yaml`);
			return found;
		},
	};
}
