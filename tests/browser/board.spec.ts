import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveSite } from '#delivery/server.ts';
import { freshFolder, run } from '../build/project.ts';
import { settingsFor } from './pages.ts';

// One worker builds one board for all: two builds at once would share Astro's own files.
test.describe.configure({ mode: 'default' });

let folder: string;
/** Where the board lies on the disk: it is opened as an editor opens it, by a double click. */
const onDisk = () => pathToFileURL(join(folder, 'index.html')).href;

test.beforeAll(async () => {
	const place = await freshFolder();
	const content = join(place, 'content');
	folder = join(place, 'bảng');
	await cp('content', content, { recursive: true });
	const change = async (file: string, from: string | RegExp, to: string) => {
		const text = await readFile(join(content, file), 'utf8');
		await writeFile(join(content, file), text.replace(from, to));
	};
	// One of each state.
	await change('visit/ponagar-towers/vi.mdx', /^## .*$/m, '## Một tiêu đề khác hẳn trước đây');
	await change('living/emergency-numbers/ru.mdx', /^reviewedBy:.*\n/m, '');
	await rm(join(content, 'invest/van-phong-economic-zone/.source/zh.json'));
	await rm(join(content, 'congress/after/provincial-resolution/ko.mdx'));
	const said = await run('status', { CONTENT_DIR: content }, '--board', folder);
	expect(said.code, said.out).toBe(0);
});

function watch(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
	page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
	page.on('request', (request) => {
		if (!request.url().startsWith('file:')) complaints.push(`request: ${request.url()}`);
	});
	return complaints;
}

for (const { width, scheme } of settingsFor('board'))
	test(`the board opened from disk at ${width} pixels, ${scheme}, is sound`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await page.setViewportSize({ width, height: 800 });
		const complaints = watch(page);
		await page.goto(onDisk());
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		for (const state of ['behind', 'missing', 'unreviewed', 'unrecorded'])
			await page.locator(`td.is-${state} summary`).first().click();
		const fonts = await page.evaluate(async () =>
			[...(await document.fonts.ready)].filter(({ family }) => family === 'Text').map(({ status }) => status),
		);
		expect(fonts).toContain('loaded');
		expect(fonts).not.toContain('error');
		// Before axe asks for the style sheet by script, which no browser allows from a disk.
		expect(complaints).toEqual([]);
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
			0,
		);
	});

test('an editor finds by keyboard which part of a text changed, and the command to run', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto(onDisk());
	await page.getByRole('link', { name: 'Du lịch', exact: true }).press('Enter');
	const visits = page.getByRole('region', { name: 'Du lịch Visit' });
	await expect(visits).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => visits.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
	const row = visits.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'visit/ponagar-towers' }) });
	// Entries that are behind stand first.
	await expect(visits.getByRole('row').nth(1)).toContainText('visit/ponagar-towers');
	const cell = row.getByRole('cell').first();
	await cell.locator('summary').press('Enter');
	await expect(cell).toContainText('“Một tiêu đề khác hẳn trước đây”: đã sửa changed');
	await expect(cell.locator('code')).toContainText('npm run translate -- visit/ponagar-towers en');
});

test('a folded section opens when a link of the overview leads to it', async ({ page }) => {
	await page.goto(onDisk());
	const section = page.locator('details.entries').filter({ has: page.getByRole('heading', { name: 'Đầu tư' }) });
	await section.locator('> summary').click();
	await expect(section).not.toHaveAttribute('open');
	await page.getByRole('link', { name: 'Đầu tư', exact: true }).click();
	await expect(section).toHaveAttribute('open');
});

test('the board works from a server too, under any path', async ({ page }) => {
	const { url, server } = await serveSite(folder, '/work/board/', 0);
	try {
		const failed: string[] = [];
		page.on('response', (response) => {
			if (!response.ok()) failed.push(response.url());
		});
		await page.goto(url, { waitUntil: 'networkidle' });
		await expect(page.getByRole('img')).toHaveCount(0);
		await expect(page.locator('.brand img')).toHaveJSProperty('complete', true);
		expect(await page.locator('.brand img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
			0,
		);
		expect(failed).toEqual([]);
	} finally {
		server.close();
	}
});
