import { expect, test } from 'vitest';
import { factSchema } from '#schema/facts.ts';
import type { EntrySource } from '#schema/entry.ts';
import { citationsOf } from '#site/citations.ts';

const source = (name: string) => ({ title: name, publisher: name, url: `https://example.org/${name}` });
const fact = (id: string, ...names: string[]) =>
	factSchema.parse({ id, kind: 'text', value: 'x', sources: names.map(source) });
const facts = new Map(
	[fact('a', 'one', 'two'), fact('b', 'three'), fact('c', 'one'), fact('d')].map((item) => [item.id, item]),
);
const cite = (factIds: string[], own: Partial<EntrySource> = {}) =>
	citationsOf(
		{ facts, documents: new Map() },
		{ factIds, documentIds: [], source: { sources: [], ...own } as unknown as EntrySource },
	);

test('first sources are numbered in the order of the text, the others follow', () => {
	const { sources, numberOf } = cite(['a', 'b', 'c']);
	expect(sources.map(({ title }) => title)).toEqual(['one', 'three', 'two']);
	expect(['a', 'b', 'c'].map(numberOf)).toEqual([1, 2, 1]);
});

test('a fact without a source has no number, and the page knows', () => {
	expect(cite(['d'])).toMatchObject({ hasUnsourced: true, sources: [] });
	expect(cite(['d']).numberOf('d')).toBeUndefined();
});

test('the source of a relayed text stands in the list', () => {
	expect(cite(['b'], { originSource: source('four') }).sources.map(({ title }) => title)).toEqual(['three', 'four']);
});
