import { expect, test } from 'vitest';
import { checkRegisterWords } from '#checks/register-words.ts';
import { shapeContent } from '#schema/content.ts';
import { facts, folderOf, site } from './folder-of.ts';

function check(files: Readonly<Record<string, string>>): string[] {
	const folder = folderOf(files);
	return checkRegisterWords(folder, shapeContent(folder).rough, 'content').map(
		({ file, line, column, code }) => `${file.replace('content/', '')}:${line}:${column} ${code}`,
	);
}
const fiveLanguages = site.replace(
	'contacts:',
	'  - { locale: ru, tag: ru, name: Русский }\n  - { locale: ko, tag: ko, name: 한국어 }\n  - { locale: zh, tag: zh-Hans, name: 简体中文 }\ncontacts:',
);
const withWords = (words: string) =>
	check({
		'site.yaml': fiveLanguages,
		'facts.yaml': `${facts}- { id: a, kind: text, value: b, sources: [], words: { ${words} } }\n`,
	});
const column = (words: string, of: string) =>
	`- { id: a, kind: text, value: b, sources: [], words: { ${words.slice(0, words.indexOf(of))}`.length + 1;

test.each([
	['vi: "from the bus station to the market"', 'language/wrong'],
	['vi: "tu ben xe den cho"', 'language/wrong'],
	['vi: "chợ", en: "vom Busbahnhof bis zum Markt"', 'language/wrong'],
	['vi: "chợ", en: "cứu hỏa, cứu nạn"', 'language/wrong'],
	['vi: "chợ", ru: "police"', 'language/wrong'],
	['vi: "chợ", ko: "公安"', 'language/wrong'],
	['vi: "chợ", zh: "경찰"', 'language/wrong'],
	['vi: "chợ", zh: "醫療急救"', 'characters/traditional'],
	['vi: "chợ (cũ"', 'characters/unbalanced'],
	['vi: "chợ của của phường"', 'characters/doubled-word'],
	['vi: "chợ", ru: "овощи c огорода"', 'characters/look-alike'],
])('words `%s` of a fact are told as %s, at the words', (words, code) => {
	const last = /[a-z]{2}: ("[^"]*")$/.exec(words)?.[1] ?? '';
	expect(withWords(words)).toEqual([`facts.yaml:13:${column(words, last)} ${code}`]);
});

test('words that repeat the Vietnamese are told, names that are the same are not', () => {
	expect(withWords('vi: "giờ mở cửa chợ", en: "giờ mở cửa chợ"')).toEqual([
		expect.stringContaining('language/untranslated'),
	]);
	expect(withWords('vi: "Nha Trang", en: "Nha Trang", ru: "Нячанг", ko: "나트랑", zh: "芽庄"')).toEqual([]);
	expect(withWords('vi: "GDP", en: "GDP", ru: "ВВП", ko: "GDP", zh: "GDP"')).toEqual([]);
});

test('words of documents, of the site and of the glossary are judged in the same way', () => {
	expect(
		check({
			'documents.yaml':
				'- id: d\n  type: decision\n  issuer: { vi: A, en: B }\n  title:\n    vi: phat trien cho cua phuong\n',
		}),
	).toEqual(['documents.yaml:5:9 language/wrong']);
	expect(
		check({
			'site.yaml': site.replace('intro: { vi: Lời }', 'intro: { vi: Lời, en: Informationen für alle, die hier leben }'),
		}),
	).toEqual([expect.stringMatching(/^site\.yaml:15:\d+ language\/wrong$/)]);
	expect(
		check({ 'site.yaml': fiveLanguages, 'glossary.csv': 'id,vi,en,ru,ko,zh\nmarket,chợ,market,market,市场,市場\n' }),
	).toEqual([
		'glossary.csv:2:19 language/wrong',
		'glossary.csv:2:26 language/wrong',
		'glossary.csv:2:29 characters/traditional',
	]);
	expect(check({ 'glossary.csv': 'id,vi,en\ndress,áo dài,áo dài\n' })).toEqual([]);
});

test('an address without protection is told, unless a comment says that it is known', () => {
	const source = (url: string) =>
		check({
			'facts.yaml': `${facts}- id: a\n  kind: text\n  value: b\n  sources:\n    - title: T\n      publisher: P\n      url: ${url}\n`,
		});
	expect(source('http://example.org/a')).toEqual(['facts.yaml:19:12 link/http']);
	expect(source('https://example.org/a')).toEqual([]);
	expect(source('http://example.org/a # không có https')).toEqual([]);
});
