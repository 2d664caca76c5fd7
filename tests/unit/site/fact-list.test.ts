import { expect, test } from 'vitest';
import { citersOf, factTopics } from '#site/fact-list.ts';
import { buildSite } from '#site/model.ts';
import type { Fact } from '#schema/facts.ts';
import { content, entry, text } from './site-builder.ts';

const fact = (id: string, topic?: string): Fact => ({
	id,
	kind: 'number',
	value: 1,
	qualifier: 'exact',
	asOf: 'unknown',
	sources: [],
	series: ['all'],
	...(topic !== undefined && { topic }),
});
const facts = new Map(
	[fact('a', 'visit'), fact('b'), fact('c', 'old'), fact('d', 'visit')].map((one) => [one.id, one]),
);
const site = buildSite(
	{
		...content(
			[
				entry('about/one', { vi: text('Một', '<Fact id="b" />\n'), ko: text('하나', '<Fact id="b" />\n') }),
				entry('about/two', { vi: text('Hai', '<Chart kind="bar" series="all" title="t" description="d" />\n') }),
			],
			{
				factTopics: [
					{ id: 'visit', title: { vi: 'Du lịch', ko: '관광' } },
					{ id: 'empty', title: { vi: 'Trống' } },
				],
			},
		),
		facts,
	},
	{ day: '2026-03-01', base: '/' },
);

test('facts stand under the topics of site.yaml in its order, the rest together at the end', () => {
	expect(factTopics(site, 'ko', '그 밖').map(({ title, facts: own }) => [title, own.map(({ id }) => id)])).toEqual([
		['관광', ['a', 'd']],
		['그 밖', ['b', 'c']],
	]);
});

test('a fact is cited by the pages that state it, those that draw it included', () => {
	const citers = citersOf(site, 'ko');
	expect(citers.get('b')?.map(({ id }) => id)).toEqual(['about/one', 'about/two']);
	expect(citers.get('a')?.map(({ path }) => path)).toEqual(['/ko/about/two/']);
});
