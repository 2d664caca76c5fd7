import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, freshFolder, run, type Built } from './project.ts';

const locales = ['vi', 'en', 'ru', 'ko', 'zh'] as const;
const page = (locale: string) => `${locale}/visit/old-market/index.html`;
/** A folder without git, as an unpacked ZIP is. */
let content: string;

const change = async (file: string, from: string, to: string) => {
	const text = await readFile(join(content, file), 'utf8');
	expect(text).toContain(from);
	await writeFile(join(content, file), text.replace(from, to));
};
const accept = (locale: string, entry = 'visit/old-market') =>
	run('translate', { CONTENT_DIR: content }, 'accept', entry, locale);

beforeAll(async () => {
	content = join(await freshFolder(), 'nội dung');
	await cp('tests/fixtures/handbook/content', content, { recursive: true });
	// A sector with a chart and a map, and a zone to compare it with.
	await cp('tests/fixtures/changes/invest', join(content, 'invest'), { recursive: true });
	await appendFile(join(content, 'facts.yaml'), await readFile('tests/fixtures/changes/facts.yaml'));
	for (const locale of locales.slice(1))
		for (const entry of ['visit/old-market', 'invest/market-trade'])
			expect(await accept(locale, entry)).toMatchObject({ code: 0 });
});

test('a figure that changes in the register changes every page and file that states it, in five languages, and nothing else', async () => {
	const before = await build(content);
	await change('facts.yaml', '\n  value: 2\n', '\n  value: 37\n');
	const after = await build(content);
	expect(after.said, after.said.out).toMatchObject({ code: 0 });
	await change('facts.yaml', '\n  value: 37\n', '\n  value: 2\n');
	const visible = (built: Built) => built.files().then((files) => files.filter((file) => !/\/?pagefind\//.test(file)));
	const files = await visible(after);
	expect(files).toEqual(await visible(before));
	const changed: string[] = [];
	for (const file of files) if (!(await before.bytes(file)).equals(await after.bytes(file))) changed.push(file);
	const charts = locales.flatMap((locale) =>
		['csv', 'png', 'svg'].map((ending) => `${locale}/data/charts/invest/market-trade-1.${ending}`),
	);
	const stating = locales.flatMap((locale) =>
		[
			'data/facts.csv',
			'data/facts.json',
			'data/index.html',
			'feed.json',
			'feed.xml',
			'invest/feed.json',
			'invest/feed.xml',
			'invest/index.html',
			...['market-land', 'market-trade'].flatMap((entry) =>
				['facts.csv', 'index.html', 'sheet/index.html'].map((file) => `invest/${entry}/${file}`),
			),
			'visit/old-market/index.html',
		].map((file) => `${locale}/${file}`),
	);
	expect(changed).toEqual([...charts, ...stating].sort());
	const stated = /(?<!\d)37\s?(?:km|км|公里)/;
	for (const file of [...stating, ...charts.filter((name) => !name.endsWith('.png'))]) {
		expect(await after.read(file), file).toMatch(stated);
		expect(await before.read(file), file).not.toMatch(stated);
	}
	// Each place that states it, not only some other on the same page: the drawing, its table, the caption of the map, the comparison, the data for machines.
	for (const locale of locales) {
		const sector = await after.read(`${locale}/invest/market-trade/index.html`);
		const parts = [
			/<svg class="for-phone".*?<\/svg>/s.exec(sector)?.[0],
			/<svg class="for-column".*?<\/svg>/s.exec(sector)?.[0],
			/<figure class="chart".*?(<table.*?<\/table>)/s.exec(sector)?.[1],
			/<div class="map".*?(<figcaption.*?<\/figcaption>)/s.exec(sector)?.[1],
			/<table class="compare".*?<\/table>/s.exec(await after.read(`${locale}/invest/index.html`))?.[0],
		];
		for (const part of parts) expect(part, locale).toMatch(stated);
		const data = await after.read(`${locale}/data/index.html`);
		const json = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(data)?.[1] ?? '') as {
			variableMeasured: readonly Record<string, unknown>[];
		};
		expect(json.variableMeasured.find(({ propertyID }) => propertyID === 'market-distance')).toMatchObject({
			'@type': 'PropertyValue',
			value: 37,
			unitText: 'kilometer',
		});
	}
});

test('a reader is told exactly which parts of a translation have not followed, and since when; an old anchor still leads to its part', async () => {
	await change('visit/old-market/vi.mdx', 'date: 2026-01-15', 'date: 2026-01-15\nupdated: 2026-02-20');
	await change('visit/old-market/vi.mdx', '## Đến bằng cách nào', '## Đường đến chợ');
	await change('visit/old-market/vi.mdx', 'rau của các vườn quanh phường', 'rau và hoa của các vườn quanh phường');
	expect(await accept('ko')).toMatchObject({ code: 0 });
	const built = await build(content);
	expect(built.said.code).toBe(0);
	expect(built.said.out).toContain('translation/behind');
	for (const locale of locales) {
		const html = await built.read(page(locale));
		expect(html).toMatch(/<h2 id="duong-den-cho">(?:<span id="den-bang-cach-nao"><\/span>)/);
		const isBehind = locale !== 'vi' && locale !== 'ko';
		const notice = /<div class="notice-bar behind"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
		const named = [...notice.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1]);
		expect(named).toEqual(isBehind ? ['duong-den-cho', 'mua-gi'] : []);
		expect(
			[...html.matchAll(/<h2 id="([^"]+)">(?:(?!<h2).)*?<\/h2>\s*<p class="behind-note"/gs)].map((match) => match[1]),
		).toEqual(isBehind ? ['duong-den-cho', 'mua-gi'] : []);
	}
	expect(await built.read(page('en'))).toContain('20 February 2026');
	expect(await built.read(page('zh'))).toContain('2026年2月20日');
});

test('a correction is marked as open in every translation that has not been changed since', async () => {
	await change(
		'visit/old-market/vi.mdx',
		'updated: 2026-02-20',
		'updated: 2026-02-20\ncorrections:\n  - { date: 2026-02-10, was: "Chợ họp buổi chiều.", now: "Chợ họp từ sáng sớm." }',
	);
	await change('visit/old-market/ru.mdx', 'updated: 2026-01-20', 'updated: 2026-02-12');
	const built = await build(content);
	expect(built.said.code).toBe(0);
	const open = { en: 'Not yet made in this translation.', ru: 'исправление ещё не внесено', zh: '本译文尚未更正。' };
	expect(await built.read(page('en'))).toContain(open.en);
	expect(await built.read(page('zh'))).toContain(open.zh);
	expect(await built.read(page('ru'))).not.toContain(open.ru);
	expect(await built.read(page('vi'))).toContain('Chợ họp buổi chiều.');
});
