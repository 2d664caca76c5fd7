import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildDay, fixedClock } from '#loaders/build-day.ts';
import { joinMarks, lookAt, programMark, type Look } from '#loaders/marks.ts';
import type { Settings } from '#loaders/settings.ts';
import type { Problem } from '#report/problem.ts';
import { openKept } from './kept.ts';

const noFolder = (name: string): Problem => ({
	file: name,
	line: 1,
	column: 1,
	code: 'site/no-folder',
	severity: 'error',
	say: {
		vi: `Không có thư mục nội dung \`${name}\`. Kiểm tra lại CONTENT_DIR, hoặc tạo thư mục mới bằng \`npm run init -- ${name}\`.`,
		en: `There is no content folder \`${name}\`. Check CONTENT_DIR, or make a new folder with \`npm run init -- ${name}\`.`,
	},
});

/** What is checked. */
export interface CheckSettings extends Pick<Settings, 'contentDir' | 'wordsDir'> {
	/** Folder of kept results; without it nothing is kept and everything is judged. */
	readonly cacheDir?: string;
}

/**
 * Everything that can be said of content and interface words before a build, sorted by place.
 *
 * With a folder of kept results, what has not changed is not judged again: neither the whole, when no file has changed, nor an entry
 * of which no file has changed and nothing around it that its rules look at. Files are known by their content, not by their dates,
 * so results that another machine has kept are as good as one's own. What is told is the same either way.
 */
export async function checkContent({ contentDir, wordsDir, cacheDir }: CheckSettings): Promise<readonly Problem[]> {
	const name = basename(contentDir);
	const isThere = await stat(contentDir).then(
		(found) => found.isDirectory(),
		() => false,
	);
	if (!isThere) return [noFolder(name)];
	const environment = fixedClock();
	// The rules are many modules: where nothing has changed they are not even loaded.
	const judge = async () => (await import('./judge.ts')).judgeContent;
	const look = async (last?: { content: Look; words: Look }) => {
		const content = await lookAt(contentDir, last?.content);
		const words = await lookAt(wordsDir, last?.words);
		return content && words && { content, words };
	};
	const before = cacheDir === undefined ? undefined : await look();
	const program = before ? await programMark() : undefined;
	if (cacheDir === undefined || !before || program === undefined)
		return (await (await judge())({ contentDir, wordsDir, environment })).problems;

	const mark = markOf(before);
	const kept = openKept(
		cacheDir,
		contentDir,
		joinMarks([
			['program', program],
			['content', name],
			['words', basename(wordsDir)],
		]),
	);
	const last = await kept.run();
	if (last?.mark === mark && buildDay(last.zone, environment) === last.day) return last.problems;
	const { problems, zone, entries } = await (
		await judge()
	)({
		contentDir,
		wordsDir,
		environment,
		kept: { marks: before.content.marks, entries: await kept.entries() },
	});
	// What was saved while the rules were at work may have been read or not: nothing is kept then.
	const after = await look(before);
	if (after && markOf(after) === mark)
		await kept.keep({ mark, zone, day: buildDay(zone, environment), problems }, entries).catch(() => {
			// A full or write-protected disk costs the next check its time, nothing else.
		});
	return problems;
}

const markOf = ({ content, words }: { readonly content: Look; readonly words: Look }): string =>
	joinMarks([
		['content', joinMarks(content.marks)],
		['words', joinMarks(words.marks)],
	]);
