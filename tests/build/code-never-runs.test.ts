import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { access, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshFolder, run, start } from './project.ts';

const secret = 'mat-khau-8c1f';
let folder: string;
let content: string;
let network: Server;
let asked = 0;
/** Each would leave a file, ask the server, or print the secret, if anything of it were run. */
let attacks: Readonly<Record<string, string>>;
const marker = () => join(folder, 'đã chạy');

const frontMatter = (title: string) =>
	`---\ntitle: ${title}\ndescription: Trang thử.\nkind: page\ndate: 2026-01-01\nstatus: approved\nlevel: ward\norigin: own\n---\n\n`;

beforeAll(async () => {
	folder = await freshFolder();
	content = join(folder, 'content');
	await cp('tests/fixtures/handbook/content', content, { recursive: true });
	await writeFile(join(folder, 'secret.txt'), secret);
	network = createServer((_request, response) => {
		asked += 1;
		response.end('x');
	});
	await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(network.address() as AddressInfo).port}/`;
	const write = `require('node:fs').writeFileSync(${JSON.stringify(marker())}, 'x')`;
	attacks = {
		'read-a-file': `import { readFileSync } from 'node:fs';\n\n{readFileSync(${JSON.stringify(join(folder, 'secret.txt'))}, 'utf8')}`,
		'read-the-environment':
			'{process.env.NHIPCAU_SECRET}\n\n<Callout kind="note" title={process.env.NHIPCAU_SECRET}>\n\nx\n\n</Callout>',
		'ask-the-network': `export const answer = await fetch(${JSON.stringify(url)});\n\n<img src="${url}pixel.png" alt="x" />`,
		'run-a-process': `import { execSync } from 'node:child_process';\n\nexport const out = execSync('touch ' + ${JSON.stringify(JSON.stringify(marker()))});`,
		'run-while-compiling': `export default (() => { ${write} })();\n\n<Fact {...(() => { ${write} })()} />`,
		'run-in-a-browser': `<script>fetch(${JSON.stringify(url)})</script>\n\n<Callout kind="note" onclick="fetch('${url}')">\n\n[x](javascript:fetch('${url}'))\n\n</Callout>`,
		'run-in-attributes': `<Callout kind="note" title={<b>{(() => { ${write} })()}</b>}>\n\nx\n\n</Callout>\n\n<Callout kind="note" title="a" {...{ set: (() => { ${write} })() }}>\n\nx\n\n</Callout>`,
		'run-by-directives': `<Fragment set:html={(() => { ${write} })()} />\n\n<Astro.self />\n\n<Callout kind="note" title="a" define:vars={process.env}>\n\nx\n\n</Callout>`,
		'run-in-a-drawing': `<svg onload="fetch('${url}')"><script>fetch('${url}')</script></svg>\n\n<style>{\`@import url(${url})\`}</style>`,
		'run-from-a-link': `[a b](java&#10;script:fetch('${url}'))\n\n[a b](&#x6A;avascript:fetch('${url}'))\n\n[a b](javascript&colon;alert(1))\n\n[a b](<\u0001javascript:alert(1)>)\n\n[a b](DATA:text/html;base64,PHNjcmlwdD4=)\n\n[a b][x]\n\n[x]: vbscript:alert(1)`,
		'many-braces': `${'{process.env.NHIPCAU_SECRET}\n\n'.repeat(12)}`,
	};
	const tagged = join(content, 'about', 'run-from-front-matter');
	await mkdir(tagged, { recursive: true });
	await writeFile(
		join(tagged, 'vi.mdx'),
		frontMatter('x').replace('level: ward', `level: !!js/function "function () { ${write.replaceAll('"', '\\"')} }"`),
	);
	for (const [name, body] of Object.entries(attacks)) {
		await mkdir(join(content, 'about', name), { recursive: true });
		await writeFile(join(content, 'about', name, 'vi.mdx'), `${frontMatter(name)}${body}\n`);
	}
});
afterAll(() => {
	network.close();
});

const environment = () => ({ CONTENT_DIR: content, OUT_DIR: join(folder, 'dist'), NHIPCAU_SECRET: secret });
async function expectNothingRan(out: string) {
	expect(out).not.toContain(secret);
	expect(asked).toBe(0);
	await expect(access(marker())).rejects.toThrow('ENOENT');
}

test.each(['check', 'build'])(
	'npm run %s refuses code in texts by reading them, and runs nothing of it',
	async (command) => {
		const said = await run(command, environment());
		expect(said.code).toBe(1);
		for (const name of Object.keys(attacks))
			expect(said.out).toMatch(new RegExp(`^content/about/${name}/vi\\.mdx:\\d+:\\d+ {2}(?:body|mdx|link)/`, 'm'));
		expect(said.out).toMatch(/^content\/about\/run-from-front-matter\/vi\.mdx:7:\d+ {2}yaml\//m);
		expect(said.out).not.toMatch(/\bat .*\.[jt]s:\d+|ReferenceError|SyntaxError|acorn/);
		await expectNothingRan(said.out);
		await expect(access(join(folder, 'dist'))).rejects.toThrow('ENOENT');
	},
);

test('npm run dev shows the same words in the browser, and runs nothing', async () => {
	const port = 43_000 + (process.pid % 1_000);
	const child = start('dev', { ...environment(), PORT: String(port) });
	const ended = new Promise((resolve) => child.once('exit', resolve));
	try {
		const get = (path: string) =>
			fetch(`http://localhost:${port}${path}`, { headers: { accept: 'text/html' } }).catch(() => undefined);
		let answer = await get('/vi/');
		for (let tries = 0; !answer && tries < 240; tries += 1) {
			await sleep(250);
			answer = await get('/vi/');
		}
		expect(answer?.status).toBe(500);
		const page = (await answer?.text()) ?? '';
		for (const name of Object.keys(attacks)) {
			expect(page).toContain(`content/about/${name}/vi.mdx:`);
			const own = (await (await get(`/vi/about/${name}/`))?.text()) ?? '';
			expect(own).toContain('body/');
			await expectNothingRan(own);
		}
		await expectNothingRan(page);
	} finally {
		child.kill();
		await ended;
	}
});
