import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { frameBody } from '#site/body.ts';
import { text } from './site-builder.ts';

const frame = (body: string, resolveLink: (href: string) => string | undefined = () => '/ko/x/') =>
	toHtml(frameBody(text('x', body).body, { tag: 'ru', partIds: ['mot', 'hai'], resolveLink }));

test('headings get the anchors of the source, in order', () => {
	expect(frame('## Один\n\n## Два\n')).toContain('<h2 id="mot">Один</h2>\n<h2 id="hai">Два</h2>');
});

test('an inner link goes where the site says, an outer one stays', () => {
	expect(frame('[a](/visit/x/) [b](https://example.org/)')).toContain(
		'<a href="/ko/x/">a</a> <a href="https://example.org/">b</a>',
	);
});

test('a link that leads nowhere stops the build', () => {
	expect(() => frame('[a](/visit/y/)', () => undefined)).toThrow('/visit/y/');
});

test('no style attribute is left of a table, alignment is a class', () => {
	const html = frame('| a | b |\n|---|--:|\n| 1 | 2 |\n');
	expect(html).not.toContain('style=');
	expect(html).toContain('<td class="end">2</td>');
	expect(html).toContain('<th scope="col">a</th>');
});

test('the tree that was given is not changed', () => {
	const { body } = text('x', '## Один\n');
	const before = JSON.stringify(body);
	frameBody(body, { tag: 'ru', partIds: ['mot'], resolveLink: () => undefined });
	expect(JSON.stringify(body)).toBe(before);
});
