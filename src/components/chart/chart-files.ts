import { stringify } from 'csv-stringify/sync';
import { siteFormats } from '#components/reading.ts';
import { drawSheet, type Sheet } from '#drawing/chart/draw.ts';
import { MissingLetterError, pngOf } from '#drawing/png.ts';
import { svgFile, type FileWords, type Inks } from '#drawing/svg.ts';
import { wordsFor } from '#language/words.ts';
import { typeset } from '#language/typeset.ts';
import { readSettings } from '#loaders/settings.ts';
import { colourRoles, neutralHues } from '#look/colour-roles.ts';
import { figureUses, type FigureUse } from '#schema/chart.ts';
import type { EntryView, Site } from '#site/model.ts';
import { wordedChart, type WordedChart } from './chart-words.ts';

/** Forms in which a figure can be taken away. */
export const figureFormats = ['svg', 'png', 'csv'] as const;
export type FigureFormat = (typeof figureFormats)[number];

/** Outer width of a figure that stands by itself: the drawing of a wide page and its margins. */
const fileWidth = 704;
/** Families for words that stay words; the first are what our measures were taken from. */
const fonts = "'Wix Madefor Text', 'Noto Sans', 'Noto Sans KR', 'Noto Sans SC', Arial, sans-serif";

/** Where the file of a figure lies under the path of its language: `data/charts/congress/after/growth-1`. */
const nameOf = (id: string, number: number) => `${id}-${number}`;

/** Address of a file of a figure. Those of a text that is shown in another language are in that language. */
export const figureAddress = (site: Site, view: EntryView, { number }: FigureUse, format: FigureFormat): string =>
	site.file(view.textLocale, 'data', 'charts', `${nameOf(view.id, number)}.${format}`);

/** A file to be made of a figure. */
export interface FigureFile {
	readonly view: EntryView;
	readonly figure: FigureUse;
	readonly format: FigureFormat;
}

/** Files of all figures, by language and by the end of their address. */
export const figureFiles = (
	site: Site,
): { readonly locale: string; readonly name: string; readonly file: FigureFile }[] =>
	site.entryViews
		.filter(({ isFallback }) => !isFallback)
		.flatMap((view) =>
			figureUses(view.markdown).flatMap((figure) =>
				figureFormats.map((format) => ({
					locale: view.locale,
					name: `${nameOf(view.id, figure.number)}.${format}`,
					file: { view, figure, format },
				})),
			),
		);

function inksOf(site: Site, section: EntryView['section']): Inks {
	const { light } = colourRoles(site.look ? { ...site.look.hues, strength: 1 } : neutralHues);
	const hues = { congress: 'brick', invest: 'ochre', visit: 'sea', living: 'leaf', about: 'ink2' } as const;
	const ink = (role: string) => light[role] ?? '#000';
	return {
		paper: '#ffffff',
		ink: ink('ink'),
		ink2: ink('ink2'),
		line: ink('line'),
		ground: ink('pan'),
		brick: ink(hues[section]),
		span: ink('brick'),
	};
}

function csvOf(charts: readonly WordedChart[]): string {
	const rows = charts.flatMap(({ use, rows: own }) =>
		own.map(({ factId, label, text, value, to, unit, qualifier, time, source }) => ({
			chart: use.title,
			id: factId ?? '',
			label,
			value,
			to: to ?? '',
			unit,
			qualifier,
			as_of: time,
			text,
			source: source?.title ?? '',
			source_url: source?.url ?? '',
			source_date: source?.date ?? '',
		})),
	);
	// Spreadsheet programs take UTF-8 for what it is only with the mark in front.
	return `\ufeff${stringify(rows, { header: true, escape_formulas: true })}`;
}

/** Where the figures come from: publishers with days, then the page. */
function notesOf(site: Site, view: EntryView, charts: readonly WordedChart[]): string[] {
	const formats = siteFormats(site, view.textLocale);
	const common = wordsFor(view.textLocale, 'common');
	const { tag } = site.locale(view.textLocale);
	const published = charts.flatMap(({ rows }) =>
		rows.flatMap(({ source, factId }) => {
			const known = factId === undefined ? undefined : site.facts.get(factId)?.sources[0];
			if (known)
				return [
					known.publisher +
						(known.date === undefined ? '' : `${common('comma')}${typeset(tag, formats.period(known.date))}`),
				];
			return source ? [source.title] : [];
		}),
	);
	const list = [...new Set(published)].join('; ');
	const title = site.words(site.config.title, view.textLocale).text;
	return [
		...(list === '' ? [] : [wordsFor(view.textLocale, 'charts')('sources', { list })]),
		`${title}${common('colon')}${site.url(view.path)}`,
	];
}

/**
 * Makes one file of a figure.
 *
 * @throws When a word has a letter that no font for pictures has; the message names the page.
 */
export async function figureFile(site: Site, { view, figure, format }: FigureFile): Promise<string | Buffer> {
	const charts = figure.charts.map((use) => wordedChart(site, view, use));
	if (format === 'csv') return csvOf(charts);
	const { tag } = site.locale(view.textLocale);
	const sheet: Sheet = {
		title: figure.title,
		tag,
		charts: charts.map(({ use, chart }) => ({ title: figure.isSheet ? use.title : undefined, chart })),
		notes: notesOf(site, view, charts),
	};
	const drawing = drawSheet(sheet, fileWidth);
	const words: FileWords = {
		tag,
		title: figure.title,
		description: figure.description,
		inks: inksOf(site, view.section),
		fonts,
	};
	if (format === 'svg') return svgFile(drawing, words);
	try {
		return await pngOf(drawing, words, readSettings().cacheDir);
	} catch (error) {
		if (!(error instanceof MissingLetterError)) throw error;
		throw new Error(
			`${view.id}/${view.textLocale}.mdx, “${figure.title}”: không có chữ ${error.message} trong phông chữ của hình / no font for pictures has ${error.message}`,
			{ cause: error },
		);
	}
}
