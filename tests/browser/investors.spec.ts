import { expect, test } from '@playwright/test';
import { languages, locales } from './pages.ts';

const rows = 'section[data-list] li[data-kind]';

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('an investor reaches each list by a link with its count, and no dead control is shown', async ({ page }) => {
		for (const locale of locales) {
			await page.goto(`/${locale}/invest/`);
			await expect(page.locator('form.filter')).toBeHidden();
			const links = page.locator('.list-links a[href^="#"]');
			expect(await links.count()).toBeGreaterThanOrEqual(5);
			for (const link of await links.all()) {
				const target = (await link.getAttribute('href')) ?? '';
				await link.click();
				await expect(page).toHaveURL(`/${locale}/invest/${target}`);
				await expect(page.locator(`h2${target}`)).toBeInViewport();
				if (target === '#compare') continue;
				const count = await page.locator(`section[aria-labelledby="${target.slice(1)}"] li[data-kind]`).count();
				expect(await link.textContent()).toMatch(new RegExp(`[(（]${count}[)）]`));
			}
		}
	});

	test('the projects of a sector are on its page', async ({ page }) => {
		await page.goto('/ru/invest/energy-sector/');
		await page.locator('.investor-projects a').first().click();
		await expect(page).toHaveURL('/ru/invest/sample-market-solar-roof/');
	});
});

test('a choice narrows the lists, is kept in the address, and is told to a screen reader', async ({ page }) => {
	await page.goto('/ru/invest/');
	const total = await page.locator(rows).count();
	const status = page.getByRole('status');
	await expect(status).toHaveText(`Показано: ${total} из ${total}.`);
	await page.getByLabel('Стадия проекта').selectOption('calling');
	await expect(page).toHaveURL('/ru/invest/?stage=calling');
	await expect(page.locator(`${rows}:visible`)).toHaveCount(1);
	await expect(status).toHaveText(`Показано: 1 из ${total}.`);
	await expect(page.locator('h2#sectors')).toBeHidden();
	await page.getByLabel('Вид').selectOption('sector');
	await expect(status).toHaveText('Под эти условия не подходит ни одна страница.');
	await page.getByRole('button', { name: 'Показать все' }).click();
	await expect(page).toHaveURL('/ru/invest/');
	await expect(page.locator(`${rows}:visible`)).toHaveCount(total);
});

test('an address with a choice opens with that choice, in every language', async ({ page }) => {
	for (const locale of locales) {
		await page.goto(`/${locale}/invest/?sector=energy-sector&kind=castle`);
		await expect(page.locator('select[name="sector"]')).toHaveValue('energy-sector');
		await expect(page.locator('select[name="kind"]')).toHaveValue('');
		const found = page.locator(`${rows}:visible`);
		await expect(found).toHaveCount(2);
		const label = await page.locator('select[name="sector"] option:checked').textContent();
		expect(label).toMatch(/[(（]2[)）]/);
	}
});

test('the filter can be used by keyboard alone', async ({ page }) => {
	await page.goto('/en/invest/');
	await page.getByLabel('Kind').focus();
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Sector or zone')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(page).toHaveURL(/\?sector=/);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/en/invest/');
});

test('the table that compares moves inside its own frame on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	for (const locale of locales) {
		await page.goto(`/${locale}/invest/#compare`);
		const frame = page.locator('.invest-table');
		expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
			0,
		);
		await frame.focus();
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
	}
});

test('the file of figures comes with one tap and under a name that says what it is', async ({ page }) => {
	await page.goto('/ru/invest/energy-sector/');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Данные в формате CSV' }).click(),
	]);
	expect(file.suggestedFilename()).toBe('energy-sector.ru.csv');
});

for (const locale of locales)
	test(`each sheet is one A4 page in ${locale}, with publisher, dates, sources and its address`, async ({ page }) => {
		for (const sector of ['energy-sector', 'tourism-services-sector', 'van-phong-economic-zone']) {
			await page.goto(`/${locale}/invest/${sector}/`);
			await page.locator('.downloads a').first().click();
			await expect(page).toHaveURL(`/${locale}/invest/${sector}/sheet/`);
			await expect(page.locator('html')).toHaveAttribute('lang', languages[locale]);
			const pdf = await page.pdf({ preferCSSPageSize: true });
			expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), sector).toHaveLength(1);
			await page.emulateMedia({ media: 'print' });
			await expect(page.locator('.page-address')).toContainText(`/${locale}/invest/${sector}/`);
			await expect(page.locator('.byline')).toContainText('2026');
			await expect(page.locator('.languages')).toBeHidden();
			const numbers = await page.locator('main .ref').allTextContents();
			expect(numbers.length).toBeGreaterThan(5);
			const last = Math.max(...numbers.map((text) => Number(/\d+/.exec(text)?.[0])));
			await expect(page.locator('.source-list li')).toHaveCount(last);
			await page.emulateMedia({ media: null });
		}
	});

test('on paper no step is torn apart', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	await page.goto('/ru/invest/steps-to-invest/');
	const breaks = await page
		.locator('.step')
		.evaluateAll((steps) => steps.map((step) => getComputedStyle(step).breakInside));
	expect(breaks).toEqual(Array(6).fill('avoid'));
});
