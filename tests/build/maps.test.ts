import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../chromium.ts';
import { fortyPlaces, languages, nameOf } from '../forty-places.ts';
import { build, freshFolder, type Built } from './project.ts';

let site: Built;
let browser: Browser;

/** A place as an editor would write it. */
const fields = (index: number, locale: string, more: readonly string[]) =>
	[
		'---',
		`title: "${nameOf(index, locale)}"`,
		`description: "${index}"`,
		`opening: "${index}"`,
		...more,
		'---',
		'',
		nameOf(index, locale),
		'',
	].join('\n');

/** The demo's `site.yaml` and coast, with forty places and nothing else. */
async function contentOfForty(): Promise<string> {
	const root = join(await freshFolder(), 'content');
	await mkdir(root, { recursive: true });
	await cp('content/map', join(root, 'map'), { recursive: true });
	const config = await readFile('content/site.yaml', 'utf8');
	const kept = config
		.split(/^(?=\S)/m)
		.filter((block) => !/^(?:home|emergency|footer|corrections|congresses|phases):/.test(block));
	await writeFile(join(root, 'site.yaml'), `${kept.join('')}\nhome: { title: { vi: Nơi }, intro: { vi: Lời } }\n`);
	for (const [index, { lat, lon }] of fortyPlaces(7, 75).entries()) {
		const folder = join(root, 'visit', `place-${index + 1}`);
		await mkdir(folder, { recursive: true });
		for (const locale of languages)
			await writeFile(
				join(folder, `${locale}.mdx`),
				fields(
					index,
					locale,
					locale === 'vi'
						? [
								'kind: place',
								'date: 2026-01-01',
								'status: approved',
								'level: ward',
								'origin: own',
								`position: { lat: ${lat}, lon: ${lon} }`,
								`address: "${nameOf(index, 'vi')}"`,
							]
						: ['translation: human', 'updated: 2026-01-02'],
				),
			);
	}
	return root;
}

beforeAll(async () => {
	site = await build(await contentOfForty());
	const { executablePath, args } = findChromium();
	browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: [...args] });
});
afterAll(() => browser.close());

/** A page of the build, from its files. */
async function open(path: string, width: number): Promise<Page> {
	const page = await browser.newPage({ viewport: { width, height: 900 } });
	await page.route('**/*', (route) => {
		const { pathname } = new URL(route.request().url());
		return route.fulfill({ path: join(site.folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname) });
	});
	await page.goto(`http://forty.test${path}`, { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready);
	return page;
}

/** Labels that the map shows, as the browser laid them out. */
const measure = (page: Page) =>
	page.evaluate(() => {
		const map = document.querySelector('.map-drawing');
		if (!map) throw new Error('no map');
		const boxOf = (element: Element) => {
			const { left, right, top, bottom } = element.getBoundingClientRect();
			return { words: element.textContent, left, right, top, bottom };
		};
		return {
			paper: boxOf(map),
			labels: [...map.querySelectorAll('text')]
				.filter(
					(text) =>
						text.getClientRects().length > 0 && getComputedStyle(text.parentElement as Element).display !== 'none',
				)
				.map(boxOf),
			numbers: [...map.querySelectorAll('.map-no')]
				.filter((item) => getComputedStyle(item.closest('g') as Element).display !== 'none')
				.map((item) => item.textContent),
			list: [...document.querySelectorAll('.map-list li')].map((item) => ({
				number: item.querySelector('.map-no')?.textContent,
				name: item.querySelector('a')?.textContent.trim(),
			})),
		};
	});

test('the site of forty places is built', () => {
	expect(site.said).toMatchObject({ code: 0 });
});

describe.each(languages)('forty places, twelve of them within three kilometres, in %s', (locale) => {
	test.each([360, 1280])(
		'at %i pixels no two labels touch, nothing is cut, and every place is named',
		async (width) => {
			const page = await open(`/${locale}/visit/`, width);
			const { paper, labels, numbers, list } = await measure(page);
			await page.close();
			for (const [index, a] of labels.entries()) {
				expect(
					Math.min(a.left - paper.left, paper.right - a.right, a.top - paper.top, paper.bottom - a.bottom),
					a.words,
				).toBeGreaterThanOrEqual(0);
				for (const b of labels.slice(index + 1))
					expect([
						a.words,
						b.words,
						a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
					]).toEqual([a.words, b.words, false]);
			}
			const numbered = numbers.flatMap((words) =>
				[...words.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from = '', to = from]) =>
					Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => String(Number(from) + step)),
				),
			);
			expect(numbered.sort((a, b) => Number(a) - Number(b))).toEqual(list.map(({ number }) => number));
			const names = Array.from({ length: 40 }, (_, index) => nameOf(index, locale));
			expect(list.map(({ name }) => name).sort()).toEqual(names.sort());
		},
	);
});
