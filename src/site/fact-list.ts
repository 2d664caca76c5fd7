import type { Fact } from '#schema/facts.ts';
import type { EntryView, Site } from './model.ts';

/** Facts under one heading. */
export interface FactTopic {
	/** Part of the anchor. */
	readonly id: string;
	readonly title: string;
	readonly facts: readonly Fact[];
}

/**
 * Facts by topic: those that `site.yaml` names in its order, then the rest together.
 *
 * @param other - Heading of the rest.
 */
export function factTopics(site: Pick<Site, 'config' | 'facts' | 'words'>, locale: string, other: string): FactTopic[] {
	const named = site.config.factTopics.map(({ id, title }) => ({ id, title: site.words(title, locale).text }));
	const known = new Set(named.map(({ id }) => id));
	const all = [...site.facts.values()];
	return [
		...named.map(({ id, title }) => ({ id, title, facts: all.filter(({ topic }) => topic === id) })),
		{ id: 'other', title: other, facts: all.filter(({ topic }) => topic === undefined || !known.has(topic)) },
	].filter(({ facts }) => facts.length > 0);
}

/** Pages of one language by the facts that they state, in the order of their addresses. */
export function citersOf(site: Pick<Site, 'entryViews'>, locale: string): Map<string, EntryView[]> {
	const citers = new Map<string, EntryView[]>();
	for (const view of site.entryViews)
		if (view.locale === locale) for (const id of view.factIds) citers.set(id, [...(citers.get(id) ?? []), view]);
	return citers;
}
