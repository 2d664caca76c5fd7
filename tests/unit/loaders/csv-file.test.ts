import { expect, test } from 'vitest';
import { readCsv } from '#loaders/csv-file.ts';

const told = (text: string) =>
	readCsv(text).faults.map(
		({ line, column, cause, name }) => `${line}:${column} ${cause}${name === undefined ? '' : ` ${name}`}`,
	);

test('a cell is found at its line and column', () => {
	const file = readCsv('id,vi,en\na,một,one\n\nb,"hai,\nba",two\n');
	expect(file.position([0, 'en'])).toEqual({ line: 2, column: 7 });
	expect(file.position([1, 'vi'])).toEqual({ line: 4, column: 4 });
	expect(file.position([1, 'en'])).toEqual({ line: 5, column: 5 });
});

test('empty rows and empty last columns, as table programs leave them, are nothing to speak of', () => {
	const file = readCsv('\ufeffid,vi,,\na,một,,\n,,,\n\nb, hai \n');
	expect(file.faults).toEqual([]);
	expect(file.data).toEqual([
		{ id: 'a', vi: 'một' },
		{ id: 'b', vi: 'hai' },
	]);
});

test.each([
	['rows of other widths', 'id,vi,note\na,b\nc,d,\ne,f,g,h\n', ['2:1 columns 2/3', '4:1 columns 4/3']],
	['a comma without quotes before an empty cell', 'id,vi,note\na,chợ, cũ,\n', ['2:1 columns 4/3']],
	['semicolons', 'id;vi\na;b\n', ['1:1 separator ;']],
	['tabs', 'id\tvi\na\tb\n', ['1:1 separator tab']],
	['a misspelt column', 'id,vi,forbiden\na,b,\n', ['1:7 column-unknown forbiden']],
	['a column in capitals', 'ID,vi\na,b\n', ['1:1 column-unknown ID']],
	['a country for a language', 'id,vi,cn\na,b,c\n', ['1:7 column-unknown cn']],
	['a line for Excel', 'sep=;\nid;vi\n', ['1:1 sep-line ']],
	['nothing', '', ['1:1 empty']],
	['a name missing in the first line', 'id,en\na,b,c\nd,e,f\n', ['1:1 header-short 3/2']],
	['a column that stands twice', 'id,vi,vi\na,b,c\n', ['1:7 column-twice vi']],
	['no column of ids', 'vi,en\na,b\n', ['1:1 column-missing id']],
	['no names of columns', 'a-b,chợ cũ,the market\n', ['1:1 no-header ']],
	['a quote not closed', 'id,vi\na,"một\nb,hai\n', ['2:3 quote-open']],
	['a quote that another row closes', 'id,vi\na,"một\nb,"hai"\n', ['2:3 quote-open']],
	['a quote among words', 'id,vi\na,chợ "cũ" A\n', ['2:7 quote-inside']],
])('%s is told where it stands', (_what, text, expected) => {
	expect(told(text)).toEqual(expected);
	expect(readCsv(text).data).toBeUndefined();
});
