import type { APIRoute } from 'astro';
import { localePaths } from '#components/paths.ts';
import { podcastFeed } from '#feeds/podcast.ts';
import { site } from '#site/index.ts';
import { podcastViews } from '#site/media.ts';

/** Only languages that have recordings have a podcast. */
export const getStaticPaths = () =>
	localePaths(site).filter(({ props }) => podcastViews(site, props.locale).length > 0);
export const GET: APIRoute = ({ params }) =>
	new Response(podcastFeed(site, params['locale'] ?? ''), { headers: { 'content-type': 'application/rss+xml' } });
