import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Which rooms a room of `src/` may import. The order is the way of the data: content → schema → site → pages → HTML → postbuild. */
const rooms: Readonly<Record<string, readonly string[]>> = {
	language: [],
	report: [],
	cache: [],
	look: [],
	media: [],
	styles: [],
	loaders: [],
	search: ['language'],
	offline: [],
	actions: [],
	schema: ['language', 'loaders'],
	pictures: ['cache'],
	drawing: ['language', 'cache'],
	tracking: ['schema', 'language', 'loaders', 'report'],
	site: ['schema', 'language', 'loaders', 'pictures', 'media', 'tracking'],
	components: [
		'site',
		'language',
		'schema',
		'loaders',
		'pictures',
		'media',
		'look',
		'drawing',
		'offline',
		'actions',
		'components',
	],
	feeds: ['site', 'language', 'schema', 'offline', 'components'],
	layouts: ['site', 'language', 'schema', 'components', 'styles', 'search', 'offline'],
	pages: ['site', 'language', 'schema', 'components', 'layouts', 'feeds'],
	board: ['schema', 'language', 'site', 'styles', 'tracking'],
	checks: ['schema', 'language', 'loaders', 'site', 'report', 'tracking', 'media', 'cache'],
	postbuild: ['checks', 'search', 'cache', 'report', 'loaders', 'pictures', 'media'],
	delivery: ['report'],
	cli: [
		'language',
		'schema',
		'loaders',
		'site',
		'pictures',
		'media',
		'look',
		'report',
		'search',
		'checks',
		'tracking',
		'board',
		'postbuild',
		'delivery',
		'cache',
	],
};

const src = new URL('../../src/', import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
	(file) => /\.(ts|astro|mjs)$/.test(file) && file.includes('/'),
);

test('every folder of src/ is a room of the table', () => {
	const folders = readdirSync(src, { withFileTypes: true })
		.filter((item) => item.isDirectory())
		.map((item) => item.name);
	expect(folders.sort()).toEqual(Object.keys(rooms).sort());
});

test.each(Object.keys(rooms))('%s imports only the rooms that it may', (room) => {
	const strays = files
		.filter((file) => file.startsWith(`${room}/`))
		.flatMap((file) =>
			[...readFileSync(new URL(file, src), 'utf8').matchAll(/(?:from|import)\s+'#([a-z]+)\//g)]
				.map((match) => match[1] ?? '')
				.filter((target) => target !== room && !rooms[room]?.includes(target))
				.map((target) => `${file} → ${target}`),
		);
	expect(strays).toEqual([]);
});

test('only the loader of the model and the preview ask Astro for content', () => {
	const askers = files.filter((file) => readFileSync(new URL(file, src), 'utf8').includes("'astro:content'"));
	expect(askers).toEqual([]);
});
