import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

/** Files of the engine that our own search page does not use: its ready-made interfaces. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight|playground)[.-]|^playground$/;

/**
 * Writes the search index of a finished build into `pagefind/`, one index per language of `<html lang>`.
 * Only pages with `data-pagefind-body` are found: entries in their own words.
 */
export async function writeSearchIndex(folder: string): Promise<void> {
	const { index, errors } = await pagefind.createIndex({});
	if (!index) throw new Error(errors.join('\n'));
	try {
		const added = await index.addDirectory({ path: folder });
		const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
		const faults = [...added.errors, ...written.errors];
		if (faults.length > 0) throw new Error(faults.join('\n'));
	} finally {
		await pagefind.close();
	}
	for (const name of await readdir(join(folder, 'pagefind')))
		if (unused.test(name)) await rm(join(folder, 'pagefind', name), { recursive: true });
}
