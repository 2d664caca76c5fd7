import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { build, freshFolder, type Built } from './project.ts';

const text = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}\n`;
const common =
	'kind: audio\ntitle: Nghe & nhớ\ndescription: Bản âm thanh ngắn.\nsummary: Nghe để biết quầy ở đâu.\ndate: 2026-02-10\nstatus: approved\nlevel: ward\norigin: own\nfile: ./talk.mp3\ndurationSeconds: 2.1\nvoice: synthetic';
const translated =
	'title: Listen & remember\ndescription: A short recording.\nsummary: Listen to learn where the counter is.\ntranslation: human';
const filmIn = (title: string, words: string) => `<Video src="./film.mp4" title="${title}">\n\n${words}\n\n</Video>`;

let site: Built;
beforeAll(async () => {
	const content = join(await freshFolder(), 'content');
	await cp('tests/fixtures/handbook/content', content, { recursive: true });
	const add = async (file: string, words: string) => {
		await mkdir(join(content, file, '..'), { recursive: true });
		await writeFile(join(content, file), words);
	};
	const copy = (from: string, to: string) => cp(`tests/fixtures/media/${from}`, join(content, to));
	await add('living/hear-the-way/vi.mdx', text(common, 'Lời đầu.\n\n## Lời bằng chữ\n\nQuầy ở cạnh chợ.'));
	await add(
		'living/hear-the-way/en.mdx',
		text(translated, 'Lead.\n\n## Transcript\n\nThe counter is beside the market.'),
	);
	await copy('sound.mp3', 'living/hear-the-way/talk.vi.mp3');
	await copy('sound.mp3', 'living/hear-the-way/talk.en.mp3');
	await add('living/hear-the-way/talk.vi.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.800\nQuầy ở cạnh chợ.\n');
	// A film that is spoken in the source's language only, with captions in another.
	const market = join(content, 'visit/old-market');
	await copy('film.mp4', 'visit/old-market/film.vi.mp4');
	await copy('film.webm', 'visit/old-market/film.vi.webm');
	for (const locale of ['vi', 'en', 'ru', 'ko', 'zh'])
		await add(`visit/old-market/film.${locale}.vtt`, 'WEBVTT\n\n00:00.000 --> 00:01.800\n…\n');
	for (const locale of ['vi', 'en', 'ru', 'ko', 'zh']) {
		const file = join(market, `${locale}.mdx`);
		await writeFile(file, `${await readFile(file, 'utf8')}\n${filmIn('Chợ', 'Lời.')}\n`);
	}
	site = await build(content);
}, 300_000);

const pageOf = (path: string) => site.read(`${path}/index.html`);

test('the site is built, with every film and recording that pages show and no other file beside texts', async () => {
	expect(site.said).toMatchObject({ code: 0 });
	const files = (await site.files()).filter((file) => file.startsWith('_media/'));
	expect(files.map((file) => file.replace(/^_media\/|\.[0-9a-f]{16}(?=\.)/g, '')).sort()).toEqual([
		'hear-the-way-talk-en.mp3',
		...['mp3', 'vtt'].map((ending) => `hear-the-way-talk-vi.${ending}`),
		'old-market-film-en.vtt',
		'old-market-film-ko.vtt',
		'old-market-film-ru.vtt',
		...['mp4', 'vtt', 'webm'].map((ending) => `old-market-film-vi.${ending}`),
		'old-market-film-zh.vtt',
		...['mp4', 'vtt'].map((ending) => `opening-film-film-vi.${ending}`),
	]);
});

test('a film is not loaded before it is played, and the lightest format comes first', async () => {
	const page = await pageOf('vi/visit/old-market');
	expect(page).toMatch(/<video controls preload="none" aria-label="Phim: Chợ" playsinline width="64" height="36">/);
	expect(page.match(/<source src="[^"]+\.(\w+)" type="([^"]+)">/g)?.map((tag) => /\.(\w+)"/.exec(tag)?.[1])).toEqual([
		'webm',
		'mp4',
	]);
});

test('a page shows its own captions, marks the voice’s language, and offers all the others', async () => {
	const page = await pageOf('en/visit/old-market');
	expect(page).toContain('Spoken in Vietnamese');
	const tracks = [...page.matchAll(/<track kind="(\w+)"[^>]* srclang="([\w-]+)"[^>]*?( default)?>/g)];
	expect(tracks.map(([, kind, language, isDefault]) => [kind, language, isDefault !== undefined])).toEqual([
		['captions', 'vi', false],
		['subtitles', 'en', true],
		['subtitles', 'ru', false],
		['subtitles', 'ko', false],
		['subtitles', 'zh-Hans', false],
	]);
	expect(page).toMatch(/<details>\s*<summary>Transcript<\/summary>/);
});

test('search engines are told where the film is, how long, and what is said', async () => {
	const page = await pageOf('vi/congress/before/opening-film');
	const { '@graph': graph } = JSON.parse(
		/<script type="application\/ld\+json">(.+?)<\/script>/.exec(page)?.[1] ?? '{}',
	) as {
		'@graph': Record<string, unknown>[];
	};
	expect(graph[0]).toMatchObject({
		'@type': 'VideoObject',
		contentUrl: expect.stringMatching(/^https:\/\/.+\/_media\/opening-film-film-vi\.\w+\.mp4$/),
		encodingFormat: 'video/mp4',
		duration: 'PT2S',
		inLanguage: 'vi',
		uploadDate: '2026-02-10',
		transcript: 'Tối nay khu phố họp.',
		caption: [{ '@type': 'MediaObject', encodingFormat: 'text/vtt', inLanguage: 'vi' }],
	});
});

interface Channel {
	title: string;
	link: string;
	description: string;
	language: string;
	'itunes:explicit': string;
	'itunes:author': string;
	'itunes:category': { '@text': string };
	'atom:link': { '@href': string; '@rel': string; '@type': string };
	item: {
		title: string;
		guid: { '#text': string; '@isPermaLink': string };
		pubDate: string;
		enclosure: { '@url': string; '@length': string; '@type': string };
		'itunes:duration': string;
		'podcast:transcript'?: { '@url': string; '@type': string };
	};
}

/** A podcast through a reader that is not the writer's, held against what RSS 2.0 and Apple's list ask for. */
async function podcast(locale: string): Promise<Channel> {
	const xml = await site.read(`${locale}/podcast.xml`);
	expect(XMLValidator.validate(xml)).toBe(true);
	const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false });
	const { rss } = parser.parse(xml) as { rss: { '@version': string; '@xmlns:itunes': string; channel: Channel } };
	expect(rss['@version']).toBe('2.0');
	expect(rss['@xmlns:itunes']).toBe('http://www.itunes.com/dtds/podcast-1.0.dtd');
	return rss.channel;
}

test('a podcast has what podcast programs need, and its lengths are those of the files', async () => {
	const channel = await podcast('vi');
	for (const field of ['title', 'link', 'description', 'itunes:author'] as const) expect(channel[field]).not.toBe('');
	expect(channel.language).toBe('vi');
	expect(channel['itunes:explicit']).toBe('false');
	expect(channel['itunes:category']['@text']).toBe('Government');
	expect(channel['atom:link']).toMatchObject({ '@rel': 'self', '@type': 'application/rss+xml' });
	expect(channel['atom:link']['@href']).toMatch(/^https:.*\/vi\/podcast\.xml$/);
	const { item } = channel;
	expect(item.title).toBe('Nghe &amp; nhớ'.replace('&amp;', '&'));
	expect(item.guid).toEqual({ '#text': 'living/hear-the-way/vi', '@isPermaLink': 'false' });
	// RFC 822, as RSS wants it.
	expect(item.pubDate).toMatch(
		/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/,
	);
	expect(item['itunes:duration']).toBe('2');
	const { '@url': url, '@length': length, '@type': type } = item.enclosure;
	expect(type).toBe('audio/mpeg');
	const file = join(site.folder, new URL(url).pathname.replace(/^.*(?=_media)/, ''));
	expect((await stat(file)).size).toBe(Number(length));
	expect(item['podcast:transcript']).toMatchObject({ '@type': 'text/vtt' });
});

test('each language has its own podcast, and one without recordings has none', async () => {
	expect((await podcast('en')).item).toMatchObject({
		title: 'Listen & remember',
		guid: { '#text': 'living/hear-the-way/en' },
	});
	expect(await site.files()).not.toContain('ko/podcast.xml');
	for (const [locale, isThere] of [
		['vi', true],
		['en', true],
		['ko', false],
	] as const)
		expect([locale, (await site.read(`${locale}/index.html`)).includes('type="application/rss+xml"')]).toEqual([
			locale,
			isThere,
		]);
});
