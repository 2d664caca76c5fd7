import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Problem } from '#report/problem.ts';
import { shapeContent, type Content } from '#schema/content.ts';
import { checkBodies } from './bodies.ts';
import { checkCharacters } from './characters.ts';
import { checkCharts } from './charts.ts';
import { checkEntries } from './entries.ts';
import { checkEntryDates } from './entry-dates.ts';
import { checkEntryWords } from './entry-words.ts';
import { checkFigures } from './figures.ts';
import { checkFiles } from './files.ts';
import { checkHolidays } from './holidays.ts';
import { checkInvestors } from './investors.ts';
import { checkItineraries } from './itineraries.ts';
import { checkMaps } from './maps.ts';
import { checkMedia } from './media.ts';
import { checkOffices } from './offices.ts';
import { checkPictures } from './pictures.ts';
import { areLocalesRight, checkRegisters } from './registers.ts';
import { checkRegisterWords } from './register-words.ts';
import { checkShape } from './shape.ts';
import { checkStructure } from './structure.ts';
import { checkTranslations } from './translations.ts';

/** Rules about one entry at a time, in the order in which their problems come. */
export const ownRules = [
	'files',
	'shape',
	'pictures',
	'registers',
	'offices',
	'entries',
	'dates',
	'words',
	'investors',
	'holidays',
	'itineraries',
	'bodies',
	'figures',
	'characters',
	'charts',
	'structure',
	'media',
	'registerWords',
	'maps',
	'translations',
] as const;

/** What each rule says of the entries that are due; what it says of the registers is among it every time. */
export type OwnProblems = Readonly<Record<OwnRule, readonly Problem[]>>;

export type OwnRule = (typeof ownRules)[number];

/** A content folder with the shape of its content. */
export interface Shaped extends ReturnType<typeof shapeContent> {
	readonly folder: ContentFolder;
	/** The content as far as it can be judged. */
	readonly judged: Content;
	/** Whether the languages of `site.yaml` are right: which text is the source is not known otherwise. */
	readonly isTrusted: boolean;
}

/** Judges the shape of a folder. */
export function shapeFolder(folder: ContentFolder): Shaped {
	const shaped = shapeContent(folder);
	const judged = shaped.content ?? shaped.rough;
	return { ...shaped, folder, judged, isTrusted: areLocalesRight(judged.site) };
}

/**
 * Runs every rule about one entry at a time over the entries that are due.
 *
 * @param name - Name of the content folder, for messages.
 * @param day - Day of the check, `YYYY-MM-DD`.
 */
export async function judgeOwn(
	{ folder, judged, issues, isTrusted }: Shaped,
	name: string,
	day: string,
): Promise<OwnProblems> {
	const none: readonly Problem[] = [];
	// Many pictures are judged in another thread, while this one goes on with the texts.
	const pictures = checkPictures(folder, name);
	const texts = {
		files: checkFiles(folder, name),
		shape: checkShape(isTrusted ? issues : issues.filter(({ role }) => role === 'register'), name),
		registers: checkRegisters(folder, judged, name),
		offices: checkOffices(folder, judged, name),
		entries: isTrusted ? checkEntries(folder, judged, name) : none,
		dates: isTrusted ? checkEntryDates(folder, judged, name, day) : none,
		words: isTrusted ? checkEntryWords(folder, judged, name) : none,
		investors: isTrusted ? checkInvestors(folder, judged, name) : none,
		holidays: isTrusted ? checkHolidays(folder, judged, name, day) : none,
		itineraries: isTrusted ? checkItineraries(folder, judged, name) : none,
		bodies: isTrusted ? checkBodies(folder, judged, name, day) : none,
		figures: isTrusted ? checkFigures(folder, judged, name, day) : none,
		characters: isTrusted ? checkCharacters(folder, judged, name) : none,
		charts: isTrusted ? checkCharts(folder, judged, name) : none,
		structure: isTrusted ? checkStructure(folder, judged, name, day) : none,
		media: isTrusted ? await checkMedia(folder, judged, name) : none,
		registerWords: isTrusted ? checkRegisterWords(folder, judged, name) : none,
		maps: isTrusted ? checkMaps(folder, judged, name) : none,
		translations: isTrusted ? await checkTranslations(folder, judged, name) : none,
	};
	return { ...texts, pictures: await pictures };
}
