import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '#checks/content.ts';

beforeAll(() => {
	process.env['BUILD_DATE'] = '2026-03-01';
});
afterAll(() => {
	delete process.env['BUILD_DATE'];
});

type Change = (at: (path: string) => string) => Promise<void>;

/** What is told of the handbook's small site after a change. */
async function check(change: Change): Promise<string[]> {
	const root = await mkdtemp(join(tmpdir(), 'echoes-'));
	await cp('tests/fixtures/handbook/content', join(root, 'content'), { recursive: true });
	await cp('i18n', join(root, 'i18n'), { recursive: true });
	await change((path) => join(root, 'content', path));
	const problems = await checkContent({ contentDir: join(root, 'content'), wordsDir: join(root, 'i18n') });
	await rm(root, { recursive: true });
	return problems.map(({ file, line, code }) => `${file.replace('content/', '')}:${line} ${code}`);
}
const swap =
	(file: string, from: string, to: string): Change =>
	async (at) => {
		const text = await readFile(at(file), 'utf8');
		if (!text.includes(from)) throw new Error(from);
		await writeFile(at(file), text.replace(from, to));
	};

test('a slip in one fact is told alone, and no text that cites a fact', async () => {
	expect(await check(swap('facts.yaml', 'value: 125400', 'value: "125.400"'))).toEqual([
		expect.stringMatching(/^facts\.yaml:\d+ field\/type$/) as string,
	]);
});

test('a register that cannot be read, or is called otherwise, is told alone', async () => {
	const broken = await check(swap('facts.yaml', 'value: 125400', 'value: "125400'));
	expect(broken.every((line) => line.startsWith('facts.yaml:'))).toBe(true);
	const renamed = await check((at) => rename(at('facts.yaml'), at('facts.yml')));
	expect(renamed).toEqual(['facts.yml:1 place/unknown']);
});

test('a register that is gone is told once, at its place', async () => {
	expect(await check((at) => rm(at('facts.yaml')))).toEqual(['facts.yaml:1 facts/unknown']);
	expect(await check((at) => writeFile(at('facts.yaml'), '# chưa có gì\n'))).toEqual(['facts.yaml:1 facts/unknown']);
});

test('with a slip in site.yaml everything else is checked in the same run', async () => {
	const found = await check(async (at) => {
		await swap('site.yaml', 'level: ward', 'level: phường')(at);
		await swap('living/residence-card/vi.mdx', 'contact: bo-phan-mot-cua', 'contact: bo-phan')(at);
	});
	expect(found).toEqual([
		expect.stringMatching(/^living\/residence-card\/vi\.mdx:\d+ register\/unknown$/) as string,
		expect.stringMatching(/^site\.yaml:\d+ field\/value$/) as string,
	]);
});

test('what rests on a part of site.yaml that is lost is not judged', async () => {
	for (const name of ['phases', 'congresses', 'contacts', 'locales']) {
		const found = await check(swap('site.yaml', `\n${name}:`, `\n${name}x:`));
		expect(found).toEqual([expect.stringMatching(/^site\.yaml:\d+ field\/unknown$/) as string]);
	}
});

test('a link to a text with a slip in its fields is no broken link', async () => {
	const found = await check(async (at) => {
		await swap('visit/old-market/vi.mdx', 'status: approved', 'status: duyệt')(at);
		await swap('about/market-news/vi.mdx', 'Trong năm,', 'Ở [chợ cũ](/visit/old-market/), trong năm,')(at);
	});
	expect(found).toEqual([expect.stringMatching(/^visit\/old-market\/vi\.mdx:\d+ field\/value$/) as string]);
});

test('a copy of a text under another name is told once', async () => {
	const found = await check((at) => cp(at('visit/old-market/en.mdx'), at('visit/old-market/en (1).mdx')));
	expect(found).toEqual(['visit/old-market/en (1).mdx:1 place/stray']);
});

test('several fields that are missing at one place are all told', async () => {
	const found = await check(async (at) => {
		await swap('about/market-news/vi.mdx', 'level: ward\n', '')(at);
		await swap('about/market-news/vi.mdx', 'origin: own\n', '')(at);
	});
	expect(found).toEqual(['about/market-news/vi.mdx:2 field/missing', 'about/market-news/vi.mdx:2 field/missing']);
});

test('a kind that the section does not have is told alone, not by the fields it would need', async () => {
	expect(await check(swap('about/market-news/vi.mdx', 'kind: news', 'kind: place'))).toEqual([
		'about/market-news/vi.mdx:4 entry/kind-section',
	]);
});
