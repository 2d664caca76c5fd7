import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { freshFolder, run } from './project.ts';

let folder: string;
let content: string;
/** No program is found by its name. */
const call = (...args: string[]) => run('translate', { CONTENT_DIR: content, PATH: '' }, ...args);
const path = (file: string) => join(content, file);
const change = async (file: string, from: string, to: string) => {
	const text = await readFile(path(file), 'utf8');
	expect(text).toContain(from);
	await writeFile(path(file), text.replace(from, to));
};
/** Every file of the content folder with its bytes. */
const files = async () => {
	const all = (await readdir(content, { recursive: true, withFileTypes: true }))
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name))
		.sort();
	return Promise.all(all.map(async (file) => `${file}\n${await readFile(file, 'base64')}`));
};
const state = async (entry: string, locale: string) => {
	const { out } = await run('status', { CONTENT_DIR: content }, '--json');
	const rows = JSON.parse(out) as readonly { entry: string; locale: string; state: string }[];
	return rows.find((row) => row.entry === entry && row.locale === locale)?.state;
};
/** What a translator does: words in every unit, marked as done. */
const translated = (text: string, words: (source: string) => string) =>
	text.replace(
		/<segment id="s1" state="initial">\n(<source[^>]*>)(.*?)<\/source>\n/g,
		(_, open: string, source: string) =>
			`<segment id="s1" state="translated">\n${open}${source}</source>\n<target>${words(source)}</target>\n`,
	);

beforeEach(async () => {
	folder = await freshFolder();
	content = join(folder, 'content');
});

test('a text goes to a translator and comes back as UTF-16: tried first, then written, then accepted', async () => {
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	await change(
		'site.yaml',
		'fallback: [vi] }\n',
		'fallback: [vi] }\n  - { locale: ko, tag: ko, name: 한국어, fallback: [en, vi] }\n',
	);
	const package_ = join(folder, 'gói dịch.xlf');
	const exported = await call('export', 'visit/island', 'ko', '--out', package_);
	expect([exported.code, exported.out]).toEqual([0, expect.stringContaining(`Exported 1 entry to \`${package_}\``)]);
	const text = await readFile(package_, 'utf8');
	expect(text).toContain('<source xml:lang="vi">Đi thuyền.</source>');
	const before = await files();
	// The same again is the same; another text in that place is not lost.
	expect((await call('export', 'visit/island', 'ko', '--out', package_)).code).toBe(0);
	const done = translated(text, (source) => source.replaceAll(/[^<>]+(?=<|$)/g, '한국어 & '));
	await writeFile(package_, Buffer.from(`\ufeff${done.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
	const again = await call('export', 'visit/island', 'ko', '--out', package_);
	expect([again.code, again.out]).toEqual([1, expect.stringContaining('with other content')]);

	const broken = join(folder, 'broken.xlf');
	await writeFile(broken, done.replaceAll('한국어 & ', '한국어'));
	await writeFile(broken, (await readFile(broken, 'utf8')).replace(/(<target>.*?)<ph [^>]*\/>/, '$1'));
	const refused = await call('import', broken);
	expect(refused.code).toBe(1);
	expect(refused.out.replaceAll(folder, '…')).toMatchInlineSnapshot(`
		"content/visit/island/ko.mdx: không ghi; xem các lỗi bên dưới.
		content/visit/island/ko.mdx: not written; see the problems below.

		…/broken.xlf:20:7  package/code-lost
		  vi  visit/island, đoạn \`lead.1\`: thiếu mã \`<Fact id="distance" />\` của bản gốc. Chép mã từ bản gốc vào lời dịch, ở chỗ của nó.
		  en  visit/island, unit \`lead.1\`: the code \`<Fact id="distance" />\` of the source is missing. Copy it from the source into the translation, where it belongs.

		"
	`);
	expect(await files()).toEqual(before);

	await writeFile(
		package_,
		Buffer.from(`\ufeff${done.replace('UTF-8', 'UTF-16').replaceAll('한국어 & ', '한국어 &amp; ')}`, 'utf16le'),
	);
	const trial = await call('import', package_, '--dry-run');
	expect([trial.code, trial.out]).toEqual([0, expect.stringContaining('would be written, 5 new units')]);
	expect(await files()).toEqual(before);
	const imported = await call('import', package_);
	expect([imported.code, imported.out]).toEqual([
		0,
		expect.stringContaining('npm run translate -- accept visit/island ko'),
	]);
	expect(await readFile(path('visit/island/ko.mdx'), 'utf8')).toMatchInlineSnapshot(`
		"---
		title: 한국어 &
		description: 한국어 &
		translation: human
		---

		한국어 & <Fact id="distance" />한국어 &

		## 한국어 &

		한국어 &
		"
	`);
	expect(await state('visit/island', 'ko')).toBe('unrecorded');
	expect((await call('accept', 'visit/island', 'ko')).code).toBe(0);
	expect(await state('visit/island', 'ko')).toBe('unreviewed');
	expect((await readdir(path('visit/island'))).sort()).toEqual(['.source', 'en.mdx', 'ko.mdx', 'vi.mdx']);
});

test('a translation that fell behind: only what changed is open, and only that line changes', async () => {
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	expect((await call('accept', '--all')).code).toBe(0);
	await change('visit/island/vi.mdx', 'Đi thuyền.', 'Đi tàu cao tốc.');
	const package_ = join(folder, 'all.en.xlf');
	expect((await call('export', '--all', 'en', '--out', package_)).out).toContain('Exported 1 entry');
	const text = await readFile(package_, 'utf8');
	expect(text).toContain('Đi [-thuyền-]{+tàu cao tốc+}.');
	expect(text.match(/state="initial"/g)).toHaveLength(1);
	const old = await readFile(path('visit/island/en.mdx'), 'utf8');
	const untouched = await call('import', package_);
	expect([untouched.code, untouched.out]).toEqual([0, expect.stringContaining('nothing more is translated yet')]);
	await writeFile(
		package_,
		translated(text, () => 'By fast boat.'),
	);
	expect((await call('import', package_)).code).toBe(0);
	expect(await readFile(path('visit/island/en.mdx'), 'utf8')).toBe(old.replace('By boat.', 'By fast boat.'));
	expect(await state('visit/island', 'en')).toBe('behind');
});

test('every text of the demo goes out and comes back in four languages without a changed byte', async () => {
	await cp('content', content, { recursive: true });
	// Without records everything is to be compared, and so goes out.
	for (const item of await readdir(content, { recursive: true, withFileTypes: true }))
		if (item.name === '.source') await rm(join(item.parentPath, item.name), { recursive: true });
	const check = async () => (await run('check', { CONTENT_DIR: content }, '--json')).out;
	const [before, said] = [await files(), await check()];
	for (const locale of ['en', 'ru', 'ko', 'zh']) {
		const package_ = join(folder, `all.${locale}.xlf`);
		expect(await call('export', '--all', locale, '--out', package_)).toMatchObject({ code: 0 });
		expect(await call('import', package_)).toMatchObject({ code: 0 });
	}
	expect(await files()).toEqual(before);
	expect(await check()).toBe(said);
});

test('what cannot be done is said in two languages, and nothing is written', async () => {
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	await writeFile(join(folder, 'page.xlf'), '<html/>');
	const before = await files();
	const refused = async (said: string, ...args: string[]) => {
		const { code, out } = await call(...args);
		expect([args, code, out]).toEqual([args, 1, expect.stringContaining(said)]);
		expect(out).not.toMatch(/\bat .*\.ts:\d+|node:internal/);
	};
	await Promise.all([
		refused('Did you mean `visit/island`?', 'export', 'visit/iland', 'en'),
		refused('is not a language', 'export', '--all', 'kr'),
		refused('is the source', 'export', 'visit/island', 'vi'),
		refused('cannot be written', 'export', 'visit/island', 'en', '--out', join(folder, 'none', 'x.xlf')),
		refused('cannot be read', 'import', join(folder, 'none.xlf')),
		refused('cannot be read', 'import', folder),
		refused('package/not-xliff', 'import', join(folder, 'page.xlf')),
		refused('Usage', 'export', 'visit/island'),
		refused('Usage', 'export', '--all'),
		refused('Usage', 'import'),
		refused('Usage', 'accept', 'visit/island', 'en', '--out', 'x'),
	]);
	expect(await files()).toEqual(before);
});
