import type { APIRoute } from 'astro';
import { atomFeed } from '#feeds/news.ts';
import { localePaths } from '#components/paths.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => localePaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(atomFeed(site, params['locale'] ?? ''), { headers: { 'content-type': 'application/atom+xml' } });
