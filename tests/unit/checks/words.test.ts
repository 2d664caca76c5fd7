import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWords } from '#checks/words.ts';

const locales = [
	{ locale: 'vi', tag: 'vi' },
	{ locale: 'ru', tag: 'ru' },
];

async function change(file: string, edit: (words: Record<string, string>) => void) {
	const folder = await mkdtemp(join(tmpdir(), 'i18n-'));
	await cp('i18n', folder, { recursive: true });
	const words = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, string>;
	edit(words);
	await writeFile(join(folder, file), JSON.stringify(words, null, '\t'));
	const problems = await checkWords(folder, locales, 'i18n');
	await rm(folder, { recursive: true });
	return problems.map((problem) => `${problem.file} ${problem.code}`);
}

test('the words of this repository are complete', async () => {
	expect(
		await checkWords(
			'i18n',
			[...locales, { locale: 'en', tag: 'en' }, { locale: 'ko', tag: 'ko' }, { locale: 'zh', tag: 'zh-Hans' }],
			'i18n',
		),
	).toEqual([]);
});

test('a missing word, an extra one, a misspelt placeholder, a lost plural form and HTML are found', async () => {
	expect(await change('ru/common.json', (words) => delete words['skip'])).toEqual([
		'i18n/ru/common.json words/missing',
	]);
	expect(await change('ru/common.json', (words) => (words['skipp'] = 'x'))).toEqual([
		'i18n/ru/common.json words/extra',
	]);
	expect(await change('ru/common.json', (words) => (words['state'] = '{{daet}}'))).toEqual([
		'i18n/ru/common.json words/placeholder',
	]);
	expect(await change('ru/entry.json', (words) => delete words['minutes_few'])).toEqual([
		'i18n/ru/entry.json words/plural',
	]);
	expect(await change('ru/common.json', (words) => (words['skip'] = '<b>x</b>'))).toEqual([
		'i18n/ru/common.json words/html',
	]);
});

test('no interface word lies unused', () => {
	const src = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(astro|ts)$/.test(name));
	const code = src.map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
	const unused = readdirSync('i18n/vi').flatMap((name) => {
		const keys = Object.keys(JSON.parse(readFileSync(join('i18n/vi', name), 'utf8')) as object).map((key) =>
			key.replace(/_(other|one|few|many)$/, ''),
		);
		// Some keys are put together: level + central. Their beginning stands in a template, or their namespace is looked up whole.
		const composed = ['level', 'origin', 'outcome', 'translation', 'stage'];
		const lookedUp = ['kinds.json', 'sections.json', 'units.json', 'doctypes.json'];
		return lookedUp.includes(name)
			? []
			: keys
					.filter(
						(key) => !code.includes(`'${key}'`) && !composed.some((start) => key.startsWith(start) && key !== start),
					)
					.map((key) => `${name}: ${key}`);
	});
	expect(unused).toEqual([]);
});
