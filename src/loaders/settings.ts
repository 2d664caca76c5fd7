import { resolve } from 'node:path';

/** Where a command reads and writes, from the environment. All paths are absolute. */
export interface Settings {
	/** Folder of one locality. `CONTENT_DIR`, default `content`. */
	readonly contentDir: string;
	/** Folder of interface words. `I18N_DIR`, default `i18n`. */
	readonly wordsDir: string;
	/** Where the finished site appears. `OUT_DIR`, default `dist`. */
	readonly outDir: string;
	/** Folder of kept results. `CACHE_DIR`, default `.cache`. */
	readonly cacheDir: string;
	/** Path under which the site is served, with `/` at both ends. `BASE_PATH`, default `/`. */
	readonly base: string;
	/** Drafts are shown and marked: `npm run dev` only. */
	readonly isPreview: boolean;
}

/** Settings of this process; the folder it runs in is the project's. */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
	const path = (environment['BASE_PATH'] ?? '/').split('/').filter(Boolean).join('/');
	return {
		contentDir: resolve(environment['CONTENT_DIR'] || 'content'),
		wordsDir: resolve(environment['I18N_DIR'] || 'i18n'),
		outDir: resolve(environment['OUT_DIR'] || 'dist'),
		cacheDir: resolve(environment['CACHE_DIR'] || '.cache'),
		base: path === '' ? '/' : `/${path}/`,
		isPreview: environment['NHIPCAU_PREVIEW'] === '1',
	};
}
