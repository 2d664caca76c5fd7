import type { SourceNote } from '#schema/primitives.ts';
import type { EntryView, Site } from './model.ts';

/** The numbered list of sources at the foot of a page. */
export interface Citations {
	/** Sources in the order of the list. */
	readonly sources: readonly SourceNote[];
	/** True when a fact of the page has no source: general knowledge. */
	readonly hasUnsourced: boolean;
	/** Number in the list of a fact's first source, from 1; undefined when the fact has none. */
	numberOf(factId: string): number | undefined;
}

/** Numbers the sources of a page: of its facts as they come, then of its documents, then its own. */
export function citationsOf(
	site: Pick<Site, 'facts' | 'documents'>,
	view: Pick<EntryView, 'factIds' | 'documentIds' | 'source'>,
): Citations {
	const facts = view.factIds.flatMap((id) => site.facts.get(id) ?? []);
	const documents = view.documentIds.flatMap((id) => site.documents.get(id)?.sources ?? []);
	const first = facts.flatMap((fact) => fact.sources.slice(0, 1));
	const others = facts.flatMap((fact) => fact.sources.slice(1));
	const own = [view.source.originSource, ...(view.source.sources ?? [])].filter((item) => item !== undefined);
	const byUrl = new Map<string, SourceNote>();
	for (const source of [...first, ...own, ...others, ...documents])
		if (!byUrl.has(source.url)) byUrl.set(source.url, source);
	const order = [...byUrl.keys()];
	return {
		sources: [...byUrl.values()],
		hasUnsourced: facts.some((fact) => fact.sources.length === 0),
		numberOf(factId) {
			const url = site.facts.get(factId)?.sources[0]?.url;
			return url === undefined ? undefined : order.indexOf(url) + 1;
		},
	};
}
