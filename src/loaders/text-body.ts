import { mdxToHast, mdxToMdast } from 'satteri';
import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Fault } from './source-file.ts';

/** Features of the parser; quotes are typed by people, each language has its own. */
export const features = { gfm: { footnotes: false }, frontmatter: true, smartPunctuation: false } as const;

/** The parser's time doubles with every open `{` of an attribute: beyond these it is not shown any. */
const mostBraces = 8;

/** Faults told of one text, and characters parsed again and again to find them. */
const most = { faults: 20, parsedAgain: 400_000 } as const;

/** The words of a text as trees that nothing has run. */
export interface Body {
	/** Markdown tree with positions, for checks. `undefined` when it could not be parsed at all. */
	readonly markdown: MdastRoot | undefined;
	/** Makes the HTML tree, for rendering. */
	readonly html: () => HastRoot | undefined;
	readonly faults: readonly Fault[];
}

/** A fault by its offset in the text, and the text without it, of the same length and with the same lines. */
interface Mend {
	readonly fault?: Omit<Fault, 'line' | 'column'> & { readonly offset: number };
	readonly text: string;
	/** Name of the tag that went with it, whose other half is lonely without it. */
	readonly tag?: string;
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

const parse = (text: string): MdastRoot =>
	// Front matter goes through the parser too: positions then count from the first line of the file.
	mdxToMdast(text, { features }) as unknown as MdastRoot;

/** Offsets of line starts. */
function lineStarts(text: string): number[] {
	const starts = [0];
	for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
	return starts;
}

/** Two signs of private use that the text does not have. */
function unusedSigns(text: string): [string, string] {
	const found: string[] = [];
	for (let code = 0xe000; found.length < 2; code++)
		if (!text.includes(String.fromCharCode(code))) found.push(String.fromCharCode(code));
	return [found[0] ?? '', found[1] ?? ''];
}

/** The text with spaces in place of everything between two offsets but line ends. */
const blank = (text: string, from: number, to: number) =>
	text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);

const blankAll = (text: string, what: RegExp) => text.replace(what, (found) => ' '.repeat(found.length));

const nameInTag = /^<\/?([\p{L}_$][\p{L}\p{M}\p{N}_$.:-]*)/u;

/** End of the paragraph that an offset stands in. */
function paragraphEnd(text: string, from: number): number {
	const gap = /\n[ \t]*(?:\n|$)/g;
	gap.lastIndex = from;
	return gap.exec(text)?.index ?? text.length;
}

/** Offset after the `>` of a tag that starts here; undefined when the paragraph ends, or another tag starts, before. */
function tagEnd(text: string, start: number): number | undefined {
	const end = paragraphEnd(text, start);
	let quote = '';
	for (let offset = start + 1; offset < end; offset++) {
		const sign = text[offset] ?? '';
		if (quote !== '') quote = sign === quote ? '' : quote;
		else if (sign === '"' || sign === "'") quote = /[=\s]/.test(text[offset - 1] ?? '') ? sign : '';
		else if (sign === '>') return offset + 1;
		else if (sign === '<') return undefined;
	}
	return undefined;
}

const typographic = '“”„‟«»‘’‚‛″＂';
const curlyValue = new RegExp(
	`([=＝][ \\t]*)(?:[${typographic}]([^"<>\\n${typographic}]*)["'${typographic}]|["']([^"<>\\n${typographic}]*)[${typographic}])(?=[\\s/>])`,
	'g',
);

/** What is wrong with a tag that the parser cannot read, and the text without it. */
function mendTag(text: string, start: number, signs: { readonly angle: string; readonly brace: string }): Mend {
	const name = nameInTag.exec(text.slice(start, start + 80))?.[1] ?? '';
	const end = tagEnd(text, start);
	const firstEnd = text.indexOf('>', start);
	const limit = end ?? Math.min(paragraphEnd(text, start), firstEnd < 0 ? Infinity : firstEnd + 1);
	const tag = text.slice(start, limit);
	const detail = tag.replaceAll(signs.brace, '{').split('\n')[0] ?? '';
	// What has a value or an end is a tag that went wrong; without either, `<` may mean “less than”, and the words stay.
	const isTag = end !== undefined || /[=>]/.test(tag);
	const without = blank(text, start, isTag ? limit : start + 1);
	const told = (cause: string, at = 0, more: Partial<Fault> = {}): Mend => ({
		fault: { code: 'mdx/tag', cause, name, detail, offset: start + at, ...more },
		text: without,
		tag: name,
	});

	const curly = new RegExp(`[=＝][ \\t]*(?:[${typographic}]|(?:"[^"]*|'[^']*)(?=[${typographic}]\\s*[/>]))`).exec(tag);
	if (curly) {
		const sign = tag.slice(curly.index).search(new RegExp(`[${typographic}]`));
		const mended = tag.replace(
			curlyValue,
			(_all, equals: string, one?: string, two?: string) => `${equals.replace('＝', '=')}"${one ?? two ?? ''}"`,
		);
		return {
			...told('curly-quotes', curly.index + Math.max(0, sign), mended.length <= 100 ? { mended } : {}),
			text: mended === tag ? without : text.slice(0, start) + mended + text.slice(start + tag.length),
		};
	}
	const wide = /[＝／＞＂]/.exec(tag);
	if (wide) return told('full-width', wide.index);
	const brace = [tag.indexOf('{'), tag.indexOf(signs.brace)].filter((at) => at >= 0).sort((a, b) => a - b)[0];
	if (brace !== undefined) {
		const attribute = /([\w:-]+)\s*=\s*$/.exec(tag.slice(0, brace))?.[1];
		return {
			...told('braces', brace),
			fault: { code: 'body/attribute-code', cause: attribute ?? '', name, detail, offset: start + brace },
		};
	}
	// A value that goes on to another line, over a `>` or to the end of the paragraph has lost its closing quote.
	for (const value of tag.matchAll(/=\s*(["'])/g)) {
		const from = value.index + value[0].length;
		const close = text.indexOf(value[1] ?? '', start + from);
		const stops = Math.min(
			paragraphEnd(text, start),
			...['>', '\n'].map((sign) => text.indexOf(sign, start + from)).filter((at) => at >= 0),
		);
		// So has one that ends where the next attribute starts: `id="a form="b"`.
		const isNextName = close >= 0 && /\s[\w:-]+\s*=\s*$/.test(text.slice(start + from, close));
		if (close < 0 || close > stops || isNextName) return told('quote-open', from - 1);
	}
	const bare = /([\w:-]+)\s*=\s*(?!["'\s])([^\s>]*)/.exec(
		tag.replace(/(["'])(?:(?!\1).)*\1/g, (found) => `"${'x'.repeat(found.length - 2)}"`),
	);
	if (bare || /([\w:-]+)\s*=\s*\/?>?$/.test(tag)) {
		const at = bare ? bare.index + bare[0].length - (bare[2]?.length ?? 0) : tag.lastIndexOf('=');
		const value = (bare?.[2] ?? '').replace(/\/$/, '');
		return told('no-quotes', at, {
			name: bare?.[1] ?? name,
			...(/^[^<&]{1,60}$/.test(value) && { mended: `${bare?.[1] ?? ''}="${value}"` }),
		});
	}
	return told(end === undefined ? 'no-end' : 'malformed');
}

/** What stands at a `<` that the parser cannot read as a tag, and the text without it. */
function mendAngle(text: string, start: number, signs: { readonly angle: string; readonly brace: string }): Mend {
	const rest = text.slice(start, start + 400);
	const hidden = (length: number) => text.slice(0, start) + signs.angle.repeat(length) + text.slice(start + length);
	if (/^<[!?]/.test(rest)) {
		const isComment = rest.startsWith('<!--');
		const close = isComment ? '-->' : '>';
		const end = text.indexOf(close, start);
		return {
			fault: {
				code: 'body/html',
				cause: isComment ? 'comment' : 'declaration',
				detail: rest.split('\n')[0] ?? '',
				offset: start,
			},
			text: end < 0 ? hidden(1) : blank(text, start, end + close.length),
		};
	}
	const conflict = /^<{5,}/.exec(rest);
	if (conflict && (start === 0 || text[start - 1] === '\n'))
		return {
			fault: { code: 'file/conflict', detail: rest.split('\n')[0] ?? '', offset: start },
			text: blankAll(text, /^(?:<{5,}|={7}|>{5,}|\|{7}).*$/gm),
		};
	const address = /^<([a-z][a-z\d+.-]*:[^\s<>]*[/@.\d][^\s<>]*|[^\s<>@]+@[^\s<>]+|www\.[^\s<>]+)>/i.exec(rest);
	if (address)
		return {
			fault: { code: 'mdx/tag', cause: 'address', detail: address[0], name: address[1] ?? '', offset: start },
			text: blank(text, start, start + address[0].length),
		};
	if (nameInTag.test(rest)) return mendTag(text, start, signs);
	return {
		fault: {
			code: 'mdx/unexpected-character',
			cause: /^<\/?>/.test(rest) ? 'empty' : 'sign',
			detail: text.slice(text.lastIndexOf('\n', start) + 1, paragraphEnd(text, start)).split('\n')[0] ?? '',
			offset: start,
		},
		text: hidden(/^<*/.exec(rest)?.[0].length ?? 1),
	};
}

const sayings = {
	place: /^(\d+):(\d+): (.*)$/s,
	unclosed: /^Expected a closing tag for `<(.*?)>` \((\d+):(\d+)\)(?: before the end of `(\w+)`)?/,
	crossed: /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>` \((\d+):(\d+)\)/,
	notOpen: /^Unexpected closing tag `<\/(.*?)>`, expected an open tag first/,
	inside: /^Expected the closing tag `<\/(.*?)>` either .*? opened at (\d+):(\d+)/,
	expression: /expression/,
} as const;

/**
 * Parses the words of a text. What the parser cannot read becomes a fault and is taken out of its sight, so that all such places
 * are found in one go and the rest of the text is there for the other checks.
 *
 * @param text - The whole file: front matter in its regular form, then the body.
 * @param bodyStart - Where the body starts.
 * @returns Never throws.
 */
export function readBody(text: string, bodyStart: number): Body {
	const starts = lineStarts(text);
	const offsetOf = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
	const placeOf = (offset: number) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
	};
	const [brace, angle] = unusedSigns(text);
	const signs = { brace, angle };
	const found: NonNullable<Mend['fault']>[] = [];
	/** Tags that a fault has named: what their lonely other halves bring is not told again. */
	const named = new Set<string>();
	const braces = [...text.slice(bodyStart).matchAll(/(?<!\\)\{/g)].map(({ index }) => bodyStart + index);
	let hiddenBraces: readonly number[] = [];
	const hideBraces = (from: string): string => {
		hiddenBraces = braces;
		const letters = from.split('');
		for (const offset of braces) if (letters[offset] === '{') letters[offset] = brace;
		return letters.join('');
	};

	const mend = (working: string, message: string): Mend | undefined => {
		const [, line = '1', column = '1', saying = ''] = sayings.place.exec(message) ?? [];
		const offset = offsetOf(Number(line), Number(column));
		const unclosed = sayings.unclosed.exec(saying);
		const crossed = sayings.crossed.exec(saying);
		const notOpen = sayings.notOpen.exec(saying);
		const inside = sayings.inside.exec(saying);
		const toldOnce = (fault: NonNullable<Mend['fault']>, names: readonly string[], text: string): Mend => {
			const isTold = names.some((name) => named.has(name));
			for (const name of names) named.add(name);
			return isTold ? { text } : { fault, text };
		};
		if (unclosed) {
			const [, name = '', openLine, openColumn, around] = unclosed;
			const start = offsetOf(Number(openLine), Number(openColumn));
			if (name === '') return mendAngle(working, start, signs);
			const end = tagEnd(working, start) ?? start + 1;
			const closing = working.indexOf(`</${name}>`, end);
			const isSplit = around !== undefined && closing >= 0;
			const fault = {
				code: 'mdx/tag',
				cause: isSplit ? 'split' : 'unclosed',
				detail: working.slice(start, end).split('\n')[0] ?? '',
				name,
				offset: start,
				...(isSplit && { otherLine: placeOf(closing).line }),
			};
			const rest = blank(working, start, end);
			if (!isSplit) {
				// A lonely tag has no other half that could be told again.
				return named.has(name) ? { text: rest } : { fault, text: rest };
			}
			return { fault, text: blank(rest, closing, closing + name.length + 3) };
		}
		if (crossed || notOpen || inside) {
			const end = tagEnd(working, offset) ?? offset + 1;
			const rest = blank(working, offset, end);
			const detail = working.slice(offset, end);
			if (crossed) {
				const [, name = '', other = '', otherLine] = crossed;
				const fault = {
					code: 'mdx/tag',
					cause: 'crossed',
					detail: `<${other}>`,
					name,
					offset,
					otherLine: Number(otherLine),
				};
				return toldOnce(fault, [name, other], rest);
			}
			const [, name = '', otherLine] = inside ?? notOpen ?? [];
			return toldOnce(
				{
					code: 'mdx/tag',
					cause: inside ? 'inside' : 'not-open',
					detail,
					name,
					offset,
					...(inside && { otherLine: Number(otherLine) }),
				},
				[name],
				rest,
			);
		}
		if (sayings.expression.test(saying)) {
			if (hiddenBraces.length === 0 && braces.length > 0) return { text: hideBraces(working) };
			const start = working.lastIndexOf('{', offset);
			if (start < bodyStart) return undefined;
			return {
				fault: {
					code: 'body/expression',
					detail: text.slice(start, paragraphEnd(text, start)).split('\n')[0] ?? '',
					offset: start,
				},
				text: working.slice(0, start) + angle + working.slice(start + 1),
			};
		}
		return working[offset] === '<' ? mendAngle(working, offset, signs) : undefined;
	};

	let working = braces.length > mostBraces ? hideBraces(text) : text;
	let markdown: MdastRoot | undefined;
	let tries = Math.min(3 * most.faults, Math.max(2, Math.floor(most.parsedAgain / (text.length + 1))));
	while (!markdown) {
		try {
			markdown = parse(working);
		} catch (error) {
			const { message } = error as Error;
			const [, line = '1', column = '1', saying = message] = sayings.place.exec(message) ?? [];
			const mended = tries-- > 0 ? mend(working, message) : undefined;
			if (mended?.fault && found.length < most.faults) found.push(mended.fault);
			if (mended?.tag) named.add(mended.tag);
			if (!mended || mended.text === working) {
				if (found.length === 0)
					found.push({
						code: 'mdx/tag',
						cause: 'other',
						detail: saying,
						offset: offsetOf(Number(line), Number(column)),
					});
				break;
			}
			working = mended.text;
		}
	}

	const isMasked = working !== text;
	const unmask = (value: string) => value.replaceAll(brace, '{').replaceAll(angle, '<');
	if (markdown && isMasked) {
		mapStrings(markdown, unmask);
		const isPlain = new Uint8Array(text.length);
		if (hiddenBraces.length > 0) for (const [start, end] of plainSpans(markdown)) isPlain.fill(1, start, end);
		let told = 0;
		for (const offset of hiddenBraces) {
			if (isPlain[offset] === 1 || working[offset] !== brace || offset < told || found.length >= most.faults) continue;
			const paragraph = text.slice(offset, paragraphEnd(text, offset));
			const close = paragraph.indexOf('}');
			const closing = close < 0 ? 1 : (/^\}*/.exec(paragraph.slice(close))?.[0].length ?? 1);
			const shown = close < 0 ? paragraph : paragraph.slice(0, close + closing);
			told = offset + (close < 0 ? (/^\{+/.exec(paragraph)?.[0].length ?? 1) : close);
			found.push({ code: 'body/expression', detail: shown.split('\n')[0] ?? '', offset });
		}
	}
	return {
		markdown,
		html: () => {
			if (!markdown) return undefined;
			const tree = mdxToHast(working, { features, position: false }) as unknown as HastRoot;
			if (isMasked) mapStrings(tree, unmask);
			return tree;
		},
		faults: found
			.map(({ offset, detail, ...fault }) => ({ ...fault, detail: unmask(detail), ...placeOf(offset) }))
			.sort((a, b) => a.line - b.line || a.column - b.column),
	};
}
