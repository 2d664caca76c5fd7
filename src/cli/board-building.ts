import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { build } from 'astro';
import { boardOf, type Board } from '#board/board.ts';
import { buildDay } from '#loaders/build-day.ts';
import { readSettings } from '#loaders/settings.ts';
import { PictureError, preparePictures } from '#pictures/prepare.ts';
import { writePictures } from '#postbuild/pictures.ts';
import { buildSite, SiteError, type Site } from '#site/model.ts';
import type { TrackedContent } from '#tracking/files.ts';
import { contentFolder } from './content-folder.ts';
import { BuildFailure } from './failure.ts';
import { commandLine, shownPath } from './questions.ts';

const boardModule = 'virtual:board';
/** What tells a board from a page of somebody else. */
const signature = '<meta name="generator" content="nhip-cau board">';
const plainMark = { src: 'mark.svg', width: 72, height: 40 };

/** Where the board appears unless a folder is named: beside the builds, so out of git and out of every build. */
export const boardFolder = (outDir: string): string => join(dirname(outDir), '.site', 'board');

/** Refuses a folder that holds anything but a board: it is replaced as a whole. */
async function refuseForeign(folder: string): Promise<void> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw new BuildFailure(
			`\`${shownPath(folder)}\` không phải thư mục. Chọn một thư mục khác cho bảng.\n\`${shownPath(folder)}\` is not a folder. Choose another folder for the board.`,
		);
	});
	if (names.length === 0) return;
	const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '');
	if (!page.includes(signature))
		throw new BuildFailure(
			`Thư mục \`${shownPath(folder)}\` đang có tệp khác, lệnh này không xoá. Chọn một thư mục mới hoặc trống cho bảng.\nThe folder \`${shownPath(folder)}\` holds other files, which this command does not delete. Choose a new or empty folder for the board.`,
		);
}

/** The model that knows every address; undefined while the content has faults that stop any build. */
function modelOf({ content }: TrackedContent, day: string, base: string): Site | undefined {
	try {
		return buildSite(content, { day, base });
	} catch (error) {
		if (error instanceof SiteError) return undefined;
		throw error;
	}
}

/** Mark and icon of the look, as pictures beside the page; without them the neutral mark. */
async function lookPictures({ content, folder }: TrackedContent, contentDir: string, cacheDir: string) {
	const paths = [content.look?.mark, content.look?.icon].map((file) => file && `look/${file.replace(/^\.\//, '')}`);
	const there = paths.filter((path) => path !== undefined && folder.lookFiles.includes(path.slice('look/'.length)));
	const found = await preparePictures(contentDir, [...new Set(there)] as string[], cacheDir, './').catch(
		(error: unknown) => {
			if (error instanceof PictureError) return new Map<string, never>();
			throw error;
		},
	);
	const [mark, icon] = paths.map((path) => (path === undefined ? undefined : found.get(path)));
	return {
		mark: mark ? { src: mark.src, width: mark.width, height: mark.height } : plainMark,
		icon: icon?.src ?? plainMark.src,
	};
}

/**
 * Builds the board of translations, by a build of its own that has one page and no other part of the site.
 *
 * @param folder - Where it is to appear; a board that lies there is replaced, anything else is refused.
 * @throws {@link BuildFailure} with a message in both languages.
 */
export async function buildBoard(tracked: TrackedContent, folder: string): Promise<void> {
	await refuseForeign(folder);
	const { contentDir, cacheDir, base } = readSettings();
	const day = buildDay(tracked.content.site.zone);
	const board: Board = boardOf(tracked, {
		day,
		site: modelOf(tracked, day, base),
		...(await lookPictures(tracked, contentDir, cacheDir)),
		folderName: basename(contentDir),
		commandLine: (name, args) => commandLine(name, args),
	});
	// Beside its place, so that putting it there is one renaming.
	const fresh = join(dirname(folder), `.${basename(folder)}-${randomBytes(6).toString('hex')}`);
	await mkdir(dirname(folder), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
		throw new BuildFailure(
			`Không tạo được thư mục \`${shownPath(folder)}\` (${error.code ?? error.message}). Chọn một thư mục khác cho bảng.\nThe folder \`${shownPath(folder)}\` cannot be made (${error.code ?? error.message}). Choose another folder for the board.`,
		);
	});
	try {
		await build({
			configFile: false,
			root: process.cwd(),
			srcDir: 'src/board',
			// Files for readers have no place on the board.
			publicDir: 'src/board/public',
			outDir: fresh,
			cacheDir: join(cacheDir, 'board'),
			logLevel: 'warn',
			trailingSlash: 'always',
			// Addresses from the page, so that it opens from a disk as well.
			build: { assets: '_assets', inlineStylesheets: 'never', assetsPrefix: '.' },
			integrations: [contentFolder()],
			vite: {
				build: { assetsInlineLimit: 0 },
				// Vite's own relative addresses are for its browser build only. Style sheets and fonts lie in one folder.
				experimental: { renderBuiltUrl: (file: string) => `./${posix.basename(file)}` },
				plugins: [
					{
						name: 'board-data',
						resolveId: (id: string) => (id === boardModule ? `\0${boardModule}` : undefined),
						load: (id: string) =>
							id === `\0${boardModule}`
								? `export default JSON.parse(${JSON.stringify(JSON.stringify(board))})`
								: undefined,
					},
				],
			},
		});
		await writePictures(fresh, cacheDir);
		if (board.mark.src === plainMark.src || board.icon === plainMark.src)
			await copyFile('public/mark.svg', join(fresh, plainMark.src));
		await rm(folder, { recursive: true, force: true });
		await rename(fresh, folder);
	} catch (error) {
		await rm(fresh, { recursive: true, force: true });
		throw error;
	}
}
