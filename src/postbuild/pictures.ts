import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureBytes, picturesFolder } from '#pictures/prepare.ts';
import { filesOf } from '#loaders/built-files.ts';

/** Copies the pictures that pages name from the cache into the build, and no others. */
export async function writePictures(folder: string, cacheDir: string): Promise<number> {
	const names = new Set<string>();
	const pattern = new RegExp(`${picturesFolder}/([A-Za-z0-9._-]+)`, 'g');
	for (const file of await filesOf(folder, /\.(html|xml|json)$/))
		for (const match of (await readFile(join(folder, file), 'utf8')).matchAll(pattern)) names.add(match[1] ?? '');
	if (names.size > 0) await mkdir(join(folder, picturesFolder), { recursive: true });
	for (const name of names) {
		const bytes = await pictureBytes(cacheDir, name);
		if (!bytes) throw new Error(`The picture ${name} is not in the cache`);
		await writeFile(join(folder, picturesFolder, name), bytes);
	}
	return names.size;
}
