import { wordsFor } from '#language/words.ts';
import type { DocumentRecord } from '#schema/documents.ts';
import type { Site } from '#site/model.ts';
import { siteFormats } from './reading.ts';

/**
 * A document as the language cites it: “Resolution No. 44/NQ-CP of 7 March 2025, Government”. One without a number is named by its title.
 *
 * @param form - `short`: type and number, or the title alone.
 */
export function citeDocument(site: Site, record: DocumentRecord, locale: string, form: 'short' | 'full'): string {
	const say = wordsFor(locale, 'doctypes');
	const name =
		record.number === undefined
			? site.words(record.title, locale).text
			: say('numbered', {
					type: say(record.type === 'government-resolution' ? 'governmentResolution' : record.type),
					number: record.number,
				});
	if (form === 'short') return name;
	const dated =
		record.date === undefined
			? name
			: say('dated', { document: name, date: siteFormats(site, locale).period(record.date) });
	// A title without a number names its issuer already.
	if (record.number === undefined) return dated;
	return say('byIssuer', { document: dated, issuer: site.words(record.issuer, locale).text });
}
