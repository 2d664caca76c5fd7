import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';

/** A place in a text file; line and column count from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** Something that the reader of a file could not make sense of; `code` names it, `detail` is the value seen. */
export interface Fault extends Place {
	readonly code: string;
	readonly detail: string;
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

function findPair(node: unknown, key: PropertyKey): Pair | undefined {
	return isMap(node)
		? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
		: undefined;
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
	const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false });
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
	};
	const faults = [...document.errors, ...document.warnings].map((error) => ({
		code: `yaml/${error.code.toLowerCase().replaceAll('_', '-')}`,
		detail: text.slice(error.pos[0], error.pos[1]).split('\n')[0]?.slice(0, 80) ?? '',
		...placeAt(error.pos[0]),
	}));
	let data: unknown;
	try {
		data = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
	} catch {
		faults.push({ code: 'yaml/alias', detail: '', ...placeAt(0) });
	}
	const locate = (path: readonly PropertyKey[], wantKey: boolean): Place => {
		let node: unknown = document.contents;
		let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
		for (const [index, step] of path.entries()) {
			if (isSeq(node) && typeof step === 'number') {
				node = node.items[step];
			} else {
				const pair = findPair(node, step);
				if (!pair) return placeAt(offset);
				if (wantKey && index === path.length - 1) return placeAt((pair.key as Node).range?.[0] ?? offset);
				node = pair.value ?? pair.key;
			}
			offset = (node as Node | null)?.range?.[0] ?? offset;
		}
		return placeAt(offset);
	};
	return { data, faults, position: (path) => locate(path, false), keyPosition: (path) => locate(path, true) };
}
