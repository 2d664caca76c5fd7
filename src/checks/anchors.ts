import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import type { EntryTracking } from '#tracking/state.ts';
import { nearest } from './shape.ts';
import { shorten, start, walk } from './structure.ts';

/** Anchors that pages have besides those of their parts. */
const ofPages =
	/^(?:main|sources|source-\d+|related|figures|in-brief|snapshot|latest|more|past|phases|notices|offices|holidays|route|market-[a-z0-9-]+|results|query|filters|status|hint|about-page|foot-about|congresses)$/;

/** Plain letters of an anchor, however it was typed. */
function folded(anchor: string): string {
	let typed = anchor;
	try {
		typed = decodeURIComponent(anchor);
	} catch {
		// A stray per cent sign: compared as it is.
	}
	return typed
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** A link to a part of an entry. */
interface PartLink extends Place {
	/** Path of the file. */
	readonly file: string;
	/** Path of the entry that it stands in. */
	readonly own: string;
	/** Path of the entry that it leads to, if there is one of that name. */
	readonly target: string;
	/** Name of the part, as typed. */
	readonly part: string;
}

/** A `#` that does not begin a heading; most texts have none, and their trees need not be walked. */
const mayHold = /[^\n#]#|^#+[^#\s]|&num;/m;

/** Every tree is walked once, though the links are asked for twice. */
const found = new WeakMap<ContentFolder, readonly PartLink[]>();

/** Links of the texts that are due which name a part of some entry. */
function partLinks(folder: ContentFolder, content: Content): readonly PartLink[] {
	const known = found.get(folder);
	if (known) return known;
	const locales = content.site.locales.map(({ locale }) => locale);
	const links: PartLink[] = [];
	const add = (file: string, { line, column }: Place, url: string, own: string) => {
		const [, path = '', part = ''] = /^([^?#]*)[^#]*#(.+)$/s.exec(url) ?? [];
		if (part === '' || ofPages.test(part) || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return;
		if (path !== '' && !path.startsWith('/')) return;
		const [, first = '', ...rest] = path.split('/');
		const inner = (locales.includes(first) ? rest : [first, ...rest]).filter(Boolean).join('/');
		links.push({ file, line, column, own, target: path === '' ? own : inner, part });
	};
	for (const { path, texts } of dueEntries(folder))
		for (const [locale, text] of texts) {
			const { markdown } = text;
			if (!markdown || !locales.includes(locale) || !mayHold.test(folder.typed.get(text.path) ?? '')) continue;
			walk(markdown, (node) => {
				if ((node.type === 'link' || node.type === 'definition') && node.url.includes('#'))
					add(text.path, start(node), node.url, path);
			});
		}
	found.set(folder, links);
	return links;
}

/** Paths of entries that are due → paths of the entries whose parts their links name. */
export function linkedEntries(folder: ContentFolder, content: Content): ReadonlyMap<string, ReadonlySet<string>> {
	const targets = new Map<string, Set<string>>();
	for (const { own, target } of partLinks(folder, content))
		targets.set(own, (targets.get(own) ?? new Set()).add(target));
	return targets;
}

/**
 * Links to a part of a text that the text does not have. Pages that are no text have anchors of their own and are left alone.
 *
 * @param tracked - Parts of every entry that is linked to, with the names they had before their headings were reworded.
 */
export function judgeAnchors(
	folder: ContentFolder,
	content: Content,
	tracked: readonly EntryTracking[],
	folderName: string,
): Problem[] {
	const problems: Problem[] = [];
	const entries = new Map(tracked.map((entry) => [entry.entry, entry]));
	for (const { file, line, column, target: path, part: hash } of partLinks(folder, content)) {
		const target = entries.get(path);
		if (!target) continue;
		// The fields and the words before the first heading are parts without an anchor.
		const ids = target.parts.slice(2).map(({ id }) => id);
		if (ids.includes(hash) || target.aliases.has(hash)) continue;
		const plain = folded(hash);
		const meant = ids.includes(plain) ? plain : nearest(plain, ids);
		const shown = `/${target.entry}/`;
		const list = ids
			.slice(0, 8)
			.map((id) => `\`#${id}\``)
			.join(', ');
		const more = ids.length > 8 ? ', …' : '';
		problems.push({
			file: `${folderName}/${file}`,
			line,
			column,
			code: 'link/broken',
			severity: 'error',
			say: {
				vi: `Trang \`${shown}\` không có phần \`#${shorten(hash)}\`.${meant ? ` Có phải \`#${meant}\`?` : ''} ${ids.length > 0 ? `Sửa theo một trong các phần: ${list}${more}; hoặc bỏ` : 'Bỏ'} phần từ dấu \`#\`.`,
				en: `The page \`${shown}\` has no part \`#${shorten(hash)}\`.${meant ? ` Did you mean \`#${meant}\`?` : ''} ${ids.length > 0 ? `Use one of its parts: ${list}${more}; or drop` : 'Drop'} what stands from the \`#\` on.`,
			},
		});
	}
	return problems;
}
