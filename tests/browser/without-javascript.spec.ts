import { expect, test } from '@playwright/test';
import { locales, ownPages } from './pages.ts';

test.use({ javaScriptEnabled: false });

for (const locale of locales)
	test(`the emergency numbers are one tap from every page in ${locale}, in sight on a small phone`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: 360, height: 640 });
		for (const path of ownPages) {
			await page.goto(`/${locale}${path}`);
			await expect(page.locator(`.tools a[href="/${locale}/living/emergency-numbers/"]`)).toBeInViewport({ ratio: 1 });
			await expect(page.locator('.foot a[href="tel:115"]')).toBeVisible();
		}
	});

test('search says that it needs script and where to go without', async ({ page }) => {
	for (const locale of locales) {
		await page.goto(`/${locale}/search/`);
		await page.locator('noscript a, .notice-bar a').first().click();
		await expect(page).toHaveURL(`/${locale}/all/`);
	}
});

test('every page can be reached through the list of all pages', async ({ page }) => {
	await page.goto('/ko/all/');
	const links = await page
		.locator('main li a')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	expect(links.length).toBeGreaterThanOrEqual(20);
	for (const href of links.slice(0, 5)) expect((await page.goto(href))?.status()).toBe(200);
});

test('a page says who publishes it, at which level, from when and in which language', async ({ page }) => {
	await page.goto('/ru/congress/after/provincial-resolution/');
	const about = page.getByRole('complementary', { name: 'Об этой странице' });
	for (const words of [
		'Народный комитет квартала Нячанг',
		'провинци',
		'2 октября 2025',
		'Перевод с вьетнамского',
		'congress/after/provincial-resolution',
	])
		await expect(about).toContainText(words);
});
