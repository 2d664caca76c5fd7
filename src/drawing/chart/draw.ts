import { wrapText } from '../measure.ts';
import { moved, rectangle, type Drawing, type Mark } from '../marks.ts';
import type { Chart, ChartKind } from './chart.ts';
import { drawColumns, drawLine } from './columns.ts';
import { drawBars, drawRanges, drawShares, drawTargets } from './rows.ts';

const drawers: Readonly<Record<ChartKind, (chart: Chart, width: number) => Drawing>> = {
	bar: drawBars,
	column: drawColumns,
	line: drawLine,
	share: drawShares,
	target: drawTargets,
	range: drawRanges,
};

/** Widths of a drawing in a page: for a phone, and for a column of text on a wide screen. */
export const pageWidths = { phone: 328, column: 640 } as const;

/** Draws the data, without title: a page says that in its own words. */
export const drawChart = (chart: Chart, width: number): Drawing => drawers[chart.kind](chart, width);

/** A sheet that stands by itself: one chart with its title and where it comes from, or several under a common title. */
export interface Sheet {
	readonly title: string;
	readonly tag: string;
	readonly charts: readonly { readonly title: string | undefined; readonly chart: Chart }[];
	/** Publishers, dates and addresses, a paragraph each. */
	readonly notes: readonly string[];
}

const margin = 32;

/** Draws a sheet of a given outer width. */
export function drawSheet({ title, tag, charts, notes }: Sheet, width: number): Drawing {
	const inner = width - 2 * margin;
	const marks: Mark[] = [];
	let y = margin;
	const write = (text: string, role: 'title' | 'value' | 'small', size: number, leading: number) => {
		for (const line of wrapText(text, size, inner, tag)) {
			marks.push({ kind: 'text', role, x: margin, y: y + size, size, anchor: 'start', text: line });
			y += leading;
		}
	};
	write(title, 'title', 24, 31);
	for (const { title: own, chart } of charts) {
		y += 20;
		if (own !== undefined) write(own, 'value', 18, 25);
		y += own === undefined ? 0 : 8;
		const drawing = drawChart(chart, inner);
		marks.push(...moved(drawing.marks, margin, y));
		y += drawing.height;
	}
	y += 22;
	marks.push(rectangle('horizon', margin, y, inner, 3));
	y += 10;
	for (const note of notes) write(note, 'small', 14, 19);
	return { width, height: Math.ceil(y + margin - 8), marks };
}
