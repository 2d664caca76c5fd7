import type { APIRoute } from 'astro';
import { portalBlock } from '#feeds/portal-block.ts';
import { sectionPaths } from '#components/paths.ts';
import type { Section } from '#schema/site.ts';
import { site } from '#site/index.ts';

export const getStaticPaths = () => sectionPaths(site);
export const GET: APIRoute = ({ params }) =>
	new Response(portalBlock(site, params['locale'] ?? '', params['section'] as Section), {
		headers: { 'content-type': 'text/html; charset=utf-8' },
	});
