import { readContentFolder, type ContentFolder } from '#loaders/content-folder.ts';
import { buildDay } from '#loaders/build-day.ts';
import { readSettings } from '#loaders/settings.ts';
import { mediaPaths, prepareMedia } from '#media/prepare.ts';
import { picturePaths, preparePictures } from '#pictures/prepare.ts';
import { shapeContent, type Content } from '#schema/content.ts';
import { readRecords } from '#tracking/files.ts';
import { trackEntries } from '#tracking/state.ts';
import { buildSite, SiteError, type Site, type TextHistory } from './model.ts';

const settings = readSettings();

/** What readers are told of translations that have not followed their source. */
async function readHistories(folder: ContentFolder, content: Content): Promise<Map<string, TextHistory>> {
	const paths = folder.entries.map(({ path }) => path);
	const tracked = trackEntries(folder, content, await readRecords(folder.root, paths));
	return new Map(
		tracked.map(({ entry, aliases, day, parts, translations }) => [
			entry,
			{
				aliases,
				behind: new Map(
					translations
						.filter(({ state }) => state === 'behind')
						.map(({ locale, since = day, changes }) => {
							const changed = changes.flatMap(({ presentIndex }) => parts[presentIndex ?? -1]?.id ?? []);
							return [locale, { since, partIds: changed }];
						}),
				),
			},
		]),
	);
}

async function load(): Promise<Site> {
	const folder = await readContentFolder(settings.contentDir);
	const { content } = shapeContent(folder);
	if (!content) throw new SiteError('site.yaml: npm run check');
	const pictures = await preparePictures(settings.contentDir, picturePaths(folder), settings.cacheDir, settings.base);
	return buildSite(content, {
		day: buildDay(content.site.zone),
		base: settings.base,
		isPreview: settings.isPreview,
		pictures,
		media: await prepareMedia(settings.contentDir, mediaPaths(folder), settings.base),
		histories: await readHistories(folder, content),
	});
}

/** The site of this build. The preview server makes this module anew when something in the content folder changes. */
export const site: Site = await load();
