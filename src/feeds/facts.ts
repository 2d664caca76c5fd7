import { stringify } from 'csv-stringify/sync';
import { valuePrinter } from '#components/reading.ts';
import { machineValue, type Fact } from '#schema/facts.ts';
import type { Site } from '#site/model.ts';

interface FactRow {
	readonly id: string;
	readonly topic: string;
	/** Names of the series that the fact belongs to, with spaces between. */
	readonly series: string;
	readonly label: string;
	readonly value: string;
	readonly unit: string;
	readonly qualifier: string;
	readonly as_of: string;
	readonly place: string;
	readonly latitude: string;
	readonly longitude: string;
	/** The value as pages print it in this language. */
	readonly text: string;
	readonly source: string;
	readonly source_url: string;
	readonly source_date: string;
	readonly note: string;
}

/** A fact as a row of a table for spreadsheets, with the words of one language. */
export function factRow(site: Site, locale: string, fact: Fact): FactRow {
	const source = fact.sources[0];
	return {
		id: fact.id,
		topic: fact.topic ?? '',
		series: (fact.series ?? []).join(' '),
		label: fact.words ? site.words(fact.words, locale).text : '',
		value: machineValue(fact),
		unit: 'unit' in fact ? (fact.unit ?? '') : '',
		qualifier: fact.qualifier,
		as_of: fact.asOf ?? '',
		place: fact.place?.name ?? '',
		latitude: String(fact.place?.position?.lat ?? ''),
		longitude: String(fact.place?.position?.lon ?? ''),
		text: valuePrinter(site, locale)(fact),
		source: source ? `${source.publisher}: ${source.title}` : '',
		source_url: source?.url ?? '',
		source_date: source?.date ?? '',
		note: typeof fact.note === 'object' ? site.words(fact.note, locale).text : (fact.note ?? ''),
	};
}

const rowsOf = (site: Site, locale: string): FactRow[] =>
	[...site.facts.values()].map((fact) => factRow(site, locale, fact));

/** All facts as CSV with a header line; `value` is for machines, `text` for readers of the language. */
export function factsCsv(site: Site, locale: string): string {
	// Spreadsheet programs take UTF-8 for what it is only with the mark in front.
	return `\ufeff${stringify(rowsOf(site, locale), { header: true, escape_formulas: true })}`;
}

/** All facts as JSON, with every source. */
export function factsJson(site: Site, locale: string): string {
	const facts = rowsOf(site, locale).map((row) => ({ ...row, sources: site.facts.get(row.id)?.sources ?? [] }));
	return `${JSON.stringify({ site: site.url(site.path(locale)), language: site.locale(locale).tag, day: site.day, facts }, null, '\t')}\n`;
}
