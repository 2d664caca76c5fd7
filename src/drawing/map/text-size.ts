/**
 * Widths of letters in shares of the font's size, rounded up over the fonts that a reader may see: ours, and those of the
 * system that stand in for it. A label is never narrower in fact than it is taken to be here.
 */
const widths: readonly (readonly [RegExp, number])[] = [
	[/\p{M}/u, 0],
	[/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u, 1.02],
	[/[mwMWшщжюмыфШЩЖЮМЫФ@—%]/u, 1.02],
	[/[ijlịỉĩìíI.,:;'’‘!|()[\]·]/u, 0.4],
	[/[\s\u2009\u202f]/u, 0.36],
	[/[frt\-/“”"«»]/u, 0.52],
	[/\p{Lu}/u, 0.86],
	[/\p{N}/u, 0.7],
	[/\p{Script=Cyrillic}/u, 0.74],
];
const otherWidth = 0.7;
const known = new Map<string, number>();

function letterWidth(letter: string): number {
	const width = known.get(letter) ?? widths.find(([of]) => of.test(letter))?.[1] ?? otherWidth;
	known.set(letter, width);
	return width;
}

/** Most pixels that words can take in one line. */
export function textWidth(words: string, fontPixels: number): number {
	let sum = 0;
	for (const letter of words.normalize('NFC')) sum += letterWidth(letter);
	return sum * fontPixels;
}

/** Words as they may be parted at the end of a line, spaces left with the word before. */
function pieces(words: string, tag: string): string[] {
	if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return words.split(/(?<=[ \u2013/])/u);
	const parts = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(words)].map(({ segment }) => segment);
	// No line begins with a closing sign, and none ends with an opening one.
	return parts.reduce<string[]>((lines, part) => {
		const last = lines.at(-1);
		if (last !== undefined && (/^[\p{Pe}\p{Pf}\p{Po}\s]/u.test(part) || /[\p{Ps}\p{Pi}]$/u.test(last)))
			lines[lines.length - 1] = last + part;
		else lines.push(part);
		return lines;
	}, []);
}

/**
 * Breaks words into lines of at most a width, evenly.
 *
 * @returns The lines, or undefined when it takes more than `most` lines or a word alone is too wide.
 */
export function wrap(
	words: string,
	tag: string,
	{ fontPixels, maxWidth, most }: { readonly fontPixels: number; readonly maxWidth: number; readonly most: number },
): string[] | undefined {
	const parts = pieces(words, tag);
	const fill = (width: number): string[] =>
		parts.reduce<string[]>((lines, part) => {
			const last = lines.at(-1);
			if (last !== undefined && textWidth((last + part).trimEnd(), fontPixels) <= width)
				lines[lines.length - 1] = last + part;
			else lines.push(part);
			return lines;
		}, []);
	const lines = fill(maxWidth);
	const isWide = (line: string, width: number) => textWidth(line.trimEnd(), fontPixels) > width;
	if (lines.length > most || lines.some((line) => isWide(line, maxWidth))) return undefined;
	// The narrowest width that needs no further line: two lines of like length, not a long and a short one.
	for (let width = maxWidth / lines.length; width < maxWidth; width += fontPixels / 2) {
		const even = fill(width);
		if (even.length === lines.length && !even.some((line) => isWide(line, width)))
			return even.map((line) => line.trimEnd());
	}
	return lines.map((line) => line.trimEnd());
}
