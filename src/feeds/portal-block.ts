import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent } from 'hast';
import { siteFormats } from '#components/reading.ts';
import { wordsFor } from '#language/words.ts';
import type { Section } from '#schema/site.ts';
import type { EntryView, Site } from '#site/model.ts';
import { feedViews } from './news.ts';

/** Rows of a block and of a frame: a column of a portal, not an archive. */
const rows = 8;

/** Texts of a section that other portals show. */
export const portalViews = (site: Site, locale: string, section: Section): readonly EntryView[] =>
	feedViews(site, locale, section, rows);

const element = (
	tagName: string,
	properties: Element['properties'],
	...children: (ElementContent | string)[]
): Element => ({
	type: 'element',
	tagName,
	properties,
	children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
const link = (href: string, words: string) => element('a', { href }, words);

/**
 * The latest of a section as a piece of HTML that a portal pastes into a page of its own: words and links only, full public
 * addresses, publisher and day named at its end.
 */
export function portalBlock(site: Site, locale: string, section: Section): string {
	const say = wordsFor(locale, 'embed');
	const formats = siteFormats(site, locale);
	const sectionTitle = wordsFor(locale, 'sections')(section);
	const title = say('frameTitle', { section: sectionTitle, site: site.words(site.config.title, locale).text });
	const items = portalViews(site, locale, section).map((view) =>
		element(
			'li',
			{},
			link(site.url(view.path), view.text.title),
			' ',
			element('time', { dateTime: view.changedOn }, formats.period(view.changedOn)),
			element('p', {}, view.text.description),
		),
	);
	const publisher = site.words(site.config.publisher.name, locale).text;
	const colon = wordsFor(locale, 'common')('colon');
	const block = element(
		'section',
		{ lang: site.locale(locale).tag },
		element('h2', {}, link(site.url(site.path(locale, section)), title)),
		items.length === 0 ? element('p', {}, say('empty')) : element('ul', {}, ...items),
		element(
			'p',
			{},
			`${say('source')}${colon}`,
			link(site.url(site.path(locale)), publisher),
			wordsFor(locale, 'common')('comma'),
			say('asOf', { date: formats.period(site.day) }),
		),
	);
	return `${toHtml(block)}\n`;
}
