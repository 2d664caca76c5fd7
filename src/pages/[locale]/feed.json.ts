import type { APIRoute } from 'astro';
import { jsonFeed } from '#feeds/news.ts';
import { localePaths } from '#components/paths.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => localePaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(jsonFeed(site, params['locale'] ?? ''), { headers: { 'content-type': 'application/feed+json' } });
