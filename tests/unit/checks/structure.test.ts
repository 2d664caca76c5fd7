import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStructure } from '#checks/structure.ts';
import type { ContentFolder, EntryFolder } from '#loaders/content-folder.ts';
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
  - { locale: zh, tag: zh-Hans, name: 简体中文, fallback: [en, vi] }
contacts:
  - { id: desk, name: { vi: Quầy } }
phases:
  - { id: before, title: { vi: Trước } }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;
const facts = `- { id: towers, kind: number, value: 3, asOf: unknown, sources: [], note: x }
- { id: steps, kind: number, value: 152, asOf: unknown, sources: [], note: x }
`;

/** A content folder in memory: registers and texts by path. */
function folderOf(files: Readonly<Record<string, string>>): ContentFolder {
	const entries = new Map<string, EntryFolder & { texts: Map<string, TextFile> }>();
	for (const [path, text] of Object.entries(files)) {
		const [, folder = '', locale = ''] = /^(.*)\/([^/]+)\.mdx$/.exec(path) ?? [];
		if (folder === '') continue;
		const parts = folder.split('/');
		const phase = parts.length === 3 ? parts[1] : undefined;
		const entry = entries.get(folder) ?? {
			path: folder,
			section: parts[0] ?? '',
			phase,
			slug: parts.at(-1) ?? '',
			texts: new Map<string, TextFile>(),
			files: [],
		};
		entries.set(folder, entry);
		entry.texts.set(locale, readText(path, text));
	}
	const registers = new Map([
		['site', readYaml(files['site.yaml'] ?? site)],
		['facts', readYaml(files['facts.yaml'] ?? facts)],
	] as const);
	return {
		root: '/',
		registers,
		entries: [...entries.values()],
		lookFiles: [],
		paths: Object.keys(files),
		typed: new Map(Object.entries(files)),
		faults: [],
	};
}
function check(files: Readonly<Record<string, string>>, day?: string) {
	const folder = folderOf(files);
	const { content, issues } = shapeContent(folder);
	if (!content) throw new Error(JSON.stringify(issues));
	return checkStructure(folder, content, 'content', day);
}
const found = (files: Readonly<Record<string, string>>, day?: string) =>
	check(files, day).map(({ file, line, column, code, severity }) =>
		`${file}:${line}:${column} ${code}${severity === 'warning' ? ' (warning)' : ''}`.replace(
			'content/visit/tower/',
			'',
		),
	);

const common = 'title: Tháp\ndescription: Một câu.';
const shared = 'date: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own';
/** The body begins in line 11. */
const source = (body: string, fields = 'kind: guide') => `---\n${fields}\n${common}\n${shared}\n---\n\n${body}\n`;
/** The body begins in line 7. */
const english = (body: string, fields = 'translation: human') => `---\n${common}\n${fields}\n---\n\n${body}\n`;
const vi = (body: string, fields?: string) => ({ 'visit/tower/vi.mdx': source(body, fields) });
const en = (body: string, fields?: string) => ({ 'visit/tower/en.mdx': english(body, fields) });
const words = 'Tháp đứng trên đồi, nhìn ra sông. ';

test('a text that is built well is passed without a word', () => {
	const body = `${words}

## Lên tháp

### Bằng đường bộ

<Steps>

1. Đi qua cầu.
2. **Rẽ trái.** Đi tiếp.

</Steps>

<Days>
<Day fact="towers" title="Ngày đầu">

Đến [tháp lớn](/visit/hill/) và [sông](https://example.org/song?trang=2).

</Day>
</Days>

<Table caption="Các tháp">

| Tháp | Cao |
| --- | --- |
| Lớn | <Fact id="steps" /> |
| Nhỏ | – |

</Table>

**Giữ vé đến hết chuyến đi.**

Cảm ơn.

- một
- <Term id="tower" />`;
	expect(
		found({
			...vi(body),
			...en(body.replace('**Giữ vé đến hết chuyến đi.**', '**Keep your ticket.**')),
			'visit/hill/vi.mdx': source(words),
		}),
	).toEqual([]);
});

test('a heading that skips a rank is refused, and the right rank is written out', () => {
	expect(found(vi(`## Một\n\n${words}\n\n#### Hai\n\n${words}`))).toEqual(['vi.mdx:15:1 structure/heading-jump']);
	expect(found(vi(`### Một\n\n${words}`))).toEqual(['vi.mdx:11:1 structure/heading-jump']);
	expect(found(vi(`## Một\n\n${words}\n\n### Hai\n\n${words}\n\n## Ba\n\n${words}`))).toEqual([]);
	expect(check(vi(`## Một\n\n${words}\n\n#### Hai\n\n${words}`))[0]?.say).toMatchInlineSnapshot(`
		{
		  "en": "The heading “Hai” has rank \`####\` straight after rank \`##\`. Write \`### Hai\`, or add a heading of rank \`###\` above it.",
		  "vi": "Tiêu đề “Hai” ở cấp \`####\` ngay sau cấp \`##\`. Viết \`### Hai\`, hoặc thêm tiêu đề cấp \`###\` ở trên.",
		}
	`);
});

test('a heading without words and a heading with nothing under it are told', () => {
	expect(found(vi(`##\n\n${words}`))).toEqual(['vi.mdx:11:1 structure/empty-part (warning)']);
	expect(found(vi(`${words}\n\n## Một\n\n## Hai\n\n${words}`))).toEqual(['vi.mdx:13:1 structure/empty-part (warning)']);
	expect(found(vi(`${words}\n\n## Một`))).toEqual(['vi.mdx:13:1 structure/empty-part (warning)']);
	expect(found(vi(`## Một\n\n### Hai\n\n<Contact id="desk" />`))).toEqual([]);
});

test('a text without words is refused; figures and contacts are words, pictures are not', () => {
	expect(found(vi(''))).toEqual(['vi.mdx:9:1 structure/empty-body']);
	expect(found(vi('![Tháp](./thap.png)'))).toEqual(['vi.mdx:9:1 structure/empty-body']);
	expect(found(vi('<Contact id="desk" />'))).toEqual([]);
	expect(found({ ...vi(words), ...en('') })).toEqual(['en.mdx:5:1 structure/empty-body']);
	expect(found({ ...vi(words), ...en('', 'translation: machine-draft') })).toEqual([
		'en.mdx:5:1 structure/empty-body (warning)',
	]);
});

test('bold words that stand for a heading are told; a bold sentence is not', () => {
	expect(found(vi(`**Lên tháp**\n\n${words}`))).toEqual(['vi.mdx:11:1 structure/bold-heading (warning)']);
	expect(found(vi(`**Không leo lên tường.**\n\n${words}`))).toEqual([]);
	expect(found(vi(`${words}\n\n**Ban quản lý**`))).toEqual([]);
	expect(found(vi(`- **Lên tháp**\n- ${words}`))).toEqual([]);
});

test('a table needs a caption and a name for every column', () => {
	const table = (header: string, row = '| a | b |') =>
		`${words}\n\n<Table caption="Bảng">\n\n${header}\n| --- | --- |\n${row}\n\n</Table>`;
	expect(found(vi(table('| | Hai |')))).toEqual(['vi.mdx:15:1 structure/table-header']);
	expect(found(vi(table('| | |')))).toEqual(['vi.mdx:15:1 structure/table-header']);
	expect(found(vi(table('| Một | <Term id="x" /> |')))).toEqual([]);
	expect(found(vi(table('| Một | Hai |', '| a | |')))).toEqual(['vi.mdx:17:5 structure/empty-cell (warning)']);
	expect(found(vi(`${words}\n\n| Một | Hai |\n| --- | --- |\n| a | b |`))).toEqual([
		'vi.mdx:13:1 structure/component-inside',
	]);
});

test('an item of a list without words is told', () => {
	expect(found(vi(`- một\n-\n- ba`))).toEqual(['vi.mdx:12:1 structure/empty-item (warning)']);
	expect(found(vi(`- một\n- hai`))).toEqual([]);
});

test.each([
	['[tại đây](/visit/tower/)', true],
	['[here](/visit/tower/)', true],
	['[здесь](/visit/tower/)', true],
	['[여기](/visit/tower/)', true],
	['[点击这里](/visit/tower/)', true],
	['[**Xem thêm** »](/visit/tower/)', true],
	['[](/visit/tower/)', true],
	['[→](/visit/tower/)', true],
	[`https://example.org/${'a'.repeat(60)}`, true],
	['[Tháp](/visit/tower/)', false],
	['[Xem thêm về tháp](/visit/tower/)', false],
	['https://example.org/a', false],
	['[![Tháp](./thap.png)](/visit/tower/)', false],
	['[<Term id="tower" />](/visit/tower/)', false],
])('link words that tell nothing are told: %s', (link, isTold) => {
	expect(found(vi(words + link))).toEqual(isTold ? ['vi.mdx:11:35 structure/link-words (warning)'] : []);
});

test('the same link words may not lead to two pages', () => {
	const hill = { 'visit/hill/vi.mdx': source(words) };
	expect(found({ ...hill, ...vi(`[Tháp](/visit/tower/) và [tháp](/visit/hill/)`) })).toEqual([
		'vi.mdx:11:26 structure/link-same-words (warning)',
	]);
	expect(found({ ...hill, ...vi(`[Tháp](/visit/tower/) và [tháp](/vi/visit/tower) và [đồi](/visit/hill/)`) })).toEqual(
		[],
	);
	expect(found({ ...hill, ...vi(`[Tháp][a] và [tháp][b]\n\n[a]: /visit/tower/\n[b]: /visit/hill/`) })).toEqual([
		'vi.mdx:11:14 structure/link-same-words (warning)',
	]);
});

test.each([
	['<Day fact="towers" title="Ngày">\n\nĐến.\n\n</Day>', '11:1'],
	['<Days>\n\nĐến.\n\n</Days>', '11:1'],
	['<Steps>\n\n- Đi.\n\n</Steps>', '11:1'],
	['<Table caption="Bảng">\n\nKhông có bảng.\n\n</Table>', '11:1'],
	[`${words}\n\n<Steps>1. Đi.</Steps>`, '13:1'],
])('components that must hold something, or stand in something, are checked: %s', (body, place) => {
	expect(found(vi(body))).toEqual([`vi.mdx:${place} structure/component-inside`]);
});

test('a component of a line may stand alone', () => {
	expect(found(vi('<Fact id="towers" />'))).toEqual([]);
});

test('a film needs a summary, and its words in writing', () => {
	const film = (fields: string, heading: string) => ({
		'congress/before/film/vi.mdx': source(
			`${words}\n\n## ${heading}\n\n${words}`,
			`kind: video\nlink: https://example.org/phim\ndurationSeconds: 90${fields}`,
		),
	});
	expect(found(film('', 'Xem ở đâu'))).toEqual([
		'content/congress/before/film/vi.mdx:2:1 structure/media-summary (warning)',
		'content/congress/before/film/vi.mdx:2:1 structure/transcript (warning)',
	]);
	expect(found(film('\nsummary: Một phim ngắn.', 'Lời bằng chữ'))).toEqual([]);
});

test('what a part of the source cites, its translation cites too, in any order and form', () => {
	const body = `${words}

## Tháp

Có <Fact id="towers" /> tháp và <Fact id="steps" form="short" /> bậc. Hỏi [đồi](/visit/hill/).

<Contact id="desk" />

## Hình

${words}

<Figure src="./a.png" alt="Tháp" />`;
	const other = `${words}

## Towers

<Contact id="desk" />

See [the hill](/visit/hill). It has <Fact id="steps" /> steps and <Fact id="towers" form="short" /> towers.

## Pictures

${words}

<Figure src="./a-en.png" alt="Tower" />`;
	const hill = { 'visit/hill/vi.mdx': source(words) };
	expect(found({ ...hill, ...vi(body), ...en(other) })).toEqual([]);
	expect(found({ ...hill, ...vi(body), ...en(other.replace('<Fact id="steps" />', '152')) })).toEqual([
		'en.mdx:9:1 translation/facts',
	]);
	expect(found({ ...hill, ...vi(body), ...en(other.replace('<Contact id="desk" />', '')) })).toEqual([
		'en.mdx:9:1 translation/contacts',
	]);
	expect(found({ ...hill, ...vi(body), ...en(other.replace('[the hill](/visit/hill)', 'the hill')) })).toEqual([
		'en.mdx:9:1 translation/links',
	]);
	expect(found({ ...hill, ...vi(body), ...en(other.replace('a-en.png', 'b.png')) })).toEqual([
		'en.mdx:15:1 translation/pictures',
	]);
	expect(check({ ...hill, ...vi(body), ...en(other.replace('a-en.png', 'b.png')) })[0]?.say.en).toMatch(
		/lacks pictures .*`\.\/a\.png`.* has pictures .*`\.\/b\.png`/,
	);
	expect(found({ ...hill, ...vi(body), ...en(`<Fact id="towers" /> ${other}`) })).toEqual([
		'en.mdx:7:1 translation/facts',
	]);
	expect(check({ ...hill, ...vi(body), ...en(other.replace('<Fact id="steps" />', '152')) })[0]?.say)
		.toMatchInlineSnapshot(`
			{
			  "en": "The part “Towers” (source: “Tháp”) lacks facts that the source has: \`steps\`. Add \`<Fact id="steps" />\` in its place; if the source needs it no longer, delete it from vi.mdx.",
			  "vi": "Phần “Towers” (bản gốc: “Tháp”) thiếu số liệu mà bản gốc có: \`steps\`. Thêm \`<Fact id="steps" />\` vào đúng chỗ; nếu bản gốc không cần nữa, xóa khỏi vi.mdx.",
			}
		`);
});

test('facts moved from the words before the first heading are told for both parts', () => {
	expect(
		found({ ...vi(`<Fact id="towers" /> tháp\n\n## Tháp\n\n${words}`), ...en(`## Towers\n\n<Fact id="towers" />`) }),
	).toEqual(['en.mdx:5:1 translation/facts', 'en.mdx:7:1 translation/facts']);
});

test('a misspelt fact in a translation is not told twice, and a lost part is told as a whole', () => {
	expect(found({ ...vi('Có <Fact id="towers" /> tháp.'), ...en('It has <Fact id="tower" /> towers.') })).toEqual([]);
	expect(found({ ...vi(`${words}\n\n## Tháp\n\n<Fact id="towers" /> tháp`), ...en(words) })).toEqual([
		'en.mdx:7:1 translation/headings',
		'en.mdx:7:1 translation/facts',
	]);
});

test('another number of parts is told at the first heading without a partner', () => {
	const two = `${words}\n\n## Một\n\n${words}\n\n## Hai\n\n${words}`;
	expect(found({ ...vi(two), ...en(`${two}\n\n## Three\n\n${words}`) })).toEqual(['en.mdx:17:1 translation/headings']);
	expect(found({ ...vi(two), ...en(`${words}\n\n## One\n\n${words}`) })).toEqual(['en.mdx:9:1 translation/headings']);
	expect(check({ ...vi(two), ...en(words) })[0]?.say.vi).toContain('`## Một`, `## Hai`');
});

test('a sentence that begins like code is not called an empty text', () => {
	expect(found(vi('import tariffs were cut in May.'))).toEqual([]);
});

test.each([
	['##Một', 'structure/heading-form'],
	['＃＃ Một', 'structure/heading-form'],
	['####### Một', 'structure/heading-form'],
	['• Một\n• Hai', 'structure/list-form (warning)'],
	['-Một\n-Hai', 'structure/list-form (warning)'],
	['1/ Một\n2/ Hai', 'structure/list-form (warning)'],
	['1.Một\n2.Hai', 'structure/list-form (warning)'],
	['1) Một\n2)Hai', 'structure/list-form (warning)'],
	['| --- | --- |\n| a | b |', 'structure/table-header'],
	['| a | b |\n| c | d |', 'structure/table-header'],
	['```\nLời.', 'structure/open-code'],
	['~~~\nLời.\n```', 'structure/open-code'],
	['Xem [trang](https://example.org/bai bao).', 'link/form'],
	['Gọi [công an](tel:0258 113).', 'link/form'],
	['Xem [trang] (/visit/tower/).', 'link/form'],
	['Xem (trang)[/visit/tower/].', 'link/form'],
	['Xem [trang][1].', 'link/form'],
	['Xem [[tower]].', 'link/form'],
	['Có ba tháp[^1].', 'link/form'],
	['Xem [trang](/visit/tower/', 'link/form'],
	['> [!NOTE]\n> Lời.', 'body/component'],
	[':::note\nLời.\n:::', 'body/component'],
	['Có ＜Fact id="towers" /＞.', 'body/component'],
	['Xem [example.org](https://evil.example/a).', 'structure/link-words (warning)'],
	['Có <Fact id="towers">3</Fact> tháp.', 'structure/component-inside'],
	['Xem <Facts ids="towers" /> này.', 'structure/component-inside'],
	['<Callout kind="note">\n\n</Callout>', 'structure/component-inside'],
	['<Callout kind="note">\n\n<Callout kind="tip">\n\nLời.\n\n</Callout>\n\n</Callout>', 'structure/component-inside'],
])('`%s` is told as %s', (text, code) => {
	const all = found(vi(`${words}\n\n${text}`));
	expect(all.map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([code]);
});

test('a block of code that is closed, and one inside a list, are passed', () => {
	for (const text of ['```\nLời.\n```', '~~~~\n```\n~~~~', '- a\n\n  ```\n  b\n  ```', '    bốn dấu cách'])
		expect(found(vi(`${words}\n\n${text}`))).toEqual([]);
});

test('what only looks like a slip of form is passed', () => {
	for (const text of [
		'#phuongA và #phuongB.',
		'– Một dòng đối thoại.',
		'-5 °C là lạnh.\n-3 °C là mát.'.replace('-3', 'Còn -3'),
		'Mảng a[1][2] và [ngoặc] (chú thích).',
		'[Tháp](https://www.example.org/a) và [example.org](https://www.example.org/).',
		'- [ ] Giấy tờ\n- [x] Ảnh',
		'<Callout kind="tip">Lời.</Callout>',
		'1. Một\n2. Hai',
	])
		expect(found(vi(`${words}\n\n${text}`))).toEqual([]);
});

test('a row with more or fewer cells than the table has columns is told', () => {
	const table = (row: string) => `${words}\n\n<Table caption="Giờ">\n\n| a | b |\n| --- | --- |\n${row}\n\n</Table>`;
	expect(found(vi(table('| 1 | 2 | 3 |')))).toEqual(['vi.mdx:17:1 structure/table-row']);
	expect(found(vi(table('| 1 |')))).toEqual(['vi.mdx:17:1 structure/table-row (warning)']);
	expect(found(vi(table('| 1 \\| 2 | 3 |')))).toEqual([]);
});

test('a table of changes has three columns: the matter, before, now', () => {
	const table = (form: string, columns: readonly string[]) =>
		`${words}\n\n<Table caption="Điểm mới"${form}>\n\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n| ${columns.join(' | ')} |\n\n</Table>`;
	expect(found(vi(table(' form="changes"', ['a', 'b'])))).toEqual(['vi.mdx:15:1 structure/table-row']);
	expect(found(vi(table(' form="changes"', ['a', 'b', 'c'])))).toEqual([]);
	expect(found(vi(table('', ['a', 'b'])))).toEqual([]);
});

test('a page of the publisher elsewhere is no tracker, addresses that share or redirect are', () => {
	const channels = `channels: [{ name: Zalo, url: 'https://zalo.me/123' }, { name: F, url: 'https://fb.me/phuong' }]\n`;
	expect(found({ 'site.yaml': `${site}${channels}`, ...vi(words) })).toEqual([]);
	for (const url of ['https://zalo.me/123', 'https://www.facebook.com/phuong'])
		expect(found(vi(`${words} Xem [kênh của phường](${url}).`))).toEqual([]);
	for (const url of [
		'https://bit.ly/3abc',
		'https://sp.zalo.me/share?u=1',
		'https://www.facebook.com/sharer/sharer.php?u=1',
		'https://www.google.com/url?q=https://example.com',
		'https://example.com/a?utm_source=zalo',
	])
		expect(found(vi(`${words} Xem [kênh của phường](${url}).`))).toEqual([expect.stringContaining('link/tracker')]);
});

test('a translation has as many items and rows as its source', () => {
	expect(found({ ...vi(`- một\n- hai`), ...en(`- one`) })).toEqual(['en.mdx:7:1 translation/blocks (warning)']);
	expect(found({ ...vi(`- một\n- hai`), ...en(`- one\n- two`) })).toEqual([]);
});

test('words that only the source has are told', () => {
	const fields = 'kind: guide\nsummary: Tóm tắt.';
	expect(found({ ...vi(words, fields), ...en(words) })).toEqual(['en.mdx:2:1 translation/field (warning)']);
	expect(found({ ...vi(words, fields), ...en(words, 'translation: human\nsummary: Summary.') })).toEqual([]);
});

test('a translation that is far shorter than its source is told, by the measure of its script', () => {
	const long = words.repeat(12);
	expect(found({ ...vi(long), ...en(words) })).toEqual(['en.mdx:7:1 translation/short (warning)']);
	expect(found({ ...vi(long), ...en(words.repeat(6)) })).toEqual([]);
	expect(found({ ...vi(long), 'visit/tower/zh.mdx': english('塔'.repeat(70)) })).toEqual([
		'zh.mdx:7:1 translation/short (warning)',
	]);
	expect(found({ ...vi(long), 'visit/tower/zh.mdx': english('塔'.repeat(90)) })).toEqual([]);
});

test('addresses that follow readers are told in texts, front matter and registers, with the clean one', () => {
	expect(found(vi(`[Báo](https://example.org/a?utm_source=x&id=1#b) và [tin](https://bit.ly/3abc)`))).toEqual([
		'vi.mdx:11:1 link/tracker (warning)',
		'vi.mdx:11:53 link/tracker (warning)',
	]);
	expect(check(vi(`[Báo](https://example.org/a?utm_source=x&id=1#b)`))[0]?.say.en).toContain(
		'`https://example.org/a?id=1#b`',
	);
	expect(
		found(vi(`[Báo](https://example.org/a?id=1) [tin](https://t.com.vn/x) [c](https://bit.ly.example.org/)`)),
	).toEqual([]);
	const fact = `- id: towers
  kind: number
  value: 3
  asOf: unknown
  sources:
    - { title: Tháp, publisher: Báo, url: 'https://example.org/a?fbclid=1' }
`;
	expect(found({ ...vi(words), 'facts.yaml': fact })).toEqual(['content/facts.yaml:6:43 link/tracker (warning)']);
});

test('a link to a draft, or to a text that is not public on this day, is refused', () => {
	const link = vi('Xem [đồi](/visit/hill/#duong).');
	const hill = (fields: string) => ({ 'visit/hill/vi.mdx': source(words, `kind: guide\n${fields}`) });
	const draft = { 'visit/hill/vi.mdx': source(words).replace('approved', 'draft') };
	expect(found({ ...link, ...draft })).toEqual(['vi.mdx:11:5 link/unpublished']);
	expect(found({ ...link, ...hill('publishAt: 2026-12-01') }, '2026-11-20')).toEqual(['vi.mdx:11:5 link/unpublished']);
	expect(found({ ...link, ...hill('expireAt: 2026-11-01T08:00:00+07:00') }, '2026-11-20')).toEqual([
		'vi.mdx:11:5 link/unpublished',
	]);
	expect(found({ ...link, ...hill('publishAt: 2026-11-20') }, '2026-11-20')).toEqual([]);
	expect(found({ ...link, ...hill('publishAt: 2026-11-20T99:00:00+07:00') }, '2026-11-20')).toEqual([]);
	expect(
		found({ 'visit/tower/vi.mdx': (link['visit/tower/vi.mdx'] ?? '').replace('approved', 'draft'), ...draft }),
	).toEqual(['vi.mdx:11:5 link/unpublished (warning)']);
	expect(found({ ...vi(words), ...draft, 'site.yaml': `${site}footer: [visit/hill]\n` })).toEqual([
		'content/site.yaml:14:10 link/unpublished',
	]);
});

test('an old address leads to one text, and never hides a page', () => {
	const old = (address: string) => `kind: guide\nredirectFrom: [${address}]`;
	const hill = (address: string) => ({ 'visit/hill/vi.mdx': source(words, old(address)) });
	expect(found({ ...vi(words, old('/cu/thap.html')), ...hill('/cu/thap.html/') })).toEqual([
		'content/visit/hill/vi.mdx:3:16 redirect/duplicate',
	]);
	expect(check({ ...vi(words, old('/cu/thap.html')), ...hill('/cu/thap.html') })[0]?.say.en).toMatch(
		/content\/visit\/tower\/vi\.mdx and content\/visit\/hill\/vi\.mdx/,
	);
	expect(found({ ...vi(words), ...hill('/en/visit/tower/index.html') })).toEqual([
		'content/visit/hill/vi.mdx:3:16 redirect/duplicate',
	]);
	expect(found({ ...vi(words, old('/cu/thap.html')), ...hill('/cu/doi.html') })).toEqual([]);
});

test('whatever an editor types, the rules answer with a place in the text', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'## Một\n\n',
			'#### Hai\n\n',
			'##\n\n',
			'- \n- a\n\n',
			'1. a\n',
			'| a | |\n| --- | --- |\n| | b |\n\n',
			'<Days>\n\n',
			'</Days>\n\n',
			'<Steps>\n\nx\n\n</Steps>\n\n',
			'<Fact id="towers" />',
			'<Figure />',
			'[tại đây](/visit/tower/) ',
			'[a][b] ',
			'[b]: /x/y\n\n',
			'![](./a.png)',
			'**Đậm**\n\n',
			'> '.repeat(200),
			'{1}',
			'https://bit.ly/a?utm_source=1 ',
		),
		fc.string({ unit: 'grapheme', maxLength: 20 }),
	);
	const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(body, body, (from, to) => {
			for (const problem of check({ ...vi(from), ...en(to) }, '2026-11-20')) {
				expect(problem.line).toBeGreaterThanOrEqual(1);
				expect(problem.column).toBeGreaterThanOrEqual(1);
				expect(problem.say.vi.length * problem.say.en.length).toBeGreaterThan(0);
			}
		}),
		{ numRuns: 200 },
	);
});
