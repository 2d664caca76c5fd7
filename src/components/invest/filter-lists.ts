import type { Kind } from '#schema/entry.ts';
import type { EntryView, Site } from '#site/model.ts';

/** Stages of a project, in the order that an investor asks for them. */
const stages = ['calling', 'preparing', 'building', 'operating'] as const;
type Stage = (typeof stages)[number];

/** One list of the invest page. */
export interface InvestList {
	/** Anchor, and key of its heading in the interface words. */
	readonly id: 'sectors' | 'zones' | 'procedures' | `projects${Stage}`;
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
	const order: readonly InvestList['id'][] = [
		'sectors',
		'zones',
		...stages.map((stage) => `projects${stage}` as const),
		'procedures',
	];
	const idOf = ({ kind, source }: EntryView) =>
		source.kind === 'project' ? (`projects${source.stage}` as const) : listNames[kind];
	return order
		.map((id) => ({ id, views: views.filter((view) => idOf(view) === id) }))
		.filter((list) => list.views.length > 0);
}
