import type { APIRoute } from 'astro';
import { sitemapIndex } from '#feeds/sitemap.ts';
import { site } from '#site/index.ts';

export const GET: APIRoute = () => new Response(sitemapIndex(site), { headers: { 'content-type': 'application/xml' } });
