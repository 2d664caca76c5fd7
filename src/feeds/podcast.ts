import { generateRssFeed } from 'feedsmith';
import { look } from '#components/look.ts';
import { wordsFor } from '#language/words.ts';
import { startOfDay } from '#language/zone.ts';
import { podcastViews } from '#site/media.ts';
import type { Site } from '#site/model.ts';

/**
 * Podcast of a language (RSS 2.0 with the tags of Apple Podcasts and of the Podcasting 2.0 project): recordings that are spoken in
 * it. A `guid` is made of the entry's path and the language, so that it stays when the file, the title or the host changes.
 */
export function podcastFeed(site: Site, locale: string): string {
	const say = wordsFor(locale, 'media');
	const { tag } = site.locale(locale);
	const name = site.words(site.config.title, locale).text;
	const publisher = site.words(site.config.publisher.name, locale).text;
	const { icon, motif } = look(site);
	const cover = icon?.square ?? motif?.square;
	const home = site.url(site.path(locale));
	const episodes = podcastViews(site, locale);
	const feed = generateRssFeed({
		title: say('podcastTitle', { site: name }),
		link: home,
		description: say('podcastAbout', { site: name }),
		language: tag,
		copyright: publisher,
		...(cover !== undefined && {
			image: { url: site.url(cover), title: say('podcastTitle', { site: name }), link: home },
		}),
		atom: { links: [{ href: site.url(site.file(locale, 'podcast.xml')), rel: 'self', type: 'application/rss+xml' }] },
		itunes: {
			author: publisher,
			type: 'episodic',
			explicit: false,
			categories: [{ text: 'Government' }],
			...(cover !== undefined && { image: site.url(cover) }),
		},
		items: episodes.map(({ view, recording }) => ({
			title: view.text.title,
			link: site.url(view.path),
			description: view.text.summary ?? view.text.description,
			guid: { value: `${view.id}/${locale}`, isPermaLink: false },
			pubDate: startOfDay(view.source.date, site.config.zone),
			enclosures: [
				{ url: site.url(recording.files[0].src), length: recording.files[0].bytes, type: recording.files[0].type },
			],
			itunes: {
				title: view.text.title,
				author: publisher,
				duration: Math.round(recording.durationSeconds),
				episodeType: 'full',
				explicit: false,
			},
			podcast: {
				transcripts: recording.tracks
					.filter((track) => track.locale === recording.locale)
					.map(({ file }) => ({ url: site.url(file.src), type: file.type, language: tag, rel: 'captions' })),
			},
		})),
	});
	// Apple asks for true or false; the library writes the older yes and no.
	return feed.replaceAll('<itunes:explicit>no<', '<itunes:explicit>false<');
}
