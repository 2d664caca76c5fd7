import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOfEntry, readTable, type ContentFolder, type EntryFolder } from './content-folder.ts';
import { decode } from './encoding.ts';
import type { Fault, SourceFile } from './source-file.ts';
import { readText, type TextFile } from './text-file.ts';

/** What others need to know of a text. Plain data, so that it can go from one thread to another. */
export interface TextOutline {
	readonly locale: string;
	/** Unchecked front matter. */
	readonly data: unknown;
	readonly fieldFaults: readonly Fault[];
	readonly isParsed: boolean;
}

/** What others need to know of a table beside a text. */
export interface TableOutline {
	readonly name: string;
	/** Unchecked rows. */
	readonly data: unknown;
	readonly faults: readonly Fault[];
}

/** What others need to know of an entry. */
export interface EntryOutline {
	readonly path: string;
	readonly texts: readonly TextOutline[];
	readonly tables: readonly TableOutline[];
	readonly files: readonly string[];
}

/** The outline of an entry that was read. */
export const outlineOf = ({ path, texts, files, tables = new Map() }: EntryFolder): EntryOutline => ({
	path,
	texts: [...texts].map(([locale, { frontMatter, isParsed }]) => ({
		locale,
		data: frontMatter.data,
		fieldFaults: frontMatter.faults,
		isParsed,
	})),
	tables: [...tables].map(([name, { data, faults }]) => ({ name, data, faults })),
	files,
});

const wordsOf = (root: string, path: string): string => decode(readFileSync(join(root, path))).text.normalize('NFC');

/** A table of which the outline is at hand. */
function outlinedTable(root: string, path: string, { data, faults }: TableOutline): SourceFile {
	let read: SourceFile | undefined;
	const whole = () => (read ??= readTable(wordsOf(root, path)));
	return {
		data,
		faults,
		position: (field) => whole().position(field),
		keyPosition: (field) => whole().keyPosition(field),
	};
}

/** A text of which the outline is at hand; whoever asks for more has the file read. */
function outlinedText(root: string, path: string, { data, fieldFaults, isParsed }: TextOutline): TextFile {
	let read: TextFile | undefined;
	const whole = () => (read ??= readText(path, wordsOf(root, path)));
	return {
		path,
		isParsed,
		frontMatter: {
			data,
			faults: fieldFaults,
			position: (field) => whole().frontMatter.position(field),
			keyPosition: (field) => whole().frontMatter.keyPosition(field),
		},
		get markdown() {
			return whole().markdown;
		},
		get html() {
			return whole().html;
		},
		get faults() {
			return whole().faults;
		},
	};
}

/**
 * Adds entries in outline to those that were read, which alone are due then.
 *
 * @param folder - As `readEntries` gives it.
 * @param outlines - Of all the other entries.
 */
export function withOutlines(folder: ContentFolder, outlines: readonly EntryOutline[]): ContentFolder {
	const outlined = outlines.map(({ path, texts, tables, files }): EntryFolder => ({
		...placeOfEntry(path),
		texts: new Map(texts.map((text) => [text.locale, outlinedText(folder.root, `${path}/${text.locale}.mdx`, text)])),
		files,
		...(tables.length > 0 && {
			tables: new Map(tables.map((table) => [table.name, outlinedTable(folder.root, `${path}/${table.name}`, table)])),
		}),
	}));
	// The order in which they would have been read all at once: what is told first does not depend on who reads what.
	const order = new Map(folder.paths.map((path, index) => [path.slice(0, path.lastIndexOf('/')), index]));
	const at = ({ path }: EntryFolder) => order.get(path) ?? 0;
	return { ...folder, entries: [...folder.entries, ...outlined].sort((a, b) => at(a) - at(b)), due: folder.entries };
}
