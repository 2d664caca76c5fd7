import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nearest } from '#checks/shape.ts';
import { languageName } from '#language/script.ts';
import { buildDay } from '#loaders/build-day.ts';
import { readContentFolder, type ContentFolder } from '#loaders/content-folder.ts';
import { readSettings } from '#loaders/settings.ts';
import { shapeContent, type Content } from '#schema/content.ts';
import { kinds, type Kind } from '#schema/entry.ts';
import { day } from '#schema/primitives.ts';
import { sections, type Section, type SiteConfig } from '#schema/site.ts';
import { foldToId } from '#schema/parts.ts';
import { helpOr } from './arguments.ts';
import { BuildFailure, run } from './failure.ts';
import {
	commandLine,
	inVietnamese,
	missingRefusal,
	oneLine,
	openAsker,
	refusal,
	shownPath,
	type Asker,
	type Question,
	type Say,
} from './questions.ts';
import {
	kindsIn,
	kindTitles,
	newEntry,
	newTranslation,
	registersNeeded,
	type Known,
	type Register,
} from './templates.ts';

const sectionTitles: Readonly<Record<Section, string>> = {
	congress: 'đại hội',
	invest: 'đầu tư',
	visit: 'du lịch',
	living: 'sinh sống',
	about: 'giới thiệu, tin',
};
const registerFiles: Readonly<Record<Register, string>> = {
	facts: 'facts.yaml',
	documents: 'documents.yaml',
	terms: 'glossary.csv',
	contacts: 'site.yaml (contacts)',
	congresses: 'site.yaml (congresses)',
	entries: '…',
};
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const { values, positionals } = helpOr(
	{ kind: { type: 'string' }, title: { type: 'string' }, date: { type: 'string' }, locale: { type: 'string' } },
	{
		vi: `npm run new -- <mục>/<tên-thư-mục> [--kind <loại>] [--title "Tên bài"] [--date 2026-02-28]
npm run new -- congress/<giai-đoạn>/<tên-thư-mục> …
  Tạo một bài mới: thư mục với vi.mdx có lời giải thích trên từng trường. Bài là bản nháp, chưa được công bố.
  Mục: ${sections.join(', ')}. Thiếu điều gì thì lệnh hỏi (khi chạy ở cửa sổ lệnh).
npm run new -- <đường dẫn của bài> --locale ko
  Chuẩn bị một bản dịch của bài đã có, với lời của bản gốc để thay dần. Chưa được công bố cho đến khi sửa dòng translation.`,
		en: `npm run new -- <section>/<folder> [--kind <kind>] [--title "Title"] [--date 2026-02-28]
npm run new -- congress/<phase>/<folder> …
  Makes an entry: a folder with a vi.mdx that explains every field. It is a draft and is not published.
  Sections: ${sections.join(', ')}. What is missing is asked (on a terminal).
npm run new -- <path of the entry> --locale ko
  Prepares a translation of an entry, with the words of the source to be replaced. Not published until its line “translation” is changed.`,
	},
	true,
);

const option = (name: string): string | undefined => {
	const value = values[name];
	return typeof value === 'string' ? oneLine(value) : undefined;
};

/** Path of an entry as its parts; what is not given yet is undefined. */
interface Target {
	readonly section: Section | undefined;
	readonly phase: string | undefined;
	readonly slug: string | undefined;
}

/** What is wrong with a folder name; undefined when it is right. */
function judgeSlug(slug: string): Say | undefined {
	if (slugForm.test(slug)) return undefined;
	const meant = foldToId(slug);
	return {
		vi: `Tên thư mục \`${slug}\` phải là chữ thường không dấu, số và gạch nối${meant ? `. Có thể dùng: ${meant}` : ', ví dụ opening-session'}.`,
		en: `The folder name \`${slug}\` must be lower-case letters without marks, digits and hyphens${meant ? `. You can use: ${meant}` : ', such as opening-session'}.`,
	};
}

const judgeDay = (text: string): Say | undefined =>
	day.safeParse(text).success
		? undefined
		: {
				vi: `\`${text}\` không phải một ngày có thật viết theo thứ tự năm-tháng-ngày. Ví dụ: 2026-02-28.`,
				en: `\`${text}\` is not a real date written as year-month-day. Example: 2026-02-28.`,
			};

/** Takes the path on the command line apart and judges each part of it. */
function targetOf(typed: string | undefined, site: SiteConfig, folderName: string): Target {
	// An editor may have completed the path of the folder with the Tab key.
	const parts = oneLine(typed ?? '')
		.split(/[/\\]/)
		.filter((part) => part !== '' && part !== '.');
	if (parts[0] === folderName) parts.shift();
	const [first, ...rest] = parts;
	const section = sections.find((name) => name === first);
	if (first !== undefined && section === undefined) {
		const meant = nearest(first, sections);
		throw refusal({
			vi: `Không có mục \`${first}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các mục: ${sections.map((name) => `${name} (${sectionTitles[name]})`).join(', ')}.`,
			en: `There is no section \`${first}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Sections: ${sections.join(', ')}.`,
		});
	}
	const phase = section === 'congress' ? rest.shift() : undefined;
	if (phase !== undefined) judgePhase(phase, site);
	if (rest.length > 1)
		throw refusal({
			vi: `Đường dẫn \`${parts.join('/')}\` có quá nhiều phần. Viết: ${section === 'congress' ? 'congress/<giai-đoạn>/<tên-thư-mục>' : `${section}/<tên-thư-mục>`}.`,
			en: `The path \`${parts.join('/')}\` has too many parts. Write: ${section === 'congress' ? 'congress/<phase>/<folder>' : `${section}/<folder>`}.`,
		});
	const [slug] = rest;
	const fault = slug === undefined ? undefined : judgeSlug(slug);
	if (fault) throw refusal(fault);
	return { section, phase, slug };
}

function judgePhase(phase: string, site: SiteConfig): void {
	const phases = site.phases.map(({ id }) => id);
	if (phases.includes(phase)) return;
	if (phases.length === 0)
		throw refusal({
			vi: 'site.yaml chưa có giai đoạn nào (phases), nên chưa thêm được bài về đại hội. Thêm phases và congresses vào site.yaml trước.',
			en: 'site.yaml has no phases, so there is no place for a text about a congress. Add phases and congresses to site.yaml first.',
		});
	const meant = nearest(phase, phases);
	throw refusal({
		vi: `Không có giai đoạn \`${phase}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các giai đoạn trong site.yaml: ${phases.join(', ')}. Viết: congress/${meant ?? phases[0]}/<tên-thư-mục>.`,
		en: `There is no phase \`${phase}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Phases in site.yaml: ${phases.join(', ')}. Write: congress/${meant ?? phases[0]}/<folder>.`,
	});
}

function judgeKind(typed: string, section: Section): Kind {
	const allowed = kindsIn(section);
	const kind = allowed.find((name) => name === typed);
	if (kind) return kind;
	const meant = nearest(typed, allowed);
	const isKnown = Object.hasOwn(kinds, typed);
	throw refusal({
		vi: `${isKnown ? `Loại \`${typed}\` không đặt được trong mục \`${section}\`.` : `Không có loại \`${typed}\`.`}${meant ? ` Có phải \`${meant}\`?` : ''} Các loại ở đây: ${allowed.map((name) => `${name} (${kindTitles[name]})`).join(', ')}.`,
		en: `${isKnown ? `The kind \`${typed}\` has no place in the section \`${section}\`.` : `There is no kind \`${typed}\`.`}${meant ? ` Did you mean \`${meant}\`?` : ''} Kinds here: ${allowed.join(', ')}.`,
	});
}

/** Writes a new file into a place where nothing is; what was begun is taken away when it fails. */
async function writeNew(folder: string, file: string, text: string, isNewFolder: boolean): Promise<void> {
	const path = join(folder, file);
	try {
		if (isNewFolder) {
			await mkdir(join(folder, '..'), { recursive: true });
			await mkdir(folder);
		}
		await writeFile(path, text, { flag: 'wx' });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') throw existsRefusal(isNewFolder ? folder : path);
		if (isNewFolder) await rm(folder, { recursive: true, force: true });
		throw refusal({
			vi: `Không ghi được ${shownPath(path)} (${code ?? String(error)}). Kiểm tra quyền ghi và chỗ trống trên đĩa.`,
			en: `${shownPath(path)} could not be written (${code ?? String(error)}). Check the permissions and the free space of the disk.`,
		});
	}
}

const existsRefusal = (path: string): BuildFailure =>
	refusal({
		vi: `Đã có ${shownPath(path)}; lệnh này không ghi đè. Chọn tên khác, hoặc mở tệp đã có để sửa.`,
		en: `${shownPath(path)} is there already; this command overwrites nothing. Choose another name, or open what is there.`,
	});

const isThere = (path: string) =>
	stat(path).then(
		() => true,
		() => false,
	);

/** Folder of an entry. */
const placeOf = (contentDir: string, { section, phase, slug }: Target) =>
	join(contentDir, ...[section, phase, slug].filter((part) => part !== undefined));

async function judgePlace(folder: string): Promise<void> {
	if (await isThere(folder)) throw existsRefusal(folder);
}

async function read(contentDir: string): Promise<{ folder: ContentFolder; content: Content }> {
	const shown = shownPath(contentDir);
	const folder = await readContentFolder(contentDir).catch(() => {
		throw refusal({
			vi: `Không có thư mục nội dung \`${shown}\`. Tạo bằng: ${commandLine('init', [shown], '')}, hoặc sửa CONTENT_DIR.`,
			en: `There is no content folder \`${shown}\`. Make it with: ${commandLine('init', [shown], '')}, or correct CONTENT_DIR.`,
		});
	});
	const { content } = shapeContent(folder);
	if (!content)
		throw refusal({
			vi: `${shown}/site.yaml chưa đúng hoặc chưa có. Chạy npm run check và sửa các lỗi của tệp ấy trước.`,
			en: `${shown}/site.yaml is missing or not right. Run npm run check and mend the errors of that file first.`,
		});
	return { folder, content };
}

const choicesOf = (names: readonly string[], titleOf: (name: string) => string) =>
	new Map(names.map((name) => [name, titleOf(name)]));

async function prepareEntry(contentDir: string, content: Content, asker: Asker | undefined): Promise<void> {
	const { site } = content;
	const given = targetOf(positionals[0], site, basename(contentDir));
	const phases = site.phases.map(({ id }) => id);
	if (given.section === 'congress' && phases.length === 0) judgePhase('', site);
	const kindGiven = option('kind');
	const [titleGiven, dateGiven] = [option('title') || undefined, option('date')];
	const dateFault = dateGiven === undefined ? undefined : judgeDay(dateGiven);
	if (dateFault) throw refusal(dateFault);
	const isWhole = given.slug !== undefined && (given.section !== 'congress' || given.phase !== undefined);
	if (isWhole) await judgePlace(placeOf(contentDir, given));
	const kindJudged = kindGiven !== undefined && given.section ? judgeKind(kindGiven, given.section) : undefined;

	const missing: Say[] = [];
	if (!given.section) missing.push({ vi: `mục (${sections.join(', ')})`, en: `the section (${sections.join(', ')})` });
	if (given.section === 'congress' && !given.phase)
		missing.push({ vi: `giai đoạn (${phases.join(', ')})`, en: `the phase (${phases.join(', ')})` });
	if (!given.slug) missing.push({ vi: 'tên thư mục', en: 'the name of the folder' });
	if (kindGiven === undefined) {
		const allowed = given.section ? kindsIn(given.section) : undefined;
		missing.push({
			vi: `loại bài --kind${allowed ? ` (${allowed.map((name) => `${name}: ${kindTitles[name]}`).join(', ')})` : ''}`,
			en: `the kind of text, --kind${allowed ? ` (${allowed.join(', ')})` : ''}`,
		});
	}
	if (titleGiven === undefined) missing.push({ vi: 'tên bài --title', en: 'the title, --title' });
	if (missing.length > 0 && !asker) {
		const section = given.section ?? 'visit';
		const path = [
			section,
			...(section === 'congress' ? [given.phase ?? phases[0] ?? ''] : []),
			given.slug ?? 'ten-bai',
		];
		throw missingRefusal(
			missing,
			commandLine('new', [
				path.join('/'),
				'--kind',
				kindGiven ?? kindsIn(section)[0] ?? 'guide',
				'--title',
				titleGiven ?? 'Tên bài',
				...(dateGiven === undefined ? [] : ['--date', dateGiven]),
			]),
		);
	}

	const ask = async (question: Question): Promise<string> => {
		if (!asker) throw new Error('Nobody is there to answer.');
		return asker.ask(question);
	};
	const available = sections.filter((name) => name !== 'congress' || phases.length > 0);
	const section =
		given.section ??
		((await ask({
			say: { vi: 'Bài thuộc mục nào?', en: 'Which section?' },
			choices: choicesOf(available, (name) => sectionTitles[name as Section]),
		})) as Section);
	const phase =
		section === 'congress'
			? (given.phase ??
				(await ask({
					say: { vi: 'Giai đoạn nào của đại hội?', en: 'Which phase of the congress?' },
					choices: choicesOf(
						phases,
						(name) => site.phases.find(({ id }) => id === name)?.title[site.locales[0]?.locale ?? 'vi'] ?? name,
					),
				})))
			: undefined;
	const title = titleGiven ?? (await ask({ say: { vi: 'Tên bài, bằng tiếng Việt?', en: 'Title, in Vietnamese?' } }));
	const slug =
		given.slug ??
		(await ask({
			say: {
				vi: 'Tên thư mục, cũng là địa chỉ của trang (nên viết bằng từ tiếng Anh, ví dụ central-market)?',
				en: 'Name of the folder, also the address of the page (English words, such as central-market)?',
			},
			otherwise: foldToId(title) || undefined,
			judge: judgeSlug,
		}));
	const folder = placeOf(contentDir, { section, phase, slug });
	if (!isWhole) await judgePlace(folder);
	const kind =
		kindJudged ??
		judgeKind(
			kindGiven ??
				(await ask({
					say: { vi: 'Loại bài nào?', en: 'Which kind of text?' },
					choices: choicesOf(kindsIn(section), (name) => kindTitles[name as Kind]),
				})),
			section,
		);

	const known: Known = {
		level: site.publisher.level,
		centre: site.map?.centre,
		ids: {
			facts: [...content.facts.keys()],
			documents: [...content.documents.keys()],
			terms: [...content.glossary.keys()],
			contacts: site.contacts.map(({ id }) => id),
			congresses: site.congresses.map(({ id }) => id),
			entries: content.entries.map((entry) => entry.path),
		},
	};
	for (const register of registersNeeded(kind))
		if (known.ids[register].length === 0)
			throw refusal({
				vi: `Loại \`${kind}\` (${kindTitles[kind]}) cần ít nhất một mục trong ${registerFiles[register]}, mà ở đó chưa có mục nào dùng được. Thêm vào đó trước rồi chạy lại.`,
				en: `The kind \`${kind}\` needs a record in ${registerFiles[register]}, and there is none that can be used. Add one there first, then run this again.`,
			});
	const today = buildDayOf(site.zone);
	const date =
		dateGiven ??
		(asker
			? await ask({
					say: { vi: 'Ngày công bố (năm-tháng-ngày)?', en: 'Day of publication (year-month-day)?' },
					otherwise: today,
					judge: judgeDay,
				})
			: today);
	await writeNew(
		folder,
		`${site.locales[0]?.locale ?? 'vi'}.mdx`,
		newEntry({ section, kind, title, date }, known),
		true,
	);
	const file = shownPath(join(folder, `${site.locales[0]?.locale ?? 'vi'}.mdx`));
	console.log(
		[
			'',
			`Đã tạo ${file} (bản nháp, chưa được công bố). Việc tiếp theo:`,
			`  1. Mở tệp, thay mọi chỗ ghi “Viết ở đây”, xem lại các giá trị đã điền sẵn.`,
			`  2. Kiểm tra: ${commandLine('check')}`,
			`  3. Xem thử: ${commandLine('dev')}; khi đã duyệt, đổi status: draft thành status: approved.`,
			'',
			`Made ${file} (a draft, not published). Next: replace what says “Viết ở đây” (write here) and look over the values filled in; check; preview; when it is approved, change status: draft to status: approved.`,
		].join('\n'),
	);
}

function buildDayOf(zone: string): string {
	try {
		return buildDay(zone);
	} catch (error) {
		throw new BuildFailure((error as Error).message);
	}
}

async function prepareTranslation(
	contentDir: string,
	{ folder, content }: { folder: ContentFolder; content: Content },
	locale: string,
): Promise<void> {
	const { site } = content;
	const [sourceLocale = 'vi'] = site.locales.map((item) => item.locale);
	const surplus = ['kind', 'title', 'date'].filter((name) => values[name] !== undefined);
	if (surplus.length > 0)
		throw refusal({
			vi: `Cùng với --locale không dùng --${surplus.join(', --')}: bản dịch lấy mọi thứ từ ${sourceLocale}.mdx.`,
			en: `--${surplus.join(', --')} cannot be used with --locale: a translation takes everything from ${sourceLocale}.mdx.`,
		});
	const target = targetOf(positionals[0], site, basename(contentDir));
	const { section, phase, slug } = target;
	if (section === undefined || slug === undefined)
		throw missingRefusal(
			[{ vi: 'đường dẫn của bài', en: 'the path of the entry' }],
			commandLine('new', [content.entries[0]?.path ?? 'visit/ten-bai', '--locale', locale]),
		);
	const path = [section, ...(phase === undefined ? [] : [phase]), slug].join('/');
	const names = site.locales.slice(1).map((item) => ({
		locale: item.locale,
		vi: inVietnamese(item.tag),
		en: languageName('en', item.tag),
	}));
	if (locale === sourceLocale)
		throw refusal({
			vi: `\`${locale}\` là ngôn ngữ của bản gốc, không phải bản dịch. Các ngôn ngữ dịch: ${names.map((item) => item.locale).join(', ')}.`,
			en: `\`${locale}\` is the language of the source, not of a translation. Translations: ${names.map((item) => item.locale).join(', ')}.`,
		});
	if (!names.some((item) => item.locale === locale))
		throw refusal({
			vi: `\`${locale}\` không phải mã ngôn ngữ của trang này. Các mã: ${names.map((item) => `${item.locale} (${item.vi})`).join(', ')}.`,
			en: `\`${locale}\` is not a language of this site. Codes: ${names.map((item) => `${item.locale} (${item.en})`).join(', ')}.`,
		});
	const place = join(contentDir, ...path.split('/'));
	if (await isThere(join(place, `${locale}.mdx`))) throw existsRefusal(join(place, `${locale}.mdx`));
	const entry = content.entries.find((item) => item.path === path);
	if (!entry) {
		const isEntry = folder.entries.some((item) => item.path === path);
		const meant = nearest(
			path,
			content.entries.map((item) => item.path),
		);
		throw refusal(
			isEntry
				? {
						vi: `Bài \`${path}\` chưa có ${sourceLocale}.mdx đúng. Chạy npm run check và sửa các lỗi của bài trước khi dịch.`,
						en: `The entry \`${path}\` has no right ${sourceLocale}.mdx yet. Run npm run check and mend its errors before it is translated.`,
					}
				: {
						vi: `Không có bài \`${path}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Sửa đường dẫn, hoặc tạo bài trước: ${commandLine('new', [path])}`,
						en: `There is no entry \`${path}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Correct the path, or make the entry first.`,
					},
		);
	}
	const sourceText = (folder.typed.get(`${path}/${sourceLocale}.mdx`) ?? '').normalize('NFC');
	const body = sourceText.replace(/^---[ \t]*\n[\s\S]*?\n?---[ \t]*(?:\n|$)/, '');
	const words = entry.texts.get(sourceLocale)?.words ?? {};
	await writeNew(
		place,
		`${locale}.mdx`,
		newTranslation(entry.source.kind, { ...words }, body, sourceLocale, buildDayOf(site.zone)),
		false,
	);
	const file = shownPath(join(place, `${locale}.mdx`));
	const name = names.find((item) => item.locale === locale);
	console.log(
		[
			`Đã tạo ${file}, bản dịch sang ${name?.vi ?? locale}. Lời trong tệp còn là lời của bản gốc:`,
			`  1. Thay lời ở các trường và trong bài bằng bản dịch; giữ số tiêu đề ##, các thẻ <…> và mã trong thẻ.`,
			`  2. Dịch xong, đổi translation: machine-draft thành human hoặc machine-edited. Trước đó bản này không được công bố.`,
			`  3. Kiểm tra: ${commandLine('check')}`,
			'',
			`Made ${file}, for the translation into ${name?.en ?? locale}. Its words are still those of the source: replace them in the fields and in the text, keep the ## headings, the tags <…> and their ids, then change translation: machine-draft to human or machine-edited. It is not published before.`,
		].join('\n'),
	);
}

await run(async () => {
	const { contentDir } = readSettings();
	if (positionals.length > 1)
		throw refusal({
			vi: `Chỉ một đường dẫn mỗi lần; ở đây có: ${positionals.join('  ')}. Tên bài có dấu cách phải đặt trong ngoặc kép: --title "Tên bài".`,
			en: `One path at a time; here are: ${positionals.join('  ')}. A title with spaces needs quotes: --title "Title".`,
		});
	const found = await read(contentDir);
	const locale = option('locale');
	if (locale !== undefined) return prepareTranslation(contentDir, found, locale);
	const asker = openAsker();
	try {
		await prepareEntry(contentDir, found.content, asker);
	} finally {
		asker?.close();
	}
});
