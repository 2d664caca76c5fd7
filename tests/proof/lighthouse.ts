// Lighthouse, mobile, median of three runs, on home, lists and texts in five languages; search without SEO, as it is not to be found.
// Fails when a median is under 100. Writes proof/lighthouse.json and a table.
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { brotliCompressSync } from 'node:zlib';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../chromium.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const pages = ['/', '/visit/', '/congress/after/provincial-resolution/', '/search/'];
const locales = ['vi', 'en', 'ru', 'ko', 'zh'];
const types: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css',
	js: 'text/javascript',
	svg: 'image/svg+xml',
	png: 'image/png',
	woff2: 'font/woff2',
	xml: 'application/xml',
	txt: 'text/plain',
};

/** Serves the build as a careful host does: compressed text, long life for hashed files. */
const server = createServer((request, response) => {
	const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
	const file = join('dist', path.endsWith('/') ? `${path}index.html` : path);
	readFile(file).then(
		(bytes) => {
			const ending = file.slice(file.lastIndexOf('.') + 1);
			const isText = ['html', 'css', 'js', 'svg', 'xml', 'txt'].includes(ending);
			response.writeHead(200, {
				'content-type': types[ending] ?? 'application/octet-stream',
				'cache-control': /\/_(assets|pictures)\//.test(path)
					? 'public, max-age=31536000, immutable'
					: 'public, max-age=300',
				...(isText && { 'content-encoding': 'br' }),
			});
			response.end(isText ? brotliCompressSync(bytes) : bytes);
		},
		() => response.writeHead(404).end(),
	);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

const { executablePath, args } = findChromium();
const debugPort = 9339;
const browser = await chromium.launch({
	...(executablePath !== undefined && { executablePath }),
	args: [...args, `--remote-debugging-port=${debugPort}`],
});
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const runs = Number(process.env['LIGHTHOUSE_RUNS'] ?? 3);
const rows: Record<string, unknown>[] = [];
let isWhole = true;
for (const page of pages)
	for (const locale of locales) {
		const wanted = page === '/search/' ? categories.filter((name) => name !== 'seo') : categories;
		const scores: Record<string, number[]> = {};
		const faults = new Set<string>();
		const figures: Record<string, number[]> = {
			'largest-contentful-paint': [],
			'cumulative-layout-shift': [],
			'total-byte-weight': [],
		};
		for (let run = 0; run < runs; run++) {
			const result = await lighthouse(`${origin}/${locale}${page}`, {
				port: debugPort,
				onlyCategories: wanted,
				logLevel: 'error',
				output: 'json',
			});
			if (!result) throw new Error('Lighthouse gave no result');
			for (const name of wanted)
				(scores[name] ??= []).push(Math.round((result.lhr.categories[name]?.score ?? 0) * 100));
			for (const name of Object.keys(figures)) figures[name]?.push(result.lhr.audits[name]?.numericValue ?? 0);
			for (const name of wanted)
				for (const { id, weight } of result.lhr.categories[name]?.auditRefs ?? [])
					if (weight > 0 && (result.lhr.audits[id]?.score ?? 1) < 0.9) faults.add(id);
		}
		const medians = Object.fromEntries(Object.entries(scores).map(([name, values]) => [name, median(values)]));
		const others = Object.fromEntries(
			Object.entries(figures).map(([name, values]) => [name, Math.round(median(values) * 1000) / 1000]),
		);
		const isPassed = Object.values(medians).every((score) => score === 100);
		isWhole &&= isPassed;
		rows.push({ page: `/${locale}${page}`, ...medians, ...others, ...(faults.size > 0 && { faults: [...faults] }) });
		console.log(
			`${isPassed ? '✓' : '✘'} /${locale}${page} ${JSON.stringify(medians)} ${JSON.stringify(others)} ${[...faults].join(' ')}`,
		);
	}
await browser.close();
server.close();
await mkdir('proof', { recursive: true });
await writeFile('proof/lighthouse.json', `${JSON.stringify(rows, null, '\t')}\n`);
process.exitCode = isWhole ? 0 : 1;
