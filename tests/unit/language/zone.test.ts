import { expect, test } from 'vitest';
import { startOfDay } from '#language/zone.ts';

test('a day begins at midnight of its zone', () => {
	expect(startOfDay('2026-01-19', 'Asia/Ho_Chi_Minh').toISOString()).toBe('2026-01-18T17:00:00.000Z');
	expect(startOfDay('2026-07-01', 'UTC').toISOString()).toBe('2026-07-01T00:00:00.000Z');
});
