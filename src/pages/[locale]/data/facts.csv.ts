import type { APIRoute } from 'astro';
import { factsCsv } from '#feeds/facts.ts';
import { localePaths } from '#components/paths.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => localePaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(factsCsv(site, params['locale'] ?? ''), { headers: { 'content-type': 'text/csv' } });
