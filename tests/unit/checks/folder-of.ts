import { readCsv, tableColumns } from '#loaders/csv-file.ts';
import type { ContentFolder, EntryFolder, RegisterName } from '#loaders/content-folder.ts';
import { readYaml, type SourceFile } from '#loaders/source-file.ts';
import { readText, type TextFile } from '#loaders/text-file.ts';

/** A right `site.yaml` of two languages. */
export const site = `title: { vi: Trang, en: Site }
place: { vi: Nơi, en: Place }
publisher: { name: { vi: Ủy ban, en: Committee }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English, fallback: [vi] }
contacts:
  - { id: desk, name: { vi: Quầy } }
phases:
  - { id: before, title: { vi: Trước } }
  - { id: during, title: { vi: Trong } }
congresses:
  - { id: ward, level: ward, title: { vi: Đại hội }, phases: { before: { end: 2026-05-31 }, during: { start: 2026-06-01 } } }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;
/** A right `facts.yaml` of two facts. */
export const facts = `- id: towers
  kind: number
  value: 3
  asOf: unknown
  sources: []
  note: x
- id: steps
  kind: number
  value: 152
  asOf: "2025"
  sources: []
  note: x
`;

/** A content folder in memory: registers and texts by path; pictures by path with no words. */
export function folderOf(files: Readonly<Record<string, string>>): ContentFolder {
	const all: Readonly<Record<string, string>> = { 'site.yaml': site, 'facts.yaml': facts, ...files };
	const entries = new Map<
		string,
		EntryFolder & { texts: Map<string, TextFile>; files: string[]; tables: Map<string, SourceFile> }
	>();
	for (const [path, text] of Object.entries(all)) {
		const [, folder = '', name = ''] = /^((?:congress|invest|visit|living|about)\/.*)\/([^/]+)$/.exec(path) ?? [];
		if (folder === '') continue;
		const parts = folder.split('/');
		const entry = entries.get(folder) ?? {
			path: folder,
			section: parts[0] ?? '',
			phase: parts.length === 3 ? parts[1] : undefined,
			slug: parts.at(-1) ?? '',
			texts: new Map<string, TextFile>(),
			files: [],
			tables: new Map<string, SourceFile>(),
		};
		entries.set(folder, entry);
		if (name.endsWith('.mdx')) entry.texts.set(name.slice(0, -4), readText(path, text));
		else entry.files.push(name);
		if (name.endsWith('.csv')) entry.tables.set(name, readCsv(text, tableColumns, 'value'));
	}
	const registers = new Map<RegisterName, SourceFile>(
		(['site', 'facts', 'documents', 'holidays'] as const).flatMap((name) => {
			const text = all[`${name}.yaml`];
			return text === undefined ? [] : [[name, readYaml(text)] as const];
		}),
	);
	const coast = all['map/coast.json'];
	if (coast !== undefined) registers.set('coast', readYaml(coast));
	const glossary = all['glossary.csv'];
	return {
		root: '/',
		registers: glossary === undefined ? registers : new Map([...registers, ['glossary', readCsv(glossary)]]),
		entries: [...entries.values()],
		lookFiles: [],
		paths: Object.keys(all),
		typed: new Map(Object.entries(all)),
		faults: [],
	};
}

/** A source text of a page in `about/`, with fields added or replaced, and its body. */
export function page(fields: Readonly<Record<string, string>> = {}, body = 'Lời của trang.'): string {
	const all = {
		kind: 'page',
		title: 'Trang thử',
		description: 'Một câu về trang.',
		date: '2026-01-10',
		status: 'approved',
		level: 'ward',
		origin: 'own',
		...fields,
	};
	const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
	return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}
