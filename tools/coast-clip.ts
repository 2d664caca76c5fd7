// Cuts the coast around a site's map centre out of OpenStreetMap data, into content/map/coast.json. Run by developers; its output
// is committed, so that a build needs neither this tool nor the data (9 MB to download, 31 MB on disk):
//
//   folder=$(mktemp -d) && npm install --no-save --prefix "$folder" @geo-maps/earth-coastlines-100m@0.6.0
//   node tools/coast-clip.ts "$folder/node_modules/@geo-maps/earth-coastlines-100m/map.geo.json" content
//
// Land is taken from coast lines alone: no border, no outline of a country. The package calls its data public domain “as stated by
// OpenStreetMap”; OpenStreetMap’s data is under the ODbL, and so is what is cut out of it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { coastFrame, coastProperties, coastSchema } from '#schema/coast.ts';
import { siteSchema } from '#schema/site.ts';

type Point = [number, number];
type Ring = Point[];
interface Land {
	readonly geometries: readonly { readonly type: string; readonly coordinates: readonly Ring[][] }[];
}

/** One side of the frame: what lies inside, and where a line crosses it. */
const side = (axis: 0 | 1, limit: number, sign: 1 | -1) => ({
	isInside: (point: Point) => (point[axis] - limit) * sign <= 0,
	cross(from: Point, to: Point): Point {
		const share = (limit - from[axis]) / (to[axis] - from[axis]);
		const other = axis === 0 ? 1 : 0;
		const across = from[other] + (to[other] - from[other]) * share;
		return axis === 0 ? [limit, across] : [across, limit];
	},
});

/** A ring cut at the four sides of a frame and closed along them; empty when nothing of it lies inside. */
function clip(ring: Ring, [west, south, east, north]: readonly [number, number, number, number]): Ring {
	let points = ring.slice(0, -1);
	for (const { isInside, cross } of [side(0, west, -1), side(0, east, 1), side(1, south, -1), side(1, north, 1)]) {
		const next: Ring = [];
		for (const [index, point] of points.entries()) {
			const before = points.at(index - 1) ?? point;
			if (isInside(before) !== isInside(point)) next.push(cross(before, point));
			if (isInside(point)) next.push(point);
		}
		points = next;
	}
	// About ten metres: finer than the data.
	const rounded = points.map((point): Point => [Number(point[0].toFixed(4)), Number(point[1].toFixed(4))]);
	const distinct = rounded.filter((point, index) => String(point) !== String(rounded.at(index - 1)));
	return distinct.length > 2 ? [...distinct, distinct[0] as Point] : [];
}

/** Twice the area on paper; above zero when the ring runs against the clock, as RFC 7946 wants outer rings. */
const turn = (ring: Ring): number =>
	ring.slice(1).reduce((sum, [x, y], index) => {
		const [fromX, fromY] = ring[index] as Point;
		return sum + fromX * y - x * fromY;
	}, 0);
const turned = (ring: Ring, isOuter: boolean): Ring => (turn(ring) > 0 === isOuter ? ring : [...ring].reverse());

const [dataFile, contentDir] = process.argv.slice(2);
if (dataFile === undefined || contentDir === undefined)
	throw new Error('node tools/coast-clip.ts <map.geo.json> <content folder>');
const { map } = siteSchema.parse(parse(await readFile(join(contentDir, 'site.yaml'), 'utf8')));
if (!map) throw new Error(`${contentDir}/site.yaml has no map.centre`);
const frame = coastFrame(map.centre);
const land = JSON.parse(await readFile(dataFile, 'utf8')) as Land;
const polygons = land.geometries
	.flatMap(({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates : []))
	.map((rings) =>
		rings
			.map((ring, index) => turned(clip(ring, frame), index === 0))
			.filter((ring, index) => index === 0 || ring.length > 0),
	)
	.filter(([outer = []]) => outer.length > 0)
	.sort(([a = []], [b = []]) => b.length - a.length || (a[0]?.[1] ?? 0) - (b[0]?.[1] ?? 0));
const coast = coastSchema.parse({
	type: 'Feature',
	properties: coastProperties,
	bbox: frame,
	geometry: { type: 'MultiPolygon', coordinates: polygons },
});
const file = join(contentDir, 'map', 'coast.json');
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(coast)}\n`);
console.log(`${file}: ${polygons.length} pieces of land, ${polygons.flat(2).length} points`);
