import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeEach, expect, test } from 'vitest';
import { freshFolder, run } from './project.ts';

let place: string;
let content: string;
const call = (name: string, ...args: string[]) =>
	run(name, { CONTENT_DIR: content, OUT_DIR: join(place, 'dist') }, ...args);
const change = async (file: string, from: string | RegExp, to: string) => {
	const text = await readFile(join(content, file), 'utf8');
	expect(text).toMatch(from);
	await writeFile(join(content, file), text.replace(from, to));
};
const filesOf = async (folder: string) =>
	(await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
		.sort();
/** Page with its words as a person reads them. */
const plain = (html: string) =>
	html
		.replace(/<wbr>|<\/?span[^>]*>|<\/?b>/g, '')
		.replaceAll(/&quot;|&#34;/g, '"')
		.replace(/[ \u00a0]+/g, ' ');

beforeEach(async () => {
	place = await freshFolder();
	content = join(place, 'content');
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	await change(
		'site.yaml',
		'fallback: [vi] }\n',
		'fallback: [vi] }\n  - { locale: ko, tag: ko, name: 한국어, fallback: [en, vi] }\n',
	);
	await change('visit/island/en.mdx', 'translation: human', 'translation: human\nreviewedBy: Desk');
	await call('translate', 'accept', 'visit/island', 'en');
	await call('translate', 'accept', 'about/publisher', 'en');
	await change('visit/island/vi.mdx', 'Đi thuyền.', 'Đi tàu cao tốc.');
});

test('the board tells what is behind: which part, how many words, since when, and the command to run', async () => {
	const said = await call('status', '--board');
	expect(said.code).toBe(0);
	expect(said.out).toContain('Made the board of translations');
	// Beside the builds, and nothing of the site is made.
	expect((await readdir(place)).sort()).toEqual(['.site', 'content']);
	expect(await readdir(join(place, '.site'))).toEqual(['board']);
	const html = plain(await readFile(join(place, '.site/board/index.html'), 'utf8'));
	for (const words of [
		'1 phần, 3 từ, kể từ 5/1/2026',
		'1 part, 3 words, since 5 January 2026',
		'“Đi lại”: đã sửa changed, 3 từ',
		`CONTENT_DIR="${content}" npm run translate -- visit/island en`,
		`npm run new -- visit/island --locale ko`,
		`npm run translate -- accept living/emergency en`,
		'ghi reviewedBy và reviewedOn trong <code>content/about/publisher/en.mdx</code>',
		'Ngày 1/3/2026: 3 bài, 2 ngôn ngữ dịch. 0 trong 6 bản dịch khớp với bản gốc, 6 bản còn việc.',
		'1 March 2026: 3 entries, 2 languages. 0 of 6 translations are current, 6 need work.',
	])
		expect(html).toContain(words);
	const address = /^address: (.+)$/m.exec(await readFile(join(content, 'site.yaml'), 'utf8'))?.[1];
	expect(html).toContain(`<a href="${address}/vi/visit/island/">Đảo</a>`);
	expect(html).toContain(`<a href="${address}/en/visit/island/" hreflang="en">`);
	// The page in Korean shows other words: there is nothing to link to.
	expect(html).not.toContain(`${address}/ko/`);
});

test('the page is sound, has no script or style in it, and names its files from where it lies', async () => {
	const folder = join(place, 'bảng theo dõi');
	expect((await call('status', '--board', folder)).code).toBe(0);
	const html = await readFile(join(folder, 'index.html'), 'utf8');
	expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|data:/);
	const report = await new HtmlValidate({
		extends: ['html-validate:standard'],
		rules: {
			'attr-quotes': 'off',
			'doctype-style': 'off',
			'no-trailing-whitespace': 'off',
			'void-style': 'off',
			'attribute-boolean-style': 'off',
			'long-title': 'off',
			// A region of its own that the keyboard can scroll.
			'prefer-native-element': 'off',
		},
	}).validateString(html);
	expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${line} ${ruleId}`))).toEqual([]);

	const files = await filesOf(folder);
	const sheet = files.find((file) => file.endsWith('.css')) ?? '';
	const css = await readFile(join(folder, sheet), 'utf8');
	const named = [
		...[...html.matchAll(/<(?:link|img)[^>]*\s(?:href|src)="([^"]+)"/g)].map(([, to = '']) => join(to)),
		...[...css.matchAll(/url\((.+?)\)/g)].map(([, to = '']) => join('_assets', to)),
	];
	expect([...new Set(['index.html', ...named])].sort()).toEqual(files);
	expect(named).toContain('mark.svg');
});

test('the same content gives the same bytes, in the place of the board before', async () => {
	const [one, other] = [join(place, 'one'), join(place, 'other')];
	await call('status', '--board', one);
	await writeFile(join(one, '_assets', 'of-last-year.css'), '');
	await call('status', '--board', one);
	await call('status', '--board', other);
	const files = await filesOf(one);
	expect(files).toEqual(await filesOf(other));
	for (const file of files) expect(await readFile(join(one, file)), file).toEqual(await readFile(join(other, file)));
	expect((await readdir(place)).sort()).toEqual(['content', 'one', 'other']);
});

test('a folder with other files is refused and kept', async () => {
	const { code, out } = await call('status', '--board', content);
	expect([code, out]).toEqual([1, expect.stringMatching(/không xoá[^]*does not delete/)]);
	expect((await stat(join(content, 'site.yaml'))).isFile()).toBe(true);
	const file = await call('status', '--board', join(content, 'site.yaml'));
	expect([file.code, file.out]).toEqual([1, expect.stringContaining('is not a folder')]);
	for (const args of [['somewhere'], ['--board', 'a', 'b'], ['--board', '--json']]) {
		const refused = await call('status', ...args);
		expect([args, refused.code]).toEqual([args, 1]);
		expect(refused.out).not.toMatch(/\bat .*\.ts:\d+|node:internal/);
	}
});

test('an entry whose source has errors is named on the board, and the command fails', async () => {
	await change('about/publisher/vi.mdx', 'title: Ai phát hành', 'titel: Ai phát hành');
	const { code, out } = await call('status', '--board');
	expect([code, out]).toEqual([1, expect.stringContaining('1 entry has errors')]);
	const html = plain(await readFile(join(place, '.site/board/index.html'), 'utf8'));
	expect(html).toMatch(/Bản gốc có lỗi[^]*<code>about\/publisher<\/code>/);
});
