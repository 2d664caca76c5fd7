import { z } from 'astro/zod';

/** Calendar days in a month, so that 30 February is refused instead of becoming 2 March. */
function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isRealDay(text: string): boolean {
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Years that a text of this site can be about; another one is a slip of the finger. */
export const years = { first: 1900, last: 2100 } as const;

function isNear(text: string): boolean {
	const year = Number(text.slice(0, 4));
	return year >= years.first && year <= years.last;
}

/** A day in local time, `YYYY-MM-DD`, that the calendar has, from 1900 to 2100. */
export const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/)
	.refine(isRealDay)
	.refine(isNear)
	.meta({ example: '2026-02-28', shape: 'day' });

/** A bare year is a number in YAML; where a year may stand it is read as the text it looks like. */
const yearAsText = (value: unknown): unknown =>
	typeof value === 'number' && Number.isInteger(value) && value >= 1000 && value <= years.last ? String(value) : value;

/** A day, a month (`2026-01`), a quarter (`2026-Q1`) or a year (`2026`, with or without quotes). */
export const period = z
	.preprocess(
		yearAsText,
		z
			.string()
			.regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-Q[1-4])?$/)
			.refine((text) => text.length < 10 || isRealDay(text))
			.refine((text) => Number(text.slice(0, 4)) <= years.last),
	)
	.meta({ example: '2026-01', shape: 'period' });

/** A day, month or year as a fact states it, or two of them in order with a slash between (`2026-01-19/2026-01-23`). */
export const dateValue = z
	.preprocess(
		yearAsText,
		z
			.string()
			.regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/)
			.refine((text) => text.split('/').every((part) => isRealDay(`${part}-01-01`.slice(0, 10))))
			.refine((text) => {
				const [first = '', last = first] = text.split('/');
				return last >= first;
			}),
	)
	.meta({ example: '2026-01-23', shape: 'date-value' });

/** A moment with its zone, `2026-01-19T08:00:00+07:00`; a day alone means its first minute in the zone of the site. */
export const instant = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d))?$/)
	.refine((text) => isRealDay(text.slice(0, 10)))
	.refine(isNear)
	.meta({ example: '2026-01-19T08:00:00+07:00', shape: 'instant' });

/** How often a text is to be read again: a number and a unit, in Vietnamese or English. */
export const interval = z
	.string()
	.regex(/^[1-9]\d{0,2} (ngày|tháng|năm|days?|months?|years?)$/)
	.meta({ example: '6 tháng', shape: 'interval' });

/** Words in plain text, without line breaks at the ends. */
export const words = z.string().trim().min(1).meta({ shape: 'words' });

/** Words that a heading is made of: one line. */
export const lineOfWords = z
	.string()
	.trim()
	.min(1)
	.refine((text) => !/[\n\r\u2028\u2029]/u.test(text))
	.meta({ shape: 'line' });

/** Most words of a summary, and characters where words are written without spaces. */
export const summaryBounds = { words: 60, characters: 180 } as const;

/** How long a summary is: its words by spaces, or its characters in Chinese and Japanese, which write none. */
export function summaryLength(text: string): { readonly count: number; readonly unit: 'words' | 'characters' } {
	return /\p{Script=Han}/u.test(text) && [...text].length > summaryBounds.characters
		? { count: [...text].length, unit: 'characters' }
		: { count: text.trim().split(/\s+/u).length, unit: 'words' };
}

/** At most sixty words, counted by spaces; Chinese and Japanese, which write none, at most 180 characters. */
export const summaryWords = words
	.refine((text) => {
		const { count, unit } = summaryLength(text);
		return count <= summaryBounds[unit];
	})
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

/** An address on the web that is whole, without spaces and without anybody's password. */
export const webAddress = z
	.url({ protocol: /^https?$/ })
	.refine((text) => !/[\s\\]/u.test(text) && !hasPassword(text))
	.meta({ example: 'https://example.org/van-ban-123', shape: 'url' });

const addressOf = (text: string): URL | undefined => {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
};

/** True when an address carries a name or password, which nobody else must see. */
export function hasPassword(text: string): boolean {
	const address = addressOf(text);
	return address !== undefined && (address.username !== '' || address.password !== '');
}

/** True for an address of one computer or one office, which readers cannot open. */
export function isPrivateAddress(text: string): boolean {
	const host = addressOf(text)?.hostname ?? '';
	return (
		/^(localhost|.*\.localhost|.*\.local|.*\.lan)$/.test(host) ||
		/^(127|10)\.\d+\.\d+\.\d+$|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^0\.0\.0\.0$|^\[(::1|f[cde].*)\]$/.test(host)
	);
}

/** A public page that anybody can open, with `https://`. */
export const publicUrl = webAddress
	.refine((text) => !isPrivateAddress(text))
	.meta({ example: 'https://example.org/van-ban-123', shape: 'url' });

/** An old address on this site: a path, and a query where an older system told its pages apart by it. */
export const oldAddress = z
	.string()
	.regex(/^\/(?:[^\s/\\?#]+(?:\/[^\s/\\?#]+)*\/?)?(?:\?[^\s\\?#]+)?$/u)
	.refine((text) => !text.split(/[/?]/).some((part) => /^(\.|%2e){1,2}$/i.test(part)) && !/%2f|%5c|%00/i.test(text))
	.meta({ example: '/cu/trang-cu.html', shape: 'old-address' });

/** A picture beside the text, as `./cover.svg`. */
export const pictureFile = z
	.string()
	.regex(/^\.\/[^/\\]+\.(svg|png|jpe?g|webp|avif)$/i)
	.meta({ example: './cover.svg', shape: 'picture' });

/** A film beside the text, as `./film.mp4`; the file of each language carries its code: `film.vi.mp4`. */
export const filmFile = z
	.string()
	.regex(/^\.\/[a-z0-9]+(-[a-z0-9]+)*\.(mp4|webm)$/)
	.meta({ example: './film.mp4', shape: 'film' });

/** A recording beside the text, as `./talk.mp3`; the file of each language carries its code: `talk.vi.mp3`. */
export const soundFile = z
	.string()
	.regex(/^\.\/[a-z0-9]+(-[a-z0-9]+)*\.(mp3|m4a|ogg|opus)$/)
	.meta({ example: './talk.mp3', shape: 'sound' });

/** One wording per language; the source language must be there, others fall back along the chain of the language. */
export const wordsByLocale = z
	.record(z.string().regex(/^[a-z]{2,3}$/), words)
	.refine((byLocale) => Object.keys(byLocale).length > 0)
	.meta({ example: '{ vi: "…", en: "…" }', shape: 'words-by-locale' });
export type WordsByLocale = z.infer<typeof wordsByLocale>;

/** Degrees north and east, for a point on an overview map. */
export const position = z
	.strictObject({
		/** Degrees north of the equator. */
		lat: z.number().min(-90).max(90).meta({ example: 12.265 }),
		/** Degrees east of Greenwich. */
		lon: z.number().min(-180).max(180).meta({ example: 109.196 }),
	})
	.meta({ example: '{ lat: 12.265, lon: 109.196 }', shape: 'position' });
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
