import type { APIRoute } from 'astro';
import { localePaths } from '#components/paths.ts';
import { site } from '#site/index.ts';

/** The coast lines of the maps, under the licence they came with; no such file where there is no coast. */
export const getStaticPaths = () => (site.coast ? localePaths(site) : []);
export const GET: APIRoute = () =>
	new Response(`${JSON.stringify(site.coast)}\n`, { headers: { 'content-type': 'application/geo+json' } });
