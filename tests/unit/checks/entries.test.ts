import { describe, expect, test } from 'vitest';
import { checkEntries, checkSameTexts } from '#checks/entries.ts';
import { checkEntryDates } from '#checks/entry-dates.ts';
import { checkEntryWords } from '#checks/entry-words.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf, page, site } from './folder-of.ts';

function check(files: Readonly<Record<string, string>>, day = '2026-03-01') {
	const folder = folderOf(files);
	const { content, issues } = shapeContent(folder);
	if (!content || issues.length > 0) throw new Error(JSON.stringify(issues));
	return [
		...checkEntries(folder, content, 'content'),
		...checkSameTexts(folder, content, 'content'),
		...checkEntryDates(folder, content, 'content', day),
		...checkEntryWords(folder, content, 'content'),
	].map(
		({ file, line, code, severity, say }) =>
			`${file.replace('content/', '')}:${line} ${code}${severity === 'warning' ? ' (warning)' : ''} ${say.vi}`,
	);
}
const testPage = 'about/test/vi.mdx';
const told = (fields: Readonly<Record<string, string>>, body?: string, day?: string) =>
	check({ [testPage]: page(fields, body) }, day);
const codes = (found: readonly string[]) =>
	found.map((line) =>
		line
			.split(' ')
			.slice(0, line.includes('(warning)') ? 3 : 2)
			.join(' '),
	);
const english = (fields: string, body = 'Words of the page.') =>
	`---\ntitle: A page\ndescription: A sentence about it.\ntranslation: human\n${fields}---\n\n${body}\n`;

test('a right text is passed without a word', () => {
	expect(check({ [testPage]: page(), 'about/test/en.mdx': english('') })).toEqual([]);
});

describe('names', () => {
	test('of languages: the right code, or how a language is added', () => {
		const locale = (name: string) => check({ [testPage]: page(), [`about/test/${name}.mdx`]: english('') })[0];
		expect(locale('eng')).toContain('Đổi tên tệp thành `en.mdx`.');
		expect(locale('EN')).toContain('Đổi tên tệp thành `en.mdx`.');
		expect(locale('jp')).toContain('Mã của ngôn ngữ này là `ja`, trang chưa có.');
		expect(locale('ua')).toContain('`ua` là mã nước; tiếng Ukraina là `uk`');
		expect(locale('fr')).toContain('khai báo ngôn ngữ ấy ở `locales` trong site.yaml');
	});
	test('of phases: the right one for a Vietnamese name, or how one is added', () => {
		const [found] = check({ 'congress/trước/a/vi.mdx': page({ kind: 'article' }) });
		expect(found).toContain('Có phải `before`?');
		expect(found).toContain('hoặc thêm `trước` vào `phases` của site.yaml');
		expect(check({ 'congress/giua/a/vi.mdx': page({ kind: 'article' }) })[0]).toContain('`congress/during`');
	});
	test('of folders: the name folded, and no name of Windows', () => {
		expect(check({ 'about/Chợ-Cũ/vi.mdx': page() })[0]).toContain('Đổi tên thành `cho-cu`');
		expect(check({ 'about/con/vi.mdx': page() })[0]).toContain('Windows');
		expect(check({ [`about/${'a'.repeat(90)}/vi.mdx`]: page() })[0]).toContain('dài 90 ký tự');
	});
	test('a source that is there and could not be read is not called missing', () => {
		const folder = folderOf({ [testPage]: page(), 'about/test/en.mdx': english('') });
		const [entry] = folder.entries;
		const unreadable = {
			...folder,
			entries: [{ ...entry, texts: new Map([...(entry?.texts ?? [])].slice(1)) }],
		} as never;
		const { rough } = shapeContent(unreadable);
		expect(checkEntries(unreadable, rough, 'content')).toEqual([]);
	});
});

describe('dates', () => {
	test('in the wrong order are told with every way to mend them', () => {
		expect(told({ kind: 'event', place: 'Nơi', start: '2026-03-02', end: '2026-03-01' })[0]).toContain(
			'Sửa `end` thành 2026-03-02 hoặc muộn hơn, hoặc sửa `start`, hoặc xóa dòng `end` nếu không cần.',
		);
		expect(
			told({
				kind: 'document',
				document: 'draft',
				comments: '{ from: 2026-03-02, until: 2026-03-01, contact: desk }',
			}),
		).toContainEqual(expect.stringContaining('Sửa `until` thành 2026-03-02 hoặc muộn hơn'));
		expect(codes(told({ updated: '2025-12-01' }))).toEqual(['about/test/vi.mdx:9 entry/date-order']);
		expect(codes(told({ validUntil: '2025-12-01' }))).toEqual(['about/test/vi.mdx:9 entry/date-order']);
		expect(codes(told({ expireAt: '2025-12-01' }))).toEqual(['about/test/vi.mdx:9 entry/date-order']);
		expect(told({ publishAt: '2026-03-10', expireAt: '2026-03-10' })[0]).toContain('nên trang không lúc nào hiện ra');
	});
	test('with zones are compared as moments', () => {
		const span = (publishAt: string, expireAt: string) => codes(told({ publishAt, expireAt }));
		expect(span('2026-03-10T08:00:00+07:00', '2026-03-10T00:30:00Z')).toHaveLength(1);
		expect(span('2026-03-10T08:00:00+07:00', '2026-03-10T01:30:00Z')).toEqual([]);
		expect(span('2026-03-10', '2026-03-09T18:00:00Z')).toEqual([]);
		expect(span('2026-03-10', '2026-03-09T16:00:00Z')).toHaveLength(1);
	});
	test('of what was done cannot lie ahead', () => {
		expect(codes(told({ date: '2062-01-25' }))).toEqual(['about/test/vi.mdx:5 entry/future-date (warning)']);
		expect(codes(told({ date: '2062-01-25', publishAt: '2062-01-25' }))).toEqual([]);
		expect(codes(told({ updated: '2027-12-05' }))).toEqual(['about/test/vi.mdx:9 entry/future-date (warning)']);
		expect(told({ checkedOn: '2026-03-09' })).toHaveLength(1);
		expect(told({ checkedOn: '2026-03-08' })).toEqual([]);
		expect(told({ updated: '2026-05-02', publishAt: '2026-05-02' })).toEqual([]);
	});
	test('of a whole content that is younger than the day of the check are no slips', () => {
		const later = { checkedOn: '2026-11-20' };
		const files = Object.fromEntries(
			['a', 'b', 'c'].map((name) => [`about/${name}/vi.mdx`, page({ ...later, title: `Trang ${name}` })]),
		);
		expect(check(files)).toEqual([]);
		expect(codes(check({ ...files, [testPage]: page({ checkedOn: '2027-11-20' }) }))).toHaveLength(1);
	});
	test('of a review need who did it', () => {
		expect(told({ reviewedOn: '2026-02-01' })[0]).toContain('thiếu `reviewedBy`');
		expect(told({ reviewedOn: '2026-02-01', reviewedBy: 'Tổ biên tập' })).toEqual([]);
	});
});

describe('comparing with the sources', () => {
	test('is asked for when its day has passed', () => {
		const due = (checkedOn: string, reviewEvery: string) => told({ date: '2024-01-01', checkedOn, reviewEvery });
		expect(due('2025-08-31', '6 tháng')[0]).toContain('đã quá hạn từ 2026-02-28');
		expect(codes(due('2025-08-31', '6 tháng'))).toEqual(['about/test/vi.mdx:9 entry/review-due (warning)']);
		expect(due('2025-09-01', '6 tháng')).toEqual([]);
		expect(due('2025-02-27', '1 year')).toHaveLength(1);
		expect(due('2026-01-31', '30 ngày')).toEqual([]);
		expect(due('2026-01-29', '30 days')).toHaveLength(1);
	});
	test('needs a day on which it was done', () => {
		expect(codes(told({ reviewEvery: '6 tháng' }))).toEqual(['about/test/vi.mdx:9 field/missing']);
	});
	test('is not asked of texts that are past or not published', () => {
		for (const [name, value] of [
			['status', 'historical'],
			['status', 'draft'],
			['validUntil', '2026-02-01'],
		] as const)
			expect(told({ date: '2020-01-01', checkedOn: '2020-01-01', reviewEvery: '1 năm', [name]: value })).toEqual([]);
	});
});

describe('corrections', () => {
	const corrections = (...items: readonly string[]) => ({ corrections: `[${items.join(', ')}]` });
	test('are dated after publication, in order, and change something', () => {
		expect(codes(told(corrections('{ date: 2025-02-02, was: Sáu, now: Bảy }')))).toEqual([
			'about/test/vi.mdx:9 entry/date-order',
		]);
		expect(codes(told(corrections('{ date: 2026-02-02, was: Bảy, now: Bảy }')))).toEqual([
			'about/test/vi.mdx:9 field/form',
		]);
		expect(
			codes(told(corrections('{ date: 2026-02-20, was: A, now: B }', '{ date: 2026-02-10, was: C, now: D }'))),
		).toEqual(['about/test/vi.mdx:9 entry/date-order (warning)']);
	});
	test('are open in a translation until it has followed', () => {
		const source = page(corrections('{ date: 2026-02-02, was: Sáu giờ, now: Bảy giờ }'));
		const open = (fields: string) => check({ [testPage]: source, 'about/test/en.mdx': english(fields) });
		expect(open('')[0]).toContain(
			'about/test/en.mdx:2 translation/corrections (warning) Bản gốc có đính chính ngày 2026-02-02 (“Sáu giờ” → “Bảy giờ”)',
		);
		expect(codes(open('updated: 2026-02-01\n'))).toHaveLength(1);
		expect(open('updated: 2026-02-02\n')).toEqual([]);
	});
});

describe('words of fields', () => {
	test('are plain', () => {
		for (const title of [
			'<b>Trang</b>',
			'"**Trang** thử"',
			'"*Trang* thử"',
			'Chợ cách <Fact id="towers" />',
			'"[Trang](/visit/)"',
			'"{name}"',
			'"`Trang`"',
		])
			expect(codes(told({ title }))).toEqual(['about/test/vi.mdx:3 field/markup']);
		expect(told({ title: '"**Trang** thử"' })[0]).toContain('“Trang thử”');
		expect(
			codes(check({ [testPage]: page(), 'site.yaml': site.replace('vi: Trang,', 'vi: "<b>Trang</b>",') })),
		).toEqual(['site.yaml:1 field/markup']);
	});
	test('may hold signs that are no markup', () => {
		for (const title of [
			'Ăn & uống 100% @ chợ',
			'"Tỷ lệ < 30% và > 5%"',
			'5 * 3 * 2',
			'Bài số 1#2',
			'"[Mô tả] Trang"',
			'snake_case_name',
		])
			expect(told({ title })).toEqual([]);
	});
	test('of a title and a description are not too long', () => {
		expect(codes(told({ title: 'chợ họp '.repeat(25) }))).toEqual(['about/test/vi.mdx:3 field/length (warning)']);
		expect(codes(told({ description: 'chợ họp '.repeat(50) }))).toEqual(['about/test/vi.mdx:4 field/length (warning)']);
	});
	test('of a title are no shout, and a description says more than the title', () => {
		expect(codes(told({ title: 'TRANG THỬ CỦA PHƯỜNG' }))).toEqual(['about/test/vi.mdx:3 field/form (warning)']);
		expect(told({ title: 'UBND phường A' })).toEqual([]);
		expect(codes(told({ description: 'Trang thử' }))).toEqual(['about/test/vi.mdx:4 field/form (warning)']);
	});
	test('that are still to be written are told of a published text', () => {
		for (const title of ['TODO', '…', 'xxx', 'Tên bài', 'Lorem ipsum dolor', '"Viết ở đây: một câu."'])
			expect(codes(told({ title }))).toEqual(['about/test/vi.mdx:3 entry/placeholder']);
		expect(told({ title: 'TODO', status: 'draft' })).toEqual([]);
		expect(told({ title: 'Đại hội lần thứ XXX' })).toEqual([]);
	});
	test('that are still to be written in a body are told at their line', () => {
		expect(codes(told({}, 'Dòng một.\nHọp lúc ??? giờ.\n\n- [TODO: thêm giờ]\n'))).toEqual([
			'about/test/vi.mdx:12 entry/placeholder',
			'about/test/vi.mdx:14 entry/placeholder',
		]);
		expect(told({}, 'Viết `TODO` trong mã.\n\n```\nTODO\n```\n')).toEqual([]);
	});
});

describe('an entry', () => {
	test('that clarifies needs evidence', () => {
		const clarification = { kind: 'clarification', claim: 'Có tin.', answer: 'Không.' };
		expect(codes(told(clarification))).toEqual(['about/test/vi.mdx:2 entry/evidence']);
		expect(told(clarification, 'Có <Fact id="towers" /> tháp.')).toEqual([]);
		expect(told({ ...clarification, sources: '[{ title: A, publisher: B, url: "https://example.org/a" }]' })).toEqual(
			[],
		);
	});
	test('in the wrong section may move', () => {
		expect(told({ kind: 'article' })[0]).toContain('hoặc chuyển thư mục của bài sang `congress/`');
	});
	test('names nothing twice', () => {
		expect(codes(told({ topics: '[cho, song, cho]' }))).toEqual(['about/test/vi.mdx:9 field/form']);
	});
	test('lies in Việt Nam', () => {
		const place = (position: string) =>
			check({
				'visit/a/vi.mdx': page({ kind: 'place', address: 'Chợ', opening: 'Sáng', position }),
			});
		expect(place('{ lat: 12.2, lon: 109.2 }')).toEqual([]);
		expect(place('{ lat: 0, lon: 0 }')[0]).toContain('giữa biển');
		expect(place('{ lat: -12.2, lon: 109.2 }')[0]).toContain('Có phải `position: { lat: 12.2, lon: 109.2 }`?');
		expect(place('{ lat: 8.64, lon: 111.92 }')).toEqual([]);
	});
	test('with a cover says what is on it, at the line of the cover', () => {
		const cover = (fields: Readonly<Record<string, string>>) =>
			codes(check({ [testPage]: page({ cover: './cover.svg', ...fields }), 'about/test/cover.svg': '' }));
		expect(cover({})).toEqual(['about/test/vi.mdx:9 picture/alt']);
		expect(cover({ coverAlt: 'cover.svg' })).toEqual(['about/test/vi.mdx:10 picture/alt']);
		expect(cover({ coverAlt: 'ảnh' })).toEqual(['about/test/vi.mdx:10 picture/alt']);
		expect(cover({ coverAlt: 'Ảnh chụp cổng chợ' })).toEqual([]);
		expect(codes(told({ coverAlt: 'Cổng chợ' }))).toEqual(['about/test/vi.mdx:9 picture/missing']);
	});
	test('with an unprotected source is warned of', () => {
		expect(codes(told({ sources: '[{ title: A, publisher: B, url: "http://example.org/a" }]' }))).toEqual([
			'about/test/vi.mdx:9 link/http (warning)',
		]);
	});
	test('whose translation is a draft of a machine says that it is not published', () => {
		const draft = english('').replace('human', 'machine-draft');
		expect(codes(check({ [testPage]: page(), 'about/test/en.mdx': draft }))).toEqual([
			'about/test/en.mdx:4 translation/machine-draft (warning)',
		]);
	});
	test('whose translated title is still Vietnamese is told, and a name is not', () => {
		const both = (title: string) =>
			codes(
				check({
					[testPage]: page({ title }),
					'about/test/en.mdx': english('').replace('title: A page', `title: ${title}`),
				}),
			);
		expect(both('Chợ cũ')).toEqual(['about/test/en.mdx:2 language/untranslated']);
		expect(both('Tháp Bà Ponagar')).toEqual([]);
	});
	test('copied into another folder is told at the copy', () => {
		expect(codes(check({ [testPage]: page(), 'about/test-2/vi.mdx': page() }))).toEqual([
			'about/test-2/vi.mdx:3 entry/same',
		]);
		expect(codes(check({ [testPage]: page(), 'about/other/vi.mdx': page({}, 'Lời khác.') }))).toEqual([
			'about/other/vi.mdx:3 entry/same (warning)',
		]);
	});
});
