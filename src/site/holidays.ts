import type { Holiday } from '#schema/holidays.ts';
import type { Site } from './model.ts';

/** A holiday in one year: its first and last day off. */
export interface HolidayDays {
	readonly holiday: Holiday;
	readonly start: string;
	readonly end: string;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Days off of a holiday in a year: those announced for it, otherwise the day that is the same every year. */
function daysIn(holiday: Holiday, year: number): HolidayDays[] {
	const announced = (holiday.days ?? [])
		.map((text) => {
			const [start = '', end = start] = text.split('/');
			return { holiday, start, end };
		})
		// Days off that run over the turn of the year belong to the year they end in, as the holiday itself does.
		.filter(({ end }) => yearOf(end) === year);
	if (announced.length > 0 || holiday.every === undefined) return announced;
	const day = `${year}-${holiday.every}`;
	return [{ holiday, start: day, end: day }];
}

/**
 * Holidays that touch a span of days, in order. Pure: what is shown depends on the days given, never on a clock.
 *
 * @param from - First day, `YYYY-MM-DD`.
 * @param to - Last day.
 */
export function holidayDays(holidays: Iterable<Holiday>, from: string, to: string): HolidayDays[] {
	const years = Array.from({ length: yearOf(to) - yearOf(from) + 2 }, (_, index) => yearOf(from) + index);
	return [...holidays]
		.flatMap((holiday) => years.flatMap((year) => daysIn(holiday, year)))
		.filter(({ start, end }) => end >= from && start <= to)
		.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.holiday.id < b.holiday.id ? -1 : 1));
}

/** The same day one year later; the last of February where there is no such day. */
function yearAfter(day: string): string {
	const next = `${yearOf(day) + 1}${day.slice(4)}`;
	return next.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next;
}

/** The year that begins with the build, for what a page says of holidays: both its days are named there, so it stays true. */
export const holidaySpan = ({ day }: Pick<Site, 'day'>) => ({ from: day, to: yearAfter(day) });

/** Holidays of the year that begins with the build. */
export function comingHolidays(site: Pick<Site, 'day' | 'holidays'>): HolidayDays[] {
	const { from, to } = holidaySpan(site);
	return holidayDays(site.holidays.values(), from, to);
}

/** Days of that year on which offices are closed. */
export const closedDays = (site: Pick<Site, 'day' | 'holidays'>): HolidayDays[] =>
	comingHolidays(site).filter(({ holiday }) => holiday.closes === 'offices');
