import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFrontMatter } from '#loaders/front-matter-block.ts';
import { plainFields } from '#loaders/plain-fields.ts';
import { readYaml } from '#loaders/source-file.ts';

/** What the reader of YAML says, for what the quick one takes upon itself. */
function expectSame(text: string): boolean {
	const quick = plainFields(text);
	if (quick === undefined) return false;
	const { data, faults } = readYaml(text, 1);
	expect({ text, data: quick, faults: [] }).toEqual({ text, data, faults });
	expect(Object.keys(quick)).toEqual(Object.keys(data as object));
	return true;
}

test('most texts of the demo are read the quick way, as the reader of YAML reads them', () => {
	const blocks = globSync('content/**/*.mdx').map((file) => findFrontMatter(readFileSync(file, 'utf8')).fields);
	expect(blocks.filter(expectSame).length).toBeGreaterThan(0.8 * blocks.length);
});

test.each([
	'a: true',
	'a: ~',
	'a: x # y',
	'a: x: y',
	'a: "x\\n"',
	"a: 'x''y'",
	'a: [x, true]',
	'a: 1.5',
	'a: 6 x',
	'a: 0x1f',
	'a:\n- x',
	'a:\n  - x: y',
	'a:\n  -  x',
	'a: {lat: 1, lon: x}',
	'a: &b c',
	'a: x ',
	'a: x:',
	'a: x\na: y',
	'a:',
	'- a',
	'a: |',
	'null: x',
	'a: *b',
	'a: "x" y',
	' a: x',
	'a:  x',
	'a: !b c',
	'',
])('what may mean something else is left to the reader of YAML: %j', (text) => {
	expect(plainFields(text)).toBeUndefined();
});

const sign = fc.constantFrom(
	...[...'abđêяカ한中“«"\'#:,[]{}&*!|>%@`-?.~=<\\/ 0129_éß'],
	...[
		': ',
		' #',
		'\n',
		'\t',
		'null',
		'true',
		'No',
		'2026-02-30',
		'./a.svg',
		'\u00a0',
		'\u0085',
		'\u2028',
		'\ufeff',
		'\r',
		'😀',
	],
);
const value = fc
	.tuple(
		fc.constantFrom('', 'lời ', '“', './', '[a, ', "'", '1 á', '4é', '1', '{lat: 1.50, lon: '),
		fc.array(sign, { maxLength: 5 }),
	)
	.map(([start, signs]) => start + signs.join(''));
const typedLine = fc
	.tuple(
		fc.constantFrom('title', 'kind', 'date', 'nULL', 'constructor', 'a b', ''),
		fc.constantFrom(': ', ': ', ': ', ':', ':  ', ':\n  - '),
		value,
	)
	.map((parts) => parts.join(''));

test('whatever it takes upon itself, it reads as the reader of YAML does', () => {
	let quick = 0;
	fc.assert(
		fc.property(fc.array(typedLine, { minLength: 1, maxLength: 3 }), (lines) => {
			if (expectSame(lines.join('\n'))) quick++;
		}),
		{ numRuns: 3000 },
	);
	// Nothing would be shown if it never took one.
	expect(quick).toBeGreaterThan(100);
});
