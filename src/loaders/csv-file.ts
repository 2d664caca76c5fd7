import { CsvError, parse } from 'csv-parse/sync';
import type { Fault, Place, SourceFile } from './source-file.ts';

/** Columns of the glossary that are no languages. */
export const termColumns = ['id', 'variants', 'forbidden', 'note', 'source'] as const;

/** Columns of a table beside a text, for a chart, that are no languages. */
export const tableColumns = ['id', 'value', 'to', 'unit', 'time', 'source', 'url'] as const;

/** Countries and long codes that people take for the code of a language. */
export const languageSlips: Readonly<Record<string, string>> = {
	vn: 'vi',
	vie: 'vi',
	eng: 'en',
	rus: 'ru',
	kr: 'ko',
	kor: 'ko',
	cn: 'zh',
	chi: 'zh',
	zho: 'zh',
	jp: 'ja',
	jpn: 'ja',
};

const isLanguage = (column: string) =>
	/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})?$/.test(column) && !Object.hasOwn(languageSlips, column);

/** Rows told of one file. */
const mostFaults = 20;

/** One row with the words it was typed as. */
interface Row {
	readonly record: readonly string[];
	readonly raw: string;
	/** Line that the row starts on. */
	readonly line: number;
}

/** Cells of a row as they were typed, by the offset they start at. */
function cellStarts(raw: string): number[] {
	const starts = [0];
	let isQuoted = false;
	for (let offset = 0; offset < raw.length; offset++)
		if (raw[offset] === '"') isQuoted = !isQuoted;
		else if (raw[offset] === ',' && !isQuoted) starts.push(offset + 1);
	return starts.map((start) => start + (/^[ \t]*"?/.exec(raw.slice(start))?.[0].length ?? 0));
}

/** Place of an offset in a row. */
function placeIn(row: Row, offset: number): Place {
	const before = row.raw.slice(0, offset).split('\n');
	return { line: row.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The first cell in quotes that runs over the end of its line: where quotes are amiss, it is the one that was not closed. */
function openQuote(lines: readonly string[]): Place | undefined {
	for (const [index, line] of lines.entries()) {
		let isQuoted = false;
		let opened = 0;
		for (let offset = 0; offset < line.length; offset++)
			if (line[offset] === '"') {
				if (!isQuoted) opened = offset;
				isQuoted = !isQuoted;
			}
		if (isQuoted) return { line: index + 1, column: opened + 1 };
	}
	return undefined;
}

function formFault(text: string, error: CsvError): Fault {
	const lines = text.split('\n');
	const detail = (line: number) => (lines[line - 1] ?? '').trim();
	const line = Math.max(1, Number((error as CsvError & { lines?: number }).lines ?? 1));
	const place = openQuote(lines.slice(0, Math.max(line, 1)));
	if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_INVALID_CLOSING_QUOTE') {
		if (place) return { code: 'csv/form', cause: 'quote-open', detail: detail(place.line), ...place };
	}
	const column = (lines[line - 1]?.indexOf('"') ?? 0) + 1;
	return { code: 'csv/form', cause: 'quote-inside', detail: detail(line), line, column: Math.max(1, column) };
}

/** What is wrong with the first line, which names the columns. */
function headerFaults(header: Row, known: readonly string[], needed: string): Fault[] {
	const fault = (cause: string, column: number, name: string): Fault => ({
		code: 'csv/form',
		cause,
		detail: header.raw.split('\n')[0]?.trim() ?? '',
		name,
		...placeIn(header, cellStarts(header.raw)[column] ?? 0),
	});
	if (/^sep=/i.test(header.raw)) return [fault('sep-line', 0, '')];
	const other = [';', '\t', '|'].find((sign) => header.record.length === 1 && header.raw.includes(sign));
	if (other) return [fault('separator', 0, other === '\t' ? 'tab' : other)];
	if (!header.record.includes(needed) && !header.record.some((name) => isLanguage(name)))
		return [fault('no-header', 0, '')];
	const faults: Fault[] = [];
	for (const [index, name] of header.record.entries())
		if (header.record.indexOf(name) < index && name !== '') faults.push(fault('column-twice', index, name));
		else if (!known.includes(name) && !isLanguage(name)) faults.push(fault('column-unknown', index, name));
	const hasNeeded = header.record.includes(needed) || (known.includes('id') && header.record.includes('id'));
	if (!hasNeeded && faults.length === 0) faults.push(fault('column-missing', 0, needed));
	return faults;
}

/**
 * Reads comma-separated rows with a header line. Empty rows, and empty cells that a table program leaves behind the last column,
 * are nothing to speak of.
 *
 * @param text - Content of `glossary.csv` or another table, Unicode NFC, line ends `\n`.
 * @param known - Columns that are no languages.
 * @param needed - Column that must be there; `id` will do in its place.
 * @returns `data` is a list of records by column name; a position path is `[row, column]`, row from 0. Never throws.
 */
export function readCsv(text: string, known: readonly string[] = termColumns, needed = 'id'): SourceFile {
	let faults: Fault[] = [];
	let rows: Row[] = [];
	let names: readonly string[] = [];
	try {
		const options = {
			bom: true,
			info: true,
			raw: true,
			relax_column_count: true,
			skip_empty_lines: true,
			skip_records_with_empty_values: true,
			trim: true,
		} as const;
		const parsed = parse(text, options) as unknown as { record: string[]; raw: string; info: { lines: number } }[];
		const all = parsed.map(({ record, raw: typed, info }): Row => {
			const raw = typed.replace(/^(?:[ \t]*\n)+/, '').replace(/\n$/, '');
			return { record, raw, line: info.lines - (raw.match(/\n/g)?.length ?? 0) };
		});
		const width = Math.max(0, ...all.map(({ record }) => record.findLastIndex((cell) => cell !== '') + 1));
		const [header, ...rest] = all;
		if (header) {
			const columns = header.record.slice(0, header.record.findLastIndex((cell) => cell !== '') + 1);
			faults = headerFaults({ ...header, record: columns }, known, needed);
			names = columns;
			if (faults.length === 0 || width > columns.length)
				for (const row of rest) {
					const count = row.record.findLastIndex((cell) => cell !== '') + 1;
					if (faults.some(({ cause }) => cause !== 'columns')) break;
					const cells = row.record.length;
					if (count > columns.length || cells > header.record.length || cells < columns.length)
						faults.push({
							code: 'csv/form',
							cause: 'columns',
							name: `${cells}/${columns.length}`,
							detail: row.raw.split('\n')[0]?.trim() ?? '',
							line: row.line,
							column: 1,
						});
				}
			const widths = new Set(rest.map(({ record }) => record.length));
			const wide = [...widths][0] ?? 0;
			// Where every row has the same cell too many, the first line lacks a name.
			if (faults.length > 1 && faults.length === rest.length && widths.size === 1 && wide > header.record.length) {
				const usual = ['id', 'vi', 'en', 'ru', 'ko', 'zh', ...known.filter((column) => column !== 'id')];
				const name = `${wide}/${columns.length}`;
				const mended = usual.find((column) => !columns.includes(column));
				const detail = header.raw.split('\n')[0]?.trim() ?? '';
				faults = [
					{
						code: 'csv/form',
						cause: 'header-short',
						detail,
						name,
						line: header.line,
						column: 1,
						...(mended && { mended }),
					},
				];
			}
			rows = rest;
		} else {
			faults = [{ code: 'csv/form', cause: 'empty', detail: '', line: 1, column: 1 }];
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		faults = [formFault(text, error)];
	}
	const place = ([index, column]: readonly PropertyKey[]): Place => {
		const row = rows[Number(index)];
		if (!row) return { line: 1, column: 1 };
		const at = column === undefined ? 0 : names.indexOf(String(column));
		return at < 0 ? { line: row.line, column: 1 } : placeIn(row, at === 0 ? 0 : (cellStarts(row.raw)[at] ?? 0));
	};
	return {
		data:
			faults.length > 0
				? undefined
				: rows.map(({ record }) => Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']))),
		faults: faults.slice(0, mostFaults),
		position: place,
		keyPosition: place,
	};
}
