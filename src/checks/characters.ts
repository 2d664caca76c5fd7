import type { Root, RootContent } from 'mdast';
import { languageName, scriptOf } from '#language/script.ts';
import { languageFault, strangeVietnamese, strayLetters, type LanguageFault } from '#language/scripts.ts';
import { strayWords } from '#language/stray-words.ts';
import { mayStray, shortFault, straySentence } from '#language/short-texts.ts';
import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { TextFile } from '#loaders/text-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { fieldNames, kinds, type Kind } from '#schema/entry.ts';
import { doubledWords, invisibleNames, machineTrace, radicalForms, simplifiedForms } from './character-tables.ts';

type Say = Problem['say'];
/** Tells a problem of one file. */
export type Add = (place: Place, code: Code, severity: Severity, say: Say) => void;

/** Language of a file as its name says; undefined for registers and unknown languages. */
interface PageLanguage {
	readonly locale: string;
	readonly tag: string;
	/** First part of the tag. */
	readonly language: string;
	readonly script: string;
}

/**
 * Letters and languages: what is invisible, looks like something else, stands in the wrong language, was left by a
 * translation program, or was typed twice. Code spans and blocks may hold anything.
 *
 * @returns Problems in no order. Never throws.
 */
export function checkCharacters(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const languages = new Map(
		content.site.locales.map(({ locale, tag }) => [
			locale,
			{ locale, tag, language: tag.split('-')[0] ?? tag, script: knownScript(tag) },
		]),
	);
	const adder =
		(path: string): Add =>
		({ line, column }, code, severity, say) =>
			problems.push({ file: `${folderName}/${path}`, line, column, code, severity, say });

	// What a machine has drafted is never published, and is there to be finished.
	const drafts = new Set(
		dueEntries(folder).flatMap(({ texts }) => [...texts.values()].filter(isDraft).map(({ path }) => path)),
	);
	const draftAdder = (path: string): Add => {
		const tell = adder(path);
		return (place, code, severity, say) =>
			tell(place, code, drafts.has(path) && code.startsWith('language/') ? 'warning' : severity, say);
	};
	/** Lines whose letters are damaged, by file: what else seems wrong there is of the same cause. */
	const damaged = new Set<string>();
	for (const [path, text] of folder.typed) {
		const locale = /\/([^/]+)\.mdx$/.exec(path)?.[1];
		for (const line of checkTyped(
			text,
			locale === undefined ? undefined : languages.get(locale),
			path.endsWith('.mdx'),
			draftAdder(path),
		))
			damaged.add(`${folderName}/${path}:${line}`);
	}
	const [sourceLocale = 'vi'] = languages.keys();
	for (const entry of dueEntries(folder)) {
		const source = entry.texts.get(sourceLocale);
		const kind = (source?.frontMatter.data as { readonly kind?: unknown } | null | undefined)?.kind;
		const fields = wordFields(kind);
		const sourceWords = source && readWords(source, fields);
		const copies = sourceWords && sourceCopies(sourceWords);
		for (const [locale, text] of entry.texts) {
			const language = languages.get(locale);
			if (!language) continue;
			const own = text === source && sourceWords ? sourceWords : readWords(text, fields);
			const add = draftAdder(text.path);
			const copied = text === source || !copies ? new Set<Passage>() : checkCopies(own, copies, language, add);
			checkLanguage(own, language, languages, sourceLocale, text === source ? undefined : copies, copied, add);
			checkEscaped(own, folder.typed.get(text.path) ?? '', add);
			checkPairs(own, folder.typed.get(text.path) ?? '', add);
			checkDoubled(own, language, add);
		}
	}
	return damaged.size === 0
		? problems
		: problems.filter(
				({ code, file, line }) =>
					(code !== 'characters/unbalanced' && code !== 'characters/invisible') || !damaged.has(`${file}:${line}`),
			);
}

const isDraft = ({ frontMatter }: TextFile): boolean =>
	(frontMatter.data as { readonly translation?: unknown } | null | undefined)?.translation === 'machine-draft';

/**
 * Letters of a file of interface words: typed apart, invisible, damaged, of another alphabet, too wide, traditional.
 *
 * @param text - The whole file, without its byte-order mark.
 * @param tag - Tag of its language.
 */
export function checkTypedWords(
	text: string,
	{ locale, tag }: { readonly locale: string; readonly tag: string },
	add: Add,
): void {
	checkTyped(text, { locale, tag, language: tag.split('-')[0] ?? tag, script: knownScript(tag) }, false, add);
}

/** Script of a language; Latin for a tag that no standard knows, about which the registers are to complain. */
function knownScript(tag: string): string {
	try {
		return scriptOf(tag);
	} catch {
		return 'Latn';
	}
}

// ——— As typed: rules on single characters ———

/** A text file cut for its rules: each string has the length of the file, with blanks where a rule must not look. */
interface TypedText {
	readonly lines: readonly number[];
	/** Without code; addresses and ids are there. */
	readonly uncoded: string;
	/** Without code, addresses, ids and comments. */
	readonly words: string;
	/** Where the body begins; 0 for registers. */
	readonly bodyStart: number;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
const addresses =
	/\bhttps?:\/\/[^\s<>"“”«»）)\]]+|\]\([^)\s]*|\b(?:ids?|fact|src|source|href|kind|form|date)="[^"\n]*"/g;

function cut(text: string, isMdx: boolean): TypedText {
	const lines = [0];
	for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines.push(index + 1);
	const bodyStart = isMdx ? (/^---[ \t]*\n[\s\S]*?\n?---[ \t]*(?:\n|$)/.exec(text)?.[0].length ?? 0) : 0;
	const uncoded = isMdx ? text.slice(0, bodyStart) + withoutCode(text.slice(bodyStart)) : text;
	// Comments of registers and front matter are notes among editors; nobody reads them on the site.
	const head = (isMdx ? uncoded.slice(0, bodyStart) : uncoded).replace(/^[ \t]*#.*$/gm, blank);
	const words = (isMdx ? head + uncoded.slice(bodyStart) : head).replace(addresses, blank);
	return { lines, uncoded, words, bodyStart };
}

/** Blanks fenced blocks and code spans; a span ends at the next run of as many backticks in its paragraph. */
function withoutCode(text: string): string {
	if (!text.includes('`') && !text.includes('~~~')) return text;
	let fence: string | undefined;
	const unfenced = text
		.split('\n')
		.map((line) => {
			const mark = /^[ \t>]*(?:[-*+] +)?(`{3,}|~{3,})([^`]*)$/.exec(line);
			if (fence === undefined) {
				if (!mark) return line;
				fence = mark[1];
			} else if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = undefined;
			return blank(line);
		})
		.join('\n');
	const runs: { index: number; length: number; paragraph: number }[] = [];
	let [paragraph, last] = [0, 0];
	for (const match of unfenced.matchAll(/`+/g)) {
		if (unfenced[match.index - 1] === '\\') continue;
		if (/\n[ \t]*\n/.test(unfenced.slice(last, match.index))) paragraph++;
		last = match.index;
		runs.push({ index: match.index, length: match[0].length, paragraph });
	}
	const closers = new Map<string, number>();
	const closing = runs.map(() => -1);
	for (let at = runs.length - 1; at >= 0; at--) {
		const run = runs[at];
		if (!run) continue;
		const key = `${run.paragraph} ${run.length}`;
		closing[at] = closers.get(key) ?? -1;
		closers.set(key, at);
	}
	const pieces: string[] = [];
	let done = 0;
	for (let at = 0; at < runs.length; at++) {
		const [open, close] = [runs[at], runs[closing[at] ?? -1]];
		if (!open || !close) continue;
		const end = close.index + close.length;
		pieces.push(unfenced.slice(done, open.index), blank(unfenced.slice(open.index, end)));
		done = end;
		at = closing[at] ?? at;
	}
	return pieces.join('') + unfenced.slice(done);
}

function placeAt(lines: readonly number[], index: number): Place {
	let [low, high] = [0, lines.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((lines[middle] ?? 0) <= index) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: index - (lines[low] ?? 0) + 1 };
}

const codeName = (letter: string): string =>
	[...letter]
		.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
		.join(' ');

// Line feed and tab are the only control characters that a text needs; variation selectors and the like belong to emoji.
const invisible =
	/[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;

/** Text for a message: short, and what cannot be seen written out, so that no message hides or turns anything round. */
function show(text: string, longest = 60): string {
	const seen = text.replace(invisible, (character) => `⟨${codeName(character)}⟩`).replace(/\s+/g, ' ');
	const letters = [...seen];
	return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : seen;
}

const inWord = /[^\s“”«»"()[\]{}<>,.;:!?，。；：！？、（）]/u;

/** The word around a place, up to twenty letters to each side. */
function wordAround(text: string, from: number, to: number): string {
	let [start, end] = [from, to];
	while (start > from - 20 && start > 0 && inWord.test(text.charAt(start - 1))) start--;
	while (end < to + 20 && end < text.length && inWord.test(text.charAt(end))) end++;
	return text.slice(start, end);
}

/** Runs the rules on single characters; returns the lines whose letters are damaged. */
function checkTyped(text: string, page: PageLanguage | undefined, isMdx: boolean, add: Add): readonly number[] {
	const typed = cut(text, isMdx);
	checkConflict(typed, add);
	checkDecomposed(typed, add);
	checkLooseJamo(typed, page, add);
	checkInvisible(typed, page, add);
	const damaged = checkDamaged(typed, page, add);
	checkLookAlikes(typed, page, add);
	checkFullWidth(typed, page, add);
	if (isMdx) checkNoBreak(typed, add);
	if (page?.script === 'Hans') checkTraditional(typed, add);
	if (isMdx) checkMachineTraces(typed, add);
	return damaged;
}

/** Marks that a version program leaves where two people changed the same lines. */
function checkConflict({ uncoded, lines }: TypedText, add: Add): void {
	const match = /^(?:<{7}|>{7})(?= |$)/m.exec(uncoded);
	if (match)
		add(placeAt(lines, match.index), 'file/conflict', 'error', {
			vi: `Dòng \`${match[0]}\` cho biết hai người đã sửa cùng một chỗ và máy chưa biết giữ bản nào. Chọn lời đúng giữa \`<<<<<<<\`, \`=======\` và \`>>>>>>>\`, rồi xóa cả ba dòng dấu ấy.`,
			en: `The line \`${match[0]}\` says that two people changed the same place and nobody has chosen between them. Keep the right words between \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`, then delete these three lines of marks.`,
		});
}

/** Spaces at which no line may break, between ordinary words: a paragraph of them runs off a phone's screen. */
const noBreak = /(?<=\p{Ll}{2}[,;:]?)(?:\u00a0|&nbsp;|&#160;)(?=\p{Ll}{2})/gu;

function checkNoBreak({ words, lines, bodyStart }: TypedText, add: Add): void {
	if (!/\u00a0|&nbsp;|&#160;/.test(words)) return;
	const found = [...words.matchAll(noBreak)].filter(({ index }) => index >= bodyStart);
	const [first] = found;
	if (!first || found.length < 3) return;
	add(placeAt(lines, first.index), 'characters/invisible', 'warning', {
		vi: `Giữa các từ có ${found.length} dấu cách không ngắt dòng (U+00A0), thường theo vào khi chép từ trang web; dòng chữ sẽ tràn màn hình điện thoại. Thay bằng dấu cách thường; chỉ giữ giữa số và đơn vị.`,
		en: `Between words stand ${found.length} spaces at which no line breaks (U+00A0); they come along when text is copied from a web page, and the line runs off a phone's screen. Put ordinary spaces; keep them only between a number and its unit.`,
	});
}

/** A letter with marks of its own, Hangul in parts, or a compatibility ideograph. */
const cluster =
	/\P{M}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u0340-\u0344\u212a\u212b\u2126\uf900-\ufaff]/gu;

function checkDecomposed({ uncoded, lines }: TypedText, add: Add): void {
	if (uncoded.normalize('NFC') === uncoded) return;
	let count = 0;
	let first: { readonly index: number; readonly word: string } | undefined;
	for (const match of uncoded.matchAll(cluster)) {
		if (match[0].normalize('NFC') === match[0]) continue;
		count++;
		first ??= { index: match.index, word: wordAround(uncoded, match.index, match.index + match[0].length) };
	}
	if (!first) return;
	const word = show(first.word.normalize('NFC'));
	add(placeAt(lines, first.index), 'characters/decomposed', 'warning', {
		vi: `Chữ và dấu được gõ rời nhau (Unicode tổ hợp) ở ${count} chỗ, chỗ đầu tiên là “${word}”. Trang tự ghép lại khi xuất bản nên không bắt buộc sửa; để sửa tận gốc, chọn bảng mã “Unicode” (dựng sẵn) trong bộ gõ rồi gõ lại, hoặc đổi cả tệp bằng công cụ chuyển mã của bộ gõ.`,
		en: `Letters and their marks are typed apart (decomposed Unicode) in ${count} ${count === 1 ? 'place' : 'places'}, first in “${word}”. The site joins them when it publishes, so nothing has to be done; to mend it for good, set the typing program to composed “Unicode” and type the words again, or convert the file with its conversion tool.`,
	});
}

/** Korean typed key by key: a consonant and a vowel that the keyboard did not join. A letter alone may be named on purpose. */
const looseJamo = /[\uac00-\ud7a3]?[\u3131-\u314e][\u314f-\u3163]+[\u3131-\u3163]*/gu;

function checkLooseJamo({ words, lines }: TypedText, page: PageLanguage | undefined, add: Add): void {
	if (page?.script !== 'Kore') return;
	const match = looseJamo.exec(words);
	looseJamo.lastIndex = 0;
	if (!match) return;
	const word = show(wordAround(words, match.index, match.index + match[0].length));
	add(placeAt(lines, match.index), 'characters/decomposed', 'error', {
		vi: `“${word}” có chữ Hàn gõ rời từng nét, bộ gõ chưa ghép thành âm tiết. Xóa từ này và gõ lại bằng bộ gõ tiếng Hàn.`,
		en: `“${word}” has Korean letters one by one, which the keyboard did not join into syllables. Delete the word and type it again with a Korean keyboard.`,
	});
}

/** What joiners and tags may follow: an emoji, its skin colour or variant, a tag of the same flag. */
const emojiEnd = /(?:\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])\ufe0f?$|[\u{e0020}-\u{e007f}]$/u;
/** Scripts whose rules are known not to need joiners or marks of direction. */
const plainScripts = new Set(['Latn', 'Cyrl', 'Grek', 'Hans', 'Hant', 'Jpan', 'Kore']);

function checkInvisible({ uncoded, lines }: TypedText, page: PageLanguage | undefined, add: Add): void {
	const told = new Set<string>();
	for (const match of uncoded.matchAll(invisible)) {
		const [character] = match;
		const code = character.codePointAt(0) ?? 0;
		// Persian and Hindi join letters with them, Thai and Khmer part words, Arabic and Hebrew need the direction.
		if (page && !plainScripts.has(page.script) && code >= 0x200b && code <= 0x200f) continue;
		// They choose the shape of a Chinese character; after anything else they can only hide something.
		if (code >= 0xe0100 && /\p{Script=Han}$/u.test(uncoded.slice(Math.max(0, match.index - 2), match.index))) continue;
		if (code === 0x200d || (code >= 0xe0000 && code < 0xe0100)) {
			// Three units hold the longest: an emoji of two and its variation selector.
			if (emojiEnd.test(uncoded.slice(Math.max(0, match.index - 3), match.index))) continue;
		}
		const place = placeAt(lines, match.index);
		const key = `${place.line} ${code}`;
		if (told.has(key)) continue;
		told.add(key);
		const named = invisibleNames.find(({ from, to }) => code >= from && code <= to);
		const word = show(wordAround(uncoded, match.index, match.index + character.length));
		const name = codeName(character);
		add(place, 'characters/invisible', 'error', {
			vi: `“${word}” có ký tự không nhìn thấy ${name} (${named?.vi ?? ''}), thường theo vào khi chép từ trang web hoặc tệp PDF. Xóa cả từ này rồi gõ lại bằng tay.`,
			en: `“${word}” has a character that cannot be seen, ${name} (${named?.en ?? ''}); such characters come along when text is copied from a web page or a PDF. Delete the whole word and type it again.`,
		});
	}
}

// Words of UTF-8 that a program read as Windows-1252 and saved: “Äáº¡i há»™i”, “â€œ”.
const mojibake =
	/á[º»][\u0080-¿€‚-™ŒœŠšŽžŸƒˆ˜]|Ä[‘\u0090\u0091ƒ‚]|Æ[°¯¡ ]|Ã[\u0080-¿ƒ‚„…†‡‰]|â€[œ\u009d™˜“”¦]|Ð[\u00a0-¿][ÐÑ]|\ufffd|[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|锟斤拷|烫烫烫|屯屯屯/u;
/** Vietnamese of fonts from before Unicode, read as Latin letters; three of these make a text, one may be a name. */
const oldFonts: readonly { readonly name: string; readonly signs: RegExp }[] = [
	{ name: 'TCVN3 (.VnTime)', signs: /\p{L}[µ¶·¸¹¨©ª¬®¼½¾]|[®§](?=[\p{L}µ¸])|[a-z]ß[a-z]/gu },
	{ name: 'VNI (VNI-Times)', signs: /[aeiouyôö][äøûïåë]/giu },
];

/** Tells the first damaged word; returns every line that has one. */
function checkDamaged({ uncoded, words, lines }: TypedText, page: PageLanguage | undefined, add: Add): number[] {
	if (page?.language === 'vi')
		for (const { name, signs } of oldFonts) {
			const found = [...words.matchAll(signs)];
			const [first] = found;
			if (!first || found.length < 3) continue;
			const word = show(wordAround(uncoded, first.index, first.index + first[0].length));
			add(placeAt(lines, first.index), 'characters/damaged', 'error', {
				vi: `“${word}” và các từ khác gõ bằng phông chữ cũ ${name}, không phải Unicode; người đọc chỉ thấy ký tự lạ. Chuyển mã cả bài sang Unicode bằng công cụ của bộ gõ (UniKey: Ctrl + Shift + F6), rồi dán lại.`,
				en: `“${word}” and other words are typed in the old font ${name}, not in Unicode; readers see strange signs. Convert the whole text to Unicode with the tool of the typing program (UniKey: Ctrl + Shift + F6) and paste it again.`,
			});
			return [...new Set(found.map(({ index }) => placeAt(lines, index).line))];
		}
	const match = mojibake.exec(uncoded);
	if (!match) return [];
	const word = show(wordAround(uncoded, match.index, match.index + match[0].length));
	add(placeAt(lines, match.index), 'characters/damaged', 'error', {
		vi: `“${word}” có chữ bị hỏng (${codeName(match[0])}): tệp đã được mở hoặc chép với sai bảng mã. Lấy lại bản chưa hỏng, hoặc gõ lại các từ này, rồi lưu tệp với mã UTF-8.`,
		en: `“${word}” has damaged letters (${codeName(match[0])}): the file was opened or copied in the wrong encoding. Take an undamaged copy, or type these words again, and save the file as UTF-8.`,
	});
	return uncoded
		.slice(lines[placeAt(lines, match.index).line - 1])
		.split('\n')
		.flatMap((line, index) => (mojibake.test(line) ? [placeAt(lines, match.index).line + index] : []));
}

// A Latin letter beside one of another alphabet; digits and marks may stand between.
const latin = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u1e00-\\u1eff';
const foreign =
	'\\u0370-\\u0373\\u0376-\\u037d\\u0386-\\u03ff\\u0400-\\u0481\\u048a-\\u052f\\u0531-\\u0587\\u1f00-\\u1fff';
const mixed = new RegExp(
	`[${latin}][\\u0300-\\u036f\\d]*[${foreign}]|[${foreign}][\\u0300-\\u036f\\d]*[${latin}]`,
	'g',
);
const alphabetic = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{M}\p{Nd}]/u;
/** Letters that are Vietnamese only in looks, and signs that stand near them where pronunciation is written down. */
const vietnameseDoubles = /[\u00d0\u00f0\u0189\u0256\u0251\u0261]/g;
const phonetics = /[\u014b\u0252-\u0255\u0257-\u0260\u0262-\u02ff]/u;
/** A number with the letter O in it for a nought; names of substances and goods begin with a letter. */
const zeroOfLetter = /(?<![\p{L}\p{M}\d/.-])\d(?:[\d.,]*\d)?[OoОо]+[\d.,]*\d(?![\p{L}\p{M}])/gu;
/** Signs of mathematics that programs offer as bold or slanted letters, and letters joined by a typesetter. */
const painted = /[\u{1d400}-\u{1d7ff}\ufb00-\ufb06]+/gu;
const radicals = /[\u2e80-\u2fd5]+/gu;

function checkLookAlikes({ words, lines }: TypedText, page: PageLanguage | undefined, add: Add): void {
	const told = new Set<string>();
	const tell = (
		index: number,
		word: string,
		strays: readonly { readonly letter: string; readonly meant: string }[],
	) => {
		const key = strays.length === 0 ? '' : `${word} ${strays.map(({ letter }) => letter).join('')}`;
		if (key === '' || told.has(key)) return;
		told.add(key);
		const list = strays.map(({ letter, meant }) => ({
			seen: `“${letter}” ${codeName(letter)}`,
			meant,
			code: codeName(meant),
		}));
		const right = strays.reduce((text, { letter, meant }) => text.replaceAll(letter, meant), word);
		add(placeAt(lines, index), 'characters/look-alike', 'error', {
			vi: `Trong “${show(word)}” có chữ của bảng chữ khác, chỉ trông giống: ${list.map(({ seen, meant, code }) => `${seen}, đúng là “${meant}” ${code}`).join('; ')}. Xóa từ này và gõ lại: “${show(right)}”.`,
			en: `“${show(word)}” has a letter of another alphabet that only looks right: ${list.map(({ seen, meant, code }) => `${seen} where “${meant}” ${code} is meant`).join('; ')}. Delete the word and type it again: “${show(right)}”.`,
		});
	};
	mixed.lastIndex = 0;
	for (let match = mixed.exec(words); match; match = mixed.exec(words)) {
		let [start, end] = [match.index, match.index + match[0].length];
		while (start > match.index - 40 && start > 0 && alphabetic.test(words.charAt(start - 1))) start--;
		while (end < match.index + 60 && end < words.length && alphabetic.test(words.charAt(end))) end++;
		const word = words.slice(start, end);
		const strays = strayLetters(word, page?.script);
		const first = Math.min(...strays.map(({ letter }) => word.indexOf(letter)));
		tell(start + (strays.length > 0 ? first : 0), word, strays);
		mixed.lastIndex = end;
	}
	if (page) for (const { index, word, strays } of strayWords(words, page.script)) tell(index, word, strays);
	for (const { 0: word, index } of words.matchAll(zeroOfLetter))
		tell(
			index + word.search(/[OoОо]/u),
			word,
			[...new Set(word.match(/[OoОо]/gu))].map((letter) => ({ letter, meant: '0' })),
		);
	if (page?.language === 'vi')
		for (const match of words.matchAll(vietnameseDoubles)) {
			const word = wordAround(words, match.index, match.index + 1);
			if (!phonetics.test(words.slice(Math.max(0, match.index - 30), match.index + 30)))
				tell(match.index, word, strangeVietnamese(word));
		}
	for (const match of words.matchAll(painted)) {
		const letters = [...new Set(match[0])].filter((letter) => letter.normalize('NFKC') !== letter);
		tell(
			match.index,
			wordAround(words, match.index, match.index + match[0].length),
			letters.map((letter) => ({ letter, meant: letter.normalize('NFKC') })),
		);
	}
	for (const match of words.matchAll(radicals)) {
		const strays = [...new Set(match[0])].flatMap((letter) => {
			const meant = radicalForms.get(letter) ?? letter.normalize('NFKC');
			return meant === letter ? [] : [{ letter, meant }];
		});
		tell(match.index, match[0], strays);
	}
}

/** Scripts whose letters, signs and spaces are as wide as they are high. */
const wideScripts = new Set(['Hans', 'Hant', 'Jpan', 'Kore']);
const wideSigns =
	/(?<![\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]\s?)[，。；：！？（）、](?!\s?[\u2e80-\u9fff\uac00-\ud7af])/gu;

const wideRun = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g;
/** Numerals of Chinese and Japanese fonts too, which are one sign for several letters. */
const wideOrRoman = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f]+/g;

function checkFullWidth({ words, lines }: TypedText, page: PageLanguage | undefined, add: Add): void {
	const told = new Set<string>();
	const tell = (index: number, seen: Say, right: Say) =>
		add(placeAt(lines, index), 'characters/full-width', 'warning', {
			vi: `${seen.vi}. Chuyển bộ gõ sang chế độ thường (half-width) và gõ lại: ${right.vi}.`,
			en: `${seen.en}. Switch the keyboard to half width and type ${right.en}.`,
		});
	if (page && !wideScripts.has(page.script)) {
		const wideSpace = words.indexOf('\u3000');
		if (wideSpace !== -1)
			tell(
				wideSpace,
				{
					vi: 'Có dấu cách rộng (U+3000) của bộ gõ tiếng Trung, Nhật',
					en: 'There is a wide space (U+3000) of a Chinese or Japanese keyboard',
				},
				{ vi: 'dấu cách thường', en: 'an ordinary space' },
			);
		const [sign] = words.matchAll(wideSigns);
		if (sign)
			tell(
				sign.index,
				{
					vi: `Dấu “${sign[0]}” (${codeName(sign[0])}) là dấu câu của tiếng Trung, Nhật`,
					en: `The sign “${sign[0]}” (${codeName(sign[0])}) belongs to Chinese and Japanese`,
				},
				sign[0] === '。' || sign[0] === '、'
					? { vi: sign[0] === '。' ? '“.”' : '“,”', en: sign[0] === '。' ? '“.”' : '“,”' }
					: { vi: `“${sign[0].normalize('NFKC')}”`, en: `“${sign[0].normalize('NFKC')}”` },
			);
	}
	for (const match of words.matchAll(/[\uff66-\uff9f\uffa1-\uffdc]+/g)) {
		const [run] = match;
		if (told.has(run)) continue;
		told.add(run);
		const plain = show(run.normalize('NFKC'));
		add(placeAt(lines, match.index), 'characters/full-width', 'warning', {
			vi: `“${show(run)}” gõ bằng chữ nửa bề rộng (${codeName(run.slice(0, 1))}), người đọc tìm “${plain}” sẽ không thấy. Gõ lại: “${plain}”.`,
			en: `“${show(run)}” is typed in half-width letters (${codeName(run.slice(0, 1))}); a search for “${plain}” does not find it. Type “${plain}”.`,
		});
	}
	const wide = page && wideScripts.has(page.script) ? wideRun : wideOrRoman;
	for (const match of words.matchAll(wide)) {
		const [run] = match;
		if (told.has(run)) continue;
		told.add(run);
		const plain = run.normalize('NFKC');
		add(placeAt(lines, match.index), 'characters/full-width', 'warning', {
			vi: `“${show(run)}” gõ bằng chữ hoặc số rộng (${codeName(run)}), người đọc tìm “${show(plain)}” sẽ không thấy. Chuyển bộ gõ sang chế độ thường (half-width) và gõ lại: “${show(plain)}”.`,
			en: `“${show(run)}” is typed in full-width letters or digits (${codeName(run)}); a search for “${show(plain)}” does not find it. Switch the keyboard to half width and type “${show(plain)}”.`,
		});
	}
}

function checkTraditional({ words, lines }: TypedText, add: Add): void {
	const byLine = new Map<number, { readonly place: Place; readonly seen: Map<string, string> }>();
	for (let index = 0; index < words.length; index++) {
		if (words.charCodeAt(index) < 0x2e80) continue;
		const character = words.charAt(index);
		const simplified = simplifiedForms.get(character);
		if (simplified === undefined) continue;
		const place = placeAt(lines, index);
		const line = byLine.get(place.line) ?? { place, seen: new Map<string, string>() };
		byLine.set(place.line, line);
		line.seen.set(character, simplified);
	}
	for (const { place, seen } of byLine.values()) {
		// A line with hiragana is Japanese: in the wrong file, but right as it is written.
		if (/[\u3041-\u309f]/.test(words.slice(lines[place.line - 1], lines[place.line]))) continue;
		const pairs = [...seen];
		const list = `${pairs
			.slice(0, 12)
			.map(([traditional, simplified]) => `${traditional} → ${simplified}`)
			.join(', ')}${pairs.length > 12 ? ', …' : ''}`;
		add(place, 'characters/traditional', 'error', {
			vi: `Trang tiếng Trung giản thể có chữ phồn thể: ${list}. Thay bằng chữ giản thể, hoặc đổi cả đoạn bằng công cụ chuyển phồn thể sang giản thể.`,
			en: `The page in Simplified Chinese has traditional characters: ${list}. Write the simplified ones, or convert the passage with a traditional-to-simplified tool.`,
		});
	}
}

const entity = /&(?:nbsp|quot|amp|apos|lt|gt|#\d{2,5}|#x[\da-f]{2,5});/giu;

function checkMachineTraces({ uncoded, words, lines, bodyStart }: TypedText, add: Add): void {
	const told = new Set<string>();
	const tell = (index: number, trace: string) => {
		const key = trace.toLowerCase();
		if (told.has(key)) return;
		told.add(key);
		add(placeAt(lines, index), 'language/machine-trace', 'error', {
			vi: `“${show(trace)}” là dấu vết của phần mềm dịch hoặc trợ lý AI, không phải lời của trang. Xóa phần này và đọc lại cả bài; nếu là lời của trang, viết lại bằng cách khác.`,
			en: `“${show(trace)}” is a trace of a translation program or an AI assistant, not words of the page. Delete it and read the whole text again; if the page means it, word it differently.`,
		});
	};
	for (const match of uncoded.matchAll(machineTrace)) {
		// Comments of front matter are blank in `words`; in a body the blank ones are addresses, which count here.
		if (match.index < bodyStart && words[match.index] === ' ') continue;
		tell(match.index, match[0]);
	}
	// In front matter nothing decodes them: readers see “&quot;”. In a body it takes a doubled one, which the list of traces has.
	for (const match of words.slice(0, bodyStart).matchAll(entity)) {
		const [seen] = match;
		if (told.has(seen)) continue;
		told.add(seen);
		add(placeAt(lines, match.index), 'language/machine-trace', 'error', {
			vi: `“${show(seen)}” là mã của phần mềm, người đọc sẽ thấy nguyên dãy ký tự này. Thay bằng chính ký tự đó (dấu cách, dấu ngoặc kép, dấu &…).`,
			en: `“${show(seen)}” is a code of a program; readers would see it as it is. Type the character itself (a space, a quotation mark, an & …).`,
		});
	}
}

// ——— As read: rules on words and paragraphs ———

/** Words of a field, heading, paragraph or cell, and where they stand. */
interface Passage {
	readonly type: 'field' | 'heading' | 'paragraph' | 'cell' | 'attribute';
	/** Name of the field, for passages of front matter. */
	readonly field?: string;
	/** Plain text; code, pictures and components are one mark that is no letter. */
	readonly text: string;
	/** True in a quotation, a callout or a paragraph that is italic as a whole: words shown in another language on purpose. */
	readonly isShown: boolean;
	placeOf(index: number): Place;
}

interface TextPassages {
	readonly fields: readonly Passage[];
	readonly passages: readonly Passage[];
	/** All passages of the body, a mark that is no letter between them. */
	readonly body: string;
}

function readWords(text: TextFile, fieldsOfKind: readonly string[]): TextPassages {
	const passages = readPassages(text);
	return {
		fields: readFields(text, fieldsOfKind),
		passages,
		body: passages.map((passage) => passage.text).join(`\n${object}\n`),
	};
}

const notWords = new Set(['translation', 'translator', 'reviewedBy', 'reviewedOn', 'updated']);

/** Fields of front matter that hold words in every language, for one kind. */
function wordFields(kind: unknown): readonly string[] {
	const known = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? (kind as Kind) : 'page';
	return fieldNames(known).translation.filter((name) => !notWords.has(name));
}

function readFields({ frontMatter }: TextFile, names: readonly string[]): Passage[] {
	const { data } = frontMatter;
	if (data === null || typeof data !== 'object') return [];
	return names.flatMap((name) => {
		const value: unknown = Object.hasOwn(data, name) ? (data as Record<string, unknown>)[name] : undefined;
		const values: readonly unknown[] = Array.isArray(value) ? value : [value];
		return values.flatMap((text, index): Passage[] => {
			if (typeof text !== 'string') return [];
			const path = Array.isArray(value) ? [name, index] : [name];
			return [{ type: 'field', field: name, text, isShown: false, placeOf: () => frontMatter.position(path) }];
		});
	});
}

type Node = (Root | RootContent) & {
	readonly position?: { readonly start: Place };
	readonly name?: string | null;
	readonly url?: string;
	readonly alt?: string | null;
	readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
};

/** Stands for what is no words. */
const object = '\ufffc';
const wordAttributes = new Set(['title', 'caption', 'alt', 'credit', 'role', 'place']);

function readPassages({ markdown }: TextFile): Passage[] {
	const passages: Passage[] = [];
	const visit = (node: Node, isShown: boolean): void => {
		const start = node.position?.start ?? { line: 1, column: 1 };
		for (const { name, value } of node.attributes ?? [])
			if (name !== undefined && wordAttributes.has(name) && typeof value === 'string')
				passages.push({ type: 'attribute', text: value, isShown, placeOf: () => start });
		if (node.type === 'image' && node.alt) {
			const { alt } = node;
			passages.push({ type: 'attribute', text: alt, isShown, placeOf: () => start });
		}
		if (!('children' in node)) return;
		const children = node.children as readonly Node[];
		const shown = isShown || node.type === 'blockquote' || node.name === 'Callout' || node.name === 'Quote';
		if (!children.some(({ type }) => type === 'text' || type === 'emphasis' || type === 'strong' || type === 'link')) {
			for (const child of children) visit(child, shown);
			return;
		}
		const pieces: string[] = [];
		const starts: { readonly index: number; readonly place: Place }[] = [];
		let length = 0;
		const gather = (inner: Node): void => {
			let piece = object;
			if (inner.type === 'image') visit(inner, isShown);
			if (inner.type === 'text') piece = inner.value;
			else if (inner.type === 'break') piece = '\n';
			else if ('children' in inner && inner.children.length > 0) {
				for (const child of inner.children) gather(child as Node);
				return;
			}
			starts.push({ index: length, place: inner.position?.start ?? start });
			pieces.push(piece);
			length += piece.length;
		};
		for (const child of children) gather(child);
		const text = pieces.join('');
		const [only] = children;
		passages.push({
			type: node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : 'paragraph',
			text,
			isShown:
				shown ||
				(children.length === 1 && only?.type === 'emphasis') ||
				// The title of a page elsewhere stands in the language of that page.
				(children.length === 1 && only?.type === 'link' && /^https?:/.test(only.url ?? '')) ||
				/^\s*[“«"「『].*[”»"」』][.。]?\s*$/su.test(text),
			placeOf: (index) => {
				const from = starts.findLast((piece) => piece.index <= index) ?? { index: 0, place: start };
				const before = text.slice(from.index, index).split('\n');
				const last = before.at(-1)?.length ?? 0;
				return before.length === 1
					? { line: from.place.line, column: from.place.column + last }
					: { line: from.place.line + before.length - 1, column: last + 1 };
			},
		});
	};
	if (markdown) visit(markdown, false);
	return passages;
}

/** Characters that cannot be seen and that YAML makes of a code such as `\u200b`, so that nothing of them is in the file. */
function checkEscaped({ fields }: TextPassages, typed: string, add: Add): void {
	for (const field of fields) {
		const at = field.text.search(invisible);
		if (at === -1 || typed.search(invisible) !== -1) continue;
		const character = String.fromCodePoint(field.text.codePointAt(at) ?? 0);
		if (character === '\u200d' && emojiEnd.test(field.text.slice(Math.max(0, at - 3), at))) continue;
		const word = show(wordAround(field.text, at, at + character.length));
		add(field.placeOf(at), 'characters/invisible', 'error', {
			vi: `Trường \`${field.field ?? ''}\` có mã của một ký tự không nhìn thấy: “${word}” (${codeName(character)}). Xóa mã bắt đầu bằng dấu \`\\\` trong giá trị này.`,
			en: `The field \`${field.field ?? ''}\` has the code of a character that cannot be seen: “${word}” (${codeName(character)}). Delete the code that starts with \`\\\` in this value.`,
		});
	}
}

const inVietnamese = (tag: string): string => languageName('vi', tag).replace(/^T(?=iếng )/, 't');
const inEnglish = (tag: string): string => languageName('en', tag);

/** How a text seems to be written, for messages. */
function seemsTo({ seems, percent, isCertain }: LanguageFault, { script }: PageLanguage): Say {
	if (seems === 'bare')
		return { vi: 'có vẻ là tiếng Việt gõ không dấu', en: 'it seems to be Vietnamese typed without marks' };
	if (seems !== undefined) return { vi: `có vẻ là ${inVietnamese(seems)}`, en: `it seems to be ${inEnglish(seems)}` };
	if (isCertain && script === 'Latn')
		return { vi: 'có vẻ là một ngôn ngữ khác', en: 'it seems to be another language' };
	return {
		vi: `chỉ ${percent}% số chữ thuộc hệ chữ ${new Intl.DisplayNames('vi', { type: 'script' }).of(script) ?? script}`,
		en: `only ${percent}% of its letters are of the script ${new Intl.DisplayNames('en', { type: 'script' }).of(script) ?? script}`,
	};
}

/** Letters from which a single paragraph is judged; shorter ones are too often names and addresses. */
const paragraphLetters = 100;
/** The same where another script tells more than words do. */
const foreignParagraphLetters = 70;

function checkLanguage(
	{ fields, passages, body }: TextPassages,
	page: PageLanguage,
	languages: ReadonlyMap<string, PageLanguage>,
	sourceLocale: string,
	source: SourceCopies | undefined,
	copied: ReadonlySet<Passage>,
	add: Add,
): void {
	const sourceLanguage = languages.get(sourceLocale)?.language;
	const tell = (
		passage: Passage,
		what: Say,
		fault: LanguageFault,
		isPassage = false,
		{ index, sentence } = { index: 0, sentence: passage.text },
	): void => {
		const seems = seemsTo(fault, page);
		const [nameVi, nameEn] = [inVietnamese(page.tag), inEnglish(page.tag)];
		const target = fault.seems === 'bare' ? 'vi' : fault.seems;
		const other = [...languages.values()].find(({ language, locale }) => language === target && locale !== page.locale);
		const mends: { vi: string; en: string }[] = [];
		if (fault.seems === 'bare' && page.language === 'vi')
			mends.push({
				vi: 'Bật bộ gõ tiếng Việt và gõ lại có dấu',
				en: 'Turn the Vietnamese keyboard on and type it again with marks',
			});
		else mends.push({ vi: `Viết lại bằng ${nameVi}`, en: `Write it in ${nameEn}` });
		if (other && passage.type !== 'field')
			mends.push({
				vi: `hoặc chuyển lời này sang \`${other.locale}.mdx\` nếu lưu nhầm tệp`,
				en: `or move it to \`${other.locale}.mdx\` if it was saved under the wrong name`,
			});
		if (isPassage)
			mends.push({
				vi: 'hoặc đặt dấu `>` ở đầu dòng nếu cố ý dẫn nguyên văn',
				en: 'or put `>` at the start of the line if it is quoted on purpose',
			});
		if (page.locale !== sourceLocale)
			mends.push({
				vi: 'hoặc xóa tệp này cho đến khi có bản dịch: trang sẽ tự báo là chưa dịch',
				en: 'or delete this file until there is a translation: the site then says that it is missing',
			});
		const quote = show(sentence.replaceAll(object, '…').trim()).replace(/[.。]$/, '');
		add(passage.placeOf(index), 'language/wrong', 'error', {
			vi: `${what.vi} trong tệp ${page.locale}.mdx phải viết bằng ${nameVi}, nhưng ${seems.vi}: “${quote}”. ${mends.map(({ vi }) => vi).join('; ')}.`,
			en: `${what.en} in ${page.locale}.mdx must be written in ${nameEn}, but ${seems.en}: “${quote}”. ${mends.map(({ en }) => en).join('; ')}.`,
		});
	};
	for (const field of fields) {
		// What is the source's, word for word, has been told already.
		if (copied.has(field)) continue;
		const fault = languageFault(field.text, page.language, page.script);
		// Other fields may be nothing but names and addresses, which keep their script.
		const name = field.field ?? '';
		const isLong = fault && (fault.isCertain || name === 'description' || name === 'summary');
		const told = isLong
			? fault
			: shortFault(field.text, page.language, page.script, sentenceFields.has(name) ? 'title' : 'passage');
		if (told) tell(field, { vi: `Trường \`${name}\``, en: `The field \`${name}\`` }, told);
	}
	const prose = passages.filter(({ isShown }) => !isShown);
	const [first] = prose;
	const fault = languageFault(prose.map(({ text }) => text).join('\n'), page.language, page.script);
	if (fault && first) {
		const isSource = fault.seems === sourceLanguage;
		if (!isSource || !passages.some((passage) => copied.has(passage)))
			tell(
				prose.find(({ text }) => languageFault(text, page.language, page.script)) ?? first,
				{ vi: 'Lời văn', en: 'The text' },
				fault,
			);
		return;
	}
	const hasStrangers = mayStray(body, page.script);
	for (const passage of prose) {
		if (passage.type === 'cell' || copied.has(passage)) continue;
		const isHeading = passage.type === 'heading';
		const least = page.script === 'Latn' ? paragraphLetters : foreignParagraphLetters;
		const long = passage.text.length < least ? undefined : languageFault(passage.text, page.language, page.script);
		const own = long?.isCertain
			? long
			: shortFault(passage.text, page.language, page.script, isHeading ? 'title' : 'passage');
		// A sentence of the source is shown to be said at a desk; whether it was only left there has a rule of its own.
		if (own && own.seems === sourceLanguage && source?.passages.has(passageKey(passage))) continue;
		if (own) {
			const what: Say = isHeading
				? { vi: 'Tiêu đề này', en: 'This heading' }
				: passage.type === 'attribute'
					? { vi: 'Lời này', en: 'These words' }
					: { vi: 'Đoạn này', en: 'This paragraph' };
			tell(passage, what, own, passage.type === 'paragraph');
		} else if (hasStrangers && passage.type === 'paragraph') {
			const stray = straySentence(passage.text, page.language, page.script);
			if (stray && stray.fault.seems !== sourceLanguage)
				tell(passage, { vi: 'Câu này', en: 'This sentence' }, stray.fault, false, stray);
		}
	}
}

const plain = (text: string): string => text.replace(/\s{2,}|\n/g, ' ').trim();

/** True when a text is at least so many words and these are words: not names, numbers or components. */
function isWords(text: string, least: number): boolean {
	const found = text.match(/[\p{L}\p{M}]+/gu) ?? [];
	const small = found.filter((word) => /^(?!\p{Lu})[\p{Ll}\p{Lo}]/u.test(word)).length;
	// Languages without spaces: two characters are a word.
	const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
	return unspaced >= 2 * least || (found.length >= least && small >= Math.max(2, found.length / 2));
}

/** Fields that are sentences or names; others hold addresses and hours too, which need more words to be judged. */
const sentenceFields = new Set(['title', 'label', 'description', 'summary', 'coverAlt', 'coverCaption']);

/** Words of the source that a translation must not repeat: by field, and by type of passage. */
interface SourceCopies {
	readonly fields: ReadonlySet<string>;
	readonly passages: ReadonlySet<string>;
}

const fieldKey = ({ field = '', text }: Passage): string => `${field} ${plain(text)}`;
const passageKey = ({ type, text }: Passage): string => `${type} ${plain(text)}`;

function sourceCopies({ fields, passages }: TextPassages): SourceCopies {
	return { fields: new Set(fields.map(fieldKey)), passages: new Set(passages.map(passageKey)) };
}

/** Tells what was left as it is in the source, and returns these passages. */
function checkCopies(own: TextPassages, source: SourceCopies, page: PageLanguage, add: Add): Set<Passage> {
	const tell = (passage: Passage, what: Say): void => {
		const quote = show(passage.text.replaceAll(object, '…').trim());
		const [orVi, orEn] =
			passage.type === 'paragraph'
				? [
						'; nếu cố ý dẫn nguyên văn, đặt dấu `>` ở đầu dòng',
						'; if it is quoted on purpose, put `>` at the start of the line',
					]
				: ['', ''];
		add(passage.placeOf(0), 'language/untranslated', 'error', {
			vi: `${what.vi} giống hệt bản gốc: “${quote}”. Dịch sang ${inVietnamese(page.tag)}${orVi}; nếu chưa dịch được, xóa tệp này để trang tự báo là chưa dịch.`,
			en: `${what.en} is the same as the source text: “${quote}”. Translate it into ${inEnglish(page.tag)}${orEn}; while there is no translation, delete this file, and the site says that it is missing.`,
		});
	};
	const copied = new Set<Passage>();
	for (const field of own.fields) {
		const name = field.field ?? '';
		if (!source.fields.has(fieldKey(field)) || !isWords(field.text, sentenceFields.has(name) ? 3 : 5)) continue;
		copied.add(field);
		tell(field, { vi: `Trường \`${name}\``, en: `The field \`${name}\`` });
	}
	for (const passage of own.passages) {
		if (passage.isShown || passage.type === 'cell' || passage.type === 'attribute') continue;
		const isHeading = passage.type === 'heading';
		if (!source.passages.has(passageKey(passage)) || !isWords(passage.text, isHeading ? 3 : 8)) continue;
		copied.add(passage);
		tell(passage, isHeading ? { vi: 'Tiêu đề này', en: 'This heading' } : { vi: 'Đoạn này', en: 'This paragraph' });
	}
	return copied;
}

/** Signs that come in pairs, by family; curly quotes have their own rule, since “ closes „. */
const pairs: readonly (readonly [string, string])[] = [
	['«', '»'],
	['(', ')'],
	['[', ']'],
	['（', '）'],
	['【', '】'],
	['《', '》'],
	['「', '」'],
	['『', '』'],
];
const openers = new Map(pairs);
const closers = new Map(pairs.map(([open, close]) => [close, open]));
const pairSigns = /[“”„«»()[\]（）【】《》「」『』"]/g;
/** What stands before the bracket of a list mark: “a)”, “12)”, “iv)”. */
const listMark =
	/(?:^|[\s\ufffc;:,./；：，。、–—-])(?:\p{L}{1,2}|[ivxIVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,2}|[一二三四五六七八九十]{1,3})$/u;

interface Unpaired {
	readonly sign: string;
	readonly index: number;
	readonly isOpen: boolean;
}

/** Signs of a passage without their partner. */
function unpaired(text: string): Unpaired[] {
	const open = new Map<string, number[]>();
	const deepest = new Map<string, number>();
	const found: Unpaired[] = [];
	if (text.search(pairSigns) === -1) return found;
	let spareMarks = 0;
	const stack = (family: string): number[] => {
		const list = open.get(family) ?? [];
		open.set(family, list);
		return list;
	};
	for (const { 0: sign, index } of text.matchAll(pairSigns)) {
		if (sign === '"') continue;
		const curly = stack('“');
		const inLow = text[curly.at(-1) ?? -1] === '„';
		const family = sign === '„' || sign === '”' || sign === '“' ? '“' : (closers.get(sign) ?? sign);
		const isOpening = sign === '„' || (sign === '“' && !inLow) || openers.has(sign);
		const list = stack(family);
		if (isOpening) {
			list.push(index);
			deepest.set(family, Math.max(deepest.get(family) ?? 0, list.length));
			continue;
		}
		const isBracket = sign === ')' || sign === '）';
		const before = text.slice(Math.max(0, index - 12), index);
		const isMark = isBracket && listMark.test(before);
		if (list.pop() !== undefined) {
			if (isMark) spareMarks++;
		} else if (isBracket && spareMarks > 0) spareMarks--;
		else if (!isMark && !(sign === ')' && /[:;]-?$/.test(before))) found.push({ sign, index, isOpen: false });
	}
	for (const [family, list] of open) {
		// Russian names in names may share one closing mark: «Фирма «Радуга».
		const shared = family === '«' ? Math.max(0, (deepest.get(family) ?? 0) - 1) : 0;
		for (const index of list.slice(shared)) found.push({ sign: text[index] ?? family, index, isOpen: true });
	}
	const straight = [...text.matchAll(/"/g)];
	// A mark after a digit may be inches; then nobody can tell.
	if (straight.length % 2 === 1 && !/\d\s?"/.test(text)) {
		const [{ index } = { index: 0 }] = straight.slice(-1);
		found.push({ sign: '"', index, isOpen: false });
	}
	return found.sort((a, b) => a.index - b.index);
}

const quoteFamily: Readonly<Record<string, string>> = {
	'“': '“',
	'”': '“',
	'„': '“',
	'«': '«',
	'»': '«',
	'「': '「',
	'」': '「',
};

function checkPairs({ fields, passages, body }: TextPassages, typed: string, add: Add): void {
	// Two stars that make nothing bold are printed; with a backslash before them that is meant.
	const hasStars = body.includes('**') && !typed.includes('\\*');
	const found = passages.map((passage) => {
		const at = hasStars ? passage.text.indexOf('**') : -1;
		const stars = at === -1 ? [] : [{ sign: '**', index: at, isOpen: true }];
		return { passage, signs: [...unpaired(passage.text), ...stars] };
	});
	// A quotation may run over paragraphs: opened in one (or in each), closed in a later one.
	for (const [at, { passage, signs }] of found.entries()) {
		const last = signs.findLast(({ sign, isOpen }) => isOpen && quoteFamily[sign]);
		if (!last) continue;
		for (let next = at + 1; next < Math.min(found.length, at + 7); next++) {
			const later = found[next];
			if (!later || later.passage.type !== passage.type) break;
			const close = later.signs.findIndex(
				({ sign, isOpen }) => !isOpen && quoteFamily[sign] === quoteFamily[last.sign],
			);
			const reopens = next === at + 1 && later.passage.text.trimStart().startsWith(last.sign);
			if (close === -1 && !reopens) continue;
			if (close !== -1) later.signs.splice(close, 1);
			signs.splice(signs.indexOf(last), 1);
			break;
		}
	}
	for (const { passage, signs } of [
		...fields.map((passage) => ({ passage, signs: unpaired(passage.text) })),
		...found,
	]) {
		const [first] = signs;
		if (!first) continue;
		add(passage.placeOf(first.index), 'characters/unbalanced', 'warning', sayUnpaired(first, passage.text));
	}
}

function sayUnpaired({ sign, index, isOpen }: Unpaired, text: string): Say {
	const partner =
		sign === '"' || sign === '**'
			? sign
			: sign === '“'
				? '”'
				: sign === '„'
					? '“'
					: sign === '”'
						? '“'
						: (openers.get(sign) ?? closers.get(sign) ?? '');
	const quote = show(text.slice(Math.max(0, index - 20), index + 30).replaceAll(object, '…'));
	const what: Say =
		sign === '"'
			? { vi: 'Số dấu " trong đoạn này là số lẻ', en: 'The number of " in this passage is odd' }
			: isOpen
				? {
						vi: `Dấu ${sign} được mở mà không có ${partner} đóng lại`,
						en: `A ${sign} is opened and not closed by ${partner}`,
					}
				: {
						vi: `Dấu ${sign} đóng lại mà không có ${partner} mở trước`,
						en: `A ${sign} closes what no ${partner} has opened`,
					};
	return {
		vi: `${what.vi}: “${quote}”. Thêm dấu ${partner} còn thiếu, hoặc xóa dấu thừa.`,
		en: `${what.en}: “${quote}”. Add the missing ${partner}, or delete this sign.`,
	};
}

/** What to say of the first sign of a few words that lacks its partner. */
export function unpairedSign(text: string): Say | undefined {
	const [first] = unpaired(text);
	return first && sayUnpaired(first, text);
}

function checkDoubled({ fields, passages, body }: TextPassages, { language }: PageLanguage, add: Add): void {
	const doubled = doubledWords[language];
	if (!doubled) return;
	// One look at the whole body is much cheaper than one at each passage.
	const suspects = body.search(doubled) === -1 ? fields : [...fields, ...passages];
	for (const passage of suspects) {
		if (passage.text.search(doubled) === -1) continue;
		const told = new Set<string>();
		for (const match of passage.text.matchAll(doubled)) {
			const [seen] = match;
			const word = match.groups?.['again'] ?? '';
			// “вариант А а также”: a letter that names something, then a word.
			if (([...word].length === 1 && !seen.endsWith(word)) || told.has(word)) continue;
			told.add(word);
			add(passage.placeOf(match.index), 'characters/doubled-word', 'warning', {
				vi: `“${show(seen)}”: từ “${word}” được gõ hai lần. Xóa một từ.`,
				en: `“${show(seen)}”: the word “${word}” is typed twice. Delete one.`,
			});
		}
	}
}
