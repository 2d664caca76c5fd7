import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mediaFacts } from '#media/container.ts';
import { readVtt } from '#media/vtt.ts';
import { captionLines, locales, readPiece } from '../../../tools/media/piece.ts';

const facts = new Map(
	(parse(readFileSync('content/facts.yaml', 'utf8')) as { id: string; value: unknown }[]).map(({ id, value }) => [
		id,
		value,
	]),
);
const pieces = readdirSync('tools/media/pieces').map((file) => readPiece(join('tools/media/pieces', file)));

describe.each(pieces)('$entry', (piece) => {
	const lines = piece.scenes.flatMap((scene) => scene.lines);

	test('every line says the values of the records that it rests on, in every language', () => {
		for (const { facts: ids, show } of lines)
			for (const id of ids) {
				const value = facts.get(id);
				expect([id, value === undefined]).toEqual([id, false]);
				for (const locale of locales) {
					const numbers = [...show[locale].matchAll(/\d+(?:[.,]\d+)?/g)].map(([text]) =>
						Number(text.replace(',', '.')),
					);
					// Of a date the day is said in figures and the month often in words; a year that is all of it is said.
					const days = [...String(value).matchAll(/\d{4}-\d{2}-(\d{2})/g)].map(([, day]) => Number(day));
					const wanted = days.length > 0 ? days : [value].flat().map(Number);
					expect([id, locale, wanted.filter((part) => !numbers.includes(part))]).toEqual([id, locale, []]);
				}
			}
	});

	test.each(locales)('captions in %s are the lines, one for each', (locale) => {
		const { cues, faults } = readVtt(readFileSync(`content/${piece.entry}/${piece.name}.${locale}.vtt`, 'utf8'));
		expect(faults).toEqual([]);
		expect(cues.map((cue) => cue.lines)).toEqual(
			lines.map(({ show, voice }) => captionLines(show[locale], voice ?? locale)),
		);
	});

	test('it lasts one to two minutes in every language, in every format alike', () => {
		for (const locale of locales) {
			const lengths = (piece.kind === 'film' ? ['mp4', 'webm'] : ['mp3']).map(
				(ending) =>
					mediaFacts(readFileSync(`content/${piece.entry}/${piece.name}.${locale}.${ending}`)).durationSeconds ?? 0,
			);
			for (const seconds of lengths) {
				expect([locale, seconds >= 60 && seconds <= 120]).toEqual([locale, true]);
				expect(Math.abs(seconds - (lengths[0] ?? 0))).toBeLessThan(0.1);
			}
		}
	});

	if (piece.kind === 'film')
		test('its captions begin at the same moments in every language, so that they fit every version', () => {
			const starts = locales.map((locale) =>
				readVtt(readFileSync(`content/${piece.entry}/${piece.name}.${locale}.vtt`, 'utf8')).cues.map(
					({ start }) => start,
				),
			);
			for (const other of starts) expect(other).toEqual(starts[0]);
		});
});
