import type { DocumentRecord } from '#schema/documents.ts';
import { investorPart } from '#schema/entry.ts';
import type { Fact } from '#schema/facts.ts';
import { investorFactIds, investorGroups, type InvestorGroup } from '#schema/sector.ts';
import type { EntryView, Site } from './model.ts';

/** Facts of one group; none when the sources do not state any. */
export interface FactGroup {
	readonly id: InvestorGroup;
	readonly facts: readonly Fact[];
}

/** An incentive with what the register says of the document that grants it. */
export interface Incentive {
	/** What it grants, in the language of the text. */
	readonly words: string;
	readonly document: DocumentRecord;
	readonly facts: readonly Fact[];
	/** True when the document has ended or was replaced by the day of the build. */
	readonly isOver: boolean;
	readonly replacedBy: DocumentRecord | undefined;
}

type Registers = Pick<Site, 'facts' | 'documents' | 'day'>;
type Shown = Pick<EntryView, 'source' | 'text'>;

const factsOf = (site: Pick<Site, 'facts'>, ids: readonly string[] | undefined): Fact[] =>
	(ids ?? []).flatMap((id) => site.facts.get(id) ?? []);

/** Whether an entry says anything by groups: then all groups are shown, those that the sources leave out with a word that they do. */
export function hasGroups({ source }: Pick<EntryView, 'source'>): boolean {
	const { incentives, ...groups } = investorPart(source);
	return incentives !== undefined || investorGroups.some((name) => groups[name] !== undefined);
}

/** The groups of a sector or zone, in the order of the page. */
export function groupsOf(site: Pick<Site, 'facts'>, { source }: Pick<EntryView, 'source'>): readonly FactGroup[] {
	return investorGroups.map((id) => ({ id, facts: factsOf(site, investorPart(source)[id]) }));
}

/** Figures at the head of the page. */
export function snapshotOf(site: Pick<Site, 'facts'>, { source }: Pick<EntryView, 'source'>): readonly Fact[] {
	return 'facts' in source ? factsOf(site, source.facts) : [];
}

/** Incentives, each with its document; one whose document or words are lacking is left out, as the check tells. */
export function incentivesOf(site: Registers, { source, text }: Shown): readonly Incentive[] {
	const { incentives = [] } = investorPart(source);
	return incentives.flatMap((item, index) => {
		const document = site.documents.get(item.document);
		const words = text.incentiveWords?.[index];
		if (!document || words === undefined) return [];
		const replacedBy = document.supersededBy === undefined ? undefined : site.documents.get(document.supersededBy);
		const hasEnded = document.validUntil !== undefined && document.validUntil < site.day;
		return [
			{ words, document, facts: factsOf(site, item.facts), isOver: hasEnded || replacedBy !== undefined, replacedBy },
		];
	});
}

/** Sectors and zones that can be set side by side, by kind and then by title. */
export function comparedViews(site: Pick<Site, 'list' | 'locale'>, locale: string): readonly EntryView[] {
	const { compare } = new Intl.Collator(site.locale(locale).tag);
	return site
		.list(locale, { section: 'invest', kinds: ['sector', 'zone'] })
		.filter(hasGroups)
		.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : compare(titleOf(a), titleOf(b))));
}

/** Short name of an entry, for tables and choices. */
export const titleOf = ({ text }: Pick<EntryView, 'text'>): string => text.label ?? text.title;

/** Ids of the sectors and zones that a page belongs to: a sector or zone to itself, a project to those that it names. */
export function sectorsOf({ id, source }: Pick<EntryView, 'id' | 'source'>): readonly string[] {
	if (source.kind === 'sector' || source.kind === 'zone') return [id];
	return source.kind === 'project' ? (source.sectors ?? []) : [];
}

/** Projects of a sector or zone that are not past, those that call for capital first. */
export function projectsIn(
	site: Pick<Site, 'list'>,
	{ id, locale }: Pick<EntryView, 'id' | 'locale'>,
): readonly EntryView[] {
	const isCalling = ({ source }: EntryView) => source.kind === 'project' && source.stage === 'calling';
	return site
		.list(locale, { section: 'invest', kinds: ['project'] })
		.filter((view) => sectorsOf(view).includes(id))
		.sort((a, b) => Number(isCalling(b)) - Number(isCalling(a)));
}

/** Address of the print sheet of a sector or zone, made nowhere else. */
export const sheetPath = ({ path }: Pick<EntryView, 'path'>): string => `${path}sheet/`;

/** Address of its figures as CSV, made nowhere else. */
export const csvPath = ({ path }: Pick<EntryView, 'path'>): string => `${path}facts.csv`;

/** Pages that have a print sheet and a file of figures. */
export const sheetViews = (site: Pick<Site, 'entryViews'>): readonly EntryView[] => site.entryViews.filter(hasGroups);

/** Facts of the sheet and the file of figures, each once, in the order of the page. */
export function sheetFactIds(site: Pick<Site, 'facts'>, { source }: Pick<EntryView, 'source'>): readonly string[] {
	const ids = [...snapshotOf(site, { source }).map(({ id }) => id), ...investorFactIds(investorPart(source))];
	return [...new Set(ids)].filter((id) => site.facts.has(id));
}
