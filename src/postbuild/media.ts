import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '#loaders/built-files.ts';
import { findMedia, mediaFolder } from '#media/prepare.ts';

/**
 * Copies the films, recordings and captions that pages and feeds name into the build, and no others.
 *
 * @returns How many.
 */
export async function writeMedia(folder: string, contentDir: string): Promise<number> {
	const names = new Set<string>();
	const pattern = new RegExp(`${mediaFolder}/([A-Za-z0-9._-]+)`, 'g');
	for (const file of await filesOf(folder, /\.(html|xml|json)$/))
		for (const match of (await readFile(join(folder, file), 'utf8')).matchAll(pattern)) names.add(match[1] ?? '');
	if (names.size === 0) return 0;
	await mkdir(join(folder, mediaFolder), { recursive: true });
	const found = await findMedia(contentDir, names);
	for (const name of names) {
		const file = found.get(name);
		if (file === undefined) throw new Error(`The file ${name} is not in the content folder`);
		await copyFile(file, join(folder, mediaFolder, name));
	}
	return names.size;
}
