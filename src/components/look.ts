import type { Picture } from '#pictures/picture.ts';
import type { Section } from '#schema/site.ts';
import type { Site } from '#site/model.ts';

/** Pictures of the locality's look; absent ones are left out. */
export interface LookPictures {
	readonly mark: Picture | undefined;
	readonly icon: Picture | undefined;
	readonly motif: Picture | undefined;
	door(section: Section): Picture | undefined;
}

/** Finds the pictures that `look/look.yaml` names. */
export function look(site: Site): LookPictures {
	const find = (file: string | undefined) =>
		file === undefined ? undefined : site.pictures.get(`look/${file.replace(/^\.\//, '')}`);
	return {
		mark: find(site.look?.mark),
		icon: find(site.look?.icon),
		motif: find(site.look?.motif),
		door: (section) => find(site.look?.doors[section]),
	};
}
