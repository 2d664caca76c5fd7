import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { languageName } from '#language/script.ts';
import type { Place } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import { checkTypedWords } from './characters.ts';
import { languageOfWords, signsOfWords } from './register-words.ts';
import { nearest } from './shape.ts';

type Say = Problem['say'];

/** Larger than any file of interface words; nothing larger is read. */
const maxBytes = 1024 * 1024;
const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const placeholderForm = /\{\{\s*([^\s,{}]+)[^{}]*\}\}/g;
const placeholdersIn = (text: string): string[] => [
	...new Set([...text.matchAll(placeholderForm)].map((match) => match[1] ?? '')),
];
const listed = (names: readonly string[]): string =>
	names.length === 0 ? '–' : names.map((name) => `\`{{${name}}}\``).join(', ');
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
const quoted = (names: readonly string[]): string =>
	`${names
		.slice(0, 20)
		.map((name) => `\`${shorten(name)}\``)
		.join(', ')}${names.length > 20 ? ', …' : ''}`;

/** One line of a file of words. */
interface Line extends Place {
	readonly key: string;
	/** The words; undefined when the value is no text. */
	readonly value: string | undefined;
}

/** A file of words as typed, or why it could not be read. */
interface Scanned {
	readonly lines: readonly Line[];
	readonly fault: (Place & { readonly say: Say }) | undefined;
	/** The file as typed; empty when it is no text. */
	readonly text: string;
}

const startOfFile: Place = { line: 1, column: 1 };

/** A string of JSON at a place: its end, and why it is none. */
function stringEnd(text: string, from: number): { readonly end: number; readonly say?: Say } {
	for (let at = from + 1; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') return { end: at + 1 };
		if (sign === '\n' || sign === '\r')
			return {
				end: at,
				say: {
					vi: 'Chữ ở dòng này mở ngoặc kép `"` mà không đóng. Thêm `"` vào cuối chữ, trước dấu phẩy.',
					en: 'The words in this line have an opening quote `"` and no closing one. Add a `"` at their end, before the comma.',
				},
			};
		if (sign !== '\\') continue;
		if (!/^\\(?:["\\/bfnrt]|u[\da-f]{4})/i.test(text.slice(at, at + 6)))
			return {
				end: at,
				say: {
					vi: 'Dấu `\\` ở đây không đứng trước ký tự nào nhận nó. Xóa dấu này, hoặc viết `\\\\` nếu muốn in nó.',
					en: 'The `\\` here stands before a character that does not take it. Delete it, or write `\\\\` to print it.',
				},
			};
		at++;
	}
	return {
		end: text.length,
		say: {
			vi: 'Tệp hết khi ngoặc kép `"` mở ở đây chưa đóng. Thêm `"`, và kiểm tra tệp có bị cắt cụt không.',
			en: 'The file ends before the quote `"` opened here is closed. Add a `"`, and see whether the file was cut short.',
		},
	};
}

/** Reads the lines of a file of words with their places; stops at the first fault. Linear, whatever the text. */
function scan(text: string): Scanned {
	const lines: Line[] = [];
	let at = 0;
	let [counted, line, lineStart] = [0, 1, 0];
	// Places are asked for in rising order, nearly always.
	const placeOf = (index: number): Place => {
		if (index < counted) [counted, line, lineStart] = [0, 1, 0];
		for (let end = text.indexOf('\n', counted); end !== -1 && end < index; end = text.indexOf('\n', counted)) {
			line++;
			counted = lineStart = end + 1;
		}
		return { line, column: index - lineStart + 1 };
	};
	const fault = (index: number, vi: string, en: string): Scanned => ({
		lines,
		text,
		fault: { ...placeOf(index), say: { vi, en } },
	});
	const skip = () => {
		while (/[ \t\r\n]/.test(text[at] ?? '')) at++;
	};
	const seen = () => shorten((text.slice(at, at + 80).split('\n', 1)[0] ?? '').trim());

	skip();
	if (at >= text.length)
		return fault(
			0,
			'Tệp rỗng. Chép lại tệp cùng tên từ i18n/vi rồi dịch.',
			'The file is empty. Copy the file of the same name from i18n/vi and translate it.',
		);
	if (text[at] !== '{')
		return fault(
			at,
			'Tệp phải bắt đầu bằng dấu `{` và kết thúc bằng dấu `}`. Thêm dấu còn thiếu, hoặc chép lại tệp từ bản trước.',
			'The file must start with `{` and end with `}`. Add what is missing, or take an earlier copy of the file.',
		);
	at++;
	let comma: number | undefined;
	for (;;) {
		skip();
		if (text[at] === '}') {
			if (comma !== undefined)
				return fault(
					comma,
					'Thừa dấu phẩy sau dòng cuối cùng. Xóa dấu phẩy này.',
					'There is a comma after the last line. Delete it.',
				);
			break;
		}
		if (at >= text.length)
			return fault(
				text.trimEnd().length,
				'Tệp thiếu dấu `}` ở cuối. Thêm vào, và kiểm tra tệp có bị cắt cụt không.',
				'The file lacks its last `}`. Add it, and see whether the file was cut short.',
			);
		if (/^\/[/*]|^#/.test(text.slice(at, at + 2)))
			return fault(
				at,
				'Tệp này không nhận ghi chú. Xóa dòng ghi chú.',
				'This file takes no comments. Delete the comment.',
			);
		if (text[at] === ',')
			return fault(at, 'Thừa dấu phẩy ở đây. Xóa dấu phẩy này.', 'There is a comma too many here. Delete it.');
		if (text[at] !== '"')
			return fault(
				at,
				`Khóa phải đặt trong ngoặc kép thẳng, theo mẫu \`"khóa": "lời",\`; ở đây là \`${seen()}\`. Sửa lại theo mẫu này.`,
				`A key stands in straight quotes, as in \`"key": "words",\`; here it is \`${seen()}\`. Write it like this.`,
			);
		const keyStart = at;
		const keyEnd = stringEnd(text, at);
		if (keyEnd.say) return fault(keyStart, keyEnd.say.vi, keyEnd.say.en);
		const key = JSON.parse(text.slice(keyStart, keyEnd.end)) as string;
		at = keyEnd.end;
		skip();
		if (text[at] !== ':')
			return fault(
				keyStart,
				`Sau khóa \`${shorten(key)}\` thiếu dấu hai chấm. Viết theo mẫu \`"khóa": "lời",\`.`,
				`The colon after the key \`${shorten(key)}\` is missing. Write it as \`"key": "words",\`.`,
			);
		at++;
		skip();
		const valueStart = at;
		let value: string | undefined;
		if (text[at] === '"') {
			const end = stringEnd(text, at);
			if (end.say) return fault(valueStart, end.say.vi, end.say.en);
			value = JSON.parse(text.slice(valueStart, end.end)) as string;
			at = end.end;
		} else if (text[at] === '{' || text[at] === '[') {
			for (let depth = 0; at < text.length; at++) {
				if (text[at] === '"') at = stringEnd(text, at).end - 1;
				else if (text[at] === '{' || text[at] === '[') depth++;
				else if ((text[at] === '}' || text[at] === ']') && --depth === 0) break;
			}
			at++;
		} else {
			const word = /^(?:-?\d[\d.eE+-]*|true|false|null)(?=[\s,}]|$)/.exec(text.slice(at, at + 40))?.[0];
			if (word === undefined)
				return fault(
					valueStart,
					`Lời của \`${shorten(key)}\` phải đặt trong ngoặc kép thẳng: \`"…"\`; ở đây là \`${seen()}\`. Thêm ngoặc kép, hoặc viết lời còn thiếu.`,
					`The words of \`${shorten(key)}\` stand in straight quotes: \`"…"\`; here it is \`${seen()}\`. Add the quotes, or write the words.`,
				);
			at += word.length;
		}
		const end = at;
		lines.push({ key, value: value?.normalize('NFC'), ...placeOf(keyStart) });
		skip();
		comma = undefined;
		if (text[at] === ',') comma = at++;
		else if (text[at] !== '}') {
			if (at >= text.length) continue;
			return text[at] === '"' && text.slice(end, at).includes('\n')
				? fault(
						end,
						`Thiếu dấu phẩy sau lời của \`${shorten(key)}\`. Thêm \`,\` vào cuối dòng này.`,
						`A comma is missing after the words of \`${shorten(key)}\`. Add \`,\` at the end of this line.`,
					)
				: fault(
						at,
						`Sau lời của \`${shorten(key)}\` còn thừa \`${seen()}\`. Nếu trong lời có ngoặc kép thẳng, thay bằng “…” hoặc viết \`\\"\`; nếu không, xóa phần thừa.`,
						`After the words of \`${shorten(key)}\` there is \`${seen()}\`. If the words have straight quotes in them, use “…” or write \`\\"\`; if not, delete what is too much.`,
					);
		}
	}
	at++;
	skip();
	if (at < text.length)
		return fault(
			at,
			`Sau dấu \`}\` cuối cùng còn \`${seen()}\`. Xóa phần này.`,
			`After the last \`}\` there is \`${seen()}\`. Delete it.`,
		);
	try {
		JSON.parse(text);
	} catch {
		return fault(
			0,
			'Tệp không phải JSON đúng. Lấy lại bản trước của tệp, hoặc chép tệp cùng tên từ i18n/vi rồi dịch.',
			'The file is not valid JSON. Take an earlier copy of it, or copy the file of the same name from i18n/vi and translate it.',
		);
	}
	return { lines, text, fault: undefined };
}

/** What lies under a name; `missing` when nothing does. */
async function readWords(path: string): Promise<Scanned | 'missing'> {
	const broken = (vi: string, en: string): Scanned => ({
		lines: [],
		text: '',
		fault: { ...startOfFile, say: { vi, en } },
	});
	// A link to nothing is as good as none; a pipe would never end, and must not be opened.
	const found = await stat(path).catch(() => undefined);
	if (!found) return 'missing';
	if (!found.isFile())
		return broken(
			'Đây không phải tệp thường, không đọc được. Xóa nó, chép tệp cùng tên từ i18n/vi rồi dịch.',
			'This is not an ordinary file and cannot be read. Delete it, copy the file of the same name from i18n/vi and translate it.',
		);
	if (found.size > maxBytes)
		return broken(
			'Tệp lớn hơn 1 MB, không thể là lời giao diện. Lấy lại bản trước của tệp.',
			'The file is larger than 1 MB and cannot be interface words. Take an earlier copy of it.',
		);
	const bytes = await readFile(path).catch(() => undefined);
	if (!bytes)
		return broken(
			'Không mở được tệp. Kiểm tra quyền đọc của tệp.',
			'The file cannot be opened. Check who may read it.',
		);
	const isWide = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
	if (isWide || (bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0)))
		return broken(
			'Tệp được lưu bằng mã UTF-16. Mở tệp, chọn “Save as” / “Lưu thành”, chọn mã UTF-8 rồi lưu lại.',
			'The file is saved as UTF-16. Open it, choose “Save as”, pick UTF-8 and save again.',
		);
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return scan(text.replace(/\r\n?/g, '\n'));
	} catch {
		return broken(
			'Tệp không phải mã UTF-8. Mở tệp, chọn “Save as” / “Lưu thành”, chọn mã UTF-8 rồi lưu lại.',
			'The file is not UTF-8. Open it, choose “Save as”, pick UTF-8 and save again.',
		);
	}
}

/** Whether a name may be that of a language that another site uses. */
function isLanguage(name: string): boolean {
	try {
		return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(name) !== undefined;
	} catch {
		return false;
	}
}

/** True for at least two words, one of them in small letters: more than a name or a unit such as “đồng”. */
function isPhrase(text: string): boolean {
	const words = text.replace(placeholderForm, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];
	return words.length >= 2 && words.some((word) => /^\p{Ll}/u.test(word));
}
const inVietnamese = (tag: string): string => languageName('vi', tag).replace(/^T(?=iếng )/, 't');
const vietnameseLetter = /[ăâđêôơưà-ãèéìíò-õùúýĩũạ-ỹ]/iu;

function rulesOf(tag: string): Intl.PluralRules | undefined {
	try {
		return new Intl.PluralRules(tag);
	} catch {
		return undefined;
	}
}

/** Whether the form for one is said of one alone: English “one minute” needs no number, Russian says it of 21 too. */
function isOneOnly(rules: Intl.PluralRules): boolean {
	return [0, 11, 21, 31, 101, 1.5].every((count) => rules.select(count) !== 'one');
}

/**
 * Interface words of every language against those of the source language: files, keys, placeholders, plural forms.
 *
 * @param folder - Folder that holds a folder for each language.
 * @param locales - Languages of the site, the source first.
 * @param folderName - Name of the folder, for messages.
 * @returns Problems in no order. Never throws, opens ordinary files only.
 */
export async function checkWords(
	folder: string,
	locales: readonly { readonly locale: string; readonly tag: string }[],
	folderName: string,
): Promise<Problem[]> {
	const problems: Problem[] = [];
	const tell = (
		file: string,
		{ line, column }: Place,
		code: Code,
		vi: string,
		en: string,
		severity: Severity = 'error',
	) =>
		problems.push({
			file: file === '' ? folderName : `${folderName}/${file}`,
			line,
			column,
			code,
			severity,
			say: { vi, en },
		});
	const [source, ...others] = locales;
	if (!source) return problems;

	const isFolder = (path: string) =>
		stat(path).then(
			(found) => found.isDirectory(),
			() => false,
		);
	const namesIn = async (locale: string) =>
		(await readdir(join(folder, locale)).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
	if (!(await isFolder(folder))) {
		tell(
			'',
			startOfFile,
			'words/file',
			`Không có thư mục lời giao diện \`${folderName}\`. Lấy lại thư mục này, hoặc kiểm tra I18N_DIR.`,
			`There is no folder of interface words \`${folderName}\`. Put it back, or check I18N_DIR.`,
		);
		return problems;
	}
	const present = new Map<string, readonly string[]>();
	for (const { locale } of locales) {
		if (await isFolder(join(folder, locale))) present.set(locale, await namesIn(locale));
		else
			tell(
				locale,
				startOfFile,
				'words/file',
				locale === source.locale
					? `Không có thư mục \`${folderName}/${locale}\`, nơi chứa lời giao diện tiếng Việt mà mọi ngôn ngữ được so với. Lấy lại thư mục này.`
					: `Không có thư mục \`${folderName}/${locale}\`, nên ngôn ngữ này chưa có lời giao diện. Chép thư mục \`${folderName}/${source.locale}\` thành \`${folderName}/${locale}\` rồi dịch; hoặc bỏ ngôn ngữ \`${locale}\` khỏi \`locales\` của site.yaml.`,
				locale === source.locale
					? `There is no folder \`${folderName}/${locale}\` with the Vietnamese interface words, against which all languages are compared. Put it back.`
					: `There is no folder \`${folderName}/${locale}\`, so this language has no interface words. Copy the folder \`${folderName}/${source.locale}\` to \`${folderName}/${locale}\` and translate it; or take the language \`${locale}\` out of \`locales\` in site.yaml.`,
			);
	}
	for (const name of await readdir(folder).catch(() => [])) {
		const isOther = isLanguage(name) && !locales.some(({ locale }) => locale.toLowerCase() === name.toLowerCase());
		if (name.startsWith('.') || locales.some(({ locale }) => locale === name) || isOther) continue;
		const isReal = await lstat(join(folder, name)).then(
			(found) => found.isDirectory(),
			() => false,
		);
		if (!isReal) continue;
		const meant = nearest(
			name,
			locales.map(({ locale }) => locale),
		);
		tell(
			name,
			startOfFile,
			'words/extra',
			`Thư mục \`${shorten(name)}\` không mang mã ngôn ngữ nào nên không được dùng. ${meant ? `Có phải \`${meant}\`? ` : ''}Đổi tên thành mã ngôn ngữ đúng như trong site.yaml, hoặc xóa thư mục.`,
			`The folder \`${shorten(name)}\` has no code of a language for a name, so it is not used. ${meant ? `Did you mean \`${meant}\`? ` : ''}Rename it to the code that site.yaml has, or delete it.`,
		);
	}

	const sourceNames = present.get(source.locale);
	if (!sourceNames) return problems;
	/** Files that the source lacks, and who has them. */
	const strangers = new Map<string, string[]>();
	for (const { locale } of others)
		for (const name of present.get(locale) ?? [])
			if (!sourceNames.includes(name)) strangers.set(name, [...(strangers.get(name) ?? []), locale]);
	for (const [name, owners] of strangers) {
		if (owners.length > 1 && owners.length === others.length) {
			tell(
				`${source.locale}/${name}`,
				startOfFile,
				'words/file',
				`Thiếu tệp \`${name}\` của tiếng Việt, trong khi mọi ngôn ngữ khác đều có. Lấy lại tệp từ bản trước.`,
				`The Vietnamese file \`${name}\` is missing, though all other languages have it. Put it back from an earlier copy.`,
			);
			continue;
		}
		const meant = nearest(name, sourceNames);
		for (const locale of owners)
			tell(
				`${locale}/${name}`,
				startOfFile,
				'words/extra',
				`Tiếng Việt không có tệp \`${shorten(name)}\`, nên tệp này không được dùng. ${meant ? `Có phải \`${meant}\`? ` : ''}Đổi tên cho giống tệp trong ${folderName}/${source.locale}, hoặc xóa tệp này.`,
				`The Vietnamese has no file \`${shorten(name)}\`, so this one is not used. ${meant ? `Did you mean \`${meant}\`? ` : ''}Give it the name of a file in ${folderName}/${source.locale}, or delete it.`,
			);
	}

	for (const name of sourceNames) {
		const base = await readWords(join(folder, source.locale, name));
		const wordsOf = new Map<string, string>();
		if (base !== 'missing' && !base.fault)
			for (const { key, value } of base.lines) if (value !== undefined) wordsOf.set(key, value);
		const baseKeys = new Set(base === 'missing' ? [] : base.lines.map(({ key }) => key));
		const isCompared = base !== 'missing' && !base.fault;
		/** Keys that the source lacks, and where they stand. */
		const extras = new Map<string, { readonly file: string; readonly place: Place; readonly hint: Say }[]>();
		for (const language of locales) {
			const { locale } = language;
			if (!present.has(locale)) continue;
			const own = locale === source.locale ? base : await readWords(join(folder, locale, name));
			checkFile(`${locale}/${name}`, language, own);
		}
		const comparedOthers = others.filter(({ locale }) => present.has(locale)).length;
		for (const [key, places] of extras) {
			if (comparedOthers > 1 && places.length === comparedOthers) {
				tell(
					`${source.locale}/${name}`,
					startOfFile,
					'words/missing',
					`Tiếng Việt thiếu \`${shorten(key)}\`, trong khi mọi ngôn ngữ khác đều có. Bổ sung dòng \`"${shorten(key)}": "…"\` vào tệp này.`,
					`The Vietnamese lacks \`${shorten(key)}\`, though all other languages have it. Add a line \`"${shorten(key)}": "…"\` to this file.`,
				);
				continue;
			}
			for (const { file, place, hint } of places)
				tell(
					file,
					place,
					'words/extra',
					`Tệp tiếng Việt không có \`${shorten(key)}\`, nên lời này không được dùng.${hint.vi} Sửa tên khóa cho giống tệp tiếng Việt, hoặc xóa dòng này; nếu chính tệp tiếng Việt bị mất dòng ấy, bổ sung vào ${folderName}/${source.locale}/${name}.`,
					`The Vietnamese file has no \`${shorten(key)}\`, so these words are not used.${hint.en} Correct the key, or delete this line; if the Vietnamese file has lost it, add it to ${folderName}/${source.locale}/${name}.`,
				);
		}

		function checkFile(file: string, { locale, tag }: (typeof locales)[number], own: Scanned | 'missing'): void {
			if (own === 'missing') {
				tell(
					file,
					startOfFile,
					'words/file',
					`Thiếu tệp \`${name}\`. Chép ${folderName}/${source?.locale ?? 'vi'}/${name} sang ${folderName}/${locale} rồi dịch phần sau dấu hai chấm.`,
					`The file \`${name}\` is missing. Copy ${folderName}/${source?.locale ?? 'vi'}/${name} to ${folderName}/${locale} and translate what follows the colons.`,
				);
				return;
			}
			if (own.text !== '')
				checkTypedWords(own.text, { locale, tag }, (place, code, severity, say) =>
					tell(file, place, code, say.vi, say.en, severity),
				);
			if (own.fault) {
				tell(file, own.fault, 'words/file', own.fault.say.vi, own.fault.say.en);
				return;
			}
			const at = new Map<string, Line>();
			for (const line of own.lines) {
				const first = at.get(line.key);
				if (first)
					tell(
						file,
						line,
						'words/duplicate',
						`\`${shorten(line.key)}\` được viết hai lần, lần đầu ở dòng ${first.line}. Xóa một trong hai dòng.`,
						`\`${shorten(line.key)}\` stands twice, first in line ${first.line}. Delete one of the two lines.`,
					);
				else at.set(line.key, line);
				if (line.value === undefined)
					tell(
						file,
						line,
						'words/value',
						`Giá trị của \`${shorten(line.key)}\` phải là lời trong ngoặc kép, không phải số, nhóm hay danh sách. Viết theo mẫu \`"${shorten(line.key)}": "lời"\`.`,
						`The value of \`${shorten(line.key)}\` must be words in quotes, not a number, a group or a list. Write \`"${shorten(line.key)}": "words"\`.`,
					);
				else checkValue(file, line, line.value, tag, locale === source?.locale);
			}
			if (!isCompared || locale === source?.locale) return;
			compare(file, tag, at);
		}

		function checkValue(file: string, line: Line, value: string, own: string, isSource: boolean): void {
			const key = shorten(line.key);
			const plain = value.replace(placeholderForm, ' 0 ');
			const fault = languageOfWords(plain, own, 'label');
			const wanted = isSource ? undefined : wordsOf.get(line.key);
			// What is the same as the Vietnamese has a rule of its own.
			if (fault && value !== wanted)
				tell(file, line, fault.code, `\`${key}\`: ${fault.say.vi}`, `\`${key}\`: ${fault.say.en}`);
			for (const { code, severity, say } of signsOfWords(plain, own))
				tell(file, line, code, `\`${key}\`: ${say.vi}`, `\`${key}\`: ${say.en}`, severity);
			const entity = /&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});/i.exec(value)?.[0];
			if (entity !== undefined)
				tell(
					file,
					line,
					'words/html',
					`\`${key}\` chứa mã \`${entity}\`, người đọc sẽ thấy nguyên mã. Thay bằng chính ký tự đó.`,
					`\`${key}\` holds the code \`${entity}\`, which readers would see as it is. Type the character itself.`,
				);
			const nesting = /\$t\([^)]*\)?/.exec(value)?.[0];
			if (nesting !== undefined)
				tell(
					file,
					line,
					'words/placeholder',
					`\`${key}\` gọi lời khác bằng \`${shorten(nesting)}\`, trang không nhận cách viết này. Chép hẳn lời ấy vào đây.`,
					`\`${key}\` calls other words by \`${shorten(nesting)}\`, which the site does not do. Write those words here.`,
				);
			if (/^(?:TODO|TBD|TBA|FIXME|PLACEHOLDER|x{3,}|\?+|…|\.{3})$/i.test(value.trim()))
				tell(
					file,
					line,
					'words/missing',
					`\`${key}\` chưa có lời thật: “${shorten(value)}”. Viết lời vào giữa hai ngoặc kép.`,
					`\`${key}\` has no words yet: “${shorten(value)}”. Write them between the quotes.`,
				);
			const tag = /<\/?[a-z][^<>]*>?/i.exec(value)?.[0];
			if (tag !== undefined)
				tell(
					file,
					line,
					'words/html',
					`\`${key}\` chứa thẻ HTML \`${shorten(tag)}\`, người đọc sẽ thấy nguyên thẻ. Xóa thẻ, giữ lại chữ.`,
					`\`${key}\` holds the HTML tag \`${shorten(tag)}\`, which readers would see as it is. Delete the tag and keep the words.`,
				);
			if (/[{}]/.test(value.replace(placeholderForm, '')))
				tell(
					file,
					line,
					'words/placeholder',
					`Ngoặc của chỗ điền trong \`${key}\` không đủ: “${shorten(value)}”. Mỗi chỗ điền có hai ngoặc mỗi bên: \`{{tên}}\`, tên như trong tệp tiếng Việt${placeholdersIn(wordsOf.get(line.key) ?? '').length > 0 ? ` (${listed(placeholdersIn(wordsOf.get(line.key) ?? ''))})` : ''}.`,
					`The braces of a placeholder in \`${key}\` are not complete: “${shorten(value)}”. A placeholder has two braces on each side: \`{{name}}\`, with the name of the Vietnamese file${placeholdersIn(wordsOf.get(line.key) ?? '').length > 0 ? ` (${listed(placeholdersIn(wordsOf.get(line.key) ?? ''))})` : ''}.`,
				);
			// What stands between words may be a space in one language and nothing in another.
			const isSpace = /^\s+$/.test(wordsOf.get(line.key) ?? '');
			if (value.trim() === '' && !isSpace)
				tell(
					file,
					line,
					pluralSuffix.test(line.key) ? 'words/plural' : 'words/missing',
					`\`${key}\` để trống. Viết lời vào giữa hai ngoặc kép${pluralSuffix.test(line.key) ? ', kể cả khi lời giống một dạng khác' : ''}.`,
					`\`${key}\` is empty. Write its words between the quotes${pluralSuffix.test(line.key) ? ', even if they are those of another form' : ''}.`,
				);
		}

		function compare(file: string, tag: string, at: ReadonlyMap<string, Line>): void {
			const rules = rulesOf(tag);
			// A tag that is no language is told by the rules of site.yaml.
			if (!rules) return;
			const categories = rules.resolvedOptions().pluralCategories;
			const plain: string[] = [];
			const stems = new Map<string, string>();
			for (const key of baseKeys) {
				const stem = key.replace(pluralSuffix, '');
				if (stem === key) plain.push(key);
				else stems.set(stem, wordsOf.get(`${stem}_other`) ?? wordsOf.get(key) ?? '');
			}
			const missing = plain.filter((key) => !at.has(key));
			for (const stem of stems.keys()) {
				const names = categories.map((category) => `${stem}_${category}`);
				if (!names.some((key) => at.has(key))) missing.push(...names);
			}
			if (missing.length > 0) {
				const [first = ''] = missing;
				const words = wordsOf.get(first) ?? stems.get(first.replace(pluralSuffix, '')) ?? '…';
				const sample = `"${first}": "${shorten(words)}"`;
				tell(
					file,
					startOfFile,
					'words/missing',
					`Thiếu ${quoted(missing)}. Chép ${missing.length === 1 ? `dòng \`${sample}\`` : `${missing.length} dòng này`} từ tệp cùng tên của tiếng Việt (${folderName}/${source?.locale ?? 'vi'}/${name}) rồi dịch.`,
					`${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} missing. Copy ${missing.length === 1 ? `the line \`${sample}\`` : `these ${missing.length} lines`} from the Vietnamese file of the same name (${folderName}/${source?.locale ?? 'vi'}/${name}) and translate.`,
				);
			}
			const [nameVi, nameEn] = [inVietnamese(tag), languageName('en', tag)];
			for (const [stem] of stems) {
				const lacking = categories.filter((category) => !at.has(`${stem}_${category}`));
				if (lacking.length === 0 || lacking.length === categories.length) continue;
				const there = categories.map((category) => at.get(`${stem}_${category}`)).find((line) => line !== undefined);
				const names = lacking.map((category) => `${stem}_${category}`);
				tell(
					file,
					there ?? startOfFile,
					'words/plural',
					`Thiếu ${quoted(names)}: số đếm trong ${nameVi} cần các dạng ${categories.join(', ')}. Thêm mỗi dạng một dòng, ví dụ \`"${names[0] ?? ''}": "…"\`.`,
					`${quoted(names)} ${names.length === 1 ? 'is' : 'are'} missing: counts in ${nameEn} need the forms ${categories.join(', ')}. Add a line for each, such as \`"${names[0] ?? ''}": "…"\`.`,
				);
			}
			for (const [key, line] of at) {
				const [, category = ''] = pluralSuffix.exec(key) ?? [];
				const stem = key.replace(pluralSuffix, '');
				const form = categories.find((known) => known === category);
				const isPlural = category !== '' && stems.has(stem);
				if (isPlural && !form) {
					tell(
						file,
						line,
						'words/plural',
						`\`${shorten(key)}\` là dạng số đếm mà ${nameVi} không dùng (chỉ dùng: ${categories.join(', ')}). Xóa dòng này.`,
						`\`${shorten(key)}\` is a form that counts in ${nameEn} do not use (only: ${categories.join(', ')}). Delete this line.`,
					);
					continue;
				}
				if (!isPlural && !baseKeys.has(key)) {
					const meant = nearest(
						key,
						[...plain, ...[...stems.keys()].map((name) => `${name}_other`)].filter((known) => !at.has(known)),
					);
					const hint = meant ? { vi: ` Có phải \`${meant}\`?`, en: ` Did you mean \`${meant}\`?` } : { vi: '', en: '' };
					extras.set(key, [...(extras.get(key) ?? []), { file, place: line, hint }]);
					continue;
				}
				const wanted = isPlural ? stems.get(stem) : wordsOf.get(key);
				if (wanted !== undefined && line.value !== undefined && line.value.trim() !== '')
					compareValue(file, tag, line, line.value, wanted, category === 'one' && isOneOnly(rules));
			}
		}

		function compareValue(
			file: string,
			tag: string,
			line: Line,
			own: string,
			wanted: string,
			mayLackCount: boolean,
		): void {
			const key = shorten(line.key);
			const [given, needed] = [placeholdersIn(own), placeholdersIn(wanted)];
			const lacking = needed.filter((item) => !given.includes(item) && !(mayLackCount && item === 'count'));
			const strange = given.filter((item) => !needed.includes(item));
			const isUnpaired = /[{}]/.test(own.replace(placeholderForm, ''));
			if ((lacking.length > 0 || strange.length > 0) && !isUnpaired)
				tell(
					file,
					line,
					'words/placeholder',
					`\`${key}\` có chỗ điền ${listed(given)}, bản tiếng Việt có ${listed(needed)}. Chép đúng các chỗ điền của bản tiếng Việt, không dịch, không thêm bớt.`,
					`\`${key}\` has the placeholders ${listed(given)}, the Vietnamese has ${listed(needed)}. Copy those of the Vietnamese as they are; do not translate, add or leave out any.`,
				);
			if (own.trim() === wanted.trim().normalize('NFC') && isPhrase(own) && vietnameseLetter.test(own))
				tell(
					file,
					line,
					'words/untranslated',
					`\`${key}\` giống hệt tiếng Việt: “${shorten(own)}”. Dịch sang ${inVietnamese(tag)}.`,
					`\`${key}\` is the same as the Vietnamese: “${shorten(own)}”. Translate it into ${languageName('en', tag)}.`,
					'warning',
				);
		}
	}
	return problems;
}
