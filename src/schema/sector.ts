import { z } from 'astro/zod';
import { id, words } from './primitives.ts';

const factId = id.meta({ example: 'ward-population', shape: 'id' });
const group = z.array(factId).max(12).optional();

/** Groups of figures that an investor asks for, in the order of the page. */
export const investorGroups = ['land', 'workforce', 'logistics'] as const;
export type InvestorGroup = (typeof investorGroups)[number];

/**
 * What a sector or zone says to an investor, once for all languages. A group that is there and empty tells the reader that the
 * sources do not state it and whom to ask; a page without any of the groups makes no such claim and is not compared with others.
 */
export const investorFacts = {
	/** Facts on land and sites. */
	land: group,
	/** Facts on workers and wages. */
	workforce: group,
	/** Facts on roads, ports, airports, power and water. */
	logistics: group,
	/** Incentives, each with the document that grants it. What it grants is told in `incentiveWords`, in the same order. */
	incentives: z
		.array(
			z.strictObject({
				/** Id in `documents.yaml` of the document that grants it. */
				document: id.meta({ example: 'qd-12-qd-ubnd', shape: 'id' }),
				/** Facts with its figures: terms, rates, days. */
				facts: z.array(factId).max(6).optional(),
			}),
		)
		.optional(),
};

/** What each incentive grants, in one language: one sentence for each item of `incentives`, without figures. */
export const investorWords = { incentiveWords: z.array(words).optional() };

/** Front matter with the groups of a sector or zone. */
export interface InvestorSource {
	readonly land?: readonly string[] | undefined;
	readonly workforce?: readonly string[] | undefined;
	readonly logistics?: readonly string[] | undefined;
	readonly incentives?:
		readonly { readonly document: string; readonly facts?: readonly string[] | undefined }[] | undefined;
}

/** Ids of the facts in the groups, in the order of the page; a fact may stand in two. */
export function investorFactIds(source: InvestorSource): string[] {
	return [
		...investorGroups.flatMap((name) => source[name] ?? []),
		...(source.incentives ?? []).flatMap(({ facts }) => facts ?? []),
	];
}
