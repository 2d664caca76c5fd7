import { readFile as readInto } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { readCsv, tableColumns } from './csv-file.ts';
import { decode } from './encoding.ts';
import { readYaml, type Fault, type SourceFile } from './source-file.ts';
import { readText, type TextFile } from './text-file.ts';

/** One entry as it lies in its folder. */
export interface EntryFolder {
	/** Path from the content folder: `congress/before/grassroots-congresses`. Also the entry's id. */
	readonly path: string;
	readonly section: string;
	/** Middle folder of congress entries. */
	readonly phase: string | undefined;
	readonly slug: string;
	/** Text files by the name before `.mdx`. */
	readonly texts: ReadonlyMap<string, TextFile>;
	/** Other files of the folder, by name. */
	readonly files: readonly string[];
	/** Tables for charts (`.csv`) among them, read; left out where there are none. */
	readonly tables?: ReadonlyMap<string, SourceFile>;
}

/** Files of data at the top of a content folder, by name without ending; `look` lies in its own folder. */
export type RegisterName = 'site' | 'facts' | 'documents' | 'glossary' | 'holidays' | 'look' | 'coast';

/** A whole content folder, read and not judged. */
export interface ContentFolder {
	/** Absolute path. */
	readonly root: string;
	/** Registers by file name without ending; absent ones are left out. */
	readonly registers: ReadonlyMap<RegisterName, SourceFile>;
	readonly entries: readonly EntryFolder[];
	/**
	 * Entries that are to be judged, where others judge the rest or have judged it before; absent when all are. The rest is there in
	 * outline: fields at hand, anything else read when asked for.
	 */
	readonly due?: readonly EntryFolder[];
	/** Files of `look/`. */
	readonly lookFiles: readonly string[];
	/** Every file in the folder, those that belong nowhere included; links that lead out of it and pipes are no files. */
	readonly paths: readonly string[];
	/** Text files as they were typed, by path: not composed, line ends `\n`, without byte-order mark. For checks of characters. */
	readonly typed: ReadonlyMap<string, string>;
	/** Faults of single files that could not be read as text. */
	readonly faults: readonly (Fault & { readonly file: string })[];
}

/** Entries whose own problems are asked for. */
export const dueEntries = (folder: ContentFolder): readonly EntryFolder[] => folder.due ?? folder.entries;

/** Whether a link leads to a file of the same folder: anything else is not ours to read. */
async function leadsToFile(link: string, root: string): Promise<boolean> {
	const target = await realpath(link).catch(() => undefined);
	if (target === undefined || !target.startsWith(root + sep)) return false;
	return (await stat(target)).isFile();
}

/** Ordinary files below a folder, absolute. Pipes and links that lead out of it are left alone: opening them could wait for ever. */
async function listFiles(folder: string, root: string): Promise<string[]> {
	const items = await readdir(folder, { withFileTypes: true }).catch(() => []);
	const lists = await Promise.all(
		items
			.filter(({ name }) => !name.startsWith('.'))
			.map(async (item): Promise<string[]> => {
				const path = join(folder, item.name);
				if (item.isDirectory()) return listFiles(path, root);
				return item.isFile() || (item.isSymbolicLink() && (await leadsToFile(path, root))) ? [path] : [];
			}),
	);
	return lists.flat().sort();
}

const entryFile = /^(?:(congress)\/([^/]+)\/([^/]+)|(invest|visit|living|about)\/([^/]+))\/([^/]+)$/;

/** What the path of an entry says. */
export function placeOfEntry(path: string): Pick<EntryFolder, 'path' | 'section' | 'phase' | 'slug'> {
	const parts = path.split('/');
	return {
		path,
		section: parts[0] ?? '',
		phase: parts.length === 3 ? parts[1] : undefined,
		slug: parts.at(-1) ?? '',
	};
}

/** Without a handle for each file, as `fs/promises` has it: half the time, with thousands of small ones. */
const readFile = promisify(readInto);

/** Reads a table beside a text. */
export const readTable = (text: string): SourceFile => readCsv(text, tableColumns, 'value');

/** Files read at once: enough to keep a disk busy, and fewer than the open files that a system allows. */
const batch = 64;

/** Reads files, some at a time, and gives them in their order: what is said of them comes in the same order every time. */
async function readAll(files: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
	const found: Buffer[] = [];
	let next = 0;
	const work = async (): Promise<void> => {
		for (let at = next++; at < files.length; at = next++) found[at] = await readFile(files[at] ?? '');
	};
	await Promise.all(Array.from({ length: batch }, work));
	return new Map(files.map((file, index) => [file, found[index] ?? Buffer.alloc(0)]));
}

/** Path of the entry that a file belongs to; undefined for registers, `look/` and what belongs nowhere. */
export const entryOf = (path: string): string | undefined =>
	entryFile.test(path) ? path.slice(0, path.lastIndexOf('/')) : undefined;

/**
 * Paths of all files of a content folder, from it, with `/`, sorted. Hidden files are left out.
 *
 * @throws When the folder does not exist.
 */
export async function listContent(root: string): Promise<string[]> {
	if (!(await stat(root)).isDirectory()) throw new Error(`Not a folder: ${root}`);
	return (await listFiles(root, await realpath(root))).map((file) => relative(root, file).split(sep).join('/'));
}

/**
 * Reads everything that one locality has committed. Nothing of it is run or changed.
 *
 * @param root - Absolute path of the content folder.
 * @throws When the folder does not exist.
 */
export async function readContentFolder(root: string): Promise<ContentFolder> {
	return readEntries(root, await listContent(root));
}

/**
 * Reads the registers and some of the entries.
 *
 * @param paths - As `listContent` gives them.
 * @param isWanted - Asked of the path of each entry; the others are left out.
 */
export async function readEntries(
	root: string,
	paths: readonly string[],
	isWanted: (entry: string) => boolean = () => true,
): Promise<ContentFolder> {
	const faults: (Fault & { file: string })[] = [];
	const typed = new Map<string, string>();
	const read = (path: string, bytes: Uint8Array): string | undefined => {
		const { text, fault } = decode(bytes);
		if (fault) faults.push({ file: path, ...fault });
		if (fault) return undefined;
		typed.set(path, text);
		return text.normalize('NFC');
	};
	const registers = new Map<RegisterName, SourceFile>();
	for (const [name, file] of [
		['site', 'site.yaml'],
		['facts', 'facts.yaml'],
		['documents', 'documents.yaml'],
		['glossary', 'glossary.csv'],
		['holidays', 'holidays.yaml'],
		['look', 'look/look.yaml'],
		// JSON is YAML too, and read so it has places for messages.
		['coast', 'map/coast.json'],
	] as const) {
		if (!paths.includes(file)) continue;
		const text = read(file, await readFile(join(root, file)));
		if (text !== undefined) registers.set(name, file.endsWith('.csv') ? readCsv(text) : readYaml(text));
	}
	const folders = new Map<string, { texts: Map<string, TextFile>; files: string[]; tables: Map<string, SourceFile> }>();
	const isText = (path: string) => {
		const entry = /\.(?:mdx|csv)$/.test(path) ? entryOf(path) : undefined;
		return entry !== undefined && isWanted(entry);
	};
	const bytes = await readAll(paths.filter(isText).map((path) => join(root, path)));
	for (const path of paths) {
		const folder = entryOf(path);
		if (folder === undefined || !isWanted(folder)) continue;
		const name = path.slice(folder.length + 1);
		const entry = folders.get(folder) ?? {
			texts: new Map<string, TextFile>(),
			files: [],
			tables: new Map<string, SourceFile>(),
		};
		folders.set(folder, entry);
		if (name.endsWith('.mdx')) {
			const text = read(path, bytes.get(join(root, path)) ?? Buffer.alloc(0));
			if (text !== undefined) entry.texts.set(name.slice(0, -4), readText(path, text));
		} else {
			entry.files.push(name);
			const table = name.endsWith('.csv') ? read(path, bytes.get(join(root, path)) ?? Buffer.alloc(0)) : undefined;
			if (table !== undefined) entry.tables.set(name, readTable(table));
		}
	}
	const entries = [...folders].map(([path, { texts, files, tables }]) => ({
		...placeOfEntry(path),
		texts,
		files,
		...(tables.size > 0 && { tables }),
	}));
	const lookFiles = paths.filter((path) => path.startsWith('look/')).map((path) => path.slice(5));
	return { root, registers, entries, lookFiles, paths, typed, faults };
}
