import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '#loaders/text-file.ts';
import {
	changedFields,
	fieldsOf,
	makeRecord,
	normaliseText,
	printRecord,
	readRecord,
	slicesOf,
	wordsText,
} from '#tracking/record.ts';
import { partsOf, typedText } from './texts.ts';

const body = 'Đảo cách bờ <Fact id="distance" />.\n\n## Đi lại\n\nĐi thuyền.\n\n## Ăn uống\n\nCó quán.\n';
const hashes = (text: string) => partsOf(text).map(({ hash }) => hash);

test('a source has its fields, its opening words and a part for each ## heading, in Markdown as typed', () => {
	expect(partsOf(body).map(({ id, title, text, line }) => ({ id, title, text, line }))).toEqual([
		{ id: 'words', title: '', text: 'description: Một câu.\ntitle: Đảo', line: 1 },
		{ id: 'lead', title: '', text: 'Đảo cách bờ <Fact id="distance" />.', line: 4 },
		{ id: 'di-lai', title: 'Đi lại', text: '## Đi lại\n\nĐi thuyền.', line: 7 },
		{ id: 'an-uong', title: 'Ăn uống', text: '## Ăn uống\n\nCó quán.', line: 11 },
	]);
});

test('headings inside a component or of another rank begin no part; an underlined one does', () => {
	expect(
		partsOf('<Callout>\n## Bên trong\n</Callout>\n\n### Nhỏ\n\nHai\ndòng\n---\n\nLời.\n').map(({ id }) => id),
	).toEqual(['words', 'lead', 'hai-dong']);
});

test.each([
	['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
	['line ends of old Macs', (text: string) => text.replaceAll('\n', '\r')],
	['decomposed letters', (text: string) => text.normalize('NFD')],
	['spaces at line ends', (text: string) => text.replaceAll('\n', '  \t\n')],
	['more empty lines', (text: string) => text.replaceAll('\n\n', '\n\n\n\n')],
	['no line end at the end', (text: string) => text.trimEnd()],
])('%s are no change', (_what, change) => {
	expect(hashes(change(body))).toEqual(hashes(body));
});

test('a changed paragraph changes the hash of its part and no other', () => {
	const changed = hashes(body.replace('Đi thuyền', 'Đi tàu'));
	expect(changed.map((hash, index) => hash === hashes(body)[index])).toEqual([true, true, false, true]);
});

test('dates and other facts of the front matter are no words; lists and lines of a value are', () => {
	const words = wordsText('service', {
		title: 'Tạm  trú ',
		description: 'Dòng một\r\ndòng hai: ba\n\nbốn',
		who: 'Công an',
		bring: ['Hộ chiếu', 'Tờ khai'],
		updated: '2026-01-05',
		reviewedBy: 'Tổ biên tập',
		translation: 'human',
	});
	expect(words).toMatchInlineSnapshot(`
		"bring:
		  - Hộ chiếu
		  - Tờ khai
		description: Dòng một
		  dòng hai: ba

		  bốn
		title: Tạm  trú
		who: Công an"
	`);
	expect([...fieldsOf(words).keys()]).toEqual(['bring', 'description', 'title', 'who']);
	expect(changedFields(words, words.replace('Tờ khai', 'Đơn').replace('who: Công an', 'fee: Không'))).toEqual([
		'bring',
		'fee',
		'who',
	]);
});

test('a record comes back from its file, and the same record gives the same bytes', () => {
	const record = makeRecord(partsOf(body), '2026-01-05', new Map([['di-chuyen', 'di-lai']]));
	const file = printRecord(record);
	expect(readRecord(file)).toEqual({ record });
	expect(printRecord(readRecord(file).record ?? record)).toBe(file);
	expect(readRecord(file.replaceAll('\n', '\r\n'))).toEqual({ record });
	expect(file.endsWith('}\n')).toBe(true);
});

test('a record holds nothing but what the translation was made from', () => {
	const { parts, ...rest } = JSON.parse(printRecord(makeRecord(partsOf('Lời.'), '2026-01-05'))) as {
		parts: readonly object[];
	};
	expect(Object.keys(rest)).toEqual(['version', 'sourceDay', 'checksum']);
	expect(parts.map((part) => Object.keys(part))).toEqual([
		['id', 'hash', 'text'],
		['id', 'hash', 'text'],
	]);
});

const file = printRecord(makeRecord(partsOf(body), '2026-01-05', new Map([['di-chuyen', 'di-lai']])));
const lineOf = (word: string) => file.slice(0, file.indexOf(word)).split('\n').length;
test.each([
	['an empty file', '', { reason: 'syntax', line: 1, column: 1 }],
	['a file cut in half', file.slice(0, file.length / 2), { reason: 'syntax' }],
	[
		'marks of a merge',
		file.replace('\t"sourceDay"', '<<<<<<< HEAD\n\t"sourceDay"'),
		{ reason: 'syntax', line: lineOf('"sourceDay"'), column: 1 },
	],
	['another version', file.replace('"version": 1', '"version": 2'), { reason: 'shape' }],
	['a day that the calendar has not', file.replace('2026-01-05', '2026-02-30'), { reason: 'shape' }],
	['a key too many', file.replace('"version": 1', '"version": 1, "note": ""'), { reason: 'shape' }],
	['another day', file.replace('2026-01-05', '2026-01-06'), { reason: 'checksum' }],
	['a word changed by hand', file.replace('Đi thuyền', 'Đi bộ'), { reason: 'checksum' }],
	['an alias changed by hand', file.replace('di-chuyen', 'di-bo'), { reason: 'checksum' }],
	['decomposed letters', file.normalize('NFD'), { reason: 'checksum' }],
	['a list', '[]', { reason: 'shape' }],
])('%s is found to be damage', (_what, text, damage) => {
	expect(readRecord(text).damage).toMatchObject(damage);
});

test('whatever stands in the file, reading it never throws and tells a place', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.json()), (text) => {
			const { damage } = readRecord(text);
			expect(damage?.line).toBeGreaterThanOrEqual(1);
			expect(damage?.column).toBeGreaterThanOrEqual(1);
		}),
	);
	fc.assert(
		fc.property(fc.nat(file.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, letters) => {
			const text = file.slice(0, at) + letters + file.slice(at + letters.length);
			const { record } = readRecord(text);
			// Only what JSON itself passes over may go unseen.
			if (record) expect(printRecord(record)).toBe(file);
		}),
	);
});

test('slices of any text put together are the text, and cutting never throws', () => {
	const line = fc.oneof(
		fc.constantFrom('## Một', '## Hai', '', 'Lời', '---', '- mục', '```', '> ## trích', '  ## lùi'),
		fc.string({ unit: 'grapheme' }),
	);
	fc.assert(
		fc.property(fc.array(line), (lines) => {
			const typed = typedText(lines.join('\n'));
			const { markdown } = readText('vi.mdx', typed.normalize('NFC'));
			fc.pre(markdown !== undefined);
			const slices = slicesOf(typed, markdown ?? { type: 'root', children: [] });
			const all = normaliseText(slices.map(({ text }) => text).join('\n\n'));
			const squeeze = (text: string) => normaliseText(text).replace(/\n+/g, '\n');
			expect(squeeze(`---\ntitle: Đảo\n---\n${all}`)).toBe(squeeze(typed));
			expect(normaliseText(normaliseText(typed))).toBe(normaliseText(typed));
		}),
	);
});
