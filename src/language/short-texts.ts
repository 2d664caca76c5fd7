import { hasEnglish, isEnglishLabel, strayLatin } from './latin.ts';
import { countLetters, ownLetters, type LanguageFault, type LetterCounts } from './scripts.ts';

/** What a short text is: a title and a label say something in their language; a passage may be a name or an address. */
export type ShortText = 'label' | 'title' | 'passage';

/** `und` is the tag of a language that nobody has told. */
const certain = (seems: string | undefined): LanguageFault => ({
	percent: 0,
	seems: seems === 'und' ? undefined : seems,
	isCertain: true,
});

/** Letters of Ukrainian, Belarusian, Serbian, Kazakh and others, which Russian does not have. */
const notRussian = /[ґєіїўђћџљњјәғқңөұүһ]/giu;
/** In Russian the hard sign stands before four vowels only, in Bulgarian it is a vowel itself. */
const bulgarian = /ъ(?![еёюя])/iu;
const bulgarianWords =
	/(?<![а-яё])(?:са|се|към|това|този|тази|тези|които|който|която|което|още|след|първо|или|при)(?![а-яё])/giu;

/** Another language in Russian letters. */
function strayCyrillic(text: string): string | undefined {
	const strange: string[] = text.match(notRussian) ?? [];
	if (strange.length >= 2 && !/[ыэё]/iu.test(text))
		return strange.some((letter) => /[іїєґ]/iu.test(letter)) ? 'uk' : undefined;
	if (!bulgarian.test(text) || /[ыэё]/iu.test(text)) return undefined;
	return (text.match(bulgarianWords)?.length ?? 0) >= 1 || (text.match(/ъ(?![еёюя])/giu)?.length ?? 0) >= 2
		? 'bg'
		: undefined;
}

/** Language of a text by its script, where no letter of the right one is in it. */
function byScript({ latin, cyrillic, han, kana, hangul, greek, other }: LetterCounts): string | undefined {
	const most = Math.max(latin, cyrillic, han + kana, hangul, greek, other);
	if (most === latin) return undefined;
	if (most === hangul) return 'ko';
	if (most === han + kana) return kana > 0 ? 'ja' : 'zh';
	return most === cyrillic ? 'ru' : most === greek ? 'el' : undefined;
}

/**
 * Judges a text that is too short to count its letters: whether it is in its language, as far as anybody can tell.
 *
 * @param language - First part of the language's tag, as `zh`.
 * @param script - Script of the language, as `Hans`.
 * @returns Undefined for names, numbers, and for all that could be right.
 */
export function shortFault(text: string, language: string, script: string, type: ShortText): LanguageFault | undefined {
	const counts = countLetters(text);
	if (counts.letters < 2) return undefined;
	if (ownLetters(counts, script) === 0) {
		const nonLatin = counts.letters - counts.latin;
		if (nonLatin >= 2 && nonLatin >= counts.latin) return certain(byScript(counts));
		if (script === 'Latn' || counts.latin < 4) return undefined;
		const plain = text.match(/(?<![\p{L}\p{M}\d./@_-])\p{Ll}[\p{Ll}\p{M}]+(?![\p{L}\d./@_-])/gu) ?? [];
		const small = plain.length;
		const isEnglish = hasEnglish(text) && (small >= 2 || isEnglishLabel(text));
		if (isEnglish) return certain('en');
		// A label of one small word is a word of some language, not a name or a unit.
		if (type === 'label' && (small >= 2 || plain.some((word) => word.length >= 4)))
			return certain(counts.marked > 0 ? 'vi' : undefined);
		if (type === 'passage' || small < 2) return undefined;
		// Names of places and dishes keep their Vietnamese letters on pages in other scripts; sentences do not.
		return counts.marked === 0 ? certain(undefined) : strayLatin(text, 'en') === 'vi' ? certain('vi') : undefined;
	}
	const { han, kana } = counts;
	if ((script === 'Hans' || script === 'Hant') && kana >= 2 && kana > 0.15 * (han + kana)) return certain('ja');
	if (language === 'ru') {
		const seems = strayCyrillic(text);
		return seems === undefined ? undefined : certain(seems);
	}
	if (script !== 'Latn' || counts.latin < counts.letters / 2) return undefined;
	if (type === 'label' && language === 'vi' && counts.marked === 0 && isEnglishLabel(text)) return certain('en');
	const seems = strayLatin(text, language);
	return seems === undefined ? undefined : certain(seems);
}

/** Words in quotation marks may be of any language. */
const quotations = /“[^”]*”|«[^»]*»|„[^“]*“|「[^」]*」|『[^』]*』|"[^"]*"/gu;
const sentence = /[^.!?。！？\n\ufffc]+/gu;

/**
 * The first sentence of a paragraph that is in another language than the rest.
 *
 * @returns The sentence and its place in the text.
 */
export function straySentence(
	text: string,
	language: string,
	script: string,
): { readonly index: number; readonly sentence: string; readonly fault: LanguageFault } | undefined {
	const unquoted = text.replace(quotations, (quoted) => ' '.repeat(quoted.length));
	for (const { 0: found, index } of unquoted.matchAll(sentence)) {
		if (found.length < 20) continue;
		const fault = shortFault(found, language, script, 'passage');
		if (fault && (found.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) >= (script === 'Latn' ? 5 : 4))
			return { index: index + (found.length - found.trimStart().length), sentence: found.trim(), fault };
	}
	return undefined;
}

/** Whether a body may hold a sentence of another language, judged in one look; most bodies do not. */
export function mayStray(body: string, script: string): boolean {
	return script === 'Latn' || /[A-Za-z][a-z]+(?: [A-Za-z][a-z]+){3}/.test(body) || /[\u3041-\u30ff]/.test(body);
}
