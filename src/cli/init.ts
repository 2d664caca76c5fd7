import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { languageName } from '#language/script.ts';
import { buildDay } from '#loaders/build-day.ts';
import { readSettings } from '#loaders/settings.ts';
import { day, level as levelSchema, type Level } from '#schema/primitives.ts';
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
	type Say,
} from './questions.ts';
import { newSite, type SiteAnswers } from './templates.ts';

const levelTitles: Readonly<Record<Level, string>> = {
	central: 'trung ương',
	province: 'tỉnh, thành phố',
	ward: 'phường, xã, đặc khu',
};

const { values, positionals } = helpOr(
	{
		name: { type: 'string' },
		place: { type: 'string' },
		publisher: { type: 'string' },
		level: { type: 'string' },
		locales: { type: 'string' },
		congress: { type: 'string' },
		'congress-days': { type: 'string' },
		yes: { type: 'boolean' },
	},
	{
		vi: `npm run init -- <thư mục> [--name "Tên trang"] [--place "Nơi"] [--publisher "Cơ quan"] [--level ward] [--locales vi,en]
               [--congress "Tên kỳ đại hội"] [--congress-days 2030-01-19/2030-01-23] [--yes]
  Tạo một thư mục nội dung nhỏ, đúng và tạo trang được ngay, cho địa phương khác. Thiếu điều gì thì lệnh hỏi (khi chạy ở cửa sổ lệnh);
  --yes: không hỏi, dùng giá trị mẫu. Không ghi vào thư mục đã có tệp.`,
		en: `npm run init -- <folder> [--name "Name"] [--place "Place"] [--publisher "Body"] [--level ward] [--locales vi,en]
               [--congress "Congress"] [--congress-days 2030-01-19/2030-01-23] [--yes]
  Makes a small right content folder for another locality, ready to build. What is missing is asked (on a terminal);
  --yes: asks nothing and takes sample values. Never writes into a folder that has files.`,
	},
	true,
);

const option = (name: string): string | undefined => {
	const value = values[name];
	return (typeof value === 'string' && oneLine(value)) || undefined;
};

function judgeLevel(text: string): Say | undefined {
	return levelSchema.safeParse(text).success
		? undefined
		: {
				vi: `Không có cấp \`${text}\`. Các cấp: ${Object.entries(levelTitles)
					.map(([name, title]) => `${name} (${title})`)
					.join(', ')}.`,
				en: `There is no level \`${text}\`. Levels: ${Object.keys(levelTitles).join(', ')}.`,
			};
}

const localesOf = (text: string) => [...new Set(['vi', ...text.split(/[\s,;]+/).filter(Boolean)])];

function judgeLocales(text: string, known: readonly string[]): Say | undefined {
	const strange = localesOf(text).filter((locale) => !known.includes(locale));
	return strange.length === 0
		? undefined
		: {
				vi: `Chưa có chữ giao diện cho \`${strange.join(', ')}\`. Các ngôn ngữ có sẵn: ${known.map((locale) => `${locale} (${inVietnamese(locale)})`).join(', ')}. Ví dụ: vi,en.`,
				en: `There are no interface words for \`${strange.join(', ')}\`. Languages at hand: ${known.map((locale) => `${locale} (${languageName('en', locale)})`).join(', ')}. Example: vi,en.`,
			};
}

function judgeDays(text: string): Say | undefined {
	const [first = '', last = first, ...more] = text.split('/');
	return more.length === 0 && day.safeParse(first).success && day.safeParse(last).success && first <= last
		? undefined
		: {
				vi: `\`${text}\` không phải ngày đầu và ngày cuối, cách nhau bằng dấu /, ngày viết năm-tháng-ngày. Ví dụ: 2030-01-19/2030-01-23.`,
				en: `\`${text}\` is not a first and a last day with / between, written as year-month-day. Example: 2030-01-19/2030-01-23.`,
			};
}

/** Refuses a folder that has anything in it, or that is a file. */
async function judgeFolder(folder: string, shown: string): Promise<void> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw refusal(
			error.code === 'ENOTDIR'
				? {
						vi: `\`${shown}\` là một tệp, không phải thư mục. Chọn tên khác.`,
						en: `\`${shown}\` is a file, not a folder. Choose another name.`,
					}
				: {
						vi: `Không mở được \`${shown}\` (${error.code}). Chọn thư mục khác.`,
						en: `\`${shown}\` cannot be opened (${error.code}). Choose another folder.`,
					},
		);
	});
	if (names.length > 0)
		throw refusal({
			vi: `Thư mục \`${shown}\` không trống (có ${names.slice(0, 3).join(', ')}${names.length > 3 ? '…' : ''}); lệnh này không ghi đè. Chọn một thư mục mới.`,
			en: `The folder \`${shown}\` is not empty (it has ${names.slice(0, 3).join(', ')}${names.length > 3 ? '…' : ''}); this command overwrites nothing. Choose a new folder.`,
		});
}

const questions = {
	name: { vi: 'Tên trang (ngắn)?', en: 'Name of the site (short)?' },
	place: { vi: 'Trang của nơi nào (ví dụ: Phường A, tỉnh B)?', en: 'Which place (such as: Ward A, province B)?' },
	publisher: {
		vi: 'Cơ quan nào phát hành và chịu trách nhiệm về nội dung?',
		en: 'Which body publishes the site and answers for it?',
	},
	level: { vi: 'Cơ quan thuộc cấp nào?', en: 'Which level is it?' },
	locales: { vi: 'Trang có những ngôn ngữ nào (cách nhau bằng dấu phẩy)?', en: 'Which languages (with commas)?' },
	congress: {
		vi: 'Tên kỳ đại hội mà trang đưa tin (không có thì gõ: không)?',
		en: 'Name of the congress that the site tells of (none: type “không”)?',
	},
	days: {
		vi: 'Ngày đầu và ngày cuối của đại hội, ví dụ 2030-01-19/2030-01-23 (chưa rõ thì gõ: không)?',
		en: 'First and last day of the congress, such as 2030-01-19/2030-01-23 (not known: type “không”)?',
	},
} satisfies Record<string, Say>;
const samples = {
	name: 'Trang thông tin đối ngoại (mẫu)',
	place: 'Tên địa phương (mẫu)',
	publisher: 'Ủy ban nhân dân (cơ quan mẫu)',
} as const;
const isNone = (text: string) => /^(không|khong|no|none|-)$/i.test(text);

async function answersOf(folderShown: string, asker: Asker | undefined, date: string): Promise<SiteAnswers> {
	const known = (await readdir(readSettings().wordsDir).catch(() => ['vi']))
		.filter((name) => /^[a-z]{2,3}$/.test(name))
		.sort((a, b) => order(a) - order(b));
	const faults = [
		option('level') && judgeLevel(option('level') ?? ''),
		option('locales') && judgeLocales(option('locales') ?? '', known),
		option('congress-days') && judgeDays(option('congress-days') ?? ''),
	].filter((fault): fault is Say => typeof fault === 'object');
	if (faults.length > 0)
		throw refusal({ vi: faults.map(({ vi }) => vi).join('\n'), en: faults.map(({ en }) => en).join('\n') });

	const missing: Say[] = [];
	if (!option('name')) missing.push({ vi: 'tên trang --name', en: 'the name of the site, --name' });
	if (!option('place')) missing.push({ vi: 'nơi --place', en: 'the place, --place' });
	if (!option('publisher')) missing.push({ vi: 'cơ quan phát hành --publisher', en: 'the publisher, --publisher' });
	const isAsked = asker !== undefined && !values['yes'];
	if (missing.length > 0 && !isAsked && !values['yes'])
		throw missingRefusal(
			missing,
			commandLine(
				'init',
				[
					folderShown,
					...['--name', option('name') ?? 'Tên trang', '--place', option('place') ?? 'Phường, tỉnh'],
					...['--publisher', option('publisher') ?? 'Ủy ban nhân dân phường', '--level', option('level') ?? 'ward'],
					...['--locales', option('locales') ?? 'vi,en'],
					...(option('congress') ? ['--congress', option('congress') ?? ''] : []),
					...(option('congress-days') ? ['--congress-days', option('congress-days') ?? ''] : []),
				],
				'',
			),
		);
	const ask = (name: keyof typeof samples) =>
		option(name) ?? (isAsked ? asker.ask({ say: questions[name] }) : samples[name]);
	const [name, place, publisher] = [await ask('name'), await ask('place'), await ask('publisher')];
	const level =
		option('level') ??
		(isAsked
			? await asker.ask({
					say: questions.level,
					choices: new Map(Object.entries(levelTitles)),
					otherwise: 'ward',
				})
			: 'ward');
	const usual = known.includes('en') ? 'vi,en' : 'vi';
	const locales =
		option('locales') ??
		(isAsked
			? await asker.ask({
					say: {
						vi: `${questions.locales.vi} ${known.map((locale) => `${locale} = ${inVietnamese(locale)}`).join(', ')}`,
						en: questions.locales.en,
					},
					otherwise: usual,
					judge: (text) => judgeLocales(text, known),
				})
			: usual);
	const title =
		option('congress') ?? (isAsked ? await asker.ask({ say: questions.congress, otherwise: 'không' }) : 'không');
	const hasCongress = !isNone(title);
	const days = !hasCongress
		? undefined
		: (option('congress-days') ??
			(isAsked
				? await asker.ask({
						say: questions.days,
						otherwise: 'không',
						judge: (text) => (isNone(text) ? undefined : judgeDays(text)),
					})
				: undefined));
	const [first = '', last = first] = days === undefined || isNone(days) ? [] : days.split('/');
	return {
		name,
		place,
		publisher,
		level: levelSchema.parse(level),
		locales: localesOf(locales),
		...(hasCongress && { congress: { title, ...(first !== '' && { days: [first, last] as const }) } }),
		date,
	};
}

/** Order in which languages are named: the source, English, then the others. */
const order = (locale: string): number => (locale === 'vi' ? 0 : locale === 'en' ? 1 : locale.charCodeAt(0) + 1);

/** Writes all files or none. */
async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
	const made = await mkdir(folder, { recursive: true });
	const written: string[] = [];
	try {
		for (const [path, text] of files) {
			const file = join(folder, ...path.split('/'));
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text, { flag: 'wx' });
			written.push(path);
		}
	} catch (error) {
		if (made !== undefined) await rm(made, { recursive: true, force: true });
		for (const path of written) await rm(join(folder, path), { force: true });
		// Only folders that are empty go.
		for (const path of files.keys())
			for (let parent = dirname(path); parent !== '.'; parent = dirname(parent))
				await rmdir(join(folder, parent)).catch(() => undefined);
		throw error;
	}
}

await run(async () => {
	const asker = openAsker();
	try {
		const [given, ...more] = positionals;
		if (more.length > 0)
			throw refusal({
				vi: `Chỉ một thư mục mỗi lần; ở đây có: ${positionals.join('  ')}. Tên có dấu cách phải đặt trong ngoặc kép.`,
				en: `One folder at a time; here are: ${positionals.join('  ')}. A name with spaces needs quotes.`,
			});
		if (given === undefined && (!asker || values['yes']))
			throw missingRefusal(
				[{ vi: 'tên thư mục', en: 'the name of the folder' }],
				commandLine('init', ['phuong-toi', '--yes'], ''),
			);
		const typed =
			given ??
			(await asker?.ask({
				say: { vi: 'Tạo trong thư mục nào?', en: 'Into which folder?' },
				otherwise: 'phuong-toi',
			})) ??
			'';
		const folder = resolve(typed);
		const shown = shownPath(folder);
		await judgeFolder(folder, shown);
		let date: string;
		try {
			date = buildDay('Asia/Ho_Chi_Minh');
		} catch (error) {
			throw new BuildFailure((error as Error).message);
		}
		const answers = await answersOf(typed, asker, date);
		await writeAll(folder, newSite(answers)).catch((error: NodeJS.ErrnoException) => {
			throw refusal({
				vi: `Không ghi được vào \`${shown}\` (${error.code ?? error.message}). Kiểm tra quyền ghi và chỗ trống trên đĩa.`,
				en: `Nothing could be written into \`${shown}\` (${error.code ?? error.message}). Check the permissions and the free space of the disk.`,
			});
		});
		const first = answers.congress ? 'congress/before/ten-bai' : 'visit/ten-bai';
		const kind = answers.congress ? 'article' : 'place';
		console.log(
			[
				'',
				`Đã tạo ${shown}. Ba việc tiếp theo:`,
				`  1. Trong facts.yaml, xác nhận các số khẩn cấp và thay nguồn mẫu; trong site.yaml, thay địa chỉ mẫu ở address. Rồi kiểm tra:`,
				`       ${commandLine('check', [], shown)}`,
				`  2. Xem thử trang:`,
				`       ${commandLine('dev', [], shown)}`,
				`  3. Tạo bài đầu tiên:`,
				`       ${commandLine('new', [first, '--kind', kind, '--title', 'Tên bài'], shown)}`,
				'',
				`Made ${shown}. Next: 1. confirm the emergency numbers in facts.yaml and replace their sample sources, replace the sample address in site.yaml, then check; 2. preview the site; 3. make the first entry.`,
			].join('\n'),
		);
	} finally {
		asker?.close();
	}
});
