import { mdxToHast, mdxToMdast } from 'satteri';
import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import { readYaml, type Fault, type SourceFile } from './source-file.ts';

/** One `<locale>.mdx` as typed: front matter with positions, and the body as trees that nothing has run. */
export interface TextFile {
	/** Path from the content folder, with `/`. */
	readonly path: string;
	readonly frontMatter: SourceFile;
	/** Markdown tree with positions, for checks. `undefined` when the body could not be parsed. */
	readonly markdown: MdastRoot | undefined;
	/** HTML tree, for rendering: elements, text, and our components as `mdxJsx…Element`. */
	readonly html: HastRoot | undefined;
	readonly faults: readonly Fault[];
}

const parserFault = /^(\d+):(\d+): (.*?)(?: \((mdx[\w-]*:[\w-]+)\))?$/s;

/** Features of the parser; quotes are typed by people, each language has its own. */
export const features = { gfm: { footnotes: false }, frontmatter: true, smartPunctuation: false } as const;

/**
 * What a text may hold at most. The parser takes a time that grows with the square of some signs and doubles with every open `{`
 * of an attribute; these bounds are far above any text that people write, and keep the worst one under a second.
 */
const most = {
	characters: 120_000,
	frontMatter: 40_000,
	references: 1_000,
	signs: 2_000,
	depth: 20,
	braces: 8,
} as const;

/** Place of a character, from 1. */
function placeAt(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Where a text goes beyond {@link most}, or undefined. */
function excess(text: string, bodyStart: number): Fault | undefined {
	const at = (offset: number, detail: string): Fault => ({ code: 'file/too-long', detail, ...placeAt(text, offset) });
	if (bodyStart > most.frontMatter) return at(0, 'front matter');
	if (text.length > most.characters) return at(0, 'text');
	for (const [sign, name, bound] of [
		[/&#?\w{1,40};/g, '&…;', most.references],
		[/</g, '<', most.signs],
		[/\{/g, '{', most.signs],
		[/\[/g, '[', most.signs],
		[/_/g, '_', most.signs],
		[/\*/g, '*', most.signs],
	] as const) {
		const beyond = text.matchAll(sign).drop(bound).next().value;
		if (beyond) return at(beyond.index, name);
	}
	const deep = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${most.depth + 1}}`, 'm').exec(text);
	return deep ? at(deep.index, '>') : undefined;
}

/** Every string of a tree, changed in place. */
function mapStrings(node: unknown, change: (text: string) => string): void {
	if (node === null || typeof node !== 'object') return;
	for (const [key, value] of Object.entries(node))
		if (typeof value === 'string') (node as Record<string, unknown>)[key] = change(value);
		else mapStrings(value, change);
}

/** A tree's node as far as its place matters. */
interface Spanned {
	readonly type: string;
	readonly children?: readonly Spanned[];
	readonly attributes?: readonly unknown[];
	readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

/** Parts of the text in which a brace is shown as typed: code, and the attributes of tags. */
function plainSpans(root: MdastRoot): (readonly [number, number])[] {
	const spans: (readonly [number, number])[] = [];
	const visit = (node: Spanned): void => {
		const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
		if (node.type === 'code' || node.type === 'inlineCode') spans.push([start, end]);
		if (node.attributes) spans.push([start, node.children?.[0]?.position?.start.offset ?? end]);
		for (const child of node.children ?? []) visit(child);
	};
	visit(root as unknown as Spanned);
	return spans;
}

/** Bodies as trees, and what the parser could not make sense of. */
interface Parsed {
	readonly markdown: MdastRoot;
	readonly html: () => HastRoot;
	readonly faults: readonly Fault[];
}

const parse = (text: string): Parsed => ({
	// Front matter goes through the parser too: positions then count from the first line of the file.
	markdown: mdxToMdast(text, { features }) as unknown as MdastRoot,
	html: () => mdxToHast(text, { features, position: false }) as unknown as HastRoot,
	faults: [],
});

/**
 * Parses a text of many braces without showing the parser a single one: in code they are put back, anywhere else they are faults
 * (an expression is refused whatever is in it).
 */
function parseMasked(text: string, braces: readonly number[]): Parsed {
	let mask = '\ue000';
	while (text.includes(mask)) mask = String.fromCharCode(mask.charCodeAt(0) + 1);
	const letters = text.split('');
	for (const offset of braces) letters[offset] = mask;
	const masked = letters.join('');
	const unmask = (value: string) => value.replaceAll(mask, '{');
	const parsed = parse(masked);
	mapStrings(parsed.markdown, unmask);
	const isPlain = new Uint8Array(text.length);
	for (const [start, end] of plainSpans(parsed.markdown)) isPlain.fill(1, start, end);
	const outside = braces.filter((offset) => isPlain[offset] === 0);
	return {
		markdown: parsed.markdown,
		html: () => {
			const tree = parsed.html();
			mapStrings(tree, unmask);
			return tree;
		},
		faults: outside.slice(0, 20).map((offset) => ({ code: 'body/expression', detail: '', ...placeAt(text, offset) })),
	};
}

/**
 * Takes a text file apart without running anything of it.
 *
 * @param path - Path from the content folder.
 * @param text - Content, Unicode NFC, line ends `\n`, no byte-order mark.
 * @returns Trees and faults. Never throws.
 */
export function readText(path: string, text: string): TextFile {
	const match = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text);
	const bodyStart = match?.[0].length ?? 0;
	const tooMuch = excess(text, bodyStart);
	if (tooMuch)
		return {
			path,
			frontMatter: { ...readYaml(''), data: undefined },
			markdown: undefined,
			html: undefined,
			faults: [tooMuch],
		};
	const frontMatter = readYaml(match?.[1] ?? '', 1);
	const faults: Fault[] = match ? [] : [{ code: 'front-matter/missing', detail: '', line: 1, column: 1 }];
	const braces = [...text.slice(bodyStart).matchAll(/(?<!\\)\{/g)].map(({ index }) => bodyStart + index);
	try {
		const parsed = braces.length > most.braces ? parseMasked(text, braces) : parse(text);
		faults.push(...parsed.faults);
		let html: HastRoot | undefined;
		return {
			path,
			frontMatter,
			markdown: parsed.markdown,
			// The check of a whole folder needs no HTML: made when a page asks for it.
			get html() {
				html ??= parsed.html();
				return html;
			},
			faults,
		};
	} catch (error) {
		const [, line = '1', column = '1', detail = String(error), code = 'mdx'] =
			parserFault.exec((error as Error).message) ?? [];
		faults.push({ code: `mdx/${code.replace(/^mdx[\w-]*:/, '')}`, detail, line: Number(line), column: Number(column) });
		return { path, frontMatter, markdown: undefined, html: undefined, faults };
	}
}
