import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { z } from 'astro/zod';
import type { ContentFolder, EntryFolder } from '#loaders/content-folder.ts';
import type { Place, SourceFile } from '#loaders/source-file.ts';
import { documentsSchema, type DocumentRecord } from './documents.ts';
import { kinds, sourceSchemas, translationSchemas, type EntrySource, type EntryText, type Kind } from './entry.ts';
import { factsSchema, type Fact } from './facts.ts';
import { glossarySchema, type Term } from './glossary.ts';
import { lookSchema, siteSchema, type Look, type Section, type SiteConfig } from './site.ts';

/** A text in one language: checked words and trees of its body. */
export interface ContentText {
	readonly words: EntryText;
	readonly body: HastRoot;
	readonly markdown: MdastRoot;
}

/** An entry whose source text has the right shape. */
export interface ContentEntry {
	/** Path in the content folder; the entry's id and page code. */
	readonly path: string;
	readonly section: Section;
	readonly phase: string | undefined;
	readonly slug: string;
	readonly source: EntrySource;
	/** Texts by locale; the source language is among them. */
	readonly texts: ReadonlyMap<string, ContentText>;
	readonly files: readonly string[];
}

/** Everything of one locality, checked for shape. */
export interface Content {
	readonly site: SiteConfig;
	readonly look: Look | undefined;
	readonly facts: ReadonlyMap<string, Fact>;
	readonly documents: ReadonlyMap<string, DocumentRecord>;
	readonly glossary: ReadonlyMap<string, Term>;
	readonly entries: readonly ContentEntry[];
}

/** A value that does not fit its schema, and where it stands. */
export interface ShapeIssue extends Place {
	/** Path from the content folder. */
	readonly file: string;
	/** Path of the field in the file. */
	readonly field: readonly PropertyKey[];
	readonly issue: z.core.$ZodIssue;
	/** The value seen. */
	readonly seen: unknown;
	/** Kind of the entry, for the names of its fields; absent in registers. */
	readonly kind?: Kind;
	readonly role: 'register' | 'source' | 'translation';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
	let value: unknown = data;
	for (const step of path)
		value = value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[step] : undefined;
	return value;
}

/**
 * Judges the shape of everything that was read.
 *
 * @param folder - As `readContentFolder` gives it.
 * @returns Issues in no order, and what is right of the content; `content` is undefined when `site.yaml` is unusable.
 */
export function shapeContent(folder: ContentFolder): {
	readonly content: Content | undefined;
	readonly issues: readonly ShapeIssue[];
} {
	const issues: ShapeIssue[] = [];
	const shape = <T>(
		file: string,
		from: SourceFile,
		schema: z.ZodType<T>,
		role: ShapeIssue['role'],
		kind?: Kind,
	): T | undefined => {
		const result = schema.safeParse(from.data, { reportInput: true });
		if (result.success) return result.data;
		for (const issue of result.error.issues) {
			const isAboutKeys = issue.code === 'unrecognized_keys';
			const fields = isAboutKeys ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
			for (const field of fields) {
				const place = isAboutKeys ? from.keyPosition(field) : from.position(field);
				issues.push({ file, field, issue, seen: valueAt(from.data, field), role, ...(kind && { kind }), ...place });
			}
		}
		return undefined;
	};
	const register = <T>(
		name: 'site' | 'facts' | 'documents' | 'glossary' | 'look',
		file: string,
		schema: z.ZodType<T>,
	): T | undefined => {
		const from = folder.registers.get(name);
		return from && from.faults.length === 0 ? shape(file, from, schema, 'register') : undefined;
	};
	const site = register('site', 'site.yaml', siteSchema);
	const look = register('look', 'look/look.yaml', lookSchema);
	const facts = register('facts', 'facts.yaml', factsSchema) ?? [];
	const documents = register('documents', 'documents.yaml', documentsSchema) ?? [];
	const glossary = register('glossary', 'glossary.csv', glossarySchema) ?? [];
	const sourceLocale = site?.locales[0]?.locale ?? 'vi';

	const entries: ContentEntry[] = [];
	for (const entry of folder.entries) {
		const shaped = shapeEntry(entry, sourceLocale, shape);
		if (shaped) entries.push(shaped);
	}
	return {
		content: site && {
			site,
			look,
			facts: new Map(facts.map((fact) => [fact.id, fact])),
			documents: new Map(documents.map((document) => [document.id, document])),
			glossary: new Map(glossary.map((term) => [term.id, term])),
			entries,
		},
		issues,
	};
}

function shapeEntry(
	entry: EntryFolder,
	sourceLocale: string,
	shape: <T>(
		file: string,
		from: SourceFile,
		schema: z.ZodType<T>,
		role: ShapeIssue['role'],
		kind?: Kind,
	) => T | undefined,
): ContentEntry | undefined {
	const source = entry.texts.get(sourceLocale);
	if (!source || source.frontMatter.faults.length > 0) return undefined;
	const kind = (source.frontMatter.data as { kind?: Kind } | null | undefined)?.kind;
	const knownKind = kind !== undefined && kind in kinds ? kind : undefined;
	// A text without a known kind is judged as a plain page, so that its other slips are told in the same run.
	const sourceData = shape(source.path, source.frontMatter, sourceSchemas[knownKind ?? 'page'], 'source', knownKind);
	const texts = new Map<string, ContentText>();
	for (const [locale, text] of entry.texts) {
		const words =
			locale === sourceLocale
				? (sourceData as EntryText | undefined)
				: text.frontMatter.faults.length > 0
					? undefined
					: shape(text.path, text.frontMatter, translationSchemas[knownKind ?? 'page'], 'translation', knownKind);
		const { markdown } = text;
		if (!words || !markdown) continue;
		texts.set(locale, {
			words,
			markdown,
			get body() {
				return text.html ?? { type: 'root', children: [] };
			},
		});
	}
	if (!sourceData || !knownKind || !texts.has(sourceLocale)) return undefined;
	return {
		path: entry.path,
		section: entry.section as Section,
		phase: entry.phase,
		slug: entry.slug,
		source: sourceData,
		texts,
		files: entry.files,
	};
}
