import { expect, test } from 'vitest';
import { directionOf, distanceKm } from '#site/places.ts';

const centre = { lat: 12.245, lon: 109.19 };

test('distances are those over the ground', () => {
	// One degree of the meridian, and one of the parallel at 12° north.
	expect(distanceKm(centre, { lat: 13.245, lon: 109.19 })).toBeCloseTo(111.2, 1);
	expect(distanceKm(centre, { lat: 12.245, lon: 110.19 })).toBeCloseTo(108.7, 1);
});

test.each([
	['N', 0.1, 0],
	['NE', 0.1, 0.1],
	['E', 0, 0.1],
	['SE', -0.1, 0.1],
	['S', -0.1, 0.01],
	['SW', -0.1, -0.1],
	['W', 0, -0.1],
	['NW', 0.1, -0.1],
] as const)('%s of the centre', (direction, north, east) => {
	expect(directionOf(centre, { lat: centre.lat + north, lon: centre.lon + east })).toBe(direction);
});
