import { readText } from '#loaders/text-file.ts';
import type { Content, ContentEntry, ContentText } from '#schema/content.ts';
import type { EntrySource, EntryText } from '#schema/entry.ts';
import { siteSchema, type Section } from '#schema/site.ts';

/** A text with a title and a body, in the form that the model takes. */
export function text(title: string, body = 'Lời.\n', words: Partial<EntryText> = {}): ContentText {
	const read = readText('x/vi.mdx', `---\ntitle: x\n---\n\n${body}`);
	if (!read.html || !read.markdown) throw new Error(JSON.stringify(read.faults));
	return { words: { title, description: title, ...words }, body: read.html, markdown: read.markdown };
}

/** An entry by its path and texts; a plain page unless `source` says otherwise. */
export function entry(
	path: string,
	texts: Readonly<Record<string, ContentText>>,
	source: Partial<EntrySource> = {},
): ContentEntry {
	const parts = path.split('/');
	return {
		path,
		section: parts[0] as Section,
		phase: parts.length === 3 ? parts[1] : undefined,
		slug: parts.at(-1) ?? '',
		source: {
			kind: 'article',
			title: 'x',
			description: 'x',
			date: '2026-01-01',
			status: 'approved',
			level: 'ward',
			origin: 'own',
			...source,
		} as EntrySource,
		texts: new Map(Object.entries(texts)),
		files: [],
	};
}

/** A content folder with five languages and the entries given. */
export function content(entries: readonly ContentEntry[], site: Record<string, unknown> = {}): Content {
	return {
		site: siteSchema.parse({
			title: { vi: 'Trang' },
			place: { vi: 'Nơi' },
			publisher: { name: { vi: 'Ủy ban' }, level: 'ward' },
			address: 'https://example.org',
			locales: [
				{ locale: 'vi', tag: 'vi', name: 'Tiếng Việt' },
				{ locale: 'en', tag: 'en', name: 'English', fallback: ['vi'] },
				{ locale: 'ru', tag: 'ru', name: 'Русский', fallback: ['en', 'vi'] },
				{ locale: 'ko', tag: 'ko', name: '한국어', fallback: ['en', 'vi'] },
				{ locale: 'zh', tag: 'zh-Hans', name: '简体中文', fallback: ['en', 'vi'] },
			],
			phases: [
				{ id: 'before', title: { vi: 'Trước', en: 'Before' } },
				{ id: 'during', title: { vi: 'Trong' } },
			],
			home: { title: { vi: 'Nơi' }, intro: { vi: 'Lời' } },
			...site,
		}),
		look: undefined,
		facts: new Map(),
		documents: new Map(),
		glossary: new Map(),
		holidays: new Map(),
		entries,
	};
}
