import { period, publicUrl } from './primitives.ts';
import { own } from './introspect.ts';

/** One row of a table for a chart: the id of a fact alone, or a figure with its labels and where it comes from. */
export interface TableRow {
	/** Id of a fact; then nothing else of the row is used. */
	readonly fact: string | undefined;
	/** What the figure counts, by language. */
	readonly labels: Readonly<Record<string, string>>;
	readonly value: string;
	/** End of a range; empty for a single figure. */
	readonly to: string;
	readonly unit: string;
	/** Day, month, quarter or year; empty when it is not known. */
	readonly time: string;
	/** Publisher and title of the page that states the figure. */
	readonly source: string;
	readonly url: string;
}

/** A number as tables write it: digits, at most one point, no spaces or commas. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** What is wrong with one cell. */
export interface CellFault {
	readonly column: string;
	readonly cause: 'number' | 'order' | 'time' | 'url' | 'label' | 'source' | 'both';
	readonly seen: string;
}

/** Judges a row and gives it a shape. */
export function readRow(
	record: unknown,
	locales: readonly string[],
): { readonly row: TableRow; readonly faults: readonly CellFault[] } {
	const cell = (column: string) => {
		const value = own(record, column);
		return typeof value === 'string' ? value.trim() : '';
	};
	const labels = Object.fromEntries(locales.flatMap((locale) => (cell(locale) === '' ? [] : [[locale, cell(locale)]])));
	const [value, to, unit, time, source, url] = ['value', 'to', 'unit', 'time', 'source', 'url'].map(cell) as [
		string,
		string,
		string,
		string,
		string,
		string,
	];
	const fact = cell('id') === '' ? undefined : cell('id');
	const row: TableRow = { fact, labels, value, to, unit, time, source, url };
	const faults: CellFault[] = [];
	if (fact !== undefined) {
		// A figure that stands in the register is not typed a second time.
		if (value !== '') faults.push({ column: 'value', cause: 'both', seen: value });
		return { row, faults };
	}
	for (const [column, typed] of [
		['value', value],
		['to', to],
	] as const)
		if (!(column === 'to' && typed === '') && readNumber(typed) === undefined)
			faults.push({ column, cause: 'number', seen: typed });
	const [from, end] = [readNumber(value), readNumber(to)];
	if (from !== undefined && end !== undefined && end <= from) faults.push({ column: 'to', cause: 'order', seen: to });
	if (time !== '' && !period.safeParse(time).success) faults.push({ column: 'time', cause: 'time', seen: time });
	for (const locale of locales)
		if (labels[locale] === undefined) faults.push({ column: locale, cause: 'label', seen: '' });
	if (source === '') faults.push({ column: 'source', cause: 'source', seen: '' });
	if (!publicUrl.safeParse(url).success) faults.push({ column: 'url', cause: 'url', seen: url });
	return { row, faults };
}
