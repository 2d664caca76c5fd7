/** What a file of the site may name: pages and style sheets and modules name others, the rest none. */
export type FileType = 'html' | 'css' | 'js';

const decode = (value: string) => value.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

function namedInPage(html: string): string[] {
	return [...html.matchAll(/<(link|script|img)\b[^>]*>/g)].flatMap(([tag, element]) => {
		if (element === 'link' && !/^(?:stylesheet|icon)$/.test(attribute(tag, 'rel') ?? '')) return [];
		return attribute(tag, element === 'link' ? 'href' : 'src') ?? [];
	});
}

const patterns = {
	css: /url\(\s*["']?([^"')]+)["']?\s*\)/g,
	js: /(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.{0,2}\/[^"']+)["']/g,
};

/**
 * Finds the files that a file of the site needs to be shown: style sheets, scripts, pictures, icon, fonts. Reads only what our own
 * build writes: addresses in double quotes, nothing from other hosts.
 *
 * @param url - Full address of the file, against which the others are resolved.
 * @returns Full addresses on the same host, each once, without what follows `#`.
 */
export function namedFiles(text: string, type: FileType, url: string): string[] {
	const found = type === 'html' ? namedInPage(text) : [...text.matchAll(patterns[type])].map((match) => match[1] ?? '');
	const { origin } = new URL(url);
	const full = found
		.filter((address) => address !== '' && !address.startsWith('data:'))
		.map((address) => new URL(decode(address), url))
		.filter((address) => address.origin === origin);
	return [...new Set(full.map((address) => address.href.replace(/#.*$/, '')))];
}

/** Type of a file that can name others, from what the server calls it; undefined for pictures and fonts. */
export function fileType(contentType: string | null): FileType | undefined {
	return (['html', 'css', 'js'] as const).find((type) =>
		(contentType ?? '').includes(type === 'js' ? 'javascript' : type),
	);
}
