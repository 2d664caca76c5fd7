import { rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesOf } from '#loaders/built-files.ts';

/** Puts each language's page for missing addresses where servers look for it: `/ko/404/index.html` → `/ko/404.html`. */
export async function placeNotFoundPages(folder: string): Promise<void> {
	for (const file of await filesOf(folder, /^[a-z]+\/404\/index\.html$/)) {
		await rename(join(folder, file), join(folder, `${dirname(file)}.html`));
		await rmdir(join(folder, dirname(file)));
	}
}
