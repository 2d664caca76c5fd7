import { expect, test } from 'vitest';
import { checkHolidays } from '#checks/holidays.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf } from './folder-of.ts';

function check(holidays: string, day = '2026-11-20') {
	const folder = folderOf({ 'holidays.yaml': holidays });
	return checkHolidays(folder, shapeContent(folder).rough, 'content', day).map(
		({ file, line, column, code, severity, say }) =>
			`${file.replace('content/', '')}:${line}:${column} ${code}${severity === 'warning' ? ' (warning)' : ''} ${say.vi}`,
	);
}
const record = (...lines: string[]) =>
	['- id: tet', '  name: { vi: Tết }', ...lines.map((line) => `  ${line}`), ''].join('\n');

test('a right register and none at all are passed without a word', () => {
	expect(check(record('lunar: 01-01', 'days: [2027-02-06]', 'note: x'))).toEqual([]);
	expect(check(record('every: 09-02', 'sample: true'))).toEqual([]);
	const folder = folderOf({});
	expect(checkHolidays(folder, shapeContent(folder).rough, 'content', '2026-11-20')).toEqual([]);
});

test('a holiday without a day is told at its id', () => {
	expect(check(record('note: x'))).toEqual([
		'holidays.yaml:1:7 holidays/days Mục `tet`: chưa có ngày nào. Ngày cố định hằng năm thì thêm `every: 04-30` (tháng-ngày); ngày thay đổi thì ghi ngày đã công bố: `days: [2027-02-06]`.',
	]);
});

test('days that run into each other are told at the later one', () => {
	expect(check(record('days:', '  - 2027-02-06/2027-02-10', '  - 2027-02-09', 'note: x'))).toEqual([
		'holidays.yaml:5:7 holidays/days Mục `tet`: `2027-02-09` trùng với `2027-02-06/2027-02-10`. Mỗi ngày nghỉ chỉ ghi một lần: xóa hoặc sửa một trong hai.',
	]);
});

test('days far from the lunar calendar are a reminder that names the likely day; a day off is none', () => {
	const [said = '', ...more] = check(record('lunar: 03-10', 'days: [2027-04-26]', 'note: x'));
	expect(more).toEqual([]);
	expect(said).toContain('holidays.yaml:4:10 holidays/lunar (warning)');
	expect(said).toContain('không có ngày 10 tháng 3 âm lịch; theo lịch của máy, ngày ấy vào khoảng 2027-04-16');
	for (const day of ['2027-04-15', '2027-04-16', '2027-04-17', '2027-04-12/2027-04-18'])
		expect(check(record('lunar: 03-10', `days: [${day}]`, 'note: x'))).toEqual([]);
});

test('a register that has run out of days is told in time', () => {
	const register = record('days: [2026-02-17]', 'note: x');
	expect(check(register, '2026-02-17')).toEqual([]);
	expect(check(register, '2026-02-18')[0]).toContain('holidays/next (warning) Mục `tet`: mọi ngày trong `days` đã qua');
});

test('a holiday that nobody vouches for is refused, and so is a document that is not there', () => {
	expect(check(record('every: 09-02'))[0]).toContain('holidays.yaml:1:7 holidays/source Mục `tet` chưa có căn cứ.');
	expect(check(record('every: 09-02', 'documents: [nq-1]'))[0]).toContain(
		'holidays.yaml:4:15 register/unknown Không có `nq-1` trong documents.yaml.',
	);
});
