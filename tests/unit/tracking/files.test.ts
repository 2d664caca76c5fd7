import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecords, recordPath, writeRecord } from '#tracking/files.ts';
import { makeRecord } from '#tracking/record.ts';
import { partsOf } from './texts.ts';

const record = makeRecord(partsOf('Lời.\n\n## Đi lại\n\nĐi thuyền.\n'), '2026-01-05');
async function folder(): Promise<string> {
	const root = await mkdtemp(join(tmpdir(), 'nội dung '));
	await mkdir(join(root, 'visit/island'), { recursive: true });
	await writeFile(join(root, 'visit/island/en.mdx'), 'x');
	return root;
}
const read = async (root: string) =>
	[...((await readRecords(root, ['visit/island', 'visit/none'])).get('visit/island') ?? [])].map(
		([locale, { damage }]) => `${locale} ${damage?.reason ?? 'right'}`,
	);

test('a record is written beside the texts, read again, and nothing else is touched', async () => {
	const root = await folder();
	expect(await read(root)).toEqual([]);
	expect(await writeRecord(root, 'visit/island', 'en', record)).toBe(true);
	expect(await writeRecord(root, 'visit/island', 'en', record)).toBe(false);
	expect((await readRecords(root, ['visit/island'])).get('visit/island')?.get('en')).toEqual({ record });
	expect((await readdir(join(root, 'visit/island'))).sort()).toEqual(['.source', 'en.mdx']);
	expect(await readdir(join(root, 'visit/island/.source'))).toEqual(['en.json']);
	expect(await readFile(join(root, 'visit/island/en.mdx'), 'utf8')).toBe('x');
});

test('records in another encoding, cut off or left half written are damage or nothing, never an exception', async () => {
	const root = await folder();
	await writeRecord(root, 'visit/island', 'en', record);
	const text = await readFile(join(root, recordPath('visit/island', 'en')), 'utf8');
	const put = (name: string, bytes: string | Buffer) => writeFile(join(root, 'visit/island/.source', name), bytes);
	await put('ru.json', Buffer.from(`\ufeff${text}`, 'utf16le'));
	await put('ko.json', Buffer.from([0xff, 0x00, 0x80]));
	await put('zh.json', `\ufeff${text}`);
	await put('.ja.123', text.slice(0, 40));
	await put('notes.txt', 'x');
	expect(await read(root)).toEqual(['en right', 'ko syntax', 'ru syntax', 'zh right']);
});

test('a link in the place of the records is neither followed nor written through', async () => {
	const root = await folder();
	const elsewhere = await mkdtemp(join(tmpdir(), 'nơi khác '));
	await writeFile(join(elsewhere, 'en.json'), '{}');
	await symlink(elsewhere, join(root, 'visit/island/.source'));
	expect(await read(root)).toEqual([]);
	await expect(writeRecord(root, 'visit/island', 'en', record)).rejects.toThrow('Not a folder');
	expect(await readFile(join(elsewhere, 'en.json'), 'utf8')).toBe('{}');
});

test('a file in the place of the folder is told and kept', async () => {
	const root = await folder();
	await writeFile(join(root, 'visit/island/.source'), 'x');
	await expect(writeRecord(root, 'visit/island', 'en', record)).rejects.toThrow('Not a folder');
	expect(await readFile(join(root, 'visit/island/.source'), 'utf8')).toBe('x');
	expect(await read(root)).toEqual([]);
});
