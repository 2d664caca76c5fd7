import type { Root, RootContent } from 'mdast';
import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { textComponents } from '#schema/text-components.ts';
import { buildSite, SiteError, type Site } from '#site/model.ts';
import { addressFault } from './addresses.ts';
import { expressionSaying } from './files.ts';
import { liveMapFault } from './maps.ts';
import { missingPicture } from './pictures.ts';
import { nearest } from './shape.ts';
import { shorten } from './structure.ts';

type Say = Problem['say'];

interface JsxNode {
	readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
	readonly name: string | null;
	readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
}
type Node = (Root | RootContent) & {
	readonly position?: { readonly start: { readonly line: number; readonly column: number } };
};

const isJsx = (node: { readonly type: string }): node is JsxNode =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
/** Components whose attribute names a record, and the register it stands in. */
const cites: Readonly<Record<string, { readonly attribute: string; readonly register: keyof typeof registerFile }>> = {
	Fact: { attribute: 'id', register: 'facts' },
	Facts: { attribute: 'ids', register: 'facts' },
	Chart: { attribute: 'facts', register: 'facts' },
	Day: { attribute: 'fact', register: 'facts' },
	Doc: { attribute: 'id', register: 'documents' },
	Step: { attribute: 'law', register: 'documents' },
	Term: { attribute: 'id', register: 'glossary' },
	Contact: { attribute: 'id', register: 'contacts' },
	Market: { attribute: 'id', register: 'markets' },
	Seasons: { attribute: 'fact', register: 'facts' },
};
const registerFile = {
	facts: 'facts.yaml',
	documents: 'documents.yaml',
	glossary: 'glossary.csv',
	contacts: 'site.yaml',
	markets: 'site.yaml',
} as const;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
	const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return year !== '' && date.toISOString().slice(0, 10) === text;
}

/** How each document, figure and contact of a register is cited. */
const citing: Readonly<Record<keyof typeof registerFile, (id: string) => string>> = {
	facts: (id) => `<Fact id="${id}" />`,
	documents: (id) => `<Doc id="${id}" />`,
	glossary: (id) => `<Term id="${id}" />`,
	contacts: (id) => `<Contact id="${id}" />`,
	markets: (id) => `<Market id="${id}">`,
};

const say = (vi: string, en: string): Say => ({ vi, en });
const media = say(
	'Đặt tệp cạnh bài và viết `<Video src="./phim.mp4" title="tên phim">lời bằng chữ</Video>` hoặc `<Audio …>`; nếu phim ở trang khác, tạo một bài loại `video` hoặc `audio` với trường `link` dẫn tới đó.',
	'Put the file beside the text and write `<Video src="./film.mp4" title="name of the film">its words</Video>` or `<Audio …>`; if it is played elsewhere, make a text of kind `video` or `audio` whose `link` leads there.',
);
const deleteTag = say('Xóa thẻ này, chỉ giữ lại chữ.', 'Delete the tag and keep the words.');
const deleteCode = say(
	'Xóa cả thẻ và những gì trong đó: bài viết không chứa mã lệnh hay kiểu chữ.',
	'Delete the tag with what is in it: texts hold no code and no styles.',
);
/** What to write in place of the tags that people bring along from web pages. */
const tagMends = new Map<string, Say>(
	(
		[
			['b strong', say('Viết `**chữ đậm**`.', 'Write `**bold words**`.')],
			['i em cite', say('Viết `*chữ nghiêng*`.', 'Write `*words in italics*`.')],
			[
				'u ins mark big small s del strike',
				say(
					'Xóa thẻ; muốn nhấn mạnh thì viết `**chữ đậm**` hoặc `*chữ nghiêng*`.',
					'Delete the tag; for emphasis write `**bold words**` or `*words in italics*`.',
				),
			],
			['br', say('Để một dòng trống để sang đoạn mới.', 'Leave an empty line to start a paragraph.')],
			[
				'p div span center font section article header footer nav main o:p',
				say(
					'Xóa thẻ, chỉ giữ lại chữ; mỗi đoạn cách nhau một dòng trống.',
					'Delete the tag and keep the words; paragraphs stand apart by an empty line.',
				),
			],
			[
				'hr',
				say(
					'Viết `---` trên một dòng riêng, có dòng trống ở trên và ở dưới.',
					'Write `---` in a line of its own, with an empty line on each side.',
				),
			],
			['h1 h2 h3 h4 h5 h6', say('Viết tiêu đề phần là `## Tên phần`.', 'Write a heading as `## Name of the part`.')],
			['a', say('Viết liên kết là `[tên trang](https://…)`.', 'Write a link as `[name of the page](https://…)`.')],
			[
				'img picture svg figure',
				say(
					'Đặt tệp hình cạnh bài và viết `<Figure src="./hinh.jpg" alt="những gì thấy trong hình" />`.',
					'Put the picture beside the text and write `<Figure src="./picture.jpg" alt="what is to be seen" />`.',
				),
			],
			['video audio source track iframe frame embed object applet', media],
			['script style link meta base noscript template', deleteCode],
			[
				'table tr td th thead tbody caption',
				say(
					'Viết bảng bằng các dòng `| … | … |` giữa `<Table caption="…">` và `</Table>`.',
					'Write a table with lines `| … | … |` between `<Table caption="…">` and `</Table>`.',
				),
			],
			[
				'ul ol li dl dt dd',
				say(
					'Viết danh sách: mỗi mục một dòng, bắt đầu bằng `- ` hoặc `1. `.',
					'Write a list: one item a line, starting with `- ` or `1. `.',
				),
			],
			['blockquote q', say('Viết dấu `> ` ở đầu dòng được dẫn.', 'Start the quoted line with `> `.')],
			['code pre kbd tt samp', say('Đặt chữ giữa hai dấu `` ` ``.', 'Put the words between two signs `` ` ``.')],
			['sup sub', say('Gõ thẳng ký tự nhỏ, ví dụ `m²`.', 'Type the small sign itself, as in `m²`.')],
			[
				'form input button select textarea label option',
				say(
					'Trang không nhận dữ liệu của người đọc. Xóa thẻ; ghi nơi tiếp nhận bằng `<Contact id="…" />`.',
					'The site takes no data from readers. Delete the tag; name the office with `<Contact id="…" />`.',
				),
			],
			[
				'details summary',
				say(
					'Viết thành một phần có tiêu đề `## …`, hoặc một khung `<Callout kind="note" title="…">`.',
					'Write a part with a heading `## …`, or a `<Callout kind="note" title="…">`.',
				),
			],
		] as const
	).flatMap(([names, mend]) => names.split(' ').map((name) => [name, mend] as const)),
);

/** What stands in the bodies: no code, only our components, records that exist, links that lead somewhere. */
export function checkBodies(folder: ContentFolder, content: Content, folderName: string, day: string): Problem[] {
	const problems: Problem[] = [];
	const known = {
		facts: content.facts,
		documents: content.documents,
		glossary: content.glossary,
		contacts: new Map(content.site.contacts.map((contact) => [contact.id, contact])),
		markets: new Map(content.site.markets.map((market) => [market.id, market])),
	};
	let site: Site | undefined;
	try {
		site = buildSite(content, { day, base: '/', isPreview: false });
	} catch (error) {
		if (!(error instanceof SiteError)) throw error;
	}
	const locales = content.site.locales.map(({ locale }) => locale);
	/** Address of this site without its closing slash. */
	const home = content.site.address.replace(/\/+$/, '');
	let pageIds: string[] | undefined;
	/** Former addresses of entries. */
	const redirects = new Map(
		content.entries.flatMap(({ path, source }) =>
			(source.redirectFrom ?? []).map((address) => [address.replace(/\/*$/, ''), path] as const),
		),
	);

	for (const entry of dueEntries(folder))
		for (const [locale, text] of entry.texts) {
			if (!text.markdown) continue;
			const add = (node: Node, code: Code, vi: string, en: string) =>
				problems.push({
					file: `${folderName}/${text.path}`,
					line: node.position?.start.line ?? 1,
					column: node.position?.start.column ?? 1,
					code,
					severity: 'error',
					say: { vi, en },
				});
			const definitions: Extract<RootContent, { type: 'definition' }>[] = [];
			/** Definitions that pictures use; the others are links. */
			const pictureNames = new Set<string>();
			const esm = (node: Node & { readonly value: string }): void => {
				const [, first = '', line = ''] = /^(\w+)([^\n]*)/.exec(node.value) ?? [];
				// Code has signs and words that no sentence has in these places.
				const isCode =
					/^\s*(?:["'{*]|\w+\s*(?:,\s*[{*]|from\s*["'])|(?:default|const|let|var|function|class|async|type)\b)/.test(
						line,
					) || /[={}]|from\s*["']/.test(line);
				const isSentence = /^\s+\p{L}/u.test(line) && !isCode;
				const capital = first.charAt(0).toUpperCase() + first.slice(1);
				if (isSentence)
					add(
						node,
						'body/code',
						`Dòng bắt đầu bằng chữ \`${first}\` viết thường bị hiểu là mã lệnh, nên cả đoạn không được in. Viết hoa chữ đầu câu (\`${capital}${shorten(line)}\`), hoặc đổi từ đầu câu.`,
						`A line that starts with \`${first}\` in small letters is taken for code, so the paragraph is not printed. Begin it with a capital letter (\`${capital}${shorten(line)}\`), or with another word.`,
					);
				else
					add(
						node,
						'body/code',
						'Dòng bắt đầu bằng `import` hoặc `export` bị hiểu là mã lệnh; nội dung không được chứa mã. Xóa dòng này: các thành phần của trang dùng được ngay. Nếu là câu văn, đổi từ đầu câu.',
						'A line that starts with `import` or `export` is taken for code; texts hold no code. Delete it: the components of the site need no import. If it is a sentence, begin it with another word.',
					);
			};
			const alt = (node: Node, words: string, src: string, isMarkdown: boolean): void => {
				const how = isMarkdown
					? say(
							'Viết giữa hai ngoặc vuông: `![những gì thấy trong hình](…)`.',
							'Write it between the brackets: `![what is to be seen](…)`.',
						)
					: say('Viết `alt="những gì thấy trong hình"`.', 'Write `alt="what is to be seen"`.');
				const plain = words.trim();
				const stem = (name: string) =>
					name
						.slice(name.lastIndexOf('/') + 1)
						.replace(/\.\w+$/, '')
						.toLowerCase();
				if (plain === '')
					add(
						node,
						'picture/alt',
						`Hình này thiếu lời tả (alt) cho người không nhìn thấy. ${how.vi}`,
						`This picture has no alt text for those who cannot see it. ${how.en}`,
					);
				else if (
					/\.(?:jpe?g|png|svg|webp|avif|gif|heic|tiff?|bmp)$/i.test(plain) ||
					/^(?:img|dsc|dscf|image|picture|photo|pic|hình|hình ảnh|ảnh|alt)[\s_-]*\d*$/iu.test(plain) ||
					(plain.toLowerCase() === stem(src) && /[\d_-]/.test(plain))
				)
					add(
						node,
						'picture/alt',
						`Lời tả (alt) \`${shorten(plain)}\` chỉ là tên tệp hoặc một từ chung, không cho biết trong hình có gì. ${how.vi}`,
						`The alt text \`${shorten(plain)}\` is only a file name or a general word and does not tell what is to be seen. ${how.en}`,
					);
			};
			const picture = (node: Node, url: string): void => {
				if (entry.files.includes(url.replace(/^\.\//, ''))) return;
				const { vi, en } = missingPicture(url, entry.files);
				add(node, 'picture/missing', vi, en);
			};
			const visit = (node: Node): void => {
				if (node.type === 'mdxjsEsm') esm(node);
				if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
					add(node, 'body/expression', expressionSaying.vi, expressionSaying.en);
				if (node.type === 'html')
					add(
						node,
						'body/html',
						'Không dùng được thẻ HTML. Dùng Markdown hoặc các thành phần của trang.',
						'HTML cannot be used. Use Markdown or the components of the site.',
					);
				if (isJsx(node)) component(node as JsxNode & Node);
				if (node.type === 'link') link(node, node.url);
				const liveMap = node.type === 'image' ? liveMapFault(node.url) : undefined;
				if (liveMap) add(node, liveMap.code, liveMap.say.vi, liveMap.say.en);
				else if (node.type === 'image') {
					alt(node, node.alt ?? '', node.url, true);
					picture(node, node.url);
				}
				if (node.type === 'imageReference') {
					pictureNames.add(node.identifier);
					alt(node, node.alt ?? '', '', true);
				}
				if (node.type === 'definition') definitions.push(node);
				if (node.type === 'heading' && node.depth === 1)
					add(
						node,
						'body/h1',
						'Tiêu đề của trang đã ghi ở trường `title`. Dùng `##` cho các phần, hoặc xóa dòng này nếu chỉ nhắc lại tên bài.',
						'The title of the page stands in the field `title` already. Use `##` for parts, or delete this line if it only repeats the title.',
					);
				if ('children' in node) for (const child of node.children) visit(child as Node);
			};
			const component = (node: JsxNode & Node): void => {
				const name = node.name ?? '';
				const shape = Object.hasOwn(textComponents, name) ? textComponents[name] : undefined;
				if (!shape) {
					unknown(node, name);
					return;
				}
				const given = new Map<string, string>();
				/** Attributes that are told once, whatever else is wrong with them. */
				const told = new Set<string>();
				const allowed = [...shape.required, ...shape.optional];
				for (const attribute of node.attributes) {
					const { name: key } = attribute;
					if (attribute.type !== 'mdxJsxAttribute' || key === undefined) {
						for (const required of shape.required) told.add(required);
						const sample = shape.required.map((required) => ` ${required}="…"`).join('');
						add(
							node,
							'body/attribute-code',
							`\`{…}\` trong thẻ \`<${name}>\` là mã lệnh; nội dung không được chứa mã. Viết từng thuộc tính là chữ trong ngoặc kép: \`<${name}${sample}>\`.`,
							`\`{…}\` in the tag \`<${name}>\` is code; texts hold no code. Write each attribute as text in quotes: \`<${name}${sample}>\`.`,
						);
						continue;
					}
					if (!allowed.includes(key)) {
						const meant = nearest(key, allowed);
						if (meant) told.add(meant);
						const isHandler = /^on[a-z]/i.test(key);
						add(
							node,
							'body/attribute',
							`\`<${name}>\` không có thuộc tính \`${shorten(key)}\`${isHandler ? ' (đây là mã lệnh)' : ''}.${meant ? ` Có phải \`${meant}\`?` : ` Xóa \`${shorten(key)}\`.`} Các thuộc tính: ${allowed.join(', ') || '–'}.`,
							`\`<${name}>\` has no attribute \`${shorten(key)}\`${isHandler ? ' (which is code)' : ''}.${meant ? ` Did you mean \`${meant}\`?` : ` Delete \`${shorten(key)}\`.`} Attributes: ${allowed.join(', ') || '–'}.`,
						);
						continue;
					}
					if (typeof attribute.value !== 'string') {
						told.add(key);
						add(
							node,
							'body/attribute-code',
							attribute.value === null || attribute.value === undefined
								? `Thuộc tính \`${key}\` của \`<${name}>\` chưa có giá trị. Viết giá trị trong ngoặc kép: \`${key}="…"\`.`
								: `Giá trị của \`${key}\` trong \`<${name}>\` là mã lệnh \`{…}\`. Viết chữ trong ngoặc kép: \`${key}="…"\`.`,
							attribute.value === null || attribute.value === undefined
								? `The attribute \`${key}\` of \`<${name}>\` has no value. Write it in quotes: \`${key}="…"\`.`
								: `The value of \`${key}\` in \`<${name}>\` is code \`{…}\`. Write text in quotes: \`${key}="…"\`.`,
						);
						continue;
					}
					if (given.has(key))
						add(
							node,
							'body/attribute',
							`Thuộc tính \`${key}\` của \`<${name}>\` được viết hai lần: \`${shorten(given.get(key) ?? '')}\` và \`${shorten(attribute.value)}\`. Xóa một trong hai.`,
							`The attribute \`${key}\` of \`<${name}>\` stands twice: \`${shorten(given.get(key) ?? '')}\` and \`${shorten(attribute.value)}\`. Delete one of them.`,
						);
					given.set(key, attribute.value);
					value(node, name, key, attribute.value, shape.required.includes(key));
				}
				for (const key of shape.required)
					if (!given.has(key) && !told.has(key))
						add(
							node,
							'body/attribute-missing',
							`\`<${name}>\` thiếu thuộc tính \`${key}\`. Thêm \`${key}="…"\` vào thẻ.`,
							`\`<${name}>\` lacks the attribute \`${key}\`. Add \`${key}="…"\` to the tag.`,
						);
				const cited = Object.hasOwn(cites, name) ? cites[name] : undefined;
				if (cited)
					for (const id of new Set((given.get(cited.attribute) ?? '').split(/[\s,;]+/).filter(Boolean)))
						if (!known[cited.register].has(id)) citation(node, cited.register, id);
				if (name === 'Figure' && given.has('src')) picture(node, given.get('src') ?? '');
				if (name === 'Video' && given.has('poster')) picture(node, given.get('poster') ?? '');
			};
			/** One attribute of a known component. */
			const value = (node: Node, name: string, key: string, typed: string, isRequired: boolean): void => {
				const { values } = textComponents[name] ?? {};
				const tell = (vi: string, en: string) => {
					add(node, 'body/attribute-value', vi, en);
				};
				if (name === 'Figure' && key === 'alt') alt(node, typed, given(node, 'src'), false);
				else if (typed.trim() === '' && isRequired)
					add(
						node,
						'body/attribute-missing',
						`Thuộc tính \`${key}\` của \`<${name}>\` để trống. Viết giá trị giữa hai ngoặc kép.`,
						`The attribute \`${key}\` of \`<${name}>\` is empty. Write its value between the quotes.`,
					);
				else if (Object.hasOwn(values ?? {}, key) && !values?.[key]?.includes(typed)) {
					const meant = nearest(typed, values?.[key] ?? []);
					tell(
						`\`${key}\` của \`<${name}>\` không nhận \`${shorten(typed)}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các giá trị được dùng: ${values?.[key]?.join(', ') ?? ''}.`,
						`\`${key}\` of \`<${name}>\` does not take \`${shorten(typed)}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} It takes: ${values?.[key]?.join(', ') ?? ''}.`,
					);
				} else if (
					(name === 'Facts' && key === 'ids') ||
					(name === 'Chart' && key === 'facts') ||
					(name === 'Map' && key === 'places')
				) {
					if (!/[,;]/.test(typed)) return;
					const right = typed
						.split(/[\s,;]+/)
						.filter(Boolean)
						.join(' ');
					tell(
						`Các mã trong \`${key}\` cách nhau bằng dấu cách, không dùng dấu phẩy. Viết \`${key}="${shorten(right)}"\`.`,
						`The ids in \`${key}\` stand apart by spaces, without commas. Write \`${key}="${shorten(right)}"\`.`,
					);
				} else if (cites[name]?.attribute === key) {
					const ids = typed.split(/[\s,;]+/).filter(Boolean);
					if (ids.length > 1)
						tell(
							`\`${key}\` của \`<${name}>\` chỉ nhận một mã, ở đây có ${ids.length}: \`${shorten(typed)}\`. Viết mỗi mã một thẻ \`<${name} ${key}="…" />\`${name === 'Fact' ? ', hoặc dùng `<Facts ids="… …" />`' : ''}.`,
							`\`${key}\` of \`<${name}>\` takes one id; here are ${ids.length}: \`${shorten(typed)}\`. Write a tag \`<${name} ${key}="…" />\` for each${name === 'Fact' ? ', or use `<Facts ids="… …" />`' : ''}.`,
						);
					else if (ids[0] !== typed)
						tell(
							`Mã trong \`${key}\` thừa dấu cách hoặc dấu phẩy. Viết \`${key}="${shorten(ids[0] ?? '')}"\`.`,
							`The id in \`${key}\` has a space or a comma too many. Write \`${key}="${shorten(ids[0] ?? '')}"\`.`,
						);
				} else if (name === 'Quote' && key === 'date' && !isDay(typed)) {
					const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim()) ?? [];
					const likely = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
					tell(
						`\`date\` của \`<Quote>\` là \`${shorten(typed)}\`, không phải một ngày có thật viết theo thứ tự năm-tháng-ngày.${isDay(likely) ? ` Có phải \`${likely}\`?` : ''} Ví dụ: \`date="2026-02-28"\`.`,
						`\`date\` of \`<Quote>\` is \`${shorten(typed)}\`, which is not a real date written as year-month-day.${isDay(likely) ? ` Did you mean \`${likely}\`?` : ''} Example: \`date="2026-02-28"\`.`,
					);
				} else if (name === 'Quote' && key === 'source') {
					const fault = addressFault(typed);
					if (fault) add(node, fault.code, fault.say.vi, fault.say.en);
					else if (!/^https:/i.test(typed))
						tell(
							`\`source\` của \`<Quote>\` là \`${shorten(typed)}\`, không phải địa chỉ trang đăng lời này. Viết \`source="https://…"\`.`,
							`\`source\` of \`<Quote>\` is \`${shorten(typed)}\`, not the address of the page with these words. Write \`source="https://…"\`.`,
						);
				}
			};
			const given = (node: Node, key: string): string => {
				const found = (node as unknown as JsxNode).attributes.find(({ name }) => name === key)?.value;
				return typeof found === 'string' ? found : '';
			};
			const citation = (node: Node, register: keyof typeof registerFile, id: string): void => {
				const file = registerFile[register];
				const elsewhere = (Object.keys(registerFile) as (keyof typeof registerFile)[]).find((other) =>
					known[other].has(id),
				);
				const meant = nearest(id, [...known[register].keys()]);
				const [orVi, orEn] = elsewhere
					? [
							`Mã này có trong ${registerFile[elsewhere]}: viết \`${citing[elsewhere](id)}\`.`,
							`That id stands in ${registerFile[elsewhere]}: write \`${citing[elsewhere](id)}\`.`,
						]
					: [
							`${meant ? `Có phải \`${meant}\`? ` : ''}Sửa mã, hoặc thêm vào ${file}.`,
							`${meant ? `Did you mean \`${meant}\`? ` : ''}Correct the id, or add it to ${file}.`,
						];
				const where =
					register === 'contacts'
						? say('mục `contacts` của site.yaml', 'the list `contacts` of site.yaml')
						: register === 'markets'
							? say('mục `markets` của site.yaml', 'the list `markets` of site.yaml')
							: say(file, file);
				add(
					node,
					`${register}/unknown`,
					`Không có mã \`${shorten(id)}\` trong ${where.vi}. ${orVi.replace(`thêm vào ${file}`, `thêm vào ${where.vi}`)}`,
					`There is no \`${shorten(id)}\` in ${where.en}. ${orEn.replace(`add it to ${file}`, `add it to ${where.en}`)}`,
				);
			};
			/** A tag that is none of ours: a slip, or HTML that came along from a web page. */
			const unknown = (node: JsxNode & Node, name: string): void => {
				const liveMap = node.attributes
					.map(({ value: typed }) => (typeof typed === 'string' ? liveMapFault(typed) : undefined))
					.find((fault) => fault !== undefined);
				if (liveMap) {
					add(node, liveMap.code, liveMap.say.vi, liveMap.say.en);
					return;
				}
				const names = Object.keys(textComponents);
				const isLower = name === name.toLowerCase();
				const like = names.find((known) => known.toLowerCase() === name.toLowerCase());
				// `<table>` and `<figure>` are HTML, `<fact>` is a slip.
				const twin = isLower && tagMends.has(name) ? undefined : like;
				const mend = twin ? undefined : tagMends.get(name.toLowerCase());
				const meant = twin ?? (mend ? undefined : nearest(name, names));
				const isHtml = !twin && (mend !== undefined || /^[a-z][a-z0-9-]*$/.test(name)) && !meant;
				const more: Say[] = [];
				for (const { name: key = '', value: typed } of node.attributes) {
					const address = typeof typed === 'string' ? typed : '';
					const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1];
					if (/^on[a-z]/i.test(key))
						more.push(say(`Thuộc tính \`${shorten(key)}\` là mã lệnh.`, `The attribute \`${shorten(key)}\` is code.`));
					else if (/^\s*(?:javascript|vbscript|data):/i.test(address))
						more.push(say(`\`${shorten(address)}\` là mã lệnh.`, `\`${shorten(address)}\` is code.`));
					else if (host !== undefined && name.toLowerCase() !== 'a')
						more.push(
							say(
								`Trang không tải gì từ nơi khác (\`${shorten(host)}\`).`,
								`The site loads nothing from elsewhere (\`${shorten(host)}\`).`,
							),
						);
				}
				const extra = say(more.map(({ vi }) => ` ${vi}`).join(''), more.map(({ en }) => ` ${en}`).join(''));
				if (isHtml)
					add(
						node,
						'body/component',
						`\`<${shorten(name)}>\` là thẻ HTML, không dùng được trong bài.${extra.vi} ${(mend ?? deleteTag).vi}`,
						`\`<${shorten(name)}>\` is an HTML tag, which a text cannot use.${extra.en} ${(mend ?? deleteTag).en}`,
					);
				else
					add(
						node,
						'body/component',
						name === ''
							? `Thẻ trống \`<>\` không dùng được. Xóa \`<>\` và \`</>\`. Các thành phần được dùng: ${names.join(', ')}.`
							: `Không có thành phần \`<${shorten(name)}>\`.${extra.vi}${meant ? ` Có phải \`<${meant}>\`?` : ''} Sửa tên, hoặc xóa thẻ. Các thành phần được dùng: ${names.join(', ')}.`,
						name === ''
							? `An empty tag \`<>\` cannot be used. Delete \`<>\` and \`</>\`. Components: ${names.join(', ')}.`
							: `There is no component \`<${shorten(name)}>\`.${extra.en}${meant ? ` Did you mean \`<${meant}>\`?` : ''} Correct the name, or delete the tag. Components: ${names.join(', ')}.`,
					);
			};
			const link = (node: Node, url: string): void => {
				// A picture beside the text is told as what it is; anchors have a rule of their own.
				const fault = liveMapFault(url) ?? addressFault(url);
				if (fault) {
					add(node, fault.code, fault.say.vi, fault.say.en);
					return;
				}
				// The whole address of a page of this site, as the address bar shows it.
				const whole = url.startsWith(`${home}/`) ? url.slice(home.length) : '';
				if (site && locales.includes(whole.split('/')[1] ?? '') && site.resolveLink(whole, locale) === undefined) {
					const right = meantPage(whole, entry.path, site);
					add(
						node,
						'link/broken',
						`Trang này không có \`${shorten(url)}\`.${right ? ` ${right.vi}` : ' Sửa địa chỉ, hoặc bỏ liên kết.'}`,
						`This site has no \`${shorten(url)}\`.${right ? ` ${right.en}` : ' Correct the address, or remove the link.'}`,
					);
					return;
				}
				if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url) || !site || !locales.includes(locale)) return;
				const first = url.split('/')[1] ?? '';
				if (locales.includes(first) && first !== locale) {
					const own = url.slice(first.length + 1) || '/';
					add(
						node,
						'link/language',
						`Liên kết \`${shorten(url)}\` dẫn sang ngôn ngữ khác. Bỏ phần \`/${first}\`, viết \`${shorten(own)}\`: trang tự chọn ngôn ngữ của người đọc.`,
						`The link \`${shorten(url)}\` leads to another language. Drop \`/${first}\` and write \`${shorten(own)}\`: the site picks the reader's language.`,
					);
				} else if (site.resolveLink(url, locale) === undefined) {
					const right = meantPage(url, entry.path, site);
					add(
						node,
						'link/broken',
						`Không có trang \`${shorten(url)}\`.${right ? ` ${right.vi}` : ' Sửa địa chỉ theo mẫu `/mục/tên-thư-mục-của-bài/`, hoặc bỏ liên kết.'}`,
						`There is no page \`${shorten(url)}\`.${right ? ` ${right.en}` : ' Correct the address, as in `/section/folder-of-the-text/`, or remove the link.'}`,
					);
				}
			};
			/** The page that a wrong address seems to mean. */
			const meantPage = (url: string, from: string, of: Site): Say | undefined => {
				const hash = /#.*$/.exec(url)?.[0] ?? '';
				let path = url.replace(/[?#].*$/, '').replaceAll('\\', '/');
				if (/^\.{1,2}\//.test(path)) path = new URL(path, `https://site.invalid/${from}/`).pathname;
				path = path
					.replace(/^\/*(?:content\/)?/, '/')
					.replace(/\/(?:index|[a-z]{2,3})\.(?:html?|mdx?)$|\.(?:html?|mdx?)$/i, '')
					.replace(/\/{2,}/g, '/')
					.toLowerCase();
				const [, prefix = ''] = path.split('/');
				if (locales.includes(prefix)) path = path.slice(prefix.length + 1);
				const exact = say(
					`Viết \`${path.replace(/\/*$/, '/')}${hash}\`.`,
					`Write \`${path.replace(/\/*$/, '/')}${hash}\`.`,
				);
				if (of.resolveLink(path, locale) !== undefined) return exact;
				const moved = redirects.get(url.replace(/[?#].*$/, '').replace(/\/*$/, ''));
				if (moved !== undefined)
					return say(
						`Đây là địa chỉ cũ của \`/${moved}/\`: viết \`/${moved}/\`.`,
						`This is the former address of \`/${moved}/\`: write \`/${moved}/\`.`,
					);
				pageIds ??= [...new Set(of.entryViews.map((view) => view.id))];
				const slug = path.replace(/\/+$/, '').replace(/^.*\//, '');
				const bySlug = pageIds.filter((id) => id.endsWith(`/${slug}`));
				const meant = bySlug.length === 1 ? bySlug[0] : nearest(path.replace(/^\/|\/$/g, ''), pageIds);
				return meant === undefined
					? undefined
					: say(
							`Có phải \`/${meant}/\`? Sửa địa chỉ, hoặc bỏ liên kết.`,
							`Did you mean \`/${meant}/\`? Correct the address, or remove the link.`,
						);
			};
			visit(text.markdown);
			for (const definition of definitions)
				if (pictureNames.has(definition.identifier)) picture(definition, definition.url);
				else link(definition, definition.url);
		}
	return problems;
}
