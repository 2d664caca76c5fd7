import { z } from 'astro/zod';
import { id } from './primitives.ts';

/** One agreed term: a column per language, and what search accepts and print refuses. */
export interface Term {
	readonly id: string;
	/** Form to print, per language. */
	readonly forms: Readonly<Record<string, string>>;
	/** Other spellings that readers type: accepted in search, never printed. */
	readonly variants: readonly { readonly locale: string; readonly form: string }[];
	/** Spellings that must not be printed. */
	readonly forbidden: readonly { readonly locale: string; readonly form: string }[];
	readonly note: string;
	readonly source: string;
}

/** `vi:UBND;en:PC` → pairs. */
const pairs = z
	.string()
	.regex(/^([a-z]{2,3}:[^;]+(;[a-z]{2,3}:[^;]+)*)?$/u)
	.transform((text) =>
		text === ''
			? []
			: text.split(';').map((pair) => ({
					locale: pair.slice(0, pair.indexOf(':')).trim(),
					form: pair.slice(pair.indexOf(':') + 1).trim(),
				})),
	)
	.meta({ example: 'vi:UBND;en:PC' });

/** A row of `glossary.csv`; columns that are not named here are languages. */
export const termSchema = z
	.object({
		id,
		variants: pairs.optional(),
		forbidden: pairs.optional(),
		note: z.string().optional(),
		source: z.string().optional(),
	})
	.catchall(z.string())
	.transform(({ id: name, variants = [], forbidden = [], note = '', source = '', ...rest }): Term => {
		const forms = Object.fromEntries(Object.entries(rest as Record<string, string>).filter(([, form]) => form !== ''));
		return { id: name, forms, variants, forbidden, note, source };
	});

export const glossarySchema = z.array(termSchema);
