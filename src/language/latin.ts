import { isSyllable, missingMarks } from './vietnamese.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words of English that no other language here has; those that a text of any kind is likely to have some of. */
const english = wordSet(
	'the of and to is are was were be been by for with on at from that this which it its as not or has have had will their they ' +
		'there his her he she you your we our can may should after before than into these those what when where who how if but ' +
		'about all any each every more most no new old only other out over some such under up upon would do does did if so then',
);
/** Words of menus, buttons and headings, which stand alone. */
const commonEnglish = wordSet(
	'search home languages language sections section pages page contents content read back next previous close open show hide ' +
		'copy share save print skip sources source dates date published updated checked reviewed opening hours hour address market ' +
		'getting here today fee fees free papers bring need needed time times questions answers answer news notices events event ' +
		'places place people office offices one two three first last day days year years month months help ask call get make ' +
		'translated translation untitled see view find loading draft phone contact contacts emergency',
);

/**
 * Words that hold sentences together in languages in which a text may have been left, and that neither English nor Vietnamese
 * writes so. Those with a capital are nouns, which German writes so.
 */
const foreignLists: Readonly<Record<string, string>> = {
	de:
		'der die das und ist sind nicht ein eine einen einem einer für mit auf von vom zum zur bei nach aus auch oder wird werden ' +
		'wurde wie über dem den des im sich es als noch nur durch vor bis ab dort hier wir sie ihr ihre alle allen unter zwischen gegen ' +
		'alte alten neue neuen kann können haben sein zu Markt Stadt Inhalt Seite Seiten Straße Uhr Suche Geschichte' +
		' diese dieser dieses diesen wenn kein keine schon sehr beim seit ohne wo wer welche jeder jede finden besuchen heute geöffnet öffnet willkommen wichtig wichtige zurück weiter mehr beste besten aller ihren ihrem Haus Weg Leben Startseite Sprache Sprachen Kontakt Bilder Dorf Fluss Öffnungszeiten Informationen Hinweise',
	fr:
		'le la les des du un une et est sont dans pour avec sur par qui que pas ou où au aux ce cette ces de il elle nous vous ' +
		'leur leurs sa ses ne se dès chez sans entre être été comme mais tous toutes tout très vers depuis ' +
		'marché ville quartier heures' +
		' bienvenue accueil rechercher recherche langue langues vieux vieille nouveau nouvelle nouveaux aller quand voir votre vos notre nos aussi ainsi jusqu pendant après avant rue poisson légumes faire peut ont fait cet dont toute autres lieux horaires afficher informations',
	es:
		'el los las del y es en para con por que una un se su sus al lo como más pero está están este esta estos también desde ' +
		'hasta muy sin sobre entre todos antes la de mercado ciudad horas' +
		' nuevo nueva viejo vieja cómo dónde cuándo ver bienvenidos inicio buscar página información esa ese hay puede',
	it:
		'il lo gli dei della delle degli del di è sono con che una un non si da dal dalla nel nella sul sulla ai alla alle anche ' +
		'più questo questa ogni tra la le e mercato città ore',
	pt:
		'os da dos das na nos nas é são em para por que uma um não se ao à também mais como este esta muito sem entre ' +
		'todos de e mercado cidade horas',
	nl: 'de het een en voor met op te zijn wordt worden niet ook naar bij uit aan hun deze dit dat daar er tot markt stad',
	id: 'dan yang di dari untuk dengan ini itu tidak pada adalah para ke akan dalam oleh juga atau kami anda bisa pasar kota buka jam',
	pl: 'i w z na nie jest są się że oraz dla od po przez przy jak lub który która które już tylko także targ miasto godziny',
	tr: 've bir bu için ile olan olarak da de çok daha gibi kadar sonra değil şehir pazar',
	sv: 'och är för med att det som på av den inte från eller ett kan har vid marknad staden',
};
/** Endings and letters that make a word in small letters one of a language; none is enough alone. */
const tellingForms: Readonly<Record<string, RegExp>> = {
	de: /ß|[a-z][äöü]|^[äöü]|(?:ung|ungen|keit|schaft|lich|liche|lichen|isch|ische|ischen)$/i,
	fr: /[éèêçœëï]|aux$|eux$|euse$/i,
	es: /ñ|[áíóú]|(?:ción|ciones|dades)$/i,
	it: /(?:zione|zioni|ità|aggio)$/i,
	pt: /[ãõç]|(?:ções|dades)$/i,
	nl: /(?:heid|lijk|lijke)$/i,
	pl: /[ąęłńśźżć]/i,
	tr: /[ışğç]/i,
	sv: /[åäö]/i,
};
/** Letters that neither English nor Vietnamese nor the better known languages of Europe have. */
const farLetters = /[āąćčďėęěğġīķļłńňņőřśšşșťțūůűųźżžıœø]/i;
/** “l’eau”, “qu’il”: a French or Italian word that has lost its vowel. */
const elision = /(?<![\p{L}\p{M}])(?:[ldjmnsct]|qu)[’'](?=[aeiouhéèêàâôîœ]\p{Ll})/gu;

/** Languages of a word, a bit for each. */
const foreign = new Map<string, number>();
const foreignNames = Object.keys(foreignLists);
for (const [bit, list] of Object.values(foreignLists).entries())
	for (const word of list.split(' ')) foreign.set(word, (foreign.get(word) ?? 0) | (1 << bit));

// Without the flag `u`: many times as fast, and these letters are one unit each.
// Letters beside digits are codes: “e2e”, “A4”.
const latinWord = /(?<![\d@_])[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+(?![\d@_])/g;
const isMarked = /[ăâđêôơưà-ãèéìíò-õùúýĩũạ-ỹ]/iu;
const vietnameseWords = wordSet(
	'và của là các những được với không một người để này đã tại đến từ về trên cũng như ở năm hoặc sẽ phải nếu thì mà vào do cho',
);

/** What the words of a text in Latin letters tell of its language. */
interface LatinWords {
	readonly words: readonly string[];
	/** Words that are no names: in small letters, or at the start and followed by one in small letters. */
	readonly plain: readonly string[];
	/** How many are English and nothing else. */
	readonly english: number;
	/** Another language than English and Vietnamese with the most words, and their number. */
	readonly other: { readonly language: string; readonly count: number } | undefined;
}

function readLatin(text: string): LatinWords {
	const words: string[] = text.match(latinWord) ?? [];
	const plain: string[] = [];
	const counts = foreignNames.map(() => 0);
	let isEnglish = 0;
	for (const [index, word] of words.entries()) {
		const lower = word.toLowerCase();
		const bits = foreign.get(lower) ?? 0;
		if (english.has(lower) && bits === 0) isEnglish++;
		const next = words[index + 1];
		const isPlain = word === lower || (index === 0 && (next === undefined || next === next.toLowerCase()));
		if (isPlain) plain.push(word);
		const own = isPlain || index === 0 ? bits : (foreign.get(word) ?? 0);
		for (let bit = 0; own >> bit > 0; bit++) if ((own >> bit) & 1) counts[bit] = (counts[bit] ?? 0) + 1;
	}
	const elided = text.match(elision)?.length ?? 0;
	if (elided > 0)
		for (const language of ['fr', 'it']) {
			const bit = foreignNames.indexOf(language);
			counts[bit] = (counts[bit] ?? 0) + elided;
		}
	let best = 0;
	for (let bit = 1; bit < counts.length; bit++) if ((counts[bit] ?? 0) > (counts[best] ?? 0)) best = bit;
	const count = counts[best] ?? 0;
	const [language = ''] = foreignNames.slice(best);
	return {
		words,
		plain,
		english: isEnglish,
		other: count > 0 ? { language, count: count + formed(language) } : undefined,
	};

	function formed(of: string): number {
		const form = tellingForms[of];
		return plain.filter(
			(word) => word.length > 3 && form?.test(word) && !foreign.has(word.toLowerCase()) && !isSyllable(word),
		).length;
	}
}

/** Another language than English and Vietnamese, when its words hold the text together and English ones do not. */
function otherOf({ words, plain, english: own, other }: LatinWords): string | undefined {
	const far = plain.filter((word) => farLetters.test(word));
	if (own === 0 && far.length >= 2) {
		const isIts = far.some((word) => tellingForms[other?.language ?? '']?.test(word));
		return isIts ? other?.language : 'und';
	}
	if (!other || other.count < 2) return undefined;
	return other.count >= 0.2 * words.length && own * 4 <= other.count ? other.language : undefined;
}

/** Whether words seem to be Vietnamese from a keyboard without its marks. */
function isBare({ words, plain, english: own }: LatinWords): boolean {
	if (own > 0 || plain.length < 2 || words.some((word) => isMarked.test(word))) return false;
	let [surely, perhaps] = [0, 0];
	for (const word of plain) {
		if (!isSyllable(word)) return false;
		const missing = missingMarks(word);
		if (missing === 'surely') surely++;
		else if (missing === 'perhaps') perhaps++;
	}
	// Two words may be a loan such as “chat bot”; in three a word that Vietnamese cannot write tells enough.
	if (plain.length === 2) return surely === 2 || (surely === 1 && /ie|uo|uye/i.test(plain.join(' ')));
	return surely + perhaps >= 2 || (surely + perhaps === 1 && plain.length >= 4);
}

function isVietnamese({ words, plain, english: own }: LatinWords): boolean {
	if (own > 0) return false;
	const marked = plain.filter((word) => isMarked.test(word));
	const isHeld =
		marked.length >= 3 || plain.some((word) => vietnameseWords.has(word.toLowerCase()) && isMarked.test(word));
	// A list of names has more capitals than small letters.
	return (
		words.length >= 3 && 2 * plain.length >= words.length && marked.length >= 2 && isHeld && words.every(isSyllable)
	);
}

function isEnglish({ words, plain, english: own }: LatinWords): boolean {
	if (words.some((word) => isMarked.test(word))) return false;
	// A capital at the start may be that of a name: “Bank for Investment and Development”.
	const [first] = words;
	const content = plain.filter(
		(word) => (word !== first || word === word.toLowerCase()) && !english.has(word.toLowerCase()) && !isSyllable(word),
	).length;
	if (words.length < 3 || own === 0) return false;
	return own >= 2 ? content >= 1 || (own >= 3 && plain.length > own + 1) : content >= 2;
}

/** Whether every word is one of menus and buttons in English. */
export function isEnglishLabel(text: string): boolean {
	const words = text.toLowerCase().match(latinWord) ?? [];
	return (
		words.length > 0 &&
		words.some((word) => commonEnglish.has(word)) &&
		words.every((word) => commonEnglish.has(word) || english.has(word))
	);
}

/** Whether words in Latin letters are English ones, among which names may stand. */
export function hasEnglish(text: string): boolean {
	const words = text.toLowerCase().match(latinWord) ?? [];
	return words.some((word) => english.has(word)) || isEnglishLabel(text);
}

/**
 * Language of a short text in Latin letters, when it is certainly not the one that it should be in. Names, in whatever language,
 * are none: they tell nothing.
 *
 * @param language - `en`, `vi`, or another one in Latin letters, of which nothing is known.
 * @returns A language, `bare` for Vietnamese without its marks, or undefined.
 */
export function strayLatin(text: string, language: string): string | undefined {
	if (language !== 'en' && language !== 'vi') return undefined;
	const found = readLatin(text);
	if (found.words.length < 2) return undefined;
	if (language === 'en') {
		if (isVietnamese(found)) return 'vi';
		return otherOf(found) ?? (found.plain.length >= 3 && isBare(found) ? 'bare' : undefined);
	}
	if (isEnglish(found)) return 'en';
	if (isBare(found)) return 'bare';
	const marked = found.words.filter((word) => isMarked.test(word) && isSyllable(word)).length;
	return found.words.every(isSyllable) || 2 * marked >= (found.other?.count ?? 0) ? undefined : otherOf(found);
}
