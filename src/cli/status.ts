import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { readSettings } from '#loaders/settings.ts';
import { sections } from '#schema/site.ts';
import { stateWords, statusRows, type StatusRow } from '#tracking/rows.ts';
import { changeNames, partName, stateNames, type StateName, type TranslationState } from '#tracking/state.ts';
import { helpOr } from './arguments.ts';
import { BuildFailure, run } from './failure.ts';
import { shownPath } from './questions.ts';
import { trackedContent } from './tracked-content.ts';

const { values, positionals } = helpOr(
	{ json: { type: 'boolean' }, csv: { type: 'boolean' }, board: { type: 'boolean' } },
	{
		vi: 'npm run status [-- --json | --csv | --board [thư mục]]\n  Cho biết mỗi bài đã dịch đến đâu, theo ngôn ngữ và mục: khớp với bản gốc, chậm (phần nào, bao nhiêu từ, từ khi nào), thiếu, chưa duyệt, chưa ghi nhận. --json: một danh sách JSON. --csv: một bảng cho Excel, LibreOffice. --board: một trang bảng theo dõi, mở được từ đĩa, đặt trong .site/board/ hoặc thư mục đã nêu.',
		en: 'npm run status [-- --json | --csv | --board [folder]]\n  Tells how far each entry is translated, by language and section: current, behind (which parts, how many words, since when), missing, unreviewed, unrecorded. --json: a JSON array. --csv: a table for Excel or LibreOffice. --board: a board page that opens from disk, in .site/board/ or the folder named.',
	},
	true,
);

function json(rows: readonly StatusRow[]): string {
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
			parts: parts.map(({ change, words: count }) => ({
				id: change.id,
				...(change.formerId !== undefined && { formerId: change.formerId }),
				title: change.title,
				change: change.kind,
				words: count,
			})),
			...(translation.damage && { damage: translation.damage.reason }),
		})),
		null,
		2,
	);
}

function csv(rows: readonly StatusRow[]): string {
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
			parts: parts.map(({ change }) => change.id).join(' '),
		})),
		{
			header: true,
			escape_formulas: true,
			columns: ['entry', 'section', 'title', 'locale', 'state', 'reviewed', 'since', 'made_from', 'words', 'parts'],
		},
	)}`;
}

function table(
	rows: readonly StatusRow[],
	locales: readonly { readonly locale: string; readonly name: string }[],
): string {
	const labelWidth = 16;
	const widths = stateNames.map((state) => Math.max(stateWords[state].vi.length, stateWords[state].en.length) + 3);
	const line = (label: string, cells: readonly (string | number)[]) =>
		label.padEnd(labelWidth) + cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join('');
	const counts = (some: readonly StatusRow[]) =>
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
function list(rows: readonly StatusRow[], state: StateName): string[] {
	const byEntry = new Map<string, TranslationState[]>();
	for (const { entry, translation } of rows)
		if (translation.state === state) byEntry.set(entry.entry, [...(byEntry.get(entry.entry) ?? []), translation]);
	return [...byEntry].map(
		([entry, found]) =>
			`  ${entry}: ${found.map(({ locale, damage }) => `${locale}${damage ? ' (tệp ghi nhận bị hỏng / damaged record)' : ''}`).join(', ')}`,
	);
}

function behind(rows: readonly StatusRow[]): string[] {
	return rows
		.filter(({ translation }) => translation.state === 'behind')
		.flatMap(({ entry, translation, parts, words }) => [
			`  ${entry.entry}  ${translation.locale}  ${parts.length} phần, ${words} từ, từ ${translation.since ?? ''} / ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, ${words} ${words === 1 ? 'word' : 'words'}, since ${translation.since ?? ''}`,
			...parts.map(({ change, words: count }) => {
				const [name, kind] = [partName(change), changeNames[change.kind]];
				const both = name.vi === name.en ? name.vi : `${name.vi} / ${name.en}`;
				return `    ${change.id}  ${both}: ${kind.vi} / ${kind.en}, ${count}`;
			}),
		]);
}

await run(async () => {
	if (['json', 'csv', 'board'].filter((name) => values[name]).length > 1)
		throw new BuildFailure('Chọn một trong --json, --csv, --board.\nChoose one of --json, --csv, --board.');
	const [folder, ...more] = positionals;
	if (more.length > 0 || (folder !== undefined && !values['board']))
		throw new BuildFailure(
			`Không rõ \`${more[0] ?? folder ?? ''}\` là gì. Thư mục của bảng đứng sau --board; đường dẫn có dấu cách đặt trong ngoặc kép.\nIt is not clear what \`${more[0] ?? folder ?? ''}\` is. The folder of the board follows --board; put a path with spaces in quotes.`,
		);
	const tracked = await trackedContent(readSettings().contentDir);
	const [source, ...others] = tracked.content.site.locales;
	const rows = statusRows(tracked.entries, source?.tag ?? 'vi');
	if (values['json']) console.log(json(rows));
	else if (values['csv']) process.stdout.write(csv(rows));
	else if (values['board']) {
		// Astro takes longer to start than the other reports to be made.
		const { boardFolder, buildBoard } = await import('./board-building.ts');
		const place = folder === undefined ? boardFolder(readSettings().outDir) : resolve(folder);
		await buildBoard(tracked, place);
		const page = join(place, 'index.html');
		console.log(
			`Đã lập bảng theo dõi bản dịch: ${shownPath(page)}\nMade the board of translations: ${shownPath(page)}\n${pathToFileURL(page).href}`,
		);
	} else {
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
