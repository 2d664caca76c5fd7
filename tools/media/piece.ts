import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { captionBounds, columnsOf } from '#media/vtt.ts';

/** Languages of the demo, each with its voice. */
export const locales = ['vi', 'en', 'ru', 'ko', 'zh'] as const;
export type Locale = (typeof locales)[number];

const words = z.record(z.enum(locales), z.string());

const lineSchema = z.strictObject({
	/** Records of `facts.yaml` whose values the line states. */
	facts: z.array(z.string()).default([]),
	/** What captions print. */
	show: words,
	/** What is spoken, where it differs. */
	say: z.partialRecord(z.enum(locales), z.string()).default({}),
	/** Language in which the line is spoken, where it is not that of the piece. */
	voice: z.enum(locales).optional(),
});

const sceneSchema = z.strictObject({
	/** Drawing from the content folder. */
	drawing: z.string(),
	/** Small line over the heading. */
	over: words.optional(),
	heading: words,
	under: words.optional(),
	/** A figure set large. */
	figure: words.optional(),
	/** Rows of bricks, one brick a unit. */
	bricks: z.array(z.strictObject({ label: words, value: z.number(), text: words.optional() })).optional(),
	lines: z.array(lineSchema).min(1),
});

const pieceSchema = z.strictObject({
	kind: z.enum(['film', 'sound']),
	/** Folder of the text. */
	entry: z.string(),
	/** Name of the files. */
	name: z.string(),
	title: words,
	scenes: z.array(sceneSchema).min(1),
});

export type Line = z.infer<typeof lineSchema>;
export type Scene = z.infer<typeof sceneSchema>;
export type Piece = z.infer<typeof pieceSchema>;

/** Reads a piece of `tools/media/pieces`. */
export const readPiece = (file: string): Piece => pieceSchema.parse(parse(readFileSync(file, 'utf8')));

/** A caption in one line or two of about the same width, parted between words or after a sign. */
export function captionLines(text: string, locale: Locale): string[] {
	if (columnsOf(text) <= captionBounds.columns) return [text];
	const signs = [...text];
	const places = signs.flatMap((sign, index) =>
		locale === 'zh'
			? /[，：；。、]/u.test(sign)
				? [index + 1]
				: []
			: sign === ' ' && signs[index + 1] !== '–'
				? [index + 1]
				: [],
	);
	const parted = places.map((place) => [signs.slice(0, place).join('').trim(), signs.slice(place).join('').trim()]);
	// A sign ends the first line better than a word does.
	const cost = ([first = '', second = '']: readonly string[]) =>
		Math.abs(columnsOf(first) - columnsOf(second)) - (/[,.:;]$/u.test(first) ? 12 : 0);
	const fitting = parted.filter((lines) => lines.every((line) => columnsOf(line) <= captionBounds.columns));
	const best = fitting.sort((a, b) => cost(a) - cost(b))[0];
	if (!best) throw new Error(`No place to part a caption (${locale}): ${text}`);
	return best;
}
