import type { Nodes, Root } from 'mdast';
import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { TextFile } from '#loaders/text-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import type { DocumentRecord } from '#schema/documents.ts';
import { kinds, type Kind } from '#schema/entry.ts';
import type { Fact } from '#schema/facts.ts';
import { foldToId } from '#schema/parts.ts';
import { attributeOf, isJsx, shorten, start, walk } from './structure.ts';

type Say = Problem['say'];
type Add = (file: string, place: Place, code: Code, severity: Severity, say: Say) => void;

/** Problems of one kind that one paragraph may show: who made more made the same one, and a longer list helps nobody. */
const mostInOnePlace = 20;

/** Stands in prose where a component, a picture or code stands in the text. */
const gap = '\ufffc';

/** Words that a reader reads in one go: a paragraph, a heading, a cell, a field. */
interface Prose {
	readonly text: string;
	/** `body` can hold components; a heading, an attribute or a field of the front matter cannot. */
	readonly role: 'body' | 'heading' | 'attribute' | 'field';
	/** Name of the field or attribute. */
	readonly name: string;
	/** Documents cited, by the index of their gap. */
	readonly documents: ReadonlyMap<number, { readonly id: string; readonly place: Place }>;
	/** True inside `<Quote>`: the words of somebody else. */
	readonly isQuoted: boolean;
	/** Place of the words at an index. */
	at(index: number, words: string): Place;
}

/** Finds words in the lines of a file, from a place on; the place itself when an escape hides them. */
function find(lines: () => readonly string[], from: Place, words: string, skip: number): Place {
	const line = lines()[from.line - 1] ?? '';
	const column = line.indexOf(words.split('\n', 1)[0] ?? '', from.column - 1 + skip);
	return column < 0 ? from : { line: from.line, column: column + 1 };
}

/** All prose of a body, components cut out. */
function proseOf(markdown: Root, lines: () => readonly string[]): Prose[] {
	const prose: Prose[] = [];
	walk(markdown, (node, _parent, inside) => {
		const isQuoted = inside.includes('Quote');
		if (isJsx(node))
			for (const name of ['title', 'caption']) {
				const text = attributeOf(node, name);
				if (text === undefined) continue;
				const at = (_index: number, words: string) => find(lines, start(node), words, 0);
				prose.push({ text, role: 'attribute', name, documents: new Map(), isQuoted, at });
			}
		if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
		const documents = new Map<number, { readonly id: string; readonly place: Place }>();
		const pieces: { readonly from: number; readonly node: Nodes }[] = [];
		let text = '';
		walk(node, (item) => {
			if (item.type === 'text') {
				pieces.push({ from: text.length, node: item });
				text += item.value;
			} else if (item.type === 'break') text += '\n';
			else if (isJsx(item) || 'value' in item || item.type === 'image' || item.type === 'imageReference') {
				const id = isJsx(item) && item.name === 'Doc' ? attributeOf(item, 'id') : undefined;
				if (id !== undefined) documents.set(text.length, { id, place: start(item) });
				text += gap;
			}
		});
		const at = (index: number, words: string): Place => {
			const piece = pieces.findLast(({ from }) => from <= index);
			if (!piece) return start(node);
			const before = text.slice(piece.from, index);
			const breaks = before.split('\n').length - 1;
			const from = start(piece.node);
			if (breaks === 0) return find(lines, from, words, before.length);
			// Lines after the first may be indented; what is found there is no further left than its place in the prose.
			return find(lines, { line: from.line + breaks, column: 1 }, words, before.length - before.lastIndexOf('\n') - 1);
		};
		prose.push({ text, role: node.type === 'heading' ? 'heading' : 'body', name: '', documents, isQuoted, at });
	});
	return prose;
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
	data !== null && typeof data === 'object' && !Array.isArray(data);
const dataOf = (text: TextFile | undefined): Readonly<Record<string, unknown>> => {
	const data = text?.frontMatter.data;
	return isRecord(data) ? data : {};
};
const commonWords = ['title', 'label', 'description', 'summary', 'coverAlt', 'coverCaption'];
/** Fields of every kind in which a figure is likely to be repeated by hand. */
const figureFields = new Set(['title', 'description', 'summary', 'coverCaption']);

/** Words of a text's front matter. */
function fieldsOf(text: TextFile, kind: Kind | undefined, lines: () => readonly string[]): Prose[] {
	const data = dataOf(text);
	return [...commonWords, ...(kind ? Object.keys(kinds[kind].words) : [])].flatMap((name) => {
		const value = data[name];
		const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
		return list.flatMap((words, index): Prose[] => {
			if (typeof words !== 'string') return [];
			const at = (_index: number, wanted: string): Place => {
				const from = text.frontMatter.position(Array.isArray(value) ? [name, index] : [name]);
				// Long words may be folded over several lines.
				for (let line = from.line; line < from.line + 12; line++) {
					const place = find(lines, { line, column: line === from.line ? from.column : 1 }, wanted, 0);
					if ((lines()[place.line - 1] ?? '').startsWith(wanted, place.column - 1)) return place;
				}
				return from;
			};
			return [{ text: words, role: 'field', name, documents: new Map(), isQuoted: false, at }];
		});
	});
}

const languageOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** Words that multiply the number before them, longer ones first where they begin alike. */
const multipliers: Readonly<Record<string, readonly (readonly [RegExp, number])[]>> = {
	vi: [
		[/^nghìn t[ỷỉ](?!\p{L})/u, 1e12],
		[/^ngàn t[ỷỉ](?!\p{L})/u, 1e12],
		[/^(?:nghìn|ngàn)(?!\p{L})/u, 1e3],
		[/^(?:triệu|tr)(?!\p{L})/u, 1e6],
		[/^t[ỷỉ](?! (?:lệ|trọng|suất|số|giá)(?!\p{L}))(?!\p{L})/u, 1e9],
	],
	en: [
		[/^thousand(?!\p{L})/u, 1e3],
		[/^(?:million|mln)(?!\p{L})/u, 1e6],
		[/^(?:billion|bln|bn)(?!\p{L})/u, 1e9],
		[/^(?:trillion|trn)(?!\p{L})/u, 1e12],
	],
	ru: [
		[/^тыс(?:яч\p{L}*|\.|(?!\p{L}))/u, 1e3],
		[/^(?:млн|миллион\p{L}*)(?!\p{L})/u, 1e6],
		[/^(?:млрд|миллиард\p{L}*)(?!\p{L})/u, 1e9],
		[/^(?:трлн|триллион\p{L}*)(?!\p{L})/u, 1e12],
	],
};
/** Languages that count in ten thousands, and the signs they put after digits. */
const countsInMyriads = new Set(['ko', 'zh', 'ja']);
const thousands: Readonly<Record<string, number>> = { 천: 1e3, 千: 1e3, 백: 1e2, 百: 1e2 };
const myriads: Readonly<Record<string, number>> = {
	만: 1e4,
	万: 1e4,
	萬: 1e4,
	억: 1e8,
	亿: 1e8,
	億: 1e8,
	조: 1e12,
	兆: 1e12,
};
/** 千米 is a kilometre, 兆瓦 a megawatt: no numbers. */
const signOfUnit = /^[千兆][米克瓦]/u;
/** Languages that write a decimal comma. */
const commaLanguages = new Set(['vi', 'ru']);
const space = '[ \\u00a0\\u202f\\u2009]';
const numberForm = new RegExp(`\\d{1,3}(?:${space}\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,’']\\d+)*`, 'gu');

/** What a number as typed may mean: `1.586` is 1586 in Vietnamese and may be in a text copied from elsewhere. */
function numberValues(typed: string, language: string): number[] {
	const plain = typed.replace(/[ \u00a0\u202f\u2009]/g, '');
	if (/^0\d/.test(plain)) return [];
	if (/^\d+$/.test(plain)) return [Number(plain)];
	const values: number[] = [];
	if (/^\d{1,3}(?:([.,’'])\d{3})(?:\1\d{3})*$/.test(plain)) values.push(Number(plain.replace(/[.,’']/g, '')));
	const mixed = /^(\d{1,3}(?:([.,’'])\d{3})+)(?!\2)[.,](\d+)$/.exec(plain);
	if (mixed) values.push(Number(`${(mixed[1] ?? '').replace(/[.,’']/g, '')}.${mixed[3]}`));
	const decimal = /^(\d+)([.,])(\d+)$/.exec(plain);
	// Three digits after the mark of thousands are thousands; after the decimal mark they may be either.
	if (decimal && (decimal[3]?.length !== 3 || (decimal[2] === ',') === commaLanguages.has(language)))
		values.push(Number(`${decimal[1]}.${decimal[3]}`));
	return values;
}

/** A number in prose with the words that multiply it. */
interface TypedNumber {
	readonly from: number;
	readonly to: number;
	readonly values: readonly number[];
	/** True when nothing but digits was typed. */
	readonly isPlain: boolean;
	/** True for `1,9 triệu`, which is hardly there by chance. */
	readonly isTelling: boolean;
}

/** Words after which a number names something: an article, a page, a paper, a line to dial. */
const namedBefore =
	/(?:(?:^|[^\p{L}])(?:điều|khoản|trang|mục|phụ lục|thứ|quốc lộ|đường|tuyến|lô|phòng|tổ|nhà số|(?<!tổng |con |trong |một |chỉ |đa |ẩn )số|articles?|clause|page|pp?\.|nos?\.?|numbers?|room|route|highway|flight|ст\.|стать\p{L}+|стр\.|пункт\p{L}*|номер\p{L}*|дом|рейс)|[№#第제]|(?:제|번호|番号)\s?)\s*$/iu;
const dialledBefore =
	/(?:điện thoại|đường dây nóng|hotline|tổng đài|gọi(?: số)?|tel\.?|phone|call|dial|тел\.|телефон\p{L}*|звон\p{L}*|набер\p{L}*|전화(?:번호)?|电话|拨打|電話)[\s:：]*$/iu;
/** Stretches whose digits are no figures: addresses of pages and mail, telephone numbers, dates, times. */
const noFigures =
	/https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+|(?:\+\d|\(?\b0\d|\b1[89]00(?=[ .-]\d{3}))\)?(?:[ .()\u00a0-]?\d){4,12}|\d{1,4}([-./])\d{1,2}\1\d{1,4}|\d{1,2}(?:[:h]| giờ )\d{2}(?::\d{2})?/giu;

/** `1천640만`, `2万亿`, `1亿2000万`: signs below ten thousand add up before a larger one multiplies them. */
function inMyriads(text: string, from: number, value: number): { readonly to: number; readonly value: number } {
	let [total, group, to] = [0, 0, from];
	let pending: number | undefined = value;
	for (let at = from; ;) {
		if (text[at] === ' ') at++;
		const sign = signOfUnit.test(text.slice(at, at + 2)) ? '' : (text[at] ?? '');
		const small = thousands[sign];
		const large = myriads[sign];
		if (small !== undefined && (pending !== undefined || group === 0)) {
			group += (pending ?? 1) * small;
			pending = undefined;
			to = ++at;
		} else if (large !== undefined && (pending !== undefined || group > 0 || total > 0)) {
			total = pending === undefined && group === 0 ? total * large : total + (group + (pending ?? 0)) * large;
			[group, pending] = [0, undefined];
			to = ++at;
		} else {
			const digits: string | undefined =
				pending === undefined ? /^\d[\d,]*(?:\.\d+)?/.exec(text.slice(at, at + 16))?.[0] : undefined;
			if (digits === undefined) break;
			pending = numberValues(digits, 'zh')[0];
			if (pending === undefined) break;
			at += digits.length;
		}
	}
	return { to, value: to === from ? value : total + group };
}

/** A number with the words that multiply it: `16,4 triệu`, `1천640만`. */
function multiply(
	text: string,
	from: number,
	values: readonly number[],
	language: string,
): { readonly to: number; readonly values: readonly number[]; readonly isMultiplied: boolean } {
	if (countsInMyriads.has(language)) {
		const results = values.map((value) => inMyriads(text, from, value));
		const to = results[0]?.to ?? from;
		return { to, values: results.map(({ value }) => value), isMultiplied: to > from };
	}
	const skipped = /^[ \u00a0\u202f]/u.test(text.slice(from, from + 1)) ? 1 : 0;
	const words = text.slice(from + skipped, from + skipped + 14).toLowerCase();
	for (const [form, factor] of multipliers[language] ?? []) {
		const found = form.exec(words)?.[0];
		if (found !== undefined)
			return {
				to: from + skipped + found.length,
				values: values.map((value) => value * factor),
				isMultiplied: true,
			};
	}
	return { to: from, values, isMultiplied: false };
}

/** Numbers of prose that may be figures, in order. */
function numbersOf(text: string, language: string): TypedNumber[] {
	if (!/\d/.test(text)) return [];
	const hidden = text.replace(noFigures, (match) => gap.repeat(match.length));
	const numbers: TypedNumber[] = [];
	let done = 0;
	for (const match of hidden.matchAll(numberForm)) {
		const [typed] = match;
		const from = match.index;
		if (from < done) continue;
		const { to, values, isMultiplied } = multiply(hidden, from + typed.length, numberValues(typed, language), language);
		done = to;
		const before = hidden.slice(Math.max(0, from - 24), from);
		const after = hidden.slice(to, to + 4);
		const isPlain = !isMultiplied && /^\d+$/.test(typed);
		const hasUnit = () => unitAround(hidden, from, to) !== undefined;
		const isName =
			/[\p{Script=Latin}\p{Script=Cyrillic}\p{M}_@]-?$/u.test(before) ||
			/(?:[/+]|\d:)$/u.test(before) ||
			/^(?:\/|:\d|-\p{Lu}|_)/u.test(after) ||
			(/^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(after) && !hasUnit());
		const isNamed =
			isPlain && (dialledBefore.test(before) || (typed.length <= 4 && namedBefore.test(before) && !hasUnit()));
		if (!isName && !isNamed) numbers.push({ from, to, values, isPlain, isTelling: isMultiplied && /[.,]/.test(typed) });
	}
	return numbers;
}

const keyOf = (value: number): string => String(Number(value.toPrecision(12)));
const significantDigits = (value: number): number =>
	value
		.toPrecision(12)
		.replace(/e.*$/, '')
		.replace('.', '')
		.replace(/^0+|0+$/g, '').length;
/** Years are dates, and figures below a hundred are too common to be anybody's in particular. */
const isFigure = (value: number, isPlain: boolean): boolean =>
	Number.isFinite(value) &&
	(value >= 100 || !Number.isInteger(value)) &&
	!(isPlain && Number.isInteger(value) && value >= 1800 && value <= 2100);

/** Units as people write them after a number, in lower case; with `*` where an ending or another word may follow at once. */
const unitNames: Readonly<Record<string, string>> = {
	percent: '%* ％* phần_trăm per_cent percent процент* 퍼센트* 프로* 百分*',
	VND: 'đồng đ vnđ vnd ₫* dong vietnamese_dong донг* вьетнамских_донг* 베트남_동* 베트남동* 동* 越盾* 越南盾* ドン*',
	USD: 'usd $* đô_la đô-la dollar* us_dollar* u.s._dollar* 미국_달러* 미화* доллар* долл* 달러* 美元* ドル*',
	hectare: 'ha hecta héc-ta hectare* га гектар* 헥타르* 公顷* ヘクタール*',
	kilometer: 'km kilomet ki-lô-mét cây_số kilomet* км километр* 킬로미터* 公里* 千米* キロ*',
	'square-kilometer':
		'km2 km²* km_vuông kilomet_vuông square_kilomet* sq_km км2 км²* кв._км* квадратн* ㎢* 제곱킬로미터* 平方公里* 平方千米* 平方キロ*',
	'square-meter': 'm2 m²* mét_vuông square_met* м2 м²* кв._м 제곱미터* 平方米* 平方メートル*',
	meter: 'm mét metre* meter* м метр* 미터* 米* メートル*',
	megawatt: 'mw мвт 메가와트* 兆瓦* メガワット*',
	kilowatt: 'kw квт 千瓦*',
	gigawatt: 'gw гвт',
	tonne: 'tấn tonne* ton* т тонн* 톤* 吨* トン*',
	'deadweight-ton': 'dwt',
	kilogram: 'kg кг 公斤* キログラム*',
	celsius: '°c độ градус* 摄氏* ℃* 度*',
	year: 'năm year* лет год* 년* 年*',
	month: 'tháng month* месяц* 개월* 个月* か月* ヶ月*',
	day: 'ngày day* дней дня день 일* 天* 日*',
	hour: 'giờ hour* час* 시간* 小时* 時間*',
	minute: 'phút minute* мин* 分钟*',
};
const units = new Map<string, { readonly unit: string; readonly isOpen: boolean }>();
for (const [unit, names] of Object.entries(unitNames))
	for (const name of names.split(' '))
		units.set(name.replace('*', '').replaceAll('_', ' '), { unit, isOpen: name.endsWith('*') });
const longestUnit = Math.max(...[...units.keys()].map(({ length }) => length));

/** The unit that stands after or, for money, before a number; undefined when there is none that we know. */
function unitAround(text: string, from: number, to: number): string | undefined {
	const after = text
		.slice(to, to + longestUnit + 3)
		.toLowerCase()
		.replace(/^[\s-]+/u, '');
	for (let length = Math.min(longestUnit, after.length); length > 0; length--) {
		const found = units.get(after.slice(0, length));
		if (found && (found.isOpen || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d]/u.test(after.slice(length))))
			return found.unit;
	}
	const before = text.slice(Math.max(0, from - 5), from).toUpperCase();
	if (/(?:\$|USD)\s?$/u.test(before)) return 'USD';
	return /(?:VN[DĐ]|₫)\s?$/u.test(before) ? 'VND' : undefined;
}

/** Whether a number counts what the label of a fact names: “đại biểu” stands after 450 in both. */
function isCountedAlike(label: string, text: string, from: number, to: number, language: string): boolean {
	if (countsInMyriads.has(language)) {
		// The noun ends the label, and stands on either side of the number.
		const noun = label
			.replace(/[\s()（）]+/gu, ' ')
			.trim()
			.slice(-2);
		return noun !== '' && (text.slice(Math.max(0, from - 12), from) + gap + text.slice(to, to + 16)).includes(noun);
	}
	const stem = (word: string) => (language === 'ru' ? word.slice(0, 4) : word.replace(/s$/u, ''));
	const wordsIn = (words: string) => words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	const [noun = ''] = wordsIn(label);
	const near = wordsIn(text.slice(to, to + 40).split(/[.,;:!?()]/u, 1)[0] ?? '').slice(0, 3);
	return noun !== '' && near.some((word) => stem(word) === stem(noun));
}

interface Known {
	readonly fact: Fact;
	/** True for a value that the fact had before. */
	readonly isFormer: boolean;
}

/** Facts by the values that prose may repeat. */
interface KnownFigures {
	readonly single: ReadonlyMap<string, readonly Known[]>;
	/** Ranges by their first value. */
	readonly ranges: ReadonlyMap<string, readonly Fact[]>;
}

function knownFigures(content: Content): KnownFigures {
	const single = new Map<string, Known[]>();
	const ranges = new Map<string, Fact[]>();
	const put = <T>(map: Map<string, T[]>, key: string, item: T) => {
		const list = map.get(key);
		if (list) list.push(item);
		else map.set(key, [item]);
	};
	for (const fact of content.facts.values()) {
		if (fact.kind === 'range') put(ranges, keyOf(fact.value[0]), fact);
		if (fact.kind !== 'number' && fact.kind !== 'money') continue;
		put(single, keyOf(fact.value), { fact, isFormer: false });
		const { formerValues } = fact as { readonly formerValues?: unknown };
		for (const former of Array.isArray(formerValues) ? (formerValues as readonly unknown[]) : []) {
			const value = isRecord(former) ? former['value'] : former;
			if (typeof value === 'number' && value !== fact.value) put(single, keyOf(value), { fact, isFormer: true });
		}
	}
	return { single, ranges };
}

/** Facts that a number in prose repeats. */
function repeated(number: TypedNumber, text: string, locale: string, language: string, known: KnownFigures): Known[] {
	return number.values.flatMap((value) => {
		const facts = isFigure(value, number.isPlain) ? known.single.get(keyOf(value)) : undefined;
		if (!facts) return [];
		const digits = significantDigits(value);
		const unit = unitAround(text, number.from, number.to);
		return facts.filter(({ fact }) => {
			const own = 'unit' in fact ? fact.unit : undefined;
			if (unit !== undefined) return own === unit;
			// A figure with three digits of its own is hardly there by chance; a rounder one must count the same thing.
			if (digits >= 3) return true;
			if (own !== undefined) return false;
			if (number.isTelling) return true;
			const label = fact.words?.[locale];
			return label === undefined ? digits === 2 : isCountedAlike(label, text, number.from, number.to, language);
		});
	});
}

function repeatedRange(
	first: TypedNumber,
	second: TypedNumber | undefined,
	text: string,
	known: KnownFigures,
): readonly Fact[] {
	if (
		!second ||
		second.from - first.to > 12 ||
		!/^\s*(?:[-–—~～]|đến|tới|to|and|до|至|到|から)/u.test(text.slice(first.to))
	)
		return [];
	const isTelling = [...first.values, ...second.values].some((value) => isFigure(value, false));
	return first.values.flatMap((value) =>
		(known.ranges.get(keyOf(value)) ?? []).filter(
			(fact) =>
				isTelling && fact.kind === 'range' && second.values.some((other) => keyOf(other) === keyOf(fact.value[1])),
		),
	);
}

function checkProse(path: string, prose: Prose, locale: string, language: string, known: KnownFigures, add: Add): void {
	const numbers = numbersOf(prose.text, language);
	let told = 0;
	for (const [index, number] of numbers.entries()) {
		const range = repeatedRange(number, numbers[index + 1], prose.text, known);
		const found = [
			...repeated(number, prose.text, locale, language, known),
			...range.map((fact) => ({ fact, isFormer: false })),
		];
		const [first] = found;
		if (!first) continue;
		if (++told > mostInOnePlace) return;
		const typed = prose.text.slice(number.from, number.to);
		const ids = [...new Set(found.map(({ fact }) => fact.id))].slice(0, 3);
		const write = `<Fact id="${first.fact.id}" />`;
		const what = first.isFormer
			? { vi: 'giá trị cũ của', en: 'a former value of' }
			: { vi: 'giá trị của', en: 'the value of' };
		const names = ids.map((id) => `\`${id}\``).join(', ');
		const mend: Say =
			prose.role === 'body'
				? {
						vi: `Viết \`${write}\` thay cho số (hoặc \`form="short"\` để in riêng con số); nếu là một con số khác thì viết kèm đơn vị (km, ha, đồng…) hoặc bằng chữ.`,
						en: `Write \`${write}\` instead of the number (or add \`form="short"\` to print the value alone); if it is another figure, add its unit (km, ha, đồng…) or write it in words.`,
					}
				: {
						vi: `Chỗ này không dùng được \`<Fact>\`: viết lại không có số (hoặc viết số bằng chữ) và đặt \`${write}\` trong bài.`,
						en: `\`<Fact>\` cannot stand here: put it without the number (or with the number in words) and write \`${write}\` in the text.`,
					};
		add(path, prose.at(number.from, typed), 'figures/bare', 'warning', {
			vi: `Số \`${typed}\` gõ thẳng vào ${prose.name ? `\`${prose.name}\`` : 'bài'} là ${what.vi} ${names} trong facts.yaml; khi số liệu đổi, chỗ này sẽ không đổi theo. ${mend.vi}`,
			en: `The number \`${typed}\` typed into ${prose.name ? `\`${prose.name}\`` : 'the text'} is ${what.en} ${names} in facts.yaml; when the fact changes, this will not. ${mend.en}`,
		});
	}
}

/** First day of a day, month, quarter or year as a fact gives it. */
function firstDay(period: string): string {
	const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
	if (quarter) return `${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + 1).padStart(2, '0')}-01`;
	return `${period}-01-01`.slice(0, 10);
}

function checkFacts(folder: ContentFolder, content: Content, day: string, add: Add): void {
	const register = folder.registers.get('facts');
	const locales = content.site.locales.map(({ locale }) => locale);
	const ids = (Array.isArray(register?.data) ? (register.data as readonly unknown[]) : []).map((fact) =>
		isRecord(fact) ? String(fact['id']) : '',
	);
	for (const [index, id] of ids.entries()) {
		const fact = content.facts.get(id);
		if (!fact) continue;
		const at = (...path: PropertyKey[]): Place => register?.position([index, ...path]) ?? { line: 1, column: 1 };
		if (fact.asOf !== undefined && fact.asOf !== 'unknown' && firstDay(fact.asOf) > day)
			add('facts.yaml', at('asOf'), 'figures/as-of', 'error', {
				vi: `\`asOf\` của \`${id}\` là ${fact.asOf}, sau ngày kiểm tra (${day}): chưa thể có số liệu của lúc đó. Sửa ngày; nếu là mục tiêu hoặc kế hoạch thì viết \`asOf: unknown\` và nói rõ trong \`words\`.`,
				en: `\`asOf\` of \`${id}\` is ${fact.asOf}, after the day of this check (${day}): there can be no figure of that time yet. Correct the date; for a target or plan write \`asOf: unknown\` and say so in \`words\`.`,
			});
		if (fact.sources.length === 0 && fact.note === undefined)
			add('facts.yaml', at('id'), 'figures/source', 'error', {
				vi: `\`${id}\` không có nguồn và không có ghi chú. Thêm vào \`sources\` một trang có title, publisher, url, date; nếu là hiểu biết chung thì thêm \`note: …\` nói rõ điều đó.`,
				en: `\`${id}\` has neither a source nor a note. Add a page with title, publisher, url, date to \`sources\`; if it is general knowledge, add \`note: …\` that says so.`,
			});
		const missing = fact.words ? locales.filter((locale) => fact.words?.[locale] === undefined) : [];
		if (missing.length > 0)
			add('facts.yaml', at('words'), 'figures/words', 'warning', {
				vi: `\`words\` của \`${id}\` thiếu ngôn ngữ: ${missing.join(', ')}. Thêm mỗi ngôn ngữ một dòng, ví dụ \`${missing[0]}: "…"\`.`,
				en: `\`words\` of \`${id}\` lack: ${missing.join(', ')}. Add a line for each language, such as \`${missing[0]}: "…"\`.`,
			});
	}
}

/** A document's number in one form: capitals, plain letters and hyphens. */
const plainNumber = (number: string): string =>
	number
		.toUpperCase()
		.replaceAll('Đ', 'D')
		.replace(/[‐‑–—]/gu, '-')
		.replace(/\s+/gu, '');
const documentNumber =
	/(?<![\p{Script=Latin}\d/-])\d{1,5}(?:\/\d{4})?[-/‑–][A-ZĐ][A-ZĐ\d]{0,14}(?:[-/‑–][A-ZĐ][A-ZĐ\d]{0,14}){0,3}(?![\p{Script=Latin}\d])/giu;

type DocumentType = DocumentRecord['type'];
/** Types that letters in a number stand for. */
const typesByLetters: Readonly<Record<string, readonly DocumentType[]>> = {
	NQ: ['resolution', 'government-resolution'],
	CT: ['directive'],
	QD: ['decision'],
	KL: ['conclusion'],
	KH: ['plan'],
	ND: ['decree'],
	TT: ['circular'],
	TTLT: ['circular'],
	QH: ['law', 'resolution'],
	L: ['law'],
	LCT: ['law'],
};
/** Bodies that issue documents: letters in numbers, and the beginning of the Vietnamese name folded to ASCII. */
const bodies: readonly { readonly letters: RegExp; readonly name: RegExp; readonly vi: string; readonly en: string }[] =
	[
		{ letters: /^CP$/, name: /^chinh-phu/, vi: 'Chính phủ', en: 'the Government' },
		{ letters: /^TTG$/, name: /^thu-tuong/, vi: 'Thủ tướng Chính phủ', en: 'the Prime Minister' },
		{
			letters: /^UBTVQH\d*$/,
			name: /^uy-ban-thuong-vu-quoc-hoi/,
			vi: 'Ủy ban Thường vụ Quốc hội',
			en: 'the Standing Committee of the National Assembly',
		},
		{ letters: /^QH\d*$/, name: /^quoc-hoi/, vi: 'Quốc hội', en: 'the National Assembly' },
		{ letters: /^HDND\d*$/, name: /^(?:hoi-dong-nhan-dan|hdnd)/, vi: 'Hội đồng nhân dân', en: 'a People’s Council' },
		{ letters: /^UBND$/, name: /^(?:uy-ban-nhan-dan|ubnd)/, vi: 'Ủy ban nhân dân', en: 'a People’s Committee' },
		{
			letters: /^TW$/,
			name: /^(?:bo-chinh-tri|ban-bi-thu|ban-chap-hanh-trung-uong|trung-uong-dang)/,
			vi: 'Bộ Chính trị, Ban Bí thư hoặc Ban Chấp hành Trung ương',
			en: 'the Politburo, the Secretariat or the Central Committee',
		},
		{
			letters: /^TU$/,
			name: /^(?:tinh-uy|thanh-uy|ban-chap-hanh-dang-bo-tinh|ban-thuong-vu-tinh-uy)/,
			vi: 'Tỉnh ủy hoặc Thành ủy',
			en: 'a provincial or city Party Committee',
		},
		{ letters: /^DU$/, name: /^dang-uy/, vi: 'Đảng ủy', en: 'a Party Committee' },
		{ letters: /^B[A-Z]{1,6}$/, name: /^bo-(?!chinh-tri|tu-lenh|chi-huy)/, vi: 'một bộ', en: 'a ministry' },
	];
const typeNames: Readonly<Record<DocumentType, string>> = {
	resolution: 'nghị quyết',
	'government-resolution': 'nghị quyết của Chính phủ',
	directive: 'chỉ thị',
	decision: 'quyết định',
	law: 'luật',
	decree: 'nghị định',
	circular: 'thông tư',
	conclusion: 'kết luận',
	plan: 'kế hoạch',
	draft: 'dự thảo',
};

/** What a number tells of its document; absent parts are not told or not known to us. */
function readNumber(number: string): {
	readonly types?: readonly DocumentType[];
	readonly body?: (typeof bodies)[number];
} {
	const letters = plainNumber(number)
		.split(/[-/]/)
		.filter((part) => /^[A-Z]/.test(part));
	const first = letters[0] ?? '';
	const type = /^QH\d*$/.test(first) ? 'QH' : first;
	const last = letters.at(-1) ?? '';
	const body = letters.length > 1 || type === 'QH' ? bodies.find((item) => item.letters.test(last)) : undefined;
	const types = Object.hasOwn(typesByLetters, type) ? typesByLetters[type] : undefined;
	// Of resolutions, the Government's are a type of their own.
	const isGovernment = type === 'NQ' && last === 'CP';
	if (type === 'NQ' && letters.length > 1)
		return { types: [isGovernment ? 'government-resolution' : 'resolution'], ...(body && { body }) };
	return { ...(types && { types }), ...(body && { body }) };
}
const bodyOf = (issuer: string): (typeof bodies)[number] | undefined => {
	const name = foldToId(issuer);
	return bodies.find((body) => body.name.test(name));
};

function checkDocuments(folder: ContentFolder, content: Content, add: Add): void {
	const register = folder.registers.get('documents');
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const records = Array.isArray(register?.data) ? (register.data as readonly unknown[]) : [];
	const seen = new Map<string, DocumentRecord[]>();
	for (const [index, record] of records.entries()) {
		const found = isRecord(record) ? content.documents.get(String(record['id'])) : undefined;
		const next = found?.supersededBy;
		if (found && next !== undefined && (next === found.id || !content.documents.has(next)))
			add(
				'documents.yaml',
				register?.position([index, 'supersededBy']) ?? { line: 1, column: 1 },
				'documents/unknown',
				'error',
				{
					vi: `\`${found.id}\` ghi văn bản thay thế là \`${next}\`, nhưng documents.yaml không có mục khác mang mã ấy. Thêm văn bản đó, sửa mã, hoặc xóa dòng \`supersededBy\`.`,
					en: `\`${found.id}\` names \`${next}\` as its successor, but documents.yaml has no other record with that id. Add that document, correct the id, or delete the line \`supersededBy\`.`,
				},
			);
		if (found?.number === undefined) continue;
		const { id, number, type } = found;
		const place = register?.position([index, 'number']) ?? { line: 1, column: 1 };
		const { types, body } = readNumber(number);
		if (types && type !== 'draft' && !types.includes(type))
			add('documents.yaml', place, 'documents/number', 'error', {
				vi: `Số hiệu \`${shorten(number)}\` là của ${types.map((item) => typeNames[item]).join(' hoặc ')}, nhưng \`${id}\` khai \`type: ${type}\` (${typeNames[type]}). Sửa \`type\` thành \`${types[0]}\`, hoặc sửa số hiệu theo bản gốc.`,
				en: `The number \`${shorten(number)}\` belongs to a ${types.join(' or ')}, but \`${id}\` says \`type: ${type}\`. Set \`type\` to \`${types[0]}\`, or correct the number from the original.`,
			});
		const issuer = found.issuer[sourceLocale];
		const named = issuer === undefined ? undefined : bodyOf(issuer);
		if (body && named && body !== named)
			add('documents.yaml', register?.position([index, 'issuer']) ?? place, 'documents/number', 'error', {
				vi: `Số hiệu \`${shorten(number)}\` là của ${body.vi}, nhưng \`${id}\` ghi nơi ban hành là “${shorten(issuer ?? '')}”. Sửa \`issuer\` hoặc số hiệu theo bản gốc.`,
				en: `The number \`${shorten(number)}\` belongs to ${body.en}, but \`${id}\` names “${shorten(issuer ?? '')}” as issuer. Correct \`issuer\` or the number from the original.`,
			});
		const key = plainNumber(number);
		const others = seen.get(key) ?? [];
		// Numbers begin again each year, and every province has its own.
		const other = others.find(
			(earlier) =>
				earlier.id !== id &&
				(earlier.issuer[sourceLocale] ?? '') === (issuer ?? '') &&
				(!earlier.date || !found.date || earlier.date.slice(0, 4) === found.date.slice(0, 4)),
		);
		if (other)
			add('documents.yaml', place, 'documents/same-number', 'error', {
				vi: `\`${id}\` và \`${other.id}\` có cùng số hiệu \`${shorten(number)}\`. Nếu là một văn bản, xóa một mục và dùng mã còn lại trong các bài; nếu là hai văn bản, sửa số hiệu hoặc ghi \`date\` của cả hai.`,
				en: `\`${id}\` and \`${other.id}\` have the same number \`${shorten(number)}\`. If they are one document, delete a record and use the other id in the texts; if they are two, correct the number or give the \`date\` of both.`,
			});
		seen.set(key, [...others, found]);
	}
}

/** Names of issuers in one language, as documents.yaml has them, for “… of the Government”. */
interface Issuer {
	readonly name: string;
	readonly body: (typeof bodies)[number];
}

function issuersIn(content: Content, locale: string, sourceLocale: string): Issuer[] {
	const names = new Map<string, Issuer>();
	for (const { issuer } of content.documents.values()) {
		const name = issuer[locale];
		const body = issuer[sourceLocale] === undefined ? undefined : bodyOf(issuer[sourceLocale]);
		if (name && body) names.set(name, { name, body });
	}
	return [...names.values()].sort((a, b) => b.name.length - a.name.length);
}

/** The issuer that prose names beside a citation, if it names one plainly. */
function issuerBeside(
	prose: Prose,
	from: number,
	to: number,
	language: string,
	issuers: readonly Issuer[],
): Issuer | undefined {
	if (language === 'vi' || language === 'en') {
		const after = /^\s*(?:của|of(?: the)?)\s+/u.exec(prose.text.slice(to, to + 16))?.[0];
		const rest = after === undefined ? '' : prose.text.slice(to + after.length, to + after.length + 80);
		const found = issuers.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{M}]/u.test(rest.slice(name.length)));
		if (found || language === 'vi') return found;
	}
	const possessive = language === 'en' ? /[’']s?\s+(?:Resolution\s+)?$/u : /(?:的|의|の|关于)?\s*$/u;
	const before = prose.text.slice(Math.max(0, from - 90), from);
	const owner = possessive.exec(before);
	return owner ? issuers.find(({ name }) => before.slice(0, owner.index).endsWith(name)) : undefined;
}

const typeWords: Readonly<Record<string, readonly (readonly [RegExp, readonly DocumentType[]])[]>> = {
	vi: [
		[/nghị quyết(?: số)?\s*$/iu, ['resolution', 'government-resolution']],
		[/chỉ thị(?: số)?\s*$/iu, ['directive']],
		[/quyết định(?: số)?\s*$/iu, ['decision']],
		[/kết luận(?: số)?\s*$/iu, ['conclusion']],
		[/kế hoạch(?: số)?\s*$/iu, ['plan']],
		[/nghị định(?: số)?\s*$/iu, ['decree']],
		[/thông tư(?: số)?\s*$/iu, ['circular']],
		[/luật(?: số)?\s*$/iu, ['law']],
	],
	en: [
		[/resolution(?: no\.?)?\s*$/iu, ['resolution', 'government-resolution']],
		[/directive(?: no\.?)?\s*$/iu, ['directive']],
		[/decision(?: no\.?)?\s*$/iu, ['decision']],
		[/conclusion(?: no\.?)?\s*$/iu, ['conclusion']],
		[/plan(?: no\.?)?\s*$/iu, ['plan']],
		[/decree(?: no\.?)?\s*$/iu, ['decree']],
		[/circular(?: no\.?)?\s*$/iu, ['circular']],
		[/law(?: no\.?)?\s*$/iu, ['law']],
	],
};

function checkCitations(
	path: string,
	prose: Prose,
	language: string,
	content: Content,
	numbers: ReadonlyMap<string, readonly string[]>,
	issuers: readonly Issuer[],
	add: Add,
): void {
	const tellIssuer = (
		words: string,
		owner: (typeof bodies)[number] | undefined,
		beside: Issuer | undefined,
		place: Place,
	) => {
		if (!owner || !beside || beside.body === owner) return;
		add(path, place, 'documents/mismatch', 'warning', {
			vi: `${words} là văn bản của ${owner.vi}, nhưng câu này viết “${shorten(beside.name)}”. Sửa hoặc xóa tên cơ quan, hoặc dẫn đúng văn bản.`,
			en: `${words} was issued by ${owner.en}, but the sentence says “${shorten(beside.name)}”. Correct or delete the name of the body, or cite the right document.`,
		});
	};
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	for (const [index, { id, place }] of prose.documents) {
		const issuer = content.documents.get(id)?.issuer[sourceLocale];
		const owner = issuer === undefined ? undefined : bodyOf(issuer);
		tellIssuer(`\`<Doc id="${id}" />\``, owner, issuerBeside(prose, index, index + 1, language, issuers), place);
	}
	if (!/\d[-/‑–]/u.test(prose.text)) return;
	const masked = prose.text.replace(/(?:https?:\/\/|www\.)\S+/giu, (match) => gap.repeat(match.length));
	for (const match of [...masked.matchAll(documentNumber)].slice(0, mostInOnePlace)) {
		const [typed] = match;
		const place = prose.at(match.index, typed);
		const ids = numbers.get(plainNumber(typed)) ?? [];
		const { types, body } = readNumber(typed);
		const [id] = ids;
		if (id !== undefined && prose.role === 'body' && !prose.isQuoted) {
			const next = content.documents.get(id)?.supersededBy;
			const old: Say =
				next === undefined
					? { vi: '', en: '' }
					: {
							vi: ` Văn bản này đã được thay bằng \`${next}\`: dẫn văn bản mới nếu bài nói về quy định đang có hiệu lực.`,
							en: ` This document was replaced by \`${next}\`: cite that one if the text tells what applies.`,
						};
			// A sentence that names issuer or date already would say them twice.
			const end = match.index + typed.length;
			const isTold =
				/^[\s,(]*(?:ngày|của|do|dated|of the|by the|от|принят)/iu.test(prose.text.slice(end, end + 16)) ||
				issuerBeside(prose, match.index, end, language, issuers) !== undefined;
			const short: Say = isTold
				? {
						vi: ` Câu đã ghi ngày hoặc cơ quan thì viết \`<Doc id="${id}" form="short" />\`.`,
						en: ` Where the sentence gives date or issuer already, write \`<Doc id="${id}" form="short" />\`.`,
					}
				: { vi: '', en: '' };
			add(path, place, 'documents/bare', 'warning', {
				vi: `Số hiệu \`${shorten(typed)}\` gõ thẳng vào bài, trong khi documents.yaml có văn bản này. Viết \`<Doc id="${id}" />\` thay cho loại và số hiệu, để tên, ngày, cơ quan và liên kết luôn đúng.${short.vi}${old.vi}`,
				en: `The number \`${shorten(typed)}\` is typed into the text, though documents.yaml has this document. Write \`<Doc id="${id}" />\` instead of type and number, so that name, date, issuer and link stay right.${short.en}${old.en}`,
			});
		}
		const before = masked.slice(Math.max(0, match.index - 24), match.index);
		const named = (typeWords[language] ?? []).find(([form]) => form.test(before))?.[1];
		if (types && named && !types.some((type) => named.includes(type)))
			add(path, place, 'documents/mismatch', 'warning', {
				vi: `\`${shorten(typed)}\` là số hiệu của ${types.map((type) => typeNames[type]).join(' hoặc ')}, nhưng câu này gọi là ${named.map((type) => typeNames[type])[0]}. Sửa hoặc xóa tên loại, hoặc sửa số hiệu theo bản gốc.`,
				en: `\`${shorten(typed)}\` is the number of a ${types.join(' or ')}, but the sentence calls it a ${named[0]}. Correct or delete the type, or correct the number from the original.`,
			});
		tellIssuer(
			`\`${shorten(typed)}\``,
			body,
			issuerBeside(prose, match.index, match.index + typed.length, language, issuers),
			place,
		);
	}
}

/** Documents that no longer apply, where they are cited. */
function checkSuperseded(text: TextFile, content: Content, isSource: boolean, day: string, add: Add): void {
	const data = dataOf(text);
	const cited: { readonly id: string; readonly place: () => Place }[] = [];
	if (isSource) {
		const { document, documents } = data;
		if (typeof document === 'string')
			cited.push({ id: document, place: () => text.frontMatter.position(['document']) });
		for (const [index, id] of (Array.isArray(documents) ? (documents as readonly unknown[]) : []).entries())
			if (typeof id === 'string') cited.push({ id, place: () => text.frontMatter.position(['documents', index]) });
	}
	if (text.markdown)
		walk(text.markdown, (node) => {
			const id = isJsx(node) && node.name === 'Doc' ? attributeOf(node, 'id') : undefined;
			if (id !== undefined) cited.push({ id, place: () => start(node) });
		});
	const ids = new Set(cited.map(({ id }) => id));
	for (const { id, place } of cited) {
		const found = content.documents.get(id);
		if (!found) continue;
		const { supersededBy, validUntil } = found;
		const hasEnded = validUntil !== undefined && validUntil < day;
		// A text that names both tells its readers which one holds.
		if (supersededBy !== undefined && ids.has(supersededBy)) continue;
		if (supersededBy === undefined && !hasEnded) continue;
		const next = supersededBy === undefined ? undefined : content.documents.get(supersededBy);
		const nextName = supersededBy === undefined ? '' : `\`${supersededBy}\`${next?.number ? ` (${next.number})` : ''}`;
		const why: Say =
			supersededBy !== undefined
				? { vi: `đã được thay bằng ${nextName}`, en: `was replaced by ${nextName}` }
				: { vi: `hết hiệu lực từ sau ngày ${validUntil}`, en: `applied only until ${validUntil}` };
		const mend: Say =
			supersededBy !== undefined
				? {
						vi: `Dẫn \`${supersededBy}\` thay cho văn bản này; nếu cần nhắc văn bản cũ, dẫn thêm văn bản mới trong cùng bài.`,
						en: `Cite \`${supersededBy}\` instead; if the old document has to be named, cite the new one beside it.`,
					}
				: {
						vi: 'Tìm văn bản thay thế, thêm vào documents.yaml, ghi mã của nó vào `supersededBy`; hoặc đổi `status: historical` nếu bài chỉ để lưu.',
						en: 'Find the document that replaces it, add it to documents.yaml and put its id into `supersededBy`; or set `status: historical` if the text is kept as a record.',
					};
		add(text.path, place(), 'documents/superseded', 'warning', {
			vi: `Văn bản \`${id}\`${found.number ? ` (${found.number})` : ''} ${why.vi}. ${mend.vi}`,
			en: `The document \`${id}\`${found.number ? ` (${found.number})` : ''} ${why.en}. ${mend.en}`,
		});
	}
}

/** Forms that must not be printed in one language, and the form to use instead. */
interface Forbidden {
	readonly forms: ReadonlyMap<string, string>;
	readonly pattern: RegExp;
	/** Agreed forms that hold a forbidden one, so that they are not taken for it. */
	readonly agreed: readonly string[];
}

const foldWords = (text: string): string => text.toLowerCase().replaceAll('’', "'");

function forbiddenIn(content: Content, locale: string): Forbidden | undefined {
	const forms = new Map<string, string>();
	for (const term of content.glossary.values())
		for (const { locale: of, form } of term.forbidden)
			if (of === locale && form.trim() !== '')
				forms.set(foldWords(form.trim().normalize('NFC')), term.forms[locale] ?? '');
	// A form that another row agrees on cannot be refused here.
	const agreed = [...content.glossary.values()].flatMap(({ forms: all }) =>
		all[locale] === undefined ? [] : [foldWords(all[locale].normalize('NFC'))],
	);
	for (const form of agreed) forms.delete(form);
	if (forms.size === 0) return undefined;
	const alternatives = [...forms.keys()]
		.sort((a, b) => b.length - a.length)
		.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
	return {
		forms,
		pattern: new RegExp(alternatives.join('|'), 'g'),
		agreed: agreed.filter((form) => [...forms.keys()].some((bad) => form.includes(bad))),
	};
}

function checkTerms(
	path: string,
	prose: Prose,
	language: string,
	{ forms, pattern, agreed }: Forbidden,
	add: Add,
): void {
	const text = foldWords(prose.text);
	let told = 0;
	for (const match of text.matchAll(pattern)) {
		const [found] = match;
		const end = match.index + found.length;
		// Chinese and Japanese have no words to be whole; Korean words take endings.
		const isUnspaced = language === 'zh' || language === 'ja';
		if (!isUnspaced && /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
		if (!isUnspaced && language !== 'ko' && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2))) continue;
		const isAgreed = agreed.some((form) => {
			const from = Math.max(0, end - form.length);
			return text.slice(from, match.index + form.length).includes(form);
		});
		if (isAgreed) continue;
		if (++told > mostInOnePlace) return;
		const typed = prose.text.slice(match.index, end);
		const use = forms.get(found.replace(/\s+/g, ' ')) ?? '';
		add(path, prose.at(match.index, typed), 'glossary/forbidden', 'warning', {
			vi: `“${shorten(typed)}” là cách viết mà glossary.csv ghi là không dùng.${use ? ` Viết “${shorten(use)}”.` : ' Chọn cách viết khác.'} Nếu cách viết này đúng, sửa cột \`forbidden\` trong glossary.csv.`,
			en: `“${shorten(typed)}” is a form that glossary.csv says not to use.${use ? ` Write “${shorten(use)}”.` : ' Choose another.'} If it is right after all, correct the column \`forbidden\` of glossary.csv.`,
		});
	}
}

/**
 * What texts say against the registers: figures typed by hand, documents that no longer apply or do not agree with their
 * number, refused terms; and facts without source, or of a time to come.
 *
 * @param day - Day of the check, `YYYY-MM-DD`.
 * @returns Problems in no order. Never throws.
 */
export function checkFigures(folder: ContentFolder, content: Content, folderName: string, day: string): Problem[] {
	const problems: Problem[] = [];
	const add: Add = (file, place, code, severity, say) => {
		problems.push({ file: `${folderName}/${file}`, line: place.line, column: place.column, code, severity, say });
	};
	checkFacts(folder, content, day, add);
	checkDocuments(folder, content, add);

	const known = knownFigures(content);
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const numbers = new Map<string, string[]>();
	for (const { id, number } of content.documents.values())
		if (number !== undefined) numbers.set(plainNumber(number), [...(numbers.get(plainNumber(number)) ?? []), id]);
	const languages = new Map(
		content.site.locales.map(({ locale, tag }) => [
			locale,
			{
				language: languageOf(tag),
				forbidden: forbiddenIn(content, locale),
				issuers: issuersIn(content, locale, sourceLocale),
			},
		]),
	);
	for (const { texts } of dueEntries(folder)) {
		const source = dataOf(texts.get(sourceLocale));
		const kind =
			typeof source['kind'] === 'string' && Object.hasOwn(kinds, source['kind']) ? (source['kind'] as Kind) : undefined;
		for (const [locale, text] of texts) {
			const of = languages.get(locale);
			if (!of) continue;
			let split: readonly string[] | undefined;
			const lines = () => (split ??= (folder.typed.get(text.path) ?? '').normalize('NFC').split('\n'));
			const fields = fieldsOf(text, kind, lines);
			const body = text.markdown ? proseOf(text.markdown, lines) : [];
			for (const prose of [...fields, ...body]) {
				if (of.forbidden && !prose.isQuoted) checkTerms(text.path, prose, of.language, of.forbidden, add);
				if (prose.role !== 'field') checkCitations(text.path, prose, of.language, content, numbers, of.issuers, add);
				// The fields of a clarification repeat what was said, right or wrong.
				const mayRepeat = prose.role === 'field' && (kind === 'clarification' || !figureFields.has(prose.name));
				if (!mayRepeat && !prose.isQuoted) checkProse(text.path, prose, locale, of.language, known, add);
			}
			if (source['status'] !== 'historical') checkSuperseded(text, content, locale === sourceLocale, day, add);
		}
	}
	return problems;
}
