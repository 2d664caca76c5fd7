import type { APIRoute } from 'astro';
import { site } from '#site/index.ts';

export const GET: APIRoute = () =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${site.url(site.file('sitemap.xml'))}\n`, {
		headers: { 'content-type': 'text/plain' },
	});
