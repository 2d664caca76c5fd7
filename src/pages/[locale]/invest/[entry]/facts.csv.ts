import type { APIRoute } from 'astro';
import { sectorCsv } from '#feeds/sector.ts';
import { site } from '#site/index.ts';
import { sheetViews } from '#site/investor.ts';
import type { EntryView } from '#site/model.ts';

export const getStaticPaths = () =>
	sheetViews(site).map((view) => ({ params: { locale: view.locale, entry: view.slug }, props: { view } }));
export const GET: APIRoute<{ view: EntryView }> = ({ props }) =>
	new Response(sectorCsv(site, props.view), { headers: { 'content-type': 'text/csv' } });
