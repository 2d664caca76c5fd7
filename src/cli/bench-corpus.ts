import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { sections } from '#schema/site.ts';
import { makeRecord, printRecord } from '#tracking/record.ts';
import { readTracking, recordPath } from '#tracking/files.ts';

/** What a corpus holds. */
export interface Corpus {
	/** Absolute path of the content folder. */
	readonly folder: string;
	readonly entries: number;
	/** Files `<locale>.mdx`, all languages together. */
	readonly texts: number;
	/** Day for which it is right, `YYYY-MM-DD`: nothing in it is due for a review then. */
	readonly day: string;
	/** A translation, from the content folder, that may get a further paragraph of English without becoming wrong. */
	readonly changeable: string;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32): what a bench measures must not change from run to run. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** An entry that others are made from. */
interface Model {
	/** Path from the content folder. */
	readonly path: string;
	/** Front matter, and the parts of the body: what stands before the first `##`, then one for each. */
	readonly texts: ReadonlyMap<string, { readonly fields: string; readonly parts: readonly string[] }>;
	readonly files: ReadonlyMap<string, Buffer>;
}

async function readModel(root: string, path: string): Promise<Model> {
	const texts = new Map<string, { fields: string; parts: string[] }>();
	const files = new Map<string, Buffer>();
	for (const item of await readdir(join(root, path), { withFileTypes: true })) {
		if (!item.isFile()) continue;
		const bytes = await readFile(join(root, path, item.name));
		if (!item.name.endsWith('.mdx')) {
			files.set(item.name, bytes);
			continue;
		}
		const [, fields = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(bytes.toString('utf8')) ?? [];
		texts.set(item.name.slice(0, -4), { fields, parts: body.trim().split(/\n+(?=## )/) });
	}
	return { path, texts, files };
}

/** Paths of all entries of a content folder, sorted. */
async function entryPaths(root: string): Promise<string[]> {
	const items = await readdir(root, { withFileTypes: true, recursive: true });
	return items
		.filter(({ name }) => name === 'vi.mdx')
		.map(({ parentPath }) => parentPath.slice(root.length + 1).replaceAll('\\', '/'))
		.sort();
}

/** A photo as a telephone makes it, small: noise over a sky, so that it is as hard to decode as a real one. */
async function photo(random: () => number): Promise<Buffer> {
	const [width, height] = [1600, 1067];
	const pixels = Buffer.alloc(width * height * 3);
	const [red, green, blue] = [random() * 200, random() * 200, random() * 200];
	for (let row = 0, at = 0; row < height; row++)
		for (let column = 0; column < width; column++, at += 3) {
			const grain = ((row * 7919 + column * 104729) % 31) + (row / height) * 40;
			pixels[at] = red + grain;
			pixels[at + 1] = green + grain;
			pixels[at + 2] = blue + grain;
		}
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg({ quality: 80 })
		.toBuffer();
}

/**
 * Makes a content folder of any size from a small one: each entry is one of the models with its parts in another order, its
 * links turned to other entries, its own drawing, and records of its translations. One entry of ten has a photo.
 *
 * @param models - A content folder that passes the check; the corpus passes it too.
 * @param folder - Made anew; what is there is deleted.
 * @param seed - The same seed gives the same bytes.
 */
export async function makeCorpus(models: string, folder: string, entries: number, seed = 1): Promise<Corpus> {
	const random = randomFrom(seed);
	const below = (count: number) => Math.floor(random() * count);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const item of await readdir(models, { withFileTypes: true }))
		if (!(sections as readonly string[]).includes(item.name))
			await cp(join(models, item.name), join(folder, item.name), { recursive: true });
	const known = await Promise.all((await entryPaths(models)).map((path) => readModel(models, path)));
	const pathOf = (model: Model, copy: number) => (copy === 0 ? model.path : `${model.path}-${copy}`);
	/** Copies of each model: the first of them keep its name, for the register of the site links to them. */
	const copiesOf = (index: number) => Math.max(1, Math.ceil((entries - index) / known.length));
	const byPath = new Map(known.map(({ path }, index) => [path, index]));
	let [texts, made, day, changeable] = [0, 0, '', ''];
	for (let number = 0; number < Math.max(entries, known.length); number++) {
		const model = known[number % known.length];
		if (!model) break;
		const copy = Math.floor(number / known.length);
		const path = pathOf(model, copy);
		const partCount = Math.min(...[...model.texts.values()].map(({ parts }) => parts.length));
		const order = Array.from({ length: partCount - 1 }, (_, index) => index + 1);
		// None is left out: what a language says in fewer words elsewhere would be missing, and the translation seem too short.
		if (copy > 0) order.sort(() => random() - 0.5);
		const links = new Map<string, string>();
		const turned = (whole: string, target: string, hash: string) => {
			const index = byPath.get(target);
			if (copy === 0 || index === undefined || hash !== '') return whole;
			const other = links.get(target) ?? pathOf(known[index] ?? model, below(copiesOf(index)));
			links.set(target, other);
			return `](/${other}/)`;
		};
		await mkdir(join(folder, path), { recursive: true });
		const hasPhoto = copy > 0 && model.files.has('cover.svg') && number % 10 === 0;
		for (const [locale, { fields, parts }] of model.texts) {
			const body = copy === 0 ? parts : [parts[0] ?? '', ...order.map((index) => parts[index] ?? '')];
			const own =
				copy === 0
					? fields
					: fields
							.replace(/^(title: )(['"]?)(.*?)(['"]?)$/m, `$1$2$3 (${copy})$4`)
							.replace(/^redirectFrom:.*\n(?:[ -].*\n)*/m, '');
			const [, checked = ''] = /^checkedOn: (\S+)$/m.exec(own) ?? [];
			if (checked > day) day = checked;
			const cover = hasPhoto ? own.replace('./cover.svg', './cover.jpg') : own;
			const typed = body
				.join('\n\n')
				.replace(/\]\(\/([^)#]*?)\/(#[^)]*)?\)/g, (whole, target: string, hash = '') =>
					turned(whole, target, String(hash)),
				);
			await writeFile(join(folder, path, `${locale}.mdx`), `---\n${cover}---\n\n${typed}\n`);
			texts++;
			if (locale === 'en') changeable = `${path}/en.mdx`;
		}
		for (const [name, bytes] of model.files) {
			if (hasPhoto && name === 'cover.svg') await writeFile(join(folder, path, 'cover.jpg'), await photo(random));
			else if (name.endsWith('.svg') && copy > 0)
				await writeFile(join(folder, path, name), `${bytes.toString('utf8').trimEnd()}\n<!-- ${copy} -->\n`);
			else await writeFile(join(folder, path, name), bytes);
		}
		made++;
	}
	await writeRecords(folder);
	return { folder, entries: made, texts, day, changeable };
}

/** Records every translation as made from its source as it stands. */
async function writeRecords(folder: string): Promise<void> {
	const tracked = await readTracking(folder);
	for (const { entry, parts, day, aliases, translations } of tracked?.entries ?? [])
		for (const { locale, state } of translations) {
			if (state === 'missing') continue;
			const file = join(folder, recordPath(entry, locale));
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, printRecord(makeRecord(parts, day, aliases)));
		}
}
