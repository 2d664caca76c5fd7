import { z } from 'astro/zod';
import type { Position } from './primitives.ts';

/** Kilometres of one degree of latitude. */
const kmOfDegree = 111.19;

/** Farthest that a map of the site may reach from its centre. */
export const mapReachKm = 150;

/** West, south, east and north of the square around a centre whose corners are {@link mapReachKm} away: no coast is kept beyond. */
export function coastFrame({ lat, lon }: Position): [number, number, number, number] {
	const up = mapReachKm / Math.SQRT2 / kmOfDegree;
	// Degrees of longitude are widest on the side towards the equator, so the corners there are the farthest.
	const aside = up / Math.cos(((Math.abs(lat) - Math.min(up, Math.abs(lat))) * Math.PI) / 180);
	const round = (degrees: number) => Number(degrees.toFixed(4));
	return [round(lon - aside), round(lat - up), round(lon + aside), round(lat + up)];
}

/** What the file says of itself to whoever takes it: where it comes from and under which licence. */
export const coastProperties = {
	attribution: '© OpenStreetMap contributors',
	licence: 'ODbL-1.0',
	licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
	source: 'https://www.openstreetmap.org/copyright',
	note: 'Land cut out of simplified coast lines (@geo-maps/earth-coastlines-100m 0.6.0), closed at the edge of the frame.',
} as const;

const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** `map/coast.json`: land within the frame of the site's maps, as GeoJSON (RFC 7946). Made by `tools/coast-clip.ts`, never by hand. */
export const coastSchema = z.strictObject({
	type: z.literal('Feature'),
	properties: z.strictObject({
		/** Whose data it is; printed beside every map. */
		attribution: z.literal(coastProperties.attribution),
		licence: z.literal(coastProperties.licence),
		licenceUrl: z.literal(coastProperties.licenceUrl),
		source: z.url({ protocol: /^https$/ }),
		note: z.string().min(1),
	}),
	/** West, south, east, north of the frame. */
	bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
	geometry: z.strictObject({
		type: z.literal('MultiPolygon'),
		coordinates: z.array(z.array(z.array(degrees).min(4))),
	}),
});
export type Coast = z.infer<typeof coastSchema>;
