import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCache } from '#cache/cache.ts';
import { checkContent } from '#checks/content.ts';
import type { KeptEntry } from '#checks/kept.ts';

const day = process.env['BUILD_DATE'];
let root: string;
beforeAll(async () => {
	process.env['BUILD_DATE'] = '2026-03-01';
	root = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterAll(async () => {
	if (day === undefined) delete process.env['BUILD_DATE'];
	else process.env['BUILD_DATE'] = day;
	await rm(root, { recursive: true });
});

/** A folder of its own with texts of the handbook in five languages, and with slips that look beyond their own entry. */
let place: string;
beforeEach(async () => {
	place = await mkdtemp(join(root, 'a-'));
	await fill();
});
async function fill(): Promise<void> {
	await cp('tests/fixtures/handbook/content', join(place, 'content'), { recursive: true });
	await cp('i18n', join(place, 'i18n'), { recursive: true });
	const page = (title: string, more: string, words: string) =>
		`---\ntitle: ${title}\ndescription: Lời tả.\nkind: page\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own\n${more}---\n\n${words}\n`;
	await write(
		'about/one/vi.mdx',
		page('Một', 'redirectFrom: [/cu/]\n', 'Xem [chợ](/visit/old-market/) và [phần](/about/two/#phan-mot).'),
	);
	await write(
		'about/two/vi.mdx',
		page(
			'Hai',
			'redirectFrom: [/cu/]\n',
			'Lời.\n\n## Phần một\n\nXem [ba](/about/three/), <Fact id="market-distance" />.',
		),
	);
	await write('about/three/vi.mdx', page('Ba', '', 'Xem [không có](/about/four/) và {1 + 1} <Fact id="no-such" />.'));
}
afterEach(() => rm(place, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(place, 'content', path)), { recursive: true });
	await writeFile(join(place, 'content', path), text);
}
const cacheDir = () => join(place, 'cache');
const settings = () => ({ contentDir: join(place, 'content'), wordsDir: join(place, 'i18n') });
const withKept = () => checkContent({ ...settings(), cacheDir: cacheDir() });

/** The check with kept results tells what one without them tells. */
async function expectSame(): Promise<void> {
	expect(await withKept()).toEqual(await checkContent(settings()));
}

/** What the last check has kept of the entries, by path. */
async function keptEntries(): Promise<ReadonlyMap<string, KeptEntry>> {
	const name = (await readdir(cacheDir())).find((file) => file.startsWith('check-entries-')) ?? '';
	const bytes = (await readFile(join(cacheDir(), name))).subarray(65);
	return (deserialize(bytes) as { readonly value: ReadonlyMap<string, KeptEntry> }).value;
}

test('an unchanged folder is told the same, from what was kept', async () => {
	const first = await withKept();
	expect(first.map(({ code }) => code)).toEqual(
		expect.arrayContaining(['redirect/duplicate', 'link/broken', 'facts/unknown', 'body/expression']),
	);
	// Nothing is judged: a result that only the cache can have is told.
	const name = (await readdir(cacheDir())).find((file) => /^check-[0-9a-f]{16}$/.test(file)) ?? '';
	const kept = deserialize((await readFile(join(cacheDir(), name))).subarray(65)) as { value: { problems: unknown[] } };
	kept.value.problems = [];
	await openCache(cacheDir()).put(name, serialize(kept));
	expect(await withKept()).toEqual([]);
	await rm(join(cacheDir(), name));
	expect(await withKept()).toEqual(first);
});

test('only what has changed, and what leans on it, is judged again', async () => {
	await withKept();
	const before = await keptEntries();
	await appendFile(join(place, 'content/about/two/vi.mdx'), '\nThêm lời.\n');
	await expectSame();
	const after = await keptEntries();
	// `about/one` links to a part of `about/two`.
	const changed = [...after].filter(
		([path, entry]) =>
			entry.mark !== before.get(path)?.mark ||
			entry.leansOn.some(([, mark], index) => mark !== before.get(path)?.leansOn[index]?.[1]),
	);
	expect(changed.map(([path]) => path).sort()).toEqual(['about/one', 'about/two']);
});

test('a damaged result, and one of another version of the program, count for nothing', async () => {
	const right = await withKept();
	for (const name of await readdir(cacheDir())) {
		const bytes = await readFile(join(cacheDir(), name));
		bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
		await writeFile(join(cacheDir(), name), bytes);
	}
	expect(await withKept()).toEqual(right);
	for (const name of await readdir(cacheDir()))
		await openCache(cacheDir()).put(name, serialize({ mark: 'another program', value: { mark: '', problems: [] } }));
	expect(await withKept()).toEqual(right);
	for (const name of await readdir(cacheDir())) await openCache(cacheDir()).put(name, Buffer.from('no result'));
	expect(await withKept()).toEqual(right);
});

test('of a folder with a link nothing is kept: what it leads to may change unseen', async () => {
	await symlink(join(place, 'content/site.yaml'), join(place, 'content/about/one/link.svg'));
	await expectSame();
	expect(await readdir(place)).not.toContain('cache');
});

test('a day later the day is asked again', async () => {
	await write(
		'about/late/vi.mdx',
		'---\ntitle: Muộn\ndescription: Lời tả.\nkind: page\ndate: 2026-01-01\ncheckedOn: 2026-03-20\nstatus: approved\nlevel: ward\norigin: own\n---\n\nLời.\n',
	);
	const codes = async () => (await withKept()).filter(({ file }) => file.includes('late')).map(({ code }) => code);
	expect(await codes()).toEqual(['entry/future-date']);
	process.env['BUILD_DATE'] = '2026-03-21';
	expect(await codes()).toEqual([]);
	process.env['BUILD_DATE'] = '2026-03-01';
});

const entryNames = [
	'about/one',
	'about/two',
	'about/three',
	'visit/old-market',
	'about/publisher',
	'congress/before/opening-film',
];
const pieces = [
	'Lời',
	'[chợ](/visit/old-market/)',
	'[x](/about/five/)',
	'[x](/about/two/#phan-mot)',
	'\n\n## Phần một\n\n',
	'\n\n# A\n',
	'<Fact id="market-distance" />',
	'<Doc id="x" />',
	'{',
	'<b>',
	'\u200b',
	'![a](./cover.svg)',
	'\ttitle: Hai\n',
	'\n---\n',
	'status: draft\n',
	'title: Một\n',
	'redirectFrom: [/cu/]\n',
];
const entry = fc.constantFrom(...entryNames);
const locale = fc.constantFrom('vi', 'vi', 'en', 'ko');
const edit: fc.Arbitrary<() => Promise<unknown>> = fc.oneof(
	fc
		.tuple(entry, locale, fc.nat(400), fc.nat(8), fc.constantFrom(...pieces))
		.map(([path, name, at, length, piece]) => async () => {
			const file = join(place, 'content', path, `${name}.mdx`);
			const text = await readFile(file, 'utf8').catch(() => undefined);
			if (text !== undefined) await writeFile(file, text.slice(0, at) + piece + text.slice(at + length));
		}),
	fc
		.tuple(
			entry,
			fc.constantFrom(
				['status: approved', 'status: draft'],
				['title: ', 'title: Một '],
				['date: 2026-01-01', 'date: 2026-02-01'],
				['kind: page', 'kind: guide'],
				['## ', '### '],
				['redirectFrom: [/cu/]\n', ''],
			),
		)
		.map(([path, [from = '', to = '']]) => async () => {
			const file = join(place, 'content', path, 'vi.mdx');
			const text = await readFile(file, 'utf8').catch(() => undefined);
			if (text !== undefined) await writeFile(file, text.replace(from, to));
		}),
	fc.tuple(entry, locale).map(
		([path, name]) =>
			() =>
				rm(join(place, 'content', path, `${name}.mdx`), { force: true }),
	),
	fc.tuple(entry, entry).map(
		([from, to]) =>
			() =>
				rename(join(place, 'content', from), join(place, 'content', `${to}-moved`)).catch(() => undefined),
	),
	fc.tuple(entry, entry).map(
		([from, to]) =>
			() =>
				cp(join(place, 'content', from), join(place, 'content', `${to}-copy`), { recursive: true }).catch(
					() => undefined,
				),
	),
	fc.constantFrom('facts.yaml', 'documents.yaml', 'glossary.csv', 'site.yaml').chain((file) =>
		fc
			.tuple(fc.constantFrom('market', 'approved', 'vi:', 'id: ', 'e'), fc.constantFrom('x', '', 'en:', '# '))
			.map(([from, to]) => async () => {
				const text = await readFile(join(place, 'content', file), 'utf8').catch(() => undefined);
				if (text !== undefined) await writeFile(join(place, 'content', file), text.replace(from, to));
			}),
	),
	fc
		.constantFrom('about/one/x.svg', 'about/.hidden', 'nowhere/a.txt', 'visit/old-market/.source/en.json', 'look/x.svg')
		.map((path) => () => write(path, '<svg xmlns="http://www.w3.org/2000/svg"/>')),
	fc.constant(async () => {
		const file = join(place, 'i18n/vi/common.json');
		await writeFile(file, (await readFile(file, 'utf8')).replace(/"/, ''));
	}),
);

test('after any edits, the check tells what a check of everything anew tells, in the same order', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
			async (rounds) => {
				await rm(cacheDir(), { recursive: true, force: true });
				await rm(join(place, 'content'), { recursive: true, force: true });
				await fill();
				await withKept();
				for (const edits of rounds) {
					for (const change of edits) await change();
					await expectSame();
				}
			},
		),
		{ numRuns: Number(process.env['KEPT_RUNS'] ?? 12) },
	);
});
