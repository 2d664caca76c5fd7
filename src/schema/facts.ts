import { z } from 'astro/zod';
import { id, period, position, sourceNote, words, wordsByLocale } from './primitives.ts';

/** A day, month or year, or two of them with a slash between (`2026-01-19/2026-01-23`). */
const dateValue = z
	.string()
	.regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/)
	.meta({ example: '2026-01-23', shape: 'date-value' });

const shared = {
	/** Name of the fact, never changed once a text cites it. Of a record with several values: `record.value`. */
	id,
	/** Heading under which the fact stands in the list of facts. */
	topic: id.optional(),
	/** A value that the source gives as rounded keeps `about` or `more-than` in every language. */
	qualifier: z.enum(['exact', 'about', 'more-than']).default('exact'),
	/** Place that the fact is about. */
	place: z.strictObject({ name: words, position: position.optional() }).optional(),
	/** Pages that state the value. At least one, unless `note` says that the fact is general knowledge. */
	sources: z.array(sourceNote),
	/** Caveat for editors and readers: conflicting figures, old figures. */
	note: words.optional(),
	/** What the value counts or dates, as a short label in each language. */
	words: wordsByLocale.optional(),
};

/** When the value was true, as the source says; `unknown` when it does not say. Never guessed. */
const asOf = z.union([period, z.literal('unknown')]).meta({ example: '2025-12' });
/** CLDR unit (`kilometer`, `percent`) or, for money, ISO 4217 code (`VND`). */
const unit = z
	.string()
	.regex(/^[a-z]+(-[a-z]+)*$/)
	.meta({ example: 'kilometer' });
const currency = z
	.string()
	.regex(/^[A-Z]{3}$/)
	.meta({ example: 'VND' });

/** One figure, date or short text of `facts.yaml`; the only place where its value is written. */
export const factSchema = z.discriminatedUnion('kind', [
	z.strictObject({ ...shared, kind: z.literal('number'), value: z.number(), unit: unit.optional(), asOf }),
	z.strictObject({ ...shared, kind: z.literal('money'), value: z.number(), unit: currency, asOf }),
	z.strictObject({
		...shared,
		kind: z.literal('range'),
		value: z.tuple([z.number(), z.number()]),
		unit: z.union([currency, unit]).optional(),
		asOf,
	}),
	z.strictObject({ ...shared, kind: z.literal('date'), value: dateValue, asOf: asOf.optional() }),
	z.strictObject({ ...shared, kind: z.literal('text'), value: words, asOf: asOf.optional() }),
]);
export type Fact = z.infer<typeof factSchema>;

export const factsSchema = z.array(factSchema);
