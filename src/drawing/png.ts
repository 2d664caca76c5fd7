import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import { hashOf, openCache } from '#cache/cache.ts';
import type { Drawing } from './marks.ts';
import { svgFile, type FileWords } from './svg.ts';

/** In the order in which a letter is looked for. */
const fontFiles = ['latin', 'vietnamese', 'cyrillic', 'hangul', 'han'] as const;
/** Raised when the same drawing is to give another picture. */
const recipe = 'drawing-1';

/** A letter that no font for pictures has. */
export class MissingLetterError extends Error {}

type Outline = NonNullable<FileWords['outline']>;

const folder = join(process.cwd(), 'src/drawing/fonts');
let loaded: Promise<readonly Font[]> | undefined;
const fonts = () =>
	(loaded ??= Promise.all(
		fontFiles.map(async (name) => create(await readFile(join(folder, `${name}.woff2`))) as Font),
	));

/** Outlines of letters, so that a picture needs no font of the machine that makes or shows it. */
async function outliner(): Promise<Outline> {
	const all = await fonts();
	const sets = all.map((font) => new Set(font.characterSet));
	const known = new Map<string, { readonly path: string; readonly advance: number }>();
	const glyph = (letter: string, size: number) => {
		const key = `${size}${letter}`;
		const found = known.get(key);
		if (found) return found;
		const code = letter.codePointAt(0) ?? 0;
		const font = all[sets.findIndex((set) => set.has(code))];
		if (!font) throw new MissingLetterError(`“${letter}” (U+${code.toString(16).toUpperCase().padStart(4, '0')})`);
		const scale = size / font.unitsPerEm;
		const { path, advanceWidth } = font.glyphForCodePoint(code);
		const made = { path: path.scale(scale, -scale).toSVG(), advance: advanceWidth * scale };
		known.set(key, made);
		return made;
	};
	// Every command of an outline is absolute: its numbers move by the place of the letter.
	const placed = (path: string, x: number, y: number) =>
		path.replace(/(-?[\d.]+(?:e-?\d+)?)[ ,](-?[\d.]+(?:e-?\d+)?)/g, (_all, left: string, top: string) => {
			const at = (value: number) => String(Math.round(value * 100) / 100);
			return `${at(Number(left) + x)} ${at(Number(top) + y)}`;
		});
	return (text, size, x, y, anchor) => {
		const letters = [...text.normalize('NFC').replace(/[\u200b\u2060]/gu, '')].map((letter) =>
			// Spaces of any width are blank: only the common one is in every font.
			glyph(/^\s$/u.test(letter) ? ' ' : letter, size),
		);
		const width = letters.reduce((sum, { advance }) => sum + advance, 0);
		let left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
		return letters
			.map(({ path, advance }) => {
				const own = path === '' ? '' : placed(path, left, y);
				left += advance;
				return own;
			})
			.join('');
	};
}

/**
 * A drawing as a picture of twice its size: the same bytes on every machine.
 *
 * @param cacheDir - Folder of kept results.
 * @throws {@link MissingLetterError} for a letter that none of our fonts has.
 */
export async function pngOf(drawing: Drawing, words: FileWords, cacheDir: string): Promise<Buffer> {
	const plain = svgFile(drawing, { ...words, fonts: '', title: '', description: '' });
	return openCache(join(cacheDir, 'drawings')).getOrMake(`${hashOf(recipe, plain).slice(0, 32)}.png`, async () => {
		const svg = svgFile(drawing, { ...words, outline: await outliner() });
		return sharp(Buffer.from(svg), { density: 144 }).png({ palette: true, colours: 64 }).toBuffer();
	});
}
