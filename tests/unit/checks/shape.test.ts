import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkShape } from '#checks/shape.ts';
import { shapeContent } from '#schema/content.ts';
import { facts, folderOf, page, site } from './folder-of.ts';

const check = (files: Readonly<Record<string, string>>) => checkShape(shapeContent(folderOf(files)).issues, 'content');
/** Messages about `about/test/vi.mdx` with fields put into it. */
const told = (fields: Readonly<Record<string, string>>) =>
	check({ 'about/test/vi.mdx': page(fields) }).map(({ line, code, say }) => `${line} ${code} ${say.en}`);
const register = (file: string, text: string) =>
	check({ [file]: text }).map(({ line, code, say }) => `${line} ${code} ${say.vi}`);

test('a right text is passed without a word', () => {
	expect(told({})).toEqual([]);
});

test('fields with the names that every object has are told like any other', () => {
	for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
		expect(told({ [name]: 'x' })[0]).toContain(`9 field/unknown There is no field \`${name}\`.`);
	expect(told({ kind: 'constructor' })[0]).toContain('2 entry/kind There is no kind `constructor`.');
	expect(told({ position: '{ __proto__: 1 }', kind: 'page' })[0]).toContain('field/unknown');
});

test('of thousands of wrong fields fifty are told, and how many there are', () => {
	const fields = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, '1']));
	const found = told(fields);
	expect(found).toHaveLength(50);
	expect(found.at(-1)).toContain('This file has 450 more faults of this sort');
});

describe('a field by another name', () => {
	test.each([
		['tieude', 'title'],
		['tiêu đề', 'title'],
		['Title', 'title'],
		['mô tả', 'description'],
		['ngày', 'date'],
		['published', 'date'],
		['loai', 'kind'],
		['trangthai', 'status'],
		['cap', 'level'],
		['publish_at', 'publishAt'],
		['tags', 'topics'],
		['image', 'cover'],
		['alt', 'coverAlt'],
		['author', 'reviewedBy'],
		['nguon', 'sources'],
		['aliases', 'redirectFrom'],
	])('%s names %s', (typed, meant) => {
		const found = told({ ...(meant === 'title' || meant === 'description' ? { [meant]: '' } : {}), [typed]: 'x' });
		expect(found.find((line) => line.includes('field/unknown'))).toContain(`\`${meant}\``);
	});

	test('is told once, and not as missing too', () => {
		expect(told({ title: '', tieude: 'Trang' })).toEqual([
			'8 field/unknown There is no field `tieude`. Did you mean `title`? Correct the name or delete the line.',
		]);
	});

	test('says where the matter is written that is no field', () => {
		expect(told({ draft: 'true' })[0]).toContain('`status: draft`');
		expect(told({ lang: 'vi' })[0]).toContain('The language is the name of the file');
		expect(told({ slug: 'a' })[0]).toContain('name of its folder');
	});

	test('of another kind names that kind', () => {
		expect(told({ opening: '7 giờ' })[0]).toContain('belongs to the kind `place`; this text says `kind: page`');
	});

	test('inside a group lists the fields of that group', () => {
		const found = told({ sources: '[{ title: A, publisher: B, link: "https://example.org/a" }]' });
		expect(found).toEqual([expect.stringContaining('There is no field `link`. Did you mean `url`?') as string]);
	});
});

test('a text without a known kind is not told that fields of other kinds are unknown', () => {
	expect(told({ kind: 'cho', opening: '7 giờ' }).map((line) => line.split(' ')[1])).toEqual(['entry/kind']);
});

test('kinds of the section alone are listed, and a Vietnamese name finds its kind', () => {
	expect(told({ kind: 'tin tức' })[0]).toBe(
		'2 entry/kind There is no kind `tin tức`. Did you mean `news`? Kinds in `about/`: event, question, clarification, page, news, video, audio.',
	);
});

describe('a date', () => {
	test.each([
		['03/02/2026', 'If it is 3 February 2026, write `2026-02-03`.'],
		['30/02/2026', 'The last day of that month is `2026-02-28`.'],
		['2026-04-31', 'The last day of that month is `2026-04-30`.'],
		['01.02.2026', '`2026-02-01`'],
		['2026/2/1', '`2026-02-01`'],
		['ngày 1 tháng 2 năm 2026', '`2026-02-01`'],
		['1 February 2026', '`2026-02-01`'],
		['20260201', '`2026-02-01`'],
		['2026-31-01', '`2026-01-31`'],
		['2206-02-01', 'a year outside 1900–2100'],
		['0026-02-01', 'a year outside 1900–2100'],
		['hôm nay', 'Example: `2026-02-28`.'],
		['2026', 'Example: `2026-02-28`.'],
	])('%s', (typed, mend) => {
		const [found = ''] = told({ date: typed });
		expect(found).toContain('5 field/date');
		expect(found).toContain(mend);
	});

	test('that is not there is an empty field', () => {
		expect(told({ date: '""' })[0]).toContain('field/empty');
	});

	test('with an hour and no zone is given one', () => {
		expect(told({ publishAt: '2026-02-01 8:00' })[0]).toContain('Write `2026-02-01T08:00:00+07:00`.');
	});

	test('of a source may be a bare year', () => {
		expect(told({ sources: '[{ title: A, publisher: B, url: "https://example.org/a", date: 2025 }]' })).toEqual([]);
	});
});

test('a value of the wrong type is shown in its right form', () => {
	expect(told({ title: '2026' })[0]).toContain('`title: "2026"`');
	expect(told({ title: '[Mới] ' })[0]).toContain('`title: "Mới"`');
	expect(told({ title: '{ vi: Chợ }' })[0]).toContain('`title: "Chợ"`');
	expect(told({ topics: 'cho, song' })[0]).toContain('Write: `topics: [cho, song]`.');
	expect(told({ topics: 'cho' })[0]).not.toContain('quotes');
	expect(told({ reviewEvery: '6' })[0]).toContain('`reviewEvery: 6 tháng`');
	const [video = ''] = check({
		'congress/before/film/vi.mdx': page({
			kind: 'video',
			link: 'https://example.org/a',
			durationSeconds: '"2:35"',
		}),
	}).map(({ say }) => say.en);
	expect(video).toContain('`durationSeconds: 155`');
});

test('an empty field says whether it may be deleted', () => {
	expect(told({ updated: '""' })[0]).toContain('Fill it in or delete the line.');
	expect(told({ description: '""' })[0]).toContain('The field `description` is required: fill it in.');
	expect(told({ summary: '""' })[0]).toContain('field/empty');
});

test('a summary that is too long is counted', () => {
	expect(told({ summary: 'từ '.repeat(75).trim() })[0]).toContain(
		'`summary` has 75 words, at most 60 are allowed. Take at least 15 away',
	);
});

test('a value of the wrong form comes with its bounds, an example and what was meant', () => {
	expect(told({ topics: '[chợ cũ]' })[0]).toContain('Item 1 of `topics` is `chợ cũ`');
	expect(told({ topics: '[chợ cũ]' })[0]).toContain('Write: `cho-cu`.');
	expect(told({ cover: 'anh.jpg' })[0]).toContain('Write: `cover: ./anh.jpg`.');
	expect(told({ redirectFrom: '["https://example.org/cu/a.html?b#c"]' })[0]).toContain('Write: `/cu/a.html?b`.');
	for (const address of ['/../etc/passwd', '//evil.example/x', '/a\\\\b', '/a?b?c', '/a#b', 'cu', '/%2e%2e/a'])
		expect(told({ redirectFrom: `["${address}"]` })[0]).toContain('field/form');
	expect(told({ redirectFrom: '["/cu/trang-cu.html", "/chợ/", "/index.php?id=12"]' })).toEqual([]);
	const source = (url: string) => told({ sources: `[{ title: A, publisher: B, url: "${url}" }]` })[0];
	expect(source('https://example.org/bao cao')).toContain('Write: `url: https://example.org/bao%20cao`.');
	expect(source('https://admin:matkhau@example.org/a')).toContain('Delete what stands before the `@`');
	expect(source('https://localhost:4321/a')).toContain('localhost');
	expect(source('www.example.org/a')).toContain('Write: `url: https://www.example.org/a`.');
	expect(source('https://example.org/báo-cáo?id=1&b=2#muc')).toBeUndefined();
});

test('a closed list knows what people write for its values', () => {
	expect(told({ status: 'đã duyệt' })[0]).toContain('Did you mean `approved`?');
	expect(told({ level: 'phường' })[0]).toContain('Did you mean `ward`?');
	expect(told({ audiences: '[tourist]' })[0]).toContain('Did you mean `visitor`?');
});

test('a text without fields, or with fields that cannot be read, has been told so: nothing is added', () => {
	for (const text of ['Một câu.\n', '---\n---\n\nLời.\n', '---\nMột câu.\n---\n\nLời.\n'])
		expect(check({ 'about/test/vi.mdx': text })).toEqual([]);
});

test('a translation is told where its own day is written', () => {
	const [found] = check({
		'about/test/vi.mdx': page(),
		'about/test/en.mdx': '---\ntitle: A\ndescription: B.\ntranslation: human\ndate: 2026-01-01\n---\n\nWords.\n',
	});
	expect(found).toMatchObject({ code: 'translation/source-field', line: 5 });
	expect(found?.say.vi).toContain('Ngày sửa của bản dịch viết ở `updated`.');
});

describe('a record', () => {
	const fact = (lines: string) => register('facts.yaml', `${facts}- id: stalls\n${lines}`);
	test('is named by its id', () => {
		expect(fact('  kind: number\n  value: 5\n  asOf: unknown\n')).toEqual([
			expect.stringMatching(/^13 field\/missing Mục `stalls`: thiếu `sources`\./) as string,
		]);
	});
	test('without an id is named by its number', () => {
		expect(register('facts.yaml', `${facts}- kind: text\n  value: "114"\n  sources: []\n`)[0]).toContain(
			'Mục thứ 3: thiếu `id`.',
		);
	});
	test('of an unknown kind is shown the kinds', () => {
		expect(fact('  kind: số\n  value: 5\n  sources: []\n')[0]).toContain(
			'không nhận giá trị `số`. Có phải `number`? Các giá trị được dùng: number, money, range, date, text.',
		);
	});
	test.each([
		['"125.400"', 'value: 125400'],
		['"1.234.567"', 'value: 1234567'],
		['"1,5"', 'value: 1.5'],
		['125 400', 'value: 125400'],
		['8%', 'unit: percent'],
		['~125400', 'qualifier: about'],
		['125400 lượt', 'value: 125400'],
	])('with the value %s is told what to type', (value, mend) => {
		const [found = ''] = fact(`  kind: number\n  value: ${value}\n  asOf: unknown\n  sources: []\n`);
		expect(found).toContain('field/type Mục `stalls`: `value`');
		expect(found).toContain(mend);
		expect(found).not.toContain('Đặt trong dấu ngoặc kép');
	});
	test('may give a year without quotes', () => {
		expect(fact('  kind: number\n  value: 5\n  asOf: 2025\n  sources: []\n')).toEqual([]);
	});
	test('with a period in another order is shown the right one', () => {
		expect(fact('  kind: number\n  value: 5\n  asOf: 01/2026\n  sources: []\n')[0]).toContain('Viết `2026-01`.');
		expect(fact('  kind: number\n  value: 5\n  asOf: quý I/2026\n  sources: []\n')[0]).toContain('Viết `2026-Q1`.');
	});
	test('with a day that is none, or two days in the wrong order', () => {
		const date = (value: string) => fact(`  kind: date\n  value: "${value}"\n  sources: []\n`)[0];
		expect(date('2026-02-30')).toContain('field/date');
		expect(date('2026-01-23/2026-01-19')).toContain('`"2026-01-19/2026-01-23"`');
		expect(date('1930-02-03')).toBeUndefined();
		expect(date('0813')).toBeUndefined();
	});
	test('that is empty is told to be', () => {
		expect(register('facts.yaml', `${facts}- \n`)[0]).toContain('13 field/empty');
	});
	test('of a document has an example of a document’s id', () => {
		expect(
			register('documents.yaml', '- id: 09/QĐ-UBND\n  type: decision\n  issuer: { vi: A }\n  title: { vi: B }\n')[0],
		).toContain('Viết: `id: 09-qd-ubnd`.');
	});
});

test('a register that is no list is told how one begins', () => {
	expect(register('facts.yaml', 'stalls:\n  kind: number\n')[0]).toContain('`- id: …`');
	expect(register('facts.yaml', '# chưa có gì\n')).toEqual([]);
});

test('site.yaml: zone, tags, phone and lists name their form', () => {
	const told = (from: string, to: string) => register('site.yaml', site.replace(from, to));
	expect(told('address:', 'zone: Asia/Hanoi\naddress:')[0]).toContain('Viết: `zone: Asia/Ho_Chi_Minh`.');
	expect(told('tag: en,', 'tag: en-Haaaaaaaaaans,')[0]).toContain('field/form');
	expect(told('name: English,', 'formats: english, name: English,')[0]).toContain('field/form');
	expect(told('{ id: desk,', '{ id: desk, phone: 0258.3822.024,')[0]).toContain('Viết: `phone: 0258 3822 024`.');
	expect(told('{ id: desk,', '{ id: desk, phone: 0258.3822.024,')[0]).toContain('(mục `desk` của `contacts`)');
	expect(told('intro: { vi: Lời }', 'intro: { vi: Lời }, figures: [a, b, c, d, e]')[0]).toContain(
		'Danh sách này có 5 mục, nhiều nhất là 4.',
	);
	expect(told('title: { vi: Trang, en: Site }', 'title: Trang')[0]).toContain('title: { vi: "Trang" }');
});

test('whatever stands in a register or in front matter, the check says something and never breaks', () => {
	const name = fc.oneof(
		fc.constantFrom('id', 'kind', 'value', 'sources', 'title', 'locales', '__proto__', 'constructor', 'toString', 'vi'),
		fc.string({ maxLength: 6 }),
	);
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3 },
			fc.constantFrom(null, '', 'number', 'page', 'vi', '2026-01-01', 3, true),
			fc.string({ maxLength: 8 }),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(name, tie('value'), { maxKeys: 4 }),
		),
	}));
	fc.assert(
		fc.property(
			value,
			fc.constantFrom('site.yaml', 'facts.yaml', 'documents.yaml', 'about/test/vi.mdx'),
			(data, file) => {
				const text = JSON.stringify(data);
				for (const { say } of check({ [file]: file.endsWith('.mdx') ? `---\n${text}\n---\n\nLời.\n` : text }))
					expect([say.vi.length, say.en.length].every((length) => length > 20)).toBe(true);
			},
		),
		{ numRuns: 300 },
	);
});
