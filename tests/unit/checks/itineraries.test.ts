import { expect, test } from 'vitest';
import { checkItineraries } from '#checks/itineraries.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf, page } from './folder-of.ts';

function check(fields: Readonly<Record<string, string>>) {
	const folder = folderOf({
		'visit/trip/vi.mdx': page({
			kind: 'itinerary',
			days: '2',
			means: 'Đi bộ',
			stops: '[visit/a, visit/b, visit/c]',
			...fields,
		}),
	});
	return checkItineraries(folder, shapeContent(folder).rough, 'content').map(
		({ line, code, say }) => `${line} ${code} ${say.vi}`,
	);
}

test('ways that fit the stops and the days are passed without a word, and none are needed', () => {
	expect(check({ legs: '[{ day: 1, by: walk }, { day: 2, by: boat, km: 3.5 }]' })).toEqual([]);
	expect(check({})).toEqual([]);
});

test('a way too few or too many is told with the number that is needed', () => {
	expect(check({ legs: '[{ day: 1, by: walk }]' })[0]).toContain(
		'entry/legs `legs` có 1 chặng, mà `stops` có 3 điểm dừng nên cần 2 chặng.',
	);
	expect(check({ stops: '[]', legs: '[{ day: 1, by: walk }]' })[0]).toContain('nên cần 0 chặng');
});

test('a day after the last, and a day before the one before, are told', () => {
	expect(check({ legs: '[{ day: 1, by: walk }, { day: 3, by: walk }]' })[0]).toContain(
		'Chặng thứ 2 ghi ngày 3, mà lịch trình chỉ có 2 ngày',
	);
	expect(check({ legs: '[{ day: 2, by: walk }, { day: 1, by: walk }]' })[0]).toContain(
		'Chặng thứ 2 ghi ngày 1, sau một chặng của ngày 2.',
	);
});
