import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '#checks/content.ts';
import { makeCorpus } from '#cli/bench-corpus.ts';

const day = process.env['BUILD_DATE'];
let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterAll(async () => {
	if (day === undefined) delete process.env['BUILD_DATE'];
	else process.env['BUILD_DATE'] = day;
	await rm(root, { recursive: true });
});

test('a corpus made from the demo passes the check, and the same seed gives the same bytes', async () => {
	const corpus = await makeCorpus('content', join(root, 'content'), 60);
	expect(corpus.entries).toBe(60);
	expect(globSync('**/*.mdx', { cwd: corpus.folder })).toHaveLength(corpus.texts);
	process.env['BUILD_DATE'] = corpus.day;
	expect(await checkContent({ contentDir: corpus.folder, wordsDir: 'i18n' })).toEqual([]);
	const again = await makeCorpus('content', join(root, 'again'), 60);
	const files = globSync(['**/*.mdx', '**/*.{svg,jpg}'], { cwd: corpus.folder });
	for (const file of files)
		expect((await readFile(join(corpus.folder, file))).equals(await readFile(join(again.folder, file))), file).toBe(
			true,
		);
	const other = await makeCorpus('content', join(root, 'other'), 60, 2);
	const bodies = async (folder: string) =>
		Promise.all(
			globSync('**/*.mdx', { cwd: folder })
				.sort()
				.map((file) => readFile(join(folder, file), 'utf8')),
		);
	expect(await bodies(other.folder)).not.toEqual(await bodies(corpus.folder));
});
