import { parse } from 'csv-parse/sync';
import type { Fault, SourceFile } from './source-file.ts';

/**
 * Reads comma-separated rows with a header line.
 *
 * @returns `data` is a list of records by column name; a position path is `[row, column]`, row from 0.
 */
export function readCsv(text: string): SourceFile {
	const faults: Fault[] = [];
	let rows: { record: Record<string, string>; info: { lines: number } }[] = [];
	try {
		rows = parse(text, { columns: true, info: true, skip_empty_lines: true, trim: true }) as unknown as typeof rows;
	} catch (error) {
		const line = Number((error as { lines?: number }).lines ?? 1);
		faults.push({ code: 'csv/form', detail: text.split('\n')[line - 1]?.slice(0, 80) ?? '', line, column: 1 });
	}
	const place = (path: readonly PropertyKey[]) => ({ line: rows[Number(path[0])]?.info.lines ?? 1, column: 1 });
	return {
		data: faults.length > 0 ? undefined : rows.map((row) => row.record),
		faults,
		position: place,
		keyPosition: place,
	};
}
