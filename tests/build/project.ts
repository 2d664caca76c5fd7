import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command said. */
export interface Said {
	readonly code: number | null;
	readonly out: string;
}

export type Environment = Readonly<Record<string, string>>;

/** A fresh folder with a space and Vietnamese letters in its name, as editors have them. */
export const freshFolder = () => mkdtemp(join(tmpdir(), 'Tài liệu mới '));

const command = (name: string) => [process.execPath, ['src/cli/run.mjs', name]] as const;
/** As a user has it: what the test runner sets would make Astro's preview answer nothing. */
const environmentOf = (environment: Environment) => {
	const own = { ...process.env };
	for (const name of ['VITEST', 'NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'TEST'])
		Reflect.deleteProperty(own, name);
	return { ...own, BUILD_DATE: '2026-03-01', ...environment };
};

/** Runs a command of the project as a user would. */
export function run(name: string, environment: Environment, ...args: string[]): Promise<Said> {
	const [program, first] = command(name);
	return new Promise((resolve) => {
		const child = execFile(
			program,
			[...first, ...args],
			{ env: environmentOf(environment), maxBuffer: 1 << 26 },
			(_error, out, errors) => resolve({ code: child.exitCode, out: out + errors }),
		);
	});
}

/** Starts a command and lets it run. */
export function start(name: string, environment: Environment): ChildProcess {
	const [program, first] = command(name);
	return spawn(program, first, { env: environmentOf(environment), stdio: 'ignore' });
}

/** A built fixture: where it lies and how to read it. */
export interface Built {
	readonly said: Said;
	readonly folder: string;
	read(file: string): Promise<string>;
	bytes(file: string): Promise<Buffer>;
	files(): Promise<string[]>;
}

/** Builds a content folder into a fresh place. Kept results are shared between fixtures. */
export async function build(contentDir: string, environment: Environment = {}): Promise<Built> {
	const folder = join(await freshFolder(), 'dist');
	const said = await run('build', { CONTENT_DIR: contentDir, OUT_DIR: folder, ...environment });
	return {
		said,
		folder,
		read: (file) => readFile(join(folder, file), 'utf8'),
		bytes: (file) => readFile(join(folder, file)),
		files: async () => {
			const all = await readdir(folder, { recursive: true, withFileTypes: true });
			return all
				.filter((item) => item.isFile())
				.map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
				.sort();
		},
	};
}

/** Interface words of the repository, and those of a fixture beside them. */
export async function wordsWith(fixture: string): Promise<string> {
	const folder = join(await freshFolder(), 'i18n');
	await cp('i18n', folder, { recursive: true });
	await cp(join(fixture, 'i18n'), folder, { recursive: true });
	return folder;
}
