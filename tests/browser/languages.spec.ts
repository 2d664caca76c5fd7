import { expect, test } from '@playwright/test';
import { languages, locales } from './pages.ts';

const translated = 'visit/ponagar-towers';
const untranslated = 'congress/before/draft-political-report';
const hidden = 'visit/bau-truc-pottery';

test('the switcher keeps the page, in the same order in every language', async ({ page }) => {
	for (const locale of locales) {
		await page.goto(`/${locale}/${translated}/`);
		const links = page.locator('.languages a');
		expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
			locales.map((other) => `/${other}/${translated}/`),
		);
		await expect(links.nth(locales.indexOf(locale))).toHaveAttribute('aria-current', 'true');
	}
});

test('a reader changes the language with the keyboard', async ({ page }) => {
	await page.goto(`/vi/${translated}/`);
	await page.keyboard.press('Tab');
	await expect(page.locator('.skip')).toBeFocused();
	for (let presses = 0; presses < 8; presses++) {
		await page.keyboard.press('Tab');
		if (await page.locator('.languages a[hreflang="ko"]').evaluate((link) => link === document.activeElement)) break;
	}
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/ko/${translated}/`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('a page not yet in Korean says so in Korean and shows the English text', async ({ page }) => {
	await page.goto(`/ko/${untranslated}/`);
	await expect(page.getByRole('note').first()).toHaveAttribute('lang', 'ko');
	await expect(page.getByRole('main')).toHaveAttribute('lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
	await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
	await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
	await expect(page.locator('.languages a[hreflang="ko"]')).toHaveClass(/unbuilt/);
	await expect(page.locator('.languages a[hreflang="ru"]')).not.toHaveClass(/unbuilt/);
	// The way on stays in the reader's language.
	for (const href of await page
		.locator('main a[href^="/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
		if (!href.startsWith('/vi/congress/before/draft')) expect(href).toMatch(/^\/ko\//);
});

test('where untranslated texts are hidden there is no page, no list entry, and the switcher says so', async ({
	page,
}) => {
	expect((await page.goto(`/zh/${hidden}/`))?.status()).toBe(404);
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
	await page.goto('/zh/visit/');
	await expect(page.locator(`a[href="/zh/${hidden}/"]`)).toHaveCount(0);
	await page.goto(`/ko/${hidden}/`);
	await expect(page.locator('.languages a[hreflang="zh-Hans"]')).toHaveAttribute('href', '/zh/visit/');
});

test('hreflang is given among real translations only, and each gives it back', async ({ page }) => {
	const alternates = async (path: string) => {
		await page.goto(path);
		return page
			.locator('link[rel="alternate"][hreflang]')
			.evaluateAll((links) =>
				links.map((link) => [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? '']),
			);
	};
	const tags = (pairs: string[][]) => pairs.map(([tag]) => tag);
	expect(tags(await alternates(`/vi/${untranslated}/`))).toEqual(['vi', 'en', 'ru', 'x-default']);
	const all = await alternates(`/vi/${translated}/`);
	expect(tags(all)).toEqual([...Object.values(languages), 'x-default']);
	for (const locale of locales) expect(await alternates(`/${locale}/${translated}/`)).toEqual(all);
});
