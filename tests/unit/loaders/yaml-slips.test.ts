import { expect, test } from 'vitest';
import { readYaml } from '#loaders/source-file.ts';

/** `line:column cause → mended` of each fault. */
const told = (text: string) =>
	readYaml(text).faults.map(
		({ line, column, code, cause, mended }) =>
			`${line}:${column} ${code.slice(5)}${cause ? ` ${cause}` : ''}${mended === undefined ? '' : ` → ${mended}`}`,
	);

test.each([
	['a colon in a value', 'title: Văn kiện: điểm mới', ['1:8 form colon → title: "Văn kiện: điểm mới"']],
	['a colon at the end of a value', 'title: Văn kiện gồm:\nkind: a', ['1:8 form colon → title: "Văn kiện gồm:"']],
	['curly quotes around a colon', 'title: “Chợ: cũ”', ['1:8 form curly → title: "“Chợ: cũ”"']],
	['no space after the colon', 'kind: a\ntitle:Trang\ndate: b', ['2:1 form colon-space → title: Trang']],
	['a full-width colon', 'title：Trang\nkind: a', ['1:1 form full-width → title: Trang']],
	['an equals sign', 'title = "Trang"\nkind: a', ['1:1 form equals → title: "Trang"']],
	['no colon at all', 'kind: a\ntitle Trang', ['2:1 form no-colon → title: Trang']],
	['a line further in by accident', 'kind: a\n  date: b\nlevel: c', ['2:3 form indent']],
	['a first line further in by accident', ' kind: a\ndate: b', ['1:2 form indent']],
	['a field beside the column of its list item', 'a:\n  - t: x\n   p: y', ['3:4 form indent']],
	['a dash before the first field', '- kind: a\ntitle: b', ['1:1 form stray-dash']],
	['a list without spaces after its dashes', 'topics:\n  -cho\n  -song', ['3:3 form dash']],
	['a list below a value', 'topics: cho\n  - song', ['2:3 form dash']],
	['a tab', 'bring:\n\t- a', ['2:1 tab-as-indent']],
	['no-break spaces', 'bring:\n\u00a0\u00a0- a', ['2:1 form space']],
	['a quote that is not closed', 'title: "Chợ\nkind: "a"\ndate: b', ['1:8 form quote-open → title: "Chợ"']],
	['an apostrophe between single quotes', "title: 'L'Espace'", ['1:8 form apostrophe → title: "L\'Espace"']],
	['words after the quotes', 'title: "Chợ cũ" mở lại', ['1:8 form after-quote → title: "“Chợ cũ” mở lại"']],
	['quotes in quotes', 'title: "Báo "A" viết"', ['1:8 form after-quote → title: "Báo “A” viết"']],
	['a backslash', 'title: "C:\\dữ"', ["1:11 form backslash → title: 'C:\\dữ'"]],
	['a bracket that starts the words', 'title: [Mới] Chợ', ['1:8 form sign → title: "[Mới] Chợ"']],
	['a bracket that is not closed', 'topics: [cho, song\nkind: a', ['1:9 form bracket-open']],
	['a sign of no meaning to people', 'title: @phường', ['1:8 form sign → title: "@phường"']],
	['a greater-than sign', 'title: > 30 hộ', ['1:8 form sign → title: "> 30 hộ"']],
	['a dash that starts the words', 'title: - Chợ', ['1:8 form sign → title: "- Chợ"']],
	['three dots', 'kind: a\n...\ntitle: b', ['2:1 form documents']],
	['a type', 'title: !!js/function "x"', ['1:8 form tag → title: \'!!js/function "x"\'']],
	['an exclamation mark', 'title: !Chú ý', ['1:8 form tag → title: "!Chú ý"']],
	['a name for a value', 'title: &Thẻ tạm trú', ['1:8 alias anchor → title: "&Thẻ tạm trú"']],
	['bold words', 'kind: a\ntitle: **Chợ**', ['2:8 alias alias → title: "**Chợ**"']],
	['words in italics', 'title: *Chợ* cũ', ['1:8 alias alias → title: "*Chợ* cũ"']],
	['fields copied from elsewhere', 'kind: a\n<<: { level: b }', ['2:1 alias merge']],
	['a value cut off by a number sign', 'title: Điểm mới #1', ['1:17 comment → title: "Điểm mới #1"']],
	['a value that starts with a number sign', 'title: #PhuongA', ['1:8 comment → title: "#PhuongA"']],
	['a field that stands twice', 'title: a\nkind: b\ntitle: c', ['3:1 duplicate-key']],
	['no name before the colon', 'kind: a\n: b', ['2:1 form no-key']],
	['a conflict of Git', 'kind: a\n<<<<<<< HEAD\ntitle: b\n=======\ntitle: c\n>>>>>>> x', ['2:1 conflict']],
	['a sentence', 'Trang thử', ['1:1 form no-colon']],
])('%s is told at its own line, with the line as it should be where that is certain', (_what, text, expected) => {
	expect(told(text)).toEqual(expected);
});

test('two slips of one file are told together', () => {
	expect(told('title:Trang\nnote: a: b\nkind: c').map((line) => line.split(' ')[0])).toEqual(['1:1', '2:7']);
});

test('what YAML reads as its author meant it is not told', () => {
	for (const text of [
		'title: Họp lúc 7:30 # ghi chú',
		'kind: page #trang',
		'title: Bài số 1#2',
		'title: "#PhuongA"',
		'title: >-\n  Trang\n  thử: hai',
		'title: Trang\n  thử',
		'title: "Trang\n  thử"',
		'topics: [\n  cho,\n  song,\n]',
		'topics:\n- cho\n- song',
		'sources:\n  - title: a\n    url: https://example.org/a#b\n  - title: b',
		'a: { b: "c, d: e", f: [g] }',
		'---\ntitle: x',
		'title: Ai được cấp thẻ?',
		'title: “Chợ cũ” ở phường',
		"title: 'Trung tâm L''Espace'",
	])
		expect(told(text)).toEqual([]);
});

test('the field that stands first is named by its line', () => {
	expect(readYaml('title: a\nkind: b\ntitle: c\n', 1).faults).toMatchObject([{ name: 'title', line: 4, otherLine: 2 }]);
});

test('twenty thousand fields are found without going through them again and again', () => {
	const file = readYaml(Array.from({ length: 20_000 }, (_, index) => `f${index}: 1`).join('\n'));
	const start = performance.now();
	for (let index = 0; index < 20_000; index++) expect(file.keyPosition([`f${index}`]).line).toBe(index + 1);
	expect(performance.now() - start).toBeLessThan(4000);
});

test('brackets thousands deep are a fault, not a crash', () => {
	for (const text of ['['.repeat(20_000), '{a: '.repeat(9_000), '- '.repeat(9_000)])
		expect(readYaml(text).faults.length).toBeLessThan(21);
});
