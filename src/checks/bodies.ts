import type { Root, RootContent } from 'mdast';
import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { textComponents } from '#schema/text-components.ts';
import { buildSite, SiteError, type Site } from '#site/model.ts';
import { expressionSaying } from './files.ts';
import { nearest } from './shape.ts';

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
const cites: Readonly<
	Record<string, { readonly attribute: string; readonly register: 'facts' | 'documents' | 'glossary' | 'contacts' }>
> = {
	Fact: { attribute: 'id', register: 'facts' },
	Facts: { attribute: 'ids', register: 'facts' },
	Day: { attribute: 'fact', register: 'facts' },
	Doc: { attribute: 'id', register: 'documents' },
	Term: { attribute: 'id', register: 'glossary' },
	Contact: { attribute: 'id', register: 'contacts' },
};
const registerFile = {
	facts: 'facts.yaml',
	documents: 'documents.yaml',
	glossary: 'glossary.csv',
	contacts: 'site.yaml',
} as const;

/** What stands in the bodies: no code, only our components, records that exist, links that lead somewhere. */
export function checkBodies(folder: ContentFolder, content: Content, folderName: string, day: string): Problem[] {
	const problems: Problem[] = [];
	const known = {
		facts: content.facts,
		documents: content.documents,
		glossary: content.glossary,
		contacts: new Map(content.site.contacts.map((contact) => [contact.id, contact])),
	};
	let site: Site | undefined;
	try {
		site = buildSite(content, { day, base: '/', isPreview: false });
	} catch (error) {
		if (!(error instanceof SiteError)) throw error;
	}
	const locales = content.site.locales.map(({ locale }) => locale);

	for (const entry of folder.entries)
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
			const visit = (node: Node): void => {
				if (node.type === 'mdxjsEsm')
					add(
						node,
						'body/code',
						'Dòng bắt đầu bằng `import` hoặc `export` bị hiểu là mã lệnh; nội dung không được chứa mã. Xóa dòng này; nếu là câu văn, đổi chữ đầu câu.',
						'A line that starts with `import` or `export` is taken for code; texts hold no code. Delete it; if it is a sentence, begin it with another word.',
					);
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
				if (node.type === 'image') {
					if (!node.alt)
						add(
							node,
							'picture/alt',
							'Hình này thiếu lời tả (alt). Viết giữa hai ngoặc vuông: `![những gì thấy trong hình](…)`.',
							'This picture has no alt text. Write it between the brackets: `![what is to be seen](…)`.',
						);
					if (!entry.files.includes(node.url.replace(/^\.\//, '')))
						add(
							node,
							'picture/missing',
							`Không có tệp hình \`${node.url}\` cạnh bài. Thêm tệp hoặc sửa tên.`,
							`There is no picture \`${node.url}\` beside the text. Add the file or correct the name.`,
						);
				}
				if (node.type === 'heading' && node.depth === 1)
					add(
						node,
						'body/h1',
						'Tiêu đề `#` đã có ở trường `title`. Dùng `##` cho các phần.',
						'The heading `#` stands in the field `title` already. Use `##` for parts.',
					);
				if ('children' in node) for (const child of node.children) visit(child as Node);
			};
			const component = (node: JsxNode & Node): void => {
				const name = node.name ?? '';
				const shape = textComponents[name];
				if (!shape) {
					const names = Object.keys(textComponents);
					const meant = nearest(name, names);
					add(
						node,
						'body/component',
						`Không có thành phần \`<${name}>\`.${meant ? ` Có phải \`<${meant}>\`?` : ''} Các thành phần được dùng: ${names.join(', ')}.`,
						`There is no component \`<${name}>\`.${meant ? ` Did you mean \`<${meant}>\`?` : ''} Components: ${names.join(', ')}.`,
					);
					return;
				}
				const given = new Map<string, string>();
				for (const attribute of node.attributes) {
					const key = attribute.name ?? '{…}';
					if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
						add(
							node,
							'body/attribute-code',
							`Thuộc tính \`${key}\` của \`<${name}>\` phải là chữ trong ngoặc kép: \`${key}="…"\`.`,
							`The attribute \`${key}\` of \`<${name}>\` must be text in quotes: \`${key}="…"\`.`,
						);
						continue;
					}
					given.set(key, attribute.value);
					const allowed = [...shape.required, ...shape.optional];
					if (!allowed.includes(key)) {
						const meant = nearest(key, allowed);
						add(
							node,
							'body/attribute',
							`\`<${name}>\` không có thuộc tính \`${key}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các thuộc tính: ${allowed.join(', ') || '–'}.`,
							`\`<${name}>\` has no attribute \`${key}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Attributes: ${allowed.join(', ') || '–'}.`,
						);
					}
					const values = shape.values?.[key];
					if (values && !values.includes(attribute.value))
						add(
							node,
							'body/attribute-value',
							`\`${key}\` của \`<${name}>\` nhận: ${values.join(', ')}; ở đây là \`${attribute.value}\`.`,
							`\`${key}\` of \`<${name}>\` takes: ${values.join(', ')}; here it is \`${attribute.value}\`.`,
						);
				}
				for (const key of shape.required)
					if (!given.has(key))
						add(
							node,
							'body/attribute-missing',
							`\`<${name}>\` cần thuộc tính \`${key}="…"\`.`,
							`\`<${name}>\` needs the attribute \`${key}="…"\`.`,
						);
				const cited = cites[name];
				if (cited)
					for (const id of (given.get(cited.attribute) ?? '').split(/\s+/).filter(Boolean))
						if (!known[cited.register].has(id)) {
							const meant = nearest(id, [...known[cited.register].keys()]);
							const file = registerFile[cited.register];
							add(
								node,
								`${cited.register}/unknown`,
								`Không có mã \`${id}\` trong ${file}.${meant ? ` Có phải \`${meant}\`?` : ''} Sửa mã, hoặc thêm vào ${file}.`,
								`There is no \`${id}\` in ${file}.${meant ? ` Did you mean \`${meant}\`?` : ''} Correct the id, or add it to ${file}.`,
							);
						}
				if (
					name === 'Figure' &&
					given.has('src') &&
					!entry.files.includes((given.get('src') ?? '').replace(/^\.\//, ''))
				)
					add(
						node,
						'picture/missing',
						`Không có tệp hình \`${given.get('src')}\` cạnh bài. Thêm tệp hoặc sửa tên.`,
						`There is no picture \`${given.get('src')}\` beside the text. Add the file or correct the name.`,
					);
			};
			const link = (node: Node, url: string): void => {
				if (/^(https:|mailto:|tel:|geo:|#)/.test(url)) return;
				if (/^http:/.test(url))
					add(
						node,
						'link/http',
						`Liên kết \`${url}\` không được bảo vệ. Dùng \`https://\`.`,
						`The link \`${url}\` is not protected. Use \`https://\`.`,
					);
				else if (/^[a-z][a-z0-9+.-]*:/i.test(url))
					add(
						node,
						'link/scheme',
						`Không dùng được liên kết \`${url}\`. Dùng \`https://\`, \`mailto:\`, \`tel:\` hoặc địa chỉ trong trang như \`/visit/…/\`.`,
						`The link \`${url}\` cannot be used. Use \`https://\`, \`mailto:\`, \`tel:\` or an address of this site such as \`/visit/…/\`.`,
					);
				else if (site && locales.includes(locale)) {
					const first = url.split('/')[1] ?? '';
					if (locales.includes(first) && first !== locale)
						add(
							node,
							'link/language',
							`Liên kết \`${url}\` dẫn sang ngôn ngữ khác. Bỏ phần \`/${first}\`; trang tự chọn ngôn ngữ của người đọc.`,
							`The link \`${url}\` leads to another language. Drop \`/${first}\`; the site picks the reader's language.`,
						);
					else if (site.resolveLink(url, locale) === undefined) {
						const ids = [...new Set(site.entryViews.map((view) => `/${view.id}/`))];
						const meant = nearest(url, ids);
						add(
							node,
							'link/broken',
							`Không có trang \`${url}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Sửa địa chỉ hoặc bỏ liên kết.`,
							`There is no page \`${url}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Correct the address or remove the link.`,
						);
					}
				}
			};
			visit(text.markdown);
		}
	return problems;
}
