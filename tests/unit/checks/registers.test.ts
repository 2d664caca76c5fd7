import { describe, expect, test } from 'vitest';
import { areLocalesRight, checkRegisters } from '#checks/registers.ts';
import { shapeContent } from '#schema/content.ts';
import { facts, folderOf, page, site } from './folder-of.ts';

function check(files: Readonly<Record<string, string>>) {
	const folder = folderOf(files);
	return checkRegisters(folder, shapeContent(folder).rough, 'content').map(
		({ file, line, code, severity, say }) =>
			`${file.replace('content/', '')}:${line} ${code}${severity === 'warning' ? ' (warning)' : ''} ${say.vi}`,
	);
}
const inSite = (from: string, to: string) => {
	if (!site.includes(from)) throw new Error(from);
	return check({ 'site.yaml': site.replace(from, to) });
};
const document = (id: string, lines: string) =>
	`- id: ${id}\n  type: decision\n  issuer: { vi: A }\n  title: { vi: B }\n${lines}`;

test('right registers are passed without a word', () => {
	expect(check({ 'about/test/vi.mdx': page() })).toEqual([]);
});

test('an empty item of a register does not stop the check', () => {
	for (const file of ['facts.yaml', 'documents.yaml', 'site.yaml'])
		for (const text of ['- \n', '- 5\n', '- [a]\n', 'a\n', '5\n', '{}\n', '[[], null]\n', 'contacts: [null, 5]\n'])
			expect(() => check({ [file]: text })).not.toThrow();
});

test('a record that stands twice names the line of the first', () => {
	expect(check({ 'facts.yaml': facts + facts })[0]).toBe(
		'facts.yaml:13 register/duplicate Mã `towers` đã có ở dòng 1. Đổi mã, hoặc xóa một trong hai mục.',
	);
	expect(inSite('  - { id: during, title: { vi: Trong } }', '  - { id: before, title: { vi: Trong } }')[0]).toContain(
		'site.yaml:12 register/duplicate Mã `before` đã có ở dòng 11.',
	);
	expect(inSite('locale: en, tag: en', 'locale: vi, tag: vi')[0]).toContain('register/duplicate');
});

describe('a name of nothing', () => {
	const figures = (ids: string) => inSite('intro: { vi: Lời }', `intro: { vi: Lời }, figures: [${ids}]`);
	test('is told with its register, entry or list', () => {
		expect(figures('tower')[0]).toBe(
			'site.yaml:15 register/unknown Không có `tower` trong facts.yaml. Có phải `towers`? Sửa mã, hoặc thêm vào facts.yaml.',
		);
		expect(inSite('home:', 'footer: [about/nowhere]\nhome:')[0]).toBe(
			'site.yaml:15 register/unknown Không có bài `about/nowhere`. Sửa mã, tạo bài đó, hoặc xóa mã này.',
		);
		expect(
			check({
				'invest/port/vi.mdx': page({ kind: 'sector', contact: 'desc' }),
			})[0],
		).toContain('trong mục `contacts` của site.yaml. Có phải `desk`?');
	});

	test('is told of a milestone too, and a milestone is a date', () => {
		const milestone = (fact: string, entry: string) =>
			inSite(
				'during: { start: 2026-06-01 } }',
				`during: { start: 2026-06-01 } }, milestones: [{ fact: ${fact}, title: { vi: Khai mạc }, entry: ${entry} }]`,
			);
		const told = milestone('steps', 'about/nowhere');
		expect(told[0]).toContain('field/value `steps` trong facts.yaml không phải một ngày (`kind: number`)');
		expect(told[1]).toContain('register/unknown Không có bài `about/nowhere`');
		expect(milestone('step', 'about/nowhere')[0]).toContain('Có phải `steps`?');
	});

	test('is told of the office that takes comments on a draft', () => {
		const told = check({
			'documents.yaml': document('draft', ''),
			'congress/before/draft/vi.mdx': page({
				kind: 'document',
				document: 'draft',
				comments: '{ until: 2026-05-31, contact: desc }',
			}),
		});
		expect(told).toEqual([expect.stringContaining('Có phải `desk`?')]);
	});

	test('is no record with a slip in it: the others stay known, and so does that one', () => {
		const faulty = `${facts}- id: stalls\n  kind: số\n`;
		const folder = folderOf({ 'facts.yaml': faulty });
		const { content } = shapeContent(folder);
		expect([...(content?.facts.keys() ?? [])]).toEqual(['towers', 'steps']);
		expect(content?.facts.has('stalls')).toBe(true);
		expect(content?.facts.get('stalls')).toBeUndefined();
		expect(
			check({
				'facts.yaml': faulty,
				'site.yaml': site.replace('intro: { vi: Lời }', 'intro: { vi: Lời }, figures: [towers, stalls]'),
			}),
		).toEqual([]);
	});

	test('is nothing of a register that cannot be read', () => {
		expect(
			check({
				'facts.yaml': '- id: a\n  "',
				'site.yaml': site.replace('intro: { vi: Lời }', 'intro: { vi: Lời }, figures: [towers]'),
			}),
		).toEqual([]);
	});

	test('is no entry with a slip in it', () => {
		expect(
			check({
				'about/test/vi.mdx': page({ date: 'hôm nay' }),
				'site.yaml': site.replace('home:', 'footer: [about/test]\nhome:'),
			}),
		).toEqual([]);
	});
});

describe('site.yaml', () => {
	test('must begin with Vietnamese, in languages that there are', () => {
		expect(inSite('  - { locale: vi, tag: vi, name: Tiếng Việt }\n', '')[0]).toContain('Thêm lên đầu');
		expect(inSite('locale: en, tag: en,', 'locale: jp, tag: ja,')[0]).toContain(
			'`jp` không phải mã của một ngôn ngữ. Có phải `ja`?',
		);
		const { rough } = shapeContent(folderOf({ 'site.yaml': site.replace('locale: en,', 'locale: jp,') }));
		expect(areLocalesRight(rough.site)).toBe(false);
	});
	test('may only fall back to other languages of its own', () => {
		expect(inSite('fallback: [vi]', 'fallback: [fr]')[0]).toContain('field/value');
		expect(inSite('fallback: [vi]', 'fallback: [en]')[0]).toContain('nhắc lại chính `en`');
	});
	test('knows the languages that a contact speaks', () => {
		expect(inSite('{ id: desk,', '{ id: desk, speaks: [vi, english],')[0]).toContain('Có phải `en`?');
		expect(inSite('{ id: desk,', '{ id: desk, speaks: [vi, fr],')).toEqual([]);
	});
	test('has phases that exist, end after they start and do not overlap', () => {
		expect(inSite('during: { start: 2026-06-01 }', 'giua: { start: 2026-06-01 }')[0]).toContain('field/unknown');
		expect(inSite('during: { start: 2026-06-01 }', 'during: { start: 2026-05-20 }')[0]).toContain(
			'register/date-order',
		);
		expect(inSite('before: { end: 2026-05-31 }', 'before: { start: 2026-05-31, end: 2026-05-01 }')[0]).toContain(
			'Giai đoạn `before` của kỳ `ward` kết thúc (2026-05-01) trước khi bắt đầu (2026-05-31).',
		);
	});
	test('has an address without a path', () => {
		expect(inSite('https://example.org', 'https://example.org/phuong')[0]).toContain('Viết: `https://example.org`.');
		expect(inSite('https://example.org', 'http://example.org')[0]).toContain('link/http (warning)');
		expect(inSite('https://example.org', 'https://example.org/')).toEqual([]);
	});
	test('has Vietnamese words, and no words of a language that is none', () => {
		expect(inSite('title: { vi: Trang, en: Site }', 'title: { en: Site }')[0]).toContain('không có lời tiếng Việt');
		expect(inSite('title: { vi: Trang, en: Site }', 'title: { vi: Trang, gb: Site }')[0]).toContain('Có phải `en`?');
		expect(inSite('title: { vi: Trang, en: Site }', 'title: { vi: Trang, fr: Site }')).toEqual([]);
	});
});

describe('a figure', () => {
	const value = (typed: string, unit = '') =>
		check({
			'facts.yaml': `- id: a\n  kind: ${/^[A-Z]{3}$/.test(unit) ? 'money' : 'number'}\n  value: ${typed}\n${unit === '' ? '' : `  unit: ${unit}\n`}  asOf: unknown\n  sources: []\n`,
		});
	test('with a point between thousands is told, for it is read as a decimal', () => {
		expect(value('125.400')[0]).toBe(
			'facts.yaml:3 field/form Mục `a`: `value: 125.400` được đọc là số lẻ 125,4. Nếu dấu chấm ngăn hàng nghìn, viết liền `125400`; nếu đúng là số lẻ, viết `125.4`.',
		);
		expect(value('48.000', 'VND')[0]).toContain('`48000`');
		expect(value('27.855', 'square-kilometer')[0]).toContain('(warning)');
		for (const right of ['125400', '8.3', '12.25', '0.125', '-3', '1.2050']) expect(value(right)).toEqual([]);
	});
	test('that begins with 0 or is too large is told', () => {
		for (const wrong of ['0125', '0o17', '0x1F', '12345678901234567890'])
			expect(value(wrong)[0]).toContain('field/form');
	});
	test('has a unit that there is', () => {
		expect(value('2', 'km')[0]).toContain('Có phải `kilometer`?');
		expect(value('2', 'kilometres')[0]).toContain('Có phải `kilometer`?');
		expect(value('2', 'XYZ')[0]).toContain('không có tiền tệ `XYZ`');
		for (const right of ['kilometer', 'tonne', 'square-kilometer', 'percent']) expect(value('2', right)).toEqual([]);
	});
	test('from one number to another begins with the smaller', () => {
		expect(
			check({ 'facts.yaml': '- id: a\n  kind: range\n  value: [12, 11]\n  asOf: unknown\n  sources: []\n' })[0],
		).toContain('Viết: `value: [11, 12]`');
	});
});

test('documents follow one another in time, and not in a circle', () => {
	const told = (first: string, second: string) =>
		check({ 'documents.yaml': `${document('a', first)}${document('b', second)}` });
	expect(told('  date: 2024-01-01\n  validUntil: 2023-01-01\n', '')[0]).toContain('register/date-order');
	expect(told('  date: 2024-01-01\n  supersededBy: b\n', '  date: 2020-01-01\n')[0]).toContain('ban hành trước đó');
	expect(told('  supersededBy: b\n', '  supersededBy: a\n')).toHaveLength(2);
	expect(told('  date: 2020-01-01\n  supersededBy: b\n', '  date: 2024-01-01\n')).toEqual([]);
});

test('a term has Vietnamese, and no form that is both agreed and refused', () => {
	const row = (cells: string) =>
		check({ 'glossary.csv': `id,vi,en,variants,forbidden,note,source\nward,${cells},,\n` })[0];
	expect(row(',ward,,')).toContain('không có lời ở cột `vi`');
	expect(row('phường,ward,,en:Ward')).toContain('vừa bị cấm');
	expect(row('phường,ward,,gb:commune')).toContain('Có phải `en:commune`?');
	expect(row('phường,ward,vi:P.,en:commune;fr:quartier')).toBeUndefined();
});
