import type { MediaFile } from '#media/media-file.ts';
import type { Picture } from '#pictures/picture.ts';
import type { Coast } from '#schema/coast.ts';
import type { Content, ContentEntry, ContentText } from '#schema/content.ts';
import type { DocumentRecord } from '#schema/documents.ts';
import { investorPart, type EntrySource, type EntryText, type Kind } from '#schema/entry.ts';
import type { Fact } from '#schema/facts.ts';
import type { Term } from '#schema/glossary.ts';
import type { Holiday } from '#schema/holidays.ts';
import type { WordsByLocale } from '#schema/primitives.ts';
import { chartFactIds } from '#schema/chart.ts';
import type { TableRow } from '#schema/table.ts';
import { investorFactIds } from '#schema/sector.ts';
import {
	sections,
	type Congress,
	type Look,
	type LocaleFacts,
	type Milestone,
	type Section,
	type SiteConfig,
} from '#schema/site.ts';
import { componentUses, headingTitles, partIds, wordCount, type Part } from '#schema/parts.ts';

/** A fault of the model that the content check should have told before; names the entry. */
export class SiteError extends Error {}

/** What a translation has not followed of its source. */
export interface Behind {
	/** Day of the source's last change that readers are told of. */
	readonly since: string;
	/** Ids of the parts that changed: `words` for the front matter, `lead`, else anchors. */
	readonly partIds: readonly string[];
}

/** What the records of an entry's translations tell of its past. */
export interface TextHistory {
	/** Former anchors of reworded headings → anchor of the part. */
	readonly aliases: ReadonlyMap<string, string>;
	/** Translations that are behind, by locale. */
	readonly behind: ReadonlyMap<string, Behind>;
}

/** One entry as one page shows it. `Body` is an HTML tree in a build and anything in tests. */
export interface EntryView<Body = ContentText['body']> {
	/** Path of the entry in the content folder, `visit/ponagar-towers`: its id and page code. */
	readonly id: string;
	readonly section: Section;
	/** Phase of a congress entry. */
	readonly phase: string | undefined;
	readonly slug: string;
	readonly kind: Kind;
	/** Language of the page around the text: menus, dates, address. */
	readonly locale: string;
	/** Language of the text. Differs from `locale` when the translation is missing. */
	readonly textLocale: string;
	/** True when the text is shown in another language than the page's. */
	readonly isFallback: boolean;
	/** Languages that really have this text, in the order of the site. Never lists a fallback. */
	readonly translations: readonly string[];
	/** Site-absolute path with a trailing slash, made nowhere else. */
	readonly path: string;
	/** What does not change with language. */
	readonly source: EntrySource;
	/** The words shown. */
	readonly text: EntryText;
	readonly body: Body;
	/** The words as Markdown, where components of texts look for their like. */
	readonly markdown: ContentText['markdown'];
	/** Parts of the text with titles in its language and ids of the source. */
	readonly parts: readonly Part[];
	/** Former anchors of parts → anchor, so that old links still find their part. */
	readonly aliases: ReadonlyMap<string, string>;
	/** What the words shown have not followed of their source; undefined when they say what it says. */
	readonly behind: Behind | undefined;
	/** Facts, documents and terms that the page states, in the order of their first mention. */
	readonly factIds: readonly string[];
	readonly documentIds: readonly string[];
	/** Rows of the tables beside the text, by file name, for charts. */
	readonly tables: ReadonlyMap<string, readonly TableRow[]>;
	/** Minutes to read, at 200 words a minute, at least 1. */
	readonly minutes: number;
	/** Day of the last change of the words shown. */
	readonly changedOn: string;
	/** True once the last day of its validity is past: shown as past, and out of lists. */
	readonly isPast: boolean;
	readonly isDraft: boolean;
	readonly cover: Picture | undefined;
}

/** State of a phase on the day of the build. */
export type PhaseState = 'upcoming' | 'underWay' | 'finished';

/** One phase of one congress: its days and state. */
export interface CongressPhase {
	readonly congress: Congress;
	readonly phase: string;
	readonly start: string | undefined;
	readonly end: string | undefined;
	readonly state: PhaseState;
}

/** A moment of a congress with the fact that dates it. */
export interface DatedMilestone extends Milestone {
	readonly date: Fact & { readonly kind: 'date' };
}

/** A language in the switcher of one page. */
export interface Alternate {
	readonly locale: LocaleFacts;
	/** Address of the page in that language, or of the nearest page that exists. */
	readonly path: string;
	/** False when that language has no words of its own for this page. */
	readonly isTranslated: boolean;
}

/** What to build, besides the content. */
export interface BuildOptions {
	/** Day of the build, `YYYY-MM-DD`, in the zone of the site. */
	readonly day: string;
	/** Path under which the site is served, `/` at both ends. */
	readonly base: string;
	/** Drafts and texts of the future are there, marked. */
	readonly isPreview?: boolean;
	/** Pictures by path in the content folder. */
	readonly pictures?: ReadonlyMap<string, Picture>;
	/** Films, recordings and captions by path in the content folder. */
	readonly media?: ReadonlyMap<string, MediaFile>;
	/** What the records of translations tell, by path of the entry. */
	readonly histories?: ReadonlyMap<string, TextHistory>;
}

/** Everything that pages ask for. */
export interface Site {
	readonly config: SiteConfig;
	/** Look of the locality, if it has one. */
	readonly look: Look | undefined;
	/** Land around the map centre, if the locality has a coast. */
	readonly coast: Coast | undefined;
	readonly day: string;
	readonly base: string;
	readonly locales: readonly LocaleFacts[];
	readonly sourceLocale: string;
	/** Sections that have entries, in the order of the site. */
	readonly sections: readonly Section[];
	/** Every page of an entry, in every language that has one. */
	readonly entryViews: readonly EntryView[];
	/** Phases of a congress with entries or dates, in order. */
	readonly phases: readonly string[];
	readonly pictures: ReadonlyMap<string, Picture>;
	readonly media: ReadonlyMap<string, MediaFile>;
	readonly facts: ReadonlyMap<string, Fact>;
	readonly documents: ReadonlyMap<string, DocumentRecord>;
	readonly glossary: ReadonlyMap<string, Term>;
	readonly holidays: ReadonlyMap<string, Holiday>;
	locale(locale: string): LocaleFacts;
	/** Words of a register in the first language of the reader's chain that has them. */
	words(byLocale: WordsByLocale, locale: string): { readonly text: string; readonly locale: string };
	/** Title of a phase in the reader's language. */
	phaseTitle(phase: string, locale: string): string;
	/** The page of an entry in a language, if there is one. */
	view(id: string, locale: string): EntryView | undefined;
	/** Entries for a list: newest first, without past ones, fallbacks included where the section shows them. */
	list(
		locale: string,
		filter?: { section?: Section; phase?: string; kinds?: readonly Kind[]; congress?: string; isPast?: boolean },
	): readonly EntryView[];
	/** The entries before and after this one in its list. */
	neighbours(view: EntryView): { readonly previous: EntryView | undefined; readonly next: EntryView | undefined };
	/** Up to `count` other entries that share topics, congress or section, best first. */
	related(view: EntryView, count: number): readonly EntryView[];
	/** Phases of a congress with their days and state. */
	congressPhases(congress: Congress): readonly CongressPhase[];
	/** Moments of a congress in order of their days, all or those that fall into a phase. */
	milestones(congress: Congress, phase?: string): readonly DatedMilestone[];
	/** Notices that hold on the day of the build or are announced for later, the next first. */
	notices(locale: string): readonly EntryView[];
	/** Switcher of an entry's page. */
	alternates(view: EntryView): readonly Alternate[];
	/** Switcher of a page that every language has: `pathFor` makes its address. */
	alternatesOf(pathFor: (locale: string) => string): readonly Alternate[];
	/** Address of a page of the site from its parts: `path('ko', 'visit')` → `/ko/visit/`. */
	path(...parts: readonly string[]): string;
	/** The same for a file: no slash at the end. */
	file(...parts: readonly string[]): string;
	/** Full public address of a path. */
	url(path: string): string;
	/** Address of an inner link as editors write it (`/visit/ponagar-towers/`), in the reader's language; undefined when there is no such page. */
	resolveLink(href: string, locale: string): string | undefined;
}

const newestFirst = (a: EntryView, b: EntryView): number =>
	a.source.date < b.source.date ? 1 : a.source.date > b.source.date ? -1 : a.id < b.id ? -1 : 1;

/** Whether a moment has come on a day; a day alone counts from its start. */
function hasCome(moment: string | undefined, day: string, zoneOfDay: string): boolean {
	if (moment === undefined) return false;
	if (moment.length === 10) return moment <= day;
	return localDay(moment, zoneOfDay) <= day;
}

function localDay(moment: string, zone: string): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
		new Date(moment),
	);
}

/** State of a span of days on a day. Without a start it has begun, without an end it goes on. */
export function phaseState(start: string | undefined, end: string | undefined, day: string): PhaseState {
	if (start !== undefined && day < start) return 'upcoming';
	return end !== undefined && day > end ? 'finished' : 'underWay';
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** First day of a notice. */
const fromOf = ({ source }: EntryView): string => (source.kind === 'notice' ? source.from : source.date);

/** Fact ids of an entry: those of its front matter first, then those of its body. */
function factIdsOf(entry: ContentEntry, text: ContentText, facts: ReadonlyMap<string, Fact>): string[] {
	const listed = 'facts' in entry.source ? (entry.source.facts ?? []) : [];
	const cited = componentUses(text.markdown, ['Fact'], 'id').map(({ value }) => value);
	const tiles = componentUses(text.markdown, ['Facts'], 'ids').flatMap(({ value }) =>
		value.split(/\s+/).filter(Boolean),
	);
	const days = componentUses(text.markdown, ['Day', 'Seasons'], 'fact').map(({ value }) => value);
	const drawn = chartFactIds(text.markdown, facts, entry.tables ?? new Map());
	const ofInvestors = investorFactIds(investorPart(entry.source));
	return unique([...listed, ...ofInvestors, ...inOrder(text, cited, tiles, days), ...drawn]);
}

function inOrder(text: ContentText, ...groups: readonly (readonly string[])[]): string[] {
	const wanted = new Set(groups.flat());
	const all = ['id', 'ids', 'fact'].flatMap((attribute) =>
		componentUses(text.markdown, ['Fact', 'Facts', 'Day', 'Seasons'], attribute).flatMap(({ value }) =>
			value.split(/\s+/).filter(Boolean),
		),
	);
	return unique(all.filter((id) => wanted.has(id)));
}

function documentIdsOf(entry: ContentEntry, text: ContentText): string[] {
	const own = 'document' in entry.source ? [entry.source.document] : [];
	const basis = 'documents' in entry.source ? (entry.source.documents ?? []) : [];
	const granting = (investorPart(entry.source).incentives ?? []).map(({ document }) => document);
	const cited = [['Doc', 'id'] as const, ['Step', 'law'] as const].flatMap(([name, attribute]) =>
		componentUses(text.markdown, [name], attribute).map(({ value }) => value),
	);
	return unique([...own, ...basis, ...granting, ...cited]);
}

/**
 * Joins entries and registers into what pages show. Pure: no files, no Astro, no clock.
 *
 * @param content - Everything of one locality, checked for shape.
 * @throws {@link SiteError} when an entry has no text in any language of a fallback chain.
 */
export function buildSite(
	content: Content,
	{ day, base, isPreview = false, pictures = new Map(), media = new Map(), histories = new Map() }: BuildOptions,
): Site {
	const { site: config } = content;
	const { locales } = config;
	const sourceLocale = locales[0]?.locale ?? 'vi';
	const path = (...parts: readonly string[]) =>
		base +
		parts
			.filter(Boolean)
			.map((part) => `${part}/`)
			.join('');
	const localeOf = (locale: string): LocaleFacts => {
		const found = locales.find((item) => item.locale === locale);
		if (!found) throw new SiteError(`No language ${locale} in site.yaml`);
		return found;
	};
	const chainOf = (locale: string) => [locale, ...localeOf(locale).fallback];

	const isPublished = ({ source }: ContentEntry): boolean => {
		if (hasCome(source.expireAt, day, config.zone)) return false;
		if (isPreview) return true;
		return source.status !== 'draft' && (source.publishAt === undefined || hasCome(source.publishAt, day, config.zone));
	};

	const published = content.entries.filter(isPublished);
	const viewOf = (entry: ContentEntry, locale: string): EntryView | undefined => {
		const translations = locales
			.map((item) => item.locale)
			.filter((item) => {
				const text = entry.texts.get(item);
				return text !== undefined && (isPreview || text.words.translation !== 'machine-draft');
			});
		const isHidden = config.untranslated[entry.section] === 'hide';
		if (!translations.includes(locale) && isHidden) return undefined;
		const textLocale = chainOf(locale).find((item) => translations.includes(item));
		const text = textLocale === undefined ? undefined : entry.texts.get(textLocale);
		const sourceText = entry.texts.get(sourceLocale);
		if (textLocale === undefined || !text || !sourceText)
			throw new SiteError(`${entry.path} has no text that ${locale} can show`);
		const { source } = entry;
		let parts: EntryView['parts'] | undefined;
		let factIds: readonly string[] | undefined;
		let documentIds: readonly string[] | undefined;
		let minutes: number | undefined;
		const coverPath = source.cover && `${entry.path}/${source.cover.slice(2)}`;
		return {
			id: entry.path,
			section: entry.section,
			phase: entry.phase,
			slug: entry.slug,
			kind: source.kind,
			locale,
			textLocale,
			isFallback: textLocale !== locale,
			translations,
			path: path(locale, entry.path),
			source,
			text: text.words,
			get body() {
				return text.body;
			},
			aliases: histories.get(entry.path)?.aliases ?? new Map<string, string>(),
			behind: histories.get(entry.path)?.behind.get(textLocale),
			tables: entry.tables ?? new Map(),
			get markdown() {
				return text.markdown;
			},
			// Found out when a page asks: the check makes the model of a whole folder and needs none of them.
			get parts() {
				if (parts) return parts;
				const ids = partIds(headingTitles(sourceText.markdown));
				parts = headingTitles(text.markdown).map((title, index) => ({ id: ids[index] ?? `part-${index + 1}`, title }));
				return parts;
			},
			get factIds() {
				return (factIds ??= factIdsOf(entry, text, content.facts));
			},
			get documentIds() {
				return (documentIds ??= documentIdsOf(entry, text));
			},
			get minutes() {
				return (minutes ??= Math.max(1, Math.round(wordCount(text.markdown) / 200)));
			},
			changedOn: (textLocale === sourceLocale ? source.updated : text.words.updated) ?? source.updated ?? source.date,
			isPast:
				(source.validUntil !== undefined && source.validUntil < day) ||
				(source.kind === 'notice' && source.until < day),
			isDraft: source.status === 'draft' || text.words.translation === 'machine-draft',
			cover: coverPath ? pictures.get(coverPath) : undefined,
		};
	};
	const entryViews = published
		.flatMap((entry) => locales.map(({ locale }) => viewOf(entry, locale)))
		.filter((view): view is EntryView => view !== undefined)
		.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const byAddress = new Map(entryViews.map((view) => [`${view.locale}/${view.id}`, view]));
	const byLocale = new Map(
		locales.map(({ locale }) => [locale, entryViews.filter((view) => view.locale === locale).sort(newestFirst)]),
	);
	const used = sections.filter((section) => published.some((entry) => entry.section === section));
	const hasCongress = used.includes('congress');
	const phases = hasCongress ? config.phases.map((phase) => phase.id) : [];
	const pages = new Set<string>([
		'',
		'all',
		'search',
		'offline',
		'data',
		'embed',
		...used,
		...phases.map((phase) => `congress/${phase}`),
	]);

	/** Files that every language has beside its pages, and that a text may link to. */
	const files = new Set<string>([
		...['feed.xml', 'feed.json'].flatMap((file) => [file, ...used.map((section) => `${section}/${file}`)]),
		...['calendar.ics', 'data/facts.csv', 'data/facts.json'],
		...(content.coast ? ['data/coast.json'] : []),
	]);

	const words: Site['words'] = (map, locale) => {
		const found =
			[...chainOf(locale), sourceLocale, ...Object.keys(map)].find((item) => map[item] !== undefined) ?? sourceLocale;
		return { text: map[found] ?? '', locale: found };
	};
	const list: Site['list'] = (locale, { section, phase, kinds, congress, isPast = false } = {}) =>
		(byLocale.get(locale) ?? []).filter(
			(view) =>
				view.isPast === isPast &&
				(section === undefined || view.section === section) &&
				(phase === undefined || view.phase === phase) &&
				(kinds === undefined || kinds.includes(view.kind)) &&
				(congress === undefined || (view.source.congress ?? []).includes(congress)),
		);
	const view: Site['view'] = (id, locale) => byAddress.get(`${locale}/${id}`);
	const alternatesOf: Site['alternatesOf'] = (pathFor) =>
		locales.map((locale) => ({ locale, path: pathFor(locale.locale), isTranslated: true }));

	return {
		config,
		look: content.look,
		coast: content.coast,
		day,
		base,
		locales,
		sourceLocale,
		sections: used,
		entryViews,
		phases,
		pictures,
		media,
		facts: content.facts,
		documents: content.documents,
		glossary: content.glossary,
		holidays: content.holidays,
		locale: localeOf,
		words,
		phaseTitle: (phase, locale) => {
			const found = config.phases.find((item) => item.id === phase);
			return found ? words(found.title, locale).text : phase;
		},
		view,
		list,
		neighbours(of) {
			const siblings = list(of.locale, { section: of.section, ...(of.phase !== undefined && { phase: of.phase }) });
			const index = siblings.findIndex((item) => item.id === of.id);
			return index < 0
				? { previous: undefined, next: undefined }
				: { previous: siblings[index + 1], next: siblings[index - 1] };
		},
		related(of, count) {
			const topics = new Set(of.source.topics ?? []);
			const score = (other: EntryView): number =>
				(other.source.topics ?? []).filter((topic) => topics.has(topic)).length * 3 +
				(other.source.congress ?? []).filter((id) => (of.source.congress ?? []).includes(id)).length +
				other.factIds.filter((id) => of.factIds.includes(id)).length +
				(other.section === of.section ? 0.5 : 0);
			return list(of.locale)
				.filter((other) => other.id !== of.id && other.section !== 'about' && score(other) >= 1)
				.sort((a, b) => score(b) - score(a) || newestFirst(a, b))
				.slice(0, count);
		},
		congressPhases: (congress) =>
			config.phases.flatMap(({ id: phase }) => {
				const days = congress.phases[phase];
				return days
					? [{ congress, phase, start: days.start, end: days.end, state: phaseState(days.start, days.end, day) }]
					: [];
			}),
		milestones(congress, phase) {
			const span = phase === undefined ? {} : congress.phases[phase];
			if (!span) return [];
			const dated = congress.milestones.flatMap((milestone) => {
				const date = content.facts.get(milestone.fact);
				return date?.kind === 'date' ? [{ ...milestone, date }] : [];
			});
			const first = ({ date }: DatedMilestone) => date.value.split('/')[0] ?? '';
			return dated
				.filter((item) => phaseState(span.start, span.end, first(item)) === 'underWay')
				.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
		},
		notices: (locale) =>
			list(locale, { kinds: ['notice'] }).toSorted((a, b) =>
				fromOf(a) < fromOf(b) ? -1 : fromOf(a) > fromOf(b) ? 1 : 0,
			),
		alternates: (of) =>
			locales.map((locale) => {
				const other = view(of.id, locale.locale);
				return {
					locale,
					path: other?.path ?? path(locale.locale, of.section),
					isTranslated: of.translations.includes(locale.locale),
				};
			}),
		alternatesOf,
		path,
		file: (...parts) => base + parts.filter(Boolean).join('/'),
		url: (of) => new URL(of, config.address).href,
		resolveLink(href, locale) {
			const [, inner = '', hash = ''] = /^\/?([^#?]*?)\/?(#.*)?$/.exec(href) ?? [];
			// A text may name its own language in the link; the reader stays in his.
			const first = inner.split('/')[0] ?? '';
			const id = locales.some((item) => item.locale === first) ? inner.slice(first.length + 1) : inner;
			const target =
				view(id, locale)?.path ??
				(pages.has(id) ? path(locale, ...id.split('/')) : files.has(id) ? base + [locale, id].join('/') : undefined);
			return target && target + hash;
		},
	};
}
