import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '#checks/content.ts';
import { editDistance, nearest } from '#checks/shape.ts';

const site = `title: { vi: Trang }
place: { vi: Nơi }
publisher: { name: { vi: Ủy ban }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English, fallback: [vi] }
phases:
  - { id: before, title: { vi: Trước } }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;
const facts = `- id: towers
  kind: number
  value: 3
  asOf: unknown
  sources: [{ title: Tháp, publisher: Báo, url: https://example.org/thap }]
  words: { vi: tháp, en: towers }
`;
const head = (fields: string) => `---\n${fields}\n---\n`;
const goodHead = head(
	'kind: guide\ntitle: Tháp\ndescription: Một câu.\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own',
);

/** Checks a folder of these files; a good `visit/tower` is there unless it is overwritten. */
async function check(files: Readonly<Record<string, string | Buffer>>) {
	const root = join(await mkdtemp(join(tmpdir(), 'nội dung ')), 'content');
	const all: Record<string, string | Buffer> = {
		'site.yaml': site,
		'facts.yaml': facts,
		'visit/tower/vi.mdx': `${goodHead}\nLời.\n`,
		...files,
	};
	for (const [file, text] of Object.entries(all)) {
		await mkdir(dirname(join(root, file)), { recursive: true });
		await writeFile(join(root, file), text);
	}
	const words = join(dirname(root), 'i18n');
	for (const locale of ['vi', 'en']) await cp(`i18n/${locale}`, join(words, locale), { recursive: true });
	const problems = await checkContent({ contentDir: root, wordsDir: words });
	await rm(dirname(root), { recursive: true });
	return problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
const tower = (fields: string, body = 'Lời.\n') => ({ 'visit/tower/vi.mdx': `${head(fields)}\n${body}` });
const body = (text: string) => ({ 'visit/tower/vi.mdx': `${goodHead}\n${text}` });

test('right content is passed without a word', async () => {
	expect(
		await check({
			...body('Lời với <Fact id="towers" />.\n'),
			'visit/tower/en.mdx':
				'---\ntitle: Tower\ndescription: A sentence.\ntranslation: human\n---\n\nWords with <Fact id="towers" />.\n',
		}),
	).toEqual([]);
});

test('a byte-order mark and Windows line ends are accepted', async () => {
	expect(await check({ 'visit/tower/vi.mdx': `\ufeff${goodHead}\nLời.\n`.replaceAll('\n', '\r\n') })).toEqual([]);
});

test('a missing, an unknown and a misspelt field are named at their lines, the misspelt one once', async () => {
	const found = await check(
		tower('kind: guide\ntitel: Tháp\nxyzzy: a\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own'),
	);
	expect(found).toEqual([
		'content/visit/tower/vi.mdx:2:1 field/missing',
		'content/visit/tower/vi.mdx:3:1 field/unknown',
		'content/visit/tower/vi.mdx:4:1 field/unknown',
	]);
});

test('an impossible day and one in another order are refused at their line', async () => {
	for (const date of ['30/02/2026', '2026-04-31', '03/02/2026'])
		expect(
			await check(
				tower(
					`kind: guide\ntitle: Tháp\ndate: ${date}\ndescription: Một câu.\nstatus: approved\nlevel: ward\norigin: own`,
				),
			),
		).toEqual(['content/visit/tower/vi.mdx:4:7 field/date']);
});

test('a colon without quotes is told as such', async () => {
	expect(await check(tower('kind: guide\ntitle: Văn kiện: những điểm mới'))).toContain(
		'content/visit/tower/vi.mdx:3:8 yaml/form',
	);
});

test('a file in another encoding is told, not read as nonsense', async () => {
	expect(await check({ 'visit/tower/vi.mdx': Buffer.from(`\ufeff${goodHead}`, 'utf16le') })).toContain(
		'content/visit/tower/vi.mdx:1:1 file/utf-16',
	);
	expect(await check({ 'visit/tower/vi.mdx': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xd0, 0xff, 0xfe]) })).toContain(
		'content/visit/tower/vi.mdx:2:1 file/not-utf-8',
	);
});

test('names of folders and languages are checked, and the right language is suggested', async () => {
	expect(await check({ 'congress/giua/opening/vi.mdx': `${goodHead}\nLời.\n` })).toContain(
		'content/congress/giua/opening:1:1 entry/phase',
	);
	expect(await check({ 'visit/tower/jp.mdx': '---\ntitle: x\n---\n' })).toContain(
		'content/visit/tower/jp.mdx:1:1 entry/locale',
	);
	expect(await check({ 'visit/Tháp-Bà/vi.mdx': `${goodHead}\nLời.\n` })).toContain(
		'content/visit/Tháp-Bà:1:1 entry/name',
	);
	expect(
		await check({ 'visit/only-english/en.mdx': '---\ntitle: x\ndescription: x\ntranslation: human\n---\n' }),
	).toContain('content/visit/only-english:1:1 entry/source-missing');
});

test.each([
	['an import', 'import os from "node:os";\n', 'body/code'],
	['an expression', 'Hôm nay là {new Date().toString()}.\n', 'body/expression'],
	['an unknown component', '<HopThongBao>x</HopThongBao>\n', 'body/component'],
	['an event handler', '<p onclick="x()">x</p>\n', 'body/component'],
	['an attribute that is code', '<Fact id={process.env.HOME} />\n', 'body/attribute-code'],
	['spread attributes', '<Fact {...x} />\n', 'body/attribute-code'],
	['an unknown fact', 'Có <Fact id="tower" />.\n', 'facts/unknown'],
	['a script address', '[a](javascript:alert)\n', 'link/scheme'],
	['a link that is not protected', '[a](http://example.org/)\n', 'link/http'],
	['a link to no page', '[a](/visit/nowhere/)\n', 'link/broken'],
	['a link to another language', '[a](/en/visit/tower/)\n', 'link/language'],
	['a picture without words', '![](./x.png)\n', 'picture/alt'],
	['a picture that is not there', '![Tháp](./x.png)\n', 'picture/missing'],
	['a second title', '# Tháp\n', 'body/h1'],
])('%s in a text is refused at its line', async (_what, text, code) => {
	const found = await check(body(text));
	expect(found.some((line) => line.startsWith('content/visit/tower/vi.mdx:11:') && line.endsWith(code))).toBe(true);
});

test('code that is shown as code is text', async () => {
	expect(await check(body('```\n<iframe src="x"> {process.env}\nimport a from "b"\n```\n\nVà `{x}`.\n'))).toEqual([]);
});

test('an end before its start, a kind in the wrong section, another number of headings', async () => {
	expect(
		await check({
			'about/fair/vi.mdx': `${head('kind: event\ntitle: Hội\ndescription: Câu.\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own\nstart: 2025-06-10\nend: 2025-06-08\nplace: Nơi')}\nx\n`,
		}),
	).toEqual(['content/about/fair/vi.mdx:10:6 entry/date-order']);
	expect(
		await check(
			tower('kind: news\ntitle: Tháp\ndescription: Câu.\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own'),
		),
	).toEqual(['content/visit/tower/vi.mdx:2:1 entry/kind-section']);
	expect(
		await check({
			'visit/tower/en.mdx': '---\ntitle: Tower\ndescription: A.\ntranslation: human\n---\n\n## One\n\nWords.\n',
		}),
	).toEqual(['content/visit/tower/en.mdx:7:1 translation/headings']);
});

test('a fact that stands twice and a door to no entry are found in the registers', async () => {
	expect(await check({ 'facts.yaml': facts + facts })).toEqual(['content/facts.yaml:7:7 register/duplicate']);
	expect(
		await check({
			'site.yaml': site.replace('intro: { vi: Lời }', 'intro: { vi: Lời }, doors: { visit: [visit/towers] }'),
		}),
	).toEqual(['content/site.yaml:10:66 register/unknown']);
});

test('the nearest name is suggested only when it is near', () => {
	expect(nearest('titel', ['title', 'date'])).toBe('title');
	expect(nearest('xyzzy', ['title', 'date'])).toBeUndefined();
	expect(editDistance('kitten', 'sitting')).toBe(3);
});
