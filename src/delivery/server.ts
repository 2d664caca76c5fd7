import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A running server. */
export interface Served {
	readonly url: string;
	readonly server: Server;
}

/** A port is taken by another program. */
export class PortTakenError extends Error {}

/**
 * Serves a finished site on this machine, for looking at it: the pages of each language for missing addresses included.
 *
 * @param folder - The site; read anew on every request, so that a new build is seen at once.
 * @param base - Path under which it is served.
 * @param port - 0 for any free one.
 * @throws {@link PortTakenError} when the port is taken.
 */
export async function serveSite(folder: string, base: string, port: number): Promise<Served> {
	const files = sirv(folder, { dev: true, extensions: ['html'] });
	const notFound = async (path: string) => {
		const locale = path.slice(base.length).split('/')[0] ?? '';
		const own = join(folder, locale, '404.html');
		return readFile(/^[a-z]{2,3}$/.test(locale) && existsSync(own) ? own : join(folder, '404.html'));
	};
	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		const missing = () => {
			void notFound(url.split('?')[0] ?? url).then(
				(page) => response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page),
				() => response.writeHead(404).end(),
			);
		};
		if (!url.startsWith(base)) {
			if (url === '/') response.writeHead(302, { location: base }).end();
			else missing();
			return;
		}
		request.url = `/${url.slice(base.length)}`;
		files(request, response, missing);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			reject(error.code === 'EADDRINUSE' ? new PortTakenError(String(port)) : error),
		);
		server.listen(port, 'localhost', resolve);
	});
	const address = server.address();
	return { url: `http://localhost:${typeof address === 'object' && address ? address.port : port}${base}`, server };
}
