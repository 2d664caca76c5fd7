import { basename } from 'node:path';
import { buildDay } from '#loaders/build-day.ts';
import { entryOf, listContent, readEntries } from '#loaders/content-folder.ts';
import { joinMarks, type Marks } from '#loaders/marks.ts';
import { outlineOf, withOutlines } from '#loaders/outline.ts';
import type { Settings } from '#loaders/settings.ts';
import { byPlace, type Problem } from '#report/problem.ts';
import { linkedEntries } from './anchors.ts';
import { aroundEntries } from './around.ts';
import { withoutEchoes } from './echoes.ts';
import { checkSameTexts } from './entries.ts';
import type { KeptEntry } from './kept.ts';
import { judgeOwn, ownRules, shapeFolder, type OwnProblems, type OwnRule, type Shaped } from './own-problems.ts';
import { checkPlaces } from './places.ts';
import { checkWords } from './words.ts';

/** What is judged, and what is known of it. */
export interface Judging extends Pick<Settings, 'contentDir' | 'wordsDir'> {
	/** Where the day of the check is found. */
	readonly environment: Readonly<Record<string, string>>;
	/** Marks of the content folder, and what earlier checks have found of its entries. */
	readonly kept?: { readonly marks: Marks; readonly entries: ReadonlyMap<string, KeptEntry> };
}

/** What a check has found. */
export interface Judgement {
	/** Sorted by place. */
	readonly problems: readonly Problem[];
	/** Time zone in which the day of the check began. */
	readonly zone: string;
	/** What the next check may know of the entries; empty when nothing was known of this one. */
	readonly entries: ReadonlyMap<string, KeptEntry>;
}

/** Judges a content folder and its interface words; entries of which nothing has changed are not read again. */
export async function judgeContent({ contentDir, wordsDir, environment, kept }: Judging): Promise<Judgement> {
	const name = basename(contentDir);
	const { shaped, own, entries } = await judgeEntries(contentDir, name, environment, kept);
	const { folder, content, judged, missing, isTrusted } = shaped;
	const problems = [...own.files, ...own.shape, ...(await checkPlaces(folder, content, name)), ...own.pictures];
	// With a slip in site.yaml everything else is checked all the same, as far as it does not rest on what is wrong there.
	const rest = ownRules
		.filter((rule) => !['files', 'shape', 'pictures'].includes(rule))
		.flatMap((rule) => own[rule])
		.concat(isTrusted ? checkSameTexts(folder, judged, name) : []);
	if (isTrusted && !missing.has('locales'))
		rest.push(...(await checkWords(wordsDir, judged.site.locales, basename(wordsDir))));
	problems.push(...rest.filter(({ file }) => content !== undefined || file !== `${name}/site.yaml`));
	// A value can fail two rules of its schema at once, and a link to a draft is broken too: one message says it all.
	const placeOf = ({ file, line, column }: Problem) => `${file}:${line}:${column}`;
	const unpublished = new Set(problems.filter(({ code }) => code === 'link/unpublished').map(placeOf));
	const seen = new Set<string>();
	const told = withoutEchoes(problems, folder, judged, name, missing)
		.sort(byPlace)
		.filter((problem) => {
			if (problem.code === 'link/broken' && unpublished.has(placeOf(problem))) return false;
			const key = `${placeOf(problem)} ${problem.code} ${problem.say.vi}`;
			return !seen.has(key) && seen.add(key);
		});
	return { problems: told, zone: judged.site.zone, entries };
}

/** A folder with the problems of all its entries, whether they were judged or known. */
interface JudgedEntries {
	readonly shaped: Shaped;
	readonly own: OwnProblems;
	readonly entries: ReadonlyMap<string, KeptEntry>;
}

async function judgeEntries(
	root: string,
	name: string,
	environment: Judging['environment'],
	kept: Judging['kept'],
): Promise<JudgedEntries> {
	const paths = await listContent(root);
	const read = async (isKnown: (entry: string) => boolean, known: readonly KeptEntry[]) => {
		const folder = await readEntries(root, paths, (entry) => !isKnown(entry));
		return shapeFolder(
			known.length === 0
				? folder
				: withOutlines(
						folder,
						known.map(({ outline }) => outline),
					),
		);
	};
	const dayIn = ({ judged, isTrusted }: Shaped) => (isTrusted ? buildDay(judged.site.zone, environment) : '');
	if (!kept) {
		const shaped = await read(() => false, []);
		return { shaped, own: await judgeOwn(shaped, name, dayIn(shaped)), entries: new Map() };
	}

	const marks = marksOfEntries(kept.marks, paths);
	let known = new Map([...kept.entries].filter(([path, { mark }]) => marks.get(path) === mark));
	let shaped = await read((path) => known.has(path), [...known.values()]);
	// Whether the others still hold shows only when everything has its shape: what is around an entry is what others say.
	const around = aroundEntries(shaped, kept.marks, dayIn(shaped));
	const holds = (entry: KeptEntry) =>
		entry.around === around && entry.leansOn.every(([path, mark]) => marks.get(path) === mark);
	const valid = new Map([...known].filter(([, entry]) => holds(entry)));
	if (valid.size < known.size) {
		known = valid;
		shaped = await read((path) => known.has(path), [...known.values()]);
	}
	const found = await judgeOwn(shaped, name, dayIn(shaped));

	const places = new Map([...marks.keys()].map((path, index) => [path, index]));
	const ownerOf = ({ file }: Problem): string | undefined => {
		for (let path = file.slice(name.length + 1); path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
			if (places.has(path)) return path;
		return undefined;
	};
	const entries = new Map<string, KeptEntry>();
	const links = shaped.isTrusted ? linkedEntries(shaped.folder, shaped.judged) : new Map<string, ReadonlySet<string>>();
	const problemsOf = new Map<string, Partial<Record<OwnRule, Problem[]>>>();
	for (const rule of ownRules)
		for (const problem of found[rule]) {
			const owner = ownerOf(problem);
			if (owner === undefined) continue;
			const lists = problemsOf.get(owner) ?? {};
			problemsOf.set(owner, lists);
			(lists[rule] ??= []).push(problem);
		}
	const judged = new Map((shaped.folder.due ?? shaped.folder.entries).map((entry) => [entry.path, entry]));
	for (const [path, mark] of marks) {
		const entry = judged.get(path);
		const last = known.get(path);
		if (entry)
			entries.set(path, {
				mark,
				around,
				leansOn: [...(links.get(path) ?? [])].map((target) => [target, marks.get(target)]),
				outline: outlineOf(entry),
				problems: problemsOf.get(path) ?? {},
			});
		else if (last) entries.set(path, last);
	}
	/** In the order in which one check of everything would have told them. */
	const inOrder = (problems: readonly Problem[]): Problem[] => {
		const at = (problem: Problem) => places.get(ownerOf(problem) ?? '') ?? -1;
		return problems
			.map((problem) => [at(problem), problem] as const)
			.sort(([a], [b]) => a - b)
			.map(([, problem]) => problem);
	};
	const all = (rule: OwnRule) =>
		inOrder([...found[rule], ...[...known.values()].flatMap(({ problems }) => problems[rule] ?? [])]);
	const own = Object.fromEntries(ownRules.map((rule) => [rule, all(rule)])) as Record<OwnRule, Problem[]>;
	return { shaped, own, entries };
}

/** Marks of entries: of everything in the folder of each. */
function marksOfEntries(marks: Marks, paths: readonly string[]): ReadonlyMap<string, string> {
	const items = new Map<string, [string, string][]>();
	for (const path of paths) {
		const entry = entryOf(path);
		if (entry !== undefined && !items.has(entry)) items.set(entry, []);
	}
	for (const [path, mark] of marks)
		for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
			items.get(folder)?.push([path, mark]);
	return new Map([...items].map(([path, own]) => [path, joinMarks(own)]));
}
