import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { apply, type Block } from '../unit/handbook/examples.ts';
import { freshFolder, type Said } from './project.ts';

/** What a reader does on a page of the handbook, in order: runs lines, writes into a file, compares what the last line said. */
export type Step =
	| { readonly does: 'run'; readonly lines: readonly string[] }
	| { readonly does: 'write'; readonly block: Block }
	| { readonly does: 'compare'; readonly words: string };

/**
 * Fenced blocks of a page: `sh` is run, one with a path is put there, `text` is what the last line said.
 *
 * @throws When it is not clear what is to be done with a block.
 */
export function stepsOf(page: string): Step[] {
	return [...page.matchAll(/^```(\w+)(?: (\S+) (.+))?\n([^]*?)\n```$/gm)].map(
		([, language = '', path, how = '', text = '']): Step => {
			if (language === 'sh') return { does: 'run', lines: text.split('\n') };
			if (path !== undefined) return { does: 'write', block: { path, how, text } };
			if (language === 'text') return { does: 'compare', words: text };
			throw new Error(`What is to be done with this block?\n${text}`);
		},
	);
}

/** A line that goes on until it is stopped. */
export interface Running {
	readonly url: string;
	/** False once it has ended by itself. */
	isRunning(): boolean;
	/** Ends everything that the line started, and tells what it said. */
	stop(): Promise<Said>;
}

/** Port that nobody listens on. */
function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer().listen(0, () => {
			const address = server.address();
			server.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Somebody who has the project in a fresh folder and does what the handbook says. */
export class Editor {
	/** Folder with a space and Vietnamese letters in its name. */
	readonly project: string;
	readonly #settings: Record<string, string> = {};

	private constructor(project: string) {
		this.project = project;
	}

	/** The project as it is unpacked, its packages installed. */
	static async begin(): Promise<Editor> {
		const project = join(await freshFolder(), 'nhip-cau');
		await mkdir(project);
		const names = ['src', 'public', 'i18n', 'content', 'budgets.yaml', 'package.json', 'tsconfig.json'];
		for (const name of [...names, 'astro.config.mjs', 'astro-i18next.config.ts'])
			await cp(name, join(project, name), { recursive: true });
		await symlink(resolve('node_modules'), join(project, 'node_modules'));
		return new Editor(project);
	}

	/** Runs a line as it was typed; `export NAME=value` holds for all that follow. */
	async run(line: string): Promise<Said> {
		const [, name, value] = /^export (\w+)=(\S+)$/.exec(line) ?? [];
		if (name === undefined || value === undefined) return this.#begin(line).said;
		this.#settings[name] = value;
		return { code: 0, out: '' };
	}

	/** Starts a line that serves the site. */
	async serve(line: string): Promise<Running> {
		const port = String(await freePort());
		const { child, said } = this.#begin(line, { PORT: port });
		const isRunning = () => child.exitCode === null && child.signalCode === null;
		return {
			url: `http://localhost:${port}`,
			isRunning,
			stop: () => {
				if (child.pid !== undefined && isRunning()) process.kill(-child.pid, 'SIGTERM');
				return said;
			},
		};
	}

	#begin(
		line: string,
		settings: Readonly<Record<string, string>> = {},
	): { readonly child: ChildProcess; readonly said: Promise<Said> } {
		// Astro's preview answers nothing where it believes that Vitest started it; npm's own words are about this machine.
		const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|npm_)/.test(name));
		const env = {
			...Object.fromEntries(own),
			npm_config_loglevel: 'error',
			BUILD_DATE: '2026-11-21',
			...this.#settings,
			...settings,
		};
		const child = spawn(line, { cwd: this.project, shell: true, detached: true, env });
		let out = '';
		child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
		child.stderr.on('data', (bytes: Buffer) => (out += bytes.toString()));
		return { child, said: new Promise((done) => child.on('close', (code) => done({ code, out }))) };
	}

	/** Puts a block where its page says, and the picture that its `cover` names beside it, as the page tells to copy it. */
	async write(block: Block): Promise<void> {
		await (block.how === 'fields' ? this.#fillIn(block) : apply(this.project, [block]));
		const cover = /^cover: \.\/(\S+)$/m.exec(block.text)?.[1];
		const from = /`(content\/\S+\.svg)`/.exec(await readFile('docs/vi/start.md', 'utf8'))?.[1];
		if (cover !== undefined && from !== undefined) await cp(from, join(this.project, dirname(block.path), cover));
		// A film or recording is copied from the demo, with its captions, as the page tells.
		for (const [, name = ''] of block.text.matchAll(/^<(?:Video|Audio) src="\.\/(\w+)\./gm)) {
			const demo = name === 'film' ? 'congress/after/resolution-in-one-minute' : 'living/if-you-need-help';
			for (const ending of name === 'film' ? ['mp4', 'vtt'] : ['mp3'])
				await cp(
					join('content', demo, `${name}.vi.${ending}`),
					join(this.project, dirname(block.path), `${name}.vi.${ending}`),
				);
		}
	}

	/** Puts fields where a person would: in place of those of the same name, commented ones included, else at the end. */
	async #fillIn({ path, text }: Block): Promise<void> {
		const file = join(this.project, path);
		let typed = await readFile(file, 'utf8');
		for (const lines of text.split(/\n(?=\S)/)) {
			const name = /^\w+/.exec(lines)?.[0] ?? '';
			const old = new RegExp(`^(${name}:.*\\n(?:  .*\\n)*|#${name}:.*\\n(?:#  .*\\n)*)`, 'm');
			typed = typed.replace(old.test(typed) ? old : /^(?=---\n\n)/m, () => `${lines}\n`);
		}
		await writeFile(file, typed);
	}
}
