import { dueEntries, type ContentFolder, type EntryFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content, ContentEntry } from '#schema/content.ts';
import { kinds, type Kind } from '#schema/entry.ts';
import { own } from '#schema/introspect.ts';
import { componentUses, foldToId, plainText } from '#schema/parts.ts';
import { folded, localeWords, phaseWords } from './known-names.ts';
import { missingPicture } from './pictures.ts';
import { nearest } from './shape.ts';

type Say = Problem['say'];
type Add = (file: string, place: Place, code: Code, say: Say, severity?: Severity) => void;

/** Longer names are cut by some systems when the site is packed, and nobody types them. */
const longestName = 80;
/** Names that Windows keeps for devices: a folder of that name cannot be copied to such a computer. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Words that say nothing of a picture. */
const emptyAlt =
	/^(?:(?:hình|ảnh|hình ảnh|tranh|bức ảnh|minh họa|ảnh bìa|cover|image|picture|photo|img)[\s\d]*|[^\s]+\.(?:svg|png|jpe?g|webp|avif|gif))$/iu;
/** Where points of a site of Việt Nam can lie, its islands included. */
const vietnam = { south: 6, north: 24, west: 101, east: 118 } as const;
/** Letters that no other language of the region writes. */
const vietnameseLetters = /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9àáãèéìíĩòóõùúũýÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝ]/u;

const start: Place = { line: 1, column: 1 };
const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

const adder =
	(problems: Problem[], folderName: string): Add =>
	(file, { line, column }, code, say, severity = 'error') =>
		problems.push({ file: `${folderName}/${file}`, line, column, code, severity, say });

/** Names of folders and files, and what an entry must have besides its shape. */
export function checkEntries(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const add = adder(problems, folderName);
	const raw = new Map(dueEntries(folder).map((entry) => [entry.path, entry]));
	for (const entry of dueEntries(folder)) {
		checkNames(entry, folder, content, add);
		checkKind(entry, content, add);
	}
	for (const entry of content.entries) {
		const found = raw.get(entry.path);
		if (found) checkEntry(entry, found, content, add);
	}
	return problems;
}

// ——— Names of folders and files ———

function checkNames(entry: EntryFolder, folder: ContentFolder, { site }: Content, add: Add): void {
	const locales = site.locales.map(({ locale }) => locale);
	const [sourceLocale = 'vi'] = locales;
	for (const name of entry.texts.keys())
		if (!locales.includes(name))
			add(`${entry.path}/${name}.mdx`, start, 'entry/locale', unknownLocale(name, entry, locales));
	// A source that is there and could not be read has been told so.
	if (!entry.texts.has(sourceLocale) && !folder.paths.includes(`${entry.path}/${sourceLocale}.mdx`))
		add(entry.path, start, 'entry/source-missing', {
			vi: `Thiếu \`${sourceLocale}.mdx\`: bản gốc tiếng Việt phải có trước các bản dịch. Thêm tệp này; nếu bản gốc được lưu dưới tên khác thì đổi tên tệp; nếu bài không dùng nữa thì xóa cả thư mục.`,
			en: `\`${sourceLocale}.mdx\` is missing: the source text must be there before translations. Add it; if it was saved under another name, rename it; if the entry is not needed, delete its folder.`,
		});
	const { slug, path } = entry;
	const parent = path.slice(0, -slug.length);
	const meantSlug = foldToId(slug.replace(/\p{Cf}/gu, ''))
		.slice(0, longestName)
		.replace(/-$/, '');
	const unseen = /\p{Cf}/u.exec(slug)?.[0]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
	const hidden: Say =
		unseen === undefined
			? { vi: '', en: '' }
			: {
					vi: `; ở đây có ký tự không nhìn thấy (U+${unseen})`,
					en: `; here is a character that cannot be seen (U+${unseen})`,
				};
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
		add(path, start, 'entry/name', {
			vi: `Tên thư mục \`${slug}\` phải là chữ thường không dấu (a–z), số và gạch nối${hidden.vi}. Đổi tên thành \`${meantSlug || 'opening-session'}\`${meantSlug === '' ? ' hoặc một tên tương tự' : ''}; nên chọn từ tiếng Anh ngắn.`,
			en: `The folder name \`${slug}\` must be lower-case letters without marks (a–z), digits and hyphens${hidden.en}. Rename it to \`${meantSlug || 'opening-session'}\`${meantSlug === '' ? ' or the like' : ''}; short English words are best.`,
		});
	else if (deviceName.test(slug))
		add(path, start, 'entry/name', {
			vi: `Windows dành riêng tên \`${slug}\`, nên thư mục này không chép được sang máy dùng Windows. Đổi tên, ví dụ \`${slug}-page\`.`,
			en: `Windows keeps the name \`${slug}\` for itself, so this folder cannot be copied to such a computer. Rename it, for example to \`${slug}-page\`.`,
		});
	else if (slug.length > longestName)
		add(path, start, 'entry/name', {
			vi: `Tên thư mục dài ${slug.length} ký tự, nhiều nhất là ${longestName}. Đổi thành một tên ngắn, ví dụ \`${parent}${slug.split('-').slice(0, 4).join('-').slice(0, longestName)}\`.`,
			en: `The folder name has ${slug.length} characters, at most ${longestName} are allowed. Choose a short one, for example \`${parent}${slug.split('-').slice(0, 4).join('-').slice(0, longestName)}\`.`,
		});
	const phases = site.phases.map(({ id }) => id);
	const { phase } = entry;
	if (entry.section === 'congress' && phase !== undefined && !phases.includes(phase)) {
		const meant = phaseWords.get(folded(phase))?.find((name) => phases.includes(name)) ?? nearest(phase, phases);
		const known = phases.length > 0 ? phases.join(', ') : undefined;
		add(path, start, 'entry/phase', {
			vi: `Không có giai đoạn \`${phase}\`.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} ${known === undefined ? 'site.yaml chưa khai giai đoạn nào' : `Các giai đoạn trong site.yaml: ${known}`}. Đổi tên thư mục \`congress/${phase}\`${meant === undefined ? '' : ` thành \`congress/${meant}\``}, hoặc thêm \`${phase}\` vào \`phases\` của site.yaml.`,
			en: `There is no phase \`${phase}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} ${known === undefined ? 'site.yaml has no phases' : `Phases in site.yaml: ${known}`}. Rename the folder \`congress/${phase}\`${meant === undefined ? '' : ` to \`congress/${meant}\``}, or add \`${phase}\` to \`phases\` in site.yaml.`,
		});
	}
}

function unknownLocale(name: string, entry: EntryFolder, locales: readonly string[]): Say {
	const words = localeWords.get(folded(name)) ?? [];
	const meant =
		[name.toLowerCase(), ...words].find((code) => locales.includes(code)) ??
		nearest(name, name.length > 2 ? locales : []);
	const isTaken = meant !== undefined && entry.texts.has(meant);
	const declare: Say = {
		vi: 'Muốn thêm một ngôn ngữ, khai báo ngôn ngữ ấy ở `locales` trong site.yaml và thêm thư mục lời giao diện của nó.',
		en: 'To add a language, declare it in `locales` of site.yaml and add the folder of its interface words.',
	};
	// Ukraine’s country code is no language code, and what is meant may be either of two languages.
	const country: Say =
		name.toLowerCase() === 'ua'
			? {
					vi: `\`ua\` là mã nước; tiếng Ukraina là \`uk\`${locales.includes('ru') ? ', tiếng Nga là `ru`' : ''}. `,
					en: `\`ua\` is the code of a country; Ukrainian is \`uk\`${locales.includes('ru') ? ', Russian is `ru`' : ''}. `,
				}
			: meant === undefined && words[0] !== undefined
				? {
						vi: `Mã của ngôn ngữ này là \`${words[0]}\`, trang chưa có. `,
						en: `The code of that language is \`${words[0]}\`, which the site does not have. `,
					}
				: { vi: '', en: '' };
	const rename: Say =
		meant === undefined
			? {
					vi: `Đổi tên tệp theo một mã được dùng: ${locales.join(', ')}; hoặc xóa tệp. `,
					en: `Rename the file to one of the languages: ${locales.join(', ')}; or delete it. `,
				}
			: isTaken
				? {
						vi: `Có phải \`${meant}\`? Ở đây đã có \`${meant}.mdx\`: chép phần cần giữ sang đó rồi xóa tệp này. Các mã được dùng: ${locales.join(', ')}. `,
						en: `Is \`${meant}\` meant? There is a \`${meant}.mdx\` here: move what is needed into it and delete this file. Languages: ${locales.join(', ')}. `,
					}
				: {
						vi: `Đổi tên tệp thành \`${meant}.mdx\`. Các mã được dùng: ${locales.join(', ')}. `,
						en: `Rename the file to \`${meant}.mdx\`. Languages: ${locales.join(', ')}. `,
					};
	return {
		vi: `\`${name}\` không phải mã ngôn ngữ của trang này. ${country.vi}${rename.vi}${declare.vi}`,
		en: `\`${name}\` is not a language of this site. ${country.en}${rename.en}${declare.en}`,
	};
}

// ——— What an entry must have ———

/** A kind that its section does not have; told of texts with other slips too, whose missing fields are those of the wrong kind. */
function checkKind({ path, section, texts }: EntryFolder, { site }: Content, add: Add): void {
	const [sourceLocale = 'vi'] = site.locales.map(({ locale }) => locale);
	const frontMatter = texts.get(sourceLocale)?.frontMatter;
	const kind = own(frontMatter?.data, 'kind');
	if (!frontMatter || typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return;
	const homes: readonly string[] = kinds[kind as Kind].sections;
	if (homes.includes(section)) return;
	const allowed = Object.entries(kinds)
		.filter(([, { sections }]) => (sections as readonly string[]).includes(section))
		.map(([name]) => name);
	add(`${path}/${sourceLocale}.mdx`, frontMatter.keyPosition(['kind']), 'entry/kind-section', {
		vi: `Loại \`${kind}\` không đặt được trong mục \`${section}\`. Sửa \`kind\` thành một loại dùng được ở đây: ${allowed.join(', ')}; hoặc chuyển thư mục của bài sang ${list(homes.map((home) => `${home}/`))}.`,
		en: `The kind \`${kind}\` has no place in the section \`${section}\`. Set \`kind\` to one of those: ${allowed.join(', ')}; or move the folder of the entry to ${list(homes.map((home) => `${home}/`))}.`,
	});
}

function checkEntry(entry: ContentEntry, folder: EntryFolder, { site }: Content, add: Add): void {
	const { source } = entry;
	const [sourceLocale = 'vi'] = site.locales.map(({ locale }) => locale);
	const frontMatter = folder.texts.get(sourceLocale)?.frontMatter;
	const file = `${entry.path}/${sourceLocale}.mdx`;
	const keyPlace = (...path: PropertyKey[]) => frontMatter?.keyPosition(path) ?? start;
	const place = (...path: PropertyKey[]) => frontMatter?.position(path) ?? start;

	if (source.kind === 'project' && source.validUntil === undefined)
		add(file, place('validUntil'), 'entry/valid-until', {
			vi: 'Dự án phải có `validUntil`: ngày cuối cùng mà lời mời gọi còn giá trị. Ví dụ: `validUntil: 2027-12-31`.',
			en: 'A project needs `validUntil`: the last day on which the offer stands. Example: `validUntil: 2027-12-31`.',
		});
	if (source.origin !== 'own' && !source.originSource)
		add(file, keyPlace('origin'), 'entry/origin-source', {
			vi: `Bài \`${source.origin}\` phải ghi nguồn: thêm \`originSource\` với \`title\`, \`publisher\`, \`url\` và, nếu biết, \`date\`; nếu bài do cơ quan tự viết, ghi \`origin: own\`.`,
			en: `A text that is \`${source.origin}\` must name its source: add \`originSource\` with \`title\`, \`publisher\`, \`url\` and, if known, \`date\`; if the text is your own, write \`origin: own\`.`,
		});
	for (const [index, congress] of (source.congress ?? []).entries()) {
		const known = site.congresses.map(({ id }) => id);
		if (known.includes(congress)) continue;
		const meant = nearest(congress, known);
		add(file, place('congress', index), 'entry/congress', {
			vi: `Không có kỳ đại hội \`${congress}\` trong site.yaml.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} ${known.length > 0 ? `Các kỳ: ${known.join(', ')}. ` : ''}Sửa mã, thêm kỳ ấy vào \`congresses\` của site.yaml, hoặc xóa khỏi bài.`,
			en: `There is no congress \`${congress}\` in site.yaml.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} ${known.length > 0 ? `Known: ${known.join(', ')}. ` : ''}Correct the id, add that congress to \`congresses\` in site.yaml, or delete it here.`,
		});
	}
	// A draft is still looking for it.
	if (source.kind === 'clarification' && source.status !== 'draft' && !hasEvidence(entry, sourceLocale))
		add(file, place('sources'), 'entry/evidence', {
			vi: 'Bài làm rõ thông tin phải có căn cứ: thêm `sources` (mỗi nguồn có `title`, `publisher`, `url`), hoặc dẫn số liệu, văn bản trong bài bằng `<Fact id="…" />`, `<Doc id="…" />`.',
			en: 'A clarification needs evidence: add `sources` (each with `title`, `publisher`, `url`), or cite facts and documents in the text with `<Fact id="…" />`, `<Doc id="…" />`.',
		});
	checkCover(entry, folder, sourceLocale, add);
	checkPoint(entry, site.country, file, () => place('position'), add);
	for (const [name, value] of Object.entries(source))
		if (Array.isArray(value) && name !== 'redirectFrom') {
			const items = value as readonly unknown[];
			for (const [index, item] of items.entries())
				if (typeof item === 'string' && items.indexOf(item) < index)
					add(file, place(name, index), 'field/form', {
						vi: `\`${item}\` được ghi hai lần trong \`${name}\`. Xóa một lần.`,
						en: `\`${item}\` stands twice in \`${name}\`. Delete one of them.`,
					});
		}
	const addresses: [string, ...PropertyKey[]][] = [
		...(source.sources ?? []).map(({ url }, index): [string, ...PropertyKey[]] => [url, 'sources', index, 'url']),
		...(source.originSource ? [[source.originSource.url, 'originSource', 'url'] as [string, ...PropertyKey[]]] : []),
		...('link' in source ? [[source.link, 'link'] as [string, ...PropertyKey[]]] : []),
	];
	for (const [url, ...path] of addresses)
		if (/^http:/i.test(url))
			add(
				file,
				place(...path),
				'link/http',
				{
					vi: `Địa chỉ \`${url}\` không được bảo vệ. Mở thử với \`https://\`: được thì sửa thành \`${url.replace(/^http:/i, 'https:')}\`, không được thì tìm một nguồn khác.`,
					en: `The address \`${url}\` is not protected. Try it with \`https://\`: if that opens, write \`${url.replace(/^http:/i, 'https:')}\`; if not, look for another source.`,
				},
				'warning',
			);
	for (const [locale, { words }] of entry.texts) {
		const own = folder.texts.get(locale)?.frontMatter;
		if (words.translation === 'machine-draft')
			add(
				`${entry.path}/${locale}.mdx`,
				own?.position(['translation']) ?? start,
				'translation/machine-draft',
				{
					vi: `Bản \`${locale}\` ghi \`translation: machine-draft\` nên chưa được công bố. Người dịch đọc lại và sửa xong thì ghi \`translation: machine-edited\`, hoặc \`human\` nếu dịch lại từ đầu; không dùng nữa thì xóa tệp.`,
					en: `The \`${locale}\` text says \`translation: machine-draft\` and is not published. When somebody has read and mended it, write \`translation: machine-edited\`, or \`human\` if it was translated anew; delete the file if it is not needed.`,
				},
				'warning',
			);
		if (words.title.trim() === words.description.trim())
			add(
				`${entry.path}/${locale}.mdx`,
				own?.position(['description']) ?? start,
				'field/form',
				{
					vi: '`description` nhắc lại nguyên `title`, nên danh sách in hai lần một câu. Viết một câu cho biết bài nói gì với người đọc.',
					en: '`description` repeats `title`, so lists print the same words twice. Write a sentence that says what the text tells its reader.',
				},
				'warning',
			);
		if (isShouted(words.title))
			add(
				`${entry.path}/${locale}.mdx`,
				own?.position(['title']) ?? start,
				'field/form',
				{
					vi: `\`title\` viết hoa cả dòng: “${words.title}”. Chỉ viết hoa chữ đầu và tên riêng.`,
					en: `\`title\` is all in capital letters: “${words.title}”. Use capitals for the first letter and for names only.`,
				},
				'warning',
			);
		const title = source.title.trim();
		if (locale !== sourceLocale && words.title.trim() === title && isVietnamesePhrase(title))
			add(
				`${entry.path}/${locale}.mdx`,
				own?.position(['title']) ?? start,
				'language/untranslated',
				{
					vi: `\`title\` vẫn là lời tiếng Việt của bản gốc: “${title}”. Dịch tiêu đề sang ngôn ngữ của tệp này.`,
					en: `\`title\` is still the Vietnamese of the source: “${title}”. Translate it into the language of this file.`,
				},
				words.translation === 'machine-draft' ? 'warning' : 'error',
			);
	}
}

/** Whether words are a Vietnamese phrase and not a name, which may stay as it is: a word after the first begins with a small letter. */
const isVietnamesePhrase = (text: string): boolean =>
	vietnameseLetters.test(text) && /\s\p{Ll}/u.test(text.replace(/[“”"'’()]/gu, ''));

const isShouted = (title: string): boolean => {
	const letters = title.replace(/[^\p{L}\s]/gu, '');
	return (
		letters.split(/\s+/u).length >= 4 && letters.length >= 15 && !/\p{Ll}/u.test(letters) && /\p{Lu}/u.test(letters)
	);
};

function hasEvidence({ source, texts }: ContentEntry, sourceLocale: string): boolean {
	if ((source.sources?.length ?? 0) > 0 || source.originSource) return true;
	const markdown = texts.get(sourceLocale)?.markdown;
	if (!markdown) return true;
	return [
		['Chart', 'title'],
		['Fact', 'id'],
		['Facts', 'ids'],
		['Doc', 'id'],
		['Day', 'fact'],
	].some(([name = '', attribute = '']) => componentUses(markdown, [name], attribute).length > 0);
}

function checkCover(entry: ContentEntry, folder: EntryFolder, sourceLocale: string, add: Add): void {
	const { cover } = entry.source;
	const source = `${entry.path}/${sourceLocale}.mdx`;
	const frontMatter = folder.texts.get(sourceLocale)?.frontMatter;
	const coverPlace = () => frontMatter?.position(['cover']) ?? start;
	if (cover !== undefined && !entry.files.includes(cover.slice(2)))
		add(source, coverPlace(), 'picture/missing', missingPicture(cover, entry.files));
	for (const [locale, { words }] of entry.texts) {
		const file = `${entry.path}/${locale}.mdx`;
		const own = folder.texts.get(locale)?.frontMatter;
		const { coverAlt } = words;
		if (cover !== undefined && coverAlt === undefined)
			add(file, locale === sourceLocale ? coverPlace() : (own?.position(['coverAlt']) ?? start), 'picture/alt', {
				vi: 'Thiếu `coverAlt`: viết một câu tả những gì thấy trong hình, cho người không nhìn thấy.',
				en: '`coverAlt` is missing: write a sentence that tells what is to be seen in the picture.',
			});
		else if (cover !== undefined && coverAlt !== undefined && emptyAlt.test(coverAlt.trim()))
			add(file, own?.position(['coverAlt']) ?? start, 'picture/alt', {
				vi: `\`coverAlt\` là “${coverAlt}”, không cho biết hình có gì. Viết một câu tả những gì thấy trong hình, ví dụ “Cổng chợ nhìn từ phía đường”.`,
				en: `\`coverAlt\` is “${coverAlt}”, which does not say what is in the picture. Write a sentence that tells what is to be seen, such as “The gate of the market seen from the road”.`,
			});
		else if (cover === undefined && coverAlt !== undefined && locale === sourceLocale)
			add(file, own?.keyPosition(['coverAlt']) ?? start, 'picture/missing', {
				vi: 'Có `coverAlt` (lời tả hình) mà không có `cover`, nên trang không có hình nào. Thêm một dòng `cover: ./ten-hinh.jpg`, hoặc xóa `coverAlt`.',
				en: 'There is a `coverAlt` and no `cover`, so the page has no picture. Add a line `cover: ./name.jpg`, or delete `coverAlt`.',
			});
	}
}

function checkPoint(entry: ContentEntry, country: string, file: string, place: () => Place, add: Add): void {
	const point = 'position' in entry.source ? entry.source.position : undefined;
	if (!point) return;
	const { lat, lon } = point;
	const isIn = (north: number, east: number) =>
		north >= vietnam.south && north <= vietnam.north && east >= vietnam.west && east <= vietnam.east;
	if (lat === 0 && lon === 0)
		add(file, place(), 'field/form', {
			vi: '`position` là 0, 0: một điểm giữa biển, ngoài khơi châu Phi. Ghi vĩ độ và kinh độ thật, hoặc xóa dòng này nếu không bắt buộc. Ví dụ: `position: { lat: 12.265, lon: 109.196 }`.',
			en: '`position` is 0, 0: a point in the sea off Africa. Write the real latitude and longitude, or delete the line if it is optional. Example: `position: { lat: 12.265, lon: 109.196 }`.',
		});
	else if (country === 'VN' && !isIn(lat, lon)) {
		const turned = [
			[lon, lat],
			[Math.abs(lat), Math.abs(lon)],
		].find(([north = 0, east = 0]) => isIn(north, east));
		add(file, place(), 'field/form', {
			vi: `\`position\` (lat ${lat}, lon ${lon}) nằm ngoài Việt Nam. ${turned ? `Có phải \`position: { lat: ${turned[0]}, lon: ${turned[1]} }\`? ` : ''}Vĩ độ \`lat\` ở Việt Nam từ ${vietnam.south} đến ${vietnam.north}, kinh độ \`lon\` từ ${vietnam.west} đến ${vietnam.east}; sửa số ghi sai.`,
			en: `\`position\` (lat ${lat}, lon ${lon}) lies outside Việt Nam. ${turned ? `Is \`position: { lat: ${turned[0]}, lon: ${turned[1]} }\` meant? ` : ''}In Việt Nam \`lat\` is from ${vietnam.south} to ${vietnam.north} and \`lon\` from ${vietnam.west} to ${vietnam.east}; correct the number that is wrong.`,
		});
	}
}

// ——— Entries copied into another folder ———

/** Texts of one section that cannot be told apart in its list. Looks at all entries, for each may be the twin of any other. */
export function checkSameTexts(folder: ContentFolder, { site }: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const add = adder(problems, folderName);
	const sourceLocale = site.locales[0]?.locale ?? 'vi';
	const titles = new Map<string, EntryFolder>();
	// The original is the older one; on the same day the one with the shorter name, for copies are called `…-2` or `…-copy`.
	const dateOf = (entry: EntryFolder) => String(own(entry.texts.get(sourceLocale)?.frontMatter.data, 'date') ?? '');
	const inOrder = folder.entries
		.map((entry) => ({ entry, date: dateOf(entry) }))
		.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.entry.path.length - b.entry.path.length));
	for (const { entry } of inOrder) {
		const text = entry.texts.get(sourceLocale);
		const title = own(text?.frontMatter.data, 'title');
		if (!text || typeof title !== 'string' || title.trim() === '') continue;
		// A draft stands in no list yet.
		if (own(text.frontMatter.data, 'status') === 'draft') continue;
		const key = `${entry.section}/${entry.phase ?? ''} ${title.trim()}`;
		const other = titles.get(key);
		const otherText = other?.texts.get(sourceLocale);
		if (!other || !otherText) {
			titles.set(key, entry);
			continue;
		}
		const bodies = [text, otherText].map(({ markdown }) => (markdown ? plainText(markdown) : ''));
		const isCopy = bodies[0] !== '' && bodies[0] === bodies[1];
		add(
			text.path,
			text.frontMatter.position(['title']),
			'entry/same',
			{
				vi: isCopy
					? `Bài này giống hệt ${folderName}/${otherText.path} cả tiêu đề lẫn nội dung. Nếu chép thư mục để viết bài mới, sửa tiêu đề và nội dung; nếu chép nhầm, xóa thư mục này.`
					: `Tiêu đề “${title.trim()}” trùng với ${folderName}/${otherText.path}, người đọc không phân biệt được hai bài trong danh sách. Sửa một trong hai tiêu đề.`,
				en: isCopy
					? `This text is the same as ${folderName}/${otherText.path}, title and words. If the folder was copied for a new text, change its title and words; if by mistake, delete this folder.`
					: `The title “${title.trim()}” is that of ${folderName}/${otherText.path} too; readers cannot tell the two apart in lists. Change one of the titles.`,
			},
			isCopy ? 'error' : 'warning',
		);
	}
	return problems;
}
