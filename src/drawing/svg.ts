import type { Drawing, Mark, Role } from './marks.ts';

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const short = (value: number) => String(Math.round(value * 10) / 10);

/** Marks of one role in a row share a group, so that its look stands once. */
function grouped(
	marks: readonly Mark[],
	open: (role: Role, kind: Mark['kind']) => string,
	one: (mark: Mark) => string,
) {
	const parts: string[] = [];
	// Shapes first: nothing is drawn over words. Flat shapes of one role become one path.
	for (const kind of ['path', 'text'] as const) {
		const byRole = new Map<Role, Mark[]>();
		for (const mark of marks) if (mark.kind === kind) byRole.set(mark.role, [...(byRole.get(mark.role) ?? []), mark]);
		for (const [role, own] of byRole)
			parts.push(
				kind === 'path'
					? `<path${open(role, kind)} d="${own.map((mark) => (mark.kind === 'path' ? mark.d : '')).join('')}"/>`
					: `<g${open(role, kind)}>${own.map(one).join('')}</g>`,
			);
	}
	return parts.join('');
}

const textElement = (mark: Mark): string =>
	mark.kind === 'path'
		? ''
		: `<text x="${short(mark.x)}" y="${short(mark.y)}"${mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`}>${escape(mark.text)}</text>`;

/** The drawing as part of a page: roles are classes, looks come from the style sheet of the site. Hidden from readers of sound, who have the words. */
export function svgInPage({ width, height, marks }: Drawing, name: string): string {
	return `<svg class="${name}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${grouped(marks, (role) => ` class="${role}"`, textElement)}</svg>`;
}

/** Colours of a file that stands by itself: always on paper. */
export interface Inks {
	readonly paper: string;
	readonly ink: string;
	readonly ink2: string;
	readonly line: string;
	readonly ground: string;
	readonly brick: string;
	readonly span: string;
}

/** Looks of roles as attributes, for files without a style sheet. */
function attributes(role: Role, inks: Inks, sizes: ReadonlyMap<Role, number>): string {
	const fill: Readonly<Record<Role, string>> = {
		brick: ` fill="${inks.brick}"`,
		'brick-2': ` fill="${inks.brick}" fill-opacity=".8"`,
		ground: ` fill="${inks.ground}"`,
		horizon: ` fill="${inks.ink}"`,
		grid: ` fill="${inks.line}"`,
		span: ` fill="none" stroke="${inks.span}" stroke-width="3" stroke-linecap="round" stroke-dasharray="1 6"`,
		post: ` fill="${inks.span}"`,
		curve: ` fill="none" stroke="${inks.brick}" stroke-width="3" stroke-linejoin="round"`,
		point: ` fill="${inks.brick}"`,
		title: ` fill="${inks.ink}" font-weight="640"`,
		// Paper around figures parts them from a line behind.
		value: ` fill="${inks.ink}" font-weight="640" stroke="${inks.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`,
		label: ` fill="${inks.ink}"`,
		small: ` fill="${inks.ink2}"`,
	};
	const size = sizes.get(role);
	return fill[role] + (size === undefined ? '' : ` font-size="${size}"`);
}

/** What every file says of itself. */
export interface FileWords {
	readonly tag: string;
	readonly title: string;
	readonly description: string;
	readonly inks: Inks;
	/** Families of letters, for words that stay words. */
	readonly fonts: string;
	/** Draws a line of words as a shape; without it words stay words, to be found and edited. */
	readonly outline?: (text: string, size: number, x: number, y: number, anchor: 'start' | 'middle' | 'end') => string;
}

/** The drawing as a file of its own, without style sheet, script or font to load. */
export function svgFile({ width, height, marks }: Drawing, words: FileWords): string {
	const { inks, outline } = words;
	const lines = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
	const shapes = grouped(
		marks.filter(({ kind }) => kind === 'path'),
		(role) => attributes(role, inks, new Map()),
		textElement,
	);
	const texts = lines.map((mark) => {
		const look = attributes(mark.role, inks, new Map([[mark.role, mark.size]]));
		return outline
			? `<path${attributes(mark.role, inks, new Map())} d="${outline(mark.text, mark.size, mark.x, mark.y, mark.anchor)}"/>`
			: textElement(mark).replace('<text', `<text${look}`);
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${words.tag}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escape(words.fonts)}" role="img">`,
		`<title>${escape(words.title)}</title><desc>${escape(words.description)}</desc>`,
		`<rect width="${width}" height="${height}" fill="${inks.paper}"/>`,
		shapes,
		...texts,
		'</svg>\n',
	].join('');
}
