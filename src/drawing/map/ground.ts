import { geoPath, type GeoContext, type GeoPermissibleObjects } from 'd3-geo';
import { projectionOf, roundLength, type Frame, type Position } from './frame.ts';

/** Units across a map: about a pixel where it is widest. */
export const unitsAcross = 720;
/** A point of the shore that lies nearer than this to the line between its neighbours is left out; in units, so nobody sees it. */
const tolerance = 0.9;

type Corner = readonly [number, number];

/** Land as GeoJSON polygons; outer rings run against the clock (RFC 7946). */
export interface Land {
	readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
}

/** How far a point lies from the stretch between two others. */
function apart([x, y]: Corner, [fromX, fromY]: Corner, [toX, toY]: Corner): number {
	const [dx, dy] = [toX - fromX, toY - fromY];
	const length = dx * dx + dy * dy;
	const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
	return Math.hypot(x - fromX - part * dx, y - fromY - part * dy);
}

/** A line with no more points than its form needs (Douglas and Peucker). */
function simplified(line: readonly Corner[]): readonly Corner[] {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last || line.length < 3) return line;
	let farthest = { index: 0, distance: tolerance };
	for (const [index, point] of line.entries()) {
		const distance = apart(point, first, last);
		if (distance > farthest.distance) farthest = { index, distance };
	}
	if (farthest.index === 0) return [first, last];
	const { index } = farthest;
	return [...simplified(line.slice(0, index + 1)).slice(0, -1), ...simplified(line.slice(index))];
}

/** Writes what d3 draws as path data of whole units and short steps. */
function pathWriter(): GeoContext & { readonly data: () => string } {
	let rings: Corner[][] = [];
	return {
		beginPath: () => (rings = []),
		moveTo: (x, y) => rings.push([[x, y]]),
		lineTo: (x, y) => rings.at(-1)?.push([x, y]),
		arc: () => undefined,
		closePath: () => undefined,
		data: () =>
			rings
				.map((ring) =>
					simplified(ring)
						.map(([x, y]): Corner => [Math.round(x), Math.round(y)])
						.filter((point, index, all) => String(point) !== String(all[index - 1])),
				)
				.filter((ring) => ring.length > 2)
				.map((ring) => {
					const [[startX, startY] = [0, 0]] = ring;
					const steps = ring.slice(1).map(([x, y], index) => {
						const [fromX, fromY] = ring[index] ?? [0, 0];
						const [dx, dy] = [x - fromX, y - fromY];
						return dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
					});
					return `M${startX} ${startY}${steps.join('')}z`;
				})
				.join(''),
	};
}

/** Path data of the land in a frame, {@link unitsAcross} wide; empty where there is only water. */
export function landPath({ coordinates }: Land, frame: Frame): string {
	const writer = pathWriter();
	// On d3's sphere what lies to the right of a ring is inside, the other way round than in GeoJSON.
	const turned = coordinates.map((rings) => rings.map((ring) => [...ring].reverse()));
	geoPath(
		projectionOf(frame, unitsAcross),
		writer,
	)({
		type: 'MultiPolygon',
		coordinates: turned,
	} as unknown as GeoPermissibleObjects);
	return writer.data();
}

/** Points along the land's edge that lie on the paper, in shares of its width, close enough together that none slips between letters. */
export function shorePoints({ coordinates }: Land, frame: Frame): { readonly x: number; readonly y: number }[] {
	const projection = projectionOf(frame, 1);
	const isInside = (x: number, y: number) => x > 0 && x < 1 && y > 0 && y < frame.ratio;
	return coordinates.flat().flatMap((ring) => {
		const points = ring.map(([lon, lat]) => projection([lon, lat]) ?? [0, 0]);
		return points.flatMap(([x = 0, y = 0], index) => {
			const [fromX = x, fromY = y] = points[index - 1] ?? [];
			if (
				Math.max(x, fromX) < 0 ||
				Math.min(x, fromX) > 1 ||
				Math.max(y, fromY) < 0 ||
				Math.min(y, fromY) > frame.ratio
			)
				return [];
			const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 0.02));
			return Array.from({ length: steps }, (_, step) => {
				const part = (step + 1) / steps;
				return { x: fromX + (x - fromX) * part, y: fromY + (y - fromY) * part };
			}).filter((point) => isInside(point.x, point.y));
		});
	});
}

/** Squares that stand in for a coast: path data of their lines, and the length of a side. A line runs through `from`. */
export function gridPath(frame: Frame, from: Position): { readonly data: string; readonly sideKm: number } {
	const sideKm = roundLength(frame.widthKm, 0.26);
	const side = (sideKm / frame.widthKm) * unitsAcross;
	const [x = 0, y = 0] = projectionOf(frame, unitsAcross)([from.lon, from.lat]) ?? [];
	const height = unitsAcross * frame.ratio;
	const lines = (through: number, length: number) => {
		const found: number[] = [];
		for (let at = through - Math.floor(through / side) * side; at < length; at += side)
			if (at > 1) found.push(Math.round(at));
		return found;
	};
	const upright = lines(x, unitsAcross).map((at) => `M${at} 0v${Math.round(height)}`);
	const level = lines(y, height).map((at) => `M0 ${at}h${unitsAcross}`);
	return { data: [...upright, ...level].join(''), sideKm };
}

/** A way from stop to stop. */
export interface Way {
	/** Path data. */
	readonly data: string;
	/** Points along it, in shares of the map's width. */
	readonly points: readonly { readonly x: number; readonly y: number }[];
}

/**
 * From stop to stop in low arches, each bent to the left of its way: they tell the order, not the road.
 *
 * @param stops - At least two.
 */
export function wayThrough(stops: readonly Position[], frame: Frame): Way {
	const projection = projectionOf(frame, 1);
	const corners = stops.map(({ lat, lon }) => projection([lon, lat]) ?? [0, 0]);
	const units = (...values: readonly number[]) => values.map((value) => Math.round(value * unitsAcross)).join(' ');
	const bend = 0.18;
	const arches = corners.slice(1).map(([x = 0, y = 0], index) => {
		const [fromX = x, fromY = y] = corners[index] ?? [];
		const [topX, topY] = [(fromX + x) / 2 + (y - fromY) * bend, (fromY + y) / 2 - (x - fromX) * bend];
		const points = Array.from({ length: 19 }, (_, step) => {
			const part = (step + 1) / 20;
			const at = (from: number, top: number, to: number) =>
				(1 - part) ** 2 * from + 2 * part * (1 - part) * top + part ** 2 * to;
			return { x: at(fromX, topX, x), y: at(fromY, topY, y) };
		});
		return { data: `Q${units(topX, topY)} ${units(x, y)}`, points };
	});
	return {
		data: `M${units(...(corners[0] ?? []))}${arches.map(({ data }) => data).join('')}`,
		points: arches.flatMap(({ points }) => points),
	};
}
