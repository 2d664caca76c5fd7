import { PassThrough } from 'node:stream';
import { access, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandLine, openAsker } from '#cli/questions.ts';
import { build, freshFolder, run, type Said } from './project.ts';

const congress = 'Đại hội đại biểu phường lần thứ I';
let content: string;
let made: Said;
/** Every path below a folder, to see that nothing was written. */
const listOf = async (folder: string) => (await readdir(folder, { recursive: true })).sort();
const make = (...args: string[]) => run('new', { CONTENT_DIR: content }, ...args);
const check = () => run('check', { CONTENT_DIR: content }, '--strict');

beforeAll(async () => {
	content = join(await freshFolder(), 'phường mới');
	made = await run(
		'init',
		{},
		content,
		...['--name', 'Nhịp Cầu A', '--place', 'Phường A', '--publisher', 'UBND phường A', '--level', 'ward'],
		...['--locales', 'vi,en,ko', '--congress', congress, '--congress-days', '2026-06-01/2026-06-02'],
	);
});

test('a new content folder passes the check and builds at once', async () => {
	expect(made).toMatchObject({ code: 0 });
	expect(made.out).toContain('Ba việc tiếp theo');
	expect(made.out).toContain(commandLine('check', [], content));
	expect(await check()).toMatchObject({ code: 0, out: 'Không có lỗi nào. / No problem found.\n' });
	const site = await build(content);
	expect(site.said).toMatchObject({ code: 0 });
	expect(await site.read('vi/living/emergency-numbers/index.html')).toContain('href="tel:113"');
	expect(await site.read('vi/about/publisher/index.html')).toContain('do UBND phường A phát hành');
	expect(await site.files()).toContain('ko/living/emergency-numbers/index.html');
});

test('with --yes nothing has to be said, and every value of a locality is a sample', async () => {
	const folder = join(await freshFolder(), 'content');
	expect(await run('init', {}, folder, '--yes')).toMatchObject({ code: 0 });
	expect(await run('check', { CONTENT_DIR: folder }, '--strict')).toMatchObject({ code: 0 });
	const site = await readFile(join(folder, 'site.yaml'), 'utf8');
	expect(site.match(/\(mẫu\)|\(cơ quan mẫu\)/g)?.length).toBeGreaterThanOrEqual(3);
	expect(site).not.toContain('congresses:');
});

test('a folder that is not empty, and one that is a file, are refused and left as they are', async () => {
	const folder = await freshFolder();
	await writeFile(join(folder, 'ghi chú.txt'), 'x');
	const before = await listOf(folder);
	const said = await run('init', {}, folder, '--yes');
	expect(said.code).toBe(1);
	expect(said.out).toContain('không trống (có ghi chú.txt)');
	expect(said.out).toContain('is not empty');
	const asFile = await run('init', {}, join(folder, 'ghi chú.txt'), '--yes');
	expect(asFile.code).toBe(1);
	expect(asFile.out).toContain('is a file, not a folder');
	expect(await listOf(folder)).toEqual(before);
});

test.each([
	['a level', ['--level', 'city'], /Không có cấp `city`[^]*no level `city`/],
	['a language', ['--locales', 'vi,kr'], /Chưa có chữ giao diện cho `kr`[^]*no interface words for `kr`/],
	['a span of days', ['--congress-days', '2026-02-30'], /`2026-02-30` không phải[^]*is not a first and a last day/],
])('%s that does not exist is refused before anything is written', async (_what, args, words) => {
	const folder = join(await freshFolder(), 'mới');
	const said = await run('init', {}, folder, '--yes', ...args);
	expect(said.code).toBe(1);
	expect(said.out).toMatch(words);
	await expect(access(folder)).rejects.toThrow();
});

test('without a terminal nothing is asked: what is missing is a line to copy', async () => {
	const folder = join(await freshFolder(), 'mới');
	const init = await run('init', {}, folder, '--name', 'Trang "A"');
	expect(init.code).toBe(1);
	expect(init.out).toContain('Còn thiếu: nơi --place; cơ quan phát hành --publisher.');
	expect(init.out).toContain(`--name 'Trang "A"' --place "Phường, tỉnh"`);
	await expect(access(folder)).rejects.toThrow();
	const before = await listOf(content);
	const entry = await make('visit/old-market');
	expect(entry.code).toBe(1);
	expect(entry.out).toMatch(/Còn thiếu: loại bài --kind \(place: điểm đến,[^]*Missing: the kind of text/);
	expect(entry.out).toContain(
		commandLine('new', ['visit/old-market', '--kind', 'place', '--title', 'Tên bài'], content),
	);
	expect((await make()).out).toContain('mục (congress, invest, visit, living, about)');
	expect((await make('congress')).out).toContain('giai đoạn (before, during, after); tên thư mục');
	expect(await listOf(content)).toEqual(before);
});

test.each([
	['an unknown section', ['vist/market', '--kind', 'place', '--title', 'x'], /Không có mục `vist`\. Có phải `visit`\?/],
	['an unknown phase', ['congress/giua/x', '--kind', 'article', '--title', 'x'], /Không có giai đoạn `giua`/],
	['an unknown kind', ['visit/market', '--kind', 'plase', '--title', 'x'], /Không có loại `plase`\. Có phải `place`\?/],
	['a kind of another section', ['visit/market', '--kind', 'news', '--title', 'x'], /`news` không đặt được trong mục/],
	['a wrong folder name', ['visit/Chợ Đầm', '--kind', 'place', '--title', 'x'], /Có thể dùng: cho-dam/],
	['a path that is too long', ['visit/a/b', '--kind', 'place', '--title', 'x'], /có quá nhiều phần/],
	['a path that leaves the folder', ['visit/..', '--kind', 'place', '--title', 'x'], /Tên thư mục `\.\.`/],
	['an impossible day', ['visit/a', '--kind', 'place', '--title', 'x', '--date', '2026-02-30'], /ngày có thật/],
	['an entry that exists', ['about/publisher', '--kind', 'page', '--title', 'x'], /không ghi đè/],
	['a kind without its register', ['invest/port', '--kind', 'project', '--title', 'x'], /site\.yaml \(contacts\)/],
	['an unknown language', ['about/publisher', '--locale', 'kr'], /`kr` không phải mã ngôn ngữ[^]*ko \(tiếng Hàn\)/],
	['the source language', ['about/publisher', '--locale', 'vi'], /ngôn ngữ của bản gốc/],
	['a translation of nothing', ['about/publishers', '--locale', 'ko'], /Có phải `about\/publisher`\?/],
])('%s is refused in both languages and nothing is written', async (_what, args, words) => {
	const before = await listOf(content);
	const said = await make(...args);
	expect(said.code).toBe(1);
	expect(said.out).toMatch(words);
	expect(said.out).toMatch(/\b(is|are|can|has|must|needs)\b/);
	expect(said.out).not.toMatch(/\bat .*\.ts:\d+|node:internal/);
	expect(await listOf(content)).toEqual(before);
});

test('new drafts of every section pass the check and stay out of the site', async () => {
	const title = 'Chợ “Cũ”: đi thế nào? #1';
	for (const args of [
		['congress/before/comments-on-drafts', '--kind', 'clarification'],
		['visit/old-market', '--kind', 'place', '--date', '2026-02-28'],
		['living/more-numbers', '--kind', 'emergency'],
		['living/water-cut', '--kind', 'notice'],
		['invest/how-to-start', '--kind', 'procedure'],
		// As the Tab key completes it.
		[`phường mới/about/open-day/`, '--kind', 'event'],
	]) {
		const said = await make(...args, '--title', title);
		expect(said.out).toContain('Đã tạo');
		expect(said.code).toBe(0);
	}
	expect(await check()).toMatchObject({ code: 0, out: 'Không có lỗi nào. / No problem found.\n' });
	expect(await readFile(join(content, 'visit/old-market/vi.mdx'), 'utf8')).toContain('\ndate: 2026-02-28\n');
	expect(await readFile(join(content, 'about/open-day/vi.mdx'), 'utf8')).toContain('\ndate: 2026-03-01\n');
	const site = await build(content);
	expect(site.said.code).toBe(0);
	expect((await site.files()).filter((file) => /old-market|open-day|comments-on/.test(file))).toEqual([]);
});

test('a prepared translation passes the check and waits until a person says that it is done', async () => {
	const folder = join(await freshFolder(), 'content');
	await cp('tests/fixtures/no-congress', folder, { recursive: true });
	await run('new', { CONTENT_DIR: folder }, 'visit/second', '--kind', 'guide', '--title', 'Bài hai');
	const source = join(folder, 'visit/second/vi.mdx');
	const approved = (await readFile(source, 'utf8'))
		.replace('status: draft', 'status: approved')
		.replaceAll(/Viết ở đây[^"|\n]*/g, 'Lời của bài thử. ');
	// As Windows writes it.
	await writeFile(source, approved.replaceAll('\n', '\r\n'));
	const said = await run('new', { CONTENT_DIR: folder }, 'visit/second', '--locale', 'en');
	expect(said.code).toBe(0);
	expect(said.out).toMatch(/bản dịch sang tiếng Anh[^]*translation into English/);
	expect(await run('check', { CONTENT_DIR: folder })).toMatchObject({ code: 0 });
	const waiting = await build(folder);
	expect(await waiting.read('en/visit/second/index.html')).toContain('lang="vi"');
	const translation = join(folder, 'visit/second/en.mdx');
	const text = await readFile(translation, 'utf8');
	expect(text).toContain('# vi: Bài hai\ntitle: "Bài hai"\n');
	expect((await run('new', { CONTENT_DIR: folder }, 'visit/second', '--locale', 'en')).out).toContain('không ghi đè');
	expect(await readFile(translation, 'utf8')).toBe(text);
});

test('a content folder that is not there is told with the command that makes it', async () => {
	const folder = join(await freshFolder(), 'không có');
	const said = await run('new', { CONTENT_DIR: folder }, 'visit/a');
	expect(said.code).toBe(1);
	expect(said.out).toContain(`npm run init -- "${folder}"`);
	await mkdir(folder);
	expect((await run('new', { CONTENT_DIR: folder }, 'visit/a')).out).toContain('site.yaml chưa đúng hoặc chưa có');
});

/** A terminal on which these lines are typed. */
function terminal(...lines: readonly string[]) {
	const [input, output] = [new PassThrough(), new PassThrough()].map((stream) =>
		Object.assign(stream, { isTTY: true }),
	);
	if (!input || !output) throw new Error('No streams');
	let said = '';
	output.on('data', (bytes: Buffer) => (said += bytes.toString()));
	const asker = openAsker(input, output);
	if (!asker) throw new Error('Nobody is asked');
	input.end(lines.map((line) => `${line}\n`).join(''));
	return { asker, said: () => said };
}
const question = { say: { vi: 'Loại nào?', en: 'Which kind?' } };

test('a question stands in both languages and is asked again until the answer is right', async () => {
	const choices = new Map([
		['place', 'điểm đến'],
		['guide', 'hướng dẫn'],
	]);
	const { asker, said } = terminal('', 'x', '2', '  Chợ  ', '', 'sai', 'đúng');
	expect(await asker.ask({ ...question, choices })).toBe('guide');
	expect(await asker.ask(question)).toBe('Chợ');
	expect(await asker.ask({ ...question, otherwise: '2026-03-01' })).toBe('2026-03-01');
	const judge = (answer: string) => (answer === 'sai' ? { vi: 'Chưa được.', en: 'Not yet.' } : undefined);
	expect(await asker.ask({ ...question, judge })).toBe('đúng');
	expect(said()).toContain('Loại nào?\n  Which kind?\n  1. place = điểm đến\n  2. guide = hướng dẫn\n');
	expect(said()).toContain('Chọn một trong: place, guide.');
	expect(said()).toContain('Chưa được.\n  Not yet.\n');
	await expect(asker.ask(question)).rejects.toThrow('Đã dừng; chưa ghi gì.');
});

test('nobody is asked where no terminal is', () => {
	expect(openAsker(new PassThrough(), Object.assign(new PassThrough(), { isTTY: true }))).toBeUndefined();
	expect(openAsker(Object.assign(new PassThrough(), { isTTY: true }), new PassThrough())).toBeUndefined();
});

test('a line to copy keeps every value whole', () => {
	expect(commandLine('new', ['visit/a', '--title', 'Chợ Đầm'], '', false)).toBe(
		'npm run new -- visit/a --title "Chợ Đầm"',
	);
	expect(commandLine('new', ['a', `b "$c" d's`], 'phường mới', false)).toBe(
		`CONTENT_DIR="phường mới" npm run new -- a 'b "$c" d'\\''s'`,
	);
	expect(commandLine('check', [], "C:\\Tài liệu\\d's", true)).toBe(
		"$env:CONTENT_DIR='C:\\Tài liệu\\d''s'; npm run check",
	);
});
