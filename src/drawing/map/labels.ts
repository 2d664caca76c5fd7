/** Pixels from a mark's point, right and down. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** A place on the map that needs a label. */
export interface Mark {
	/** Shares of the map's width. */
	readonly x: number;
	readonly y: number;
	/** What its sign covers; no label may lie on it. */
	readonly clear: Box;
	/** Sizes of its label in pixels, best first; the last is the one that must be placed. */
	readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/** Something that is in the way of labels: a corner with the scale bar or the north arrow. */
export type Obstacle = Pick<Mark, 'x' | 'y' | 'clear'>;

/** A point of a coast or a way, in shares of the width. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** The paper: every width it may have, in pixels, and its height to its width. */
export interface Paper {
	readonly from: number;
	readonly to: number;
	readonly ratio: number;
}

/** Where a label stands. */
export interface Placement {
	/** Index of its size. */
	readonly size: number;
	readonly box: Box;
	readonly align: 'start' | 'middle' | 'end';
	/** End of the line that leads from the mark to a label which does not stand beside it. */
	readonly leader?: readonly [number, number];
}

interface Candidate extends Placement {
	readonly cost: number;
}

/** Pixels that stay free between two labels, and between a label and the edge. */
const gap = 3;
const distances = [14, 26, 40, 56, 74, 94, 118];
const directions = 16;
/** A label is rather farther from its mark than that it drives out another. */
const costOfDriving = 200;
/** A label that was driven out more often than this has no place. */
const mostDriven = 10;
/** Names stand near their mark, or they are numbers. */
const farthestName = 26;

type Stretch = readonly [number, number];
const never: Stretch = [1, 0];

/** Widths of the paper at which two intervals, each fixed in pixels to a point that moves with the width, overlap. */
function overlap(distance: number, [from, to]: Stretch, [otherFrom, otherTo]: Stretch): Stretch {
	// Overlap while s·distance < ahead and −s·distance < behind.
	const ahead = otherTo - from + gap;
	const behind = to - otherFrom + gap;
	if (distance === 0) return ahead > 0 && behind > 0 ? [0, Infinity] : never;
	return distance > 0
		? [Math.max(0, -behind / distance), ahead / distance]
		: [Math.max(0, ahead / distance), behind / -distance];
}

interface Placed {
	readonly x: number;
	readonly y: number;
	readonly box: Box;
}

/** Whether two boxes touch at any width that the paper may have: decided for all of them at once, not tried for some. */
export function touch(a: Placed, b: Placed, { from, to }: Paper): boolean {
	const across = overlap(a.x - b.x, [a.box.left, a.box.right], [b.box.left, b.box.right]);
	const down = overlap(a.y - b.y, [a.box.top, a.box.bottom], [b.box.top, b.box.bottom]);
	return Math.max(from, across[0], down[0]) < Math.min(to, across[1], down[1]);
}

/** Whether a box stays on the paper at every width. What holds at both ends holds between them. */
export function isOnPaper({ x, y, box }: Placed, { from, to, ratio }: Paper): boolean {
	return [from, to].every(
		(width) =>
			x * width + box.left >= gap &&
			x * width + box.right <= width - gap &&
			y * width + box.top >= gap &&
			y * width + box.bottom <= ratio * width - gap,
	);
}

/** Whether a line crosses a box, by cutting it down to what lies inside (Liang and Barsky). */
function crosses([fromX, fromY]: Stretch, [toX, toY]: Stretch, { left, top, right, bottom }: Box): boolean {
	let [first, last] = [0, 1];
	const [dx, dy] = [toX - fromX, toY - fromY];
	for (const [step, room] of [
		[-dx, fromX - left],
		[dx, right - fromX],
		[-dy, fromY - top],
		[dy, bottom - fromY],
	] as const) {
		if (step === 0) {
			if (room < 0) return false;
		} else if (step < 0) first = Math.max(first, room / step);
		else last = Math.min(last, room / step);
	}
	return first < last;
}

/** Whether the line to a label runs through another label, at the narrowest, the middle and the widest paper. */
function leads({ x, y, leader }: Placed & Pick<Placement, 'leader'>, other: Placed, { from, to }: Paper): boolean {
	if (!leader) return false;
	return [from, (from + to) / 2, to].some((width) => {
		const [dx, dy] = [(x - other.x) * width, (y - other.y) * width];
		return crosses([dx, dy], [dx + leader[0], dy + leader[1]], other.box);
	});
}

function candidatesOf({ clear, sizes }: Mark, index: number): Candidate[] {
	const { width, height } = sizes[index] ?? { width: 0, height: 0 };
	const [middleX, middleY] = [(clear.left + clear.right) / 2, (clear.top + clear.bottom) / 2];
	const at = (left: number, top: number, align: Placement['align'], cost: number): Candidate => ({
		size: index,
		box: { left, top, right: left + width, bottom: top + height },
		align,
		cost,
	});
	const [right, left] = [clear.right + gap, clear.left - gap - width];
	const [above, below] = [clear.top - 1 - height, clear.bottom + 1];
	const near = [
		at(right, middleY - height / 2, 'start', 0),
		at(left, middleY - height / 2, 'end', 1),
		at(middleX - width / 2, above, 'middle', 2),
		at(middleX - width / 2, below, 'middle', 2),
		at(right - 4, above + 4, 'start', 3),
		at(right - 4, below - 4, 'start', 3),
		at(left + 4, above + 4, 'end', 4),
		at(left + 4, below - 4, 'end', 4),
	];
	const isNumber = index === sizes.length - 1 && sizes.length > 1;
	const far = distances
		.filter((distance) => isNumber || distance <= farthestName)
		.flatMap((distance) =>
			Array.from({ length: directions }, (_, turn): Candidate => {
				const angle = (2 * Math.PI * turn) / directions;
				const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
				const reach = distance + (Math.abs(ux) * width + Math.abs(uy) * height) / 2;
				const [x, y] = [ux * reach, uy * reach];
				const align = ux > 0.3 ? 'start' : ux < -0.3 ? 'end' : 'middle';
				const candidate = at(x - width / 2, y - height / 2, align, 10 + distance);
				const { box } = candidate;
				const leader: [number, number] = [
					Math.max(box.left, Math.min(0, box.right)),
					Math.max(box.top, Math.min(0, box.bottom)),
				];
				return { ...candidate, leader };
			}),
		);
	return [...near, ...far];
}

/**
 * Places labels so that none touches another, a mark, an obstacle or the edge, at any width of the paper. First each mark gets its
 * smallest label: the most crowded choose first, and a label that finds no room drives out those in its way, which then choose again.
 * Then marks get larger labels as far as there is room, in the order given.
 *
 * @param lines - Points of lines that a label rather does not lie on.
 * @returns One placement for each mark; undefined for those that found no room.
 */
export function placeLabels(
	marks: readonly Mark[],
	paper: Paper,
	obstacles: readonly Obstacle[] = [],
	lines: readonly Point[] = [],
): (Placement | undefined)[] {
	const fixed: Placed[] = obstacles.map(({ x, y, clear }) => ({ x, y, box: clear }));
	const signs = marks.map(({ x, y, clear }) => ({ x, y, box: clear }));
	const at = (index: number) => marks[index] ?? { x: 0, y: 0 };
	const known = new Map<string, Candidate[]>();
	/** Candidates of a size that stay on the paper and off every sign. */
	const candidates = (index: number, size: number): Candidate[] => {
		const key = `${index} ${size}`;
		const made = known.get(key);
		if (made) return made;
		const mark = marks[index];
		const found = !mark
			? []
			: candidatesOf(mark, size)
					.map((candidate) => ({ ...candidate, cost: candidate.cost + crossed(mark, candidate.box) }))
					.sort((a, b) => a.cost - b.cost)
					.filter(({ box, leader }) => {
						const placed = { x: mark.x, y: mark.y, box, leader };
						return (
							isOnPaper(placed, paper) &&
							!fixed.some((other) => touch(placed, other, paper) || leads(placed, other, paper)) &&
							!signs.some((sign, other) => other !== index && touch(placed, sign, paper)) &&
							(leader === undefined || !touchesOwn(placed, mark.clear))
						);
					});
		known.set(key, found);
		return found;
	};
	/** How much of the lines a box would cover, at the narrowest and the widest paper; a far label is worse than a covered line. */
	const crossed = ({ x, y }: Point, { left, top, right, bottom }: Box): number => {
		let count = 0;
		for (const line of lines)
			for (const width of [paper.from, paper.to]) {
				const [dx, dy] = [(line.x - x) * width, (line.y - y) * width];
				if (dx > left && dx < right && dy > top && dy < bottom) count++;
			}
		return Math.min(9, count);
	};
	const chosen: (Candidate | undefined)[] = marks.map(() => undefined);
	/** Marks whose labels a candidate would touch; looks no further once there are more than `most`. */
	const conflicts = (index: number, candidate: Candidate, most = Infinity): number[] => {
		const placed = { ...at(index), ...candidate };
		const found: number[] = [];
		for (const [otherIndex, other] of chosen.entries()) {
			if (!other || otherIndex === index) continue;
			const there = { x: at(otherIndex).x, y: at(otherIndex).y, box: other.box, leader: other.leader };
			if (touch(placed, there, paper) || leads(placed, there, paper) || leads(there, placed, paper))
				if (found.push(otherIndex) > most) break;
		}
		return found;
	};

	const crowd = marks.map(
		({ x, y }) => marks.filter((other) => Math.hypot(other.x - x, other.y - y) * paper.from < 60).length,
	);
	const waiting = marks.map((_, index) => index).sort((a, b) => (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b);
	const driven = marks.map(() => 0);
	for (let steps = 15 * marks.length; steps > 0 && waiting.length > 0; steps--) {
		const index = waiting.shift() ?? 0;
		let best: { candidate: Candidate; out: number[]; cost: number } | undefined;
		for (const candidate of candidates(index, (marks[index]?.sizes.length ?? 1) - 1)) {
			if (best && candidate.cost >= best.cost) continue;
			const room = best ? (best.cost - candidate.cost) / costOfDriving : Infinity;
			const out = conflicts(index, candidate, room);
			if (out.length > room) continue;
			const cost = candidate.cost + out.reduce((sum, other) => sum + costOfDriving * (1 + (driven[other] ?? 0)), 0);
			if (!best || cost < best.cost) best = { candidate, out, cost };
		}
		if (!best) continue;
		for (const other of best.out) {
			chosen[other] = undefined;
			driven[other] = (driven[other] ?? 0) + 1;
			if ((driven[other] ?? 0) <= mostDriven) waiting.push(other);
		}
		chosen[index] = best.candidate;
	}

	/** Gives a mark a label of a size without harm to others; one in the way may step aside. */
	const enlarge = (index: number, size: number): boolean => {
		const old = chosen[index];
		const beside: { candidate: Candidate; other: number }[] = [];
		for (const candidate of candidates(index, size)) {
			const out = conflicts(index, candidate, 1);
			if (out.length === 0) {
				chosen[index] = candidate;
				return true;
			}
			const [other] = out;
			if (out.length === 1 && other !== undefined && !candidate.leader) beside.push({ candidate, other });
		}
		for (const { candidate, other } of beside) {
			const before = chosen[other];
			chosen[index] = candidate;
			chosen[other] = candidates(other, before?.size ?? 0).find((item) => conflicts(other, item, 0).length === 0);
			if (chosen[other]) return true;
			chosen[other] = before;
		}
		chosen[index] = old;
		return false;
	};
	for (const [index, mark] of marks.entries()) {
		const now = chosen[index];
		if (now) mark.sizes.slice(0, now.size).some((_, size) => enlarge(index, size));
	}
	return chosen.map((candidate) => {
		if (!candidate) return undefined;
		const { size, box, align, leader } = candidate;
		return { size, box, align, ...(leader && { leader }) };
	});
}

/** Whether a label that a line leads to lies on its own sign. */
function touchesOwn({ box }: Placed, clear: Box): boolean {
	return box.left < clear.right && box.right > clear.left && box.top < clear.bottom && box.bottom > clear.top;
}
