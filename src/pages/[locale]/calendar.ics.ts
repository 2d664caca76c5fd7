import type { APIRoute } from 'astro';
import { calendar } from '#feeds/calendar.ts';
import { localePaths } from '#components/paths.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => localePaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(calendar(site, params['locale'] ?? ''), { headers: { 'content-type': 'text/calendar' } });
