import {
	LineCounter,
	isAlias,
	isCollection,
	isMap,
	isPair,
	isScalar,
	isSeq,
	parseDocument,
	type Document,
	type Node,
	type Pair,
	type YAMLMap,
} from 'yaml';
import { findSlips, quoteValue } from './yaml-slips.ts';

/** A place in a text file; line and column count from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** Something that the reader of a file could not make sense of; `code` names it, `detail` is the value seen. */
export interface Fault extends Place {
	readonly code: string;
	readonly detail: string;
	/** Which of the ways to go wrong that share a code. */
	readonly cause?: string;
	/** Name of the field, tag, attribute or column it is about. */
	readonly name?: string;
	/** The line that belongs to it: where a tag was opened, where a field stands first. */
	readonly otherLine?: number;
	/** How the value seen is written right, where that is certain. */
	readonly mended?: string;
}

/** A data file as it was typed: values, what is wrong with its form, and where each value stands. */
export interface SourceFile {
	/** Unchecked data; `undefined` when the file could not be read as data at all. */
	readonly data: unknown;
	readonly faults: readonly Fault[];
	/** Place of a value by its path; of the nearest value around it when it is absent; 1:1 for an empty file. */
	position(path: readonly PropertyKey[]): Place;
	/** Place of the key of a value, for messages about the key itself. */
	keyPosition(path: readonly PropertyKey[]): Place;
}

/** Faults told of one file: whoever pasted a whole other document needs the first few. */
const mostFaults = 20;

/** Name of a pair as data has it. */
const nameOf = (pair: Pair): string | undefined =>
	pair.key === null ? '' : isScalar(pair.key) ? String(pair.key.value ?? '') : undefined;

const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];

/** Finds pairs of maps by name; each map is gone through once, however many of its names are asked for. */
function pairFinder(): (map: YAMLMap, name: PropertyKey) => Pair | undefined {
	const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
	return (map, name) => {
		let pairs = known.get(map);
		if (!pairs) {
			const named = map.items.map((pair) => [nameOf(pair), pair] as const);
			pairs = new Map(named.filter((item): item is readonly [string, Pair] => item[0] !== undefined));
			known.set(map, pairs);
		}
		return pairs.get(String(name));
	};
}

/** A fault by its offset in the text. */
type Slip = Pick<Fault, 'code' | 'detail' | 'cause' | 'name' | 'mended'> & {
	readonly offset: number;
	readonly otherOffset?: number;
};

/** What is left of a line from an offset on, and the whole line. */
function lineAt(text: string, offset: number): string {
	const end = text.indexOf('\n', offset);
	return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

/** A plain value of one ASCII word without spaces: a name of a closed list, a date, a path, a number. */
const isOneWord = (value: string) => /^[\w.:/+-]*$/.test(value);

/**
 * What is read without complaint and means something else than its author typed: names and repetitions of YAML, kinds, words cut
 * off by `#`, lists that became a line of text, fields that stand twice.
 */
function findTraps(document: Document.Parsed, text: string): Slip[] {
	const slips: Slip[] = [];
	const line = (offset: number) => lineAt(text, offset).trim();
	const quoted = (offset: number) =>
		quoteValue(lineAt(text, offset), offset - (text.lastIndexOf('\n', offset - 1) + 1));
	const back = (sign: string, name: string, from: number) => Math.max(0, text.lastIndexOf(sign + name, from));

	const visitNode = (node: Node | null, owner: string): void => {
		if (!node) return;
		const [start, valueEnd, end] = node.range ?? [0, 0, 0];
		if (isAlias(node)) {
			slips.push(withMended({ code: 'yaml/alias', cause: 'alias', detail: line(start), name: owner, offset: start }));
			return;
		}
		const { anchor, tag } = node as { anchor?: string; tag?: string };
		if (anchor !== undefined) {
			const offset = back('&', anchor, start);
			slips.push(withMended({ code: 'yaml/alias', cause: 'anchor', detail: line(offset), name: owner, offset }));
		}
		if (tag !== undefined) {
			const offset = back('!', '', start);
			const first = /(?:^|[\s,[{])(!\S*)$/.exec(text.slice(0, offset + 1))?.[1]?.length ?? 1;
			const at = offset + 1 - first;
			slips.push(withMended({ code: 'yaml/form', cause: 'tag', detail: line(at), name: owner, offset: at }));
		}
		if (isCollection(node)) {
			if (isMap(node)) visitMap(node);
			else for (const item of node.items) visitNode(item as Node | null, owner);
			return;
		}
		if (!isScalar(node)) return;
		const source = text.slice(start, valueEnd);
		const comment = /^[ \t]*(#[^\s#].*)/.exec(text.slice(valueEnd, end));
		const isPlain = node.type === 'PLAIN' || node.type === undefined;
		if (isPlain && comment && (source === '' || !isOneWord(source))) {
			const offset = valueEnd + comment[0].indexOf('#');
			slips.push(
				withMended(
					{ code: 'yaml/comment', detail: comment[1]?.trim() ?? '', name: owner, offset },
					quoteValue(lineAt(text, offset)),
				),
			);
		}
		if (node.type === 'PLAIN' && source.includes('\n')) {
			const dash = /\n[ \t]*-(?=\S| )(?!-)/.exec(source);
			const offset = start + (dash ? dash.index + dash[0].length - 1 : 0);
			if (dash) slips.push({ code: 'yaml/form', cause: 'dash', detail: line(offset), name: owner, offset });
		}
	};
	const withMended = (slip: Slip, mended = quoted(slip.offset)): Slip =>
		mended === undefined ? slip : { ...slip, mended };
	const visitMap = (map: YAMLMap): void => {
		const first = new Map<string, number>();
		for (const pair of map.items) {
			const offset = startOf(pair.key) ?? startOf(pair.value) ?? map.range?.[0] ?? 0;
			const name = nameOf(pair);
			if (isAlias(pair.key) || (pair.key !== null && (pair.key as { anchor?: string }).anchor !== undefined))
				visitNode(pair.key as Node, '');
			else if (name === undefined || (pair.key as { tag?: string } | null)?.tag !== undefined)
				slips.push({ code: 'yaml/form', cause: 'key', detail: line(offset), offset });
			else if (name === '' && line(offset).startsWith(':'))
				slips.push({ code: 'yaml/form', cause: 'no-key', detail: line(offset), offset: text.lastIndexOf(':', offset) });
			else if (name === '<<') slips.push({ code: 'yaml/alias', cause: 'merge', detail: line(offset), name, offset });
			if (name !== undefined) {
				const before = first.get(name);
				if (before === undefined) first.set(name, offset);
				else slips.push({ code: 'yaml/duplicate-key', detail: line(offset), name, offset, otherOffset: before });
			}
			visitNode(pair.value as Node | null, name ?? '');
		}
	};
	const contents: unknown = document.contents;
	if (!isPair(contents)) visitNode(contents as Node | null, '');
	return slips;
}

/**
 * Reads YAML as typed, with positions. Dates stay text: nothing turns 30 February into 2 March here.
 *
 * @param text - Content of the file, Unicode NFC, line ends `\n`.
 * @param lineOffset - Lines of the whole file before `text`, for front matter.
 * @returns Data and positions. Never throws.
 */
export function readYaml(text: string, lineOffset = 0): SourceFile {
	const lines = new LineCounter();
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
	};
	const options = {
		lineCounter: lines,
		schema: 'core',
		uniqueKeys: false,
		prettyErrors: false,
		logLevel: 'error',
	} as const;
	let document: Document.Parsed | undefined;
	let faults: Fault[] = [];
	let data: unknown;
	const conflict = /^<{7}(?= |$)/m.exec(text);
	try {
		document = parseDocument(text, options);
		// An unknown kind (`!x`) is only a warning of the parser's, and found with the traps.
		const errors = [...document.errors, ...document.warnings].filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
		const slips = errors.length > 0 ? [] : findTraps(document, text);
		faults = slips.map(({ offset, otherOffset, ...slip }) => ({
			...slip,
			...placeAt(offset),
			...(otherOffset !== undefined && { otherLine: placeAt(otherOffset).line }),
		}));
		const isBare = slips.length === 0 && isScalar(document.contents) && document.contents.value !== null;
		if (errors.length > 0 || isBare) {
			const found = findSlips(text);
			faults = found.map((slip) => ({ ...slip, line: slip.line + lineOffset }));
		}
		const [error] = errors;
		if (faults.length === 0 && error)
			faults.push({
				code: error.code === 'TAB_AS_INDENT' ? 'yaml/tab-as-indent' : 'yaml/form',
				cause: 'other',
				detail: lineAt(text, error.pos[0]).trim(),
				...placeAt(error.pos[0]),
			});
		if (faults.length === 0 && isBare)
			faults.push({
				code: 'yaml/form',
				cause: 'no-colon',
				detail: lineAt(text, 0).trim(),
				line: 1 + lineOffset,
				column: 1,
			});
		// Both versions stand there: what is wrong with the lines between says nothing.
		if (conflict) faults = [{ code: 'file/conflict', detail: conflict[0], ...placeAt(conflict.index) }];
		if (faults.length === 0) data = document.toJS({ maxAliasCount: 0 });
	} catch {
		// Brackets thousands deep exhaust the parser.
		faults = [{ code: 'yaml/form', cause: 'other', detail: lineAt(text, 0).trim(), line: 1 + lineOffset, column: 1 }];
	}
	const contents: unknown = document?.contents;
	const find = pairFinder();
	const locate = (path: readonly PropertyKey[], wantKey: boolean): Place => {
		let node = contents;
		let offset = startOf(contents) ?? 0;
		for (const [index, step] of path.entries()) {
			if (isSeq(node) && typeof step === 'number') {
				node = node.items[step];
			} else {
				const pair = isMap(node) ? find(node, step) : undefined;
				if (!pair) return placeAt(offset);
				if (wantKey && index === path.length - 1) return placeAt(startOf(pair.key) ?? offset);
				node = pair.value ?? pair.key;
			}
			offset = startOf(node) ?? offset;
		}
		return placeAt(offset);
	};
	return {
		data,
		faults: faults.slice(0, mostFaults),
		position: (path) => locate(path, false),
		keyPosition: (path) => locate(path, true),
	};
}
