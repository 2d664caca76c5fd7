import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sirv from 'sirv';

/** The strictest policy under which pages that keep themselves work; the worker needs no more. */
const policy =
	"default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; " +
	"font-src 'self'; require-trusted-types-for 'script'; trusted-types offline";

/** A finished site behind strict headers, some files of which can be changed or made to fail while it is served. */
export interface ChangingSite {
	/** Address of the site, with its path, without a slash at the end. */
	readonly url: string;
	/** Path of a file of the site, as `/en/visit/ponagar-towers/` → what is served instead; a number is a status, `silence` no answer at all. */
	readonly changes: Map<string, string | number>;
	/** Paths asked for since the last look. */
	readonly asked: string[];
	/** What the build says under a path that ends in a slash or names a file. */
	built(path: string): Promise<string>;
	close(): Promise<void>;
}

/**
 * Serves a build on a free port of this machine.
 *
 * @param base - Path under which the site was built, `/` at both ends.
 */
export async function serveChanging(folder: string, base = '/'): Promise<ChangingSite> {
	const files = sirv(folder, { dev: true, etag: true });
	const changes = new Map<string, string | number>();
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		response.setHeader('content-security-policy', policy);
		const missing = () => {
			response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>404</title>');
		};
		if (!path.startsWith(base)) return missing();
		const inner = `/${path.slice(base.length)}`;
		asked.push(inner);
		const change = changes.get(inner);
		if (change === 'silence') return;
		if (typeof change === 'number') return void response.writeHead(change).end();
		if (change !== undefined) {
			const type = inner.endsWith('.js') ? 'text/javascript' : 'text/html';
			return void response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(change);
		}
		request.url = inner;
		files(request, response, missing);
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://localhost:${port}${base.slice(0, -1)}`,
		changes,
		asked,
		built: (path) => readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8'),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
