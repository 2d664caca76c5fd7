import 'astro:scripts/page-ssr.js';
import i18next from 'i18next';
import type vi from './dictionary.ts';

/** Groups of interface words: the files of `i18n/vi/`. */
export type Namespace = keyof typeof vi;
type Base<K> = K extends `${infer Key}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Key : K;
/** Keys of a namespace; the plural forms of a word are one key. */
export type WordKey<N extends Namespace> = Base<keyof (typeof vi)[N]> & string;
/** Says a word: `say('checkedOn', { date })`. `count` chooses the plural form. */
export type Say<N extends Namespace> = (key: WordKey<N>, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Interface words of one language. The only door to them: no part of the site keeps a current language.
 *
 * @param locale - Language of the words.
 * @throws When a word is missing, so that no page is built with a key on it.
 * @example wordsFor('ko', 'entry')('checkedOn', { date: '2026년 3월 12일' })
 */
export function wordsFor<N extends Namespace>(locale: string, namespace: N): Say<N> {
	// i18next types keys by its own global declaration; ours are per namespace, in `Say`.
	const t = i18next.getFixedT(locale, namespace) as (key: string, values: Readonly<Record<string, unknown>>) => string;
	return (key, values = {}) => t(key, values);
}

/**
 * A word that may be absent, such as that of a unit which `Intl` knows better.
 *
 * @returns The word, or undefined when the language has none under this key.
 */
export function optionalWord(
	locale: string,
	namespace: Namespace,
	key: string,
	values: Readonly<Record<string, string | number>>,
): string | undefined {
	return i18next.exists(key, { lng: locale, ns: namespace, ...values })
		? (i18next.getFixedT(locale, namespace)(key, { ...values }) as string)
		: undefined;
}
