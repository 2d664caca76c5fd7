import type { APIRoute } from 'astro';
import { atomFeed } from '#feeds/news.ts';
import { sectionPaths } from '#components/paths.ts';
import type { Section } from '#schema/site.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => sectionPaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(atomFeed(site, params['locale'] ?? '', params['section'] as Section), {
		headers: { 'content-type': 'application/atom+xml' },
	});
