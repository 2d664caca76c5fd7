import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { build, freshFolder, run, type Built } from './project.ts';

const fixture = 'tests/fixtures/charts';
const page = 'ko/visit/island/index.html';
const file = (locale: string, number: number, ending: string) =>
	`${locale}/data/charts/visit/island-${number}.${ending}`;
const rowsOf = async (site: Built, name: string) =>
	parse(await site.read(name), { columns: true, bom: true }) as Record<string, string>[];

let site: Built;
beforeAll(async () => {
	site = await build(fixture);
});

test('a text has its charts: title, drawing with words for those who cannot see it, table, files', async () => {
	expect(site.said.code, site.said.out).toBe(0);
	const html = await site.read(page);
	expect(html.match(/<figure class="chart"/g)).toHaveLength(3);
	expect(html).toContain('<b id="chart-1-title">연도별 섬 방문객</b>');
	expect(html).toMatch(/role="img" aria-labelledby="chart-1-title" aria-describedby="chart-1-description"/);
	expect(html.match(/<svg class="for-phone"/g)).toHaveLength(3);
	expect(html.match(/<svg class="for-column"/g)).toHaveLength(3);
	expect(html).toMatch(/<td class="end"[^>]*>\s*<data value="8200">8,200<\/data>/);
	// The sheet is taken away as one; its charts have no files of their own.
	expect(html.match(/class="downloads"/g)).toHaveLength(2);
	for (const ending of ['svg', 'png', 'csv']) expect(html).toContain(`href="/${file('ko', 2, ending)}"`);
});

test('the facts of charts are sources of the page', async () => {
	const html = await site.read(page);
	for (const address of ['2024', '2025', 'plan']) expect(html).toContain(`href="https://example.org/${address}"`);
});

test('a page that shows another language’s text offers the files in that language', async () => {
	const html = await site.read('en/visit/island/index.html');
	expect(html).toContain(`href="/${file('vi', 1, 'png')}"`);
	expect(await site.files()).not.toContain(file('en', 1, 'png'));
});

test.each(['vi', 'ko'])('files in %s are what their endings say', async (locale) => {
	for (const number of [1, 2]) {
		const svg = await site.read(file(locale, number, 'svg'));
		expect(XMLValidator.validate(svg)).toBe(true);
		const root = (new XMLParser({ ignoreAttributes: false }).parse(svg) as { svg: Record<string, unknown> }).svg;
		expect(root['@_xmlns']).toBe('http://www.w3.org/2000/svg');
		expect(root['@_xml:lang']).toBe(locale);
		expect(svg).not.toMatch(/<style|style=|<script|href=/);
		const picture = sharp(await readFile(join(site.folder, file(locale, number, 'png'))));
		const { format, width = 0 } = await picture.metadata();
		expect([format, width]).toEqual(['png', 1408]);
		// Something is drawn: the picture is not one colour.
		expect((await picture.stats()).entropy).toBeGreaterThan(0.2);
	}
	expect(await site.read(file(locale, 1, 'svg'))).toContain(
		locale === 'ko' ? '연도별 섬 방문객' : 'Khách đến đảo theo năm',
	);
});

test('a table has ids, values, units, dates, sources', async () => {
	expect(await rowsOf(site, file('ko', 1, 'csv'))).toEqual([
		expect.objectContaining({
			id: 'visitors-2024',
			value: '8200',
			as_of: '2024',
			label: '2024년 섬 방문객',
			source_url: 'https://example.org/2024',
		}),
		expect.objectContaining({ id: 'visitors-2025', value: '9400', qualifier: 'more-than', source_date: '2026-01' }),
	]);
	const sheet = await rowsOf(site, file('ko', 2, 'csv'));
	expect(sheet.map(({ value, to }) => [value, to])).toEqual([
		['9400', ''],
		['10000', '11000'],
		['42', ''],
		['18', ''],
	]);
	expect(sheet[2]).toMatchObject({ id: '', label: '건기 여객선', as_of: '2025-Q1', source: 'Sample: timetable' });
});

test('every fact has its place on the list, with the pages that cite it', async () => {
	const html = await site.read('ko/data/index.html');
	expect(html).toContain('<h2 id="topic-visitors">방문객</h2>');
	expect(html).toMatch(/<li id="visitors-2024">/);
	// Cited by a chart through its series alone.
	const row = html.slice(html.indexOf('id="visitors-2024"'), html.indexOf('id="visitors-2025"'));
	expect(row).toContain('href="/ko/visit/island/"');
	expect(html).toContain('"@type":"Dataset"');
	const table = await rowsOf(site, 'ko/data/facts.csv');
	expect(table.map(({ id, series }) => [id, series])).toEqual([
		['visitors-2024', 'visitors'],
		['visitors-2025', 'visitors'],
		['goal-2026', ''],
	]);
});

test('a fact changed once changes drawing, table and files in every language', async () => {
	const copy = join(await freshFolder(), 'content');
	await cp(fixture, copy, { recursive: true });
	const facts = join(copy, 'facts.yaml');
	await writeFile(facts, (await readFile(facts, 'utf8')).replace('value: 9400', 'value: 9900'));
	const changed = await build(copy);
	expect(changed.said.code, changed.said.out).toBe(0);
	for (const locale of ['vi', 'ko']) {
		const [before, after] = await Promise.all(
			[site, changed].map((built) => built.read(`${locale}/visit/island/index.html`)),
		);
		const drawing = (html = '') => /<svg class="for-column".*?<\/svg>/s.exec(html)?.[0];
		expect(drawing(after)).not.toBe(drawing(before));
		expect(after).toContain('<data value="9900">');
		expect(after).not.toContain('9400');
		for (const number of [1, 2])
			for (const ending of ['svg', 'png', 'csv']) {
				const name = file(locale, number, ending);
				const [old, own] = await Promise.all([site, changed].map(({ folder }) => readFile(join(folder, name))));
				expect(own?.equals(old ?? Buffer.alloc(0)), name).toBe(false);
			}
		expect(await changed.read(`${locale}/data/index.html`)).toContain('<data value="9900">');
	}
});

test('a letter that no font for pictures has stops the build and names the page', async () => {
	const copy = join(await freshFolder(), 'content');
	await cp(fixture, copy, { recursive: true });
	const text = join(copy, 'visit/island/ko.mdx');
	await writeFile(text, (await readFile(text, 'utf8')).replace('연도별 섬 방문객', '섬 방문객 𓀀'));
	const { code, out } = await run('build', { CONTENT_DIR: copy, OUT_DIR: join(await freshFolder(), 'dist') });
	expect(code).not.toBe(0);
	expect(out).toContain('visit/island/ko.mdx');
	expect(out).toContain('U+13000');
});
