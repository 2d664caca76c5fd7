import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, run, wordsWith, type Built } from './project.ts';

const fixture = 'tests/fixtures/japanese';
let site: Built;
let words: string;
beforeAll(async () => {
	words = await wordsWith(fixture);
	site = await build(join(fixture, 'content'), { I18N_DIR: words });
});

test('a sixth language needs a line in site.yaml, a folder of words, and no code', async () => {
	expect(site.said).toMatchObject({ code: 0 });
	const said = await run('check', { CONTENT_DIR: join(fixture, 'content'), I18N_DIR: words });
	expect(said.out).toContain('No problem found');
	expect((await site.files()).filter((file) => /^ja\/.*\.html$/.test(file)).length).toBeGreaterThan(35);
});

test('every page of the language is marked with it, and every kind of page is there', async () => {
	// A block for other portals is no page but a piece of one, and is marked by itself.
	for (const file of (await site.files()).filter((name) => /^ja\/(?!.*block\.html$).*\.html$/.test(name)))
		expect(await site.read(file), file).toMatch(/<html lang="ja" data-script="Jpan">/);
	const files = (await site.files()).join('\n');
	for (const page of [
		'ja/index',
		'ja/congress/index',
		'ja/congress/preparation/index',
		'ja/search/index',
		'ja/all/index',
		'ja/visit/index',
	])
		expect(files).toContain(`${page}.html`);
});

test('the switcher, the gateway and hreflang know the language', async () => {
	expect(await site.read('vi/index.html')).toMatch(/hreflang="ja"[^>]*>\s*日本語/);
	expect(await site.read('index.html')).toMatch(/<li lang="ja">\s*<a href="\/ja\/"/);
	expect(await site.read('ja/index.html')).toContain('<link rel="alternate" hreflang="ja" href=');
});

test('dates, numbers and plurals are Japanese', async () => {
	const page = await site.read('ja/about/publisher/index.html');
	expect(page).toMatch(/20\d\d年\d+月\d+日/);
	expect(await site.read('ja/congress/index.html')).toMatch(/2025年\d+月\d+日/);
	expect(await site.read('ja/search/index.html')).toMatch(/data-counts="[^"]*other[^"]*件/);
});

test('feeds, calendar and the search index have it', async () => {
	expect(await site.read('ja/feed.xml')).toContain('xml:lang="ja"');
	expect(await site.read('ja/calendar.ics')).toContain('BEGIN:VEVENT');
	expect(
		Object.keys((JSON.parse(await site.read('pagefind/pagefind-entry.json')) as { languages: object }).languages),
	).toContain('ja');
});

test('phases are those of site.yaml, however many and whatever their names', async () => {
	const hub = await site.read('ja/congress/index.html');
	expect(hub.match(/class="arch"/g)).toHaveLength(2);
	expect((await site.files()).some((file) => file.includes('congress/before'))).toBe(false);
});

test('a past notice stays as a page and leaves the lists, one that holds is on the home page', async () => {
	expect(await site.read('ja/index.html')).toContain('/ja/living/japanese-desk-notice/');
	expect(await site.read('ja/index.html')).not.toContain('/ja/living/counter-moved-notice/');
	expect(await site.files()).toContain('ja/living/counter-moved-notice/index.html');
});

test('a photograph is published in right sizes, in two formats, with its size set and without what its file says of the camera', async () => {
	const files = (await site.files()).filter((file) => file.startsWith('_pictures/') && file.includes('sample-sea'));
	for (const format of ['avif', 'webp'])
		expect(files.filter((file) => file.endsWith(format)).length).toBeGreaterThanOrEqual(4);
	const pages = (await site.files()).filter((file) => /^ja\/.*\.html$/.test(file));
	const page =
		(await Promise.all(pages.map((file) => site.read(file)))).find((html) => html.includes('sample-sea')) ?? '';
	expect(page).toMatch(/<picture><source type="image\/avif" srcset="[^"]+ 480w, [^"]+" sizes=/);
	expect(page).toMatch(/<img src="[^"]*sample-sea[^"]*" alt="[^"]+" width="\d+" height="\d+" loading="lazy">/);
});

test('another locality has its own look, and nothing of the demo is left', async () => {
	const css = (
		await Promise.all((await site.files()).filter((name) => name.endsWith('.css')).map((name) => site.read(name)))
	).join('');
	expect(css).not.toContain('#9b3522');
	for (const file of (await site.files()).filter((name) => /\.(html|xml|json|ics|csv|svg|css)$/.test(name)))
		expect(await site.read(file), file).not.toMatch(/Nha Trang|Khánh Hòa|Ponagar|芽庄|냐짱|Нячанг/);
});

test('hours, holidays, ways and the calendar of a festival are Japanese', async () => {
	const living = await site.read('ja/living/index.html');
	expect(living).toMatch(/<dt>月曜日～金曜日<\/dt>\s*<dd>07:30~11:30、13:30~17:00<\/dd>/);
	expect(living).toContain('土曜日');
	expect(living).toContain('2027年1月1日（元日）');
	expect(living).toContain('<time class="when" datetime="2027-02-06">');
	const trip = await site.read('ja/visit/coast-in-two-days/index.html');
	expect(trip).toMatch(/2日目.*バイク、直線距離で約\d+ km/s);
	const festival = await site.read('ja/visit/tourism-year-opening/index.html');
	expect(festival).toMatch(/<a href="\/ja\/visit\/tourism-year-opening\/event\.ics"[^>]*>\s*カレンダーに追加/);
	expect(await site.read('ja/visit/tourism-year-opening/event.ics')).toContain('STATUS:TENTATIVE');
});
