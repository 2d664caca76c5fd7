import { beforeAll, expect, test } from 'vitest';
import { build, type Built } from './project.ts';

const fixture = 'tests/fixtures/no-congress';
let site: Built;
beforeAll(async () => {
	site = await build(fixture, { BASE_PATH: '/portal/' });
});

test('a content folder without a congress builds a complete site', async () => {
	expect(site.said.out).toContain('Built');
	expect(site.said.code).toBe(0);
	const files = await site.files();
	expect(files.filter((file) => file.includes('congress') && !file.startsWith('_assets/'))).toEqual([]);
	for (const file of [
		'index.html',
		'404.html',
		'languages/index.html',
		'robots.txt',
		'sitemap.xml',
		'sitemap-en.xml',
		'vi/404.html',
		'en/feed.xml',
		'en/visit/feed.json',
		'en/calendar.ics',
		'en/data/facts.csv',
		'en/search/index.html',
		'en/all/index.html',
		'pagefind/pagefind.js',
		'en/offline/index.html',
		'sw.js',
	])
		expect(files).toContain(file);
	expect(await site.read('en/index.html')).not.toContain('class="spans"');
});

test('every address lies under the path of the portal', async () => {
	for (const file of (await site.files()).filter((name) => name.endsWith('.html'))) {
		const html = await site.read(file);
		for (const [, address = ''] of html.matchAll(/\s(?:href|src|data-bundle)="(\/[^"]*)"/g))
			expect(address).toMatch(/^\/portal\//);
	}
	// The worker’s own links, and the scripts that register it.
	expect(await site.read('sw.js')).toContain('"/portal/en/living/emergency/"');
	const scripts = (await site.files()).filter((name) => name.startsWith('_assets/SavePage'));
	expect(scripts).toHaveLength(1);
	expect(await site.read(scripts[0] ?? '')).toContain('/portal/');
	expect(await site.read('en/visit/island/index.html')).toContain(
		'<link rel="canonical" href="https://nhonchau.example.org/portal/en/visit/island/">',
	);
	expect(await site.read('sitemap-en.xml')).toContain(
		'<loc>https://nhonchau.example.org/portal/en/visit/island/</loc><lastmod>2026-01-06</lastmod>',
	);
	expect(await site.read('robots.txt')).toContain('https://nhonchau.example.org/portal/sitemap.xml');
});

test('without a look the site is neutral, and nothing of the demo is in it', async () => {
	const css = (await site.files()).filter((name) => name.endsWith('.css'));
	const roles = (await Promise.all(css.map((name) => site.read(name)))).join('');
	expect(roles).toMatch(/--brick:#[0-9a-f]{6}/);
	expect(roles).not.toContain('--brick:#9b3522');
	for (const file of (await site.files()).filter((name) => /\.(html|xml|json|ics|csv|css|js|svg)$/.test(name))) {
		const text = await site.read(file);
		expect(text).not.toMatch(/Nha Trang|Khánh Hòa|Ponagar|芽庄|냐짱|Нячанг/);
	}
});

test('a value stands in the reader’s conventions, linked to its source', async () => {
	expect(await site.read('vi/visit/island/index.html')).toMatch(
		/<data value="24">khoảng 24 km<\/data><a class="ref" href="#source-1" aria-label="Nguồn 1">\[1\]<\/a>/,
	);
	expect(await site.read('en/visit/island/index.html')).toContain('about 24 km');
});

test('an inner link keeps the reader in his language', async () => {
	expect(await site.read('en/about/publisher/index.html')).toContain(
		'<a href="/portal/en/visit/island/">the island</a>',
	);
});

test('the same day gives the same bytes, another place and time zone included', async () => {
	const again = await build(fixture, { BASE_PATH: '/portal/', TZ: 'America/New_York', LANG: 'C' });
	const files = (await site.files()).filter((name) => !name.startsWith('pagefind/'));
	expect((await again.files()).filter((name) => !name.startsWith('pagefind/'))).toEqual(files);
	for (const file of files) expect(await again.read(file), file).toBe(await site.read(file));
});
