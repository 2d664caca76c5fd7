import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '#checks/content.ts';

/** Texts tried in all; `npm run proof` tries ten thousand, and asks that none takes a second. */
const cases = Number(process.env['FUZZ_CASES'] ?? 400);
const isProof = process.env['FUZZ_CASES'] !== undefined;
/** Texts in one folder, checked in one run. */
const batch = 20;

let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'fuzz-'));
	await cp('tests/fixtures/handbook/content', join(root, 'content'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

const good = {
	fields:
		'title: Trang thử\ndescription: Lời tả.\nkind: page\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own\n',
	body: 'Lời mở đầu.\n\n## Một phần\n\nGiá là <Fact id="market-distance" />, xem [chợ](/visit/old-market/).\n\n- một\n- hai\n',
};
const signs =
	'{ } < > </ /> { {/* */} [ ] ]( ![ ( ) ` ``` ~~~ | |-| # ## - * _ ** \\ " \' “ ” : :: , & && &amp; &#x41; = ={ $ % @ ! ? … --- +++ ... <<: &a *a !!js/function'.split(
		' ',
	);
const words = fc.constantFrom(
	...signs,
	...'\n;\n\n; ;\t;    ;\r\n;\r;\u0000;\u200b;\u202e;\ufeff;\u00a0;\ue000;\ud83d\ude00;é;e\u0301;đ;한국;ᄒ\u1161;中文;ё'.split(
		';',
	),
	...Object.keys(Object.getOwnPropertyDescriptors(Object.prototype)),
	...'title;kind;date;2026-02-30;2026-01-01;vi;import x from "y";export const a = 1;<Fact id="x" />;<Fact id={x} />;<Callout kind="note">;</Callout>;<Steps>;<Table caption="x">;| a | b |;<script>;<!--;-->;[a](javascript:x);https://example.org/;true;null;~;[1, 2];{a: b};1.5e9;0x1f'.split(
		';',
	),
);
const soup = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
/** A right text with a few slips of the hand. */
const slips = (text: string) =>
	fc
		.array(fc.tuple(fc.nat(text.length), fc.nat(12), fc.oneof(words, fc.string({ maxLength: 3 }))), {
			minLength: 1,
			maxLength: 4,
		})
		.map((edits) => edits.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text));
const runs = fc
	.tuple(words, words, fc.integer({ min: 1, max: 4000 }))
	.map(([one, other, times]) => (one + other).repeat(times).slice(0, 30_000));
const part = (text: string) => fc.oneof(slips(text), soup, fc.constant(text), runs, fc.string({ unit: 'binary' }));
const texts = fc.oneof(
	fc.tuple(part(good.fields), part(good.body)).map(([fields, body]) => `---\n${fields}---\n\n${body}`),
	slips(`---\n${good.fields}---\n\n${good.body}`),
	soup,
);

test('whatever stands in texts, the check ends without a fault of its own, tells places that exist, and changes nothing', async () => {
	let slowest = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(texts, { minLength: batch, maxLength: batch }), async (batchOfTexts) => {
			const folder = join(root, 'content/about');
			const written = new Map<string, string>();
			for (const [index, text] of batchOfTexts.entries()) {
				const path = `content/about/fuzz-${index}/vi.mdx`;
				await mkdir(join(folder, `fuzz-${index}`), { recursive: true });
				await writeFile(join(root, path), text);
				written.set(path, await readFile(join(root, path), 'utf8'));
			}
			const start = process.cpuUsage();
			const problems = await checkContent({ contentDir: join(root, 'content'), wordsDir: 'i18n' });
			const { user, system } = process.cpuUsage(start);
			const milliseconds = (user + system) / 1000;
			slowest = Math.max(slowest, milliseconds);
			// Twenty texts within a second of the processor, whatever else runs on it: each of them is.
			if (isProof) expect(milliseconds).toBeLessThan(1000);
			for (const { file, line, column, say } of problems) {
				const lines = (written.get(file) ?? '').split(/\r\n|\r|\n/);
				expect(line).toBeGreaterThanOrEqual(1);
				expect(column).toBeGreaterThanOrEqual(1);
				if (written.has(file)) expect(line).toBeLessThanOrEqual(lines.length + 1);
				expect(say.vi.length).toBeGreaterThan(10);
				expect(say.en.length).toBeGreaterThan(10);
				expect(say.vi + say.en).not.toMatch(/\bundefined\b|\[object |\bNaN\b|ZodError|    at /);
			}
			for (const [path, text] of written) expect(await readFile(join(root, path), 'utf8')).toBe(text);
		}),
		{ numRuns: Math.ceil(cases / batch), endOnFailure: true },
	);
	if (isProof) console.log(`${cases} texts; the slowest ${batch} took ${Math.round(slowest)} ms`);
}, 600_000);
