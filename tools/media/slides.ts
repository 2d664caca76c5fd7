import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../../tests/chromium.ts';
import type { Locale, Piece, Scene } from './piece.ts';

const tags: Readonly<Record<Locale, string>> = { vi: 'vi', en: 'en', ru: 'ru', ko: 'ko', zh: 'zh-Hans' };
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The hand of the site: paper, one horizon, a drawing that stands on it, words on the left. */
const style = `
@font-face{font-family:Text;src:url(FONTS/text-latin.woff2);font-weight:400 700}
@font-face{font-family:Text;src:url(FONTS/text-vietnamese.woff2);font-weight:400 700;unicode-range:U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,U+1EA0-1EF9}
@font-face{font-family:Text;src:url(FONTS/text-cyrillic.woff2);font-weight:400 700;unicode-range:U+401,U+410-44F,U+451,U+2116}
*{box-sizing:border-box;margin:0}
body{width:1280px;height:720px;background:#f8fbfc;color:#0e2432;font:420 30px/1.4 Text;position:relative;overflow:hidden}
:lang(ko){font-family:Text,"Noto Sans CJK KR";word-break:keep-all}
:lang(zh){font-family:Text,"Noto Sans CJK SC"}
main{position:absolute;left:72px;top:64px;width:650px;bottom:150px;display:flex;flex-direction:column;justify-content:center}
.over{font-size:28px;color:#394e59}
h1{font-size:52px;line-height:1.22;font-weight:660;letter-spacing:-.012em;text-wrap:balance}
:lang(ko) h1,:lang(zh) h1{font-weight:700;letter-spacing:0;line-height:1.32}
.figure{font-size:124px;line-height:1.1;font-weight:660;letter-spacing:-.02em;color:#9b3522;font-variant-numeric:lining-nums tabular-nums}
.under{margin-top:18px;font-size:32px}
.drawing{position:absolute;right:0;bottom:96px;width:560px;height:440px;object-fit:cover;object-position:50% 100%}
.horizon{position:absolute;left:0;right:0;bottom:93px;height:3px;background:#0e2432}
footer{position:absolute;left:72px;right:72px;bottom:26px;font-size:24px;color:#394e59;display:flex;justify-content:space-between}
dl{margin-top:26px;display:grid;grid-template-columns:1fr;gap:14px}
dt{font-size:28px;display:flex;justify-content:space-between;gap:20px}
dt b{font-weight:660}
dd{display:flex;flex-wrap:wrap;gap:4px;height:22px}
i{width:42px;height:22px;background:#c35f44}
i.part{background:#913726}`;

/** How wide one unit is drawn, so that the longest row fits. */
const brickRow = (value: number, unit: number) =>
	[...Array(Math.floor(value)).keys()].map(() => `<i style="width:${unit - 4}px"></i>`).join('') +
	(value % 1 > 0 ? `<i class="part" style="width:${Math.max(4, Math.round(unit * (value % 1)) - 4)}px"></i>` : '');

function html(scene: Scene, locale: Locale, site: string, voice: string): string {
	const say = (words: Readonly<Record<Locale, string>> | undefined) => (words ? escape(words[locale]) : '');
	const most = Math.max(...(scene.bricks ?? []).map(({ value }) => value), 1);
	const unit = Math.min(64, Math.floor(640 / Math.ceil(most)));
	const rows = (scene.bricks ?? []).map(
		({ label, value, text }) =>
			`<dt><span>${say(label)}</span><b>${text ? say(text) : value}</b></dt><dd>${brickRow(value, unit)}</dd>`,
	);
	const drawing = readFileSync(`content/${scene.drawing}`).toString('base64');
	return `<!doctype html><html lang="${tags[locale]}"><meta charset="utf-8"><style>${style.replaceAll(
		'FONTS',
		pathToFileURL(resolve('src/styles/fonts')).href,
	)}</style><main>${scene.over ? `<p class="over">${say(scene.over)}</p>` : ''}${
		scene.figure ? `<p class="figure">${say(scene.figure)}</p>` : ''
	}<h1${scene.figure ? ' style="font-size:40px"' : ''}>${say(scene.heading)}</h1>${
		scene.under ? `<p class="under">${say(scene.under)}</p>` : ''
	}${rows.length > 0 ? `<dl>${rows.join('')}</dl>` : ''}</main><img class="drawing" src="data:image/svg+xml;base64,${drawing}"><div class="horizon"></div><footer><span>${escape(
		site,
	)}</span><span>${escape(voice)}</span></footer></html>`;
}

/**
 * Draws one slide per scene, 1280 × 720, in the fonts of the site.
 *
 * @param site - Title of the site, at the foot of every slide.
 * @param voice - The words that say that the voice is synthetic.
 * @returns PNG files in the order of the scenes.
 */
export async function drawSlides(piece: Piece, locale: Locale, site: string, voice: string): Promise<Buffer[]> {
	const { executablePath, args } = findChromium();
	const browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: [...args] });
	const folder = mkdtempSync(join(tmpdir(), 'slides-'));
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
		const slides: Buffer[] = [];
		for (const scene of piece.scenes) {
			// A page of a file: only such pages are given fonts of files.
			const file = join(folder, 'slide.html');
			writeFileSync(file, html(scene, locale, site, voice));
			await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
			await page.evaluate(() => document.fonts.ready);
			const isCut = await page.evaluate(() => {
				const main = document.querySelector('main');
				return main !== null && main.scrollHeight > main.clientHeight;
			});
			if (isCut) throw new Error(`The words of a slide do not fit (${locale}): ${scene.heading[locale]}`);
			slides.push(await page.screenshot({ type: 'png' }));
		}
		return slides;
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true });
	}
}
