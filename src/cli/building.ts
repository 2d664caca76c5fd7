import { mkdir, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'astro';
import { checkContent } from '#checks/content.ts';
import { checkBuild } from '#checks/html/build.ts';
import { LockedError, takeLock } from '#delivery/lock.ts';
import { currentBuild, OccupiedError, planBuild, showBuild, sweepBuilds, type BuildPlace } from '#delivery/switch.ts';
import { buildDay } from '#loaders/build-day.ts';
import { filesOf } from '#loaders/built-files.ts';
import { readSettings } from '#loaders/settings.ts';
import { PictureError } from '#pictures/prepare.ts';
import { writeMedia } from '#postbuild/media.ts';
import { placeNotFoundPages } from '#postbuild/not-found.ts';
import { writePictures } from '#postbuild/pictures.ts';
import { writeSearchIndex } from '#postbuild/search-index.ts';
import { printProblems } from '#report/problem.ts';
import { BuildFailure } from './failure.ts';
import { siteZone } from './site-zone.ts';

/**
 * Builds the site: check, pages, search index, gates, then the switch of the link. Whatever fails or is killed before the switch
 * leaves the last good site as it was.
 *
 * @returns The link that shows the site.
 * @throws {@link BuildFailure} with a message in both languages.
 */
export async function buildSite(): Promise<BuildPlace> {
	const settings = readSettings();
	const place = planBuild(settings.outDir);
	const shown = relative(process.cwd(), settings.outDir) || settings.outDir;
	const release = await takeLock(place.builds).catch((error: unknown) => {
		if (error instanceof LockedError)
			throw new BuildFailure(
				'Một lần tạo trang khác đang chạy ở đây. Chờ xong rồi chạy lại.\nAnother build is running here. Wait for it and run this again.',
			);
		throw error;
	});
	try {
		const last = await currentBuild(place).catch((error: unknown) => {
			if (error instanceof OccupiedError)
				throw new BuildFailure(
					`"${shown}" là một thư mục hoặc tệp thật, không phải liên kết do lệnh này tạo. Đổi tên hoặc dời nó đi rồi chạy lại.\n“${shown}” is a real folder or file, not the link that this command makes. Rename or move it, then run this again.`,
				);
			throw error;
		});
		await sweepBuilds(place, [last]);
		const problems = await checkContent(settings);
		if (problems.length > 0) console.log(printProblems(problems));
		if (problems.some(({ severity }) => severity === 'error'))
			throw new BuildFailure(
				'Chưa tạo trang: hãy sửa các lỗi trên. Trang cũ vẫn nguyên.\nNothing was built: mend the errors above. The last site is untouched.',
			);

		// One day for the whole build, Astro's part included.
		process.env['BUILD_DATE'] = buildDay(await siteZone(settings.contentDir));
		console.log(`Ngày của trang / day of the site: ${process.env['BUILD_DATE']}`);
		try {
			await mkdir(place.folder, { recursive: true });
			await build({ root: process.cwd(), outDir: place.folder, logLevel: 'warn' });
			await placeNotFoundPages(place.folder);
			const pictures = await writePictures(place.folder, settings.cacheDir);
			await writeMedia(place.folder, settings.contentDir);
			await writeSearchIndex(place.folder);
			const pages = (await filesOf(place.folder, /\.html$/)).length;
			const faults = await checkBuild(place.folder, settings.base);
			if (faults.length > 0)
				throw new BuildFailure(
					`${printProblems(faults)}\n\nTrang mới có lỗi nên không thay trang cũ.\nThe new site has faults and did not replace the last one.`,
				);
			await showBuild(place);
			await sweepBuilds(place, [place.folder, last]);
			console.log(
				`Đã tạo ${pages} trang, ${pictures} hình: ${shown}\nBuilt ${pages} pages, ${pictures} pictures: ${shown}`,
			);
		} catch (error) {
			await rm(place.folder, { recursive: true, force: true });
			if (error instanceof PictureError)
				throw new BuildFailure(
					`${error.message}\nKhông đọc được hình này. Thay bằng một tệp hình khác.\nThis picture cannot be read. Replace it with another file.`,
				);
			throw error;
		}
		return place;
	} finally {
		await release();
	}
}
