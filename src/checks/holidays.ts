import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import { namesIn, type Content } from '#schema/content.ts';
import type { Holiday } from '#schema/holidays.ts';
import { own } from '#schema/introspect.ts';
import { holidayDays } from '#site/holidays.ts';
import { nearest } from './shape.ts';

type Say = Problem['say'];

const dayMs = 86_400_000;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Day of the Chinese calendar, which the Vietnamese one usually equals. */
const lunarCalendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/**
 * Whether days typed for a lunar holiday come near its day in the lunar calendar. The computer's calendar can be a day off: it
 * reckons the new moon for Beijing, and not to the minute.
 */
function isNearLunar(text: string, lunar: string): boolean {
	const [start = '', end = start] = text.split('/');
	const wanted = lunar.split('-').map(Number).join('/');
	for (let time = Date.parse(start) - dayMs; time <= Date.parse(end) + dayMs; time += dayMs)
		if (lunarCalendar.format(new Date(time)) === wanted) return true;
	return false;
}

/** The day of a lunar holiday in the year of a day, by the computer's calendar. */
function lunarDayIn(year: number, lunar: string): string | undefined {
	const wanted = lunar.split('-').map(Number).join('/');
	for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += dayMs)
		if (lunarCalendar.format(new Date(time)) === wanted) return new Date(time).toISOString().slice(0, 10);
	return undefined;
}

/** Days of a holiday in the order of the list that run into each other. */
function overlap(days: readonly string[]): { readonly index: number; readonly before: string } | undefined {
	const seen: string[] = [];
	for (const [index, text] of days.entries()) {
		const [start = '', end = start] = text.split('/');
		const before = seen.find((other) => {
			const [first = '', last = first] = other.split('/');
			return start <= last && first <= end;
		});
		if (before !== undefined) return { index, before };
		seen.push(text);
	}
	return undefined;
}

/**
 * Public holidays that have no day, days that overlap or are far from the lunar calendar, holidays nobody vouches for, and registers
 * that are running out of announced days.
 *
 * @param day - Day of the check, `YYYY-MM-DD`.
 */
export function checkHolidays(folder: ContentFolder, content: Content, folderName: string, day: string): Problem[] {
	const from = folder.registers.get('holidays');
	if (!from) return [];
	const problems: Problem[] = [];
	const add = (path: readonly PropertyKey[], code: Code, say: Say, severity: Severity = 'error') =>
		problems.push({ file: `${folderName}/holidays.yaml`, ...from.position(path), code, severity, say });

	for (const [index, record] of list(from.data).entries()) {
		const holiday = content.holidays.get(String(own(record, 'id')));
		if (!holiday) continue;
		tellDays(index, holiday);
		tellEvidence(index, holiday);
	}
	return problems;

	function tellDays(index: number, holiday: Holiday): void {
		const { id, every, lunar, days = [] } = holiday;
		const of: Say = { vi: `Mục \`${id}\`: `, en: `Record \`${id}\`: ` };
		if (every === undefined && days.length === 0)
			return void add([index, 'id'], 'holidays/days', {
				vi: `${of.vi}chưa có ngày nào. Ngày cố định hằng năm thì thêm \`every: 04-30\` (tháng-ngày); ngày thay đổi thì ghi ngày đã công bố: \`days: [2027-02-06]\`.`,
				en: `${of.en}has no day. For a day that is the same every year add \`every: 04-30\` (month-day); for one that moves write the days announced: \`days: [2027-02-06]\`.`,
			});
		const twice = overlap(days);
		if (twice)
			add([index, 'days', twice.index], 'holidays/days', {
				vi: `${of.vi}\`${days[twice.index] ?? ''}\` trùng với \`${twice.before}\`. Mỗi ngày nghỉ chỉ ghi một lần: xóa hoặc sửa một trong hai.`,
				en: `${of.en}\`${days[twice.index] ?? ''}\` overlaps \`${twice.before}\`. Each day off is written once: delete or correct one of the two.`,
			});
		if (lunar !== undefined)
			for (const [place, text] of days.entries())
				if (!isNearLunar(text, lunar)) {
					const likely = lunarDayIn(Number(text.slice(0, 4)), lunar);
					add(
						[index, 'days', place],
						'holidays/lunar',
						{
							vi: `${of.vi}\`${text}\` không có ngày ${lunar.split('-').reverse().map(Number).join(' tháng ')} âm lịch${likely === undefined ? '' : `; theo lịch của máy, ngày ấy vào khoảng ${likely}`}. Đối chiếu với thông báo chính thức rồi sửa \`days\` hoặc \`lunar\`.`,
							en: `${of.en}\`${text}\` does not hold day ${Number(lunar.slice(3))} of lunar month ${Number(lunar.slice(0, 2))}${likely === undefined ? '' : `; by the computer's calendar it falls around ${likely}`}. Compare with the official announcement and correct \`days\` or \`lunar\`.`,
						},
						'warning',
					);
				}
		if (holidayDays([holiday], day, '2100-12-31').length === 0)
			add(
				[index, 'days'],
				'holidays/next',
				{
					vi: `${of.vi}mọi ngày trong \`days\` đã qua, nên trang không còn báo ngày nghỉ này. Thêm ngày đã công bố cho năm tới, hoặc xóa mục nếu không còn là ngày nghỉ.`,
					en: `${of.en}all \`days\` are past, so the site no longer tells of this holiday. Add the days announced for the next year, or delete the record if it is no holiday any more.`,
				},
				'warning',
			);
	}

	function tellEvidence(index: number, { id, documents = [], sources, note, sample }: Holiday): void {
		for (const [place, document] of documents.entries()) {
			if (content.documents.has(document)) continue;
			const meant = nearest(document, namesIn(content.documents));
			add([index, 'documents', place], 'register/unknown', {
				vi: `Không có \`${document}\` trong documents.yaml.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} Sửa mã, hoặc thêm vào documents.yaml.`,
				en: `There is no \`${document}\` in documents.yaml.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} Correct the id, or add it to documents.yaml.`,
			});
		}
		if (documents.length === 0 && sources.length === 0 && note === undefined && !sample)
			add([index, 'id'], 'holidays/source', {
				vi: `Mục \`${id}\` chưa có căn cứ. Ghi mã văn bản ở \`documents\`, hoặc trang công bố ở \`sources\`; chưa có thì ghi \`note\` nói rõ là hiểu biết chung, hoặc \`sample: true\` nếu là giá trị mẫu.`,
				en: `Record \`${id}\` rests on nothing. Name a document in \`documents\` or a page that announces the days in \`sources\`; without either, say in \`note\` that it is general knowledge, or \`sample: true\` if it is a sample value.`,
			});
	}
}
