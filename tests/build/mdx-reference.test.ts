import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { beforeAll, expect, test } from 'vitest';
import { readText } from '#loaders/text-file.ts';
import { freshFolder } from './project.ts';

interface Jsx {
	readonly type: string;
	readonly name: string;
	readonly attributes: readonly { readonly name: string; readonly value: string }[];
	readonly children: readonly ElementContent[];
}

/** Our components as plain elements, as the reference prints them. */
function plain<T extends RootContent | ElementContent | Root>(node: T): T {
	if (/^mdxJsx/.test(node.type)) {
		const { name, attributes, children } = node as unknown as Jsx;
		const properties = Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value]));
		return {
			type: 'element',
			tagName: `x-${name.toLowerCase()}`,
			properties,
			children: children.map((child) => plain(child)),
		} satisfies Element as unknown as T;
	}
	return 'children' in node
		? ({ ...node, children: node.children.map((child) => plain(child as ElementContent)) } as T)
		: node;
}

/** What is alike: no anchors, which are ours to give, no space between tags, one way of writing characters. */
const alike = (html: string) =>
	html
		.replace(/^<!DOCTYPE html>/i, '')
		.replace(/ id="[^"]*"(?=>)(?<=<h[1-6][^>]*)/g, '')
		.replace(/text-align: /g, 'text-align:')
		.replace(/&#x26;|&#38;/g, '&amp;')
		.replace(/&#x3C;/g, '&lt;')
		.replace(/>\s+</g, '><')
		.trim();

let reference: string;
beforeAll(async () => {
	reference = await freshFolder();
	await promisify(execFile)(
		process.execPath,
		['node_modules/astro/bin/astro.mjs', 'build', '--root', 'tests/build/mdx-reference', '--outDir', reference],
		{
			env: { ...process.env, CONTENT_DIR: resolve('content'), ASTRO_TELEMETRY_DISABLED: '1' },
		},
	);
});

test('our reading of every text gives the HTML that @astrojs/mdx gives', async () => {
	const texts = (await readdir('content', { recursive: true })).filter((name) => name.endsWith('.mdx')).sort();
	expect(texts.length).toBeGreaterThan(100);
	for (const name of texts) {
		const { html } = readText(name, await readFile(join('content', name), 'utf8'));
		if (!html) throw new Error(`${name} cannot be read`);
		const compiled = await readFile(join(reference, name.replace(/\.mdx$/, ''), 'index.html'), 'utf8');
		expect(alike(toHtml(plain(html))), name).toBe(alike(compiled));
	}
});
