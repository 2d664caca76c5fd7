import { mkdir, mkdtemp, readFile, readlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { LockedError, takeLock } from '#delivery/lock.ts';
import { currentBuild, OccupiedError, planBuild, showBuild, sweepBuilds } from '#delivery/switch.ts';

const fresh = async () => join(await mkdtemp(join(tmpdir(), 'trang thử ')), 'dist');

async function made(link: string, words: string) {
	const place = planBuild(link);
	await mkdir(place.folder, { recursive: true });
	await writeFile(join(place.folder, 'index.html'), words);
	return place;
}

test('a finished build is shown by a relative link, and the next one takes its place', async () => {
	const link = await fresh();
	const first = await made(link, 'one');
	await showBuild(first);
	expect(await readFile(join(link, 'index.html'), 'utf8')).toBe('one');
	expect((await readlink(link)).startsWith('.site')).toBe(true);
	const second = await made(link, 'two');
	await showBuild(second);
	expect(await readFile(join(link, 'index.html'), 'utf8')).toBe('two');
	expect(await currentBuild(second)).toBe(second.folder);
});

test('a real folder at the place of the link is refused and left as it is', async () => {
	const link = await fresh();
	await mkdir(link);
	await writeFile(join(link, 'mine.txt'), 'mine');
	await expect(currentBuild({ link })).rejects.toThrow(OccupiedError);
	expect(await readFile(join(link, 'mine.txt'), 'utf8')).toBe('mine');
});

test('left-over builds are swept, the shown one, the last one and those of other links stay', async () => {
	const link = await fresh();
	const [kept, last, doomed] = [await made(link, 'a'), await made(link, 'b'), await made(link, 'c')];
	const other = await made(join(dirname(link), 'other'), 'd');
	await sweepBuilds(kept, [kept.folder, last.folder]);
	await expect(readFile(join(doomed.folder, 'index.html'))).rejects.toThrow();
	for (const place of [kept, last, other]) await readFile(join(place.folder, 'index.html'));
});

test('a lock is held by one at a time and given back', async () => {
	const folder = dirname(await fresh());
	const release = await takeLock(folder);
	await expect(takeLock(folder)).rejects.toThrow(LockedError);
	await release();
	await (
		await takeLock(folder)
	)();
});
