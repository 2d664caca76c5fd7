import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

/** What a step of a test run counted. */
export interface Count {
	readonly passed: number;
	readonly failed: number;
}

/** One step: a program, and how its result is counted. */
export interface Step {
	readonly name: string;
	readonly command: readonly [string, ...string[]];
	readonly environment?: Readonly<Record<string, string>>;
	/** File that the program writes, and how to count it; left out for a program that passes or fails as a whole. */
	readonly report?: { readonly file: string; readonly count: (report: unknown) => Count };
}

/** Counts of Vitest's JSON report. */
export const vitestCount = (report: unknown): Count => {
	const { numPassedTests, numFailedTests, numFailedTestSuites } = report as {
		numPassedTests: number;
		numFailedTests: number;
		numFailedTestSuites: number;
	};
	return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) };
};

/** Counts of Playwright's JSON report. */
export const playwrightCount = (report: unknown): Count => {
	const { expected, flaky, unexpected } = (report as { stats: { expected: number; flaky: number; unexpected: number } })
		.stats;
	return { passed: expected + flaky, failed: unexpected };
};

async function runStep({ name, command: [program, ...args], environment = {}, report }: Step): Promise<Count> {
	console.log(`\n── ${name} ──`);
	if (report) await rm(report.file, { force: true });
	const code = await new Promise<number | null>((resolve) => {
		const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
		child.once('error', () => resolve(1));
		child.once('exit', resolve);
	});
	const whole: Count = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	if (!report) return whole;
	const counted = await readFile(report.file, 'utf8').then(
		(text) => report.count(JSON.parse(text)),
		() => whole,
	);
	// A runner that failed without a failed test has failed all the same.
	return code === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/**
 * Runs steps in order and ends at the first that fails. The last line printed is `N passed, N failed`; the exit code follows it.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
	let [passed, failed] = [0, 0];
	for (const step of steps) {
		const count = await runStep(step);
		passed += count.passed;
		failed += count.failed;
		if (count.failed > 0) {
			console.log(`\nDừng ở bước “${step.name}”. / Stopped at the step “${step.name}”.`);
			break;
		}
	}
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

const bin = (name: string) => [process.execPath, `node_modules/${name}`] as const;
const own = (name: string): [string, ...string[]] => [process.execPath, 'src/cli/run.mjs', name];

/** Vitest over one kind of tests. */
export function vitestStep(name: string, project: string): Step {
	const file = `test-results/${project}.json`;
	return {
		name,
		command: [
			...bin('vitest/vitest.mjs'),
			'run',
			'--project',
			project,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`,
		],
		report: { file, count: vitestCount },
	};
}

/** Everything that `npm test` runs, in the order in which it fails fastest. */
export const testSteps: readonly Step[] = [
	{ name: 'content', command: own('check') },
	vitestStep('unit tests', 'unit'),
	{ name: 'lint', command: [...bin('eslint/bin/eslint.js'), '.'] },
	{ name: 'format', command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
	{ name: 'types', command: [...bin('astro/bin/astro.mjs'), 'check'] },
	vitestStep('build tests', 'build'),
	{ name: 'the demo site', command: own('build') },
	{
		name: 'browser tests',
		command: [...bin('@playwright/test/cli.js'), 'test'],
		report: { file: 'test-results/browser.json', count: playwrightCount },
	},
];
