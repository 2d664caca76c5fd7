import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOfEntry, type ContentFolder, type EntryFolder } from './content-folder.ts';
import { decode } from './encoding.ts';
import type { Fault } from './source-file.ts';
import { readText, type TextFile } from './text-file.ts';

/** What others need to know of a text. Plain data, so that it can go from one thread to another. */
export interface TextOutline {
	readonly locale: string;
	/** Unchecked front matter. */
	readonly data: unknown;
	readonly fieldFaults: readonly Fault[];
	readonly isParsed: boolean;
}

/** What others need to know of an entry. */
export interface EntryOutline {
	readonly path: string;
	readonly texts: readonly TextOutline[];
	readonly files: readonly string[];
}

/** The outline of an entry that was read. */
export const outlineOf = ({ path, texts, files }: EntryFolder): EntryOutline => ({
	path,
	texts: [...texts].map(([locale, { frontMatter, isParsed }]) => ({
		locale,
		data: frontMatter.data,
		fieldFaults: frontMatter.faults,
		isParsed,
	})),
	files,
});

/** A text of which the outline is at hand; whoever asks for more has the file read. */
function outlinedText(root: string, path: string, { data, fieldFaults, isParsed }: TextOutline): TextFile {
	let read: TextFile | undefined;
	const whole = () => (read ??= readText(path, decode(readFileSync(join(root, path))).text.normalize('NFC')));
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
	const outlined = outlines.map(({ path, texts, files }): EntryFolder => ({
		...placeOfEntry(path),
		texts: new Map(texts.map((text) => [text.locale, outlinedText(folder.root, `${path}/${text.locale}.mdx`, text)])),
		files,
	}));
	// The order in which they would have been read all at once: what is told first does not depend on who reads what.
	const order = new Map(folder.paths.map((path, index) => [path.slice(0, path.lastIndexOf('/')), index]));
	const at = ({ path }: EntryFolder) => order.get(path) ?? 0;
	return { ...folder, entries: [...folder.entries, ...outlined].sort((a, b) => at(a) - at(b)), due: folder.entries };
}
