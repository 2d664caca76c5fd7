import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readText } from '#loaders/text-file.ts';
import { readTracking, writeRecord, type TrackedContent } from '#tracking/files.ts';
import { makeRecord } from '#tracking/record.ts';
import { takeApart } from '#tracking/segments.ts';
import { exportEntries, planImport } from '#tracking/xliff.ts';
import { maxPackageBytes } from '#tracking/xliff-read.ts';
import { all, choices, elements, printXml, readXml, save, workOver, type Element } from './xliff-program.ts';

const source = `---
kind: service
title: Khai báo "tạm trú"
description: Ai khai, khai ở đâu & khi nào.
date: 2026-01-05
status: approved
level: ward
origin: own
who: Người ở lại
bring: [Hộ chiếu, 'Mẫu NA17: một bản']
fee: Không mất phí
time: Trong ngày
where: Công an xã
---

Đảo cách bờ <Fact id="distance" />, xem **bản đồ** và [trang *đảo*](/visit/island/).

## Chuẩn bị

1. Điền **mẫu *NA17*** rồi nộp cho \`bộ phận một cửa\`.
2. Hỏi <Term id="desk" /> nếu cần; gọi <Fact id="police" form="short" />\\
   vào giờ làm việc.

> Nhớ mang hộ chiếu,
> bản gốc.

<Callout kind="tip" title="Nói &quot;xin chào&quot;">
Xin cho tôi gặp công an.
</Callout>

## Bảng giờ

<Table caption="Giờ mở cửa">

| Ngày | Giờ |
| --- | ---: |
| Thứ hai \\| thứ ba | 8 giờ |
| Số máy | <Fact id="police" form="short" /> |

</Table>

![Cổng *chính*](./cover.svg)

### Liên hệ

<Contact id="desk" />
`;
const translation = `---
# The desk keeps this file.
title: Declare your stay
description: Who declares, where & when.
who: Guests
bring:
  - Passport # the original
  - "Form NA17: one copy"
fee: Free of charge
time: Same day
where: Police station
translation: human
translator: Desk
---

The island is <Fact id="distance" /> offshore; see the **map** and the [*island* page](/visit/island/).

## Before you go

1. Fill in the **form *NA17*** and hand it in at the \`bộ phận một cửa\`.
2. Ask the <Term id="desk" />; call <Fact id="police" form="short" />\\
   in office hours.

> Bring your passport,
> the original.

<Callout kind="tip" title="Say &quot;hello&quot;">
  I would like to see the police, please.
</Callout>

## Hours

<Table caption="Opening hours">

| Day | Hours |
|-----|------:|
| Monday \\| Tuesday | 8 a.m. |
| Phone | <Fact id="police" form="short" /> |

</Table>

![The *main* gate](./cover.svg)

### Contact

<Contact id="desk" />
`;

let base: string;
let root: string;
let tracked: TrackedContent;
const entry = 'living/stay';

async function freshFolder(): Promise<string> {
	const folder = join(await mkdtemp(join(tmpdir(), 'nội dung ')), 'content');
	await cp('tests/fixtures/no-congress', folder, { recursive: true });
	const site = join(folder, 'site.yaml');
	await writeFile(
		site,
		(await readFile(site, 'utf8')).replace(
			'fallback: [vi] }\n',
			'fallback: [vi] }\n  - { locale: zh, tag: zh-Hans, name: 简体中文, fallback: [en, vi] }\n',
		),
	);
	await writeFile(
		join(folder, 'glossary.csv'),
		'id,vi,en,zh,variants,forbidden,note,source\ndesk,công an xã,commune police,公安,vi:công an,en:cops,,\n',
	);
	await mkdir(join(folder, entry));
	await writeFile(join(folder, entry, 'vi.mdx'), source);
	return folder;
}
const readAgain = async (folder: string): Promise<TrackedContent> => {
	const found = await readTracking(folder);
	if (!found) throw new Error('no site.yaml');
	return found;
};
const exported = (of: TrackedContent, locale: string, only: string | undefined = entry): string => {
	const wanted = of.entries
		.filter((item) => only === '' || item.entry === only)
		.flatMap((item) =>
			item.translations.filter((state) => state.locale === locale).map((state) => ({ entry: item, state })),
		);
	return exportEntries(of, wanted, locale).text ?? '';
};
const codesOf = (bytes: Uint8Array, of = tracked) =>
	planImport(bytes, 'back.xlf', of).problems.map(({ code, line }) => `${code}:${line}`);
/** The present translation, accepted. */
async function withTranslation(text = translation): Promise<string> {
	const folder = await freshFolder();
	await writeFile(join(folder, entry, 'en.mdx'), text);
	const found = (await readAgain(folder)).entries.find((item) => item.entry === entry);
	if (found) await writeRecord(folder, entry, 'en', makeRecord(found.parts, found.day));
	return folder;
}
/** A package in which every unit that wants words has these. */
function filled(text: string, words: (source: Element, unit: Element) => (Element | string)[]): Element {
	const made = readXml(text);
	for (const unit of all(made, 'unit'))
		for (const segment of all(unit, 'segment')) {
			const [from] = elements(segment).filter(({ name }) => name === 'source');
			if (!from || unit.attributes['translate'] === 'no') continue;
			segment.attributes['state'] = 'translated';
			segment.children = [from, { name: 'target', attributes: {}, children: words(from, unit) }];
		}
	return made;
}
const copy = (from: Element) => structuredClone(from.children);

beforeAll(async () => {
	base = await freshFolder();
	root = await withTranslation();
	tracked = await readAgain(root);
});
afterAll(async () => {
	await rm(join(base, '..'), { recursive: true });
	await rm(join(root, '..'), { recursive: true });
});

test('a translator gets the words of the fields and of each block, markup kept apart, and the terms', () => {
	const text = exported(tracked, 'zh');
	expect(text).toBe(exported(tracked, 'zh'));
	expect(text.normalize('NFC')).toBe(text);
	const made = readXml(text);
	expect(made.attributes).toMatchObject({ version: '2.0', srcLang: 'vi', trgLang: 'zh-Hans' });
	const words = (element: Element): string =>
		element.children
			.map((child) =>
				typeof child === 'string'
					? child
					: child.name === 'ph'
						? `{${child.attributes['id'] ?? ''}}`
						: `[${words(child)}]`,
			)
			.join('');
	expect(all(made, 'unit').map((unit) => `${unit.attributes['id'] ?? ''} ${all(unit, 'source').map(words).join()}`))
		.toMatchInlineSnapshot(`
		[
		  "fields.title Khai báo "tạm trú"",
		  "fields.description Ai khai, khai ở đâu & khi nào.",
		  "fields.who Người ở lại",
		  "fields.bring.1 Hộ chiếu",
		  "fields.bring.2 Mẫu NA17: một bản",
		  "fields.fee Không mất phí",
		  "fields.time Trong ngày",
		  "fields.where Công an xã",
		  "lead.1 Đảo cách bờ {1}, xem [bản đồ] và [trang [đảo]].",
		  "part.chuan-bi.1 Chuẩn bị",
		  "part.chuan-bi.2 Điền [mẫu [NA17]] rồi nộp cho {3}.",
		  "part.chuan-bi.3 Hỏi {1} nếu cần; gọi {2}{3}vào giờ làm việc.",
		  "part.chuan-bi.4 Nhớ mang hộ chiếu, bản gốc.",
		  "part.chuan-bi.5 Nói "xin chào"",
		  "part.chuan-bi.6 Xin cho tôi gặp công an.",
		  "part.bang-gio.1 Bảng giờ",
		  "part.bang-gio.2 Giờ mở cửa",
		  "part.bang-gio.3 Ngày",
		  "part.bang-gio.4 Giờ",
		  "part.bang-gio.5 Thứ hai | thứ ba",
		  "part.bang-gio.6 8 giờ",
		  "part.bang-gio.7 Số máy",
		  "part.bang-gio.8 {1}",
		  "part.bang-gio.9 [Cổng chính]",
		  "part.bang-gio.10 Liên hệ",
		]
	`);
	expect(text).toContain(
		'<gls:term source="glossary.csv">công an xã</gls:term><gls:translation>公安</gls:translation>',
	);
	expect(text).toContain('<data id="d1">&lt;Fact id=&quot;distance&quot; /&gt;</data>');
	expect(text).toContain('disp="{24 kilometer}"');
	expect(text).toContain('disp="{公安}"');
	// Only what holds no words is there already.
	expect(all(made, 'target').map(words)).toEqual(['{1}']);
});

test('children of units and their attributes are those that XLIFF 2 allows, in its order, and ids are not repeated', async () => {
	const allowed: Readonly<Record<string, readonly string[]>> = {
		xliff: ['file'],
		file: ['notes', 'group'],
		group: ['notes', 'unit'],
		unit: ['mtc:matches', 'gls:glossary', 'notes', 'originalData', 'segment'],
		segment: ['source', 'target'],
		notes: ['note'],
		originalData: ['data'],
		'mtc:matches': ['mtc:match'],
		'mtc:match': ['source', 'target'],
		'gls:glossary': ['gls:glossEntry'],
		'gls:glossEntry': ['gls:term', 'gls:translation', 'gls:definition'],
		source: ['ph', 'pc'],
		target: ['ph', 'pc'],
		pc: ['ph', 'pc'],
	};
	const isFree = new Set(['source', 'target', 'pc', 'file', 'group']);
	const visit = (element: Element) => {
		const names = elements(element).map(({ name }) => name);
		const order = allowed[element.name] ?? [];
		expect([element.name, names.filter((name) => !order.includes(name))]).toEqual([element.name, []]);
		const places = names.map((name) => order.indexOf(name));
		if (!isFree.has(element.name)) expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(element.attributes['id'] ?? 'x').toMatch(/^[\w.-]+$/);
		for (const child of elements(element)) visit(child);
	};
	const folder = await withTranslation();
	await writeFile(join(folder, entry, 'vi.mdx'), source.replace('Nhớ mang hộ chiếu', 'Nhớ mang thị thực'));
	const made = readXml(exported(await readAgain(folder), 'en', ''));
	visit(made);
	for (const file of all(made, 'file')) {
		const ids = all(file, 'unit').map(({ attributes }) => attributes['id']);
		expect(new Set(ids).size).toBe(ids.length);
	}
	for (const unit of all(made, 'unit')) {
		const data = all(unit, 'data').map(({ attributes }) => attributes['id']);
		const codes = [...all(unit, 'ph'), ...all(unit, 'pc')].map(({ attributes }) => attributes);
		for (const { dataRef, dataRefStart, dataRefEnd } of codes)
			expect(data).toEqual(expect.arrayContaining([dataRef ?? dataRefStart, dataRef ?? dataRefEnd]));
	}
});

test('a package that comes back untouched changes nothing', () => {
	const plan = planImport(Buffer.from(exported(tracked, 'en', '')), 'back.xlf', tracked);
	expect(plan.problems).toEqual([]);
	expect(plan.entries.map(({ entry: path, outcome }) => `${path} ${outcome}`)).toEqual([
		'about/publisher unchanged',
		'living/emergency unchanged',
		'living/stay unchanged',
		'visit/island unchanged',
	]);
	expect(planImport(Buffer.from(exported(tracked, 'zh', '')), 'back.xlf', tracked)).toMatchObject({
		problems: [],
		entries: plan.entries.map(() => ({ outcome: 'empty' })),
	});
});

test('every text of the demo comes back unchanged in four languages, and takes a changed word in every unit', async () => {
	const demo = await readAgain('content');
	for (const locale of ['en', 'ru', 'ko', 'zh']) {
		const text = exported(demo, locale, '');
		const back = planImport(Buffer.from(text), 'x', demo);
		expect(back.problems).toEqual([]);
		const missing = demo.entries.filter(({ translations }) =>
			translations.some((item) => item.locale === locale && item.state === 'missing'),
		).length;
		const count = (plan: typeof back, outcome: string) =>
			plan.entries.filter((item) => item.outcome === outcome).length;
		expect([count(back, 'unchanged'), count(back, 'empty')]).toEqual([demo.entries.length - missing, missing]);
		const more = planImport(Buffer.from(text.replaceAll('</target>', ' *1* {x}</target>')), 'x', demo);
		expect([more.problems, count(more, 'written')]).toEqual([[], demo.entries.length - missing]);
	}
});

test('a first translation is laid out as its source is, with its words only', () => {
	const back = filled(exported(tracked, 'zh'), (from) => [...copy(from), '好']);
	const plan = planImport(save(back), 'back.xlf', tracked);
	expect(plan.problems).toEqual([]);
	expect(plan.entries).toMatchObject([{ outcome: 'written', isComplete: true, open: [] }]);
	expect(plan.entries[0]?.text).toMatchInlineSnapshot(`
		"---
		title: Khai báo "tạm trú"好
		description: Ai khai, khai ở đâu & khi nào.好
		who: Người ở lại好
		bring:
		  - Hộ chiếu好
		  - "Mẫu NA17: một bản好"
		fee: Không mất phí好
		time: Trong ngày好
		where: Công an xã好
		translation: human
		---

		Đảo cách bờ <Fact id="distance" />, xem **bản đồ** và [trang *đảo*](/visit/island/).好

		## Chuẩn bị好

		1. Điền **mẫu *NA17*** rồi nộp cho \`bộ phận một cửa\`.好
		2. Hỏi <Term id="desk" /> nếu cần; gọi <Fact id="police" form="short" />\\
		vào giờ làm việc.好

		> Nhớ mang hộ chiếu, bản gốc.好

		<Callout kind="tip" title="Nói &quot;xin chào&quot;好">
		Xin cho tôi gặp công an.好
		</Callout>

		## Bảng giờ好

		<Table caption="Giờ mở cửa好">

		| Ngày好 | Giờ好 |
		| --- | ---: |
		| Thứ hai \\| thứ ba好 | 8 giờ好 |
		| Số máy好 | <Fact id="police" form="short" /> |

		</Table>

		![Cổng chính](./cover.svg)好

		### Liên hệ好

		<Contact id="desk" />
		"
	`);
});

test('one changed sentence changes one line, comments and layout of the file stay', () => {
	const back = readXml(exported(tracked, 'en'));
	for (const unit of all(back, 'unit')) {
		const [target] = all(unit, 'target');
		if (target && ['fields.bring.2', 'part.bang-gio.5', 'part.chuan-bi.6'].includes(unit.attributes['id'] ?? ''))
			target.children = ['One | two & "three": #4'];
	}
	const plan = planImport(save(back), 'back.xlf', tracked);
	expect(plan.problems).toEqual([]);
	const lines = (plan.entries[0]?.text ?? '').split('\n');
	const old = translation.split('\n');
	expect(lines.length).toBe(old.length);
	expect(lines.flatMap((line, index) => (line === old[index] ? [] : [line]))).toEqual([
		`  - 'One | two & "three": #4'`,
		'  One | two & "three": #4',
		'| One \\| two & "three": #4 | 8 a.m. |',
	]);
});

test('what changed in the source comes with the difference and the old words; the rest keeps its translation', async () => {
	const folder = await withTranslation();
	await writeFile(
		join(folder, entry, 'vi.mdx'),
		source
			.replace('Nhớ mang hộ chiếu', 'Nhớ mang thị thực')
			.replace('### Liên hệ', 'Đến sớm.\n\n### Liên hệ')
			.replace("'Mẫu NA17: một bản'", "Ảnh, 'Mẫu NA17: một bản'"),
	);
	const now = await readAgain(folder);
	const made = readXml(exported(now, 'en'));
	const open = all(made, 'unit').filter((unit) =>
		all(unit, 'segment').some(({ attributes }) => attributes['state'] === 'initial'),
	);
	expect(open.map(({ attributes }) => attributes['id'])).toEqual([
		'fields.bring.2',
		'part.chuan-bi.4',
		'part.bang-gio.10',
	]);
	const [, changed] = open;
	expect(changed && printXml(changed)).toContain('Nhớ mang [-hộ chiếu-]{+thị thực+}, bản gốc.');
	expect(changed && printXml(changed)).toContain('Bring your passport, the original.');
	// Nothing is lost when only those three come back.
	for (const unit of all(made, 'unit'))
		for (const segment of all(unit, 'segment')) {
			segment.children = elements(segment).filter(({ name }) => name === 'source');
			if (open.includes(unit)) segment.children.push({ name: 'target', attributes: {}, children: ['Bring more.'] });
			segment.attributes['state'] = open.includes(unit) ? 'translated' : 'initial';
		}
	const plan = planImport(save(made), 'back.xlf', now);
	expect(plan.problems).toEqual([]);
	expect(plan.entries).toMatchObject([{ outcome: 'written', isComplete: true, count: 3 }]);
	const text = plan.entries[0]?.text ?? '';
	expect(text).toContain('  - Passport # the original\n'.replace(' # the original', ''));
	expect(text).toContain('> Bring more.');
	expect(text).toContain('![The *main* gate](./cover.svg)\n\nBring more.\n\n### Contact'.replace('*main*', 'main'));
	expect(text).toContain('**form *NA17***');
	await rm(join(folder, '..'), { recursive: true });
});

test('a translation with other blocks than its source is shown whole and kept until its part is translated', async () => {
	const folder = await withTranslation(translation.replace('> Bring your passport,\n> the original.\n\n', ''));
	const now = await readAgain(folder);
	const text = exported(now, 'en');
	expect(text).toContain('category="present-translation"');
	expect(planImport(Buffer.from(text), 'x', now)).toMatchObject({ problems: [], entries: [{ outcome: 'unchanged' }] });
	const title = readXml(text);
	const [first] = all(title, 'target');
	if (first) first.children = ['Stay'];
	const plan = planImport(save(title), 'x', now);
	expect(plan.problems).toEqual([]);
	expect(plan.entries[0]?.text).toBe(
		translation.replace('> Bring your passport,\n> the original.\n\n', '').replace('Declare your stay', 'Stay'),
	);
	await rm(join(folder, '..'), { recursive: true });
});

test('an entry with units left empty is not written, and each of them is named', () => {
	const back = filled(exported(tracked, 'zh'), (from) => copy(from));
	for (const unit of all(back, 'unit'))
		if (unit.attributes['id'] === 'lead.1' || unit.attributes['id'] === 'fields.fee')
			for (const segment of all(unit, 'segment')) segment.children = all(segment, 'source');
	const plan = planImport(save(back), 'back.xlf', tracked);
	expect(plan.entries).toMatchObject([{ outcome: 'refused', text: undefined }]);
	expect(plan.problems.map(({ code, say }) => `${code} ${say.en}`)).toEqual([
		'package/missing living/stay, unit `fields.fee`: `Không mất phí` is not translated. Translate it and import again.',
		expect.stringContaining('unit `lead.1`'),
	]);
});

test('units that are not marked as done are put in, and named', () => {
	const back = filled(exported(tracked, 'zh'), (from) => copy(from));
	for (const segment of all(back, 'segment').slice(0, 2)) delete segment.attributes['state'];
	expect(planImport(save(back), 'x', tracked).entries).toMatchObject([
		{ outcome: 'written', open: ['fields.title', 'fields.description'], isComplete: false },
	]);
});

test('a machine’s draft becomes a person’s translation when every unit is marked as done', async () => {
	const folder = await withTranslation(translation.replace('translation: human', 'translation: machine-draft'));
	const now = await readAgain(folder);
	const text = exported(now, 'en');
	expect(planImport(Buffer.from(text), 'x', now).entries).toMatchObject([{ outcome: 'unchanged' }]);
	const done = Buffer.from(text.replaceAll('state="initial"', 'state="final"'));
	expect(planImport(done, 'x', now).entries[0]?.text).toBe(translation);
	await rm(join(folder, '..'), { recursive: true });
});

test('sentences split by a program are joined, with what stands between them', () => {
	const text = exported(tracked, 'zh');
	const split = (ignorable: string, second: string) =>
		Buffer.from(
			printXml(filled(text, (from) => copy(from))).replace(
				/<segment id="s1" state="translated"><source xml:lang="vi">Không mất phí<\/source>.*?<\/segment>/s,
				`<segment state="final"><source>Không</source><target>免</target></segment>${ignorable}<segment state="final"><source>mất phí</source>${second}</segment>`,
			),
		);
	const fee = (bytes: Uint8Array) => /^fee: (.*)$/m.exec(planImport(bytes, 'x', tracked).entries[0]?.text ?? '')?.[1];
	const space = '<ignorable><source> </source></ignorable>';
	expect(fee(split(space, '<target>费</target>'))).toBe('免费');
	expect(fee(split(space, '<target>fei</target>'))).toBe('免 fei');
	expect(fee(split('<ignorable><source> </source><target>-</target></ignorable>', '<target>费</target>'))).toBe(
		'免-费',
	);
	expect(
		fee(
			split(space, '<target order="1">费</target>').toString().includes('x')
				? split(space, '<target/>')
				: new Uint8Array(),
		),
	).toBe('免');
	expect(codesOf(split(space, ''))).toEqual([expect.stringContaining('package/half')]);
	expect(codesOf(split(space, '<target order="1">费</target>'))).toEqual([expect.stringContaining('package/order')]);
	expect(codesOf(split(space, '<target>费<cp hex="110000"/></target>'))).toEqual([
		expect.stringContaining('package/letter'),
	]);
	expect(codesOf(split(space, '<target>费<b>!</b></target>'))).toEqual([expect.stringContaining('package/inline')]);
	expect(fee(split(space, '<target><cp hex="8D39"/></target>'))).toBe('免费');
});

test.each<[string, (unit: string) => string, string]>([
	['a lost code', (unit) => unit.replace(/(<target.*?)<ph id="1"[^>]*>(?:<\/ph>)?/s, '$1'), 'package/code-lost'],
	[
		'a code twice',
		(unit) => unit.replace(/(<target.*?)(<ph id="1"[^>]*>(?:<\/ph>)?)/s, '$1$2$2'),
		'package/code-twice',
	],
	[
		'an unknown code',
		(unit) => unit.replace(/(<target.*?)<ph id="1" dataRef="d1"/s, '$1<ph id="77"'),
		'package/code-unknown',
	],
	['a code of another kind', (unit) => unit.replace(/(<target.*?)<ph id="1"/s, '$1<ph id="2"'), 'package/code-unknown'],
	['an end without its start', (unit) => unit.replace(/(<target[^>]*>)/, '$1<ec startRef="2"/>'), 'package/code-order'],
	['a start without its end', (unit) => unit.replace(/(<target[^>]*>)/, '$1<sc id="2"/>'), 'package/code-order'],
	['source words that were changed', (unit) => unit.replace('Đảo cách bờ', 'Đảo xa bờ'), 'package/source'],
	['words of an older source', (unit) => unit.replace(/nc:hash="\w+"/, 'nc:hash="0123456789abcdef"'), 'package/source'],
	[
		'a unit that the source does not have',
		(unit) => unit.replace(/id="lead.1"/, 'id="lead.9"').replace(/nc:hash="\w+"/, 'nc:hash="0123456789abcdef"'),
		'package/unit',
	],
])('%s is refused by unit, with its line', (_, change, code) => {
	const text = exported(tracked, 'en').replace('The island is', 'This island is');
	const unit = /<unit id="lead\.1"[^]*?<\/unit>/.exec(text)?.[0] ?? '';
	const bytes = Buffer.from(text.replace(unit, change(unit)));
	expect(change(unit)).not.toBe(unit);
	const line = text.slice(0, text.indexOf(unit)).split('\n').length;
	const { problems, entries } = planImport(bytes, 'back.xlf', tracked);
	expect(problems[0]).toMatchObject({ file: 'back.xlf', line, code });
	expect(problems[0]?.say.vi).toContain('đoạn');
	expect(entries).toMatchObject([{ outcome: 'refused', text: undefined }]);
});

test('the same unit twice is refused unless both say the same', () => {
	const text = exported(tracked, 'en').replace('The island is', 'This island is');
	const unit = /<unit id="lead\.1"[^]*?<\/unit>\n/.exec(text)?.[0] ?? '';
	expect(codesOf(Buffer.from(text.replace(unit, unit + unit)))).toEqual([]);
	expect(codesOf(Buffer.from(text.replace(unit, unit + unit.replace('This island', 'That island'))))).toEqual([
		expect.stringContaining('package/unit-twice'),
	]);
});

test('a paragraph set before others in the source does not cost their translations', async () => {
	const text = printXml(filled(exported(tracked, 'zh'), (from) => [...copy(from), '好']));
	await writeFile(join(base, entry, 'vi.mdx'), source.replace('## Bảng giờ\n', '## Bảng giờ\n\nMột câu mới.\n'));
	const { problems } = planImport(Buffer.from(text), 'x', await readAgain(base));
	expect(problems.map(({ code, say }) => `${code} ${say.en}`)).toEqual([
		'package/missing living/stay, unit `part.bang-gio.2`: `Một câu mới.` is not translated. Translate it and import again.',
	]);
});

const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(10)}">]><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0">&b;</xliff>`;
const whole = (inside: string, attributes = 'version="2.0" srcLang="vi" trgLang="en"') =>
	`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${attributes}>${inside}</xliff>`;
test.each<[string, string | Uint8Array, string]>([
	['an empty file', '', 'package/xml:1'],
	['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), 'package/encoding:1'],
	['another encoding', '<?xml version="1.0" encoding="windows-1258"?>\n<xliff/>', 'package/encoding:1'],
	[
		'half a file',
		'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"\nversion="2.0" srcLang="vi" trgLang="en"><file id="a">',
		'package/xml:2',
	],
	['an unknown entity', whole('\n&nbsp;'), 'package/xml:2'],
	['entities that grow', bomb, 'package/doctype:1'],
	['a page', '<html/>', 'package/not-xliff:1'],
	['XLIFF 1.2', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', 'package/version:1'],
	['another language', whole('', 'version="2.0" srcLang="vi" trgLang="fr"'), 'package/language:1'],
	['the source as target', whole('', 'version="2.0" srcLang="vi" trgLang="vi"'), 'package/language:1'],
	['another source', whole('', 'version="2.0" srcLang="en" trgLang="en"'), 'package/language:1'],
	['no target language', whole('', 'version="2.0" srcLang="vi"'), 'package/no-target-language:1'],
	[
		'an unknown entry',
		whole('\n<file id="a" original="../../etc/passwd/vi.mdx"><unit id="x"/></file>'),
		'package/entry:2',
	],
	['tags without end', whole('<a>'.repeat(500) + '</a>'.repeat(500)), 'package/depth:1'],
	['a file too large', new Uint8Array(maxPackageBytes + 1), 'package/too-large:1'],
])('%s is refused with words in two languages', (_, file, code) => {
	const bytes = typeof file === 'string' ? Buffer.from(file) : file;
	expect(codesOf(bytes)).toEqual([code]);
	for (const { say } of planImport(bytes, 'x', tracked).problems) {
		expect(say.vi).toMatch(/[ệộáàôơ]/);
		expect(`${say.vi} ${say.en}`).not.toMatch(/saxes|undefined|\[object/);
	}
});

test('a tag with a region still names the language; another script does not', () => {
	const text = exported(tracked, 'en');
	expect(codesOf(Buffer.from(text.replace('trgLang="en"', 'trgLang="en-GB"')))).toEqual([]);
	expect(codesOf(Buffer.from(exported(tracked, 'zh').replace('trgLang="zh-Hans"', 'trgLang="zh-Hant"')))).toEqual([
		'package/language:1',
	]);
});

test('whatever a program does to a file that it understands, the words come back as they were put in', () => {
	const texts = ['en', 'zh'].map((locale) =>
		filled(exported(tracked, locale, ''), (from) => ['Aa ', ...copy(from), ' 好。Bb']),
	);
	const plain = texts.map((made) => planImport(save(made), 'x', tracked));
	for (const plan of plain) expect(plan.problems).toEqual([]);
	fc.assert(
		fc.property(choices, fc.nat(1), (chosen, which) => {
			const back = planImport(
				workOver(texts[which] ?? { name: '', attributes: {}, children: [] }, chosen),
				'x',
				tracked,
			);
			expect(back.problems).toEqual([]);
			const byEntry = (plan: typeof back) => [...plan.entries].sort((a, b) => (a.entry < b.entry ? -1 : 1));
			expect(byEntry(back)).toEqual(byEntry(plain[which] ?? back));
		}),
		{ numRuns: 100 },
	);
});

test('whatever a translator writes around the codes is printed as written', () => {
	const scrap = fc.oneof(
		{
			weight: 3,
			arbitrary: fc.constantFrom(
				'*',
				'**',
				'_',
				'~',
				'~~',
				'`',
				'[',
				']',
				'(x)',
				'<b>',
				'{x}',
				'&amp;',
				'&',
				'|',
				'\\',
				'!',
			),
		},
		{
			weight: 2,
			arbitrary: fc.constantFrom(
				'# ',
				'1. ',
				'2) ',
				'- ',
				'+ ',
				'> ',
				'---',
				'===',
				'~~~',
				'import a',
				'export ',
				':::',
			),
		},
		{
			weight: 2,
			arbitrary: fc.constantFrom(
				' https://a.vn/_b?c=1&d=~2 ',
				' a@b.vn ',
				'từ',
				'는',
				'好',
				' ',
				'  ',
				'.',
				'"',
				"'",
				': ',
				'\n',
			),
		},
		{ weight: 1, arbitrary: fc.string({ unit: 'grapheme-composite', maxLength: 3 }) },
	);
	const words = fc.array(scrap, { maxLength: 4 }).map((list) => list.join(''));
	const text = exported(tracked, 'zh');
	fc.assert(
		fc.property(fc.array(words, { minLength: 3, maxLength: 9 }), (drawn) => {
			let used = 0;
			const next = () => drawn[used++ % drawn.length] ?? '';
			const around = (children: (Element | string)[]): (Element | string)[] =>
				children.flatMap((child) =>
					typeof child === 'string'
						? [next()]
						: [{ ...child, children: child.name === 'pc' ? ['a', ...around(child.children), 'b'] : [] }, next()],
				);
			const back = filled(text, (from) => ['a', ...around(from.children), 'b']);
			const { problems, entries } = planImport(save(back), 'x', tracked);
			expect(problems).toEqual([]);
			const typed = entries[0]?.text ?? '';
			const { markdown } = readText('zh.mdx', typed);
			const { parts } = takeApart(typed, markdown ?? { type: 'root', children: [] });
			const line = (children: readonly (Element | string)[]): string =>
				children.map((child) => (typeof child === 'string' ? child : line(child.children))).join('');
			const plain = (letters: string) => letters.normalize('NFC').replace(/[ \t\r\n]+/g, '');
			const wanted = all(back, 'unit')
				.filter(({ attributes }) => !attributes['id']?.startsWith('fields.'))
				.map((unit) =>
					plain(
						all(unit, 'target')
							.map(({ children }) => line(children))
							.join(''),
					),
				);
			const got = parts.flatMap(({ slots }) =>
				slots.map(({ pieces, codes }) =>
					plain(
						pieces
							.map(
								(piece) =>
									piece.text ?? (codes.get(piece.code)?.kind === 'address' ? (codes.get(piece.code)?.value ?? '') : ''),
							)
							.join(''),
					),
				),
			);
			// The cell that holds a number alone is not the translator's.
			expect(got.filter((letters) => letters !== '')).toEqual(wanted.filter((letters) => letters !== ''));
		}),
		{ numRuns: 200 },
	);
});

test('whatever is damaged in a file, reading it never fails in another way than by refusing', () => {
	const text = printXml(filled(exported(tracked, 'en'), (from) => [...copy(from), '!']));
	const bytes = Buffer.from(text);
	const check = (damaged: Uint8Array) => {
		const { problems, entries } = planImport(damaged, 'back.xlf', tracked);
		for (const { line, column, say } of problems) {
			expect(line).toBeGreaterThanOrEqual(1);
			expect(column).toBeGreaterThanOrEqual(1);
			expect(say.vi && say.en).toBeTruthy();
		}
		for (const { outcome, text: written } of entries) expect(outcome === 'written').toBe(written !== undefined);
	};
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), (hits) => {
			const damaged = Uint8Array.from(bytes);
			for (const [at, value] of hits) damaged[at] = value;
			check(damaged);
		}),
	);
	fc.assert(
		fc.property(
			fc.nat(text.length),
			fc.nat(200),
			fc.constantFrom('', '<', '</unit>', '<ph id="1"/>', '<segment>', '&#0;', ']]>', '<!--', '<?x?>', '<ec/>'),
			(at, length, put) => {
				check(Buffer.from(text.slice(0, at) + put + text.slice(at + length)));
			},
		),
	);
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => check(junk)));
});
