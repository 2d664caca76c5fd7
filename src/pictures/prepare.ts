import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { hashOf, openCache, type Cache } from '#cache/cache.ts';
import type { Picture } from './picture.ts';

/** Part of every picture's address. */
export const picturesFolder = '_pictures';

/** Widths in pixels of the versions of a photograph: phones at two densities, and the widest column at one and two. */
const widths = [480, 800, 1200, 1600];
/** AVIF effort 2 costs a tenth of the default's time for two hundredths of its size. */
const formats = [
	{ ending: 'avif', type: 'image/avif', encode: (image: Sharp) => image.avif({ quality: 55, effort: 2 }) },
	{ ending: 'webp', type: 'image/webp', encode: (image: Sharp) => image.webp({ quality: 76, effort: 4 }) },
];
/** Raised when the recipe changes, so that kept results of the old one are not used. */
const recipe = 'pictures-1';
/** Paper colour behind drawings on cards for sharing. */
const paper = '#f8fbfc';

/** A picture that cannot be used, with its path in the content folder. */
export class PictureError extends Error {
	readonly path: string;
	constructor(path: string, cause: unknown) {
		super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
		this.path = path;
	}
}

const stem = (path: string) =>
	path
		.replace(/\.[^.]+$/, '')
		.split('/')
		.slice(-2)
		.join('-')
		.replace(/[^a-z0-9-]+/gi, '-')
		.toLowerCase();

async function prepareOne(path: string, bytes: Buffer, cache: Cache, base: string): Promise<Picture> {
	const key = hashOf(recipe, bytes).slice(0, 16);
	const address = (variant: string, ending: string) =>
		`${base}${picturesFolder}/${stem(path)}${variant}.${key}.${ending}`;
	const kept = (variant: string, ending: string, make: () => Promise<Uint8Array>) =>
		cache.getOrMake(`${key}${variant}.${ending}`, make);
	const isDrawing = path.toLowerCase().endsWith('.svg');
	// Photographs know which way is up in their metadata, which is not published: turn them first.
	const image = () =>
		isDrawing ? sharp(bytes, { density: 144 }) : sharp(bytes, { limitInputPixels: 120_000_000 }).rotate();
	const size = JSON.parse(
		(
			await kept('-size', 'json', async () => {
				const { width, height, autoOrient } = await image().metadata();
				const scale = isDrawing ? 0.5 : 1;
				return Buffer.from(
					JSON.stringify({
						width: Math.round((autoOrient?.width ?? width) * scale),
						height: Math.round((autoOrient?.height ?? height) * scale),
					}),
				);
			})
		).toString('utf8'),
	) as { width: number; height: number };
	await kept('-card', 'png', () =>
		image()
			.resize(1200, 630, { fit: 'cover', position: 'bottom' })
			.flatten({ background: paper })
			.png({ palette: true, colours: 128 })
			.toBuffer(),
	);
	const card = address('-card', 'png');
	let square: string | undefined;
	if (path.startsWith('look/')) {
		await kept('-square', 'png', async () => {
			// Rendered at the size that is wanted: a mark of 48 pixels is sharp as well.
			const density = isDrawing ? Math.min(2400, Math.ceil((72 * 1400) / Math.min(size.width, size.height))) : 72;
			return sharp(bytes, { density })
				.rotate()
				.resize(1400, 1400, { fit: 'cover' })
				.flatten({ background: paper })
				.png({ palette: true, colours: 128 })
				.toBuffer();
		});
		square = address('-square', 'png');
	}
	if (isDrawing) {
		await kept('', 'svg', async () => bytes);
		return { src: address('', 'svg'), ...size, sources: [], card, square };
	}
	const used = widths.filter((width) => width < size.width);
	const all = used.length < widths.length ? [...used, Math.min(size.width, widths.at(-1) ?? size.width)] : used;
	for (const { ending, encode } of formats)
		for (const width of all) await kept(`-${width}`, ending, () => encode(image().resize({ width })).toBuffer());
	const largest = all.at(-1) ?? size.width;
	return {
		src: address(`-${all[Math.min(1, all.length - 1)]}`, 'webp'),
		width: largest,
		height: Math.round((size.height * largest) / size.width),
		sources: formats.map(({ ending, type }) => ({
			type,
			srcset: all.map((width) => `${address(`-${width}`, ending)} ${width}w`).join(', '),
		})),
		card,
		square,
	};
}

/**
 * Makes every version of every picture, or finds it in the cache.
 *
 * @param root - Content folder.
 * @param paths - Pictures in it.
 * @param cacheDir - Folder of kept results.
 * @param base - Path under which the site is served.
 * @returns Pictures by path.
 * @throws {@link PictureError} for the first picture that cannot be read.
 */
export async function preparePictures(
	root: string,
	paths: readonly string[],
	cacheDir: string,
	base: string,
): Promise<Map<string, Picture>> {
	const cache = openCache(join(cacheDir, 'pictures'));
	const pictures = new Map<string, Picture>();
	const queue = [...paths];
	// One picture at a time per core: memory stays bounded however many there are.
	const work = async (): Promise<void> => {
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			try {
				pictures.set(path, await prepareOne(path, await readFile(join(root, path)), cache, base));
			} catch (error) {
				throw new PictureError(path, error);
			}
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
	return pictures;
}

/**
 * Bytes of a published picture by the last part of its address.
 *
 * @param name - As `visit-ponagar-towers-card.0123456789abcdef.png`.
 */
export async function pictureBytes(cacheDir: string, name: string): Promise<Buffer | undefined> {
	const match = /(?:^|[a-z0-9])(-(?:\d+|card|square))?\.([0-9a-f]{16})\.([a-z]+)$/.exec(name);
	if (!match) return undefined;
	return openCache(join(cacheDir, 'pictures')).get(`${match[2]}${match[1] ?? ''}.${match[3]}`);
}

/** Pictures of a content folder: beside texts, and those of its look. */
export function picturePaths(folder: {
	readonly entries: readonly { readonly path: string; readonly files: readonly string[] }[];
	readonly lookFiles: readonly string[];
}): string[] {
	const isPicture = (name: string) => /\.(svg|png|jpe?g|webp|avif)$/i.test(name);
	return [
		...folder.entries.flatMap(({ path, files }) => files.filter(isPicture).map((file) => `${path}/${file}`)),
		...folder.lookFiles.filter(isPicture).map((file) => `look/${file}`),
	].sort();
}
