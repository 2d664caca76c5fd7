/**
 * The service worker, served as `/sw.js`. It keeps nothing of its own accord: pages come from the network, and only when that is away
 * does it answer with what the reader saved. What is saved belongs to no version of the worker.
 */
import { awayPage, wordsForPath, type AwayWords } from './away-page.ts';
import { isHashed, keptFile, keptPage, keptStyles, savedPages } from './store.ts';

/** What this file uses of the worker's scope; the library of types for pages does not know it. */
interface Lasting extends Event {
	waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}
interface Scope {
	skipWaiting(): Promise<void>;
	readonly clients: { claim(): Promise<void> };
	addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void;
	addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
}
/** Put in by the build: path of the site, words of every language, address of the icon. */
declare const siteBase: string;
declare const siteWords: readonly AwayWords[];
declare const siteIcon: string;

const scope = globalThis as unknown as Scope;

/** Milliseconds that a saved page waits for a network that gives no answer. */
const patience = 6000;
/** The worker's own page may load the site's style sheets and fonts, and nothing else. */
const policy =
	"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

async function away(path: string, asked: string): Promise<Response> {
	const saved = await savedPages(siteBase).catch(() => []);
	const words = wordsForPath(siteWords, siteBase, path, saved, navigator.languages);
	if (!words) return Response.error();
	const { emergencyPath } = words;
	const html = awayPage({
		words,
		base: siteBase,
		asked,
		saved,
		styles: await keptStyles(siteBase).catch(() => []),
		icon: siteIcon,
		hasEmergency: emergencyPath !== undefined && (await keptPage(siteBase, emergencyPath)) !== undefined,
	});
	const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
	// Not 503: a browser would report a fault of the server, and there is none.
	return new Response(html, { headers });
}

/** A page: from the network; the saved copy when there is no answer, none in time, or only that the server is ill. */
async function answerPage(request: Request): Promise<Response> {
	const network = fetch(request);
	network.catch(() => undefined);
	const { pathname, search } = new URL(request.url);
	const path = pathname.replace(/\/index\.html$/, '/').replace(/\/([^/.]+)$/, '/$1/');
	const copy = await keptPage(siteBase, path).catch(() => undefined);
	if (!copy) return network.catch(() => away(path, pathname + search));
	const late = new Promise<Response>((resolve) => setTimeout(resolve, patience, copy.response));
	return Promise.race([
		late,
		network.then(
			(response) => (response.status < 500 ? response : copy.response),
			() => copy.response,
		),
	]);
}

/** A file of a page. One that never changes is taken from what is kept at once. */
async function answerFile(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	const kept = () => keptFile(siteBase, pathname).catch(() => undefined);
	if (isHashed(pathname, siteBase)) {
		const exact = await caches.match(request, { ignoreVary: true }).catch(() => undefined);
		if (exact) return exact;
	}
	return fetch(request).catch(async (error: unknown) => {
		const response = await kept();
		if (response) return response;
		throw error;
	});
}

const fileDestinations = new Set(['style', 'script', 'font', 'image']);

// A page open under the last worker loses nothing when this one takes over: what is saved is the same for both.
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(siteBase)) return;
	if (request.mode === 'navigate') event.respondWith(answerPage(request));
	else if (fileDestinations.has(request.destination)) event.respondWith(answerFile(request));
});
