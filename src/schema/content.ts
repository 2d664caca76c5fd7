import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { z } from 'astro/zod';
import { dueEntries, type ContentFolder, type EntryFolder } from '#loaders/content-folder.ts';
import type { Place, SourceFile } from '#loaders/source-file.ts';
import type { TextFile } from '#loaders/text-file.ts';
import { coastSchema, type Coast } from './coast.ts';
import { documentSchema, documentsSchema, type DocumentRecord } from './documents.ts';
import { kinds, sourceSchemas, translationSchemas, type EntrySource, type EntryText, type Kind } from './entry.ts';
import { factSchema, factsSchema, type Fact } from './facts.ts';
import { glossarySchema, termSchema, type Term } from './glossary.ts';
import { holidaySchema, holidaysSchema, type Holiday } from './holidays.ts';
import { own, valueAt } from './introspect.ts';
import { readRow, type TableRow } from './table.ts';
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
	/** Rows of the tables beside the texts, by file name. */
	readonly tables?: ReadonlyMap<string, readonly TableRow[]>;
}

/**
 * Records of a register by id. `get` and iteration give those that are right; `has` knows the others too, so that a text which
 * cites a record with a slip in it is not told that there is none.
 */
export class Register<T> extends Map<string, T> {
	readonly #faulty: ReadonlySet<string> | 'unreadable';

	/** @param faulty - Ids of records that are there and not right; `unreadable` when nobody can say which there are. */
	constructor(records: Iterable<readonly [string, T]>, faulty: ReadonlySet<string> | 'unreadable' = new Set()) {
		super(records);
		this.#faulty = faulty;
	}

	override has(id: string): boolean {
		return super.has(id) || this.#faulty === 'unreadable' || this.#faulty.has(id);
	}

	/** Every id that is known to be there. */
	names(): string[] {
		return [...this.keys(), ...(this.#faulty === 'unreadable' ? [] : this.#faulty)];
	}
}

/** Ids to suggest from a register. */
export const namesIn = (register: ReadonlyMap<string, unknown>): string[] =>
	register instanceof Register ? register.names() : [...register.keys()];

/** Everything of one locality, checked for shape. */
export interface Content {
	readonly site: SiteConfig;
	readonly look: Look | undefined;
	/** Land around the map centre. */
	readonly coast?: Coast | undefined;
	/** Records that are right; as `shapeContent` gives them, each is a {@link Register}. */
	readonly facts: ReadonlyMap<string, Fact>;
	readonly documents: ReadonlyMap<string, DocumentRecord>;
	readonly glossary: ReadonlyMap<string, Term>;
	readonly holidays: ReadonlyMap<string, Holiday>;
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
	/** Everything that the file holds, unchecked. */
	readonly data: unknown;
	/** Kind of the entry, for the names of its fields; absent in registers, and where no kind is named. */
	readonly kind?: Kind;
	readonly role: 'register' | 'source' | 'translation';
	/** On the last issue that is told of a file: how many more there are. */
	readonly left?: number;
}

/** Issues told of one file: beyond, the file is of another kind altogether, and each look for a place takes its time. */
const mostIssues = 50;

type Shape = <T>(
	file: string,
	from: SourceFile,
	schema: z.ZodType<T>,
	role: ShapeIssue['role'],
	kind?: Kind,
) => T | undefined;

/** An issue before its place is looked up. */
interface Found {
	readonly field: readonly PropertyKey[];
	readonly issue: z.core.$ZodIssue;
}

/** One item for each field that is wrong: an unknown field is one of its own. */
function issuesOf(error: z.core.$ZodError, base: readonly PropertyKey[]): Found[] {
	return error.issues.flatMap((issue): Found[] =>
		issue.code === 'unrecognized_keys'
			? issue.keys.map((key) => ({ field: [...base, ...issue.path, key], issue }))
			: [{ field: [...base, ...issue.path], issue }],
	);
}

/** Whether an unknown field of a text without a known kind may well be one of the kind that was meant. */
const isFieldOfSomeKind = (name: PropertyKey): boolean =>
	Object.values(kinds).some((kind) => Object.hasOwn(kind.words, name) || Object.hasOwn(kind.facts, name));

/**
 * Judges the shape of everything that was read.
 *
 * @param folder - As `readContentFolder` gives it.
 * @returns Issues in no order, those of entries that are not due left out, and what is right of the content. `content` is undefined when `site.yaml` is unusable; `rough` is
 * then the content with as much of `site.yaml` as can be used, for checks only, and `missing` names the fields it has to do without.
 */
export function shapeContent(folder: ContentFolder): {
	readonly content: Content | undefined;
	readonly issues: readonly ShapeIssue[];
	readonly rough: Content;
	readonly missing: ReadonlySet<string>;
} {
	const issues: ShapeIssue[] = [];
	const tell = (
		file: string,
		from: SourceFile,
		role: ShapeIssue['role'],
		kind: Kind | undefined,
		found: readonly Found[],
	) => {
		for (const [index, { field, issue }] of found.slice(0, mostIssues).entries()) {
			const place = issue.code === 'unrecognized_keys' ? from.keyPosition(field) : from.position(field);
			const seen = valueAt(from.data, field);
			const isLast = index === mostIssues - 1 && found.length > mostIssues;
			issues.push({
				file,
				field,
				issue,
				seen,
				data: from.data,
				role,
				...(kind && { kind }),
				...place,
				...(isLast && { left: found.length - mostIssues }),
			});
		}
	};
	const shape = <T>(
		file: string,
		from: SourceFile,
		schema: z.ZodType<T>,
		role: ShapeIssue['role'],
		kind?: Kind,
	): T | undefined => {
		const result = schema.safeParse(from.data);
		if (result.success) return result.data;
		const found = issuesOf(result.error, []);
		tell(
			file,
			from,
			role,
			kind,
			role === 'register' || kind
				? found
				: found.filter(
						({ field: [name = ''], issue }) => issue.code !== 'unrecognized_keys' || !isFieldOfSomeKind(name),
					),
		);
		return undefined;
	};
	/** A file of one group of fields. */
	const group = <T>(name: 'site' | 'look' | 'coast', file: string, schema: z.ZodType<T>): T | undefined => {
		const from = folder.registers.get(name);
		return from && from.faults.length === 0 ? shape(file, from, schema, 'register') : undefined;
	};
	/** A list of records, each judged by itself: a slip in one does not touch the others. */
	const register = <T extends { readonly id: string }>(
		name: 'facts' | 'documents' | 'glossary' | 'holidays',
		file: string,
		list: z.ZodType<T[]>,
		record: z.ZodType<T>,
	): Register<T> => {
		const from = folder.registers.get(name);
		if (!from)
			return new Register<T>([], folder.faults.some((fault) => fault.file === file) ? 'unreadable' : undefined);
		if (from.faults.length > 0) return new Register<T>([], 'unreadable');
		// A file of comments alone is a register without records.
		if (from.data === null || from.data === undefined) return new Register<T>([]);
		if (!Array.isArray(from.data)) {
			shape(file, from, list, 'register');
			return new Register<T>([], 'unreadable');
		}
		const right: [string, T][] = [];
		const faulty = new Set<string>();
		const found: Found[] = [];
		for (const [index, item] of (from.data as readonly unknown[]).entries()) {
			const result = record.safeParse(item);
			if (result.success) {
				right.push([result.data.id, result.data]);
				continue;
			}
			const id = own(item, 'id');
			if (typeof id === 'string') faulty.add(id);
			found.push(...issuesOf(result.error, [index]));
		}
		tell(file, from, 'register', undefined, found);
		return new Register(right, faulty);
	};
	const site = group('site', 'site.yaml', siteSchema);
	const look = group('look', 'look/look.yaml', lookSchema);
	const coast = group('coast', 'map/coast.json', coastSchema);
	const facts = register('facts', 'facts.yaml', factsSchema, factSchema);
	const documents = register('documents', 'documents.yaml', documentsSchema, documentSchema);
	const glossary = register('glossary', 'glossary.csv', glossarySchema, termSchema);
	const holidays = register('holidays', 'holidays.yaml', holidaysSchema, holidaySchema);
	const { site: roughSite, missing } = site ? { site, missing: new Set<string>() } : pruned(folder);
	const sourceLocale = roughSite.locales[0]?.locale ?? 'vi';

	const entries: ContentEntry[] = [];
	const due = new Set(dueEntries(folder));
	const quiet: Shape = (_file, { data }, schema) => schema.safeParse(data).data;
	for (const entry of folder.entries) {
		const shaped = shapeEntry(entry, sourceLocale, due.has(entry) ? shape : quiet);
		const tables = tablesOf(entry, roughSite);
		if (shaped) entries.push({ ...shaped, ...(tables.size > 0 && { tables }) });
	}
	const rough = { site: roughSite, look, coast, facts, documents, glossary, holidays, entries };
	return { content: site && rough, issues, rough, missing };
}

/** What stands for a field of `site.yaml` that is missing or unusable, so that everything else can be checked in the same run. */
const standIns: Readonly<Record<string, unknown>> = {
	title: { vi: '…' },
	place: { vi: '…' },
	publisher: { name: { vi: '…' }, level: 'ward' },
	address: 'https://example.org',
	locales: [
		['vi', 'vi', 'Tiếng Việt'],
		['en', 'en', 'English'],
		['ru', 'ru', 'Русский'],
		['ko', 'ko', '한국어'],
		['zh', 'zh-Hans', '简体中文'],
	].map(([locale, tag, name]) => ({ locale, tag, name, fallback: locale === 'vi' ? [] : ['vi'] })),
	home: { title: { vi: '…' }, intro: { vi: '…' } },
};

/** Fields whose records other files name. */
const lists = ['locales', 'contacts', 'phases', 'congresses'];

/** `site.yaml` without what does not fit its schema, and the names of the fields that are lost or have a stand-in. */
function pruned(folder: ContentFolder): { readonly site: SiteConfig; readonly missing: ReadonlySet<string> } {
	const from = folder.registers.get('site');
	const isGroup =
		from?.faults.length === 0 && typeof from.data === 'object' && from.data !== null && !Array.isArray(from.data);
	const data = structuredClone(isGroup ? from.data : {}) as Record<string, unknown>;
	const missing = new Set<string>(isGroup ? [] : Object.keys(siteSchema.shape));
	for (let round = 0; round < 4; round++) {
		const result = siteSchema.safeParse(data);
		if (result.success) return { site: result.data, missing };
		// From the end, so that places in lists stay what they are.
		const dropped: string[] = [];
		for (const { field, issue } of issuesOf(result.error, []).reverse()) {
			// A field under another name is lost as well, whichever it is.
			if (issue.code === 'unrecognized_keys' && field.length === 1)
				for (const name of lists) if (data[name] === undefined) missing.add(name);
			const name = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String)).slice(0, -1);
			if (!dropped.some((path) => name(field).startsWith(path))) dropped.push(name(drop(data, field, missing)));
		}
	}
	for (const name of Object.keys(data)) missing.add(name);
	return { site: siteSchema.parse(standIns), missing };
}

/** Takes a value out of its group or list; a required one takes what is around it along. Gives the path of what is gone. */
function drop(
	data: Record<string, unknown>,
	field: readonly PropertyKey[],
	missing: Set<string>,
): readonly PropertyKey[] {
	const [name = '', ...inner] = field;
	const key = inner.at(-1);
	if (key === undefined) {
		missing.add(String(name));
		if (Object.hasOwn(standIns, name)) data[String(name)] = structuredClone(standIns[String(name)]);
		else Reflect.deleteProperty(data, name);
		return field;
	}
	const around = valueAt(data, field.slice(0, -1));
	if (Array.isArray(around) && Number(key) < around.length) {
		around.splice(Number(key), 1);
		if (inner.length === 1) missing.add(String(name));
	} else if (own(around, key) !== undefined) Reflect.deleteProperty(around as object, key);
	else return drop(data, field.slice(0, -1), missing);
	return field;
}

/** Rows of readable tables; what is wrong in them is told by the check of charts. */
function tablesOf({ tables = new Map() }: EntryFolder, site: SiteConfig): Map<string, readonly TableRow[]> {
	const locales = site.locales.map(({ locale }) => locale);
	return new Map(
		[...tables].flatMap(([name, { data, faults }]) =>
			faults.length === 0 && Array.isArray(data)
				? [[name, data.map((record: unknown) => readRow(record, locales).row)] as const]
				: [],
		),
	);
}

function shapeEntry(entry: EntryFolder, sourceLocale: string, shape: Shape): ContentEntry | undefined {
	const source = entry.texts.get(sourceLocale);
	// A text without front matter at all has been told so; nothing more can be said of its fields.
	const hasFields = (text: TextFile) => text.frontMatter.faults.length === 0 && text.frontMatter.data !== undefined;
	if (!source || !hasFields(source)) return undefined;
	const kind = own(source.frontMatter.data, 'kind');
	const knownKind = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? (kind as Kind) : undefined;
	// A text without a known kind is judged as a plain page, so that its other slips are told in the same run.
	const sourceData = shape(source.path, source.frontMatter, sourceSchemas[knownKind ?? 'page'], 'source', knownKind);
	const texts = new Map<string, ContentText>();
	for (const [locale, text] of entry.texts) {
		const words =
			locale === sourceLocale
				? (sourceData as EntryText | undefined)
				: !hasFields(text)
					? undefined
					: shape(text.path, text.frontMatter, translationSchemas[knownKind ?? 'page'], 'translation', knownKind);
		if (!words || !text.isParsed) continue;
		texts.set(locale, {
			words,
			// Trees of an entry in outline are made when asked for.
			get markdown() {
				return text.markdown ?? { type: 'root', children: [] };
			},
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
