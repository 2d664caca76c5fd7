import type { EntryView, Site } from '#site/model.ts';

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

interface Row {
	readonly path: string;
	/** Day of the last change; left out for pages that are lists, unless something on them has changed. */
	readonly changed: string | undefined;
	/** The same page by language tag, itself included. */
	readonly alternates: readonly { readonly tag: string; readonly path: string }[];
}

const latestOf = (views: readonly EntryView[]) =>
	views
		.map(({ changedOn }) => changedOn)
		.sort()
		.at(-1);

function listRow(site: Site, locale: string, parts: readonly string[], views: readonly EntryView[]): Row {
	return {
		path: site.path(locale, ...parts),
		changed: latestOf(views.filter((view) => !view.isFallback)),
		alternates: site.locales.map((other) => ({ tag: other.tag, path: site.path(other.locale, ...parts) })),
	};
}

/** Pages of one language that search engines should know, with the day of their last change. */
function rowsOf(site: Site, locale: string): Row[] {
	const own = site.entryViews.filter((view) => view.locale === locale && !view.isFallback && !view.isDraft);
	return [
		listRow(site, locale, [], site.list(locale)),
		...site.sections.map((section) => listRow(site, locale, [section], site.list(locale, { section }))),
		...site.phases.map((phase) =>
			listRow(site, locale, ['congress', phase], site.list(locale, { section: 'congress', phase })),
		),
		listRow(site, locale, ['all'], site.list(locale)),
		...(site.facts.size > 0 ? [listRow(site, locale, ['data'], site.list(locale))] : []),
		...own.map((view) => ({
			path: view.path,
			changed: view.changedOn,
			alternates: view.translations.flatMap((other) => {
				const there = site.view(view.id, other);
				return there ? [{ tag: site.locale(other).tag, path: there.path }] : [];
			}),
		})),
	];
}

/** Sitemap of one language, with the same page in the others. */
export function sitemap(site: Site, locale: string): string {
	const rows = rowsOf(site, locale).map(({ path, changed, alternates }) =>
		[
			'<url>',
			`<loc>${escape(site.url(path))}</loc>`,
			...(changed === undefined ? [] : [`<lastmod>${changed}</lastmod>`]),
			...alternates.map(
				(other) => `<xhtml:link rel="alternate" hreflang="${other.tag}" href="${escape(site.url(other.path))}"/>`,
			),
			'</url>',
		].join(''),
	);
	return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('\n')}\n</urlset>\n`;
}

/** The list of sitemaps, one per language. */
export function sitemapIndex(site: Site): string {
	const rows = site.locales.map(({ locale }) => {
		const changed = latestOf(site.entryViews.filter((view) => view.locale === locale && !view.isFallback));
		return `<sitemap><loc>${escape(site.url(site.file(`sitemap-${locale}.xml`)))}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</sitemap>`;
	});
	return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</sitemapindex>\n`;
}
