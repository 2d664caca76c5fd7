/**
 * Query as the index expects it. Rules per language are added here, one module each, and serve the index and the browser alike;
 * a language without one gets composed Unicode and single spaces.
 */
export function prepareQuery(query: string): string {
	return query.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
