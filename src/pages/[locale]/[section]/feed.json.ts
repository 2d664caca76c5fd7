import type { APIRoute } from 'astro';
import { jsonFeed } from '#feeds/news.ts';
import { sectionPaths } from '#components/paths.ts';
import type { Section } from '#schema/site.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => sectionPaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(jsonFeed(site, params['locale'] ?? '', params['section'] as Section), {
		headers: { 'content-type': 'application/feed+json' },
	});
