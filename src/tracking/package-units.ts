import { diffArrays } from 'diff';
import { readText } from '#loaders/text-file.ts';
import type { EntryText, Kind } from '#schema/entry.ts';
import type { TrackedContent } from './files.ts';
import { fieldsOf, wordsText, type TranslationRecord } from './record.ts';
import {
	hasWords,
	slotHash,
	slotKey,
	takeApart,
	tidyPieces,
	withSourceIds,
	type InlineCode,
	type PartText,
	type Slot,
	type TextParts,
} from './segments.ts';
import { matchParts, type EntryTracking, type TranslationState } from './state.ts';

type Line = Pick<Slot, 'pieces' | 'codes'>;

/** Words of the source that are translated at one go, with what is there of them in the other language. */
export interface PackageUnit {
	/** Name in the package, unique in its entry: `fields.title`, `lead.1`, `part.di-lai.2`. */
	readonly id: string;
	/** Part of the body, 0 for what stands before the first `##`; undefined for a field of the front matter. */
	readonly part: number | undefined;
	/** Field of the front matter, and which item of a list (from 0). */
	readonly field: { readonly name: string; readonly item: number | undefined } | undefined;
	readonly slot: Slot;
	/** Hash of the source's words. */
	readonly hash: string;
	/**
	 * `current`: `own` says what the source says; `behind`: `own` says what `before` said; `unknown`: nobody has recorded what `own` was
	 * made from; `missing`: there is no `own`; `fixed`: nothing to put into other words.
	 */
	readonly state: 'current' | 'behind' | 'unknown' | 'missing' | 'fixed';
	/** Present translation, with the ids of the source. Its markup is as the translation types it. */
	readonly own: Line | undefined;
	/** Words of the source that `own` was made from; only when behind. */
	readonly before: Line | undefined;
}

/** A part of the body: which part of the present translation it was. */
export interface PackagePart {
	/** `lead` or the anchor. */
	readonly id: string;
	readonly title: string;
	readonly source: PartText;
	/** Place among the translation's parts; undefined where it has none. */
	readonly ownIndex: number | undefined;
	/** The translation's part has other blocks than the one it was made from: its words cannot be told apart. */
	readonly isUnlike: boolean;
	/** The source has not changed since the translation was recorded. */
	readonly isUnchanged: boolean;
	/** How the part is laid out in the translation may stay; else it is laid out as the source is. */
	readonly keepsLayout: 'always' | 'unless-changed' | 'never';
}

/** An entry and one of its translations, taken apart and compared. */
export interface EntryPackage {
	readonly entry: EntryTracking;
	readonly kind: Kind;
	readonly state: TranslationState;
	readonly source: TextParts;
	/** Present translation; undefined when there is none. */
	readonly own: TextParts | undefined;
	/** Its words and how it came about. */
	readonly ownWords: EntryText | undefined;
	readonly parts: readonly PackagePart[];
	/** Fields, then the body, in the order of the source. */
	readonly units: readonly PackageUnit[];
}

/** Pairs of equal items first, then of those that stand in the same place between equal ones. */
function align(present: readonly string[], recorded: readonly string[]): ReadonlyMap<number, number> {
	const pairs = new Map<number, number>();
	let [at, old] = [0, 0];
	const runs = diffArrays([...recorded], [...present]);
	for (const [index, { added, removed, value }] of runs.entries()) {
		if (removed) {
			const next = runs[index + 1];
			// As many came as went: each took the place of one.
			if (next?.added && next.value.length === value.length)
				for (const step of value.keys()) pairs.set(at + step, old + step);
			old += value.length;
		} else if (added) {
			const last = runs[index - 1];
			if (last?.removed !== true && runs[index + 1]?.removed && runs[index + 1]?.value.length === value.length)
				for (const step of value.keys()) pairs.set(at + step, old + step);
			at += value.length;
		} else {
			for (const step of value.keys()) pairs.set(at + step, old + step);
			at += value.length;
			old += value.length;
		}
	}
	return pairs;
}

const noCodes: ReadonlyMap<string, InlineCode> = new Map();
const plainSlot = (name: string, text: string): Slot => ({
	path: name,
	form: 'attribute',
	attribute: name,
	start: 0,
	end: 0,
	pieces: tidyPieces([{ text }]),
	codes: noCodes,
});

/** Takes a recorded part apart, as if it were a text of its own. */
function recordedPart(text: string): PartText | undefined {
	const typed = `---\ntitle: x\n---\n\n${text}\n`.normalize('NFC');
	const { markdown } = readText('', typed);
	const parts = markdown && takeApart(typed, markdown).parts;
	// A part begins with its heading: what is before it in this text of its own is empty.
	return parts?.at(-1);
}

const isSameForm = (a: PartText, b: PartText) =>
	a.slots.length === b.slots.length && a.slots.every(({ path }, index) => path === b.slots[index]?.path);

/** Words of a field: one, or those of a list. */
function valuesOf(words: EntryText, name: string): string[] | undefined {
	const value = (words as Readonly<Record<string, unknown>>)[name];
	if (value === undefined) return undefined;
	return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** The same from the text that `wordsText` made. */
function recordedValues(block: string | undefined): string[] | undefined {
	if (block === undefined) return undefined;
	const text = block.slice(block.indexOf(':') + 1);
	if (!text.startsWith('\n  - ')) return [text.trim()];
	return text.split(/\n {2}- /).slice(1);
}

/** Names of the fields with words, in the order of the schema. */
export function wordFields(kind: Kind, words: EntryText): string[] {
	const names = new Set(fieldsOf(wordsText(kind, words)).keys());
	return Object.keys(words).filter((name) => names.has(name));
}

/** Decides what is known of a unit from the three texts. */
function unitOf(
	place: Pick<PackageUnit, 'id' | 'part' | 'field'>,
	slot: Slot,
	found: { readonly own: Slot | undefined; readonly recorded: Slot | undefined; readonly isKnown: boolean },
): PackageUnit {
	const common = { ...place, slot, hash: slotHash(slot) };
	const own = found.own && withSourceIds(slot.codes, found.own);
	const isSame = found.recorded && slotKey(found.recorded) === slotKey(slot);
	if (!hasWords(slot.pieces) && (!own || !hasWords(own.pieces)))
		return {
			...common,
			state: 'fixed',
			own: own && (!found.isKnown || isSame) ? own : { pieces: slot.pieces, codes: slot.codes },
			before: undefined,
		};
	if (!own) return { ...common, state: 'missing', own: undefined, before: undefined };
	if (!found.isKnown || !found.recorded) return { ...common, state: 'unknown', own, before: undefined };
	if (isSame) return { ...common, state: 'current', own, before: undefined };
	return { ...common, state: 'behind', own, before: withSourceIds(slot.codes, found.recorded) };
}

function fieldUnits(
	kind: Kind,
	sourceWords: EntryText,
	ownWords: EntryText | undefined,
	record: TranslationRecord | undefined,
): PackageUnit[] {
	const recorded = record && fieldsOf(record.parts[0]?.text ?? '');
	return wordFields(kind, sourceWords).flatMap((name) => {
		const present = valuesOf(sourceWords, name) ?? [];
		const was = recordedValues(recorded?.get(name));
		const own = ownWords && valuesOf(ownWords, name);
		const isList = Array.isArray((sourceWords as Readonly<Record<string, unknown>>)[name]);
		const slots = present.map((text) => plainSlot(name, text));
		const oldSlots = was?.map((text) => plainSlot(name, text));
		const pairs = oldSlots && align(slots.map(slotKey), oldSlots.map(slotKey));
		const isFromOld = own !== undefined && oldSlots !== undefined && own.length === oldSlots.length;
		return slots.map((slot, index) => {
			const old = pairs?.get(index);
			const ownText = isFromOld
				? old === undefined
					? undefined
					: own[old]
				: own?.length === present.length
					? own[index]
					: undefined;
			return unitOf(
				{
					id: `fields.${name}${isList ? `.${index + 1}` : ''}`,
					part: undefined,
					field: { name, item: isList ? index : undefined },
				},
				slot,
				{
					own: ownText === undefined ? undefined : plainSlot(name, ownText),
					recorded: old === undefined ? undefined : oldSlots?.[old],
					isKnown: isFromOld,
				},
			);
		});
	});
}

/**
 * Compares an entry with one of its translations, unit by unit: with the source that the translation was made from, where one is
 * recorded.
 *
 * @returns Undefined when one of the two texts cannot be read.
 */
export function packageOf(
	{ folder, content, records }: TrackedContent,
	entry: EntryTracking,
	state: TranslationState,
): EntryPackage | undefined {
	const sourceLocale = content.site.locales[0]?.locale ?? 'vi';
	const found = content.entries.find(({ path }) => path === entry.entry);
	const [sourceText, ownText] = [sourceLocale, state.locale].map((locale) => {
		const text = found?.texts.get(locale);
		const typed = folder.typed.get(`${entry.entry}/${locale}.mdx`);
		return text && typed !== undefined
			? { words: text.words, parts: takeApart(typed.normalize('NFC'), text.markdown) }
			: undefined;
	});
	if (!found || !sourceText || (!ownText && state.state !== 'missing')) return undefined;
	const record = state.state === 'missing' ? undefined : records.get(entry.entry)?.get(state.locale)?.record;
	const matched = record && matchParts(record.parts, entry.parts);
	const own = ownText?.parts;
	const source = sourceText.parts;
	const units = fieldUnits(found.source.kind, sourceText.words, ownText?.words, record);
	const parts = source.parts.map((part, index): PackagePart => {
		const tracked = entry.parts[index + 1];
		const recordedIndex = matched?.get(index + 1);
		const was = recordedIndex === undefined ? undefined : record?.parts[recordedIndex];
		const old = was && recordedPart(was.text);
		// A translation that has not been touched still has the parts that the source had.
		const isFromOld = own !== undefined && record !== undefined && own.parts.length === record.parts.length - 1;
		const ownIndex = isFromOld
			? recordedIndex === undefined
				? undefined
				: recordedIndex - 1
			: own?.parts.length === source.parts.length
				? index
				: undefined;
		const ownPart = ownIndex === undefined ? undefined : own?.parts[ownIndex];
		const isOfOld = isFromOld && ownPart !== undefined && old !== undefined && isSameForm(ownPart, old);
		const isOfPresent = ownPart !== undefined && isSameForm(ownPart, part);
		const pairs = old && align(part.slots.map(slotKey), old.slots.map(slotKey));
		const id = tracked?.id ?? 'lead';
		for (const [slotIndex, slot] of part.slots.entries()) {
			const oldIndex = pairs?.get(slotIndex);
			const ownSlot = isOfOld
				? oldIndex === undefined
					? undefined
					: ownPart.slots[oldIndex]
				: isOfPresent
					? ownPart.slots[slotIndex]
					: undefined;
			units.push(
				unitOf({ id: `${index === 0 ? 'lead' : `part.${id}`}.${slotIndex + 1}`, part: index, field: undefined }, slot, {
					own: ownSlot,
					recorded: oldIndex === undefined ? undefined : old?.slots[oldIndex],
					isKnown: isOfOld,
				}),
			);
		}
		return {
			id,
			title: tracked?.title ?? '',
			source: part,
			ownIndex,
			isUnlike: ownPart !== undefined && !isOfOld && !isOfPresent,
			isUnchanged: was !== undefined && was.hash === tracked?.hash,
			keepsLayout: !isOfPresent
				? 'never'
				: ownPart.outline === part.outline || old?.outline === part.outline
					? 'always'
					: old
						? 'never'
						: 'unless-changed',
		};
	});
	return { entry, kind: found.source.kind, state, source, own, ownWords: ownText?.words, parts, units };
}
