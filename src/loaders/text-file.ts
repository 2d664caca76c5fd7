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
 * Takes a text file apart without running anything of it.
 *
 * @param path - Path from the content folder.
 * @param text - Content, Unicode NFC, line ends `\n`, no byte-order mark.
 * @returns Trees and faults. Never throws.
 */
export function readText(path: string, text: string): TextFile {
	const match = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text);
	const frontMatter = readYaml(match?.[1] ?? '', 1);
	const faults: Fault[] = match ? [] : [{ code: 'front-matter/missing', detail: '', line: 1, column: 1 }];
	try {
		// Front matter goes through the parser too: positions then count from the first line of the file.
		const markdown = mdxToMdast(text, { features }) as unknown as MdastRoot;
		let html: HastRoot | undefined;
		return {
			path,
			frontMatter,
			markdown,
			// The check of a whole folder needs no HTML: made when a page asks for it.
			get html() {
				html ??= mdxToHast(text, { features, position: false }) as unknown as HastRoot;
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
