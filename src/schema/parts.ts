import type { Root, RootContent } from 'mdast';

/** The words from one `##` heading to the next; the words before the first are part `lead`. */
export interface Part {
	/** Anchor, the same in every language: the source's heading in plain ASCII. */
	readonly id: string;
	/** Heading in the language of the text. */
	readonly title: string;
}

/** Plain ASCII of a heading: marks dropped, `đ` → `d`, everything else between letters and digits → one hyphen. */
export function foldToId(heading: string): string {
	return heading
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Plain words of a Markdown node: text and code, without markup; components say nothing here. */
export function plainText(node: RootContent | Root): string {
	if ('value' in node && (node.type === 'text' || node.type === 'inlineCode')) return node.value;
	return 'children' in node ? node.children.map((child) => plainText(child as RootContent)).join('') : '';
}

/** Titles of the `##` headings of a text, in order. */
export function headingTitles(markdown: Root): string[] {
	return markdown.children.flatMap((node) => (node.type === 'heading' && node.depth === 2 ? [plainText(node)] : []));
}

/** Anchors of a source text's parts: a second equal heading gets `-2`, a heading without Latin letters or digits `part-n`. */
export function partIds(sourceTitles: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return sourceTitles.map((title, index) => {
		const id = foldToId(title) || `part-${index + 1}`;
		const count = (seen.get(id) ?? 0) + 1;
		seen.set(id, count);
		return count === 1 ? id : `${id}-${count}`;
	});
}

/** Components that a text uses, in order, with the literal value of one attribute. */
export function componentUses(
	markdown: Root,
	names: readonly string[],
	attribute: string,
): { readonly name: string; readonly value: string }[] {
	const uses: { name: string; value: string }[] = [];
	const visit = (node: Root | RootContent): void => {
		if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && names.includes(node.name ?? '')) {
			const found = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === attribute);
			if (found && typeof found.value === 'string') uses.push({ name: node.name ?? '', value: found.value });
		}
		if ('children' in node) for (const child of node.children) visit(child as RootContent);
	};
	visit(markdown);
	return uses;
}

/** Words of a whole body, for reading time and search; Chinese and Japanese count two characters as a word. */
export function wordCount(markdown: Root): number {
	const text = markdown.children.map((node) => (node.type === 'yaml' ? '' : plainText(node))).join(' ');
	const han = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu)?.length ?? 0;
	const rest =
		text.replace(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)
			?.length ?? 0;
	return rest + Math.round(han / 2);
}
