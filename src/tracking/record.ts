import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import { z } from 'astro/zod';
import type { Place } from '#loaders/source-file.ts';
import { fieldNames, type EntryText, type Kind } from '#schema/entry.ts';
import { day } from '#schema/primitives.ts';
import { partIds, plainText } from '#schema/parts.ts';

/** A stretch of a text as it was typed: the words before the first `##`, or those from one `##` to the next. */
export interface Slice {
	/** Heading without markup; empty for the first slice, which has none. */
	readonly title: string;
	/** Markdown, normalised, heading included. */
	readonly text: string;
	/** Line in the file at which it begins, from 1. */
	readonly line: number;
}

/** A part of a source text that a translation is made from. The first is `words`, the second `lead`, then one for each `##`. */
export interface SourcePart extends Slice {
	/** `words` for the front matter, `lead` for what stands before the first `##`, else the anchor of the part. */
	readonly id: string;
	/** SHA-256 of `text`, lower-case hex. */
	readonly hash: string;
}

/** How many parts stand before the first `##`: `words` and `lead`. */
export const unheaded = 2;

/** Fields of a translation that tell how it came about; they are no words to translate. */
const notWords = new Set(['translation', 'translator', 'reviewedBy', 'reviewedOn', 'updated']);

/** A text as it is compared: Unicode NFC, `\n`, without spaces at line ends, without more than one empty line on end. */
export function normaliseText(text: string): string {
	return text
		.normalize('NFC')
		.split(/\r\n|\r|\n/)
		.map((line) => line.trimEnd())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.replace(/^\n+|\n+$/g, '');
}

/** SHA-256 as lower-case hex. */
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Cuts a text at its `##` headings.
 *
 * @param typed - The whole file, front matter included.
 * @param markdown - Tree of the same file, with positions.
 */
export function slicesOf(typed: string, markdown: Root): Slice[] {
	// By line, not by offset: the tree was made from the composed text, which has other offsets and the same lines.
	const lines = typed.split(/\r\n|\r|\n/);
	const [first] = markdown.children;
	const starts = [
		{ title: '', line: first?.type === 'yaml' ? (first.position?.end.line ?? 0) + 1 : 1 },
		...markdown.children.flatMap((node) =>
			node.type === 'heading' && node.depth === 2
				? [{ title: plainText(node), line: node.position?.start.line ?? 1 }]
				: [],
		),
	];
	return starts.map(({ title, line }, index) => ({
		title,
		line,
		text: normaliseText(lines.slice(line - 1, (starts[index + 1]?.line ?? lines.length + 1) - 1).join('\n')),
	}));
}

/**
 * Words of the front matter as one text: a line `field: value` for each field, in the order of the alphabet, so that neither the order
 * in the file nor the form of YAML counts. Further lines of a value are set in by two spaces.
 */
export function wordsText(kind: Kind, words: EntryText): string {
	const values = words as Readonly<Record<string, unknown>>;
	const shown = (value: unknown) =>
		(Array.isArray(value)
			? ['', ...value.map((item) => `- ${normaliseText(String(item))}`)].join('\n')
			: normaliseText(String(value))
		).replace(/\n(?!\n)/g, '\n  ');
	return normaliseText(
		fieldNames(kind)
			.translation.filter((name) => !notWords.has(name) && values[name] !== undefined)
			.sort()
			.map((name) => `${name}: ${shown(values[name])}`)
			.join('\n'),
	);
}

/** Takes the text that `wordsText` made apart again: field → its lines. */
export function fieldsOf(text: string): ReadonlyMap<string, string> {
	return new Map(
		text
			.split(/\n(?=[A-Za-z]+:)/)
			.filter(Boolean)
			.map((block) => [block.slice(0, block.indexOf(':')), block]),
	);
}

/** Fields whose words differ between two texts of `wordsText`. */
export function changedFields(before: string, after: string): string[] {
	const [old, present] = [fieldsOf(before), fieldsOf(after)];
	return [...new Set([...old.keys(), ...present.keys()])].filter((name) => old.get(name) !== present.get(name)).sort();
}

/**
 * Parts of a source text, with hashes of their normalised Markdown.
 *
 * @param source - The file as typed, its tree, its kind and its checked front matter.
 */
export function sourceParts(source: {
	readonly typed: string;
	readonly markdown: Root;
	readonly kind: Kind;
	readonly words: EntryText;
}): SourcePart[] {
	const slices = slicesOf(source.typed, source.markdown);
	const ids = ['lead', ...partIds(slices.slice(1).map(({ title }) => title))];
	const words = { title: '', text: wordsText(source.kind, source.words), line: 1 };
	return [words, ...slices].map((slice, index) => ({
		...slice,
		id: index === 0 ? 'words' : (ids[index - 1] ?? `part-${index}`),
		hash: hashOf(slice.text),
	}));
}

const partId = z.string().regex(/^[a-z0-9-]+$/);
const sum = z.string().regex(/^[0-9a-f]{64}$/);

/** A part of the source as it was when the translation was last recorded. */
const recordedPartSchema = z
	.strictObject({
		id: partId,
		/** SHA-256 of `text`. */
		hash: sum,
		/** The source's words, as Markdown. */
		text: z.string(),
	})
	.refine(({ hash, text }) => hashOf(text) === hash);

const recordShape = z
	.strictObject({
		version: z.literal(1),
		/** Day of the source text that the translation was made from: its `updated`, else its `date`. */
		sourceDay: day,
		/** `words`, `lead`, then one for each `##`. */
		parts: z.array(recordedPartSchema).min(unheaded),
		/** Ids of parts before their headings were reworded → id at the time of the record. */
		aliases: z.record(partId, partId).optional(),
		/** SHA-256 over everything else, so that damage is found. */
		checksum: sum,
	})
	.refine(({ parts }) => parts[0]?.id === 'words' && parts[1]?.id === 'lead');

export type RecordedPart = z.infer<typeof recordedPartSchema>;
export type TranslationRecord = Omit<z.infer<typeof recordShape>, 'checksum'>;

/** `<entry>/.source/<locale>.json`: what a translation was made from. Written by commands only. */
export const recordSchema = recordShape.refine((record) => checksumOf(record) === record.checksum);

/** Why a record cannot be used, and where it shows. */
export interface RecordDamage extends Place {
	/** `syntax`: no JSON; `shape`: something is missing, extra or of another version; `checksum`: changed after it was written. */
	readonly reason: 'syntax' | 'shape' | 'checksum';
}

/** A record as it was found: usable, or damaged. */
export type ReadRecord =
	| { readonly record: TranslationRecord; readonly damage?: undefined }
	| { readonly record?: undefined; readonly damage: RecordDamage };

/** The record in its one form: keys in order, aliases sorted. */
function inOrder({ version, sourceDay, parts, aliases = {} }: TranslationRecord): TranslationRecord {
	return {
		version,
		sourceDay,
		parts: parts.map(({ id, hash, text }) => ({ id, hash, text })),
		...(Object.keys(aliases).length > 0 && {
			aliases: Object.fromEntries(Object.entries(aliases).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
		}),
	};
}

const checksumOf = (record: TranslationRecord) => hashOf(JSON.stringify(inOrder(record)));

/**
 * Records that a translation says what the source says.
 *
 * @param parts - Parts of the source.
 * @param sourceDay - Day of the source, `YYYY-MM-DD`.
 * @param aliases - Former ids of parts, as `headingAliases` gives them.
 */
export function makeRecord(
	parts: readonly SourcePart[],
	sourceDay: string,
	aliases: ReadonlyMap<string, string> = new Map(),
): TranslationRecord {
	return inOrder({ version: 1, sourceDay, parts: [...parts], aliases: Object.fromEntries(aliases) });
}

/** The file of a record: JSON with tabs and a line end at its end; the same record gives the same bytes. */
export function printRecord(record: TranslationRecord): string {
	return `${JSON.stringify({ ...inOrder(record), checksum: checksumOf(record) }, null, '\t')}\n`;
}

/** Place at which a text stops being JSON: a mark of a merge, else where the parser stopped. */
function faultPlace(text: string, message: string): Place {
	const marks = /^(?:<{7}|={7}|>{7})/m.exec(text);
	const offset = marks?.index ?? Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
	const before = text.slice(0, offset);
	return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/**
 * Reads the file of a record.
 *
 * @returns The record, or what is wrong with it. Never throws.
 */
export function readRecord(text: string): ReadRecord {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return { damage: { reason: 'syntax', ...faultPlace(text, (error as Error).message) } };
	}
	const read = recordSchema.safeParse(data);
	if (read.success) return { record: inOrder(read.data) };
	// A rule over values that have their shape is one of the sums.
	const isSum = read.error.issues.every(({ code, path }) => code === 'custom' && path[0] !== 'sourceDay');
	return { damage: { reason: isSum ? 'checksum' : 'shape', line: 1, column: 1 } };
}
