import type { Contact } from '#schema/site.ts';
import type { Site } from '#site/model.ts';

/** Contacts that are places to go to, in the order of `site.yaml`. */
export const offices = ({ config }: Pick<Site, 'config'>): Contact[] =>
	config.contacts.filter(
		({ open, hours, address, position }) =>
			open !== undefined || hours !== undefined || address !== undefined || position !== undefined,
	);
