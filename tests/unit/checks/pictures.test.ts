import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkPictures, drawingFaults } from '#checks/pictures.ts';
import { readContentFolder } from '#loaders/content-folder.ts';
import type { Problem } from '#report/problem.ts';

const names = (file: string) => `---\nkind: guide\ntitle: Tháp\ncover: ./${file}\n---\n\nLời.\n`;
const svg = (inside: string, attributes = 'viewBox="0 0 800 600"') =>
	`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${inside}\n</svg>\n`;
const photo = (width: number, height: number) =>
	sharp({
		create: {
			width,
			height,
			channels: 3,
			background: '#888',
			noise: { type: 'gaussian', mean: 128, sigma: 30 },
		},
	});
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** Problems of a folder of these files; `visit/tower/vi.mdx` names the first picture beside it. */
async function problemsOf(
	files: Readonly<Record<string, string | Buffer>>,
	also?: (root: string) => Promise<void>,
): Promise<Problem[]> {
	const root = join(await mkdtemp(join(tmpdir(), 'hình ảnh ')), 'content');
	const first = Object.keys(files).find((file) => file.startsWith('visit/tower/')) ?? 'x/x.png';
	const all: Record<string, string | Buffer> = {
		'visit/tower/vi.mdx': names(first.slice(first.lastIndexOf('/') + 1)),
		...files,
	};
	for (const [file, bytes] of Object.entries(all)) {
		await mkdir(dirname(join(root, file)), { recursive: true });
		await writeFile(join(root, file), bytes);
	}
	await also?.(root);
	const problems = await checkPictures(await readContentFolder(root), 'content');
	await rm(dirname(root), { recursive: true });
	return problems;
}
const check = async (...given: Parameters<typeof problemsOf>) =>
	(await problemsOf(...given))
		.map(({ file, line, column, code, severity }) => `${file}:${line}:${column} ${code} ${severity}`)
		.sort();
const beside = (name: string, bytes: string | Buffer) => check({ [`visit/tower/${name}`]: bytes });

test('right pictures of every type that is published are passed without a word', async () => {
	for (const [ending, image] of [
		['png', photo(800, 600).png()],
		['jpg', photo(800, 600).jpeg()],
		['JPEG', photo(800, 600).jpeg({ progressive: true })],
		['webp', photo(800, 600).webp()],
		['avif', photo(800, 600).avif({ effort: 0 })],
	] as const)
		expect(await beside(`cover.${ending}`, await image.toBuffer())).toEqual([]);
	expect(await beside('cover.svg', svg('<rect width="9" height="9"/>'))).toEqual([]);
});

test('a picture that is cut short is refused, whatever its type', async () => {
	for (const [ending, image] of [
		['png', photo(800, 600).png()],
		['jpg', photo(800, 600).jpeg()],
		['webp', photo(800, 600).webp()],
		['avif', photo(800, 600).avif({ effort: 0 })],
	] as const)
		expect(await beside(`cover.${ending}`, half(await image.toBuffer()))).toEqual([
			`content/visit/tower/cover.${ending}:1:1 picture/broken error`,
		]);
	const gif = (await photo(60, 40).gif().toBuffer()).subarray(0, 40);
	expect(await beside('cover.jpg', gif)).toEqual(['content/visit/tower/cover.jpg:1:1 picture/broken error']);
});

test('an empty file, one of nonsense and a placeholder of Git LFS are no pictures', async () => {
	for (const bytes of ['', 'đây không phải hình', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n'])
		expect(await beside('cover.png', bytes)).toEqual(['content/visit/tower/cover.png:1:1 picture/broken error']);
});

test('a picture of another type than its ending says is told with the right ending', async () => {
	const png = await photo(800, 600).png().toBuffer();
	const [problem] = await problemsOf({ 'visit/tower/cover.jpg': png });
	expect(problem?.code).toBe('picture/type');
	expect(problem?.say).toMatchInlineSnapshot(`
		{
		  "en": "The file \`cover.jpg\` ends in \`.jpg\` but inside it is \`.png\`. Rename the file to \`cover.png\`, and correct the name in the text.",
		  "vi": "Tệp \`cover.jpg\` có đuôi \`.jpg\` nhưng bên trong là \`.png\`. Đổi tên tệp thành \`cover.png\`, và sửa tên đó trong bài.",
		}
	`);
	const wrong = ['content/visit/tower/cover.png:1:1 picture/type error'];
	expect(await beside('cover.png', svg('<rect/>'))).toEqual(wrong);
	expect(await beside('cover.png', await photo(610, 40).gif().toBuffer())).toEqual(wrong);
	expect(await beside('cover.png', '<!doctype html><html><body>404</body></html>')).toEqual(wrong);
	expect(await beside('cover.png', Buffer.from('BM\0\0\0\0\0\0'))).toEqual(wrong);
	expect(await beside('cover.png', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toEqual(wrong);
	expect(await beside('cover.svg', png)).toEqual(['content/visit/tower/cover.svg:1:1 picture/type error']);
	expect(await beside('cover.svg', '<html><body/></html>')).toEqual([
		'content/visit/tower/cover.svg:1:1 picture/type error',
	]);
});

test('a type that the site does not publish is refused with the way to convert it', async () => {
	for (const name of ['a.gif', 'a.tif', 'a.TIFF', 'a.heic', 'a.bmp', 'a.psd'])
		expect(await beside(name, 'x')).toEqual([`content/visit/tower/${name}:1:1 picture/format error`]);
	const [photoOfPhone] = await problemsOf({ 'look/anh.heic': 'x' });
	expect(photoOfPhone?.say.en).toContain('Most Compatible');
	const [saved] = await problemsOf({ 'look/anh.jfif': await photo(9, 9).jpeg().toBuffer() });
	expect(saved?.say.vi).toContain('đổi tên tệp thành `anh.jpg`');
});

test('a decompression bomb is refused by its header, before it is opened', async () => {
	// One plain colour: 110 megapixels in few bytes.
	const bomb = await sharp({ create: { width: 11_000, height: 10_000, channels: 3, background: '#fff' } })
		.png()
		.toBuffer();
	expect(await beside('cover.png', bomb)).toEqual(['content/visit/tower/cover.png:1:1 picture/huge error']);
	// A header that promises 60,000 × 60,000 pixels that are not there.
	const liar = await photo(800, 600).png().toBuffer();
	liar.writeUInt32BE(60_000, 16);
	liar.writeUInt32BE(60_000, 20);
	const [found] = await beside('cover.png', liar);
	expect(found).toMatch(/picture\/(huge|broken) error$/);
});

test('a file of more than 25 MB is refused by its size', async () => {
	const bytes = await photo(800, 600).jpeg().toBuffer();
	expect(
		await check({ 'visit/tower/cover.jpg': bytes }, (root) =>
			truncate(join(root, 'visit/tower/cover.jpg'), 26 * 1024 * 1024),
		),
	).toEqual(['content/visit/tower/cover.jpg:1:1 picture/huge error']);
});

test('a picture so long and narrow that no browser format holds it is refused', async () => {
	expect(await beside('cover.png', await photo(700, 17_000).png().toBuffer())).toEqual([
		'content/visit/tower/cover.png:1:1 picture/huge error',
	]);
	expect(await beside('cover.png', await photo(700, 7000).png().toBuffer())).toEqual([]);
});

test('a drawing that is too heavy, too large or repeats itself without end is refused', async () => {
	const huge = ['content/visit/tower/cover.svg:1:1 picture/huge error'];
	expect(await beside('cover.svg', svg('<path d="M0 0L9 9"/>'.repeat(16_000)))).toEqual(huge);
	for (const size of [
		'viewBox="0 0 100000 100000"',
		'width="10000mm" height="1000mm"',
		'width="9" viewBox="0 0 1 9999"',
	])
		expect(await beside('cover.svg', svg('<rect/>', size))).toEqual([
			'content/visit/tower/cover.svg:1:41 picture/huge error',
		]);
	const chain = (name: string, how: (index: number) => string) =>
		Array.from({ length: 12 }, (_, index) => `<${name} id="a${index + 1}">${how(index).repeat(10)}</${name}>`).join('');
	for (const inside of [
		chain('g', (index) => `<use href="#a${index}"/>`),
		chain('pattern', (index) => `<rect fill="url(#a${index})"/>`),
		chain('mask', (index) => `<rect style="mask:url( '#a${index}' )"/>`),
		`<style>${Array.from({ length: 13 }, (_, index) => `.c${index}{mask:url(#a${index})}`).join('')}</style>${chain('mask', (index) => `<rect class="c${index}"/>`)}`,
		`<filter id="f"><feGaussianBlur stdDeviation="50"/></filter>${'<g filter="url(#f)">'.repeat(199)}${'<g filter="url(#f)"/>'.repeat(99)}${'</g>'.repeat(199)}`,
	])
		expect(await beside('cover.svg', svg(`<g id="a0"><rect/></g>${inside}`))).toEqual(huge);
	expect(await beside('cover.svg', svg('<g>'.repeat(5000) + '</g>'.repeat(5000)))).toEqual([
		'content/visit/tower/cover.svg:2:598 picture/huge error',
	]);
	// Circles are not endless, and a thousand uses of a symbol are a map.
	expect(await beside('cover.svg', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).not.toContain(
		huge[0],
	);
	expect(
		await beside('cover.svg', svg(`<symbol id="s"><path d="M0 0h9"/></symbol>${'<use href="#s"/>'.repeat(1000)}`)),
	).toEqual([]);
});

test('entities are refused before anything swells', async () => {
	const laughs = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
		'\n',
	);
	const bomb = `<?xml version="1.0"?>\n<!DOCTYPE svg [\n<!ENTITY l0 "ha">\n${laughs}\n]>\n${svg('<text>&l10;</text>')}`;
	expect(await beside('cover.svg', bomb)).toEqual(['content/visit/tower/cover.svg:3:1 picture/huge error']);
});

test.each([
	['a script', '<script>alert(1)</script>'],
	['a script with a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
	['an event', '<rect onload="alert(1)"/>'],
	['a script address', '<a href="javascript:alert(1)"><rect/></a>'],
	['a disguised script address', '<a href=" java&#x73;cript&#58;alert(1)"><rect/></a>'],
	['a change of an address while shown', '<a><set attributeName="href" to="#x"/></a>'],
	['a page inside', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
	['a picture of another host', '<image href="https://example.org/a.png"/>'],
	['a picture of another host without scheme', '<image href="//example.org/a.png"/>'],
	['a colour from another host', '<rect fill="url(http://example.org/a.svg#b)"/>'],
	['a style from another host', '<rect style="fill:url(\'https://example.org/a\')"/>'],
	['a disguised address in a style', '<rect style="fill:u\\72l(https://example.org/a)"/>'],
	['a style sheet called in', '<style>@import "a.css";</style>'],
	['a style sheet in pieces', '<style>@imp<!-- -->ort "a.css";</style>'],
	['a font of another host', '<style><![CDATA[@font-face{src:url(//example.org/a.woff2)}]]></style>'],
	['an HTML page as data', '<a href="data:text/html,x"><rect/></a>'],
	['a drawing as data', '<use href="data:image/svg+xml,x#a"/>'],
	['a file beside it', '<image href="./anh.png"/>'],
	['another base', '<g xml:base="https://example.org/"/>'],
])('%s in a drawing is refused at its line', async (_what, inside) => {
	expect(await beside('cover.svg', svg(`<g/>\n${inside}`))).toEqual([
		expect.stringMatching(/^content\/visit\/tower\/cover\.svg:3:\d+ picture\/active error$/),
	]);
});

test.each([
	['a document type', '<!DOCTYPE svg SYSTEM "http://example.org/a.dtd">', 'picture/active'],
	['a style sheet outside', '<?xml-stylesheet href="a.css"?>', 'picture/active'],
])('%s before a drawing is refused', async (_what, before, code) => {
	expect(await beside('cover.svg', `${before}\n${svg('<rect/>')}`)).toEqual([
		`content/visit/tower/cover.svg:1:1 ${code} error`,
	]);
});

test('the public document type of older drawing programs is accepted', async () => {
	const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
	expect(await beside('cover.svg', `<?xml version="1.0"?>\n${type}\n${svg('<rect/>')}`)).toEqual([]);
});

test('what drawing programs write is accepted', async () => {
	const drawing = `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape <http://www.inkscape.org/> -->
<svg
   width="210mm" height="297mm" viewBox="0 0 210 297"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
   xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">
  <metadata><rdf:RDF><cc:Work rdf:about=""><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></cc:Work></rdf:RDF></metadata>
  <defs><linearGradient id='g'><stop offset="0"/></linearGradient><linearGradient xlink:href="#g" id="h"/></defs>
  <style>@namespace url(http://www.w3.org/2000/svg); .a > b { fill: url(#h) }</style>
  <g inkscape:label="Lớp &amp; 1 &#8211; online" class="a"><path d="M0 0h9" fill="url(#h)" style="stroke:url('#g')"/></g>
  <text>Một &lt; hai, javascript</text>
  <image width="1" height="1" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>
</svg>
`;
	expect(await beside('cover.svg', drawing)).toEqual([]);
	expect(await beside('cover.svg', drawing.replaceAll('\n', '\r\n'))).toEqual([]);
});

test.each([
	['a tag that is not closed', '<g><rect></g>', 'picture/active'],
	['an attribute without quotes', '<rect width=9/>', 'picture/active'],
	['an attribute that stands twice', '<rect x="1" x="2"/>', 'picture/active'],
	['an ampersand', '<text>A & B</text>', 'picture/active'],
	['a name of HTML', '<text>A&nbsp;B</text>', 'picture/active'],
	['a sign by a number that does not exist', '<text>&#x110000;</text>', 'picture/active'],
	['a control sign', '<text>\u0007</text>', 'picture/active'],
	['hyphens in a comment', '<!-- a -- b -->', 'picture/active'],
	['its first line in the middle', '<?xml version="1.0"?>', 'picture/active'],
	['a prefix that is not declared', '<use xlink:href="#a"/>', 'picture/active'],
	['a comment without end', '<!-- a', 'picture/broken'],
])('a drawing with %s is told at its line', async (_what, inside, code) => {
	const [found, ...others] = await beside('cover.svg', svg(inside));
	expect(found).toMatch(/^content\/visit\/tower\/cover\.svg:[24]:\d+ /);
	expect(found).toContain(code);
	expect(others).toEqual([]);
});

test('a drawing that ends in the middle, in another encoding or under another name is told as such', async () => {
	const whole = svg('<path d="M0 0h9"/>'.repeat(99));
	for (const text of [whole.slice(0, whole.length / 2), whole.slice(0, -8), '<?xml version="1.0"?>\n'])
		expect(await beside('cover.svg', text)).toEqual([expect.stringContaining('picture/broken error')]);
	for (const bytes of [Buffer.from(`\ufeff${whole}`, 'utf16le'), Buffer.from(svg('<text>\xe9</text>'), 'latin1')])
		expect(await beside('cover.svg', bytes)).toEqual([expect.stringContaining('picture/broken error')]);
	expect(await beside('cover.svg', `<?xml version="1.0" encoding="ISO-8859-1"?>${svg('<text>Tháp</text>')}`)).toEqual([
		expect.stringContaining('1:1 picture/broken error'),
	]);
	for (const root of ['<svg viewBox="0 0 9 9"/>', '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'])
		expect(await beside('cover.svg', root)).toEqual([expect.stringContaining('1:1 picture/broken error')]);
});

test('a drawing without a size is refused', async () => {
	for (const attributes of ['', 'width="100%" height="100%"', 'width="9"', 'viewBox="0 0 0 0"', 'viewBox="0,0,9"'])
		expect(await beside('cover.svg', svg('<rect/>', attributes))).toEqual([
			expect.stringContaining('picture/size error'),
		]);
	for (const attributes of ['width="90" height="9.5px"', 'viewBox="-5,-5 9e1 9"', 'width="100%" viewBox="0 0 9 9"'])
		expect(await beside('cover.svg', svg('<rect/>', attributes))).toEqual([]);
});

test('a cover that will look blurred is a warning; a small picture in the text is not', async () => {
	const small = await photo(599, 400).jpeg().toBuffer();
	expect(await beside('cover.jpg', small)).toEqual(['content/visit/tower/cover.jpg:1:1 picture/small warning']);
	// A photograph taken upright is as wide as it is shown.
	const turned = await photo(800, 599).jpeg().withMetadata({ orientation: 6 }).toBuffer();
	expect(await beside('cover.jpg', turned)).toEqual(['content/visit/tower/cover.jpg:1:1 picture/small warning']);
	expect(
		await check({ 'visit/tower/vi.mdx': '---\ntitle: x\n---\n![Tháp](./a.jpg)\n', 'visit/tower/a.jpg': small }),
	).toEqual([]);
	const dot = await photo(1, 1).png().toBuffer();
	expect(
		await check({ 'visit/tower/vi.mdx': '---\ntitle: x\n---\n![Tháp](./a.png)\n', 'visit/tower/a.png': dot }),
	).toEqual(['content/visit/tower/a.png:1:1 picture/small warning']);
});

test('a picture named in other capitals is not called unused', async () => {
	const small = await photo(800, 600).jpeg().toBuffer();
	expect(
		await check({ 'visit/tower/vi.mdx': '---\ntitle: x\n---\n![Tháp](./A.JPG)\n', 'visit/tower/a.jpg': small }),
	).toEqual([]);
});

test('a position in a photograph is a warning; other photo data are not', async () => {
	const position = { GPSLatitudeRef: 'N', GPSLatitude: '12/1 15/1 30/1', GPSLongitude: '109/1 11/1 0/1' };
	for (const ending of ['jpeg', 'webp', 'png'] as const) {
		const taken = await photo(800, 600)
			[ending]()
			.withExif({ IFD0: { Artist: 'Lan' }, IFD3: position })
			.toBuffer();
		expect(await beside(`cover.${ending}`, taken)).toEqual([
			`content/visit/tower/cover.${ending}:1:1 picture/private warning`,
		]);
	}
	const named = await photo(800, 600)
		.jpeg()
		.withExif({ IFD0: { Artist: 'Lan', Make: 'Máy' } })
		.toBuffer();
	expect(await beside('cover.jpg', named)).toEqual([]);
	const inside = await photo(9, 9).jpeg().withExif({ IFD3: position }).toBuffer();
	const drawing = svg(`<image href="data:image/jpeg;base64,${inside.toString('base64')}"/>`);
	expect(await beside('cover.svg', drawing)).toEqual(['content/visit/tower/cover.svg:2:8 picture/private warning']);
});

test('a picture that nothing names is a warning', async () => {
	const picture = svg('<rect/>');
	expect(
		await check({
			'visit/tower/cover.svg': picture,
			'visit/tower/en.mdx': '---\ntitle: Tower\n---\n<Figure src="ảnh đẹp.svg" alt="x" />\n![x](./anh%20cu.svg)\n',
			// Typed composed, stored decomposed, as Macs do.
			[`visit/tower/${'ảnh đẹp.svg'.normalize('NFD')}`]: picture,
			'visit/tower/anh cu.svg': picture,
			'visit/tower/r.svg': picture,
			'look/look.yaml': 'mark: mark.svg\n',
			'look/mark.svg': picture,
			'look/old-mark.svg': picture,
			'look/ark.svg': picture,
		}),
	).toEqual([
		'content/look/ark.svg:1:1 picture/unused warning',
		'content/look/old-mark.svg:1:1 picture/unused warning',
		'content/visit/tower/r.svg:1:1 picture/unused warning',
	]);
	// A text that cannot be read may name it.
	expect(
		await check({ 'visit/tower/a.svg': picture, 'visit/tower/vi.mdx': Buffer.from('\ufeff---', 'utf16le') }),
	).toEqual([]);
});

test('a link is not followed out of the folder', async () => {
	expect(
		await check({ 'visit/tower/cover.png': 'x' }, async (root) => {
			await rm(join(root, 'visit/tower/cover.png'));
			await writeFile(join(dirname(root), 'secret.png'), 'x');
			await symlink('../../../secret.png', join(root, 'visit/tower/cover.png'));
		}),
	).toEqual([]);
});

test('a picture that has been replaced is judged anew', async () => {
	const root = join(await mkdtemp(join(tmpdir(), 'hình ')), 'content');
	const file = join(root, 'visit/tower/cover.png');
	await mkdir(dirname(file), { recursive: true });
	await writeFile(join(root, 'visit/tower/vi.mdx'), names('cover.png'));
	const codes = async () => (await checkPictures(await readContentFolder(root), 'content')).map(({ code }) => code);
	await writeFile(file, half(await photo(800, 600).png().toBuffer()));
	expect(await codes()).toEqual(['picture/broken']);
	expect(await codes()).toEqual(['picture/broken']);
	await writeFile(file, await photo(800, 600).png().toBuffer());
	expect(await codes()).toEqual([]);
	await rm(dirname(root), { recursive: true });
});

test('reading any text as a drawing neither fails nor loses the place', () => {
	const piece = fc.constantFrom(
		...'<svg xmlns="http://www.w3.org/2000/svg">|</svg>|<g|>|/>|"|\'|=|&|&amp;|&#x110000;|&#99999999;|<!--|-->|<![CDATA[|]]>|<?|?>|<!DOCTYPE|[|]|<!ENTITY|<style>|</style>|url(|\\|{|}|href="#a"|id="a"|xmlns:a="b"|a:b|\n|\r\n|\ufeff'.split(
			'|',
		),
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 }))), (pieces) => {
			for (const text of [pieces.join(''), svg(pieces.join(' '))])
				for (const { line, column, say } of drawingFaults(text)) {
					expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
					expect(line).toBeLessThanOrEqual(text.split('\n').length);
					expect(say.vi && say.en).toBeTruthy();
				}
		}),
		{ numRuns: 2000 },
	);
});

test('reading a drawing takes time in proportion to its length', () => {
	for (const piece of ['<g>', '<', '&', '<!DOCTYPE [<!-- ', 'url( ', '<a b="', '<a \n', '\u00a0', 'x:url("//a")'])
		for (const inside of [piece, `<style>${piece.repeat(100_000)}</style>`, `<a ${piece.repeat(100_000)}`]) {
			const text = svg(inside === piece ? piece.repeat(100_000) : inside);
			// Quadratic time would be minutes: the test's own limit tells.
			expect(Array.isArray(drawingFaults(text))).toBe(true);
		}
}, 60_000);

test('any bytes under the name of a picture are judged and do no harm', async () => {
	const real = await Promise.all([
		photo(60, 40).png().toBuffer(),
		photo(60, 40).jpeg().toBuffer(),
		photo(60, 40).webp().toBuffer(),
	]);
	const samples = fc.sample(
		fc.tuple(
			fc.constantFrom('png', 'jpg', 'webp', 'avif', 'svg', 'gif'),
			fc.oneof(
				fc.uint8Array({ maxLength: 200 }),
				fc
					.tuple(fc.constantFrom(...real), fc.nat(), fc.nat(255))
					.map(([bytes, at, value]) => Uint8Array.from(bytes).fill(value, at % bytes.length, (at % bytes.length) + 3)),
			),
		),
		{ numRuns: 150, seed: 7 },
	);
	const files = Object.fromEntries(
		samples.map(([ending, bytes], index) => [`visit/tower/p${index}.${ending}`, Buffer.from(bytes)]),
	);
	for (const { line, column, file } of await problemsOf(files)) {
		expect(file).toMatch(/^content\/visit\/tower\/p\d+\./);
		expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
	}
});

/** A PNG of two pictures: the frames are not decoded, so the second may be a copy of the first. */
async function movingPng(): Promise<Buffer> {
	const still = await photo(800, 600).png().toBuffer();
	const control = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex');
	return Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]);
}

test('animations of every type are refused, with what to do', async () => {
	const frames = Buffer.concat([Buffer.alloc(700 * 300 * 3, 10), Buffer.alloc(700 * 300 * 3, 200)]);
	const webp = await sharp(frames, { raw: { width: 700, height: 600, channels: 3, pageHeight: 300 } })
		.webp({ delay: [100, 100] })
		.toBuffer();
	for (const [name, bytes] of [
		['cover.webp', webp],
		['cover.png', await movingPng()],
	] as const)
		expect(await beside(name, bytes)).toEqual([`content/visit/tower/${name}:1:1 picture/format error`]);
});

test('a file hidden behind a picture is refused; what phones add there is not', async () => {
	const jpg = await photo(800, 600).jpeg().toBuffer();
	const png = await photo(800, 600).png().toBuffer();
	const hidden = 'content/visit/tower/cover';
	expect(await beside('cover.jpg', Buffer.concat([jpg, Buffer.from('PK\x03\x04aaaaaaaa', 'latin1')]))).toEqual([
		`${hidden}.jpg:1:1 picture/active error`,
	]);
	expect(await beside('cover.png', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]))).toEqual([
		`${hidden}.png:1:1 picture/active error`,
	]);
	expect(await beside('cover.jpg', Buffer.concat([jpg, Buffer.from('SEFHe\0\0\0 a depth map SEFT')]))).toEqual([]);
});
