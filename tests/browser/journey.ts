import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { languages } from './pages.ts';

/** What a finger may touch. */
type Touchable = 'link' | 'button';

/** A task may take this many taps from the home page. */
const mostTaps = 3;

/**
 * A reader with a phone who starts at the home page of a language and gets something done, counting taps. Elements are found by
 * what a reader sees and a screen reader says, never by how the page is made.
 */
export class Journey {
	#taps = 0;
	readonly page: Page;
	readonly locale: keyof typeof languages;

	private constructor(page: Page, locale: keyof typeof languages) {
		this.page = page;
		this.locale = locale;
	}

	/** Opens the home page of a language. */
	static async from(page: Page, locale: keyof typeof languages): Promise<Journey> {
		const journey = new Journey(page, locale);
		await page.goto(`/${locale}/`);
		await journey.arrive();
		return journey;
	}

	/** Text of the page. */
	get main(): Locator {
		return this.page.getByRole('main');
	}

	/** Touches something with a name, anywhere or in one part of the page. */
	async tap(role: Touchable, name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
		this.#taps += 1;
		expect(this.#taps, `taps from home, “${String(name)}” included`).toBeLessThanOrEqual(mostTaps);
		const target = within.getByRole(role, { name, exact: true }).first();
		await expect(target).toBeVisible();
		await target.click();
	}

	/** Follows a link to another page of the site in the reader's language. */
	async go(name: string | RegExp, within?: Page | Locator): Promise<void> {
		const before = this.page.url();
		await this.tap('link', name, within);
		await expect(this.page).not.toHaveURL(before);
		await this.arrive();
	}

	/** Takes a file with one tap. */
	async take(
		name: string | RegExp,
		within?: Page | Locator,
	): Promise<{ readonly name: string; readonly text: string }> {
		const download = this.page.waitForEvent('download');
		await this.tap('link', name, within);
		const file = await download;
		return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
	}

	/** The page speaks the reader's language and does not have to be pushed sideways. */
	async arrive(): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(this.page.locator('html')).toHaveAttribute('lang', languages[this.locale]);
		const beyond = () =>
			this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		// On a slow network the text is there before its style sheets; nothing is painted until they are.
		await expect.poll(beyond, { message: 'pixels beyond the edge' }).toBe(0);
	}

	/** A value from the ledger of the page, by its label. */
	value(label: string): Locator {
		return this.main
			.locator('div')
			.filter({ has: this.page.getByRole('term').filter({ hasText: label }) })
			.last()
			.getByRole('definition');
	}
}

/** Bits per second and waiting time of a third-generation network in a bad place, as WebPageTest's “3G Slow”. */
const slow = { latency: 400, bits: 400_000 };

/** Makes the network of a page slow; the next `setOffline` ends it. */
export async function slowNetwork(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const bytes = slow.bits / 8;
	await devtools.send('Network.enable');
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: slow.latency,
		downloadThroughput: bytes,
		uploadThroughput: bytes,
	});
}
