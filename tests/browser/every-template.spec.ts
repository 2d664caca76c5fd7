import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { languages, locales, pagesOf, settingsFor } from './pages.ts';

/** Everything that a page must not do, gathered while it is open. */
function watch(page: Page) {
	const origin = new URL(test.info().project.use.baseURL ?? '').origin;
	const complaints: string[] = [];
	page.on('console', (message) => {
		// A page for a missing address is itself answered with 404, and Chromium says so.
		if (['error', 'warning'].includes(message.type()) && !message.text().includes('status of 404'))
			complaints.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== origin) complaints.push(`request: ${request.url()}`);
	});
	return complaints;
}

for (const locale of locales)
	for (const [name, path] of Object.entries(pagesOf(locale))) {
		const address = `/${locale}${path}`;
		for (const { width, scheme } of settingsFor(address))
			test(`${name} in ${locale} at ${width} pixels, ${scheme}, is sound`, async ({ page }) => {
				await page.emulateMedia({ colorScheme: scheme });
				await page.setViewportSize({ width, height: 800 });
				const complaints = watch(page);
				await page.goto(address, { waitUntil: 'networkidle' });
				await expect(page.locator('html')).toHaveAttribute('lang', languages[locale]);
				await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
				const { violations } = await new AxeBuilder({ page })
					.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
					.analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
				// The narrowest screen, for every page and language.
				await page.setViewportSize({ width: 320, height: 640 });
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
				).toBe(0);
				expect(complaints).toEqual([]);
			});
	}

test('the gateway names every language in its own words', async ({ page }) => {
	const complaints = watch(page);
	for (const path of ['/', '/languages/']) {
		await page.goto(path);
		for (const locale of locales)
			await expect(page.locator(`li[lang="${languages[locale]}"] a`)).toHaveAttribute('href', `/${locale}/`);
	}
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
	expect(complaints).toEqual([]);
});
