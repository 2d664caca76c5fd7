// Makes what drawings need of fonts: files whose outlines become pictures, and the widths by which labels are placed.
// Run by developers: node tools/drawing-fonts.ts [folder of @fontsource/noto-sans-kr] [folder of @fontsource/noto-sans-sc]
// The two folders are only read when the Korean and Chinese files are to be renewed; they are too large to be a dependency
// (`npm pack @fontsource/noto-sans-kr` and unpack). The output is committed, so that a build needs neither tool nor package.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';

const folder = 'src/drawing/fonts';
/** Between the weights of text and of strong words: one weight carries titles and labels of a picture. */
const weight = 560;
/** Strong words are the widest: a label that has room in them has room. */
const widest = 640;

const [hangul, han] = process.argv.slice(2);
if (hangul) await copyFile(`${hangul}/files/noto-sans-kr-korean-500-normal.woff2`, `${folder}/hangul.woff2`);
if (han) await copyFile(`${han}/files/noto-sans-sc-chinese-simplified-500-normal.woff2`, `${folder}/han.woff2`);

const widths = new Map<number, string>();
for (const script of ['latin', 'vietnamese', 'cyrillic']) {
	const whole = await readFile(`src/styles/fonts/text-${script}.woff2`);
	const letters = (create(whole) as Font).characterSet.map((code) => String.fromCodePoint(code)).join('');
	const pinned = (at: number) =>
		subsetFont(whole, letters, {
			targetFormat: 'woff2',
			variationAxes: { wght: { min: at, max: at, default: at } },
		});
	await writeFile(`${folder}/${script}.woff2`, await pinned(weight));
	const font = create(await pinned(widest)) as Font;
	for (const code of font.characterSet) {
		const percent = Math.ceil((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 100);
		const letter = String.fromCodePoint(code);
		if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) && !/\p{M}/u.test(letter))
			widths.set(percent, (widths.get(percent) ?? '') + letter);
	}
}
const lines = [...widths]
	.sort(([a], [b]) => a - b)
	.map(([percent, letters]) => `\t${percent}: ${JSON.stringify([...new Set(letters)].join(''))},`);
await writeFile(
	'src/drawing/letter-widths.ts',
	`/** Letters by their width in hundredths of the size of the letters, in strong words. Made by \`tools/drawing-fonts.ts\`. */\nexport const lettersByWidth: Readonly<Record<number, string>> = {\n${lines.join('\n')}\n};\n`,
);
