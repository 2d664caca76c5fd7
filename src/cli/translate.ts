import { basename } from 'node:path';
import { nearest } from '#checks/shape.ts';
import { readSettings } from '#loaders/settings.ts';
import { writeRecord, type TrackedContent } from '#tracking/files.ts';
import { wordDifference, type Run } from '#tracking/difference.ts';
import { changedFields, fieldsOf, makeRecord, slicesOf, wordsText } from '#tracking/record.ts';
import {
	changeNames,
	changeWords,
	counterpart,
	partName,
	type EntryTracking,
	type PartChange,
	type TranslationState,
} from '#tracking/state.ts';
import { helpOr } from './arguments.ts';
import { BuildFailure, run } from './failure.ts';
import { trackedContent } from './tracked-content.ts';
import { exportPackage, importPackage } from './translate-package.ts';

const usage = {
	vi: `npm run translate -- <bài> <ngôn ngữ>
  Cho xem những phần của bản gốc đã đổi từ khi dịch: chữ bỏ [-…-], chữ thêm {+…+}, cạnh bản dịch hiện có.
npm run translate -- accept <bài> <ngôn ngữ>
  Ghi nhận rằng bản dịch đã khớp với bản gốc.
npm run translate -- accept --all
  Ghi nhận như vậy cho mọi bản dịch chưa được ghi nhận lần nào.
npm run translate -- minor <bài> [<ngôn ngữ>]
  Ghi nhận rằng thay đổi trong bản gốc không cần dịch lại (cho một hoặc mọi ngôn ngữ).
npm run translate -- export <bài> <ngôn ngữ> [--out tệp.xlf]
  Xuất bài cho người dịch bên ngoài thành một tệp XLIFF 2: bản gốc, bản dịch hiện có, chỗ đã đổi, thuật ngữ.
npm run translate -- export --all <ngôn ngữ> [--out tệp.xlf]
  Xuất như vậy mọi bài còn thiếu, chậm hoặc chưa được ghi nhận.
npm run translate -- import <tệp.xlf> [--dry-run]
  Đưa lời dịch trong tệp gửi lại vào <bài>/<ngôn ngữ>.mdx; bài có đoạn sai hoặc thiếu thì không ghi và nói rõ đoạn nào. --dry-run: chỉ cho biết.
  Ví dụ: npm run translate -- visit/ponagar-towers ko
  Chỉ import sửa bản dịch; các lệnh khác chỉ ghi vào thư mục .source của bài hoặc tệp .xlf.`,
	en: `npm run translate -- <entry> <locale>
  Shows the parts of the source that changed since the translation: words gone [-…-], words added {+…+}, beside the present translation.
npm run translate -- accept <entry> <locale>
  Records that the translation says what the source says.
npm run translate -- accept --all
  Records that for every translation that has no record.
npm run translate -- minor <entry> [<locale>]
  Records that the change of the source needs no new translation (for one language or all).
npm run translate -- export <entry> <locale> [--out file.xlf]
  Exports the entry for an outside translator as one XLIFF 2 file: source, present translation, what changed, terms.
npm run translate -- export --all <locale> [--out file.xlf]
  Exports that way every entry that is missing, behind or not recorded.
npm run translate -- import <file.xlf> [--dry-run]
  Puts the words of a file that came back into <entry>/<locale>.mdx; an entry with a wrong or missing unit is not written, and the unit is named. --dry-run: only tells.
  Example: npm run translate -- visit/ponagar-towers ko
  Only import changes a translation; the others write the entry's .source folder or the .xlf file.`,
};
const { values, positionals } = helpOr(
	{ all: { type: 'boolean' }, out: { type: 'string' }, 'dry-run': { type: 'boolean' } },
	usage,
	true,
);

const { contentDir } = readSettings();
const folderName = basename(contentDir);
const fail = (vi: string, en: string): never => {
	throw new BuildFailure(`${vi}\n${en}`);
};
const say = (vi: string, en: string) => console.log(`${vi}\n${en}`);

/** Path of an entry from what a person may type or complete: with the content folder, a slash at its end, a file of the entry. */
function entryFrom(typed: string): string {
	const path = typed
		.normalize('NFC')
		.replaceAll('\\', '/')
		.replace(/^\.?\/+/, '')
		.replace(/\/+$/, '')
		.replace(/\/[^/]+\.mdx$/, '');
	return path.startsWith(`${folderName}/`) ? path.slice(folderName.length + 1) : path;
}

function entryOf({ folder, entries }: TrackedContent, typed: string): EntryTracking {
	const path = entryFrom(typed);
	const found = entries.find(({ entry }) => entry === path);
	if (found) return found;
	if (folder.entries.some((entry) => entry.path === path))
		return fail(
			`Bản gốc của bài \`${path}\` thiếu hoặc có lỗi. Chạy "npm run check", sửa lỗi rồi chạy lại.`,
			`The source text of \`${path}\` is missing or has errors. Run "npm run check", mend them, and run this again.`,
		);
	const meant = nearest(
		path,
		entries.map(({ entry }) => entry),
	);
	return fail(
		`Không có bài \`${path}\` trong ${folderName}/.${meant ? ` Có phải \`${meant}\`?` : ' Viết như sau: visit/ponagar-towers.'}`,
		`There is no entry \`${path}\` in ${folderName}/.${meant ? ` Did you mean \`${meant}\`?` : ' Write it as visit/ponagar-towers.'}`,
	);
}

function translationOf({ content }: TrackedContent, entry: EntryTracking, locale: string): TranslationState {
	const found = entry.translations.find((translation) => translation.locale === locale);
	if (found) return found;
	const [source, ...others] = content.site.locales.map((item) => item.locale);
	return locale === source
		? fail(
				`\`${locale}\` là bản gốc, không phải bản dịch. Các bản dịch: ${others.join(', ')}.`,
				`\`${locale}\` is the source, not a translation. Translations: ${others.join(', ')}.`,
			)
		: fail(
				`\`${locale}\` không phải mã ngôn ngữ của trang này. Các bản dịch: ${others.join(', ')}.`,
				`\`${locale}\` is not a language of this site. Translations: ${others.join(', ')}.`,
			);
}

/** Why a translation cannot be recorded; undefined when it can. */
function obstacle({ content, folder }: TrackedContent, { entry, locale, state }: TranslationState) {
	const file = `${folderName}/${entry}/${locale}.mdx`;
	if (state === 'missing')
		return {
			vi: `Chưa có ${file}. Dịch bài trước, rồi ghi nhận.`,
			en: `There is no ${file}. Translate the text first, then record it.`,
		};
	const sourceLocale = content.site.locales[0]?.locale ?? 'vi';
	const texts = content.entries.find(({ path }) => path === entry)?.texts;
	const [source, translation] = [sourceLocale, locale].map((item) => {
		const markdown = texts?.get(item)?.markdown;
		return markdown && slicesOf(folder.typed.get(`${entry}/${item}.mdx`) ?? '', markdown).length - 1;
	});
	if (translation === undefined)
		return {
			vi: `${file} có lỗi. Chạy "npm run check", sửa lỗi rồi ghi nhận.`,
			en: `${file} has errors. Run "npm run check", mend them, then record it.`,
		};
	if (translation !== source)
		return {
			vi: `${file} có ${translation} tiêu đề \`##\`, bản gốc có ${source ?? 0}. Mỗi phần của bản gốc cần đúng một phần trong bản dịch; sửa rồi ghi nhận.`,
			en: `${file} has ${translation} \`##\` headings, the source has ${source ?? 0}. Every part of the source needs one part in the translation; mend it, then record it.`,
		};
	return undefined;
}

/** Writes a record; a disk that refuses is told in words. */
async function record(entry: EntryTracking, locale: string): Promise<boolean> {
	return writeRecord(contentDir, entry.entry, locale, makeRecord(entry.parts, entry.day, entry.aliases)).catch(
		(error: NodeJS.ErrnoException) =>
			fail(
				`Không ghi được ${folderName}/${entry.entry}/.source/${locale}.json (${error.code ?? error.message}). Kiểm tra quyền ghi và chỗ trống trên đĩa rồi chạy lại. Không có gì bị thay đổi.`,
				`${folderName}/${entry.entry}/.source/${locale}.json cannot be written (${error.code ?? error.message}). Check the right to write and the room on the disk, then run this again. Nothing was changed.`,
			),
	);
}

const colours = { same: '', removed: '\u001b[31;9m', added: '\u001b[32;4m' } as const;
const isColoured = process.stdout.isTTY && !process.env['NO_COLOR'];

/** Runs as one text: `[-gone-]{+added+}`, in colour where the terminal has any. */
function printRuns(runs: readonly Run[]): string {
	return runs
		.map(({ kind, text }) => {
			const marked = kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
			return isColoured && kind !== 'same' ? `${colours[kind]}${marked}\u001b[0m` : marked;
		})
		.join('');
}

const indent = (text: string) => text.replace(/^(?=.)/gm, '    ');

/** Only the fields that differ, of each of the texts that `wordsText` made. */
function onlyFields(text: string, names: readonly string[]): string {
	const fields = fieldsOf(text);
	return names.flatMap((name) => fields.get(name) ?? []).join('\n');
}

function showChange(tracked: TrackedContent, entry: EntryTracking, state: TranslationState, change: PartChange): void {
	const { content, folder, records } = tracked;
	const source = content.site.locales[0] ?? { locale: 'vi', tag: 'vi' };
	const { locale } = state;
	const [name, kind] = [partName(change), changeNames[change.kind]];
	const words = changeWords(change, source.tag);
	const text = content.entries.find(({ path }) => path === entry.entry);
	const own = text?.texts.get(locale);
	const slices = own ? slicesOf(folder.typed.get(`${entry.entry}/${locale}.mdx`) ?? '', own.markdown) : [];
	const isWords = change.recordedIndex === 0;
	const names = isWords ? changedFields(change.before, change.after) : [];
	const [before, after] = [change.before, change.after].map((side) => (isWords ? onlyFields(side, names) : side));
	const index = counterpart(change, {
		recorded: (records.get(entry.entry)?.get(locale)?.record?.parts.length ?? 1) - 1,
		present: entry.parts.length - 1,
		translation: slices.length,
	});
	const slice = index === undefined ? undefined : slices[index];
	const translation =
		isWords && text && own ? onlyFields(wordsText(text.source.kind, own.words), names) : (slice?.text ?? '');
	const place = (file: string, line: number | undefined) =>
		`${folderName}/${entry.entry}/${file}.mdx${line === undefined ? '' : `:${line}`}`;
	const sourceLine = change.presentIndex === undefined ? undefined : entry.parts[change.presentIndex]?.line;
	console.log(
		`\n── ${change.formerId === undefined ? '' : `${change.formerId} → `}${change.id} · ${name.vi === name.en ? name.vi : `${name.vi} / ${name.en}`} · ${kind.vi} / ${kind.en} · ${words} từ / ${words === 1 ? 'word' : 'words'} ──`,
	);
	console.log(`  Bản gốc / Source  ${place(source.locale, sourceLine)}`);
	console.log(indent(printRuns(wordDifference(before ?? '', after ?? '', source.tag))));
	console.log(`  Bản dịch hiện có / Present translation  ${place(locale, isWords ? 1 : slice?.line)}`);
	console.log(indent(translation || '(chưa có / none yet)'));
}

async function show(typed: string, locale: string): Promise<void> {
	const tracked = await trackedContent(contentDir);
	const entry = entryOf(tracked, typed);
	const state = translationOf(tracked, entry, locale);
	const path = entry.entry;
	if (state.state === 'missing')
		fail(
			`Chưa có bản dịch \`${locale}\` của ${path}: phải dịch cả bài.`,
			`There is no \`${locale}\` translation of ${path}: the whole text is to be translated.`,
		);
	if (state.damage)
		fail(
			`Tệp ghi nhận ${folderName}/${path}/.source/${locale}.json bị hỏng nên không biết phần nào đã đổi. Lấy lại tệp từ bản sao trước đó; nếu không có, so cả bài với bản gốc rồi chạy: npm run translate -- accept ${path} ${locale}`,
			`The record ${folderName}/${path}/.source/${locale}.json is damaged, so nobody can say which parts changed. Put back an earlier copy; if there is none, compare the whole text with its source, then run: npm run translate -- accept ${path} ${locale}`,
		);
	if (state.state === 'unrecorded')
		fail(
			`Chưa ghi nhận bản dịch \`${locale}\` của ${path} dịch từ bản gốc nào, nên không biết phần nào đã đổi. So cả bài với bản gốc rồi chạy: npm run translate -- accept ${path} ${locale}`,
			`It is not recorded which source the \`${locale}\` translation of ${path} was made from, so nobody can say what changed. Compare the whole text with its source, then run: npm run translate -- accept ${path} ${locale}`,
		);
	if (state.changes.length === 0) {
		say(
			`Bản dịch \`${locale}\` của ${path} khớp với bản gốc ngày ${entry.day}.`,
			`The \`${locale}\` translation of ${path} says what the source of ${entry.day} says.`,
		);
		return;
	}
	const count = state.changes.length;
	say(
		`${path} · ${locale}: bản gốc ngày ${state.since ?? ''} có ${count} phần khác với bản ngày ${state.madeFrom ?? ''} mà bản dịch dựa vào.`,
		`${path} · ${locale}: ${count} ${count === 1 ? 'part' : 'parts'} of the source of ${state.since ?? ''} ${count === 1 ? 'differs' : 'differ'} from that of ${state.madeFrom ?? ''} which the translation was made from.`,
	);
	if (state.since === state.madeFrom)
		say(
			'Bản gốc đã đổi mà `updated` chưa đổi: nếu người đọc cần biết, ghi ngày sửa vào `updated` của bản gốc.',
			'The source changed and its `updated` did not: if readers should know, put the day of the change into `updated` of the source.',
		);
	for (const change of state.changes) showChange(tracked, entry, state, change);
	say(
		`\nDịch xong: npm run translate -- accept ${path} ${locale}\nKhông cần dịch lại: npm run translate -- minor ${path} ${locale}`,
		`When translated: npm run translate -- accept ${path} ${locale}\nIf nothing needs translating: npm run translate -- minor ${path} ${locale}`,
	);
}

async function accept(typed: string, locale: string): Promise<void> {
	const tracked = await trackedContent(contentDir);
	const entry = entryOf(tracked, typed);
	const state = translationOf(tracked, entry, locale);
	const why = obstacle(tracked, state);
	if (why) fail(why.vi, why.en);
	const isChanged = await record(entry, locale);
	say(
		`${isChanged ? 'Đã ghi nhận' : 'Đã được ghi nhận từ trước'}: bản dịch \`${locale}\` của ${entry.entry} khớp với bản gốc ngày ${entry.day}.`,
		`${isChanged ? 'Recorded' : 'Recorded before'}: the \`${locale}\` translation of ${entry.entry} says what the source of ${entry.day} says.`,
	);
	if (!state.isReviewed)
		say(
			`Chưa ai duyệt bản dịch này kể từ lần sửa cuối: sau khi đọc lại, ghi \`reviewedBy\` và \`reviewedOn\` trong ${locale}.mdx.`,
			`Nobody has reviewed this translation since it was changed: after reading it, put \`reviewedBy\` and \`reviewedOn\` into ${locale}.mdx.`,
		);
}

async function acceptAll(): Promise<void> {
	const tracked = await trackedContent(contentDir);
	let written = 0;
	const left: string[] = [];
	for (const entry of tracked.entries)
		for (const state of entry.translations) {
			if (state.state !== 'unrecorded') continue;
			const why = state.damage
				? {
						vi: `${folderName}/${entry.entry}/.source/${state.locale}.json bị hỏng. Lấy lại tệp từ bản sao trước đó, hoặc so bản dịch với bản gốc rồi ghi nhận riêng bài này.`,
						en: `${folderName}/${entry.entry}/.source/${state.locale}.json is damaged. Put back an earlier copy, or compare the translation with its source and record this entry by itself.`,
					}
				: obstacle(tracked, state);
			if (why) left.push(`${why.vi}\n${why.en}`);
			else if (await record(entry, state.locale)) written += 1;
		}
	say(`Đã ghi nhận ${written} bản dịch.`, `Recorded ${written} ${written === 1 ? 'translation' : 'translations'}.`);
	if (tracked.folder.entries.length > tracked.entries.length)
		left.push(
			'Có bài mà bản gốc có lỗi. Chạy "npm run check" để xem lỗi.\nSome entries have errors in the source text. Run "npm run check" to see them.',
		);
	if (left.length > 0) throw new BuildFailure(`\nChưa ghi nhận được / Could not be recorded:\n\n${left.join('\n\n')}`);
}

async function minor(typed: string, locale: string | undefined): Promise<void> {
	const tracked = await trackedContent(contentDir);
	const entry = entryOf(tracked, typed);
	const path = entry.entry;
	const named = locale === undefined ? undefined : translationOf(tracked, entry, locale);
	if (named && named.madeFrom === undefined)
		fail(
			`Bản dịch \`${named.locale}\` của ${path} chưa có hoặc chưa được ghi nhận, nên không có thay đổi nào để bỏ qua. Dùng: npm run translate -- accept ${path} ${named.locale}`,
			`The \`${named.locale}\` translation of ${path} is missing or not recorded, so there is no change to pass over. Use: npm run translate -- accept ${path} ${named.locale}`,
		);
	const behind = (named ? [named] : entry.translations).filter(({ state }) => state === 'behind');
	const hindered = behind.map((state) => obstacle(tracked, state)).find((why) => why !== undefined);
	if (hindered) fail(hindered.vi, hindered.en);
	if (behind.length === 0) {
		say(`Không có bản dịch nào của ${path} chậm so với bản gốc.`, `No translation of ${path} is behind its source.`);
		return;
	}
	for (const state of behind) await record(entry, state.locale);
	const done = behind.map((state) => state.locale).join(', ');
	say(
		`Đã ghi nhận: thay đổi trong bản gốc của ${path} không cần dịch lại (${done}).`,
		`Recorded: the change in the source of ${path} needs no new translation (${done}).`,
	);
}

async function exportTexts(typed: string | undefined, locale: string): Promise<void> {
	const tracked = await trackedContent(contentDir);
	const out = typeof values['out'] === 'string' ? values['out'] : undefined;
	const [first] = tracked.entries;
	// Asked for once, so that a wrong language is told even where no entry wants it.
	if (typed === undefined && first) translationOf(tracked, first, locale);
	const entries = typed === undefined ? tracked.entries : [entryOf(tracked, typed)];
	const wanted = entries
		.map((entry) => ({ entry, state: translationOf(tracked, entry, locale) }))
		.filter(({ state }) => typed !== undefined || ['missing', 'behind', 'unrecorded'].includes(state.state));
	await exportPackage(tracked, { wanted, locale, out });
}

await run(async () => {
	const [first = '', second, third, ...more] = positionals;
	const isAll = values['all'] === true;
	const [isOut, isTrial] = [values['out'] !== undefined, values['dry-run'] === true];
	if (first === 'export' && !isTrial && second !== undefined && more.length === 0 && isAll === (third === undefined))
		return isAll ? exportTexts(undefined, second) : exportTexts(second, third ?? '');
	if (first === 'import' && !isAll && !isOut && second !== undefined && third === undefined)
		return importPackage(await trackedContent(contentDir), second, isTrial);
	if (first === 'export' || first === 'import' || isOut || isTrial)
		fail(`Chưa rõ phải làm gì. Cách dùng:\n\n${usage.vi}\n`, `It is not clear what to do. Usage:\n\n${usage.en}\n`);
	if (first === 'accept' && isAll && second === undefined) return acceptAll();
	if (first === 'accept' && !isAll && second !== undefined && third !== undefined && more.length === 0)
		return accept(second, third);
	if (first === 'minor' && !isAll && second !== undefined && more.length === 0) return minor(second, third);
	if (first !== '' && first !== 'accept' && first !== 'minor' && !isAll && second !== undefined && third === undefined)
		return show(first, second);
	return fail(
		`Chưa rõ phải làm gì. Cách dùng:\n\n${usage.vi}\n`,
		`It is not clear what to do. Usage:\n\n${usage.en}\n`,
	);
});
