import { expect, test } from 'vitest';
import { checkBodies } from '#checks/bodies.ts';
import type { ContentFolder } from '#loaders/content-folder.ts';
import { readYaml } from '#loaders/source-file.ts';
import { readText } from '#loaders/text-file.ts';
import { shapeContent } from '#schema/content.ts';

const site = `title: { vi: Trang }
place: { vi: Nơi }
publisher: { name: { vi: Ủy ban }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English, fallback: [vi] }
contacts:
  - { id: desk, name: { vi: Quầy } }
phases: []
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;
const facts = '- { id: towers, kind: number, value: 3, asOf: unknown, sources: [], note: x }\n';
const documents = `- id: nq-01
  type: resolution
  number: 01/NQ-HĐND
  title: { vi: Nghị quyết }
  issuer: { vi: Hội đồng nhân dân }
  sources: [{ title: A, publisher: B, url: https://example.org/a }]
`;
const fields =
	'kind: guide\ntitle: Tháp\ndescription: Một câu.\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own\nredirectFrom: [/cu/thap.html]';

/** What is told of a Vietnamese body whose first line is line 12, beside two pictures. */
function told(body: string) {
	const files = new Map([
		['visit/tower/vi.mdx', `---\n${fields}\n---\n\n${body}\n`],
		['visit/tower/en.mdx', '---\ntitle: Tower\ndescription: A sentence.\ntranslation: human\n---\n\nWords.\n'],
	]);
	const folder: ContentFolder = {
		root: '/',
		registers: new Map([
			['site', readYaml(site)],
			['facts', readYaml(facts)],
			['documents', readYaml(documents)],
		] as const),
		entries: [
			{
				path: 'visit/tower',
				section: 'visit',
				phase: undefined,
				slug: 'tower',
				texts: new Map([...files].map(([path, text]) => [path.slice(12, 14), readText(path, text)])),
				files: ['counter.jpg', 'map.svg'],
			},
		],
		lookFiles: [],
		paths: [...files.keys()],
		typed: files,
		faults: [],
	};
	const { content } = shapeContent(folder);
	if (!content) throw new Error('The site of this test cannot be used.');
	return checkBodies(folder, content, 'content', '2026-03-01');
}
const places = (body: string) => told(body).map(({ line, code }) => `${line} ${code}`);
const vi = (body: string) => told(body).map(({ say }) => say.vi);

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'Foo.Bar', 'a:b'])(
	'a tag named `%s` is an unknown component',
	(name) => {
		expect(places(`<${name} />`)).toEqual(['12 body/component']);
	},
);

test.each([
	['<b>chữ</b> đậm', '`**chữ đậm**`'],
	['Dòng<br />dưới', 'dòng trống'],
	['<p onfocus="x()">chữ</p>', '`onfocus` là mã lệnh'],
	['<video src="https://cdn.example.invalid/a.mp4" autoplay="1"></video>', 'cdn.example.invalid'],
	['<iframe src="https://www.youtube.com/embed/x"></iframe>', 'loại `video`'],
	['<script src="https://tag.example/a.js"></script>', 'không chứa mã lệnh'],
	['<img src="./counter.jpg" />', '<Figure src='],
	['<a href="vbscript:x">tài liệu</a>', '`vbscript:x` là mã lệnh'],
	['<table><tr><td>1</td></tr></table>', '<Table caption='],
	['<fact id="towers" />', '`<Fact>`'],
])('`%s` is told with what to write instead', (body, says) => {
	const [problem] = told(body);
	expect(problem?.code).toBe('body/component');
	expect(problem?.say.vi).toContain(says);
});

test('an attribute is told once, whatever is wrong with it', () => {
	expect(places('Có <Fact id={x} />.')).toEqual(['12 body/attribute-code']);
	expect(places('Có <Fact {...x} />.')).toEqual(['12 body/attribute-code']);
	expect(places('Có <Fact id />.')).toEqual(['12 body/attribute-code']);
	expect(places('Có <Fact id="" />.')).toEqual(['12 body/attribute-missing']);
	expect(places('Có <Fact ID="towers" />.')).toEqual(['12 body/attribute']);
	expect(places('Có <Fact id="towers" id="steps" />.')).toEqual(['12 body/attribute', '12 facts/unknown']);
	expect(places('Có <Fact id="towers" />.')).toEqual([]);
	expect(vi('Có <Fact {...x} />.')[0]).toContain('<Fact id="…">');
});

test('ids with commas, spaces or of another register are told with the right form', () => {
	expect(vi('<Facts ids="towers, tower" />')).toEqual([
		expect.stringContaining('ids="towers tower"'),
		expect.stringContaining('Có phải `towers`?'),
	]);
	expect(vi('Có <Fact id=" towers " />.')).toEqual([expect.stringContaining('id="towers"')]);
	expect(vi('Xem <Fact id="nq-01" />.')).toEqual([expect.stringContaining('<Doc id="nq-01" />')]);
	expect(vi('<Contact id="deks" />')).toEqual([
		expect.stringContaining('mục `contacts` của site.yaml. Có phải `desk`?'),
	]);
});

test('a quotation needs a real day and the address of its page', () => {
	const quote = (date: string, source: string) =>
		`<Quote who="Bà A" date="${date}" source="${source}">\n\nLời.\n\n</Quote>`;
	expect(places(quote('2026-02-01', 'https://example.org/a'))).toEqual([]);
	expect(vi(quote('01/02/2026', 'https://example.org/a'))[0]).toContain('Có phải `2026-02-01`?');
	expect(places(quote('2026-02-30', 'https://example.org/a'))).toEqual(['12 body/attribute-value']);
	expect(places(quote('2026-02-01', 'báo'))).toEqual(['12 body/attribute-value']);
	expect(places(quote('2026-02-01', 'javascript:alert(1)'))).toEqual(['12 link/scheme']);
});

test('a sentence that begins with “import” is told how to be written, code is told to be deleted', () => {
	expect(vi('import tariffs were cut in May.')[0]).toContain('`Import tariffs were cut in May.`');
	expect(vi('export figures rose, so residents sold more.')[0]).toContain('Viết hoa chữ đầu câu');
	for (const code of ["import os from 'node:os'", 'export const a = 1', 'import "./a.js"', 'export default x'])
		expect(vi(code)[0]).toContain('Xóa dòng này');
});

test('a picture needs words that tell what is to be seen', () => {
	for (const body of [
		'![](./counter.jpg)',
		'![  ](./counter.jpg)',
		'![counter.jpg](./counter.jpg)',
		'![IMG_2034](./counter.jpg)',
		'![Ảnh](./counter.jpg)',
		'<Figure src="./counter.jpg" alt="" />',
		'<Figure src="./counter.jpg" alt="counter.jpg" />',
		'![][a]\n\n[a]: ./counter.jpg',
	])
		expect(places(body)).toEqual(['12 picture/alt']);
	expect(places('![Quầy nộp hồ sơ](./counter.jpg)\n\n<Figure src="map.svg" alt="Map" />')).toEqual([]);
});

test('a picture that is not beside the text is told with the name that is meant', () => {
	const say = (src: string) => {
		const [problem, ...more] = told(`![Quầy nộp hồ sơ](${src})`);
		expect([problem?.code, more]).toEqual(['picture/missing', []]);
		return problem?.say.vi;
	};
	expect(say('./Counter.JPG')).toContain('`./counter.jpg`');
	expect(say('./conter.jpg')).toContain('Có phải `counter.jpg`?');
	expect(say('./counter.png')).toContain('Có phải `counter.jpg`?');
	expect(say('../tower/counter.jpg')).toContain('`./counter.jpg`');
	expect(say('../market/cover.svg')).toContain('nằm ngay cạnh bài');
	expect(say('https://cdn.example.invalid/a.png')).toContain('`cdn.example.invalid`');
	expect(say('data:image/gif;base64,R0lGOD')).toContain('một tệp cạnh bài');
	expect(places('![Cổng][a]\n\n[a]: https://cdn.example.invalid/a.png')).toEqual(['14 picture/missing']);
});

test.each([
	['HTTP://example.com/a', 'link/http', '`https://'],
	['javascript:alert', 'link/scheme', 'geo:'],
	['htps://example.com/a', 'link/scheme', '`https://example.com/a`'],
	['file:///D:/a.docx', 'link/scheme', 'tệp trên máy'],
	['C:/a.docx', 'link/scheme', 'tệp trên máy'],
	['www.example.org', 'link/broken', '`https://www.example.org`'],
	['example.com/a', 'link/broken', '`https://example.com/a`'],
	['https//example.com/a', 'link/broken', '`https://example.com/a`'],
	['https:/example.com/a', 'link/broken', '`https://example.com/a`'],
	['https://https://example.com/a', 'link/broken', '`https://example.com/a`'],
	['//evil.example/a', 'link/broken', '`https://evil.example/a`'],
	['https://exam,ple.com', 'link/broken', 'viết sai'],
	['https://…', 'link/broken', 'thiếu tên trang'],
	['https://admin:matkhau@example.com/a', 'link/broken', 'mật khẩu'],
	['https://192.168.1.10/a', 'link/broken', 'trong mạng'],
	['https://ехample.com/a', 'link/broken', 'bảng chữ khác'],
	['phuong@example.org', 'link/broken', '`mailto:phuong@example.org`'],
	['mailto:a@example.org;b@example.org', 'link/broken', '`mailto:'],
	['tel:hotline', 'link/broken', '`tel:'],
	['', 'link/broken', 'không có địa chỉ'],
	['#', 'link/broken', 'không có địa chỉ'],
	['/visit/towr/', 'link/broken', '`/visit/tower/`'],
	['/vi/Visit/tower', 'link/broken', 'Viết `/visit/tower/`'],
	['../tower/vi.mdx', 'link/broken', 'Viết `/visit/tower/`'],
	['/content/visit/tower/vi.mdx', 'link/broken', 'Viết `/visit/tower/`'],
	['/visit/tower/index.html', 'link/broken', 'Viết `/visit/tower/`'],
	['/tower/', 'link/broken', '`/visit/tower/`'],
	['/cu/thap.html', 'link/broken', 'địa chỉ cũ'],
	['/en/visit/tower/', 'link/language', 'viết `/visit/tower/`'],
])('a link to `%s` is told as %s with its mend', (url, code, says) => {
	const [problem, ...more] = told(`[trang của phường](<${url}>)`);
	expect([problem?.code, more]).toEqual([code, []]);
	expect(problem?.say.vi).toContain(says);
});

test('right addresses of every kind are passed', () => {
	for (const url of [
		'HTTPS://example.com/a',
		'https://vi.wikipedia.org/wiki/Chợ_(nơi_họp)',
		'https://tênmiền.vn/a?b=1#c',
		'https://example.com:8443/a@b',
		'mailto:phuong@example.org?subject=Gop%20y',
		'tel:+84-258-3822222',
		'tel:113',
		'geo:12.2,109.1',
		'#phan-mot',
		'/visit/tower',
		'/vi/visit/tower/#phan',
		'/visit/',
	])
		expect(places(`[trang của phường](<${url}>)`)).toEqual([]);
});

test('a link whose address stands at the end is told there', () => {
	expect(places('Xem [trang][1].\n\n[1]: javascript:alert')).toEqual(['14 link/scheme']);
	expect(places('Xem [trang][1].\n\n[1]: /visit/nowhere/')).toEqual(['14 link/broken']);
	expect(places('Xem [trang][1].\n\n[1]: /visit/tower/')).toEqual([]);
});

test('a heading of the first rank is told what it may be', () => {
	expect(vi('# Tháp')).toEqual([expect.stringContaining('hoặc xóa dòng này nếu chỉ nhắc lại tên bài')]);
});
