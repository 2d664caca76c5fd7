import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { wordsFor } from '#language/words.ts';
import { startOfDay } from '#language/zone.ts';
import type { Section } from '#schema/site.ts';
import type { EntryView, Site } from '#site/model.ts';
import { withFigures } from './figures.ts';

/** Texts that a feed tells: those really written in its language, newest change first, at most `count`. */
export function feedViews(site: Site, locale: string, section: Section | undefined, count = 50): readonly EntryView[] {
	return site
		.list(locale, section === undefined ? {} : { section })
		.filter((view) => !view.isFallback && view.kind !== 'page')
		.toSorted((a, b) => (a.changedOn < b.changedOn ? 1 : a.changedOn > b.changedOn ? -1 : 0))
		.slice(0, count);
}

function titleOf(site: Site, locale: string, section: Section | undefined): string {
	const title = site.words(site.config.title, locale).text;
	return section === undefined
		? title
		: wordsFor(locale, 'pages')('feedTitle', { section: wordsFor(locale, 'sections')(section), site: title });
}

/** A text in a few words and, where its page begins with figures, these. */
function tell(site: Site, view: EntryView) {
	const summary = view.text.summary ?? view.text.description;
	return { summary, html: withFigures(site, view, summary) };
}

/** Atom feed of a language, or of one section in it. Times come from front matter, never from a clock. */
export function atomFeed(site: Site, locale: string, section?: Section): string {
	const views = feedViews(site, locale, section);
	const moment = (day: string) => startOfDay(day, site.config.zone);
	const home = site.url(section === undefined ? site.path(locale) : site.path(locale, section));
	const { tag } = site.locale(locale);
	const publisher = site.words(site.config.publisher.name, locale).text;
	return generateAtomFeed({
		id: home,
		title: { value: titleOf(site, locale, section) },
		updated: moment(views[0]?.changedOn ?? site.day),
		authors: [{ name: publisher }],
		links: [
			{ href: home, rel: 'alternate', type: 'text/html', hreflang: tag },
			{
				href: site.url(section === undefined ? site.file(locale, 'feed.xml') : site.file(locale, section, 'feed.xml')),
				rel: 'self',
				type: 'application/atom+xml',
			},
		],
		xml: { lang: tag },
		entries: views.map((view) => {
			const { summary, html } = tell(site, view);
			return {
				id: site.url(view.path),
				title: { value: view.text.title },
				updated: moment(view.changedOn),
				published: moment(view.source.date),
				summary: { value: summary },
				...(html !== undefined && { content: { value: html, type: 'html' } }),
				links: [{ href: site.url(view.path), rel: 'alternate', type: 'text/html', hreflang: tag }],
				categories: [{ term: view.section, label: wordsFor(locale, 'sections')(view.section) }],
			};
		}),
	});
}

/** The same as JSON Feed. */
export function jsonFeed(site: Site, locale: string, section?: Section): string {
	const { tag } = site.locale(locale);
	const moment = (day: string) => startOfDay(day, site.config.zone);
	const feed = generateJsonFeed({
		title: titleOf(site, locale, section),
		home_page_url: site.url(section === undefined ? site.path(locale) : site.path(locale, section)),
		feed_url: site.url(
			section === undefined ? site.file(locale, 'feed.json') : site.file(locale, section, 'feed.json'),
		),
		language: tag,
		authors: [{ name: site.words(site.config.publisher.name, locale).text }],
		items: feedViews(site, locale, section).map((view) => {
			const { summary, html } = tell(site, view);
			return {
				id: site.url(view.path),
				url: site.url(view.path),
				title: view.text.title,
				...(html === undefined ? { content_text: summary } : { summary, content_html: html }),
				...(view.cover && { image: site.url(view.cover.card) }),
				date_published: moment(view.source.date),
				date_modified: moment(view.changedOn),
				language: tag,
				tags: [view.section],
			};
		}),
	});
	return `${JSON.stringify(feed, null, '\t')}\n`;
}
