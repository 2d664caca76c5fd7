import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWords } from '#checks/words.ts';

const locales = [
	{ locale: 'vi', tag: 'vi' },
	{ locale: 'ru', tag: 'ru' },
];

async function change(file: string, edit: (words: Record<string, string>) => void) {
	const folder = await mkdtemp(join(tmpdir(), 'i18n-'));
	await cp('i18n', folder, { recursive: true });
	const words = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, string>;
	edit(words);
	await writeFile(join(folder, file), JSON.stringify(words, null, '\t'));
	const problems = await checkWords(folder, locales, 'i18n');
	await rm(folder, { recursive: true });
	return problems.map((problem) => `${problem.file} ${problem.code}`);
}

test('the words of this repository are complete', async () => {
	expect(
		await checkWords(
			'i18n',
			[...locales, { locale: 'en', tag: 'en' }, { locale: 'ko', tag: 'ko' }, { locale: 'zh', tag: 'zh-Hans' }],
			'i18n',
		),
	).toEqual([]);
});

test('a missing word, an extra one, a misspelt placeholder, a lost plural form and HTML are found', async () => {
	expect(await change('ru/common.json', (words) => delete words['skip'])).toEqual([
		'i18n/ru/common.json words/missing',
	]);
	expect(await change('ru/common.json', (words) => (words['skipp'] = 'x'))).toEqual([
		'i18n/ru/common.json words/extra',
	]);
	expect(await change('ru/common.json', (words) => (words['state'] = '{{daet}}'))).toEqual([
		'i18n/ru/common.json words/placeholder',
	]);
	expect(await change('ru/entry.json', (words) => delete words['minutes_few'])).toEqual([
		'i18n/ru/entry.json words/plural',
	]);
	expect(await change('ru/common.json', (words) => (words['skip'] = '<b>x</b>'))).toEqual([
		'i18n/ru/common.json words/html',
	]);
});

/** Checks a copy of the words after a change to its folder; five languages. */
async function spoil(change: (folder: string) => Promise<unknown> | undefined) {
	const folder = await mkdtemp(join(tmpdir(), 'i18n-'));
	await cp('i18n', folder, { recursive: true });
	await change(folder);
	const all = [...locales, { locale: 'en', tag: 'en' }, { locale: 'ko', tag: 'ko' }, { locale: 'zh', tag: 'zh-Hans' }];
	const problems = await checkWords(folder, all, 'i18n');
	await rm(folder, { recursive: true });
	return problems;
}
const places = (problems: Awaited<ReturnType<typeof spoil>>) =>
	problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
const swap = (file: string, from: string, to: string) => async (folder: string) => {
	const text = await readFile(join(folder, file), 'utf8');
	expect(text).toContain(from);
	await writeFile(join(folder, file), text.replace(from, to));
};

test.each([
	['a number', '"search": 5,'],
	['nothing', '"search": null,'],
	['a list', '"search": ["Tìm"],'],
	['a group', '"search": { "short": "Tìm }" },'],
])('%s in place of words is told at its line', async (_what, line) => {
	expect(places(await spoil(swap('en/common.json', '"search": "Search",', line)))).toEqual([
		'i18n/en/common.json:6:2 words/value',
	]);
	expect(places(await spoil(swap('vi/common.json', '"search": "Tìm kiếm",', line)))).toEqual([
		'i18n/vi/common.json:6:2 words/value',
	]);
});

test.each([
	['a missing comma', '"search": "Search",', '"search": "Search"', '6:20', 'dấu phẩy'],
	['a comma too many', '"comma": ", "', '"comma": ", ",', '23:15', 'Xóa dấu phẩy'],
	['an unclosed quote', '"search": "Search",', '"search": "Search,', '6:12', 'mở ngoặc kép'],
	['curly quotes', '"search": "Search",', '"search": “Search”,', '6:12', 'ngoặc kép thẳng'],
	['quotes inside quotes', '"search": "Search",', '"search": "Sea "r" ch",', '6:18', 'ngoặc kép thẳng'],
	['a comment', '"search": "Search",', '// x\n\t"search": "Search",', '6:2', 'ghi chú'],
	['a lost colon', '"search": "Search",', '"search" "Search",', '6:2', 'hai chấm'],
	['a single quote', '"search": "Search",', "'search': 'Search',", '6:2', 'ngoặc kép thẳng'],
	['a backslash', '"search": "Search",', '"search": "C:\\data",', '6:12', 'Xóa dấu này'],
])('%s in a file of words is told at its line with its mend', async (_what, from, to, place, says) => {
	const problems = await spoil(swap('en/common.json', from, to));
	expect(places(problems)).toEqual([`i18n/en/common.json:${place} words/file`]);
	expect(problems[0]?.say.vi).toContain(says);
});

test('a fault of a Vietnamese file is told there only', async () => {
	expect(places(await spoil(swap('vi/common.json', '"Tìm kiếm",', '"Tìm kiếm"')))).toEqual([
		'i18n/vi/common.json:6:22 words/file',
	]);
});

test('a file that is missing, cut short, empty or in another encoding is told as what it is', async () => {
	const say = async (change: (folder: string) => Promise<unknown>) => {
		const problems = await spoil(change);
		expect(places(problems)).toEqual([expect.stringMatching(/^i18n\/ko\/common\.json:\d+:\d+ words\/file$/)]);
		return problems[0]?.say.en;
	};
	const write = (bytes: string | Buffer) => (folder: string) => writeFile(join(folder, 'ko/common.json'), bytes);
	expect(await say((folder) => rm(join(folder, 'ko/common.json')))).toContain('is missing');
	expect(await say(write('{\n"skip": "x",'))).toContain('lacks its last');
	expect(await say(write(''))).toContain('is empty');
	expect(await say(write(Buffer.from('\ufeff{}', 'utf16le')))).toContain('UTF-16');
	expect(await say(write(Buffer.from([0x7b, 0xff, 0x7d])))).toContain('not UTF-8');
	expect(await say(write('{}\n{}'))).toContain('After the last');
	expect(await say(write('['.repeat(100_000)))).toContain('must start with');
	expect(await say(write(' '.repeat(1_100_000)))).toContain('larger than 1 MB');
});

test('a pipe in place of a file is told and not opened', async () => {
	const problems = await spoil(async (folder) => {
		await rm(join(folder, 'ko/common.json'));
		execFileSync('mkfifo', [join(folder, 'ko/common.json')]);
	});
	expect(places(problems)).toEqual(['i18n/ko/common.json:1:1 words/file']);
});

test('a byte-order mark and Windows line ends are borne, letters typed apart are warned of', async () => {
	const changed = (change: (text: string) => string) =>
		spoil(async (folder) => {
			const file = join(folder, 'ko/common.json');
			await writeFile(file, change(await readFile(file, 'utf8')));
		});
	expect(await changed((text) => `\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
	const apart = await changed((text) => text.normalize('NFD'));
	expect(apart.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['characters/decomposed warning']);
});

test('letters of another alphabet, invisible ones and words in another language are told in interface words too', async () => {
	const told = async (file: string, from: string, to: string) =>
		(await spoil(swap(file, from, to))).map(({ line, code }) => `${line} ${code}`);
	expect(await told('en/common.json', 'Search', 'Se\u0430rch')).toEqual(['6 characters/look-alike']);
	expect(await told('en/common.json', 'Search', 'Se\u200barch')).toEqual(['6 characters/invisible']);
	expect(await told('zh/common.json', '搜索', '關於搜索')).toEqual(['6 characters/traditional']);
	expect(await told('ru/common.json', '"skip": "', '"skip": "skip to content", "x": "')).toContain('2 language/wrong');
});

test.each([
	['en/common.json', 'Skip to content', 'Zum Inhalt springen', 'language/wrong'],
	['en/common.json', 'All pages', 'Toutes les pages', 'language/wrong'],
	['en/common.json', '"Search"', '"Поиск"', 'language/wrong'],
	['vi/common.json', 'Chuyển đến nội dung', 'Chuyen den noi dung', 'language/wrong'],
	['vi/common.json', '"Tìm kiếm"', '"Search"', 'language/wrong'],
	['ru/common.json', '"Поиск"', '"Search"', 'language/wrong'],
	['ko/common.json', '"검색"', '"搜索"', 'language/wrong'],
	['zh/common.json', '跳到正文', '本文へスキップ', 'language/wrong'],
	['ru/common.json', 'О сайте', 'O сайте', 'characters/look-alike'],
	['en/common.json', 'Skip to content', 'Skip to “content', 'characters/unbalanced'],
	['en/common.json', 'Skip to content', 'Skip to to content', 'characters/doubled-word'],
	['en/common.json', 'Skip to content', 'Skip to content ２', 'characters/full-width'],
	['en/common.json', 'Skip to content', 'Skip &amp; read', 'words/html'],
	['en/common.json', 'Skip to content', 'Skip $t(home)', 'words/placeholder'],
	['en/common.json', 'Skip to content', 'TODO', 'words/missing'],
])('in %s the slip of “%s” made “%s” is told as %s', async (file, from, to, code) => {
	const problems = await spoil(swap(file, from, to));
	expect(problems.map((problem) => `${problem.file} ${problem.code}`)).toEqual([`i18n/${file} ${code}`]);
});

test('a key that stands twice is told with the line of the first', async () => {
	const problems = await spoil(
		swap('en/common.json', '"search": "Search",', '"search": "Search",\n\t"search": "Find",'),
	);
	expect(places(problems)).toEqual(['i18n/en/common.json:7:2 words/duplicate']);
	expect(problems[0]?.say.en).toContain('line 6');
});

test('all missing keys of a file are named, with the line to copy', async () => {
	const problems = await spoil(async (folder) => {
		await swap('en/common.json', '\t"skip": "Skip to content",\n', '')(folder);
		await swap('en/common.json', '\t"search": "Search",\n', '')(folder);
	});
	expect(places(problems)).toEqual(['i18n/en/common.json:1:1 words/missing']);
	expect(problems[0]?.say.vi).toContain('`skip`, `search`');
});

test('plural forms are those of the language: missing ones and those it does not use', async () => {
	const lost = await spoil(async (folder) => {
		const file = join(folder, 'ru/entry.json');
		const words = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
		delete words['minutes_few'];
		delete words['minutes_many'];
		await writeFile(file, JSON.stringify(words));
	});
	expect(lost.map(({ say }) => say.vi)).toEqual([expect.stringContaining('`minutes_few`, `minutes_many`')]);
	const extra = await spoil(
		swap('en/entry.json', '"minutes_other"', '"minutes_many": "{{count}} min",\n\t"minutes_other"'),
	);
	expect(extra.map(({ code, say }) => [code, say.en])).toEqual([
		['words/plural', expect.stringContaining('only: one, other')],
	]);
});

test('placeholders are compared whole, and half a pair of braces is told', async () => {
	for (const wrong of ['{{ngày}}', '{{date}', '{date}', '{{ dat e }}', '{{date}} {{time}}'])
		expect(places(await spoil(swap('en/common.json', '{{date}}', wrong)))).toEqual([
			expect.stringMatching(/^i18n\/en\/common\.json:\d+:2 words\/placeholder$/),
		]);
	expect(await spoil(swap('en/entry.json', '{{count}}-minute read', 'One-minute read'))).toEqual([]);
});

test('a file or folder that no language of the site uses is told, another language of the world is not', async () => {
	const names = await spoil(async (folder) => {
		await cp(join(folder, 'en'), join(folder, 'eng-copy'), { recursive: true });
		await cp(join(folder, 'en'), join(folder, 'ja'), { recursive: true });
		await cp(join(folder, 'en'), join(folder, 'ZH'), { recursive: true });
		await cp(join(folder, 'en/common.json'), join(folder, 'en/comon.json'));
	});
	expect(places(names).sort()).toEqual([
		'i18n/ZH:1:1 words/extra',
		'i18n/en/comon.json:1:1 words/extra',
		'i18n/eng-copy:1:1 words/extra',
	]);
	expect(places(await spoil((folder) => rm(join(folder, 'ru'), { recursive: true })))).toEqual([
		'i18n/ru:1:1 words/file',
	]);
});

test('what every other language has is told as missing from the Vietnamese', async () => {
	expect(places(await spoil((folder) => rm(join(folder, 'vi/search.json'))))).toEqual([
		'i18n/vi/search.json:1:1 words/file',
	]);
	expect(places(await spoil(swap('vi/common.json', '\t"search": "Tìm kiếm",\n', '')))).toEqual([
		'i18n/vi/common.json:1:1 words/missing',
	]);
});

test('words left in Vietnamese are told in another language', async () => {
	const problems = await spoil(swap('en/common.json', '"Skip to content"', '"Chuyển đến nội dung"'));
	expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['words/untranslated warning']);
});

test('no interface word lies unused', () => {
	const src = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(astro|ts)$/.test(name));
	const code = src.map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
	const unused = readdirSync('i18n/vi').flatMap((name) => {
		const keys = Object.keys(JSON.parse(readFileSync(join('i18n/vi', name), 'utf8')) as object).map((key) =>
			key.replace(/_(other|one|few|many)$/, ''),
		);
		// Some keys are put together: level + central. Their beginning stands in a template, or their namespace is looked up whole.
		const composed = ['away', 'level', 'origin', 'outcome', 'translation', 'stage'];
		const lookedUp = ['kinds.json', 'sections.json', 'units.json', 'doctypes.json'];
		return lookedUp.includes(name)
			? []
			: keys
					.filter(
						(key) => !code.includes(`'${key}'`) && !composed.some((start) => key.startsWith(start) && key !== start),
					)
					.map((key) => `${name}: ${key}`);
	});
	expect(unused).toEqual([]);
});
