/** No-break space. */
const keep = '\u00a0';

/** One-letter and short words that must not end a line in Russian. */
const clinging = /(?<=^|[\s(«])([авикосуяАВИКОСУЯ]|во|ко|об|от|до|за|из|на|не|ни|но|по|со) (?=\S)/gu;

/** Rules by language: what must stay together on a line. */
const rules: Readonly<Record<string, (text: string) => string>> = {
	ru: (text) =>
		text
			.replace(clinging, `$1${keep}`)
			.replace(/№ (?=\d)/gu, `№${keep}`)
			.replace(/(\d) (?=[а-я%°])/gu, `$1${keep}`)
			.replace(/ (?=[–—](?:\s|$))/gu, keep),
	en: (text) =>
		text
			.replace(
				/(\d) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December|million|billion|trillion|km|ha|m|MW)\b)/gu,
				`$1${keep}`,
			)
			.replace(/(?<=^|\s)([Aa]|I) (?=\S)/gu, `$1${keep}`)
			.replace(/\bNo\. (?=\d)/gu, `No.${keep}`),
	vi: (text) =>
		text
			.replace(/(\d) (?=(?:triệu|tỷ|nghìn|km|ha|m|MW|đồng|giờ|ngày|tháng|năm)(?![\p{L}]))/gu, `$1${keep}`)
			.replace(/\bsố (?=\d)/gu, `số${keep}`),
};

/** Puts no-break spaces where a typographer of the language would; other languages keep numbers and symbols of units together. */
export function typeset(tag: string, text: string): string {
	const rule = rules[new Intl.Locale(tag).language];
	const kept = text.replace(/(\d) (?=(?:km²?|ha|m|MW|DWT)(?![\p{L}]))/gu, `$1${keep}`);
	return rule ? rule(kept) : kept;
}

/** Languages written without spaces, whose titles may break only between words. */
const unspaced = new Set(['zh', 'ja']);

/**
 * Cuts a title at its word bounds, for languages written without spaces.
 *
 * @returns Pieces between which a line may break; one piece for languages with spaces.
 */
export function titlePieces(tag: string, title: string): string[] {
	if (!unspaced.has(new Intl.Locale(tag).language)) return [title];
	const pieces: string[] = [];
	for (const { segment, isWordLike } of new Intl.Segmenter(tag, { granularity: 'word' }).segment(title)) {
		const last = pieces.at(-1);
		const isClosing = /^[\p{Pe}\p{Pf}，。、；：？！”’]/u.test(segment);
		const opens = last !== undefined && /[\p{Ps}\p{Pi}“‘]$/u.test(last);
		// Japanese particles and endings belong to the word before them.
		const isEnding = /^[\p{Script=Hiragana}ー]+$/u.test(segment);
		if (last === undefined || (isWordLike && !opens && !isEnding)) pieces.push(segment);
		else if (isClosing || opens || isEnding || !isWordLike) pieces[pieces.length - 1] = last + segment;
	}
	return pieces;
}
