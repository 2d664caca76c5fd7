import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '#checks/content.ts';
import { contentCodes } from '#report/codes.ts';
import { apply, readExamples, type Block } from './examples.ts';

const pages = {
	vi: readExamples(await readFile('docs/vi/codes.md', 'utf8'), 'Sai', 'Đúng'),
	en: readExamples(await readFile('docs/en/codes.md', 'utf8'), 'Wrong', 'Right'),
};
let root: string;

beforeAll(async () => {
	process.env['BUILD_DATE'] = '2026-03-01';
	root = await mkdtemp(join(tmpdir(), 'handbook-'));
});
afterAll(async () => {
	delete process.env['BUILD_DATE'];
	await rm(root, { recursive: true });
});

/** What the check says of the handbook's site with blocks put into it. */
async function checkWith(blocks: readonly Block[]) {
	const copy = await mkdtemp(join(root, 'site-'));
	await cp('tests/fixtures/handbook/content', join(copy, 'content'), { recursive: true });
	await cp('i18n', join(copy, 'i18n'), { recursive: true });
	await apply(copy, blocks);
	return checkContent({ contentDir: join(copy, 'content'), wordsDir: join(copy, 'i18n') });
}

test('the handbook’s own site is without a fault', async () => {
	expect(await checkWith([])).toEqual([]);
});

test.each(['vi', 'en'] as const)(
	'every code has its heading in the handbook in %s, in the order of the alphabet',
	(language) => {
		expect(pages[language].map(({ code }) => code)).toEqual([...contentCodes]);
	},
);

test('both languages show the same examples', () => {
	expect(pages.en).toEqual(pages.vi);
});

describe.each(pages.vi)('$code', ({ code, wrong, right }) => {
	test('the wrong example is told, at its file', async () => {
		expect(wrong.length).toBeGreaterThan(0);
		const files = wrong.map(({ path }) => path.replace(/\/$/, ''));
		const found = await checkWith(wrong);
		expect(found.filter((problem) => problem.code === code).map(({ file }) => file)).toContainEqual(
			expect.toSatisfy((file: string) =>
				files.some((path) => file === path || path.startsWith(`${file}/`) || file.startsWith(`${path}/`)),
			),
		);
	});

	test('the right example is not told of', async () => {
		expect(right.length).toBeGreaterThan(0);
		expect(await checkWith(right)).toEqual([]);
	});
});
