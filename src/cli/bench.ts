import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { helpOr } from './arguments.ts';
import { benchCheck, states, type CheckResult } from './bench-check.ts';
import { makeCorpus } from './bench-corpus.ts';
import { BuildFailure, run } from './failure.ts';

const usage = {
	vi: 'npm run bench -- check [-- --entries 1000] [--runs 3] [--seed 1] [--json]\n  Đo lệnh kiểm tra trên một bộ bài làm từ nội dung mẫu, năm ngôn ngữ: giây CPU, giây thực, bộ nhớ; lần đầu, lần sau, sau khi sửa một tệp; và giá của mỗi bài so với bộ 200 bài.',
	en: 'npm run bench -- check [--entries 1000] [--runs 3] [--seed 1] [--json]\n  Measures the check on a corpus made from the demo content, five languages: CPU seconds, wall seconds, memory; with nothing kept, with everything kept, with one text changed; and the cost of an entry against a corpus of 200.',
};

/** Size that the cost of an entry is compared with. */
const small = 200;

const { values, positionals } = helpOr(
	{
		entries: { type: 'string', default: '1000' },
		runs: { type: 'string', default: '3' },
		seed: { type: 'string', default: '1' },
		json: { type: 'boolean' },
	},
	usage,
	true,
);

function wholeNumber(name: 'entries' | 'runs' | 'seed'): number {
	const value = Number(values[name]);
	if (!Number.isInteger(value) || value < 1)
		throw new BuildFailure(
			`--${name} phải là số nguyên từ 1 trở lên: ${String(values[name])}\n--${name} must be a whole number from 1: ${String(values[name])}`,
		);
	return value;
}

function printTable(results: readonly CheckResult[], ratios: Readonly<Record<string, number>>): void {
	console.log(['entries', 'texts', 'state', 'CPU s', 'wall s', 'peak MB'].join('\t'));
	for (const { entries, texts, state, cpuSeconds, wallSeconds, peakMegabytes } of results)
		console.log(
			[entries, texts, state, cpuSeconds.toFixed(2), wallSeconds.toFixed(2), peakMegabytes.toFixed(0)].join('\t'),
		);
	for (const [state, ratio] of Object.entries(ratios))
		console.log(`CPU of an entry against ${small} entries, ${state}: ${ratio.toFixed(2)}`);
}

await run(async () => {
	if (positionals.join(' ') !== 'check') throw new BuildFailure(`${usage.vi}\n\n${usage.en}`);
	const entries = wholeNumber('entries');
	const folder = await mkdtemp(join(tmpdir(), 'bench-'));
	try {
		const results: CheckResult[] = [];
		for (const size of new Set([small, entries])) {
			const place = join(folder, String(size));
			await mkdir(place);
			const corpus = await makeCorpus('content', join(place, 'content'), size, wholeNumber('seed'));
			results.push(...(await benchCheck(corpus, wholeNumber('runs'))));
		}
		const cpuOfEntry = (state: string, isLarge: boolean) => {
			const found = results.find((result) => result.state === state && result.entries > small === isLarge);
			return found && found.cpuSeconds / found.entries;
		};
		const ratios = Object.fromEntries(
			states.flatMap((state) => {
				const [large, few] = [cpuOfEntry(state, true), cpuOfEntry(state, false)];
				return large !== undefined && few !== undefined ? [[state, large / few]] : [];
			}),
		);
		const machine = { processor: cpus()[0]?.model.trim() ?? '', cores: cpus().length, node: process.version };
		if (values['json']) console.log(JSON.stringify({ machine, results, ratios }, null, 2));
		else printTable(results, ratios);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
