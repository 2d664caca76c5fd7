import { expect, test } from 'vitest';
import { checkOffices } from '#checks/offices.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf, site } from './folder-of.ts';

function check(lines: string) {
	const folder = folderOf({ 'site.yaml': site.replace('  - { id: desk, name: { vi: Quầy } }\n', lines) });
	return checkOffices(folder, shapeContent(folder).rough, 'content').map(
		({ line, code, say }) => `${line} ${code} ${say.vi}`,
	);
}
const desk = (...open: string[]) =>
	`  - id: desk\n    name: { vi: Quầy }\n    open:\n${open.map((span) => `      - ${span}\n`).join('')}`;
const market = (fields: string) => `  - { id: desk, name: { vi: Quầy } }\nmarkets:\n  - { ${fields} }\n`;

test('hours of a working day and a country are passed without a word', () => {
	expect(
		check(desk('{ days: mon-fri, from: "07:30", to: "11:30" }', '{ days: mon-fri, from: "13:30", to: "17:00" }')),
	).toEqual([]);
	expect(check(market('id: korea, country: KR, locales: [en]'))).toEqual([]);
	expect(check(market('id: others, name: { vi: Nước khác }'))).toEqual([]);
});

test('an office that closes before it opens is told', () => {
	expect(check(desk('{ days: sat, from: "13:30", to: "11:30" }'))[0]).toContain(
		'giờ đóng cửa 11:30 không muộn hơn giờ mở cửa 13:30',
	);
});

test('two lines for the same hour are told, also where only some of the days are the same', () => {
	expect(
		check(desk('{ days: mon-fri, from: "07:30", to: "11:30" }', '{ days: fri-sat, from: "08:00", to: "12:00" }'))[0],
	).toContain('`fri-sat 08:00–12:00` trùng với một dòng ở trên');
	expect(
		check(desk('{ days: mon-fri, from: "07:30", to: "11:30" }', '{ days: sat, from: "08:00", to: "12:00" }')),
	).toEqual([]);
});

test('a country without a name, of no code, or of a language that the site lacks is told', () => {
	expect(check(market('id: korea'))[0]).toContain('mục `korea` chưa có tên');
	expect(check(market('id: korea, country: KQ'))[0]).toContain('không có nước nào mang mã `KQ`');
	expect(check(market('id: korea, country: KR, locales: [ko]'))[0]).toContain(
		'`locales` của `korea` ghi `ko`, mà trang không có ngôn ngữ ấy. Các mã: vi, en.',
	);
});
