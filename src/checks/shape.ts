import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { ShapeIssue } from '#schema/content.ts';
import { coastSchema } from '#schema/coast.ts';
import { documentsSchema } from '#schema/documents.ts';
import { fieldNames, kinds, sourceSchemas, translationSchemas, type Kind } from '#schema/entry.ts';
import { factsSchema } from '#schema/facts.ts';
import { glossarySchema } from '#schema/glossary.ts';
import { holidaysSchema } from '#schema/holidays.ts';
import {
	exampleOf,
	formOf,
	keysOf,
	mayBeAbsent,
	own,
	schemaAt,
	valueAt,
	valuesAt,
	type AnySchema,
} from '#schema/introspect.ts';
import { hasPassword, isPrivateAddress, summaryBounds, summaryLength, years } from '#schema/primitives.ts';
import { endingOf, filmEndings, soundEndings } from '#schema/recordings.ts';
import { lookSchema, siteSchema } from '#schema/site.ts';
import { fieldWords, folded, kindWords, localeWords, unitWords, valueWords } from './known-names.ts';
import { meantDay, meantInstant, meantPeriod } from './meant-dates.ts';
import { editDistance, nearest } from './nearest.ts';

export { editDistance, nearest };

type Say = Problem['say'];
type Told = Say & { readonly code: Code };

const registerSchemas: Readonly<Record<string, AnySchema>> = {
	'site.yaml': siteSchema,
	'look/look.yaml': lookSchema,
	'map/coast.json': coastSchema,
	'facts.yaml': factsSchema,
	'documents.yaml': documentsSchema,
	'glossary.csv': glossarySchema,
	'holidays.yaml': holidaysSchema,
};

/** A value as it is quoted in a message. */
const show = (value: unknown): string => {
	const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/gu, ' ');
	return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};
const quoted = (text: string) => JSON.stringify(text.replace(/\s+/gu, ' ').trim());
const both = (same: string): Say => ({ vi: same, en: same });
const join = (...parts: readonly (Say | undefined)[]): Say => ({
	vi: parts.flatMap((part) => part?.vi || []).join(' '),
	en: parts.flatMap((part) => part?.en || []).join(' '),
});
const none = both('');

/** Everything that the wording of an issue looks at. */
interface Case extends ShapeIssue {
	/** Schema of the whole file. */
	readonly root: AnySchema;
	/** Schema of the value; undefined for an unknown field. */
	readonly schema: AnySchema | undefined;
	/** Form of the value, by its schema. */
	readonly form: string;
	/** Last field of the path; the list's own for an item of a list. */
	readonly key: string;
	/** The value in a sentence: `` `url` (mục 1 của `sources`) ``. */
	readonly name: Say;
	/** Which record it is about, for the beginning of a sentence; empty in texts. */
	readonly record: Say;
}

function rootOf({ role, file, kind = 'page' }: ShapeIssue): AnySchema | undefined {
	return role === 'register' ? registerSchemas[file] : (role === 'source' ? sourceSchemas : translationSchemas)[kind];
}

/** How an item of a list is named: by its id if it has one, else by its number from 1. */
function itemName(item: unknown, index: number): Say {
	const id = ['id', 'locale'].map((key) => own(item, key)).find((name) => typeof name === 'string' && name !== '');
	return id === undefined ? { vi: `thứ ${index + 1}`, en: `${index + 1}` } : both(`\`${show(id)}\``);
}

function nameOf({ field, data, file, role }: ShapeIssue): { name: Say; record: Say } {
	if (field.length === 0)
		return {
			name:
				role === 'register'
					? both(`\`${file}\``)
					: { vi: 'Phần khai báo giữa hai dòng `---`', en: 'What stands between the two lines `---`' },
			record: none,
		};
	const [first] = field;
	const isRecord = Array.isArray(data) && typeof first === 'number';
	const item = isRecord ? itemName(data[first], first) : none;
	const record = isRecord ? { vi: `Mục ${item.vi}: `, en: `Record ${item.en}: ` } : none;
	const path = isRecord ? field.slice(1) : field;
	if (path.length === 0) return { name: { vi: 'mục này', en: 'this record' }, record };
	const at = path.findLastIndex((step) => typeof step === 'number');
	if (at < 0) return { name: both(`\`${path.map(String).join('.')}\``), record };
	const inList = itemName(valueAt(data, field.slice(0, field.length - path.length + at + 1)), Number(path[at]));
	const list = path
		.slice(0, at)
		.filter((step) => typeof step !== 'number')
		.join('.');
	const rest = path
		.slice(at + 1)
		.map(String)
		.join('.');
	return {
		name:
			rest === ''
				? { vi: `mục ${inList.vi} của \`${list}\``, en: `item ${inList.en} of \`${list}\`` }
				: {
						vi: `\`${rest}\` (mục ${inList.vi} của \`${list}\`)`,
						en: `\`${rest}\` (item ${inList.en} of \`${list}\`)`,
					},
		record,
	};
}

function caseOf(issue: ShapeIssue): Case | undefined {
	const root = rootOf(issue);
	if (!root) return undefined;
	const schema = schemaAt(root, issue.field, issue.data);
	const key = String(issue.field.findLast((step) => typeof step !== 'number') ?? issue.file);
	return { ...issue, ...nameOf(issue), root, schema, form: formOf(schema), key };
}

const example = ({ schema }: Case): Say => {
	const text = schema ? exampleOf(schema) : '"…"';
	return text === '"…"' ? none : { vi: `Ví dụ: \`${text}\`.`, en: `Example: \`${text}\`.` };
};
/** A whole line with an example, as `date: 2026-02-28`. */
const exampleLine = ({ key, schema }: Case): string =>
	`${key}: ${schema ? exampleOf(schema) : '…'}`.replace('"…"', '…');

// ——— Unknown fields ———

/** What is meant by a field that is none: where its matter is written here. */
const elsewhere: Readonly<Record<string, Say>> = {
	draft: { vi: 'Bản nháp ghi là `status: draft`.', en: 'A draft is written `status: draft`.' },
	lang: {
		vi: 'Ngôn ngữ là tên tệp (`vi.mdx`, `en.mdx`).',
		en: 'The language is the name of the file (`vi.mdx`, `en.mdx`).',
	},
	slug: {
		vi: 'Địa chỉ của trang là tên thư mục của bài; muốn đổi thì đổi tên thư mục.',
		en: 'The address of the page is the name of its folder; rename the folder to change it.',
	},
	section: {
		vi: 'Chuyên mục là thư mục lớn chứa bài; muốn đổi thì chuyển thư mục.',
		en: 'The section is the folder around the entry; move the folder to change it.',
	},
};
const elsewhereWords: ReadonlyMap<string, string> = new Map([
	['draft', 'draft'],
	['isdraft', 'draft'],
	['bannhap', 'draft'],
	['nhap', 'draft'],
	['lang', 'lang'],
	['language', 'lang'],
	['locale', 'lang'],
	['ngonngu', 'lang'],
	['slug', 'slug'],
	['permalink', 'slug'],
	['path', 'slug'],
	['diachitrang', 'slug'],
	['section', 'section'],
	['muc', 'section'],
]);
/** Names that mean one field in a source and another in a translation. */
const authorWords = ['author', 'authors', 'tacgia', 'nguoiviet', 'byline', 'writer'];

/** The field that is meant by a name that is none. */
function meantField(key: string, known: readonly string[]): string | undefined {
	const word = folded(key);
	const same = known.find((name) => folded(name) === word);
	if (same !== undefined) return same;
	if (authorWords.includes(word)) return ['reviewedBy', 'translator'].findLast((name) => known.includes(name));
	return fieldWords.get(word)?.find((name) => known.includes(name)) ?? nearest(key, known);
}

/** Kinds that have a field of their own of this name. */
const kindsWith = (field: string): string[] =>
	Object.entries(kinds).flatMap(([name, { words, facts }]) =>
		Object.hasOwn(words, field) || Object.hasOwn(facts, field) ? [name] : [],
	);

function unknownField(of: Case): Told {
	const { role, kind, data, root, field } = of;
	const key = String(field.at(-1));
	const around = field.slice(0, -1);
	const parent = schemaAt(root, around, data);
	const known = parent ? keysOf(parent, valueAt(data, around)) : [];
	const isTop = around.length === 0 && role !== 'register';
	const shown = show(key);
	if (role === 'translation' && isTop && isSourceField(key))
		return {
			code: 'translation/source-field',
			...join(
				{
					vi: `Trường \`${shown}\` chỉ viết trong vi.mdx; bản dịch chỉ chứa lời văn. Xóa dòng này.`,
					en: `The field \`${shown}\` belongs in vi.mdx only; a translation holds words. Delete this line.`,
				},
				key === 'date'
					? {
							vi: 'Ngày sửa của bản dịch viết ở `updated`.',
							en: 'The day on which the translation changed is written in `updated`.',
						}
					: none,
			),
		};
	const code = 'field/unknown';
	const group = typeof around.at(-1) === 'string' ? around.filter((step) => typeof step !== 'number').join('.') : '';
	const no: Say =
		group === ''
			? { vi: `Không có trường \`${shown}\`.`, en: `There is no field \`${shown}\`.` }
			: {
					vi: `Không có trường \`${shown}\` trong \`${group}\`.`,
					en: `There is no field \`${shown}\` in \`${group}\`.`,
				};
	const other = isTop ? elsewhere[elsewhereWords.get(folded(key)) ?? ''] : undefined;
	if (other) return { code, ...join(no, other, { vi: 'Xóa dòng này.', en: 'Delete this line.' }) };
	const meant = meantField(key, known);
	// A comma in a decimal cuts it in two, and the second half looks like a field.
	if (parent && formOf(parent) === 'position' && /^\d+$/.test(key))
		return {
			code,
			...join(no, {
				vi: 'Phần lẻ viết sau dấu chấm, không phải dấu phẩy: `position: { lat: 12.265, lon: 109.196 }`.',
				en: 'Decimals stand after a point, not a comma: `position: { lat: 12.265, lon: 109.196 }`.',
			}),
		};
	if (meant !== undefined) {
		const isThere = own(valueAt(data, around), meant) !== undefined;
		return {
			code,
			...join(
				no,
				isThere
					? {
							vi: `Trường \`${meant}\` đã có trong tệp: chép giá trị sang đó nếu cần, rồi xóa dòng này.`,
							en: `The field \`${meant}\` is there already: move the value to it if it is needed, and delete this line.`,
						}
					: {
							vi: `Có phải bạn muốn viết \`${meant}\`? Sửa tên hoặc xóa dòng này.`,
							en: `Did you mean \`${meant}\`? Correct the name or delete the line.`,
						},
			),
		};
	}
	const owners = isTop && kind ? kindsWith(key) : [];
	if (owners.length > 0)
		return {
			code,
			...join({
				vi: `Trường \`${shown}\` là của loại ${owners.map((name) => `\`${name}\``).join(', ')}; bài này ghi \`kind: ${kind}\`. Xóa dòng này, hoặc sửa \`kind\` nếu ghi nhầm loại.`,
				en: `The field \`${shown}\` belongs to the kind ${owners.map((name) => `\`${name}\``).join(', ')}; this text says \`kind: ${kind}\`. Delete the line, or correct \`kind\` if it is wrong.`,
			}),
		};
	const list = known.slice(0, 40).join(', ');
	return {
		code,
		...join(no, {
			vi: list === '' ? 'Xóa dòng này.' : `Xóa dòng này, hoặc dùng một trong các trường: ${list}.`,
			en: list === '' ? 'Delete this line.' : `Delete the line, or use one of: ${list}.`,
		}),
	};
}

const sourceFields = new Set(
	(Object.keys(kinds) as Kind[]).flatMap((kind) => {
		const { source, translation } = fieldNames(kind);
		return source.filter((name) => !translation.includes(name));
	}),
);
const isSourceField = (name: string) => sourceFields.has(name);

// ——— Kinds and values of closed lists ———

function wrongKind({ file, seen, role }: Case): Told {
	const section = file.split('/')[0] ?? '';
	const allowed = Object.entries(kinds)
		.filter(([, kind]) => kind.sections.some((name) => name === section))
		.map(([name]) => name);
	const names = allowed.length > 0 ? allowed : Object.keys(kinds);
	const list = names.join(', ');
	const word = typeof seen === 'string' ? seen : '';
	const meant = kindWords.get(folded(word))?.find((name) => names.includes(name)) ?? nearest(word, names);
	const place = role === 'source' ? { vi: ` trong \`${section}/\``, en: ` in \`${section}/\`` } : none;
	const choose = { vi: `Các loại dùng được${place.vi}: ${list}.`, en: `Kinds${place.en}: ${list}.` };
	if (seen === undefined || seen === null || (word.trim() === '' && typeof seen === 'string'))
		return {
			code: 'entry/kind',
			...join(
				seen === undefined
					? { vi: 'Thiếu `kind` (loại bài).', en: '`kind` is missing.' }
					: { vi: '`kind` (loại bài) để trống.', en: '`kind` is empty.' },
				{ vi: `Ghi một dòng như \`kind: ${names[0]}\`.`, en: `Write a line such as \`kind: ${names[0]}\`.` },
				choose,
			),
		};
	return {
		code: 'entry/kind',
		...join(
			{ vi: `Không có loại \`${show(seen)}\`.`, en: `There is no kind \`${show(seen)}\`.` },
			meant === undefined ? none : { vi: `Có phải \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
			choose,
		),
	};
}

function wrongValue(of: Case, values: readonly string[]): Told {
	const { name, seen } = of;
	const word = String(seen);
	const meant = valueWords.get(folded(word))?.find((value) => values.includes(value)) ?? nearest(word, values);
	return {
		code: 'field/value',
		...join(
			{ vi: `${name.vi} không nhận giá trị \`${show(seen)}\`.`, en: `${name.en} does not take \`${show(seen)}\`.` },
			meant === undefined ? none : { vi: `Có phải \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
			{ vi: `Các giá trị được dùng: ${values.join(', ')}.`, en: `It takes: ${values.join(', ')}.` },
		),
	};
}

// ——— Dates ———

const inVietnamese = (written: string) => {
	const [year, month, day] = written.split('-').map(Number);
	return `ngày ${day} tháng ${month} năm ${year}`;
};
const inEnglish = (written: string) =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${written}T00:00:00Z`));

function wrongDate(of: Case): Told {
	const { name, form, seen } = of;
	const typed = typeof seen === 'number' ? String(seen) : typeof seen === 'string' ? seen : show(seen);
	const found = meantDay(typed);
	const tell = (why: Say, mend: Say): Told => ({ code: 'field/date', ...join(why, mend) });
	const wrong = (vi: string, en: string): Say => ({
		vi: `${name.vi} có giá trị \`${show(seen)}\`, ${vi}`,
		en: `${name.en} is \`${show(seen)}\`, ${en}`,
	});
	if (form === 'date-value' && /^\d[\d-]*\/\d[\d-]*$/.test(typed)) {
		const [first = '', last = ''] = typed.split('/');
		if (last < first && meantDay(first)?.written === first && meantDay(last)?.written === last)
			return tell(wrong('ngày cuối đứng trước ngày đầu.', 'whose last day comes before its first.'), {
				vi: `Nếu hai ngày bị đổi chỗ, viết \`"${last}/${first}"\`.`,
				en: `If the two are exchanged, write \`"${last}/${first}"\`.`,
			});
	}
	const year = Number(/^\d{4,}(?=-)/.exec(typed)?.[0] ?? found?.year);
	if (year > years.last || (year < years.first && found !== undefined))
		return tell(
			wrong(
				`năm ${year} không nằm trong khoảng ${years.first}–${years.last}.`,
				`a year outside ${years.first}–${years.last}.`,
			),
			{ vi: `Kiểm tra lại năm. Ví dụ: \`2026-02-28\`.`, en: `Check the year. Example: \`2026-02-28\`.` },
		);
	if (found && !found.written && found.days !== undefined) {
		const last = `${found.year}-${String(found.month).padStart(2, '0')}-${found.days}`;
		return tell(
			wrong(
				`nhưng tháng ${found.month} năm ${found.year} không có ngày ${found.day}.`,
				'a day that the calendar does not have.',
			),
			{
				vi: `Ngày cuối của tháng ấy là \`${last}\`. Sửa lại ngày, viết năm-tháng-ngày.`,
				en: `The last day of that month is \`${last}\`. Correct the day, written year-month-day.`,
			},
		);
	}
	const meant = form === 'instant' ? meantInstant(typed) : form === 'period' ? meantPeriod(typed) : found?.written;
	const shape: Say =
		form === 'instant'
			? wrong(
					'không phải một ngày (năm-tháng-ngày), cũng không phải ngày và giờ kèm múi giờ.',
					'which is neither a day (year-month-day) nor a day and hour with its zone.',
				)
			: form === 'period'
				? wrong(
						'không phải ngày, tháng, quý hay năm viết bắt đầu bằng năm.',
						'which is not a day, month, quarter or year that begins with the year.',
					)
				: wrong(
						'không phải một ngày có thật viết theo thứ tự năm-tháng-ngày.',
						'which is not a real date written as year-month-day.',
					);
	if (meant !== undefined) {
		const isDay = /^\d{4}-\d{2}-\d{2}$/.test(meant);
		return tell(
			shape,
			isDay
				? {
						vi: `Nếu là ${inVietnamese(meant)}, viết \`${meant}\`.`,
						en: `If it is ${inEnglish(meant)}, write \`${meant}\`.`,
					}
				: { vi: `Viết \`${meant}\`.`, en: `Write \`${meant}\`.` },
		);
	}
	if (form === 'period')
		return tell(shape, {
			vi: 'Viết như `2026-01-31`, `2026-01`, `2026-Q1` hoặc `2026`; trong facts.yaml, nguồn không nói thì ghi `unknown`.',
			en: 'Write it as `2026-01-31`, `2026-01`, `2026-Q1` or `2026`; in facts.yaml write `unknown` where the source does not say.',
		});
	return tell(shape, example(of));
}

// ——— Empty values ———

function emptyValue(of: Case): Told {
	const { name, field, schema, role, key } = of;
	const code = 'field/empty';
	if (field.length === 0)
		return {
			code,
			...join(
				{ vi: `${name.vi} để trống.`, en: `${name.en} is empty.` },
				role === 'register'
					? { vi: 'Điền các trường của tệp này.', en: 'Fill in the fields of this file.' }
					: {
							vi: `Điền các trường, mỗi trường một dòng: ${requiredFields(of).join(', ')}.`,
							en: `Write its fields, one per line: ${requiredFields(of).join(', ')}.`,
						},
			),
		};
	const isItem = typeof field.at(-1) === 'number';
	const isOptional = schema !== undefined && mayBeAbsent(schema);
	return {
		code,
		...join(
			{ vi: `${name.vi} để trống.`, en: `${name.en} is empty.` },
			isItem
				? { vi: 'Điền nội dung, hoặc xóa dấu gạch `-` này.', en: 'Fill it in, or delete this `-`.' }
				: isOptional || isLanguageKey(of)
					? { vi: 'Điền nội dung hoặc xóa dòng này.', en: 'Fill it in or delete the line.' }
					: {
							vi: `Trường \`${key}\` bắt buộc: điền nội dung.`,
							en: `The field \`${key}\` is required: fill it in.`,
						},
			example(of),
		),
	};
}

/** Whether a value is the wording in one language of several. */
const isLanguageKey = ({ root, field, data }: Case): boolean =>
	formOf(schemaAt(root, field.slice(0, -1), data)) === 'words-by-locale';

const requiredFields = ({ root }: Case): string[] =>
	keysOf(root)
		.filter((name) => {
			const schema = schemaAt(root, [name]);
			return schema !== undefined && !mayBeAbsent(schema);
		})
		.map((name) => `\`${name}\``);

// ——— Values of another type ———

/** A number that somebody typed with signs that people read and computers do not. */
function meantNumber(typed: string, key: string): string | undefined {
	const text = typed.normalize('NFKC').trim();
	const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text);
	if (clock && key === 'durationSeconds')
		return String(Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
	const angle = /^(\d{1,3})°\s*(?:(\d{1,2})[′'’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)(?:″|"|”|'')\s*)?([NSEWBĐ]?)$/u.exec(text);
	if (angle && (key === 'lat' || key === 'lon')) {
		const seconds = Number((angle[3] ?? '0').replace(',', '.'));
		const degrees = Number(angle[1]) + Number(angle[2] ?? 0) / 60 + seconds / 3600;
		return `${/[SW]/.test(angle[4] ?? '') ? '-' : ''}${Number(degrees.toFixed(4))}`;
	}
	const found = /^[~≈<>]?\s*(-?\d[\d.,\s]*\d|-?\d)\s*(%|[\p{L}²³/. ]*)$/u.exec(text);
	if (!found) return undefined;
	const digits = (found[1] ?? '').replace(/\s/g, '');
	if (/^-?\d+$/.test(digits)) return String(Number(digits));
	// Three digits after each sign: thousands, as they are grouped in Việt Nam and elsewhere.
	if (/^-?\d{1,3}([.,]\d{3})+$/.test(digits) && new Set(digits.match(/[.,]/g)).size === 1)
		return digits.replace(/[.,]/g, '');
	if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
	if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return digits.replaceAll(',', '');
	return /^-?\d+[.,]\d+$/.test(digits) ? digits.replace(',', '.') : undefined;
}

const isWordList = (schema: AnySchema | undefined, data: unknown) =>
	schema !== undefined && ['words', 'line'].includes(formOf(schemaAt(schema, [0], data)));

function wrongType(of: Case): Told {
	const { name, key, seen, schema, form, root, data, field, file, role } = of;
	const code = 'field/type';
	const expected = of.issue.code === 'invalid_type' ? of.issue.expected : '';
	const say = (vi: string, en: string, mend: Say): Told => ({
		code,
		...join(
			{
				vi: `${name.vi} có giá trị \`${show(seen)}\`, cần ${vi}.`,
				en: `${name.en} is \`${show(seen)}\`; ${en} is needed.`,
			},
			mend,
		),
	});
	const write = (...lines: readonly string[]): Say => ({
		vi: `Viết: ${lines.map((line) => `\`${line}\``).join(' ')}.`,
		en: `Write: ${lines.map((line) => `\`${line}\``).join(' ')}.`,
	});
	const inField = (value: string) => (typeof field.at(-1) === 'number' ? `- ${value}` : `${key}: ${value}`);
	if (field.length === 0 || (Array.isArray(data) && field.length === 1)) {
		const isList = expected === 'array';
		const line = isList ? '- id: …' : role === 'register' ? `${keysOf(root)[0] ?? 'id'}: …` : 'title: …';
		return say(
			isList ? 'một danh sách' : 'các dòng `tên: giá trị`',
			isList ? 'a list' : 'lines `name: value`',
			isList
				? {
						vi: `Mỗi mục của \`${file}\` bắt đầu bằng dấu gạch ở đầu dòng: \`${line}\`.`,
						en: `Every record of \`${file}\` begins with a hyphen at the start of the line: \`${line}\`.`,
					}
				: {
						vi: `Mỗi trường một dòng, sau tên là dấu hai chấm và dấu cách, ví dụ \`${line}\`.`,
						en: `One field per line, its name followed by a colon and a space, such as \`${line}\`.`,
					},
		);
	}
	if (expected === 'string') {
		if (form === 'interval')
			return say(
				'một số và đơn vị',
				'a number and a unit',
				write(inField(`${typeof seen === 'number' ? seen : 6} tháng`)),
			);
		if (seen !== null && typeof seen === 'object') {
			const items = Object.values(seen).filter((item) => typeof item === 'string');
			const isByLanguage = !Array.isArray(seen) && Object.keys(seen).every((name) => /^[a-z]{2}$/.test(name));
			return say(
				'một đoạn chữ',
				'text',
				isByLanguage && role !== 'register'
					? {
							vi: `Tệp này chỉ chứa lời của một ngôn ngữ; lời của ngôn ngữ khác viết trong tệp của ngôn ngữ ấy. Viết: \`${inField(quoted(items[0] ?? '…'))}\`.`,
							en: `This file holds the words of one language; those of another stand in its own file. Write: \`${inField(quoted(items[0] ?? '…'))}\`.`,
						}
					: form === 'words' || form === 'line' || form === 'summary'
						? {
								vi: `Dấu \`[\`, \`{\` hoặc \`-\` ở đầu làm máy hiểu là danh sách hoặc nhóm. Đặt cả giá trị trong dấu ngoặc kép: \`${inField(quoted(items.join(', ') || '…'))}\`.`,
								en: `A \`[\`, \`{\` or \`-\` at the start is taken for a list or a group. Put quotes around the whole value: \`${inField(quoted(items.join(', ') || '…'))}\`.`,
							}
						: write(inField(items[0] ?? (schema ? exampleOf(schema) : '…'))),
			);
		}
		if (form !== 'words' && form !== 'line' && form !== 'summary' && schema)
			return say('một đoạn chữ', 'text', example(of));
		return say('một đoạn chữ', 'text', {
			vi: `Đặt trong dấu ngoặc kép: \`${inField(`"${show(seen)}"`)}\`.`,
			en: `Put it in quotes: \`${inField(`"${show(seen)}"`)}\`.`,
		});
	}
	if (expected === 'number' || expected === 'int') {
		const typed = typeof seen === 'string' ? seen : '';
		const meant = meantNumber(typed, key);
		const unit =
			/%\s*$/.test(typed) && key === 'value'
				? { vi: 'Đơn vị ghi ở `unit: percent`.', en: 'The unit goes into `unit: percent`.' }
				: none;
		const about =
			/^[~≈]/.test(typed.trim()) && key === 'value'
				? { vi: '“Khoảng” ghi ở `qualifier: about`.', en: '“About” goes into `qualifier: about`.' }
				: none;
		return say(
			expected === 'int' ? 'một số nguyên' : 'một con số',
			expected === 'int' ? 'a whole number' : 'a number',
			join(
				{
					vi: 'Viết liền các chữ số, không dấu ngăn hàng nghìn, không đơn vị, không dấu ngoặc kép; phần lẻ sau dấu chấm:',
					en: 'Type the digits without signs between thousands, without unit and without quotes; decimals after a point:',
				},
				both(`\`${inField(meant ?? (schema ? exampleOf(schema) : '1'))}\`.`),
				unit,
				about,
			),
		);
	}
	if (expected === 'boolean') return say('`true` hoặc `false`', '`true` or `false`', write(inField('true')));
	if (expected === 'array') {
		const isWords = isWordList(schema, seen);
		const items =
			typeof seen === 'string' ? (isWords ? [seen] : seen.split(/\s*[,;]\s*/).filter((item) => item !== '')) : [];
		const isGroup = seen !== null && typeof seen === 'object';
		return say(
			'một danh sách',
			'a list',
			isGroup
				? {
						vi: `Thêm dấu gạch và dấu cách \`- \` trước trường đầu tiên (\`- ${Object.keys(seen)[0] ?? 'title'}: …\`), các trường sau thụt vào thẳng hàng với nó.`,
						en: `Put a hyphen and a space \`- \` before the first field (\`- ${Object.keys(seen)[0] ?? 'title'}: …\`), and indent the fields after it to the same column.`,
					}
				: isWords
					? {
							vi: `Viết \`${key}:\` rồi mỗi mục một dòng, bắt đầu bằng dấu gạch: \`- ${show(items[0] ?? '…')}\`.`,
							en: `Write \`${key}:\` and then one item per line, each starting with a hyphen: \`- ${show(items[0] ?? '…')}\`.`,
						}
					: items.length > 0
						? write(`${key}: [${items.map((item) => show(item)).join(', ')}]`)
						: write(exampleLine(of)),
		);
	}
	if (form === 'words-by-locale') {
		const line = typeof seen === 'string' ? `${key}: { vi: ${quoted(show(seen))} }` : `${key}: { vi: "…", en: "…" }`;
		return say('lời theo từng ngôn ngữ', 'words by language', write(line));
	}
	if (form === 'position') {
		const [lat, lon] = (typeof seen === 'string' ? seen : '').match(/-?\d+(?:\.\d+)?/g) ?? [];
		const pair = /[,;\s]/.test(String(seen)) && lat && lon ? `{ lat: ${lat}, lon: ${lon} }` : undefined;
		return say(
			'hai trường `lat` (vĩ độ) và `lon` (kinh độ)',
			'the two fields `lat` and `lon`',
			write(`${key}: ${pair ?? '{ lat: 12.265, lon: 109.196 }'}`),
		);
	}
	if (expected === 'tuple') return say('hai con số', 'two numbers', write(exampleLine(of)));
	return say(
		'một nhóm trường (mỗi trường một dòng, thụt vào)',
		'a group of fields (one per line, indented)',
		write(exampleLine(of)),
	);
}

// ——— Values of another form ———

/** A text as the name of a record or folder. */
const asId = (text: string) =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-')
		.replace(/\.{2,}/g, '.')
		.replace(/^[-.]+|[-.]+$/g, '')
		.replace(/-?\.-?/g, '.');

/** What the value of a form must be, and what was most likely meant; undefined for a form without a saying of its own. */
function formSaying({ form, schema }: Case, seen: string): { readonly must: Say; readonly meant?: string } | undefined {
	const text = seen.trim();
	switch (form) {
		case 'id':
			return {
				must: {
					vi: 'Mã chỉ gồm chữ thường không dấu, chữ số, gạch nối và dấu chấm.',
					en: 'An id has small letters without marks, digits, hyphens and dots only.',
				},
				meant: asId(text),
			};
		case 'entry-path': {
			const path = text.replace(
				/^(?:https?:\/\/[^/]+)?\/*(?:content\/)?(?:[a-z]{2}\/)?|\/*(?:[a-z]{2}\.mdx)?\/*$/g,
				'',
			);
			return {
				must: {
					vi: 'Đây là đường dẫn của bài trong thư mục nội dung, không có `/` ở đầu và cuối.',
					en: 'This is the path of an entry in the content folder, without `/` at either end.',
				},
				...(/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/.test(path) && { meant: path }),
			};
		}
		case 'url':
			if (hasPassword(text))
				return {
					must: {
						vi: 'Địa chỉ chứa tên đăng nhập hoặc mật khẩu, ai xem trang cũng đọc được. Xóa phần đứng trước dấu `@`, và đổi mật khẩu ấy.',
						en: 'The address holds a user name or password that every reader would see. Delete what stands before the `@`, and change that password.',
					},
				};
			if (isPrivateAddress(text))
				return {
					must: {
						vi: 'Đây là địa chỉ của một máy hoặc mạng riêng (localhost, mạng nội bộ), người đọc không mở được. Ghi địa chỉ công khai.',
						en: 'This is the address of one computer or a private network (localhost), which readers cannot open. Write the public address.',
					},
				};
			if (/^https?:\/\/\S*\s/i.test(text))
				return {
					must: {
						vi: 'Địa chỉ có dấu cách. Chép lại nguyên địa chỉ từ trình duyệt; dấu cách trong địa chỉ viết là `%20`.',
						en: 'The address has a space. Copy it whole from the browser; a space in an address is written `%20`.',
					},
					meant: text.replace(/\s+/g, '%20'),
				};
			return {
				must: {
					vi: 'Địa chỉ phải công khai, đầy đủ và bắt đầu bằng `https://`.',
					en: 'An address must be public, whole, and begin with `https://`.',
				},
				...(/^(\/\/)?[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(text) && {
					meant: `https://${text.replace(/^\/\//, '')}`,
				}),
			};
		case 'old-address': {
			const path = text
				.replace(/^(?:https?:)?\/\/[^/]+/i, '')
				.replace(/#.*$/, '')
				.replaceAll('\\', '/')
				.split('/')
				.filter((part) => part !== '' && part !== '.' && part !== '..')
				.join('/');
			return {
				must: {
					vi: 'Địa chỉ cũ bắt đầu bằng một dấu `/`, là đường dẫn trên chính trang này: không có tên miền, dấu cách, `..`, `//`, `\\` hay `#…`.',
					en: 'An old address begins with one `/` and is a path of this site alone: no host, space, `..`, `//`, `\\` or `#…`.',
				},
				meant: `/${path.replace(/\s+/g, '%20')}`,
			};
		}
		case 'picture': {
			const file = text.replace(/^.*[/\\]/, '');
			return {
				must: {
					vi: 'Hình phải là tệp svg, png, jpg, webp hoặc avif nằm cùng thư mục với bài, tên bắt đầu bằng `./`.',
					en: 'A picture is an svg, png, jpg, webp or avif file beside the text; its name begins with `./`.',
				},
				...(/\.(svg|png|jpe?g|webp|avif)$/i.test(file) && { meant: `./${file}` }),
			};
		}
		case 'film':
		case 'sound': {
			const endings = form === 'film' ? filmEndings : soundEndings;
			const name = text.replace(/^.*[/\\]/, '').toLowerCase();
			// The language is no part of the name that the field gives.
			const meant = name.replace(/[.][a-z]{2,3}(?=[.]\w+$)/, '').replace(/[\s_]+/g, '-');
			return {
				must: {
					vi: `Ghi tên tệp cạnh bài, bắt đầu bằng \`./\`, chữ thường không dấu, không có mã ngôn ngữ: \`./film.mp4\` là tên chung của film.vi.mp4, film.en.mp4. Các đuôi: ${endings.join(', ')}.`,
					en: `Name the file beside the text, beginning with \`./\`, in small plain letters and without a language: \`./film.mp4\` stands for film.vi.mp4, film.en.mp4. Endings: ${endings.join(', ')}.`,
				},
				...(/^[a-z0-9]+(-[a-z0-9]+)*[.]\w+$/.test(meant) &&
					endings.includes(endingOf(meant)) && { meant: `./${meant}` }),
			};
		}
		case 'interval': {
			const found = /(\d{1,3})\s*(ngày|tháng|năm|tuần|quý|days?|weeks?|months?|years?)/i.exec(text);
			const unit = (found?.[2] ?? '').toLowerCase();
			const count = Number(found?.[1] ?? 1);
			const meant =
				unit === 'quý' || /^(hằng|hàng|mỗi)\s+quý/i.test(text)
					? `${count * 3} tháng`
					: unit === 'tuần' || unit.startsWith('week')
						? `${count * 7} ngày`
						: found
							? `${count} ${unit}`
							: /năm|year|annual/i.test(text)
								? '1 năm'
								: /tháng|month/i.test(text)
									? '1 tháng'
									: undefined;
			return {
				must: {
					vi: 'Viết một số, dấu cách, rồi `ngày`, `tháng` hoặc `năm`.',
					en: 'Write a number, a space, and `ngày` (days), `tháng` (months) or `năm` (years).',
				},
				...(meant !== undefined && { meant }),
			};
		}
		case 'email':
			return {
				must: { vi: 'Ghi một địa chỉ thư điện tử.', en: 'Write one address for e-mail.' },
			};
		case 'phone':
			return {
				must: {
					vi: 'Số điện thoại chỉ gồm chữ số và dấu cách, có thể có `+` ở đầu.',
					en: 'A phone number has digits and spaces only, perhaps a `+` in front.',
				},
				...(/\d{3}/.test(text) && {
					meant: text
						.replace(/[^\d+]+/g, ' ')
						.replace(/(?!^)\+/g, '')
						.trim(),
				}),
			};
		case 'currency':
		case 'unit':
			if (/^(đ|đồng|vnđ|vnd|dong)$/i.test(text))
				return { must: { vi: 'Đồng Việt Nam ghi là `VND`.', en: 'The đồng is written `VND`.' }, meant: 'VND' };
			return form === 'currency'
				? {
						must: {
							vi: 'Tiền tệ ghi bằng ba chữ hoa, như `VND` hoặc `USD`.',
							en: 'A currency is written with three capital letters, such as `VND` or `USD`.',
						},
					}
				: {
						must: {
							vi: 'Đơn vị ghi bằng tên tiếng Anh, chữ thường, như `kilometer`, `hectare`, `percent`.',
							en: 'A unit is written with its English name in small letters, such as `kilometer`, `hectare`, `percent`.',
						},
						...(unitWords.has(text.toLowerCase()) && { meant: unitWords.get(text.toLowerCase()) ?? '' }),
					};
		case 'country':
			return {
				must: {
					vi: 'Ghi mã nước gồm hai chữ hoa, như `VN`.',
					en: 'Write the country with two capital letters, such as `VN`.',
				},
				...(/^(vn|việt nam|vietnam|viet nam|vnm)$/i.test(text) && { meant: 'VN' }),
			};
		case 'zone':
			return {
				must: {
					vi: 'Máy không biết múi giờ này. Giờ Việt Nam là `Asia/Ho_Chi_Minh`.',
					en: 'No computer knows this time zone. That of Việt Nam is `Asia/Ho_Chi_Minh`.',
				},
				meant: 'Asia/Ho_Chi_Minh',
			};
		case 'tag':
			return {
				must: {
					vi: 'Ghi mã ngôn ngữ quốc tế, như `vi`, `en-GB`, `zh-Hans`.',
					en: 'Write an international language tag, such as `vi`, `en-GB`, `zh-Hans`.',
				},
			};
		case 'locale':
			return {
				must: {
					vi: 'Ghi mã ngôn ngữ gồm hai hoặc ba chữ thường.',
					en: 'Write the code of a language in two or three small letters.',
				},
				...(localeWords.get(folded(text))?.[0] !== undefined && { meant: localeWords.get(folded(text))?.[0] ?? '' }),
			};
		case 'line':
			return {
				must: {
					vi: 'Trường này là một dòng, không ngắt dòng ở giữa. Viết lại trên một dòng.',
					en: 'This field is one line without a break in it. Write it on one line.',
				},
				meant: text.replace(/\s+/gu, ' '),
			};
		default:
			return schema ? undefined : { must: none };
	}
}

/** What bounds a number or a list goes beyond. */
function bounds({ issue, seen }: Case): Say | undefined {
	if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
	const isSmall = issue.code === 'too_small';
	const bound = Number(isSmall ? issue.minimum : issue.maximum);
	if (Array.isArray(seen))
		return isSmall
			? {
					vi: `Danh sách này cần ít nhất ${bound} mục.`,
					en: `This list needs at least ${bound} ${bound === 1 ? 'item' : 'items'}.`,
				}
			: {
					vi: `Danh sách này có ${seen.length} mục, nhiều nhất là ${bound}. Bỏ bớt ${seen.length - bound} mục.`,
					en: `This list has ${seen.length} items and may have at most ${bound}. Take ${seen.length - bound} away.`,
				};
	if (typeof seen !== 'number') return undefined;
	if (!issue.inclusive)
		return isSmall
			? { vi: `Giá trị phải lớn hơn ${bound}.`, en: `It must be more than ${bound}.` }
			: { vi: `Giá trị phải nhỏ hơn ${bound}.`, en: `It must be less than ${bound}.` };
	return isSmall
		? { vi: `Giá trị nhỏ nhất là ${bound}.`, en: `It must be at least ${bound}.` }
		: { vi: `Giá trị lớn nhất là ${bound}.`, en: `It must be at most ${bound}.` };
}

function wrongForm(of: Case): Told {
	const { name, seen, key, field, issue } = of;
	const code = 'field/form';
	if (issue.code === 'invalid_key') {
		const typed = String(field.at(-1));
		const meant = localeWords.get(folded(typed))?.[0];
		return {
			code,
			...join(
				{
					vi: `\`${show(typed)}\` trong ${name.vi} không phải mã ngôn ngữ hay mã đúng dạng.`,
					en: `\`${show(typed)}\` in ${name.en} is not a language code or an id of the right form.`,
				},
				meant === undefined
					? {
							vi: 'Dùng chữ thường không dấu, như `vi`, `en`.',
							en: 'Use small letters without marks, such as `vi`, `en`.',
						}
					: { vi: `Có phải \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
			),
		};
	}
	const has: Say = {
		vi: `${name.vi} có giá trị \`${show(seen)}\`, không đúng dạng.`,
		en: `${name.en} is \`${show(seen)}\`, which does not have the right form.`,
	};
	const said = typeof seen === 'string' ? formSaying(of, seen) : undefined;
	const isItem = typeof field.at(-1) === 'number';
	const write = (value: string): Say => {
		const line = isItem ? value : `${key}: ${value}`;
		return { vi: `Viết: \`${show(line)}\`.`, en: `Write: \`${show(line)}\`.` };
	};
	const isMeant = said?.meant !== undefined && said.meant !== '' && said.meant !== seen;
	return {
		code,
		...join(
			has,
			said?.must ?? bounds(of),
			isMeant
				? write(of.form === 'line' ? quoted(said.meant ?? '') : (said.meant ?? ''))
				: of.form === 'url' && said && typeof seen === 'string' && (hasPassword(seen) || isPrivateAddress(seen))
					? none
					: example(of),
		),
	};
}

function tooLongSummary({ name, seen }: Case): Told {
	const { count, unit } = summaryLength(String(seen));
	const most = summaryBounds[unit];
	const [vi, en] = unit === 'words' ? ['từ', 'words'] : ['chữ', 'characters'];
	return {
		code: 'field/summary-length',
		vi: `${name.vi} có ${count} ${vi}, nhiều nhất là ${most}. Bớt ít nhất ${count - most} ${vi}, phần còn lại chuyển vào bài.`,
		en: `${name.en} has ${count} ${en}, at most ${most} are allowed. Take at least ${count - most} away and move the rest into the text.`,
	};
}

function missing(of: Case): Told {
	const { name, root, field, data, key } = of;
	const values = valuesAt(root, field, data);
	return {
		code: 'field/missing',
		...join(
			{ vi: `Thiếu ${name.vi}.`, en: `${name.en} is missing.` },
			{ vi: `Thêm một dòng, ví dụ \`${exampleLine(of)}\`.`, en: `Add a line such as \`${exampleLine(of)}\`.` },
			values.length > 1
				? { vi: `Các giá trị của \`${key}\`: ${values.join(', ')}.`, en: `Values of \`${key}\`: ${values.join(', ')}.` }
				: none,
		),
	};
}

const dateForms = ['day', 'period', 'date-value', 'instant'];

function wordIssue(of: Case): Told {
	const { issue, seen, field, form, root, data, role } = of;
	if (issue.code === 'unrecognized_keys') return unknownField(of);
	if (role !== 'register' && field.length === 1 && field[0] === 'kind') return wrongKind(of);
	if (seen === undefined) return missing(of);
	if (seen === null || (typeof seen === 'string' && seen.trim() === '')) return emptyValue(of);
	const values = valuesAt(root, field, data);
	if (values.length > 0) return wrongValue(of, values);
	if (dateForms.includes(form) && typeof seen !== 'object') return wrongDate(of);
	if (issue.code === 'invalid_type') return wrongType(of);
	if (form === 'summary') return tooLongSummary(of);
	return wrongForm(of);
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** The first word small, unless it is one of its own, such as a name in backticks. */
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The fields that were written under another name, by file and group: they are not missing, they are misspelt. */
function misspelt(cases: readonly Case[]): ReadonlySet<string> {
	return new Set(
		cases.flatMap(({ issue, root, field, data, file }) => {
			if (issue.code !== 'unrecognized_keys') return [];
			const around = field.slice(0, -1);
			const parent = schemaAt(root, around, data);
			const meant = parent && meantField(String(field.at(-1)), keysOf(parent, valueAt(data, around)));
			return meant === undefined ? [] : [fieldKey(file, [...around, meant])];
		}),
	);
}
const fieldKey = (file: string, field: readonly PropertyKey[]) => JSON.stringify([file, ...field.map(String)]);

/** Words each value that does not fit its schema, in both languages, with the field's example. */
export function checkShape(issues: readonly ShapeIssue[], folderName: string): Problem[] {
	const cases = issues.flatMap((issue) => caseOf(issue) ?? []);
	const told = misspelt(cases);
	return cases.flatMap((of) => {
		const { issue: found, seen, field, file, line, column } = of;
		if (found.code !== 'unrecognized_keys' && seen === undefined && told.has(fieldKey(file, field))) return [];
		const { code, vi, en } = wordIssue(of);
		const { record, left } = of;
		const more =
			left === undefined
				? none
				: {
						vi: `Trong tệp này còn ${left} lỗi như vậy nữa; sửa những lỗi đã nêu rồi chạy lại.`,
						en: `This file has ${left} more faults of this sort; mend those that are told and run the check again.`,
					};
		const say = join(
			{
				vi: record.vi + (record.vi === '' ? capitalised(vi) : small(vi)),
				en: record.en + (record.en === '' ? capitalised(en) : small(en)),
			},
			more,
		);
		return [
			{
				file: `${folderName}/${file}`,
				line,
				column,
				code,
				severity: 'error' as const,
				say,
			},
		];
	});
}
