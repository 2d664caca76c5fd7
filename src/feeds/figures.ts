import { toHtml } from 'hast-util-to-html';
import type { Element } from 'hast';
import { siteFormats, valuePrinter } from '#components/reading.ts';
import { wordsFor } from '#language/words.ts';
import { snapshotOf } from '#site/investor.ts';
import type { EntryView, Site } from '#site/model.ts';

const element = (tagName: string, children: Element['children']): Element => ({
	type: 'element',
	tagName,
	properties: {},
	children,
});

/**
 * A paragraph and the figures at the head of a page as HTML, for who reads by feed: what the figure counts, its value, for when.
 *
 * @returns Undefined when the page has no figures at its head.
 */
export function withFigures(site: Site, view: EntryView, paragraph: string): string | undefined {
	const { locale } = view;
	const say = wordsFor(locale, 'facts');
	const colon = wordsFor(locale, 'common')('colon');
	const formats = siteFormats(site, locale);
	const value = valuePrinter(site, locale);
	const lines = snapshotOf(site, view).map((fact) => {
		const label = fact.words ? site.words(fact.words, locale).text : fact.id;
		const asOf = fact.kind === 'date' ? undefined : fact.asOf;
		const date =
			asOf === undefined || asOf === 'unknown'
				? ''
				: say('aside', { text: say('asOf', { date: formats.period(asOf) }) });
		return element('li', [{ type: 'text', value: `${label}${colon}${value(fact)}${date}` }]);
	});
	return lines.length === 0
		? undefined
		: toHtml([element('p', [{ type: 'text', value: paragraph }]), element('ul', lines)]);
}
