import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';

type Dictionary = Readonly<Record<string, string>>;
const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const placeholders = (text: string) =>
	[...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)]
		.map((match) => match[1])
		.sort()
		.join(', ');

async function readNamespace(
	folder: string,
	locale: string,
	name: string,
): Promise<{ words: Dictionary | undefined; text: string }> {
	const text = await readFile(join(folder, locale, name), 'utf8').catch(() => undefined);
	if (text === undefined) return { words: undefined, text: '' };
	try {
		return { words: JSON.parse(text) as Dictionary, text };
	} catch {
		return { words: undefined, text };
	}
}

/** Interface words of every language against those of the source language: keys, placeholders, plural forms. */
export async function checkWords(
	folder: string,
	locales: readonly { readonly locale: string; readonly tag: string }[],
	folderName: string,
): Promise<Problem[]> {
	const problems: Problem[] = [];
	const [source] = locales;
	if (!source) return problems;
	const names = (await readdir(join(folder, source.locale)).catch(() => []))
		.filter((name) => name.endsWith('.json'))
		.sort();
	for (const name of names) {
		const { words: base } = await readNamespace(folder, source.locale, name);
		for (const { locale, tag } of locales) {
			const { words, text } = await readNamespace(folder, locale, name);
			const lineOf = (key: string) => Math.max(1, text.split('\n').findIndex((line) => line.includes(`"${key}"`)) + 1);
			const add = (key: string, code: Code, vi: string, en: string) =>
				problems.push({
					file: `${folderName}/${locale}/${name}`,
					line: lineOf(key),
					column: 1,
					code,
					severity: 'error',
					say: { vi, en },
				});
			if (!words || !base) {
				add(
					'',
					'words/file',
					'Thiếu tệp này, hoặc tệp không phải JSON đúng. Chép tệp cùng tên từ i18n/vi/ rồi dịch.',
					'This file is missing or is not valid JSON. Copy the file of the same name from i18n/vi/ and translate it.',
				);
				continue;
			}
			const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
			const wanted = new Map<string, string>();
			for (const [key, value] of Object.entries(base)) {
				const stem = key.replace(pluralSuffix, '');
				if (stem === key) wanted.set(key, value);
				else for (const category of categories) wanted.set(`${stem}_${category}`, value);
			}
			for (const [key, value] of wanted) {
				const own = words[key];
				if (own === undefined || own.trim() === '') {
					const isPlural = pluralSuffix.test(key);
					add(
						key,
						isPlural ? 'words/plural' : 'words/missing',
						`Thiếu \`${key}\`${isPlural ? ` (ngôn ngữ này cần các dạng: ${categories.join(', ')})` : ''}. Thêm vào tệp.`,
						`\`${key}\` is missing${isPlural ? ` (this language needs the forms: ${categories.join(', ')})` : ''}. Add it to the file.`,
					);
				} else if (placeholders(own) !== placeholders(value))
					add(
						key,
						'words/placeholder',
						`\`${key}\` có chỗ điền (${placeholders(own) || '–'}) khác bản tiếng Việt (${placeholders(value) || '–'}). Dùng đúng các tên đó.`,
						`\`${key}\` has placeholders (${placeholders(own) || '–'}) that differ from the Vietnamese (${placeholders(value) || '–'}). Use the same names.`,
					);
				else if (/<[a-z/]/i.test(own))
					add(
						key,
						'words/html',
						`\`${key}\` chứa thẻ HTML. Chỉ viết chữ.`,
						`\`${key}\` holds HTML. Write plain words.`,
					);
			}
			for (const key of Object.keys(words))
				if (!wanted.has(key))
					add(
						key,
						'words/extra',
						`\`${key}\` không có trong bản tiếng Việt. Xóa dòng này.`,
						`\`${key}\` is not in the Vietnamese. Delete the line.`,
					);
		}
	}
	return problems;
}
