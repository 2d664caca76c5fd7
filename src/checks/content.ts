import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildDay } from '#loaders/build-day.ts';
import { readContentFolder } from '#loaders/content-folder.ts';
import type { Settings } from '#loaders/settings.ts';
import { byPlace, type Problem } from '#report/problem.ts';
import { shapeContent } from '#schema/content.ts';
import { checkBodies } from './bodies.ts';
import { checkCharacters } from './characters.ts';
import { checkEntries } from './entries.ts';
import { checkFigures } from './figures.ts';
import { checkFiles } from './files.ts';
import { checkPictures } from './pictures.ts';
import { checkPlaces } from './places.ts';
import { checkRegisters } from './registers.ts';
import { checkShape } from './shape.ts';
import { checkStructure } from './structure.ts';
import { checkTranslations } from './translations.ts';
import { checkWords } from './words.ts';

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

/** Everything that can be said of content and interface words before a build, sorted by place. */
export async function checkContent(settings: Pick<Settings, 'contentDir' | 'wordsDir'>): Promise<Problem[]> {
	const name = basename(settings.contentDir);
	const isThere = await stat(settings.contentDir).then(
		(found) => found.isDirectory(),
		() => false,
	);
	if (!isThere) return [noFolder(name)];
	const folder = await readContentFolder(settings.contentDir);
	const { content, issues } = shapeContent(folder);
	const problems = [
		...checkFiles(folder, name),
		...checkShape(issues, name),
		...(await checkPlaces(folder, content, name)),
		...(await checkPictures(folder, name)),
	];
	if (content) {
		const day = buildDay(content.site.zone);
		problems.push(...checkEntries(folder, content, name), ...checkRegisters(folder, content, name));
		problems.push(...checkBodies(folder, content, name, day), ...checkFigures(folder, content, name, day));
		problems.push(
			...checkCharacters(folder, content, name),
			...checkStructure(folder, content, name, day),
			...(await checkTranslations(folder, content, name)),
		);
		problems.push(...(await checkWords(settings.wordsDir, content.site.locales, basename(settings.wordsDir))));
	}
	// A value can fail two rules of its schema at once, and a link to a draft is broken too: one message says it all.
	const placeOf = ({ file, line, column }: Problem) => `${file}:${line}:${column}`;
	const unpublished = new Set(problems.filter(({ code }) => code === 'link/unpublished').map(placeOf));
	const seen = new Set<string>();
	return problems.sort(byPlace).filter((problem) => {
		if (problem.code === 'link/broken' && unpublished.has(placeOf(problem))) return false;
		const key = `${placeOf(problem)} ${problem.code}`;
		return !seen.has(key) && seen.add(key);
	});
}
