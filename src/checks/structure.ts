import type { Nodes, Parents, Root } from 'mdast';
import type { z } from 'astro/zod';
import { scriptOf } from '#language/script.ts';
import { dueEntries, type ContentFolder, type EntryFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { TextFile } from '#loaders/text-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import { chartSources } from '#schema/chart.ts';
import type { Content } from '#schema/content.ts';
import { kinds, type Kind } from '#schema/entry.ts';
import { transcriptHeading } from '#schema/recordings.ts';
import { textComponents } from '#schema/text-components.ts';

type Say = Problem['say'];
/** A component of a text, in a line or on its own. */
export type JsxNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Add = (file: string, place: Place, code: Code, severity: Severity, say: Say) => void;

/** Where a node begins; 1:1 for one without a place. */
export const start = (node: Nodes): Place => ({
	line: Math.max(1, node.position?.start.line ?? 1),
	column: Math.max(1, node.position?.start.column ?? 1),
});
/** Whether a node is a component. */
export const isJsx = (node: Nodes): node is JsxNode =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
/** A value for a message: at most sixty letters. */
export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
const quoteIds = (ids: readonly string[]): string => ids.map((id) => `\`${shorten(id)}\``).join(', ');

/** Literal value of an attribute; undefined when it is absent or is code. */
export function attributeOf(node: JsxNode, name: string): string | undefined {
	const found = node.attributes.find((item) => item.type === 'mdxJsxAttribute' && item.name === name);
	return typeof found?.value === 'string' ? found.value : undefined;
}

/** Looks at one node; `inside` names the components around it. */
type Visit = (node: Nodes, parent: Parents | undefined, inside: readonly string[]) => void;

/** Visits every node in the order of the page; a loop, because depth is the editor's. */
export function walk(root: Nodes, visit: Visit): void {
	const stack: { node: Nodes; parent: Parents | undefined; inside: readonly string[] }[] = [
		{ node: root, parent: undefined, inside: [] },
	];
	for (let item = stack.pop(); item; item = stack.pop()) {
		const { node, parent, inside } = item;
		visit(node, parent, inside);
		if (!('children' in node)) continue;
		const name = isJsx(node) ? (node.name ?? '') : '';
		const isOurs = Object.hasOwn(textComponents, name) && !inside.includes(name);
		const around = isOurs ? [...inside, name] : inside;
		for (let index = node.children.length - 1; index >= 0; index--) {
			const child = node.children[index];
			if (child) stack.push({ node: child, parent: node, inside: around });
		}
	}
}

/** What a reader would read in a node: text, code, and what is told of pictures. */
function wordsOf(node: Nodes): string {
	const words: string[] = [];
	walk(node, (item) => {
		if (item.type === 'text' || item.type === 'inlineCode' || item.type === 'code') words.push(item.value);
		else if (item.type === 'image' || item.type === 'imageReference') words.push(item.alt ?? '');
		else if (item.type === 'break') words.push(' ');
	});
	return words.join('');
}

/** Whether anything is printed here: a visible character, a picture or a component. */
function hasContent(node: Nodes): boolean {
	const stack: Nodes[] = 'children' in node ? [...node.children] : [];
	for (let item = stack.pop(); item; item = stack.pop()) {
		if (item.type === 'image' || item.type === 'imageReference' || isJsx(item)) return true;
		if ('value' in item && item.type !== 'yaml' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(item.value)) return true;
		if ('children' in item) for (const child of item.children) stack.push(child);
	}
	return false;
}

/** Link words that tell nothing of the page behind them, in every language that a text may be written in. */
const emptyLinkWords = new Set(
	[
		'đây, ở đây, tại đây, vào đây, xem, xem tại đây, xem ở đây, xem thêm, xem thêm tại đây, xem tiếp, xem chi tiết, chi tiết, bấm vào đây, bấm đây, nhấn vào đây, nhấp vào đây, nhấn đây, click vào đây, đọc tiếp, đọc thêm, liên kết, liên kết này, đường dẫn, link, trang này, bài này, tìm hiểu thêm',
		'here, right here, click here, see here, click, this, this link, this page, link, more, read more, see more, learn more, find out more, details, more details, more information',
		'здесь, тут, сюда, вот здесь, по ссылке, по этой ссылке, ссылка, нажмите здесь, кликните здесь, нажмите сюда, смотрите здесь, подробнее, подробнее здесь, подробности, читать далее, читать дальше, далее, узнать больше',
		'여기, 이곳, 여기서, 여기를 클릭, 여기를 클릭하세요, 여기 클릭, 여기를 누르세요, 클릭, 링크, 이 링크, 더 보기, 더보기, 자세히, 자세히 보기, 상세 보기, 바로가기',
		'这里, 此处, 这儿, 点击, 点击这里, 点击此处, 点这里, 请点击这里, 请点击此处, 链接, 此链接, 更多, 查看更多, 了解更多, 阅读更多, 详情, 查看详情, 点击查看, 見這裡, 這裡, 點擊這裡',
		'こちら, こちらへ, ここ, ここをクリック, こちらをクリック, クリック, リンク, このリンク, もっと見る, 続きを読む, 詳細, 詳しくはこちら, 詳細はこちら',
	].flatMap((list) => list.split(', ')),
);
const bareWords = (words: string): string =>
	words
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
		.trim();

/** Parameters that tell a third party where a reader came from, and addresses that hide where a link leads. */
const trackingParameter =
	/^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|zarsrc|mc_[ce]id|igshid?|_openstat|vero_id|twclid|ttclid|s_cid|spm)$/i;
const hidingHost =
	/^https?:\/\/(?:[\w-]+\.){0,2}(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rb\.gy|rebrand\.ly|shorturl\.at|s\.id|lnkd\.in|fb\.me|l\.facebook\.com|lm\.facebook\.com|vt\.tiktok\.com|webcache\.googleusercontent\.com|translate\.goog)(?=[/?#:]|$)|^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/(?:url|amp)(?=[/?])|translate\.google\.[a-z.]+\/|(?:sp\.|button-share\.)?zalo\.me\/share|(?:www\.|m\.)?facebook\.com\/(?:sharer|share(?=[/?.])|l\.php|flx\/|plugins\/share)|(?:www\.)?(?:twitter|x)\.com\/(?:intent|share)|(?:www\.)?linkedin\.com\/share)/i;

/**
 * What is wrong with an address that follows readers; undefined for a plain one.
 *
 * @param isOwnChannel - True for the publisher's own page elsewhere, which may be at such a host.
 */
function trackerIn(url: string, isOwnChannel = false): Say | undefined {
	if (!isOwnChannel && hidingHost.test(url)) {
		const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1] ?? '';
		return {
			vi: `Địa chỉ \`${shorten(url)}\` đi qua \`${host}\`, nơi ghi lại người đọc hoặc che địa chỉ thật. Mở liên kết, chép địa chỉ cuối cùng trên thanh địa chỉ rồi dán vào đây; nếu chỉ có địa chỉ này thì bỏ liên kết.`,
			en: `The address \`${shorten(url)}\` passes through \`${host}\`, which records readers or hides where it leads. Open it, copy the final address from the address bar and paste it here; if there is no other address, remove the link.`,
		};
	}
	const query = url.indexOf('?');
	if (query < 0) return undefined;
	const [parameters = '', hash] = url.slice(query + 1).split('#', 2);
	const all = parameters.split('&');
	const isTracker = (pair: string) => trackingParameter.test(pair.split('=', 1)[0] ?? '');
	const trackers = all.filter(isTracker);
	if (trackers.length === 0) return undefined;
	const kept = all.filter((pair) => !isTracker(pair)).join('&');
	const clean = url.slice(0, query) + (kept && `?${kept}`) + (hash === undefined ? '' : `#${hash}`);
	const names = quoteIds(trackers.map((pair) => pair.split('=', 1)[0] ?? ''));
	return {
		vi: `Địa chỉ này có phần theo dõi người đọc: ${names}. Viết: \`${clean.slice(0, 200)}\`.`,
		en: `This address carries parts that follow the reader: ${names}. Write: \`${clean.slice(0, 200)}\`.`,
	};
}

/** What a part of a text cites, links to and lists, to be compared with the same part in another language. */
interface PartContent {
	/** Heading; undefined for the words before the first. */
	readonly title: string | undefined;
	readonly place: Place;
	/** Ids and addresses by kind. */
	readonly cites: Readonly<Record<Cited, Set<string>>>;
	items: number;
	rows: number;
}
type Cited = 'facts' | 'documents' | 'terms' | 'contacts' | 'charts' | 'links' | 'pictures';
const citedBy: Readonly<Record<string, { readonly attribute: string; readonly kind: Cited }>> = {
	Fact: { attribute: 'id', kind: 'facts' },
	Facts: { attribute: 'ids', kind: 'facts' },
	Day: { attribute: 'fact', kind: 'facts' },
	Seasons: { attribute: 'fact', kind: 'facts' },
	Doc: { attribute: 'id', kind: 'documents' },
	Step: { attribute: 'law', kind: 'documents' },
	Term: { attribute: 'id', kind: 'terms' },
	Contact: { attribute: 'id', kind: 'contacts' },
};
const citedWords: Readonly<Record<Cited, { vi: string; en: string; write: (id: string) => string }>> = {
	facts: { vi: 'số liệu', en: 'facts', write: (id) => `<Fact id="${id}" />` },
	documents: { vi: 'văn bản', en: 'documents', write: (id) => `<Doc id="${id}" />` },
	terms: { vi: 'thuật ngữ', en: 'terms', write: (id) => `<Term id="${id}" />` },
	contacts: { vi: 'đầu mối liên hệ', en: 'contacts', write: (id) => `<Contact id="${id}" />` },
	charts: { vi: 'biểu đồ', en: 'charts', write: (id) => `<Chart ${id} … />` },
	links: { vi: 'liên kết nội bộ', en: 'links of the site', write: (id) => `[…](${id})` },
	pictures: { vi: 'hình', en: 'pictures', write: (id) => `![…](${id})` },
};

function emptyPart(title: string | undefined, place: Place): PartContent {
	return {
		title,
		place,
		cites: {
			facts: new Set(),
			documents: new Set(),
			terms: new Set(),
			contacts: new Set(),
			charts: new Set(),
			links: new Set(),
			pictures: new Set(),
		},
		items: 0,
		rows: 0,
	};
}

/** An inner address without language and closing slash, so that two languages can be compared; undefined for one elsewhere. */
function innerAddress(url: string, locales: readonly string[]): string | undefined {
	const [, path = '', rest = ''] = /^(?!\/\/)([/#][^?#]*)(.*)$/s.exec(url) ?? [];
	if (path === '') return undefined;
	const [, first = '', ...others] = path.split('/');
	const own = locales.includes(first) ? `/${others.join('/')}` : path;
	const hash = rest.includes('#') ? rest.slice(rest.indexOf('#')) : '';
	return `${own.replace(/\/+$/, '')}/${hash}`;
}

/** A picture's name without the language in it: `map.ko.svg` and `map.svg` are the same picture in two languages. */
function pictureName(url: string, locales: readonly string[]): string {
	const [, stem = '', locale = '', ending = ''] = /^(.*)[.-]([a-z]{2,3})(\.\w+)$/.exec(url) ?? [];
	return locales.includes(locale) ? stem + ending : url;
}

/** Everything of one body that the rules ask for, gathered in one pass. */
interface BodyFacts {
	readonly lead: Place;
	readonly parts: readonly PartContent[];
	readonly letters: number;
	/** Whether words, facts, documents, terms or contacts are printed; pictures alone are no words. */
	readonly hasWords: boolean;
}

/** Letters and digits of any script. Counted by ranges, for bodies of a whole site pass here: signs and punctuation lie between. */
function countLetters(text: string): number {
	let count = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		const isAscii = code < 128;
		const isLetter = isAscii
			? (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
			: code >= 0xc0 && !(code >= 0x2000 && code < 0x2e80) && !(code >= 0x3000 && code < 0x3040) && code < 0xd800;
		if (isLetter || (code >= 0xff10 && code < 0xffe0)) count++;
	}
	return count;
}

/** Gathers what `BodyFacts` hold while a body is walked; `result` is for afterwards. */
function gatherer(
	markdown: Root,
	locales: readonly string[],
	addressOf: (node: Nodes) => string | undefined,
): { readonly visit: Visit; readonly result: () => BodyFacts } {
	const front = markdown.children[0]?.type === 'yaml' ? markdown.children[0] : undefined;
	const afterFront = { line: front?.position?.end.line ?? 1, column: 1 };
	const firstBlock = markdown.children.find((node) => node.type !== 'yaml');
	const lead = firstBlock ? start(firstBlock) : afterFront;
	// Without words before the first heading their part has a place of its own, for messages about it.
	const hasLead = firstBlock && !(firstBlock.type === 'heading' && firstBlock.depth === 2);
	let part = emptyPart(undefined, hasLead ? lead : afterFront);
	const parts = [part];
	let letters = 0;
	let hasWords = false;
	const visit: Visit = (node, parent) => {
		if (node.type === 'heading' && node.depth === 2 && parent?.type === 'root') {
			part = emptyPart(wordsOf(node), start(node));
			parts.push(part);
		} else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
			const count = countLetters(node.value);
			letters += count;
			hasWords ||= count > 0;
		} else if (node.type === 'mdxjsEsm') {
			// Taken for code, which is told; a sentence that begins like code is there all the same.
			hasWords = true;
			letters += countLetters(node.value);
		} else if (node.type === 'listItem') part.items++;
		else if (node.type === 'tableRow') part.rows++;
		else if (node.type === 'link' || node.type === 'linkReference') {
			const url = addressOf(node);
			const address = url && innerAddress(url, locales);
			if (address) part.cites.links.add(address);
		} else if (node.type === 'image' || node.type === 'imageReference') {
			const url = addressOf(node);
			if (url) part.cites.pictures.add(pictureName(url, locales));
		} else if (isJsx(node)) {
			const cited = citedBy[node.name ?? ''];
			if (cited) {
				hasWords = true;
				for (const id of (attributeOf(node, cited.attribute) ?? '').split(/\s+/))
					if (id) part.cites[cited.kind].add(id);
			} else if (node.name === 'Chart') {
				hasWords = true;
				const data = ['kind', ...chartSources].flatMap((name) => {
					const value = attributeOf(node, name);
					return value === undefined ? [] : [`${name}="${value.trim().replace(/\s+/g, ' ')}"`];
				});
				part.cites.charts.add(data.join(' '));
			} else if (node.name === 'Figure') {
				const url = attributeOf(node, 'src');
				if (url) part.cites.pictures.add(pictureName(url, locales));
			}
		}
	};
	return { visit, result: () => ({ lead: hasWords ? lead : afterFront, parts, letters, hasWords }) };
}

/** Addresses of links and pictures, those that stand at the end of the text included. */
function addressesIn(markdown: Root): (node: Nodes) => string | undefined {
	let defined: Map<string, string> | undefined;
	const definitions = (): Map<string, string> => {
		const found = new Map<string, string>();
		walk(markdown, (node) => {
			if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
		});
		return found;
	};
	return (node) => {
		if (node.type === 'link' || node.type === 'image') return node.url;
		if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
		return (defined ??= definitions()).get(node.identifier);
	};
}

/** Headings in order: none skipped, none empty, none without words under it, none made of bold words. */
function headingRules(path: string, add: Add): Visit {
	let rank = 1;
	return (node, parent) => {
		if (node.type === 'root') checkParts(path, node, add);
		if (node.type === 'paragraph') {
			if (parent?.type !== 'root' && parent?.type !== 'mdxJsxFlowElement') return;
			const [only, ...others] = node.children.filter((item) => item.type !== 'text' || item.value.trim() !== '');
			if (only?.type !== 'strong' || others.length > 0) return;
			const words = wordsOf(only).trim();
			if (words.length > 100 || !/\p{L}/u.test(words) || /[.!?…。！？][”’"')\]]*$/u.test(words)) return;
			// The last words of a text are a signature or a remark, not the heading of something.
			const siblings: readonly Nodes[] = parent.children;
			const next = siblings[siblings.indexOf(node) + 1];
			if (!next || next.type === 'heading') return;
			add(path, start(node), 'structure/bold-heading', 'warning', {
				vi: `Dòng “${shorten(words)}” là chữ đậm đứng một mình như một tiêu đề, nhưng mục lục và trình đọc màn hình không nhận ra. Viết \`## ${shorten(words)}\` (hoặc \`###\` trong một phần); trong khung \`<Callout>\` thì viết vào \`title="…"\`.`,
				en: `“${shorten(words)}” is bold text standing alone like a heading, but the table of contents and screen readers cannot tell. Write \`## ${shorten(words)}\` (or \`###\` inside a part); in a \`<Callout>\` put it into \`title="…"\`.`,
			});
			return;
		}
		if (node.type !== 'heading') return;
		const words = wordsOf(node).trim();
		if (node.depth > rank + 1) {
			const right = '#'.repeat(rank + 1);
			const before =
				rank === 1
					? { vi: 'mà trước đó chưa có tiêu đề `##` nào', en: 'with no heading `##` before it' }
					: { vi: `ngay sau cấp \`${'#'.repeat(rank)}\``, en: `straight after rank \`${'#'.repeat(rank)}\`` };
			add(path, start(node), 'structure/heading-jump', 'error', {
				vi: `Tiêu đề “${shorten(words)}” ở cấp \`${'#'.repeat(node.depth)}\` ${before.vi}. Viết \`${right} ${shorten(words)}\`, hoặc thêm tiêu đề cấp \`${right}\` ở trên.`,
				en: `The heading “${shorten(words)}” has rank \`${'#'.repeat(node.depth)}\` ${before.en}. Write \`${right} ${shorten(words)}\`, or add a heading of rank \`${right}\` above it.`,
			});
		}
		rank = node.depth;
		if (!hasContent(node))
			add(path, start(node), 'structure/empty-part', 'warning', {
				vi: `Dòng \`${'#'.repeat(node.depth)}\` này không có chữ. Viết tiêu đề sau dấu \`#\`, hoặc xóa dòng.`,
				en: `This line \`${'#'.repeat(node.depth)}\` has no words. Write the heading after the \`#\`, or delete the line.`,
			});
	};
}

function checkParts(path: string, markdown: Root, add: Add): void {
	const blocks = markdown.children.filter((node) => node.type !== 'yaml' && node.type !== 'definition');
	for (const [index, node] of blocks.entries()) {
		if (node.type !== 'heading' || !hasContent(node)) continue;
		const next = blocks[index + 1];
		if (next && (next.type !== 'heading' || next.depth > node.depth)) continue;
		const words = shorten(wordsOf(node).trim());
		add(path, start(node), 'structure/empty-part', 'warning', {
			vi: `Dưới tiêu đề “${words}” không có nội dung nào. Viết nội dung, hoặc xóa tiêu đề này (và tiêu đề cùng vị trí trong các ngôn ngữ khác).`,
			en: `There is nothing under the heading “${words}”. Write its words, or delete the heading (and the heading in its place in the other languages).`,
		});
	}
}

/** Whether a table stands in a frame that tells what was and what is. */
const isOfChanges = (parent: Parents | undefined): boolean =>
	parent?.type === 'mdxJsxFlowElement' &&
	parent.attributes.some((item) => item.type === 'mdxJsxAttribute' && item.name === 'form' && item.value === 'changes');

/** Lists and tables whose cells, items or header say nothing. */
function blockRules(path: string, add: Add): Visit {
	return (node, parent, inside) => {
		if (node.type === 'listItem' && !hasContent(node))
			add(path, start(node), 'structure/empty-item', 'warning', {
				vi: 'Mục này của danh sách để trống. Viết nội dung của mục, hoặc xóa dòng.',
				en: 'This item of the list is empty. Write its words, or delete the line.',
			});
		if (node.type !== 'table') return;
		if (!inside.includes('Table'))
			add(path, start(node), 'structure/component-inside', 'error', {
				vi: 'Bảng này chưa có tên. Đặt bảng giữa dòng `<Table caption="Bảng nói về điều gì">` và dòng `</Table>`, mỗi dòng cách bảng một dòng trống.',
				en: 'This table has no caption. Put it between a line `<Table caption="What the table shows">` and a line `</Table>`, with an empty line on each side of the table.',
			});
		const [header, ...rows] = node.children;
		const empty = (header?.children ?? []).flatMap((cell, index) => (hasContent(cell) ? [] : [index + 1]));
		if (header && empty.length > 0) {
			const isAll = empty.length === header.children.length;
			const at = isAll ? header : (header.children[(empty[0] ?? 1) - 1] ?? header);
			add(path, start(at), 'structure/table-header', 'error', {
				vi: isAll
					? 'Dòng đầu của bảng để trống, nên người đọc không biết mỗi cột là gì. Viết tên từng cột vào dòng đầu; nếu nội dung không chia thành cột, hãy dùng danh sách.'
					: `Cột ${empty.join(', ')} của bảng không có tên ở dòng đầu. Viết tên cột, ví dụ \`Nội dung\` hoặc \`Năm\`; nếu cột không cần thì xóa cả cột.`,
				en: isAll
					? 'The first row of the table is empty, so readers cannot tell what each column is. Write the names of the columns into it; if the content has no columns, use a list.'
					: `Column ${empty.join(', ')} of the table has no name in the first row. Write one, such as \`Item\` or \`Year\`; if the column is not needed, delete it whole.`,
			});
		}
		const columns = header?.children.length ?? 0;
		if (header && columns !== 3 && isOfChanges(parent))
			add(path, start(header), 'structure/table-row', 'error', {
				vi: `Bảng \`form="changes"\` có ${columns} cột; bảng này cần đúng ba cột: nội dung, trước đây, nay. Ví dụ: \`| Nội dung | Trước đây | Nay |\`. Bảng khác thì bỏ \`form="changes"\`.`,
				en: `A table with \`form="changes"\` has ${columns} ${columns === 1 ? 'column' : 'columns'}; it needs exactly three: the matter, before, now. Example: \`| Matter | Before | Now |\`. For another table leave \`form="changes"\` out.`,
			});
		for (const row of rows) {
			const count = row.children.length;
			if (count > columns)
				add(path, start(row), 'structure/table-row', 'error', {
					vi: `Dòng này có ${count} ô, bảng có ${columns} cột: ô thừa sẽ không được in. Bớt ô cho khớp, thêm cột vào dòng đầu và dòng \`| --- |\`; nếu dấu \`|\` là chữ thì viết \`\\|\`.`,
					en: `This row has ${count} cells, the table has ${columns} ${columns === 1 ? 'column' : 'columns'}: what is too much is not printed. Take cells away, or add a column to the first row and to the line \`| --- |\`; if a \`|\` belongs to the words, write \`\\|\`.`,
				});
			else if (count < columns)
				add(path, start(row), 'structure/table-row', 'warning', {
					vi: `Dòng này có ${count} ô, bảng có ${columns} cột: các ô thiếu sẽ để trống. Thêm ô cho đủ, ô không có gì thì viết \`–\`.`,
					en: `This row has ${count} ${count === 1 ? 'cell' : 'cells'}, the table has ${columns} columns: those that lack stay empty. Add cells; write \`–\` where there is nothing.`,
				});
		}
		for (const row of rows)
			for (const [index, cell] of row.children.entries())
				if (!hasContent(cell))
					add(path, start(cell), 'structure/empty-cell', 'warning', {
						vi: `Ô ở cột ${index + 1} để trống, người đọc không biết là không có hay bị quên. Viết giá trị, hoặc viết \`–\` hay “chưa có trong nguồn”.`,
						en: `The cell in column ${index + 1} is empty; readers cannot tell whether there is nothing or it was forgotten. Write the value, or \`–\`, or “not in the sources”.`,
					});
	};
}

/** Components that print a record or a picture and nothing of what stands in them. */
const closedComponents = new Set(['Fact', 'Doc', 'Term', 'Facts', 'Contact', 'Figure', 'SourceList', 'Chart']);

/** Components that must stand in, or hold, something. */
function componentRules(path: string, add: Add): Visit {
	const holds = (node: JsxNode, isWanted: (item: Nodes) => boolean): boolean => {
		let isFound = false;
		walk(node, (item) => (isFound ||= item !== node && isWanted(item)));
		return isFound;
	};
	const tell = (node: JsxNode, vi: string, en: string) =>
		add(path, start(node), 'structure/component-inside', 'error', { vi, en });
	return (node, parent, inside) => {
		if (!isJsx(node)) return;
		const name = node.name ?? '';
		if (
			closedComponents.has(name) &&
			node.children.some((child) => hasContent({ type: 'root', children: [child] } as Root))
		)
			tell(
				node,
				`\`<${name}>\` không chứa chữ: những gì nằm giữa \`<${name}>\` và \`</${name}>\` sẽ không được in. Viết \`<${name} … />\` và đưa chữ ra ngoài.`,
				`\`<${name}>\` holds no words: what stands between \`<${name}>\` and \`</${name}>\` is not printed. Write \`<${name} … />\` and move the words out.`,
			);
		if ((name === 'Callout' || name === 'Quote' || name === 'Day') && !hasContent(node))
			tell(
				node,
				`Trong \`<${name}>\` không có chữ nào. Viết nội dung giữa \`<${name} …>\` và \`</${name}>\`, hoặc xóa cả thẻ.`,
				`There are no words inside \`<${name}>\`. Write them between \`<${name} …>\` and \`</${name}>\`, or delete the tag.`,
			);
		if ((name === 'Video' || name === 'Audio') && !hasContent(node))
			tell(
				node,
				`Trong \`<${name}>\` không có lời bằng chữ cho người không nghe được. Chép lời vào giữa \`<${name} …>\` và \`</${name}>\`.`,
				`There are no words inside \`<${name}>\` for those who cannot hear. Write what is said between \`<${name} …>\` and \`</${name}>\`.`,
			);
		if (name === 'Callout' && inside.includes('Callout'))
			tell(
				node,
				'Khung `<Callout>` này nằm trong một khung khác. Đóng khung ngoài bằng `</Callout>` trước khi mở khung này.',
				'This `<Callout>` stands inside another. Close the outer one with `</Callout>` before this one opens.',
			);
		if (
			node.type === 'mdxJsxTextElement' &&
			Object.hasOwn(textComponents, name) &&
			textComponents[name]?.isInline === false &&
			(parent?.type === 'paragraph' || parent?.type === 'heading') &&
			parent.children.some((child) => child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value))
		)
			tell(
				node,
				`\`<${name}>\` đứng lẫn trong câu. Đặt nó trên một dòng riêng, có dòng trống ở trên và ở dưới.`,
				`\`<${name}>\` stands inside a sentence. Put it in a line of its own, with an empty line on each side.`,
			);
		if (node.name === 'Day' && !inside.includes('Days'))
			tell(
				node,
				'`<Day>` đứng ngoài `<Days>`. Đặt các ngày giữa dòng `<Days>` và dòng `</Days>`.',
				'`<Day>` stands outside `<Days>`. Put the days between a line `<Days>` and a line `</Days>`.',
			);
		if (node.name === 'Days' && !holds(node, (item) => isJsx(item) && item.name === 'Day'))
			tell(
				node,
				'Trong `<Days>` không có `<Day>` nào. Viết mỗi ngày là một `<Day fact="…" title="…">…</Day>`, hoặc xóa `<Days>`.',
				'There is no `<Day>` inside `<Days>`. Write each day as `<Day fact="…" title="…">…</Day>`, or delete `<Days>`.',
			);
		if (node.name === 'Step' && !inside.includes('Steps'))
			tell(
				node,
				'`<Step>` đứng ngoài `<Steps>`. Đặt các bước giữa dòng `<Steps>` và dòng `</Steps>`.',
				'`<Step>` stands outside `<Steps>`. Put the steps between a line `<Steps>` and a line `</Steps>`.',
			);
		if (
			node.name === 'Steps' &&
			!holds(node, (item) => (item.type === 'list' && item.ordered === true) || (isJsx(item) && item.name === 'Step'))
		)
			tell(
				node,
				'Trong `<Steps>` không có danh sách đánh số. Viết mỗi bước một dòng, bắt đầu bằng `1. `, `2. `, có dòng trống sau `<Steps>` và trước `</Steps>`; bước cần ghi giấy tờ, nơi làm, thời gian thì viết bằng thẻ `<Step>`; nếu không phải các bước thì bỏ `<Steps>`.',
				'There is no numbered list inside `<Steps>`. Write one step a line, starting with `1. `, `2. `, with an empty line after `<Steps>` and before `</Steps>`; write a step that names its paper, place and time as a `<Step>`; if these are no steps, remove `<Steps>`.',
			);
		if (node.name === 'Table' && !holds(node, (item) => item.type === 'table'))
			tell(
				node,
				'Trong `<Table>` không có bảng. Kiểm tra: có dòng trống sau `<Table …>` và trước `</Table>`, dòng thứ hai của bảng là `| --- | --- |`; nếu không cần bảng thì bỏ `<Table>`.',
				'There is no table inside `<Table>`. See that there is an empty line after `<Table …>` and before `</Table>`, and that the second line of the table is `| --- | --- |`; if no table is needed, remove `<Table>`.',
			);
	};
}

const formedHeading = /^(?:#{2,6}(?=[^\s#])|#{7,} ?|[＃♯]{1,6} ?)(?=[\p{L}\p{N}\s])/u;
/** A line of a list that Markdown does not take for one: `•`, `-` without a space, `1/`. */
const formedItem =
	/^[ \t]*(?:[•●○◦▪■□‣⁃∙·\uf0b7\uf0a7]|[-–—+*](?=[\p{L}\p{N}])|[–—](?= )|(\d{1,2})(?:\/|[.)](?=\p{L})))[ \t]*/u;
/** An item that lacks the space behind its number, after lines of another kind. */
const lateItem = /^[ \t]*\d{1,2}[.)](?=\p{L}{2})/u;
/** Rows of a table that has lost its first line or its line of hyphens. */
const bareTable = /^\|(?:[^|\n]*\|){2,}[ \t]*$/u;
/** Brackets that were meant to be a link. */
const formedLink: readonly { readonly form: RegExp; readonly say: (seen: string) => Say }[] = [
	{
		form: /\[\[[^\]\n]{1,80}\]\]/u,
		say: (seen) => ({
			vi: `\`${seen}\` không thành liên kết. Viết \`[tên trang](/mục/tên-thư-mục/)\`.`,
			en: `\`${seen}\` makes no link. Write \`[name of the page](/section/folder/)\`.`,
		}),
	},
	{
		form: /\[[^\]\n]{1,200}\][ \t]+\((?:\/|https?:\/\/|www\.|mailto:|tel:)[^)\n]*\)?/iu,
		say: (seen) => ({
			vi: `\`${seen}\` không thành liên kết vì có dấu cách giữa \`]\` và \`(\`. Viết liền: \`[tên trang](địa chỉ)\`.`,
			en: `\`${seen}\` makes no link, since a space stands between \`]\` and \`(\`. Write them together: \`[name of the page](address)\`.`,
		}),
	},
	{
		form: /\]\((?:https?:\/\/|tel:|mailto:|\/)[^\s)]*[ \t][^)\n]*\)/iu,
		say: (seen) => ({
			vi: `\`${seen}\` không thành liên kết vì trong địa chỉ có dấu cách. Xóa dấu cách, hoặc thay mỗi dấu cách bằng \`%20\`.`,
			en: `\`${seen}\` makes no link, since its address has a space in it. Delete the space, or write \`%20\` for each.`,
		}),
	},
	{
		form: /\([^)\n]{1,200}\)\[(?:\/|https?:\/\/|www\.|mailto:|tel:)[^\]\n]*\]/iu,
		say: (seen) => ({
			vi: `\`${seen}\` dùng ngược hai loại ngoặc. Viết \`[tên trang](địa chỉ)\`.`,
			en: `\`${seen}\` has its brackets the wrong way round. Write \`[name of the page](address)\`.`,
		}),
	},
	{
		form: /(?<![\p{L}\p{N}])\[[^\]\n]{2,200}\]\[[^\]\n]{0,80}\]/u,
		say: (seen) => ({
			vi: `\`${seen}\` dẫn tới một địa chỉ chưa khai báo trong bài. Viết \`[tên trang](địa chỉ)\`.`,
			en: `\`${seen}\` refers to an address that the text does not define. Write \`[name of the page](address)\`.`,
		}),
	},
	{
		form: /\[\^[^\]\n]{1,40}\]/u,
		say: (seen) => ({
			vi: `Trang không có chú thích cuối bài: \`${seen}\` sẽ in nguyên như vậy. Viết lời chú vào câu, hoặc dẫn nguồn bằng \`<Doc>\`, \`<Fact>\` hay một liên kết.`,
			en: `The site has no footnotes: \`${seen}\` would be printed as it is. Put the note into the sentence, or name the source with \`<Doc>\`, \`<Fact>\` or a link.`,
		}),
	},
	{
		form: /\]\((?:\/|https?:\/\/)[^\s)]*$/imu,
		say: (seen) => ({
			vi: `Liên kết \`${seen}\` chưa đóng ngoặc. Thêm \`)\` sau địa chỉ.`,
			en: `The link \`${seen}\` is not closed. Add a \`)\` after the address.`,
		}),
	},
];
/** Frames and tags in the manner of other programs. */
const formedFrame: readonly { readonly form: RegExp; readonly say: (seen: string) => Say }[] = [
	{
		form: /^(?:\[!(?:note|tip|important|warning|caution|info)\]|:::\s*\w+)/iu,
		say: (seen) => ({
			vi: `\`${seen}\` không thành khung. Viết \`<Callout kind="note" title="…">\`, nội dung, rồi \`</Callout>\`.`,
			en: `\`${seen}\` makes no frame. Write \`<Callout kind="note" title="…">\`, the words, then \`</Callout>\`.`,
		}),
	},
	{
		form: new RegExp(`[<＜]\\s*/?(?:${Object.keys(textComponents).join('|')})(?![\\p{L}\\d])`, 'u'),
		say: (seen) => ({
			vi: `\`${seen}\` không thành thẻ và sẽ in nguyên như vậy. Dùng dấu \`<\` thường, viết liền với tên thẻ.`,
			en: `\`${seen}\` makes no tag and would be printed as it is. Use an ordinary \`<\`, with the name of the tag right after it.`,
		}),
	},
];

/** What is meant to be Markdown and is printed as it was typed. */
function formRules(path: string, add: Add): Visit {
	return (node, parent) => {
		if (node.type === 'paragraph' && (parent?.type === 'root' || parent?.type === 'mdxJsxFlowElement')) lines(node);
		else if (node.type === 'paragraph') lateItems(node);
		if (node.type !== 'text' || !/[[\]<＜:]/.test(node.value)) return;
		const tell = (code: Code, form: RegExp, say: (seen: string) => Say): boolean => {
			const match = form.exec(node.value);
			if (!match) return false;
			const before = node.value.slice(0, match.index).split('\n');
			const { line, column } = start(node);
			const place =
				before.length === 1
					? { line, column: column + match.index }
					: { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
			add(path, place, code, 'error', say(shorten(match[0].split('\n', 1)[0] ?? '')));
			return true;
		};
		formedLink.some(({ form, say }) => tell('link/form', form, say));
		formedFrame.some(({ form, say }) => tell('body/component', form, say));
	};
	/** Tells an item without a space behind its number, which goes on with the line before it. */
	function lateItems({ children }: Extract<Nodes, { type: 'paragraph' }>): boolean {
		for (const child of children) {
			if (child.type !== 'text') continue;
			const items = child.value.split('\n');
			const at = items.findIndex((item, index) => index > 0 && lateItem.test(item));
			if (at === -1) continue;
			const [mark = ''] = (items[at] ?? '').trim().split(/(?<=[.)])/u);
			add(path, { line: start(child).line + at, column: 1 }, 'structure/list-form', 'warning', {
				vi: `Dòng bắt đầu bằng \`${mark}\` không thành mục của danh sách: nó sẽ in liền vào dòng trước. Thêm một dấu cách: \`${mark} …\`.`,
				en: `The line that starts with \`${mark}\` makes no item of a list: it is printed with the line before it. Add a space: \`${mark} …\`.`,
			});
			return true;
		}
		return false;
	}
	function lines(node: Extract<Nodes, { type: 'paragraph' }>): void {
		const [first] = node.children;
		if (first?.type !== 'text') return;
		const { line, column } = start(first);
		const heading = formedHeading.exec(first.value)?.[0];
		if (heading !== undefined) {
			const words = shorten((first.value.slice(heading.length).split('\n', 1)[0] ?? '').trim());
			const marks = /^#{2,6}$/.test(heading) ? heading : '##';
			add(path, { line, column }, 'structure/heading-form', 'error', {
				vi: `Dòng \`${shorten(heading.trim())}${words}\` không thành tiêu đề và sẽ in nguyên như vậy. Viết \`${marks} ${words}\`: hai đến bốn dấu \`#\` thường, rồi một dấu cách.`,
				en: `The line \`${shorten(heading.trim())}${words}\` makes no heading and would be printed as it is. Write \`${marks} ${words}\`: two to four ordinary \`#\`, then a space.`,
			});
			return;
		}
		const items = node.children.flatMap((child) => (child.type === 'text' ? child.value.split('\n') : []));
		if (bareTable.test(items[0] ?? '') && (items.length > 1 || node.children.length > 1)) {
			add(path, { line, column }, 'structure/table-header', 'error', {
				vi: 'Các dòng này không thành bảng và sẽ in liền nhau: bảng phải có dòng tên cột, rồi dòng `| --- | --- |`, rồi mới đến các dòng nội dung. Thêm dòng còn thiếu.',
				en: 'These lines make no table and are printed as they are: a table begins with a row of column names, then a line `| --- | --- |`, then its rows. Add the line that is missing.',
			});
			return;
		}
		if (!formedItem.test(items[0] ?? '') && lateItems(node)) return;
		const typed = items.flatMap((item) => {
			const mark = formedItem.exec(item);
			return mark ? [{ mark: mark[0].trim(), number: mark[1] }] : [];
		});
		const [begin] = typed;
		if (!begin || typed.length < 2 || !formedItem.test(items[0] ?? '')) return;
		const right = begin.number === undefined ? '- ' : `${begin.number}. `;
		add(path, { line, column }, 'structure/list-form', 'warning', {
			vi: `Các dòng bắt đầu bằng \`${begin.mark}\` không thành danh sách: chúng sẽ in liền thành một đoạn. Viết mỗi mục một dòng, bắt đầu bằng \`${right}\` (có dấu cách).`,
			en: `Lines that start with \`${begin.mark}\` make no list: they are printed as one paragraph. Write one item a line, starting with \`${right}\` (with a space).`,
		});
	}
}

/** An entry that readers cannot open on the day of the check, and why. */
type Unpublished = ReadonlyMap<string, Say>;

/** Words of links, and addresses that follow readers or lead to pages that are not public. */
function linkRules(
	path: string,
	addressOf: (node: Nodes) => string | undefined,
	locales: readonly string[],
	unpublished: Unpublished,
	severity: Severity,
	add: Add,
): Visit {
	const seen = new Map<string, { readonly address: string; readonly line: number }>();
	return (node, parent) => {
		if (node.type !== 'link' && node.type !== 'linkReference') return;
		const url = addressOf(node) ?? '';
		// `[words](https://… …)`: the space ends the address, and what is left of it becomes a link of its own.
		const siblings: readonly Nodes[] = parent?.children ?? [];
		const opening = siblings[siblings.indexOf(node) - 1];
		if (opening?.type === 'text' && opening.value.endsWith('](')) {
			add(path, start(opening), 'link/form', 'error', {
				vi: `Liên kết tới \`${shorten(url)}\` không thành vì trong địa chỉ có dấu cách. Xóa dấu cách, hoặc thay mỗi dấu cách bằng \`%20\`.`,
				en: `The link to \`${shorten(url)}\` does not come about, since its address has a space in it. Delete the space, or write \`%20\` for each.`,
			});
			return;
		}
		const typed = wordsOf(node).trim();
		const words = bareWords(typed);
		const place = start(node);
		const tracker = trackerIn(url);
		if (tracker) add(path, place, 'link/tracker', 'warning', tracker);
		const address = innerAddress(url, locales);
		const why = address && unpublished.get(address.replace(/^\/|\/(?:#.*)?$/g, ''));
		if (why)
			add(path, place, 'link/unpublished', severity, {
				vi: `Liên kết \`${shorten(url)}\` dẫn tới bài ${why.vi}, nên người đọc sẽ không mở được. Đăng bài đó trước, hoặc bỏ liên kết.`,
				en: `The link \`${shorten(url)}\` leads to a text that ${why.en}, so readers cannot open it. Publish that text first, or remove the link.`,
			});
		if (words === '') {
			// A component such as a term prints words that do not stand in the text.
			if (!hasContent(node) || typed !== '')
				add(path, place, 'structure/link-words', 'warning', {
					vi: `Liên kết tới \`${shorten(url)}\` không có chữ nào. Viết giữa hai ngoặc vuông tên của trang được dẫn: \`[tên trang](…)\`.`,
					en: `The link to \`${shorten(url)}\` has no words. Write the name of the page between the brackets: \`[name of the page](…)\`.`,
				});
			return;
		}
		if (emptyLinkWords.has(words)) {
			add(path, place, 'structure/link-words', 'warning', {
				vi: `Chữ của liên kết là “${shorten(typed)}”, đọc riêng thì không biết dẫn tới đâu. Thay bằng tên trang được dẫn, ví dụ \`[Khai báo tạm trú](…)\`.`,
				en: `The link says “${shorten(typed)}”, which alone does not tell where it leads. Write the name of the page instead, such as \`[Declare where you stay](…)\`.`,
			});
			return;
		}
		if (typed.length > 60 && /^(?:https?:\/\/|www\.)\S+$/i.test(typed)) {
			add(path, place, 'structure/link-words', 'warning', {
				vi: `Chữ của liên kết là một địa chỉ dài (${typed.length} ký tự), khó đọc và tràn màn hình điện thoại. Viết \`[tên trang](địa chỉ)\`.`,
				en: `The words of this link are a long address (${typed.length} characters), hard to read and too wide for a phone. Write \`[name of the page](address)\`.`,
			});
			return;
		}
		const hostOf = (text: string) =>
			/^(?:https?:\/\/)?((?:[\p{L}\d-]+\.)+\p{L}{2,})(?:[/?#:]|$)/iu
				.exec(text)?.[1]
				?.toLowerCase()
				.replace(/^www\./, '');
		const [named, led] = [hostOf(typed), /^https?:/i.test(url) ? hostOf(url) : undefined];
		if (
			named !== undefined &&
			led !== undefined &&
			named !== led &&
			!led.endsWith(`.${named}`) &&
			!named.endsWith(`.${led}`)
		) {
			add(path, place, 'structure/link-words', 'warning', {
				vi: `Chữ của liên kết là \`${shorten(typed)}\`, nhưng địa chỉ dẫn tới \`${shorten(led)}\`. Sửa chữ hoặc địa chỉ cho khớp.`,
				en: `The link says \`${shorten(typed)}\`, but leads to \`${shorten(led)}\`. Correct the words or the address so that they agree.`,
			});
			return;
		}
		const target = address ?? url.replace(/\/+$/, '');
		const before = seen.get(words);
		if (!before) seen.set(words, { address: target, line: place.line });
		else if (before.address !== target)
			add(path, place, 'structure/link-same-words', 'warning', {
				vi: `Liên kết “${shorten(typed)}” dẫn tới \`${shorten(url)}\`, còn liên kết cùng chữ ở dòng ${before.line} dẫn tới nơi khác. Đổi chữ của một trong hai để người đọc phân biệt được, hoặc sửa địa chỉ nếu chép nhầm.`,
				en: `The link “${shorten(typed)}” leads to \`${shorten(url)}\`, but the link with the same words in line ${before.line} leads elsewhere. Change the words of one of them so that readers can tell them apart, or correct the address if it was copied by mistake.`,
			});
	};
}

/** Share of the source's letters below which a translation has lost something, by script: Chinese says the same in fewer signs. */
const leastShare: Readonly<Record<string, number>> = { Hans: 0.25, Hant: 0.25, Jpan: 0.25, Kore: 0.4 };
/** Below this many letters of the source, shares say little. */
const lettersToJudge = 200;

/** Another number of parts than the source has, told where the translation ceases to have a partner. */
function tellHeadings(path: string, source: BodyFacts, own: BodyFacts, add: Add): void {
	const [wanted, count] = [source.parts.length - 1, own.parts.length - 1];
	// The first heading that is too much, or the last before one that lacks.
	const place = (count > wanted ? own.parts[wanted + 1] : own.parts[count])?.place ?? own.lead;
	const titles = quoteIds(source.parts.slice(1, 9).map(({ title = '' }) => `## ${title}`));
	const list =
		wanted === 0
			? { vi: '', en: '' }
			: {
					vi: ` Các tiêu đề của bản gốc: ${titles}${wanted > 8 ? ', …' : ''}.`,
					en: ` Headings of the source: ${titles}${wanted > 8 ? ', …' : ''}.`,
				};
	add(path, place, 'translation/headings', 'error', {
		vi: `Bản dịch có ${count} tiêu đề \`##\`, bản gốc có ${wanted}. Thêm hoặc bớt tiêu đề \`##\` cho khớp, hoặc sửa vi.mdx.${list.vi}`,
		en: `The translation has ${count} ${count === 1 ? 'heading' : 'headings'} \`##\`, the source has ${wanted}. Add or take away headings \`##\` so that they agree, or correct vi.mdx.${list.en}`,
	});
}

/** A translation against its source, part by part. */
function compare(
	path: string,
	tag: string,
	source: BodyFacts,
	own: BodyFacts,
	content: Content,
	severity: Severity,
	add: Add,
): void {
	const registers: Readonly<Record<Cited, { has(id: string): boolean } | undefined>> = {
		facts: content.facts,
		documents: content.documents,
		terms: content.glossary,
		contacts: new Set(content.site.contacts.map(({ id }) => id)),
		charts: undefined,
		links: undefined,
		pictures: undefined,
	};
	const isAligned = source.parts.length === own.parts.length;
	if (!isAligned) tellHeadings(path, source, own, add);
	// Where headings differ in number (which another rule tells), parts cannot be matched: the whole is compared.
	const pairs = isAligned
		? source.parts.flatMap((from, index) => {
				const to = own.parts[index];
				return to ? [{ from, to }] : [];
			})
		: [{ from: joined(source.parts), to: joined(own.parts) }];
	for (const { from, to } of pairs) {
		const where: Say = !isAligned
			? { vi: 'Bản dịch', en: 'The translation' }
			: source.parts.length === 1
				? { vi: 'Bài', en: 'The text' }
				: to.title === undefined
					? { vi: 'Phần mở đầu', en: 'The part before the first heading' }
					: {
							vi: `Phần “${shorten(to.title)}” (bản gốc: “${shorten(from.title ?? '')}”)`,
							en: `The part “${shorten(to.title)}” (source: “${shorten(from.title ?? '')}”)`,
						};
		for (const kind of Object.keys(citedWords) as Cited[]) {
			const { vi, en, write } = citedWords[kind];
			if (from.cites[kind].size === 0 && to.cites[kind].size === 0) continue;
			const register = registers[kind];
			const added = [...to.cites[kind]].filter((id) => !from.cites[kind].has(id));
			const lacking = [...from.cites[kind]].filter((id) => !to.cites[kind].has(id));
			const extra = added.filter((id) => register?.has(id) ?? true);
			// A misspelt id is told where it stands; it need not be told once more as one that lacks.
			const misspelt = added.length - extra.length;
			const isToldElsewhere = misspelt > 0 && lacking.length <= misspelt;
			const missing = isToldElsewhere ? [] : lacking.filter((id) => register?.has(id) ?? true);
			if (missing.length === 0 && extra.length === 0) continue;
			// One message for a place and a rule: what lacks and what is too much are often one slip.
			const lacks: Say = {
				vi: `${where.vi} thiếu ${vi} mà bản gốc có: ${quoteIds(missing)}. Thêm \`${write(missing[0] ?? '')}\` vào đúng chỗ; nếu bản gốc không cần nữa, xóa khỏi vi.mdx.`,
				en: `${where.en} lacks ${en} that the source has: ${quoteIds(missing)}. Add \`${write(missing[0] ?? '')}\` in its place; if the source needs it no longer, delete it from vi.mdx.`,
			};
			const adds: Say = {
				vi: `${where.vi} có ${vi} mà bản gốc không có: ${quoteIds(extra)}. Xóa khỏi bản dịch, chuyển về đúng phần, hoặc thêm vào vi.mdx.`,
				en: `${where.en} has ${en} that the source does not have: ${quoteIds(extra)}. Delete them from the translation, move them to their part, or add them to vi.mdx.`,
			};
			const told = [...(missing.length > 0 ? [lacks] : []), ...(extra.length > 0 ? [adds] : [])];
			add(path, to.place, `translation/${kind}`, severity, {
				vi: told.map((say) => say.vi).join(' '),
				en: told.map((say) => say.en).join(' '),
			});
		}
		const counts = (
			[
				[to.items, from.items, 'mục danh sách', 'list item', 'list items'],
				[to.rows, from.rows, 'dòng trong bảng', 'row in tables', 'rows in tables'],
			] as const
		).filter(([count, wanted]) => count !== wanted);
		if (counts.length > 0)
			add(path, to.place, 'translation/blocks', 'warning', {
				vi: `${where.vi} có ${counts.map(([count, wanted, vi]) => `${count} ${vi} (bản gốc: ${wanted})`).join(', ')}. Thêm hoặc bớt cho khớp với bản gốc, hoặc sửa vi.mdx.`,
				en: `${where.en} has ${counts.map(([count, wanted, , one, many]) => `${count} ${count === 1 ? one : many} (source: ${wanted})`).join(', ')}. Add or take away so that they agree, or correct vi.mdx.`,
			});
	}
	let script = 'Latn';
	try {
		script = scriptOf(tag);
	} catch {
		// A tag that is no language is told by another rule; the usual share serves until it is mended.
	}
	const least = leastShare[script] ?? 0.35;
	if (source.letters >= lettersToJudge && own.hasWords && own.letters < source.letters * least) {
		const percent = Math.round((own.letters / source.letters) * 100);
		add(path, own.lead, 'translation/short', 'warning', {
			vi: `Bản dịch có ${own.letters} chữ cái, chỉ bằng ${percent}% bản gốc (${source.letters}); ở ngôn ngữ này thường trên ${least * 100}%. Có thể bản dịch quá ngắn vì còn đoạn chưa dịch: so từng đoạn với vi.mdx rồi dịch tiếp.`,
			en: `The translation has ${own.letters} letters, ${percent}% of the source (${source.letters}); in this language it is usually more than ${least * 100}%. It may be too short because paragraphs are missing: compare with vi.mdx and translate the rest.`,
		});
	}
}

function joined(parts: readonly PartContent[]): PartContent {
	const [first] = parts;
	const whole = emptyPart(undefined, first?.place ?? { line: 1, column: 1 });
	for (const { cites, items, rows } of parts) {
		for (const kind of Object.keys(citedWords) as Cited[]) for (const id of cites[kind]) whole.cites[kind].add(id);
		whole.items += items;
		whole.rows += rows;
	}
	return whole;
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
	data !== null && typeof data === 'object' && !Array.isArray(data);
const dataOf = (text: TextFile | undefined): Readonly<Record<string, unknown>> => {
	const data = text?.frontMatter.data;
	return isRecord(data) ? data : {};
};
const kindOf = (source: TextFile | undefined): Kind | undefined => {
	const { kind } = dataOf(source);
	return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? (kind as Kind) : undefined;
};

/** Those of every kind. */
const commonOptional = ['label', 'summary', 'coverCaption'];
/** Words that a translation may leave out by its shape, so that nobody notices. */
const optionalWords = new Map(
	Object.entries<{ readonly words: Readonly<Record<string, z.ZodType>> }>(kinds).map(([kind, { words }]) => {
		const own = Object.entries(words).flatMap(([name, schema]) => (schema.isOptional() ? [name] : []));
		return [kind, [...commonOptional, ...own]];
	}),
);

function compareFields(path: string, source: TextFile, own: TextFile, add: Add): void {
	const from = dataOf(source);
	const to = dataOf(own);
	for (const name of optionalWords.get(kindOf(source) ?? '') ?? commonOptional) {
		const words = from[name];
		if (typeof words !== 'string' || words.trim() === '' || to[name] !== undefined) continue;
		add(path, own.frontMatter.position([name]), 'translation/field', 'warning', {
			vi: `Bản gốc có \`${name}\` (“${shorten(words)}”), bản dịch không có. Thêm một dòng \`${name}: …\` đã dịch, hoặc xóa khỏi vi.mdx nếu không cần.`,
			en: `The source has \`${name}\` (“${shorten(words)}”), the translation has none. Add a line \`${name}: …\` with the translated words, or delete it from vi.mdx if it is not needed.`,
		});
	}
	for (const [name, list] of Object.entries(from)) {
		const translated = to[name];
		if (!Array.isArray(list) || !Array.isArray(translated) || list.length === translated.length) continue;
		add(path, own.frontMatter.position([name]), 'translation/blocks', 'warning', {
			vi: `\`${name}\` có ${translated.length} dòng, bản gốc có ${list.length}. Thêm hoặc bớt dòng cho khớp với bản gốc, hoặc sửa vi.mdx.`,
			en: `\`${name}\` has ${translated.length} ${translated.length === 1 ? 'line' : 'lines'}, the source has ${list.length}. Add or take away lines so that they agree, or correct vi.mdx.`,
		});
	}
}

/** Whether a moment has come on a day. A time that no clock shows counts as a day, for its form is told elsewhere. */
function hasCome(moment: string, day: string, zone: string): boolean {
	if (moment.length > 10)
		try {
			const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
			return new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts }).format(new Date(moment)) <= day;
		} catch {
			return moment.slice(0, 10) <= day;
		}
	return moment <= day;
}

function unpublishedEntries(folder: ContentFolder, content: Content, day: string | undefined): Unpublished {
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const why = new Map<string, Say>();
	for (const { path, texts } of folder.entries) {
		const { status, publishAt, expireAt } = dataOf(texts.get(sourceLocale));
		if (status === 'draft') why.set(path, { vi: 'còn là bản nháp', en: 'is still a draft' });
		else if (day === undefined) continue;
		else if (typeof expireAt === 'string' && hasCome(expireAt, day, content.site.zone))
			why.set(path, { vi: `đã gỡ từ ${shorten(expireAt)}`, en: `went away on ${shorten(expireAt)}` });
		else if (typeof publishAt === 'string' && !hasCome(publishAt, day, content.site.zone))
			why.set(path, { vi: `chỉ đăng từ ${shorten(publishAt)}`, en: `appears only on ${shorten(publishAt)}` });
	}
	return why;
}

/** Places outside texts that lead readers to an entry: doors of the home page, foot of the page, stops of a tour. */
function checkEntryLinks(folder: ContentFolder, content: Content, unpublished: Unpublished, add: Add): void {
	const tell = (file: string, place: Place, severity: Severity, id: unknown) => {
		const why = typeof id === 'string' ? unpublished.get(id) : undefined;
		if (why)
			add(file, place, 'link/unpublished', severity, {
				vi: `\`${String(id)}\` dẫn tới bài ${why.vi}, nên người đọc sẽ không mở được. Đăng bài đó trước, hoặc bỏ dòng này.`,
				en: `\`${String(id)}\` leads to a text that ${why.en}, so readers cannot open it. Publish that text first, or delete this line.`,
			});
	};
	const { home, emergency, footer, corrections } = content.site;
	const at = (...path: PropertyKey[]): Place => folder.registers.get('site')?.position(path) ?? { line: 1, column: 1 };
	for (const [section, doors] of Object.entries(home.doors))
		for (const [index, id] of doors.entries()) tell('site.yaml', at('home', 'doors', section, index), 'error', id);
	for (const [index, id] of footer.entries()) tell('site.yaml', at('footer', index), 'error', id);
	tell('site.yaml', at('emergency'), 'error', emergency);
	tell('site.yaml', at('corrections'), 'error', corrections);
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	for (const { path, texts } of folder.entries) {
		const source = texts.get(sourceLocale);
		const { stops } = dataOf(source);
		if (!source || !Array.isArray(stops)) continue;
		for (const [index, id] of stops.entries())
			if (unpublished.has(id))
				tell(
					source.path,
					source.frontMatter.position(['stops', index]),
					unpublished.has(path) ? 'warning' : 'error',
					id,
				);
	}
}

/** Addresses in front matter and registers that follow readers; fields that hold addresses are the same everywhere. */
function checkAddresses(folder: ContentFolder, add: Add): void {
	const look = (file: string, position: (path: readonly PropertyKey[]) => Place, data: unknown): void => {
		const stack: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: data, path: [] }];
		for (let item = stack.pop(); item; item = stack.pop()) {
			const { value, path } = item;
			if (typeof value === 'string') {
				const isOwnChannel = file === 'site.yaml' && path[0] === 'channels';
				const tracker = /^https?:\/\//i.test(value) ? trackerIn(value, isOwnChannel) : undefined;
				if (tracker) add(file, position(path), 'link/tracker', 'warning', tracker);
			} else if (value !== null && typeof value === 'object' && path.length < 8)
				for (const [key, inner] of Object.entries(value))
					stack.push({ value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] });
		}
	};
	for (const [name, file] of [
		['site', 'site.yaml'],
		['facts', 'facts.yaml'],
		['documents', 'documents.yaml'],
		['holidays', 'holidays.yaml'],
	] as const) {
		const register = folder.registers.get(name);
		if (register) look(file, register.position, register.data);
	}
	for (const { texts } of dueEntries(folder))
		for (const { path, frontMatter } of texts.values()) look(path, frontMatter.position, frontMatter.data);
}

/** Old addresses that two entries claim, or that a page of the site has. */
function checkRedirects(folder: ContentFolder, content: Content, folderName: string, add: Add): void {
	const locales = content.site.locales.map(({ locale }) => locale);
	const [sourceLocale = 'vi'] = locales;
	const plain = (address: string) =>
		`/${address.replace(/(?:index\.html?)?[?#].*$|index\.html?$/i, '').replace(/^\/+|\/+$/g, '')}`;
	const pages = new Map<string, string>([
		['/', 'site.yaml'],
		['/languages', 'site.yaml'],
	]);
	for (const locale of locales) {
		const sections = new Set(content.entries.map(({ section }) => section));
		for (const page of ['', '/search', '/all', '/data', ...[...sections].map((section) => `/${section}`)])
			pages.set(`/${locale}${page}`, 'site.yaml');
		for (const { id } of content.site.phases) pages.set(`/${locale}/congress/${id}`, 'site.yaml');
		for (const { path } of content.entries) pages.set(`/${locale}/${path}`, `${path}/${sourceLocale}.mdx`);
	}
	const claimed = new Map<string, string>();
	for (const { texts } of folder.entries) {
		const source = texts.get(sourceLocale);
		const { redirectFrom } = dataOf(source);
		if (!source || !Array.isArray(redirectFrom)) continue;
		for (const [index, typed] of redirectFrom.entries()) {
			if (typeof typed !== 'string') continue;
			const address = plain(typed);
			const place = () => source.frontMatter.position(['redirectFrom', index]);
			const page = pages.get(address);
			const other = claimed.get(address);
			if (page !== undefined)
				add(source.path, place(), 'redirect/duplicate', 'error', {
					vi: `Địa chỉ cũ \`${shorten(typed)}\` là địa chỉ của một trang đang có (${folderName}/${page}). Xóa dòng này trong ${folderName}/${source.path}, hoặc sửa thành địa chỉ cũ thật sự.`,
					en: `The old address \`${shorten(typed)}\` is the address of a page that exists (${folderName}/${page}). Delete this line of ${folderName}/${source.path}, or write the address that was really used before.`,
				});
			else if (other !== undefined)
				add(source.path, place(), 'redirect/duplicate', 'error', {
					vi: `Địa chỉ cũ \`${shorten(typed)}\` được khai hai lần: trong ${folderName}/${other} và ${folderName}/${source.path}. Một địa chỉ chỉ dẫn tới một bài: xóa một trong hai dòng.`,
					en: `The old address \`${shorten(typed)}\` is claimed twice: in ${folderName}/${other} and ${folderName}/${source.path}. An address leads to one text only: delete one of the two lines.`,
				});
			else claimed.set(address, source.path);
		}
	}
}

function checkMedia(source: TextFile, headings: readonly string[], kind: Kind | undefined, add: Add): void {
	if (kind !== 'video' && kind !== 'audio') return;
	const what = kind === 'video' ? { vi: 'đoạn phim', en: 'film' } : { vi: 'bản âm thanh', en: 'recording' };
	if (dataOf(source)['summary'] === undefined)
		add(source.path, source.frontMatter.keyPosition(['kind']), 'structure/media-summary', 'warning', {
			vi: `Bài giới thiệu ${what.vi} không có \`summary\`, nên ai không xem hay nghe được sẽ không biết nội dung. Thêm \`summary: …\`, nhiều nhất 60 từ.`,
			en: `This text presents a ${what.en} without a \`summary\`; those who cannot watch or listen learn nothing of it. Add \`summary: …\`, at most sixty words.`,
		});
	if (!headings.some((heading) => transcriptHeading.test(heading)))
		add(source.path, source.frontMatter.keyPosition(['kind']), 'structure/transcript', 'warning', {
			vi: `Bài giới thiệu ${what.vi} không có phần lời bằng chữ cho người không nghe được. Thêm một phần có tiêu đề như \`## Lời bằng chữ\` và chép lời vào đó.`,
			en: `This text presents a ${what.en} without its words for those who cannot hear. Add a part with a heading such as \`## Transcript\` and write the words there.`,
		});
}

/**
 * How texts are built, what translations have lost against their source, where links and old addresses lead.
 *
 * @param day - Day of the check, `YYYY-MM-DD`. Without it, links to expired and future entries are not told, those to drafts are.
 * @returns Problems in no order. Never throws.
 */
export function checkStructure(folder: ContentFolder, content: Content, folderName: string, day?: string): Problem[] {
	const problems: Problem[] = [];
	const add: Add = (file, place, code, severity, say) => {
		problems.push({ file: `${folderName}/${file}`, line: place.line, column: place.column, code, severity, say });
	};
	const locales = content.site.locales.map(({ locale }) => locale);
	const [sourceLocale = 'vi'] = locales;
	const tags = new Map(content.site.locales.map(({ locale, tag }) => [locale, tag]));
	const unpublished = unpublishedEntries(folder, content, day);

	for (const entry of dueEntries(folder)) checkEntry(entry);
	checkEntryLinks(folder, content, unpublished, add);
	checkAddresses(folder, add);
	checkRedirects(folder, content, folderName, add);
	return problems;

	/** A block of code that nothing closes takes in all that follows it. */
	function checkFences(path: string, { children }: Root): void {
		const last = children.at(-1);
		if (last?.type !== 'code' || !last.position) return;
		const lines = (folder.typed.get(path) ?? '').trimEnd().split('\n');
		const mark = /^[ \t]*(`{3,}|~{3,})/.exec(lines[last.position.start.line - 1] ?? '')?.[1];
		if (mark === undefined || (last.position.start.line < lines.length && lines.at(-1)?.trim().startsWith(mark)))
			return;
		add(path, start(last), 'structure/open-code', 'error', {
			vi: `Khối chữ mở bằng \`${mark}\` ở đây không được đóng, nên mọi lời sau nó hiện ra như mã. Thêm một dòng \`${mark}\` ở cuối khối, hoặc xóa dòng này.`,
			en: `The block opened by \`${mark}\` here is not closed, so everything after it is shown as code. Add a line \`${mark}\` at its end, or delete this line.`,
		});
	}

	function checkEntry(entry: EntryFolder): void {
		const source = entry.texts.get(sourceLocale);
		const kind = kindOf(source);
		const bodies = new Map<string, BodyFacts>();
		for (const [locale, text] of entry.texts) {
			const { path, markdown } = text;
			if (!markdown) continue;
			const addressOf = addressesIn(markdown);
			checkFences(path, markdown);
			const gathered = gatherer(markdown, locales, addressOf);
			const linkSeverity = unpublished.has(entry.path) ? 'warning' : 'error';
			const rules = [
				gathered.visit,
				headingRules(path, add),
				blockRules(path, add),
				componentRules(path, add),
				formRules(path, add),
				linkRules(path, addressOf, locales, unpublished, linkSeverity, add),
			];
			walk(markdown, (node, parent, inside) => {
				for (const rule of rules) rule(node, parent, inside);
			});
			const body = gathered.result();
			bodies.set(locale, body);
			// An infographic is its figures, which stand in the front matter.
			if (!body.hasWords && kind !== 'infographic')
				add(path, body.lead, 'structure/empty-body', severityOf(text), {
					vi: 'Bài chưa có lời nào sau phần khai báo (sau dòng `---` thứ hai); hình không thay được lời. Viết nội dung, hoặc xóa tệp này nếu chưa cần.',
					en: 'The text has no words after its fields (after the second line `---`); pictures do not replace words. Write the text, or delete this file if it is not needed yet.',
				});
			if (locale === sourceLocale) {
				const headings = markdown.children.flatMap((node) => (node.type === 'heading' ? [wordsOf(node)] : []));
				checkMedia(text, headings, kind, add);
			}
		}
		const sourceBody = bodies.get(sourceLocale);
		for (const [locale, text] of entry.texts) {
			if (!source || locale === sourceLocale || !locales.includes(locale)) continue;
			compareFields(text.path, source, text, add);
			const body = bodies.get(locale);
			if (sourceBody && body && !(sourceBody.hasWords && body.hasWords)) {
				if (sourceBody.parts.length !== body.parts.length) tellHeadings(text.path, sourceBody, body, add);
			} else if (sourceBody && body)
				compare(text.path, tags.get(locale) ?? locale, sourceBody, body, content, severityOf(text), add);
		}
	}
}

/** What a machine has drafted is never published, and is there to be finished. */
const severityOf = (text: TextFile): Severity =>
	dataOf(text)['translation'] === 'machine-draft' ? 'warning' : 'error';
