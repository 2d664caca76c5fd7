import type { APIRoute } from 'astro';
import { localePaths } from '#components/paths.ts';
import { sitemap } from '#feeds/sitemap.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => localePaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(sitemap(site, params['locale'] ?? ''), { headers: { 'content-type': 'application/xml' } });
