import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './bench-corpus.ts';
import { least, measure, type Measure } from './bench-measure.ts';

/** What a run finds of earlier ones: nothing; all of it; all of it but one text. */
export const states = ['cold', 'warm', 'one text changed'] as const;

/** A run of the check over one corpus. */
export interface CheckResult extends Measure {
	readonly command: 'check';
	readonly state: (typeof states)[number];
	readonly entries: number;
	readonly texts: number;
}

/**
 * Measures the check of a corpus in each state.
 *
 * @param runs - Runs of each; the least counts.
 */
export async function benchCheck(corpus: Corpus, runs: number): Promise<CheckResult[]> {
	const cache = join(corpus.folder, '..', 'cache');
	const environment = { CONTENT_DIR: corpus.folder, CACHE_DIR: cache, BUILD_DATE: corpus.day };
	// A corpus with problems would measure how they are worded.
	const check = () => measure(['check'], environment, /No problem found/);
	const before: Readonly<Record<CheckResult['state'], () => Promise<void>>> = {
		cold: () => rm(cache, { recursive: true, force: true }),
		warm: () => Promise.resolve(),
		'one text changed': () => appendFile(join(corpus.folder, corpus.changeable), '\nOne more line.\n'),
	};
	const results: CheckResult[] = [];
	for (const state of states) {
		const measures: Measure[] = [];
		for (let run = 0; run < runs; run++) {
			await before[state]();
			measures.push(await check());
		}
		results.push({ command: 'check', state, entries: corpus.entries, texts: corpus.texts, ...least(measures) });
	}
	return results;
}
