import { expect, test } from 'vitest';
import { excerptNodes } from '#search/page.ts';
import { prepareQuery } from '#search/prepare-query.ts';

/** As much of a document as excerpts need. */
const document = {
	createTextNode: (text: string) => ({ text }),
	createElement: () => ({ textContent: '' }),
} as unknown as Document;

test('hits become elements, everything else is text and never HTML', () => {
	expect(excerptNodes(document, 'a &lt;b&gt; <mark>c &amp; d</mark> <img src=x>')).toEqual([
		{ text: 'a <b> ' },
		{ textContent: 'c & d' },
		{ text: ' <img src=x>' },
	]);
});

test('a query is composed and has single spaces', () => {
	expect(prepareQuery('  tie\u0302\u0301ng   Việt ')).toBe('tiếng Việt');
});
