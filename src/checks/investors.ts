import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { Content, ContentEntry } from '#schema/content.ts';
import { investorPart } from '#schema/entry.ts';
import { componentUses } from '#schema/parts.ts';

type Add = (locale: string, field: readonly PropertyKey[], code: Code, say: Problem['say']) => void;

/** What investors rely on: incentives told in every language, projects that belong to a sector, steps that are the same everywhere. */
export function checkInvestors(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const raw = new Map(dueEntries(folder).map((entry) => [entry.path, entry]));
	const kinds = new Map(content.entries.map(({ path, source }) => [path, source.kind]));
	for (const entry of content.entries) {
		if (!raw.has(entry.path)) continue;
		const add: Add = (locale, field, code, say) => {
			const place = raw.get(entry.path)?.texts.get(locale)?.frontMatter.position(field) ?? { line: 1, column: 1 };
			problems.push({
				file: `${folderName}/${entry.path}/${locale}.mdx`,
				line: place.line,
				column: place.column,
				code,
				severity: 'error',
				say,
			});
		};
		checkIncentives(entry, sourceLocale, add);
		checkSectors(entry, sourceLocale, kinds, add);
		// Few texts have steps: the trees of the others are not searched.
		if ([...entry.texts.keys()].some((locale) => folder.typed.get(`${entry.path}/${locale}.mdx`)?.includes('<Step')))
			checkSteps(entry, sourceLocale, add);
	}
	return problems;
}

function checkIncentives({ source, texts }: ContentEntry, sourceLocale: string, add: Add): void {
	const wanted = investorPart(source).incentives?.length ?? 0;
	for (const [locale, { words }] of texts) {
		const told = words.incentiveWords?.length ?? 0;
		if (told === wanted) continue;
		add(locale, ['incentiveWords'], 'incentives/words', {
			vi: `\`incentiveWords\` có ${told} câu, \`incentives\` của ${sourceLocale}.mdx có ${wanted} ưu đãi. Viết đúng một câu cho mỗi ưu đãi, theo cùng thứ tự; ưu đãi không có văn bản quy định thì không kể.`,
			en: `\`incentiveWords\` has ${told} ${told === 1 ? 'sentence' : 'sentences'}, \`incentives\` of ${sourceLocale}.mdx ${wanted} ${wanted === 1 ? 'item' : 'items'}. Write one sentence for each, in the same order; an incentive without a document that grants it is not told.`,
		});
	}
}

function checkSectors(
	{ source }: ContentEntry,
	sourceLocale: string,
	kinds: ReadonlyMap<string, string>,
	add: Add,
): void {
	if (source.kind !== 'project') return;
	for (const [index, id] of (source.sectors ?? []).entries()) {
		const kind = kinds.get(id);
		if (kind === undefined || kind === 'sector' || kind === 'zone') continue;
		const known = [...kinds].flatMap(([path, item]) => (item === 'sector' || item === 'zone' ? [`\`${path}\``] : []));
		add(sourceLocale, ['sectors', index], 'project/sector', {
			vi: `\`${id}\` là bài loại \`${kind}\`, không phải lĩnh vực hay khu đầu tư. Ghi đường dẫn của một bài loại \`sector\` hoặc \`zone\`${known.length > 0 ? ` (${known.join(', ')})` : ''}, hoặc xóa dòng này.`,
			en: `\`${id}\` is an entry of kind \`${kind}\`, not a sector or zone. Write the path of an entry of kind \`sector\` or \`zone\`${known.length > 0 ? ` (${known.join(', ')})` : ''}, or delete it here.`,
		});
	}
}

/** The laws of the steps of a text, in order; a step without one counts as well. */
const lawsOf = ({ markdown }: { readonly markdown: Parameters<typeof componentUses>[0] }): string[] => {
	const laws = componentUses(markdown, ['Step'], 'title').length;
	const named = componentUses(markdown, ['Step'], 'law').map(({ value }) => value);
	return [String(laws), ...named];
};

function checkSteps({ texts }: ContentEntry, sourceLocale: string, add: Add): void {
	const source = texts.get(sourceLocale);
	if (!source) return;
	const [count = '0', ...laws] = lawsOf(source);
	for (const [locale, text] of texts) {
		const [own = '0', ...ownLaws] = lawsOf(text);
		if (own === count && ownLaws.join(' ') === laws.join(' ')) continue;
		const shown = (ids: readonly string[]) => (ids.length === 0 ? '–' : ids.map((id) => `\`${id}\``).join(', '));
		add(locale, [], 'translation/steps', {
			vi: `Bản dịch có ${own} bước \`<Step>\` với căn cứ ${shown(ownLaws)}; bản gốc có ${count} bước với căn cứ ${shown(laws)}. Mỗi ngôn ngữ phải có cùng các bước, cùng thứ tự và cùng \`law\`: sửa bản dịch theo ${sourceLocale}.mdx.`,
			en: `The translation has ${own} \`<Step>\` resting on ${shown(ownLaws)}; the source has ${count} resting on ${shown(laws)}. Every language has the same steps in the same order with the same \`law\`: correct the translation after ${sourceLocale}.mdx.`,
		});
	}
}
