/** A day as somebody meant it, in numbers that may not be in the calendar. */
interface Meant {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** What can be said of a text that should be a day. */
export interface MeantDay extends Meant {
	/** `YYYY-MM-DD`; undefined when the calendar has no such day. */
	readonly written: string | undefined;
	/** Days of that month; undefined when there is no such month. */
	readonly days: number | undefined;
}

const two = (number: number) => String(number).padStart(2, '0');
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Digits, hyphens and spaces as they are on every keyboard. */
const plainSigns = (typed: string) =>
	typed
		.normalize('NFKC')
		.replace(/[‐-―−]/g, '-')
		.trim();

function numbersOf(typed: string): Meant | undefined {
	const text = plainSigns(typed);
	const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
	// Day first, as it is written in Việt Nam.
	const dayFirst =
		/^(?:ngày\s+)?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)/i.exec(text) ??
		/^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2}),?\s*(?:năm\s+)?(\d{4})(?!\d)/i.exec(text);
	if (dayFirst) return { year: Number(dayFirst[3]), month: Number(dayFirst[2]), day: Number(dayFirst[1]) };
	const named = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(text);
	if (named)
		return {
			year: Number(named[3]),
			month: months.indexOf((named[2] ?? '').toLowerCase()) + 1,
			day: Number(named[1]),
		};
	const american = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text);
	if (american)
		return {
			year: Number(american[3]),
			month: months.indexOf((american[1] ?? '').toLowerCase()) + 1,
			day: Number(american[2]),
		};
	return undefined;
}

/** The day that somebody most likely meant who wrote it in another way; undefined when nobody can say. */
export function meantDay(typed: string): MeantDay | undefined {
	const found = numbersOf(typed);
	if (!found) return undefined;
	const { year } = found;
	const isSwapped = found.month > 12 && found.day >= 1 && found.day <= 12;
	const [month, day] = isSwapped ? [found.day, found.month] : [found.month, found.day];
	const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : undefined;
	const isReal = days !== undefined && day >= 1 && day <= days;
	return { year, month, day, days, written: isReal ? `${year}-${two(month)}-${two(day)}` : undefined };
}

/** The moment that somebody meant who left the zone out or wrote the hour with one digit, in the time of Việt Nam. */
export function meantInstant(typed: string): string | undefined {
	const day = meantDay(typed)?.written;
	const time = /[T ,]+(\d{1,2})[:h](\d{2})(?::\d{2})?/i.exec(plainSigns(typed).slice(8));
	const [hour, minute] = [Number(time?.[1] ?? 0), Number(time?.[2] ?? 0)];
	if (day === undefined || hour > 23 || minute > 59) return undefined;
	return time ? `${day}T${two(hour)}:${two(minute)}:00+07:00` : day;
}

/** The period that somebody meant: a day, a month, a quarter. */
export function meantPeriod(typed: string): string | undefined {
	const text = plainSigns(typed);
	const month =
		/^(?:tháng\s+)?(\d{1,2})[-/. ](?:năm\s+)?(\d{4})$/i.exec(text) ?? /^tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i.exec(text);
	const isMonth = (number: string | undefined) => Number(number) >= 1 && Number(number) <= 12;
	if (month && isMonth(month[1])) return `${month[2]}-${two(Number(month[1]))}`;
	const yearFirst = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
	if (yearFirst && isMonth(yearFirst[2])) return `${yearFirst[1]}-${two(Number(yearFirst[2]))}`;
	const quarter = /^(?:quý|q)\s*([1-4]|iv|i{1,3})[-/, ]+(?:năm\s+)?(\d{4})$/i.exec(text);
	const roman = ['i', 'ii', 'iii', 'iv'];
	const number = quarter?.[1]?.toLowerCase() ?? '';
	if (quarter) return `${quarter[2]}-Q${roman.indexOf(number) + 1 || number}`;
	const year = /^năm\s+(\d{4})$/i.exec(text)?.[1];
	return year ?? meantDay(typed)?.written;
}
