import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kept results by name; a damaged one counts as absent. */
export interface Cache {
	/** Bytes kept under a name, or undefined when there are none or their sum does not fit. */
	get(name: string): Promise<Buffer | undefined>;
	/** Keeps bytes under a name, whole or not at all. */
	put(name: string, bytes: Uint8Array): Promise<void>;
	/** Bytes kept under a name, made and kept when absent. */
	getOrMake(name: string, make: () => Promise<Uint8Array>): Promise<Buffer>;
}

/** SHA-256 as lower-case hex. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex');
}

/** Opens a folder of kept results. Each file starts with the sum of the rest, checked on every read. */
export function openCache(folder: string): Cache {
	const get: Cache['get'] = async (name) => {
		const file = await readFile(join(folder, name)).catch(() => undefined);
		if (!file || file.length < 65) return undefined;
		const bytes = file.subarray(65);
		return file.subarray(0, 64).toString('latin1') === hashOf(bytes) ? bytes : undefined;
	};
	const put: Cache['put'] = async (name, bytes) => {
		await mkdir(folder, { recursive: true });
		const part = join(folder, `.${name}.${process.pid}`);
		await writeFile(part, Buffer.concat([Buffer.from(`${hashOf(bytes)}\n`, 'latin1'), bytes]));
		await rename(part, join(folder, name));
	};
	return {
		get,
		put,
		async getOrMake(name, make) {
			const kept = await get(name);
			if (kept) return kept;
			const bytes = Buffer.from(await make());
			await put(name, bytes);
			return bytes;
		},
	};
}
