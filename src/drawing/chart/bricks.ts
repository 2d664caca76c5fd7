import { rectangle, type Mark } from '../marks.ts';

/** Paper between bricks. */
const mortar = 1.5;
/** Narrower bricks than this are no bricks. */
const leastBrick = 9;

/** Steps that people count in: 1, 2 or 5 with zeros. */
export function* roundSteps(from = 1): Generator<number> {
	for (let power = Math.floor(Math.log10(from)); ; power++)
		for (const digit of [1, 2, 5]) {
			const step = digit * 10 ** power;
			// Powers below zero are not exact in binary.
			if (step >= from * 0.999) yield power < 0 ? Number(step.toFixed(-power)) : step;
		}
}

/**
 * What one brick stands for.
 *
 * @param perUnit - Length of one unit of the data along the wall.
 * @param courses - Courses that share the length: two in a bar.
 * @param least - Largest value drawn, to find a step for values below one.
 */
export function brickStep(perUnit: number, largest: number, courses = 2): number {
	for (const step of roundSteps(largest < 2 ? largest / 20 : 1))
		if (step * perUnit * courses >= leastBrick) return step;
	return 1;
}

/**
 * A bar laid as a wall of two courses in bond: as many bricks as units, the last one cut where the value ends.
 *
 * @param start - Value at the left end: the bond goes on where the bar before has stopped.
 */
export function wall(
	{ x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
	perUnit: number,
	[start, end]: readonly [number, number],
	step: number,
): Mark[] {
	const marks: Mark[] = [];
	// Two courses share a length, so that a brick is twice as long as its step.
	const brick = 2 * step;
	const course = (height - mortar) / 2;
	for (const [row, shift] of [0, step].entries()) {
		const first = Math.floor((start + shift) / brick);
		for (let index = first; index * brick - shift < end - 1e-9; index++) {
			const from = Math.max(start, index * brick - shift);
			const to = Math.min(end, (index + 1) * brick - shift);
			const width = (to - from) * perUnit;
			if (width < 0.3) continue;
			marks.push(
				rectangle(
					(index + row) % 3 === 0 ? 'brick-2' : 'brick',
					x + (from - start) * perUnit,
					y + row * (course + mortar),
					// The last brick of a bar has nothing to be parted from.
					Math.max(0.5, to < end ? width - mortar : width),
					course,
				),
			);
		}
	}
	return marks;
}

/** A column: courses of two bricks each, the joint moving from course to course. */
export function column(
	{ x, bottom, width }: { readonly x: number; readonly bottom: number; readonly width: number },
	perUnit: number,
	value: number,
	step: number,
): Mark[] {
	const marks: Mark[] = [];
	const course = 2 * step;
	for (let index = 0; index * course < value - 1e-9; index++) {
		const low = index * course;
		const high = Math.min(value, low + course);
		const height = (high - low) * perUnit - mortar;
		const joints = index % 2 === 0 ? [0, 0.5, 1] : [0, 0.25, 0.75, 1];
		for (const [part, joint] of joints.slice(1).entries()) {
			const from = joints[part] ?? 0;
			marks.push(
				rectangle(
					(index + part) % 3 === 0 ? 'brick-2' : 'brick',
					x + from * width,
					bottom - high * perUnit,
					(joint - from) * width - (joint < 1 ? mortar : 0),
					Math.max(0.5, height),
				),
			);
		}
	}
	return marks;
}
