import fc from 'fast-check';
import { SaxesParser } from 'saxes';

/** An element of a package, as a translators' program holds it. */
export interface Element {
	name: string;
	attributes: Record<string, string>;
	children: (Element | string)[];
}

/** Reads a package that we wrote. */
export function readXml(text: string): Element {
	const parser = new SaxesParser();
	const root: Element = { name: '', attributes: {}, children: [] };
	const open = [root];
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element: Element = { name, attributes: { ...attributes } as Record<string, string>, children: [] };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => open.pop());
	parser.on('text', (words) => open.at(-1)?.children.push(words));
	parser.write(text).close();
	const [xliff] = elements(root);
	if (!xliff) throw new Error('no root');
	return xliff;
}

export const elements = (element: Element): Element[] => element.children.filter((child) => typeof child !== 'string');

/** Every element of a name, in the order of the file; what stands inside a match of an old translation is none. */
export function all(root: Element, name: string): Element[] {
	return elements(root).flatMap((child) => [
		...(child.name === name ? [child] : []),
		...(child.name.startsWith('mtc:') ? [] : all(child, name)),
	]);
}

const named: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\r': '&#13;',
};
const escape = (text: string) => text.replace(/[&<>"\r]/g, (letter) => named[letter] ?? letter);

/** How words are written: as they are, by number, in CDATA. */
export type Writing = 'plain' | 'numbers' | 'cdata';
const writeWords = (text: string, writing: Writing) =>
	writing === 'plain' || text.includes(']]>') || text.includes('\r')
		? escape(text)
		: writing === 'cdata'
			? `<![CDATA[${text}]]>`
			: [...text].map((letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`).join('');

export function printXml({ name, attributes, children }: Element, writing: Writing = 'plain'): string {
	const given = Object.entries(attributes).map(
		([key, value]) => ` ${key}="${escape(value).replaceAll('\n', '&#10;')}"`,
	);
	const inside = children
		.map((child) =>
			typeof child !== 'string'
				? printXml(child, writing)
				: // What stands between elements is layout; CDATA may not stand there.
					child.trim() === '' && name !== 'source' && name !== 'target' && name !== 'pc'
					? child
					: writeWords(child, writing),
		)
		.join('');
	return `<${name}${given.join('')}>${inside}</${name}>`;
}

/** How a program saves a file. */
export type Saving = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'utf-16le without mark';

export function save(root: Element, saving: Saving = 'utf-8', writing: Writing = 'plain', isCrlf = false): Uint8Array {
	const is16 = saving.startsWith('utf-16');
	const typed = `<?xml version="1.0" encoding="${is16 ? 'UTF-16' : 'utf-8'}"?>\n${printXml(root, writing)}\n`;
	const text = isCrlf ? typed.replaceAll('\n', '\r\n') : typed;
	if (saving === 'utf-8') return Buffer.from(text);
	if (saving === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`);
	const bytes = Buffer.from(saving.endsWith('mark') ? text : `\ufeff${text}`, 'utf16le');
	return saving === 'utf-16be' ? bytes.swap16() : bytes;
}

/** A letter or a code that stands alone; pairs become `sc` and `ec`. */
function atoms(line: Element | undefined): (Element | string)[] {
	return (line?.children ?? []).flatMap((child): (Element | string)[] => {
		if (typeof child === 'string') return [...child];
		if (child.name !== 'pc') return [child];
		const { id = '', dataRefStart = '' } = child.attributes;
		return [
			{ name: 'sc', attributes: { id, ...(dataRefStart && { dataRef: dataRefStart }) }, children: [] },
			...atoms(child),
			{ name: 'ec', attributes: { startRef: id }, children: [] },
		];
	});
}

const joinLetters = (pieces: readonly (Element | string)[]): (Element | string)[] => {
	const joined: (Element | string)[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
		else joined.push(piece);
	}
	return joined;
};

/** Choices of a program; drawn from these numbers, so that a failing case can be shown. */
export interface Choices {
	/** Numbers from 0 to 1, used one after the other. */
	readonly numbers: readonly number[];
	readonly saving: Saving;
	readonly writing: Writing;
	readonly isCrlf: boolean;
}

export const choices: fc.Arbitrary<Choices> = fc.record({
	numbers: fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 5, maxLength: 40 }),
	saving: fc.constantFrom<Saving>('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'utf-16le without mark'),
	writing: fc.constantFrom<Writing>('plain', 'numbers', 'cdata'),
	isCrlf: fc.boolean(),
});

/**
 * Does to a package all that programs do to files they have understood: cuts units into segments, gives targets another order, moves
 * units and files, adds notes, markers and namespaces, marks states, and saves in another encoding.
 */
export function workOver(root: Element, { numbers, saving, writing, isCrlf }: Choices): Uint8Array {
	let used = 0;
	const next = (below: number) => Math.floor((numbers[used++ % numbers.length] ?? 0) * below);
	const shuffle = <T>(list: T[]): T[] =>
		list
			.map((item) => ({ item, key: next(1000) }))
			.sort((a, b) => a.key - b.key)
			.map(({ item }) => item);
	const cut = <T>(list: readonly T[], count: number): T[][] => {
		const ends = Array.from({ length: count - 1 }, () => next(list.length + 1)).sort((a, b) => a - b);
		return [...ends, list.length].map((end, index) => list.slice(index === 0 ? 0 : ends[index - 1], end));
	};
	const made = structuredClone(root);
	made.attributes['xmlns:its'] = 'http://www.w3.org/2005/11/its';
	made.attributes['version'] = next(2) === 0 ? '2.0' : '2.1';
	for (const unit of all(made, 'unit')) {
		const segment = unit.children.findIndex((child) => typeof child !== 'string' && child.name === 'segment');
		const old = unit.children[segment];
		if (typeof old !== 'object') continue;
		const [source, target] = ['source', 'target'].map((name) => elements(old).find((child) => child.name === name));
		unit.attributes['its:note'] = 'x';
		if (!target) continue;
		const count = 1 + next(4);
		const order = shuffle(Array.from({ length: count }, (_, index) => index));
		const [sources, targets] = [cut(atoms(source), count), cut(atoms(target), count)];
		const segments = order.map((place, index): Element => {
			const words = targets[place] ?? [];
			if (next(3) === 0)
				words.unshift({ name: 'sm', attributes: { id: `m${index}`, type: 'comment', value: 'x' }, children: [] });
			if (next(3) === 0) words.push({ name: 'em', attributes: { startRef: `m${index}` }, children: [] });
			const inside = joinLetters(words);
			const isMarked = next(4) === 0 && inside.length > 0;
			const isBlank = (pieces: readonly (Element | string)[] = []) =>
				pieces.every((piece) => typeof piece === 'string' && piece.trim() === '');
			const isIgnorable = isBlank(sources[index]) && isBlank(inside);
			return {
				name: isIgnorable ? 'ignorable' : 'segment',
				attributes: isIgnorable ? {} : { state: 'final', subState: 'x:y' },
				children: [
					{ name: 'source', attributes: {}, children: joinLetters(sources[index] ?? []) },
					{
						name: 'target',
						attributes: { order: String(place + 1) },
						children: isMarked
							? [{ name: 'mrk', attributes: { id: `k${index}`, translate: 'yes' }, children: inside }]
							: inside,
					},
				],
			};
		});
		unit.children.splice(segment, 1, ...segments);
		unit.children.unshift({ name: 'its:thing', attributes: { 'its:a': 'b' }, children: ['segment'] });
		if (next(2) === 0) delete unit.attributes['nc:hash'];
	}
	for (const file of all(made, 'file')) {
		for (const group of all(file, 'group')) {
			const others = group.children.filter((child) => typeof child === 'string' || child.name !== 'unit');
			group.children = [...others, ...shuffle(elements(group).filter(({ name }) => name === 'unit'))];
		}
		if (next(3) === 0) {
			// All units at the top of the file, the groups gone.
			const units = all(file, 'unit');
			file.children = [...elements(file).filter(({ name }) => name === 'notes'), ...shuffle(units)];
		}
	}
	made.children = shuffle(elements(made));
	return save(made, saving, writing, isCrlf);
}
