import { z } from 'astro/zod';
import { dateValue, id, period, position, sourceNote, words, wordsByLocale } from './primitives.ts';

const shared = {
	/** Name of the fact, never changed once a text cites it. Of a record with several values: `record.value`. */
	id,
	/** Heading under which the fact stands in the list of facts. */
	topic: id.optional(),
	/** Names of the series that the fact belongs to: charts and tables take the facts of a series in the order of this file. */
	series: z.array(id.meta({ example: 'growth', shape: 'id' })).optional(),
	/** A value that the source gives as rounded keeps `about` or `more-than` in every language. */
	qualifier: z.enum(['exact', 'about', 'more-than']).default('exact'),
	/** Place that the fact is about. */
	place: z.strictObject({ name: words, position: position.optional() }).optional(),
	/** Pages that state the value. At least one, unless `note` says that the fact is general knowledge. */
	sources: z.array(sourceNote),
	/**
	 * Caveat: conflicting figures, old figures. Words by language are for readers and stand in the list of facts; a plain text is for
	 * editors and goes into the data files alone.
	 */
	note: z.union([words, wordsByLocale]).optional(),
	/** What the value counts or dates, as a short label in each language. */
	words: wordsByLocale.optional(),
};

/** When the value was true, as the source says; `unknown` when it does not say. Never guessed. */
const asOf = z.union([period, z.literal('unknown')]).meta({ example: '2025-12', shape: 'period' });
/** CLDR unit (`kilometer`, `percent`) or, for money, ISO 4217 code (`VND`). */
const unit = z
	.string()
	.regex(/^[a-z]+(-[a-z]+)*$/)
	.meta({ example: 'kilometer', shape: 'unit' });
const currency = z
	.string()
	.regex(/^[A-Z]{3}$/)
	.meta({ example: 'VND', shape: 'currency' });

const amount = z.number().meta({ example: 125400 });

/** One figure, date or short text of `facts.yaml`; the only place where its value is written. */
export const factSchema = z.discriminatedUnion('kind', [
	z.strictObject({ ...shared, kind: z.literal('number'), value: amount, unit: unit.optional(), asOf }),
	z.strictObject({ ...shared, kind: z.literal('money'), value: amount, unit: currency, asOf }),
	z.strictObject({
		...shared,
		kind: z.literal('range'),
		value: z.tuple([z.number(), z.number()]).meta({ example: '[11, 12]' }),
		unit: z.union([currency, unit]).meta({ example: 'kilometer', shape: 'unit' }).optional(),
		asOf,
	}),
	z.strictObject({ ...shared, kind: z.literal('date'), value: dateValue, asOf: asOf.optional() }),
	z.strictObject({ ...shared, kind: z.literal('text'), value: words, asOf: asOf.optional() }),
]);
export type Fact = z.infer<typeof factSchema>;

export const factsSchema = z.array(factSchema);

/** Machine-readable value for `<data value>`, CSV and JSON: a number, `from/to`, or the text. */
export function machineValue(fact: Fact): string {
	return fact.kind === 'range' ? fact.value.join('/') : String(fact.value);
}
