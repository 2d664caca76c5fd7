import { expect, test, type Page } from '@playwright/test';
import { locales } from './pages.ts';

test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });

/** Follows the links of a page by their addresses, as a finger does: each must be there to be touched. */
async function tap(page: Page, ...addresses: string[]): Promise<void> {
	expect(addresses.length, 'taps from home').toBeLessThanOrEqual(3);
	for (const address of addresses) {
		const link = page.locator(`main a[href="${address}"], header a[href="${address}"]`).first();
		await expect(link).toBeVisible();
		await link.click();
		await expect(page).toHaveURL(address);
	}
}

for (const locale of locales)
	test(`the fee and the place for declaring a stay are one tap from home in ${locale}`, async ({ page }) => {
		await page.goto(`/${locale}/`);
		await tap(page, `/${locale}/living/declare-temporary-residence/`);
		const fee = { vi: 'Miễn phí', en: 'None', ru: 'Бесплатно', ko: '무료', zh: '免费' }[locale];
		await expect(page.locator('.key-facts')).toContainText(fee);
		await expect(page.locator('.opening').first()).toBeVisible();
	});

test('a Korean finds the note on visa and flights for Korea first, two taps from home', async ({ page }) => {
	await page.goto('/ko/');
	await tap(page, '/ko/visit/before-you-come/');
	const notes = page.locator('.market');
	await expect(notes.first()).toContainText('대한민국');
	await expect(notes.first()).toContainText('45일');
	await expect(notes.first()).toContainText('항공편');
	await expect(notes).toHaveCount(4);
});

test('a festival goes into a calendar in three taps', async ({ page }) => {
	await page.goto('/ko/');
	await tap(page, '/ko/visit/', '/ko/visit/tet-in-nha-trang/');
	const link = page.getByRole('link', { name: '캘린더에 추가' });
	await expect(link).toBeVisible();
	const address = (await link.getAttribute('href')) ?? '';
	const answer = await page.request.get(address);
	expect(answer.headers()['content-type']).toContain('text/calendar');
	expect(await answer.text()).toContain('DTSTART;VALUE=DATE:20270206');
});

test('the days on which an office is closed stand on its card, with a way to all holidays', async ({ page }) => {
	await page.goto('/en/living/work-permit/');
	const card = page.locator('.contact').filter({ hasText: 'Public Administration Service Centre' });
	await expect(card).toContainText('Monday–Friday');
	await expect(card).toContainText('07:30–11:30, 13:30–17:00');
	await card.getByRole('link', { name: 'Closed on' }).click();
	await expect(page).toHaveURL('/en/living/#holidays');
	await expect(page.getByRole('heading', { name: 'Public holidays' })).toBeInViewport();
});

test('the strip of months can be read aloud', async ({ page }) => {
	await page.goto('/en/visit/before-you-come/');
	const table = page.getByRole('table', { name: /Rain and sun through the year/ });
	await expect(table.getByRole('columnheader', { name: 'September' })).toBeVisible();
	await expect(table.getByRole('cell', { name: 'Rainy season' })).toHaveCount(4);
});

for (const locale of locales)
	test(`the emergency numbers fill one sheet for the wall in ${locale}`, async ({ page }) => {
		await page.goto(`/${locale}/living/emergency-numbers/`);
		await page.emulateMedia({ media: 'print' });
		// A4 less its margins, at 96 pixels an inch.
		await page.setViewportSize({ width: 673, height: 1009 });
		const sources = await page.locator('#sources').boundingBox();
		expect(sources?.y).toBeLessThan(1009);
		await expect(page.locator('.snapshot dd').first()).toContainText('113');
	});
