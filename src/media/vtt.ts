/** A caption: when it is shown and what it says. */
export interface Cue {
	/** Seconds from the beginning. */
	readonly start: number;
	readonly end: number;
	/** Lines without tags, as they are read. */
	readonly lines: readonly string[];
	/** Line of the file on which its times stand, from 1. */
	readonly line: number;
}

/** What a file of captions has that a browser would pass over in silence. */
export interface VttFault {
	readonly line: number;
	readonly column: number;
	/**
	 * `header`: the first line is not `WEBVTT`; `time`: a line with `-->` whose times are not written as WebVTT wants them;
	 * `stray`: words that belong to no caption; `style`: a block that carries styles, which the policy of the site refuses.
	 */
	readonly fault: 'header' | 'time' | 'stray' | 'style';
	/** The line as it was typed. */
	readonly typed: string;
}

/** Captions as they were read. */
export interface Captions {
	readonly cues: readonly Cue[];
	readonly faults: readonly VttFault[];
}

const time = '(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})';
const timing = new RegExp(`^\\s*${time}[ \\t]+-->[ \\t]+${time}(?:[ \\t]+\\S.*)?\\s*$`);
const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	nbsp: '\u00a0',
	lrm: '\u200e',
	rlm: '\u200f',
};

/** A line of a caption as it is read: without `<v Name>`, `<i>` and the like, and with `&amp;` as `&`. */
const asRead = (line: string): string =>
	line
		.replace(/<[^>]*>/g, '')
		.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
		.trim();

const seconds = (parts: readonly (string | undefined)[]): number => {
	const [hours = '0', minutes = '0', whole = '0', thousandths = '0'] = parts;
	return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
};

/**
 * Reads captions as the WebVTT standard (W3C) has them, and keeps where each stands.
 *
 * @param text - A whole file; line ends of any kind, with or without byte-order mark.
 * @returns Captions in the order of the file, faults included. Never throws.
 */
export function readVtt(text: string): Captions {
	const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
	const cues: Cue[] = [];
	const faults: VttFault[] = [];
	const tell = (fault: VttFault['fault'], index: number) =>
		faults.push({ line: index + 1, column: 1, fault, typed: lines[index] ?? '' });
	if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) tell('header', 0);
	// Whatever follows the signature up to an empty line belongs to the head of the file.
	let index = lines[0]?.startsWith('WEBVTT') ? lines.findIndex((line) => line.trim() === '') : 0;
	if (index < 0) index = lines.length;
	while (index < lines.length) {
		if ((lines[index] ?? '').trim() === '') {
			index++;
			continue;
		}
		let end = index;
		while (end < lines.length && (lines[end] ?? '').trim() !== '') end++;
		readBlock(index, end);
		index = end;
	}
	return { cues, faults };

	function readBlock(from: number, to: number): void {
		const first = lines[from] ?? '';
		if (/^NOTE(?:\s|$)/.test(first)) return;
		if (/^(?:STYLE|REGION)\s*$/.test(first)) {
			tell('style', from);
			return;
		}
		// A name may stand before the times.
		const at = first.includes('-->') ? from : from + 1;
		const line = at < to ? (lines[at] ?? '') : '';
		if (!line.includes('-->')) {
			tell('stray', from);
			return;
		}
		const match = timing.exec(line);
		if (!match) {
			tell('time', at);
			return;
		}
		cues.push({
			start: seconds(match.slice(1, 5)),
			end: seconds(match.slice(5, 9)),
			lines: lines
				.slice(at + 1, to)
				.map(asRead)
				.filter((item) => item !== ''),
			line: at + 1,
		});
	}
}

/** Most columns of a line of captions, and most lines at once: what a phone held upright shows without covering the picture. */
export const captionBounds = { columns: 42, lines: 2 } as const;

/** Width of a line in columns: signs of Chinese, Japanese and Korean take two. */
export const columnsOf = (line: string): number =>
	[...line].reduce(
		(sum, sign) =>
			sum +
			(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u.test(sign)
				? 2
				: 1),
		0,
	);

/** Everything that captions say, as one text. Words of languages that write spaces are kept apart. */
export function wordsOf(cues: readonly Cue[]): string {
	return cues
		.flatMap(({ lines }) => lines)
		.reduce((text, line) => {
			const isJoined =
				text === '' || (/[\p{Script=Han}，。、：；？！”』」]$/u.test(text) && /^[\p{Script=Han}“『「]/u.test(line));
			return text + (isJoined ? '' : ' ') + line;
		}, '');
}
