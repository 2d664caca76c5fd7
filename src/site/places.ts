import { geoDistance } from 'd3-geo';
import type { Position } from '#schema/primitives.ts';
import type { Section } from '#schema/site.ts';
import type { EntryView, Site } from './model.ts';

const earthRadiusKm = 6371.0088;

/** Kilometres between two points over the ground, as the crow flies. */
export function distanceKm(from: Position, to: Position): number {
	return geoDistance([from.lon, from.lat], [to.lon, to.lat]) * earthRadiusKm;
}

/** Points of the compass, clockwise from north. */
export const directions = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;
export type Direction = (typeof directions)[number];

/** In which direction a point lies, seen from another. */
export function directionOf(from: Position, to: Position): Direction {
	const north = to.lat - from.lat;
	const east = (to.lon - from.lon) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
	const eighth = Math.round((Math.atan2(east, north) / (2 * Math.PI)) * 8);
	return directions[(eighth + 8) % 8] ?? 'N';
}

/** An entry that has a place on the earth. */
export interface PlacedEntry {
	readonly view: EntryView;
	readonly position: Position;
	/** Only the neighbourhood is known: a zone or the site of a project, not a door. */
	readonly isApproximate: boolean;
	/** Radius of the circle that stands for a zone. */
	readonly radiusKm: number | undefined;
	/** Postal address or description in the source language, for showing and copying. */
	readonly address: string | undefined;
	/** Name for lists and maps, and the same in the source language where that is another. */
	readonly name: string;
	readonly original: string | undefined;
}

/** What a map needs of an entry; undefined when it has no position. */
export function placedEntry(site: Site, view: EntryView): PlacedEntry | undefined {
	const { source, text } = view;
	const position = 'position' in source ? source.position : undefined;
	if (!position) return undefined;
	const name = text.label ?? text.title;
	const original = source.label ?? source.title;
	return {
		view,
		position,
		isApproximate: source.kind === 'zone' || source.kind === 'project',
		radiusKm: source.kind === 'zone' ? source.radiusKm : undefined,
		address: source.kind === 'place' ? source.address : undefined,
		name,
		original: view.textLocale === site.sourceLocale || original === name ? undefined : original,
	};
}

/** Entries by their ids, in the order given; those without a page in this language or without a position are left out. */
export function placesNamed(site: Site, ids: readonly string[], locale: string): PlacedEntry[] {
	return ids.flatMap((id) => {
		const view = site.view(id, locale);
		return (view && placedEntry(site, view)) ?? [];
	});
}

/** Every entry of a section that has a position and is in its list, from north to south. */
export function placesOfSection(site: Site, section: Section, locale: string): PlacedEntry[] {
	return site
		.list(locale, { section })
		.flatMap((view) => placedEntry(site, view) ?? [])
		.sort((a, b) => b.position.lat - a.position.lat || a.position.lon - b.position.lon);
}

/** What the map of an entry's own page shows. */
export interface EntryPlaces {
	/** In the order of the list beside the map; on an itinerary that of its stops. */
	readonly places: readonly PlacedEntry[];
	readonly isWay: boolean;
}

/** Others of the section that a map of one entry shows, the nearest. */
const mostNeighbours = 7;

/** What the map of an entry's page shows: its stops, or itself and what lies around; undefined when it has no place. */
export function placesOfEntry(site: Site, view: EntryView): EntryPlaces | undefined {
	if (view.source.kind === 'itinerary') {
		const stops = placesNamed(site, view.source.stops ?? [], view.locale);
		return stops.length > 0 ? { places: stops, isWay: true } : undefined;
	}
	const own = placedEntry(site, view);
	if (!own) return undefined;
	const others = placesOfSection(site, view.section, view.locale)
		.filter((place) => place.view.id !== view.id)
		.sort((a, b) => distanceKm(own.position, a.position) - distanceKm(own.position, b.position))
		.slice(0, mostNeighbours);
	return { places: [own, ...others], isWay: false };
}
