import type { APIRoute } from 'astro';
import { serviceWorker } from '#feeds/service-worker.ts';
import { site } from '#site/index.ts';

export const GET: APIRoute = async () =>
	new Response(await serviceWorker(site), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
