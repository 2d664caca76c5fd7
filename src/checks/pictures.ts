import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import { nearest } from './nearest.ts';
import { hiddenFile, isAnimated } from './picture-bytes.ts';

type Say = Problem['say'];

/** Something wrong with one picture, and where in the file; 1:1 in files that have no lines. */
export interface PictureFault extends Place {
	readonly code: Code;
	readonly severity: Severity;
	readonly say: Say;
}

/** What is known of one picture file. */
interface Judgement {
	readonly faults: readonly PictureFault[];
	/** Pixels across, the right way up; absent in drawings and in files that could not be read. */
	readonly width?: number;
}

/** Endings of pictures that the site publishes, in the form that is suggested. */
const published = ['svg', 'png', 'jpg', 'webp', 'avif'];
/** Other spellings of an ending. */
const sameEnding: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif', heif: 'heic' };
/** Endings of pictures that the site does not publish. */
const unpublished = 'gif tif tiff heic heif bmp psd ico jxl jp2 svgz ai eps jfif jpe apng dng cr2 nef arw'.split(' ');
const pictureEndings = new Set([...published, 'jpeg', ...unpublished]);

const megabyte = 1024 * 1024;
const maxBytes = 25 * megabyte;
const maxMegapixels = 100;
/** Nothing larger is ever decoded, whatever its header says. */
const decodeLimit = 120_000_000;
/** From here on pictures are decoded one by one: some formats hold all of their pixels in memory. */
const largePixels = 30_000_000;
const maxDrawingBytes = 300_000;
/** A drawing that is too large is still read for scripts up to here, so that everything is told in one run. */
const maxScannedBytes = 3 * megabyte;
/** Longest side of a WebP file. */
const maxSide = 16_383;
/** Widest version of a picture on the site. */
const widestVersion = 1600;
const smallestCover = 600;
/** Pixels of marks that follow readers, and of files exported by mistake. */
const tinySide = 8;
/** Elements that a renderer would have to draw once all references are followed. */
const maxDrawn = 100_000;
/** References that are followed at most, so that the count itself cannot be made to last. */
const maxFollowed = 1_000_000;
const maxDepth = 200;
const maxFaultsPerDrawing = 20;

const endingOf = (name: string) => {
	const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return sameEnding[ending] ?? ending;
};

/** True for names with the ending of a picture, published on the site or not. */
export function isPictureName(name: string): boolean {
	return pictureEndings.has(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
}

/** A value as messages quote it: shortened, on one line, signs that cannot be seen written out. */
export function shown(value: string): string {
	const visible = value.replace(
		/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu,
		(sign) => `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
	);
	const letters = [...visible.replaceAll('`', '´')];
	return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('');
}

/**
 * What to say of a picture that a text names and that does not lie beside it.
 *
 * @param typed - As the text names it.
 * @param files - Names of the files beside the text.
 */
export function missingPicture(typed: string, files: readonly string[]): Say {
	const seen = `\`${shown(typed)}\``;
	const url = typed.trim();
	const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(url)?.[1];
	if (host !== undefined)
		return {
			vi: `Không dùng được hình ở trang khác (\`${shown(host)}\`): ${seen}. Tải hình về (nếu được phép), đặt cạnh bài và viết \`./ten-hinh.jpg\`; hoặc bỏ hình.`,
			en: `A picture on another site (\`${shown(host)}\`) cannot be used: ${seen}. Download it (if you may), put it beside the text and write \`./name.jpg\`; or remove it.`,
		};
	if (url === '')
		return {
			vi: 'Hình chưa có tên tệp. Đặt tệp hình cạnh bài và viết `./ten-hinh.jpg`, hoặc bỏ hình.',
			en: 'The picture has no file name. Put the file beside the text and write `./name.jpg`, or remove the picture.',
		};
	if (/^[a-z][a-z0-9+.-]+:/i.test(url))
		return {
			vi: `Hình phải là một tệp cạnh bài, không phải ${seen}. Đặt tệp hình cạnh bài và viết \`./ten-hinh.jpg\`, hoặc bỏ hình.`,
			en: `A picture must be a file beside the text, not ${seen}. Put the file beside the text and write \`./name.jpg\`, or remove the picture.`,
		};
	const name = url.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
	const pictures = files.filter(isPictureName);
	const decoded = name.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
		try {
			return decodeURIComponent(bytes);
		} catch {
			return bytes;
		}
	});
	const same = pictures.find((file) => file === name || file.normalize('NFC') === decoded.normalize('NFC'));
	const otherCase = pictures.find((file) => file.toLowerCase() === decoded.toLowerCase());
	const otherEnding = pictures.find(
		(file) => file.replace(/\.[^.]+$/, '').toLowerCase() === decoded.replace(/\.[^.]+$/, '').toLowerCase(),
	);
	if (same !== undefined)
		return {
			vi: `Không đọc được địa chỉ hình ${seen}. Tệp \`${shown(same)}\` nằm ngay cạnh bài: viết \`./${shown(same)}\`.`,
			en: `The picture ${seen} cannot be found under this address. The file \`${shown(same)}\` lies beside the text: write \`./${shown(same)}\`.`,
		};
	if (otherCase !== undefined)
		return {
			vi: `Không có tệp hình ${seen} cạnh bài. Có phải \`${shown(otherCase)}\`? Tên phân biệt chữ hoa, chữ thường: viết \`./${shown(otherCase)}\`.`,
			en: `There is no picture ${seen} beside the text. Did you mean \`${shown(otherCase)}\`? Capital and small letters differ: write \`./${shown(otherCase)}\`.`,
		};
	const near = otherEnding ?? nearest(decoded, pictures);
	if (near !== undefined)
		return {
			vi: `Không có tệp hình ${seen} cạnh bài. Có phải \`${shown(near)}\`? Sửa tên, hoặc thêm tệp này.`,
			en: `There is no picture ${seen} beside the text. Did you mean \`${shown(near)}\`? Correct the name, or add the file.`,
		};
	if (/[/\\]/.test(url.replace(/^\.\//, '')))
		return {
			vi: `Hình phải nằm ngay cạnh bài, không phải ở ${seen}. Chép tệp vào thư mục của bài và viết \`./${shown(name)}\`, hoặc bỏ hình.`,
			en: `A picture must lie beside the text, not at ${seen}. Copy the file into the folder of the text and write \`./${shown(name)}\`, or remove the picture.`,
		};
	return {
		vi: `Không có tệp hình ${seen} cạnh bài. Thêm tệp vào thư mục của bài, sửa tên, hoặc bỏ hình.`,
		en: `There is no picture ${seen} beside the text. Add the file to the folder of the text, correct the name, or remove the picture.`,
	};
}

// ---- Drawings (SVG) ------------------------------------------------------------------------------------------------

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
/** Elements that run code, load pages or hold HTML. */
const activeElements = new Set(
	'script foreignobject iframe frame embed object applet audio video canvas link meta base handler listener form input img html body'.split(
		' ',
	),
);
/** At the density of the renderer of the build; units of paper come out half as large again as in a browser. */
const pixelsPer: Readonly<Record<string, number>> = {
	'': 1,
	px: 1,
	em: 16,
	rem: 16,
	ex: 8,
	in: 144,
	cm: 144 / 2.54,
	mm: 14.4 / 2.54,
	q: 3.6 / 2.54,
	pt: 2,
	pc: 24,
};
/** What the renderer of the build bears, which draws at twice the size. */
const maxDrawingPixels = 62_000_000;
const maxDrawingSide = 16_000;
const xmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Embedded bytes that only paint: pixels and fonts. */
const harmlessData = /^data:(image\/(png|jpe?g|webp|gif|avif)|font\/[\w-]+|application\/(x-)?font[\w-]*)[;,]/i;
// White space as XML knows it: with `\s`, signs such as U+00A0 would count as space and as letter, and reading would take
// quadratic time.
const space = String.raw`[ \t\r\n]`;
const letter = String.raw`A-Za-z_:\u00c0-\u1fff\u2070-\u2fff\u3001-\ud7ff\ud800-\udfff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\ufffd`;
const nameForm = String.raw`[${letter}][${letter}\d.\-\u00b7]*`;
const startName = new RegExp(`<(${nameForm})`, 'y');
const attributeForm = new RegExp(`${space}+(${nameForm})${space}*=${space}*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const tagEnd = new RegExp(`${space}*(/?)>`, 'y');
const endTag = new RegExp(`</(${nameForm})${space}*>`, 'y');
const instructionForm = new RegExp(String.raw`<\?(${nameForm})(?:${space}|\?>)`, 'y');
const declarationForm =
	/^<\?xml\s+version\s*=\s*["']1\.\d["'](\s+encoding\s*=\s*["'][A-Za-z][\w.-]*["'])?(\s+standalone\s*=\s*["'](yes|no)["'])?\s*\?>$/;
const entityForm = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([\w.-]+));|&/g;
/** What older drawing programs write at the head of every file: the public names of SVG, which nothing loads. */
const publicDoctype =
	/^<!DOCTYPE\s+svg\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN\1\s+(["'])https?:\/\/www\.w3\.org\/[\w./-]+\.dtd\2\s*>$/;
/** Words that cost a renderer far more than one shape. */
const drawingCost: Readonly<Record<string, number>> = { filter: 500, mask: 20, pattern: 20 };

interface DrawnElement {
	readonly name: string;
	/** Words that a style sheet can pick it by: its name, id and classes. */
	readonly tokens: readonly string[];
	readonly children: number[];
	/** Ids of what it repeats or is painted with. */
	readonly refs: string[];
}

/** A sign by its number, where XML has it. */
function signOf(decimal: string | undefined, hex: string | undefined): string | undefined {
	const code = decimal ? parseInt(decimal, 10) : parseInt(hex ?? '', 16);
	const isSign = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
	return isSign && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0xfffe && code <= 0xffff)
		? String.fromCodePoint(code)
		: undefined;
}

function decodeEntities(value: string): string {
	return value.replace(
		entityForm,
		(whole, decimal?: string, hex?: string, name?: string) =>
			(name === undefined ? signOf(decimal, hex) : xmlEntities[name]) ?? whole,
	);
}

/** The first `&…` that XML does not know, with its distance from the start. */
function strayEntity(value: string): { readonly at: number; readonly name: string | undefined } | undefined {
	for (const match of value.matchAll(entityForm)) {
		const [whole, decimal, hex, name] = match;
		if ((name === undefined ? signOf(decimal, hex) : xmlEntities[name]) === undefined)
			return { at: match.index, name: name ?? (whole === '&' ? undefined : whole.slice(1, -1)) };
	}
	return undefined;
}

const unescapeCss = (css: string) =>
	css.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex?: string, sign?: string) =>
		hex === undefined ? (sign ?? '') : parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(hex, 16)) : '',
	);

/** Every `url(…)` of a style or an attribute. */
const urlsIn = (css: string) =>
	[...css.matchAll(/url\(\s*["']?\s*([^"')\s]*)/gi)].map((match) => match[1] ?? '').filter((url) => url !== '');

const runsCode = (value: string) => {
	// Browsers skip spaces and control signs inside the name of a scheme.
	return /(?:^|[^a-z])(?:javascript|vbscript):|data:text\/html/i.test(
		value.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''),
	);
};

const removePart: Say = {
	vi: 'Xóa đoạn này, hoặc mở hình bằng phần mềm vẽ, xuất thành PNG rồi dùng tệp PNG.',
	en: 'Delete it, or open the drawing in a drawing program, export it as PNG and use that file.',
};
const exportAgain: Say = {
	vi: 'Mở hình bằng phần mềm vẽ (ví dụ Inkscape) rồi lưu lại thành “Plain SVG”, hoặc xuất thành PNG.',
	en: 'Open it in a drawing program (Inkscape, for example) and save it again as “Plain SVG”, or export it as PNG.',
};

/**
 * Reads a drawing as the XML it is, without running or loading anything of it.
 *
 * @param source - Text of an SVG file.
 * @returns At most twenty faults with their places. Never throws; linear in the length of the text.
 */
export function drawingFaults(source: string): PictureFault[] {
	const text = source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
	const faults: PictureFault[] = [];
	const add = (at: number, code: Code, vi: string, en: string, severity: Severity = 'error') => {
		if (faults.length >= maxFaultsPerDrawing) return;
		const before = text.slice(0, at);
		const lineStart = before.lastIndexOf('\n') + 1;
		faults.push({
			line: before.split('\n').length,
			column: at - lineStart + 1,
			code,
			severity,
			say: { vi, en },
		});
	};
	const malformed = (at: number, vi: string, en: string) => {
		add(at, 'picture/active', `Hình vẽ SVG viết sai: ${vi}`, `The SVG drawing is not written correctly: ${en}`);
	};
	const cutShort = () => {
		add(
			text.length,
			'picture/broken',
			'Hình vẽ SVG bị cắt cụt: tệp hết giữa chừng. Chép lại tệp gốc đầy đủ hoặc xuất lại từ phần mềm vẽ.',
			'The SVG drawing is cut short: the file ends in the middle. Copy the whole original again, or export it again from the drawing program.',
		);
	};
	const active = (at: number, vi: string, en: string) => {
		add(at, 'picture/active', `${vi} ${removePart.vi}`, `${en} ${removePart.en}`);
	};

	const elements: DrawnElement[] = [];
	const byId = new Map<string, number>();
	const open: { readonly name: string; readonly at: number; readonly index: number; readonly prefixes: string[] }[] =
		[];
	const prefixes = new Map<string, number>([
		['xml', 1],
		['xmlns', 1],
	]);
	const sheets: { readonly at: number; css: string }[] = [];
	let definesEntities = false;
	let hasRoot = false;

	const judgeReference = (at: number, value: string) => {
		const url = value.trim();
		if (url === '' || url.startsWith('#') || faults.length >= maxFaultsPerDrawing) return;
		if (harmlessData.test(url)) {
			const embedded = Buffer.from(url.slice(url.indexOf(',') + 1, 400_000), 'base64');
			if (embedded.includes('Exif\0\0') || embedded.includes('http://ns.adobe.com/xap/'))
				add(
					at,
					'picture/private',
					'Trong hình vẽ SVG có một ảnh chụp kèm thông tin riêng (có thể gồm vị trí chụp, tên chủ máy), và trang đăng tệp SVG nguyên vẹn. Xóa thông tin của ảnh trước khi đưa vào hình vẽ, hoặc xuất cả hình thành PNG.',
					'The SVG drawing holds a photograph with private details (possibly the place and the owner’s name), and SVG files are published as they are. Remove the details from the photograph before placing it, or export the whole drawing as PNG.',
					'warning',
				);
			return;
		}
		if (runsCode(url)) return;
		active(
			at,
			/^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(url)
				? `Hình vẽ SVG lấy nội dung từ nơi khác: \`${shown(url)}\`. Hình phải tự chứa mọi thứ, vì người đọc không được tải gì từ trang khác.`
				: `Hình vẽ SVG lấy nội dung từ tệp khác: \`${shown(url)}\`; trình duyệt sẽ không hiện phần đó. Hình phải tự chứa mọi thứ.`,
			/^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(url)
				? `The SVG drawing takes something from elsewhere: \`${shown(url)}\`. A drawing must hold everything itself, since readers load nothing from other sites.`
				: `The SVG drawing takes something from another file: \`${shown(url)}\`; browsers will not show that part. A drawing must hold everything itself.`,
		);
	};
	const judgeStyle = (at: number, raw: string): string[] => {
		const css = unescapeCss(raw);
		const callsSheet = /@import/i.test(css);
		if (callsSheet)
			active(
				at,
				'Hình vẽ SVG gọi một tệp kiểu chữ, màu từ bên ngoài (`@import`).',
				'The SVG drawing calls in a style sheet from outside (`@import`).',
			);
		else if (runsCode(css))
			active(at, 'Kiểu của hình vẽ SVG chứa mã lệnh.', 'The style of the SVG drawing holds code.');
		const rest = css.replace(/@namespace[^;]*;?/gi, '');
		const urls = urlsIn(rest);
		if (!callsSheet) for (const url of urls) judgeReference(at, url);
		const bare = /(?:src|image-set)\(\s*["']\s*(https?:|\/\/)[^"']*/i.exec(rest)?.[0];
		if (bare !== undefined) judgeReference(at, bare.replace(/^[^"']*["']\s*/, ''));
		return urls.filter((url) => url.startsWith('#')).map((url) => url.slice(1));
	};

	/** Takes one start tag; returns the place behind it, or undefined when it could not be read. */
	const startTag = (at: number): number | undefined => {
		startName.lastIndex = at;
		const name = startName.exec(text)?.[1];
		const isCut = text.indexOf('>', at) === -1;
		if (name === undefined) {
			if (isCut && at > text.length - 3) cutShort();
			else
				malformed(
					at,
					'dấu `<` đứng một mình. Viết `&lt;` nếu đó là chữ.',
					'a `<` stands alone. Write `&lt;` if it is text.',
				);
			return undefined;
		}
		const attributes = new Map<string, { readonly at: number; readonly value: string }>();
		let next = startName.lastIndex;
		for (;;) {
			attributeForm.lastIndex = next;
			const match = attributeForm.exec(text);
			if (!match) break;
			const [, key = '', double, single] = match;
			const raw = double ?? single ?? '';
			const place = next + match[0].search(/\S/);
			const stray = definesEntities ? undefined : strayEntity(raw);
			if (stray) {
				entity(place + match[0].trimStart().indexOf(raw) + stray.at, stray.name);
				return undefined;
			}
			if (attributes.has(key)) {
				malformed(
					place,
					`\`${shown(key)}\` được viết hai lần trong thẻ \`<${shown(name)}>\`. Xóa một lần.`,
					`\`${shown(key)}\` stands twice in the tag \`<${shown(name)}>\`. Delete one of them.`,
				);
				return undefined;
			}
			attributes.set(key, { at: place, value: decodeEntities(raw) });
			next = attributeForm.lastIndex;
		}
		tagEnd.lastIndex = next;
		const end = tagEnd.exec(text);
		if (!end) {
			if (isCut) cutShort();
			else
				malformed(
					next + Math.max(0, text.slice(next, next + 200).search(/\S/)),
					`không đọc được thẻ \`<${shown(name)}>\` ở đây. Mỗi thuộc tính phải có dạng \`tên="giá trị"\`. ${exportAgain.vi}`,
					`the tag \`<${shown(name)}>\` cannot be read here. Every attribute has the form \`name="value"\`. ${exportAgain.en}`,
				);
			return undefined;
		}
		for (const [key, { at: place, value }] of attributes)
			if (/^xmlns(:|$)/.test(key) && (/[\s<>{}|\\^`[\]]/.test(value) || !/^([a-z][a-z0-9+.-]*:|[^:]*$)/i.test(value))) {
				malformed(
					place,
					`\`${shown(key)}\` có giá trị \`${shown(value)}\`, không phải một địa chỉ. ${exportAgain.vi}`,
					`\`${shown(key)}\` is \`${shown(value)}\`, which is not an address. ${exportAgain.en}`,
				);
				return undefined;
			}
		const declared = [...attributes.keys()].filter((key) => key.startsWith('xmlns:')).map((key) => key.slice(6));
		for (const prefix of declared) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
		for (const key of [name, ...attributes.keys()]) {
			const prefix = /^([^:]*):/.exec(key)?.[1];
			if (prefix !== undefined && !prefixes.get(prefix)) {
				const fix = prefix === 'xlink' ? xlinkNamespace : '…';
				malformed(
					attributes.get(key)?.at ?? at,
					`\`${shown(key)}\` dùng tiền tố \`${shown(prefix)}:\` chưa khai báo, nên trình duyệt không hiện hình. Thêm \`xmlns:${shown(prefix)}="${fix}"\` vào thẻ \`<svg>\`, hoặc xóa \`${shown(key)}\`.`,
					`\`${shown(key)}\` has the prefix \`${shown(prefix)}:\`, which is not declared, so browsers show nothing. Add \`xmlns:${shown(prefix)}="${fix}"\` to the tag \`<svg>\`, or delete \`${shown(key)}\`.`,
				);
				return undefined;
			}
		}
		if (open.length === 0) {
			if (hasRoot) {
				malformed(
					at,
					`sau \`</svg>\` còn thẻ \`<${shown(name)}>\`. Xóa phần sau \`</svg>\`.`,
					`there is a tag \`<${shown(name)}>\` after \`</svg>\`. Delete what follows \`</svg>\`.`,
				);
				return undefined;
			}
			hasRoot = true;
			if (!root(at, name, attributes)) return undefined;
		}
		element(at, name, attributes);
		const index = elements.length - 1;
		if (end[1] === '') {
			open.push({ name, at, index, prefixes: declared });
			if (/(^|:)style$/i.test(name)) sheets.push({ at, css: '' });
			if (open.length > maxDepth) {
				add(
					at,
					'picture/huge',
					`Hình vẽ SVG lồng nhau quá ${maxDepth} lớp. ${exportAgain.vi}`,
					`The SVG drawing is nested more than ${maxDepth} levels deep. ${exportAgain.en}`,
				);
				return undefined;
			}
		} else for (const prefix of declared) prefixes.set(prefix, (prefixes.get(prefix) ?? 1) - 1);
		return tagEnd.lastIndex;
	};

	const entity = (at: number, name: string | undefined) => {
		if (name === undefined)
			malformed(at, 'dấu `&` đứng một mình. Viết `&amp;` thay cho `&`.', 'an `&` stands alone. Write `&amp;` for `&`.');
		else
			malformed(
				at,
				`không có ký hiệu \`&${shown(name)};\` trong SVG. Viết thẳng chữ đó (với \`&nbsp;\` viết \`&#160;\`).`,
				`SVG does not know \`&${shown(name)};\`. Write the letter itself (\`&#160;\` for \`&nbsp;\`).`,
			);
	};

	/** The outermost tag: a drawing at all, and of which size. */
	const root = (
		at: number,
		name: string,
		attributes: ReadonlyMap<string, { readonly at: number; readonly value: string }>,
	): boolean => {
		if (!/^([^:]+:)?svg$/.test(name)) {
			add(
				at,
				'picture/type',
				`Tệp có đuôi \`.svg\` nhưng không phải hình vẽ: thẻ đầu tiên là \`<${shown(name)}>\`. Lưu lại hình từ nguồn của nó, hoặc xuất lại từ phần mềm vẽ.`,
				`The file ends in \`.svg\` but is not a drawing: its first tag is \`<${shown(name)}>\`. Save the picture again from where it came, or export it again from the drawing program.`,
			);
			return false;
		}
		if (name !== 'svg' || attributes.get('xmlns')?.value !== svgNamespace) {
			add(
				at,
				'picture/broken',
				`Trình duyệt không hiện hình này: thẻ đầu phải bắt đầu bằng \`<svg xmlns="${svgNamespace}"\`. Thêm đoạn đó, hoặc lưu lại thành “Plain SVG”.`,
				`Browsers do not show this drawing: its first tag must start with \`<svg xmlns="${svgNamespace}"\`. Add that, or save it again as “Plain SVG”.`,
			);
			return false;
		}
		const box = (attributes.get('viewBox')?.value ?? '')
			.trim()
			.split(/[\s,]+/)
			.map(Number);
		const [, , boxWidth = 0, boxHeight = 0] = box;
		const isBoxed = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0;
		const given = ['width', 'height'].map((side) => lengthOf(attributes.get(side)?.value));
		const ratio = isBoxed ? boxHeight / boxWidth : undefined;
		const [givenWidth, givenHeight] = given;
		const width = givenWidth ?? (isBoxed ? (ratio && givenHeight ? givenHeight / ratio : boxWidth) : 0);
		const height = givenHeight ?? (isBoxed ? (ratio && givenWidth ? givenWidth * ratio : boxHeight) : 0);
		const sizeAt = attributes.get('width')?.at ?? attributes.get('viewBox')?.at ?? at;
		if (!(width >= 1 && height >= 1))
			add(
				sizeAt,
				'picture/size',
				'Hình vẽ SVG không cho biết kích thước, hoặc nhỏ hơn một điểm ảnh. Ghi vào thẻ `<svg>` một khung, ví dụ `viewBox="0 0 800 600"` (rộng 800, cao 600); `width` và `height`, nếu có, phải là số lớn hơn không.',
				'The SVG drawing does not tell its size, or is smaller than a pixel. Give the tag `<svg>` a frame, such as `viewBox="0 0 800 600"` (800 wide, 600 high); `width` and `height`, if they are there, must be numbers above zero.',
			);
		else if (width * height > maxDrawingPixels || Math.max(width, height) > maxDrawingSide)
			add(
				sizeAt,
				'picture/huge',
				`Hình vẽ SVG tự khai là ${Math.round(width)} × ${Math.round(height)} điểm ảnh, quá lớn. Giữ nguyên \`viewBox\` và ghi vào thẻ \`<svg>\` kích thước nhỏ hơn, ví dụ \`width="1600"\` và \`height\` theo đúng tỷ lệ.`,
				`The SVG drawing says that it has ${Math.round(width)} × ${Math.round(height)} pixels, which is too large. Keep its \`viewBox\` and give the tag \`<svg>\` a smaller size, such as \`width="1600"\` and a \`height\` in proportion.`,
			);
		return true;
	};

	const element = (
		at: number,
		name: string,
		attributes: ReadonlyMap<string, { readonly at: number; readonly value: string }>,
	) => {
		const local = name.slice(name.indexOf(':') + 1).toLowerCase();
		if (activeElements.has(local))
			active(
				at,
				local === 'script'
					? 'Hình vẽ SVG chứa mã lệnh (thẻ `<script>`).'
					: `Hình vẽ SVG chứa thẻ \`<${shown(name)}>\`, có thể chạy mã hoặc tải trang khác.`,
				local === 'script'
					? 'The SVG drawing holds code (a tag `<script>`).'
					: `The SVG drawing holds a tag \`<${shown(name)}>\`, which can run code or load other pages.`,
			);
		const refs: string[] = [];
		for (const [key, { at: place, value }] of attributes) {
			const part = key.slice(key.indexOf(':') + 1).toLowerCase();
			if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
			if (/^on/i.test(key))
				active(
					place,
					`Hình vẽ SVG chứa mã lệnh (thuộc tính \`${shown(key)}\`).`,
					`The SVG drawing holds code (the attribute \`${shown(key)}\`).`,
				);
			else if (runsCode(value))
				active(
					place,
					`\`${shown(key)}\` của hình vẽ SVG chứa mã lệnh: \`${shown(value)}\`.`,
					`\`${shown(key)}\` of the SVG drawing holds code: \`${shown(value)}\`.`,
				);
			else if (part === 'attributename' && /^(\w+:)?href$|^on/i.test(value.trim()))
				active(
					place,
					`Hình vẽ SVG tự đổi \`${shown(value)}\` khi đang hiện, có thể để chạy mã.`,
					`The SVG drawing changes \`${shown(value)}\` while it is shown, which can run code.`,
				);
			else if (key === 'xml:base') judgeReference(place, value);
			else if (part === 'href' || part === 'src') {
				judgeReference(place, value);
				if (value.trim().startsWith('#')) refs.push(value.trim().slice(1));
			} else if (/url\(|\\|@import/i.test(value)) refs.push(...judgeStyle(place, value));
		}
		const id = attributes.get('id')?.value ?? '';
		const index = elements.length;
		if (id !== '' && !byId.has(id)) byId.set(id, index);
		const classes = (attributes.get('class')?.value ?? '').split(/\s+/).filter(Boolean);
		elements.push({ name: local, tokens: ['*', local, id, ...classes], children: [], refs });
		const parent = open.at(-1);
		if (parent) elements[parent.index]?.children.push(index);
	};

	/** Place behind a document type; quotes, comments and brackets in it may hold `>`. */
	const doctypeEnd = (from: number): number | undefined => {
		let isInside = false;
		for (let at = from; at < text.length; at += 1) {
			const sign = text[at] ?? '';
			const mark = sign === '"' || sign === "'" ? sign : text.startsWith('<!--', at) ? '-->' : undefined;
			if (mark !== undefined) {
				const end = text.indexOf(mark, at + 1);
				if (end === -1) return undefined;
				at = end + mark.length - 1;
			} else if (sign === '[') isInside = true;
			else if (sign === ']') isInside = false;
			else if (sign === '>' && !isInside) return at + 1;
		}
		return undefined;
	};
	const doctype = (at: number): number | undefined => {
		const end = doctypeEnd(at + 9);
		const whole = text.slice(at, end);
		const entityAt = whole.search(/<!ENTITY/i);
		if (entityAt >= 0) {
			definesEntities = true;
			add(
				at + entityAt,
				'picture/huge',
				`Hình vẽ SVG định nghĩa ký hiệu riêng (\`<!ENTITY\`), có thể phình ra rất lớn khi mở. ${exportAgain.vi}`,
				`The SVG drawing defines entities of its own (\`<!ENTITY\`), which can swell beyond measure when it is opened. ${exportAgain.en}`,
			);
		} else if (!publicDoctype.test(whole))
			add(
				at,
				'picture/active',
				'Hình vẽ SVG có dòng `<!DOCTYPE …>`, có thể gọi tệp bên ngoài. Xóa cả dòng đó; hình vẫn như cũ.',
				'The SVG drawing has a line `<!DOCTYPE …>`, which can call in files from outside. Delete the whole line; the drawing stays the same.',
			);
		if (end === undefined) cutShort();
		return end;
	};

	/** Judges a line `<?…?>`; false when it cannot stand where it does. */
	const judgeInstruction = (at: number, whole: string): boolean => {
		instructionForm.lastIndex = 0;
		const name = instructionForm.exec(whole)?.[1];
		if (name === undefined || (name.toLowerCase() === 'xml' && (at > 0 || !declarationForm.test(whole)))) {
			malformed(
				at,
				`không đọc được dòng \`${shown(whole.slice(0, 40))}\`. Dòng đó phải đứng ngay đầu tệp và viết đúng là \`<?xml version="1.0" encoding="UTF-8"?>\`; sửa lại, hoặc xóa dòng này.`,
				`the line \`${shown(whole.slice(0, 40))}\` cannot be read. It must be the very first of the file, written as \`<?xml version="1.0" encoding="UTF-8"?>\`; correct it, or delete it.`,
			);
			return false;
		}
		const encoding = name === 'xml' ? /encoding[ \t\n]*=[ \t\n]*["']([\w.-]*)/.exec(whole)?.[1] : undefined;
		const isPlainAscii = /^(us-ascii|iso-8859-\d+|windows-125\d)$/i.test(encoding ?? '') && !/[^\0-\x7f]/.test(text);
		if (encoding !== undefined && !/^utf-8$/i.test(encoding) && !isPlainAscii) {
			add(
				at,
				'picture/broken',
				`Hình vẽ SVG ghi mã chữ \`${shown(encoding)}\` nhưng tệp được lưu bằng UTF-8. Sửa thành \`encoding="UTF-8"\`.`,
				`The SVG drawing says that its encoding is \`${shown(encoding)}\`, but the file is saved as UTF-8. Change it to \`encoding="UTF-8"\`.`,
			);
			return false;
		}
		return true;
	};
	const control = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
	/** Walks through the whole text; true when it came to its end as XML should. */
	const scan = (): boolean => {
		if (control >= 0) {
			malformed(
				control,
				`có ký tự điều khiển \`${shown(text.charAt(control))}\` không được phép. ${exportAgain.vi}`,
				`there is a control sign \`${shown(text.charAt(control))}\`, which is not allowed. ${exportAgain.en}`,
			);
			return false;
		}
		let at = 0;
		while (at < text.length) {
			if (faults.length >= maxFaultsPerDrawing) return false;
			const sheet = open.length > 0 && /(^|:)style$/i.test(open.at(-1)?.name ?? '') ? sheets.at(-1) : undefined;
			const closing = (mark: string, from: number): number | undefined => {
				const end = text.indexOf(mark, from);
				if (end === -1) cutShort();
				return end === -1 ? undefined : end + mark.length;
			};
			let next: number | undefined;
			if (!text.startsWith('<', at)) {
				const end = text.indexOf('<', at);
				next = end === -1 ? text.length : end;
				const words = text.slice(at, next);
				if (open.length === 0 && words.trim() !== '') {
					malformed(
						at + words.search(/\S/),
						`có chữ nằm ngoài thẻ \`<svg>\`: \`${shown(words.trim().slice(0, 40))}\`. Xóa đoạn này.`,
						`there is text outside of the tag \`<svg>\`: \`${shown(words.trim().slice(0, 40))}\`. Delete it.`,
					);
					return false;
				}
				const close = words.indexOf(']]>');
				if (close >= 0) {
					malformed(
						at + close,
						'dấu `]]>` đứng một mình. Viết `]]&gt;`, hoặc xóa đi.',
						'a `]]>` stands alone. Write `]]&gt;`, or delete it.',
					);
					return false;
				}
				const stray = definesEntities ? undefined : strayEntity(words);
				if (stray) {
					entity(at + stray.at, stray.name);
					return false;
				}
				if (sheet) sheet.css += decodeEntities(words);
			} else if (text.startsWith('<!--', at)) {
				next = closing('-->', at + 4);
				if (next !== undefined && text.slice(at + 4, next - 2).includes('--')) {
					malformed(
						at,
						'trong lời chú `<!-- … -->` không được có hai gạch `--`. Xóa lời chú này.',
						'a comment `<!-- … -->` must not hold two hyphens `--`. Delete the comment.',
					);
					return false;
				}
			} else if (text.startsWith('<![CDATA[', at) && open.length > 0) {
				next = closing(']]>', at + 9);
				if (sheet && next !== undefined) sheet.css += text.slice(at + 9, next - 3);
			} else if (text.startsWith('<?', at)) {
				if (/^<\?xml-stylesheet/i.test(text.slice(at, at + 16)))
					active(
						at,
						'Hình vẽ SVG gọi một tệp kiểu chữ, màu từ bên ngoài (`<?xml-stylesheet`).',
						'The SVG drawing calls in a style sheet from outside (`<?xml-stylesheet`).',
					);
				next = closing('?>', at + 2);
				if (next === undefined || !judgeInstruction(at, text.slice(at, next))) return false;
			} else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
				next = doctype(at);
				if (next === undefined) return false;
			} else if (text.startsWith('</', at)) {
				endTag.lastIndex = at;
				const name = endTag.exec(text)?.[1];
				const last = open.pop();
				if (name === undefined && text.indexOf('>', at) === -1) {
					cutShort();
					return false;
				}
				if (name === undefined || last?.name !== name) {
					malformed(
						at,
						last
							? `thẻ \`<${shown(last.name)}>\` chưa đóng trước chỗ này. Thêm \`</${shown(last.name)}>\`. ${exportAgain.vi}`
							: `thẻ đóng ở đây không có thẻ mở. ${exportAgain.vi}`,
						last
							? `the tag \`<${shown(last.name)}>\` is not closed before this place. Add \`</${shown(last.name)}>\`. ${exportAgain.en}`
							: `the closing tag here has no opening one. ${exportAgain.en}`,
					);
					return false;
				}
				for (const prefix of last.prefixes) prefixes.set(prefix, (prefixes.get(prefix) ?? 1) - 1);
				next = endTag.lastIndex;
			} else next = startTag(at);
			if (next === undefined) return false;
			at = next;
		}
		if (open.length > 0 || !hasRoot) cutShort();
		return open.length === 0 && hasRoot;
	};

	const isWhole = scan();
	const byToken = new Map<string, string[]>();
	for (const { at, css } of sheets) {
		judgeStyle(at, css);
		for (const rule of unescapeCss(css).split('}')) {
			const brace = rule.lastIndexOf('{');
			const refs = urlsIn(rule.slice(brace + 1)).filter((url) => url.startsWith('#'));
			if (brace === -1 || refs.length === 0) continue;
			const selector = rule.slice(rule.lastIndexOf('{', brace - 1) + 1, brace);
			for (const token of /[[:*]/.test(selector) ? ['*'] : (selector.match(/[\w-]+/g) ?? [])) {
				const known = byToken.get(token) ?? [];
				byToken.set(token, known);
				for (const url of refs) known.push(url.slice(1));
			}
		}
	}
	if (isWhole && drawnElements(elements, byId, byToken) > maxDrawn)
		add(
			0,
			'picture/huge',
			`Hình vẽ SVG lặp lại chính nó quá nhiều lần (hơn ${maxDrawn.toLocaleString('vi')} nét) hoặc dùng quá nhiều hiệu ứng, máy người đọc sẽ treo. ${exportAgain.vi}`,
			`The SVG drawing repeats itself too often (more than ${maxDrawn.toLocaleString('en')} shapes) or has too many effects; readers’ devices would hang. ${exportAgain.en}`,
		);
	return faults;
}

/** Pixels of a length with a unit as the renderer reckons them; undefined when it is left to the frame, 0 when it is wrong. */
function lengthOf(value: string | undefined): number | undefined {
	const [, number = '', unit = ''] = /^\s*([-+]?\d*\.?\d+(?:e[-+]?\d+)?)\s*([a-z]*|%)\s*$/i.exec(value ?? '') ?? [];
	const pixels = pixelsPer[unit.toLowerCase()];
	return number === '' || pixels === undefined ? undefined : Math.max(0, Number(number) * pixels);
}

/** How many elements a renderer meets when it follows every reference; circles are counted once. */
function drawnElements(
	elements: readonly DrawnElement[],
	byId: ReadonlyMap<string, number>,
	byToken: ReadonlyMap<string, readonly string[]>,
): number {
	const cost = new Map<number, number>();
	let followed = 0;
	const partsOf = ({ children, refs, tokens }: DrawnElement) => {
		const parts = [
			...children,
			...[...refs, ...tokens.flatMap((token) => byToken.get(token) ?? [])]
				.map((id) => byId.get(id))
				.filter((index) => index !== undefined),
		];
		followed += parts.length;
		return parts;
	};
	// An explicit stack: chains of references can be longer than the call stack.
	const stack = [{ index: 0, parts: elements[0] ? partsOf(elements[0]) : [], next: 0, sum: 0 }];
	const entered = new Set([0]);
	for (let top = stack.at(-1); top; top = stack.at(-1)) {
		if (followed > maxFollowed) return followed;
		const part = top.parts[top.next];
		if (part === undefined) {
			const total = Math.min(1e12, top.sum + (drawingCost[elements[top.index]?.name ?? ''] ?? 1));
			cost.set(top.index, total);
			stack.pop();
			const above = stack.at(-1);
			if (above) above.sum = Math.min(1e12, above.sum + total);
			continue;
		}
		top.next += 1;
		const known = cost.get(part);
		const element = elements[part];
		if (known !== undefined) top.sum = Math.min(1e12, top.sum + known);
		else if (element && !entered.has(part)) {
			entered.add(part);
			stack.push({ index: part, parts: partsOf(element), next: 0, sum: 0 });
		}
	}
	return cost.get(0) ?? 0;
}

// ---- Photographs ---------------------------------------------------------------------------------------------------

/** What a file really is, by its first bytes: an ending in our spelling, `html`, `zip`, `pdf`, `lfs`, or undefined. */
function typeOf(head: Buffer): string | undefined {
	const ascii = head.toString('latin1', 0, 64);
	if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (ascii.startsWith('\xff\xd8\xff')) return 'jpg';
	if (/^GIF8[79]a/.test(ascii)) return 'gif';
	if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
	if (ascii.slice(4, 8) === 'ftyp') {
		const brands = ascii.slice(8, Math.min(64, head.length >= 4 ? head.readUInt32BE(0) : 0));
		if (/avi[fs]/.test(brands)) return 'avif';
		if (/hei[cxms]|hev[cxms]|mif1|msf1/.test(brands)) return 'heic';
		return undefined;
	}
	if (/^(II[*+]\0|MM\0[*+])/.test(ascii)) return 'tif';
	if (ascii.startsWith('8BPS')) return 'psd';
	if (ascii.startsWith('BM')) return 'bmp';
	if (ascii.startsWith('\0\0\x01\0')) return 'ico';
	if (ascii.startsWith('\xff\x0a') || ascii.startsWith('\0\0\0\x0cJXL ')) return 'jxl';
	if (ascii.startsWith('\0\0\0\x0cjP  ')) return 'jp2';
	if (ascii.startsWith('\x1f\x8b')) return 'svgz';
	if (ascii.startsWith('%PDF')) return 'pdf';
	if (ascii.startsWith('PK\x03\x04')) return 'zip';
	if (ascii.startsWith('version https://git-lfs')) return 'lfs';
	const text = head
		.toString('utf8')
		.replace(/^\ufeff/, '')
		.trimStart();
	if (!text.startsWith('<')) return undefined;
	if (/<([\w-]+:)?svg[\s>/]/i.test(text) && !/<html[\s>]/i.test(text.split(/<svg/i)[0] ?? '')) return 'svg';
	return /<(!doctype\s+html|html|head|body)[\s>]/i.test(text) ? 'html' : undefined;
}

/** True when photo data (TIFF inside EXIF) name a latitude. */
function namesPosition(exif: Buffer): boolean {
	try {
		const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
		const isLittle = tiff.toString('latin1', 0, 2) === 'II';
		const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
		const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
		const find = (folder: number, tag: number): number | undefined => {
			const count = short(folder);
			for (let item = 0; item < count; item += 1) {
				const at = folder + 2 + item * 12;
				if (short(at) === tag) return long(at + 8);
			}
			return undefined;
		};
		const gps = find(long(4), 0x88_25);
		const latitude = gps === undefined ? undefined : find(gps, 2);
		// Phones without a fix write zeros.
		return latitude !== undefined && tiff.subarray(latitude, latitude + 24).some((byte) => byte !== 0);
	} catch {
		return false;
	}
}

const saveAs: Say = {
	vi: 'Mở hình bằng Paint (Windows) hoặc Preview (Mac), chọn “Save as” / “Xuất”: ảnh chụp lưu thành JPEG (`.jpg`), hình vẽ hay ảnh màn hình lưu thành PNG (`.png`).',
	en: 'Open it in Paint (Windows) or Preview (Mac) and choose “Save as” / “Export”: JPEG (`.jpg`) for photographs, PNG (`.png`) for drawings and screenshots.',
};
/** How to make a picture that can be published out of one that cannot, where saving again is not the whole answer. */
const conversions: Readonly<Record<string, Say>> = {
	gif: {
		vi: `${saveAs.vi} Hình GIF động sẽ thành hình tĩnh; nếu cần phần động, đăng thành video và dẫn liên kết.`,
		en: `${saveAs.en} An animation becomes a still; if the movement matters, publish it as a film and link to it.`,
	},
	heic: {
		vi: `Đây là ảnh iPhone. ${saveAs.vi} Để lần sau máy chụp thành JPEG: Cài đặt → Camera → Định dạng → Tương thích nhất.`,
		en: `This is how iPhones save photographs. ${saveAs.en} To get JPEG from the phone: Settings → Camera → Formats → Most Compatible.`,
	},
	psd: {
		vi: 'Mở hình bằng phần mềm đã tạo ra nó, chọn “Export” / “Xuất” thành PNG hoặc JPEG.',
		en: 'Open it in the program that made it and export it as PNG or JPEG.',
	},
	svgz: {
		vi: 'Mở hình bằng Inkscape và lưu thành “Plain SVG” (`.svg`).',
		en: 'Open it in Inkscape and save it as “Plain SVG” (`.svg`).',
	},
	pdf: {
		vi: 'Đây là văn bản PDF. Chụp hoặc xuất trang cần dùng thành PNG; nếu muốn dẫn cả văn bản, ghi liên kết vào documents.yaml.',
		en: 'This is a PDF document. Export the page as PNG; to cite the whole document, put its link into documents.yaml.',
	},
	html: {
		vi: 'Đây là một trang web, không phải hình: có lẽ khi tải về, máy đã lưu trang báo lỗi. Tải lại hình từ nguồn.',
		en: 'This is a web page, not a picture: probably an error page was saved in its place. Download the picture again.',
	},
	zip: {
		vi: 'Đây là tệp nén hoặc tệp văn phòng (Word, PowerPoint). Giải nén, hoặc lấy hình trong đó ra rồi lưu riêng.',
		en: 'This is an archive or an office file (Word, PowerPoint). Unpack it, or take the picture out and save it by itself.',
	},
};
for (const [ending, like] of [
	['ai', 'psd'],
	['eps', 'psd'],
] as const)
	Object.assign(conversions, { [ending]: conversions[like] });

const rightName = (name: string, ending: string) => `${name.replace(/\.[^.]+$/, '')}.${ending}`;
const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Picture types that `sharp` as installed can decode. */
const decodable = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'tif']);

async function readStart(file: string, length: number): Promise<Buffer> {
	const handle = await open(file, 'r');
	try {
		const buffer = Buffer.alloc(length);
		let filled = 0;
		while (filled < length) {
			const { bytesRead } = await handle.read(buffer, filled, length - filled, filled);
			if (bytesRead === 0) break;
			filled += bytesRead;
		}
		return buffer.subarray(0, filled);
	} finally {
		await handle.close();
	}
}

/** Judges one picture; `later` postpones the decoding of large ones, so that they come one by one. */
async function judge(
	file: string,
	path: string,
	size: number,
	later: <T>(pixels: number, decode: () => Promise<T>) => Promise<T>,
): Promise<Judgement> {
	const name = baseName(path);
	const quoted = `\`${shown(name)}\``;
	const faults: PictureFault[] = [];
	const add = (code: Code, vi: string, en: string, severity: Severity = 'error') =>
		faults.push({ line: 1, column: 1, code, severity, say: { vi, en } });
	const broken = () => {
		add(
			'picture/broken',
			`Hình ${quoted} bị hỏng hoặc bị cắt cụt, không mở được đến hết. Chép lại tệp gốc (từ máy ảnh, người gửi, trang nguồn), mở thử trên máy, rồi thay tệp này.`,
			`The picture ${quoted} is damaged or cut short and cannot be opened to its end. Copy the original again (from the camera, the sender, the source), try to open it, then replace this file.`,
		);
		return { faults };
	};
	const ending = endingOf(name);
	if (size === 0) {
		add(
			'picture/broken',
			`Hình ${quoted} là tệp rỗng (0 byte). Chép lại tệp gốc, hoặc xóa tệp này.`,
			`The picture ${quoted} is an empty file (0 bytes). Copy the original again, or delete this file.`,
		);
		return { faults };
	}
	const head = await readStart(file, Math.min(size, 4096));
	const actual = typeOf(head);
	if (!published.includes(ending)) {
		const isNamedWrong = actual !== undefined && published.includes(actual);
		const how = isNamedWrong
			? {
					vi: `Bên trong là hình \`.${actual}\`: đổi tên tệp thành \`${shown(rightName(name, actual))}\`, và sửa tên đó trong bài.`,
					en: `Inside it is a \`.${actual}\` picture: rename the file to \`${shown(rightName(name, actual))}\`, and correct the name in the text.`,
				}
			: (conversions[ending] ?? saveAs);
		add(
			'picture/format',
			`Trang không đăng được hình loại \`.${shown(ending)}\` (${quoted}). ${how.vi} Các loại đăng được: ${published.join(', ')}.`,
			`The site does not publish \`.${shown(ending)}\` pictures (${quoted}). ${how.en} It publishes: ${published.join(', ')}.`,
		);
		return { faults };
	}
	if (actual === 'lfs') {
		add(
			'picture/broken',
			`Tệp ${quoted} chỉ là mẩu giấy hẹn của Git LFS, hình thật chưa được tải về. Nhờ người quản trị chạy \`git lfs pull\`, hoặc chép hình thật vào đây.`,
			`The file ${quoted} is only a placeholder of Git LFS; the picture itself was not downloaded. Ask the administrator to run \`git lfs pull\`, or copy the real picture here.`,
		);
		return { faults };
	}
	if (size > maxBytes) {
		const megabytes = Math.ceil(size / megabyte);
		add(
			'picture/huge',
			`Hình ${quoted} nặng ${megabytes} MB; nhiều nhất là 25 MB. Thu nhỏ còn khoảng 3000 điểm ảnh bề ngang rồi lưu lại thành JPEG.`,
			`The picture ${quoted} has ${megabytes} MB; 25 MB is the most. Scale it down to about 3000 pixels across and save it again as JPEG.`,
		);
		return { faults };
	}
	const wrongType = () => {
		if (actual === undefined || actual === ending) return;
		const how = published.includes(actual)
			? {
					vi: `Đổi tên tệp thành \`${shown(rightName(name, actual))}\`, và sửa tên đó trong bài.`,
					en: `Rename the file to \`${shown(rightName(name, actual))}\`, and correct the name in the text.`,
				}
			: (conversions[actual] ?? saveAs);
		add(
			'picture/type',
			`Tệp ${quoted} có đuôi \`.${ending}\` nhưng bên trong là \`.${actual}\`. ${how.vi}`,
			`The file ${quoted} ends in \`.${ending}\` but inside it is \`.${actual}\`. ${how.en}`,
		);
	};
	if (ending === 'svg' && (actual === 'svg' || actual === undefined)) {
		if (size > maxDrawingBytes)
			add(
				'picture/huge',
				`Hình vẽ SVG ${quoted} nặng ${Math.ceil(size / 1000)} KB; nhiều nhất là 300 KB. Bỏ bớt chi tiết, lưu thành “Optimized SVG” trong Inkscape, hoặc xuất thành PNG.`,
				`The SVG drawing ${quoted} has ${Math.ceil(size / 1000)} KB; 300 KB is the most. Leave out details, save it as “Optimized SVG” in Inkscape, or export it as PNG.`,
			);
		if (size > maxScannedBytes) return { faults };
		const bytes = await readStart(file, size);
		let text: string;
		try {
			text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		} catch {
			add(
				'picture/broken',
				`Hình vẽ SVG ${quoted} không phải mã UTF-8, hoặc không phải hình vẽ. ${exportAgain.vi}`,
				`The SVG drawing ${quoted} is not UTF-8, or not a drawing at all. ${exportAgain.en}`,
			);
			return { faults };
		}
		faults.push(...drawingFaults(text));
		return { faults };
	}
	if (actual === undefined) return broken();
	if (!decodable.has(actual)) {
		wrongType();
		return { faults };
	}

	const bytes = await readStart(file, size);
	let seen: Awaited<ReturnType<ReturnType<typeof sharp>['metadata']>>;
	try {
		// The header alone is read here, so a size that cannot be held in memory does no harm.
		seen = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
	} catch {
		return broken();
	}
	const width = seen.autoOrient.width;
	const height = seen.autoOrient.height;
	const pixels = width * height;
	if (pixels > maxMegapixels * 1e6) {
		wrongType();
		add(
			'picture/huge',
			`Hình ${quoted} có ${width} × ${height} điểm ảnh (${Math.round(pixels / 1e6)} triệu); nhiều nhất là ${maxMegapixels} triệu. Thu nhỏ còn khoảng 3000 điểm ảnh bề ngang.`,
			`The picture ${quoted} has ${width} × ${height} pixels (${Math.round(pixels / 1e6)} million); ${maxMegapixels} million is the most. Scale it down to about 3000 pixels across.`,
		);
		return { faults };
	}
	// A WebP file tells its own length; its decoder is content with the first frame.
	if (actual === 'webp' && bytes.length >= 8 && bytes.readUInt32LE(4) + 8 > bytes.length + 1) return broken();
	try {
		await later(pixels, () =>
			sharp(bytes, { failOn: 'error', limitInputPixels: decodeLimit, sequentialRead: true })
				.timeout({ seconds: 60 })
				.resize(16, 16, { fit: 'fill' })
				.raw()
				.toBuffer(),
		);
	} catch {
		return broken();
	}
	wrongType();
	if (isAnimated(bytes, actual, seen.pages))
		add(
			'picture/format',
			`Hình ${quoted} là hình động; trang chỉ đăng hình tĩnh và sẽ chỉ hiện hình đầu tiên. ${saveAs.vi} Nếu cần phần động, đăng thành video và dẫn liên kết.`,
			`The picture ${quoted} is an animation; the site publishes stills and would show its first picture only. ${saveAs.en} If the movement matters, publish it as a film and link to it.`,
		);
	const hidden = hiddenFile(bytes, actual);
	if (hidden !== undefined)
		add(
			'picture/active',
			`Sau phần hình, tệp ${quoted} còn giấu một tệp khác (${hidden}). ${saveAs.vi} Rồi thay tệp này.`,
			`Behind its picture the file ${quoted} hides another file (${hidden}). ${saveAs.en} Then replace this file.`,
		);
	if (Math.max(width, height) <= tinySide)
		add(
			'picture/small',
			`Hình ${quoted} chỉ có ${width} × ${height} điểm ảnh, không ai nhìn thấy gì. Thay bằng hình thật, hoặc xóa tệp và chỗ nhắc đến nó.`,
			`The picture ${quoted} has only ${width} × ${height} pixels, in which nobody sees anything. Put the real picture in its place, or delete the file and what names it.`,
			'warning',
		);
	if ((height * Math.min(width, widestVersion)) / width > maxSide)
		add(
			'picture/huge',
			`Hình ${quoted} quá dài và hẹp (${width} × ${height} điểm ảnh). Cắt thành nhiều hình ngắn hơn.`,
			`The picture ${quoted} is too long and narrow (${width} × ${height} pixels). Cut it into several shorter ones.`,
		);
	if ((seen.exif && namesPosition(seen.exif)) || seen.xmp?.includes('GPSLatitude'))
		add(
			'picture/private',
			`Trong hình ${quoted} có ghi vị trí nơi chụp. Trang không đăng thông tin này, nhưng tệp gốc nằm trong kho chung, ai lấy được kho đều xem được. Để xóa: trên Windows bấm chuột phải vào tệp → Properties → Details → “Remove Properties and Personal Information”; trên Mac mở bằng Preview → Tools → Show Inspector → GPS → “Remove Location Info”.`,
			`The picture ${quoted} tells the place where it was taken. The site does not publish this, but the original lies in the repository, where others can read it. To remove it: on Windows right-click the file → Properties → Details → “Remove Properties and Personal Information”; on a Mac open it in Preview → Tools → Show Inspector → GPS → “Remove Location Info”.`,
			'warning',
		);
	return { faults, width };
}

// ---- The whole folder ----------------------------------------------------------------------------------------------

/** What was found in files that have not changed since: the preview checks the folder after every keystroke saved. */
const judged = new Map<string, { readonly stamp: string; readonly judgement: Judgement }>();

/** True when a text names the file, as itself or as it is written in addresses. */
function mentions(text: string, name: string): boolean {
	for (const form of new Set([name, encodeURI(name.replace(/\p{Cs}/gu, ''))]))
		for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
			// `old-cover.png` does not name `cover.png`.
			if (at === 0 || !/[\p{L}\p{N}_.-]/u.test(text[at - 1] ?? '')) return true;
	return false;
}

/** Pictures that are judged in this thread: one of their own takes a tenth of a second to get ready. */
const fewPictures = 60;

/**
 * Judges pictures one by one; one picture at a time per core is in memory.
 *
 * @param root - Real path of the content folder.
 * @param pictures - Paths from there. What leads out of it is left out of the result.
 */
export async function judgePictures(
	root: string,
	pictures: readonly string[],
): Promise<ReadonlyMap<string, Judgement>> {
	const judgements = new Map<string, Judgement>();

	let lastLarge: Promise<unknown> = Promise.resolve();
	const later = <T>(pixels: number, decode: () => Promise<T>): Promise<T> => {
		if (pixels < largePixels) return decode();
		const turn = lastLarge.then(decode, decode);
		lastLarge = turn.catch(() => undefined);
		return turn;
	};
	const judgeAt = async (path: string): Promise<Judgement | undefined> => {
		const file = await realpath(join(root, path)).catch(() => undefined);
		// Links that lead nowhere or out of the folder are told by `checkPlaces`.
		if (file === undefined || !file.startsWith(root + sep)) return undefined;
		try {
			const found = await stat(file);
			if (!found.isFile()) return undefined;
			const { size, mtimeMs, ctimeMs, ino } = found;
			const key = join(root, path);
			const stamp = [size, mtimeMs, ctimeMs, ino].join(' ');
			const known = judged.get(key);
			if (known?.stamp === stamp) return known.judgement;
			const judgement = await judge(file, path, size, later);
			judged.set(key, { stamp, judgement });
			return judgement;
		} catch {
			const quoted = `\`${shown(baseName(path))}\``;
			const say = {
				vi: `Không mở được hình ${quoted}. Kiểm tra quyền đọc của tệp, hoặc chép lại tệp gốc.`,
				en: `The picture ${quoted} cannot be opened. Check who may read the file, or copy the original again.`,
			};
			return { faults: [{ line: 1, column: 1, code: 'picture/broken', severity: 'error', say }] };
		}
	};
	const queue = [...pictures];
	const work = async (): Promise<void> => {
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			const judgement = await judgeAt(path);
			if (judgement) judgements.set(path, judgement);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
	return judgements;
}

// At once: whoever asks goes on with rules that leave this thread no time to wait for anything, and the other is to start before.
function realRoot(root: string): string {
	try {
		return realpathSync(root);
	} catch {
		return root;
	}
}

/** Judges pictures in a thread of its own, so that the rules about texts need not wait. */
async function judgeApart(root: string, pictures: readonly string[]): Promise<ReadonlyMap<string, Judgement>> {
	const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { workerData: { root, pictures } });
	try {
		return ((await once(worker, 'message')) as [ReadonlyMap<string, Judgement>])[0];
	} finally {
		await worker.terminate();
	}
}

/**
 * Pictures beside texts and in `look/`: readable to their end, of the type and size that can be published, without code,
 * without a position, and used.
 *
 * @param folder - As read; bytes are read from its `root`, never through a link that leaves it.
 * @param folderName - Name of the content folder, for messages.
 * @returns Problems in no order. Never throws; one picture at a time per core is in memory.
 */
export async function checkPictures(folder: ContentFolder, folderName: string): Promise<Problem[]> {
	const problems: Problem[] = [];
	const add = (path: string, { line, column, code, severity, say }: PictureFault) =>
		problems.push({ file: `${folderName}/${path}`, line, column, code, severity, say });
	const root = realRoot(folder.root);
	const pictures = [
		...dueEntries(folder).flatMap((entry) => entry.files.filter(isPictureName).map((name) => `${entry.path}/${name}`)),
		...folder.lookFiles.filter(isPictureName).map((name) => `look/${name}`),
	];
	const judgements = await (pictures.length < fewPictures ? judgePictures : judgeApart)(root, pictures);
	for (const [path, { faults }] of judgements) for (const fault of faults) add(path, fault);

	const unused = (path: string, place: Say) =>
		add(path, {
			line: 1,
			column: 1,
			code: 'picture/unused',
			severity: 'warning',
			say: {
				vi: `Không nơi nào nhắc đến hình \`${shown(baseName(path))}\`. ${place.vi}, hoặc xóa tệp này.`,
				en: `Nothing names the picture \`${shown(baseName(path))}\`. ${place.en}, or delete the file.`,
			},
		});
	const isPublished = (name: string) => published.includes(endingOf(name));
	for (const entry of dueEntries(folder)) {
		const names = entry.files.filter(isPictureName);
		if (names.length === 0) continue;
		for (const text of entry.texts.values()) {
			const cover = (text.frontMatter.data as { cover?: unknown } | null | undefined)?.cover;
			const path = typeof cover === 'string' ? `${entry.path}/${cover.replace(/^\.\//, '')}` : '';
			const width = judgements.get(path)?.width;
			if (width !== undefined && width < smallestCover)
				add(path, {
					line: 1,
					column: 1,
					code: 'picture/small',
					severity: 'warning',
					say: {
						vi: `Hình đầu bài \`${shown(baseName(path))}\` chỉ rộng ${width} điểm ảnh, sẽ bị mờ. Dùng hình rộng ít nhất ${smallestCover} điểm ảnh, tốt nhất là 1600.`,
						en: `The cover \`${shown(baseName(path))}\` is only ${width} pixels wide and will look blurred. Use one at least ${smallestCover} pixels wide, best 1600.`,
					},
				});
		}
		// A text that could not be read may name any of them.
		const isUnread = folder.faults.some(({ file }) => file.startsWith(`${entry.path}/`));
		if (isUnread || entry.texts.size === 0) continue;
		const texts = [...entry.texts.values()].map(({ path }) => (folder.typed.get(path) ?? '').normalize('NFC'));
		for (const name of names.filter(isPublished))
			// A name in other letters is told where it stands, with the right one.
			if (
				!texts.some((text) => mentions(text, name.normalize('NFC'))) &&
				!texts.some((text) => mentions(text.toLowerCase(), name.normalize('NFC').toLowerCase()))
			)
				unused(`${entry.path}/${name}`, {
					vi: `Ghi nó vào bài (\`cover: ./${shown(name)}\` ở đầu bài, hoặc \`![lời tả](./${shown(name)})\`)`,
					en: `Name it in the text (\`cover: ./${shown(name)}\` at the head, or \`![what is to be seen](./${shown(name)})\`)`,
				});
	}
	if (!folder.faults.some(({ file }) => file === 'look/look.yaml')) {
		const registers = ['look/look.yaml', 'site.yaml'].map((file) => (folder.typed.get(file) ?? '').normalize('NFC'));
		for (const name of folder.lookFiles.filter(isPictureName).filter(isPublished))
			if (!registers.some((text) => mentions(text, baseName(name).normalize('NFC'))))
				unused(`look/${name}`, {
					vi: 'Ghi tên nó vào look/look.yaml',
					en: 'Name it in look/look.yaml',
				});
	}
	return problems;
}
