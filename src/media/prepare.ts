import { createHash } from 'node:crypto';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { mediaFacts } from './container.ts';
import type { MediaFile } from './media-file.ts';
import { readVtt } from './vtt.ts';

/** Part of the address of every film, recording and file of captions. */
export const mediaFolder = '_media';

const types: Readonly<Record<string, string>> = {
	mp4: 'video/mp4',
	webm: 'video/webm',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	ogg: 'audio/ogg',
	opus: 'audio/ogg',
	vtt: 'text/vtt',
};
const endingOf = (path: string) => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** Type of a published file by its ending; undefined for one that is not published. */
export const mediaType = (path: string): string | undefined => types[endingOf(path)];

/** Films, recordings and captions beside texts, by path in the content folder. */
export function mediaPaths(folder: {
	readonly entries: readonly { readonly path: string; readonly files: readonly string[] }[];
}): string[] {
	return folder.entries
		.flatMap(({ path, files }) =>
			files.filter((name) => Object.hasOwn(types, endingOf(name))).map((name) => `${path}/${name}`),
		)
		.sort();
}

/** Name of a file in {@link mediaFolder}: entry, name and hash, so that it may be kept for ever. */
export function mediaName(path: string, bytes: Uint8Array): string {
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
	const stem = path
		.slice(0, path.lastIndexOf('.'))
		.split('/')
		.slice(-2)
		.join('-')
		.replace(/[^a-z0-9-]+/gi, '-')
		.toLowerCase();
	return `${stem}.${hash}.${endingOf(path)}`;
}

/**
 * Finds published files again by their names, after Astro has gone.
 *
 * @param root - Content folder.
 * @param names - As {@link mediaName} makes them.
 * @returns File by name; names that lead to none are left out.
 */
export async function findMedia(root: string, names: ReadonlySet<string>): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	// Links to files of the folder are files as well.
	for (const item of await readdir(root, { recursive: true, withFileTypes: true })) {
		if (item.isDirectory() || mediaType(item.name) === undefined) continue;
		const file = join(item.parentPath, item.name);
		const name = mediaName(relative(root, file).split(sep).join('/'), await readFile(file));
		if (names.has(name)) found.set(name, file);
	}
	return found;
}

/**
 * Reads every film, recording and file of captions. Nothing is changed in them: they are published as they are.
 *
 * @param root - Content folder.
 * @param base - Path under which the site is served.
 * @returns By path in the content folder. A link that leaves the folder is left out.
 */
export async function prepareMedia(
	root: string,
	paths: readonly string[],
	base: string,
): Promise<Map<string, MediaFile>> {
	const media = new Map<string, MediaFile>();
	const home = await realpath(root);
	// One after the other: a film may be as large as the memory of a small machine allows.
	for (const path of paths) {
		const file = await realpath(join(root, path));
		if (!file.startsWith(home + sep)) continue;
		const bytes = await readFile(file);
		const isCaptions = endingOf(path) === 'vtt';
		const { durationSeconds, width, height } = isCaptions ? {} : mediaFacts(bytes);
		media.set(path, {
			src: `${base}${mediaFolder}/${mediaName(path, bytes)}`,
			bytes: bytes.length,
			type: mediaType(path) ?? '',
			durationSeconds,
			width,
			height,
			cues: isCaptions ? readVtt(bytes.toString('utf8')).cues : [],
		});
	}
	return media;
}
