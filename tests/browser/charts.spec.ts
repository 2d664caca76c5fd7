import { expect, test, type Page } from '@playwright/test';
import { locales } from './pages.ts';

const pages = [
	'/congress/after/province-in-charts/',
	'/congress/after/provincial-resolution/',
	'/congress/after/national-resolution-targets/',
	'/invest/investor-project-list/',
];

/** Words of the drawings in sight that touch each other, or leave the drawing or the page. */
const faultsOf = (page: Page) =>
	page.evaluate(() => {
		const faults: string[] = [];
		for (const drawing of document.querySelectorAll('.drawing svg')) {
			const frame = drawing.getBoundingClientRect();
			if (frame.width === 0) continue;
			const words = [...drawing.querySelectorAll('text')].map((text) => ({
				text: text.textContent,
				box: text.getBoundingClientRect(),
			}));
			for (const [index, { text, box }] of words.entries()) {
				if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`cut: ${text}`);
				for (const other of words.slice(index + 1)) {
					// Boxes of a browser hold the line's leading: letters touch where they share more than that.
					const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
					const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
					if (across > 0.5 && down > box.height * 0.25) faults.push(`touch: ${text} | ${other.text}`);
				}
			}
		}
		return faults;
	});

for (const locale of locales)
	for (const width of [360, 1280])
		test(`words of charts in ${locale} at ${width} pixels neither touch nor are cut`, async ({ page }) => {
			await page.setViewportSize({ width, height: 900 });
			for (const path of pages) {
				await page.goto(`/${locale}${path}`);
				await page.evaluate(() => document.fonts.ready);
				const shown = page.locator('.drawing svg:visible');
				await expect(shown).toHaveCount(await page.locator('figure.chart').count());
				expect(await faultsOf(page), path).toEqual([]);
				// No word is smaller than the small print of the page.
				const smallest = await shown.first().evaluate((svg) => {
					const { width: drawn } = svg.getBoundingClientRect();
					return (14 * drawn) / Number(svg.getAttribute('width'));
				});
				expect(smallest).toBeGreaterThan(13);
			}
		});

test('without script the table of a chart opens and its figures are links to the list of facts', async ({
	browser,
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto('/ko/invest/investor-project-list/');
	const chart = page.locator('figure.chart').first();
	await expect(chart.getByRole('table')).toBeHidden();
	await chart.getByText('그림의 수치를 표로 보기').click();
	await expect(chart.getByRole('row')).toHaveCount(9);
	await chart.getByRole('link', { name: '에너지 사업' }).click();
	await expect(page).toHaveURL(/\/ko\/data\/#inv-231-sectors\.energy$/);
	await expect(page.locator('[id="inv-231-sectors.energy"]')).toBeInViewport();
	await page.close();
});

test('a drawing has a name and a description for those who cannot see it', async ({ page }) => {
	await page.goto('/en/invest/investor-project-list/');
	const drawing = page.getByRole('img', { name: 'Projects in the list, by sector' });
	await expect(drawing).toHaveAccessibleDescription(/Trade, services and tourism come first/);
});

test('every file of every chart can be taken away', async ({ page, request }) => {
	const types = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv' };
	for (const locale of locales)
		for (const path of pages) {
			await page.goto(`/${locale}${path}`);
			const addresses = await page
				.locator('.downloads a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
			expect(addresses.length).toBeGreaterThanOrEqual(3);
			for (const address of addresses) {
				const answer = await request.get(address);
				expect(answer.status(), address).toBe(200);
				const ending = address.slice(-3) as keyof typeof types;
				expect(answer.headers()['content-type']).toContain(types[ending]);
			}
		}
});

test('a figure drawn is shown as a picture when its file is opened', async ({ page }) => {
	await page.goto('/zh/congress/after/province-in-charts/');
	const file = page.locator('a[href$="/province-in-charts-1.svg"]').first();
	const title = await page.locator('.sheet', { has: file }).locator('.sheet-title').innerText();
	await page.goto((await file.getAttribute('href')) ?? '');
	await expect(page.locator('title')).toHaveText(title);
});
