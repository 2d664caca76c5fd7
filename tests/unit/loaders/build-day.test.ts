import { expect, test } from 'vitest';
import { buildDay } from '#loaders/build-day.ts';

const zone = 'Asia/Ho_Chi_Minh';

test('the day is that of the zone of the site', () => {
	expect(buildDay(zone, { BUILD_DATE: '2026-01-19' })).toBe('2026-01-19');
	expect(buildDay(zone, { BUILD_DATE: '2026-01-19T18:00:00Z' })).toBe('2026-01-20');
	expect(buildDay(zone, { SOURCE_DATE_EPOCH: '0' })).toBe('1970-01-01');
});

test('a day that the calendar does not have is refused in both languages', () => {
	expect(() => buildDay(zone, { BUILD_DATE: '2026-02-30' })).toThrow(/không phải là ngày.*is not a date/s);
	expect(() => buildDay(zone, { SOURCE_DATE_EPOCH: 'hôm nay' })).toThrow(/SOURCE_DATE_EPOCH/);
});
