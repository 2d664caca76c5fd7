/** What a mark is, and so how it looks: each place of use (page, file, picture) has its own way to show a role. */
export type Role =
	/** Two neighbouring bricks. */
	| 'brick'
	| 'brick-2'
	/** A whole behind its part. */
	| 'ground'
	/** Line that everything stands on. */
	| 'horizon'
	| 'grid'
	/** From here to there: the way that is left to a target. */
	| 'span'
	| 'post'
	| 'curve'
	| 'point'
	| 'title'
	| 'value'
	| 'label'
	| 'small';

/** One line of words. `x` is its left edge, middle or right edge by `anchor`, `y` its baseline. */
export interface TextMark {
	readonly kind: 'text';
	readonly role: Role;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly text: string;
}
/** A flat shape. */
export interface PathMark {
	readonly kind: 'path';
	readonly role: Role;
	readonly d: string;
}
export type Mark = TextMark | PathMark;

/** Marks in a frame whose origin is its upper left corner. Nothing reaches over the frame. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly marks: readonly Mark[];
}

const short = (value: number) => String(Math.round(value * 10) / 10);

/** A rectangle as a path. */
export const rectangle = (role: Role, x: number, y: number, width: number, height: number): PathMark => ({
	kind: 'path',
	role,
	d: `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`,
});

/** Box of a line of words: its top and bottom hold every mark of Vietnamese and every descender. */
export function boxOf(
	{ x, y, size, anchor }: TextMark,
	width: number,
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { left, right: left + width, top: y - size, bottom: y + size * 0.26 };
}

/** The same marks further down and to the right. */
export function moved(marks: readonly Mark[], x: number, y: number): Mark[] {
	return marks.map((mark) =>
		mark.kind === 'text'
			? { ...mark, x: mark.x + x, y: mark.y + y }
			: // Paths are absolute moves and lines; everything else in them is relative.
				{
					...mark,
					d: mark.d.replace(
						/([ML])(-?[\d.]+)[ ,](-?[\d.]+)/g,
						(_all, step: string, left: string, top: string) =>
							`${step}${short(Number(left) + x)} ${short(Number(top) + y)}`,
					),
				},
	);
}
