import type { Kind } from '#schema/entry.ts';
import type { EntryView, Site } from '#site/model.ts';

/** The lists, in the order that an investor asks for them; projects by stage. */
const order = [
	'sectors',
	'zones',
	'projectscalling',
	'projectspreparing',
	'projectsbuilding',
	'projectsoperating',
	'procedures',
] as const;

/** One list of the invest page. */
export interface InvestList {
	/** Anchor, and key of its heading in the interface words. */
	readonly id: (typeof order)[number];
	readonly views: readonly EntryView[];
}

const listNames: Readonly<Partial<Record<Kind, 'sectors' | 'zones' | 'procedures'>>> = {
	sector: 'sectors',
	zone: 'zones',
	procedure: 'procedures',
};

/** The separate lists of the invest page: sectors, zones, projects by stage, procedures; empty ones are left out. Past entries stand in none. */
export function investLists(site: Pick<Site, 'list'>, locale: string): readonly InvestList[] {
	const views = site.list(locale, { section: 'invest' });
	const idOf = ({ kind, source }: EntryView) =>
		source.kind === 'project' ? (`projects${source.stage}` as const) : listNames[kind];
	return order
		.map((id) => ({ id, views: views.filter((view) => idOf(view) === id) }))
		.filter((list) => list.views.length > 0);
}
