import { stringify } from 'csv-stringify/sync';
import { groupsOf, incentivesOf, snapshotOf } from '#site/investor.ts';
import type { EntryView, Site } from '#site/model.ts';
import type { Fact } from '#schema/facts.ts';
import { factRow } from './facts.ts';

/**
 * The figures of a sector or zone as CSV with a header line, in the order of its page. `group` says where a figure stands, `document`
 * by which act an incentive's figure is granted; a figure that stands in two groups has two rows.
 */
export function sectorCsv(site: Site, view: EntryView): string {
	const { locale } = view;
	const row = (group: string, fact: Fact, document = '') => ({ group, ...factRow(site, locale, fact), document });
	const rows = [
		...snapshotOf(site, view).map((fact) => row('snapshot', fact)),
		...groupsOf(site, view).flatMap(({ id, facts }) => facts.map((fact) => row(id, fact))),
		...incentivesOf(site, view).flatMap(({ document, facts }) =>
			facts.map((fact) => row('incentives', fact, document.number ?? document.id)),
		),
	];
	// Spreadsheet programs take UTF-8 for what it is only with the mark in front.
	return `\ufeff${stringify(rows, { header: true, escape_formulas: true })}`;
}
