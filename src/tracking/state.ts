import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Content } from '#schema/content.ts';
import type { EntryText } from '#schema/entry.ts';
import type { Section } from '#schema/site.ts';
import { changedWords, wordDifference } from './difference.ts';
import {
	changedFields,
	sourceParts,
	unheaded,
	type ReadRecord,
	type RecordDamage,
	type RecordedPart,
	type SourcePart,
	type TranslationRecord,
} from './record.ts';

/** A part of the source that is not what the translation was made from. */
export interface PartChange {
	readonly kind: 'changed' | 'added' | 'removed' | 'moved';
	/** Id of the part; of a removed one its last. */
	readonly id: string;
	/** Id before the heading was reworded. */
	readonly formerId?: string;
	/** Heading of the part; empty for `words` and `lead`. */
	readonly title: string;
	/** The source's words that the translation was made from; empty for an added part. */
	readonly before: string;
	/** The source's words; empty for a removed part. */
	readonly after: string;
	/** Place among the parts of the record, 0 for `words`; undefined for an added part. */
	readonly recordedIndex: number | undefined;
	/** Place among the parts of the source; undefined for a removed part. */
	readonly presentIndex: number | undefined;
}

/**
 * `current`: says what the source says; `behind`: the source has changed since; `missing`: there is no text;
 * `unrecorded`: nobody has recorded what it was made from; `unreviewed`: current, and nobody has read it since it was changed.
 */
export type StateName = 'current' | 'behind' | 'missing' | 'unreviewed' | 'unrecorded';

/** States in the order in which they are shown. */
export const stateNames = [
	'current',
	'behind',
	'missing',
	'unreviewed',
	'unrecorded',
] as const satisfies readonly StateName[];

/** State of one translation. */
export interface TranslationState {
	/** Path of the entry. */
	readonly entry: string;
	readonly locale: string;
	readonly state: StateName;
	/** Somebody has read it since it was changed, whatever else is true of it. */
	readonly isReviewed: boolean;
	/** What changed in the source since; empty unless it is behind. */
	readonly changes: readonly PartChange[];
	/** Day of the source's last change that readers are told of (`updated`, else `date`); undefined unless it is behind. */
	readonly since: string | undefined;
	/** Day of the source that it was made from; undefined without a record. */
	readonly madeFrom: string | undefined;
	/** Why its record cannot be used; it counts as unrecorded then. */
	readonly damage: RecordDamage | undefined;
}

/** An entry with the state of its translations. */
export interface EntryTracking {
	/** Path of the entry. */
	readonly entry: string;
	readonly section: Section;
	/** Title of the source. */
	readonly title: string;
	/** Day of the source: its `updated`, else its `date`. */
	readonly day: string;
	/** Parts of the source. */
	readonly parts: readonly SourcePart[];
	/** Former ids of reworded headings → id of the part. */
	readonly aliases: ReadonlyMap<string, string>;
	/** One for each language of the site but the source's, in its order. */
	readonly translations: readonly TranslationState[];
}

/** Records of a content folder: by path of the entry, then by locale. */
export type Records = ReadonlyMap<string, ReadonlyMap<string, ReadRecord>>;

/** Pairs of parts compared by their words, at most: keeps texts with thousands of headings cheap. */
const maxPairs = 2500;

const bodyOf = (text: string) => text.slice(text.indexOf('\n') === -1 ? text.length : text.indexOf('\n')).trim();

/** How much two texts have in common, 0 to 1, by the words in them. */
function likeness(a: string, b: string): number {
	if (a === b) return 1;
	const [from, to] = [a.split(/\s+/).filter(Boolean), b.split(/\s+/).filter(Boolean)];
	const counts = new Map<string, number>();
	for (const word of from) counts.set(word, (counts.get(word) ?? 0) + 1);
	let common = 0;
	for (const word of to) {
		const left = counts.get(word) ?? 0;
		if (left > 0) common += 1;
		counts.set(word, left - 1);
	}
	return (2 * common) / Math.max(1, from.length + to.length);
}

/**
 * Which recorded part each part of the source was: the same words first, then the same id, then a heading reworded over a body that is
 * at least half the same.
 *
 * @returns Index of the present part → index of the recorded one.
 */
export function matchParts(
	recorded: readonly RecordedPart[],
	present: readonly SourcePart[],
): ReadonlyMap<number, number> {
	const known = matches.get(recorded);
	const found = known?.get(present) ?? pairsOf(recorded, present);
	if (known) known.set(present, found);
	else matches.set(recorded, new WeakMap([[present, found]]));
	return found;
}

/** Comparing words is dear, and the same two lists are asked about for changes and for aliases, in every language. */
const matches = new WeakMap<readonly RecordedPart[], WeakMap<readonly SourcePart[], ReadonlyMap<number, number>>>();

function pairsOf(recorded: readonly RecordedPart[], present: readonly SourcePart[]): ReadonlyMap<number, number> {
	const matched = new Map<number, number>([
		[0, 0],
		[1, 1],
	]);
	const free = new Set(recorded.keys().drop(unheaded));
	const open = new Set(present.keys().drop(unheaded));
	const pair = (presentIndex: number, recordedIndex: number) => {
		matched.set(presentIndex, recordedIndex);
		free.delete(recordedIndex);
		open.delete(presentIndex);
	};
	const pairBy = (key: (part: RecordedPart) => string) => {
		const byKey = new Map<string, number[]>();
		for (const index of free) {
			const part = recorded[index];
			const same = part && byKey.get(key(part));
			if (same) same.push(index);
			else if (part) byKey.set(key(part), [index]);
		}
		for (const index of [...open]) {
			const part = present[index];
			const found = part && byKey.get(key(part))?.shift();
			if (found !== undefined) pair(index, found);
		}
	};
	pairBy(({ id, hash }) => `${id} ${hash}`);
	pairBy(({ hash }) => hash);
	pairBy(({ id }) => id);
	if (free.size * open.size > maxPairs) return matched;
	const likely = [...open]
		.flatMap((presentIndex) =>
			[...free].map((recordedIndex) => ({
				presentIndex,
				recordedIndex,
				like: likeness(bodyOf(recorded[recordedIndex]?.text ?? ''), bodyOf(present[presentIndex]?.text ?? '')),
			})),
		)
		.filter(({ like }) => like >= 0.5)
		.sort(
			(a, b) =>
				b.like - a.like ||
				Math.abs(a.presentIndex - a.recordedIndex) - Math.abs(b.presentIndex - b.recordedIndex) ||
				a.presentIndex - b.presentIndex,
		);
	for (const { presentIndex, recordedIndex } of likely)
		if (open.has(presentIndex) && free.has(recordedIndex)) pair(presentIndex, recordedIndex);
	return matched;
}

/** Indices of the items that need not move for the rest to be in rising order: a longest rising subsequence. */
function settled(values: readonly number[]): Set<number> {
	/** Index of the smallest last value of a rising run of each length. */
	const tails: number[] = [];
	const previous: (number | undefined)[] = [];
	for (const [index, value] of values.entries()) {
		let [low, high] = [0, tails.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
			else high = middle;
		}
		previous[index] = tails[low - 1];
		tails[low] = index;
	}
	const found = new Set<number>();
	for (let index = tails.at(-1); index !== undefined; index = previous[index]) found.add(index);
	return found;
}

/** Heading of a recorded part, from its first line. */
const recordedTitle = (part: RecordedPart) =>
	(part.text.split('\n')[0] ?? '').replace(/^\s*#+\s*|\s*#+\s*$/g, '') || part.id;

/** What changed in a source since it was recorded: parts in their order, removed ones last. */
export function partChanges(recorded: readonly RecordedPart[], present: readonly SourcePart[]): PartChange[] {
	if (recorded.length === present.length && present.every(({ hash }, index) => hash === recorded[index]?.hash))
		return [];
	const matched = matchParts(recorded, present);
	const order = [...matched].sort(([a], [b]) => a - b);
	const stay = settled(order.map(([, recordedIndex]) => recordedIndex));
	const movedParts = new Set(order.filter((_, index) => !stay.has(index)).map(([presentIndex]) => presentIndex));
	const changes: PartChange[] = [];
	for (const [presentIndex, part] of present.entries()) {
		const recordedIndex = matched.get(presentIndex);
		const old = recordedIndex === undefined ? undefined : recorded[recordedIndex];
		const common = {
			id: part.id,
			title: part.title,
			before: old?.text ?? '',
			after: part.text,
			recordedIndex,
			presentIndex,
			...(old && old.id !== part.id && { formerId: old.id }),
		};
		// `words` and `lead` are always there: one without words is as good as none.
		if (!old || (old.text === '' && part.text !== '')) changes.push({ kind: 'added', ...common });
		else if (old.text !== '' && part.text === '') changes.push({ kind: 'removed', ...common });
		else if (old.hash !== part.hash) changes.push({ kind: 'changed', ...common });
		else if (movedParts.has(presentIndex)) changes.push({ kind: 'moved', ...common });
	}
	const kept = new Set(matched.values());
	for (const [recordedIndex, part] of recorded.entries())
		if (!kept.has(recordedIndex))
			changes.push({
				kind: 'removed',
				id: part.id,
				title: recordedTitle(part),
				before: part.text,
				after: '',
				recordedIndex,
				presentIndex: undefined,
			});
	return changes;
}

/**
 * Ids that parts had before their headings were reworded, so that links from elsewhere still find them.
 *
 * @param records - Every usable record of the entry: a heading reworded before one was made is remembered by another.
 * @returns Former id → id of the part, in the order of the alphabet. Never an id that a part has.
 */
export function headingAliases(
	parts: readonly SourcePart[],
	records: readonly TranslationRecord[],
): ReadonlyMap<string, string> {
	const present = new Set(parts.map(({ id }) => id));
	const found = new Map<string, string>();
	for (const record of records) {
		const targets = new Map<string, string>();
		const isSame =
			record.parts.length === parts.length && parts.every(({ id }, index) => id === record.parts[index]?.id);
		const pairs = isSame ? parts.map((_, index) => [index, index] as const) : matchParts(record.parts, parts);
		for (const [presentIndex, recordedIndex] of pairs) {
			const [was, is] = [record.parts[recordedIndex], parts[presentIndex]];
			if (was && is && presentIndex >= unheaded) targets.set(was.id, is.id);
		}
		const former = [
			...targets,
			...Object.entries(record.aliases ?? {}).map(([alias, id]) => [alias, targets.get(id)] as const),
		];
		for (const [alias, id] of former)
			if (id !== undefined && !present.has(alias) && !found.has(alias)) found.set(alias, id);
	}
	return new Map([...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Words that a change asks a translator to look at. */
export function changeWords({ kind, before, after }: PartChange, tag: string): number {
	return kind === 'moved' ? 0 : changedWords(wordDifference(before, after, tag), tag);
}

/**
 * Which slice of a translation says what a changed part says.
 *
 * @param change - A change of the body; `words` have no slice.
 * @param counts - Slices of the source when it was recorded, of the source, and of the translation.
 * @returns Index among the translation's slices; undefined where it has none that fits.
 */
export function counterpart(
	{ recordedIndex, presentIndex }: PartChange,
	counts: { readonly recorded: number; readonly present: number; readonly translation: number },
): number | undefined {
	if (recordedIndex === 0 || presentIndex === 0) return undefined;
	// A translation that has not been touched still has the parts that the source had.
	if (counts.translation === counts.recorded) return recordedIndex === undefined ? undefined : recordedIndex - 1;
	if (counts.translation === counts.present) return presentIndex === undefined ? undefined : presentIndex - 1;
	return undefined;
}

/** A part in words, for messages: its heading, or what stands there without one. */
export function partName({ id, title, before, after, recordedIndex }: PartChange): {
	readonly vi: string;
	readonly en: string;
} {
	if (recordedIndex === 0) {
		const fields = changedFields(before, after)
			.map((name) => `\`${name}\``)
			.join(', ');
		return { vi: `phần khai báo (${fields})`, en: `the fields at the top (${fields})` };
	}
	if (recordedIndex === 1) return { vi: 'phần mở đầu', en: 'the opening words' };
	const letters = [...(title || id)];
	const name = letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('');
	return { vi: `“${name}”`, en: `“${name}”` };
}

/** What happened to a part, in one word of each language. */
export const changeNames: Readonly<Record<PartChange['kind'], { readonly vi: string; readonly en: string }>> = {
	changed: { vi: 'đã sửa', en: 'changed' },
	added: { vi: 'đã thêm', en: 'added' },
	removed: { vi: 'đã bỏ', en: 'removed' },
	moved: { vi: 'đã đổi chỗ', en: 'moved' },
};

/** Whether somebody has read a translation since it was last changed. */
function isReviewed(words: EntryText | undefined): boolean {
	if (!words?.reviewedBy || words.translation === 'machine-draft') return false;
	return words.reviewedOn === undefined || words.updated === undefined || words.reviewedOn >= words.updated;
}

/**
 * State of a translation.
 *
 * @param translation - Path and locale, whether its file is there, and its words if they could be read.
 * @param source - Parts and day of the source.
 * @param read - Its record, if there is one.
 */
export function translationState(
	translation: {
		readonly entry: string;
		readonly locale: string;
		readonly isThere: boolean;
		readonly words: EntryText | undefined;
	},
	source: { readonly parts: readonly SourcePart[]; readonly day: string },
	read: ReadRecord | undefined,
): TranslationState {
	const { entry, locale, isThere, words } = translation;
	const record = isThere ? read?.record : undefined;
	const changes = record ? partChanges(record.parts, source.parts) : [];
	const reviewed = isReviewed(words);
	const state = !isThere
		? 'missing'
		: !record
			? 'unrecorded'
			: changes.length > 0
				? 'behind'
				: reviewed
					? 'current'
					: 'unreviewed';
	return {
		entry,
		locale,
		state,
		isReviewed: reviewed,
		changes,
		since: state === 'behind' ? source.day : undefined,
		madeFrom: record?.sourceDay,
		damage: isThere ? read?.damage : undefined,
	};
}

/** Records of one entry; those made from the same words share one list of parts, which is then compared once. */
function sharingParts(own: ReadonlyMap<string, ReadRecord>): ReadonlyMap<string, ReadRecord> {
	const lists = new Map<string, TranslationRecord['parts']>();
	return new Map(
		[...own].map(([locale, read]): [string, ReadRecord] => {
			if (!read.record) return [locale, read];
			const key = read.record.parts.map(({ id, hash }) => `${id} ${hash}`).join(' ');
			const parts = lists.get(key) ?? read.record.parts;
			lists.set(key, parts);
			return [locale, { record: { ...read.record, parts } }];
		}),
	);
}

/**
 * State of every translation of a content folder. Entries whose source has errors are left out: nothing can be said of them.
 *
 * @param records - As `readRecords` gives them.
 */
export function trackEntries(folder: ContentFolder, content: Content, records: Records): EntryTracking[] {
	const [source, ...others] = content.site.locales;
	const sourceLocale = source?.locale ?? 'vi';
	const paths = new Set(folder.paths);
	return content.entries.flatMap((entry): EntryTracking[] => {
		const text = entry.texts.get(sourceLocale);
		if (!text) return [];
		const typed = folder.typed.get(`${entry.path}/${sourceLocale}.mdx`) ?? '';
		const parts = sourceParts({ typed, markdown: text.markdown, kind: entry.source.kind, words: text.words });
		const day = entry.source.updated ?? entry.source.date;
		const own = sharingParts(records.get(entry.path) ?? new Map<string, ReadRecord>());
		const usable = [...own.values()].flatMap(({ record }) => (record ? [record] : []));
		return [
			{
				entry: entry.path,
				section: entry.section,
				title: text.words.title,
				day,
				parts,
				aliases: headingAliases(parts, usable),
				translations: others.map(({ locale }) =>
					translationState(
						{
							entry: entry.path,
							locale,
							isThere: paths.has(`${entry.path}/${locale}.mdx`),
							words: entry.texts.get(locale)?.words,
						},
						{ parts, day },
						own.get(locale),
					),
				),
			},
		];
	});
}
