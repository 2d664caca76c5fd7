import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryText } from '#schema/entry.ts';
import { makeRecord, printRecord, readRecord, type SourcePart } from '#tracking/record.ts';
import {
	changeWords,
	counterpart,
	headingAliases,
	partChanges,
	partName,
	translationState,
	type PartChange,
} from '#tracking/state.ts';
import { partsOf } from './texts.ts';

const body = (parts: Readonly<Record<string, string>>) =>
	Object.entries(parts)
		.map(([title, text]) => (title === '' ? `${text}\n` : `## ${title}\n\n${text}\n`))
		.join('\n');
const first = {
	'': 'Đảo ở xa.',
	'Đi lại': 'Đi thuyền từ cảng lúc bảy giờ.',
	'Ăn uống': 'Có ba quán.',
	Ngủ: 'Có nhà nghỉ.',
};
/** The same without one key. */
const without = <T extends object>(of: T, key: keyof T) =>
	Object.fromEntries(Object.entries(of).filter(([name]) => name !== key)) as Record<string, string>;
const parts = (of: Readonly<Record<string, string>>, words?: Partial<EntryText>) => partsOf(body(of), words);
const brief = (changes: readonly PartChange[]) =>
	changes.map(({ kind, id, formerId }) => `${kind} ${formerId ? `${formerId} → ` : ''}${id}`);
const since = (before: readonly SourcePart[], after: readonly SourcePart[]) =>
	brief(partChanges(makeRecord(before, '2026-01-05').parts, after));

test('of a changed source exactly the parts that differ are told', () => {
	expect(since(parts(first), parts(first))).toEqual([]);
	expect(since(parts(first), parts({ ...first, 'Ăn uống': 'Có bốn quán.' }))).toEqual(['changed an-uong']);
	expect(since(parts(first), parts({ ...first, '': 'Đảo ở gần.' }))).toEqual(['changed lead']);
	expect(since(parts(first), parts(first, { title: 'Hòn đảo' }))).toEqual(['changed words']);
	expect(since(parts(first), parts({ ...first, 'Giá vé': 'Miễn phí.' }))).toEqual(['added gia-ve']);
	const rest = without(first, 'Ngủ');
	expect(since(parts(first), parts(rest))).toEqual(['removed ngu']);
	expect(since(parts(rest), parts(first))).toEqual(['added ngu']);
	const noLead = without(first, '');
	expect(since(parts(first), parts(noLead))).toEqual(['removed lead']);
	expect(since(parts(noLead), parts(first))).toEqual(['added lead']);
});

test('a reworded heading is one changed part, and its old id still leads there', () => {
	const reworded = {
		'': first[''],
		'Đường ra đảo': 'Đi thuyền từ cảng lúc tám giờ.',
		'Ăn uống': first['Ăn uống'],
		Ngủ: first['Ngủ'],
	};
	expect(since(parts(first), parts(reworded))).toEqual(['changed di-lai → duong-ra-dao']);
	const aliases = headingAliases(parts(reworded), [makeRecord(parts(first), '2026-01-05')]);
	expect([...aliases]).toEqual([['di-lai', 'duong-ra-dao']]);
	// Reworded once more, after the first rewording was recorded: both old ids stay.
	const twice = parts({ ...without(reworded, 'Đường ra đảo'), 'Ra đảo': reworded['Đường ra đảo'] });
	const record = makeRecord(parts(reworded), '2026-02-01', aliases);
	expect([...headingAliases(twice, [record])]).toEqual([
		['di-lai', 'ra-dao'],
		['duong-ra-dao', 'ra-dao'],
	]);
	// Another part takes the old name: the name is its own.
	expect([...headingAliases(parts({ ...reworded, 'Đi lại': 'Trên đảo chỉ đi bộ.' }), [record])]).toEqual([]);
	expect([...headingAliases(parts(first), [record])]).toEqual([['duong-ra-dao', 'di-lai']]);
});

test('a heading replaced together with its words is a part removed and a part added', () => {
	expect(
		since(
			parts(first),
			parts({ '': first[''], 'Giá vé': 'Miễn phí cho trẻ em.', 'Ăn uống': first['Ăn uống'], Ngủ: first['Ngủ'] }),
		),
	).toEqual(['added gia-ve', 'removed di-lai']);
});

test('parts in another order are moved, as few as need be; a second equal heading keeps its words', () => {
	expect(
		since(
			parts(first),
			parts({ '': first[''], Ngủ: first['Ngủ'], 'Đi lại': first['Đi lại'], 'Ăn uống': first['Ăn uống'] }),
		),
	).toEqual(['moved ngu']);
	const twice = partsOf('## Ghi chú\n\nMột.\n\n## Ghi chú\n\nHai.\n');
	const thrice = partsOf('## Ghi chú\n\nKhông.\n\n## Ghi chú\n\nMột.\n\n## Ghi chú\n\nHai.\n');
	expect(since(twice, thrice)).toEqual(['added ghi-chu']);
});

const words: EntryText = { title: 'Island', description: 'A.', translation: 'human', reviewedBy: 'X' };
const state = (
	source: readonly SourcePart[],
	recorded: readonly SourcePart[] | undefined,
	own: EntryText | undefined = words,
	isThere = true,
) =>
	translationState(
		{ entry: 'visit/island', locale: 'en', isThere, words: own },
		{ parts: source, day: '2026-03-01' },
		recorded && { record: makeRecord(recorded, '2026-01-05') },
	);

test('the state of a translation is known from its record, its front matter and the source', () => {
	expect(state(parts(first), undefined)).toMatchObject({ state: 'unrecorded', changes: [], since: undefined });
	expect(state(parts(first), parts(first))).toMatchObject({ state: 'current', madeFrom: '2026-01-05' });
	expect(state(parts(first), parts(first), words, false)).toMatchObject({ state: 'missing', madeFrom: undefined });
	expect(state(parts({ ...first, Ngủ: 'Có lều.' }), parts(first))).toMatchObject({
		state: 'behind',
		since: '2026-03-01',
		madeFrom: '2026-01-05',
		isReviewed: true,
	});
	const unread: EntryText = { ...words, reviewedBy: undefined };
	expect(state(parts(first), parts(first), unread).state).toBe('unreviewed');
	expect(state(parts({ ...first, Ngủ: 'Có lều.' }), parts(first), unread)).toMatchObject({
		state: 'behind',
		isReviewed: false,
	});
	expect(state(parts(first), parts(first), { ...words, translation: 'machine-draft' }).state).toBe('unreviewed');
	const changedAfter = { ...words, reviewedOn: '2026-01-05', updated: '2026-01-06' };
	expect(state(parts(first), parts(first), changedAfter).state).toBe('unreviewed');
	expect(state(parts(first), parts(first), { ...changedAfter, reviewedOn: '2026-01-06' }).state).toBe('current');
});

test('a damaged record counts as none, and is told', () => {
	const found = translationState(
		{ entry: 'visit/island', locale: 'en', isThere: true, words },
		{ parts: parts(first), day: '2026-03-01' },
		readRecord('{'),
	);
	expect(found).toMatchObject({ state: 'unrecorded', damage: { reason: 'syntax' } });
});

test('a change counts its words and has a name that an editor knows', () => {
	const [title, eat] = partChanges(
		makeRecord(parts(first), '2026-01-05').parts,
		parts({ ...first, 'Ăn uống': 'Có bốn quán.' }, { title: 'Hòn đảo' }),
	);
	expect(title && partName(title)).toEqual({ vi: 'phần khai báo (`title`)', en: 'the fields at the top (`title`)' });
	expect(eat && partName(eat)).toEqual({ vi: '“Ăn uống”', en: '“Ăn uống”' });
	expect(eat && changeWords(eat, 'vi')).toBe(1);
});

test('a changed part is shown beside the words of the translation that it was', () => {
	const change = (recordedIndex: number | undefined, presentIndex: number | undefined) =>
		({ recordedIndex, presentIndex }) as PartChange;
	// Not touched since: still in the old order.
	expect(counterpart(change(2, 3), { recorded: 3, present: 4, translation: 3 })).toBe(1);
	expect(counterpart(change(undefined, 2), { recorded: 3, present: 4, translation: 3 })).toBeUndefined();
	// Translated already, not yet recorded.
	expect(counterpart(change(undefined, 2), { recorded: 3, present: 4, translation: 4 })).toBe(1);
	expect(counterpart(change(2, 3), { recorded: 3, present: 4, translation: 7 })).toBeUndefined();
	expect(counterpart(change(0, 0), { recorded: 3, present: 3, translation: 3 })).toBeUndefined();
});

test('whatever happens to a source: without a change nothing is behind, every lost id is an alias of a part that is there', () => {
	const text = fc
		.array(
			fc.tuple(
				fc.constantFrom('Đi lại', 'Ăn uống', 'Ngủ', 'Giá vé', '한국', 'Words', 'Lead'),
				fc.constantFrom('Một.', 'Hai ba bốn.', 'Hai ba năm.', ''),
			),
		)
		.map((list) => partsOf(`Mở đầu.\n\n${list.map(([title, words]) => `## ${title}\n\n${words}\n`).join('\n')}`));
	fc.assert(
		fc.property(text, text, (before, after) => {
			const record = makeRecord(before, '2026-01-05');
			expect(readRecord(printRecord(record))).toEqual({ record });
			expect(partChanges(record.parts, before)).toEqual([]);
			const changes = partChanges(record.parts, after);
			const isSame = before.map(({ hash }) => hash).join() === after.map(({ hash }) => hash).join();
			expect(changes.length === 0).toBe(isSame);
			const ids = new Set(after.map(({ id }) => id));
			for (const [alias, id] of headingAliases(after, [record])) {
				expect(ids.has(alias)).toBe(false);
				expect(ids.has(id)).toBe(true);
			}
		}),
	);
});
