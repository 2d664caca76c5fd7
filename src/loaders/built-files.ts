import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Paths of the files of a build, from its folder, with `/`, sorted. */
export async function filesOf(folder: string, pattern = /./): Promise<string[]> {
	const found = await readdir(folder, { withFileTypes: true, recursive: true });
	return found
		.filter((item) => item.isFile())
		.map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
		.filter((file) => pattern.test(file))
		.sort();
}
