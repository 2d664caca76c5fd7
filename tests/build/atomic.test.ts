import { setTimeout as sleep } from 'node:timers/promises';
import { cp, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, freshFolder, run, start } from './project.ts';

let content: string;
let out: string;
let good: string;
const environment = () => ({ CONTENT_DIR: content, OUT_DIR: out });
/** The whole site as one text, to compare. */
const whole = async () => {
	const files = (await readdir(out, { recursive: true, withFileTypes: true }))
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name))
		.sort();
	return (await Promise.all(files.map(async (file) => `${file}\n${(await readFile(file)).toString('base64')}`))).join(
		'\n',
	);
};

beforeAll(async () => {
	content = join(await freshFolder(), 'content');
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	const built = await build(content);
	out = built.folder;
	good = await whole();
});

test('a mistake in the content leaves the last site byte for byte, and the editor is told where it is', async () => {
	const file = join(content, 'visit/island/vi.mdx');
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replace('date: 2026-01-05', 'date: 2026-02-30'));
	const said = await run('build', environment());
	await writeFile(file, text);
	expect(said.code).toBe(1);
	expect(said.out).toMatch(/content\/visit\/island\/vi\.mdx:5:7 {2}field\/date/);
	expect(said.out).not.toMatch(/\bat .*\.ts:\d+|ZodError|node:internal/);
	expect(await whole()).toBe(good);
});

test('a build that is killed, at whatever moment, leaves the last site, and the next build works', async () => {
	for (const milliseconds of [20, 150, 350, 550, 700, 850]) {
		const child = start('build', environment());
		const ended = new Promise((resolve) => child.once('exit', resolve));
		await sleep(milliseconds);
		child.kill('SIGKILL');
		await ended;
		// On a fast machine the last ones finish: the same content gives the same site.
		expect(await whole()).toBe(good);
	}
	const said = await run('build', environment());
	expect(said.code).toBe(0);
	expect(await readlink(out)).toMatch(/^\.site\/dist-[0-9a-f]{12}$/);
	// What the killed ones left behind is swept: this build and the one before are there.
	expect((await readdir(join(dirname(out), '.site'))).length).toBeLessThanOrEqual(2);
});

test('of two builds at once one is told to wait', async () => {
	const both = await Promise.all([run('build', environment()), run('build', environment())]);
	expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
	expect(both.find(({ code }) => code === 1)?.out).toMatch(/Another build is running/);
});

test('a real folder at the place of the site is refused and kept', async () => {
	const folder = join(await freshFolder(), 'dist');
	await mkdir(folder);
	await writeFile(join(folder, 'mine.txt'), 'mine');
	const said = await run('build', { CONTENT_DIR: content, OUT_DIR: folder });
	expect(said.code).toBe(1);
	expect(said.out).toMatch(/thư mục hoặc tệp thật.*real folder or file/s);
	expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
});

test('code in a text never runs: not in the check, not in the build', async () => {
	const file = join(content, 'visit/island/vi.mdx');
	const text = await readFile(file, 'utf8');
	const trace = join(dirname(content), 'trace');
	const code = `import { writeFileSync } from 'node:fs';\n\n{writeFileSync(${JSON.stringify(trace)}, process.env.HOME)}\n\n<script>fetch('https://example.org')</script>\n`;
	await writeFile(file, `${text}\n${code}`);
	for (const command of ['check', 'build']) {
		const said = await run(command, environment());
		expect(said.code).toBe(1);
		for (const name of ['body/code', 'body/expression', 'body/component']) expect(said.out).toContain(name);
	}
	await writeFile(file, text);
	await expect(readFile(trace)).rejects.toThrow('ENOENT');
});
