import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { textWidth, wrapText } from '../measure.ts';
import { moved, rectangle, type Drawing, type Mark } from '../marks.ts';
import { brickStep, column } from './bricks.ts';
import type { Chart, ChartItem } from './chart.ts';
import { lines, sizes } from './rows.ts';

const plotHeight = 190;
const widestColumn = 72;
/** Lines that a label under its column may have; a longer one goes into the list below. */
const mostLines = 4;

/** Figures with their number, for labels that have no room at their place. */
function numberedList(items: readonly ChartItem[], width: number, tag: string): { marks: Mark[]; height: number } {
	const numberWidth = Math.max(...items.map((_item, index) => textWidth(String(index + 1), sizes.text))) + 10;
	const marks: Mark[] = [];
	let y = 0;
	for (const [index, { text, label, time }] of items.entries()) {
		marks.push(...lines([String(index + 1)], 'small', 0, y + sizes.text));
		const values = wrapText(time ? `${time.text}: ${text}` : text, sizes.text, width - numberWidth, tag);
		marks.push(...lines(values, 'value', numberWidth, y + sizes.text));
		y += values.length * sizes.leading;
		// What every figure counts alike stands in the title; here only what tells them apart.
		const labels = time ? [] : wrapText(label, sizes.text, width - numberWidth, tag);
		marks.push(...lines(labels, 'label', numberWidth, y + sizes.text));
		y += labels.length * sizes.leading + 8;
	}
	return { marks, height: y - 8 };
}

/** Columns on one ground: figure above, what it counts below; or numbers, and a list that explains them. */
export function drawColumns(chart: Chart, width: number): Drawing {
	const { items, tag } = chart;
	const slot = width / items.length;
	const room = slot - 12;
	const values = items.map(({ text }) => wrapText(text, sizes.text, room, tag));
	const labels = items.map(({ label, time }) => wrapText(time?.text ?? label, sizes.small, room, tag));
	const fits =
		values.every((own) => own.length <= 2) &&
		labels.every((own) => own.length <= mostLines) &&
		// A word cut in the middle is not a label.
		items.every(({ text, label, time }) =>
			[text, time?.text ?? label].every((words) => longestWord(words, tag) <= room),
		);
	const above = (fits ? Math.max(...values.map((own) => own.length)) : 1) * sizes.leading + 4;
	const ground = above + plotHeight;
	const largest = Math.max(...items.map(({ value }) => value));
	const perUnit = plotHeight / largest;
	const step = brickStep(perUnit, largest);
	const columnWidth = Math.min(widestColumn, room);
	const marks: Mark[] = [];
	for (const [index, { value }] of items.entries()) {
		const middle = (index + 0.5) * slot;
		marks.push(...column({ x: middle - columnWidth / 2, bottom: ground, width: columnWidth }, perUnit, value, step));
		const top = ground - value * perUnit;
		const own = fits ? (values[index] ?? []) : [String(index + 1)];
		marks.push(...lines(own, 'value', middle, top - (own.length - 1) * sizes.leading - 7, 'middle'));
		if (fits) marks.push(...lines(labels[index] ?? [], 'small', middle, ground + 6 + sizes.small, 'middle'));
	}
	marks.push(rectangle('horizon', 0, ground, width, 2));
	let y = ground + 8;
	if (fits) y += Math.max(...labels.map((own) => own.length)) * sizes.smallLeading + 4;
	else {
		const list = numberedList(items, width, tag);
		marks.push(...moved(list.marks, 0, y + 6));
		y += list.height + 12;
	}
	const note = wrapText(chart.brick(step), sizes.small, width, tag);
	marks.push(...lines(note, 'small', 0, y + sizes.small));
	return { width, height: Math.ceil(y + note.length * sizes.smallLeading), marks };
}

function longestWord(text: string, tag: string): number {
	const words = /^(?:zh|ja)/.test(tag) ? [] : text.split(/\s+/u);
	return Math.max(0, ...words.map((word) => textWidth(word, sizes.text)));
}

/** Two boxes of words that touch. */
interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}
const touch = (a: Box, b: Box) =>
	a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom + 2 && b.top < a.bottom + 2;

/** A line through points in time. Figures stand at their points where they have room; every one of them is in the table. */
export function drawLine(chart: Chart, width: number): Drawing {
	const { items } = chart;
	const largest = Math.max(...items.map(({ value }) => value));
	const levels = scaleLinear([0, largest], [plotHeight, 0]).nice(4);
	const ticks = levels.ticks(4);
	const tickWidth = Math.max(...ticks.map((tick) => textWidth(chart.tick(tick), sizes.small)));
	const above = sizes.leading + 8;
	const times = items.map(({ time }, index) => time?.at ?? index);
	const inset = 14;
	// Figures too wide to stand beside the plot stand on its lines, where the words of the points leave them room.
	const isBeside = tickWidth + 10 <= width * 0.3;
	const left = isBeside ? tickWidth + 10 : 0;
	const across = scaleLinear(
		[Math.min(...times), Math.max(...times)],
		items.length > 1 ? [left + inset, width - inset] : [(left + width) / 2, (left + width) / 2],
	);
	const points = items.map(({ value }, index) => [across(times[index] ?? 0), above + levels(value)] as const);
	const marks: Mark[] = [];
	for (const tick of ticks) {
		const y = above + levels(tick);
		marks.push(rectangle(tick === 0 ? 'horizon' : 'grid', left, y, width - left, tick === 0 ? 2 : 1));
		if (isBeside) marks.push(...lines([chart.tick(tick)], 'small', left - 8, y + sizes.small * 0.35, 'end'));
	}
	marks.push({ kind: 'path', role: 'curve', d: line().digits(1)(points.map(([x, y]) => [x, y])) ?? '' });
	for (const [x, y] of points) marks.push(rectangle('point', x - 4, y - 4, 8, 8));

	/** Places words only where nothing stands yet; the ends first, for they are what the line is about. */
	const order = [...items.keys()].sort((a, b) => rank(a, items) - rank(b, items));
	const ground = above + plotHeight;
	const placed: Box[] = [];
	const place = (text: string, size: number, x: number, y: number, role: 'value' | 'small') => {
		const own = textWidth(text, size);
		if (own > width - left) return;
		const middle = Math.min(Math.max(x, left + own / 2), width - own / 2);
		const box = { left: middle - own / 2, right: middle + own / 2, top: y - size, bottom: y + size * 0.26 };
		if (placed.some((other) => touch(box, other))) return;
		placed.push(box);
		marks.push(...lines([text], role, middle, y, 'middle'));
	};
	for (const index of order) {
		const [x = 0, y = 0] = points[index] ?? [];
		place(items[index]?.text ?? '', sizes.text, x, y - 11, 'value');
	}
	if (!isBeside)
		for (const tick of ticks.slice(1)) place(chart.tick(tick), sizes.small, 0, above + levels(tick) - 5, 'small');
	for (const index of order) {
		const [x = 0] = points[index] ?? [];
		place(items[index]?.time?.text ?? String(index + 1), sizes.small, x, ground + 8 + sizes.small, 'small');
	}
	const height = ground + 8 + sizes.smallLeading + 2;
	if (items.every(({ time }) => time)) return { width, height, marks };
	const list = numberedList(items, width, chart.tag);
	return { width, height: Math.ceil(height + 8 + list.height), marks: [...marks, ...moved(list.marks, 0, height + 8)] };
}

/** First, last, highest and lowest come before the others. */
function rank(index: number, items: readonly ChartItem[]): number {
	const { value = 0 } = items[index] ?? {};
	if (index === 0 || index === items.length - 1) return 0;
	const all = items.map((item) => item.value);
	return value === Math.max(...all) || value === Math.min(...all) ? 1 : 2 + index;
}
