import { geoDistance } from 'd3-geo';
import type { Leg } from '#schema/entry.ts';
import type { Position } from '#schema/primitives.ts';
import type { EntryView, Site } from './model.ts';

/** A stop of an itinerary, and how one gets there from the one before. */
export interface Stop {
	/** Page of the stop, in the reader's language where there is one. */
	readonly view: EntryView;
	/** Day of the trip on which it is reached; undefined where the itinerary does not say. */
	readonly day: number | undefined;
	readonly by: Leg['by'] | undefined;
	/** Length of the way there: as typed from a source, or the straight line between two positions. */
	readonly distance: { readonly km: number; readonly isStraight: boolean } | undefined;
}

const earthRadiusKm = 6371.0088;

/**
 * Straight line between two points over the ground, in kilometres, rounded to what an overview position can bear: to half a
 * kilometre below ten, to a whole one beyond.
 */
export function straightKm(a: Position, b: Position): number {
	const km = geoDistance([a.lon, a.lat], [b.lon, b.lat]) * earthRadiusKm;
	return km < 10 ? Math.max(0.5, Math.round(km * 2) / 2) : Math.round(km);
}

const positionOf = ({ source }: EntryView): Position | undefined =>
	'position' in source ? source.position : undefined;

/** Stops of an itinerary in order. One that has no page in the reader's language is shown by its page in the source language. */
export function stopsOf(site: Pick<Site, 'view' | 'sourceLocale'>, { source, locale }: EntryView): Stop[] {
	if (source.kind !== 'itinerary') return [];
	const { stops = [], legs = [] } = source;
	const views = stops.map((id) => site.view(id, locale) ?? site.view(id, site.sourceLocale));
	return views.flatMap((view, index): Stop[] => {
		if (!view) return [];
		const before = index === 0 ? undefined : views[index - 1];
		const leg = index === 0 ? undefined : legs[index - 1];
		const [from, to] = [before && positionOf(before), positionOf(view)];
		const straight = from && to && { km: straightKm(from, to), isStraight: true };
		return [
			{
				view,
				day: leg?.day ?? (index === 0 && legs.length > 0 ? 1 : undefined),
				by: leg?.by,
				distance: leg?.km === undefined ? straight : { km: leg.km, isStraight: false },
			},
		];
	});
}
