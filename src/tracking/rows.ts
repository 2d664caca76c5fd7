import { changeWords, type EntryTracking, type PartChange, type StateName, type TranslationState } from './state.ts';

/** States in words, as tables and the board show them. */
export const stateWords: Readonly<Record<StateName, { readonly vi: string; readonly en: string }>> = {
	current: { vi: 'khớp', en: 'current' },
	behind: { vi: 'chậm', en: 'behind' },
	missing: { vi: 'thiếu', en: 'missing' },
	unreviewed: { vi: 'chưa duyệt', en: 'unreviewed' },
	unrecorded: { vi: 'chưa ghi nhận', en: 'unrecorded' },
};

/** One translation of one entry, with the words that each changed part asks for. */
export interface StatusRow {
	readonly entry: EntryTracking;
	readonly translation: TranslationState;
	/** Changed parts of the source; empty unless the translation is behind. */
	readonly parts: readonly { readonly change: PartChange; readonly words: number }[];
	/** Words of all changed parts. */
	readonly words: number;
}

/**
 * Rows of a status report, entry by entry, each in the languages of the site.
 *
 * @param sourceTag - BCP 47 tag of the source, in which words are counted.
 */
export function statusRows(entries: readonly EntryTracking[], sourceTag: string): StatusRow[] {
	return entries.flatMap((entry) =>
		entry.translations.map((translation) => {
			const parts = translation.changes.map((change) => ({ change, words: changeWords(change, sourceTag) }));
			return { entry, translation, parts, words: parts.reduce((sum, part) => sum + part.words, 0) };
		}),
	);
}
