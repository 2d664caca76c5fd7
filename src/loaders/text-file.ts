import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import { findFrontMatter } from './front-matter-block.ts';
import { plainFields } from './plain-fields.ts';
import { readYaml, type Fault, type SourceFile } from './source-file.ts';
import { readBody } from './text-body.ts';

export { features } from './text-body.ts';

/** One `<locale>.mdx` as typed: front matter with positions, and the body as trees that nothing has run. */
export interface TextFile {
	/** Path from the content folder, with `/`. */
	readonly path: string;
	/** Fields, and what is wrong with the form of their block; `data` is undefined then, and nothing is to be said of its fields. */
	readonly frontMatter: SourceFile;
	/** Whether the body could be parsed, so that there are trees. */
	readonly isParsed: boolean;
	/** Markdown tree with positions, for checks. `undefined` when the body could not be parsed. */
	readonly markdown: MdastRoot | undefined;
	/** HTML tree, for rendering: elements, text, and our components as `mdxJsx…Element`. */
	readonly html: HastRoot | undefined;
	/** What is wrong with the form of the body. */
	readonly faults: readonly Fault[];
}

/**
 * What a text may hold at most. The parser takes a time that grows with the square of some signs; these bounds are far above any
 * text that people write, and keep the worst one under a second.
 */
const most = {
	characters: 120_000,
	frontMatter: 40_000,
	references: 1_000,
	signs: 2_000,
	depth: 20,
} as const;

/** Place of a character, from 1. */
function placeAt(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Where a text goes beyond {@link most}, or undefined. */
function excess(text: string): Fault | undefined {
	const at = (offset: number, detail: string): Fault => ({ code: 'file/too-long', detail, ...placeAt(text, offset) });
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

/** Front matter as typed; where a value stands is found out when somebody asks. */
function readFields(text: string): SourceFile {
	const data = plainFields(text);
	if (!data) return readYaml(text, 1);
	let read: SourceFile | undefined;
	const whole = () => (read ??= readYaml(text, 1));
	return {
		data,
		faults: [],
		position: (path) => whole().position(path),
		keyPosition: (path) => whole().keyPosition(path),
	};
}

/** Fields that cannot be read, for the reasons given: the shape of data that is not there is not judged. */
const unread = (faults: readonly Fault[]): SourceFile => ({ ...readYaml(''), data: undefined, faults });

/**
 * Takes a text file apart without running anything of it.
 *
 * @param path - Path from the content folder.
 * @param text - Content, Unicode NFC, line ends `\n`, no byte-order mark.
 * @returns Trees and faults. Never throws.
 */
export function readText(path: string, text: string): TextFile {
	const block = findFrontMatter(text);
	const without = (frontMatter: SourceFile, faults: readonly Fault[]): TextFile => ({
		path,
		frontMatter,
		isParsed: false,
		markdown: undefined,
		html: undefined,
		faults,
	});
	if (block.fault) return without(unread([block.fault]), []);
	const tooLong = { code: 'file/too-long', detail: 'front matter', line: 1, column: 1 };
	if (block.bodyStart > most.frontMatter) return without(unread([tooLong]), []);
	const fields = readFields(block.fields);
	const isGroup = fields.data !== null && typeof fields.data === 'object' && !Array.isArray(fields.data);
	const noFields = (): Fault => {
		const isList = Array.isArray(fields.data);
		const { line, column } = isList ? fields.position([]) : { line: 1, column: 1 };
		const detail = block.fields.trim().split('\n')[0] ?? '';
		return isList
			? { code: 'yaml/form', cause: 'stray-dash', detail, line, column }
			: { code: 'front-matter/missing', cause: 'empty', detail: '', line, column };
	};
	const frontMatter = fields.faults.length > 0 || isGroup ? fields : unread([noFields()]);
	const tooMuch = excess(text);
	if (tooMuch) return without(frontMatter, [tooMuch]);
	const body = readBody(text, block.bodyStart);
	let html: HastRoot | undefined;
	return {
		path,
		frontMatter,
		isParsed: body.markdown !== undefined,
		markdown: body.markdown,
		// The check of a whole folder needs no HTML: made when a page asks for it.
		get html() {
			html ??= body.html();
			return html;
		},
		faults: [...(block.second ? [block.second] : []), ...body.faults],
	};
}
