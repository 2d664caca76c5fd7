import type { Formats } from '#language/formats.ts';
import type { Fact } from '#schema/facts.ts';

/** The words that fact values need, in one language; `facts` and `units` of the interface words. */
export interface FactWords {
	qualified(key: 'about' | 'moreThan' | 'aboutUnit' | 'moreThanUnit', value: string): string;
	/** A unit that `Intl` does not know, as `squareKilometer`; undefined when the interface has no word for it. */
	unit(key: string, value: string, count: number): string | undefined;
}

const camel = (unit: string) => unit.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Value and unit without the qualifier. The unit's own word goes before that of `Intl`: our money has a shorter name than “Vietnamese dong”. */
function bareValue(fact: Fact, formats: Formats, words: FactWords): string {
	if (fact.kind === 'text') return fact.value;
	if (fact.kind === 'date') return formats.period(fact.value);
	const isRange = fact.kind === 'range';
	const plain = isRange ? (formats.range(...fact.value) ?? fact.value.join('–')) : formats.number(fact.value);
	if (fact.unit === undefined) return plain;
	const own = words.unit(camel(fact.unit), plain, isRange ? fact.value[1] : fact.value);
	if (own !== undefined) return own;
	const known = isRange ? formats.range(...fact.value, fact.unit) : formats.quantity(fact.value, fact.unit);
	return known ?? `${plain} ${fact.unit}`;
}

/**
 * A fact's value as a reader of the language expects it: number, unit, qualifier.
 *
 * @example factValue(delegates, formatsFor('ru'), words) // "более 5,6 млн"
 */
export function factValue(fact: Fact, formats: Formats, words: FactWords): string {
	const value = bareValue(fact, formats, words);
	if (fact.qualifier === 'exact') return value;
	const hasUnit = 'unit' in fact && fact.unit !== undefined;
	if (fact.qualifier === 'about') return words.qualified(hasUnit ? 'aboutUnit' : 'about', value);
	return words.qualified(hasUnit ? 'moreThanUnit' : 'moreThan', value);
}
