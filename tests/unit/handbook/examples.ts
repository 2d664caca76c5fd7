import { cp, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { readTracking, writeRecord } from '#tracking/files.ts';
import { makeRecord } from '#tracking/record.ts';

/** What a reader of the handbook sees as code: where it stands and how it gets there. */
export interface Block {
	/** From the content folder's parent: `content/…` or `i18n/…`. */
	readonly path: string;
	readonly how: string;
	readonly text: string;
}

/** One code of the handbook with its two examples. */
export interface Example {
	readonly code: string;
	readonly wrong: readonly Block[];
	readonly right: readonly Block[];
}

/**
 * Reads a page of codes: a heading `## \`code\`` for each, the words `wrong` and `right` in bold, and fenced blocks after each. The
 * line that opens a block says where it belongs and how: ```` ```mdx content/visit/old-market/vi.mdx fields ````.
 */
export function readExamples(page: string, wrong: string, right: string): Example[] {
	const examples: { code: string; wrong: Block[]; right: Block[] }[] = [];
	let side: 'wrong' | 'right' | undefined;
	let open: { fence: string; path: string; how: string; lines: string[] } | undefined;
	for (const line of page.split('\n')) {
		if (open) {
			if (line === open.fence) {
				const block = { path: open.path, how: open.how, text: open.lines.join('\n') };
				if (side) examples.at(-1)?.[side].push(block);
				open = undefined;
			} else {
				open.lines.push(line);
			}
			continue;
		}
		const heading = /^## `(.+)`$/.exec(line);
		const fence = /^(`{3,})[a-z]+ (\S+) (.+)$/.exec(line);
		if (heading) {
			examples.push({ code: heading[1] ?? '', wrong: [], right: [] });
			side = undefined;
		} else if (line === `**${wrong}**`) {
			side = 'wrong';
		} else if (line === `**${right}**`) {
			side = 'right';
		} else if (fence) {
			open = { fence: fence[1] ?? '', path: fence[2] ?? '', how: fence[3] ?? '', lines: [] };
		}
	}
	return examples;
}

const picture = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: '#a5502d' } });

/** Pictures that a handbook can only describe. */
const pictures: Readonly<Record<string, () => Promise<Buffer>>> = {
	photo: () => picture(1600, 900).jpeg().toBuffer(),
	'whole-png': () => picture(800, 450).png().toBuffer(),
	'phone-photo': () =>
		picture(1600, 900)
			.withExif({ IFD0: { Artist: 'Nguyễn Văn A' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 15/1 0/1' } })
			.jpeg()
			.toBuffer(),
	small: () => picture(200, 120).jpeg().toBuffer(),
	'half-a-png': async () => {
		const whole = await sharp({
			create: {
				width: 800,
				height: 450,
				channels: 3,
				background: '#a5502d',
				noise: { type: 'gaussian', mean: 128, sigma: 30 },
			},
		})
			.png()
			.toBuffer();
		return whole.subarray(0, whole.length >> 1);
	},
	'gif-named-jpg': () => picture(800, 450).gif().toBuffer(),
	gigantic: () => picture(12_000, 9_000).png({ compressionLevel: 9 }).toBuffer(),
	'heavy-photo': () =>
		sharp({
			create: {
				width: 5200,
				height: 3900,
				channels: 3,
				background: '#888',
				noise: { type: 'gaussian', mean: 128, sigma: 60 },
			},
		})
			.jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
			.toBuffer(),
	tiff: () => picture(800, 450).tiff().toBuffer(),
};

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
	'utf-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
	'windows-1258': (text) =>
		// Letters of Windows-1258 that its bytes and those of Latin-1 share; what else stands in the example is plain.
		Buffer.from(text, 'latin1'),
};

/** Top-level keys of YAML with the lines that belong to each. */
function keyBlocks(text: string): [string, string][] {
	const found: [string, string][] = [];
	for (const line of text.split('\n')) {
		const key = /^(?:- id: )?([\w.-]+)/.exec(line);
		const last = found.at(-1);
		if (key && (/^\S/.test(line) || !last)) found.push([line.startsWith('- id:') ? line : (key[1] ?? ''), line]);
		else if (last) last[1] += `\n${line}`;
		else found.push(['', line]);
	}
	return found;
}

function withKeys(text: string, added: string): string {
	const blocks = keyBlocks(text.replace(/\n+$/, ''));
	for (const [key, lines] of keyBlocks(added)) {
		const old = blocks.find(([name]) => name === key);
		if (old) old[1] = lines;
		else blocks.push([key, lines]);
	}
	return `${blocks.map(([, lines]) => lines).join('\n')}\n`;
}

const splitText = (text: string): [string, string] => {
	const end = text.indexOf('\n---\n', 4);
	return [text.slice(4, end), text.slice(end + 5)];
};

function merge(into: Record<string, unknown>, from: Record<string, unknown>): Record<string, unknown> {
	const merged = new Map(Object.entries(into));
	for (const [key, value] of Object.entries(from))
		if (value === null) merged.delete(key);
		else if (typeof value === 'object')
			merged.set(key, merge((merged.get(key) ?? {}) as Record<string, unknown>, value as Record<string, unknown>));
		else merged.set(key, value);
	return Object.fromEntries(merged);
}

const unescaped = (text: string) =>
	text.replace(/\\u\{([0-9A-F]+)\}/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));

/**
 * Puts the blocks of an example into a copy of a site.
 *
 * - `fields`: top-level fields of a text or of `site.yaml`, in place of those of the same name
 * - `body`: the words of a text, in place of its own; `append`: after its own
 * - `file`: the whole file; `remove`: without the file
 * - `record`: a record of a register, in place of that of the same id; `row`: a line of `glossary.csv`
 * - `words`: keys of an interface file; `null` takes one away
 * - `add`: another file, with words or a picture of the site; `link <target>`: a symbolic link
 * - `picture <name>`: a picture of {@link pictures}; `as <encoding>`: the whole file in an encoding of {@link encodings}
 * - `media <name>`: a film or recording of `tests/fixtures/media`, `half` or `huge` before the name; `vtt`: captions
 * - `run`: a command that an editor runs; it is `npm run translate -- accept <entry> <locale>`
 *
 * `\u{…}` stands for characters that nobody sees.
 *
 * @param root - Parent of `content/` and `i18n/`.
 */
export async function apply(root: string, blocks: readonly Block[]): Promise<void> {
	for (const { path, how, text: typed } of blocks) {
		const file = join(root, path);
		const text = unescaped(typed);
		const [verb = '', ...rest] = how.split(' ');
		const before = () => readFile(file, 'utf8');
		await mkdir(dirname(file), { recursive: true });
		if (verb === 'file') await writeFile(file, `${text}\n`);
		else if (verb === 'remove') await rm(file, { recursive: true });
		else if (verb === 'fields' && path.endsWith('.yaml')) await writeFile(file, withKeys(await before(), text));
		else if (verb === 'fields') {
			const [fields, body] = splitText(await before());
			await writeFile(file, `---\n${withKeys(fields, text)}---\n${body}`);
		} else if (verb === 'body') await writeFile(file, `---\n${splitText(await before())[0]}\n---\n\n${text}\n`);
		else if (verb === 'append') await writeFile(file, `${(await before()).trimEnd()}\n\n${text}\n`);
		else if (verb === 'record') await writeFile(file, withKeys(await before(), text));
		else if (verb === 'row') {
			const id = `${text.split(',')[0] ?? ''},`;
			const rows = (await before()).trimEnd().split('\n');
			await writeFile(file, `${[...rows.filter((row) => !row.startsWith(id)), text].join('\n')}\n`);
		} else if (verb === 'words')
			await writeFile(
				file,
				JSON.stringify(
					merge(JSON.parse(await before()) as Record<string, unknown>, JSON.parse(text) as Record<string, unknown>),
				),
			);
		else if (verb === 'add') {
			const like = path.endsWith('.mdx') ? 'vi.mdx' : 'cover.svg';
			if (path.endsWith('/')) await mkdir(file, { recursive: true });
			else if (/\.(mdx|svg)$/.test(path)) await cp(join(root, 'content/visit/old-market', like), file);
			else await writeFile(file, `${text}\n`);
		} else if (verb === 'link') {
			await rm(file, { force: true });
			await symlink(rest.join(' '), file);
		} else if (verb === 'picture') {
			const make = pictures[rest.join(' ')];
			if (!make) throw new Error(`No such picture: ${how}`);
			await writeFile(file, await make());
		} else if (verb === 'vtt') {
			await writeFile(file, `${text}\n`);
		} else if (verb === 'media') {
			const name = rest.at(-1) ?? '';
			const whole = await readFile(join('tests/fixtures/media', name));
			await writeFile(file, rest[0] === 'half' ? whole.subarray(0, whole.length >> 1) : whole);
			if (rest[0] === 'huge') await truncate(file, 50_000_000);
		} else if (verb === 'as') {
			const encode = encodings[rest.join(' ')];
			if (!encode) throw new Error(`No such encoding: ${how}`);
			await writeFile(file, encode(`${text}\n`));
		} else if (verb === 'run') {
			const [, entry = '', locale = ''] = /^npm run translate -- accept (\S+) (\S+)$/.exec(text) ?? [];
			const contentDir = join(root, 'content');
			const tracked = (await readTracking(contentDir))?.entries.find((found) => found.entry === entry);
			if (!tracked) throw new Error(`No such command: ${text}`);
			await writeRecord(contentDir, entry, locale, makeRecord(tracked.parts, tracked.day, tracked.aliases));
		} else throw new Error(`How does this block get there: ${how}?`);
	}
}
