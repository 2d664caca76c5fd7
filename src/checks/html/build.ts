import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from '#loaders/built-files.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';

interface Page {
	readonly ids: ReadonlySet<string>;
	readonly links: readonly { readonly attribute: string; readonly value: string; readonly offset: number }[];
	readonly alternates: ReadonlyMap<string, string>;
	/** The page's own public address; undefined for one that search engines should not list, as its canonical address may be another page's. */
	readonly canonical: string | undefined;
	readonly html: string;
}

const decode = (value: string) =>
	value
		.replaceAll('&amp;', '&')
		.replaceAll('&#38;', '&')
		.replaceAll('&quot;', '"')
		.replaceAll('&#34;', '"')
		.replaceAll('&#39;', "'");

function readPage(html: string): Page {
	const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => decode(match[1] ?? '')));
	const links = [...html.matchAll(/<(?!meta)[a-z][^>]*?\s(href|src|srcset|action)="([^"]*)"/g)].flatMap((match) => {
		const values =
			match[1] === 'srcset'
				? (match[2] ?? '').split(',').map((part) => part.trim().split(' ')[0] ?? '')
				: [match[2] ?? ''];
		return values.map((value) => ({ attribute: match[1] ?? '', value: decode(value), offset: match.index }));
	});
	const alternates = new Map(
		[...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map((match) => [
			match[1] ?? '',
			decode(match[2] ?? ''),
		]),
	);
	const isListed = !/<meta name="robots" content="noindex"/.test(html);
	const canonical = isListed ? /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] : undefined;
	return { ids, links, alternates, canonical, html };
}

/**
 * Reads every page of a build: links, anchors and pictures that lead nowhere, `hreflang` that is not returned, and anything
 * that our policy refuses: styles and scripts in the page, addresses of other hosts that a browser would fetch, `data:`.
 *
 * @param base - Path under which the site is served.
 */
export async function checkBuild(folder: string, base: string): Promise<Problem[]> {
	const problems: Problem[] = [];
	const files = new Set(await filesOf(folder));
	const pages = new Map<string, Page>();
	for (const file of files)
		if (file.endsWith('.html')) pages.set(file, readPage(await readFile(join(folder, file), 'utf8')));
	const add = (file: string, page: Page, offset: number, code: Code, vi: string, en: string) =>
		problems.push({
			file,
			line: page.html.slice(0, offset).split('\n').length,
			column: offset - page.html.lastIndexOf('\n', offset),
			code,
			severity: 'error',
			say: { vi, en },
		});
	const fileAt = (path: string): string | undefined => {
		const inner = decodeURI(path.slice(base.length));
		const candidates = inner === '' || inner.endsWith('/') ? [`${inner}index.html`] : [inner];
		return candidates.find((candidate) => files.has(candidate));
	};
	const byUrl = new Map(
		[...pages].flatMap(([file, page]) => (page.canonical === undefined ? [] : [[page.canonical, file] as const])),
	);

	for (const [file, page] of pages) {
		for (const { attribute, value, offset } of page.links) {
			if (/^(https:|http:|mailto:|tel:|geo:)/i.test(value)) continue;
			if (value.startsWith('data:'))
				add(file, page, offset, 'html/data-url', 'Trang chứa địa chỉ `data:`.', 'The page holds a `data:` address.');
			else if (value.startsWith('#')) {
				if (value.length > 1 && !page.ids.has(decodeURIComponent(value.slice(1))))
					add(
						file,
						page,
						offset,
						'html/anchor',
						`Liên kết \`${value}\` không có đích trong trang.`,
						`The link \`${value}\` has no target on the page.`,
					);
			} else if (!value.startsWith(base))
				add(
					file,
					page,
					offset,
					'html/base',
					`Địa chỉ \`${value}\` nằm ngoài \`${base}\`.`,
					`The address \`${value}\` is outside \`${base}\`.`,
				);
			else {
				const [path = '', hash] = value.split('#');
				const target = fileAt(path.split('?')[0] ?? path);
				if (target === undefined)
					add(
						file,
						page,
						offset,
						'html/link',
						`\`${attribute}="${value}"\` không dẫn tới tệp nào của trang.`,
						`\`${attribute}="${value}"\` leads to no file of the site.`,
					);
				else if (hash && target.endsWith('.html') && !pages.get(target)?.ids.has(decodeURIComponent(hash)))
					add(
						file,
						page,
						offset,
						'html/anchor',
						`\`${value}\`: không có đích \`#${hash}\`.`,
						`\`${value}\`: there is no target \`#${hash}\`.`,
					);
			}
		}
		for (const [language, url] of page.alternates) {
			if (language === 'x-default') continue;
			const other = byUrl.get(url);
			if (other === undefined || ![...(pages.get(other)?.alternates.values() ?? [])].includes(page.canonical ?? ''))
				add(
					file,
					page,
					0,
					'html/hreflang',
					`hreflang \`${language}\` (${url}) không có liên kết ngược lại.`,
					`hreflang \`${language}\` (${url}) is not returned.`,
				);
		}
		for (const [pattern, code, vi, en] of [
			[/<style[\s>]/, 'html/style', 'Trang chứa thẻ `<style>`.', 'The page holds a `<style>` element.'],
			[/<[a-z][^>]*\sstyle="/, 'html/style', 'Trang chứa thuộc tính `style`.', 'The page holds a `style` attribute.'],
			[/<[a-z][^>]*\son[a-z]+="/, 'html/handler', 'Trang chứa thuộc tính sự kiện.', 'The page holds an event handler.'],
			[
				/<script(?![^>]*\ssrc=)(?![^>]*type="application\/ld\+json")[^>]*>/,
				'html/script',
				'Trang chứa mã lệnh nằm trong trang.',
				'The page holds an inline script.',
			],
			[
				/<(?:script|img|source|iframe|video|audio|embed|object|track)\b[^>]*\s(?:src|srcset|data|poster)="(?:https?:)?\/\//,
				'html/foreign',
				'Trang tải tệp từ máy chủ khác.',
				'The page fetches a file from another host.',
			],
			[
				/<link\b(?=[^>]*rel="(?:stylesheet|preload|icon|modulepreload)")[^>]*href="(?:https?:)?\/\//,
				'html/foreign',
				'Trang tải tệp từ máy chủ khác.',
				'The page fetches a file from another host.',
			],
		] as const) {
			const match = pattern.exec(page.html);
			if (match) add(file, page, match.index, code, vi, en);
		}
	}
	return problems;
}
