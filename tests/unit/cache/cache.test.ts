import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '#cache/cache.ts';

const fresh = async () => mkdtemp(join(tmpdir(), 'bộ nhớ đệm '));

test('what was kept comes back, and is made only once', async () => {
	const cache = openCache(await fresh());
	let made = 0;
	const make = async () => Buffer.from(`bytes ${++made}`);
	expect(String(await cache.getOrMake('a', make))).toBe('bytes 1');
	expect(String(await cache.getOrMake('a', make))).toBe('bytes 1');
});

test('a file that was cut or changed counts as absent and is made anew', async () => {
	const folder = await fresh();
	const cache = openCache(folder);
	await cache.put('a', Buffer.from('whole'));
	const file = join(folder, 'a');
	await writeFile(file, (await readFile(file)).subarray(0, -1));
	expect(await cache.get('a')).toBeUndefined();
	expect(String(await cache.getOrMake('a', async () => Buffer.from('new')))).toBe('new');
	await writeFile(file, '');
	expect(await cache.get('a')).toBeUndefined();
	expect(await readdir(folder)).toEqual(['a']);
});
