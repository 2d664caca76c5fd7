import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFigures } from '#checks/figures.ts';
import type { ContentFolder, EntryFolder } from '#loaders/content-folder.ts';
import { readCsv } from '#loaders/csv-file.ts';
import { readYaml } from '#loaders/source-file.ts';
import { readText, type TextFile } from '#loaders/text-file.ts';
import { shapeContent } from '#schema/content.ts';

const site = `title: { vi: Trang }
place: { vi: Nơi }
publisher: { name: { vi: Ủy ban }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English, fallback: [vi] }
  - { locale: ru, tag: ru, name: Русский, fallback: [vi] }
  - { locale: ko, tag: ko, name: 한국어, fallback: [vi] }
  - { locale: zh, tag: zh-Hans, name: 简体中文, fallback: [vi] }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;
const fact = (id: string, fields: string) => `- { id: ${id}, ${fields}, sources: [], note: x }\n`;
const words = (vi: string, en: string, ru: string, ko: string, zh: string) =>
	`words: { vi: ${vi}, en: ${en}, ru: ${ru}, ko: ${ko}, zh: ${zh} }`;
const delegates = words('đại biểu dự Đại hội', 'delegates', 'делегатов', '참석 대표', '出席代表');
const facts =
	fact('congress.delegates', `kind: number, value: 1586, asOf: unknown, ${delegates}`) +
	fact(
		'congress.journalists',
		`kind: number, value: 700, asOf: unknown, ${words('nhà báo', 'journalists', 'журналистов', '참석 기자', '参会记者')}`,
	) +
	fact('visit.arrivals', 'kind: number, value: 16400000, qualifier: more-than, asOf: "2025"') +
	fact('growth', 'kind: number, value: 8.3, unit: percent, asOf: "2025"') +
	fact('bay', 'kind: number, value: 249.65, unit: square-kilometer, asOf: unknown') +
	fact('park', 'kind: number, value: 496, unit: hectare, asOf: unknown') +
	fact('income', 'kind: money, value: 8500, unit: USD, asOf: unknown') +
	fact('target', 'kind: range, value: [1200, 1500], asOf: unknown') +
	fact('small', 'kind: number, value: 16, asOf: unknown');
const name = (vi: string) =>
	`issuer: { vi: ${vi}, en: ${vi === 'Chính phủ' ? 'Government' : 'Politburo'}, zh: ${vi === 'Chính phủ' ? '政府' : '中央政治局'} }`;
const document = (id: string, type: string, number: string, issuer: string, more = '') =>
	`- id: ${id}\n  type: ${type}\n  number: ${number}\n  ${name(issuer)}\n  title: { vi: Việc }\n${more}`;
const documents =
	document('nq-44-nq-cp', 'government-resolution', '44/NQ-CP', 'Chính phủ') +
	document('nq-57-nq-tw', 'resolution', '57-NQ/TW', 'Bộ Chính trị') +
	document('nq-22-nq-tw', 'resolution', '22-NQ/TW', 'Bộ Chính trị', '  supersededBy: nq-59-nq-tw\n') +
	document('nq-59-nq-tw', 'resolution', '59-NQ/TW', 'Bộ Chính trị') +
	document('nq-55-nq-cp', 'government-resolution', '55/NQ-CP', 'Chính phủ', '  validUntil: 2026-07-31\n');
const glossary = `id,vi,en,ru,ko,zh,variants,forbidden,note,source
nha-trang,Nha Trang,Nha Trang,Нячанг,냐짱,芽庄,,vi:Nha Trăng;en:Nhatrang;ru:Ня Чанг;ko:나트랑;zh:芽莊,,
bay,vịnh Nha Trang,Nha Trang bay,залив,냐짱만,芽庄湾,,en:Gulf of Nha Trang,,
islands,quần đảo,Paracel Nhatrang Islands,острова,제도,群岛,,,,
committee,Ủy ban,People’s Committee,Комитет,위원회,委员会,,en:People's Board,,
`;

/** A content folder in memory: registers and texts by path. */
function folderOf(files: Readonly<Record<string, string>>): ContentFolder {
	const entries = new Map<string, EntryFolder & { texts: Map<string, TextFile> }>();
	for (const [path, text] of Object.entries(files)) {
		const [, folder = '', locale = ''] = /^(.*)\/([^/]+)\.mdx$/.exec(path) ?? [];
		if (folder === '') continue;
		const parts = folder.split('/');
		const entry = entries.get(folder) ?? {
			path: folder,
			section: parts[0] ?? '',
			phase: parts.length === 3 ? parts[1] : undefined,
			slug: parts.at(-1) ?? '',
			texts: new Map<string, TextFile>(),
			files: [],
		};
		entries.set(folder, entry);
		entry.texts.set(locale, readText(path, text));
	}
	return {
		root: '/',
		registers: new Map([
			['site', readYaml(site)],
			['facts', readYaml(files['facts.yaml'] ?? facts)],
			['documents', readYaml(files['documents.yaml'] ?? documents)],
			['glossary', readCsv(files['glossary.csv'] ?? glossary)],
		] as const),
		entries: [...entries.values()],
		lookFiles: [],
		paths: Object.keys(files),
		typed: new Map(Object.entries(files)),
		faults: [],
	};
}
function check(files: Readonly<Record<string, string>>) {
	const folder = folderOf(files);
	const { content, issues } = shapeContent(folder);
	if (!content || issues.length > 0) throw new Error(JSON.stringify(issues));
	return checkFigures(folder, content, 'content', '2026-11-20');
}
const shown = (files: Readonly<Record<string, string>>) =>
	check(files).map(({ file, line, column, code, severity }) =>
		`${file}:${line}:${column} ${code}${severity === 'error' ? ' (error)' : ''}`.replace('content/visit/tower/', ''),
	);
const shared = 'date: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own';
/** The body begins in line 11. */
const vi = (body: string, title = 'Tháp', kind = 'guide'): Readonly<Record<string, string>> => ({
	'visit/tower/vi.mdx': `---\nkind: ${kind}\ntitle: ${title}\ndescription: Câu.\n${shared}\n---\n\n${body}\n`,
});
/** The body begins in line 7. */
const translated = (locale: string, body: string) => ({
	...vi('Lời.'),
	[`visit/tower/${locale}.mdx`]: `---\ntitle: Tháp\ndescription: Câu.\ntranslation: human\n---\n\n${body}\n`,
});

test('texts that cite their figures are passed without a word', () => {
	expect(
		shown(vi('Có <Fact id="congress.delegates" /> đại biểu, theo <Doc id="nq-44-nq-cp" /> của Chính phủ.')),
	).toEqual([]);
});

test.each([
	['vi', 'Có 1.586 đại biểu.', '4'],
	['vi', 'Có 1586 đại biểu.', '4'],
	['vi', 'Có 1,586 đại biểu.', '4'],
	['vi', 'Có 1 586 đại biểu.', '4'],
	['vi', 'Đón 16,4 triệu lượt khách.', '5'],
	['vi', 'Đón 16.400.000 lượt khách.', '5'],
	['vi', 'Tăng 8,3%.', '6'],
	['vi', 'Tăng 8,3 phần trăm.', '6'],
	['vi', 'Rộng 249,65 km².', '6'],
	['vi', 'Họp báo có 700 nhà báo.', '12'],
	['vi', 'Tuyến đường dài đến khu 496 ha.', '25'],
	['vi', 'Tổng số 1586 đại biểu.', '9'],
	['vi', 'Từ 1.200 đến 1.500 người.', '4'],
	['en', 'There were 1,586 delegates.', '12'],
	['en', 'Some 16.4 million visitors.', '6'],
	['en', 'Growth of 8.3 per cent.', '11'],
	['en', 'Income of $8,500.', '12'],
	['en', 'Seven hundred, or 700 journalists.', '19'],
	['ru', 'Было 1\u00a0586 делегатов.', '6'],
	['ru', 'Более 16,4 млн гостей.', '7'],
	['ru', 'Приехали 700 журналистов.', '10'],
	['ko', '대표 1,586명이 참석했습니다.', '4'],
	['ko', '방문객은 1,640만 명입니다.', '6'],
	['ko', '방문객은 1천640만 명입니다.', '6'],
	['ko', '면적은 496ha입니다.', '5'],
	['zh', '代表1586名出席。', '3'],
	['zh', '游客1640万人次。', '3'],
	['zh', '参会记者700名。', '5'],
])('a figure typed by hand is told in the numbers of its language: %s %s', (locale, body, column) => {
	const files = locale === 'vi' ? vi(body) : translated(locale, body);
	expect(shown(files)).toEqual([`${locale}.mdx:${locale === 'vi' ? 11 : 7}:${column} figures/bare`]);
});

test.each([
	['vi', 'Năm 1985, ngày 20/01/2026, 16 người.'],
	['vi', 'Theo 1586/QĐ-UBND, mẫu NA1586, lò VVER-1586.'],
	['vi', 'Gọi 0258 3822 1586 hoặc 1900 1586, xem https://example.org/a-1586.'],
	['vi', 'Điều 496, trang 496, số 1586 Trần Phú.'],
	['vi', 'Dài 496 km, nặng 1.586 kg, tăng 8,3 km.'],
	['vi', 'Khoảng 700 mét, 700 du khách.'],
	['vi', 'Giá 8.500 đồng.'],
	['vi', 'Có 1.587 đại biểu và `1586`.'],
	['vi', '```\n1586\n```'],
	['en', 'Room 1586, flight VN1586, at 14:96, article 496.'],
	['ko', '제1586호'],
	['zh', '第1586号，2026年。'],
])('numbers that are no figures are left alone: %s %s', (locale, body) => {
	expect(shown(locale === 'vi' ? vi(body) : translated(locale, body))).toEqual([]);
});

test('a figure in a title or heading is told with another way out; a clarification may repeat it', () => {
	expect(shown(vi('Lời.', '1.586 đại biểu'))).toEqual(['vi.mdx:3:8 figures/bare']);
	expect(shown(vi('## 1.586 đại biểu\n\nLời.'))).toEqual(['vi.mdx:11:4 figures/bare']);
	expect(shown(vi('<Table caption="1.586 đại biểu">\n\n| a |\n| --- |\n| b |\n\n</Table>'))).toEqual([
		'vi.mdx:11:17 figures/bare',
	]);
	const clarification = `---\nkind: clarification\ntitle: 1.586 hay 1.588 đại biểu?\ndescription: Câu.\nclaim: a\nanswer: b\n${shared}\n---\n\nLời.\n`;
	expect(shown({ 'about/number/vi.mdx': clarification })).toEqual([]);
	expect(
		shown(vi('<Quote who="A" date="2026-01-01" source="https://example.org/">\n\n1.586 đại biểu.\n\n</Quote>')),
	).toEqual([]);
});

test('the message names the fact and how to write it', () => {
	expect(check(vi('Có\nđúng 1.586 đại biểu.'))).toMatchInlineSnapshot(`
		[
		  {
		    "code": "figures/bare",
		    "column": 6,
		    "file": "content/visit/tower/vi.mdx",
		    "line": 12,
		    "say": {
		      "en": "The number \`1.586\` typed into the text is the value of \`congress.delegates\` in facts.yaml; when the fact changes, this will not. Write \`<Fact id="congress.delegates" />\` instead of the number (or add \`form="short"\` to print the value alone); if it is another figure, add its unit (km, ha, đồng…) or write it in words.",
		      "vi": "Số \`1.586\` gõ thẳng vào bài là giá trị của \`congress.delegates\` trong facts.yaml; khi số liệu đổi, chỗ này sẽ không đổi theo. Viết \`<Fact id="congress.delegates" />\` thay cho số (hoặc \`form="short"\` để in riêng con số); nếu là một con số khác thì viết kèm đơn vị (km, ha, đồng…) hoặc bằng chữ.",
		    },
		    "severity": "warning",
		  },
		]
	`);
});

test('a value that a fact had before is told as such', () => {
	const folder = folderOf(vi('Có 1.570 đại biểu.'));
	const { content } = shapeContent(folder);
	const [, found] = [...(content?.facts ?? [])][0] ?? [];
	if (!content || !found) throw new Error('No facts');
	const changed = { ...found, formerValues: [{ value: 1570, until: '2026-01-19' }] };
	const problems = checkFigures(folder, { ...content, facts: new Map([[found.id, changed]]) }, 'content', '2026-11-20');
	expect(problems.filter(({ code }) => code === 'figures/bare').map(({ say }) => say.en)).toEqual([
		expect.stringContaining('a former value of `congress.delegates`') as string,
	]);
});

test('a fact has a source or a note, words in every language, and no date to come', () => {
	const register = (fields: string) => ({
		...vi('Lời.'),
		'facts.yaml': `- id: towers\n  kind: number\n  value: 3\n${fields}\n`,
	});
	expect(shown(register('  asOf: unknown\n  sources: []'))).toEqual(['content/facts.yaml:1:7 figures/source (error)']);
	expect(shown(register('  asOf: unknown\n  sources: []\n  note: Hiểu biết chung.'))).toEqual([]);
	for (const asOf of ['2026-11-21', '2026-12', '2027', '2027-Q1'])
		expect(shown(register(`  asOf: "${asOf}"\n  sources: []\n  note: x`))).toEqual([
			'content/facts.yaml:4:9 figures/as-of (error)',
		]);
	for (const asOf of ['2026-11-20', '2026-11', '2026', '2026-Q4', '1999'])
		expect(shown(register(`  asOf: "${asOf}"\n  sources: []\n  note: x`))).toEqual([]);
	expect(shown(register('  asOf: unknown\n  sources: []\n  note: x\n  words: { vi: tháp, en: towers }'))).toEqual([
		'content/facts.yaml:7:10 figures/words',
	]);
});

test('a document that was replaced or has run out is told where it is cited, unless its successor stands beside it', () => {
	expect(shown(vi('Theo <Doc id="nq-22-nq-tw" />.'))).toEqual(['vi.mdx:11:6 documents/superseded']);
	expect(shown(vi('Theo <Doc id="nq-55-nq-cp" />.'))).toEqual(['vi.mdx:11:6 documents/superseded']);
	expect(shown(vi('Từ <Doc id="nq-22-nq-tw" /> đến <Doc id="nq-59-nq-tw" />.'))).toEqual([]);
	expect(
		shown({
			'visit/tower/vi.mdx': (vi('<Doc id="nq-22-nq-tw" />')['visit/tower/vi.mdx'] ?? '').replace(
				'approved',
				'historical',
			),
		}),
	).toEqual([]);
	const sector = `---\nkind: sector\ntitle: Đất\ndescription: Câu.\ndocuments: [nq-44-nq-cp, nq-22-nq-tw]\n${shared}\n---\n\nLời.\n`;
	expect(shown({ 'invest/land/vi.mdx': sector })).toEqual(['content/invest/land/vi.mdx:5:26 documents/superseded']);
	expect(check(vi('Theo <Doc id="nq-22-nq-tw" />.'))[0]?.say.en).toContain('replaced by `nq-59-nq-tw` (59-NQ/TW)');
});

test('a document number typed by hand is told, with the component to write', () => {
	expect(shown(vi('Theo Nghị quyết số 57-NQ/TW và 44/NQ-CP.'))).toEqual([
		'vi.mdx:11:20 documents/bare',
		'vi.mdx:11:32 documents/bare',
	]);
	expect(shown(translated('en', 'Under Resolution No. 57-NQ/TW.'))).toEqual(['en.mdx:7:22 documents/bare']);
	expect(shown(translated('ko', '제57-NQ/TW호 결의'))).toEqual(['ko.mdx:7:2 documents/bare']);
	expect(check(vi('Theo 57-NQ/TW.'))[0]?.say.vi).toContain('`<Doc id="nq-57-nq-tw" />`');
	expect(shown(vi('Theo 58-NQ/TW, 157-NQ/TW và https://example.org/44/NQ-CP.'))).toEqual([]);
	expect(shown(vi('Lời.', 'Nghị quyết 57-NQ/TW'))).toEqual([]);
});

test('a citation whose type or issuer is not that of its number is told', () => {
	expect(shown(vi('Theo Kết luận số 60-NQ/TW.'))).toEqual(['vi.mdx:11:18 documents/mismatch']);
	expect(shown(vi('Theo Nghị quyết 60-NQ/TW của Chính phủ.'))).toEqual(['vi.mdx:11:17 documents/mismatch']);
	expect(shown(vi('Theo <Doc id="nq-57-nq-tw" /> của Chính phủ.'))).toEqual(['vi.mdx:11:6 documents/mismatch']);
	expect(shown(translated('en', 'The Government’s <Doc id="nq-57-nq-tw" />.'))).toEqual([
		'en.mdx:7:18 documents/mismatch',
	]);
	expect(shown(translated('zh', '政府<Doc id="nq-57-nq-tw" />。'))).toEqual(['zh.mdx:7:3 documents/mismatch']);
	expect(shown(vi('Theo Nghị quyết 60-NQ/TW của Bộ Chính trị và <Doc id="nq-44-nq-cp" /> của Chính phủ.'))).toEqual([]);
	expect(shown(translated('en', 'The Politburo’s <Doc id="nq-57-nq-tw" />.'))).toEqual([]);
});

test('a record whose number does not fit its type or issuer is refused, and so are two with one number', () => {
	const register = (records: string) => shown({ ...vi('Lời.'), 'documents.yaml': records });
	expect(register(document('kl-59', 'resolution', '59-KL/TW', 'Bộ Chính trị'))).toEqual([
		'content/documents.yaml:3:11 documents/number (error)',
	]);
	expect(register(document('nq-44', 'government-resolution', '44/NQ-CP', 'Bộ Chính trị'))).toEqual([
		'content/documents.yaml:4:11 documents/number (error)',
	]);
	expect(register(document('nq-44', 'resolution', '44/NQ-CP', 'Chính phủ'))).toEqual([
		'content/documents.yaml:3:11 documents/number (error)',
	]);
	expect(
		register(
			document('a', 'resolution', '57-NQ/TW', 'Bộ Chính trị') + document('b', 'resolution', '57–NQ/TW', 'Bộ Chính trị'),
		),
	).toEqual(['content/documents.yaml:8:11 documents/same-number (error)']);
	// Numbers begin again each year.
	expect(
		register(
			document('a', 'government-resolution', '44/NQ-CP', 'Chính phủ', '  date: 2025-03-07\n') +
				document('b', 'government-resolution', '44/NQ-CP', 'Chính phủ', '  date: 2026-03-09\n'),
		),
	).toEqual([]);
	expect(
		register(
			document('a', 'law', '47/2014/QH13', 'Quốc hội') + document('b', 'circular', '05/2025/TT-BNG', 'Bộ Ngoại giao'),
		),
	).toEqual([]);
	expect(register(document('a', 'resolution', '57-NQ/TW', 'Bộ Chính trị', '  supersededBy: b\n'))).toEqual([
		'content/documents.yaml:6:17 documents/unknown (error)',
	]);
});

test.each([
	['vi', 'Đến nha trăng.', '5'],
	['en', 'Come to Nhatrang.', '9'],
	['en', 'The People’s Board.', '5'],
	['en', 'The Gulf  of\nNha Trang.', '5'],
	['ru', 'В Ня Чанг.', '3'],
	['ko', '나트랑은 바다 도시입니다.', '1'],
	['zh', '欢迎来到芽莊。', '5'],
])('a refused form is told with the form to use: %s %s', (locale, body, column) => {
	const files = locale === 'vi' ? vi(body) : translated(locale, body);
	expect(shown(files)).toEqual([`${locale}.mdx:${locale === 'vi' ? 11 : 7}:${column} glossary/forbidden`]);
});

test('a refused form is told in words of the front matter too', () => {
	expect(shown(vi('Lời.', 'Tháp ở Nha Trăng'))).toEqual(['vi.mdx:3:15 glossary/forbidden']);
});

test.each([
	['vi', 'Đến Nha Trang, Nha Trăngg.'],
	['en', 'Paracel Nhatrang Islands and Nhatranger.'],
	['ru', 'В Ня Чанге.'],
	['zh', 'Nhatrang'],
	['ko', '바나트랑'],
])('agreed forms, longer words and other languages are left alone: %s %s', (locale, body) => {
	expect(shown(locale === 'vi' ? vi(body) : translated(locale, body))).toEqual([]);
});

test('whatever an editor types, the rules answer with a place in the text', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'1.586',
			'1586 ',
			'16,4 triệu ',
			'57-NQ/TW ',
			'<Doc id="nq-22-nq-tw" />',
			' của Chính phủ',
			'\n',
			'**',
			'&nbsp;',
			'Nha Trăng ',
			'700 nhà báo',
			'`',
			'| ',
		),
		fc.string({ unit: 'grapheme', maxLength: 12 }),
	);
	const body = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(body, fc.constantFrom('vi', 'en', 'ru', 'ko', 'zh'), (text, locale) => {
			const lines =
				(locale === 'vi' ? vi(text) : translated(locale, text))[`visit/tower/${locale}.mdx`]?.split('\n').length ?? 0;
			for (const problem of check(locale === 'vi' ? vi(text) : translated(locale, text))) {
				expect(problem.line).toBeGreaterThanOrEqual(1);
				expect(problem.line).toBeLessThanOrEqual(lines);
				expect(problem.column).toBeGreaterThanOrEqual(1);
			}
		}),
		{ numRuns: 200 },
	);
});
