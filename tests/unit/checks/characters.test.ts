import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplifiedForms } from '#checks/character-tables.ts';
import { checkCharacters } from '#checks/characters.ts';
import { readContentFolder, type ContentFolder } from '#loaders/content-folder.ts';
import { readYaml } from '#loaders/source-file.ts';
import { readText } from '#loaders/text-file.ts';
import { shapeContent, type Content } from '#schema/content.ts';

const site = `title: { vi: Trang }
place: { vi: Nơi }
publisher: { name: { vi: Ủy ban }, level: ward }
address: https://example.org
locales:
  - { locale: vi, tag: vi, name: Tiếng Việt }
  - { locale: en, tag: en, name: English }
  - { locale: ru, tag: ru, name: Русский }
  - { locale: ko, tag: ko, name: 한국어 }
  - { locale: zh, tag: zh-Hans, name: 简体中文 }
  - { locale: ja, tag: ja, name: 日本語 }
home: { title: { vi: Nơi }, intro: { vi: Lời } }
`;

/** Front matter of eight lines and an empty one: a body begins at line 10. */
const head = (title = 'Tháp', description = 'Một câu.') =>
	`---\nkind: guide\ntitle: ${title}\ndescription: ${description}\ndate: 2026-01-01\nstatus: approved\nlevel: ward\n---\n\n`;
/** Front matter of a translation: a body begins at line 7. */
const translation = (title = 'X', description = 'Y') =>
	`---\ntitle: ${title}\ndescription: ${description}\ntranslation: human\n---\n\n`;

function folderOf(files: Readonly<Record<string, string>>): ContentFolder {
	const texts = Object.entries({ vi: `${head()}Lời.\n`, ...files });
	const typed = texts.map(([locale, text]): [string, string] => [`visit/tower/${locale}.mdx`, text]);
	return {
		root: '/',
		registers: new Map([['site', readYaml(site)]]),
		entries: [
			{
				path: 'visit/tower',
				section: 'visit',
				phase: undefined,
				slug: 'tower',
				texts: new Map(
					texts.map(([locale, text]) => [locale, readText(`visit/tower/${locale}.mdx`, text.normalize('NFC'))]),
				),
				files: [],
			},
		],
		lookFiles: [],
		paths: [],
		typed: new Map([['site.yaml', site], ...typed]),
		faults: [],
	};
}

const shaped = shapeContent(folderOf({})).content;
if (!shaped) throw new Error('the site of this test has the wrong shape');
const content: Content = shaped;

const problemsOf = (files: Readonly<Record<string, string>>) => checkCharacters(folderOf(files), content, 'content');

/** Places and codes of what is found in files given whole. */
const check = (files: Readonly<Record<string, string>>) =>
	problemsOf(files)
		.map(({ file, line, column, code }) => `${file.split('/').at(-1)}:${line}:${column} ${code}`)
		.sort();

/** Codes with places inside one body, counted from its first line. */
function body(locale: string, text: string): string[] {
	const before = locale === 'vi' ? 9 : 6;
	return problemsOf({ [locale]: (locale === 'vi' ? head() : translation()) + text })
		.map(({ line, column, code }) => `${line - before}:${column} ${code}`)
		.sort();
}

test('the demonstration and the fixtures are passed without a word', async () => {
	for (const root of ['content', 'tests/fixtures/japanese/content', 'tests/fixtures/no-congress']) {
		const folder = await readContentFolder(root);
		const { content: whole } = shapeContent(folder);
		expect(whole && checkCharacters(folder, whole, 'content')).toEqual([]);
	}
});

test('letters typed apart from their marks are told once, at the first place, with their number', () => {
	expect(body('vi', 'Chữ.\n\nTiếng Việt là tiếng nói.\n'.normalize('NFD'))).toEqual(['1:3 characters/decomposed']);
	expect(body('ko', '안내 글입니다.'.normalize('NFD'))).toEqual(['1:1 characters/decomposed']);
	const [problem] = problemsOf({ vi: `${head()}${'Tiếng Việt'.normalize('NFD')}` });
	expect(problem).toMatchObject({ severity: 'warning' });
	expect(problem?.say.vi).toContain('ở 2 chỗ, chỗ đầu tiên là “Tiếng”');
	expect(body('vi', 'Tiếng Việt và `é` trong mã.'.replace('é', 'é'.normalize('NFD')))).toEqual([]);
});

test.each([
	['a zero-width space', 'Nha\u200bTrang', 'U+200B'],
	['a zero-width non-joiner', 'Nha\u200cTrang', 'U+200C'],
	['a zero-width joiner between letters', 'Nha\u200dTrang', 'U+200D'],
	['a word joiner', 'Nha\u2060Trang', 'U+2060'],
	['a byte-order mark inside', 'Nha\ufeffTrang', 'U+FEFF'],
	['a soft hyphen', 'Nha\u00adTrang', 'U+00AD'],
	['an override of direction', 'Nha\u202eTrang', 'U+202E'],
	['an isolate of direction', 'Nha\u2066Trang', 'U+2066'],
	['a mark of direction', 'Nha\u200fTrang', 'U+200F'],
	['a control character', 'Nha\u0007Trang', 'U+0007'],
	['a tag', 'Nha\u{e0041}Trang', 'U+E0041'],
])('%s is refused with its code point and its word, and not printed', (_what, word, name) => {
	const problems = problemsOf({ vi: `${head()}Đến ${word} chơi.\n` });
	expect(problems.map(({ line, column, code, severity }) => [line, column, code, severity])).toEqual([
		[10, 8, 'characters/invisible', 'error'],
	]);
	for (const say of Object.values(problems[0]?.say ?? {})) {
		expect(say).toContain(`“Nha⟨${name}⟩Trang”`);
		expect(say).not.toContain(word.slice(3, -5));
	}
});

test('what cannot be seen is found in front matter, addresses, registers and codes of YAML too', () => {
	expect(check({ ru: `${translation('Ба\u200bшня')}Слово.` })).toEqual(['ru.mdx:2:10 characters/invisible']);
	expect(check({ ru: `${translation('"Ба\\u200bшня"')}Слово.` })).toEqual(['ru.mdx:2:8 characters/invisible']);
	expect(body('vi', '[Lời](https://example.org/a\u200bb)')).toEqual(['1:28 characters/invisible']);
	const folder = folderOf({});
	const typed = new Map([...folder.typed, ['facts.yaml', '- id: a\u200b\n']]);
	expect(checkCharacters({ ...folder, typed }, content, 'content')).toMatchObject([
		{ file: 'content/facts.yaml', line: 1, column: 8, code: 'characters/invisible' },
	]);
});

test('emoji, no-break spaces and code may have what a word may not', () => {
	expect(body('vi', '👩\u200d🚀 và ❤\ufe0f\u200d🔥 ở\u00a0đây, `a\u200bb`.\n\n```\na\u202eb\n```\n')).toEqual([]);
});

test.each([
	['bold letters of mathematics', 'vi', '𝐓𝐡ô𝐧𝐠 báo mới.', '1:1 characters/look-alike'],
	['a joined letter of a typesetter', 'en', 'They come to the oﬀice early.', '1:19 characters/look-alike'],
	['half-width katakana', 'zh', '居民上午到ｱｲｳ办事处。', '1:6 characters/full-width'],
	['a wide space in Vietnamese', 'vi', 'Người dân\u3000đến trụ sở.', '1:10 characters/full-width'],
	['Chinese punctuation in English', 'en', 'They come， then leave.', '1:10 characters/full-width'],
	['selectors that hide bytes', 'en', 'They\u{e0101} come.', '1:5 characters/invisible'],
	['a non-character', 'vi', 'Người dân \ufffe đến.', '1:11 characters/damaged'],
	['Chinese read in the wrong encoding', 'zh', '居民上午到锟斤拷办事处。', '1:6 characters/damaged'],
	['an entity made twice', 'vi', 'Người d&amp;acirc;n đến.', '1:8 language/machine-trace'],
	['marks of two versions', 'vi', '```\n\n```\n>>>>>>> theirs', '4:1 file/conflict'],
])('%s are told at their place', (_what, locale, text, place) => {
	expect(body(locale, text)).toContain(place);
});

test('spaces at which no line breaks are told between words, not beside numbers', () => {
	expect(body('vi', 'Người\u00a0dân\u00a0đến\u00a0trụ\u00a0sở vào\u00a0buổi\u00a0sáng để\u00a0làm\u00a0thẻ.')).toEqual([
		'1:6 characters/invisible',
	]);
	expect(body('vi', 'Đi 5\u00a0km, mang 3\u00a0kg cá, trả 5\u00a0đồng.')).toEqual([]);
	expect(body('ru', 'Они живут в\u00a0доме, на\u00a0улице, у\u00a0моря.')).toEqual([]);
});

test('Vietnamese in fonts from before Unicode is told with the way to convert it, names with such letters are not', () => {
	const old = [
		'Céng hßa x· héi chñ nghÜa ViÖt Nam, ng\u00adêi d©n ®Õn trô së.',
		'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ngöôøi daân ñeán truï sôû.',
	];
	for (const text of old) {
		const found = problemsOf({ vi: `${head()}${text}\n` });
		expect(found.map(({ line, code }) => `${line} ${code}`)).toEqual(['10 characters/damaged']);
		expect(found[0]?.say.vi).toContain('Unicode');
	}
	expect(body('vi', 'Ông Müller, bà Köhler, ông Weiß ở Zürich, Malmö và Ærø; © phường, m², 5 µm.')).toEqual([]);
});

test('what follows from damaged letters is not told besides', () => {
	expect(body('vi', 'NgÆ°á»i dân nói: “â€œđến trụ sở.')).toEqual(['1:3 characters/damaged']);
});

test('short texts in another script are told in Chinese and Korean pages', () => {
	expect(body('zh', '住民は朝に役所へ来て、職員に書類について尋ねます。')).toEqual(['1:1 language/wrong']);
	expect(body('ko', '居民上午到办事处向工作人员询问有关证件的事项。')).toEqual(['1:1 language/wrong']);
	expect(body('zh', '주민들은 아침에 청사에 와서 직원에게 서류에 관해 묻습니다.')).toEqual(['1:1 language/wrong']);
});

test('letters damaged by a wrong encoding are told once', () => {
	expect(body('vi', 'Đây là Äáº¡i há»™i.')).toContain('1:9 characters/damaged');
	expect(body('en', 'A caf\ufffd here.')).toEqual(['1:6 characters/damaged']);
	expect(body('en', 'A café in Århus, 20 °C.')).toEqual([]);
});

test.each([
	['a Greek omicron in a Vietnamese word', 'vi', 'Ở H\u03bf Chi Minh.', '1:4', '“ο” U+03BF, đúng là “o” U+006F'],
	['a Cyrillic а in a Vietnamese word', 'vi', 'Ở Nh\u0430 Trang.', '1:5', '“а” U+0430, đúng là “a” U+0061'],
	['a Cyrillic е in an English word', 'en', 'The s\u0435a here.', '1:6', '“е” U+0435, đúng là “e” U+0065'],
	['Latin letters in a Russian word', 'ru', 'Это Poccия.', '1:5', '“P” U+0050, đúng là “Р” U+0420; “o” U+006F'],
	[
		'a Latin letter with an accent in a Russian word',
		'ru',
		'Это зáмок.',
		'1:6',
		'“á” U+00E1, đúng là “а́” U+0430 U+0301',
	],
	[
		'Cyrillic letters in a Latin name on a Russian page',
		'ru',
		'Это G\u043e\u043egle.',
		'1:6',
		'“о” U+043E, đúng là “o”',
	],
	['an Icelandic Ð in a Vietnamese word', 'vi', 'Ở \u00d0à Nẵng.', '1:3', '“Ð” U+00D0, đúng là “Đ” U+0110'],
	['radicals from a PDF in a Chinese word', 'zh', '\u2f08\u2ea0政府', '1:1', '“⼈” U+2F08, đúng là “人” U+4EBA'],
])('%s is refused with the right letter', (_what, locale, text, place, said) => {
	expect(body(locale, text)).toEqual([`${place} characters/look-alike`]);
	const [problem] = problemsOf({ [locale]: (locale === 'vi' ? head() : translation()) + text });
	expect(problem?.severity).toBe('error');
	expect(problem?.say.vi).toContain(said);
});

test.each([
	[
		'ru',
		'U-образный, 5G, NA17, № 44/NQ-CP, VVER-1200, Vietjet-овский, IT-парк, XXIго, 20 кВт, ВВП (GDP), 10 kΩ, 5 μm.',
	],
	['vi', 'Viên TNFα, 5 μm, β-caroten, phiên âm [ɡa ɖa ŋ], Москва, Ελλάδα.'],
	['en', 'Sigurðsson and Ðorðe met Москва; the α-particle.'],
	['zh', '5G、U形、β射线、Ивановы。'],
])('genuine mixtures on a %s page are passed', (locale, text) => {
	expect(body(locale, text)).toEqual([]);
});

test('a look-alike in code or in an id is let alone', () => {
	expect(body('vi', 'Có `Nh\u0430` và <Fact id="nh\u0430" /> ở https://example.org/nh\u0430.')).toEqual([]);
});

test('traditional characters on the Simplified page are named with their simplified forms, line by line', () => {
	expect(body('zh', '黨的會議開幕。\n\n会议。\n\n議程。')).toEqual([
		'1:1 characters/traditional',
		'5:1 characters/traditional',
	]);
	const [problem] = problemsOf({ zh: `${translation()}黨的會議開幕。` });
	expect(problem?.severity).toBe('error');
	expect(problem?.say).toMatchInlineSnapshot(`
		{
		  "en": "The page in Simplified Chinese has traditional characters: 黨 → 党, 會 → 会, 議 → 议, 開 → 开. Write the simplified ones, or convert the passage with a traditional-to-simplified tool.",
		  "vi": "Trang tiếng Trung giản thể có chữ phồn thể: 黨 → 党, 會 → 会, 議 → 议, 開 → 开. Thay bằng chữ giản thể, hoặc đổi cả đoạn bằng công cụ chuyển phồn thể sang giản thể.",
		}
	`);
	expect(body('zh', '著名的乾隆、瞭望、慰藉、宫商角徵羽、剋架、`黨`。')).toEqual([]);
	expect(body('ja', '会議の後で、東京へ行きました。')).toEqual([]);
});

test('the table of traditional characters has no simplified character among its keys', () => {
	expect(simplifiedForms.size).toBeGreaterThan(1500);
	for (const [from, to] of simplifiedForms) expect(from === to || simplifiedForms.has(to), from + to).toBe(false);
});

test('full-width digits and letters are warned of, full-width punctuation is right in Chinese', () => {
	expect(body('vi', 'Năm ２０２６ và ＡＢ.')).toEqual(['1:13 characters/full-width', '1:5 characters/full-width']);
	expect(body('zh', '第１期：好！（是）')).toEqual(['1:2 characters/full-width']);
	expect(body('zh', '第1期：好！（是），ok；')).toEqual([]);
});

const inEnglish =
	'The delegation arrived on Monday morning and was welcomed at the station. It then went to the hall. In the afternoon there was a meeting.';
const inVietnamese = 'Đoàn đại biểu đã đến ga vào sáng thứ hai và được đón tiếp tại nhà ga. Sau đó đoàn về hội trường.';
const inRussian =
	'Делегация прибыла в понедельник утром, и её встретили на вокзале. Затем она поехала в зал заседаний.';
const inKorean =
	'대표단은 월요일 아침에 역에 도착하여 환영을 받았습니다. 그 후 회의장으로 이동했습니다. 오후에는 회의가 열렸습니다.';
const inChinese =
	'代表团星期一上午抵达车站，受到欢迎，然后前往会场。之后，与会代表共进午餐，并参观了展览。下午举行会议。';
const inJapanese =
	'代表団は月曜日の朝に駅に着き、歓迎を受けました。その後、会場へ向かい、みんなで昼食をとりました。午後は会議です。';
const right: Readonly<Record<string, string>> = {
	vi: inVietnamese,
	en: inEnglish,
	ru: inRussian,
	ko: inKorean,
	zh: inChinese,
	ja: inJapanese,
};

test.each(Object.keys(right))('a text in any other language than that of its file is refused: %s.mdx', (locale) => {
	for (const [other, text] of Object.entries(right))
		expect([other, ...body(locale, text)]).toEqual(other === locale ? [other] : [other, '1:1 language/wrong']);
});

test('the message about the wrong language names both languages and every way out', () => {
	const [problem] = problemsOf({ ru: translation() + inEnglish });
	expect(problem).toMatchObject({ severity: 'error', line: 7, column: 1 });
	expect(problem?.say).toMatchInlineSnapshot(`
		{
		  "en": "The text in ru.mdx must be written in Russian, but it seems to be English: “The delegation arrived on Monday morning and was welcomed a…”. Write it in Russian; or move it to \`en.mdx\` if it was saved under the wrong name; or delete this file until there is a translation: the site then says that it is missing.",
		  "vi": "Lời văn trong tệp ru.mdx phải viết bằng tiếng Nga, nhưng có vẻ là tiếng Anh: “The delegation arrived on Monday morning and was welcomed a…”. Viết lại bằng tiếng Nga; hoặc chuyển lời này sang \`en.mdx\` nếu lưu nhầm tệp; hoặc xóa tệp này cho đến khi có bản dịch: trang sẽ tự báo là chưa dịch.",
		}
	`);
});

test('Vietnamese typed without marks, and Ukrainian for Russian, are refused', () => {
	expect(
		body('vi', 'Doan dai bieu da den ga vao sang thu hai va duoc don tiep tai nha ga. Sau do doan ve hoi truong.'),
	).toEqual(['1:1 language/wrong']);
	expect(
		body('ru', 'Делегація прибула в понеділок вранці, її зустріли на вокзалі. Потім вона поїхала до зали.'),
	).toEqual(['1:1 language/wrong']);
});

test('a description and a long paragraph in the wrong language are refused where they stand', () => {
	expect(check({ ru: `${translation('Башня', inEnglish)}${inRussian}` })).toEqual(['ru.mdx:3:14 language/wrong']);
	expect(body('ru', `${inRussian}\n\n${inRussian}\n\n${inEnglish}\n`)).toEqual(['5:1 language/wrong']);
	expect(body('vi', `${inVietnamese}\n\n${inEnglish}\n`)).toEqual(['3:1 language/wrong']);
});

test('short texts, lists of names and words shown on purpose are passed', () => {
	expect(body('ru', 'Xin cho tôi đến Tháp Bà Ponagar.')).toEqual([]);
	expect(
		body('en', 'Nguyễn Văn An, Trần Thị Bình, phường Nha Trang, phường Bắc Nha Trang, phường Nam Nha Trang'),
	).toEqual([]);
	expect(body('ru', `${inRussian}\n\n> ${inEnglish}\n\n<Callout kind="tip">\n${inVietnamese}\n</Callout>\n`)).toEqual(
		[],
	);
	expect(body('ru', 'ВВП (GDP) вырос на 8 %, сообщает example.org.')).toEqual([]);
});

test('a translation that repeats the Vietnamese is refused: title, description, heading, paragraph', () => {
	const source = `${head('Lễ khai mạc đại hội', 'Một câu tả ngắn gọn.')}${inVietnamese}\n\n## Đi lúc nào thì tốt\n\nTháp Bà Ponagar, Nha Trang, Khánh Hòa, Việt Nam, Hà Nội.\n`;
	const copy = `${translation('Lễ khai mạc đại hội', 'Một câu tả ngắn gọn.')}${inVietnamese}\n\n## Đi lúc nào thì tốt\n\nTháp Bà Ponagar, Nha Trang, Khánh Hòa, Việt Nam, Hà Nội.\n`;
	for (const locale of ['en', 'ru', 'zh'])
		expect(check({ vi: source, [locale]: copy })).toEqual([
			`${locale}.mdx:2:8 language/untranslated`,
			`${locale}.mdx:3:14 language/untranslated`,
			`${locale}.mdx:7:1 language/untranslated`,
			`${locale}.mdx:9:4 language/untranslated`,
		]);
});

test('a title of names, a short phrase and a quoted paragraph may stay as they are', () => {
	const text = 'Xin cho tôi đến Tháp Bà.\n\n> Xin cho tôi được đăng ký tạm trú ở phường này ạ.\n';
	expect(
		check({
			vi: `${head('Tháp Bà Ponagar', 'Một câu.')}${text}`,
			ru: `${translation('Tháp Bà Ponagar', 'Описание башен.')}${text}`,
		}),
	).toEqual([]);
});

test.each([
	['en', '[Translated by Google]'],
	['en', 'Here is the translation of the text:'],
	['en', "Sure! Here's the text."],
	['en', 'As an AI language model, I cannot do it.'],
	['ru', 'Вот перевод текста.'],
	['ko', '다음은 번역 결과입니다.'],
	['zh', '以下是翻译：'],
	['vi', 'Dưới đây là bản dịch:'],
	['vi', '{{name}} đến đây.'],
	['vi', 'Một <unk> ở đây.'],
	['vi', 'Một &amp;nbsp; ở đây.'],
	['ja', '以下は翻訳です。'],
])('a trace of machine translation is refused: %s “%s”', (locale, text) => {
	expect(body(locale, text).filter((found) => found.endsWith('language/machine-trace'))).toHaveLength(1);
});

test('an entity is refused in front matter, where nothing reads it, and passed in a body', () => {
	expect(check({ en: `${translation('The &quot;tower&quot;')}Words.` })).toEqual([
		'en.mdx:2:12 language/machine-trace',
	]);
	expect(body('en', 'Ten&nbsp;km &lt; 20&nbsp;km.')).toEqual([]);
});

test('words about artificial intelligence and translators are passed', () => {
	expect(
		body('en', 'Nha Trang as an AI hub. Here is the translation desk. The text was translated by Ms Lan.'),
	).toEqual([]);
	expect(body('zh', '以下是翻译人员名单。')).toEqual([]);
	expect(body('vi', 'Ví dụ: `{{name}}` và `<unk>`.')).toEqual([]);
	expect(check({ en: `${translation().replace('title', '# {{tên}}\ntitle')}Words.` })).toEqual([]);
});

test.each([
	['vi', 'Một “câu chưa đóng.', '1:5'],
	['vi', 'Một câu (chưa đóng.', '1:9'],
	['vi', 'Một câu thừa) ở đây.', '1:13'],
	['ru', 'Театр «Сфера открыт.', '1:7'],
	['zh', '他说：“你好。', '1:4'],
	['zh', '芽庄（越南是城市。', '1:3'],
	['en', 'A "word here.', '1:3'],
])('a quotation mark or bracket without its partner is warned of: %s %s', (locale, text, place) => {
	expect(body(locale, text)).toEqual([`${place} characters/unbalanced`]);
});

test.each([
	['en', 'It’s the towers’ “height (‘about’ 23 m)”; a 15" screen.'],
	['vi', 'Theo điểm a) khoản 1; (theo điểm b) khoản 2), gồm: 1) đơn; 2) ảnh; iii) phí :)'],
	['ru', 'ООО «Фирма «Радуга» и «дом „Нет“ здесь»; а) да; б) нет.'],
	['zh', '“你好”（是）《书》；1）一；二）二。'],
	['vi', '“Đoạn một của lời dẫn.\n\n“Đoạn hai của lời dẫn.\n\nĐoạn cuối.”'],
	['vi', 'Mã `(` và `“`, [một (liên kết)](/visit/tower/).'],
])('right quotation marks, brackets and list marks are passed: %s %s', (locale, text) => {
	expect(body(locale, text)).toEqual([]);
});

test.each([
	['en', 'See the the tower.', '1:5'],
	['vi', 'Tháp và và sông.', '1:6'],
	['vi', 'Tháp của\ncủa sông.', '1:6'],
	['ru', 'Башня в в городе.', '1:7'],
	['ko', '탑 및 및 강.', '1:3'],
	['zh', '我们的的塔。', '1:3'],
	['ja', '塔をを見る。', '1:2'],
])('a function word typed twice is warned of: %s %s', (locale, text, place) => {
	expect(body(locale, text)).toEqual([`${place} characters/doubled-word`]);
});

test('words doubled on purpose are passed', () => {
	expect(body('vi', 'Xa xa, ngày ngày, từ từ, đời đời, là là.')).toEqual([]);
	expect(body('en', 'Plan A a year later; he had had that that day.')).toEqual([]);
	expect(body('ru', 'Вариант А а также еле-еле, чуть чуть.')).toEqual([]);
	expect(body('ko', '구석 구석, 곳곳.')).toEqual([]);
	expect(body('zh', '的的确确，目的的，天天，人人。')).toEqual([]);
});

test('whatever is typed, the check ends, names a place, and hides nothing in its message', () => {
	const pieces = fc.array(
		fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				'`',
				'```\n',
				'“',
				'»',
				'(',
				'а',
				'a',
				'\u200b',
				'黨',
				'e\u0301',
				'\n\n',
				'> ',
				'- ',
				'</',
				'---\n',
				'](',
				'{{',
			),
		),
		{ maxLength: 30 },
	);
	fc.assert(
		fc.property(fc.constantFrom(...Object.keys(right)), pieces, fc.boolean(), (locale, list, isWhole) => {
			const text = (isWhole ? '' : translation()) + list.join('');
			for (const { line, column, say, code } of problemsOf({ [locale]: text.replaceAll('\r\n', '\n') })) {
				expect(line).toBeGreaterThanOrEqual(1);
				expect(column).toBeGreaterThanOrEqual(1);
				expect(code).toMatch(/^(characters|language)\/[a-z-]+$/);
				expect(say.vi + say.en).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
			}
		}),
		{ numRuns: 300 },
	);
});

test('a file of a single huge line is judged in no time', () => {
	const files = ['“« (', 'Nhаo', '黨', 'và và ', '`a``', '](', 'https://', 'e\u0301\u0302', '\u200b'].map(
		(piece) => head() + piece.repeat(100_000 / piece.length),
	);
	const folder = folderOf({});
	const typed = new Map(files.map((text, index) => [`visit/tower-${index}/zh.mdx`, text]));
	// Quadratic time would be minutes: the test's own limit tells.
	expect(checkCharacters({ ...folder, typed, entries: [] }, content, 'content').length).toBeGreaterThan(0);
});

test('a title, a heading, a short paragraph and a sentence in another language are told where they stand', () => {
	expect(check({ en: `${translation('Der alte Markt am Fluss und die Stadt', 'A sentence.')}${inEnglish}` })).toEqual([
		'en.mdx:2:8 language/wrong',
	]);
	expect(check({ vi: `${head('Thap ba va cac den thap cu', 'Một câu.')}${inVietnamese}` })).toEqual([
		'vi.mdx:3:8 language/wrong',
	]);
	expect(body('ru', `${inRussian}\n\n## How to get there\n\n${inRussian}\n`)).toEqual(['3:4 language/wrong']);
	expect(body('vi', `${inVietnamese}\n\nThis section will be translated later.\n`)).toEqual(['3:1 language/wrong']);
	expect(body('en', `${inEnglish} Der Markt öffnet früh am Morgen, und die Händler verkaufen dort Fisch.\n`)).toEqual([
		`1:${inEnglish.length + 2} language/wrong`,
	]);
});

test('a sentence of the source may be shown in a translation, to be said at a desk', () => {
	const said = '- Có cháy, xin đến ngay bây giờ.';
	expect(
		check({ vi: `${head()}${inVietnamese}\n\n${said}\n`, en: `${translation()}${inEnglish}\n\n${said}\n` }),
	).toEqual([]);
});

test('the words of a picture are words of the page', () => {
	expect(body('vi', `${inVietnamese}\n\n![The entrance of the tower seen from the river](./a.jpg)\n`)).toEqual([
		'3:1 language/wrong',
	]);
});

test('whole words of look-alike letters, numbers with the letter O and Korean typed key by key are told', () => {
	expect(body('en', 'Take \u0430 bus.')).toEqual(['1:6 characters/look-alike']);
	expect(body('ru', 'Рыба c рынка.')).toEqual(['1:6 characters/look-alike']);
	expect(body('vi', 'Năm 2O25 có nhiều khách.')).toEqual(['1:6 characters/look-alike']);
	expect(body('vi', 'Nước H2O và CO2, 20 kW.')).toEqual([]);
	expect(body('ko', '생선ㅇㅣ 장수가')).toEqual(['1:2 characters/decomposed']);
	expect(body('ko', 'ㄱ자 모양')).toEqual([]);
});

test('two stars that make nothing bold are told, escaped ones are not', () => {
	expect(body('vi', 'Đây là **chữ đậm mà không đóng.')).toEqual(['1:8 characters/unbalanced']);
	expect(body('vi', 'Đây là \\*\\* hai dấu sao.')).toEqual([]);
});
