import type { RootContent } from 'mdast';
import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { TextFile } from '#loaders/text-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { documentsSchema } from '#schema/documents.ts';
import { kinds, sourceSchemas, translationSchemas, type Kind } from '#schema/entry.ts';
import { factsSchema } from '#schema/facts.ts';
import { holidaysSchema } from '#schema/holidays.ts';
import { own, textsOf, type AnySchema, type FormedText } from '#schema/introspect.ts';
import { siteSchema } from '#schema/site.ts';

type Say = Problem['say'];

/** Lengths beyond which lists, results of a search and shared links cut words off. */
const longest: Readonly<Record<string, number>> = { title: 150, label: 60, description: 300 };
/** Placeholders told of one text; whoever looks for one finds the others. */
const mostPlaceholders = 5;

/** Signs that mean something in a body and are printed as they are in a field. */
const markups: readonly { readonly sign: RegExp; readonly what: Say }[] = [
	{ sign: /<\/?[a-z][^<>]*>/iu, what: { vi: 'thẻ', en: 'a tag' } },
	{ sign: /\[[^\]\n]+\]\([^)\s]+\)/u, what: { vi: 'liên kết viết kiểu Markdown', en: 'a Markdown link' } },
	{
		sign: /\*\*[^*\n]+\*\*|(?<![\p{L}\d_])__[^_\n]+__(?![\p{L}\d_])/u,
		what: { vi: 'dấu in đậm', en: 'signs for bold' },
	},
	{
		sign: /(?<![\p{L}\d*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\d*])/u,
		what: { vi: 'dấu in nghiêng', en: 'signs for italics' },
	},
	{ sign: /`[^`\n]+`/u, what: { vi: 'dấu huyền ngược của mã', en: 'backticks of code' } },
	{ sign: /\{[^{}\n]*\}/u, what: { vi: 'dấu `{…}` của mã', en: 'braces of code' } },
	{ sign: /^#{1,6}\s/u, what: { vi: 'dấu tiêu đề', en: 'signs of a heading' } },
];

/** What stands in for words that somebody still has to write. */
const placeholders: readonly RegExp[] = [
	/Viết ở đây(?::[^.\n]*)?/iu,
	/(?<![\p{L}\d])(?:TODO|FIXME|TBD|TBA|PLACEHOLDER)(?![\p{L}\d])/u,
	/lorem ipsum/iu,
	/(?<![\p{L}\d])x{3,}(?![\p{L}\d])/u,
	// The thirtieth of something is XXX too, and is named by what it is the thirtieth of.
	/(?<!\p{L}|(?:thứ|khóa|khoá|kỳ|kỷ|Games|Olympic|Congress)\s)X{3,}(?=\s+\p{Ll})/u,
	/\?{3,}/u,
	/[([]\s*(?:chờ bổ sung|sẽ bổ sung|bổ sung sau|đang cập nhật|cập nhật sau|điền sau|điền vào đây|to be added|to be completed|to be confirmed)\s*[)\]]/iu,
];
/** The whole of a field, when it says nothing. */
const emptySayings =
	/^(?:[.…?_\-–—*]+|test|asdf+|tên bài|tiêu đề|mô tả|title|description|đang cập nhật|cập nhật sau|bổ sung sau|tên bài hoặc văn bản ở nơi đăng|nơi đăng)$/iu;

function placeholderIn(text: string, isField: boolean): { readonly index: number; readonly seen: string } | undefined {
	for (const sign of placeholders) {
		const found = sign.exec(text);
		if (found) return { index: found.index, seen: found[0] };
	}
	return isField && emptySayings.test(text.trim()) ? { index: 0, seen: text.trim() } : undefined;
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** The words without what is markup in them. */
const plain = (text: string) =>
	text
		.replace(/<\/?[a-z][^<>]*>/giu, '')
		.replace(/\[([^\]\n]+)\]\([^)\s]+\)/gu, '$1')
		.replace(/\*\*|__|`|^#{1,6}\s+/gu, '')
		.replace(/[{}]/gu, '')
		.replace(/\*/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();

/**
 * Words of fields: that they are plain, not too long, and really there; and that nothing is left to be written in the body of a text
 * that is published.
 */
export function checkEntryWords(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const locales = new Set(content.site.locales.map(({ locale }) => locale));
	const [sourceLocale = 'vi'] = locales;
	const add = (file: string, { line, column }: Place, code: Code, say: Say, severity: Severity = 'error') =>
		problems.push({ file: `${folderName}/${file}`, line, column, code, severity, say });

	for (const [name, file, schema] of [
		['site', 'site.yaml', siteSchema],
		['facts', 'facts.yaml', factsSchema],
		['documents', 'documents.yaml', documentsSchema],
		['holidays', 'holidays.yaml', holidaysSchema],
	] as const) {
		const register = folder.registers.get(name);
		// Notes are for editors, who may write what they like; everything else is printed.
		if (register)
			for (const words of textsOf(schema, register.data))
				if (words.path.at(-1) !== 'note') tellMarkup(file, words, (path) => register.position(path));
	}

	for (const { texts } of dueEntries(folder)) {
		const source = texts.get(sourceLocale);
		const kind = own(source?.frontMatter.data, 'kind');
		const known = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? (kind as Kind) : 'page';
		const status = own(source?.frontMatter.data, 'status');
		for (const [locale, text] of texts) {
			if (!locales.has(locale)) continue;
			const schema: AnySchema = (locale === sourceLocale ? sourceSchemas : translationSchemas)[known];
			const { data, position } = text.frontMatter;
			const isPublished =
				(status === 'approved' || status === 'historical') && own(data, 'translation') !== 'machine-draft';
			let told = 0;
			for (const words of textsOf(schema, data)) {
				tellMarkup(text.path, words, position);
				tellLength(text.path, words, position);
				if (isPublished && isWords(words) && told < mostPlaceholders) {
					const found = placeholderIn(words.text, true);
					if (!found) continue;
					told++;
					tellPlaceholder(text.path, position(words.path), found.seen, words.path);
				}
			}
			if (isPublished && text.markdown) tellBody(text, mostPlaceholders - told);
		}
	}
	return problems;

	function tellMarkup(file: string, words: FormedText, position: (path: readonly PropertyKey[]) => Place): void {
		if (!isWords(words)) return;
		for (const { sign, what } of markups) {
			const seen = sign.exec(words.text)?.[0];
			if (seen === undefined) continue;
			const name = nameOf(words.path);
			const mended = shorten(plain(words.text));
			const isComponent = /^<[A-Z]/.test(seen);
			add(file, position(words.path), 'field/markup', {
				vi: `\`${name}\` có ${what.vi} \`${shorten(seen)}\`; trường này chỉ nhận lời trơn, nên dấu ấy sẽ hiện nguyên trên trang. ${isComponent ? 'Viết bằng lời, và đặt thành phần ấy trong bài' : `Chỉ để lại lời${mended === '' ? '' : `: “${mended}”`}`}.`,
				en: `\`${name}\` has ${what.en}: \`${shorten(seen)}\`. This field takes plain words, so the signs would be printed on the page. ${isComponent ? 'Say it in words, and put the component into the text' : `Leave the words alone${mended === '' ? '' : `: “${mended}”`}`}.`,
			});
			return;
		}
	}

	function tellLength(file: string, words: FormedText, position: (path: readonly PropertyKey[]) => Place): void {
		const name = words.path.length === 1 ? String(words.path[0]) : '';
		const most = longest[name];
		const { length } = [...words.text.trim()];
		if (most === undefined || length <= most) return;
		add(
			file,
			position(words.path),
			'field/length',
			{
				vi: `\`${name}\` dài ${length} ký tự; quá ${most} ký tự thì danh sách, kết quả tìm kiếm và liên kết chia sẻ cắt mất phần cuối. Rút ngắn, phần còn lại đưa vào bài.`,
				en: `\`${name}\` has ${length} characters; beyond ${most}, lists, results of a search and shared links cut it off. Shorten it and move the rest into the text.`,
			},
			'warning',
		);
	}

	function tellPlaceholder(file: string, place: Place, seen: string, path?: readonly PropertyKey[]): void {
		const name = path && nameOf(path);
		add(file, place, 'entry/placeholder', {
			vi: `${name === undefined ? `“${shorten(seen)}” là chỗ chưa viết xong` : `\`${name}\` còn chỗ chưa viết xong: “${shorten(seen)}”`}, mà bài đã ghi \`status: approved\` hoặc \`historical\`. Viết nội dung thật, hoặc xóa chỗ này; chưa viết xong thì đổi thành \`status: draft\`.`,
			en: `${name === undefined ? `“${shorten(seen)}” is still to be written` : `\`${name}\` is still to be written: “${shorten(seen)}”`}, and the text says \`status: approved\` or \`historical\`. Write the real words or delete this; while it is not finished, set \`status: draft\`.`,
		});
	}

	function tellBody(text: TextFile, most: number): void {
		let told = 0;
		const visit = (node: RootContent): void => {
			if (told >= most) return;
			if (node.type === 'text') {
				const found = placeholderIn(node.value, false);
				if (!found) return;
				told++;
				const before = node.value.slice(0, found.index);
				const breaks = before.split('\n').length - 1;
				const { line = 1, column = 1 } = node.position?.start ?? {};
				tellPlaceholder(
					text.path,
					{
						line: line + breaks,
						column: breaks === 0 ? column + before.length : before.length - before.lastIndexOf('\n'),
					},
					found.seen,
				);
			} else if ('children' in node) for (const child of node.children) visit(child as RootContent);
		};
		for (const node of text.markdown?.children ?? []) visit(node);
	}
}

const isWords = ({ form }: FormedText): boolean => form === 'words' || form === 'line' || form === 'summary';

const nameOf = (path: readonly PropertyKey[]): string =>
	path
		.filter((step) => typeof step !== 'number')
		.map(String)
		.join('.');
