import type { Site } from '#site/model.ts';

/** One static path per language. */
export function localePaths(site: Site) {
	return site.locales.map(({ locale }) => ({ params: { locale }, props: { locale } }));
}

/** One static path per language and section. */
export function sectionPaths(site: Site) {
	return site.locales.flatMap(({ locale }) =>
		site.sections.map((section) => ({ params: { locale, section }, props: { locale, section } })),
	);
}
