import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, readVtt, wordsOf } from '#media/vtt.ts';

const told = (text: string) => readVtt(text).faults.map(({ line, fault }) => `${line} ${fault}`);

test('captions are read with their times, names, notes and settings passed over', () => {
	const { cues, faults } = readVtt(
		'\ufeffWEBVTT - tên phim\r\n\r\nNOTE lời chú\r\n\r\n1\r\n00:01.500 --> 00:04.000 line:80%\r\n<v Người đọc>Chào &amp; mời\r\nvào <i>họp</i>.\r\n\r\n01:00:00.000 --> 01:00:02.250\r\nHết.\r\n',
	);
	expect(faults).toEqual([]);
	expect(cues).toEqual([
		{ start: 1.5, end: 4, lines: ['Chào & mời', 'vào họp.'], line: 6 },
		{ start: 3600, end: 3602.25, lines: ['Hết.'], line: 10 },
	]);
});

test.each([
	['captions of another program', '1\n00:00:01,000 --> 00:00:02,000\nLời.\n', ['1 header', '2 time']],
	['a comma for the point', 'WEBVTT\n\n00:01,000 --> 00:02,000\nLời.\n', ['3 time']],
	['a minute of 75 seconds', 'WEBVTT\n\n00:75.000 --> 00:80.000\nLời.\n', ['3 time']],
	['an arrow without spaces', 'WEBVTT\n\n00:01.000-->00:02.000\nLời.\n', ['3 time']],
	['an empty line among the words', 'WEBVTT\n\n00:01.000 --> 00:02.000\nLời\n\ntiếp.\n', ['6 stray']],
	['styles', 'WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nLời.\n', ['3 style']],
	['nothing', '', ['1 header']],
])('%s is told at its line', (_, text, faults) => {
	expect(told(text)).toEqual(faults);
});

test('what is said is put together as the language writes it', () => {
	const cues = (...lines: string[]) => [{ start: 0, end: 1, lines, line: 1 }];
	expect(wordsOf(cues('Nghị quyết có 21 chỉ tiêu,', 'trong đó 9 về kinh tế.'))).toBe(
		'Nghị quyết có 21 chỉ tiêu, trong đó 9 về kinh tế.',
	);
	expect(wordsOf(cues('大会于2025年，', '在西芽庄坊举行。'))).toBe('大会于2025年，在西芽庄坊举行。');
});

test('signs of Chinese and Korean are two columns wide', () => {
	expect(['Nghị', '决议21项。', '결의'].map(columnsOf)).toEqual([4, 10, 4]);
});

test('whatever stands in a file, reading ends', () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.constantFrom('WEBVTT', '', '00:01.000 --> 00:02.000', 'NOTE', 'STYLE', '-->'), fc.string())),
			(lines) => {
				const { cues, faults } = readVtt(lines.join('\n'));
				expect(cues.length + faults.length).toBeLessThanOrEqual(lines.length + 1);
			},
		),
	);
});
