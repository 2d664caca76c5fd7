import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** A real folder or file lies where the link to the site is to be. */
export class OccupiedError extends Error {}

/** Where one build is made and shown. All paths are absolute. */
export interface BuildPlace {
	/** The link that shows the finished site: `dist`. */
	readonly link: string;
	/** Folder of builds: `.site` beside the link. */
	readonly builds: string;
	/** Folder of this build, not there yet. */
	readonly folder: string;
}

/** Chooses a fresh folder for a build. */
export function planBuild(link: string): BuildPlace {
	const builds = join(dirname(link), '.site');
	return { link, builds, folder: join(builds, `${basename(link)}-${randomBytes(6).toString('hex')}`) };
}

/** Folder that the link shows, or undefined when there is no site yet. */
export async function currentBuild({ link }: Pick<BuildPlace, 'link'>): Promise<string | undefined> {
	const found = await lstat(link).catch(() => undefined);
	if (!found) return undefined;
	if (!found.isSymbolicLink()) throw new OccupiedError(link);
	return resolve(dirname(link), await readlink(link));
}

/**
 * Shows a finished build: a fresh link is renamed over the old one, so that at any moment the old site or the new one is there.
 * On Windows, where a link to a folder cannot be replaced, the old one is taken away first: a gap of milliseconds.
 */
export async function showBuild({ link, builds, folder }: BuildPlace): Promise<void> {
	const fresh = join(builds, `.${basename(link)}-${randomBytes(6).toString('hex')}`);
	if (process.platform === 'win32') {
		await rm(link, { force: true });
		await symlink(folder, link, 'junction');
		return;
	}
	await mkdir(builds, { recursive: true });
	await symlink(relative(dirname(link), folder), fresh, 'dir');
	await rename(fresh, link);
}

/** Takes away builds of the same link that neither show nor were shown last; what cannot be removed stays. */
export async function sweepBuilds(place: BuildPlace, keep: readonly (string | undefined)[]): Promise<void> {
	const names = await readdir(place.builds).catch(() => []);
	const own = new RegExp(`^\\.?${basename(place.link).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}-[0-9a-f]{12}$`);
	const doomed = names.filter((name) => own.test(name)).map((name) => join(place.builds, name));
	await Promise.all(
		doomed.filter((folder) => !keep.includes(folder)).map((folder) => rm(folder, { recursive: true, force: true })),
	);
}
