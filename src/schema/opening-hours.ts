import { z } from 'astro/zod';

/** Days of the week as editors write them, in the order in which a week is told. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const name = `(${weekdays.join('|')})`;

const clock = (pattern: RegExp, example: string) => z.string().regex(pattern).meta({ example, shape: 'clock' });

/** One stretch of time in which an office is open, on one day of the week or on several in a row. */
export const openSpanSchema = z
	.strictObject({
		/** One day (`sat`) or the first and last of several (`mon-fri`). */
		days: z
			.string()
			.regex(new RegExp(`^${name}(-${name})?$`))
			.refine((text) => {
				const [first = '', last = first] = text.split('-');
				return weekdays.indexOf(first as never) <= weekdays.indexOf(last as never);
			})
			.meta({ example: 'mon-fri', shape: 'weekdays' }),
		/** Hour of opening, of twenty-four. */
		from: clock(/^([01]\d|2[0-3]):[0-5]\d$/, '07:30'),
		/** Hour of closing; `24:00` is the end of the day. */
		to: clock(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '11:30'),
	})
	.meta({ example: '{ days: mon-fri, from: "07:30", to: "11:30" }' });
export type OpenSpan = z.infer<typeof openSpanSchema>;
