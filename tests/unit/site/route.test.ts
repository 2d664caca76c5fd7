import { expect, test } from 'vitest';
import type { EntrySource } from '#schema/entry.ts';
import { buildSite } from '#site/model.ts';
import { stopsOf, straightKm } from '#site/route.ts';
import { content, entry, text } from './site-builder.ts';

const options = { day: '2026-03-01', base: '/' };
const towers = { lat: 12.265, lon: 109.196 };
const museum = { lat: 12.207, lon: 109.214 };
const village = { lat: 11.523, lon: 108.924 };
const place = (slug: string, position: object, texts = { vi: text(slug), ko: text(slug) }) =>
	entry(`visit/${slug}`, texts, { kind: 'place', position, address: 'x' } as Partial<EntrySource>);

function stops(locale: string, legs?: object) {
	const site = buildSite(
		content(
			[
				place('towers', towers),
				place('museum', museum),
				place('village', village, { vi: text('village') } as never),
				entry('visit/trip', { vi: text('Đi'), ko: text('가기') }, {
					kind: 'itinerary',
					days: 2,
					stops: ['visit/towers', 'visit/museum', 'visit/village'],
					...(legs && { legs }),
				} as Partial<EntrySource>),
			],
			{ untranslated: { visit: 'hide' } },
		),
		options,
	);
	const view = site.view('visit/trip', locale);
	if (!view) throw new Error('no view');
	return stopsOf(site, view);
}

test('the straight line is that of the globe, and no finer than an overview position', () => {
	expect(straightKm(towers, museum)).toBe(6.5);
	expect(straightKm(museum, village)).toBe(82);
	expect(straightKm(towers, towers)).toBe(0.5);
});

test('a way has its day and means, and its length from a source rather than the straight line', () => {
	const [first, second, third] = stops('ko', [
		{ day: 1, by: 'taxi' },
		{ day: 2, by: 'car', km: 105 },
	]);
	expect(first).toMatchObject({ day: 1, by: undefined, distance: undefined });
	expect(second).toMatchObject({ day: 1, by: 'taxi', distance: { km: 6.5, isStraight: true } });
	expect(third).toMatchObject({ day: 2, by: 'car', distance: { km: 105, isStraight: false } });
});

test('a stop that has no page in the language is shown in Vietnamese, not dropped', () => {
	expect(stops('ko').map(({ view }) => view.path)).toEqual([
		'/ko/visit/towers/',
		'/ko/visit/museum/',
		'/vi/visit/village/',
	]);
});

test('an itinerary without ways has stops without days', () => {
	expect(stops('vi').map(({ day }) => day)).toEqual([undefined, undefined, undefined]);
});
