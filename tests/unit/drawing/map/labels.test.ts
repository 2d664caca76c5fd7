import type { Element, ElementContent } from 'hast';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameOf } from '#drawing/map/frame.ts';
import { isOnPaper, placeLabels, touch, type Mark } from '#drawing/map/labels.ts';
import { drawMap, letterPixels, tiers } from '#drawing/map/map.ts';
import { textWidth } from '#drawing/map/text-size.ts';
import { formatsFor } from '#language/formats.ts';
import { fortyPlaces, languages, middle, nameOf } from '../../../forty-places.ts';

/** A label as a browser would lay it out, measured anew from the drawing, with letters as wide as they can be. */
interface Seen {
	readonly words: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const wordsOf = (node: ElementContent): string =>
	node.type === 'text' ? node.value : isElement(node) ? node.children.map(wordsOf).join('') : '';
const percent = (value: unknown): number => Number(String(value).replace('%', '')) / 100;

function labelsSeen(svg: Element, tier: keyof typeof tiers, width: number, ratio: number): Seen[] {
	return svg.children.filter(isElement).flatMap((mark) =>
		mark.children
			.filter(isElement)
			.filter(({ properties }) => String(properties['className']) === `map-${tier}`)
			.map((group): Seen => {
				const text = group.children.filter(isElement).find(({ tagName }) => tagName === 'text') as Element;
				// A line begins at each word that says where it stands.
				const lines: { y: number; words: string }[] = [{ y: Number(text.properties['y']), words: '' }];
				for (const child of text.children) {
					if (isElement(child) && child.properties['y'] !== undefined)
						lines.push({ y: Number(child.properties['y']), words: '' });
					(lines.at(-1) as { words: string }).words += wordsOf(child);
				}
				const wide = Math.max(...lines.map(({ words }) => textWidth(words, letterPixels)));
				const x = percent(mark.properties['x']) * width + Number(text.properties['x']);
				const y = percent(mark.properties['y']) * width * ratio;
				const anchor = text.properties['textAnchor'];
				const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
				return {
					words: lines.map(({ words }) => words).join(' '),
					left,
					right: left + wide,
					top: y + (lines[0]?.y ?? 0) - letterPixels,
					bottom: y + (lines.at(-1)?.y ?? 0) + 4,
				};
			}),
	);
}

/** Places that a label numbers: `3 Old market`, `3, 5`, `8–12`. */
const numbersIn = (words: string): number[] =>
	[...(/^[\d,–\s]+/.exec(words)?.[0] ?? '').matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from = '', to = from]) =>
		Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => Number(from) + step),
	);

function draw(seed: number, farthestKm: number, locale: string) {
	const positions = fortyPlaces(seed, farthestKm);
	const frame = frameOf(positions, 28);
	const { number } = formatsFor(locale);
	return {
		frame,
		map: drawMap({
			frame,
			tag: locale === 'zh' ? 'zh-Hans' : locale,
			originalTag: 'vi',
			title: 'map',
			north: 'N',
			length: (km) => `${number(km)} km`,
			centre: { position: middle, name: 'Centre' },
			places: positions.map((position, index) => ({
				position,
				name: nameOf(index, locale),
				original: locale === 'vi' ? undefined : nameOf(index, 'vi'),
				sign: 'place',
			})),
		}),
	};
}

function expectSound(seed: number, farthestKm: number, locale: string, widths: readonly number[]): void {
	const { map, frame } = draw(seed, farthestKm, locale);
	for (const width of widths) {
		const tier = width < tiers.wide.from ? 'narrow' : 'wide';
		const seen = labelsSeen(map.svg, tier, width, frame.ratio);
		for (const [index, a] of seen.entries()) {
			expect(Math.min(a.left, a.top, width - a.right, width * frame.ratio - a.bottom), a.words).toBeGreaterThan(-0.5);
			for (const b of seen.slice(index + 1))
				expect(
					[a.words, b.words, a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom],
					`${locale}, ${seed}, ${width} px`,
				).toEqual([a.words, b.words, false]);
		}
		expect(map.isNumbered).toBe(true);
		const numbers = seen.flatMap(({ words }) => numbersIn(words));
		expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
	}
}

describe.each(languages)('forty places, twelve of them within three kilometres, in %s', (locale) => {
	test.each([40, 75, 100])(
		'up to %i km away: no label touches another or is cut, and every place has its number',
		(far) => {
			expectSound(7, far, locale, [280, 302, 326, 400, 519, 520, 600, 666, 740]);
		},
	);
});

test('wherever forty places lie, labels stay apart at every width', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1e6 }),
			fc.integer({ min: 10, max: 100 }),
			fc.constantFrom(...languages),
			fc.integer({ min: tiers.narrow.from, max: tiers.wide.to }),
			(seed, far, locale, width) => {
				expectSound(seed, far, locale, [width]);
			},
		),
		{ numRuns: 15, seed: 20260301 },
	);
});

test('a few places are named, without numbers', () => {
	const places = [
		{ lat: 12.265, lon: 109.196 },
		{ lat: 12.2, lon: 109.26 },
		{ lat: 12.12, lon: 109.2 },
	];
	const map = drawMap({
		frame: frameOf(places, 28),
		tag: 'ko',
		originalTag: 'vi',
		title: 'map',
		north: '북',
		length: String,
		places: places.map((position, index) => ({
			position,
			name: nameOf(index, 'ko'),
			original: nameOf(index, 'vi'),
			sign: 'place',
		})),
	});
	expect(map.isNumbered).toBe(false);
	const labels = labelsSeen(map.svg, 'narrow', 326, 0.75).map(({ words }) => words);
	expect(labels).toEqual(['옛 시장 Chợ cũ', '배 선착장 Bến thuyền', '돌 성당 Nhà thờ đá']);
});

test('two boxes that pass each other as the paper grows are told', () => {
	const paper = { from: 300, to: 700, ratio: 1 };
	const box = { left: 0, right: 40, top: 0, bottom: 20 };
	// 30 px apart at 300, 70 px at 700; 40 px wide and moved towards each other they meet only on narrow paper.
	const left = { x: 0.1, y: 0.5, box };
	expect(touch(left, { x: 0.2, y: 0.5, box }, paper)).toBe(true);
	expect(touch(left, { x: 0.2, y: 0.5, box }, { ...paper, from: 500 })).toBe(false);
	// One that starts to the right of the other by an offset, and is overtaken.
	const ahead = { x: 0, y: 0.5, box: { left: 60, right: 100, top: 0, bottom: 20 } };
	const behind = { x: 0.1, y: 0.5, box: { left: -40, right: 0, top: 0, bottom: 20 } };
	expect(touch(ahead, behind, { ...paper, to: 500 })).toBe(false);
	expect(touch(ahead, behind, paper)).toBe(true);
});

test('places on one spot that find no room for a number each share one label', () => {
	const crowded = Array.from({ length: 60 }, () => ({ lat: 12.2, lon: 109.2 }));
	const frame = frameOf(crowded, 28);
	const map = drawMap({
		frame,
		tag: 'vi',
		originalTag: 'vi',
		title: 'map',
		north: 'B',
		length: String,
		places: crowded.map((position, index) => ({ position, name: nameOf(index % 40, 'vi'), sign: 'place' })),
	});
	const seen = labelsSeen(map.svg, 'narrow', 280, frame.ratio);
	const numbers = seen.flatMap(({ words }) => numbersIn(words));
	expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});

test('a mark without any room is left out rather than drawn over another', () => {
	const mark: Mark = {
		x: 0.5,
		y: 0.5,
		clear: { left: -5, right: 5, top: -5, bottom: 5 },
		sizes: [{ width: 900, height: 20 }],
	};
	expect(placeLabels([mark], { from: 280, to: 520, ratio: 1 })).toEqual([undefined]);
	expect(
		isOnPaper({ x: 0.5, y: 0.5, box: { left: -200, right: 10, top: 0, bottom: 9 } }, { from: 280, to: 520, ratio: 1 }),
	).toBe(false);
});
