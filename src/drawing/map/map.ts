import type { Element, ElementContent } from 'hast';
import { isWithin, pointOf, roundLength, type Bounds, type Frame, type Position } from './frame.ts';
import { gridPath, landPath, shorePoints, unitsAcross, wayThrough, type Land } from './ground.ts';
import { placeLabels, touch, type Box, type Mark, type Obstacle, type Placement, type Point } from './labels.ts';
import { textWidth, wrap } from './text-size.ts';

/** A place on a map, named in the reader's language. */
export interface MapPlace {
	readonly position: Position;
	readonly name: string;
	/** Its name in Vietnamese, where that is another. */
	readonly original?: string | undefined;
	/** `main`: the page is about it. `about`: a zone, of which only the neighbourhood is known. */
	readonly sign: 'main' | 'place' | 'about';
	/** Radius of the circle that stands for a zone. */
	readonly radiusKm?: number | undefined;
}

/** What to draw. All words are given: the drawing knows no language. */
export interface MapPlan {
	readonly frame: Frame;
	readonly places: readonly MapPlace[];
	/** Language of the names, and of the Vietnamese ones. */
	readonly tag: string;
	readonly originalTag: string;
	/** What is to be seen, for those who cannot see it. */
	readonly title: string;
	/** Letter for north. */
	readonly north: string;
	/** A length in the reader's conventions. */
	readonly length: (kilometres: number) => string;
	/** Land around the map centre; without it a grid is drawn. */
	readonly coast?: { readonly geometry: Land; readonly bbox: Bounds } | undefined;
	/** Middle of the site's maps, from which distances count. */
	readonly centre?: { readonly position: Position; readonly name: string } | undefined;
	/** Places in their order are joined by arches. */
	readonly isWay?: boolean;
}

/** A drawn map, and what its caption has to explain. */
export interface DrawnMap {
	readonly svg: Element;
	/** True when marks carry numbers, which the list beside the map explains. */
	readonly isNumbered: boolean;
	/** True when the map shows land and water. */
	readonly hasCoast: boolean;
	/** Side of a square, when it shows a grid. */
	readonly gridKm: number | undefined;
	/** True when it shows a circle for what is only roughly known. */
	readonly hasCircles: boolean;
	readonly hasCentre: boolean;
}

/** Letters of a map have one size at every width; the land grows, they do not. */
export const letterPixels = 15;
const linePixels = 19;

/** Two sets of labels: one fits a phone, the other a page with room. The style sheet shows one of them. */
export const tiers = {
	narrow: { from: 280, to: 520, maxWidth: 128, lines: 3 },
	wide: { from: 520, to: 740, maxWidth: 190, lines: 3 },
} as const;
type Tier = keyof typeof tiers;

type Properties = Readonly<Record<string, string | number | undefined>>;
const h = (tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element => ({
	type: 'element',
	tagName,
	properties: { ...properties },
	children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
const pixels = (value: number): number => Math.round(value * 10) / 10;
const share = (value: number): string => `${Math.round(value * 1e4) / 100}%`;

const clearOf: Readonly<Record<MapPlace['sign'] | 'centre', Box>> = {
	main: { left: -9, top: -24, right: 9, bottom: 3 },
	place: { left: -6, top: -6, right: 6, bottom: 6 },
	about: { left: -10, top: -10, right: 10, bottom: 10 },
	centre: { left: -6, top: -6, right: 6, bottom: 6 },
};

const signOf = (sign: MapPlace['sign'] | 'centre'): Element[] => {
	switch (sign) {
		case 'main':
			return [
				h('path', {
					className: 'map-pin',
					d: 'M0 0c-2-6-9-9-9-15a9 9 0 1 1 18 0c0 6-7 9-9 15zM0-18a3 3 0 1 0 0 6a3 3 0 1 0 0-6z',
				}),
			];
		case 'about':
			return [h('circle', { className: 'map-about', r: 9 }), h('circle', { className: 'map-dot', r: 2.5 })];
		case 'centre':
			return [h('path', { className: 'map-centre', d: 'M-5 0h10M0-5v10' })];
		case 'place':
			return [h('circle', { className: 'map-dot', r: 4.5 })];
	}
};

/** One label as lines of words. */
interface Label {
	readonly number: string | undefined;
	readonly name: readonly string[];
	readonly original: readonly string[];
	/** Further lines of numbers, where places share a label. */
	readonly more?: readonly string[];
}

const sizeOf = ({ number, name, original, more = [] }: Label) => {
	const first = number === undefined ? '' : name.length > 0 ? `${number} ` : number;
	const lines = [...(name.length > 0 ? [first + (name[0] ?? ''), ...name.slice(1)] : [first]), ...original, ...more];
	return {
		width: Math.ceil(Math.max(...lines.map((line) => textWidth(line, letterPixels)))),
		height: lines.length * linePixels,
	};
};

/** Places that share one label because there is no room for one each; mostly a place alone. */
interface Group {
	readonly members: readonly number[];
}

/** One tier's labels: for each place that carries one, its words and where they stand. */
type Labelling = ReadonlyMap<number, { readonly label: Label; readonly placement: Placement }>;

/** What is in the way of labels. */
interface Room extends Readonly<Record<Tier, readonly Obstacle[]>> {
	readonly lines: readonly Point[];
}

interface Sign extends Pick<MapPlace, 'name' | 'original'> {
	readonly x: number;
	readonly y: number;
	readonly sign: MapPlace['sign'] | 'centre';
}

function labelsOf(sign: Sign, number: string | undefined, tier: Tier, { tag, originalTag }: MapPlan): Label[] {
	const { maxWidth, lines } = tiers[tier];
	const numberWidth = number === undefined ? 0 : textWidth(`${number} `, letterPixels);
	const wrapped = (width: number) =>
		wrap(sign.name, tag, { fontPixels: letterPixels, maxWidth: width - numberWidth, most: lines });
	// A single long word may be wider than a label should be.
	const name = wrapped(maxWidth) ?? wrapped(maxWidth * 1.25);
	if (!name) return [];
	const plain = { number, name, original: [] };
	const original =
		sign.original === undefined
			? undefined
			: wrap(sign.original, originalTag, { fontPixels: letterPixels, maxWidth, most: lines });
	return original ? [{ ...plain, original }, plain] : [plain];
}

/** With more places than this nobody expects all names on the map, and trying costs time. */
const mostNamed = 16;

/** Names for all, or nothing: undefined when one of them finds no room. */
function nameAll(signs: readonly Sign[], tier: Tier, plan: MapPlan, room: Room): Labelling | undefined {
	const labels = signs.map((sign) => labelsOf(sign, undefined, tier, plan));
	if (signs.length > mostNamed || labels.some((list) => list.length === 0)) return undefined;
	const marks = signs.map((sign, index): Mark => ({
		...sign,
		clear: clearOf[sign.sign],
		sizes: (labels[index] ?? []).map(sizeOf),
	}));
	const placed = placeLabels(marks, { ...tiers[tier], ratio: plan.frame.ratio }, room[tier], room.lines);
	const found = placed.map((placement, index) => {
		const label = placement && labels[index]?.[placement.size];
		return label && { label, placement };
	});
	return found.every((item) => item !== undefined) ? new Map(found.entries()) : undefined;
}

/** A number for each place, a name besides where there is room. Places that find no room even for a number share one label. */
function numberAll(signs: readonly Sign[], tier: Tier, plan: MapPlan, room: Room): Labelling {
	let groups: Group[] = signs.map((_, index) => ({ members: [index] }));
	const anchor = ({ members }: Group): Sign => signs[members[0] ?? 0] as Sign;
	for (;;) {
		const labels = groups.map((group): Label[] => {
			const [number, ...more] = numberLines(group.members);
			const bare = { number, name: [], original: [], more };
			return group.members.length === 1 ? [...labelsOf(anchor(group), number, tier, plan), bare] : [bare, bare];
		});
		const marks = groups.map((group, index): Mark => ({
			...anchor(group),
			clear: clearOf[anchor(group).sign],
			sizes: (labels[index] ?? []).map(sizeOf),
		}));
		const placed = placeLabels(marks, { ...tiers[tier], ratio: plan.frame.ratio }, room[tier], room.lines);
		const lost = groups.filter((_, index) => !placed[index]);
		if (lost.length === 0 || groups.length === 1)
			return new Map(
				groups.flatMap(({ members: [first = 0] }, index) => {
					const placement = placed[index];
					const label = placement && labels[index]?.[placement.size];
					return label ? [[first, { label, placement }] as const] : [];
				}),
			);
		for (const group of lost) {
			const others = groups.filter((other) => other !== group);
			if (!groups.includes(group) || others.length === 0) continue;
			const from = anchor(group);
			const nearest = least(others, (other) => Math.hypot(anchor(other).x - from.x, anchor(other).y - from.y));
			const members = [...nearest.members, ...group.members].sort((a, b) => a - b);
			groups = others.map((other) => (other === nearest ? { members } : other));
		}
	}
}

/** Numbers of places that share a label: `3, 5, 8–12`, in lines that are not too long. */
function numberLines(members: readonly number[]): string[] {
	const runs: { from: number; to: number }[] = [];
	for (const number of members.map((index) => index + 1)) {
		const last = runs.at(-1);
		if (last && last.to === number - 1) last.to = number;
		else runs.push({ from: number, to: number });
	}
	const parts = runs.flatMap(({ from, to }) =>
		to - from > 1 ? [`${from}–${to}`] : from === to ? [String(from)] : [String(from), String(to)],
	);
	const perLine = 4;
	return parts.flatMap((_, index) => (index % perLine === 0 ? [parts.slice(index, index + perLine).join(', ')] : []));
}

function drawLabel(
	tier: Tier,
	{ label, placement }: { readonly label: Label; readonly placement: Placement },
	plan: MapPlan,
): Element {
	const { box, align, leader } = placement;
	const x = pixels(align === 'start' ? box.left : align === 'end' ? box.right : (box.left + box.right) / 2);
	const baseline = (line: number) => pixels(box.top + line * linePixels + letterPixels - 0.5);
	const { number, name, original, more = [] } = label;
	const words: ElementContent[] = name.map((line, index) =>
		index === 0 ? { type: 'text', value: line } : h('tspan', { x, y: baseline(index) }, line),
	);
	if (number !== undefined) words.unshift(h('tspan', { className: 'map-no' }, name.length > 0 ? `${number} ` : number));
	words.push(
		...original.map((line, index) =>
			h('tspan', { className: 'map-vi', lang: plan.originalTag, x, y: baseline(name.length + index) }, line),
		),
	);
	words.push(...more.map((line, index) => h('tspan', { className: 'map-no', x, y: baseline(index + 1) }, line)));
	return h(
		'g',
		{ className: `map-${tier}` },
		...(leader ? [h('path', { className: 'map-leader', d: `M0 0L${leader.map(pixels).join(' ')}` })] : []),
		h('text', { x, y: baseline(0), ...(align !== 'start' && { textAnchor: align }) }, ...words),
	);
}

interface Bar {
	/** Length as a share of the map's width. */
	readonly share: number;
	readonly words: string;
}
const corners = ['bottom left', 'bottom right', 'top left'] as const;
type Corner = (typeof corners)[number];

/** What the scale bar covers: its words, and its line, which grows with the paper. */
function barObstacles({ share: length, words }: Bar, corner: Corner, ratio: number, width: number): Obstacle[] {
	const isStart = corner.endsWith('left');
	const y = corner.startsWith('top') ? 0 : ratio;
	const [top, bottom] = y === 0 ? [0, 38] : [-38, 0];
	const across = (pixelsWide: number) => (isStart ? { left: 0, right: pixelsWide } : { left: -pixelsWide, right: 0 });
	const steps = 6;
	return [
		{ x: isStart ? 0 : 1, y, clear: { ...across(14 + textWidth(words, letterPixels)), top, bottom } },
		...Array.from({ length: steps }, (_, step): Obstacle => {
			const along = (length * step) / steps;
			const clear = { ...across(14 + (length / steps) * width), top: y === 0 ? 22 : -16, bottom };
			return { x: isStart ? along : 1 - along, y, clear };
		}),
	];
}

const northObstacle = (side: 'left' | 'right'): Obstacle =>
	side === 'right'
		? { x: 1, y: 0, clear: { left: -36, top: 0, right: 0, bottom: 54 } }
		: { x: 0, y: 0, clear: { left: 0, top: 0, right: 36, bottom: 54 } };

/** How many signs lie under obstacles at any width that the map can have. */
function covered(signs: readonly Sign[], obstacles: readonly Obstacle[], ratio: number): number {
	const paper = { from: tiers.narrow.from, to: tiers.wide.to, ratio };
	const isCovered = ({ x, y, sign }: Sign) =>
		obstacles.some((item) => touch({ x, y, box: clearOf[sign] }, { x: item.x, y: item.y, box: item.clear }, paper));
	return signs.filter(isCovered).length;
}

const least = <T>(items: readonly T[], cost: (item: T) => number): T =>
	items.reduce((best, item) => (cost(item) < cost(best) ? item : best));

/** The corner where the scale bar hides no sign, or the fewest. */
const freeCorner = (signs: readonly Sign[], bar: Bar, ratio: number): Corner =>
	least(corners, (corner) => covered(signs, barObstacles(bar, corner, ratio, tiers.wide.to), ratio));

/** The upper corner where the north arrow hides no sign. */
const freeSide = (signs: readonly Sign[], ratio: number): 'left' | 'right' =>
	least(['right', 'left'], (side) => covered(signs, [northObstacle(side)], ratio));

/**
 * Draws a map: land and water, or a grid; an arch from stop to stop; marks with names in the reader's language over the
 * Vietnamese ones, or with numbers where there is no room; scale and north. No style stands in it: classes only.
 *
 * Marks and letters keep their size while the land grows with the page, so each mark is a drawing of its own at a share of the
 * width. Labels touch at no width that the page can have.
 */
export function drawMap(plan: MapPlan): DrawnMap {
	const { frame, places, coast, centre } = plan;
	const { ratio } = frame;
	const isInside = ({ x, y }: { readonly x: number; readonly y: number }) => x > 0 && x < 1 && y > 0 && y < ratio;
	const signs: Sign[] = places.map((place) => ({ ...place, ...pointOf(frame, place.position) }));
	const hasCoast = coast !== undefined && isWithin(frame, coast.bbox);
	const barKm = roundLength(frame.widthKm, 0.25);
	const bar = { share: barKm / frame.widthKm, words: plan.length(barKm) };
	const corner = freeCorner(signs, bar, ratio);
	const northSide = corner === 'top left' ? 'right' : freeSide(signs, ratio);
	const way =
		plan.isWay === true && places.length > 1
			? wayThrough(
					places.map(({ position }) => position),
					frame,
				)
			: undefined;
	const room: Room = {
		narrow: [...barObstacles(bar, corner, ratio, tiers.narrow.to), northObstacle(northSide)],
		wide: [...barObstacles(bar, corner, ratio, tiers.wide.to), northObstacle(northSide)],
		lines: [...(hasCoast ? shorePoints(coast.geometry, frame) : []), ...(way?.points ?? [])],
	};
	/** The centre is named where there is room; it is a help, not one of the places. */
	const centreSign: Sign | undefined = centre && {
		...pointOf(frame, centre.position),
		name: centre.name,
		sign: 'centre',
	};
	const isFree =
		centreSign !== undefined &&
		isInside(centreSign) &&
		signs.every(({ x, y }) => Math.hypot(x - centreSign.x, y - centreSign.y) * tiers.narrow.from > 20);
	const named = (all: readonly Sign[]) => ({
		narrow: nameAll(all, 'narrow', plan, room),
		wide: nameAll(all, 'wide', plan, room),
	});
	const withCentre = isFree ? [...signs, centreSign] : signs;
	let shown = withCentre;
	let { narrow, wide } = named(withCentre);
	if ((!narrow || !wide) && isFree) {
		shown = signs;
		({ narrow, wide } = named(signs));
	}
	const isNumbered = plan.isWay === true || !narrow || !wide;
	if (isNumbered) {
		shown = signs;
		narrow = numberAll(signs, 'narrow', plan, room);
		wide = numberAll(signs, 'wide', plan, room);
	}

	const ground: Element[] = [];
	const height = Math.round(unitsAcross * ratio);
	const grid = hasCoast ? undefined : gridPath(frame, centre?.position ?? frame.centre);
	if (hasCoast) ground.push(h('path', { className: 'map-land', d: landPath(coast.geometry, frame) }));
	else if (grid) ground.push(h('path', { className: 'map-grid', d: grid.data }));
	for (const [index, { radiusKm }] of places.entries()) {
		const { x = 0, y = 0 } = signs[index] ?? {};
		if (radiusKm !== undefined)
			ground.push(
				h('circle', {
					className: 'map-circle',
					cx: Math.round(x * unitsAcross),
					cy: Math.round(y * unitsAcross),
					r: Math.round((radiusKm / frame.widthKm) * unitsAcross),
				}),
			);
	}
	if (way) ground.push(h('path', { className: 'map-way', d: way.data }));

	const labelOf = (labels: Labelling | undefined, tier: Tier, index: number): Element[] => {
		const found = labels?.get(index);
		return found ? [drawLabel(tier, found, plan)] : [];
	};
	const marks = shown.map(({ x, y, sign }, index) =>
		h(
			'svg',
			{ x: share(x), y: share(y / ratio) },
			...signOf(sign),
			...labelOf(narrow, 'narrow', index),
			...labelOf(wide, 'wide', index),
		),
	);
	const isStart = corner.endsWith('left');
	const top = corner.startsWith('top');
	const scale = h(
		'svg',
		{ x: isStart ? 10 : -10, y: top ? 0 : '100%', className: 'map-scale' },
		h('line', {
			x1: isStart ? 0 : share(1 - bar.share),
			y1: top ? 30 : -8,
			x2: isStart ? share(bar.share) : '100%',
			y2: top ? 30 : -8,
		}),
		h('text', { x: isStart ? 0 : '100%', y: top ? 21 : -17, ...(!isStart && { textAnchor: 'end' }) }, bar.words),
	);
	const north = h(
		'svg',
		{ x: northSide === 'right' ? '100%' : 36, className: 'map-north' },
		h('path', { d: 'M-18 48v-22m-6 7l6-7l6 7' }),
		h('text', { x: -18, y: 20, textAnchor: 'middle' }, plan.north),
	);
	const svg = h(
		'svg',
		{ className: `map-drawing map-${frame.shape}${hasCoast ? ' map-sea' : ''}`, role: 'img', ariaLabel: plan.title },
		h('svg', { viewBox: `0 0 ${unitsAcross} ${height}`, preserveAspectRatio: 'none' }, ...ground),
		scale,
		north,
		...marks,
	);
	return {
		svg,
		isNumbered,
		hasCoast,
		gridKm: grid?.sideKm,
		hasCircles: places.some(({ sign, radiusKm }) => sign === 'about' || radiusKm !== undefined),
		hasCentre: shown.length > signs.length,
	};
}
