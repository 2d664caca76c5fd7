import { citationsOf } from './citations.ts';
import { wordsOf } from '#media/vtt.ts';
import { headRecording, type Recording } from './media.ts';
import type { EntryView, Site } from './model.ts';

/** A thing of schema.org as plain data. */
export type Thing = Readonly<Record<string, unknown>>;

const articleTypes = new Set([
	'article',
	'document',
	'news',
	'sector',
	'zone',
	'project',
	'guide',
	'infographic',
	'notice',
	'emergency',
	'procedure',
]);

function organisation(site: Site, locale: string): Thing {
	return {
		'@type': 'GovernmentOrganization',
		name: site.words(site.config.publisher.name, locale).text,
		url: site.config.address,
	};
}

function geo(position: { readonly lat: number; readonly lon: number } | undefined): Thing | undefined {
	return position && { '@type': 'GeoCoordinates', latitude: position.lat, longitude: position.lon };
}

/** Where a film or recording lies, how long it is and what is said in it. */
function recordingData(site: Site, recording: Recording | undefined): Thing {
	if (!recording) return {};
	const [main] = recording.files;
	const own = recording.tracks.find(({ locale }) => locale === recording.locale);
	return {
		contentUrl: site.url(main.src),
		encodingFormat: main.type,
		contentSize: String(main.bytes),
		duration: `PT${Math.round(recording.durationSeconds)}S`,
		...(recording.locale !== undefined && { inLanguage: site.locale(recording.locale).tag }),
		...(main.width !== undefined && { width: main.width, height: main.height }),
		...(recording.tracks.length > 0 && {
			caption: recording.tracks.map(({ locale, file }) => ({
				'@type': 'MediaObject',
				contentUrl: site.url(file.src),
				encodingFormat: file.type,
				inLanguage: site.locale(locale).tag,
			})),
		}),
		...(own && { transcript: wordsOf(own.file.cues) }),
	};
}

/** What every kind has: words, language, dates, publisher, picture, and the page it was translated from. */
function common(site: Site, view: EntryView): Thing {
	const original = view.textLocale === site.sourceLocale ? undefined : site.view(view.id, site.sourceLocale);
	return {
		name: view.text.title,
		description: view.text.description,
		url: site.url(view.path),
		inLanguage: site.locale(view.textLocale).tag,
		datePublished: view.source.date,
		dateModified: view.changedOn,
		publisher: organisation(site, view.locale),
		...(view.cover && { image: site.url(view.cover.card) }),
		...(original && {
			translationOfWork: {
				'@type': 'CreativeWork',
				url: site.url(original.path),
				inLanguage: site.locale(site.sourceLocale).tag,
			},
		}),
	};
}

function thingOf(site: Site, view: EntryView): Thing {
	const { source, text } = view;
	const shared = common(site, view);
	const page = { name: shared['name'], description: shared['description'], url: shared['url'] };
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
				image: shared['image'],
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
				image: shared['image'],
				geo: geo(source.position),
				address: { '@type': 'PostalAddress', streetAddress: source.address, addressCountry: site.config.country },
			};
		case 'itinerary':
			return {
				...page,
				'@type': 'TouristTrip',
				image: shared['image'],
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
			return {
				...page,
				'@type': 'GovernmentService',
				serviceType: text.title,
				provider: { '@type': 'GovernmentOrganization', name: text.where },
				areaServed: site.words(site.config.place, view.locale).text,
				availableLanguage: site.locale(view.textLocale).tag,
			};
		case 'question':
			return {
				...shared,
				'@type': 'FAQPage',
				mainEntity: {
					'@type': 'Question',
					name: text.title,
					acceptedAnswer: { '@type': 'Answer', text: text.summary ?? text.description },
				},
			};
		case 'clarification':
			return {
				...shared,
				'@type': 'ClaimReview',
				claimReviewed: text.claim,
				reviewBody: text.answer,
				author: organisation(site, view.locale),
				itemReviewed: { '@type': 'Claim', text: text.claim },
				citation: citationsOf(site, view).sources.map(({ title, url, publisher, date }) => ({
					'@type': 'CreativeWork',
					name: title,
					url,
					publisher: { '@type': 'Organization', name: publisher },
					datePublished: date,
				})),
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
				inLanguage: shared['inLanguage'],
				thumbnailUrl: shared['image'],
				publisher: shared['publisher'],
				...recordingData(site, headRecording(site, view)),
			};
		default:
			return articleTypes.has(source.kind)
				? {
						...shared,
						'@type': source.kind === 'news' || view.section === 'congress' ? 'NewsArticle' : 'Article',
						headline: text.title,
					}
				: { ...shared, '@type': 'WebPage' };
	}
}

function dropUndefined(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(dropUndefined);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, dropUndefined(item)]])),
	);
}

/** Structured data of an entry's page: the thing it tells of, and the way to it. */
export function structuredData(
	site: Site,
	view: EntryView,
	trail: readonly { readonly title: string; readonly path: string }[],
): Thing {
	return dropUndefined({
		'@context': 'https://schema.org',
		'@graph': [
			thingOf(site, view),
			{
				'@type': 'BreadcrumbList',
				itemListElement: trail.map((step, index) => ({
					'@type': 'ListItem',
					position: index + 1,
					name: step.title,
					item: site.url(step.path),
				})),
			},
		],
	}) as Thing;
}

/** Structured data of the home page: the site and who publishes it. */
export function siteData(site: Site, locale: string): Thing {
	return {
		'@context': 'https://schema.org',
		'@type': 'WebSite',
		name: site.words(site.config.title, locale).text,
		url: site.url(site.path(locale)),
		inLanguage: site.locale(locale).tag,
		publisher: organisation(site, locale),
	};
}
