import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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
	/** Files of `look/`. */
	readonly lookFiles: readonly string[];
	/** Every file in the folder, those that belong nowhere included; links that lead out of it and pipes are no files. */
	readonly paths: readonly string[];
	/** Text files as they were typed, by path: not composed, line ends `\n`, without byte-order mark. For checks of characters. */
	readonly typed: ReadonlyMap<string, string>;
	/** Faults of single files that could not be read as text. */
	readonly faults: readonly (Fault & { readonly file: string })[];
}

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

/** Files read at once: enough to keep a disk busy, and fewer than the open files that a system allows. */
const batch = 64;

/** Reads files a batch at a time, in order: what is said of them comes in the same order every time. */
async function readAll(
	files: readonly string[],
	read: (file: string) => Promise<string | undefined>,
): Promise<Map<string, string | undefined>> {
	const found = new Map<string, string | undefined>();
	for (let start = 0; start < files.length; start += batch) {
		const some = files.slice(start, start + batch);
		const texts = await Promise.all(some.map(read));
		for (const [index, file] of some.entries()) found.set(file, texts[index]);
	}
	return found;
}

/**
 * Reads everything that one locality has committed. Nothing of it is run or changed.
 *
 * @param root - Absolute path of the content folder.
 * @throws When the folder does not exist.
 */
export async function readContentFolder(root: string): Promise<ContentFolder> {
	if (!(await stat(root)).isDirectory()) throw new Error(`Not a folder: ${root}`);
	const faults: (Fault & { file: string })[] = [];
	const typed = new Map<string, string>();
	const read = async (file: string): Promise<string | undefined> => {
		const { text, fault } = decode(await readFile(file));
		if (fault) faults.push({ file: relative(root, file).split(sep).join('/'), ...fault });
		if (fault) return undefined;
		typed.set(relative(root, file).split(sep).join('/'), text);
		return text.normalize('NFC');
	};
	const paths = (await listFiles(root, await realpath(root))).map((file) => relative(root, file).split(sep).join('/'));
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
		const text = await read(join(root, file));
		if (text !== undefined) registers.set(name, file.endsWith('.csv') ? readCsv(text) : readYaml(text));
	}
	const folders = new Map<string, { texts: Map<string, TextFile>; files: string[]; tables: Map<string, SourceFile> }>();
	const isText = (path: string) => /\.(?:mdx|csv)$/.test(path) && entryFile.test(path);
	const words = await readAll(
		paths.filter(isText).map((path) => join(root, path)),
		read,
	);
	for (const path of paths) {
		const match = entryFile.exec(path);
		if (!match) continue;
		const folder = path.slice(0, path.lastIndexOf('/'));
		const name = path.slice(folder.length + 1);
		const entry = folders.get(folder) ?? {
			texts: new Map<string, TextFile>(),
			files: [],
			tables: new Map<string, SourceFile>(),
		};
		folders.set(folder, entry);
		if (name.endsWith('.mdx')) {
			const text = words.get(join(root, path));
			if (text !== undefined) entry.texts.set(name.slice(0, -4), readText(path, text));
		} else {
			entry.files.push(name);
			const table = name.endsWith('.csv') ? words.get(join(root, path)) : undefined;
			if (table !== undefined) entry.tables.set(name, readCsv(table, tableColumns, 'value'));
		}
	}
	const entries = [...folders].map(([path, { texts, files, tables }]) => {
		const parts = path.split('/');
		return {
			path,
			section: parts[0] ?? '',
			phase: parts.length === 3 ? parts[1] : undefined,
			slug: parts.at(-1) ?? '',
			texts,
			files,
			...(tables.size > 0 && { tables }),
		};
	});
	const lookFiles = paths.filter((path) => path.startsWith('look/')).map((path) => path.slice(5));
	return { root, registers, entries, lookFiles, paths, typed, faults };
}
