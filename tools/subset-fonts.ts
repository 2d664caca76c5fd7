// Makes the fonts in src/styles/fonts/ from the packaged originals: only the letters that our languages write, one weight axis.
// Run by developers: node tools/subset-fonts.ts. Its output is committed, so that a build needs neither tool nor package.
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const ranges = {
	latin: [
		[0x20, 0x7e],
		[0xa0, 0xff],
		[0x2010, 0x2015],
		[0x2018, 0x201e],
		[0x2020, 0x2022],
		[0x2026, 0x2026],
		[0x2030, 0x2030],
		[0x2032, 0x2033],
		[0x2039, 0x203a],
		[0x20ac, 0x20ac],
		[0x2122, 0x2122],
		[0x2190, 0x2193],
		[0x2212, 0x2212],
		[0x2009, 0x200a],
		[0x202f, 0x202f],
		[0x2060, 0x2060],
	],
	vietnamese: [
		[0x102, 0x103],
		[0x110, 0x111],
		[0x128, 0x129],
		[0x168, 0x169],
		[0x1a0, 0x1a1],
		[0x1af, 0x1b0],
		[0x300, 0x301],
		[0x303, 0x303],
		[0x309, 0x309],
		[0x323, 0x323],
		[0x1ea0, 0x1ef9],
		[0x20ab, 0x20ab],
	],
	cyrillic: [
		[0x401, 0x401],
		[0x410, 0x44f],
		[0x451, 0x451],
		[0x2116, 0x2116],
	],
} as const;

const source = 'node_modules/@fontsource-variable/wix-madefor-text/files/wix-madefor-text';
for (const [subset, parts] of Object.entries(ranges)) {
	const text = parts
		.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
		.join('');
	const bytes = await subsetFont(await readFile(`${source}-${subset}-wght-normal.woff2`), text, {
		targetFormat: 'woff2',
		variationAxes: { wght: { min: 400, max: 700, default: 400 } },
	});
	await writeFile(`src/styles/fonts/text-${subset}.woff2`, bytes);
	const range = parts
		.map(([from, to]) => (from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`))
		.join(',');
	console.log(`${subset} ${bytes.length} bytes  unicode-range: ${range}`);
}
