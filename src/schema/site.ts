import { z } from 'astro/zod';
import { openSpanSchema } from './opening-hours.ts';
import { day, entryPath, id, level, position, publicUrl, webAddress, words, wordsByLocale } from './primitives.ts';

/** The fixed first parts of addresses. A content folder may leave out any of them. */
export const sections = ['congress', 'invest', 'visit', 'living', 'about'] as const;
export const section = z.enum(sections);
export type Section = z.infer<typeof section>;

/** Whether the computer knows a time zone of this name; a wrong one would stop every date. */
function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Whether a tag is one that dates and numbers can be written with. */
function isLanguageTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/** Whether dates and numbers of a tag are known; for another one those of English would be shown. */
function hasFormats(tag: string): boolean {
	return isLanguageTag(tag) && Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
}

/** A language of the site. Another one needs such a line and a folder of interface words, no code. */
export const localeSchema = z.strictObject({
	/** First part of every address in this language, and name of its text files: `ko` → `/ko/…`, `ko.mdx`. */
	locale: z
		.string()
		.regex(/^[a-z]{2,3}$/)
		.meta({ example: 'ko', shape: 'locale' }),
	/** Value of `<html lang>`. */
	tag: z
		.string()
		.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
		.refine(isLanguageTag)
		.meta({ example: 'zh-Hans', shape: 'tag' }),
	/** Tag for dates and numbers where `tag` alone would give those of another country: `en-GB` for English outside America. */
	formats: z.string().refine(hasFormats).meta({ example: 'en-GB', shape: 'tag' }).optional(),
	/** Its own name, for the language switcher. */
	name: words,
	/** Languages whose words are shown where a text is missing, in this order. */
	fallback: z.array(z.string().meta({ example: 'en' })).default([]),
});
export type LocaleFacts = z.infer<typeof localeSchema>;

const contactSchema = z.strictObject({
	id,
	name: wordsByLocale,
	/** What one may ask there. */
	about: wordsByLocale.optional(),
	email: z.email().meta({ example: 'bientap@phuong.example.org', shape: 'email' }).optional(),
	phone: z
		.string()
		.regex(/^\+?[\d ]+$/)
		.meta({ example: '0258 000 0000', shape: 'phone' })
		.optional(),
	/** Postal address, in Vietnamese. */
	address: words.optional(),
	/** Hours in words, where they do not fit `open`. */
	hours: wordsByLocale.optional(),
	/** When it is open in an ordinary week; printed in the manner of each language. */
	open: z.array(openSpanSchema).min(1).optional(),
	/** Whether it is closed on public holidays that close offices. */
	onHolidays: z.enum(['closed', 'open']).default('closed'),
	/** Where it is, for the way there. */
	position: position.optional(),
	/** Languages spoken there, as locale codes. */
	speaks: z.array(z.string().meta({ example: 'vi' })).optional(),
	/** True for made-up contacts of a demonstration; the page says so. */
	sample: z.boolean().default(false),
});
export type Contact = z.infer<typeof contactSchema>;

/** A moment of a congress, told in the timeline of the section and, day by day, on the page of its phase. */
const milestoneSchema = z.strictObject({
	/** Id of a date in `facts.yaml`; day and source come from there. */
	fact: id.meta({ example: 'congress-opening', shape: 'id' }),
	/** What happened, in a few words. */
	title: wordsByLocale,
	/** Entry that tells more. */
	entry: entryPath.optional(),
});

const congressSchema = z.strictObject({
	/** Name that texts put in `congress: […]`. */
	id,
	level,
	title: wordsByLocale,
	/** Where it meets. */
	place: wordsByLocale.optional(),
	/** First and last day of each phase; leave `end` out while a phase goes on, `start` out where nobody can say. */
	phases: z.record(id, z.strictObject({ start: day.optional(), end: day.optional() })),
	/** Moments of the congress, in any order. */
	milestones: z.array(milestoneSchema).default([]),
});
export type Congress = z.infer<typeof congressSchema>;
export type Milestone = Congress['milestones'][number];

/** A country, or a group of them, whose travellers have notes of their own. */
const marketSchema = z.strictObject({
	/** Name that texts put in `<Market id="…">`. */
	id: id.meta({ example: 'korea', shape: 'id' }),
	/** ISO 3166 code of the country: its name is then written by itself in each language. */
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.meta({ example: 'KR', shape: 'country' })
		.optional(),
	/** Name, where there is no single country. */
	name: wordsByLocale.optional(),
	/** Languages of the site whose readers most often come from there: their pages show its notes first. */
	locales: z.array(z.string().meta({ example: 'ko' })).default([]),
});
export type Market = z.infer<typeof marketSchema>;

const phaseSchema = z.strictObject({ id, title: wordsByLocale, about: wordsByLocale.optional() });

/** `site.yaml`: who publishes, in which languages, what stands on the home page. */
export const siteSchema = z.strictObject({
	/** Name of the site, short. */
	title: wordsByLocale,
	/** One line under the name: which place. */
	place: wordsByLocale,
	/** Who answers for the site. */
	publisher: z.strictObject({ name: wordsByLocale, level, note: wordsByLocale.optional() }),
	/** Public address of the site, without a path. */
	address: webAddress.meta({ example: 'https://phuong.example.org', shape: 'url' }),
	/** ISO 3166 code of the country, for structured data and addresses. */
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.meta({ example: 'VN', shape: 'country' })
		.default('VN'),
	/** Time zone in which days begin. */
	zone: words.refine(isZone).meta({ example: 'Asia/Ho_Chi_Minh', shape: 'zone' }).default('Asia/Ho_Chi_Minh'),
	/** The first is the source language. */
	locales: z.array(localeSchema.meta({ example: '{ locale: vi, tag: vi, name: Tiếng Việt }' })).min(1),
	contacts: z.array(contactSchema).default([]),
	/** Countries that visitors come from, in the order in which notes for them are shown. */
	markets: z.array(marketSchema).default([]),
	/** Official pages elsewhere, for links out. */
	channels: z.array(z.strictObject({ name: words, url: publicUrl })).default([]),
	map: z.strictObject({ centre: position }).optional(),
	/** Origins of portals that may show `/…/embed/…` in a frame. */
	frames: z.array(webAddress).default([]),
	/** Phases of a congress in order. */
	phases: z.array(phaseSchema).default([]),
	congresses: z.array(congressSchema).default([]),
	/** What a reader finds where a text is missing in his language: `show` the next language, or `hide`. */
	untranslated: z.partialRecord(section, z.enum(['show', 'hide'])).default({}),
	home: z.strictObject({
		title: wordsByLocale,
		intro: wordsByLocale,
		/** Up to five entries for each section, as tasks. */
		doors: z.partialRecord(section, z.array(entryPath).max(5)).default({}),
		/** Facts in large figures. */
		figures: z.array(id).max(4).default([]),
	}),
	/** Headings of the list of facts, in order; facts of other topics stand together at its end. */
	factTopics: z.array(z.strictObject({ id, title: wordsByLocale })).default([]),
	/** The page that is one tap from everywhere. */
	emergency: entryPath.optional(),
	/** Entries linked at the foot of every page. */
	footer: z.array(entryPath).default([]),
	/** Entry that says how to report a mistake. */
	corrections: entryPath.optional(),
	/** A line at the foot of a demonstration site. */
	sample: wordsByLocale.optional(),
});
export type SiteConfig = z.infer<typeof siteSchema>;

/** `look/look.yaml`: what a locality looks like. Without it the site has a calm neutral look. */
export const lookSchema = z.strictObject({
	/** Two hues in degrees of OKLCH (0–360); lightness and contrast are ours, so any hue is readable. */
	hues: z.strictObject({
		water: z.number().min(0).max(360).meta({ example: 215 }),
		clay: z.number().min(0).max(360).meta({ example: 40 }),
	}),
	/** Mark beside the name: a drawing in this folder. */
	mark: words.meta({ example: './mark.svg', shape: 'words' }).optional(),
	/** Square picture for browser tabs. */
	icon: words.meta({ example: './icon.svg', shape: 'words' }).optional(),
	/** Wide drawing at the head of the home page. */
	motif: words.meta({ example: './motif.svg', shape: 'words' }).optional(),
	/** Drawing for each door of the home page. */
	doors: z.partialRecord(section, words).default({}),
});
export type Look = z.infer<typeof lookSchema>;
