import { createHash } from 'node:crypto';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { textComponents } from '#schema/text-components.ts';

/** Markup inside a line: a component, a link, emphasis … A translator moves it and cannot change it. */
export interface InlineCode {
	/** `1`, `2` … in the order of the source; `x1` … for markup that only a translation has. */
	readonly id: string;
	/** `component` for `<Fact />` and the like, `html` for small tags, `address` for one that is its own link. */
	readonly kind: CodeKind;
	/** Equal for markup that means the same in two texts. */
	readonly key: string;
	/** Name of a component or tag; empty for the others. */
	readonly name: string;
	/** What it names: id of a component, address of a link, words of a code. */
	readonly value: string;
	/** Markdown that opens it, or the whole of it when `close` is absent. */
	readonly open: string;
	/** Markdown that closes it. */
	readonly close?: string;
}
export type CodeKind =
	'component' | 'html' | 'link' | 'image' | 'address' | 'code' | 'emphasis' | 'strong' | 'delete' | 'break' | 'other';

/** A stretch of words, or a place of markup; `code` is its id. */
export type Piece =
	| { readonly text: string; readonly code?: undefined }
	| { readonly text?: undefined; readonly code: string; readonly side: 'open' | 'close' | 'alone' };

/** Markup that is only a look: a translation may do without it, or have it twice. */
const looks = new Set<CodeKind>(['emphasis', 'strong', 'delete', 'break']);
export const isLook = ({ kind }: InlineCode): boolean => looks.has(kind);

/** What a translator puts into other words at one go: a paragraph, heading, item, cell, or the words in an attribute. */
export interface Slot {
	/** Where it stands in its part: equal in two texts of one structure. */
	readonly path: string;
	readonly form: 'paragraph' | 'heading' | 'cell' | 'attribute';
	/** Name of the component and attribute, as `Callout title`; empty for the others. */
	readonly attribute: string;
	/** Place in the text of the part; for an attribute with its quotes. */
	readonly start: number;
	readonly end: number;
	readonly pieces: readonly Piece[];
	readonly codes: ReadonlyMap<string, InlineCode>;
}

/** A part of a text, from one `##` to the next, as it was typed and with its slots. */
export interface PartText {
	/** Typed Markdown; all parts and the head put together are the file. */
	readonly text: string;
	/** Line in the file at which it begins, from 1. */
	readonly line: number;
	readonly slots: readonly Slot[];
	/** Everything else that stands in it: two texts with the same outline differ in words only. */
	readonly outline: string;
}

/** A text file taken apart. */
export interface TextParts {
	/** Front matter with its fences. */
	readonly head: string;
	/** What stands before the first `##`, then one for each. */
	readonly parts: readonly PartText[];
}

/** Attributes of components that hold words; the others hold ids, addresses and days. */
const wordAttributes: Readonly<Record<string, readonly string[]>> = {
	Callout: ['title'],
	Chart: ['title', 'description'],
	Infographic: ['title', 'description'],
	Table: ['caption'],
	Day: ['title'],
	Figure: ['alt', 'caption', 'credit'],
	Quote: ['who', 'role', 'place'],
	Step: ['title', 'who', 'paper', 'where', 'time', 'fee'],
};

const phrasing = new Set([
	'text',
	'emphasis',
	'strong',
	'delete',
	'inlineCode',
	'link',
	'image',
	'linkReference',
	'imageReference',
	'break',
	'html',
	'mdxJsxTextElement',
	'mdxTextExpression',
]);
type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isBlockComponent = (node: Nodes): boolean =>
	isJsx(node) && Object.hasOwn(textComponents, node.name ?? '') && textComponents[node.name ?? '']?.isInline === false;

/** A tag that stands in a line by its nature: alone on its line it is parsed as a block, and means the same. */
function isLineTag(node: Nodes): boolean {
	if (node.type !== 'mdxJsxFlowElement' || isBlockComponent(node)) return false;
	const children: readonly Nodes[] = node.children;
	return children.every((child) => phrasing.has(child.type));
}

const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;
const oneLine = (raw: string) => raw.replace(/[ \t]*\n[ \t]*(?:>[ \t]?)*/g, ' ');
const spaces = (text: string) => text.normalize('NFC').replace(/[ \t\r\n]+/g, ' ');

/** Place of the `]` that closes the bracket before `from`. */
function closingBracket(raw: string, from: number): number {
	let depth = 0;
	for (let index = from; index < raw.length; index++) {
		if (raw[index] === '\\') index++;
		else if (raw[index] === '[') depth++;
		else if (raw[index] === ']' && depth-- === 0) return index;
	}
	return raw.length;
}

/** Pieces and markup of a run of inline nodes. */
function inline(nodes: readonly Nodes[], text: string): Pick<Slot, 'pieces' | 'codes'> {
	const pieces: Piece[] = [];
	const codes = new Map<string, InlineCode>();
	const add = (code: Omit<InlineCode, 'id'>): string => {
		const id = String(codes.size + 1);
		codes.set(id, { id, ...code });
		return id;
	};
	const alone = (code: Omit<InlineCode, 'id' | 'close'>) => pieces.push({ code: add(code), side: 'alone' });
	const pair = (code: Omit<InlineCode, 'id'>, within: () => void) => {
		const id = add(code);
		pieces.push({ code: id, side: 'open' });
		within();
		pieces.push({ code: id, side: 'close' });
	};
	const visit = (node: Nodes): void => {
		const [start, end] = [startOf(node), endOf(node)];
		const raw = oneLine(text.slice(start, end));
		const children: readonly Nodes[] = 'children' in node ? node.children : [];
		const [first, last] = [children[0], children.at(-1)];
		const within = () => {
			for (const child of children) visit(child);
		};
		const around = (): { open: string; close: string } => ({
			open: oneLine(text.slice(start, first ? startOf(first) : end)),
			close: oneLine(text.slice(last ? endOf(last) : end, end)),
		});
		const bracketed = (kind: 'link' | 'image', value: string, words: () => void) => {
			const open = kind === 'link' ? '[' : '![';
			const close = raw.slice(closingBracket(raw, open.length));
			// `[words]` and `[words][]` name their address by their words, which a translation changes.
			const label =
				close === ']' || close === '[]' || close === '][]'
					? `][${raw.slice(open.length, raw.indexOf(close, open.length))}]`
					: close;
			pair({ kind, key: `${kind} ${value}`, name: '', value, open, close: label }, words);
		};
		switch (node.type) {
			case 'text':
				pieces.push({ text: spaces(node.value) });
				break;
			case 'emphasis':
			case 'strong':
			case 'delete': {
				// One spelling each: `_` does not work inside a word.
				const mark = node.type === 'emphasis' ? '*' : node.type === 'strong' ? '**' : '~~';
				pair({ kind: node.type, key: node.type, name: '', value: '', open: mark, close: mark }, within);
				break;
			}
			case 'break':
				alone({ kind: 'break', key: 'break', name: '', value: '', open: '\\\n' });
				break;
			case 'inlineCode':
				alone({ kind: 'code', key: `code ${node.value}`, name: '', value: node.value, open: raw });
				break;
			case 'link':
				if (raw.startsWith('[') && first) bracketed('link', node.url, within);
				else
					alone({
						kind: raw.startsWith('[') ? 'other' : 'address',
						key: `address ${raw}`,
						name: '',
						value: raw,
						open: raw,
					});
				break;
			case 'linkReference':
				bracketed('link', `#${node.identifier}`, within);
				break;
			case 'image':
			case 'imageReference':
				bracketed('image', node.type === 'image' ? node.url : `#${node.identifier}`, () =>
					pieces.push({ text: spaces(node.alt ?? '') }),
				);
				break;
			case 'mdxJsxTextElement':
			case 'mdxJsxFlowElement': {
				const name = node.name ?? '';
				const given = node.attributes
					.map((item) => (item.type === 'mdxJsxAttribute' ? `${item.name}=${JSON.stringify(item.value)}` : 'code'))
					.sort();
				const id = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === 'id')?.value;
				const code = {
					kind: Object.hasOwn(textComponents, name) ? ('component' as const) : ('html' as const),
					key: [name, ...given].join(' '),
					name,
					value: typeof id === 'string' ? id : '',
				};
				if (first) pair({ ...code, ...around() }, within);
				else alone({ ...code, open: raw });
				break;
			}
			default:
				alone({ kind: 'other', key: raw, name: '', value: raw, open: raw });
		}
	};
	for (const node of nodes) visit(node);
	return { pieces: tidyLine(pieces, codes), codes };
}

/** Spaces that Markdown drops at the ends of a line; others, as the one that does not break, are words. */
const [atStart, atEnd] = [/^[ \t\r\n]+/, /[ \t\r\n]+$/];

/** The one form of a line whose markup is known: spaces around a break of the line say nothing. */
export function tidyLine(pieces: readonly Piece[], codes: ReadonlyMap<string, InlineCode>): Piece[] {
	const isBreak = (piece: Piece | undefined) => piece?.code !== undefined && codes.get(piece.code)?.kind === 'break';
	return tidyPieces(
		pieces.map((piece, index) => {
			if (piece.text === undefined) return piece;
			const text = isBreak(pieces[index - 1]) ? piece.text.replace(atStart, '') : piece.text;
			return { text: isBreak(pieces[index + 1]) ? text.replace(atEnd, '') : text };
		}),
	);
}

/**
 * The one form of a line: composed, single spaces, none at its ends, none inside markup beside its marks, no empty stretches. Two lines
 * that print the same have the same form.
 */
export function tidyPieces(pieces: readonly Piece[]): Piece[] {
	const tidy: Piece[] = [];
	const add = (text: string) => {
		if (text === '') return;
		const last = tidy.at(-1);
		if (last?.text === undefined) tidy.push({ text: spaces(text) });
		else tidy[tidy.length - 1] = { text: spaces(last.text + text) };
	};
	/** Spaces that stood inside an opening mark go before it, those before a closing mark behind it. */
	for (const [index, piece] of pieces.entries()) {
		if (piece.text !== undefined) {
			add(piece.text);
			continue;
		}
		const last = tidy.at(-1);
		// Here any space counts: beside one no mark works.
		const trailing = piece.side === 'close' ? /\s+$/u.exec(last?.text ?? '')?.[0] : undefined;
		if (last?.text !== undefined && trailing !== undefined) {
			tidy.pop();
			add(last.text.slice(0, -trailing.length));
			tidy.push(piece);
			add(trailing);
			continue;
		}
		if (piece.side === 'open') {
			let next = index + 1;
			// A chain of opening marks lets the space through one by one, from the innermost.
			for (let inner = pieces[next]; inner?.text === '' || (inner?.code !== undefined && inner.side === 'open');)
				inner = pieces[++next];
			add(/^\s+/u.exec(pieces[next]?.text ?? '')?.[0] ?? '');
		}
		tidy.push(piece);
	}
	// What was let through still stands where it was typed.
	const clean: Piece[] = [];
	for (const piece of tidy) {
		const last = clean.at(-1);
		if (piece.text === undefined) clean.push(piece);
		else {
			const isInside = last?.code !== undefined && last.side === 'open';
			const text =
				last === undefined ? piece.text.replace(atStart, '') : isInside ? piece.text.trimStart() : piece.text;
			if (text !== '') clean.push({ text });
		}
	}
	const end = clean.at(-1);
	if (end?.text !== undefined) {
		clean.pop();
		const text = end.text.replace(atEnd, '');
		if (text !== '') clean.push({ text });
	}
	return clean;
}

/** A line in one string, with markup by id; equal for equal lines. */
export const lineKey = (pieces: readonly Piece[]): string =>
	JSON.stringify(tidyPieces(pieces).map((piece) => piece.text ?? [piece.code, piece.side]));

/** A slot in one string, with markup by what it means; equal for slots that say the same, whatever their ids. */
export function slotKey({ form, pieces, codes }: Pick<Slot, 'form' | 'pieces' | 'codes'>): string {
	return JSON.stringify([
		form === 'attribute' ? form : 'line',
		...pieces.map((piece) => piece.text ?? [codes.get(piece.code)?.key ?? '', piece.side]),
	]);
}

/** First 16 digits of the SHA-256 of a slot: tells whether a package was made from these words. */
export const slotHash = (slot: Pick<Slot, 'form' | 'pieces' | 'codes'>): string =>
	createHash('sha256').update(slotKey(slot)).digest('hex').slice(0, 16);

/** A line for people: words, and markup as it is typed. */
export const plainLine = (pieces: readonly Piece[], codes: ReadonlyMap<string, InlineCode>): string =>
	pieces
		.map((piece) => {
			if (piece.text !== undefined) return piece.text;
			const code = codes.get(piece.code);
			return (piece.side === 'close' ? code?.close : code?.open) ?? '';
		})
		.join('');

/** Whether there is anything to put into other words: a letter or a digit outside markup. */
export const hasWords = (pieces: readonly Piece[]): boolean =>
	pieces.some(({ text }) => text !== undefined && /[\p{L}\p{N}]/u.test(text));

const attributeForm = /([A-Za-z_:][\w:.-]*)\s*=\s*("[^"]*"|'[^']*')/y;

/** Attributes with words of a component's opening tag, each with the place of its value in the text. */
function attributeSlots(node: Jsx, text: string, path: string): Slot[] {
	const names = wordAttributes[node.name ?? ''] ?? [];
	if (names.length === 0) return [];
	const places = new Map<string, { start: number; end: number }>();
	for (let at = startOf(node) + 1 + (node.name ?? '').length; at < endOf(node) && text[at] !== '>';) {
		attributeForm.lastIndex = at;
		const found = attributeForm.exec(text);
		if (!found) at++;
		else {
			at = attributeForm.lastIndex;
			places.set(found[1] ?? '', { start: at - (found[2] ?? '').length, end: at });
		}
	}
	return names.flatMap((name) => {
		const place = places.get(name);
		const given = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name)?.value;
		if (!place || typeof given !== 'string') return [];
		return [
			{
				path: `${path}@${name}`,
				form: 'attribute' as const,
				attribute: `${node.name ?? ''} ${name}`,
				...place,
				pieces: tidyPieces([{ text: given }]),
				codes: new Map<string, InlineCode>(),
			},
		];
	});
}

/** What a block is besides its words, for the outline. */
function facts(node: Nodes): string {
	if (isJsx(node)) {
		const words = wordAttributes[node.name ?? ''] ?? [];
		return JSON.stringify([
			node.name,
			...node.attributes
				.filter((item) => item.type !== 'mdxJsxAttribute' || !words.includes(item.name))
				.map((item) => (item.type === 'mdxJsxAttribute' ? [item.name, item.value] : ['…', item.value])),
		]);
	}
	if (node.type === 'heading') return String(node.depth);
	if (node.type === 'list') return node.ordered ? `1 ${node.start ?? 1}` : '';
	if (node.type === 'code') return JSON.stringify([node.lang, node.value]);
	if (node.type === 'definition') return JSON.stringify([node.identifier, node.url]);
	if (node.type === 'table') return (node.align ?? []).join();
	return 'value' in node ? JSON.stringify(node.value) : '';
}

/** Slots and outline of the blocks of a part. */
function blocksOf(blocks: readonly Nodes[], text: string): Pick<PartText, 'slots' | 'outline'> {
	const slots: Slot[] = [];
	const outline: string[] = [];
	const line = (nodes: readonly Nodes[], path: string, form: Slot['form']) => {
		const [first, last] = [nodes[0], nodes.at(-1)];
		if (!first || !last) return;
		const content = inline(nodes, text);
		if (content.pieces.length === 0) return;
		outline.push('§');
		slots.push({ path, form, attribute: '', start: startOf(first), end: endOf(last), ...content });
	};
	const block = (node: Nodes, path: string): void => {
		if (isLineTag(node)) return line([node], path, 'paragraph');
		outline.push(node.type, facts(node));
		if (isJsx(node)) slots.push(...attributeSlots(node, text, path));
		if (!('children' in node)) return;
		within(node.children, path, node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : 'paragraph');
		outline.push('/');
	};
	const within = (nodes: readonly Nodes[], path: string, form: Slot['form']): void => {
		let run: PhrasingContent[] = [];
		const close = (index: number) => {
			const [only, ...others] = run.filter((item) => item.type !== 'text' || item.value.trim() !== '');
			if (only && others.length === 0 && isBlockComponent(only)) block(only, `${path}/${index}`);
			else if (only) line(run, `${path}/${index}`, form);
			run = [];
		};
		for (const [index, node] of nodes.entries()) {
			if (phrasing.has(node.type)) run.push(node as PhrasingContent);
			else {
				close(index - 1);
				block(node, `${path}/${isLineTag(node) ? 'paragraph' : isJsx(node) ? node.name : node.type}:${index}`);
			}
		}
		close(0);
	};
	for (const [index, node] of blocks.entries()) {
		const path = isLineTag(node) ? `paragraph:${index}/0` : `${isJsx(node) ? node.name : node.type}:${index}`;
		block(node, path);
	}
	return { slots, outline: outline.join(' ') };
}

/**
 * Takes a text apart into what is words and what is not.
 *
 * @param text - The whole file, Unicode NFC, line ends `\n`.
 * @param markdown - Tree of the same text.
 */
export function takeApart(text: string, markdown: Root): TextParts {
	const [first] = markdown.children;
	const bodyStart = first?.type === 'yaml' ? endOf(first) : 0;
	const blocks = markdown.children.filter((node) => node.type !== 'yaml');
	const cuts = blocks.flatMap((node, index) =>
		node.type === 'heading' && node.depth === 2
			? [{ index, start: text.lastIndexOf('\n', Math.max(0, startOf(node) - 1)) + 1 }]
			: [],
	);
	const starts = [{ index: 0, start: bodyStart }, ...cuts];
	const parts = starts.map(({ index, start }, place) => {
		const next = starts[place + 1];
		const { slots, outline } = blocksOf(blocks.slice(index, next?.index), text);
		return {
			text: text.slice(start, next?.start),
			line: text.slice(0, start).split('\n').length,
			slots: slots.map((slot) => ({ ...slot, start: slot.start - start, end: slot.end - start })),
			outline,
		};
	});
	return { head: text.slice(0, bodyStart), parts };
}

/**
 * Names the markup of a translation as its source names it, so that the two can be compared.
 *
 * @returns The line with the source's ids; markup that the source lacks has ids `x1`, `x2` … An address that the source lacks is words.
 */
export function withSourceIds(
	source: ReadonlyMap<string, InlineCode>,
	own: Pick<Slot, 'pieces' | 'codes'>,
): Pick<Slot, 'pieces' | 'codes'> {
	const ids = new Map<string, string>();
	const free = new Map(source);
	const pairBy = (isSame: (a: InlineCode, b: InlineCode) => boolean) => {
		for (const [id, code] of own.codes) {
			if (ids.has(id)) continue;
			const isPair = (other: InlineCode) => (other.close === undefined) === (code.close === undefined);
			const found = [...free.values()].find((other) => isPair(other) && isSame(other, code));
			if (!found) continue;
			ids.set(id, found.id);
			free.delete(found.id);
		}
	};
	pairBy((a, b) => a.key === b.key);
	// A look that stands once in the source may stand twice here.
	for (const [id, code] of own.codes) {
		const same = ids.has(id) || !isLook(code) ? undefined : [...source.values()].find(({ key }) => key === code.key);
		if (same) ids.set(id, same.id);
	}
	// The page in another language may have another address, a picture with words another name.
	pairBy((a, b) => a.kind === b.kind && (a.kind === 'link' || a.kind === 'image' || a.kind === 'code'));
	let extra = 0;
	for (const [id, code] of own.codes) if (!ids.has(id) && code.kind !== 'address') ids.set(id, `x${++extra}`);
	const pieces = own.pieces.map((piece): Piece => {
		if (piece.code === undefined) return piece;
		const id = ids.get(piece.code);
		return id === undefined ? { text: own.codes.get(piece.code)?.open ?? '' } : { ...piece, code: id };
	});
	const codes = new Map<string, InlineCode>();
	for (const [id, code] of own.codes) {
		const named = ids.get(id);
		if (named !== undefined) codes.set(named, { ...code, id: named });
	}
	return { pieces: tidyPieces(pieces), codes };
}
