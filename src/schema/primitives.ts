import { z } from 'astro/zod';

/** Calendar days in a month, so that 30 February is refused instead of becoming 2 March. */
function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isRealDay(text: string): boolean {
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A day in local time, `YYYY-MM-DD`, that the calendar has. */
export const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/)
	.refine(isRealDay)
	.meta({ example: '2026-02-28', shape: 'day' });

/** A day, a month (`2026-01`), a quarter (`2026-Q1`) or a year (`2026`). */
export const period = z
	.string()
	.regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-Q[1-4])?$/)
	.refine((text) => text.length < 10 || isRealDay(text))
	.meta({ example: '2026-01', shape: 'period' });

/** A moment with its zone, `2026-01-19T08:00:00+07:00`; a day alone means its first minute in the zone of the site. */
export const instant = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d))?$/)
	.refine((text) => isRealDay(text.slice(0, 10)))
	.meta({ example: '2026-01-19T08:00:00+07:00', shape: 'instant' });

/** How often a text is to be read again: a number and a unit, in Vietnamese or English. */
export const interval = z
	.string()
	.regex(/^[1-9]\d{0,2} (ngày|tháng|năm|days?|months?|years?)$/)
	.meta({ example: '6 tháng' });

/** Words in plain text, without line breaks at the ends. */
export const words = z.string().trim().min(1).meta({ shape: 'words' });

/** At most sixty words, counted by spaces; Chinese and Japanese, which write none, at most 180 characters. */
export const summaryWords = words
	.refine(
		(text) => text.split(/\s+/u).length <= 60 && (/[\p{Script=Han}]/u.test(text) ? [...text].length <= 180 : true),
	)
	.meta({ shape: 'summary' });

/** Plain ASCII name of a folder or a record: letters, digits, hyphens, and dots between parts. */
export const id = z
	.string()
	.regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/)
	.meta({ example: 'nha-trang-bay', shape: 'id' });

/** Path of an entry inside `content/`, as `visit/ponagar-towers`. */
export const entryPath = z
	.string()
	.regex(/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/)
	.meta({ example: 'visit/ponagar-towers', shape: 'entry-path' });

/** A public page that anybody can open, with `https://`. */
export const publicUrl = z
	.url({ protocol: /^https?$/ })
	.meta({ example: 'https://example.org/van-ban-123', shape: 'url' });

/** A picture beside the text, as `./cover.svg`. */
export const pictureFile = z
	.string()
	.regex(/^\.\/[^/\\]+\.(svg|png|jpe?g|webp|avif)$/i)
	.meta({ example: './cover.svg', shape: 'picture' });

/** One wording per language; the source language must be there, others fall back along the chain of the language. */
export const wordsByLocale = z
	.record(z.string().regex(/^[a-z]{2,3}$/), words)
	.refine((byLocale) => Object.keys(byLocale).length > 0)
	.meta({ example: '{ vi: "…", en: "…" }', shape: 'words-by-locale' });
export type WordsByLocale = z.infer<typeof wordsByLocale>;

/** Degrees north and east, for a point on an overview map. */
export const position = z.strictObject({
	/** Degrees north of the equator. */
	lat: z.number().min(-90).max(90).meta({ example: 12.265 }),
	/** Degrees east of Greenwich. */
	lon: z.number().min(-180).max(180).meta({ example: 109.196 }),
});
export type Position = z.infer<typeof position>;

/** Where a reader can verify what the page says. */
export const sourceNote = z.strictObject({
	/** Title of the page or paper, as it stands there; in square brackets when it is a description. */
	title: words,
	/** Who publishes it. */
	publisher: words,
	/** Address of the page. */
	url: publicUrl,
	/** Day, month or year of publication; leave out when the page gives none. */
	date: period.optional(),
});
export type SourceNote = z.infer<typeof sourceNote>;

/** Who speaks: the centre, the province or the ward. */
export const level = z.enum(['central', 'province', 'ward']);
export type Level = z.infer<typeof level>;
