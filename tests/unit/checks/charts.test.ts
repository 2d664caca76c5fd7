import { expect, test } from 'vitest';
import { checkCharts } from '#checks/charts.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf, page } from './folder-of.ts';

const facts = `- { id: a, kind: number, value: 3, asOf: "2025", sources: [], note: x, series: [growth], words: { vi: A, en: A } }
- { id: b, kind: number, value: 5, asOf: "2026", sources: [], note: x, series: [growth], words: { vi: B, en: B } }
- { id: km, kind: number, value: 5, unit: kilometer, asOf: unknown, sources: [], note: x, words: { vi: C, en: C } }
- { id: span, kind: range, value: [6, 7], asOf: unknown, sources: [], note: x, words: { vi: D, en: D } }
- { id: day, kind: date, value: "2026-01-01", sources: [], note: x, words: { vi: E, en: E } }
- { id: bare, kind: number, value: 1, asOf: unknown, sources: [], note: x, words: { vi: F } }
- { id: zero, kind: number, value: 0, asOf: unknown, sources: [], note: x, words: { vi: G, en: G } }
`;

/** Places and codes of what is told of a body whose first line is line 10, and of tables beside it. */
function told(body: string, tables: Readonly<Record<string, string>> = {}) {
	const files = Object.fromEntries(Object.entries(tables).map(([name, text]) => [`about/rules/${name}`, text]));
	const folder = folderOf({ 'facts.yaml': facts, 'about/rules/vi.mdx': page({}, body), ...files });
	const { content, issues } = shapeContent(folder);
	if (!content) throw new Error(JSON.stringify(issues));
	return checkCharts(folder, content, 'content').map(
		({ file, line, column, code }) => `${file.slice('content/about/rules/'.length)}:${line}:${column} ${code}`,
	);
}
const chart = (kind: string, data: string, title = 'T') =>
	`<Chart kind="${kind}" ${data} title="${title}" description="D" />`;
const codes = (body: string) => told(body).map((found) => found.replace(/^.* /, ''));

test.each([
	['bar', 'facts="a b"'],
	['column', 'series="growth"'],
	['line', 'facts="b a zero"'],
	['share', 'facts="a b"'],
	['target', 'facts="a span"'],
	['range', 'facts="a b span zero"'],
])('a right chart “%s” of %s is not told of', (kind, data) => {
	expect(told(chart(kind, data))).toEqual([]);
});

test.each([
	['bar', '', 'chart/data'],
	['bar', 'facts=""', 'chart/data'],
	['bar', 'facts="a b" series="growth"', 'chart/data'],
	['bar', 'series="grwth"', 'chart/series'],
	['bar', 'csv="./absent.csv"', 'chart/csv'],
	['bar', 'facts="a span"', 'chart/kind'],
	['column', 'facts="a day"', 'chart/kind'],
	['bar', 'facts="a"', 'chart/kind'],
	['bar', 'facts="zero zero"', 'chart/kind'],
	['share', 'facts="a zero"', 'chart/kind'],
	['target', 'facts="a b span"', 'chart/kind'],
	['target', 'facts="a zero"', 'chart/kind'],
	['target', 'facts="a km"', 'chart/units'],
	['line', 'facts="a km"', 'chart/units'],
	['bar', 'facts="a bare"', 'chart/words'],
])('a chart “%s” with %s is told as %s', (kind, data, code) => {
	expect(codes(chart(kind, data))).toEqual([code]);
});

test('ids that nobody knows are told by another rule, once', () => {
	expect(told(chart('bar', 'facts="nobody nothing"'))).toEqual([]);
});

test('the same chart twice, and a sheet without charts, are told at their lines', () => {
	const [first = ''] = told(chart('bar', ''));
	const line = Number(first.split(':')[1]);
	expect(told(`${chart('bar', 'facts="a b"')}\n\n${chart('bar', 'facts="a b"')}`)).toEqual([
		`vi.mdx:${line + 2}:1 chart/data`,
	]);
	expect(told(`${chart('bar', 'facts="a b"')}\n\n${chart('bar', 'facts="a b"', 'Other')}`)).toEqual([]);
	expect(told('<Infographic title="T" description="D">\n\nLời.\n\n</Infographic>')).toEqual([
		`vi.mdx:${line}:1 chart/data`,
	]);
});

test('slips of a table are told at the cell', () => {
	const use = chart('bar', 'csv="./t.csv"');
	const head = 'vi,en,value,source,url\n';
	const right = 'A,A,3,S,https://example.org/\n';
	expect(told(use, { 't.csv': head + right + right.replace('3', '4') })).toEqual([]);
	expect(told(use, { 't.csv': head + right + 'B,,"1.234,5",S,https://example.org/\n' })).toEqual([
		't.csv:3:5 chart/csv',
		't.csv:3:3 chart/csv',
	]);
	expect(told(use, { 't.csv': `vi,en,valeu,source,url\n${right}` })[0]).toBe('t.csv:1:7 chart/csv');
	expect(told(use, { 't.csv': `vi;en;value\nA;A;3\n` })).toEqual(['t.csv:1:1 csv/form']);
	expect(told(use, { 't.csv': `vi,en,value,source,url\nA,A,3,"S,https://example.org/\n` })).toEqual([
		't.csv:2:7 csv/form',
	]);
	expect(told(use, { 't.csv': '' })).toEqual(['t.csv:1:1 chart/csv']);
	expect(told(use, { 't.csv': 'id\na\nnobody\n' })).toContain('t.csv:3:1 facts/unknown');
});

test('a table that no text uses is a warning', () => {
	expect(told('Lời.', { 't.csv': 'id\na\nb\n' })).toEqual(['t.csv:1:1 chart/csv']);
});
