// Loaded into every Node process that a bench measures (`--import`): at its end it writes down what it has used, threads included.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_METER;
if (file && isMainThread)
	process.once('exit', () => {
		const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
		appendFileSync(
			file,
			`${JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 })}\n`,
		);
	});
