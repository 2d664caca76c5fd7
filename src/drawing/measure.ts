import { lettersByWidth } from './letter-widths.ts';

/** Fonts of readers differ a little from ours, and those of Korean and Chinese are the system's: labels get this much room more. */
const reserve = 1.06;
/** Width of a letter that no table knows: Hangul, Han, kana and whatever is as wide as high. */
const fullWidth = 1;

const widths = new Map(
	Object.entries(lettersByWidth).flatMap(([percent, letters]) =>
		[...letters].map((letter) => [letter, Number(percent) / 100] as const),
	),
);
const spaceWidth = 0.3;
const widthOf = (letter: string): number => {
	const known = widths.get(letter);
	if (known !== undefined) return known;
	if (/^\p{M}|[\u200b\u2060]$/u.test(letter)) return 0;
	return /^\s$/u.test(letter) ? spaceWidth : fullWidth;
};

/** Room that a line of words needs, in the unit of `size`; never less than what a browser draws with the fonts of the site. */
export function textWidth(text: string, size: number): number {
	let sum = 0;
	for (const letter of text.normalize('NFC')) sum += widthOf(letter);
	return sum * size * reserve;
}

/** Signs that open no line, and signs that close none. */
const neverFirst = /^[\s，。、；：？！）》」』】〉”’…・ー·,.;:!?)\]}»%％‰°]/u;
const neverLast = /[（《「『【〈“‘([{«]$/u;

/** Where a line may break: between words, and between any two signs of a script without spaces. */
function pieces(text: string, tag: string): string[] {
	if (!/^(?:zh|ja)/.test(tag)) return text.split(/(?<=[ \t\n\u200b–—/])(?=\S)/u);
	const words = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
	const joined: string[] = [];
	for (const word of words) {
		const last = joined.at(-1);
		if (last !== undefined && (neverFirst.test(word) || neverLast.test(last))) joined[joined.length - 1] = last + word;
		else joined.push(word);
	}
	return joined;
}

/** A piece that is wider than a line by itself, cut between letters. */
function cut(piece: string, size: number, width: number): string[] {
	const parts: string[][] = [];
	let part: string[] = [];
	for (const { segment } of new Intl.Segmenter().segment(piece)) {
		if (part.length > 0 && textWidth(`${part.join('')}${segment}`.trimEnd(), size) > width) {
			// A sign that opens no line takes the letter before it along.
			let end = part.length;
			while (end > 1 && neverFirst.test(part[end] ?? segment)) end--;
			parts.push(part.slice(0, end));
			part = part.slice(end);
		}
		part.push(segment);
	}
	return [...parts, part].map((letters) => letters.join(''));
}

/**
 * Lines of at most `width`.
 *
 * @param tag - Language of the words: it says where a line may break.
 * @example wrapText('дней работы съезда', 16, 90, 'ru') // ['дней', 'работы', 'съезда']
 */
export function wrapText(text: string, size: number, width: number, tag: string): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces(text.normalize('NFC').trim(), tag)) {
		if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
			lines.push(line.trimEnd());
			line = '';
		}
		if (textWidth(piece.trimEnd(), size) <= width) {
			line += piece;
			continue;
		}
		const parts = cut(piece, size, width);
		lines.push(...parts.slice(0, -1));
		line = parts.at(-1) ?? '';
	}
	return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
