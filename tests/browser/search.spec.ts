import { expect, test } from '@playwright/test';

const questions = {
	vi: ['tạm trú', 'visit'],
	en: ['temporary residence', 'towers'],
	ru: ['виза', 'башни'],
	ko: ['비자', '탑'],
	zh: ['签证', '占婆'],
} as const;

for (const [locale, [query]] of Object.entries(questions))
	test(`a reader finds a page in ${locale} with the keyboard alone`, async ({ page }) => {
		await page.goto(`/${locale}/search/`);
		await page.locator('#query').focus();
		await page.keyboard.type(query);
		const first = page.locator('#results a').first();
		await expect(first).toBeVisible();
		expect(await first.getAttribute('href')).toMatch(new RegExp(`^/${locale}/`));
		await expect(page).toHaveURL((url) => url.searchParams.get('q') === query);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect(first).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`/${locale}/.+/`));
		await expect(page.getByRole('main')).toBeVisible();
	});

test('a search can be sent to somebody as an address', async ({ page }) => {
	await page.goto('/en/search/?q=expressway');
	await expect(page.locator('#results li').first()).toBeVisible();
	await expect(page.locator('#results mark').first()).toBeVisible();
	await expect(page.getByRole('status')).toContainText(/\d+ results?/);
});

test('filters by section and phase show their counts and narrow the results', async ({ page }) => {
	await page.goto('/en/search/?q=congress');
	await expect(page.getByRole('status')).toContainText(/result/);
	const all = await page.locator('#results li').count();
	const box = page.getByRole('checkbox', { name: /^During the Congress/ });
	const number = Number(await box.locator('xpath=ancestor::label').locator('.number').textContent());
	expect(number).toBeGreaterThan(0);
	await box.check();
	await expect(page.getByRole('status')).toContainText(`${number} result`);
	expect(number).toBeLessThanOrEqual(all);
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(page.locator('#results li')).toHaveCount(all);
});

test('a page shown in another language is not found in the reader’s', async ({ page }) => {
	await page.goto('/ko/search/?q=Political%20Report');
	await expect(page.getByRole('status')).not.toHaveText('');
	await expect(page.locator('#results a[href*="draft-political-report"]')).toHaveCount(0);
});

test('nothing found is an answer, with a way on', async ({ page }) => {
	await page.goto('/ru/search/?q=qqqqzzzz');
	await expect(page.getByRole('status')).toContainText('qqqqzzzz');
	await expect(page.locator('#hint a')).toHaveAttribute('href', '/ru/all/');
});

test('an engine that cannot be loaded is told in words', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('/en/search/?q=visa');
	await expect(page.getByRole('status')).toContainText('could not be loaded');
});

test('nothing is fetched before the box is used', async ({ page }) => {
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(request.url()));
	await page.goto('/en/search/', { waitUntil: 'networkidle' });
	expect(fetched.filter((url) => url.includes('/pagefind/'))).toEqual([]);
});
