import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { marketsFirst } from '#site/markets.ts';
import { text } from './site-builder.ts';

const markets = [
	{ id: 'korea', country: 'KR', locales: ['ko'] },
	{ id: 'russia', country: 'RU', locales: ['ru'] },
	{ id: 'others', name: { vi: 'Nước khác' }, locales: [] },
];
const { body } = text(
	'A',
	'<Markets>\n\n<Market id="others">\nA\n</Market>\n\n<Market id="russia">\nB\n</Market>\n\n<Market id="korea">\nC\n</Market>\n\n</Markets>\n\nSau.\n',
);
/** Ids of the notes in the order in which they stand. */
function order(root: Root): string[] {
	return [...JSON.stringify(root).matchAll(/"name":"id","value":"(\w+)"/g)].map(([, id = '']) => id);
}

test('the notes for the reader’s own country come first, and the others keep their order', () => {
	expect(order(body)).toEqual(['others', 'russia', 'korea']);
	expect(order(marketsFirst(body, markets, 'ko'))).toEqual(['korea', 'others', 'russia']);
	expect(order(marketsFirst(body, markets, 'ru'))).toEqual(['russia', 'others', 'korea']);
});

test('a language without a country of its own keeps the order of the text, and the text is left alone', () => {
	expect(order(marketsFirst(body, markets, 'en'))).toEqual(['others', 'russia', 'korea']);
	marketsFirst(body, markets, 'ko');
	expect(order(body)).toEqual(['others', 'russia', 'korea']);
});
