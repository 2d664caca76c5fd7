import { basename } from 'node:path';
import { buildDay } from '#loaders/build-day.ts';
import { readContentFolder } from '#loaders/content-folder.ts';
import type { Settings } from '#loaders/settings.ts';
import { byPlace, type Problem } from '#report/problem.ts';
import { shapeContent } from '#schema/content.ts';
import { checkBodies } from './bodies.ts';
import { checkEntries } from './entries.ts';
import { checkFiles } from './files.ts';
import { checkRegisters } from './registers.ts';
import { checkShape } from './shape.ts';
import { checkWords } from './words.ts';

/** Everything that can be said of content and interface words before a build, sorted by place. */
export async function checkContent(settings: Pick<Settings, 'contentDir' | 'wordsDir'>): Promise<Problem[]> {
	const name = basename(settings.contentDir);
	const folder = await readContentFolder(settings.contentDir);
	const { content, issues } = shapeContent(folder);
	const problems = [...checkFiles(folder, name), ...checkShape(issues, name)];
	if (content) {
		problems.push(...checkEntries(folder, content, name), ...checkRegisters(folder, content, name));
		problems.push(...checkBodies(folder, content, name, buildDay(content.site.zone)));
		problems.push(...(await checkWords(settings.wordsDir, content.site.locales, basename(settings.wordsDir))));
	}
	// A value can fail two rules of its schema at once: one message says it all.
	const seen = new Set<string>();
	return problems.sort(byPlace).filter(({ file, line, column, code }) => {
		const key = `${file}:${line}:${column} ${code}`;
		return !seen.has(key) && seen.add(key);
	});
}
