/** Days of a week, hours of a day and months of a year as a reader of one language expects them. Everything goes through `Intl`. */

/** Monday of a week in which the first of the month is a Monday, so that days and months can be made from numbers. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const utc = (text: string) => new Date(`${text}Z`);

/** ICU writes a space or none around the sign of a range by language; typographers join what is one word and space the rest. */
function joined(range: string, from: string, to: string): string {
	const isSpaced = /\s/.test(from) || /\s/.test(to);
	return range.replace(/\s*([-–])\s*/u, isSpaced ? ' – ' : '–').replace(/\s?([~～])\s?/u, '$1');
}

function rangeOf(tag: string, parts: Intl.DateTimeFormatOptions, from: Date, to: Date): string {
	const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...parts });
	return joined(format.formatRange(from, to), format.format(from), format.format(to));
}

/**
 * Name of a day of the week, or of several in a row.
 *
 * @param days - `sat` or `mon-fri`.
 * @example weekdayRange('en-GB', 'mon-fri') // "Monday–Friday"
 */
export function weekdayRange(tag: string, days: string): string {
	const [first = '', last = first] = days.split('-');
	const dateOf = (name: string) => utc(`2024-01-0${weekdays.indexOf(name) + 1}T00:00:00`);
	return rangeOf(tag, { weekday: 'long' }, dateOf(first), dateOf(last));
}

/**
 * Hours of a day, by the clock of twenty-four hours that timetables and offices use everywhere.
 *
 * @param to - `24:00` is written as such: it is the end of the day, not the beginning of the next.
 * @example clockRange('ko', '07:30', '11:30') // "07:30~11:30"
 */
export function clockRange(tag: string, from: string, to: string): string {
	const sign = ['ko', 'ja'].includes(new Intl.Locale(tag).language) ? '~' : '–';
	return `${from}${sign}${to}`;
}

/** Name of a month, from 1; `narrow` is the shortest that a column head can bear. */
export function monthName(tag: string, month: number, width: 'long' | 'narrow'): string {
	const date = utc(`2024-${String(month).padStart(2, '0')}-01T00:00:00`);
	return new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: width }).format(date);
}

/** Several months in a row within a sentence, both ends included; one alone when they are the same. May run over the turn of the year. */
export function monthRange(tag: string, from: number, to: number): string {
	const { language } = new Intl.Locale(tag);
	// Chinese and Japanese write months in figures when they stand beside each other; Vietnamese keeps capitals for the head of a line.
	const parts = { month: ['zh', 'ja'].includes(language) ? 'short' : 'long' } as const;
	const dateOf = (month: number) => utc(`2024-${String(month).padStart(2, '0')}-01T00:00:00`);
	const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...parts });
	const name = (month: number) => {
		const said = format.format(dateOf(month));
		return language === 'vi' ? said.toLocaleLowerCase(tag) : said;
	};
	if (from === to) return name(from);
	// Intl would add the years where a range runs over their turn, so the sign alone is taken from a range that does not.
	const sign = /[-–~～]/u.exec(format.formatRange(dateOf(1), dateOf(2)))?.[0] ?? '–';
	return joined(name(from) + sign + name(to), name(from), name(to));
}
