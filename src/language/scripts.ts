import { strayLatin } from './latin.ts';
import { isSyllable } from './vietnamese.ts';

/** Letters of a text by script. Han, kana and Hangul count twice: one of them says as much as two letters of an alphabet. */
export interface LetterCounts {
	/** Every letter once. */
	readonly letters: number;
	/** Sum of the scripts, weighted. */
	readonly total: number;
	readonly latin: number;
	/** Latin letters with the marks that Vietnamese writes. */
	readonly marked: number;
	readonly cyrillic: number;
	/** Letters that Ukrainian has and Russian has not. */
	readonly ukrainian: number;
	readonly greek: number;
	readonly han: number;
	readonly kana: number;
	readonly hangul: number;
	readonly other: number;
}

const vietnameseMarked = /[ăâđêôơưà-ãèéìíò-õùúýĩũạ-ỹ]/iu;
const isVietnameseMarked = new Uint8Array(0x2000);
for (let code = 0xc0; code < 0x2000; code++)
	if (vietnameseMarked.test(String.fromCharCode(code))) isVietnameseMarked[code] = 1;
const letter = /\p{L}/u;

/** Counts the letters of a text by script, in one pass; signs and digits are not counted. */
export function countLetters(text: string): LetterCounts {
	let [latin, marked, cyrillic, ukrainian, greek, han, kana, hangul, other] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x41) continue;
		if (code < 0x80) {
			const lower = code | 0x20;
			if (lower >= 0x61 && lower <= 0x7a) latin++;
		} else if (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) {
			if (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) {
				latin++;
				marked += isVietnameseMarked[code] ?? 0;
			}
		} else if (code >= 0x400 && code <= 0x52f) {
			cyrillic++;
			// Є І Ї є і ї Ґ ґ
			if ([0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491].includes(code)) ukrainian++;
		} else if (code >= 0x370 && code <= 0x3ff) greek++;
		else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005) han++;
		else if (code >= 0x3041 && code <= 0x30ff) kana++;
		else if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff)) hangul++;
		else if (code >= 0x530 && code < 0xd800 && letter.test(text.charAt(index))) other++;
	}
	const letters = latin + cyrillic + greek + han + kana + hangul + other;
	const total = letters + han + kana + hangul;
	return { letters, total, latin, marked, cyrillic, ukrainian, greek, han, kana, hangul, other };
}

/** Weighted letters that belong to a script, named as `scriptOf` names it. */
export function ownLetters(counts: LetterCounts, script: string): number {
	switch (script) {
		case 'Latn':
			return counts.latin;
		case 'Cyrl':
			return counts.cyrillic;
		case 'Grek':
			return counts.greek;
		case 'Hans':
		case 'Hant':
			return 2 * counts.han;
		case 'Jpan':
			return 2 * (counts.han + counts.kana);
		case 'Kore':
			return 2 * counts.hangul;
		default:
			return counts.other;
	}
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that hold sentences together and are no names; the commonest of each language, as they stand in running text. */
const functionWords = {
	vi: wordSet(
		'và của là các những được trong cho với không một người có để này khi đã tại đến từ về theo trên do cũng như ở năm hoặc sẽ phải nếu thì mà ra vào',
	),
	/** The same without marks: text from a keyboard without a Vietnamese typing program. */
	bare: wordSet(
		'va cua la cac nhung duoc trong cho voi khong mot nguoi co de nay khi da tai den tu ve theo tren cung nhu nam hoac se phai neu thi ma vao',
	),
	en: wordSet(
		'the of and a in to is are was were be been by for with on at from that this which it its as not or has have had will an their they there his her he she you your we our can may should after before than into',
	),
};

/** Words that are enough to tell a language. */
const sampleLetters = 4000;

/** Share of words that must be spelt like Vietnamese ones before a text may be Vietnamese without its marks. */
const bareShare = 0.8;

/**
 * Tells Vietnamese from English by function words, so that lists of names are neither; `bare` is Vietnamese without its marks,
 * undefined names, or another language.
 */
function guessLatin(text: string, counts: LetterCounts): 'vi' | 'bare' | 'en' | undefined {
	const words =
		text
			.slice(0, sampleLetters)
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	if (words.length < 6) return undefined;
	const found = { vi: 0, bare: 0, en: 0 };
	for (const word of words) {
		if (functionWords.vi.has(word)) found.vi++;
		if (functionWords.bare.has(word)) found.bare++;
		if (functionWords.en.has(word)) found.en++;
	}
	const share = (count: number): number => count / words.length;
	if (counts.marked / Math.max(1, counts.latin) >= 0.1)
		return share(found.vi) >= 0.06 && found.vi > found.en ? 'vi' : share(found.en) >= 0.15 ? 'en' : undefined;
	if (share(found.en) >= 0.15 && found.en >= found.bare) return 'en';
	if (share(found.bare) < 0.2 || found.bare <= found.en) return undefined;
	return share(words.filter(isSyllable).length) >= bareShare ? 'bare' : undefined;
}

/** Why a text is not in the language it should be in. */
export interface LanguageFault {
	/** Share of letters in the script of the language, in per cent. */
	readonly percent: number;
	/** Language it seems to be in, as a locale; `bare` is Vietnamese without marks. */
	readonly seems: string | undefined;
	/** True when words or letters of another language were found, not only letters of another script counted. */
	readonly isCertain: boolean;
}

/** Letters below which nobody can tell a language; one of Chinese, Japanese or Korean counts as two. */
const tellingLetters = 40;

function otherLanguage(text: string, counts: LetterCounts): string | undefined {
	const { latin, cyrillic, han, kana, hangul, total } = counts;
	if (2 * hangul > total / 2) return 'ko';
	if (2 * (han + kana) > total / 2) return kana > han / 8 ? 'ja' : 'zh';
	if (cyrillic > total / 2) return 'ru';
	return latin > total / 2 ? guessLatin(text, counts) : undefined;
}

/**
 * Judges whether a text is in a language, by script, and where the script does not tell by letters and function words.
 *
 * @param language - First part of the language's tag, as `zh`.
 * @param script - Script of the language, as `Hans`.
 * @returns Undefined when the text is right, too short (under 40 letters, 20 of Chinese) or not to be told.
 */
export function languageFault(text: string, language: string, script: string): LanguageFault | undefined {
	const counts = countLetters(text);
	if (counts.total < tellingLetters) return undefined;
	const share = ownLetters(counts, script) / counts.total;
	const percent = Math.round(100 * share);
	const fault = (seems: string | undefined): LanguageFault => ({ percent, seems, isCertain: seems !== undefined });
	if (share < 0.4) return fault(otherLanguage(text, counts));
	const { han, kana, latin, marked, cyrillic, ukrainian } = counts;
	if ((script === 'Hans' || script === 'Hant') && kana > 0.15 * (han + kana)) return fault('ja');
	if (script === 'Jpan' && han >= tellingLetters && kana < 0.02 * han) return fault('zh');
	if (language === 'ru' && ukrainian > 0.03 * cyrillic && !/[ыэъ]/iu.test(text)) return fault('uk');
	if (language === 'vi' && marked < 0.08 * latin) {
		const guess = guessLatin(text, counts);
		const seems = guess === 'en' || guess === 'bare' ? guess : strayLatin(text.slice(0, sampleLetters), 'vi');
		return seems === undefined ? undefined : fault(seems);
	}
	if (language === 'en') {
		const hasEnglish = /\b(?:the|of|and|is)\b/iu.test(text);
		const guess = guessLatin(text, counts);
		if (hasEnglish && marked < 0.1 * latin && guess !== 'bare') return undefined;
		const seems = guess === 'vi' || guess === 'bare' ? guess : strayLatin(text.slice(0, sampleLetters), 'en');
		return seems === undefined ? undefined : fault(seems);
	}
	return undefined;
}

// Code points, not letters: nobody could see here which of two equal letters is meant.
const doubles =
	'a:0430,03b1 c:0441,03f2 d:0501 e:0435 g:0581 h:04bb,0570 i:0456,03b9 j:0458,03f3 k:043a,03ba l:04cf n:0578 ' +
	'o:043e,03bf,0585 p:0440,03c1 q:051b s:0455 u:057d,03c5 v:0475,03bd w:051d x:0445,03c7 y:0443 ' +
	'A:0410,0391 B:0412,0392 C:0421,03f9 E:0415,0395 G:050c H:041d,0397 I:0406,04c0,0399 J:0408 K:041a,039a M:041c,039c ' +
	'N:039d O:041e,039f,0555 P:0420,03a1 S:0405,054f T:0422,03a4 V:0474 X:0425,03a7 Y:0423,04ae,03a5 Z:0396';
/** Letters of other scripts by the Latin letter that they look like. */
const likeLatin = new Map<string, string>();
/** Letters of the Russian alphabet by the Latin letter that looks like them. */
const likeRussian = new Map<string, string>();
for (const group of doubles.split(' ')) {
	const [latin = '', codes = ''] = group.split(':');
	for (const code of codes.split(',')) {
		const other = String.fromCodePoint(Number.parseInt(code, 16));
		likeLatin.set(other, latin);
		if (/[а-я]/iu.test(other)) likeRussian.set(latin, other);
	}
}
/** Letters of other languages and of phonetics by the Vietnamese letter that they look like. */
const likeVietnamese: ReadonlyMap<string, string> = new Map([
	['\u00d0', 'Đ'],
	['\u0189', 'Đ'],
	['\u00f0', 'đ'],
	['\u0256', 'đ'],
	['\u0251', 'a'],
	['\u0261', 'g'],
]);

/** A letter that does not belong in its word. */
export interface StrayLetter {
	readonly letter: string;
	/** The letter that was meant. */
	readonly meant: string;
}

type LetterScript = 'Latin' | 'Cyrillic' | 'Greek' | 'Armenian';

function scriptOfLetter(character: string): LetterScript | undefined {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x41) return undefined;
	if (code < 0x2b0 || (code >= 0x1e00 && code <= 0x1eff)) return 'Latin';
	if ((code >= 0x370 && code <= 0x3ff) || (code >= 0x1f00 && code <= 0x1fff)) return 'Greek';
	if (code >= 0x400 && code <= 0x52f) return 'Cyrillic';
	return code >= 0x531 && code <= 0x587 ? 'Armenian' : undefined;
}

/** The Latin letter that a letter looks like; undefined when they differ to the eye. */
export function asLatin(character: string): string | undefined {
	const [base = '', ...marks] = character.normalize('NFD');
	const latin = likeLatin.get(character) ?? likeLatin.get(base);
	return latin && (likeLatin.has(character) ? latin : `${latin}${marks.join('')}`.normalize('NFC'));
}

/** The Russian letter that a letter looks like. */
export function asRussian(character: string): string | undefined {
	const [base = '', ...marks] = character.normalize('NFD');
	const russian = likeRussian.get(likeLatin.get(character) ?? base);
	return russian && `${russian}${likeLatin.has(character) ? '' : marks.join('')}`.normalize('NFC');
}

/** Roman numerals with a Russian ending, as “XXIго”: mixed on purpose. */
const romanNumeral = /^[IVXLC]{2,}[а-яё]{1,3}$/u;
/** Capitals with a small Greek letter at an end, as in names of substances; no name ends in an omicron. */
const greekIndex = /^(?:[α-ξπ-ω][A-Z\d]{2,}|[A-Z\d]{2,}[α-ξπ-ω])$/u;

/**
 * Finds letters of another script inside one word.
 *
 * @param word - Letters, marks and digits without a sign between them.
 * @param script - Script of the page, as `Cyrl`; decides when a word could be read both ways.
 * @returns Nothing for words of one script, and for mixtures that no eye takes for one script.
 */
export function strayLetters(word: string, script: string | undefined): StrayLetter[] {
	if (romanNumeral.test(word) || greekIndex.test(word)) return [];
	const found: Record<LetterScript, string[]> = { Latin: [], Cyrillic: [], Greek: [], Armenian: [] };
	for (const character of word) {
		const own = scriptOfLetter(character);
		if (own) found[own].push(character);
	}
	const others = [...found.Cyrillic, ...found.Greek, ...found.Armenian];
	const strangers = [...found.Latin, ...found.Greek, ...found.Armenian];
	const isLatin = found.Latin.length > 0 && others.length > 0 && others.every((character) => asLatin(character));
	const isRussian =
		found.Cyrillic.length > 0 && strangers.length > 0 && strangers.every((character) => asRussian(character));
	const preferRussian = script === 'Cyrl' || (script !== 'Latn' && found.Cyrillic.length > found.Latin.length);
	const [letters, asOwn] =
		isRussian && (preferRussian || !isLatin)
			? [strangers, asRussian]
			: isLatin
				? [others, asLatin]
				: [[] as string[], asLatin];
	return [...new Set(letters)].map((character) => ({ letter: character, meant: asOwn(character) ?? '' }));
}

/** Letters in a Vietnamese word that only look Vietnamese, as the Icelandic Ð for Đ. */
export function strangeVietnamese(word: string): StrayLetter[] {
	return [...new Set(word)].flatMap((character) => {
		const meant = likeVietnamese.get(character);
		return meant ? [{ letter: character, meant }] : [];
	});
}
