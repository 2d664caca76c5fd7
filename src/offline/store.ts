import { fileType, namedFiles } from './named-files.ts';

/**
 * What is kept on the reader's device: one cache for each saved page, named after it, with everything that the page needs. So a page
 * is removed by deleting its cache, and nothing is counted or shared. When and under which title it was saved stands in headers of
 * the kept page itself; a cache without its page is unfinished and counts as nothing.
 */

/** Bytes that one saved page may take, with everything that belongs to it. */
export const maxBytes = 1024 * 1024;

/** A page on the device. */
export interface SavedPage {
	/** Site-absolute path with a trailing slash. */
	readonly path: string;
	readonly title: string;
	/** Tag of the language of the title. */
	readonly tag: string;
	/** Milliseconds since 1970. */
	readonly savedAt: number;
}

/** What to keep. */
export interface Wanted {
	/** Path under which the site is served. */
	readonly base: string;
	readonly path: string;
	readonly title: string;
	readonly tag: string;
	/** Paths of pages that go with it: emergency numbers, list of saved pages. */
	readonly along: readonly string[];
	/** Address in the page's HTML → address of the version that the browser shows. */
	readonly shown: ReadonlyMap<string, string>;
}

/** The page with what belongs to it is larger than `maxBytes`. */
export class TooLargeError extends Error {}
/** Something could not be fetched. */
export class FetchError extends Error {}

const headers = { savedAt: 'saved-at', title: 'saved-title', tag: 'saved-tag' };
const prefixOf = (base: string) => `saved ${base} `;
const nameOf = (base: string, path: string) => prefixOf(base) + path;
const lax = { ignoreSearch: true, ignoreVary: true };

/** Names under which the build puts files that never change: what is kept of them is what the network would give. */
export const isHashed = (path: string, base: string): boolean =>
	['_assets/', '_pictures/'].some((folder) => path.startsWith(base + folder));

/** Picture of a build without its width and format, `/_pictures/visit-bay.0123456789abcdef`; undefined for other files. */
export function pictureKey(path: string): string | undefined {
	return /^(.*\/_pictures\/.*?)(?:-\d+)?(\.[0-9a-f]{16})\.[a-z]+$/.exec(path)?.slice(1).join('');
}

async function namesOf(base: string): Promise<string[]> {
	const prefix = prefixOf(base);
	return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

function readRecord(response: Response | undefined, path: string): SavedPage | undefined {
	const savedAt = Number(response?.headers.get(headers.savedAt) ?? Number.NaN);
	if (!response || Number.isNaN(savedAt)) return undefined;
	const title = decodeURIComponent(response.headers.get(headers.title) ?? '');
	return { path, title, tag: response.headers.get(headers.tag) ?? '', savedAt };
}

/** Pages that the reader saved, the latest first. */
export async function savedPages(base: string): Promise<SavedPage[]> {
	const pages = await Promise.all(
		(await namesOf(base)).map(async (name) => {
			const path = name.slice(prefixOf(base).length);
			return readRecord(await (await caches.open(name)).match(path, lax), path);
		}),
	);
	return pages.filter((page) => page !== undefined).sort((a, b) => b.savedAt - a.savedAt);
}

/** The page saved by the reader under this path. */
export async function savedPage(base: string, path: string): Promise<SavedPage | undefined> {
	return (await savedPages(base)).find((page) => page.path === path);
}

/** The latest copy of a page, saved by itself or along with others. */
export async function keptPage(
	base: string,
	path: string,
): Promise<{ readonly response: Response; readonly savedAt: number } | undefined> {
	const copies = await Promise.all(
		(await savedPages(base)).map(async (page) => {
			const response = await (await caches.open(nameOf(base, page.path))).match(path, lax);
			return response && { response, savedAt: Number(response.headers.get(headers.savedAt)) };
		}),
	);
	return copies.filter((copy) => copy !== undefined).sort((a, b) => b.savedAt - a.savedAt)[0];
}

/** A kept file, or the same picture in another width or format: a turned phone asks for one that was not shown. */
export async function keptFile(base: string, path: string): Promise<Response | undefined> {
	const key = pictureKey(path);
	for (const name of await namesOf(base)) {
		const cache = await caches.open(name);
		const exact = await cache.match(path, lax);
		if (exact) return exact;
		if (key === undefined) continue;
		const other = (await cache.keys()).find(({ url }) => pictureKey(new URL(url).pathname) === key);
		const response = other && (await cache.match(other, lax));
		if (response) return response;
	}
	return undefined;
}

/** Style sheets of the latest saved page in their order, for a page that the worker writes itself. */
export async function keptStyles(base: string): Promise<string[]> {
	const [page] = await savedPages(base);
	const response = page && (await (await caches.open(nameOf(base, page.path))).match(page.path, lax));
	if (!response) return [];
	const files = namedFiles(await response.text(), 'html', new URL(page.path, location.href).href);
	return files.map((url) => new URL(url).pathname).filter((path) => path.endsWith('.css'));
}

/** Removes a page from the device. True when there was one. */
export const removePage = (base: string, path: string): Promise<boolean> => caches.delete(nameOf(base, path));

/** Body and headers of an answer, as they are kept. */
interface Part {
	readonly body: ArrayBuffer;
	readonly headers: Headers;
}

/** Fetches pages with everything they need. Files that never change are taken from what is kept. */
async function gather({ base, path, along, shown }: Wanted): Promise<Map<string, Part>> {
	const parts = new Map<string, Part>();
	const known = new Set<string>();
	let bytes = 0;
	const take = async (url: string): Promise<void> => {
		if (known.has(url)) return;
		known.add(url);
		const { pathname } = new URL(url);
		const kept = isHashed(pathname, base) ? await caches.match(url, { ignoreVary: true }) : undefined;
		const response =
			kept ??
			(await fetch(url, { cache: 'no-cache', credentials: 'same-origin' }).catch((cause: unknown) => {
				throw new FetchError(url, { cause });
			}));
		if (!response.ok) throw new FetchError(`${url}: ${response.status}`);
		const body = await response.arrayBuffer().catch((cause: unknown) => {
			throw new FetchError(url, { cause });
		});
		bytes += body.byteLength;
		if (bytes > maxBytes) throw new TooLargeError(url);
		// The body is unpacked, and its length is another one.
		const kind = new Headers(response.headers);
		for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kind.delete(name);
		parts.set(url, { body, headers: kind });
		const type = fileType(response.headers.get('content-type'));
		if (type === undefined) return;
		const named = namedFiles(new TextDecoder().decode(body), type, url);
		await Promise.all(named.map((address) => take(shown.get(address) ?? address)));
	};
	await Promise.all([path, ...along].map((page) => take(new URL(page, location.href).href)));
	return parts;
}

/**
 * Keeps a page, or brings its copy up to date. Everything is fetched before anything is written, files are written before pages and
 * the page itself last: whatever breaks off, the device holds the whole old copy, the whole new one, or none.
 *
 * @param now - Milliseconds since 1970.
 * @returns What is kept.
 * @throws {@link TooLargeError}, {@link FetchError}, or what the browser says of its storage (`QuotaExceededError` when it is full).
 */
export async function savePage(wanted: Wanted, now: number): Promise<SavedPage> {
	const { base, path, title, tag } = wanted;
	const parts = await gather(wanted);
	const wasSaved = (await savedPage(base, path)) !== undefined;
	const cache = await caches.open(nameOf(base, path));
	const own = new URL(path, location.href).href;
	const pages = [...wanted.along.map((page) => new URL(page, location.href).href), own];
	const inOrder = [...[...parts.keys()].filter((url) => !pages.includes(url)), ...new Set(pages)];
	try {
		for (const url of inOrder) {
			const part = parts.get(url);
			if (!part) continue;
			if (pages.includes(url)) part.headers.set(headers.savedAt, String(now));
			if (url === own) {
				part.headers.set(headers.title, encodeURIComponent(title));
				part.headers.set(headers.tag, tag);
			}
			await cache.put(url, new Response(part.body, { headers: part.headers }));
		}
		for (const { url } of await cache.keys()) if (!parts.has(url)) await cache.delete(url);
	} catch (error) {
		if (!wasSaved) await removePage(base, path).catch(() => false);
		throw error;
	}
	return { path, title, tag, savedAt: now };
}
