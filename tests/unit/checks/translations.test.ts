import fc from 'fast-check';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkTranslations } from '#checks/translations.ts';
import { readContentFolder } from '#loaders/content-folder.ts';
import { shapeContent } from '#schema/content.ts';
import { makeRecord, printRecord } from '#tracking/record.ts';
import { trackEntries } from '#tracking/state.ts';

const site = `title: { vi: Trang }
place: { vi: Nơi }
publisher: { name: { vi: Ủy ban }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English, fallback: [vi] }
  - { locale: ko, tag: ko, name: 한국어, fallback: [en, vi] }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;
const source = (body: string, fields = '') =>
	`---\nkind: guide\ntitle: Tháp\ndescription: Một câu.\ndate: 2026-01-05\nstatus: approved\nlevel: ward\norigin: own\n${fields}---\n\n${body}`;
const translation = (body: string) => `---\ntitle: Tower\ndescription: A.\ntranslation: human\n---\n\n${body}`;
const first = 'Mở đầu.\n\n## Đi lại\n\nĐi thuyền.\n\n## Ăn uống\n\nCó quán.\n';
const english = 'Opening.\n\n## Getting there\n\nBy boat.\n\n## Eating\n\nThere is food.\n';

async function read(files: Readonly<Record<string, string>>) {
	const root = join(await mkdtemp(join(tmpdir(), 'nội dung ')), 'content');
	for (const [file, text] of Object.entries({ 'site.yaml': site, ...files })) {
		await mkdir(dirname(join(root, file)), { recursive: true });
		await writeFile(join(root, file), text);
	}
	const folder = await readContentFolder(root);
	const { content } = shapeContent(folder);
	if (!content) throw new Error('site.yaml of this test is wrong');
	return { folder, content };
}

/** A record of this source, as `accept` would have written it. */
async function recordOf(text: string): Promise<string> {
	const { folder, content } = await read({ 'visit/tower/vi.mdx': text });
	const [tracked] = trackEntries(folder, content, new Map());
	return printRecord(makeRecord(tracked?.parts ?? [], tracked?.day ?? '', tracked?.aliases));
}

async function problems(files: Readonly<Record<string, string>>) {
	const { folder, content } = await read(files);
	return checkTranslations(folder, content, 'content');
}
const check = async (files: Readonly<Record<string, string>>) =>
	(await problems(files)).map(
		({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
	);

const record = await recordOf(source(first));
const recorded = {
	'visit/tower/vi.mdx': source(first),
	'visit/tower/en.mdx': translation(english),
	'visit/tower/.source/en.json': record,
};

test('a translation of the source that is there is passed, and so is one that nobody has recorded', async () => {
	expect(await check(recorded)).toEqual([]);
	expect(await check({ 'visit/tower/vi.mdx': source(first), 'visit/tower/en.mdx': translation(english) })).toEqual([]);
});

test('line ends, a byte-order mark, decomposed letters and a new date are no change of the words', async () => {
	const windows = `\ufeff${source(first, 'updated: 2026-02-01\n').normalize('NFD').replaceAll('\n', '\r\n')}`;
	expect(await check({ ...recorded, 'visit/tower/vi.mdx': windows })).toEqual([]);
});

test('a changed paragraph is told at the part of the translation that is behind, in the languages that have it', async () => {
	const files = {
		...recorded,
		'visit/tower/vi.mdx': source(first.replace('Đi thuyền', 'Đi tàu'), 'updated: 2026-02-01\n'),
	};
	expect(await check(files)).toEqual(['content/visit/tower/en.mdx:9:1 warning translation/behind']);
	expect((await problems(files))[0]?.say).toMatchInlineSnapshot(`
		{
		  "en": "The English (\`en\`) translation is behind its source: 1 part of \`vi.mdx\` (of 2026-02-01) is not what it was made from: “Đi lại” (changed). See what differs: \`npm run translate -- visit/tower en\`. Translate these parts and run \`npm run translate -- accept visit/tower en\`; if nothing needs translating, run \`npm run translate -- minor visit/tower en\`.",
		  "vi": "Bản dịch English (\`en\`) chậm so với bản gốc: 1 phần của \`vi.mdx\` (ngày 2026-02-01) khác với lúc dịch: “Đi lại” (đã sửa). Xem những chỗ thay đổi: \`npm run translate -- visit/tower en\`. Dịch lại các phần đó rồi chạy \`npm run translate -- accept visit/tower en\`; nếu không cần dịch lại, chạy \`npm run translate -- minor visit/tower en\`.",
		}
	`);
});

test('of many changed parts five are named', async () => {
	const many = (word: string) =>
		Array.from({ length: 8 }, (_, index) => `## Phần ${index + 1}\n\n${word}\n`).join('\n');
	const [found] = await problems({
		'visit/tower/vi.mdx': source(many('Hai ba.')),
		'visit/tower/en.mdx': translation(english),
		'visit/tower/.source/en.json': await recordOf(source(many('Một.'))),
	});
	expect(found?.say.vi).toContain('“Phần 5” (đã sửa) và 3 phần khác.');
	expect(found?.say.en).toContain('“Phần 5” (changed) and 3 more.');
});

test('a damaged record is an error that tells how to mend it, at its place', async () => {
	const damaged = (text: string) => check({ ...recorded, 'visit/tower/.source/en.json': text });
	const at = (line: number) => [`content/visit/tower/.source/en.json:${line}:1 error translation/record`];
	expect(await damaged('')).toEqual(at(1));
	expect(await damaged(record.replace('Đi thuyền', 'Đi bộ'))).toEqual(at(1));
	expect(await damaged(record.replace('\t"parts"', '=======\n\t"parts"'))).toEqual(at(4));
	const [found] = await problems({ ...recorded, 'visit/tower/.source/en.json': '{}' });
	expect(found?.say.en).toContain('npm run translate -- accept visit/tower en');
});

test('a record without its translation is told, and so is one of a language that the site has not', async () => {
	expect(await check({ ...recorded, 'visit/tower/.source/ko.json': record })).toEqual([
		'content/visit/tower/.source/ko.json:1:1 warning translation/record-unused',
	]);
	const [strange] = await problems({ ...recorded, 'visit/tower/.source/kr.json': record });
	expect(strange?.say.en).toContain('languages: en, ko');
	expect(await check({ ...recorded, 'visit/tower/.source/vi.json': record })).toEqual([
		'content/visit/tower/.source/vi.json:1:1 warning translation/record-unused',
	]);
});

test('whatever a text or its record holds, the check tells a place in both languages and never throws', async () => {
	const line = fc.oneof(
		fc.constantFrom('## Đi lại', '## Ăn uống', '---', 'Lời.', '<Callout>', '{x}', '```', ''),
		fc.string({ unit: 'grapheme' }),
	);
	const text = fc.array(line).map((lines) => lines.join('\n'));
	await fc.assert(
		fc.asyncProperty(text, text, fc.oneof(fc.constant(record), fc.json(), text), async (vi, en, json) => {
			const found = await problems({
				'visit/tower/vi.mdx': source(vi),
				'visit/tower/en.mdx': translation(en),
				'visit/tower/.source/en.json': json,
			});
			for (const { line: at, column, say } of found) {
				expect(Math.min(at, column)).toBeGreaterThanOrEqual(1);
				expect(Math.min(say.vi.length, say.en.length)).toBeGreaterThan(20);
			}
		}),
		{ numRuns: 60 },
	);
});

test('a link to a part that no text has is told, one to a part with its former name is not', async () => {
	const links = (address: string) => ({
		...recorded,
		'visit/tower/vi.mdx': source(first.replace('Đi lại', 'Đường đi')),
		'living/visa/vi.mdx': source(`Xem [tháp](${address}).\n`),
	});
	const told = async (address: string) =>
		(await problems(links(address)))
			.filter(({ code }) => code === 'link/broken')
			.map(({ line, say }) => `${line} ${say.vi}`);
	for (const right of [
		'/visit/tower/#an-uong',
		'/visit/tower/#duong-di',
		'/vi/visit/tower/#di-lai',
		'/visit/tower/#sources',
	])
		expect(await told(right)).toEqual([]);
	expect(await told('/visit/tower/#Ăn-uống')).toEqual([expect.stringContaining('Có phải `#an-uong`?')]);
	expect(await told('/visit/tower/#khong-co')).toEqual([expect.stringMatching(/^11 .*`#duong-di`, `#an-uong`/)]);
	expect(await told('#khong-co')).toEqual([expect.stringContaining('`/living/visa/`')]);
	expect(await told('/visit/#khong-co')).toEqual([]);
});
