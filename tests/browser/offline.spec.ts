import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { build } from '../build/project.ts';
import { serveChanging, type ChangingSite } from './changing-site.ts';
import { languages, locales } from './pages.ts';

test.use({ timezoneId: 'Asia/Ho_Chi_Minh' });

const place = '/visit/ponagar-towers/';
const emergency = '/living/emergency-numbers/';

/** Words of each language: what is pressed, how the day is said, what is said of a page that is not there. */
const words = {
	vi: {
		save: 'Lưu trang này',
		remove: 'Xóa bản lưu',
		savedOn: /^Đã lưu ngày \d+\/\d+\/\d{4}, \d+:\d\d$/,
		away: 'Không có mạng',
	},
	en: {
		save: 'Save this page',
		remove: 'Remove copy',
		savedOn: /^Saved on \d+ \w+ \d{4}, \d\d:\d\d$/,
		away: 'No network',
	},
	ru: {
		save: 'Сохранить страницу',
		remove: 'Удалить копию',
		savedOn: /^Сохранено \d+ [а-я]+ \d{4} г., \d+:\d\d$/,
		away: 'Нет сети',
	},
	ko: {
		save: '이 페이지를 저장해 두기',
		remove: '저장한 페이지 삭제',
		savedOn: /^저장한 때: \d{4}년 \d+월 \d+일 (?:오전|오후) \d+:\d\d$/,
		away: '인터넷에 연결되지 않았습니다',
	},
	zh: { save: '保存本页', remove: '删除副本', savedOn: /^保存于\d{4}年\d+月\d+日 \d+:\d\d$/, away: '没有网络' },
} as const;

let site: ChangingSite;
test.beforeEach(async () => {
	site = await serveChanging('dist');
});
test.afterEach(() => site.close());

/** Everything that the console says, and every answer to a page's question that does not come from the site. */
function watch(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
	page.on('pageerror', ({ message }) => {
		// Chromium on a busy machine gives up the cross-fade between two pages, with or without a worker.
		if (!message.includes('ViewTransition')) complaints.push(`error: ${message}`);
	});
	page.on('request', (request) => {
		if (new URL(request.url()).hostname !== 'localhost') complaints.push(`request: ${request.url()}`);
	});
	return complaints;
}

const status = (page: Page) => page.locator('[data-part="status"]');
const saveButton = (page: Page) => page.locator('[data-part="save"]');
const removeButton = (page: Page) => page.locator('[data-part="remove"]');

async function openAndSave(page: Page, path: string): Promise<void> {
	await page.goto(site.url + path);
	await saveButton(page).click();
	await expect(removeButton(page)).toBeVisible();
}

/** What lies on the device: names of caches, workers. */
const kept = (page: Page) =>
	page.evaluate(async () => ({
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
	}));

/** Pictures and fonts of the open page that are really there. */
const shown = (page: Page) =>
	page.evaluate(async () => ({
		pictures: [...document.images].map(({ complete, naturalWidth }) => complete && naturalWidth > 0),
		fonts: [...(await document.fonts.ready)].filter(({ family }) => family === 'Text').map((font) => font.status),
		sheets: [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0),
	}));

for (const locale of locales)
	test(`a place saved in ${locale} opens in flight mode with pictures, fonts and its day; so do the emergency numbers`, async ({
		page,
		context,
	}) => {
		const complaints = watch(page);
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(`${site.url}/${locale}${place}`);
		await page.getByRole('button', { name: words[locale].save }).click();
		await expect(page.getByRole('button', { name: words[locale].remove })).toBeVisible();
		await expect(status(page)).toHaveText(words[locale].savedOn);
		const online = await shown(page);
		await context.setOffline(true);
		await page.reload();
		await expect(page.locator('html')).toHaveAttribute('lang', languages[locale]);
		await expect(page.locator('.card .show')).toContainText('Ponagar');
		await expect(status(page)).toHaveText(words[locale].savedOn);
		expect(await shown(page)).toEqual(online);
		expect(online.pictures).not.toContain(false);
		expect(online.fonts).toContain('loaded');
		expect(online.fonts).not.toContain('error');
		await page.locator('[data-open]').click();
		await expect(page.locator('[data-close]')).toBeFocused();
		await page.keyboard.press('Escape');
		expect(complaints).toEqual([]);

		await page.locator('.tools .urgent').click();
		await expect(page).toHaveURL(`${site.url}/${locale}${emergency}`);
		await expect(page.locator('main a[href="tel:115"]').first()).toBeVisible();
		await expect(status(page)).toContainText(/\d{4}/);
		await expect(page.getByRole('button', { name: words[locale].save })).toBeVisible();

		await page.goto(`${site.url}/${locale}/visit/nha-trang-bay/?from=mail`);
		await expect(page.locator('html')).toHaveAttribute('lang', languages[locale]);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].away);
		await expect(page.locator('.saved-list .small')).toHaveText(words[locale].savedOn);
		await expect(page.locator('.dial a[href="tel:114"]')).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
			0,
		);
		await page.locator('.saved-list a').click();
		await expect(page).toHaveURL(`${site.url}/${locale}${place}`);
		await expect(page.locator('.card .show')).toBeVisible();
		expect(complaints).toEqual([]);
	});

test('the page for a page that is not there answers in the language that was asked for, and is accessible', async ({
	page,
	context,
}) => {
	await openAndSave(page, `/ko${place}`);
	await context.setOffline(true);
	await page.goto(`${site.url}/ru/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Нет сети');
	await expect(page.locator('.saved-list a')).toHaveAttribute('lang', 'ko');
	// The same style sheets in the same order as on the saved page.
	const sheets = () =>
		page.locator('link[rel="stylesheet"]').evaluateAll((all) => all.map((one) => (one as HTMLLinkElement).href));
	const away = await sheets();
	await page.locator('.saved-list a').click();
	await expect(removeButton(page)).toBeVisible();
	expect(await sheets()).toEqual(away);
	// An address without a language: that of what was saved last.
	await page.goto(`${site.url}/`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
	// Axe itself puts a script into the page, which the page's own policy refuses: looked at in a page without one.
	const html = await page.content();
	await context.setOffline(false);
	await page.goto(`${site.url}/robots.txt`);
	const copy = await context.newPage();
	await copy.setContent(html);
	const { violations } = await new AxeBuilder({ page: copy }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});

test('nothing is registered, fetched or kept before the reader asks for it', async ({ page }) => {
	await page.goto(`${site.url}/en${place}`, { waitUntil: 'networkidle' });
	await expect(saveButton(page)).toBeVisible();
	expect(await kept(page)).toEqual({ caches: [], workers: 0 });
	expect(site.asked).not.toContain('/sw.js');
	expect(site.asked).not.toContain(`/en${emergency}`);
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('a saved page takes far less than a megabyte', async ({ page }) => {
	await openAndSave(page, `/en${place}`);
	const bytes = await page.evaluate(async () => {
		let sum = 0;
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const key of await cache.keys()) sum += (await (await cache.match(key))?.arrayBuffer())?.byteLength ?? 0;
		}
		return sum;
	});
	expect(bytes).toBeGreaterThan(60_000);
	expect(bytes).toBeLessThan(400_000);
});

test('a page can be removed on itself, in flight mode too, and the last one takes the worker with it', async ({
	page,
	context,
}) => {
	await openAndSave(page, `/en${place}`);
	await page.reload();
	await context.setOffline(true);
	await page.reload();
	await removeButton(page).click();
	await expect(saveButton(page)).toBeVisible();
	await expect(saveButton(page)).toBeFocused();
	await expect(status(page)).toHaveText('The copy was removed from this device.');
	expect(await kept(page)).toEqual({ caches: [], workers: 0 });
});

test('the list shows what is saved in every language, works in flight mode, and removes one by one', async ({
	page,
	context,
}) => {
	await openAndSave(page, `/en${place}`);
	await openAndSave(page, `/ru/living/declare-temporary-residence/`);
	await context.setOffline(true);
	await page.goto(`${site.url}/en/offline/`);
	const rows = page.locator('.saved-list li');
	await expect(rows).toHaveCount(2);
	await expect(rows.first().locator('a')).toHaveAttribute('lang', 'ru');
	await page.getByRole('button', { name: 'Remove copy: Уведомление' }).click();
	await expect(rows).toHaveCount(1);
	await expect(page.locator('[data-saved-status]')).toHaveText('The copy was removed from this device.');
	await expect(page.getByRole('button', { name: 'Remove copy: Ponagar' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(rows).toHaveCount(0);
	await expect(page.locator('[data-saved-status]')).toContainText('No page has been saved yet.');
	expect(await kept(page)).toEqual({ caches: [], workers: 0 });
});

test('a saved page that is opened with a network is brought up to date without a word', async ({ page, context }) => {
	const path = `/en${place}`;
	await openAndSave(page, path);
	const html = await site.built(path);
	site.changes.set(path, html.replace('brick Cham', 'red-brick Cham').replace(/<h1>[^<]*/, '<h1>Changed title'));
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Changed title');
	await expect
		.poll(() =>
			page.evaluate(
				async (url) => (await (await caches.match(url))?.text())?.includes('Changed title'),
				site.url + path,
			),
		)
		.toBe(true);
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Changed title');
	await expect(removeButton(page)).toBeVisible();
});

test('a copy stays whole when bringing it up to date breaks off', async ({ page, context }) => {
	const path = `/en${place}`;
	await openAndSave(page, path);
	const before = await page.evaluate(
		async () => (await (await caches.open((await caches.keys())[0] ?? '')).keys()).length,
	);
	site.changes.set(path, (await site.built(path)).replace('/_assets/look.', '/_assets/gone.'));
	site.changes.set(`/en${emergency}`, 500);
	await page.reload();
	await page.waitForLoadState('networkidle');
	await context.setOffline(true);
	await page.reload();
	await expect(removeButton(page)).toBeVisible();
	expect((await shown(page)).sheets).toBe(true);
	expect(
		await page.evaluate(async () => (await (await caches.open((await caches.keys())[0] ?? '')).keys()).length),
	).toBe(before);
});

test('a server that is ill, or gives no answer, is as good as none', async ({ page }) => {
	const path = `/en${place}`;
	await openAndSave(page, path);
	site.changes.set(path, 502);
	await page.reload();
	await expect(page.locator('.card .show')).toContainText('Ponagar');
	site.changes.set(path, 'silence');
	await page.reload();
	await expect(page.locator('.card .show')).toContainText('Ponagar');
	await site.close();
	await page.reload();
	await expect(page.locator('.card .show')).toContainText('Ponagar');
	site = await serveChanging('dist');
});

test('a newer worker takes over and loses nothing', async ({ page, context }) => {
	const path = `/en${place}`;
	await openAndSave(page, path);
	const before = await kept(page);
	site.changes.set('/sw.js', `${await site.built('/sw.js')}\nself.isNewer = true;`);
	const taken = page.evaluate(
		() =>
			new Promise<void>((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true }),
			),
	);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await taken;
	expect(await kept(page)).toEqual(before);
	await context.setOffline(true);
	await page.reload();
	await expect(removeButton(page)).toBeVisible();
	await expect(page.locator('.card .show')).toContainText('Ponagar');
});

test('a picture that was shown in one width is there in another', async ({ page, context }) => {
	await openAndSave(page, `/en${place}`);
	await page.evaluate(async () => {
		const cache = await caches.open((await caches.keys())[0] ?? '');
		const pixel = new Uint8Array(await (await fetch('/mark.svg')).arrayBuffer());
		const headers = { 'content-type': 'image/svg+xml' };
		await cache.put('/_pictures/visit-sea-480.0123456789abcdef.avif', new Response(pixel, { headers }));
	});
	await context.setOffline(true);
	await page.reload();
	const load = (address: string) =>
		page.evaluate(
			(src) =>
				new Promise<boolean>((resolve) => {
					const image = new Image();
					image.onload = () => resolve(true);
					image.onerror = () => resolve(false);
					image.src = src;
				}),
			address,
		);
	expect(await load('/_pictures/visit-sea-1200.0123456789abcdef.webp')).toBe(true);
	expect(await load('/_pictures/visit-sea-1200.fedcba9876543210.webp')).toBe(false);
});

test('what cannot be saved is told in words, and nothing of it stays', async ({ page }) => {
	const path = `/en${place}`;
	const tell = async (told: string) => {
		await page.goto(site.url + path);
		await saveButton(page).click();
		await expect(status(page)).toContainText(told);
		await expect(saveButton(page)).toBeEnabled();
		expect(await kept(page)).toEqual({ caches: [], workers: 0 });
	};
	site.changes.set(`/en${emergency}`, 500);
	await tell('could not be fetched in full');
	site.changes.set(`/en${emergency}`, `<!doctype html><title>x</title>${'x'.repeat(1024 * 1024)}`);
	await tell('larger than 1 MB');
	site.changes.clear();
	await page.addInitScript(() => {
		Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	});
	await tell('no room left');
	await page.addInitScript(() => {
		CacheStorage.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));
	});
	await tell('did not allow');
});

test('a browser that cannot keep pages shows no button, and the list says why', async ({ page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
	await page.goto(`${site.url}/en${place}`, { waitUntil: 'networkidle' });
	await expect(saveButton(page)).toBeHidden();
	await expect(page.locator('.card .show')).toBeVisible();
	await page.goto(`${site.url}/en/offline/`);
	await expect(page.locator('[data-saved-status]')).toContainText('cannot save pages');
});

test('nothing on the page moves when the button appears, saved or not', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const top = async () => {
		await page.evaluate(() => document.fonts.ready);
		return page.locator('.reading').evaluate((text) => text.getBoundingClientRect().top + scrollY);
	};
	const before: Record<string, number> = {};
	await page.route('**/_assets/*.js', (route) => route.abort());
	for (const locale of locales) {
		await page.goto(`${site.url}/${locale}${place}`, { waitUntil: 'networkidle' });
		await expect(saveButton(page)).toBeHidden();
		before[locale] = await top();
	}
	await page.unroute('**/_assets/*.js');
	for (const locale of locales) {
		await page.goto(`${site.url}/${locale}${place}`, { waitUntil: 'networkidle' });
		await expect(saveButton(page)).toBeVisible();
		expect(await top(), locale).toBe(before[locale]);
		await saveButton(page).click();
		await expect(removeButton(page)).toBeVisible();
		expect(await top(), locale).toBe(before[locale]);
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('a page has no dead button, and the list says that it needs script', async ({ page }) => {
		await page.goto(`${site.url}/en${place}`);
		for (const button of await page.locator('.page-tools :is(button, a)').all()) await expect(button).toBeHidden();
		await expect(page.locator('.card .show')).toBeVisible();
		await page.goto(`${site.url}/zh/offline/`);
		await expect(page.locator('.notice-bar')).toContainText('保存页面需要JavaScript');
	});
});

test('all of it works under a path, beside other sites of the same host', async ({ page, context }) => {
	test.setTimeout(90_000);
	const built = await build(join('tests/fixtures/no-congress'), { BASE_PATH: '/portal/' });
	expect(built.said.code, built.said.out).toBe(0);
	await site.close();
	site = await serveChanging(built.folder, '/portal/');
	const complaints = watch(page);
	await openAndSave(page, '/en/visit/island/');
	const scopes = await page.evaluate(async () =>
		(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
	);
	expect(scopes).toEqual(['/portal/']);
	// Another site of the host keeps something of its own under the same kind of name.
	await page.evaluate(async () => {
		await (
			await caches.open('saved /other/ /other/en/')
		).put('/other/en/', new Response('', { headers: { 'saved-at': '1' } }));
	});
	await context.setOffline(true);
	await page.reload();
	await expect(removeButton(page)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.locator('.tools .urgent').click();
	await expect(page).toHaveURL(`${site.url}/en/living/emergency/`);
	await page.goto(`${site.url}/vi/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có mạng');
	await expect(page.locator('.saved-list a')).toHaveAttribute('href', '/portal/en/visit/island/');
	await page.goto(`${site.url}/en/offline/`);
	await page.getByRole('button', { name: /^Remove copy: / }).click();
	await expect(page.locator('.saved-list li')).toHaveCount(0);
	expect(await kept(page)).toEqual({ caches: ['saved /other/ /other/en/'], workers: 0 });
	expect(complaints).toEqual([]);
});
