import { expect, test } from 'vitest';
import { strayWords } from '#language/stray-words.ts';

const words = (text: string, script: string) => strayWords(text, script).map(({ index, word }) => `${index} ${word}`);

test.each([
	['Latn', 'take \u0430 bus', '5 \u0430'],
	['Latn', 'The \u0421\u041e\u0420 office', '4 \u0421\u041e\u0420'],
	['Latn', 'chợ có \u0441\u043e\u0440\u0435 rau', '7 \u0441\u043e\u0440\u0435'],
	['Cyrl', 'овощи c огородов', '6 c'],
	['Cyrl', 'Рынок. B порядке очереди', '7 B'],
	['Cyrl', 'HET мест', '0 HET'],
	['Cyrl', 'много cepo керамики', '6 cepo'],
])('in %s letters “%s” has a word of another alphabet', (script, text, found) => {
	expect(words(text, script)).toEqual([found]);
});

test.each([
	['Latn', 'the Russian word «море», here with рост and сор'],
	['Latn', 'angle α, resistance Ω'],
	['Cyrl', 'витамин C полезен, класс A и план B'],
	['Cyrl', 'по нормам HACCP, OPEC и BOT'],
	['Cyrl', 'ось x и ось y'],
	['Cyrl', 'разъём USB-C, файл a.c'],
	['Hans', 'A座B区'],
])('in %s letters “%s” is passed', (script, text) => {
	expect(words(text, script)).toEqual([]);
});
