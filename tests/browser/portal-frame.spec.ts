import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

/** A portal of somebody else: another origin, one page with our frame in it. */
let portal: Server;
let address: string;

test.beforeAll(async ({ baseURL }) => {
	portal = createServer((_request, response) => {
		response
			.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
			.end(
				`<!doctype html><html lang="ko"><title>포털</title><iframe src="${baseURL}/ko/embed/visit/" title="여행" width="360" height="560"></iframe></html>`,
			);
	});
	await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/`;
});
test.afterAll(() => new Promise((resolve) => portal.close(resolve)));

test('a reader of a portal sees the latest in the frame and reads the original in the whole window', async ({
	page,
	baseURL,
}) => {
	await page.goto(address);
	const frame = page.frameLocator('iframe');
	const first = frame.getByRole('listitem').first().getByRole('link');
	const title = await first.innerText();
	await first.click();
	await expect(page).toHaveURL(new RegExp(`^${baseURL}/ko/visit/.+`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});
