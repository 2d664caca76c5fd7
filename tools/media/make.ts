// Makes the demo's film and recording in five languages, with captions. See README.md beside this file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { captionLines, locales, readPiece, type Locale, type Piece } from './piece.ts';
import { layOut, secondsOf, speak } from './sound.ts';
import { drawSlides } from './slides.ts';

/** Silence before the first line, between lines, between scenes, and after the last, in seconds. */
const pauses = { before: 0.6, line: 0.45, scene: 0.8, after: 1 } as const;
/** A recording is heard without slides: more time between lines, and slower speech. */
const calm = { pause: 0.85, haste: 0.88 } as const;
/** How much faster or slower than usual a line may be spoken to meet the cut that all languages share. */
const haste = { least: 0.85, most: 1.25 } as const;
const languages: Readonly<Record<Locale, string>> = { vi: 'vie', en: 'eng', ru: 'rus', ko: 'kor', zh: 'zho' };

interface Spoken {
	readonly scene: number;
	readonly start: number;
	readonly end: number;
	/** Lines of its caption. */
	readonly shown: readonly string[];
	readonly samples: Int16Array;
}

/** Every line of a piece in one language; its own pace for a recording, the common cut for a film. */
function speakAll(piece: Piece): Map<Locale, { readonly lines: readonly Spoken[]; readonly seconds: number }> {
	const lines = piece.scenes.flatMap((scene, index) => scene.lines.map((line) => ({ line, scene: index })));
	const spoken = new Map(
		locales.map((locale) => [
			locale,
			lines.map(({ line }) => {
				const words = line.say[locale] ?? line.show[locale];
				return {
					words,
					voice: line.voice ?? locale,
					samples: speak(words, line.voice ?? locale, piece.kind === 'sound' ? calm.haste : 1),
				};
			}),
		]),
	);
	/** Seconds that each line takes, from the start of its voice: one length for all languages of a film. */
	const lengths = lines.map((_, index) => {
		const all = locales.map((locale) => secondsOf(spoken.get(locale)?.[index]?.samples ?? new Int16Array()));
		if (piece.kind === 'sound') return undefined;
		const middle = all.toSorted((a, b) => a - b)[2] ?? 0;
		for (const [at, locale] of locales.entries()) {
			const own = spoken.get(locale)?.[index];
			const wanted = Math.min(haste.most, Math.max(haste.least, (all[at] ?? middle) / middle));
			if (own) own.samples = speak(own.words, own.voice, wanted);
		}
		return Math.max(...locales.map((locale) => secondsOf(spoken.get(locale)?.[index]?.samples ?? new Int16Array())));
	});
	return new Map(
		locales.map((locale) => {
			let at: number = pauses.before;
			const placed = lines.map(({ line, scene }, index) => {
				const samples = spoken.get(locale)?.[index]?.samples ?? new Int16Array();
				const start = at;
				const isLast = lines[index + 1]?.scene !== scene;
				at +=
					(lengths[index] ?? secondsOf(samples)) +
					(isLast ? pauses.scene : piece.kind === 'sound' ? calm.pause : pauses.line);
				const shown = captionLines(line.show[locale], line.voice ?? locale);
				return { scene, start, end: start + secondsOf(samples), shown, samples };
			});
			return [locale, { lines: placed, seconds: at - pauses.scene + pauses.after }];
		}),
	);
}

const clock = (seconds: number) => {
	const thousandths = Math.round(seconds * 1000);
	const part = (value: number, digits: number) => String(value).padStart(digits, '0');
	return `${part(Math.floor(thousandths / 60_000), 2)}:${part(Math.floor(thousandths / 1000) % 60, 2)}.${part(thousandths % 1000, 3)}`;
};

function captions(lines: readonly Spoken[]): string {
	const cues = lines.map(({ start, end, shown }) => `${clock(start)} --> ${clock(end)}\n${shown.join('\n')}\n`);
	return `WEBVTT\n\n${cues.join('\n')}`;
}

const ffmpeg = (...args: string[]) =>
	execFileSync('ffmpeg', ['-y', '-v', 'error', '-fflags', '+bitexact', ...args], {
		stdio: ['ignore', 'inherit', 'inherit'],
	});
/** Nothing of this machine, and nothing that changes with the day, stands in the files. */
const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];

async function makeFilm(
	piece: Piece,
	locale: Locale,
	spoken: { lines: readonly Spoken[]; seconds: number },
	out: string,
) {
	const folder = mkdtempSync(join(tmpdir(), 'film-'));
	try {
		const site = parse(readFileSync('content/site.yaml', 'utf8')) as { title: Record<Locale, string> };
		const words = JSON.parse(readFileSync(`i18n/${locale}/media.json`, 'utf8')) as { voiceSynthetic: string };
		const slides = await drawSlides(piece, locale, site.title[locale], words.voiceSynthetic);
		const list = slides.map((slide, index) => {
			writeFileSync(join(folder, `${index}.png`), slide);
			// A slide is there a moment before its first line, and stays until the next one comes.
			const from = index === 0 ? 0 : (spoken.lines.find(({ scene }) => scene === index)?.start ?? 0) - pauses.scene / 2;
			const next = spoken.lines.find(({ scene }) => scene === index + 1);
			const to = next ? next.start - pauses.scene / 2 : spoken.seconds;
			return `file '${index}.png'\nduration ${(to - from).toFixed(3)}`;
		});
		// The last picture is named twice, as the list's format wants it.
		writeFileSync(join(folder, 'list.txt'), `${list.join('\n')}\nfile '${slides.length - 1}.png'\n`);
		writeFileSync(join(folder, 'voice.wav'), layOut(spoken.lines, spoken.seconds));
		const inputs = [
			'-f',
			'concat',
			'-i',
			join(folder, 'list.txt'),
			'-i',
			join(folder, 'voice.wav'),
			'-map',
			'0:v',
			'-map',
			'1:a',
		];
		const shared = [
			'-r',
			'10',
			'-pix_fmt',
			'yuv420p',
			'-t',
			spoken.seconds.toFixed(3),
			'-ac',
			'1',
			...plain,
			'-metadata:s:a:0',
			`language=${languages[locale]}`,
		];
		const h264 = [
			'-c:v',
			'libx264',
			'-profile:v',
			'main',
			'-preset',
			'veryslow',
			'-tune',
			'animation',
			'-crf',
			'35',
			'-g',
			'600',
		];
		ffmpeg(...inputs, ...shared, ...h264, '-c:a', 'aac', '-b:a', '24k', '-movflags', '+faststart', `${out}.mp4`);
		const vp9 = [
			'-c:v',
			'libvpx-vp9',
			'-crf',
			'40',
			'-b:v',
			'0',
			'-row-mt',
			'1',
			'-deadline',
			'good',
			'-cpu-used',
			'2',
			'-g',
			'600',
		];
		ffmpeg(...inputs, ...shared, ...vp9, '-c:a', 'libopus', '-b:a', '20k', '-application', 'voip', `${out}.webm`);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function makeSound(spoken: { lines: readonly Spoken[]; seconds: number }, out: string) {
	const folder = mkdtempSync(join(tmpdir(), 'sound-'));
	try {
		const wav = join(folder, 'voice.wav');
		writeFileSync(wav, layOut(spoken.lines, spoken.seconds));
		// MP3 of one rate: every telephone, browser and podcast program plays it, and can go to any moment of it.
		ffmpeg('-i', wav, '-c:a', 'libmp3lame', '-b:a', '32k', '-ac', '1', ...plain, '-id3v2_version', '0', `${out}.mp3`);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const [, , only] = process.argv;
for (const file of readdirSync('tools/media/pieces').sort()) {
	const piece = readPiece(join('tools/media/pieces', file));
	if (only !== undefined && file !== `${only}.yaml`) continue;
	for (const [locale, spoken] of speakAll(piece)) {
		const out = join('content', piece.entry, `${piece.name}.${locale}`);
		writeFileSync(`${out}.vtt`, captions(spoken.lines));
		if (piece.kind === 'film') await makeFilm(piece, locale, spoken, out);
		else makeSound(spoken, out);
		const sizes = (piece.kind === 'film' ? ['mp4', 'webm'] : ['mp3']).map(
			(ending) => `${ending} ${Math.round(statSync(`${out}.${ending}`).size / 1000)} kB`,
		);
		console.log(`${piece.entry} ${locale}: ${spoken.seconds.toFixed(1)} s, ${sizes.join(', ')}`);
	}
}
