import { entryOf } from '#loaders/content-folder.ts';
import { joinMarks, type Marks } from '#loaders/marks.ts';
import { fieldNames } from '#schema/entry.ts';
import type { Shaped } from './own-problems.ts';

/** Fields of a source that only its own rules read. */
function isOwnWords(kind: Parameters<typeof fieldNames>[0], field: string, value: unknown): boolean {
	const state = ['translation', 'translator', 'reviewedBy', 'reviewedOn', 'updated'];
	return typeof value === 'string' && !state.includes(field) && fieldNames(kind).translation.includes(field);
}

/**
 * Mark of everything around an entry that the rules about one entry may look at: the registers, the day, and of every entry whether
 * it is published, in which languages, where it moved from, and its facts. The words of its fields and its body are not among it; who
 * links to a part of a body leans on that entry.
 *
 * @param marks - Marks of the content folder.
 * @param day - Day of the check.
 */
export function aroundEntries({ folder, judged }: Shaped, marks: Marks, day: string): string {
	const shaped = new Map(judged.entries.map((entry) => [entry.path, entry]));
	const entries = folder.entries.map(({ path, texts, files }): [string, string] => {
		const entry = shaped.get(path);
		// What has no right shape is looked at as it is.
		if (!entry)
			return [path, JSON.stringify([files, [...texts].map(([locale, { frontMatter }]) => [locale, frontMatter.data])])];
		const { source } = entry;
		const facts = Object.entries(source).filter(([field, value]) => !isOwnWords(source.kind, field, value));
		const states = [...entry.texts].map(([locale, { words }]) => [locale, words.translation, words.updated]);
		return [path, JSON.stringify([facts, states, [...texts.keys()]])];
	});
	return joinMarks([
		['day', day],
		...[...marks].filter(([path]) => entryOf(path) === undefined && !path.includes('/.source')),
		...entries,
	]);
}
