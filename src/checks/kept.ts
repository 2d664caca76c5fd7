import { relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { hashOf, openCache } from '#cache/cache.ts';
import type { EntryOutline } from '#loaders/outline.ts';
import type { Problem } from '#report/problem.ts';

/** The problems of one entry, rule by rule; rules with nothing to say are left out. */
export type KeptProblems = Readonly<Record<string, readonly Problem[]>>;

/** What is known of an entry from an earlier check. It holds as long as its three marks are what they were. */
export interface KeptEntry {
	/** Mark of everything in its folder. */
	readonly mark: string;
	/** Mark of everything around it that its rules may look at. */
	readonly around: string;
	/** Entries to whose parts it links, and their marks. */
	readonly leansOn: readonly (readonly [entry: string, mark: string | undefined])[];
	readonly outline: EntryOutline;
	readonly problems: KeptProblems;
}

/** A whole check that was made before. */
export interface KeptRun {
	/** Mark of everything that was read. */
	readonly mark: string;
	/** The day depends on the zone of the site: it has to be the same day there. */
	readonly zone: string;
	readonly day: string;
	readonly problems: readonly Problem[];
}

/** What earlier checks of one content folder have left. */
export interface KeptChecks {
	run(): Promise<KeptRun | undefined>;
	entries(): Promise<ReadonlyMap<string, KeptEntry>>;
	keep(run: KeptRun, entries: ReadonlyMap<string, KeptEntry>): Promise<void>;
}

/**
 * Opens what earlier checks of a folder have left in the cache: one file for the whole, one for the entries. The cache finds damaged
 * bytes; what was kept by another version of the program, or from other files, has another mark.
 *
 * @param mark - Mark of the program and its settings.
 */
export function openKept(cacheDir: string, contentDir: string, mark: string): KeptChecks {
	const cache = openCache(cacheDir);
	const name = hashOf(relative(process.cwd(), contentDir)).slice(0, 16);
	const read = async <T>(file: string): Promise<T | undefined> => {
		const bytes = await cache.get(file);
		if (!bytes) return undefined;
		try {
			const kept = deserialize(bytes) as { readonly mark: string; readonly value: T };
			return kept.mark === mark ? kept.value : undefined;
		} catch {
			return undefined;
		}
	};
	const write = (file: string, value: unknown) => cache.put(file, serialize({ mark, value }));
	return {
		run: () => read<KeptRun>(`check-${name}`),
		entries: async () => (await read<ReadonlyMap<string, KeptEntry>>(`check-entries-${name}`)) ?? new Map(),
		async keep(run, entries) {
			await write(`check-entries-${name}`, entries);
			await write(`check-${name}`, run);
		},
	};
}
