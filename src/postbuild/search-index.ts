import { join } from 'node:path';
import * as pagefind from 'pagefind';

/** What was indexed. */
export interface IndexReport {
	readonly pages: number;
}

/**
 * Writes the search index of a finished build into `pagefind/`, one index per language of `<html lang>`.
 * Only pages with `data-pagefind-body` are found: entries in their own words.
 */
export async function writeSearchIndex(folder: string): Promise<IndexReport> {
	const { index, errors } = await pagefind.createIndex({});
	if (!index) throw new Error(errors.join('\n'));
	try {
		const added = await index.addDirectory({ path: folder });
		const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
		const faults = [...added.errors, ...written.errors];
		if (faults.length > 0) throw new Error(faults.join('\n'));
		return { pages: added.page_count };
	} finally {
		await pagefind.close();
	}
}
