import type { Nodes } from 'mdast';
import { dueEntries, type ContentFolder, type EntryFolder } from '#loaders/content-folder.ts';
import { tableColumns } from '#loaders/csv-file.ts';
import type { Fault, Place } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import {
	chartData,
	chartSources,
	chartUse,
	measureOf,
	type ChartDatum,
	type ChartKind,
	type ChartUse,
} from '#schema/chart.ts';
import type { Content } from '#schema/content.ts';
import { readRow, type CellFault, type TableRow } from '#schema/table.ts';
import { sayings } from './file-sayings.ts';
import { nearest } from './shape.ts';
import { attributeOf, isJsx, shorten, start, walk, type JsxNode } from './structure.ts';

type Say = Problem['say'];
type Add = (file: string, place: Place, code: Code, say: Say, severity?: Problem['severity']) => void;

/** Data of charts: where it comes from, whether the kind can show it, tables beside the texts. */
export function checkCharts(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const add: Add = (file, { line, column }, code, say, severity = 'error') =>
		problems.push({ file: `${folderName}/${file}`, line, column, code, severity, say });
	const locales = content.site.locales.map(({ locale }) => locale);
	const [sourceLocale = 'vi'] = locales;
	for (const entry of dueEntries(folder)) {
		const tables = checkTables(entry, content, locales, add);
		const used = new Set<string>();
		for (const [locale, { path, markdown }] of entry.texts) {
			if (!markdown) continue;
			const seen = new Map<string, number>();
			walk(markdown, (node, _parent, inside) => {
				if (!isJsx(node)) return;
				if (node.name === 'Infographic') checkSheet(node, path, inside, add);
				if (node.name !== 'Chart') return;
				const csv = attributeOf(node, 'csv');
				if (csv !== undefined) used.add(csv.replace(/^\.\//, ''));
				const key = [...chartSources, 'kind', 'title'].map((name) => attributeOf(node, name) ?? '').join('\n');
				const before = seen.get(key);
				if (before !== undefined)
					add(path, start(node), 'chart/data', {
						vi: `Biểu đồ này giống hệt biểu đồ ở dòng ${before}. Xóa một trong hai, hoặc đổi \`title\` và số liệu.`,
						en: `This chart is the same as the one in line ${before}. Delete one of the two, or change \`title\` and data.`,
					});
				seen.set(key, start(node).line);
				const use = checkSource(node, entry, content, tables, path, add);
				// What the facts are worth is the same in every language and told once.
				if (use && locale === sourceLocale)
					checkData(node, use, chartData(use, content.facts, tables), locales, path, add);
			});
		}
		for (const name of entry.tables?.keys() ?? [])
			if (!used.has(name))
				add(
					`${entry.path}/${name}`,
					{ line: 1, column: 1 },
					'chart/csv',
					{
						vi: `Không bài nào dùng bảng \`${name}\`. Viết \`<Chart csv="./${name}" … />\` trong bài, hoặc xóa tệp.`,
						en: `No text uses the table \`${name}\`. Write \`<Chart csv="./${name}" … />\` in the text, or delete the file.`,
					},
					'warning',
				);
	}
	return problems;
}

/** An infographic holds charts, and does not stand in another. */
function checkSheet(node: JsxNode, path: string, inside: readonly string[], add: Add): void {
	let charts = 0;
	walk(node, (item: Nodes) => {
		if (isJsx(item) && item.name === 'Chart') charts++;
	});
	if (charts === 0)
		add(path, start(node), 'chart/data', {
			vi: 'Trong `<Infographic>` không có biểu đồ nào. Đặt một hay nhiều `<Chart … />` giữa `<Infographic …>` và `</Infographic>`, mỗi thẻ một dòng riêng.',
			en: 'There is no chart inside `<Infographic>`. Put one or more `<Chart … />` between `<Infographic …>` and `</Infographic>`, each in a line of its own.',
		});
	if (inside.includes('Infographic'))
		add(path, start(node), 'structure/component-inside', {
			vi: '`<Infographic>` này nằm trong một `<Infographic>` khác. Đóng thẻ ngoài bằng `</Infographic>` trước.',
			en: 'This `<Infographic>` stands inside another. Close the outer one with `</Infographic>` first.',
		});
}

/** Where the data comes from: exactly one place that exists and holds something. */
function checkSource(
	node: JsxNode,
	entry: EntryFolder,
	content: Content,
	tables: ReadonlyMap<string, readonly TableRow[]>,
	path: string,
	add: Add,
): ChartUse | undefined {
	const given = chartSources.filter((name) => attributeOf(node, name) !== undefined);
	const place = start(node);
	if (given.length !== 1) {
		add(path, place, 'chart/data', {
			vi:
				given.length === 0
					? '`<Chart>` không có số liệu. Thêm một trong ba thuộc tính: `facts="mã mã"`, `series="tên"` hoặc `csv="./tệp.csv"`.'
					: `\`<Chart>\` lấy số liệu từ ${given.length} nơi: ${given.map((name) => `\`${name}\``).join(', ')}. Giữ lại một.`,
			en:
				given.length === 0
					? '`<Chart>` has no data. Add one of three attributes: `facts="id id"`, `series="name"` or `csv="./file.csv"`.'
					: `\`<Chart>\` takes data from ${given.length} places: ${given.map((name) => `\`${name}\``).join(', ')}. Keep one.`,
		});
		return undefined;
	}
	const [by = 'facts'] = given;
	const value = attributeOf(node, by)?.trim() ?? '';
	if (by === 'series') {
		const names = [...new Set([...content.facts.values()].flatMap(({ series = [] }) => series))];
		if (!names.includes(value)) {
			const meant = nearest(value, names);
			add(path, place, 'chart/series', {
				vi: `Không số liệu nào trong facts.yaml thuộc chuỗi \`${shorten(value)}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Sửa tên, hoặc ghi \`series: [${shorten(value) || 'ten-chuoi'}]\` vào các mục của facts.yaml theo thứ tự muốn vẽ.`,
				en: `No fact of facts.yaml belongs to a series \`${shorten(value)}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Correct the name, or write \`series: [${shorten(value) || 'name'}]\` into the records of facts.yaml, in the order to be drawn.`,
			});
			return undefined;
		}
	}
	if (by === 'csv') {
		const name = value.replace(/^\.\//, '');
		if (!entry.files.includes(name)) {
			const files = entry.files.filter((file) => file.endsWith('.csv'));
			const meant = nearest(name, files) ?? (files.length === 1 ? files[0] : undefined);
			add(path, place, 'chart/csv', {
				vi: `Cạnh bài không có tệp \`${shorten(value)}\`.${meant ? ` Có phải \`./${meant}\`?` : ''} Sửa tên, hoặc đặt tệp bảng số (\`.csv\`) vào thư mục của bài.`,
				en: `There is no file \`${shorten(value)}\` beside the text.${meant ? ` Did you mean \`./${meant}\`?` : ''} Correct the name, or put the table (\`.csv\`) into the folder of the text.`,
			});
			return undefined;
		}
		// A table that cannot be read is told as what it is.
		if (!tables.has(name)) return undefined;
	}
	const attributes = Object.fromEntries(
		['kind', 'title', 'description', by].map((name) => [name, attributeOf(node, name)]),
	);
	return chartUse(attributes);
}

const kindWords: Readonly<Record<ChartKind, Say>> = {
	bar: { vi: 'số đơn, từ 0 trở lên', en: 'single figures, not below zero' },
	column: { vi: 'số đơn, từ 0 trở lên', en: 'single figures, not below zero' },
	line: { vi: 'số đơn, từ 0 trở lên', en: 'single figures, not below zero' },
	share: { vi: 'số đơn lớn hơn 0, là các phần của một tổng', en: 'single figures above zero, parts of one whole' },
	target: { vi: 'từng cặp: kết quả, rồi mục tiêu', en: 'pairs: a result, then its goal' },
	range: { vi: 'số đơn và khoảng số, từ 0 trở lên', en: 'figures and ranges, not below zero' },
};

/** Whether the kind can show these figures, and whether they have words. */
function checkData(
	node: JsxNode,
	use: ChartUse,
	data: readonly ChartDatum[],
	locales: readonly string[],
	path: string,
	add: Add,
): void {
	const { kind } = use;
	const place = start(node);
	const nameOf = ({ fact, row }: ChartDatum) => fact?.id ?? Object.values(row?.labels ?? {})[0] ?? row?.value ?? '';
	const quoted = (list: readonly ChartDatum[]) => list.map((datum) => `\`${shorten(nameOf(datum))}\``).join(', ');
	if (data.length === 0) {
		const hasIds = use.source.by === 'facts' && use.source.value !== '';
		// Ids that nobody knows are told one by one.
		if (!hasIds)
			add(path, place, 'chart/data', {
				vi: `Biểu đồ không có số liệu nào: \`${use.source.by}\` để trống. Ghi ít nhất hai số liệu.`,
				en: `The chart has no data: \`${use.source.by}\` is empty. Name at least two figures.`,
			});
		return;
	}
	const told = (wrong: readonly ChartDatum[], why: Say) =>
		add(path, place, 'chart/kind', {
			vi: `Biểu đồ \`${kind}\` vẽ ${kindWords[kind].vi}; ${why.vi}${wrong.length > 0 ? `: ${quoted(wrong)}` : ''}. Chọn số liệu khác hoặc \`kind\` khác.`,
			en: `A chart \`${kind}\` draws ${kindWords[kind].en}; ${why.en}${wrong.length > 0 ? `: ${quoted(wrong)}` : ''}. Choose other figures or another \`kind\`.`,
		});
	const measures = data.map((datum) => ({ datum, measure: measureOf(datum) }));
	const noNumbers = measures.filter(({ measure }) => !measure).map(({ datum }) => datum);
	const ranges = measures.filter(({ measure }) => measure?.to !== undefined).map(({ datum }) => datum);
	const below = measures
		.filter(({ measure }) => measure && (kind === 'share' ? measure.value <= 0 : measure.value < 0))
		.map(({ datum }) => datum);
	const isAllZero = measures.every(({ measure }) => !measure || (measure.to ?? measure.value) === 0);
	if (noNumbers.length > 0) told(noNumbers, { vi: 'đây là ngày tháng hoặc chữ', en: 'these are dates or words' });
	else if (ranges.length > 0 && kind !== 'range' && kind !== 'target')
		told(ranges, { vi: 'đây là khoảng số', en: 'these are ranges' });
	else if (below.length > 0) told(below, { vi: 'số quá nhỏ', en: 'these are too small' });
	else if (isAllZero) told([], { vi: 'mọi số đều bằng 0', en: 'every figure is zero' });
	else if (kind === 'target' && data.length % 2 !== 0)
		told([], { vi: `ở đây có ${data.length} số, là số lẻ`, en: `here are ${data.length}, an odd number` });
	else if (data.length < 2) told([], { vi: 'ở đây chỉ có một số', en: 'here is only one' });
	else if (kind === 'target' && measures.some(({ measure }, index) => index % 2 === 1 && measure?.value === 0))
		told([], { vi: 'mục tiêu không thể bằng 0', en: 'a goal cannot be zero' });
	else checkUnits(kind, measures, path, place, add);
	const unnamed = data.filter(({ fact }) => fact && locales.some((locale) => fact.words?.[locale] === undefined));
	if (unnamed.length > 0)
		add(path, place, 'chart/words', {
			vi: `Số liệu này chưa có đủ nhãn (\`words\`) để ghi trên biểu đồ: ${quoted(unnamed)}. Thêm \`words\` bằng ${locales.join(', ')} vào facts.yaml.`,
			en: `These facts lack labels (\`words\`) to be written on the chart: ${quoted(unnamed)}. Add \`words\` in ${locales.join(', ')} to facts.yaml.`,
		});
}

/** One axis has one unit; results and goals share theirs by pairs. */
function checkUnits(
	kind: ChartKind,
	measures: readonly { readonly measure: ReturnType<typeof measureOf> }[],
	path: string,
	place: Place,
	add: Add,
): void {
	const units = measures.map(({ measure }) => measure?.unit ?? '');
	const shown = (list: readonly string[]) =>
		[...new Set(list)].map((unit) => (unit === '' ? '–' : `\`${unit}\``)).join(', ');
	if (kind === 'target') {
		const wrong = units.flatMap((unit, index) =>
			index % 2 === 1 && unit !== units[index - 1] ? [[units[index - 1] ?? '', unit]] : [],
		);
		for (const pair of wrong.slice(0, 1))
			add(path, place, 'chart/units', {
				vi: `Kết quả và mục tiêu của một cặp khác đơn vị: ${shown(pair)}. Ghép lại các cặp, hoặc chọn số liệu cùng đơn vị.`,
				en: `A result and its goal have different units: ${shown(pair)}. Pair them anew, or choose facts of one unit.`,
			});
	} else if (new Set(units).size > 1)
		add(path, place, 'chart/units', {
			vi: `Các số liệu có đơn vị khác nhau (${shown(units)}) nên không đặt được trên một trục. Tách thành nhiều biểu đồ, hoặc đặt chúng trong \`<Facts ids="…" />\`.`,
			en: `These figures have different units (${shown(units)}), which one axis cannot show. Make several charts, or put them into \`<Facts ids="…" />\`.`,
		});
}

const cellWords: Readonly<Record<CellFault['cause'], (column: string, seen: string) => Say>> = {
	number: (column, seen) => ({
		vi: `Cột \`${column}\` phải là một con số, không phải \`${shorten(seen)}\`. Viết liền các chữ số, phần lẻ sau dấu chấm (\`1234.5\`); đơn vị ghi ở cột \`unit\`.`,
		en: `The column \`${column}\` takes a number, not \`${shorten(seen)}\`. Write the digits together, with a point before decimals (\`1234.5\`); the unit goes into the column \`unit\`.`,
	}),
	order: (_column, seen) => ({
		vi: `Cột \`to\` (\`${shorten(seen)}\`) phải lớn hơn cột \`value\`. Đổi chỗ hai số, hoặc để trống \`to\`.`,
		en: `The column \`to\` (\`${shorten(seen)}\`) must be larger than \`value\`. Swap the two, or leave \`to\` empty.`,
	}),
	time: (_column, seen) => ({
		vi: `Cột \`time\` không nhận \`${shorten(seen)}\`. Viết \`2026-03-31\`, \`2026-03\`, \`2026-Q1\` hoặc \`2026\`, hay để trống.`,
		en: `The column \`time\` does not take \`${shorten(seen)}\`. Write \`2026-03-31\`, \`2026-03\`, \`2026-Q1\` or \`2026\`, or leave it empty.`,
	}),
	url: (_column, seen) => ({
		vi: `Cột \`url\` phải là địa chỉ \`https://…\` của trang nêu con số này${seen === '' ? '' : `, không phải \`${shorten(seen)}\``}.`,
		en: `The column \`url\` takes the address \`https://…\` of the page that states the figure${seen === '' ? '' : `, not \`${shorten(seen)}\``}.`,
	}),
	label: (column) => ({
		vi: `Dòng này thiếu nhãn ở cột \`${column}\`. Viết số này đếm điều gì, bằng ngôn ngữ của cột.`,
		en: `This row lacks its label in the column \`${column}\`. Write what the figure counts, in the language of the column.`,
	}),
	source: () => ({
		vi: 'Dòng này thiếu nguồn ở cột `source`. Viết nơi đăng và tên trang nêu con số.',
		en: 'This row lacks its source in the column `source`. Write publisher and title of the page that states the figure.',
	}),
	both: (_column, seen) => ({
		vi: `Dòng này vừa có mã ở cột \`id\` vừa có số \`${shorten(seen)}\` ở cột \`value\`. Số đã có trong facts.yaml: để trống \`value\`.`,
		en: `This row has an id in the column \`id\` and a figure \`${shorten(seen)}\` in \`value\`. The figure stands in facts.yaml: leave \`value\` empty.`,
	}),
};

const columnList = [...tableColumns].map((column) => `\`${column}\``).join(', ');
/** Faults of the first line whose words depend on the columns; the others are the same for every table. */
const headerWords: Readonly<Record<string, (fault: Fault) => Say>> = {
	'column-unknown': ({ name = '' }) => {
		const meant = nearest(name, [...tableColumns]);
		return {
			vi: `Bảng không có cột \`${shorten(name)}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các cột là mã ngôn ngữ (\`vi\`, \`en\`…) và ${columnList}.`,
			en: `A table has no column \`${shorten(name)}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} The columns are language codes (\`vi\`, \`en\`…) and ${columnList}.`,
		};
	},
	'column-missing': () => ({
		vi: 'Dòng đầu không có cột `value` (con số) và cũng không có cột `id` (mã trong facts.yaml). Thêm một trong hai.',
		en: 'The first line has neither a column `value` (the figure) nor a column `id` (of facts.yaml). Add one of them.',
	}),
	'no-header': () => ({
		vi: `Dòng đầu phải là tên các cột: mã ngôn ngữ (\`vi\`, \`en\`…) và ${columnList}.`,
		en: `The first line must name the columns: language codes (\`vi\`, \`en\`…) and ${columnList}.`,
	}),
	empty: () => ({
		vi: 'Tệp trống. Viết dòng đầu là tên các cột, mỗi dòng sau là một số liệu; hoặc xóa tệp.',
		en: 'The file is empty. Write the names of the columns in its first line and one figure in each row, or delete the file.',
	}),
};

/** Tables of one entry that can be used, after telling what is wrong with them. */
function checkTables(
	entry: EntryFolder,
	content: Content,
	locales: readonly string[],
	add: Add,
): Map<string, readonly TableRow[]> {
	const right = new Map<string, readonly TableRow[]>();
	for (const [name, table] of entry.tables ?? []) {
		const path = `${entry.path}/${name}`;
		for (const fault of table.faults) {
			const own = headerWords[fault.cause ?? ''];
			add(path, fault, own ? 'chart/csv' : 'csv/form', own?.(fault) ?? sayings['csv/form'](fault));
		}
		if (table.faults.length > 0 || !Array.isArray(table.data)) continue;
		const rows = (table.data as readonly unknown[]).map((record) => readRow(record, locales));
		for (const [index, { row, faults }] of rows.entries()) {
			for (const { column, cause, seen } of faults)
				add(path, table.position([index, column]), 'chart/csv', cellWords[cause](column, seen));
			if (row.fact !== undefined && !content.facts.has(row.fact)) {
				const meant = nearest(row.fact, [...content.facts.keys()]);
				add(path, table.position([index, 'id']), 'facts/unknown', {
					vi: `Không có mã \`${shorten(row.fact)}\` trong facts.yaml.${meant ? ` Có phải \`${meant}\`?` : ''} Sửa mã, hoặc thêm vào facts.yaml.`,
					en: `There is no \`${shorten(row.fact)}\` in facts.yaml.${meant ? ` Did you mean \`${meant}\`?` : ''} Correct the id, or add it to facts.yaml.`,
				});
			}
		}
		// A row with a slip is told above; the kind is judged once the table is right.
		if (rows.every(({ faults }) => faults.length === 0))
			right.set(
				name,
				rows.map(({ row }) => row),
			);
	}
	return right;
}
