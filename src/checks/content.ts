import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buildDay } from '#loaders/build-day.ts';
import { readContentFolder } from '#loaders/content-folder.ts';
import type { Settings } from '#loaders/settings.ts';
import { byPlace, type Problem } from '#report/problem.ts';
import { shapeContent } from '#schema/content.ts';
import { checkBodies } from './bodies.ts';
import { checkCharts } from './charts.ts';
import { checkCharacters } from './characters.ts';
import { withoutEchoes } from './echoes.ts';
import { checkEntries } from './entries.ts';
import { checkEntryDates } from './entry-dates.ts';
import { checkEntryWords } from './entry-words.ts';
import { checkFigures } from './figures.ts';
import { checkFiles } from './files.ts';
import { checkInvestors } from './investors.ts';
import { checkHolidays } from './holidays.ts';
import { checkItineraries } from './itineraries.ts';
import { checkOffices } from './offices.ts';
import { checkMedia } from './media.ts';
import { checkMaps } from './maps.ts';
import { checkPictures } from './pictures.ts';
import { checkPlaces } from './places.ts';
import { areLocalesRight, checkRegisters } from './registers.ts';
import { checkRegisterWords } from './register-words.ts';
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
	const { content, issues, rough, missing } = shapeContent(folder);
	const judged = content ?? rough;
	const isTrusted = areLocalesRight(judged.site);
	const problems = [
		...checkFiles(folder, name),
		// Which text is the source is not known where the languages are wrong.
		...checkShape(isTrusted ? issues : issues.filter(({ role }) => role === 'register'), name),
		...(await checkPlaces(folder, content, name)),
		...(await checkPictures(folder, name)),
	];
	// With a slip in site.yaml everything else is checked all the same, as far as it does not rest on what is wrong there.
	const rest: Problem[] = [...checkRegisters(folder, judged, name), ...checkOffices(folder, judged, name)];
	if (isTrusted) {
		const day = buildDay(judged.site.zone);
		rest.push(
			...checkEntries(folder, judged, name),
			...checkEntryDates(folder, judged, name, day),
			...checkEntryWords(folder, judged, name),
			...checkInvestors(folder, judged, name),
			...checkHolidays(folder, judged, name, day),
			...checkItineraries(folder, judged, name),
		);
		rest.push(...checkBodies(folder, judged, name, day), ...checkFigures(folder, judged, name, day));
		rest.push(
			...checkCharacters(folder, judged, name),
			...checkCharts(folder, judged, name),
			...checkStructure(folder, judged, name, day),
			...(await checkMedia(folder, judged, name)),
			...checkRegisterWords(folder, judged, name),
			...checkMaps(folder, judged, name),
			...(await checkTranslations(folder, judged, name)),
		);
		if (!missing.has('locales'))
			rest.push(...(await checkWords(settings.wordsDir, judged.site.locales, basename(settings.wordsDir))));
	}
	problems.push(...rest.filter(({ file }) => content !== undefined || file !== `${name}/site.yaml`));
	// A value can fail two rules of its schema at once, and a link to a draft is broken too: one message says it all.
	const placeOf = ({ file, line, column }: Problem) => `${file}:${line}:${column}`;
	const unpublished = new Set(problems.filter(({ code }) => code === 'link/unpublished').map(placeOf));
	const seen = new Set<string>();
	return withoutEchoes(problems, folder, judged, name, missing)
		.sort(byPlace)
		.filter((problem) => {
			if (problem.code === 'link/broken' && unpublished.has(placeOf(problem))) return false;
			const key = `${placeOf(problem)} ${problem.code} ${problem.say.vi}`;
			return !seen.has(key) && seen.add(key);
		});
}
