import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { freshFolder, run } from './project.ts';

interface Row {
	readonly entry: string;
	readonly locale: string;
	readonly state: string;
	readonly since: string | null;
	readonly words: number;
	readonly parts: readonly { readonly id: string; readonly change: string; readonly words: number }[];
}

let content: string;
/** No program is found by its name: git least of all. */
const call = (name: string, ...args: string[]) => run(name, { CONTENT_DIR: content, PATH: '' }, ...args);
const path = (file: string) => join(content, file);
const change = async (file: string, from: string, to: string) => {
	const text = await readFile(path(file), 'utf8');
	expect(text).toContain(from);
	await writeFile(path(file), text.replace(from, to));
};
const rows = async () => JSON.parse((await call('status', '--json')).out) as Row[];
const states = async () => (await rows()).map(({ entry, locale, state }) => `${entry} ${locale} ${state}`);
/** Every file that is not a record, with its text. */
const texts = async () => {
	const files = (await readdir(content, { recursive: true, withFileTypes: true }))
		.filter((item) => item.isFile() && !item.parentPath.endsWith('.source'))
		.map((item) => join(item.parentPath, item.name))
		.sort();
	return Promise.all(files.map(async (file) => `${file}\n${await readFile(file, 'utf8')}`));
};

beforeEach(async () => {
	content = join(await freshFolder(), 'content');
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	// A third language, with a text of one entry only.
	await change(
		'site.yaml',
		'fallback: [vi] }\n',
		'fallback: [vi] }\n  - { locale: ko, tag: ko, name: 한국어, fallback: [en, vi] }\n',
	);
	await cp(path('visit/island/en.mdx'), path('visit/island/ko.mdx'));
	for (const file of [
		'visit/island/en.mdx',
		'visit/island/ko.mdx',
		'about/publisher/en.mdx',
		'living/emergency/en.mdx',
	])
		await change(file, 'translation: human', 'translation: human\nreviewedBy: Desk');
});

test('a changed paragraph: exactly that part is behind in exactly the languages that have it, until it is accepted', async () => {
	expect(await states()).toEqual([
		'about/publisher en unrecorded',
		'about/publisher ko missing',
		'living/emergency en unrecorded',
		'living/emergency ko missing',
		'visit/island en unrecorded',
		'visit/island ko unrecorded',
	]);
	const all = await call('translate', 'accept', '--all');
	expect([all.code, all.out]).toEqual([0, 'Đã ghi nhận 4 bản dịch.\nRecorded 4 translations.\n']);
	expect(
		(await states()).filter((state) => !state.endsWith('missing')).every((state) => state.endsWith('current')),
	).toBe(true);

	await change('visit/island/vi.mdx', 'Đi thuyền.', 'Đi tàu cao tốc.');
	const before = await texts();
	const behind = (await rows()).filter(({ state }) => state === 'behind');
	expect(behind.map(({ entry, locale, since, parts }) => ({ entry, locale, since, parts }))).toEqual(
		['en', 'ko'].map((locale) => ({
			entry: 'visit/island',
			locale,
			since: '2026-01-05',
			parts: [{ id: 'di-lai', title: 'Đi lại', change: 'changed', words: 3 }],
		})),
	);
	const shown = await call('translate', 'visit/island', 'en');
	expect(shown.code).toBe(0);
	expect(shown.out).toMatchInlineSnapshot(`
		"visit/island · en: bản gốc ngày 2026-01-05 có 1 phần khác với bản ngày 2026-01-05 mà bản dịch dựa vào.
		visit/island · en: 1 part of the source of 2026-01-05 differs from that of 2026-01-05 which the translation was made from.
		Bản gốc đã đổi mà \`updated\` chưa đổi: nếu người đọc cần biết, ghi ngày sửa vào \`updated\` của bản gốc.
		The source changed and its \`updated\` did not: if readers should know, put the day of the change into \`updated\` of the source.

		── di-lai · “Đi lại” · đã sửa / changed · 3 từ / words ──
		  Bản gốc / Source  content/visit/island/vi.mdx:14
		    ## Đi lại

		    Đi [-thuyền-]{+tàu cao tốc+}.
		  Bản dịch hiện có / Present translation  content/visit/island/en.mdx:11
		    ## Getting there

		    By boat.

		Dịch xong: npm run translate -- accept visit/island en
		Không cần dịch lại: npm run translate -- minor visit/island en
		When translated: npm run translate -- accept visit/island en
		If nothing needs translating: npm run translate -- minor visit/island en
		"
	`);

	const accepted = await call('translate', 'accept', 'content/visit/island/', 'en');
	expect([accepted.code, accepted.out]).toEqual([0, expect.stringContaining('Recorded: the `en` translation')]);
	expect((await states()).slice(-2)).toEqual(['visit/island en current', 'visit/island ko behind']);
	expect((await call('translate', 'minor', 'visit/island')).code).toBe(0);
	expect((await states()).slice(-2)).toEqual(['visit/island en current', 'visit/island ko current']);
	expect(await texts()).toEqual(before);
});

test('a reworded heading keeps its old id in the record', async () => {
	await call('translate', 'accept', '--all');
	await change('visit/island/vi.mdx', '## Đi lại', '## Đường ra đảo');
	expect((await rows()).find(({ entry }) => entry === 'visit/island')?.parts).toMatchObject([
		{ id: 'duong-ra-dao', formerId: 'di-lai', change: 'changed' },
	]);
	await call('translate', 'minor', 'visit/island');
	const record = JSON.parse(await readFile(path('visit/island/.source/en.json'), 'utf8')) as object;
	expect(record).toMatchObject({ aliases: { 'di-lai': 'duong-ra-dao' } });
	expect((await states()).slice(-2)).toEqual(['visit/island en current', 'visit/island ko current']);
});

test('the table and the CSV tell the same as the JSON', async () => {
	await call('translate', 'accept', 'visit/island', 'en');
	await change('visit/island/vi.mdx', 'Đi thuyền.', 'Đi tàu.');
	const table = await call('status');
	expect(table.code).toBe(0);
	expect(table.out).toMatchInlineSnapshot(`
		"                      khớp     chậm     thiếu   chưa duyệt   chưa ghi nhận
		                   current   behind   missing   unreviewed      unrecorded

		en  English
		  visit                  0        1         0            0               0
		  living                 0        0         0            0               1
		  about                  0        0         0            0               1
		  cộng / total           0        1         0            0               2

		ko  한국어
		  visit                  0        0         0            0               1
		  living                 0        0         1            0               0
		  about                  0        0         1            0               0
		  cộng / total           0        0         2            0               1

		Chậm so với bản gốc / Behind the source
		  visit/island  en  1 phần, 1 từ, từ 2026-01-05 / 1 part, 1 word, since 2026-01-05
		    di-lai  “Đi lại”: đã sửa / changed, 1

		Thiếu bản dịch / Missing
		  about/publisher: ko
		  living/emergency: ko

		Chưa ghi nhận dịch từ bản gốc nào (\`npm run translate -- accept <bài> <ngôn ngữ>\`) / Not recorded which source it was made from (\`npm run translate -- accept <entry> <locale>\`)
		  about/publisher: en
		  living/emergency: en
		  visit/island: ko
		"
	`);
	const csv = await call('status', '--csv');
	expect(csv.code).toBe(0);
	expect(csv.out.split('\n')).toEqual([
		'\ufeffentry,section,title,locale,state,reviewed,since,made_from,words,parts',
		'about/publisher,about,Ai phát hành,en,unrecorded,yes,,,,',
		'about/publisher,about,Ai phát hành,ko,missing,no,,,,',
		'living/emergency,living,Khẩn cấp,en,unrecorded,yes,,,,',
		'living/emergency,living,Khẩn cấp,ko,missing,no,,,,',
		'visit/island,visit,Đảo,en,behind,yes,2026-01-05,2026-01-05,1,di-lai',
		'visit/island,visit,Đảo,ko,unrecorded,yes,,,,',
		'',
	]);
});

test('what cannot be done is said in two languages, with exit code 1, and nothing is written', async () => {
	await change('about/publisher/vi.mdx', 'title: Ai phát hành', 'titel: Ai phát hành');
	await change('visit/island/ko.mdx', '## Getting there', 'Getting there');
	const refused = async (words: string, said: string) => {
		const { code, out } = await call('translate', ...words.split(' ').filter(Boolean));
		expect([words, code, out]).toEqual([words, 1, expect.stringContaining(said)]);
		expect(out).not.toMatch(/\bat .*\.ts:\d+|ZodError|node:internal/);
	};
	await Promise.all([
		refused('visit/iland en', 'Did you mean `visit/island`?'),
		refused('visit/island vi', 'is the source'),
		refused('visit/island kr', 'Translations: en, ko'),
		refused('visit/island en', 'npm run translate -- accept visit/island en'),
		refused('living/emergency ko', 'There is no `ko` translation'),
		refused('accept living/emergency ko', 'There is no content/living/emergency/ko.mdx'),
		refused('accept about/publisher en', 'has errors'),
		refused('accept visit/island ko', 'has 0 `##` headings, the source has 1'),
		refused('minor visit/island en', 'not recorded'),
		refused('accept visit/island', 'Cách dùng'),
		refused('accept visit/island en ko', 'Usage'),
		refused('', 'Usage'),
	]);
	expect(await readdir(path('visit/island'))).toEqual(['en.mdx', 'ko.mdx', 'vi.mdx']);
	const status = await call('status');
	expect([status.code, status.out]).toEqual([1, expect.stringContaining('1 entry has errors')]);
	// The rest is recorded all the same.
	const all = await call('translate', 'accept', '--all');
	expect([all.code, all.out]).toEqual([1, expect.stringMatching(/Recorded 2 translations[^]*has 0 `##` headings/)]);
	expect((await call('status', '--json', '--csv')).code).toBe(1);
	await writeFile(path('site.yaml'), 'title:\n');
	const unknown = await call('status', '--json');
	expect([unknown.code, unknown.out]).toEqual([1, expect.stringContaining('content/site.yaml cannot be read')]);
});

test('a damaged record is shown as such, kept by “accept --all”, and mended by accepting the one text', async () => {
	await call('translate', 'accept', '--all');
	await change('visit/island/.source/en.json', 'Đi thuyền', 'Đi bộ');
	expect((await call('status')).out).toContain('visit/island: en (tệp ghi nhận bị hỏng / damaged record)');
	expect((await call('translate', 'visit/island', 'en')).out).toContain('is damaged');
	const all = await call('translate', 'accept', '--all');
	expect([all.code, all.out]).toEqual([1, expect.stringContaining('visit/island/.source/en.json is damaged')]);
	expect(await readFile(path('visit/island/.source/en.json'), 'utf8')).toContain('Đi bộ');
	expect((await call('translate', 'accept', 'visit/island', 'en')).code).toBe(0);
	expect((await states()).at(-2)).toBe('visit/island en current');
});

test('a place that cannot be written to is told, and what is there is kept', async () => {
	await writeFile(path('visit/island/.source'), 'mine');
	const { code, out } = await call('translate', 'accept', 'visit/island', 'en');
	expect([code, out]).toEqual([1, expect.stringMatching(/Không ghi được[^]*cannot be written/)]);
	expect(await readFile(path('visit/island/.source'), 'utf8')).toBe('mine');
});

test.each(['status', 'translate'])('%s explains itself in both languages', async (name) => {
	const { code, out } = await call(name, '--help');
	expect(code).toBe(0);
	expect(out).toMatch(/dịch[^]*translat/);
	expect((await call(name, '--nothing')).code).toBe(1);
});
