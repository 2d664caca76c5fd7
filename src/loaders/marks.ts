import { createHash, hash } from 'node:crypto';
import { createReadStream, readFile, stat, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What is in a folder: the path of everything in it, with `/`, and its mark. Two equal maps of a folder mean that whoever reads it
 * finds the same.
 */
export type Marks = ReadonlyMap<string, string>;

/** Files read at once: enough to keep a disk busy, and fewer than the open files that a system allows. */
const together = 64;

/** Larger files are read piece by piece. */
const mostBytes = 16 * 2 ** 20;

/** The one hidden folder that is read. */
const recordFolder = '.source';

/** SHA-256 in base64: short, for there is one for every file. */
const markOf = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'base64');

// Without a promise of its own for each opened file: half the time, with thousands of small ones.
const readBytes = (file: string): Promise<Buffer | undefined> =>
	new Promise((resolve) => {
		readFile(file, (error, bytes) => resolve(error ? undefined : bytes));
	});

/** Mark of a film or the like, of which only a piece is in memory at a time. */
async function markOfLarge(file: string): Promise<string | undefined> {
	const sum = createHash('sha256');
	try {
		for await (const piece of createReadStream(file)) sum.update(piece as Buffer);
		return sum.digest('base64');
	} catch {
		return undefined;
	}
}

async function markOfFile(file: string, size: number): Promise<string | undefined> {
	if (size > mostBytes) return markOfLarge(file);
	const bytes = await readBytes(file);
	return bytes && markOf(bytes);
}

const statOf = (file: string): Promise<Stats | undefined> =>
	new Promise((resolve) => {
		stat(file, (error, found) => resolve(error ? undefined : found));
	});

/** A folder as it was looked at. */
export interface Look {
	readonly marks: Marks;
	/** Size, dates and number of each file before it was read. */
	readonly stamps: ReadonlyMap<string, string>;
}

/** Files that are younger may have been written twice within one tick of the disk's clock, without any difference in their dates. */
const surelyOldBefore = performance.timeOrigin - 2000;

/**
 * Looks at everything in a folder and marks it by its content.
 *
 * Hidden files and folders count by their names, for nobody reads them but the records of translations.
 *
 * @param last - An earlier look of this process: files with the stamps of then are not read again, unless they are too young to tell.
 * @returns Undefined when there is something whose meaning lies outside the folder or cannot be had: a link, a pipe, a file that
 * cannot be read.
 */
export async function lookAt(root: string, last?: Look): Promise<Look | undefined> {
	const marks: [string, string][] = [];
	const stamps = new Map<string, string>();
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
			const found = await statOf(join(root, file));
			const stamp = found ? [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ') : '';
			const known = last?.stamps.get(file) === stamp ? last.marks.get(file) : undefined;
			const isOld = found !== undefined && found.ctimeMs < surelyOldBefore && found.mtimeMs < surelyOldBefore;
			const mark = isOld && known !== undefined ? known : found && (await markOfFile(join(root, file), found.size));
			if (mark === undefined) isWhole = false;
			else {
				marks.push([file, mark]);
				stamps.set(file, stamp);
			}
		}
	};
	await Promise.all(Array.from({ length: together }, read));
	return isWhole ? { marks: new Map(marks.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))), stamps } : undefined;
}

/** One mark for several: equal for equal ones in the same order. */
export const joinMarks = (marks: Iterable<readonly [string, string]>): string =>
	markOf([...marks].map(([path, mark]) => `${path}\0${mark}\0`).join(''));

/** Mark of the program itself: of every file of it, of the packages that it uses, and of what runs it. */
export async function programMark(): Promise<string | undefined> {
	const [own, lock] = await Promise.all([
		lookAt(join(import.meta.dirname, '..')),
		readBytes(join(import.meta.dirname, '..', '..', 'package-lock.json')),
	]);
	if (!own || !lock) return undefined;
	const { versions, platform, arch } = process;
	return joinMarks([...own.marks, ['lock', markOf(lock)], ['host', JSON.stringify({ versions, platform, arch })]]);
}
