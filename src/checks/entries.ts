import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { kinds } from '#schema/entry.ts';
import { headingTitles } from '#site/parts.ts';
import { nearest } from './shape.ts';

/** Codes that people write for a language and those that are meant. */
const meantLocale: Readonly<Record<string, string>> = {
	jp: 'ja',
	kr: 'ko',
	cn: 'zh',
	ch: 'zh',
	ua: 'uk',
	vn: 'vi',
	gb: 'en',
	us: 'en',
	uk: 'en',
};

/** Names of folders and files, and what an entry must have besides its shape. */
export function checkEntries(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const { site } = content;
	const locales = site.locales.map(({ locale }) => locale);
	const [sourceLocale = 'vi'] = locales;
	const add = (file: string, code: Code, vi: string, en: string, line = 1, column = 1) =>
		problems.push({ file: `${folderName}/${file}`, line, column, code, severity: 'error', say: { vi, en } });

	for (const entry of folder.entries) {
		for (const name of entry.texts.keys())
			if (!locales.includes(name)) {
				const meant = meantLocale[name] ?? nearest(name, locales);
				const isThere = meant !== undefined && locales.includes(meant);
				add(
					`${entry.path}/${name}.mdx`,
					'entry/locale',
					`\`${name}\` không phải mã ngôn ngữ của trang này.${isThere ? ` Đổi tên tệp thành \`${meant}.mdx\`.` : ''} Các mã được dùng: ${locales.join(', ')}.`,
					`\`${name}\` is not a language of this site.${isThere ? ` Rename the file to \`${meant}.mdx\`.` : ''} Languages: ${locales.join(', ')}.`,
				);
			}
		if (!entry.texts.has(sourceLocale))
			add(
				entry.path,
				'entry/source-missing',
				`Thiếu \`${sourceLocale}.mdx\`: bản gốc tiếng Việt phải có trước các bản dịch. Thêm tệp này.`,
				`\`${sourceLocale}.mdx\` is missing: the source text must be there before translations. Add it.`,
			);
		if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.slug))
			add(
				entry.path,
				'entry/name',
				`Tên thư mục \`${entry.slug}\` phải là chữ thường không dấu, số và gạch nối. Ví dụ: \`opening-session\`.`,
				`The folder name \`${entry.slug}\` must be lower-case letters without marks, digits and hyphens. Example: \`opening-session\`.`,
			);
		const phases = site.phases.map(({ id }) => id);
		if (entry.section === 'congress' && entry.phase !== undefined && !phases.includes(entry.phase))
			add(
				entry.path,
				'entry/phase',
				`Không có giai đoạn \`${entry.phase}\`. Các giai đoạn trong site.yaml: ${phases.join(', ')}. Đổi tên thư mục.`,
				`There is no phase \`${entry.phase}\`. Phases in site.yaml: ${phases.join(', ')}. Rename the folder.`,
			);
	}

	for (const entry of content.entries) {
		const raw = folder.entries.find(({ path }) => path === entry.path);
		const source = raw?.texts.get(sourceLocale);
		const place = (field: string) => source?.frontMatter.keyPosition([field]) ?? { line: 1, column: 1 };
		const file = `${entry.path}/${sourceLocale}.mdx`;
		if (!kinds[entry.source.kind].sections.some((section) => section === entry.section)) {
			const allowed = Object.entries(kinds)
				.filter(([, kind]) => kind.sections.some((section) => section === entry.section))
				.map(([name]) => name);
			const { line, column } = place('kind');
			add(
				file,
				'entry/kind-section',
				`Loại \`${entry.source.kind}\` không đặt được trong mục \`${entry.section}\`. Các loại ở đây: ${allowed.join(', ')}.`,
				`The kind \`${entry.source.kind}\` has no place in the section \`${entry.section}\`. Kinds here: ${allowed.join(', ')}.`,
				line,
				column,
			);
		}
		const spans: [string, string | undefined, string, string | undefined][] = [];
		const fields = entry.source as Record<string, unknown>;
		for (const [start, end] of [
			['start', 'end'],
			['from', 'until'],
			['publishAt', 'expireAt'],
			['date', 'validUntil'],
			['date', 'updated'],
		] as const)
			if (typeof fields[start] === 'string' && typeof fields[end] === 'string')
				spans.push([start, fields[start], end, fields[end]]);
		for (const [start, from, end, to] of spans)
			if (from !== undefined && to !== undefined && to < from) {
				const { line, column } = source?.frontMatter.position([end]) ?? { line: 1, column: 1 };
				add(
					file,
					'entry/date-order',
					`\`${end}\` (${to}) đứng trước \`${start}\` (${from}). Sửa \`${end}\` thành ${from} hoặc muộn hơn, hoặc xóa dòng này nếu không cần.`,
					`\`${end}\` (${to}) comes before \`${start}\` (${from}). Set \`${end}\` to ${from} or later, or delete the line if it is not needed.`,
					line,
					column,
				);
			}
		if (entry.source.kind === 'project' && entry.source.validUntil === undefined)
			add(
				file,
				'entry/valid-until',
				'Dự án phải có `validUntil`: ngày cuối cùng mà lời mời gọi còn giá trị. Ví dụ: `validUntil: 2027-12-31`.',
				'A project needs `validUntil`: the last day on which the offer stands. Example: `validUntil: 2027-12-31`.',
			);
		if (entry.source.origin !== 'own' && !entry.source.originSource) {
			const { line, column } = place('origin');
			add(
				file,
				'entry/origin-source',
				`Bài \`${entry.source.origin}\` phải ghi nguồn: thêm \`originSource\` với title, publisher, url, date.`,
				`A text that is \`${entry.source.origin}\` must name its source: add \`originSource\` with title, publisher, url, date.`,
				line,
				column,
			);
		}
		if (entry.source.cover && !entry.files.includes(entry.source.cover.slice(2))) {
			const { line, column } = source?.frontMatter.position(['cover']) ?? { line: 1, column: 1 };
			add(
				file,
				'picture/missing',
				`Không có tệp hình \`${entry.source.cover}\` cạnh bài. Thêm tệp hoặc sửa tên.`,
				`There is no picture \`${entry.source.cover}\` beside the text. Add the file or correct the name.`,
				line,
				column,
			);
		}
		for (const congress of entry.source.congress ?? [])
			if (!site.congresses.some(({ id }) => id === congress)) {
				const { line, column } = place('congress');
				const known = site.congresses.map(({ id }) => id).join(', ');
				add(
					file,
					'entry/congress',
					`Không có kỳ đại hội \`${congress}\` trong site.yaml. Các kỳ: ${known}.`,
					`There is no congress \`${congress}\` in site.yaml. Known: ${known}.`,
					line,
					column,
				);
			}
		const expected = headingTitles(entry.texts.get(sourceLocale)?.markdown ?? { type: 'root', children: [] }).length;
		for (const [locale, text] of entry.texts) {
			const path = `${entry.path}/${locale}.mdx`;
			if (entry.source.cover && text.words.coverAlt === undefined)
				add(
					path,
					'picture/alt',
					'Thiếu `coverAlt`: viết một câu tả những gì thấy trong hình, cho người không nhìn thấy.',
					'`coverAlt` is missing: write a sentence that tells what is to be seen in the picture.',
				);
			const count = headingTitles(text.markdown).length;
			if (count !== expected)
				add(
					path,
					'translation/headings',
					`Bản này có ${count} tiêu đề \`##\`, bản tiếng Việt có ${expected}. Mỗi phần của bản gốc cần đúng một phần trong bản dịch.`,
					`This text has ${count} \`##\` headings, the Vietnamese has ${expected}. Every part of the source needs one part in the translation.`,
				);
		}
	}
	return problems;
}
