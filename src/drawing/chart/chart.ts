/** Ways to show data. The first four count from zero, `target` sets results against goals, `range` puts spans on one axis. */
export type ChartKind = 'bar' | 'column' | 'line' | 'share' | 'target' | 'range';

/** One figure, in the words and numbers of one language. */
export interface ChartItem {
	readonly value: number;
	/** End of a range that starts at `value`. */
	readonly to?: number | undefined;
	/** The value as the language writes it, with unit and qualifier. */
	readonly text: string;
	/** What the figure counts. */
	readonly label: string;
	/** When it was true, as a number on an axis of time and in words; for columns and lines. */
	readonly time?: { readonly at: number; readonly text: string } | undefined;
}

/** Data of a chart with every word that is to be drawn. */
export interface Chart {
	readonly kind: ChartKind;
	/** In the order of the register. Of `target` each result is followed by its goal. */
	readonly items: readonly ChartItem[];
	/** Language of the words. */
	readonly tag: string;
	/** A number on the axis, with the unit of the data. */
	tick(value: number): string;
	/** A part of a whole, as `30 %`. */
	percent(part: number): string;
	/** What one brick stands for, in a sentence. */
	brick(value: number): string;
}
