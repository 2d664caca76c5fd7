import { siteFormats, factWords } from '#components/reading.ts';
import type { Chart, ChartItem } from '#drawing/chart/chart.ts';
import { typeset } from '#language/typeset.ts';
import { wordsFor } from '#language/words.ts';
import { chartData, measureOf, type ChartDatum, type ChartUse } from '#schema/chart.ts';
import type { Fact } from '#schema/facts.ts';
import { factValue } from '#site/fact-value.ts';
import type { EntryView, Site } from '#site/model.ts';

/** One row of the table beside a chart, and of its file. */
export interface ChartRow {
	/** Id of the fact; undefined for a figure of a table beside the text. */
	readonly factId: string | undefined;
	readonly label: string;
	/** Language of the label, where it is not that of the text. */
	readonly labelLocale: string;
	readonly text: string;
	readonly value: number;
	readonly to: number | undefined;
	readonly unit: string;
	readonly qualifier: string;
	/** When it was true, as the register writes it; empty when that is not known. */
	readonly time: string;
	/** The same in words; when it is not known, when the source was published. */
	readonly when: string;
	readonly source: { readonly title: string; readonly url: string; readonly date: string } | undefined;
}

/** A chart and its data, in the words of one language. */
export interface WordedChart {
	readonly use: ChartUse;
	readonly chart: Chart;
	readonly rows: readonly ChartRow[];
}

/** A number that no register holds, as a fact: ticks, bricks, rows of tables. */
function looseFact(value: number, to: number | undefined, unit: string | undefined): Fact {
	const shared = { id: 'loose', qualifier: 'exact' as const, sources: [], asOf: 'unknown' };
	if (to !== undefined) return { ...shared, kind: 'range', value: [value, to], unit };
	return unit !== undefined && /^[A-Z]{3}$/.test(unit)
		? { ...shared, kind: 'money', value, unit }
		: { ...shared, kind: 'number', value, unit };
}

/** First day of a day, month, quarter or year, as a number on an axis. */
function instantOf(period: string): number {
	const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
	if (quarter) return Date.UTC(Number(quarter[1]), (Number(quarter[2]) - 1) * 3, 1);
	const [year = 0, month = 1, day = 1] = period.split('-').map(Number);
	return Date.UTC(year, month - 1, day);
}

/** Puts the data of a chart into the words of a text's language. */
export function wordedChart(site: Site, view: EntryView, use: ChartUse): WordedChart {
	const locale = view.textLocale;
	const { tag } = site.locale(locale);
	const formats = siteFormats(site, locale);
	const own = factWords(locale);
	const say = wordsFor(locale, 'charts');
	const print = (fact: Fact) => typeset(tag, factValue(fact, formats, own));
	const data = chartData(use, site.facts, view.tables).flatMap((datum) => {
		const measure = measureOf(datum);
		return measure ? [{ datum, measure }] : [];
	});
	const labelOf = ({ fact, row }: ChartDatum) => {
		const words = fact ? fact.words : row.labels;
		return words ? site.words(words, locale) : { text: fact?.id ?? '', locale };
	};
	const rows = data.map(({ datum, measure }): ChartRow => {
		const { fact, row } = datum;
		const label = labelOf(datum);
		const [source] = fact?.sources ?? [];
		const published = source?.date === undefined ? undefined : formats.period(source.date);
		return {
			factId: fact?.id,
			label: typeset(site.locale(label.locale).tag, label.text),
			labelLocale: label.locale,
			text: print(fact ?? looseFact(measure.value, measure.to, measure.unit)),
			value: measure.value,
			to: measure.to,
			unit: measure.unit ?? '',
			qualifier: fact?.qualifier ?? 'exact',
			time: measure.time ?? '',
			when:
				measure.time !== undefined
					? formats.period(measure.time)
					: published === undefined
						? say(fact?.sources.length === 0 ? 'general' : 'notStated')
						: say('published', { date: published }),
			source: row
				? { title: row.source, url: row.url, date: '' }
				: source && { title: `${source.publisher}: ${source.title}`, url: source.url, date: source.date ?? '' },
		};
	});
	const unit = data[0]?.measure.unit;
	// Columns and lines stand in time where every figure has a time of its own.
	const isInTime =
		(use.kind === 'line' || use.kind === 'column') &&
		rows.every(({ time }) => time !== '') &&
		new Set(rows.map(({ time }) => time)).size === rows.length;
	const items = rows.map(({ value, to, text, label, time }): ChartItem => ({
		value,
		to,
		text,
		label,
		time: isInTime ? { at: instantOf(time), text: formats.period(time) } : undefined,
	}));
	const plain = (value: number) => print(looseFact(value, undefined, unit));
	const chart: Chart = {
		kind: use.kind,
		items,
		tag,
		tick: plain,
		percent: (part) => {
			const percent = part * 100;
			return formats.quantity(percent < 1 ? Math.round(percent * 10) / 10 : Math.round(percent), 'percent') ?? '';
		},
		brick: (value) => say('brick', { value: plain(value) }),
	};
	return { use, chart, rows };
}
