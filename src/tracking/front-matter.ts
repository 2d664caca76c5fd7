import { isScalar, isSeq, parseDocument, stringify, type Document } from 'yaml';

/** A value of the front matter: words, or a list of them. */
export type WordsValue = string | readonly string[];

const print = (value: unknown) => stringify(value, { lineWidth: 0 });
const asLine = (name: string, value: WordsValue) => print({ [name]: value }).trimEnd();

/** Place and new text of one value on a single line; undefined where it is written in a form of several lines. */
function patchFor(node: unknown, value: string): { start: number; end: number; text: string } | undefined {
	if (!isScalar(node) || !node.range || value.includes('\n')) return undefined;
	if (node.type !== 'PLAIN' && node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return undefined;
	return { start: node.range[0], end: node.range[1], text: print(value).trimEnd() };
}

/** Places of values that can be changed one by one; undefined when the whole must be printed anew. */
function patchesFor(document: Document, name: string, value: WordsValue) {
	const node = document.get(name, true);
	if (typeof value === 'string') {
		const patch = patchFor(node, value);
		return patch && [patch];
	}
	if (!isSeq(node) || node.flow || node.items.length !== value.length) return undefined;
	const patches = node.items.map((item, index) =>
		isScalar(item) && item.value === value[index] ? 'same' : patchFor(item, value[index] ?? ''),
	);
	return patches.includes(undefined) ? undefined : patches.filter((patch) => patch !== 'same' && patch !== undefined);
}

/**
 * Changes words of a front matter and leaves everything else as it was typed, comments included.
 *
 * @param head - Front matter with its fences.
 * @param values - Values that differ from those that are there.
 */
export function changeFrontMatter(head: string, values: ReadonlyMap<string, WordsValue>): string {
	const match = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*$/.exec(head.trimEnd());
	let yaml = match?.[1] ?? '';
	for (const [name, value] of values) {
		const document = parseDocument(yaml, { schema: 'core' });
		if (!document.has(name)) yaml = `${yaml}${yaml === '' ? '' : '\n'}${asLine(name, value)}`;
		else {
			const patches = patchesFor(document, name, value);
			if (patches)
				for (const { start, end, text } of [...patches].reverse()) yaml = yaml.slice(0, start) + text + yaml.slice(end);
			else {
				document.set(name, document.createNode(value));
				yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
			}
		}
	}
	return `---\n${yaml}\n---`;
}

/** A front matter of these values, in their order. */
export const makeFrontMatter = (values: ReadonlyMap<string, WordsValue>): string =>
	`---\n${[...values].map(([name, value]) => asLine(name, value)).join('\n')}\n---`;
