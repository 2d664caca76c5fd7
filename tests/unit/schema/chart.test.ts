import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '#loaders/text-file.ts';
import { chartData, chartFactIds, chartUse, figureUses, measureOf } from '#schema/chart.ts';
import type { Fact } from '#schema/facts.ts';
import { readNumber, readRow } from '#schema/table.ts';

const number = (id: string, value: number, series?: string[]): Fact => ({
	id,
	kind: 'number',
	value,
	qualifier: 'exact',
	asOf: '2025',
	sources: [],
	...(series && { series }),
});
const facts = new Map(
	[number('b', 2, ['growth']), number('a', 1, ['growth', 'other']), number('c', 3)].map((fact) => [fact.id, fact]),
);
const markdownOf = (body: string) => {
	const { markdown } = readText('', `---\ntitle: x\n---\n\n${body}\n`);
	if (!markdown) throw new Error('not readable');
	return markdown;
};

test('a chart takes its data from one place: facts in the order written, a series in the order of the register', () => {
	const of = (attributes: Record<string, string>) => {
		const use = chartUse({ kind: 'bar', title: 't', description: 'd', ...attributes });
		return use && chartData(use, facts, new Map()).map(({ fact }) => fact?.id);
	};
	expect(of({ facts: 'c  a nobody' })).toEqual(['c', 'a']);
	expect(of({ series: 'growth' })).toEqual(['b', 'a']);
	expect(of({ csv: './absent.csv' })).toEqual([]);
	expect(of({ facts: 'a', series: 'growth' })).toBeUndefined();
	expect(of({})).toBeUndefined();
	expect(of({ kind: 'pie', facts: 'a' })).toBeUndefined();
});

test('figures are numbered as they come, and charts of a sheet are one figure', () => {
	const markdown = markdownOf(
		[
			'<Chart kind="bar" facts="a b" title="One" description="d" />',
			'<Infographic title="Sheet" description="d">',
			'<Chart kind="bar" series="growth" title="Two" description="d" />',
			'<Chart kind="bar" facts="c" title="Three" description="d" />',
			'</Infographic>',
			'<Chart kind="line" series="other" title="Four" description="d" />',
		].join('\n\n'),
	);
	expect(figureUses(markdown).map(({ number: place, title, charts }) => [place, title, charts.length])).toEqual([
		[1, 'One', 1],
		[2, 'Sheet', 2],
		[3, 'Four', 1],
	]);
	expect(chartFactIds(markdown, facts, new Map())).toEqual(['a', 'b', 'c']);
});

test('a row of a table is a figure of its own, or the name of a fact', () => {
	const { row, faults } = readRow(
		{
			vi: 'tàu',
			en: 'boats',
			value: '42',
			to: '',
			unit: 'kilometer',
			time: '2025-Q1',
			source: 'S',
			url: 'https://example.org/',
		},
		['vi', 'en'],
	);
	expect(faults).toEqual([]);
	expect(measureOf({ row })).toEqual({ value: 42, to: undefined, unit: 'kilometer', time: '2025-Q1' });
	const named = readRow({ id: 'a', value: '' }, ['vi', 'en']);
	expect(named.faults).toEqual([]);
	expect(
		chartData({ source: { by: 'csv', value: './t.csv' } }, facts, new Map([['t.csv', [named.row, row]]])).map(
			({ fact }) => fact?.id,
		),
	).toEqual(['a', undefined]);
});

test('every slip of a row is named by its column', () => {
	const columns = (record: Record<string, string>) =>
		readRow(record, ['vi']).faults.map(({ column, cause }) => `${column} ${cause}`);
	expect(columns({})).toEqual(['value number', 'vi label', 'source source', 'url url']);
	expect(columns({ vi: 'x', value: '5', to: '4', source: 's', url: 'https://example.org/' })).toEqual(['to order']);
	expect(columns({ vi: 'x', value: '5', time: 'năm ngoái', source: 's', url: 'ftp://x' })).toEqual([
		'time time',
		'url url',
	]);
	expect(columns({ id: 'a', value: '5' })).toEqual(['value both']);
});

test('a number of a table is digits and at most one point', () => {
	for (const wrong of ['', '1.234,5', '1,5', '12 000', '1e5', '.5', '5.', 'NaN', '٣'])
		expect(readNumber(wrong)).toBeUndefined();
	fc.assert(fc.property(fc.integer(), (value) => readNumber(String(value)) === value));
	expect(readNumber('-3.25')).toBe(-3.25);
});
