import { z } from 'astro/zod';
import {
	day,
	entryPath,
	filmFile,
	id,
	instant,
	interval,
	level,
	lineOfWords,
	oldAddress,
	pictureFile,
	position,
	publicUrl,
	soundFile,
	sourceNote,
	summaryWords,
	words,
} from './primitives.ts';
import { investorFacts, investorWords, type InvestorSource } from './sector.ts';
import type { Section } from './site.ts';

/** Words that every text has, in its own language. */
const commonWords = {
	/** Heading of the page. */
	title: lineOfWords.meta({ example: 'Tháp Bà Ponagar', shape: 'line' }),
	/** Short name for menus and task lists; the title is used when left out. */
	label: lineOfWords.optional(),
	/** One sentence for lists, search and sharing. */
	description: words,
	/** At most sixty plain words for a reader in a hurry. */
	summary: summaryWords.optional(),
	/** What is to be seen in the cover, for those who cannot see it. Required when the source has `cover`. */
	coverAlt: words.optional(),
	/** Line under the cover. */
	coverCaption: words.optional(),
};

/** What does not change with language; stands in `vi.mdx` only. */
const commonFacts = {
	/** Day of publication, local time. */
	date: day,
	/** Day of the last change of the source text that a reader should know of. */
	updated: day.optional(),
	/** Day on which somebody last compared the page with its sources. */
	checkedOn: day.optional(),
	/** How often that is to be done. */
	reviewEvery: interval.optional(),
	/** The page appears from this moment on. */
	publishAt: instant.optional(),
	/** The page goes away at this moment. */
	expireAt: instant.optional(),
	/** Last day on which the page applies; afterwards it stays, says that it is past, and leaves the lists. Required for a project. */
	validUntil: day.optional(),
	/** `draft` is never published; `historical` stays with a banner. */
	status: z.enum(['draft', 'approved', 'historical']),
	/** Whether what is told is planned, preliminary, official, postponed or cancelled. */
	outcome: z.enum(['planned', 'preliminary', 'official', 'postponed', 'cancelled']).optional(),
	/** Who read it before it was published. */
	reviewedBy: words.optional(),
	reviewedOn: day.optional(),
	/** Ids of the congresses that the page is about, from `site.yaml`. */
	congress: z.array(id.meta({ example: 'national', shape: 'id' })).optional(),
	level,
	/** The body's own text, a relayed one, or one adapted from a source. */
	origin: z.enum(['own', 'relayed', 'adapted']),
	/** Where a relayed or adapted text comes from. Required for these. */
	originSource: sourceNote.optional(),
	topics: z.array(id.meta({ example: 'culture', shape: 'id' })).optional(),
	audiences: z.array(z.enum(['resident', 'visitor', 'investor', 'partner', 'press', 'overseas-vietnamese'])).optional(),
	/** Pages that the text rests on, besides those of its facts and documents. */
	sources: z.array(sourceNote).optional(),
	/** Picture at the head of the page. */
	cover: pictureFile.optional(),
	/** Mistakes that were mended after publication, newest last. */
	corrections: z.array(z.strictObject({ date: day, was: words, now: words })).optional(),
	/** Old addresses that lead here, as `/cu/trang-cu.html`. */
	redirectFrom: z.array(oldAddress).optional(),
};

/** Fields of a kind: `facts` stand in the source only, `words` in every language. */
interface KindFields<F extends z.ZodRawShape, W extends z.ZodRawShape> {
	readonly sections: readonly Section[];
	readonly facts: F;
	readonly words: W;
}

const fields = <F extends z.ZodRawShape, W extends z.ZodRawShape>(
	sections: readonly Section[],
	facts: F,
	kindWords: W,
): KindFields<F, W> => ({
	sections,
	facts,
	words: kindWords,
});

const factId = id.meta({ example: 'ward-population', shape: 'id' });
const documentId = id.meta({ example: 'qd-12-qd-ubnd', shape: 'id' });
const contactId = id.meta({ example: 'bo-phan-mot-cua', shape: 'id' });
const snapshot = z.array(factId).max(12).optional();
const legalBasis = z.array(documentId).optional();
const contact = contactId.optional();

/** How one gets from a stop of an itinerary to the next. */
export const means = ['walk', 'bicycle', 'motorbike', 'taxi', 'car', 'bus', 'train', 'boat'] as const;
const legSchema = z.strictObject({
	/** Day of the trip on which it is done, from 1. */
	day: z.int().positive().meta({ example: 1 }),
	by: z.enum(means),
	/** Length of the way as a source gives it; left out, the page tells the straight line between the two positions. */
	km: z.number().positive().meta({ example: 12.5 }).optional(),
});
export type Leg = z.infer<typeof legSchema>;

/** Every kind of entry: where it may stand and which fields it adds. */
export const kinds = {
	article: fields(['congress'], {}, {}),
	document: fields(
		['congress'],
		{
			/** Id in `documents.yaml`. */
			document: documentId,
			/** For a draft: until when and to whom anybody may write about it, by post or e-mail. */
			comments: z.strictObject({ from: day.optional(), until: day, contact: contactId }).optional(),
		},
		{},
	),
	event: fields(
		['congress', 'about'],
		{
			/** First day. */
			start: day,
			/** Last day; leave out when it is the first. */
			end: day.optional(),
		},
		{
			/** Where it is held. */
			place: words,
		},
	),
	person: fields(
		['congress'],
		{},
		{
			/** Name in the usual form of the language. */
			name: words,
			/** Office held. */
			role: words,
		},
	),
	question: fields(['congress', 'about'], {}, {}),
	clarification: fields(
		['congress', 'about'],
		{},
		{
			/** What was said, told neutrally and without naming private persons. */
			claim: words,
			/** What is correct, in one or two sentences. */
			answer: words,
		},
	),
	infographic: fields(['congress'], { facts: z.array(factId).min(1) }, {}),
	sector: fields(['invest'], { facts: snapshot, ...investorFacts, documents: legalBasis, contact }, investorWords),
	zone: fields(
		['invest'],
		{
			facts: snapshot,
			...investorFacts,
			documents: legalBasis,
			contact,
			position: position.optional(),
			/** Kilometres of the circle that stands for it on maps; it need not be exact, and the page says so. */
			radiusKm: z.number().positive().max(50).meta({ example: 4 }).optional(),
		},
		investorWords,
	),
	project: fields(
		['invest'],
		{
			/** How far it is. */
			stage: z.enum(['calling', 'preparing', 'building', 'operating']),
			facts: snapshot,
			documents: legalBasis,
			/** Whom to ask. */
			contact: contactId,
			/** Entries of the sectors and zones that it belongs to; their pages list it. */
			sectors: z.array(entryPath).optional(),
			position: position.optional(),
		},
		{
			/** How large it is, in words. */
			scale: words,
			/** Where it is. */
			site: words,
		},
	),
	procedure: fields(['invest'], { documents: legalBasis, contact }, serviceWords()),
	place: fields(
		['visit'],
		{
			position,
			/** Address in Vietnamese, to be shown to a driver. */
			address: words,
		},
		{
			/** When it is open, or where to ask. */
			opening: words,
		},
	),
	itinerary: fields(
		['visit'],
		{
			days: z.int().positive().meta({ example: 1 }),
			distanceKm: z.number().positive().meta({ example: 12.5 }).optional(),
			/** Entries on the way, in order. */
			stops: z.array(entryPath).optional(),
			/** The ways between the stops, in order: one less than there are stops. */
			legs: z.array(legSchema).optional(),
		},
		{
			/** How one gets about. */
			means: words,
		},
	),
	festival: fields(
		['visit'],
		{ start: day.optional(), end: day.optional(), position: position.optional() },
		{
			/** When it is held, in words. */
			when: words,
			where: words,
		},
	),
	guide: fields(['visit', 'living'], {}, {}),
	service: fields(
		['living'],
		{
			documents: legalBasis,
			contact,
			/** The request in Vietnamese, to be shown at the desk. */
			desk: words.optional(),
		},
		{
			...serviceWords(),
			/** What to do when something goes wrong: a paper is missing, a date has passed, the office says no. */
			trouble: words.optional(),
			/** The request at the desk, in the reader's language. */
			deskGloss: words.optional(),
		},
	),
	emergency: fields(['living'], { facts: z.array(factId).min(1) }, {}),
	notice: fields(
		['living'],
		{ from: day, until: day },
		{
			/** Where it applies. */
			area: words,
			/** What to do. */
			whatToDo: words,
		},
	),
	page: fields(['about'], {}, {}),
	news: fields(['about'], {}, {}),
	// Last, because every section may have them and none starts with them.
	video: fields(['congress', 'invest', 'visit', 'living', 'about'], mediaFacts(filmFile), {}),
	audio: fields(['congress', 'invest', 'visit', 'living', 'about'], mediaFacts(soundFile), {}),
} as const;

function serviceWords() {
	return {
		/** Who does it. */
		who: words,
		/** Papers to bring, one per line. */
		bring: z.array(words).min(1),
		fee: words,
		time: words,
		where: words,
	};
}

function mediaFacts<F extends typeof filmFile>(file: F) {
	return {
		/** File beside the text, without the language in its name: `./film.mp4` for `film.vi.mp4`, `film.en.mp4` and captions `film.vi.vtt`. */
		file: file.optional(),
		/** Page where the film or recording can be played, where there is no file beside the text. */
		link: publicUrl.optional(),
		/** Length in seconds, of the file of the source language. */
		durationSeconds: z.number().positive().meta({ example: 95 }),
		/** Length in seconds of the files of other languages, where it differs: `{ en: 92.4 }`. */
		durationSecondsIn: z
			.record(z.string().regex(/^[a-z]{2,3}$/), z.number().positive())
			.optional()
			.meta({ example: '{ en: 92.4 }' }),
		/** Whose voice is heard; `synthetic` is told beside the player. */
		voice: z.enum(['human', 'synthetic']).optional(),
	};
}

export type Kind = keyof typeof kinds;

/** How a translation came about; `machine-draft` is never published. */
const translationFacts = {
	translation: z.enum(['human', 'machine-edited', 'machine-draft']),
	translator: words.optional(),
	reviewedBy: words.optional(),
	reviewedOn: day.optional(),
	/** Day of the last change of this translation. */
	updated: day.optional(),
};

/** Front matter of `vi.mdx` for one kind. */
function sourceShape<K extends Kind>(kind: K) {
	return z.strictObject({
		kind: z.literal(kind),
		...commonWords,
		...commonFacts,
		...(kinds[kind].words as (typeof kinds)[K]['words']),
		...(kinds[kind].facts as (typeof kinds)[K]['facts']),
	});
}

/** Front matter of a translation for one kind: words, and how they came about. */
function translationShape<K extends Kind>(kind: K) {
	return z.strictObject({ ...commonWords, ...(kinds[kind].words as (typeof kinds)[K]['words']), ...translationFacts });
}

type SourceOf<K extends Kind> = K extends Kind ? z.infer<ReturnType<typeof sourceShape<K>>> : never;
type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;
type AllKindWords = UnionToIntersection<{ [K in Kind]: (typeof kinds)[K]['words'] }[Kind]>;

/** Front matter of a source text; `kind` tells which fields are there. */
export type EntrySource = SourceOf<Kind>;
/** The groups of a sector or zone; nothing for the other kinds. */
export const investorPart = (source: EntrySource): InvestorSource =>
	source.kind === 'sector' || source.kind === 'zone' ? source : {};
/** Words of a text in one language; those of other kinds are absent. */
export type EntryWords = z.infer<z.ZodObject<typeof commonWords>> & Partial<z.infer<z.ZodObject<AllKindWords>>>;
/** Words, and how the translation came about (absent in a source text). */
export type EntryText = EntryWords & Partial<z.infer<z.ZodObject<typeof translationFacts>>>;

export const kindNames = Object.keys(kinds) as Kind[];
export const sourceSchemas = Object.fromEntries(
	kindNames.map((kind) => [kind, sourceShape(kind)]),
) as unknown as Record<Kind, z.ZodType<EntrySource>>;
export const translationSchemas = Object.fromEntries(
	kindNames.map((kind) => [kind, translationShape(kind)]),
) as unknown as Record<Kind, z.ZodType<EntryText>>;

/** Field names of a kind's source and translation, for messages that suggest the right one. */
export function fieldNames(kind: Kind): {
	readonly source: readonly string[];
	readonly translation: readonly string[];
} {
	const kindFields = kinds[kind];
	const shared = [...Object.keys(commonWords), ...Object.keys(kindFields.words)];
	return {
		source: ['kind', ...shared, ...Object.keys(commonFacts), ...Object.keys(kindFields.facts)],
		translation: [...shared, ...Object.keys(translationFacts)],
	};
}
