import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place, SourceFile } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content, ContentEntry } from '#schema/content.ts';

type Say = Problem['say'];

/** Days that tell of something done: none of them can lie ahead. */
const pastFields = {
	updated: { vi: 'ngày sửa', en: 'the day of a change' },
	checkedOn: { vi: 'ngày đối chiếu với nguồn', en: 'the day on which somebody compared the text with its sources' },
	reviewedOn: { vi: 'ngày duyệt', en: 'the day of the review' },
	corrections: { vi: 'ngày đính chính', en: 'the day of the correction' },
} as const;

/** Texts are prepared some days ahead of the day on which they come out. */
const daysAhead = 7;

/** First moment of a day in a zone, in milliseconds; of a moment with its own zone that moment. */
function momentOf(text: string, zone: string): number {
	if (text.length > 10) return Date.parse(text);
	const guess = Date.parse(`${text}T00:00:00Z`);
	const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
		new Date(guess),
	);
	return guess - (Date.parse(`${shown.replace(' ', 'T')}Z`) - guess);
}

/** Below zero when a comes before b. Days of one kind compare as text, which is quick. */
const compareMoments = (a: string, b: string, zone: string): number =>
	a.length === 10 && b.length === 10 ? (a < b ? -1 : a > b ? 1 : 0) : momentOf(a, zone) - momentOf(b, zone);

/** The day on which a text is to be read again. */
function dueDay(checkedOn: string, every: string): string {
	const [count = 0, unit = ''] = every.split(' ').map((part, index) => (index === 0 ? Number(part) : part)) as [
		number,
		string,
	];
	const [year = 0, month = 1, day = 1] = checkedOn.split('-').map(Number);
	if (/^(ngày|day)/.test(unit)) return new Date(Date.UTC(year, month - 1, day + count)).toISOString().slice(0, 10);
	const months = month - 1 + (/^(năm|year)/.test(unit) ? 12 * count : count);
	// 31 August and six months is the end of February.
	const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, months, Math.min(day, last))).toISOString().slice(0, 10);
}

const shorten = (text: string) => (text.length > 70 ? `${text.slice(0, 67)}…` : text);

/**
 * Dates of entries that can only be slips: out of order, ahead of the day of the check; texts that are due to be compared with their
 * sources, and corrections that translations have not followed.
 *
 * @param day - Day of the check, `YYYY-MM-DD`.
 */
export function checkEntryDates(folder: ContentFolder, content: Content, folderName: string, day: string): Problem[] {
	const problems: Problem[] = [];
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const { zone } = content.site;
	const names = new Map(content.site.locales.map(({ locale, name }) => [locale, name]));
	const raw = new Map(dueEntries(folder).map((entry) => [entry.path, entry]));
	const start: Place = { line: 1, column: 1 };
	const add = (file: string, { line, column }: Place, code: Code, say: Say, severity: Severity = 'error') =>
		problems.push({ file: `${folderName}/${file}`, line, column, code, severity, say });
	const frontMatterOf = (entry: ContentEntry, locale: string): SourceFile | undefined =>
		raw.get(entry.path)?.texts.get(locale)?.frontMatter;
	/** Last day that may be called past: the day of the check, or later where the content itself was plainly written later. */
	const today = lastPastDay(content, day);

	for (const entry of content.entries) {
		if (!raw.has(entry.path)) continue;
		checkOrder(entry);
		checkReview(entry);
		checkCorrections(entry);
		for (const [locale, { words }] of entry.texts) {
			const file = `${entry.path}/${locale}.mdx`;
			const at = (...path: PropertyKey[]) => frontMatterOf(entry, locale)?.position(path) ?? start;
			const own = locale === sourceLocale ? entry.source : words;
			if (own.reviewedOn !== undefined && own.reviewedBy === undefined)
				add(file, at('reviewedOn'), 'field/missing', {
					vi: `Có \`reviewedOn\` mà thiếu \`reviewedBy\`. Thêm một dòng \`reviewedBy: …\` ghi ai đã duyệt, hoặc xóa \`reviewedOn\`.`,
					en: 'There is `reviewedOn` and no `reviewedBy`. Add a line `reviewedBy: …` that says who reviewed it, or delete `reviewedOn`.',
				});
			// A year that is mistyped; a text may wait for its day for some months, and `publishAt` says so.
			const { date, publishAt } = entry.source;
			if (
				locale === sourceLocale &&
				publishAt === undefined &&
				Number(date.slice(0, 4)) > Number(today.slice(0, 4)) + 1
			)
				add(
					file,
					at('date'),
					'entry/future-date',
					{
						vi: `\`date\` là ${date}, quá xa ngày kiểm tra (${day}). Kiểm tra lại năm; nếu đúng là sẽ đăng ngày ấy, thêm \`publishAt: ${date}\`.`,
						en: `\`date\` is ${date}, far ahead of the day of this check (${day}). Check the year; if the text is to appear on that day, add \`publishAt: ${date}\`.`,
					},
					'warning',
				);
			for (const [field, value, ...path] of pastDays(entry, locale === sourceLocale ? undefined : locale))
				if (value > today && value > (entry.source.publishAt ?? '').slice(0, 10))
					add(
						file,
						at(field, ...path),
						'entry/future-date',
						{
							vi: `\`${field}\` ghi ${pastFields[field].vi} là ${value}, sau ngày kiểm tra (${day}) quá một tuần. Sửa thành ngày thật sự đã làm.`,
							en: `\`${field}\` gives ${pastFields[field].en} as ${value}, more than a week after the day of this check (${day}). Write the day on which it was really done.`,
						},
						'warning',
					);
		}
	}
	return problems;

	function checkOrder(entry: ContentEntry): void {
		const file = `${entry.path}/${sourceLocale}.mdx`;
		const fields = entry.source as unknown as Readonly<Record<string, unknown>>;
		const comments = (fields['comments'] ?? {}) as typeof fields;
		for (const [group, path, first, last, mayBeSame, mayGo] of [
			[fields, [], 'start', 'end', true, true],
			[fields, [], 'from', 'until', true, false],
			[comments, ['comments'], 'from', 'until', true, false],
			[fields, [], 'publishAt', 'expireAt', false, true],
			[fields, [], 'date', 'expireAt', false, true],
			[fields, [], 'date', 'validUntil', true, entry.source.kind !== 'project'],
			[fields, [], 'date', 'updated', true, true],
		] as const) {
			const [from, to] = [group[first], group[last]];
			if (typeof from !== 'string' || typeof to !== 'string') continue;
			const order = compareMoments(to, from, zone);
			if (order > 0 || (order === 0 && mayBeSame)) continue;
			const isSame = order === 0;
			const bound = mayBeSame
				? { vi: `${from} hoặc muộn hơn`, en: `${from} or later` }
				: { vi: `một lúc sau ${from}`, en: `a moment after ${from}` };
			add(file, frontMatterOf(entry, sourceLocale)?.position([...path, last]) ?? start, 'entry/date-order', {
				vi: `\`${last}\` (${to}) ${isSame ? 'trùng với' : 'đứng trước'} \`${first}\` (${from})${isSame ? ', nên trang không lúc nào hiện ra' : ''}. Sửa \`${last}\` thành ${bound.vi}, hoặc sửa \`${first}\`${mayGo ? `, hoặc xóa dòng \`${last}\` nếu không cần` : ''}.`,
				en: `\`${last}\` (${to}) ${isSame ? 'is the same as' : 'comes before'} \`${first}\` (${from})${isSame ? ', so the page never appears' : ''}. Set \`${last}\` to ${bound.en}, or correct \`${first}\`${mayGo ? `, or delete the line \`${last}\` if it is not needed` : ''}.`,
			});
			if (last === 'expireAt') return;
		}
	}

	function checkReview(entry: ContentEntry): void {
		const { checkedOn, reviewEvery, status, validUntil, expireAt } = entry.source;
		if (reviewEvery === undefined) return;
		const file = `${entry.path}/${sourceLocale}.mdx`;
		const frontMatter = frontMatterOf(entry, sourceLocale);
		if (checkedOn === undefined) {
			add(file, frontMatter?.position(['reviewEvery']) ?? start, 'field/missing', {
				vi: 'Có `reviewEvery` mà thiếu `checkedOn`, nên không tính được hạn đối chiếu. Thêm một dòng `checkedOn: …` ghi ngày gần nhất đã đối chiếu bài với nguồn, hoặc xóa `reviewEvery`.',
				en: 'There is `reviewEvery` and no `checkedOn`, so nobody can say when the text is due. Add a line `checkedOn: …` with the day on which the text was last compared with its sources, or delete `reviewEvery`.',
			});
			return;
		}
		const isGone =
			status !== 'approved' ||
			(validUntil !== undefined && validUntil < day) ||
			(expireAt !== undefined && expireAt.slice(0, 10) <= day);
		const due = dueDay(checkedOn, reviewEvery);
		if (isGone || due >= day) return;
		add(
			file,
			frontMatter?.position(['checkedOn']) ?? start,
			'entry/review-due',
			{
				vi: `Bài được đối chiếu với nguồn lần gần nhất ngày ${checkedOn}, \`reviewEvery\` là ${reviewEvery}: đã quá hạn từ ${due}. Người phụ trách bài đối chiếu lại từng điều với nguồn, sửa những gì đã đổi, rồi ghi ngày đối chiếu vào \`checkedOn\`. Nếu bài chỉ còn để tra cứu, ghi \`status: historical\`.`,
				en: `The text was last compared with its sources on ${checkedOn} and \`reviewEvery\` is ${reviewEvery}: it has been due since ${due}. Whoever looks after it should compare it with its sources again, mend what has changed, and write that day into \`checkedOn\`. If the page is kept as a record only, write \`status: historical\`.`,
			},
			'warning',
		);
	}

	function checkCorrections(entry: ContentEntry): void {
		const { corrections = [], date } = entry.source;
		const file = `${entry.path}/${sourceLocale}.mdx`;
		const at = (...path: PropertyKey[]) =>
			frontMatterOf(entry, sourceLocale)?.position(['corrections', ...path]) ?? start;
		for (const [index, correction] of corrections.entries()) {
			if (correction.date < date)
				add(file, at(index, 'date'), 'entry/date-order', {
					vi: `Đính chính ghi ngày ${correction.date}, trước ngày công bố bài (\`date\`: ${date}). Sửa một trong hai ngày; lỗi sửa trước khi công bố thì không ghi vào \`corrections\`.`,
					en: `The correction is dated ${correction.date}, before the text was published (\`date\`: ${date}). Correct one of the days; a mistake mended before publication does not belong in \`corrections\`.`,
				});
			const before = corrections[index - 1]?.date;
			if (before !== undefined && correction.date < before)
				add(
					file,
					at(index, 'date'),
					'entry/date-order',
					{
						vi: `Đính chính ngày ${correction.date} đứng sau đính chính ngày ${before}. Xếp \`corrections\` theo thứ tự thời gian, mới nhất ở cuối, hoặc sửa ngày ghi sai.`,
						en: `The correction of ${correction.date} stands after that of ${before}. Put \`corrections\` in order of time, the newest last, or mend the wrong day.`,
					},
					'warning',
				);
			if (correction.was === correction.now)
				add(file, at(index, 'now'), 'field/form', {
					vi: `\`was\` và \`now\` của đính chính ngày ${correction.date} giống nhau. Ghi câu sai ở \`was\` và câu đúng ở \`now\`, hoặc xóa đính chính này. Ví dụ: \`was: Chợ họp lúc 6 giờ.\` và \`now: Chợ họp lúc 7 giờ.\``,
					en: `\`was\` and \`now\` of the correction of ${correction.date} are the same. Write the wrong words in \`was\` and the right ones in \`now\`, or delete the correction. Example: \`was: The market opens at 6.\` and \`now: The market opens at 7.\``,
				});
		}
		for (const [locale, { words }] of entry.texts) {
			if (locale === sourceLocale || words.translation === 'machine-draft') continue;
			const open = corrections.filter((correction) => words.updated === undefined || words.updated < correction.date);
			const newest = open.at(-1);
			if (!newest) continue;
			const name = `${names.get(locale) ?? locale} (\`${locale}\`)`;
			const rest = open.length - 1;
			add(
				`${entry.path}/${locale}.mdx`,
				frontMatterOf(entry, locale)?.position(['updated']) ?? start,
				'translation/corrections',
				{
					vi: `Bản gốc có đính chính ngày ${newest.date} (“${shorten(newest.was)}” → “${shorten(newest.now)}”)${rest > 0 ? ` và ${rest} đính chính trước đó` : ''}, bản ${name} chưa theo: ${words.updated === undefined ? 'chưa có `updated`' : `\`updated\` là ${words.updated}`}. Sửa chỗ ấy trong bản dịch, rồi ghi \`updated: ${newest.date}\` hoặc ngày sửa muộn hơn.`,
					en: `The source was corrected on ${newest.date} (“${shorten(newest.was)}” → “${shorten(newest.now)}”)${rest > 0 ? ` and ${rest} ${rest === 1 ? 'time' : 'times'} before` : ''}; the ${name} text has not followed: ${words.updated === undefined ? 'it has no `updated`' : `its \`updated\` is ${words.updated}`}. Mend that place in the translation, then write \`updated: ${newest.date}\`, or the later day on which you did it.`,
				},
				'warning',
			);
		}
	}
}

/** Days of a text that lie in the past by their meaning; of the source when no language is given. */
function pastDays(entry: ContentEntry, locale?: string): [keyof typeof pastFields, string, ...PropertyKey[]][] {
	const own = locale === undefined ? entry.source : entry.texts.get(locale)?.words;
	const days: [keyof typeof pastFields, string, ...PropertyKey[]][] = [];
	if (own?.updated !== undefined) days.push(['updated', own.updated]);
	if (own?.reviewedOn !== undefined) days.push(['reviewedOn', own.reviewedOn]);
	if (locale !== undefined) return days;
	if (entry.source.checkedOn !== undefined) days.push(['checkedOn', entry.source.checkedOn]);
	for (const [index, { date }] of (entry.source.corrections ?? []).entries())
		days.push(['corrections', date, index, 'date']);
	return days;
}

/**
 * The last day that may stand where something has been done. A site may be built for an earlier day than its content was written on,
 * to look at it as it was: where three entries or more have later days, that is what happens. A slip of the finger stands alone.
 */
function lastPastDay(content: Content, day: string): string {
	const near = new Date(Date.parse(`${day}T00:00:00Z`) + daysAhead * 86_400_000).toISOString().slice(0, 10);
	const later = content.entries.flatMap((entry) => {
		const days = pastDays(entry)
			.map(([, value]) => value)
			.filter((value) => value > near);
		return days.length > 0 ? [days.sort().at(-1) ?? near] : [];
	});
	return later.sort().at(-3) ?? near;
}
