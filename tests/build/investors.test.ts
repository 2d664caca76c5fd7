import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { build, type Built } from './project.ts';

const locales = ['vi', 'en', 'ru', 'ko', 'zh'];
const sectors = ['energy-sector', 'tourism-services-sector', 'van-phong-economic-zone'];
let site: Built;
beforeAll(async () => {
	site = await build('content', { BUILD_DATE: '2026-11-21' });
	expect(site.said).toMatchObject({ code: 0 });
});
const main = (html: string) => /<main.*<\/main>/s.exec(html)?.[0] ?? '';

test('every sector and zone has a file of figures with ids, units, dates and sources in each language', async () => {
	for (const locale of locales)
		for (const sector of sectors) {
			const csv = await site.read(`${locale}/invest/${sector}/facts.csv`);
			expect(csv.startsWith('\ufeffgroup,id,'), sector).toBe(true);
			const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
			expect(rows.length).toBeGreaterThan(6);
			for (const { id, label, value, text, source_url, as_of, group } of rows) {
				expect([id, label, value, text].every(Boolean), `${locale} ${id}`).toBe(true);
				expect(source_url).toMatch(/^https?:\/\//);
				expect(as_of === '' || as_of === 'unknown' || /^\d{4}/.test(as_of ?? ''), as_of).toBe(true);
				expect(['snapshot', 'land', 'workforce', 'logistics', 'incentives']).toContain(group);
			}
		}
});

test('the same figures stand in the files of five languages; only the words differ', async () => {
	const of = async (locale: string) =>
		parse<Record<string, string>>(await site.read(`${locale}/invest/energy-sector/facts.csv`), {
			columns: true,
			bom: true,
		});
	const bare = (rows: Record<string, string>[]) =>
		rows.map(({ id, value, unit, qualifier, as_of }) => [id, value, unit, qualifier, as_of]);
	const [source = [], ...others] = await Promise.all(locales.map(of));
	for (const rows of others) expect(bare(rows)).toEqual(bare(source));
	expect(new Set([source, ...others].map((rows) => rows[1]?.['text'])).size).toBeGreaterThan(1);
	expect(source.find(({ id }) => id === 'inv-renewables.installed-2021')).toMatchObject({
		value: '3475',
		unit: 'megawatt',
		as_of: '2021-12-31',
	});
});

test('the figure of an incentive names the act that grants it', async () => {
	const csv = await site.read('en/invest/van-phong-economic-zone/facts.csv');
	const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
	expect(rows.filter(({ group }) => group === 'incentives').map(({ document }) => document)).toEqual([
		'55/2022/QH15',
		'55/2022/QH15',
	]);
});

test('an incentive stands with its act, the day of the act and until when it applies', async () => {
	for (const [locale, act, until] of [
		['en', 'Resolution No. 55/2022/QH15 of 16 June 2022, National Assembly', 'Applies until 31 July 2027'],
		['ru', '55/2022/QH15 от 16 июня 2022', 'Действует до 31 июля 2027'],
		['vi', '55/2022/QH15', 'Áp dụng đến 31/7/2027'],
	] as const) {
		const html = main(await site.read(`${locale}/invest/van-phong-economic-zone/index.html`)).replaceAll('\u00a0', ' ');
		const part = /<section[^>]*aria-labelledby="incentives".*?<\/section>/s.exec(html)?.[0] ?? '';
		expect(part).toContain(act);
		expect(part).toContain(until);
	}
});

test('what the sources do not state is said, with whom to ask', async () => {
	for (const [locale, words] of [
		['en', 'Not stated by the sources used. Ask: Khánh Hòa Centre'],
		['ru', 'В использованных источниках не указано. Где спросить: Центр содействия'],
		['ko', '사용한 출처에 나와 있지 않습니다. 문의처: 카인호아'],
	] as const)
		for (const page of ['energy-sector', 'energy-sector/sheet', 'steps-to-invest'])
			expect(main(await site.read(`${locale}/invest/${page}/index.html`)), page).toContain(words);
});

test('an offer that has ended says so, stands in no list but the past one, and has no room on the page of its sector', async () => {
	const page = await site.read('en/invest/sample-small-jetty/index.html');
	expect(page).toContain('This information applied until 30 June 2026.');
	const list = await site.read('en/invest/index.html');
	const [present = '', past = ''] = main(list).split('id="past"');
	expect(present).not.toContain('sample-small-jetty');
	expect(past).toContain('sample-small-jetty');
	expect(await site.read('en/invest/tourism-services-sector/index.html')).not.toContain('sample-small-jetty');
	expect(await site.read('en/invest/energy-sector/index.html')).toContain('sample-market-solar-roof');
});

test('the table compares every sector and zone with groups, by the same columns', async () => {
	for (const locale of locales) {
		const table = /<table class="compare".*?<\/table>/s.exec(await site.read(`${locale}/invest/index.html`))?.[0] ?? '';
		expect(table.match(/scope="col"/g)).toHaveLength(6);
		expect([...table.matchAll(/<th scope="row">\s*<a href="([^"]+)"/g)].map((match) => match[1]).sort()).toEqual(
			sectors.map((sector) => `/${locale}/invest/${sector}/`).sort(),
		);
	}
});

test('the steps name who, with which paper and where, and rest on acts that are the same in five languages', async () => {
	const acts = (html: string) =>
		[...html.matchAll(/<li class="step">(.*?)<\/li>/gs)].map((match) =>
			[...(match[1] ?? '').matchAll(/<dd>\s*<a href="([^"]+)"/g)].map(([, href]) => href),
		);
	const source = acts(await site.read('vi/invest/steps-to-invest/index.html'));
	expect(source).toHaveLength(6);
	expect(source.flat()).toHaveLength(4);
	for (const locale of locales)
		expect(acts(await site.read(`${locale}/invest/steps-to-invest/index.html`))).toEqual(source);
});

test('a sheet is not offered to search engines, and the list of the section is', async () => {
	expect(await site.read('ru/invest/energy-sector/sheet/index.html')).toContain(
		'<meta name="robots" content="noindex"',
	);
	expect(await site.read('ru/invest/index.html')).toContain('<link rel="canonical"');
	expect(await site.read('sitemap-ru.xml')).not.toContain('/sheet/');
});
