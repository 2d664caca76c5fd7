import { languageName, scriptOf } from '#language/script.ts';
import { countLetters, type LanguageFault } from '#language/scripts.ts';
import { shortFault } from '#language/short-texts.ts';
import { strayWords } from '#language/stray-words.ts';
import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Place, SourceFile } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { documentsSchema } from '#schema/documents.ts';
import { factsSchema } from '#schema/facts.ts';
import { own, textsOf, wordGroups } from '#schema/introspect.ts';
import { siteSchema } from '#schema/site.ts';
import { doubledWords, simplifiedForms } from './character-tables.ts';
import { unpairedSign } from './characters.ts';

type Say = Problem['say'];

/** Something wrong with a few words of a known language. */
export interface WordsFault {
	readonly code: Code;
	readonly severity: Severity;
	readonly say: Say;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
const inVietnamese = (tag: string): string => languageName('vi', tag).replace(/^T(?=iếng )/, 't');
const codeName = (letter: string): string =>
	`U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function seemsTo({ seems }: LanguageFault, script: string): Say {
	if (seems === 'bare')
		return { vi: 'có vẻ là tiếng Việt gõ không dấu', en: 'they seem to be Vietnamese typed without marks' };
	if (seems === undefined && script === 'Latn')
		return { vi: 'có vẻ là một ngôn ngữ khác', en: 'they seem to be of another language' };
	return seems === undefined
		? { vi: 'không có chữ nào của ngôn ngữ ấy', en: 'they have no letter of that language' }
		: { vi: `có vẻ là ${inVietnamese(seems)}`, en: `they seem to be ${languageName('en', seems)}` };
}

/** A language by the first part of its tag and its script; nothing for a tag that no standard knows. */
function languageOf(tag: string): { readonly language: string; readonly script: string } | undefined {
	try {
		return { language: tag.split('-')[0] ?? tag, script: scriptOf(tag) };
	} catch {
		return undefined;
	}
}

/** What is wrong with the language of a few words; a label stands alone, a title may be a name. */
export function languageOfWords(text: string, tag: string, type: 'label' | 'title'): WordsFault | undefined {
	const page = languageOf(tag);
	const fault = page && shortFault(text, page.language, page.script, type);
	if (!fault) return undefined;
	const seems = seemsTo(fault, page.script);
	const isBare = fault.seems === 'bare' && page.language === 'vi';
	return {
		code: 'language/wrong',
		severity: 'error',
		say: {
			vi: `Lời này phải viết bằng ${inVietnamese(tag)}, nhưng ${seems.vi}: “${shorten(text)}”. ${isBare ? 'Bật bộ gõ tiếng Việt và gõ lại có dấu' : `Viết lại bằng ${inVietnamese(tag)}`}.`,
			en: `These words must be in ${languageName('en', tag)}, but ${seems.en}: “${shorten(text)}”. ${isBare ? 'Turn the Vietnamese keyboard on and type them again with marks' : `Write them in ${languageName('en', tag)}`}.`,
		},
	};
}

/** Signs without their partner and words typed twice in a few words of one language. */
export function signsOfWords(text: string, tag: string): WordsFault[] {
	const faults: WordsFault[] = [];
	const page = languageOf(tag);
	if (!page) return faults;
	const sign = /\p{L}/u.test(text) ? unpairedSign(text) : undefined;
	if (sign) faults.push({ code: 'characters/unbalanced', severity: 'warning', say: sign });
	const doubled = doubledWords[page.language];
	if (doubled) {
		doubled.lastIndex = 0;
		const again = doubled.exec(text)?.groups?.['again'];
		doubled.lastIndex = 0;
		if (again !== undefined && [...again].length > 1)
			faults.push({
				code: 'characters/doubled-word',
				severity: 'warning',
				say: {
					vi: `“${shorten(text)}”: từ “${again}” được gõ hai lần. Xóa một từ.`,
					en: `“${shorten(text)}”: the word “${again}” is typed twice. Delete one.`,
				},
			});
	}
	return faults;
}

/** Traditional characters and whole words of look-alike letters in words of a register, where no file name tells the language. */
function lettersOfWords(text: string, tag: string): WordsFault[] {
	const faults: WordsFault[] = [];
	const page = languageOf(tag);
	if (!page) return faults;
	for (const { word, strays } of strayWords(text, page.script)) {
		const right = strays.reduce((all, { letter, meant }) => all.replaceAll(letter, meant), word);
		const seen = strays
			.map(({ letter, meant }) => `“${letter}” ${codeName(letter)} → “${meant}” ${codeName(meant)}`)
			.join(', ');
		faults.push({
			code: 'characters/look-alike',
			severity: 'error',
			say: {
				vi: `Từ “${word}” viết bằng chữ của bảng chữ khác, chỉ trông giống: ${seen}. Xóa từ này và gõ lại: “${right}”.`,
				en: `The word “${word}” is in letters of another alphabet that only look right: ${seen}. Delete it and type it again: “${right}”.`,
			},
		});
	}
	const pairs = page.script === 'Hans' ? [...new Set(text)].filter((sign) => simplifiedForms.has(sign)) : [];
	if (pairs.length > 0) {
		const list = pairs.map((sign) => `${sign} → ${simplifiedForms.get(sign) ?? ''}`).join(', ');
		faults.push({
			code: 'characters/traditional',
			severity: 'error',
			say: {
				vi: `Lời tiếng Trung giản thể có chữ phồn thể: ${list}. Thay bằng chữ giản thể.`,
				en: `Words in Simplified Chinese have traditional characters: ${list}. Write the simplified ones.`,
			},
		});
	}
	return faults;
}

/** More than a name: at least two words, one of them in small letters with a mark of Vietnamese. */
const isVietnamesePhrase = (text: string): boolean =>
	(text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) >= 2 &&
	countLetters(text.replace(/\p{Lu}[\p{L}\p{M}]*/gu, ' ')).marked > 0;

/** Words by language in registers: that they are of their language, and typed with its letters and signs. */
export function checkRegisterWords(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const tags = new Map(content.site.locales.map(({ locale, tag }) => [locale, tag]));
	const [sourceLocale = 'vi'] = tags.keys();
	const add = (file: string, { line, column }: Place, { code, severity, say }: WordsFault, of: string): void => {
		problems.push({
			file: `${folderName}/${file}`,
			line,
			column,
			code,
			severity,
			say: of === '' ? say : { vi: `${of}: ${say.vi}`, en: `${of}: ${say.en}` },
		});
	};

	for (const [name, file, schema] of [
		['site', 'site.yaml', siteSchema],
		['facts', 'facts.yaml', factsSchema],
		['documents', 'documents.yaml', documentsSchema],
	] as const) {
		const from = folder.registers.get(name);
		if (!from) continue;
		for (const { path, words } of wordGroups(schema, from.data)) checkGroup(file, from, path, words);
		const lines = folder.typed.get(file)?.split('\n') ?? [];
		for (const { path, text, form } of textsOf(schema, from.data)) {
			// The site's own addresses have a rule of their own.
			if (form !== 'url' || !/^http:/i.test(text) || path[0] === 'address' || path[0] === 'frames') continue;
			const place = from.position(path);
			if (!acknowledged.test(lines[place.line - 1] ?? '')) add(file, place, unprotected(text), nameOf(from, path));
		}
	}
	const glossary = folder.registers.get('glossary');
	for (const [index, row] of (Array.isArray(glossary?.data) ? (glossary.data as readonly unknown[]) : []).entries())
		for (const [locale, tag] of tags) {
			const form = own(row, locale);
			if (typeof form !== 'string' || form.trim() === '') continue;
			// A dish or a garment keeps its Vietnamese name in every language.
			if (locale !== sourceLocale && form === own(row, sourceLocale)) {
				const fault = languageOf(tag)?.script === 'Latn' ? undefined : languageOfWords(form, tag, 'label');
				if (fault) tell(fault);
				continue;
			}
			const fault = languageOfWords(form, tag, locale === sourceLocale ? 'title' : 'label');
			for (const each of [...(fault ? [fault] : []), ...signsOfWords(form, tag), ...lettersOfWords(form, tag)])
				tell(each);
			function tell(each: WordsFault): void {
				add(
					'glossary.csv',
					glossary?.position([index, locale]) ?? { line: 1, column: 1 },
					each,
					`\`${String(own(row, 'id'))}\`, \`${locale}\``,
				);
			}
		}
	return problems;

	function checkGroup(file: string, from: SourceFile, path: readonly PropertyKey[], words: object): void {
		const source = own(words, sourceLocale);
		for (const [locale, text] of Object.entries(words) as [string, unknown][]) {
			const tag = tags.get(locale);
			if (tag === undefined || typeof text !== 'string' || text.trim() === '') continue;
			const isCopy = locale !== sourceLocale && text === source && isVietnamesePhrase(text);
			const fault: WordsFault | undefined = isCopy
				? {
						code: 'language/untranslated',
						severity: 'error',
						say: {
							vi: `Lời này giống hệt tiếng Việt: “${shorten(text)}”. Dịch sang ${inVietnamese(tag)}, hoặc xóa dòng \`${locale}\`: trang dùng lời của ngôn ngữ kế tiếp.`,
							en: `These words are the same as the Vietnamese ones: “${shorten(text)}”. Translate them into ${languageName('en', tag)}, or delete the line \`${locale}\`: the site then uses the words of the next language.`,
						},
					}
				: languageOfWords(text, tag, 'label');
			for (const each of [...(fault ? [fault] : []), ...signsOfWords(text, tag), ...lettersOfWords(text, tag)])
				add(file, from.position([...path, locale]), each, nameOf(from, [...path, locale]));
		}
	}
}

/** Some sources have no other address; a comment behind it says that somebody knows. */
const acknowledged = /\s#.*\bhttps?\b/iu;

const unprotected = (url: string): WordsFault => ({
	code: 'link/http',
	severity: 'warning',
	say: {
		vi: `Địa chỉ \`${shorten(url)}\` không được bảo vệ. Mở thử với \`https://\`: được thì sửa thành \`${shorten(url.replace(/^http:/i, 'https:'))}\`, không được thì tìm một nguồn khác, hoặc ghi thêm \`# không có https\` sau địa chỉ.`,
		en: `The address \`${shorten(url)}\` is not protected. Try it with \`https://\`: if that opens, write \`${shorten(url.replace(/^http:/i, 'https:'))}\`; if not, look for another source, or add \`# no https\` behind the address.`,
	},
});

/** Which record and field is meant, for messages: `` `market`, `words.en` ``. */
function nameOf(from: SourceFile, path: readonly PropertyKey[]): string {
	const id = typeof path[0] === 'number' ? own(own(from.data, path[0]), 'id') : undefined;
	const field = path
		.filter((step) => typeof step !== 'number')
		.map(String)
		.join('.');
	return typeof id === 'string' ? `\`${id}\`, \`${field}\`` : `\`${field}\``;
}
