import { cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { captionFaults } from '#checks/captions.ts';
import { checkContent } from '#checks/content.ts';

const entry = 'content/congress/before/opening-film';
type Change = (root: string) => Promise<unknown>;
const write =
	(name: string, text: string | Buffer): Change =>
	async (root) => {
		await mkdir(dirname(join(root, entry, name)), { recursive: true });
		await writeFile(join(root, entry, name), text);
	};
const fixture =
	(from: string, to: string): Change =>
	(root) =>
		cp(`tests/fixtures/media/${from}`, join(root, entry, to));
const fields =
	(from: string | RegExp, to: string): Change =>
	async (root) => {
		const file = join(root, entry, 'vi.mdx');
		await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
	};

/** What the check says of the handbook's site, whose `opening-film` has a film of two seconds, after changes to it. */
async function check(...changes: readonly Change[]): Promise<string[]> {
	process.env['BUILD_DATE'] = '2026-03-01';
	const root = await mkdtemp(join(tmpdir(), 'phim ảnh '));
	try {
		await cp('tests/fixtures/handbook/content', join(root, 'content'), { recursive: true });
		for (const change of changes) await change(root);
		const problems = await checkContent({ contentDir: join(root, 'content'), wordsDir: 'i18n' });
		return problems.map(
			({ file, line, code, severity }) => `${file.replace(`${entry}/`, '')}:${line} ${code} ${severity}`,
		);
	} finally {
		delete process.env['BUILD_DATE'];
		await rm(root, { recursive: true });
	}
}

test('a film with its captions is right, and so are a second format and a translation that takes the source’s film', async () => {
	expect(await check()).toEqual([]);
	expect(await check(fixture('film.webm', 'film.vi.webm'))).toEqual([]);
});

test('a text says where its film is played, once', async () => {
	expect(await check(fields('file: ./film.mp4\n', ''))).toEqual([
		'film.vi.mp4:1 media/unused warning',
		'film.vi.vtt:1 media/unused warning',
		'vi.mdx:5 media/source error',
	]);
	expect(await check(fields('file: ./film.mp4\n', 'file: ./film.mp4\nlink: https://example.org/phim\n'))).toEqual([
		'vi.mdx:12 media/source error',
	]);
});

test('a recording of another kind, or under a name with its language, is not taken for the film', async () => {
	expect(await check(fields('./film.mp4', './film.mp3'))).toContain('vi.mdx:11 field/form error');
	expect(await check(fields('./film.mp4', './film.vi.mp4'))).toContain('vi.mdx:11 field/form error');
});

test('lengths are compared within half a second, per language where the text says so', async () => {
	expect(await check(fields('durationSeconds: 2', 'durationSeconds: 2.4'))).toEqual([]);
	expect(await check(fields('durationSeconds: 2', 'durationSeconds: 2.6'))).toEqual(['vi.mdx:12 media/duration error']);
	const english = fixture('film.mp4', 'film.en.mp4');
	expect(
		await check(english, fields('durationSeconds: 2', 'durationSeconds: 2\ndurationSecondsIn: { en: 9 }')),
	).toEqual(expect.arrayContaining(['vi.mdx:13 media/duration error']));
	expect(await check(fields('durationSeconds: 2', 'durationSeconds: 2\ndurationSecondsIn: { en: 2 }'))).toEqual([
		'vi.mdx:13 media/missing error',
	]);
});

test('files that cannot be published are told by what is wrong with them', async () => {
	expect(await check(write('film.vi.mp4', ''))).toEqual(['film.vi.mp4:1 media/broken error']);
	expect(await check(fixture('film.webm', 'film.vi.mp4'))).toEqual(['film.vi.mp4:1 media/type error']);
	expect(await check(fixture('film-with-place.mp4', 'film.vi.mp4'))).toEqual(['film.vi.mp4:1 media/private error']);
	expect(await check((root) => truncate(join(root, entry, 'film.vi.mp4'), 41_000_000))).toEqual([
		'film.vi.mp4:1 media/huge error',
	]);
	expect(await check(write('film.vi.srt', '1\n'))).toEqual(['film.vi.srt:1 media/format error']);
	expect(await check(write('film.xx.mp4', ''))).toContain('film.xx.mp4:1 media/unused warning');
});

test('a film in a text has its file, captions and words as well', async () => {
	const show = (tag: string): Change => fields(/$/, `\n${tag}\n`);
	expect(await check(show('<Video src="./film.mp4" title="Phim">\n\nLời.\n\n</Video>'))).toEqual([]);
	expect(await check(show('<Video src="./other.mp4" title="Phim">\n\nLời.\n\n</Video>'))).toEqual([
		'vi.mdx:21 media/missing error',
	]);
	expect(await check(show('<Audio src="./film.mp4" title="Phim">\n\nLời.\n\n</Audio>'))).toEqual([
		'vi.mdx:21 media/missing error',
	]);
	expect(await check(show('<Video src="./film.mp4" title="Phim" />'))).toEqual([
		'vi.mdx:21 structure/component-inside error',
	]);
	expect(await check(show('<Video src="./film.mp4" title="Phim" poster="./x.svg">\n\nLời.\n\n</Video>'))).toEqual([
		'vi.mdx:21 picture/missing error',
	]);
});

const captions = (...cues: readonly string[]) => Buffer.from(`WEBVTT\n\n${cues.join('\n\n')}\n`);
const told = (bytes: Buffer, tag?: string) =>
	captionFaults(bytes, tag).faults.map(({ line, code, severity }) => `${line} ${code} ${severity}`);

test('captions that touch are right, and those that overlap, run backwards or stand in the wrong order are not', () => {
	expect(told(captions('00:00.000 --> 00:02.000\nLời.', '00:02.000 --> 00:04.000\nLời.'))).toEqual([]);
	expect(told(captions('00:00.000 --> 00:02.100\nLời.', '00:02.000 --> 00:04.000\nLời.'))).toEqual([
		'6 captions/order error',
	]);
	expect(told(captions('00:05.000 --> 00:06.000\nLời.', '00:01.000 --> 00:04.000\nLời.'))).toEqual([
		'6 captions/order error',
	]);
	expect(told(captions('00:05.000 --> 00:05.000\nLời.'))).toEqual(['3 captions/order error']);
});

test('captions too long, too many lines, too fast and too slow are warned of', () => {
	const line = 'Một dòng phụ đề vừa phải.';
	expect(told(captions(`00:00.000 --> 00:05.000\n${line}\n${line}`))).toEqual([]);
	for (const cue of [
		`00:00.000 --> 00:09.000\n${line}\n${line}\n${line}`,
		`00:00.000 --> 00:09.000\n${line} ${line}`,
		`00:00.000 --> 00:01.000\n${line}\n${line}`,
		`00:00.000 --> 00:20.000\n${line}`,
	])
		expect(told(captions(cue))).toEqual(['3 captions/reading warning']);
});

test('the language of captions is judged by their letters and small words', () => {
	const korean = captions('00:00.000 --> 00:05.000\n개막식에는 정식 대표 삼백구십육 명이\n참석했습니다.');
	expect(told(korean, 'ko')).toEqual([]);
	expect(told(korean, 'zh-Hans')).toEqual(['3 captions/language error']);
	expect(told(korean)).toEqual([]);
});

test('captions in another encoding and without any caption are told', () => {
	expect(told(Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nL\xf4i.\n', 'latin1'))).toEqual([
		'1 captions/form error',
	]);
	expect(told(Buffer.from('WEBVTT\n'))).toEqual(['1 captions/empty error']);
});
