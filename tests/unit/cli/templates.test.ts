import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import type { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { newEntry, newSite, newTranslation, registersNeeded, type Known } from '#cli/templates.ts';
import { readCsv } from '#loaders/csv-file.ts';
import { readYaml } from '#loaders/source-file.ts';
import { readText } from '#loaders/text-file.ts';
import { documentsSchema } from '#schema/documents.ts';
import { fieldNames, kindNames, kinds, sourceSchemas, translationSchemas, type Kind } from '#schema/entry.ts';
import { factsSchema } from '#schema/facts.ts';
import { glossarySchema } from '#schema/glossary.ts';
import { siteSchema } from '#schema/site.ts';
import { textComponents } from '#schema/text-components.ts';
import { headingTitles, plainText } from '#schema/parts.ts';

const known: Known = {
	level: 'ward',
	ids: {
		facts: ['people.count'],
		documents: ['nq-1'],
		terms: ['ward'],
		contacts: ['desk'],
		congresses: ['provincial', 'national'],
		entries: ['visit/market'],
	},
};
const entry = (kind: Kind, title = 'Chợ', from = known) =>
	newEntry({ section: kinds[kind].sections[0] ?? 'about', kind, title, date: '2030-05-06' }, from);
const headOf = (text: string) => text.split('\n---\n')[0]?.split('\n') ?? [];
const kindCases = kindNames.map((kind) => [kind] as const);

/** Comment lines right above the line of a field, as one text. */
function above(lines: readonly string[], line: RegExp): string {
	const at = lines.findIndex((item) => line.test(item));
	let start = at;
	while (start > 0 && /^# /.test(lines[start - 1] ?? '')) start -= 1;
	return lines.slice(start, at).join(' ').replaceAll('# ', '');
}

/** What a check asks for besides the shape. */
const isAskedFor = (kind: Kind, field: string) =>
	(kind === 'project' && field === 'validUntil') ||
	(['video', 'audio'].includes(kind) && ['summary', 'link'].includes(field));

/** Values of a closed list, through lists and optional fields; none for other fields. */
function valuesOf(schema: unknown): readonly string[] {
	const { options, element, unwrap } = (schema ?? {}) as {
		options?: string[];
		element?: unknown;
		unwrap?: () => unknown;
	};
	if (options) return options;
	return element ? valuesOf(element) : unwrap ? valuesOf(unwrap.call(schema)) : [];
}

/** Names of the components and of code in a text. */
function usedIn(markdown: Root): string[] {
	const found: string[] = [];
	const visit = (node: Root | RootContent): void => {
		if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') found.push(node.name ?? '');
		else if (node.type.startsWith('mdx')) found.push(node.type);
		if ('children' in node) for (const child of node.children) visit(child as RootContent);
	};
	visit(markdown);
	return found;
}

test.each(kindCases)('a new %s has the right shape at once, and is a draft', (kind) => {
	const { frontMatter, markdown, faults } = readText('x/vi.mdx', entry(kind));
	expect([...faults, ...frontMatter.faults]).toEqual([]);
	const read = sourceSchemas[kind].safeParse(frontMatter.data);
	expect(read.error?.issues ?? []).toEqual([]);
	expect(read.data).toMatchObject({ kind, title: 'Chợ', date: '2030-05-06', status: 'draft', level: 'ward' });
	expect(markdown && headingTitles(markdown)).toHaveLength(2);
	const used = markdown ? usedIn(markdown) : [];
	expect(used).toEqual(['Steps', ...(kind === 'procedure' ? ['Step'] : []), 'Table', 'Callout']);
	expect(used.filter((name) => !(name in textComponents))).toEqual([]);
});

test.each(kindCases)('an editor finds every field of a %s explained in Vietnamese above its line', (kind) => {
	const lines = headOf(entry(kind));
	const { shape } = sourceSchemas[kind] as unknown as { shape: Record<string, z.ZodType> };
	for (const field of fieldNames(kind).source) {
		const isRequired = !shape[field]?.isOptional() || isAskedFor(kind, field);
		const line = new RegExp(`^${isRequired ? '' : '#'}${field}:`);
		expect(
			lines.filter((item) => line.test(item)),
			field,
		).toHaveLength(1);
		const said = above(lines, line);
		expect(said, field).toMatch(/[àáảãạâấầẩẫậăằắẳẵặđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/);
		expect(said.length, field).toBeGreaterThan(15);
		// A closed list is told whole, each value with its meaning.
		for (const value of valuesOf(shape[field])) if (field !== 'kind') expect(said, field).toContain(`${value} = `);
	}
});

test.each(kindCases)('a %s whose optional lines lose their # still has the right shape', (kind) => {
	const [required = '', optional = ''] = entry(kind).split(/(?=# KHÔNG BẮT BUỘC)/);
	// A commented-out field starts right after the #, an explanation after one space.
	const text = required + optional.replace(/^#(?=[a-zA-Z]+:| {2})/gm, '');
	const { frontMatter } = readText('x/vi.mdx', text);
	expect(frontMatter.faults).toEqual([]);
	expect(sourceSchemas[kind].safeParse(frontMatter.data).error?.issues ?? []).toEqual([]);
	const { shape } = sourceSchemas[kind] as unknown as { shape: Record<string, z.ZodType> };
	expect(Object.keys(frontMatter.data as object).sort()).toEqual(Object.keys(shape).sort());
});

test('closed lists are told as such', () => {
	const { shape } = sourceSchemas.project as unknown as { shape: Record<string, unknown> };
	expect(valuesOf(shape['stage'])).toContain('calling');
	expect(valuesOf(shape['audiences'])).toContain('press');
});

test('a new entry names records that are there', () => {
	expect(entry('emergency')).toContain('\nfacts: [people.count]\n');
	expect(entry('document')).toContain('\ndocument: nq-1\n');
	expect(entry('project')).toContain('\ncontact: desk\n');
	expect(entry('place', 'Chợ', { ...known, centre: { lat: 20.5, lon: 106.25 } })).toContain(
		'\nposition: { lat: 20.5, lon: 106.25 }\n',
	);
	expect(kindNames.filter((kind) => registersNeeded(kind).length > 0)).toEqual([
		'document',
		'infographic',
		'project',
		'emergency',
	]);
});

test('a text about the only congress says so; with two the editor chooses', () => {
	const one = { ...known, ids: { ...known.ids, congresses: ['ward'] } };
	expect(entry('article', 'Chợ', one)).toContain('\ncongress: [ward]\n');
	expect(entry('article')).toContain('\n#congress: [provincial]\n');
	expect(entry('guide', 'Chợ', one)).toContain('\n#congress: [ward]\n');
});

test('any title comes back as it was typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
			const title = typed.replace(/\s+/gu, ' ').trim();
			if (title === '') return;
			const { frontMatter, faults } = readText('x/vi.mdx', entry('guide', title));
			expect([...faults, ...frontMatter.faults]).toEqual([]);
			expect(frontMatter.data).toMatchObject({ title });
		}),
	);
});

const source = {
	title: 'Khai báo: tạm trú',
	description: 'Ai khai, "khai" ở đâu.',
	who: 'Chủ nhà',
	bring: ['Hộ chiếu', 'Hợp đồng'],
	fee: 'Miễn phí',
	time: 'Một ngày',
	where: 'Phường',
	kind: 'service',
	date: '2026-01-01',
	status: 'approved',
	reviewedBy: 'Tổ biên tập',
	updated: '2026-02-01',
};
const sourceBody = '\nLời.\n\n## Một\n\n<Callout kind="tip" title="Mẹo">\nNhớ.\n</Callout>\n\n## Hai\n\nHết.\n';
const translation = newTranslation('service', source, sourceBody, 'vi', '2030-05-06');

test('a translator sees the source beside each field, and nothing of the rest', () => {
	expect(translation).toContain('# vi: Khai báo: tạm trú\ntitle: "Khai báo: tạm trú"\n');
	expect(translation).toContain('bring:\n  # vi: Hộ chiếu\n  - "Hộ chiếu"\n  # vi: Hợp đồng\n  - "Hợp đồng"\n');
	const { frontMatter, faults } = readText('x/ko.mdx', translation);
	expect([...faults, ...frontMatter.faults]).toEqual([]);
	expect(translationSchemas.service.safeParse(frontMatter.data).error?.issues ?? []).toEqual([]);
	expect(Object.keys(frontMatter.data as object)).toEqual([
		'title',
		'description',
		'who',
		'bring',
		'fee',
		'time',
		'where',
		'translation',
	]);
});

test('a prepared translation has the parts and components of its source, and is not published', () => {
	const { markdown, frontMatter } = readText('x/ko.mdx', translation);
	expect(markdown && headingTitles(markdown)).toEqual(['Một', 'Hai']);
	expect(markdown && usedIn(markdown)).toEqual(['Callout']);
	expect(frontMatter.data).toMatchObject({ translation: 'machine-draft' });
	expect(translation.endsWith(`---\n${sourceBody}`)).toBe(true);
});

const answers = {
	name: 'Trang A',
	place: 'Phường A',
	publisher: 'UBND phường A',
	level: 'ward',
	locales: ['vi', 'en', 'zh'],
	congress: { title: 'Đại hội A', days: ['2028-02-29', '2028-03-01'] },
	date: '2026-03-01',
} as const;
const file = (site: ReadonlyMap<string, string>, name: string) => site.get(name) ?? '';

test('a new content folder has registers of the right shape, in the chosen languages', () => {
	const site = newSite(answers);
	const config = siteSchema.parse(readYaml(file(site, 'site.yaml')).data);
	expect(config.locales).toEqual([
		{ locale: 'vi', tag: 'vi', name: 'Tiếng Việt', fallback: [] },
		{ locale: 'en', tag: 'en', formats: 'en-GB', name: 'English', fallback: ['vi'] },
		{ locale: 'zh', tag: 'zh-Hans', name: '简体中文', fallback: ['en', 'vi'] },
	]);
	expect(config.congresses).toEqual([
		{
			id: 'ward',
			level: 'ward',
			title: { vi: 'Đại hội A' },
			phases: {
				before: { end: '2028-02-28' },
				during: { start: '2028-02-29', end: '2028-03-01' },
				after: { start: '2028-03-02' },
			},
			milestones: [],
		},
	]);
	const facts = factsSchema.parse(readYaml(file(site, 'facts.yaml')).data);
	expect(facts.map(({ value }) => value)).toEqual(['113', '114', '115']);
	for (const { sources, note } of facts) {
		expect(sources[0]?.title).toContain('Nguồn mẫu');
		expect(note).toContain('xác nhận');
	}
	expect(documentsSchema.parse(readYaml(file(site, 'documents.yaml')).data)[0]?.title['vi']).toContain('mẫu');
	const terms = glossarySchema.parse(readCsv(file(site, 'glossary.csv').replace('\ufeff', '')).data);
	expect(terms[0]).toMatchObject({ forms: { vi: 'Ủy ban nhân dân', zh: '人民委员会' } });
	expect(terms[0]?.note).toContain('mẫu');
});

test('an example that loses its # is right too', () => {
	const site = newSite(answers);
	const examples = (text: string) => text.replace(/^( *)#(?=[a-zA-Z]+:| {2}|- id)/gm, '$1');
	const facts = readYaml(examples(file(site, 'facts.yaml')).replace(/^ {3}\w.*\n/gm, ''));
	expect(facts.faults).toEqual([]);
	expect(factsSchema.safeParse(facts.data).error?.issues ?? []).toEqual([]);
	const config = readYaml(examples(file(site, 'site.yaml')));
	expect(config.faults).toEqual([]);
	expect(siteSchema.safeParse(config.data).error?.issues ?? []).toEqual([]);
	expect(siteSchema.parse(config.data).contacts).toHaveLength(1);
});

test('a site without a congress has no phases', () => {
	const config = siteSchema.parse(readYaml(file(newSite({ ...answers, congress: undefined }), 'site.yaml')).data);
	expect([config.phases, config.congresses]).toEqual([[], []]);
});

test('whatever the publisher is called, its page is words and no code', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
			const publisher = typed.replace(/\s+/gu, ' ').trim();
			if (publisher === '') return;
			const site = newSite({ ...answers, publisher });
			const config = siteSchema.parse(readYaml(file(site, 'site.yaml')).data);
			expect(config.publisher.name).toEqual({ vi: publisher });
			const { markdown, faults } = readText('about/publisher/vi.mdx', file(site, 'about/publisher/vi.mdx'));
			expect(faults).toEqual([]);
			expect(markdown && usedIn(markdown)).toEqual(['Callout']);
			const lead = markdown?.children.find(({ type }) => type === 'paragraph');
			expect(lead && plainText(lead)).toContain(`do ${publisher} phát hành`);
		}),
		{ examples: [['<b>{x}</b> *A* [b](c) &amp; #1 a_b_ | `c` \\*']] },
	);
});
