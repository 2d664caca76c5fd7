import { hash } from 'node:crypto';
import { readFile } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What is in a folder: the path of everything in it, with `/`, and its mark. Two equal maps of a folder mean that whoever reads it
 * finds the same.
 */
export type Marks = ReadonlyMap<string, string>;

/** Files read at once: enough to keep a disk busy, and fewer than the open files that a system allows. */
const together = 64;

/** Larger files are not read here: what is made from such a folder is not kept. */
const mostBytes = 64 * 2 ** 20;

/** The one hidden folder that is read. */
const recordFolder = '.source';

/** SHA-256 in base64: short, for there is one for every file. */
const markOf = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'base64');

// Without a promise of its own for each opened file: half the time, with thousands of small ones.
const readBytes = (file: string): Promise<Buffer | undefined> =>
	new Promise((resolve) => {
		readFile(file, (error, bytes) => resolve(error || bytes.length > mostBytes ? undefined : bytes));
	});

/**
 * Marks everything in a folder by its content.
 *
 * Hidden files and folders count by their names, for nobody reads them but the records of translations.
 *
 * @returns Undefined when there is something whose meaning lies outside the folder or cannot be had: a link, a pipe, a file that
 * cannot be read or is very large.
 */
export async function marksOf(root: string): Promise<Marks | undefined> {
	const marks: [string, string][] = [];
	const files: string[] = [];
	const folders = [''];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
		const items = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
		if (!items) return undefined;
		for (const item of items) {
			const path = folder === '' ? item.name : `${folder}/${item.name}`;
			const isHidden = item.name.startsWith('.') && item.name !== recordFolder;
			if (item.isDirectory()) {
				marks.push([path, 'folder']);
				if (!isHidden) folders.push(path);
			} else if (!item.isFile()) return undefined;
			else if (isHidden) marks.push([path, 'hidden']);
			else files.push(path);
		}
	}
	let [next, isWhole] = [0, true];
	const read = async (): Promise<void> => {
		for (let file = files[next++]; file !== undefined && isWhole; file = files[next++]) {
			const bytes = await readBytes(join(root, file));
			if (bytes) marks.push([file, markOf(bytes)]);
			else isWhole = false;
		}
	};
	await Promise.all(Array.from({ length: together }, read));
	return isWhole ? new Map(marks.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : undefined;
}

/** One mark for several: equal for equal ones in the same order. */
export const joinMarks = (marks: Iterable<readonly [string, string]>): string =>
	markOf([...marks].map(([path, mark]) => `${path}\0${mark}\0`).join(''));

/** Mark of the program itself: of every file of it, of the packages that it uses, and of what runs it. */
export async function programMark(): Promise<string | undefined> {
	const [own, lock] = await Promise.all([
		marksOf(join(import.meta.dirname, '..')),
		readBytes(join(import.meta.dirname, '..', '..', 'package-lock.json')),
	]);
	if (!own || !lock) return undefined;
	const { versions, platform, arch } = process;
	return joinMarks([...own, ['lock', markOf(lock)], ['host', JSON.stringify({ versions, platform, arch })]]);
}
