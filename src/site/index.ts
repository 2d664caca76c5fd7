import { readContentFolder } from '#loaders/content-folder.ts';
import { buildDay } from '#loaders/build-day.ts';
import { readSettings } from '#loaders/settings.ts';
import { picturePaths, preparePictures } from '#pictures/prepare.ts';
import { shapeContent } from '#schema/content.ts';
import { buildSite, SiteError, type Site } from './model.ts';

const settings = readSettings();

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
	});
}

/** The site of this build. The preview server makes this module anew when something in the content folder changes. */
export const site: Site = await load();
