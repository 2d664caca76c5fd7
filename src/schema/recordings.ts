/**
 * Films and recordings beside a text: how their files are named, and how large they may be. A text names one file,
 * `./film.mp4`; each language has its own, `film.vi.mp4`, with other formats of the same and captions under the same name:
 * `film.vi.webm`, `film.vi.vtt`. A language without its own takes that of the source.
 */

/** Endings of films that browsers play, the one that all of them know first. */
export const filmEndings: readonly string[] = ['mp4', 'webm'];
/** Endings of recordings that browsers and podcast programs play. */
export const soundEndings: readonly string[] = ['mp3', 'm4a', 'ogg', 'opus'];
/** Ending of captions (WebVTT). */
export const captionsEnding = 'vtt';

/** Most bytes of a file, by what it is: what a phone on a poor network can load while it plays, and a repository can hold. */
export const mostBytes = { film: 40_000_000, sound: 20_000_000, captions: 200_000 } as const;
/** Seconds by which the length in the front matter may miss the file's, and two files of one cut each other. */
export const durationTolerance = 0.5;

/** Headings under which the words of a film or recording stand. */
export const transcriptHeading =
	/lời|chép|nội dung|nói gì|bằng chữ|bản ghi|phụ đề|thuyết minh|transcript|in words|says|is said|расшифровк|стенограмм|текст|говорит|대본|녹취|원고|내용|말하|文字|字幕|讲稿|说了什么|内容|書き起こし|文字起こし/iu;

/** Ending of a name, in small letters. */
export const endingOf = (name: string): string => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a file of the name is; undefined for one that is not published as film, recording or captions. */
export function roleOf(name: string): keyof typeof mostBytes | undefined {
	const ending = endingOf(name);
	if (filmEndings.includes(ending)) return 'film';
	if (soundEndings.includes(ending)) return 'sound';
	return ending === captionsEnding ? 'captions' : undefined;
}

/** Files of one film or recording in one language. */
export interface RecordingFiles {
	/** Language of the file; undefined where one file without a language in its name stands for all. */
	readonly locale: string | undefined;
	/** The file in the format that the text names. */
	readonly main: string;
	/** The same in other formats. */
	readonly others: readonly string[];
}

const partsOf = (src: string) => {
	const name = src.replace(/^\.\//, '');
	const dot = name.lastIndexOf('.');
	return { stem: name.slice(0, dot), ending: name.slice(dot + 1) };
};

/** Name of a language's file: `fileIn('./film.mp4', 'ko')` → `film.ko.mp4`. */
export function fileIn(src: string, locale: string | undefined, ending = partsOf(src).ending): string {
	return [partsOf(src).stem, locale, ending].filter((part) => part !== undefined).join('.');
}

/**
 * The files that are played for a text.
 *
 * @param src - As the text names it, `./film.mp4`.
 * @param locales - Languages to look for, best first.
 * @param files - Names of the files beside the text.
 * @returns Undefined when there is none of these languages, nor one for all.
 */
export function recordingFiles(
	src: string,
	locales: readonly string[],
	files: readonly string[],
): RecordingFiles | undefined {
	const locale = [...locales, undefined].find((item) => files.includes(fileIn(src, item)));
	const main = fileIn(src, locale);
	if (!files.includes(main)) return undefined;
	const endings = filmEndings.includes(endingOf(main)) ? filmEndings : soundEndings;
	const others = endings
		.filter((ending) => ending !== endingOf(main))
		.map((ending) => fileIn(src, locale, ending))
		.filter((name) => files.includes(name));
	return { locale, main, others };
}

/** Captions beside a text, by language, in the order of the languages. */
export function captionFiles(
	src: string,
	locales: readonly string[],
	files: readonly string[],
): { readonly locale: string; readonly name: string }[] {
	return locales
		.map((locale) => ({ locale, name: fileIn(src, locale, captionsEnding) }))
		.filter(({ name }) => files.includes(name));
}
