import { access, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'astro/zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldNames, kindNames, kinds, sourceSchemas, translationSchemas } from '#schema/entry.ts';
import { textComponents } from '#schema/text-components.ts';
import { Editor, stepsOf, type Running } from './handbook-walk.ts';
import type { Said } from './project.ts';

const languages = ['vi', 'en'] as const;
const walked = ['start', 'translate', 'life-of-a-text'] as const;
const read = (language: string, page: string) => readFile(`docs/${language}/${page}.md`, 'utf8');

let editor: Editor;
beforeAll(async () => {
	editor = await Editor.begin();
});
afterAll(() => rm(dirname(editor.project), { recursive: true }));

/** Waits until a page of a running site has these words. */
async function expectPage(site: Running, path: string, words: string): Promise<void> {
	let page = '';
	for (let tries = 0; tries < 120 && site.isRunning() && !page.includes(words); tries += 1) {
		await new Promise((wake) => setTimeout(wake, 500));
		page = await fetch(site.url + path, { headers: { accept: 'text/html' } }).then(
			(answer) => answer.text(),
			() => '',
		);
	}
	if (!page.includes(words)) expect(page, (await site.stop()).out).toContain(words);
}

/** Words of the page, with `…` for anything. */
const pattern = (words: string) =>
	new RegExp(
		words
			.split('…')
			.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('[^]*'),
	);

test.each(walked)(
	'whoever does what %s says, line by line, gets what it shows',
	async (name) => {
		const steps = stepsOf(await read('vi', name));
		expect(steps.length).toBeGreaterThan(5);
		const entry = '/vi/visit/central-market/';
		let last: Said = { code: 0, out: '' };
		let preview: Running | undefined;
		for (const [index, step] of steps.entries()) {
			if (step.does === 'write') await editor.write(step.block);
			else if (step.does === 'compare') expect(last.out).toMatch(pattern(step.words));
			else {
				const next = steps[index + 1];
				const code = next?.does === 'compare' && /^[1-9]\d* lỗi,/m.test(next.words) ? 1 : 0;
				for (const line of step.lines) {
					// The packages are there already.
					if (line === 'npm ci') continue;
					if (line === 'npm run dev') {
						preview = await editor.serve(line);
						await expectPage(preview, '/vi/', 'Nhịp Cầu Phường Mẫu');
					} else if (line === 'npm run serve') {
						await preview?.stop();
						const site = await editor.serve(line);
						await expectPage(site, entry, 'Chợ trung tâm');
						await site.stop();
					} else {
						last = await editor.run(line);
						expect([line, last.code, last.code === code ? '' : last.out]).toEqual([line, code, '']);
						if (preview?.isRunning() && line === 'npm run check')
							await expectPage(preview, entry, code === 0 ? 'Bản nháp' : '21/11/2026');
					}
				}
			}
		}
		expect(preview?.isRunning() ?? false).toBe(false);
		// What stands at the end for looking up is right too.
		expect((await editor.run('npm run -s check -- --strict')).out).toBe('Không có lỗi nào. / No problem found.\n');
	},
	600_000,
);

test.each(walked)('%s tells to do the same in both languages', async (name) => {
	const [vi, en] = await Promise.all(languages.map(async (language) => stepsOf(await read(language, name))));
	expect(en).toEqual(vi);
});

describe.each(languages)('the tables of start in %s', (language) => {
	/** Rows of all tables whose first cell is a name in backticks. */
	const rows = async () =>
		[...(await read(language, 'start')).matchAll(/^\| `(\w+)` +\|(.*)\|$/gm)].map(([, name = '', rest = '']) => ({
			name,
			rest,
			example: /\| `(\w+: .+)` +$/.exec(rest)?.[1],
		}));

	test('hold every field, every kind and every component, and no other', async () => {
		const fields = new Set(
			kindNames.flatMap((kind) => [...fieldNames(kind).source, ...fieldNames(kind).translation] as string[]),
		);
		const found = await rows();
		expect(new Set(found.filter(({ example }) => example !== undefined).map(({ name }) => name))).toEqual(fields);
		const text = await read(language, 'start');
		for (const kind of kindNames) {
			const row = found.find(({ name, example }) => name === kind && example === undefined)?.rest ?? '';
			expect([kind, [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()]).toEqual([
				kind,
				[...Object.keys(kinds[kind].words), ...Object.keys(kinds[kind].facts)].sort(),
			]);
			for (const section of kinds[kind].sections) expect(row).toContain(section);
		}
		for (const name of Object.keys(textComponents)) {
			expect(text).toMatch(new RegExp(`^\`${name}\`.*:|^.*\`${name}\`:`, 'm'));
			expect(text).toContain(`<${name}`);
		}
	});

	test('show right values', async () => {
		const shapes = Object.values({ ...sourceSchemas }).concat(Object.values(translationSchemas) as never[]);
		for (const { name, example } of await rows()) {
			if (example === undefined) continue;
			const value = (parse(example) as Record<string, unknown>)[name];
			const right = shapes.some((schema) => {
				const { shape } = schema as unknown as { readonly shape: Readonly<Record<string, z.ZodType>> };
				return shape[name]?.safeParse(value).success;
			});
			expect([example, right]).toEqual([example, true]);
		}
	});
});

test('every link and picture in docs leads somewhere', async () => {
	const pages = (await readdir('docs', { recursive: true })).filter((file) => file.endsWith('.md'));
	expect(pages.length).toBeGreaterThanOrEqual(10);
	/** Anchors as code forges make them: lower case, no signs, hyphens for spaces. */
	const anchorsOf = (text: string) =>
		[...text.replace(/^```[^]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
			title
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
				.replaceAll(' ', '-'),
		);
	for (const page of pages) {
		const text = await readFile(join('docs', page), 'utf8');
		expect([page, text.normalize('NFC') === text]).toEqual([page, true]);
		const prose = text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
		for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
			if (/^https?:/.test(target)) continue;
			const [path = '', anchor] = decodeURI(target).split('#');
			const file = path === '' ? join('docs', page) : join('docs', dirname(page), path);
			const isThere = await access(file).then(
				() => true,
				() => false,
			);
			expect([page, target, isThere]).toEqual([page, target, true]);
			if (anchor !== undefined && isThere)
				expect([page, target, anchorsOf(await readFile(file, 'utf8'))]).toEqual([
					page,
					target,
					expect.arrayContaining([anchor]),
				]);
		}
	}
});

test('every picture of the handbook is shown and light', async () => {
	const texts = await Promise.all(languages.flatMap((language) => walked.map((name) => read(language, name))));
	for (const name of await readdir('docs/pictures')) {
		expect([name, texts.some((text) => text.includes(`../pictures/${name}`))]).toEqual([name, true]);
		expect([name, (await readFile(join('docs/pictures', name))).length < 120_000]).toEqual([name, true]);
	}
});
