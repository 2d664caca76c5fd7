import { asLatin, asRussian, type StrayLetter } from './scripts.ts';

/** A whole word in letters of another alphabet that looks like one of the text. */
export interface StrayWord {
	readonly index: number;
	readonly word: string;
	readonly strays: readonly StrayLetter[];
}

const foreignRun = /(?<![\p{L}\p{M}\d])[\u0370-\u03ff\u0400-\u052f]+(?![\p{L}\p{M}\d])/gu;
const latinRun = /(?<![\p{L}\p{M}\d./@_+-])[aceopxykABCEHKMOPTXYu]+(?![\p{L}\p{M}\d@_+-]|\.[a-z])/gu;
/** Words of Russian that Latin capitals can spell; most such words are abbreviations, as HACCP. */
const russianCapitals = new Set(
	'HET BCE MOCKBA BOCTOK CEBEP MOCT POCT MECTO MOPE HOMEP BECHA KAPTA KACCA OCTPOB BHE HAM BAM TAM TOT ЭTO'.split(' '),
);
/** Words of English that Russian letters could spell. */
const englishWords = new Set(
	'copy cape peace ace cope ape axe coax apex pace cake keep peak coke pope expo oak ok cap cop ax ox key eye pay ok poke'.split(
		' ',
	),
);

/** Words of Russian or Greek letters that look Latin, in a text that has no others of these alphabets near. */
function inLatin(text: string): StrayWord[] {
	if (!/[\u0370-\u03ff\u0400-\u052f]/.test(text)) return [];
	const found: StrayWord[] = [];
	const real: number[] = [];
	for (const { 0: word, index } of text.matchAll(foreignRun)) {
		const letters = [...new Set(word)];
		const isGreek = /[\u0370-\u03ff]/.test(word);
		// A single Greek letter is a quantity; only the omicron never is.
		const looksLatin =
			letters.every((letter) => asLatin(letter)) && (!isGreek || word.length > 1 || /[\u03bf\u039f]/.test(word));
		if (!looksLatin) real.push(index);
		else found.push({ index, word, strays: letters.map((letter) => ({ letter, meant: asLatin(letter) ?? '' })) });
	}
	// Beside words that are Russian beyond doubt it is a Russian word.
	return found.filter(({ index }) => !real.some((at) => Math.abs(at - index) < 60));
}

/** Words of Latin letters that look Russian, between words that are. */
function inRussian(text: string): StrayWord[] {
	const found: StrayWord[] = [];
	for (const { 0: word, index } of text.matchAll(latinRun)) {
		const before = text.slice(Math.max(0, index - 30), index);
		const after = text.slice(index + word.length, index + word.length + 30);
		const isBefore = /[а-яё]["»”)]?[,;:]?\s+$/iu.test(before);
		const isAfter = /^[,;:.]?\s+["«“(]?[а-яё]/iu.test(after);
		let isStray = false;
		// Prepositions and conjunctions; “класс A” and “ось x” are named by their letter.
		if (/^[caoyk]$/.test(word)) isStray = isBefore && /^\s+["«“(]?[а-яё]/iu.test(after);
		else if (/^[COABKY]$/.test(word)) isStray = /(?:^|[.!?…]\s+|["«“(]|\n)$/u.test(before) && /^\s+[а-яё]/u.test(after);
		else if (word.length >= 2 && /^[A-Z]?[aceopxyk]+$/.test(word))
			isStray = (isBefore || isAfter) && !englishWords.has(word.toLowerCase());
		else isStray = russianCapitals.has(word);
		const letters = [...new Set(word)];
		if (isStray && letters.every((letter) => asRussian(letter)))
			found.push({ index, word, strays: letters.map((letter) => ({ letter, meant: asRussian(letter) ?? '' })) });
	}
	return found;
}

/**
 * Whole words that only look as if they were written in the script of the text.
 *
 * @param script - Script of the text, as `Cyrl`; others than Latin and Cyrillic ones have no letters that look alike.
 */
export function strayWords(text: string, script: string): StrayWord[] {
	return script === 'Latn' ? inLatin(text) : script === 'Cyrl' ? inRussian(text) : [];
}
