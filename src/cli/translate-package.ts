import { lstat, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { TrackedContent } from '#tracking/files.ts';
import type { EntryTracking, TranslationState } from '#tracking/state.ts';
import { exportEntries, planImport, type EntryImport, type PackageProblem } from '#tracking/xliff.ts';
import { maxPackageBytes } from '#tracking/xliff-read.ts';
import { BuildFailure } from './failure.ts';

const say = (vi: string, en: string) => console.log(`${vi}\n${en}`);
const fail = (vi: string, en: string): never => {
	throw new BuildFailure(`${vi}\n${en}`);
};
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const errorName = (error: NodeJS.ErrnoException) => error.code ?? error.message;

/** Writes a file whole or not at all: beside its place first, then over it. */
async function writeWhole(file: string, text: string): Promise<void> {
	const part = join(dirname(file), `.${basename(file)}.${process.pid}`);
	try {
		const handle = await open(part, 'w');
		try {
			await handle.writeFile(text);
			// On the disk before it takes the place of the other: a power cut leaves the one or the other.
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(part, file);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

/** What goes into a package and how it is named. */
export interface ExportOrder {
	readonly wanted: readonly { readonly entry: EntryTracking; readonly state: TranslationState }[];
	readonly locale: string;
	/** Where to write it; a name made of the entry and the language when left out. */
	readonly out: string | undefined;
}

/**
 * Writes a package for an outside translator and says where it is.
 *
 * @throws {@link BuildFailure} when a text has errors, or another file stands in the place: it may be one that came back.
 */
export async function exportPackage(tracked: TrackedContent, { wanted, locale, out }: ExportOrder): Promise<void> {
	const made = exportEntries(tracked, wanted, locale);
	const unreadable = made.unreadable.map((entry) => `${basename(tracked.folder.root)}/${entry}/${locale}.mdx`);
	const left = () =>
		fail(
			`Có bản dịch có lỗi nên không xuất được: ${unreadable.join(', ')}. Chạy "npm run check", sửa lỗi rồi xuất lại.`,
			`Some translations have errors and are not in a package: ${unreadable.join(', ')}. Run "npm run check", mend them and export again.`,
		);
	if (made.text === undefined) {
		if (unreadable.length > 0) left();
		say(`Không có gì cần dịch sang \`${locale}\`.`, `Nothing is to be translated into \`${locale}\`.`);
		return;
	}
	const [only = ''] = made.entries;
	const name = wanted.length === 1 ? only.split('/').at(-1) : 'all';
	const file = resolve(out ?? `${name}.${locale}.xlf`);
	const there = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
		error.code === 'ENOENT'
			? undefined
			: fail(
					`Không ghi được \`${file}\` (${errorName(error)}). Chọn chỗ khác bằng --out.`,
					`\`${file}\` cannot be written (${errorName(error)}). Choose another place with --out.`,
				),
	);
	if (there !== undefined && there !== made.text)
		fail(
			`Đã có tệp \`${file}\` với nội dung khác, có thể là tệp người dịch gửi lại. Nhập, chuyển hoặc xóa tệp đó trước, hoặc chọn tên khác bằng --out.`,
			`There is a file \`${file}\` with other content, perhaps one that a translator sent back. Import, move or delete it first, or choose another name with --out.`,
		);
	if (there === undefined)
		await writeWhole(file, made.text).catch((error: NodeJS.ErrnoException) =>
			fail(
				`Không ghi được \`${file}\` (${errorName(error)}). Kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa.`,
				`\`${file}\` cannot be written (${errorName(error)}). Check the folder, the right to write and the room on the disk.`,
			),
		);
	const count = made.entries.length;
	say(
		`Đã xuất ${count} bài sang \`${file}\`. Khi người dịch gửi lại: npm run translate -- import <tệp.xlf>`,
		`Exported ${plural(count, 'entry', 'entries')} to \`${file}\`. When the translator sends it back: npm run translate -- import <file.xlf>`,
	);
	if (unreadable.length > 0) left();
}

const printProblem = ({ file, line, column, code, say: words }: PackageProblem) =>
	`${file}:${line}:${column}  ${code}\n  vi  ${words.vi}\n  en  ${words.en}\n`;

function tellOutcome(
	{ entry, locale, outcome, count, open: openUnits, isComplete }: EntryImport,
	state: TranslationState['state'] | undefined,
	isTrial: boolean,
	folderName: string,
): void {
	const file = `${folderName}/${entry}/${locale}.mdx`;
	if (outcome === 'empty') say(`${file}: chưa dịch gì thêm.`, `${file}: nothing more is translated yet.`);
	if (outcome === 'refused')
		say(`${file}: không ghi; xem các lỗi bên dưới.`, `${file}: not written; see the problems below.`);
	if (outcome === 'unchanged') say(`${file}: không đổi.`, `${file}: unchanged.`);
	if (outcome === 'written')
		say(
			`${file}: ${isTrial ? 'sẽ ghi' : 'đã ghi'}, ${count} đoạn mới.`,
			`${file}: ${isTrial ? 'would be written' : 'written'}, ${plural(count, 'new unit', 'new units')}.`,
		);
	if (outcome === 'empty' || outcome === 'refused') return;
	if (openUnits.length > 0) {
		const shown = openUnits.slice(0, 10).join(', ') + (openUnits.length > 10 ? ', …' : '');
		say(
			`  ${openUnits.length} đoạn chưa được người dịch đánh dấu là xong: ${shown}. Hỏi lại người dịch trước khi ghi nhận.`,
			`  ${plural(openUnits.length, 'unit is', 'units are')} not marked as done by the translator: ${shown}. Ask before accepting.`,
		);
	}
	if (isComplete && (outcome === 'written' || state === 'behind' || state === 'unrecorded') && !isTrial)
		say(
			`  Mọi đoạn đã dịch. Sau khi đọc lại (và ghi \`updated\`, \`reviewedBy\`, \`reviewedOn\`): npm run translate -- accept ${entry} ${locale}`,
			`  Every unit is translated. After reading it (and putting in \`updated\`, \`reviewedBy\`, \`reviewedOn\`): npm run translate -- accept ${entry} ${locale}`,
		);
}

/**
 * Puts a package that came back into the content folder. An entry is written whole or not at all, and nothing is accepted.
 *
 * @param file - The package, as the person typed it.
 * @param isTrial - Says what would be done and does nothing.
 * @throws {@link BuildFailure} when anything could not be put back.
 */
export async function importPackage(tracked: TrackedContent, file: string, isTrial: boolean): Promise<void> {
	const unreadable = (error: NodeJS.ErrnoException) =>
		fail(
			`Không đọc được \`${file}\` (${errorName(error)}). Kiểm tra tên và chỗ của tệp.`,
			`\`${file}\` cannot be read (${errorName(error)}). Check its name and place.`,
		);
	const { size } = await stat(file).catch(unreadable);
	// A file that is too large is not read: a few bytes more than allowed stand for it.
	const bytes = size > maxPackageBytes ? new Uint8Array(maxPackageBytes + 1) : await readFile(file).catch(unreadable);
	const { problems, entries } = planImport(bytes, file, tracked);
	const { root } = tracked.folder;
	const folderName = basename(root);
	const failed: string[] = [];
	for (const item of entries) {
		if (item.text !== undefined && !isTrial) {
			const target = join(root, item.entry, `${item.locale}.mdx`);
			try {
				// A link in the place of the text is not ours to replace.
				const there = await lstat(target).catch(() => undefined);
				if (there && !there.isFile()) throw new Error('not a file');
				await writeWhole(target, item.text);
			} catch (error) {
				const name = errorName(error as NodeJS.ErrnoException);
				failed.push(
					`Không ghi được ${folderName}/${item.entry}/${item.locale}.mdx (${name}); tệp cũ còn nguyên. Kiểm tra quyền ghi và chỗ trống trên đĩa rồi nhập lại.\n${folderName}/${item.entry}/${item.locale}.mdx cannot be written (${name}); the old file is as it was. Check the right to write and the room on the disk, then import again.`,
				);
				continue;
			}
		}
		const state = tracked.entries
			.find(({ entry }) => entry === item.entry)
			?.translations.find(({ locale }) => locale === item.locale)?.state;
		tellOutcome(item, state, isTrial, folderName);
	}
	if (problems.length > 0 || failed.length > 0)
		throw new BuildFailure(['', ...problems.map(printProblem), ...failed].join('\n'));
	if (isTrial) say('Chạy thử: không ghi gì.', 'Trial run: nothing was written.');
	else if (entries.some(({ outcome }) => outcome === 'written'))
		say('Chạy "npm run check" để kiểm tra các bài vừa ghi.', 'Run "npm run check" to check the texts written.');
}
