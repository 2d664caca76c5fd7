import type {
	BreadcrumbList,
	CreativeWork,
	DataDownload,
	Dataset,
	GeoCoordinates,
	GovernmentOrganization,
	Graph,
	Legislation,
	Place,
	PropertyValue,
	Thing as AnyThing,
	WebSite,
} from 'schema-dts';
import type { Fact } from '#schema/facts.ts';
import { citationsOf } from './citations.ts';
import { headRecording, recordingData } from './media.ts';
import type { EntryView, Site } from './model.ts';

// The vocabulary's types refuse a property that its type does not have: what is written here is schema.org's, or does not compile.

/** A thing of schema.org, not a bare name of one. */
type Described = Exclude<AnyThing, string>;
/** What a page carries: one thing or a graph, with its context. */
export type StructuredData = Graph | ((Dataset | WebSite) & { readonly '@context': 'https://schema.org' });

function organisation(site: Site, locale: string): GovernmentOrganization {
	return {
		'@type': 'GovernmentOrganization',
		name: site.words(site.config.publisher.name, locale).text,
		url: site.config.address,
	};
}

function geo(position: { readonly lat: number; readonly lon: number } | undefined): GeoCoordinates | undefined {
	return position && { '@type': 'GeoCoordinates', latitude: position.lat, longitude: position.lon };
}

/** A list, or nothing instead of an empty one. */
const some = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);

/** A document of the register: number, issuer, day. */
function legislation(site: Site, id: string, locale: string): Legislation[] {
	const record = site.documents.get(id);
	return record
		? [
				{
					'@type': 'Legislation',
					name: site.words(record.title, locale).text,
					legislationIdentifier: record.number,
					legislationDate: record.date,
					legislationPassedBy: { '@type': 'GovernmentOrganization', name: site.words(record.issuer, locale).text },
					url: record.link,
				},
			]
		: [];
}

/** A zone or a project on the map, as far as its position is known. */
function placed(name: string, position: { readonly lat: number; readonly lon: number } | undefined): Place | undefined {
	return position && { '@type': 'Place', name, geo: geo(position) };
}

/** What every kind has: words, language, dates, publisher, picture, sources, and the page it was translated from. */
function common(site: Site, view: EntryView) {
	const original = view.textLocale === site.sourceLocale ? undefined : site.view(view.id, site.sourceLocale);
	return {
		name: view.text.title,
		description: view.text.description,
		url: site.url(view.path),
		inLanguage: site.locale(view.textLocale).tag,
		datePublished: view.source.date,
		dateModified: view.changedOn,
		publisher: organisation(site, view.locale),
		image: view.cover && site.url(view.cover.card),
		// Addresses alone: titles, publishers and days stand in the list of sources, and a page is to stay light.
		citation: some(citationsOf(site, view).sources.map(({ url }) => url)),
		translationOfWork: original && {
			'@type': 'CreativeWork' as const,
			url: site.url(original.path),
			inLanguage: site.locale(site.sourceLocale).tag,
		},
	};
}

function thingOf(site: Site, view: EntryView): Described {
	const { source, text } = view;
	const shared = common(site, view);
	const page = { name: shared.name, description: shared.description, url: shared.url };
	switch (source.kind) {
		case 'event':
			return {
				...page,
				'@type': 'Event',
				startDate: source.start,
				endDate: source.end ?? source.start,
				eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
				eventStatus:
					source.outcome === 'cancelled'
						? 'https://schema.org/EventCancelled'
						: source.outcome === 'postponed'
							? 'https://schema.org/EventPostponed'
							: 'https://schema.org/EventScheduled',
				location: { '@type': 'Place', name: text.place },
				organizer: organisation(site, view.locale),
				image: shared.image,
			};
		case 'festival':
			return source.start === undefined
				? { ...shared, '@type': 'Article', headline: text.title, about: { '@type': 'Festival', name: text.title } }
				: {
						...page,
						'@type': 'Festival',
						startDate: source.start,
						endDate: source.end ?? source.start,
						location: { '@type': 'Place', name: text.where, geo: geo(source.position) },
					};
		case 'place':
			return {
				...page,
				'@type': 'TouristAttraction',
				image: shared.image,
				geo: geo(source.position),
				address: { '@type': 'PostalAddress', streetAddress: source.address, addressCountry: site.config.country },
			};
		case 'itinerary':
			return {
				...page,
				'@type': 'TouristTrip',
				image: shared.image,
				itinerary: {
					'@type': 'ItemList',
					itemListElement: (source.stops ?? []).flatMap((id, index) => {
						const stop = site.view(id, view.locale);
						return stop
							? [{ '@type': 'ListItem', position: index + 1, name: stop.text.title, url: site.url(stop.path) }]
							: [];
					}),
				},
			};
		case 'service':
		case 'procedure': {
			const contact = site.config.contacts.find(({ id }) => id === source.contact);
			return {
				...page,
				'@type': 'GovernmentService',
				serviceType: text.title,
				serviceAudience: text.who === undefined ? undefined : { '@type': 'Audience', audienceType: text.who },
				provider: {
					'@type': 'GovernmentOrganization',
					name: contact ? site.words(contact.name, view.locale).text : (text.where ?? ''),
				},
				areaServed: site.words(site.config.place, view.locale).text,
				availableChannel: {
					'@type': 'ServiceChannel',
					serviceLocation: text.where === undefined ? undefined : { '@type': 'Place', name: text.where },
					serviceUrl: page.url,
				},
				subjectOf: {
					'@type': 'WebPage',
					inLanguage: shared.inLanguage,
					datePublished: shared.datePublished,
					dateModified: shared.dateModified,
					about: some((source.documents ?? []).flatMap((id) => legislation(site, id, view.locale))),
				},
			};
		}
		case 'notice':
			return {
				...shared,
				'@type': 'SpecialAnnouncement',
				text: text.whatToDo,
				datePosted: source.date,
				expires: source.until,
				spatialCoverage: text.area === undefined ? undefined : { '@type': 'Place', name: text.area },
			};
		case 'document':
			return {
				...shared,
				'@type': 'NewsArticle',
				headline: text.title,
				about: some(legislation(site, source.document, view.locale)),
			};
		case 'zone':
		case 'project':
		case 'sector':
			return {
				...shared,
				'@type': 'Article',
				headline: text.title,
				about: 'position' in source ? placed(text.title, source.position) : undefined,
				mentions: some((source.documents ?? []).flatMap((id) => legislation(site, id, view.locale))),
			};
		case 'question':
			return {
				...shared,
				'@type': 'FAQPage',
				mainEntity: [
					{
						'@type': 'Question',
						name: text.title,
						acceptedAnswer: { '@type': 'Answer', text: text.summary ?? text.description },
					},
				],
			};
		case 'clarification':
			return {
				...shared,
				'@type': 'ClaimReview',
				claimReviewed: text.claim,
				reviewBody: text.answer,
				author: organisation(site, view.locale),
				itemReviewed: { '@type': 'Claim', text: text.claim },
				citation: some(
					citationsOf(site, view).sources.map(({ title, url, publisher, date }): CreativeWork => ({
						'@type': 'CreativeWork',
						name: title,
						url,
						publisher: { '@type': 'Organization', name: publisher },
						datePublished: date,
					})),
				),
			};
		case 'person':
			return {
				...shared,
				'@type': 'ProfilePage',
				mainEntity: { '@type': 'Person', name: text.name, jobTitle: text.role },
			};
		case 'video':
		case 'audio':
			return {
				...page,
				'@type': source.kind === 'video' ? 'VideoObject' : 'AudioObject',
				uploadDate: source.date,
				duration: `PT${Math.round(source.durationSeconds)}S`,
				inLanguage: shared.inLanguage,
				thumbnailUrl: shared.image,
				publisher: shared.publisher,
				...recordingData(site, headRecording(site, view)),
			};
		case 'page':
			return { ...shared, '@type': 'WebPage' };
		case 'article':
		case 'infographic':
		case 'news':
		case 'guide':
		case 'emergency':
			return {
				...shared,
				'@type': source.kind === 'news' || view.section === 'congress' ? 'NewsArticle' : 'Article',
				headline: text.title,
			};
	}
}

/** Structured data of an entry's page: the thing it tells of, and the way to it. */
export function structuredData(
	site: Site,
	view: EntryView,
	trail: readonly { readonly title: string; readonly path: string }[],
): StructuredData {
	const way: BreadcrumbList = {
		'@type': 'BreadcrumbList',
		itemListElement: trail.map((step, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name: step.title,
			item: site.url(step.path),
		})),
	};
	return { '@context': 'https://schema.org', '@graph': [thingOf(site, view), way] };
}

/** Structured data of the home page: the site and who publishes it. */
export function siteData(site: Site, locale: string): StructuredData {
	return {
		'@context': 'https://schema.org',
		'@type': 'WebSite',
		name: site.words(site.config.title, locale).text,
		url: site.url(site.path(locale)),
		inLanguage: site.locale(locale).tag,
		publisher: organisation(site, locale),
	};
}

/** A figure, date or short text of the register. Its words stand on the page, under an anchor that is its id: twice they would weigh too much. */
function measured(fact: Fact): PropertyValue {
	return {
		'@type': 'PropertyValue',
		propertyID: fact.id,
		...(fact.kind === 'range' ? { minValue: fact.value[0], maxValue: fact.value[1] } : { value: fact.value }),
		unitText: 'unit' in fact ? fact.unit : undefined,
	};
}

/** Structured data of the list of facts: one dataset in two forms, with its values. */
export function datasetData(site: Site, locale: string, name: string, description: string): StructuredData {
	const file = (name: string, encodingFormat: string): DataDownload => ({
		'@type': 'DataDownload',
		encodingFormat,
		contentUrl: site.url(site.file(locale, 'data', name)),
	});
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		name,
		description,
		url: site.url(site.path(locale, 'data')),
		inLanguage: site.locale(locale).tag,
		isAccessibleForFree: true,
		creator: organisation(site, locale),
		variableMeasured: [...site.facts.values()].map(measured),
		distribution: [file('facts.csv', 'text/csv'), file('facts.json', 'application/json')],
	};
}
