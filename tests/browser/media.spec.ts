import { expect, test, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVtt, wordsOf, type Cue } from '../../src/media/vtt.ts';
import { languages, locales } from './pages.ts';

const film = { path: '/congress/after/resolution-in-one-minute/', player: 'video' };
const recording = { path: '/living/if-you-need-help/', player: 'audio' };

/** Plays what is on the page for two seconds and tells how far it came. */
const play = (page: Page, player: string) =>
	page.locator(player).evaluate(async (element: HTMLMediaElement) => {
		element.muted = true;
		await element.play();
		await new Promise((done) => setTimeout(done, 2000));
		element.pause();
		return { at: element.currentTime, seconds: element.duration, file: element.currentSrc };
	});

for (const locale of locales)
	for (const { path, player } of [film, recording])
		test(`the ${player} of ${path} in ${locale} is loaded when it is played, and plays`, async ({ page }) => {
			const loaded: string[] = [];
			page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
			await page.goto(`/${locale}${path}`, { waitUntil: 'networkidle' });
			expect(loaded.filter((name) => /\.(mp4|webm|mp3|m4a|ogg)$/.test(name))).toEqual([]);
			const { at, seconds, file } = await play(page, player);
			expect(at).toBeGreaterThan(1);
			expect(seconds).toBeGreaterThanOrEqual(60);
			expect(seconds).toBeLessThanOrEqual(120);
			expect(file).toContain(`-${locale}.`);
		});

for (const locale of locales)
	test(`captions in ${locale} are shown from the start, and those of the other languages can be chosen`, async ({
		page,
	}) => {
		await page.goto(`/${locale}${film.path}`);
		const tracks = await page.locator('video').evaluate(async (element: HTMLVideoElement) => {
			element.muted = true;
			await element.play();
			for (const track of element.textTracks) if (track.mode === 'disabled') track.mode = 'hidden';
			await new Promise((done) => setTimeout(done, 1500));
			element.pause();
			return [...element.textTracks].map(({ language, label, mode, cues }) => ({
				language,
				label,
				mode,
				cues: cues?.length,
			}));
		});
		expect(tracks.map(({ language }) => language)).toEqual(Object.values(languages));
		expect(tracks.filter(({ mode }) => mode === 'showing').map(({ language }) => language)).toEqual([
			languages[locale],
		]);
		expect(new Set(tracks.map(({ cues }) => cues))).toEqual(new Set([13]));
	});

test('the server gives a film from any moment on', async ({ request }) => {
	const name = readdirSync('dist/_media').find((file) => file.endsWith('.mp4')) ?? '';
	const part = await request.get(`/_media/${name}`, { headers: { range: 'bytes=1000-1099' } });
	expect(part.status()).toBe(206);
	expect(part.headers()).toMatchObject({ 'content-type': 'video/mp4', 'content-length': '100' });
	const captions = readdirSync('dist/_media').find((file) => file.endsWith('.vtt')) ?? '';
	expect((await request.get(`/_media/${captions}`)).headers()['content-type']).toContain('text/vtt');
});

/** When somebody speaks in a file, in seconds: stretches of sound with no pause of more than `pause` in them. */
const speech = (page: Page, address: string) =>
	page.evaluate(async (file) => {
		const bytes = await (await fetch(file)).arrayBuffer();
		const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
		const samples = sound.getChannelData(0);
		const step = Math.round(sound.sampleRate / 100);
		const isLoud: boolean[] = [];
		for (let from = 0; from + step <= samples.length; from += step) {
			let power = 0;
			for (let index = from; index < from + step; index++) power += (samples[index] ?? 0) ** 2;
			isLoud.push(Math.sqrt(power / step) > 0.004);
		}
		return isLoud;
	}, address);

/** Moments nearest to a caption's times at which speech begins and ends, from hundredths of seconds that are loud or not. */
function voiceOf(isLoud: readonly boolean[], { start, end }: Cue): { from: number; to: number } {
	const middle = Math.round(((start + end) / 2) * 100);
	/** Goes from the middle of a caption until a silence that is longer than those within a sentence. */
	const edge = (direction: 1 | -1, limit: number) => {
		let last = middle;
		for (let at = middle; at >= 0 && at < isLoud.length && Math.abs(at - middle) <= limit; at += direction)
			if (isLoud[at]) last = at;
		return last / 100;
	};
	// A tenth of a second past the times themselves is silence in every file, if the captions are right.
	const reach = Math.round(((end - start) / 2) * 100) + 35;
	return { from: edge(-1, reach), to: edge(1, reach) };
}

for (const locale of locales)
	for (const [entry, file] of [
		['resolution-in-one-minute', 'film'],
		['if-you-need-help', 'talk'],
	] as const)
		test(`captions of ${entry} in ${locale} come and go with the voice, within 0.3 seconds`, async ({ page }) => {
			const names = readdirSync('dist/_media').filter((name) => name.startsWith(`${entry}-${file}-${locale}.`));
			const { cues } = readVtt(
				readFileSync(join('dist/_media', names.find((name) => name.endsWith('.vtt')) ?? ''), 'utf8'),
			);
			await page.goto(`/${locale}/`);
			const sound = names.find((name) => /\.(webm|mp3)$/.test(name)) ?? '';
			const isLoud = await speech(page, `/_media/${sound}`);
			expect(cues.length).toBeGreaterThan(10);
			for (const cue of cues) {
				const { from, to } = voiceOf(isLoud, cue);
				expect([cue.lines, Math.abs(from - cue.start) <= 0.3, Math.abs(to - cue.end) <= 0.3]).toEqual([
					cue.lines,
					true,
					true,
				]);
			}
			// Outside the captions nobody speaks: at most breaths of a few hundredths.
			const outside = isLoud.filter(
				(loud, index) => loud && !cues.some(({ start, end }) => index / 100 > start - 0.1 && index / 100 < end + 0.1),
			);
			expect(outside.length).toBeLessThan(10);
		});

for (const locale of locales)
	for (const [path, entry, file] of [
		[film.path, 'resolution-in-one-minute', 'film'],
		[recording.path, 'if-you-need-help', 'talk'],
	] as const)
		test(`the transcript of ${entry} in ${locale} is what is said`, async ({ page }) => {
			const name = readdirSync('dist/_media').find(
				(item) => item.startsWith(`${entry}-${file}-${locale}.`) && item.endsWith('.vtt'),
			);
			const { cues } = readVtt(readFileSync(join('dist/_media', name ?? ''), 'utf8'));
			await page.goto(`/${locale}${path}`);
			const anchor = (await page.locator('figure.player a[href^="#"]').getAttribute('href')) ?? '';
			const written = await page.locator(anchor).evaluate((heading) => {
				const words: string[] = [];
				for (
					let next = heading.nextElementSibling;
					next && (next.tagName === heading.tagName) === false;
					next = next.nextElementSibling
				) {
					if (!/^(P|UL|OL)$/.test(next.tagName)) break;
					const copy = next.cloneNode(true) as Element;
					for (const mark of copy.querySelectorAll('.ref')) mark.remove();
					words.push(copy.textContent);
				}
				return words.join(' ');
			});
			const plain = (text: string) => text.replace(/[\s\u2060]+/gu, '');
			expect(plain(written)).toBe(plain(wordsOf(cues)));
		});

test('the voice is said to be synthetic, and its length and size are told before it is loaded', async ({ page }) => {
	await page.goto(`/en${recording.path}`);
	const player = page.locator('figure.player');
	await expect(player).toContainText('1 min 14 secs, 298 kB');
	await expect(player).toContainText('The voice is synthetic.');
	await expect(player.locator('audio')).toHaveAttribute('aria-label', 'Recording: If you need help');
	await expect(player.getByRole('link', { name: 'Podcast feed' })).toHaveAttribute('href', '/en/podcast.xml');
});
