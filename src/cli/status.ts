import { stringify } from 'csv-stringify/sync';
import { readSettings } from '#loaders/settings.ts';
import { sections } from '#schema/site.ts';
import {
	changeNames,
	changeWords,
	partName,
	stateNames,
	type EntryTracking,
	type StateName,
	type TranslationState,
} from '#tracking/state.ts';
import { helpOr } from './arguments.ts';
import { BuildFailure, run } from './failure.ts';
import { trackedContent } from './tracked-content.ts';

const { values } = helpOr(
	{ json: { type: 'boolean' }, csv: { type: 'boolean' } },
	{
		vi: 'npm run status [-- --json | --csv]\n  Cho biết mỗi bài đã dịch đến đâu, theo ngôn ngữ và mục: khớp với bản gốc, chậm (phần nào, bao nhiêu từ, từ khi nào), thiếu, chưa duyệt, chưa ghi nhận. --json: một danh sách JSON. --csv: một bảng cho Excel, LibreOffice.',
		en: 'npm run status [-- --json | --csv]\n  Tells how far each entry is translated, by language and section: current, behind (which parts, how many words, since when), missing, unreviewed, unrecorded. --json: a JSON array. --csv: a table for Excel or LibreOffice.',
	},
);

const stateWords: Readonly<Record<StateName, { readonly vi: string; readonly en: string }>> = {
	current: { vi: 'khớp', en: 'current' },
	behind: { vi: 'chậm', en: 'behind' },
	missing: { vi: 'thiếu', en: 'missing' },
	unreviewed: { vi: 'chưa duyệt', en: 'unreviewed' },
	unrecorded: { vi: 'chưa ghi nhận', en: 'unrecorded' },
};

/** What one translation's state is, with the words that each changed part asks for. */
function rowsOf(entries: readonly EntryTracking[], sourceTag: string) {
	return entries.flatMap((entry) =>
		entry.translations.map((translation) => {
			const parts = translation.changes.map((change) => ({
				id: change.id,
				...(change.formerId !== undefined && { formerId: change.formerId }),
				title: change.title,
				change: change.kind,
				words: changeWords(change, sourceTag),
			}));
			return { entry, translation, parts, words: parts.reduce((sum, part) => sum + part.words, 0) };
		}),
	);
}
type Row = ReturnType<typeof rowsOf>[number];

function json(rows: readonly Row[]): string {
	return JSON.stringify(
		rows.map(({ entry, translation, parts, words }) => ({
			entry: entry.entry,
			section: entry.section,
			title: entry.title,
			locale: translation.locale,
			state: translation.state,
			isReviewed: translation.isReviewed,
			since: translation.since ?? null,
			madeFrom: translation.madeFrom ?? null,
			words,
			parts,
			...(translation.damage && { damage: translation.damage.reason }),
		})),
		null,
		2,
	);
}

function csv(rows: readonly Row[]): string {
	// Spreadsheet programs take UTF-8 for what it is only with the mark in front.
	return `\ufeff${stringify(
		rows.map(({ entry, translation, parts, words }) => ({
			entry: entry.entry,
			section: entry.section,
			title: entry.title,
			locale: translation.locale,
			state: translation.state,
			reviewed: translation.isReviewed ? 'yes' : 'no',
			since: translation.since ?? '',
			made_from: translation.madeFrom ?? '',
			words: translation.state === 'behind' ? words : '',
			parts: parts.map(({ id }) => id).join(' '),
		})),
		{
			header: true,
			escape_formulas: true,
			columns: ['entry', 'section', 'title', 'locale', 'state', 'reviewed', 'since', 'made_from', 'words', 'parts'],
		},
	)}`;
}

function table(rows: readonly Row[], locales: readonly { readonly locale: string; readonly name: string }[]): string {
	const labelWidth = 16;
	const widths = stateNames.map((state) => Math.max(stateWords[state].vi.length, stateWords[state].en.length) + 3);
	const line = (label: string, cells: readonly (string | number)[]) =>
		label.padEnd(labelWidth) + cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join('');
	const counts = (some: readonly Row[]) =>
		stateNames.map((state) => some.filter(({ translation }) => translation.state === state).length);
	const lines = [
		line(
			'',
			stateNames.map((state) => stateWords[state].vi),
		),
		line(
			'',
			stateNames.map((state) => stateWords[state].en),
		),
	];
	for (const { locale, name } of locales) {
		const own = rows.filter(({ translation }) => translation.locale === locale);
		lines.push('', `${locale}  ${name}`);
		for (const section of sections) {
			const some = own.filter(({ entry }) => entry.section === section);
			if (some.length > 0) lines.push(line(`  ${section}`, counts(some)));
		}
		lines.push(line('  cộng / total', counts(own)));
	}
	return lines.join('\n');
}

/** Entries with the languages in which they are in a state, one to a line. */
function list(rows: readonly Row[], state: StateName): string[] {
	const byEntry = new Map<string, TranslationState[]>();
	for (const { entry, translation } of rows)
		if (translation.state === state) byEntry.set(entry.entry, [...(byEntry.get(entry.entry) ?? []), translation]);
	return [...byEntry].map(
		([entry, found]) =>
			`  ${entry}: ${found.map(({ locale, damage }) => `${locale}${damage ? ' (tệp ghi nhận bị hỏng / damaged record)' : ''}`).join(', ')}`,
	);
}

function behind(rows: readonly Row[]): string[] {
	return rows
		.filter(({ translation }) => translation.state === 'behind')
		.flatMap(({ entry, translation, parts, words }) => [
			`  ${entry.entry}  ${translation.locale}  ${parts.length} phần, ${words} từ, từ ${translation.since ?? ''} / ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, ${words} ${words === 1 ? 'word' : 'words'}, since ${translation.since ?? ''}`,
			...translation.changes.map((change, index) => {
				const [name, kind] = [partName(change), changeNames[change.kind]];
				const both = name.vi === name.en ? name.vi : `${name.vi} / ${name.en}`;
				return `    ${change.id}  ${both}: ${kind.vi} / ${kind.en}, ${parts[index]?.words ?? 0}`;
			}),
		]);
}

await run(async () => {
	if (values['json'] && values['csv'])
		throw new BuildFailure('Chọn --json hoặc --csv, không cả hai.\nChoose --json or --csv, not both.');
	const tracked = await trackedContent(readSettings().contentDir);
	const [source, ...others] = tracked.content.site.locales;
	const rows = rowsOf(tracked.entries, source?.tag ?? 'vi');
	if (values['json']) console.log(json(rows));
	else if (values['csv']) process.stdout.write(csv(rows));
	else {
		const say = (lines: readonly string[], vi: string, en: string) => {
			if (lines.length > 0) console.log([`\n${vi} / ${en}`, ...lines].join('\n'));
		};
		console.log(table(rows, others));
		say(behind(rows), 'Chậm so với bản gốc', 'Behind the source');
		say(list(rows, 'missing'), 'Thiếu bản dịch', 'Missing');
		say(list(rows, 'unreviewed'), 'Chưa duyệt (thiếu `reviewedBy`, hoặc sửa sau khi duyệt)', 'Unreviewed');
		say(
			list(rows, 'unrecorded'),
			'Chưa ghi nhận dịch từ bản gốc nào (`npm run translate -- accept <bài> <ngôn ngữ>`)',
			'Not recorded which source it was made from (`npm run translate -- accept <entry> <locale>`)',
		);
	}
	const unread = tracked.folder.entries.length - tracked.entries.length;
	if (unread > 0)
		throw new BuildFailure(
			`${unread} bài có lỗi trong bản gốc nên không có trong bảng. Chạy "npm run check" để xem lỗi.\n${unread} ${unread === 1 ? 'entry has' : 'entries have'} errors in the source text and ${unread === 1 ? 'is' : 'are'} not in the table. Run "npm run check" to see them.`,
		);
});
