import { basename } from 'node:path';
import { readText } from '#loaders/text-file.ts';
import type { Place } from '#loaders/source-file.ts';
import type { Problem } from '#report/problem.ts';
import { changeFrontMatter, makeFrontMatter, type WordsValue } from './front-matter.ts';
import type { TrackedContent } from './files.ts';
import { renderLine, withLines } from './line-markdown.ts';
import { packageOf, type EntryPackage, type PackageUnit } from './package-units.ts';
import {
	hasWords,
	isLook,
	lineKey,
	plainLine,
	takeApart,
	tidyLine,
	withSourceIds,
	type InlineCode,
	type Piece,
} from './segments.ts';
import type { EntryTracking, TranslationState } from './state.ts';
import { readPackage, type ReadPiece, type ReadUnit } from './xliff-read.ts';
import { faultWords, quote, unitFaultWords } from './xliff-words.ts';
import { printPackage } from './xliff-write.ts';

type Say = Problem['say'];

/** Something in a package that cannot be put back; `file` is the package. Its codes are not those of the check of the content. */
export interface PackageProblem extends Place {
	readonly file: string;
	readonly code: `package/${string}`;
	readonly say: Say;
}

/** What an import makes of one entry. */
export interface EntryImport {
	/** Path of the entry. */
	readonly entry: string;
	readonly locale: string;
	/**
	 * `written`: `text` is the translation's file; `unchanged`: the file says all this already; `empty`: nothing was translated;
	 * `refused`: see the problems, and nothing is written.
	 */
	readonly outcome: 'written' | 'unchanged' | 'empty' | 'refused';
	/** Whole file, Unicode NFC, `\n`; only when `written`. */
	readonly text: string | undefined;
	/** Units put in. */
	readonly count: number;
	/** Units that are there and that the translator has not marked as done. */
	readonly open: readonly string[];
	/** Every unit is translated from the present source: the translation can be accepted. */
	readonly isComplete: boolean;
}

/** What an import would do. */
export interface ImportPlan {
	readonly problems: readonly PackageProblem[];
	readonly entries: readonly EntryImport[];
}

/** A package, and what could not be put into it. */
export interface Export {
	/** The XLIFF file; undefined when nothing is to be translated. */
	readonly text: string | undefined;
	/** Entries in it. */
	readonly entries: readonly string[];
	/** Translations that have errors, and so cannot be compared. */
	readonly unreadable: readonly string[];
}

/**
 * Makes a package of entries for a translator.
 *
 * @param wanted - Entries with the state of the translation into `locale`.
 */
export function exportEntries(
	tracked: TrackedContent,
	wanted: readonly { readonly entry: EntryTracking; readonly state: TranslationState }[],
	locale: string,
): Export {
	const packages: EntryPackage[] = [];
	const unreadable: string[] = [];
	for (const { entry, state } of wanted) {
		const made = packageOf(tracked, entry, state);
		if (made) packages.push(made);
		else unreadable.push(entry.entry);
	}
	const tagOf = (name: string) => tracked.content.site.locales.find((item) => item.locale === name)?.tag ?? name;
	const source = tracked.content.site.locales[0]?.locale ?? 'vi';
	return {
		text:
			packages.length === 0
				? undefined
				: printPackage(packages, tracked.content, {
						source: { locale: source, tag: tagOf(source) },
						target: { locale, tag: tagOf(locale) },
					}),
		entries: packages.map(({ entry }) => entry.entry),
		unreadable,
	};
}

/** Whether two BCP 47 tags mean the same texts: equal, or one adds a region, as `en-GB` to `en`. */
const fits = (tag: string, ours: string) =>
	tag.toLowerCase() === ours.toLowerCase() || tag.toLowerCase().startsWith(`${ours.toLowerCase()}-`);

/** Markup that a unit may have, by id: as the source types it, or as the present translation does. */
function codesOf({ slot, own, state }: PackageUnit): ReadonlyMap<string, InlineCode> {
	if (!own || state === 'behind') return slot.codes;
	return new Map([...slot.codes, ...own.codes]);
}

/** How a code is named to a person. */
const codeName = ({ open, close }: InlineCode) => quote(close === undefined ? open.trim() : `${open}…${close}`);

type Complain = (code: string, say: Say) => void;

/** Turns what was read into pieces with known markup; complains of what cannot be. */
function resolve(read: readonly ReadPiece[], unit: PackageUnit, complain: Complain): Piece[] | undefined {
	const codes = codesOf(unit);
	const pieces: Piece[] = [];
	const open: { readonly named: string; readonly id: string }[] = [];
	let isWhole = true;
	const refuse = (code: string, say: Say) => {
		isWhole = false;
		complain(code, say);
	};
	for (const piece of read) {
		if (piece.text !== undefined) {
			pieces.push({ text: piece.text });
			continue;
		}
		if (piece.side === 'close') {
			const last = open.pop();
			if (last?.named !== piece.id) {
				refuse('package/code-order', {
					vi: `mã ${quote(piece.id)} đóng mà chưa mở, hoặc hai mã chồng chéo nhau. Đặt các mã lại cho đúng cặp.`,
					en: `the code ${quote(piece.id)} closes without being open, or two codes cross. Put the codes back in pairs.`,
				});
				return undefined;
			}
			pieces.push({ code: last.id, side: 'close' });
			continue;
		}
		const found = codes.get(piece.id) ?? codes.get(piece.copyOf ?? '');
		if (!found || (found.close === undefined) !== (piece.side === 'alone')) {
			refuse('package/code-unknown', {
				vi: `mã ${quote(piece.id)} không có trong bản gốc của đoạn này. Xóa mã, hoặc thay bằng mã của bản gốc.`,
				en: `the code ${quote(piece.id)} is not in the source of this unit. Remove it, or use a code of the source.`,
			});
			return undefined;
		}
		if (piece.side === 'open') open.push({ named: piece.id, id: found.id });
		pieces.push({ code: found.id, side: piece.side });
	}
	if (open.length > 0) {
		const code = codes.get(open[0]?.id ?? '');
		refuse('package/code-order', {
			vi: `mã ${code ? codeName(code) : ''} mở mà không đóng. Đặt lại mã đóng.`,
			en: `the code ${code ? codeName(code) : ''} opens and does not close. Put its end back.`,
		});
	}
	if (!isWhole) return undefined;
	return tidyLine(pieces, codes);
}

/** Complains of markup that got lost or stands twice; says whether all is there. */
function checkCodes(pieces: readonly Piece[], unit: PackageUnit, complain: Complain): boolean {
	const uses = new Map<string, number>();
	for (const piece of pieces)
		if (piece.code !== undefined && piece.side !== 'close') uses.set(piece.code, (uses.get(piece.code) ?? 0) + 1);
	const { slot, own, state } = unit;
	let isRight = true;
	for (const [id, code] of codesOf(unit)) {
		if (isLook(code)) continue;
		const count = uses.get(id) ?? 0;
		// What the present translation does without, or has besides, is its own affair.
		const isNeeded = slot.codes.has(id) && !(own && (state === 'current' || state === 'unknown') && !own.codes.has(id));
		if (count > 1 || (count === 0 && isNeeded)) isRight = false;
		if (count > 1)
			complain('package/code-twice', {
				vi: `mã ${codeName(code)} có ${count} lần; chỉ được có một. Xóa bớt.`,
				en: `the code ${codeName(code)} stands ${count} times; it may stand once. Remove the others.`,
			});
		else if (count === 0 && isNeeded)
			complain('package/code-lost', {
				vi: `thiếu mã ${codeName(code)} của bản gốc. Chép mã từ bản gốc vào lời dịch, ở chỗ của nó.`,
				en: `the code ${codeName(code)} of the source is missing. Copy it from the source into the translation, where it belongs.`,
			});
	}
	return isRight;
}

/** Line of a source or target whose markup need not be known, for comparing. */
function rawKey(read: readonly ReadPiece[]): string {
	const open: string[] = [];
	return lineKey(
		read.map((piece): Piece => {
			if (piece.text !== undefined) return { text: piece.text };
			if (piece.side === 'open') open.push(piece.id);
			return { code: piece.side === 'close' ? (open.pop() ?? piece.id) : piece.id, side: piece.side };
		}),
	);
}

/** What a package says of the units of an entry, refusals told. */
function readUnits(
	made: EntryPackage,
	units: readonly ReadUnit[],
	problemAt: (place: Place, code: string, say: Say) => void,
) {
	const byId = new Map(made.units.map((unit) => [unit.id, unit]));
	const values = new Map<PackageUnit, { readonly pieces: readonly Piece[]; readonly isDone: boolean }>();
	const refused = new Set<PackageUnit>();
	const seen = new Map<PackageUnit, string>();
	/** Fields and words that came back with something new in them. */
	let newWords = 0;
	let strays = 0;
	const isOf = (unit: PackageUnit, read: ReadUnit) =>
		(read.hash === undefined || read.hash === unit.hash) && rawKey(read.source) === lineKey(unit.slot.pieces);
	for (const read of units) {
		// The same words may have another number since: a paragraph was set before them.
		const named = byId.get(read.id);
		const unit =
			named && isOf(named, read)
				? named
				: (made.units.find((other) => other.hash === read.hash && isOf(other, read) && !seen.has(other)) ?? named);
		const complain: Complain = (code, say) => {
			if (unit) refused.add(unit);
			else strays++;
			problemAt(read, code, {
				vi: `${made.entry.entry}, đoạn ${quote(read.id)}: ${say.vi}`,
				en: `${made.entry.entry}, unit ${quote(read.id)}: ${say.en}`,
			});
		};
		if (read.filled === 'none' && read.faults.length === 0) continue;
		if (!unit) {
			complain('package/unit', {
				vi: 'bản gốc không có đoạn này (nữa). Xuất lại gói dịch của bài, rồi dịch tiếp trong gói đó; bộ nhớ dịch giữ lời đã dịch.',
				en: 'the source has no such unit (any more). Export the package of the entry again and go on in that; the translation memory keeps what was translated.',
			});
			continue;
		}
		const key = rawKey(read.target);
		if (seen.has(unit)) {
			if (seen.get(unit) !== key)
				complain('package/unit-twice', {
					vi: 'đoạn này có hai lần trong tệp, với lời dịch khác nhau. Giữ một.',
					en: 'this unit stands twice in the file, with different words. Keep one.',
				});
			continue;
		}
		seen.set(unit, key);
		if (!isOf(unit, read)) {
			const isOlder = read.hash !== undefined && read.hash !== unit.hash;
			complain(
				'package/source',
				isOlder
					? {
							vi: `bản gốc đã đổi sau khi xuất gói dịch. Lúc này là: ${quote(plainLine(unit.slot.pieces, unit.slot.codes))}. Xuất lại gói dịch của bài; bộ nhớ dịch giữ lời đã dịch.`,
							en: `the source has changed since the package was made. It says: ${quote(plainLine(unit.slot.pieces, unit.slot.codes))}. Export the package of the entry again; the translation memory keeps what was translated.`,
						}
					: {
							vi: 'lời bản gốc trong tệp đã bị sửa, nên không rõ lời dịch dịch từ đâu. Đặt lại bản gốc như trong gói đã gửi; nếu bản gốc sai, sửa tệp gốc rồi xuất lại.',
							en: 'the source words in the file were changed, so it is not clear what the translation is of. Put back the source of the package that was sent; if the source is wrong, correct the text itself and export again.',
						},
			);
			continue;
		}
		for (const { reason, seen: what, ...place } of read.faults) {
			refused.add(unit);
			const say = unitFaultWords[reason](what);
			problemAt(place, `package/${reason}`, {
				vi: `${made.entry.entry}, đoạn ${quote(read.id)}: ${say.vi}`,
				en: `${made.entry.entry}, unit ${quote(read.id)}: ${say.en}`,
			});
		}
		if (read.faults.length > 0) continue;
		if (read.filled === 'some') {
			complain('package/half', {
				vi: 'chỉ một số câu của đoạn đã dịch. Dịch nốt các câu còn lại.',
				en: 'only some sentences of the unit are translated. Translate the rest.',
			});
			continue;
		}
		const pieces = resolve(read.target, unit, complain);
		if (!pieces) continue;
		const isOwn = unit.own !== undefined && unit.state !== 'behind' && lineKey(pieces) === lineKey(unit.own.pieces);
		if (!isOwn && !checkCodes(pieces, unit, complain)) continue;
		if (!isOwn) newWords++;
		values.set(unit, { pieces, isDone: read.isDone });
	}
	return { values, refused, newWords, isRefused: refused.size > 0 || strays > 0 };
}

/** Words that stand in each unit after an import; undefined where there are none from this source. */
function finalPieces(
	unit: PackageUnit,
	values: ReadonlyMap<PackageUnit, { readonly pieces: readonly Piece[] }>,
): readonly Piece[] | undefined {
	return values.get(unit)?.pieces ?? (unit.state === 'behind' ? undefined : unit.own?.pieces);
}

/** The file of a translation, put together from its units. */
function putTogether(made: EntryPackage, pieces: ReadonlyMap<PackageUnit, readonly Piece[]>, isHuman: boolean): string {
	const { own, source, parts, units, ownWords } = made;
	const bodies = parts.map((part, index): { text: string; isLast: boolean } => {
		const ownPart = part.ownIndex === undefined ? undefined : own?.parts[part.ownIndex];
		const inside = units.filter((unit) => unit.part === index);
		const isLastOf = (of: readonly unknown[] | undefined, at: number) => at === (of?.length ?? 0) - 1;
		const whole = ownPart && { text: ownPart.text, isLast: isLastOf(own?.parts, part.ownIndex ?? 0) };
		const isKept = inside.every((unit) => !pieces.has(unit) || unit.state === 'fixed');
		if (whole && part.isUnlike && isKept) return whole;
		const changed = (unit: PackageUnit, old: readonly Piece[]) => lineKey(pieces.get(unit) ?? []) !== lineKey(old);
		if (ownPart && part.keepsLayout !== 'never') {
			const lines = new Map<number, string>();
			for (const [slotIndex, unit] of inside.entries()) {
				const slot = ownPart.slots[slotIndex];
				const line = pieces.get(unit);
				if (!slot || !line || !changed(unit, withSourceIds(unit.slot.codes, slot).pieces)) continue;
				lines.set(slotIndex, renderLine(line, codesOf(unit), slot.form));
			}
			if (part.keepsLayout === 'always' || lines.size === 0)
				return { text: withLines(ownPart, lines), isLast: whole?.isLast ?? false };
		}
		const lines = new Map(
			inside.map((unit, slotIndex) => [slotIndex, renderLine(pieces.get(unit) ?? [], codesOf(unit), unit.slot.form)]),
		);
		return { text: withLines(part.source, lines), isLast: isLastOf(source.parts, index) };
	});
	const body = bodies
		.map(({ text, isLast }, index) => {
			const isEnd = index === bodies.length - 1;
			if (isLast === isEnd) return text;
			return isEnd ? `${text.trimEnd()}\n` : `${text.trimEnd()}\n\n`;
		})
		.join('');

	const values = new Map<string, WordsValue>();
	for (const unit of units) {
		if (!unit.field) continue;
		const text = plainLine(pieces.get(unit) ?? [], codesOf(unit));
		const { name, item } = unit.field;
		values.set(
			name,
			item === undefined ? text : [...((values.get(name) as readonly string[] | undefined) ?? []), text],
		);
	}
	if (!own || !ownWords) return makeFrontMatter(values.set('translation', 'human')) + body;
	const present = ownWords as Readonly<Record<string, unknown>>;
	const same = (a: unknown, b: unknown) => lineKey([{ text: String(a) }]) === lineKey([{ text: String(b) }]);
	for (const [name, value] of [...values]) {
		const old = present[name];
		const isSame =
			typeof value === 'string'
				? old !== undefined && same(old, value)
				: Array.isArray(old) && old.length === value.length && value.every((text, index) => same(old[index], text));
		if (isSame) values.delete(name);
	}
	if (isHuman && ownWords.translation !== 'human') values.set('translation', 'human');
	return (values.size === 0 ? own.head : changeFrontMatter(own.head, values)) + body;
}

/** Units that do not come out of a finished file as they went in; undefined when the file cannot be read at all. */
function strayUnits(
	made: EntryPackage,
	text: string,
	pieces: ReadonlyMap<PackageUnit, readonly Piece[]>,
): PackageUnit[] | undefined {
	const { markdown, frontMatter, faults } = readText('', text);
	if (!markdown || faults.length > 0 || frontMatter.faults.length > 0) return undefined;
	const { parts } = takeApart(text, markdown);
	if (parts.length !== made.parts.length) return undefined;
	const counts = new Map<number | undefined, number>();
	return made.units.filter((unit) => {
		const wanted = pieces.get(unit);
		const at = counts.get(unit.part) ?? 0;
		counts.set(unit.part, at + 1);
		if (!wanted) return false;
		if (unit.field) {
			const value = (frontMatter.data as Readonly<Record<string, unknown>> | undefined)?.[unit.field.name];
			const item: unknown =
				unit.field.item === undefined ? value : (value as readonly unknown[] | undefined)?.[unit.field.item];
			return lineKey([{ text: String(item) }]) !== lineKey(wanted);
		}
		const slot = unit.part === undefined ? undefined : parts[unit.part]?.slots[at];
		// Laid out as in the translation, slots may be others than the source's only where the whole part was kept.
		return !slot || lineKey(withSourceIds(unit.slot.codes, slot).pieces) !== lineKey(wanted);
	});
}

/**
 * Decides what a package that came back makes of the translations. Nothing is written.
 *
 * @param bytes - The file as it came.
 * @param file - Its name, for messages.
 * @returns Never throws for anything that stands in the file.
 */
export function planImport(bytes: Uint8Array, file: string, tracked: TrackedContent): ImportPlan {
	const problems: PackageProblem[] = [];
	const problemAt = ({ line, column }: Place, code: string, say: Say) =>
		problems.push({ file, line, column, code: code as PackageProblem['code'], say });
	const read = readPackage(bytes);
	const refuseAll = (place: Place, code: string, say: Say): ImportPlan => {
		problemAt(place, code, say);
		return { problems, entries: [] };
	};
	if ('fault' in read)
		return refuseAll(read.fault, `package/${read.fault.reason}`, faultWords[read.fault.reason](read.fault.seen));
	const [source, ...others] = tracked.content.site.locales;
	const target =
		others.find(({ tag }) => tag.toLowerCase() === read.targetTag.toLowerCase()) ??
		others.find(({ tag }) => fits(read.targetTag, tag));
	const top = { line: 1, column: 1 };
	if (!target)
		return refuseAll(top, 'package/language', {
			vi: `Ngôn ngữ đích của tệp là ${quote(read.targetTag)}; các bản dịch của trang này: ${others.map(({ tag }) => tag).join(', ')}. Chọn đúng tệp, hoặc nhờ người dịch đặt lại \`trgLang\` như trong gói đã gửi.`,
			en: `The target language of the file is ${quote(read.targetTag)}; translations of this site: ${others.map(({ tag }) => tag).join(', ')}. Choose the right file, or ask the translator to put back the \`trgLang\` of the package that was sent.`,
		});
	if (source && !fits(read.sourceTag, source.tag))
		return refuseAll(top, 'package/language', {
			vi: `Ngôn ngữ nguồn của tệp là ${quote(read.sourceTag)}, không phải ${quote(source.tag)}. Chọn đúng tệp, hoặc đặt lại \`srcLang\` như trong gói đã gửi.`,
			en: `The source language of the file is ${quote(read.sourceTag)}, not ${quote(source.tag)}. Choose the right file, or put back the \`srcLang\` of the package that was sent.`,
		});

	// A program may cut an entry into several `file`s.
	const byEntry = new Map<EntryTracking, ReadUnit[]>();
	for (const item of read.files) {
		const path = item.original
			.normalize('NFC')
			.replaceAll('\\', '/')
			.replace(/\/[^/]+\.mdx$/, '');
		const entry =
			tracked.entries.find((other) => other.entry === path) ??
			tracked.entries.find((other) => other.entry.replaceAll('/', '.') === item.id);
		if (entry) byEntry.set(entry, [...(byEntry.get(entry) ?? []), ...item.units]);
		else
			problemAt(item, 'package/entry', {
				vi: `Không có bài ${quote(path || item.id)}, hoặc bản gốc của bài có lỗi. Chạy "npm run check"; nếu bài đã đổi tên thì sửa \`original\` trong tệp, nếu đã bỏ thì xóa phần \`<file>\` này.`,
				en: `There is no entry ${quote(path || item.id)}, or its source text has errors. Run "npm run check"; if the entry was renamed, correct \`original\` in the file, if it is gone, delete this \`<file>\`.`,
			});
	}
	const entries = [...byEntry].map(([entry, units]) => importEntry(tracked, entry, target.locale, units, problemAt));
	return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column), entries };
}

function importEntry(
	tracked: TrackedContent,
	entry: EntryTracking,
	locale: string,
	units: readonly ReadUnit[],
	problemAt: (place: Place, code: string, say: Say) => void,
): EntryImport {
	const folderName = basename(tracked.folder.root);
	const nothing = { entry: entry.entry, locale, text: undefined, count: 0, open: [], isComplete: false };
	const state = entry.translations.find((item) => item.locale === locale);
	const made = state && packageOf(tracked, entry, state);
	const place = units[0] ?? { line: 1, column: 1 };
	if (!made) {
		problemAt(place, 'package/translation', {
			vi: `${folderName}/${entry.entry}/${locale}.mdx có lỗi nên không thể ghép lời dịch vào. Chạy "npm run check", sửa lỗi rồi nhập lại.`,
			en: `${folderName}/${entry.entry}/${locale}.mdx has errors, so nothing can be put into it. Run "npm run check", mend them and import again.`,
		});
		return { ...nothing, outcome: 'refused' };
	}
	const { values, refused, newWords, isRefused } = readUnits(made, units, problemAt);
	const isDraftDone =
		made.ownWords?.translation === 'machine-draft' &&
		made.units.every((unit) => unit.state === 'fixed' || values.get(unit)?.isDone === true);
	if (!isRefused && newWords === 0) {
		// A part with other blocks than the source's has no units of its own, and nothing in it is missing.
		const isTold = ({ part }: PackageUnit) => {
			const of = part === undefined ? undefined : made.parts[part];
			return of?.isUnlike === true && of.isUnchanged;
		};
		const missing = made.units.filter((unit) => finalPieces(unit, values) === undefined);
		if (missing.some((unit) => !isTold(unit))) return { ...nothing, outcome: 'empty' };
	}
	const pieces = new Map<PackageUnit, readonly Piece[]>();
	let isMissing = false;
	for (const unit of made.units) {
		const part = unit.part === undefined ? undefined : made.parts[unit.part];
		const isUntouched = made.units.every((other) => other.part !== unit.part || !values.has(other));
		if (part?.isUnlike && part.isUnchanged && isUntouched) continue;
		const final = finalPieces(unit, values);
		if (final) pieces.set(unit, final);
		else if (!refused.has(unit)) {
			isMissing = true;
			const at = units.find(({ id }) => id === unit.id) ?? place;
			const words = plainLine(unit.slot.pieces, unit.slot.codes);
			problemAt(at, 'package/missing', {
				vi: `${entry.entry}, đoạn ${quote(unit.id)}: chưa dịch ${quote(words)}. Dịch đoạn này rồi nhập lại.`,
				en: `${entry.entry}, unit ${quote(unit.id)}: ${quote(words)} is not translated. Translate it and import again.`,
			});
		}
	}
	if (isRefused || isMissing) return { ...nothing, outcome: 'refused' };
	const open = made.units
		.filter((unit) => unit.state !== 'current' && unit.state !== 'fixed' && hasWords(unit.slot.pieces))
		.filter((unit) => values.get(unit)?.isDone !== true)
		.map(({ id }) => id);
	const done = { ...nothing, count: newWords, open, isComplete: open.length === 0 };
	const text = putTogether(made, pieces, newWords > 0 || isDraftDone);
	const old = made.own && made.own.head + made.own.parts.map((part) => part.text).join('');
	if (text === old) return { ...done, outcome: 'unchanged' };
	const strays = strayUnits(made, text, pieces);
	if (strays?.length === 0) return { ...done, outcome: 'written', text };
	for (const unit of strays ?? made.units.slice(0, 1)) {
		const at = units.find(({ id }) => id === unit.id) ?? place;
		problemAt(at, 'package/unwritable', {
			vi: `${entry.entry}, đoạn ${quote(unit.id)}: lời dịch này không ghi được thành Markdown mà giữ nguyên nghĩa (thường do mã đặt sát nhau hoặc ký tự điều khiển). Đặt dấu cách giữa các mã, hoặc viết đoạn này thẳng vào ${locale}.mdx.`,
			en: `${entry.entry}, unit ${quote(unit.id)}: these words cannot be written as Markdown that means the same (mostly codes without a space between them, or control characters). Put a space between the codes, or write this unit into ${locale}.mdx by hand.`,
		});
	}
	return { ...nothing, outcome: 'refused' };
}
