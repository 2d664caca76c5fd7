import type { Nodes, Root } from 'mdast';
import { readNumber, type TableRow } from './table.ts';
import type { Fact } from './facts.ts';

/** Ways to show data; `drawing/chart/chart.ts` says how each is drawn. */
export const chartKinds = ['bar', 'column', 'line', 'share', 'target', 'range'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** Where a chart has its data: exactly one of these attributes. */
export const chartSources = ['facts', 'series', 'csv'] as const;

/** A `<Chart>` as an editor wrote it. */
export interface ChartUse {
	readonly kind: ChartKind;
	readonly title: string;
	readonly description: string;
	readonly source: { readonly by: (typeof chartSources)[number]; readonly value: string };
}

/** A figure that can be drawn alone: one chart, or several on the sheet of an `<Infographic>`. */
export interface FigureUse {
	/** Place among the figures of the text, from 1: part of its address. */
	readonly number: number;
	readonly title: string;
	readonly description: string;
	readonly isSheet: boolean;
	readonly charts: readonly ChartUse[];
}

/** Attributes of a component, as far as they are text. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a `<Chart>` with these attributes means; undefined when the check would refuse it. */
export function chartUse({ kind = '', title = '', description = '', ...rest }: Attributes): ChartUse | undefined {
	const given = chartSources.filter((name) => rest[name] !== undefined);
	const [by] = given;
	const isKind = (name: string): name is ChartKind => (chartKinds as readonly string[]).includes(name);
	if (!by || given.length > 1 || !isKind(kind)) return undefined;
	return { kind, title, description, source: { by, value: (rest[by] ?? '').trim() } };
}

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
const attributesOf = (node: Jsx): Attributes =>
	Object.fromEntries(
		node.attributes.flatMap((item) =>
			item.type === 'mdxJsxAttribute' && typeof item.value === 'string' ? [[item.name, item.value]] : [],
		),
	);

/** Figures of a text in order: charts that stand alone, and sheets with their charts. */
export function figureUses(markdown: Root): FigureUse[] {
	const found: Omit<FigureUse, 'number'>[] = [];
	const visit = (node: Nodes, sheet: ChartUse[] | undefined): void => {
		let inside = sheet;
		if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
			const attributes = attributesOf(node);
			if (node.name === 'Infographic' && !sheet) {
				inside = [];
				const { title = '', description = '' } = attributes;
				found.push({ title, description, isSheet: true, charts: inside });
			}
			const use = node.name === 'Chart' ? chartUse(attributes) : undefined;
			if (use && sheet) sheet.push(use);
			else if (use) found.push({ title: use.title, description: use.description, isSheet: false, charts: [use] });
		}
		if ('children' in node) for (const child of node.children) visit(child, inside);
	};
	visit(markdown, undefined);
	return found.map((use, index) => ({ number: index + 1, ...use }));
}

/** One figure of a chart before it is put into words: a fact, or a row of a table beside the text. */
export type ChartDatum =
	{ readonly fact: Fact; readonly row?: undefined } | { readonly row: TableRow; readonly fact?: undefined };

const idsIn = (text: string) => text.split(/\s+/).filter(Boolean);

/** Facts of a series, in the order of the register. */
export const factsOfSeries = (facts: Iterable<Fact>, series: string): Fact[] =>
	[...facts].filter((fact) => fact.series?.includes(series));

/** Data of a chart in order; unknown names are left out, for the check tells them. */
export function chartData(
	{ source }: Pick<ChartUse, 'source'>,
	facts: ReadonlyMap<string, Fact>,
	tables: ReadonlyMap<string, readonly TableRow[]>,
): ChartDatum[] {
	const known = (id: string): ChartDatum[] => {
		const fact = facts.get(id);
		return fact ? [{ fact }] : [];
	};
	if (source.by === 'facts') return idsIn(source.value).flatMap(known);
	if (source.by === 'series') return factsOfSeries(facts.values(), source.value).map((fact) => ({ fact }));
	return (tables.get(source.value.replace(/^\.\//, '')) ?? []).flatMap((row): ChartDatum[] =>
		row.fact === undefined ? [{ row }] : known(row.fact),
	);
}

/** Ids of the facts that charts of a text show, in order, once each. */
export function chartFactIds(
	markdown: Root,
	facts: ReadonlyMap<string, Fact>,
	tables: ReadonlyMap<string, readonly TableRow[]>,
): string[] {
	const data = figureUses(markdown).flatMap(({ charts }) => charts.flatMap((use) => chartData(use, facts, tables)));
	return [...new Set(data.flatMap(({ fact }) => (fact ? [fact.id] : [])))];
}

/** Number, end of a range, unit and time of a datum: what its place on an axis rests on. */
export interface Measure {
	readonly value: number;
	readonly to: number | undefined;
	readonly unit: string | undefined;
	/** Day, month, quarter or year, if known. */
	readonly time: string | undefined;
}

/** Undefined for a fact that is no number. */
export function measureOf({ fact, row }: ChartDatum): Measure | undefined {
	if (row) {
		const value = readNumber(row.value);
		if (value === undefined) return undefined;
		return {
			value,
			to: row.to === '' ? undefined : readNumber(row.to),
			unit: row.unit || undefined,
			time: row.time || undefined,
		};
	}
	if (fact.kind === 'text' || fact.kind === 'date') return undefined;
	const [value, to] = fact.kind === 'range' ? fact.value : [fact.value, undefined];
	return { value, to, unit: fact.unit, time: fact.asOf === 'unknown' ? undefined : fact.asOf };
}
