/** Numbers, dates and lists as a reader of one language expects them. Everything goes through `Intl`. */
export interface Formats {
	readonly tag: string;
	/** A day, month, quarter or year as `schema/primitives.ts` writes them, or two with a slash. */
	period(text: string): string;
	number(value: number): string;
	/** A number with its unit: CLDR unit, ISO 4217 code, or none. `undefined` when `Intl` does not know the unit. */
	quantity(value: number, unit?: string): string | undefined;
	/** Two numbers as one range, with unit. */
	range(from: number, to: number, unit?: string): string | undefined;
	list(items: readonly string[]): string;
	compare(a: string, b: string): number;
	/** First letter for an index; for Chinese, Korean and other scripts the first character. */
	initial(text: string): string;
}

/** ICU's long Vietnamese date has an English comma; Vietnamese writes days in figures. */
const writesMonthsInFigures = new Set(['vi']);

/** A rounded large number is read more easily as “16.4 million”; exact ones keep all digits. */
function isRound(value: number): boolean {
	const digits = String(Math.round(Math.abs(value))).replace(/0+$/, '');
	return Math.abs(value) >= 1_000_000 && digits.length <= (Math.abs(value) >= 1e9 ? 5 : 4);
}

/** Languages that count in ten thousands: they put no mark between thousands before 만 or 万. */
const countsInMyriads = new Set(['ko', 'zh', 'ja']);
/** What joins two days where ICU would fall back to figures with slashes. */
const rangeWord: Readonly<Record<string, string>> = { zh: '至', ja: '～' };

const timeUnits = new Set(['day', 'hour', 'minute', 'month', 'week', 'year']);
const knownUnits = new Set(Intl.supportedValuesOf('unit'));

/**
 * Makes the formats of one language.
 *
 * @param tag - BCP 47 tag; `en-GB` gives days before months, which bare `en` does not.
 * @example formatsFor('ru').quantity(83, 'kilometer') // "83 км"
 */
export function formatsFor(tag: string): Formats {
	const { language } = new Intl.Locale(tag);
	// Languages that decline the word after the number (more than two plural forms) get the abbreviation, which never changes.
	const declines = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.length > 2;
	const collator = new Intl.Collator(tag, { sensitivity: 'base', numeric: true, ignorePunctuation: true });
	const listing = new Intl.ListFormat(tag, { type: 'conjunction' });
	const segmenter = new Intl.Segmenter(tag);
	const numbers = new Map<string, Intl.NumberFormat>();
	const date = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...parts });
	const month = writesMonthsInFigures.has(language) ? 'numeric' : 'long';
	const byLength = {
		4: date({ year: 'numeric' }),
		7: date({ year: 'numeric', month: 'long' }),
		10: date({ year: 'numeric', month, day: 'numeric' }),
	};
	const dayOnly = date({ day: 'numeric' });
	const dayAndMonth = date({ month, day: 'numeric' });
	const asDate = (text: string) =>
		new Date(`${text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text}T00:00:00Z`);
	const lengthOf = (text: string) => (text.length >= 10 ? 10 : text.length >= 7 ? 7 : 4);
	const numberFormat = (unit: string | undefined, isCompact: boolean): Intl.NumberFormat | undefined => {
		const key = `${unit ?? ''}${isCompact ? ' compact' : ''}`;
		const made = numbers.get(key);
		if (made) return made;
		let kind: Intl.NumberFormatOptions = {};
		if (unit !== undefined && /^[A-Z]{3}$/.test(unit)) {
			kind = { style: 'currency', currency: unit, currencyDisplay: 'name', minimumFractionDigits: 0 };
		} else if (unit !== undefined) {
			if (!knownUnits.has(unit)) return undefined;
			kind = { style: 'unit', unit, unitDisplay: timeUnits.has(unit) ? 'long' : 'short' };
		}
		const format = new Intl.NumberFormat(tag, {
			...kind,
			...(isCompact
				? {
						notation: 'compact',
						compactDisplay: declines ? 'short' : 'long',
						maximumSignificantDigits: 5,
						useGrouping: countsInMyriads.has(language) ? false : 'always',
					}
				: { maximumFractionDigits: 2 }),
		});
		numbers.set(key, format);
		return format;
	};
	const days = (from: string, to: string): string => {
		const range = byLength[10].formatRange(asDate(from), asDate(to)).replace(/^(\d+)\s–\s(?=\d)/u, '$1–');
		const isAlike = month === 'long' && !/\d\/\d/.test(range);
		if (isAlike) return range;
		// Vietnamese, and languages whose ranges ICU writes as 2026/1/19: put together from the parts that differ.
		const [a, b] = [asDate(from), asDate(to)];
		const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
		const isSameYear = from.slice(0, 4) === to.slice(0, 4);
		if (month === 'numeric') {
			const head = isSameMonth ? String(a.getUTCDate()) : isSameYear ? dayAndMonth.format(a) : byLength[10].format(a);
			return isSameMonth ? `${head}–${byLength[10].format(b)}` : `${head} – ${byLength[10].format(b)}`;
		}
		return `${byLength[10].format(a)}${rangeWord[language] ?? '–'}${(isSameMonth ? dayOnly : isSameYear ? dayAndMonth : byLength[10]).format(b)}`;
	};
	const months = (from: Date, to: Date): string => {
		const range = byLength[7].formatRange(from, to);
		return /\d\/\d/.test(range)
			? byLength[7].format(from) + (rangeWord[language] ?? '–') + byLength[7].format(to)
			: range;
	};
	const one = (text: string): string => {
		const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
		if (!quarter) return byLength[lengthOf(text)].format(asDate(text));
		const first = (Number(quarter[2]) - 1) * 3;
		const [from, to] = [first, first + 2].map((index) => new Date(Date.UTC(Number(quarter[1]), index, 1)));
		return months(from as Date, to as Date);
	};
	const quantity = (value: number, unit?: string): string | undefined => {
		const format = numberFormat(unit, isRound(value));
		// Japanese writes no space before a counter, as ICU does.
		if (language === 'ja') return format?.format(value).replace(/(?<=\d)\s(?=[\p{Script=Han}])/u, '');
		const isExact = String(value).replace(/0+$/, '').length > 3;
		if (!format || language !== 'vi' || value < 1e12 || value >= (isExact ? 1e14 : 1e13)) return format?.format(value);
		// Vietnamese counts thousands of billions in billions: 2.834 tỷ, not 2,834 nghìn tỷ.
		const billions = new Intl.NumberFormat(tag).format(value / 1e9);
		return format
			.formatToParts(1e9)
			.map((part) => (part.type === 'integer' ? billions : part.value))
			.join('');
	};
	return {
		tag,
		period(text) {
			const [from = text, to] = text.split('/');
			if (to === undefined) return one(from);
			const length = Math.min(lengthOf(from), lengthOf(to)) as 4 | 7 | 10;
			if (length === 10) return days(from, to);
			return byLength[length]
				.formatRange(asDate(from), asDate(to))
				.replace(/^(\d{4})\s–\s(?=\d{4}$)/u, '$1–')
				.replace(/\s?([~～])\s?/u, '$1');
		},
		number: (value) => quantity(value) ?? String(value),
		quantity,
		// ICU joins some ranges with a hyphen; typographers of every language use the en dash.
		range: (from, to, unit) =>
			numberFormat(unit, isRound(from) && isRound(to))
				?.formatRange(from, to)
				.replace(/\s?[-–]\s?/u, '–')
				.replace(/\s?([~～])\s?/u, '$1'),
		list: (items) => listing.format(items),
		compare: (a, b) => collator.compare(a, b),
		initial(text) {
			const [first = ''] = segmenter.segment(text.replace(/^[^\p{L}\p{N}]+/u, ''));
			const letter = typeof first === 'string' ? first : first.segment;
			return letter.toLocaleUpperCase(tag);
		},
	};
}
