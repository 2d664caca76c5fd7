import type { Element, ElementContent } from 'hast';
import { isWithin, pointOf, roundLength, type Bounds, type Frame, type Position } from './frame.ts';
import { gridPath, landPath, unitsAcross, wayPath, type Land } from './ground.ts';
import { placeLabels, type Box, type Mark, type Obstacle, type Placement } from './labels.ts';
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
	narrow: { from: 280, to: 520, maxWidth: 122, lines: 2 },
	wide: { from: 520, to: 740, maxWidth: 190, lines: 2 },
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
}

const sizeOf = ({ number, name, original }: Label) => {
	const first = number === undefined ? '' : name.length > 0 ? `${number} ` : number;
	const lines = [...(name.length > 0 ? [first + (name[0] ?? ''), ...name.slice(1)] : [first]), ...original];
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

interface Sign extends Pick<MapPlace, 'name' | 'original'> {
	readonly x: number;
	readonly y: number;
	readonly sign: MapPlace['sign'] | 'centre';
}

function labelsOf(sign: Sign, number: string | undefined, tier: Tier, { tag, originalTag }: MapPlan): Label[] {
	const { maxWidth, lines } = tiers[tier];
	const room = maxWidth - (number === undefined ? 0 : textWidth(`${number} `, letterPixels));
	const name = wrap(sign.name, tag, { fontPixels: letterPixels, maxWidth: room, most: lines });
	if (!name) return [];
	const plain = { number, name, original: [] };
	const original =
		sign.original === undefined
			? undefined
			: wrap(sign.original, originalTag, { fontPixels: letterPixels, maxWidth, most: lines });
	return original ? [{ ...plain, original }, plain] : [plain];
}

/** Names for all, or nothing: undefined when one of them finds no room. */
function nameAll(
	signs: readonly Sign[],
	tier: Tier,
	plan: MapPlan,
	obstacles: readonly Obstacle[],
): Labelling | undefined {
	const labels = signs.map((sign) => labelsOf(sign, undefined, tier, plan));
	if (labels.some((list) => list.length === 0)) return undefined;
	const marks = signs.map((sign, index): Mark => ({
		...sign,
		clear: clearOf[sign.sign],
		sizes: (labels[index] ?? []).map(sizeOf),
	}));
	const placed = placeLabels(marks, { ...tiers[tier], ratio: plan.frame.ratio }, obstacles);
	const found = placed.map((placement, index) => {
		const label = placement && labels[index]?.[placement.size];
		return label && { label, placement };
	});
	return found.every((item) => item !== undefined) ? new Map(found.entries()) : undefined;
}

/** A number for each place, a name besides where there is room. Places that find no room even for a number share one label. */
function numberAll(signs: readonly Sign[], tier: Tier, plan: MapPlan, obstacles: readonly Obstacle[]): Labelling {
	let groups: Group[] = signs.map((_, index) => ({ members: [index] }));
	const anchor = ({ members }: Group): Sign => signs[members[0] ?? 0] as Sign;
	for (;;) {
		const labels = groups.map((group): Label[] => {
			const number = group.members.map((index) => index + 1).join(', ');
			const bare = { number, name: [], original: [] };
			return group.members.length === 1 ? [...labelsOf(anchor(group), number, tier, plan), bare] : [bare, bare];
		});
		const marks = groups.map((group, index): Mark => ({
			...anchor(group),
			clear: clearOf[anchor(group).sign],
			sizes: (labels[index] ?? []).map(sizeOf),
		}));
		const placed = placeLabels(marks, { ...tiers[tier], ratio: plan.frame.ratio }, obstacles);
		const lost = placed.indexOf(undefined);
		const { [lost]: group } = groups;
		if (!group || groups.length === 1)
			return new Map(
				groups.flatMap(({ members: [first = 0] }, index) => {
					const placement = placed[index];
					const label = placement && labels[index]?.[placement.size];
					return label ? [[first, { label, placement }] as const] : [];
				}),
			);
		const from = anchor(group);
		const distance = (other: Group) => Math.hypot(anchor(other).x - from.x, anchor(other).y - from.y);
		const nearest = groups
			.filter((other) => other !== group)
			.reduce((best, other) => (distance(other) < distance(best) ? other : best));
		const members = [...nearest.members, ...group.members].sort((a, b) => a - b);
		groups = groups.flatMap((other) => (other === group ? [] : other === nearest ? [{ members }] : [other]));
	}
}

function drawLabel(
	tier: Tier,
	{ label, placement }: { readonly label: Label; readonly placement: Placement },
	plan: MapPlan,
): Element {
	const { box, align, leader } = placement;
	const x = pixels(align === 'start' ? box.left : align === 'end' ? box.right : (box.left + box.right) / 2);
	const baseline = (line: number) => pixels(box.top + line * linePixels + letterPixels - 0.5);
	const { number, name, original } = label;
	const words: ElementContent[] = name.map((line, index) =>
		index === 0 ? { type: 'text', value: line } : h('tspan', { x, y: baseline(index) }, line),
	);
	if (number !== undefined) words.unshift(h('tspan', { className: 'map-no' }, name.length > 0 ? `${number} ` : number));
	words.push(
		...original.map((line, index) =>
			h('tspan', { className: 'map-vi', lang: plan.originalTag, x, y: baseline(name.length + index) }, line),
		),
	);
	return h(
		'g',
		{ className: `map-${tier}` },
		...(leader ? [h('path', { className: 'map-leader', d: `M0 0L${leader.map(pixels).join(' ')}` })] : []),
		h('text', { x, y: baseline(0), ...(align !== 'start' && { textAnchor: align }) }, ...words),
	);
}

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
	const barKm = roundLength(frame.widthKm, 0.3);
	const bar = barKm / frame.widthKm;
	const barWords = plan.length(barKm);
	const obstacles: Obstacle[] = [
		{
			x: 0,
			y: ratio,
			clear: {
				left: 0,
				top: -40,
				right: 14 + Math.max(bar * tiers.wide.to, textWidth(barWords, letterPixels)),
				bottom: 0,
			},
		},
		{ x: 1, y: 0, clear: { left: -34, top: 0, right: 0, bottom: 52 } },
	];
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
		narrow: nameAll(all, 'narrow', plan, obstacles),
		wide: nameAll(all, 'wide', plan, obstacles),
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
		narrow = numberAll(signs, 'narrow', plan, obstacles);
		wide = numberAll(signs, 'wide', plan, obstacles);
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
	if (plan.isWay && places.length > 1)
		ground.push(
			h('path', {
				className: 'map-way',
				d: wayPath(
					places.map(({ position }) => position),
					frame,
				),
			}),
		);

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
	const scale = h(
		'svg',
		{ x: 10, y: '100%', className: 'map-scale' },
		h('line', { x1: 0, y1: -8, x2: share(bar), y2: -8 }),
		h('text', { x: 0, y: -19 }, barWords),
	);
	const north = h(
		'svg',
		{ x: '100%', className: 'map-north' },
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
