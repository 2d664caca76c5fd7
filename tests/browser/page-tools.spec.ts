import { expect, test, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { locales } from './pages.ts';

const place = '/visit/ponagar-towers/';
const service = '/living/declare-temporary-residence/';

const card = (page: Page) => page.locator('[data-card]');
const open = (page: Page) => card(page).locator('[data-open]');
const close = (page: Page) => card(page).locator('[data-close]');

/** The card takes the whole window, in large dark letters on white paper, and nothing else can be seen or reached. */
async function expectWholeScreen(page: Page): Promise<void> {
	const size = page.viewportSize();
	expect(await card(page).boundingBox()).toEqual({ x: 0, y: 0, ...size });
	await expect(page.locator('.masthead')).toBeHidden();
	await expect(page.locator('.foot')).toBeHidden();
	await expect(card(page)).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await expect(card(page)).toHaveCSS('color', 'rgb(10, 33, 46)');
	const letters = await card(page)
		.locator('.show')
		.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize));
	expect(letters).toBeGreaterThanOrEqual(27);
	expect(
		await card(page)
			.locator('.show')
			.evaluate((words) => words.scrollWidth <= words.clientWidth),
	).toBe(true);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, colorScheme: 'dark', viewport: { width: 360, height: 640 } });
	for (const path of [place, service])
		test(`the card of ${path} fills the screen and goes away again`, async ({ page }) => {
			for (const locale of locales) {
				await page.goto(`/${locale}${path}`);
				await expect(close(page)).toBeHidden();
				await open(page).click();
				await expectWholeScreen(page);
				await close(page).click();
				await expect(close(page)).toBeHidden();
				await expect(page.locator('.masthead')).toBeVisible();
			}
		});

	test('papers are ticked and cleared, and no button is there that does nothing', async ({ page }) => {
		await page.goto(`/en${service}`);
		const boxes = page.getByRole('checkbox');
		await boxes.first().check();
		await page.getByRole('button', { name: 'Clear all ticks' }).click();
		await expect(boxes.first()).not.toBeChecked();
		await expect(page.locator('[data-send]')).toBeHidden();
		await page.goto(`/en${place}`);
		await expect(page.locator('[data-copy]')).toBeHidden();
	});
});

for (const size of [
	{ width: 360, height: 640 },
	{ width: 740, height: 360 },
	{ width: 1280, height: 800 },
])
	test(`a card on the whole screen of ${size.width} × ${size.height} can be worked with the keyboard`, async ({
		page,
	}) => {
		await page.setViewportSize(size);
		await page.goto(`/ru${place}`);
		await open(page).focus();
		await page.keyboard.press('Enter');
		await expect(close(page)).toBeFocused();
		await expectWholeScreen(page);
		await page.keyboard.press('Escape');
		await expect(open(page)).toBeFocused();
		await expect(page.locator('.masthead')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(close(page)).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(open(page)).toBeFocused();
		// Closing left no step behind: “back” does not bring the card again.
		expect(new URL(page.url()).hash).toBe('');
	});

test('the device’s own “back” closes the card, and an address with the card can be sent', async ({ page }) => {
	await page.goto(`/ko${service}`);
	await open(page).click();
	await expect(close(page)).toBeFocused();
	await page.goBack();
	await expect(close(page)).toBeHidden();
	await page.goto(`/ko${place}#show-card`);
	await expect(close(page)).toBeFocused();
	await close(page).click();
	await expect(open(page)).toBeFocused();
	await expect(page.locator('.masthead')).toBeVisible();
});

test('a place gives its Vietnamese address to copy, and its position for a map', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	for (const locale of locales) {
		await page.goto(`/${locale}${place}`);
		await page.locator('[data-copy]').click();
		await expect(card(page).getByRole('status')).not.toBeEmpty();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			'Tháp Bà Ponagar, bên sông Cái, Nha Trang, Khánh Hòa',
		);
		await expect(card(page).locator('a[href="geo:12.265,109.196"]')).toBeVisible();
		await expect(page.locator('.key-facts a[href="geo:12.265,109.196"]')).toHaveText('12.265, 109.196');
	}
});

test('what could not be copied or sent is told in words', async ({ page }) => {
	await page.addInitScript(() => {
		Reflect.deleteProperty(Navigator.prototype, 'share');
		Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	await page.goto(`/en${place}`);
	await page.locator('[data-copy]').click();
	await expect(card(page).getByRole('status')).toContainText('Could not be copied');
	await page.locator('[data-send]').click();
	await expect(page.locator('.send-page').getByRole('status')).toContainText('Could not be sent');
});

test('ticks are cleared, are sent nowhere, and are kept nowhere', async ({ page }) => {
	await page.goto(`/en${service}`);
	const address = page.url();
	const boxes = page.getByRole('checkbox');
	const clear = page.getByRole('button', { name: 'Clear all ticks' });
	await expect(boxes).toHaveCount(4);
	await expect(clear).toBeHidden();
	await boxes.nth(1).focus();
	await page.keyboard.press('Space');
	await expect(boxes.nth(1)).toBeChecked();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(address);
	await expect(boxes.nth(1)).toBeChecked();
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
	await page.emulateMedia({ media: 'print' });
	await expect(boxes.nth(1)).toHaveCSS('appearance', 'none');
	await expect(boxes.nth(1)).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
	await expect(clear).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await clear.click();
	await expect(boxes.nth(1)).not.toBeChecked();
	await boxes.nth(0).check();
	await page.reload();
	await expect(boxes.nth(0)).not.toBeChecked();
});

test('a page is sent by the device, with its title and without what was done on it', async ({ page }) => {
	await page.addInitScript(() => {
		Navigator.prototype.share = (data) => {
			Reflect.set(globalThis, 'shared', data);
			return Promise.reject(new DOMException('thought better of it', 'AbortError'));
		};
	});
	await page.goto(`/zh${place}?from=mail#sources`);
	await page.locator('[data-send]').click();
	const shared = await page.evaluate(() => Reflect.get(globalThis, 'shared') as unknown);
	expect(shared).toEqual({ title: '婆那加占婆塔', url: `${new URL(page.url()).origin}/zh${place}` });
	await expect(page.locator('.send-page').getByRole('status')).toBeEmpty();
});

test('a page is sent by its address where the device has no way of sharing', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
	const path = '/en/invest/ninh-xuan-1-industrial-park/';
	await page.goto(path);
	await page.locator('[data-send]').click();
	await expect(page.locator('.send-page').getByRole('status')).toHaveText('Page address copied');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(path, page.url()).href);
});

test('a place and a service with their cards are printed on one or two sheets, in every language', async ({ page }) => {
	test.setTimeout(180_000);
	const pages = locales.flatMap((locale) =>
		['visit', 'living'].flatMap((section) =>
			readdirSync(`dist/${locale}/${section}`, { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.map((entry) => `/${locale}/${section}/${entry.name}/`),
		),
	);
	let printed = 0;
	for (const path of pages) {
		await page.goto(path);
		if ((await card(page).count()) === 0) continue;
		printed++;
		const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
		expect(sheets?.length, path).toBeLessThanOrEqual(2);
	}
	expect(printed).toBeGreaterThanOrEqual(15);
});
