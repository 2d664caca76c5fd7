import { readText } from '#loaders/text-file.ts';
import type { EntryText } from '#schema/entry.ts';
import { sourceParts, type SourcePart } from '#tracking/record.ts';

/** A source text of one title and this body, as typed. */
export const typedText = (body: string, title = 'Đảo') => `---\ntitle: ${title}\n---\n\n${body}`;

/** Parts of a source text. */
export function partsOf(body: string, words: Partial<EntryText> = {}): SourcePart[] {
	const typed = typedText(body);
	const { markdown } = readText('vi.mdx', typed.normalize('NFC'));
	return sourceParts({
		typed,
		markdown: markdown ?? { type: 'root', children: [] },
		kind: 'guide',
		words: { title: 'Đảo', description: 'Một câu.', ...words },
	});
}
