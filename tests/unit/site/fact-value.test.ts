import '../interface-words.ts';
import { expect, test } from 'vitest';
import { factWords } from '#components/reading.ts';
import { formatsFor } from '#language/formats.ts';
import { wordsFor } from '#language/words.ts';
import { factSchema, machineValue } from '#schema/facts.ts';
import { factValue } from '#site/fact-value.ts';

const tags = { vi: 'vi', en: 'en-GB', ru: 'ru', ko: 'ko', zh: 'zh-Hans' };
const inAll = (record: Record<string, unknown>) => {
	const fact = factSchema.parse({ id: 'a', sources: [], asOf: 'unknown', ...record });
	return Object.entries(tags).map(([locale, tag]) =>
		factValue(fact, formatsFor(tag), factWords(locale)).replace(/\s/gu, ' '),
	);
};

test('a qualifier of the source stands in every language', () => {
	expect(inAll({ kind: 'number', value: 5_600_000, qualifier: 'more-than' })).toMatchInlineSnapshot(`
		[
		  "hơn 5,6 triệu",
		  "more than 5.6 million",
		  "более 5,6 млн",
		  "560만여",
		  "560万余",
		]
	`);
});

test('money of the country has its short name', () => {
	expect(inAll({ kind: 'money', value: 220_000_000, unit: 'VND', qualifier: 'about' })).toMatchInlineSnapshot(`
		[
		  "khoảng 220 triệu đồng",
		  "about 220 million đồng",
		  "около 220 млн донгов",
		  "약 2.2억 동",
		  "约2.2亿越南盾",
		]
	`);
});

test('Russian chooses the plural form of a word by the number', () => {
	const say = wordsFor('ru', 'search');
	const forms = [1, 2, 5, 21, 1.5].map((count) => say('count', { count }).replace(/^[\d.,]+\s/u, ''));
	expect(forms).toEqual(['результат', 'результата', 'результатов', 'результат', 'результата']);
});

test('a range, a date and a text need no words', () => {
	expect(inAll({ kind: 'range', value: [11, 12], unit: 'percent' })[2]).toBe('11–12 %');
	expect(inAll({ kind: 'date', value: '2026-01-23' })[0]).toBe('23/1/2026');
	expect(new Set(inAll({ kind: 'text', value: '113' }))).toEqual(new Set(['113']));
});

test('machines get the value without language', () => {
	expect(
		machineValue(factSchema.parse({ id: 'a', kind: 'range', value: [11, 12], asOf: 'unknown', sources: [] })),
	).toBe('11/12');
});
