import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlaces } from '#checks/places.ts';
import type { ContentFolder } from '#loaders/content-folder.ts';
import { readContentFolder } from '#loaders/content-folder.ts';
import type { Problem } from '#report/problem.ts';
import { shapeContent } from '#schema/content.ts';

const site = `title: { vi: Trang }
place: { vi: Nơi }
publisher: { name: { vi: Ủy ban }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English, fallback: [vi] }
phases:
  - { id: before, title: { vi: Trước } }
  - { id: after, title: { vi: Sau } }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;

/** Problems of a folder of these files (a name that ends in `/` is a folder); a good entry is there besides. */
async function problemsOf(
	names: readonly string[],
	also: (root: string) => Promise<unknown> = async () => undefined,
): Promise<Problem[]> {
	const root = join(await mkdtemp(join(tmpdir(), 'nội dung ')), 'content');
	for (const name of ['visit/tower/vi.mdx', 'visit/tower/en.mdx', 'visit/tower/cover.svg', ...names]) {
		await mkdir(name.endsWith('/') ? join(root, name) : dirname(join(root, name)), { recursive: true });
		if (!name.endsWith('/')) await writeFile(join(root, name), 'x');
	}
	await writeFile(join(root, 'site.yaml'), site);
	// Read before links are made: only the root of the folder is asked for afterwards.
	const folder = await readContentFolder(root);
	const { content } = shapeContent(folder);
	await also(root);
	const problems = await checkPlaces(folder, content, 'content');
	await rm(dirname(root), { recursive: true });
	return problems;
}
const check = async (...given: Parameters<typeof problemsOf>) =>
	(await problemsOf(...given)).map(({ file, code, severity }) => `${file} ${code} ${severity}`).sort();
const only = async (...names: string[]) => {
	const [problem, ...others] = await problemsOf(names);
	expect(others).toEqual([]);
	return problem;
};

test('a right folder is passed without a word, with what tools keep in it', async () => {
	expect(
		await check([
			'facts.yaml',
			'documents.yaml',
			'glossary.csv',
			'README.md',
			'README.vi.md',
			'look/look.yaml',
			'look/mark.svg',
			'look/doors/visit.svg',
			'congress/before/opening/vi.mdx',
			'congress/before/opening/ảnh-bìa.JPG',
			'congress/after/',
			'invest/',
			'visit/tower/.source/en.json',
			'visit/tower/jp.mdx',
			'.git/config',
			'.gitignore',
			'invest/.gitkeep',
			'.vscode/settings.json',
		]),
	).toEqual([]);
});

test.each([
	['a congress text in no phase', 'congress/opening/vi.mdx', 'congress/before/opening'],
	['a congress text without a folder of its own', 'congress/before/vi.mdx', 'congress/before/name-of-text/vi.mdx'],
	['a text right in a section', 'invest/vi.mdx', 'invest/name-of-text/vi.mdx'],
	['a text right in the content folder', 'vi.mdx', 'visit/name-of-text/vi.mdx'],
	['a text one level too deep', 'visit/tower/bell/vi.mdx', 'Move it to `visit/bell`'],
	['a congress text one level too deep', 'congress/before/a/b/vi.mdx', 'Move it to `congress/before/b`'],
	['a section in capital letters', 'Visit/bell/vi.mdx', 'Move its texts into `visit`'],
	['a section with a space', 'invest /port/vi.mdx', 'Rename the folder to `invest`'],
	['a section in Vietnamese', 'Đầu tư/port/vi.mdx', 'Is `invest` meant?'],
	['a misspelt section', 'livng/visa/vi.mdx', 'Is `living` meant?'],
	['an unknown section', 'drafts/x/vi.mdx', 'congress, invest, visit, living, about'],
	['pictures in a folder of their own', 'images/a.png', 'beside the text that shows it'],
	['pictures in a subfolder', 'visit/tower/images/a.png', 'Move them to `visit/tower`'],
	['a register under another name', 'Facts.yml', 'Is `facts.yaml` meant?'],
	['the look beside its folder', 'look.yaml', 'Is `look/look.yaml` meant?'],
	['a misspelt look', 'look/look.yml', 'Rename it to `look.yaml`'],
	['a font in the look', 'look/chu.woff2', 'pictures only'],
	['a file of no use', 'ke-hoach.csv', 'Move it out'],
])('%s is told with its place', async (_what, name, mend) => {
	const problem = await only(name);
	expect(problem).toMatchObject({ file: `content/${name}`, line: 1, column: 1, code: 'place/unknown' });
	expect(problem?.say.en).toContain(mend);
});

test('a misplaced folder is told once, however many files lie in it', async () => {
	const problem = await only('Living/a/en.mdx', 'Living/a/vi.mdx', 'Living/b/vi.mdx', 'Living/b/cover.svg');
	expect(problem?.file).toBe('content/Living/a/vi.mdx');
	expect(problem?.say).toMatchInlineSnapshot(`
		{
		  "en": "The folder \`Living\` must be written \`living\`: small letters, no marks, no spaces. Rename the folder to \`living\`. (4 files lie in it.)",
		  "vi": "Thư mục \`Living\` phải viết đúng là \`living\`: chữ thường, không dấu, không có dấu cách. Đổi tên thư mục thành \`living\`. (4 tệp nằm trong đó.)",
		}
	`);
});

test.each([
	'index2.html',
	'static/app.js',
	'visit/tower/style.css',
	'visit/tower/mau.php',
	'invest/setup.exe',
	'visit/tower/anh.zip',
	'visit/tower/Bài viết.docx',
	'visit/tower/nghi-quyet.pdf',
	'look/phim.mp4',
	'look/x.ts',
	'.env.local',
	'static/.env.local',
	'visit/tower/.env',
	'visit/tower/~$Bài viết.docx',
	'visit/tower/vi.mdx.bak',
	'visit/tower/vi.mdx~',
	'visit/tower/vi copy.mdx',
	'visit/tower/vi - Copy.mdx',
	'visit/tower/vi (1).mdx',
	'visit/tower/vi-cũ.mdx',
	'visit/tower/Bản sao của vi.mdx',
	'visit/tower/en2.mdx',
	'visit/tower/vi.md',
	'visit/tower/vi.txt',
	'visit/tower/vi.mdx.txt',
	'living/visa/VI.MDX',
])('%s never belongs here and is refused', async (name) => {
	expect(await only(name)).toMatchObject({ file: `content/${name}`, code: 'place/stray', severity: 'error' });
});

test.each([
	'Thumbs.db',
	'visit/tower/Thumbs.db',
	'visit/tower/desktop.ini',
	'.DS_Store',
	'visit/.DS_Store',
	'visit/tower/._cover.svg',
])('%s, which the system makes by itself, is passed without a word', async (name) => {
	expect(await check([name])).toEqual([]);
});

test('a folder or a pipe in place of a register is told at its name', async () => {
	expect(await check(['facts.yaml/a.txt'])).toEqual(['content/facts.yaml place/unknown error']);
	expect(await check([], async (root) => execFileSync('mkfifo', [join(root, 'documents.yaml')]))).toEqual([
		'content/documents.yaml place/stray error',
	]);
});

test.each(['.obsidian/app.json', 'visit/tower/.vi.mdx.kate-swp', 'visit/tower/ghi-chu.txt', 'visit/tower/bang.tsv'])(
	'%s is a warning: it is never published and does no harm',
	async (name) => {
		const problem = await only(name);
		expect(problem).toMatchObject({ code: 'place/stray', severity: 'warning' });
		expect(`content/${name}`).toContain(problem?.file);
	},
);

test('a document is to be linked, a text under a wrong name to be renamed', async () => {
	expect((await only('visit/tower/nghi-quyet.pdf'))?.say.vi).toContain('documents.yaml');
	expect((await only('living/visa/vi.md'))?.say.vi).toContain('Đổi tên thành `vi.mdx`');
	expect((await only('visit/tower/vi.md'))?.say.vi).toContain('Ở đây đã có `vi.mdx`');
});

test('a folder of hundreds of strays is told without hundreds of messages', async () => {
	const found = await check(Array.from({ length: 100 }, (_, index) => `node_modules/a/${index}.js`));
	expect(found).toHaveLength(21);
	expect(found.filter((line) => line.includes('place/unknown'))).toHaveLength(1);
});

test('an entry folder without a text is told, unless its text lies there under a wrong name', async () => {
	expect(await check(['visit/bell/', 'living/visa/cover.svg', 'congress/before/a/'])).toEqual([
		'content/congress/before/a place/empty error',
		'content/living/visa place/empty error',
		'content/visit/bell place/empty error',
	]);
	expect(await check(['living/visa/vi.md'])).toEqual(['content/living/visa/vi.md place/stray error']);
	expect(await check(['living/visa/en.mdx'])).toEqual([]);
});

test('a name of a picture that would break its address is a warning with a better one', async () => {
	const problem = await only('visit/tower/Ảnh bìa (số #1).jpg');
	expect(problem).toMatchObject({ code: 'place/name', severity: 'warning' });
	expect(problem?.say.vi).toContain('Đổi tên thành `anh-bia-so-1.jpg`');
	expect(await check(['visit/tower/100%.png', 'look/a b.svg', 'look/Ảnh.svg'])).toEqual([
		'content/look/a b.svg place/name warning',
		'content/visit/tower/100%.png place/name warning',
	]);
});

test('names that other computers cannot tell apart are told', async () => {
	expect(await check(['visit/tower/Cover.svg', 'visit/Tower/vi.mdx'])).toEqual([
		'content/visit/tower place/duplicate error',
		'content/visit/tower/cover.svg place/duplicate error',
	]);
	const composed = 'visit/tower/ảnh.svg'.normalize('NFC');
	const found = await problemsOf([composed, composed.normalize('NFD')]);
	expect(found.map(({ code }) => code)).toEqual(['place/duplicate']);
	expect(found[0]?.say.en).toContain('how the computer stores its marks');
});

test('links out of the folder, to nowhere and to folders are refused; those to files inside are not', async () => {
	const link = (name: string, target: string) => (root: string) => symlink(target, join(root, name));
	for (const [name, target] of [
		['visit/tower/ko.mdx', '/etc/hostname'],
		['visit/tower/a.png', '../../../outside.png'],
		['visit/tower/b.png', 'nowhere.png'],
		['visit/tower/c.png', 'c.png'],
		['visit/bell', 'tower'],
		['living', '/etc'],
		['visit/tower/.source', '/etc'],
		['visit/tower/up', '../..'],
	] as const)
		expect(await check([], link(name, target))).toEqual([`content/${name} place/link error`]);
	expect(await check(['visit/bell/vi.mdx'], link('visit/bell/cover.svg', '../tower/cover.svg'))).toEqual([]);
});

test('what is no ordinary file is refused and not opened', async () => {
	const pipe = async (root: string) => execFileSync('mkfifo', [join(root, 'visit/tower/ko.mdx')]);
	expect(await check([], pipe)).toEqual(['content/visit/tower/ko.mdx place/stray error']);
});

test('places are told while site.yaml cannot be used, and a folder that is gone is no fault', async () => {
	const root = await mkdtemp(join(tmpdir(), 'nội dung '));
	await mkdir(join(root, 'visit/tower'), { recursive: true });
	await writeFile(join(root, 'visit/tower/vi.md'), 'x');
	const folder: ContentFolder = await readContentFolder(root);
	expect((await checkPlaces(folder, undefined, 'content')).map(({ code }) => code)).toEqual(['place/stray']);
	await rm(root, { recursive: true });
	expect(await checkPlaces(folder, undefined, 'content')).toEqual([]);
});

test('any names of files are judged and do no harm', async () => {
	const part = fc.oneof(
		fc.constantFrom('visit', 'Visit', 'congress', 'look', 'before', 'vi.mdx', 'en.MDX', 'a.png', 'site.yaml', '.env'),
		fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
			.map((name) => name.replaceAll('/', '').replaceAll('\0', '') || 'x')
			.filter((name) => name !== '.' && name !== '..'),
	);
	const root = await mkdtemp(join(tmpdir(), 'tên '));
	for (const parts of fc.sample(fc.array(part, { minLength: 1, maxLength: 5 }), { numRuns: 400, seed: 11 })) {
		const file = join(root, ...parts);
		// A name may be a file in one path and a folder in another.
		await mkdir(dirname(file), { recursive: true })
			.then(() => writeFile(file, ''))
			.catch(() => undefined);
	}
	const folder = { root } as ContentFolder;
	const problems = await checkPlaces(folder, undefined, 'content');
	expect(problems.length).toBeGreaterThan(10);
	for (const { file, line, column, say } of problems) {
		expect(file.startsWith('content/')).toBe(true);
		expect([line, column]).toEqual([1, 1]);
		expect(say.vi + say.en).not.toMatch(/[\u0000-\u001f]/);
	}
	await rm(root, { recursive: true });
});
