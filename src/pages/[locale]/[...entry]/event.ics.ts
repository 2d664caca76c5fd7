import type { APIRoute } from 'astro';
import { entryCalendar } from '#feeds/calendar.ts';
import { eventDays, eventFile } from '#site/event-days.ts';
import { site } from '#site/index.ts';
import type { EntryView } from '#site/model.ts';

export const getStaticPaths = () =>
	site.entryViews
		.filter((view) => eventDays(view) !== undefined)
		.map((view) => ({ params: { locale: view.locale, entry: view.id }, props: { view } }));
interface Props extends Record<string, unknown> {
	view: EntryView;
}
export const GET: APIRoute<Props> = ({ props: { view } }) =>
	new Response(entryCalendar(site, view, site.file(view.locale, view.id, eventFile)), {
		headers: { 'content-type': 'text/calendar' },
	});
