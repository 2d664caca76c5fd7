import { geoDistance } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import { frameOf, isWithin, pointOf, roundLength, shapes } from '#drawing/map/frame.ts';
import { gridPath, landPath, shorePoints, wayThrough } from '#drawing/map/ground.ts';
import { coastFrame } from '#schema/coast.ts';
import { middle } from '../../../forty-places.ts';

const km = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) =>
	geoDistance([a.lon, a.lat], [b.lon, b.lat]) * 6371.0088;

describe('a frame', () => {
	test('shows every place with room around it', () => {
		const places = [
			{ lat: 12.265, lon: 109.196 },
			{ lat: 11.523, lon: 108.924 },
			{ lat: 12.6, lon: 109.3 },
		];
		const frame = frameOf(places, 28);
		for (const place of places) {
			const { x, y } = pointOf(frame, place);
			expect(Math.min(x, 1 - x, y, frame.ratio - y)).toBeGreaterThan(0.08);
		}
		expect(frame.ratio).toBe(shapes['4x5']);
	});

	test('is true to scale: what lies a third of the width away is a third of the kilometres away', () => {
		const frame = frameOf([middle, { lat: 12, lon: 109 }], 28);
		const [a, b] = [
			{ lat: 12.1, lon: 109.05 },
			{ lat: 12.2, lon: 109.15 },
		];
		const [from, to] = [pointOf(frame, a), pointOf(frame, b)];
		expect(Math.hypot(to.x - from.x, to.y - from.y) * frame.widthKm).toBeCloseTo(km(a, b), 1);
	});

	test('of one place has the surroundings asked for, and is moved into the known coast', () => {
		const bounds = coastFrame(middle);
		const corner = { lat: bounds[3] - 0.02, lon: bounds[2] - 0.02 };
		const frame = frameOf([corner], 28, bounds);
		expect(frame.widthKm).toBeGreaterThan(27.9);
		expect(isWithin(frame, bounds)).toBe(true);
		const { x, y } = pointOf(frame, corner);
		expect([x < 1, y > 0]).toEqual([true, true]);
	});

	test('that cannot lie in the known coast says so', () => {
		expect(isWithin(frameOf([middle, { lat: 16, lon: 108 }], 28, coastFrame(middle)), coastFrame(middle))).toBe(false);
	});
});

test('no corner of the kept coast is farther than 150 km from the centre', () => {
	const [west, south, east, north] = coastFrame(middle);
	for (const lat of [south, north])
		for (const lon of [west, east]) expect(km(middle, { lat, lon })).toBeLessThanOrEqual(150.5);
});

test.each([
	[100, 0.25, 20],
	[28, 0.25, 5],
	[9, 0.25, 2],
	[2, 0.25, 0.5],
])('a scale bar for %d km is a round length', (width, share, length) => {
	expect(roundLength(width, share)).toBe(length);
});

describe('land', () => {
	/** Everything west of a meridian, as GeoJSON has it: against the clock. */
	const west = (lon: number) => ({
		coordinates: [
			[
				[
					[107, 10],
					[lon, 10],
					[lon, 14],
					[107, 14],
					[107, 10],
				],
			],
		] as const,
	});
	const frame = frameOf([middle], 20);

	test('that leaves the paper is closed outside of its edge, so that it can be filled and shows no line there', () => {
		const path = landPath(west(middle.lon), frame);
		const points = [...path.matchAll(/M(-?\d+) (-?\d+)/g)];
		expect(points).toHaveLength(1);
		expect(path).toMatch(/z$/);
		// The western half: from beyond the left edge to the middle, from beyond the top to beyond the bottom.
		expect(path).toMatch(/^M(?:-7|360) /);
		expect(
			path
				.match(/[hv]-?\d+/g)
				?.map((step) => step.replace('-', ''))
				.sort(),
		).toEqual(expect.arrayContaining(['h367', 'v554']));
	});

	test('has a shore only on the paper', () => {
		const points = shorePoints(west(middle.lon), frame);
		expect(points.length).toBeGreaterThan(20);
		for (const { x, y } of points) expect([Math.round(x * 100), y > 0 && y < frame.ratio]).toEqual([50, true]);
		expect(shorePoints(west(107.5), frame)).toEqual([]);
		expect(landPath(west(107.5), frame)).toBe('');
	});
});

test('a grid has a line through the point from which distances count', () => {
	const frame = frameOf([middle], 20);
	const { data, sideKm } = gridPath(frame, middle);
	expect(sideKm).toBe(5);
	expect(data).toContain('M360 0v');
});

test('a way passes through its stops in order, and names points between them', () => {
	const stops = [middle, { lat: 12.2, lon: 109.26 }, { lat: 12.1, lon: 109.2 }];
	const frame = frameOf(stops, 20);
	const { data, points } = wayThrough(stops, frame);
	const ends = stops
		.map((stop) => pointOf(frame, stop))
		.map(({ x, y }) => `${Math.round(x * 720)} ${Math.round(y * 720)}`);
	expect([...data.matchAll(/(?:M|Q-?\d+ -?\d+ )(-?\d+ -?\d+)/g)].map(([, end]) => end)).toEqual(ends);
	expect(points).toHaveLength(38);
});
