import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
import { HtmlValidate } from 'html-validate';
import { XMLParser } from 'fast-xml-parser';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { build, type Built } from './project.ts';
import { vocabularyFaults } from './vocabulary.ts';

const tags: Readonly<Record<string, string>> = { vi: 'vi', en: 'en', ru: 'ru', ko: 'ko', zh: 'zh-Hans' };
const locales = Object.keys(tags);
let site: Built;
let pages: string[];
beforeAll(async () => {
	site = await build('content', { BUILD_DATE: '2026-11-21' });
	pages = (await site.files()).filter((file) => file.endsWith('.html'));
});

test('the demo builds in five languages', () => {
	expect(site.said).toMatchObject({ code: 0 });
	for (const locale of locales)
		expect(pages.filter((page) => page.startsWith(`${locale}/`)).length).toBeGreaterThan(25);
});

test('every page is sound HTML', async () => {
	const validator = new HtmlValidate({
		extends: ['html-validate:standard'],
		rules: {
			// Style of writing, not faults: the compiler's own habits.
			'attr-quotes': 'off',
			'doctype-style': 'off',
			'no-trailing-whitespace': 'off',
			'void-style': 'off',
			'attribute-boolean-style': 'off',
			'attribute-empty-style': 'off',
			'long-title': 'off',
			// Explicit roles help old readers where CSS takes the list style away.
			'no-redundant-role': 'off',
			'prefer-native-element': 'off',
			// Telephone numbers of emergency services have three digits.
			'tel-non-breaking': 'off',
		},
	});
	const faults: string[] = [];
	for (const page of pages) {
		const report = await validator.validateString(await site.read(page));
		for (const { messages } of report.results)
			faults.push(...messages.map(({ ruleId, message, line }) => `${page}:${line} ${ruleId} ${message}`));
	}
	expect(faults.slice(0, 20)).toEqual([]);
});

test('structured data can be read, and its addresses are the page’s own', async () => {
	for (const page of pages) {
		const html = await site.read(page);
		const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
		if (data === undefined) continue;
		const thing = JSON.parse(data) as { '@graph'?: { '@type': string; url?: string }[]; url?: string };
		const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
		expect(thing['@graph']?.[0]?.url ?? thing.url, page).toBe(canonical);
	}
	const kinds = async (path: string) => {
		const data =
			/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await site.read(`en/${path}/index.html`))?.[1] ??
			'{}';
		return (JSON.parse(data) as { '@graph'?: { '@type': string }[] })['@graph']?.[0]?.['@type'];
	};
	expect(await kinds('visit/ponagar-towers')).toBe('TouristAttraction');
	expect(await kinds('living/declare-temporary-residence')).toBe('GovernmentService');
	expect(await kinds('congress/during/provincial-congress-opening')).toBe('Event');
	expect(await kinds('congress/after/what-changes-for-residents')).toBe('FAQPage');
	expect(await kinds('congress/after/provincial-resolution')).toBe('NewsArticle');
});

test('structured data use schema.org’s words as its vocabulary has them, and are JSON-LD to a processor', async () => {
	const things = new Map<string, string>();
	for (const page of pages.filter((file) => file.startsWith('ko/'))) {
		const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await site.read(page))?.[1];
		if (data !== undefined) things.set(page, data);
	}
	expect(things.size).toBeGreaterThan(20);
	expect(vocabularyFaults(things)).toEqual([]);
	// What the judge is worth: it refuses a property of another type.
	const [name = '', sound = ''] = [...things].find(([, data]) => data.includes('"TouristAttraction"')) ?? [];
	expect(vocabularyFaults(new Map([[name, sound.replace('"geo"', '"legislationDate"')]]))).toHaveLength(1);
	const documentLoader = (url: string) =>
		Promise.resolve({ documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } } });
	for (const [page, data] of things) {
		const triples = await jsonld.toRDF(JSON.parse(data) as object, { documentLoader });
		expect(Array.isArray(triples) && triples.length, page).toBeGreaterThan(5);
	}
});

test('feeds are Atom and JSON Feed, tell translated texts only, and newest first', async () => {
	const parser = new XMLParser({ ignoreAttributes: false });
	for (const locale of locales) {
		const { feed } = parser.parse(await site.read(`${locale}/feed.xml`)) as {
			feed: { id: string; '@_xml:lang': string; entry: { id: string; updated: string }[] };
		};
		expect(feed['@_xml:lang']).toBe(tags[locale]);
		expect(feed.entry.length).toBeGreaterThan(15);
		const times = feed.entry.map(({ updated }) => updated);
		expect(times).toEqual([...times].sort().reverse());
		for (const { id } of feed.entry) expect(pages).toContain(`${new URL(id).pathname.slice(1)}index.html`);
		const json = JSON.parse(await site.read(`${locale}/feed.json`)) as { version: string; items: { url: string }[] };
		expect(json.version).toContain('jsonfeed.org/version/1');
		expect(json.items.map(({ url }) => url)).toEqual(feed.entry.map(({ id }) => id));
	}
	expect(await site.read('ko/feed.xml')).not.toContain('draft-political-report');
	expect(await site.read('ru/feed.xml')).toContain('draft-political-report');
});

test('a feed reader takes every feed of every section, with the language, titles, summaries and times of the pages', async () => {
	const feeds = (await site.files()).filter((file) => file.endsWith('feed.xml'));
	expect(feeds.length).toBeGreaterThanOrEqual(locales.length * 5);
	for (const file of feeds) {
		const { language, title, items } = parseFeed(await site.read(file));
		expect(language, file).toBe(tags[file.split('/')[0] ?? '']);
		expect(title).not.toBe('');
		for (const { url, title: name, description, published, updated } of items) {
			const html = await site.read(`${new URL(url ?? '').pathname.slice(1)}index.html`);
			expect(html).toContain(
				`<meta property="og:title" content="${(name ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
			);
			expect(description?.length).toBeGreaterThan(20);
			expect(Number(published)).toBeLessThanOrEqual(Number(updated));
		}
	}
});

test('calendars are read by another library, with whole days', async () => {
	for (const locale of locales) {
		const calendar = new ICAL.Component(ICAL.parse(await site.read(`${locale}/calendar.ics`)) as unknown[]);
		const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
		const opening = events.find(({ uid }) => uid.startsWith('congress.during.provincial-congress-opening'));
		expect(opening?.startDate.toString()).toBe('2025-09-21');
		expect(opening?.endDate.toString()).toBe('2025-09-24');
		expect(opening?.startDate.isDate).toBe(true);
		const draft = events.find(({ uid }) => uid.startsWith('congress.after.ward-action-programme-draft'));
		expect([draft?.startDate.toString(), draft?.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
		const page = await site.read(`${locale}/congress/after/ward-action-programme-draft/index.html`);
		expect(page).toContain('<time datetime="2026-11-16/2026-12-31">');
		expect(page).toMatch(/href="mailto:[^"]+subject=[^"]+ward-action-programme-draft"/);
	}
});

test('sitemaps list what may be found, with real days of change, and nothing else', async () => {
	const parser = new XMLParser({ ignoreAttributes: false });
	const { sitemapindex } = parser.parse(await site.read('sitemap.xml')) as {
		sitemapindex: { sitemap: { loc: string }[] };
	};
	expect(sitemapindex.sitemap).toHaveLength(5);
	for (const locale of locales) {
		const { urlset } = parser.parse(await site.read(`sitemap-${locale}.xml`)) as {
			urlset: { url: { loc: string; lastmod?: string }[] };
		};
		for (const { loc, lastmod } of urlset.url) {
			const html = await site.read(`${new URL(loc).pathname.slice(1)}index.html`);
			expect(html, loc).toContain(`<link rel="canonical" href="${loc}"`);
			expect(html).not.toContain('noindex');
			expect(lastmod).toMatch(/^\d{4}-\d\d-\d\d$/);
		}
	}
});

test('open data give every fact with unit, day and source, the same number in every language', async () => {
	const { facts } = JSON.parse(await site.read('en/data/facts.json')) as {
		facts: { id: string; value: string; sources: unknown[] }[];
	};
	expect(facts.length).toBeGreaterThan(100);
	for (const locale of locales) {
		const csv = await site.read(`${locale}/data/facts.csv`);
		expect(csv.startsWith('\ufeffid,')).toBe(true);
		expect(csv).toContain('visit-arrivals-2025.visitors,');
		expect(csv).toContain(',16400000,');
	}
});

interface Budget {
	readonly page: string;
	readonly script: number;
	readonly weight: number;
	readonly fonts: number;
}
const budgets = parse(readFileSync('budgets.yaml', 'utf8')) as Budget[];

/** Kind of the entry that a page shows, if it shows one. */
function kindOf(file: string): string | undefined {
	const source = `content/${file.replace(/^[a-z]+\//, '').replace(/index\.html$/, 'vi.mdx')}`;
	return existsSync(source) ? /^kind: (\w+)$/m.exec(readFileSync(source, 'utf8'))?.[1] : undefined;
}

/** Row of the budget table for a page of the build. */
function budgetOf(file: string, html: string): Budget {
	const row = (name: string) => budgets.find(({ page }) => page === name);
	const folder = /^[a-z]+\/(search|offline|data)\//.exec(file)?.[1];
	const place = /^[a-z]+\/(invest\/)?index\.html$/.exec(file);
	const ownName = place && (place[1] === undefined ? 'home' : 'sectors');
	const name = folder ?? ownName ?? kindOf(file) ?? 'list';
	const own = row(name) ?? row('text');
	if (!own) throw new Error(`No budget for ${name}`);
	// Charts and maps add to the weight that a page may have; whether it may have script is said by its kind.
	const drawn = [html.includes('<figure class="chart"') && 'charts', html.includes('class="map"') && 'maps'];
	const weights = drawn.flatMap((drawing) => (drawing === false ? [] : (row(drawing)?.weight ?? [])));
	return { ...own, weight: Math.max(own.weight, ...weights) };
}

/** Scripts that a page loads: those that it names, and the modules that they are made of. */
async function scriptsOf(html: string): Promise<string[]> {
	const found = [...html.matchAll(/<script[^>]*src="\/([^"]+)"/g)].map((match) => match[1] ?? '');
	for (const file of found)
		for (const [, name = ''] of (await site.read(file)).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
			if (!found.includes(`_assets/${name}`)) found.push(`_assets/${name}`);
	return found;
}

test('every page keeps to its budget: script, and weight of its words and styles', async () => {
	const sizes = new Map<string, number>();
	const size = async (file: string) => {
		const known = sizes.get(file) ?? brotliCompressSync(await site.read(file)).length;
		sizes.set(file, known);
		return known;
	};
	const over: string[] = [];
	const scripted = new Set<string>();
	for (const page of pages) {
		const html = await site.read(page);
		const budget = budgetOf(page, html);
		const linked = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
		const styles = await Promise.all(linked(/<link rel="stylesheet" href="\/([^"]+)"/g).map(size));
		const scripts = await Promise.all((await scriptsOf(html)).map(size));
		const weight = styles.reduce((sum, bytes) => sum + bytes, await size(page));
		const script = scripts.reduce((sum, bytes) => sum + bytes, 0);
		if (script > 0) scripted.add(budget.page);
		if (weight > budget.weight || script > budget.script)
			over.push(`${page}: ${weight} bytes, script ${script}; allowed ${budget.weight}, ${budget.script}`);
	}
	expect(over).toEqual([]);
	// The rows are those of real pages: each kind that may have script has some.
	for (const page of ['place', 'itinerary', 'guide', 'service', 'emergency', 'project', 'offline', 'search'])
		expect(scripted).toContain(page);
});

test('the service worker is one small classic script with the words of every language', async () => {
	const worker = await site.read('sw.js');
	expect(brotliCompressSync(worker).length).toBeLessThan(4096);
	expect(worker).not.toMatch(/\b(?:import|export)\b/);
	for (const words of ['Không có mạng', 'No network', 'Нет сети', '인터넷에 연결되지 않았습니다', '没有网络'])
		expect(worker).toContain(words);
	for (const page of pages) expect(await site.read(page), page).not.toContain('sw.js');
});

test('fonts come in at most three files, all of them within the budget of a page', async () => {
	const fonts = (await site.files()).filter((file) => file.endsWith('.woff2'));
	expect(fonts).toHaveLength(3);
	expect(fonts.reduce((sum, file) => sum + statSync(`${site.folder}/${file}`).size, 0)).toBeLessThanOrEqual(
		Math.min(...budgets.map(({ fonts: allowed }) => allowed)),
	);
});

test('all words of the site are composed Unicode', async () => {
	for (const page of pages) {
		const html = await site.read(page);
		expect(html === html.normalize('NFC'), page).toBe(true);
	}
});
