import { expect, test } from 'vitest';
import { clockRange, monthName, monthRange, weekdayRange } from '#language/week.ts';
import { regionName } from '#language/script.ts';

const tags = ['vi', 'en-GB', 'ru', 'ko', 'zh-Hans', 'ja'];
const each = (said: (tag: string) => string) => Object.fromEntries(tags.map((tag) => [tag, said(tag)]));

test('several days of the week are said as readers say them', () => {
	expect(each((tag) => weekdayRange(tag, 'mon-fri'))).toEqual({
		vi: 'Thứ Hai – Thứ Sáu',
		'en-GB': 'Monday–Friday',
		ru: 'понедельник–пятница',
		ko: '월요일~금요일',
		'zh-Hans': '星期一–星期五',
		ja: '月曜日～金曜日',
	});
	expect(weekdayRange('ru', 'sat')).toBe('суббота');
	expect(weekdayRange('vi', 'sun')).toBe('Chủ Nhật');
});

test('hours are those of the timetable in every language, and the end of the day is not its beginning', () => {
	expect(each((tag) => clockRange(tag, '07:30', '24:00'))).toEqual({
		vi: '07:30–24:00',
		'en-GB': '07:30–24:00',
		ru: '07:30–24:00',
		ko: '07:30~24:00',
		'zh-Hans': '07:30–24:00',
		ja: '07:30~24:00',
	});
});

test('months in a row are said within a sentence', () => {
	expect(each((tag) => monthRange(tag, 1, 8))).toEqual({
		vi: 'tháng 1 – tháng 8',
		'en-GB': 'January–August',
		ru: 'январь–август',
		ko: '1월~8월',
		'zh-Hans': '1月–8月',
		ja: '1月～8月',
	});
	expect(monthRange('en-GB', 3, 3)).toBe('March');
});

test('months may run over the turn of the year', () => {
	expect(monthRange('en-GB', 11, 4)).toBe('November–April');
	expect(monthRange('ko', 11, 4)).toBe('11월~4월');
});

test('a month has a name for the eye and one for the ear', () => {
	expect(monthName('ru', 3, 'narrow')).toBe('М');
	expect(monthName('ru', 3, 'long')).toBe('март');
});

test('a country has its name in the language of the page', () => {
	expect(each((tag) => regionName(tag, 'KR'))).toMatchObject({
		vi: 'Hàn Quốc',
		ru: 'Республика Корея',
		ko: '대한민국',
	});
});
