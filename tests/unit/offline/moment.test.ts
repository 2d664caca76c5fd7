import { expect, test } from 'vitest';
import { sayMoment } from '#offline/moment.ts';

const moment = Date.UTC(2026, 10, 29, 8, 20);

test.each([
	['vi', 'Đã lưu ngày {{date}}, {{time}}', 'Đã lưu ngày 29/11/2026, 15:20'],
	['en-GB', 'Saved on {{date}}, {{time}}', 'Saved on 29 November 2026, 15:20'],
	['ru', 'Сохранено {{date}}, {{time}}', 'Сохранено 29 ноября 2026 г., 15:20'],
	['ko', '저장한 때: {{date}} {{time}}', '저장한 때: 2026년 11월 29일 오후 3:20'],
	['zh-Hans', '保存于{{date}} {{time}}', '保存于2026年11月29日 15:20'],
	['ja', '{{date}} {{time}}に保存', '2026年11月29日 15:20に保存'],
])('a reader of %s is told the day and the hour of a copy', (tag, pattern, said) => {
	expect(sayMoment(pattern, moment, tag, 'Asia/Ho_Chi_Minh')).toBe(said);
});
