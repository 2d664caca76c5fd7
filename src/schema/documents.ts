import { z } from 'astro/zod';
import { day, id, publicUrl, sourceNote, words, wordsByLocale } from './primitives.ts';

/** A legal or party document, cited everywhere by its id, so that its number and issuer stand in one place. */
export const documentSchema = z.strictObject({
	/** Name of the record: number in plain ASCII, as `nq-44-nq-cp`. Never changed once a text cites it. */
	id: id.meta({ example: 'qd-12-qd-ubnd', shape: 'id' }),
	/** What it is; the word is printed in the reader's language. */
	type: z.enum([
		'resolution',
		'government-resolution',
		'directive',
		'decision',
		'law',
		'decree',
		'circular',
		'conclusion',
		'plan',
		'draft',
	]),
	/** Number as printed, as `44/NQ-CP`. Leave out for documents without one, such as congress resolutions. */
	number: words.meta({ example: '44/NQ-CP', shape: 'words' }).optional(),
	/** Body that issued it. */
	issuer: wordsByLocale,
	/** Day of issue. Leave out when no source at hand gives it. */
	date: day.optional(),
	/** What it is about, in each language. */
	title: wordsByLocale,
	/** Page where the text can be read, or where it is reported. */
	link: publicUrl.optional(),
	/** Pages that the record was made from. */
	sources: z.array(sourceNote).optional(),
	/** Last day on which it applies, if it says so. */
	validUntil: day.optional(),
	/** Id of the document that replaces it. */
	supersededBy: id.meta({ example: 'qd-12-qd-ubnd', shape: 'id' }).optional(),
	/** What an editor should know. */
	note: words.optional(),
});
export type DocumentRecord = z.infer<typeof documentSchema>;

export const documentsSchema = z.array(documentSchema);
