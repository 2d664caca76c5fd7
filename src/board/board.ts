import type { Section } from '#schema/site.ts';
import { sections } from '#schema/site.ts';
import type { Site } from '#site/model.ts';
import type { TrackedContent } from '#tracking/files.ts';
import { statusRows, type StatusRow } from '#tracking/rows.ts';
import { changeNames, partName, stateNames, type StateName } from '#tracking/state.ts';

/** The same words in the two languages of the board. */
export interface Both {
	readonly vi: string;
	readonly en: string;
}

/** A changed part of a source text. */
export interface BoardPart {
	/** Its heading, or what stands there without one. */
	readonly name: Both;
	/** What happened to it. */
	readonly change: Both;
	readonly words: number;
}

/** One translation. */
export interface BoardCell {
	readonly locale: string;
	readonly state: StateName;
	/** Its public page, if the text is published. */
	readonly href: string | undefined;
	readonly parts: readonly BoardPart[];
	/** Words of all changed parts. */
	readonly words: number;
	/** Day of the source that it does not follow yet; undefined unless it is behind. */
	readonly since: string | undefined;
	readonly isDamaged: boolean;
	/** Line for a terminal that begins the work; undefined where nothing is to be done, or only a field to be filled in. */
	readonly command: string | undefined;
	/** Its file, from the folder around the content folder. */
	readonly file: string;
}

/** One entry with its translations in the order of the languages. */
export interface BoardEntry {
	readonly entry: string;
	readonly title: string;
	/** Public page of the source text, if it is published. */
	readonly href: string | undefined;
	readonly cells: readonly BoardCell[];
}

/** How many translations are in each state, and how many words those that are behind ask for. */
export type Counts = Readonly<Record<StateName, number>> & { readonly words: number };

/** A section; its entries that are behind come first, then those with other work. */
export interface BoardSection {
	readonly section: Section;
	/** One for each language, in their order. */
	readonly counts: readonly Counts[];
	/** Of all languages together. */
	readonly total: Counts;
	readonly entries: readonly BoardEntry[];
}

/** A picture of the look, with an address that works from the folder of the board. */
export interface BoardPicture {
	readonly src: string;
	readonly width: number;
	readonly height: number;
}

/** Everything that the board shows; plain data, so that it can be handed to the build. */
export interface Board {
	readonly title: string;
	readonly place: string;
	readonly publisher: string;
	/** Day for which it was made. */
	readonly day: string;
	readonly mark: BoardPicture;
	readonly icon: string;
	/** Languages of the site but the source's. */
	readonly locales: readonly { readonly locale: string; readonly tag: string; readonly name: string }[];
	readonly counts: readonly Counts[];
	readonly total: Counts;
	readonly sections: readonly BoardSection[];
	/** Entries whose source has errors: nothing can be said of them. */
	readonly unread: readonly string[];
}

/** What the board needs besides the state of the translations. */
export interface BoardOptions {
	readonly day: string;
	/** The model of the site, for addresses; undefined leaves links out. */
	readonly site: Site | undefined;
	readonly mark: BoardPicture;
	readonly icon: string;
	/** Name of the content folder. */
	readonly folderName: string;
	/** A command of the project as a line to copy. */
	readonly commandLine: (name: string, args: readonly string[]) => string;
}

function countsOf(rows: readonly StatusRow[]): Counts {
	const counts = { current: 0, behind: 0, missing: 0, unreviewed: 0, unrecorded: 0, words: 0 };
	for (const { translation, words } of rows) {
		counts[translation.state] += 1;
		counts.words += words;
	}
	return counts;
}

/** Address of the words of an entry in a language: never of a page that shows another language's. */
function address(site: Site | undefined, entry: string, locale: string): string | undefined {
	const view = site?.view(entry, locale);
	return site && view && !view.isFallback ? site.url(view.path) : undefined;
}

/** Marks around names of fields are for terminals. */
const plain = ({ vi, en }: Both): Both => ({ vi: vi.replaceAll('`', ''), en: en.replaceAll('`', '') });

function cellOf({ entry, translation, parts, words }: StatusRow, options: BoardOptions): BoardCell {
	const { locale, state } = translation;
	const { commandLine, folderName, site } = options;
	const commands: Readonly<Record<StateName, (() => string) | undefined>> = {
		current: undefined,
		behind: () => commandLine('translate', [entry.entry, locale]),
		missing: () => commandLine('new', [entry.entry, '--locale', locale]),
		unreviewed: undefined,
		unrecorded: () => commandLine('translate', ['accept', entry.entry, locale]),
	};
	return {
		locale,
		state,
		href: address(site, entry.entry, locale),
		parts: parts.map((part) => ({
			name: plain(partName(part.change)),
			change: changeNames[part.change.kind],
			words: part.words,
		})),
		words,
		since: translation.since,
		isDamaged: translation.damage !== undefined,
		command: commands[state]?.(),
		file: `${folderName}/${entry.entry}/${locale}.mdx`,
	};
}

/** Place among the entries of a section: what readers are told wrongly comes first, then other work, then what is done. */
function urgency({ cells }: BoardEntry): number {
	if (cells.some(({ state }) => state === 'behind')) return 0;
	return cells.some(({ state }) => state !== 'current') ? 1 : 2;
}

/** Puts the state of all translations into the shape that the board shows. Pure. */
export function boardOf({ content, entries, folder }: TrackedContent, options: BoardOptions): Board {
	const [source, ...locales] = content.site.locales;
	const sourceLocale = source?.locale ?? 'vi';
	const rows = statusRows(entries, source?.tag ?? 'vi');
	const perLocale = (some: readonly StatusRow[]) =>
		locales.map(({ locale }) => countsOf(some.filter(({ translation }) => translation.locale === locale)));
	const { title, place, publisher } = content.site;
	const bySection = Map.groupBy(rows, ({ entry }) => entry.section);
	const known = new Set(entries.map(({ entry }) => entry));
	const inSource = (words: Readonly<Record<string, string>>) => words[sourceLocale] ?? Object.values(words)[0] ?? '';
	return {
		title: inSource(title),
		place: inSource(place),
		publisher: inSource(publisher.name),
		day: options.day,
		mark: options.mark,
		icon: options.icon,
		locales: locales.map(({ locale, tag, name }) => ({ locale, tag, name })),
		counts: perLocale(rows),
		total: countsOf(rows),
		sections: sections.flatMap((section): BoardSection[] => {
			const own = bySection.get(section);
			if (!own) return [];
			const listed = [...Map.groupBy(own, ({ entry }) => entry)].map(([entry, cells]): BoardEntry => ({
				entry: entry.entry,
				title: entry.title,
				href: address(options.site, entry.entry, sourceLocale),
				cells: cells.map((row) => cellOf(row, options)),
			}));
			return [
				{
					section,
					counts: perLocale(own),
					total: countsOf(own),
					entries: listed.sort((a, b) => urgency(a) - urgency(b)),
				},
			];
		}),
		unread: folder.entries.map(({ path }) => path).filter((path) => !known.has(path)),
	};
}

/** Counts of states that are not current: work to do. */
export const openWork = (counts: Counts): number =>
	stateNames.reduce((sum, state) => (state === 'current' ? sum : sum + counts[state]), 0);
