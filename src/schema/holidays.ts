import { z } from 'astro/zod';
import { dateValue, day, id, sourceNote, words, wordsByLocale } from './primitives.ts';

/** A day and month that come every year, `MM-DD`; 29 February is none. */
const monthAndDay = z
	.string()
	.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
	.refine((text) => day.safeParse(`2027-${text}`).success)
	.meta({ example: '04-30', shape: 'month-day' });

/** A day of the lunar calendar, `MM-DD`: months have at most thirty days. */
const lunarDay = z
	.string()
	.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/)
	.meta({ example: '01-01', shape: 'month-day' });

/** A whole day, or two of them with a slash between. */
const days = dateValue
	.refine((text) => text.split('/').every((part) => part.length === 10))
	.meta({ example: '2027-02-06/2027-02-10', shape: 'days' });

/** A public holiday: on which days, and whether offices are closed. */
export const holidaySchema = z.strictObject({
	/** Name of the record. Never changed once it is published: calendars know the holiday by it. */
	id: id.meta({ example: 'quoc-khanh', shape: 'id' }),
	name: wordsByLocale,
	/** One line that says more: what is not settled, what else is closed. */
	about: wordsByLocale.optional(),
	/** Day and month of a holiday that is the same every year. */
	every: monthAndDay.optional(),
	/** Its day in the lunar calendar, for a holiday that moves; the check compares `days` with it. */
	lunar: lunarDay.optional(),
	/** Days off as announced, year by year; in the years named here they take the place of `every`. */
	days: z.array(days).optional(),
	/** Whether offices are closed on it, or only the day is marked. */
	closes: z.enum(['offices', 'nothing']).default('offices'),
	/** Ids of the documents that set it, in `documents.yaml`. */
	documents: z.array(id.meta({ example: 'qd-12-qd-ubnd', shape: 'id' })).optional(),
	/** Pages that announce its days. At least one, or a document, unless `note` says that the days are general knowledge. */
	sources: z.array(sourceNote).default([]),
	/** What an editor should know. */
	note: words.optional(),
	/** True for days of a demonstration that nobody has confirmed; the page says so. */
	sample: z.boolean().default(false),
});
export type Holiday = z.infer<typeof holidaySchema>;

export const holidaysSchema = z.array(holidaySchema);
