import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mediaFacts } from '#media/container.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/media/${name}`);

test.each([
	['film.mp4', 'mp4', 2],
	['film.webm', 'webm', 2],
	['film.mov', 'mov', 2],
	['sound.mp3', 'mp3', 2],
	['sound.m4a', 'm4a', 2],
	['sound.opus', 'ogg', 2],
])('%s says what it is and how long', (name, type, seconds) => {
	const facts = mediaFacts(fixture(name));
	expect(facts).toMatchObject({ type, isWhole: true, privates: [] });
	expect(Math.abs((facts.durationSeconds ?? 0) - seconds)).toBeLessThan(0.1);
});

test('a film says how large its picture is', () => {
	for (const name of ['film.mp4', 'film.webm'])
		expect(mediaFacts(fixture(name))).toMatchObject({ width: 64, height: 36 });
	expect(mediaFacts(fixture('sound.m4a')).width).toBeUndefined();
});

test('the place where it was filmed and packets of editing programs are seen', () => {
	expect(mediaFacts(fixture('film-with-place.mp4')).privates).toEqual(['position']);
	expect(mediaFacts(fixture('sound-with-xmp.mp3')).privates).toEqual(['xmp']);
	const xmp = Buffer.concat([
		Buffer.from([0, 0, 0, 28]),
		Buffer.from('uuid'),
		Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'),
		Buffer.from('abcd'),
	]);
	expect(mediaFacts(Buffer.concat([fixture('film.mp4'), xmp])).privates).toEqual(['xmp']);
});

describe.each(['film.mp4', 'film.webm', 'sound.mp3', 'sound.m4a', 'sound.opus'])('%s', (name) => {
	test('is not whole when its end is missing, wherever it was cut', () => {
		const bytes = fixture(name);
		for (const share of [0.2, 0.5, 0.8, 0.97])
			expect([share, mediaFacts(bytes.subarray(0, Math.floor(bytes.length * share))).isWhole]).toEqual([share, false]);
		expect(mediaFacts(bytes.subarray(0, bytes.length - 1)).isWhole).toBe(false);
	});

	test('with damage anywhere is read to some end, and never breaks the check', () => {
		const bytes = fixture(name);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
				(changes) => {
					const damaged = Buffer.from(bytes);
					for (const [at, value] of changes) damaged[at] = value;
					expect(typeof mediaFacts(damaged).isWhole).toBe('boolean');
				},
			),
			{ numRuns: 300 },
		);
	});
});

test.each([
	['a placeholder of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n', 'lfs'],
	['a wave', 'RIFF\x24\0\0\0WAVEfmt ', 'wav'],
	['a text', 'Lời.', undefined],
	['nothing', '', undefined],
])('%s is no film', (_, words, type) => {
	expect(mediaFacts(Buffer.from(words, 'latin1')).type).toBe(type);
});

const hasProbe = (() => {
	try {
		execFileSync('ffprobe', ['-version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
})();

test.runIf(hasProbe)('where ffprobe is at hand, it measures the same lengths', () => {
	for (const file of [
		...['film.mp4', 'film.webm', 'sound.mp3', 'sound.m4a', 'sound.opus'].map((name) => `tests/fixtures/media/${name}`),
		...['vi', 'en', 'ru', 'ko', 'zh'].flatMap((locale) => [
			`content/congress/after/resolution-in-one-minute/film.${locale}.mp4`,
			`content/congress/after/resolution-in-one-minute/film.${locale}.webm`,
			`content/living/if-you-need-help/talk.${locale}.mp3`,
		]),
	]) {
		const probe = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
		const measured = Number(execFileSync('ffprobe', probe, { encoding: 'utf8' }));
		expect([file, Math.abs((mediaFacts(readFileSync(file)).durationSeconds ?? 0) - measured) < 0.1]).toEqual([
			file,
			true,
		]);
	}
});
