import { expect, test } from 'vitest';
import { investLists } from '#components/invest/filter-lists.ts';
import type { DocumentRecord } from '#schema/documents.ts';
import type { EntrySource } from '#schema/entry.ts';
import type { Fact } from '#schema/facts.ts';
import {
	comparedViews,
	csvPath,
	groupsOf,
	hasGroups,
	incentivesOf,
	projectsIn,
	sectorsOf,
	sheetFactIds,
	sheetPath,
	sheetViews,
} from '#site/investor.ts';
import { buildSite, type Site } from '#site/model.ts';
import { content, entry, text } from './site-builder.ts';

const fact = (id: string): [string, Fact] => [
	id,
	{ id, kind: 'number', value: 1, qualifier: 'exact', asOf: 'unknown', sources: [] },
];
const document = (id: string, more: Partial<DocumentRecord> = {}): [string, DocumentRecord] => [
	id,
	{ id, type: 'resolution', issuer: { vi: 'A' }, title: { vi: 'B' }, ...more },
];
const port = {
	kind: 'zone',
	facts: ['area'],
	land: ['area', 'plots'],
	workforce: [],
	incentives: [{ document: 'nq-1', facts: ['years'] }],
} as unknown as Partial<EntrySource>;
const project = (stage: string, more: object = {}) =>
	({ kind: 'project', stage, contact: 'x', sectors: ['invest/port'], ...more }) as unknown as Partial<EntrySource>;

const entries = [
	entry('invest/port', { vi: text('Cảng', 'Lời.\n', { incentiveWords: ['Giảm thuế.'] }) }, port),
	entry('invest/energy', { vi: text('Năng lượng') }, { kind: 'sector', land: [] } as unknown as Partial<EntrySource>),
	entry('invest/list', { vi: text('Danh mục') }, { kind: 'sector' } as unknown as Partial<EntrySource>),
	entry('invest/built', { vi: text('Đang xây') }, project('building', { date: '2026-03-01' })),
	entry('invest/open', { vi: text('Mời gọi') }, project('calling', { validUntil: '2026-12-31' })),
	entry('invest/ended', { vi: text('Đã qua') }, project('calling', { validUntil: '2026-01-31' })),
	entry('invest/steps', { vi: text('Các bước') }, { kind: 'procedure' } as unknown as Partial<EntrySource>),
];
const siteOn = (day: string, documents = [document('nq-1', { validUntil: '2027-07-31' })]): Site =>
	buildSite(
		{ ...content(entries), facts: new Map(['area', 'plots', 'years'].map(fact)), documents: new Map(documents) },
		{ day, base: '/' },
	);
const site = siteOn('2026-06-01');
const view = (id: string, of = site) => {
	const found = of.view(`invest/${id}`, 'vi');
	if (!found) throw new Error(id);
	return found;
};

test('a zone that speaks of land shows every group, and those that its sources leave out are empty', () => {
	expect(groupsOf(site, view('port')).map(({ id, facts }) => [id, facts.map((item) => item.id)])).toEqual([
		['land', ['area', 'plots']],
		['workforce', []],
		['logistics', []],
	]);
	expect(hasGroups(view('energy'))).toBe(true);
	expect(hasGroups(view('list'))).toBe(false);
	expect(hasGroups(view('open'))).toBe(false);
});

test('facts and documents of the groups are cited by the page', () => {
	expect(view('port').factIds).toEqual(['area', 'plots', 'years']);
	expect(view('port').documentIds).toEqual(['nq-1']);
});

test('an incentive stands with its words, its figures and the document that grants it', () => {
	const [only, ...others] = incentivesOf(site, view('port'));
	expect(others).toEqual([]);
	expect(only).toMatchObject({
		words: 'Giảm thuế.',
		document: { id: 'nq-1' },
		facts: [{ id: 'years' }],
		isOver: false,
	});
});

test('an incentive says that it is over once its document has ended or was replaced', () => {
	const on = (day: string, more: Partial<DocumentRecord> = {}) =>
		incentivesOf(
			siteOn(day, [document('nq-1', { validUntil: '2027-07-31', ...more }), document('nq-2')]),
			view('port'),
		)[0];
	expect(on('2027-07-31')).toMatchObject({ isOver: false });
	expect(on('2027-08-01')).toMatchObject({ isOver: true, replacedBy: undefined });
	expect(on('2026-06-01', { supersededBy: 'nq-2' })).toMatchObject({ isOver: true, replacedBy: { id: 'nq-2' } });
});

test('projects stand on the page of their sector, those that call for capital first and none that has ended', () => {
	expect(projectsIn(site, view('port')).map(({ slug }) => slug)).toEqual(['open', 'built']);
	expect(projectsIn(site, view('energy'))).toEqual([]);
	expect(sectorsOf(view('open'))).toEqual(['invest/port']);
	expect(sectorsOf(view('port'))).toEqual(['invest/port']);
	expect(sectorsOf(view('steps'))).toEqual([]);
});

test('the lists are separate, in a fixed order, without what has ended', () => {
	expect(investLists(site, 'vi').map(({ id, views }) => [id, views.map(({ slug }) => slug)])).toEqual([
		['sectors', ['energy', 'list']],
		['zones', ['port']],
		['projectscalling', ['open']],
		['projectsbuilding', ['built']],
		['procedures', ['steps']],
	]);
	expect(view('ended').isPast).toBe(true);
});

test('sectors and zones with groups are set side by side; an overview without them is not', () => {
	expect(comparedViews(site, 'vi').map(({ slug }) => slug)).toEqual(['energy', 'port']);
	expect(sheetViews(site).map(({ path }) => path)).toContain('/ko/invest/port/');
	expect(sheetViews(site).some(({ slug }) => slug === 'list')).toBe(false);
});

test('the sheet holds each fact once and lies below its page', () => {
	expect(sheetFactIds(site, view('port'))).toEqual(['area', 'plots', 'years']);
	expect([sheetPath(view('port')), csvPath(view('port'))]).toEqual([
		'/vi/invest/port/sheet/',
		'/vi/invest/port/facts.csv',
	]);
});
