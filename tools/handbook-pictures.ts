// Makes the pictures of the handbook, docs/pictures/*.png, from what an editor really sees: does what docs/vi/start.md and
// docs/vi/translate.md say in a fresh folder, and looks at the preview, the finished site and what the commands print.
// Run by developers: node tools/handbook-pictures.ts. Its output is committed.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { Editor, stepsOf, type Running } from '../tests/build/handbook-walk.ts';
import { findChromium } from '../tests/chromium.ts';

const folder = 'docs/pictures';
const size = { width: 960, height: 640 };

/** A picture with few colours: light, and letters stay sharp. */
async function save(name: string, bytes: Buffer): Promise<void> {
	for (const colours of [256, 128, 64, 32]) {
		const picture = await sharp(bytes).png({ palette: true, colours, effort: 10 }).toBuffer();
		if (picture.length >= 118_000 && colours > 32) continue;
		await writeFile(join(folder, `${name}.png`), picture);
		console.log(`${name}.png  ${picture.length}`);
		return;
	}
}

interface View {
	readonly height?: number;
	/** What stands at the top of the picture; the head of the page when left out. */
	readonly from?: string;
}

async function photograph(page: Page, name: string, address: string, view: View = {}): Promise<void> {
	const { height = size.height, from } = view;
	await page.setViewportSize({ ...size, height });
	// The preview keeps a connection open: it is never idle.
	await page.goto(address, { waitUntil: 'load' });
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	if (from !== undefined)
		await page
			.locator(from)
			.first()
			.evaluate((element) => element.scrollIntoView());
	await page.waitForTimeout(300);
	await save(name, await page.screenshot());
	// The preview loads its page again whenever a file changes.
	await page.goto('about:blank');
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What a command printed, as a terminal shows it; npm's own lines about the script are left out. */
async function terminal(page: Page, name: string, line: string, said: string): Promise<void> {
	const words = said.replace(/^\n?> .*\n> .*\n\n*/, '').trimEnd();
	await page.setViewportSize({ ...size, height: 100 });
	await page.setContent(`<!doctype html><html lang="vi"><meta charset="utf-8"><style>
body{margin:0;background:#1e1e1e;color:#d4d4d4;font:13px/1.5 "Noto Sans Mono","DejaVu Sans Mono",monospace}
header{background:#2d2d2d;padding:.4rem .9rem;font:12px system-ui,sans-serif;color:#bbb}
pre{margin:0;padding:.8rem .9rem 1rem;white-space:pre-wrap;font:inherit}b{color:#fff}i{color:#4ec9b0;font-style:normal}
</style><header>Terminal</header><pre><i>nhip-cau&gt;</i> <b>${escape(line)}</b>\n\n${escape(words)}</pre>`);
	await save(name, await page.screenshot({ fullPage: true }));
}

const { executablePath, args } = findChromium();
const browser = await chromium.launch({ args: [...args], ...(executablePath !== undefined && { executablePath }) });
const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5, colorScheme: 'light', locale: 'vi-VN' });
const editor = await Editor.begin();
const entry = '/vi/visit/central-market/';
let preview: Running | undefined;
try {
	await mkdir(folder, { recursive: true });
	/** Starts a line and waits for its first page. */
	const open = async (line: string): Promise<Running> => {
		const site = await editor.serve(line);
		for (let tries = 0; tries < 120; tries += 1) {
			const isThere = await fetch(`${site.url}/vi/`).then(
				({ ok }) => ok,
				() => false,
			);
			if (isThere) return site;
			await new Promise((wake) => setTimeout(wake, 500));
		}
		throw new Error(`Nothing answers: ${line}\n${(await site.stop()).out}`);
	};

	for (const step of stepsOf(await readFile('docs/vi/start.md', 'utf8'))) {
		if (step.does === 'write') await editor.write(step.block);
		if (step.does !== 'run') continue;
		let isServed = false;
		for (const line of step.lines) {
			if (line === 'npm ci') continue;
			if (line === 'npm run dev') {
				preview = await open(line);
				await photograph(page, 'preview-home', `${preview.url}/vi/`);
			} else if (line === 'npm run serve') {
				await preview?.stop();
				const site = await open(line);
				await photograph(page, 'published', site.url + entry, { height: 860, from: 'main figure' });
				await site.stop();
				isServed = true;
			} else {
				const { code, out } = await editor.run(line);
				if (line.startsWith('npm run new')) await terminal(page, 'new', line, out);
				if (line !== 'npm run check' || !preview) continue;
				// The preview reads the folder again when a file changes; give it time.
				await page.waitForTimeout(1500);
				if (code !== 0) {
					await terminal(page, 'check', line, out);
					await photograph(page, 'preview-problem', preview.url + entry, { height: 360 });
				} else await photograph(page, 'preview-draft', preview.url + entry, { height: 640 });
			}
		}
		// What follows is for looking up.
		if (isServed) break;
	}

	const shown = new Set(['npm run status', 'npm run status -- --board']);
	for (const step of stepsOf(await readFile('docs/vi/translate.md', 'utf8'))) {
		if (shown.size === 0) break;
		if (step.does === 'write') await editor.write(step.block);
		if (step.does !== 'run') continue;
		for (const line of step.lines) {
			const { out } = await editor.run(line);
			if (line === 'npm run status') await terminal(page, 'status', line, out);
			if (line.endsWith('--board'))
				await photograph(page, 'board', pathToFileURL(join(editor.project, '.site/board/index.html')).href, {
					height: 900,
				});
			shown.delete(line);
		}
	}
} finally {
	await preview?.stop();
	await browser.close();
	await rm(dirname(editor.project), { recursive: true });
}
