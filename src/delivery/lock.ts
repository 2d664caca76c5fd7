import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Another build holds the folder. */
export class LockedError extends Error {}

/** Gives the folder back. A process that dies gives it back too: the lock is an open socket. */
export type Release = () => Promise<void>;

function listen(address: string): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.end());
		server.once('error', reject);
		server.listen(address, () => {
			server.unref();
			resolve(server);
		});
	});
}

function isAnswered(address: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(address);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

/**
 * Takes the lock of a folder.
 *
 * @param folder - Folder of builds; made when absent.
 * @throws {@link LockedError} when a living process holds it.
 */
export async function takeLock(folder: string): Promise<Release> {
	await mkdir(folder, { recursive: true });
	const name = `nhip-cau-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
	// Linux has sockets that are in no folder, Windows has pipes; elsewhere a file, which a dead process may leave behind.
	const address =
		process.platform === 'linux'
			? `\0${name}`
			: process.platform === 'win32'
				? `\\\\.\\pipe\\${name}`
				: join(folder, '.lock');
	const close =
		(server: Server): Release =>
		() =>
			new Promise((resolve) => server.close(() => resolve()));
	try {
		return close(await listen(address));
	} catch (error) {
		if (
			(error as NodeJS.ErrnoException).code !== 'EADDRINUSE' ||
			(await isAnswered(address)) ||
			address.startsWith('\0')
		)
			throw new LockedError(folder);
		await rm(address, { force: true });
		return close(await listen(address));
	}
}
