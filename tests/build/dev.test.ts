import { setTimeout as sleep } from 'node:timers/promises';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshFolder, start } from './project.ts';

let content: string;
let child: ReturnType<typeof start>;
const port = 42_000 + (process.pid % 1_000);

/** What the preview answers once it answers as expected, or at last. */
async function answer(path: string, isExpected: (status: number, page: string) => boolean) {
	let last = { status: 0, page: '' };
	for (let tries = 0; tries < 160; tries += 1) {
		const found = await fetch(`http://localhost:${port}${path}`, { headers: { accept: 'text/html' } }).catch(
			() => undefined,
		);
		if (found) last = { status: found.status, page: await found.text() };
		if (isExpected(last.status, last.page)) break;
		await sleep(250);
	}
	return last;
}

beforeAll(async () => {
	const folder = await freshFolder();
	content = join(folder, 'content');
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	// Nothing was ever built here: the preview makes the search index first.
	child = start('dev', { CONTENT_DIR: content, OUT_DIR: join(folder, 'dist'), PORT: String(port) });
});
afterAll(async () => {
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill();
	await ended;
});

test('an editor who starts the preview in a new folder sees each change: a new text, a mistake in it, the mistake mended', async () => {
	expect((await answer('/vi/', (status) => status === 200)).status).toBe(200);
	const text = await readFile(join(content, 'visit/island/vi.mdx'), 'utf8');
	const file = join(content, 'visit/new-island/vi.mdx');
	await mkdir(join(content, 'visit/new-island'));
	for (const name of await readdir(join(content, 'visit/island')))
		if (!name.endsWith('.mdx')) await cp(join(content, 'visit/island', name), join(content, 'visit/new-island', name));
	const own = text.replace(/^title: .*$/m, 'title: Hòn đảo thứ hai').replace(/^status: .*$/m, 'status: draft');
	await writeFile(file, own);
	const shown = await answer('/vi/visit/new-island/', (status) => status === 200);
	expect(shown).toMatchObject({ status: 200 });
	expect(shown.page).toContain('Hòn đảo thứ hai');
	await writeFile(file, own.replace(/^date: .*$/m, 'date: 2026-02-30'));
	const told = await answer('/vi/visit/new-island/', (status) => status === 500);
	expect(told).toMatchObject({ status: 500 });
	expect(told.page).toContain('content/visit/new-island/vi.mdx:');
	expect(told.page).toContain('2026-02-30');
	await writeFile(file, own.replace('Hòn đảo thứ hai', 'Hòn đảo thứ ba'));
	expect((await answer('/vi/visit/new-island/', (_, page) => page.includes('Hòn đảo thứ ba'))).page).toContain(
		'Hòn đảo thứ ba',
	);
});
