import { dueEntries, readEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { readRecords, recordPath } from '#tracking/files.ts';
import { slicesOf, type RecordDamage, type Slice } from '#tracking/record.ts';
import {
	changeNames,
	counterpart,
	partName,
	trackEntries,
	type EntryTracking,
	type Records,
	type TranslationState,
} from '#tracking/state.ts';
import { judgeAnchors, linkedEntries } from './anchors.ts';

/** Parts named in one message; the command shows them all. */
const namedParts = 5;

const damages: Readonly<Record<RecordDamage['reason'], { readonly vi: string; readonly en: string }>> = {
	syntax: { vi: 'tệp không còn là JSON đúng', en: 'it is no longer valid JSON' },
	shape: {
		vi: 'tệp thiếu hoặc thừa dữ liệu, hoặc do một phiên bản khác của chương trình ghi',
		en: 'it lacks data or has too much, or another version of the program wrote it',
	},
	checksum: {
		vi: 'dữ liệu trong tệp đã bị sửa sau khi lệnh ghi, nên mã kiểm không còn khớp',
		en: 'its data was changed after the command wrote it, so its checksum does not fit',
	},
};

/** Names of the parts that changed, at most five. */
function partList({ changes }: TranslationState, language: 'vi' | 'en'): string {
	const named = changes
		.slice(0, namedParts)
		.map((change) => `${partName(change)[language]} (${changeNames[change.kind][language]})`)
		.join(', ');
	const rest = changes.length - namedParts;
	return rest <= 0 ? named : `${named}${language === 'vi' ? ` và ${rest} phần khác` : ` and ${rest} more`}`;
}

/** Line in a translation of the first part that is behind; 1 where it has none. */
function lineOf(
	{ changes: [first] }: TranslationState,
	slices: readonly Slice[],
	counts: { readonly recorded: number; readonly present: number },
): number {
	const index = first && counterpart(first, { ...counts, translation: slices.length });
	// What stands before the first heading begins somewhere in the first lines: the file as a whole is meant.
	return index === undefined || index === 0 ? 1 : (slices[index]?.line ?? 1);
}

/**
 * Judges translations by their records: which are behind their source, which records are damaged or tell of a text that is not there.
 * Pure; a translation without a record is left in peace.
 *
 * @param records - As `readRecords` gives them.
 * @param tracked - What `trackEntries` makes of them, where it is known already.
 */
export function judgeTranslations(
	folder: ContentFolder,
	content: Content,
	records: Records,
	folderName: string,
	tracked: readonly EntryTracking[] = trackEntries(folder, content, records),
): Problem[] {
	const problems: Problem[] = [];
	const add = (
		file: string,
		code: Code,
		severity: Severity,
		say: Problem['say'],
		{ line, column }: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
	) => problems.push({ file: `${folderName}/${file}`, line, column, code, severity, say });
	const sourceLocale = content.site.locales[0]?.locale ?? 'vi';
	const names = new Map(content.site.locales.map(({ locale, name }) => [locale, name]));
	const others = [...names.keys()].filter((name) => name !== sourceLocale).join(', ');
	const paths = new Set(folder.paths);
	const entries = new Map(content.entries.map((entry) => [entry.path, entry]));

	for (const [entry, own] of records)
		for (const [locale, { damage }] of own) {
			const file = recordPath(entry, locale);
			const isTranslation = names.has(locale) && locale !== sourceLocale;
			if (!isTranslation || !paths.has(`${entry}/${locale}.mdx`))
				add(file, 'translation/record-unused', 'warning', {
					vi: isTranslation
						? `Tệp này ghi nhận bản dịch \`${locale}.mdx\`, nhưng bài không có bản dịch đó. Đặt lại tệp \`${entry}/${locale}.mdx\`, hoặc xóa tệp ghi nhận này.`
						: `Tệp này ghi nhận một bản dịch \`${locale}\`, nhưng trang không có bản dịch nào mang mã đó (các mã: ${others}). Xóa tệp ghi nhận này.`,
					en: isTranslation
						? `This file records the translation \`${locale}.mdx\`, but the entry has no such text. Put \`${entry}/${locale}.mdx\` back, or delete this record.`
						: `This file records a translation \`${locale}\`, but the site has no translation of that name (languages: ${others}). Delete this record.`,
				});
			else if (damage)
				add(
					file,
					'translation/record',
					'error',
					{
						vi: `Tệp ghi nhận bản dịch \`${locale}.mdx\` bị hỏng: ${damages[damage.reason].vi}. Tệp này chỉ do lệnh ghi, không sửa tay. Lấy lại tệp từ bản sao trước đó; nếu không có, so bản dịch với bản gốc rồi chạy \`npm run translate -- accept ${entry} ${locale}\`.`,
						en: `The record of the translation \`${locale}.mdx\` is damaged: ${damages[damage.reason].en}. Only commands write this file, nobody edits it. Put back an earlier copy; if there is none, compare the translation with its source and run \`npm run translate -- accept ${entry} ${locale}\`.`,
					},
					damage,
				);
		}

	for (const { parts, translations } of tracked)
		for (const state of translations) {
			if (state.state !== 'behind') continue;
			const { entry, locale, changes, since = '' } = state;
			const markdown = entries.get(entry)?.texts.get(locale)?.markdown;
			const slices = markdown ? slicesOf(folder.typed.get(`${entry}/${locale}.mdx`) ?? '', markdown) : [];
			const line = lineOf(state, slices, {
				recorded: (records.get(entry)?.get(locale)?.record?.parts.length ?? 1) - 1,
				present: parts.length - 1,
			});
			const name = `${names.get(locale) ?? locale} (\`${locale}\`)`;
			add(
				`${entry}/${locale}.mdx`,
				'translation/behind',
				'warning',
				{
					vi: `Bản dịch ${name} chậm so với bản gốc: ${changes.length} phần của \`${sourceLocale}.mdx\` (ngày ${since}) khác với lúc dịch: ${partList(state, 'vi')}. Xem những chỗ thay đổi: \`npm run translate -- ${entry} ${locale}\`. Dịch lại các phần đó rồi chạy \`npm run translate -- accept ${entry} ${locale}\`; nếu không cần dịch lại, chạy \`npm run translate -- minor ${entry} ${locale}\`.`,
					en: `The ${name} translation is behind its source: ${changes.length} ${changes.length === 1 ? 'part' : 'parts'} of \`${sourceLocale}.mdx\` (of ${since}) ${changes.length === 1 ? 'is' : 'are'} not what it was made from: ${partList(state, 'en')}. See what differs: \`npm run translate -- ${entry} ${locale}\`. Translate these parts and run \`npm run translate -- accept ${entry} ${locale}\`; if nothing needs translating, run \`npm run translate -- minor ${entry} ${locale}\`.`,
				},
				{ line, column: 1 },
			);
		}
	return problems;
}

/** Reads the records of a content folder and judges by them its translations, and links to parts whose headings were reworded. */
export async function checkTranslations(
	folder: ContentFolder,
	content: Content,
	folderName: string,
): Promise<Problem[]> {
	const due = new Set(dueEntries(folder).map(({ path }) => path));
	const own = { ...content, entries: content.entries.filter(({ path }) => due.has(path)) };
	const records = await readRecords(folder.root, [...due]);
	const tracked = trackEntries(folder, own, records);
	return [
		...judgeTranslations(folder, own, records, folderName, tracked),
		...judgeAnchors(folder, content, [...tracked, ...(await trackLinked(folder, content, due))], folderName),
	];
}

/** Parts of the entries that are linked to and stand in outline only. */
async function trackLinked(
	folder: ContentFolder,
	content: Content,
	due: ReadonlySet<string>,
): Promise<readonly EntryTracking[]> {
	if (!folder.due) return [];
	const targets = new Set([...linkedEntries(folder, content).values()].flatMap((linked) => [...linked]));
	const linked = content.entries.filter(({ path }) => !due.has(path) && targets.has(path));
	if (linked.length === 0) return [];
	const paths = new Set(linked.map(({ path }) => path));
	const whole = await readEntries(folder.root, folder.paths, (entry) => paths.has(entry));
	return trackEntries(whole, { ...content, entries: linked }, await readRecords(folder.root, [...paths]));
}
