import { scaleLinear } from 'd3-scale';
import { textWidth, wrapText } from '../measure.ts';
import { moved, rectangle, type Drawing, type Mark } from '../marks.ts';
import { brickStep, wall } from './bricks.ts';
import type { Chart, ChartItem } from './chart.ts';

export const sizes = { text: 16, small: 14, leading: 21, smallLeading: 19 } as const;
const barHeight = 25;
const rowGap = 20;
/** From this width on the words stand beside the bar, as in a table. */
const tableWidth = 520;
const columnGap = 14;
/** Between a result and its goal. */
const wordsGap = 6;

/** Lines of words under each other; the first baseline is `y`. */
export function lines(
	texts: readonly string[],
	role: 'value' | 'label' | 'small',
	x: number,
	y: number,
	anchor: 'start' | 'middle' | 'end' = 'start',
): Mark[] {
	const isSmall = role === 'small';
	return texts.map((text, index) => ({
		kind: 'text',
		role,
		x,
		y: y + index * (isSmall ? sizes.smallLeading : sizes.leading),
		size: isSmall ? sizes.small : sizes.text,
		anchor,
		text,
	}));
}

/** Figure first, then what it counts: a block of words of a given width. */
function words(
	{ text, label }: Pick<ChartItem, 'text' | 'label'>,
	valueWidth: number,
	width: number,
	tag: string,
): { readonly marks: Mark[]; readonly height: number } {
	const values = wrapText(text, sizes.text, valueWidth, tag);
	const labels = wrapText(label, sizes.text, width - valueWidth - columnGap, tag);
	return {
		marks: [...lines(values, 'value', 0, sizes.text), ...lines(labels, 'label', valueWidth + columnGap, sizes.text)],
		height: Math.max(values.length, labels.length) * sizes.leading,
	};
}

/** Bar of one row: marks from the upper left corner of its place, and how high they are. */
interface Bar {
	readonly marks: readonly Mark[];
	readonly height: number;
}
interface Row {
	readonly items: readonly Pick<ChartItem, 'text' | 'label'>[];
	/** Draws the bar in a given width. */
	bar(width: number): Bar;
}

/** Lays rows out: a table with the bar as its last column where there is room, else the bar under its words. */
function layOut(rows: readonly Row[], width: number, tag: string, foot: (width: number) => Bar): Drawing {
	const widest = Math.max(...rows.flatMap(({ items }) => items.map(({ text }) => textWidth(text, sizes.text))));
	const isTable = width >= tableWidth;
	const wordsWidth = isTable ? Math.round(width * 0.5) : width;
	const valueWidth = Math.min(widest, Math.round(wordsWidth * 0.42));
	const barLeft = isTable ? wordsWidth + 24 : 0;
	const barWidth = width - barLeft;
	const marks: Mark[] = [];
	let y = 0;
	const put = (own: readonly Mark[], x: number, top: number) => marks.push(...moved(own, x, top));
	for (const row of rows) {
		const bar = row.bar(barWidth);
		let height = 0;
		for (const [index, item] of row.items.entries()) {
			height += index > 0 ? wordsGap : 0;
			const block = words(item, valueWidth, wordsWidth, tag);
			put(block.marks, 0, y + height);
			height += block.height;
		}
		if (isTable) {
			put(bar.marks, barLeft, y + 1);
			y += Math.max(height, bar.height);
		} else {
			put(bar.marks, 0, y + height + 4);
			y += height + 4 + bar.height;
		}
		y += rowGap;
	}
	const end = foot(barWidth);
	put(end.marks, barLeft, y - rowGap + 6);
	return { width, height: Math.ceil(y - rowGap + 6 + end.height), marks };
}

/** The sentence that says what a brick is; right under the bars. */
function brickNote(chart: Chart, step: number, width: number): Bar {
	const texts = wrapText(chart.brick(step), sizes.small, width, chart.tag);
	return { marks: lines(texts, 'small', 0, sizes.small), height: texts.length * sizes.smallLeading };
}

/** Bars from one line, longest value over the whole width. */
export function drawBars(chart: Chart, width: number): Drawing {
	const largest = Math.max(...chart.items.map(({ value }) => value));
	const perUnit = (inner: number) => inner / largest;
	const step = (inner: number) => brickStep(perUnit(inner), largest);
	return layOut(
		chart.items.map((item) => ({
			items: [item],
			bar: (inner) => ({
				marks: wall({ x: 0, y: 0, height: barHeight }, perUnit(inner), [0, item.value], step(inner)),
				height: barHeight,
			}),
		})),
		width,
		chart.tag,
		(inner) => brickNote(chart, step(inner), inner),
	);
}

/** Parts of a whole: each bar starts where the one above has stopped, on the ground of the whole. */
export function drawShares(chart: Chart, width: number): Drawing {
	const whole = chart.items.reduce((sum, { value }) => sum + value, 0);
	const perUnit = (inner: number) => inner / whole;
	const step = (inner: number) => brickStep(perUnit(inner), whole);
	let before = 0;
	const rows = chart.items.map((item): Row => {
		const start = before;
		before += item.value;
		return {
			items: [{ text: `${item.text} · ${chart.percent(item.value / whole)}`, label: item.label }],
			bar: (inner) => ({
				marks: [
					rectangle('ground', 0, 0, inner, barHeight),
					...wall(
						{ x: start * perUnit(inner), y: 0, height: barHeight },
						perUnit(inner),
						[start, start + item.value],
						step(inner),
					),
				],
				height: barHeight,
			}),
		};
	});
	return layOut(rows, width, chart.tag, (inner) => brickNote(chart, step(inner), inner));
}

/** An arch from one place of a line to another: the way that is left. */
function arch(from: number, to: number, base: number, height: number): Mark {
	return {
		kind: 'path',
		role: 'span',
		d: `M${from.toFixed(1)} ${base.toFixed(1)}q${((to - from) / 2).toFixed(1)} ${(-2 * height).toFixed(1)} ${(to - from).toFixed(1)} 0`,
	};
}

/** Results against their goals: every goal stands at the same place, however large it is, and an arch leads to it. */
export function drawTargets(chart: Chart, width: number): Drawing {
	const pairs = chart.items.flatMap((result, index) => {
		const goal = chart.items[index + 1];
		return index % 2 === 0 && goal ? [{ result, goal }] : [];
	});
	const reach = Math.max(
		1,
		...pairs.flatMap(({ result, goal }) => [
			(result.to ?? result.value) / goal.value,
			(goal.to ?? goal.value) / goal.value,
		]),
	);
	const archHeight = 9;
	const rows = pairs.map(({ result, goal }): Row => ({
		items: [result, goal],
		bar: (inner) => {
			const perUnit = (inner - 4) / reach / goal.value;
			const done = (result.to ?? result.value) * perUnit;
			const at = goal.value * perUnit;
			const largest = Math.max(result.value, goal.value);
			return {
				marks: [
					...wall(
						{ x: 0, y: archHeight, height: barHeight },
						perUnit,
						[0, result.to ?? result.value],
						brickStep(perUnit, largest),
					),
					...(goal.to === undefined
						? []
						: [rectangle('ground', at, archHeight, (goal.to - goal.value) * perUnit, barHeight)]),
					rectangle('horizon', 0, archHeight + barHeight, inner, 2),
					rectangle('post', at, archHeight - 5, 3, barHeight + 7),
					...(at - done > 12 ? [arch(done, at, archHeight + 2, archHeight)] : []),
				],
				height: archHeight + barHeight + 2,
			};
		},
	}));
	return layOut(rows, width, chart.tag, () => ({ marks: [], height: 0 }));
}

/** Single figures and spans between two, on one axis from zero. */
export function drawRanges(chart: Chart, width: number): Drawing {
	const largest = Math.max(...chart.items.map(({ value, to = value }) => to));
	const scaleOf = (inner: number) => scaleLinear([0, largest], [0, inner - 4]);
	const rows = chart.items.map(({ value, to, ...words }): Row => ({
		items: [words],
		bar: (inner) => {
			const at = scaleOf(inner);
			const perUnit = at(1);
			return {
				marks: [
					rectangle('grid', 0, barHeight / 2, at(value), 2),
					...(to === undefined
						? [rectangle('post', at(value), 0, 4, barHeight)]
						: wall({ x: at(value), y: 0, height: barHeight }, perUnit, [value, to], brickStep(perUnit, to - value))),
				],
				height: barHeight,
			};
		},
	}));
	return layOut(rows, width, chart.tag, (inner) => axis(chart, scaleOf(inner), inner));
}

/** A horizontal axis with as many figures as have room beside each other. */
function axis(chart: Chart, scale: (value: number) => number, inner: number): Bar {
	const linear = scaleLinear([0, Math.max(...chart.items.map(({ value, to = value }) => to))], [0, inner - 4]);
	for (const count of [6, 5, 4, 3, 2]) {
		const ticks = linear.ticks(count).filter(Number.isFinite);
		const texts = ticks.map((tick) => chart.tick(tick));
		const boxes = ticks.map((tick, index) => {
			const own = textWidth(texts[index] ?? '', sizes.small);
			// The first and last stay inside the frame.
			const middle = Math.min(Math.max(scale(tick), own / 2), inner - own / 2);
			return { left: middle - own / 2, right: middle + own / 2, middle };
		});
		if (boxes.some(({ left }, index) => index > 0 && left < (boxes[index - 1]?.right ?? 0) + 8) && count > 2) continue;
		const shown = count > 2 ? boxes.map((_box, index) => index) : [boxes.length - 1];
		return {
			marks: [
				rectangle('horizon', 0, 0, inner, 2),
				...ticks.map((tick) => rectangle('horizon', Math.min(scale(tick), inner - 2), 0, 2, 7)),
				...shown.flatMap((index) =>
					lines([texts[index] ?? ''], 'small', boxes[index]?.middle ?? 0, 8 + sizes.small, 'middle'),
				),
			],
			height: 8 + sizes.smallLeading + 2,
		};
	}
	return { marks: [rectangle('horizon', 0, 0, inner, 2)], height: 2 };
}
