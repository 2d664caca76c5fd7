import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '#loaders/csv-file.ts';
import { readYaml } from '#loaders/source-file.ts';
import { readText } from '#loaders/text-file.ts';

test('a date stays text, so that 30 February is not built as 2 March', () => {
	expect(readYaml('date: 2026-02-30\n').data).toEqual({ date: '2026-02-30' });
});

test('a value is found at its line and column, a missing one at the nearest value around it', () => {
	const file = readYaml('a: 1\nlist:\n  - id: x\n    name: y\n');
	expect(file.position(['list', 0, 'name'])).toEqual({ line: 4, column: 11 });
	expect(file.keyPosition(['list', 0, 'name'])).toEqual({ line: 4, column: 5 });
	expect(file.position(['list', 0, 'missing'])).toEqual({ line: 3, column: 5 });
});

test('a key that stands twice and a colon without quotes are faults with a place', () => {
	expect(readYaml('a: 1\na: 2\n').faults[0]).toMatchObject({ code: 'yaml/duplicate-key', line: 2 });
	expect(readYaml('title: Văn kiện: những điểm mới\n').faults[0]).toMatchObject({ line: 1 });
});

test('front matter is counted from the first line of the file', () => {
	const text = readText('visit/a/vi.mdx', '---\ntitle: A\nkind: place\n---\n\n## Một\n');
	expect(text.frontMatter.position(['kind'])).toEqual({ line: 3, column: 7 });
	expect(text.markdown?.children.at(-1)?.position?.start.line).toBe(6);
});

test('a tag that is not closed is a fault at its line, not a crash', () => {
	expect(readText('a/vi.mdx', '---\ntitle: A\n---\n\nTỷ lệ nữ <30% ở 5 tỉnh.\n').faults[0]).toMatchObject({
		code: 'mdx/unexpected-character',
		line: 5,
		column: 10,
	});
});

test('no text at all makes the readers throw, and every fault has a place', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => {
			for (const text of [body, `---\n${body}\n---\n`, `---\ntitle: x\n---\n${body}`]) {
				const read = readText('a/vi.mdx', text);
				for (const fault of [...read.faults, ...read.frontMatter.faults]) {
					expect(fault.line).toBeGreaterThan(0);
					expect(fault.column).toBeGreaterThan(0);
				}
			}
			readCsv(body);
		}),
		{ numRuns: 300 },
	);
});

test('rows of a table keep their lines', () => {
	const file = readCsv('id,vi\na,một\nb,"hai, ba"\n');
	expect(file.data).toEqual([
		{ id: 'a', vi: 'một' },
		{ id: 'b', vi: 'hai, ba' },
	]);
	expect(file.position([1, 'vi']).line).toBe(3);
});
