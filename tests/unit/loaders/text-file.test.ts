import { expect, test } from 'vitest';
import { readText } from '#loaders/text-file.ts';

const head = '---\nkind: page\n---\n\n';
const front = (text: string) =>
	readText('a/vi.mdx', text).frontMatter.faults.map(
		({ line, column, code, cause }) => `${line}:${column} ${code} ${cause}`,
	);
const body = (text: string) =>
	readText('a/vi.mdx', head + text).faults.map(
		({ line, column, code, cause, otherLine }) =>
			`${line - 4}:${column} ${code}${cause ? ` ${cause}` : ''}${otherLine === undefined ? '' : ` ${otherLine - 4}`}`,
	);

test('spaces after the hyphens and values with hyphens are nothing to speak of', () => {
	for (const text of [
		'--- \nkind: page\n---  \n\nLời.\n',
		'---\nkind: page\ntitle: a ---\n---\n\nLời.\n',
		'---\nkind: |\n  a\n  ---\n  b\n---\n\nLời.\n',
		'---\nkind: page\n---\n\n---\n\nLời.\n',
		'---\nkind: page\n---',
	]) {
		expect(front(text)).toEqual([]);
		expect(readText('a/vi.mdx', text).markdown).toBeDefined();
	}
});

test.each([
	['an empty file', '', '1:1 front-matter/missing no-text'],
	['words alone', 'Lời.\n', '1:1 front-matter/missing none'],
	['no first line', 'title: a\n---\n\nLời.\n', '1:1 front-matter/missing no-opening'],
	['an empty line first', '\n---\ntitle: a\n---\n', '1:1 front-matter/missing lines-before'],
	['a space first', ' ---\ntitle: a\n---\n', '1:1 front-matter/missing indented'],
	['a sign that nobody sees first', '\u200b---\ntitle: a\n---\n', '1:1 front-matter/missing invisible'],
	['words first', 'Lời.\n---\ntitle: a\n---\n', '1:1 front-matter/missing words-before'],
	['a dash of Word', '—\ntitle: a\n---\n', '1:1 front-matter/missing hyphens'],
	['four hyphens', '----\ntitle: a\n---\n', '1:1 front-matter/missing hyphens'],
	['TOML', '+++\ntitle = "a"\n+++\n', '1:1 front-matter/missing toml'],
	['JSON', '{\n"title": "a"\n}\n', '1:1 front-matter/missing json'],
	['a code block', '```yaml\n---\ntitle: a\n---\n```\n', '1:1 front-matter/missing fence'],
	['a last line of Word', '---\ntitle: a\n—\n\nLời.\n', '3:1 front-matter/missing closing'],
	['a last line further in', '---\ntitle: a\n  ---\n\nLời.\n\n---\n\nHết.\n', '3:1 front-matter/missing closing'],
	['no last line', '---\ntitle: a\nbring:\n  - b\n\nLời.\n', '5:1 front-matter/missing never-closed'],
	['no fields', '---\n---\n\nLời.\n', '1:1 front-matter/missing empty'],
	['a list', '---\n- title: a\n---\n', '2:1 yaml/form stray-dash'],
	['a sentence', '---\nTrang thử\n---\n', '2:1 yaml/form no-colon'],
])('%s instead of fields is told once, and nothing is said of fields', (_what, text, expected) => {
	expect(front(text)).toEqual([expected]);
	expect(readText('a/vi.mdx', text).faults).toEqual([]);
	expect(readText('a/vi.mdx', text).frontMatter.data).toBeUndefined();
});

test('a second block of fields is told', () => {
	expect(body('Lời.\n---\ntitle: Hai\n---\n\nLời.\n')).toEqual(['2:1 front-matter/twice 4']);
	for (const right of [
		'Lời.\n\n---\n\nLời.\n',
		'Lời.\n\n---\nGhi chú: hai.\n\n---\n',
		'```\n---\ntitle: a\n---\n```\n',
	])
		expect(body(right)).toEqual([]);
	expect(body('---\ntitle: Hai\nkind: a\n---\n\nLời.\n')).toEqual(['1:1 front-matter/twice 4']);
});

test.each([
	['less than a number', 'Tỷ lệ <30%.', ['1:7 mdx/unexpected-character sign']],
	['an arrow', 'Chợ <-> bến.', ['1:5 mdx/unexpected-character sign']],
	['signs of different', 'a <> b', ['1:3 mdx/unexpected-character empty']],
	['a conflict of Git', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x', ['1:1 file/conflict']],
	['less than a letter', 'Khi a<b thì dừng.', ['1:6 mdx/tag no-end']],
	['a component without an end', 'Chợ <Fact id="a"/', ['1:5 mdx/tag no-end']],
	['a component never closed', '<Callout kind="note">\n\nLời.', ['1:1 mdx/tag unclosed']],
	['a component closed nowhere near', '<Callout kind="note">Lời.\n\nHai.\n\n</Callout>', ['1:1 mdx/tag split 5']],
	['a closing tag of another name', '<Steps>\n\n1. a\n\n</Step>', ['5:1 mdx/tag crossed 1']],
	['crossed components', '<Callout>\n\n<Steps>\n\n1. a\n\n</Callout>\n\n</Steps>', ['7:1 mdx/tag crossed 3']],
	['a closing tag alone', 'Lời.\n\n</Callout>', ['3:1 mdx/tag not-open']],
	['a closing tag inside bold', '<Callout>\n\n**a\n\n</Callout>**', ['5:1 mdx/tag inside 1']],
	['curly quotes', 'Chợ <Fact id=“a” />.', ['1:14 mdx/tag curly-quotes']],
	['one curly quote', 'Chợ <Fact id="a” />.', ['1:16 mdx/tag curly-quotes']],
	['no quotes', '<Callout kind=note>\n\nLời.\n\n</Callout>', ['1:15 mdx/tag no-quotes']],
	['a quote not closed', 'Chợ <Fact id="a />.', ['1:14 mdx/tag quote-open']],
	['a quote not closed before the next attribute', 'Chợ <Fact id="a form="b" />.', ['1:14 mdx/tag quote-open']],
	['a wide sign', 'Chợ <Fact id＝"a" />.', ['1:13 mdx/tag full-width']],
	['a comma', 'Chợ <Fact, id="a" />.', ['1:5 mdx/tag malformed']],
	['code in an attribute', 'Chợ <Fact id={a b} />.', ['1:14 body/attribute-code id']],
	['an address', 'Xem <https://example.org/a>.', ['1:5 mdx/tag address']],
	['a mail address', 'Gửi <a@example.org>.', ['1:5 mdx/tag address']],
	['a comment', 'Lời <!-- hỏi lại\nsau --> và.', ['1:5 body/html comment']],
	['a declaration', '<!DOCTYPE html>\n\nLời.', ['1:1 body/html declaration']],
	['a brace', 'Phí {50.000 đồng.', ['1:5 body/expression']],
	['words in braces', 'Điền {họ và tên}.', ['1:6 body/expression']],
	['double braces', 'Điền {{< tên >}}.', ['1:6 body/expression']],
	['a row of braces', '{'.repeat(2000), ['1:1 body/expression']],
	['a blank to fill in', 'Điền <họ tên>.', ['1:6 mdx/tag unclosed']],
])('%s is told where it stands', (_what, text, expected) => {
	expect(body(text)).toEqual(expected);
});

test('all such places of one text are told, and its other words are there for the other checks', () => {
	const text = 'Trẻ <14 tuổi, phí {50.000 đồng}, <Fact id=“a” />.\n\nXem [trang](/x/) và `<5 {`.\n';
	expect(body(text)).toEqual([
		'1:5 mdx/unexpected-character sign',
		'1:19 body/expression',
		'1:43 mdx/tag curly-quotes',
	]);
	const { markdown, html } = readText('a/vi.mdx', head + text);
	expect(markdown?.children.at(-1)).toMatchObject({
		children: [{ value: 'Xem ' }, { type: 'link', url: '/x/' }, { value: ' và ' }, { value: '<5 {' }, { value: '.' }],
		position: { start: { line: 7 } },
	});
	expect(JSON.stringify(markdown)).toContain('"name":"Fact"');
	expect(html).toBeDefined();
});

test('a text of nothing but bad tags ends in time', () => {
	for (const piece of ['<br> ', '<Callout kind="note">\n\n', '<5 ', '</a> ', '<!-- ', '<a b="c> '])
		expect(readText('a/vi.mdx', head + piece.repeat(1900)).faults.length).toBeLessThan(22);
});
