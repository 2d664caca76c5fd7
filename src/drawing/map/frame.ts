import { geoMercator, type GeoProjection } from 'd3-geo';

/** Degrees north and east. */
export interface Position {
	readonly lat: number;
	readonly lon: number;
}

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** Height of a map to its width. Few, so that each has a class and no map needs a style of its own. */
export const shapes = { '4x3': 3 / 4, '1x1': 1, '4x5': 5 / 4 } as const;
export type Shape = keyof typeof shapes;

/** The piece of the earth that a map shows. */
export interface Frame {
	readonly shape: Shape;
	/** Height to width. */
	readonly ratio: number;
	/** Kilometres from the left to the right edge, at the middle of the map. */
	readonly widthKm: number;
	readonly centre: Position;
}

const earthRadiusKm = 6371.0088;
/** Share of the width that stays free around the outermost places, for their marks and names. */
const margin = 0.09;

/** Mercator in kilometres around a point: true to scale there, north is up, y grows to the south. */
function kilometres({ lat, lon }: Position): GeoProjection {
	return geoMercator()
		.center([lon, lat])
		.scale(earthRadiusKm * Math.cos((lat * Math.PI) / 180))
		.translate([0, 0])
		.precision(0);
}

const project = (projection: GeoProjection, { lat, lon }: Position): readonly [number, number] =>
	projection([lon, lat]) ?? [0, 0];

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Moves a stretch into another, as far as it fits. */
const shiftInto = (from: number, to: number, least: number, most: number): number =>
	to - from > most - least ? (least + most - from - to) / 2 : Math.max(least - from, Math.min(0, most - to));

/**
 * The frame that shows all places with room around them, in the shape that wastes least.
 *
 * @param places - At least one.
 * @param leastKm - A map is never narrower, so that a single place stands in its surroundings.
 * @param within - Frame of the coast: the map is moved into it where it fits, so that its land goes on to every edge.
 */
export function frameOf(places: readonly Position[], leastKm: number, within?: Bounds): Frame {
	const [first = { lat: 0, lon: 0 }] = places;
	const middle = kilometres(first);
	const box = boxOf(places.map((place) => project(middle, place)));
	const limits = within && [
		project(middle, { lat: within[3], lon: within[0] }),
		project(middle, { lat: within[1], lon: within[2] }),
	];
	const fitted = (Object.keys(shapes) as Shape[]).map((shape) => {
		const ratio = shapes[shape];
		const room = 1 - 2 * margin;
		const width = Math.max(leastKm, (box.right - box.left) / room, (box.bottom - box.top) / (ratio - 2 * margin));
		return { shape, ratio, width, area: width * width * ratio };
	});
	const best = fitted.reduce((least, item) => (item.area < least.area ? item : least));
	const height = best.width * best.ratio;
	let x = (box.left + box.right) / 2;
	let y = (box.top + box.bottom) / 2;
	if (limits) {
		const edges = boxOf(limits);
		x += shiftInto(x - best.width / 2, x + best.width / 2, edges.left, edges.right);
		y += shiftInto(y - height / 2, y + height / 2, edges.top, edges.bottom);
	}
	const [lon = first.lon, lat = first.lat] = middle.invert?.([x, y]) ?? [];
	// Kilometres were counted at the first place; Mercator stretches them elsewhere by a little.
	const stretch = Math.cos((lat * Math.PI) / 180) / Math.cos((first.lat * Math.PI) / 180);
	return { shape: best.shape, ratio: best.ratio, widthKm: best.width * stretch, centre: { lat, lon } };
}

/** Projection of a frame onto paper of a width; land that leaves the paper is closed just outside of its edge. */
export function projectionOf({ centre, widthKm, ratio }: Frame, width: number): GeoProjection {
	const beyond = width / 100;
	return geoMercator()
		.center([centre.lon, centre.lat])
		.scale((width / widthKm) * earthRadiusKm * Math.cos((centre.lat * Math.PI) / 180))
		.translate([width / 2, (width * ratio) / 2])
		.clipExtent([
			[-beyond, -beyond],
			[width + beyond, width * ratio + beyond],
		])
		.precision(0);
}

/** Where a place stands on the map, both numbers as shares of its **width**. */
export function pointOf(frame: Frame, place: Position): { readonly x: number; readonly y: number } {
	const [x, y] = project(projectionOf(frame, 1), place);
	return { x, y };
}

/** Whether a frame lies inside bounds, so that nothing of it is unknown. */
export function isWithin(frame: Frame, bounds: Bounds): boolean {
	const slack = 1e-6;
	const [west, south, east, north] = bounds;
	const [left, top] = project(projectionOf(frame, 1), { lat: north, lon: west });
	const [right, bottom] = project(projectionOf(frame, 1), { lat: south, lon: east });
	return left <= slack && top <= slack && right >= 1 - slack && bottom >= frame.ratio - slack;
}

/** The longest length of the series 1, 2, 5, 10 … that takes at most a share of a map's width, in kilometres. */
export function roundLength(widthKm: number, share: number): number {
	const most = widthKm * share;
	const power = 10 ** Math.floor(Math.log10(most));
	return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
