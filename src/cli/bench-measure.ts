import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run of a command took. */
export interface Measure {
	/** Time of all cores together, user and system: the least touched by what else runs. */
	readonly cpuSeconds: number;
	readonly wallSeconds: number;
	/** Most memory that one of its processes held. */
	readonly peakMegabytes: number;
}

/** A measured command did not end well: what it took says nothing. */
export class BenchError extends Error {
	override name = 'BenchError';
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Runs one of our commands in a process of its own and measures it.
 *
 * @param command - Its name and arguments, as after `npm run`.
 * @throws {@link BenchError} with what it printed, when it fails or prints what `expected` does not match.
 */
export async function measure(
	command: readonly string[],
	environment: Readonly<Record<string, string>>,
	expected = /^/,
): Promise<Measure> {
	const meter = join(tmpdir(), `bench-meter-${process.pid}`);
	await rm(meter, { force: true });
	const start = performance.now();
	const child = spawn(process.execPath, [here('./run.mjs'), ...command], {
		env: {
			...process.env,
			...environment,
			BENCH_METER: meter,
			NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${new URL('./bench-meter.mjs', import.meta.url).href}`,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
	const [code] = (await once(child, 'close')) as [number | null];
	const wallSeconds = (performance.now() - start) / 1000;
	if (code !== 0 || !expected.test(printed)) throw new BenchError(`${command.join(' ')}:\n${printed.slice(0, 4000)}`);
	const lines = (await readFile(meter, 'utf8')).trim().split('\n');
	await rm(meter, { force: true });
	const used = lines.map((line) => JSON.parse(line) as Omit<Measure, 'wallSeconds'>);
	return {
		cpuSeconds: used.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
		wallSeconds,
		peakMegabytes: Math.max(...used.map(({ peakMegabytes }) => peakMegabytes)),
	};
}

/** The least of several runs, figure by figure: whatever else the machine does only ever adds to them. */
export function least(runs: readonly Measure[]): Measure {
	const of = (name: keyof Measure) => Math.min(...runs.map((run) => run[name]));
	return {
		cpuSeconds: of('cpuSeconds'),
		wallSeconds: of('wallSeconds'),
		peakMegabytes: of('peakMegabytes'),
	};
}
