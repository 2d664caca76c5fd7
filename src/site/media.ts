import type { MediaObject } from 'schema-dts';
import type { MediaFile } from '#media/media-file.ts';
import { wordsOf } from '#media/vtt.ts';
import { captionFiles, durationTolerance, fileIn, recordingFiles } from '#schema/recordings.ts';
import type { EntryView, Site } from './model.ts';

/** Captions of a recording in one language. */
export interface CaptionsTrack {
	readonly locale: string;
	readonly file: MediaFile;
}

/** A film or recording as one page plays it. */
export interface Recording {
	/** Language that is heard; undefined where one file stands for all. */
	readonly locale: string | undefined;
	/** Formats of the same, the one that the text names first. */
	readonly files: readonly [MediaFile, ...MediaFile[]];
	readonly durationSeconds: number;
	/** Captions that fit this file, in the order of the site's languages. */
	readonly tracks: readonly CaptionsTrack[];
}

/**
 * The film or recording that a text shows: in the language of its words, else in that of the source.
 *
 * Captions are timed to the file of their own language. They also fit another language's file when that is as long, for then both
 * have the same cut, and when their language has no file of its own.
 *
 * @param id - Path of the entry.
 * @param src - As the text names it, `./film.mp4`.
 * @param textLocale - Language of the words around it.
 * @returns Undefined when there is no such file.
 */
export function recordingOf(site: Site, id: string, src: string, textLocale: string): Recording | undefined {
	const names = [...site.media.keys()].flatMap((path) => (path.startsWith(`${id}/`) ? path.slice(id.length + 1) : []));
	const found = recordingFiles(src, [textLocale, site.sourceLocale], names);
	if (!found) return undefined;
	const file = (name: string) => site.media.get(`${id}/${name}`);
	const [main, ...others] = [found.main, ...found.others].flatMap((name) => file(name) ?? []);
	if (main?.durationSeconds === undefined) return undefined;
	const { durationSeconds } = main;
	const isSameCut = (other: MediaFile | undefined) =>
		other?.durationSeconds === undefined || Math.abs(other.durationSeconds - durationSeconds) <= durationTolerance;
	const locales = site.locales.map(({ locale }) => locale);
	const tracks = captionFiles(src, locales, names).flatMap(({ locale, name }) => {
		const captions = file(name);
		// Without a file of its own a language's captions are timed to the source's.
		const timedTo = file(fileIn(src, locale)) ?? file(fileIn(src, site.sourceLocale));
		return captions && (locale === found.locale || isSameCut(timedTo)) ? [{ locale, file: captions }] : [];
	});
	return { locale: found.locale, files: [main, ...others], durationSeconds, tracks };
}

/** The film or recording at the head of an entry of kind `video` or `audio` that has own files. */
export function headRecording(site: Site, view: EntryView): Recording | undefined {
	const { source } = view;
	if ((source.kind !== 'video' && source.kind !== 'audio') || source.file === undefined) return undefined;
	return recordingOf(site, view.id, source.file, view.textLocale);
}

/** An entry of kind `audio` with the recording that it presents. */
export interface Episode {
	readonly view: EntryView;
	readonly recording: Recording;
}

/** Every page asks, to name the podcast in its head: found out once for each site and language. */
const podcasts = new WeakMap<Site, Map<string, readonly Episode[]>>();

/** Recordings of the podcast of a language: entries of kind `audio` with words and a file of that language, newest first. */
export function podcastViews(site: Site, locale: string): readonly Episode[] {
	const known = podcasts.get(site) ?? new Map<string, readonly Episode[]>();
	podcasts.set(site, known);
	const found =
		known.get(locale) ??
		site.list(locale, { kinds: ['audio'] }).flatMap((view): Episode[] => {
			const recording = view.isFallback || view.isDraft ? undefined : headRecording(site, view);
			return recording && (recording.locale === undefined || recording.locale === locale) ? [{ view, recording }] : [];
		});
	known.set(locale, found);
	return found;
}

/** What search engines are told of a film or recording: where it lies, how long it is, and what is said in it. */
export function recordingData(site: Site, recording: Recording | undefined) {
	if (!recording) return {};
	const [main] = recording.files;
	const own = recording.tracks.find(({ locale }) => locale === recording.locale);
	return {
		contentUrl: site.url(main.src),
		encodingFormat: main.type,
		contentSize: String(main.bytes),
		duration: `PT${Math.round(recording.durationSeconds)}S`,
		...(recording.locale !== undefined && { inLanguage: site.locale(recording.locale).tag }),
		...(recording.tracks.length > 0 && {
			caption: recording.tracks.map(({ locale, file }): MediaObject => ({
				'@type': 'MediaObject',
				contentUrl: site.url(file.src),
				encodingFormat: file.type,
				inLanguage: site.locale(locale).tag,
			})),
		}),
		...(own && { transcript: wordsOf(own.file.cues) }),
	};
}
