import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readContentFolder, type ContentFolder } from '#loaders/content-folder.ts';
import { shapeContent, type Content } from '#schema/content.ts';
import { printRecord, readRecord, type ReadRecord, type TranslationRecord } from './record.ts';
import { trackEntries, type EntryTracking, type Records } from './state.ts';

/** Folder of records beside the texts of an entry; the loader passes it by, so nothing of it is ever published. */
const recordFolder = '.source';

/** Larger than any record; nothing larger is read. */
const maxBytes = 4 * 1024 * 1024;

/** Entries read at once: few enough for the open files that a system allows. */
const batch = 32;

/** Path of a record from the content folder, with `/`. */
export const recordPath = (entry: string, locale: string) => `${entry}/${recordFolder}/${locale}.json`;

async function readFolder(root: string, entry: string): Promise<Map<string, ReadRecord>> {
	const folder = join(root, entry, recordFolder);
	// Only a real folder with real files: a link may lead out of the content folder.
	const isFolder = await lstat(folder).then(
		(found) => found.isDirectory(),
		() => false,
	);
	const names = isFolder ? await readdir(folder, { withFileTypes: true }).catch(() => []) : [];
	const locales = names
		.filter((name) => name.isFile() && /^[^.].*\.json$/.test(name.name))
		.map((name) => name.name.slice(0, -5))
		.sort();
	const found = await Promise.all(
		locales.map(async (locale): Promise<[string, ReadRecord]> => {
			const file = join(folder, `${locale}.json`);
			// What was an ordinary file when the folder was listed may have been replaced since: a pipe would never end.
			const isRecord = await lstat(file).then(
				(seen) => seen.isFile() && seen.size <= maxBytes,
				() => false,
			);
			const bytes = isRecord ? await readFile(file).catch(() => new Uint8Array()) : new Uint8Array();
			try {
				return [locale, readRecord(new TextDecoder('utf-8', { fatal: true }).decode(bytes))];
			} catch {
				return [locale, { damage: { reason: 'syntax', line: 1, column: 1 } }];
			}
		}),
	);
	return new Map(found);
}

/**
 * Reads the records of entries. Nothing is changed.
 *
 * @param root - Absolute path of the content folder.
 * @param entries - Paths of entries.
 * @returns Records by entry and locale; entries without records are left out.
 */
export async function readRecords(root: string, entries: readonly string[]): Promise<Records> {
	const records = new Map<string, ReadonlyMap<string, ReadRecord>>();
	for (let start = 0; start < entries.length; start += batch) {
		const some = entries.slice(start, start + batch);
		const read = await Promise.all(some.map((entry) => readFolder(root, entry)));
		for (const [index, entry] of some.entries()) {
			const own = read[index];
			if (own && own.size > 0) records.set(entry, own);
		}
	}
	return records;
}

/**
 * Writes the record of a translation, whole or not at all. No text is touched.
 *
 * @param root - Absolute path of the content folder.
 * @returns False when the same record was there before.
 * @throws When the file cannot be written, or the folder of records is a link.
 */
export async function writeRecord(
	root: string,
	entry: string,
	locale: string,
	record: TranslationRecord,
): Promise<boolean> {
	const folder = join(root, entry, recordFolder);
	const file = join(root, recordPath(entry, locale));
	await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
	});
	if (!(await lstat(folder)).isDirectory()) throw new Error(`Not a folder: ${entry}/${recordFolder}`);
	const text = printRecord(record);
	if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return false;
	const part = join(folder, `.${locale}.${process.pid}`);
	try {
		const handle = await open(part, 'w');
		try {
			await handle.writeFile(text);
			// On the disk before it takes the place of the other: a power cut leaves the one or the other.
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(part, file);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
	return true;
}

/** A content folder and the state of its translations. */
export interface TrackedContent {
	readonly folder: ContentFolder;
	readonly content: Content;
	readonly records: Records;
	readonly entries: readonly EntryTracking[];
}

/**
 * Reads a content folder with the state of its translations.
 *
 * @param root - Absolute path of the content folder.
 * @returns Undefined when `site.yaml` is unusable: the languages are not known then.
 * @throws When the folder does not exist.
 */
export async function readTracking(root: string): Promise<TrackedContent | undefined> {
	const folder = await readContentFolder(root);
	const { content } = shapeContent(folder);
	if (!content) return undefined;
	const records = await readRecords(
		root,
		folder.entries.map(({ path }) => path),
	);
	return { folder, content, records, entries: trackEntries(folder, content, records) };
}
