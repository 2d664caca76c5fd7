import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { dueEntries, type ContentFolder, type EntryFolder } from '#loaders/content-folder.ts';
import type { Place } from '#loaders/source-file.ts';
import { mediaFacts } from '#media/container.ts';
import type { Cue } from '#media/vtt.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content, ContentEntry } from '#schema/content.ts';
import {
	captionsEnding,
	durationTolerance,
	endingOf,
	fileIn,
	filmEndings,
	mostBytes,
	recordingFiles,
	roleOf,
	soundEndings,
} from '#schema/recordings.ts';
import { captionFaults, clockOf } from './captions.ts';
import { shown } from './pictures.ts';
import { attributeOf, isJsx, start, walk } from './structure.ts';

type Say = Problem['say'];

/** Something wrong with one file; 1:1 in files that have no lines. */
interface MediaFault extends Place {
	readonly code: Code;
	readonly severity: Severity;
	readonly say: Say;
}

/** What is known of one file. */
interface Judgement {
	readonly faults: readonly MediaFault[];
	readonly durationSeconds?: number;
	readonly cues?: readonly Cue[];
}

const published = [...filmEndings, ...soundEndings, captionsEnding];
/** Endings of films, recordings and captions that the site does not publish, and what to make of them. */
const conversions: Readonly<Record<string, string>> = {
	...Object.fromEntries('mov m4v avi mkv wmv flv mpg mpeg 3gp ogv'.split(' ').map((ending) => [ending, 'mp4'])),
	...Object.fromEntries('wav aac wma flac aiff amr oga'.split(' ').map((ending) => [ending, 'mp3'])),
	...Object.fromEntries('srt sbv ass ssa sub ttml'.split(' ').map((ending) => [ending, 'vtt'])),
};

/** True for names with the ending of a film, a recording or captions, published on the site or not. */
export const isMediaName = (name: string): boolean =>
	published.includes(endingOf(name)) || Object.hasOwn(conversions, endingOf(name));

const megabytes = (bytes: number) => Math.ceil(bytes / 100_000) / 10;
const how: Readonly<Record<string, Say>> = {
	mp4: {
		vi: 'Xuất lại từ chương trình dựng phim thành MP4 (H.264, AAC), cỡ 1280 × 720',
		en: 'Export it again from your film program as MP4 (H.264, AAC), 1280 × 720',
	},
	mp3: {
		vi: 'Xuất lại thành MP3, một kênh, 32–64 kbit/s',
		en: 'Export it again as MP3, one channel, 32–64 kbit/s',
	},
	vtt: {
		vi: 'Lưu lại thành WebVTT từ chương trình làm phụ đề',
		en: 'Save it as WebVTT from your program for captions',
	},
};
const meantFor = (ending: string): Say => how[ending] ?? { vi: 'Xuất lại', en: 'Export it again' };

/** Judges one file. */
async function judge(file: string, name: string, size: number, tag: string | undefined): Promise<Judgement> {
	const quoted = `\`${shown(name)}\``;
	const faults: MediaFault[] = [];
	const add = (code: Code, vi: string, en: string, severity: Severity = 'error') =>
		faults.push({ line: 1, column: 1, code, severity, say: { vi, en } });
	const ending = endingOf(name);
	const role = roleOf(name);
	if (role === undefined) {
		const target = conversions[ending] ?? 'mp4';
		const mend = meantFor(target);
		add(
			'media/format',
			`Trang không đăng được tệp loại \`.${ending}\` (${quoted}). ${mend.vi}. Các loại đăng được: ${published.join(', ')}.`,
			`The site does not publish \`.${ending}\` files (${quoted}). ${mend.en}. It publishes: ${published.join(', ')}.`,
		);
		return { faults };
	}
	if (size > mostBytes[role]) {
		add(
			'media/huge',
			`Tệp ${quoted} nặng ${megabytes(size)} MB; nhiều nhất là ${megabytes(mostBytes[role])} MB, vì người đọc phải trả tiền dữ liệu. ${role === 'captions' ? 'Kiểm tra xem có phải tệp phụ đề không' : `${meantFor(role === 'film' ? 'mp4' : 'mp3').vi} với chất lượng thấp hơn, cắt ngắn`}, hoặc đăng ở nơi khác và ghi \`link\`.`,
			`The file ${quoted} has ${megabytes(size)} MB; ${megabytes(mostBytes[role])} MB is the most, for readers pay for their data. ${role === 'captions' ? 'See whether these are captions' : `${meantFor(role === 'film' ? 'mp4' : 'mp3').en} with lower quality, make it shorter`}, or publish it elsewhere and write \`link\`.`,
		);
		return { faults };
	}
	const bytes = await readFile(file);
	if (
		role === 'captions' &&
		size > 0 &&
		!bytes.subarray(0, 24).toString('latin1').startsWith('version https://git-lfs')
	)
		return captionFaults(bytes, tag);
	const facts = mediaFacts(bytes);
	// Opus is Ogg by another name, and so are recordings and films of the same container.
	const actual = facts.type;
	const isSame = actual === ending || (actual === 'ogg' && ending === 'opus') || (actual === 'm4a' && ending === 'mp4');
	if (size > 0 && actual !== undefined && actual !== 'lfs' && !isSame) {
		const isPublished = published.includes(actual);
		const rename = name.replace(/\.[^.]+$/, `.${actual}`);
		add(
			'media/type',
			`Tệp ${quoted} có đuôi \`.${ending}\` nhưng bên trong là \`.${actual}\`. ${isPublished ? `Đổi tên thành \`${shown(rename)}\` và sửa tên trong bài` : meantFor(role === 'film' ? 'mp4' : 'mp3').vi}.`,
			`The file ${quoted} ends in \`.${ending}\` but inside it is \`.${actual}\`. ${isPublished ? `Rename it to \`${shown(rename)}\` and correct the name in the text` : meantFor(role === 'film' ? 'mp4' : 'mp3').en}.`,
		);
		return { faults };
	}
	if (!facts.isWhole || facts.durationSeconds === undefined) {
		add(
			'media/broken',
			actual === 'lfs'
				? `Tệp ${quoted} chỉ là mẩu giấy hẹn của Git LFS, tệp thật chưa được tải về. Nhờ người quản trị chạy \`git lfs pull\`, hoặc chép tệp thật vào đây.`
				: `Tệp ${quoted} bị hỏng, bị cắt cụt hoặc không cho biết dài bao lâu. Chép lại tệp gốc, phát thử trên máy đến hết, hoặc xuất lại.`,
			actual === 'lfs'
				? `The file ${quoted} is only a placeholder of Git LFS; the file itself was not downloaded. Ask the administrator to run \`git lfs pull\`, or copy the real file here.`
				: `The file ${quoted} is damaged, cut short, or does not say how long it is. Copy the original again, play it to its end, or export it anew.`,
		);
		return { faults };
	}
	if (facts.privates.length > 0)
		add(
			'media/private',
			`Trong tệp ${quoted} có ${facts.privates.includes('position') ? 'vị trí nơi quay' : 'dữ liệu của chương trình dựng (XMP)'}; tệp được đăng nguyên như vậy, nên ai cũng đọc được. ${meantFor(role === 'film' ? 'mp4' : 'mp3').vi} và bỏ phần “metadata”; hoặc nhờ người biết dùng ffmpeg: \`ffmpeg -i tệp-cũ -map_metadata -1 -c copy tệp-mới\`.`,
			`The file ${quoted} holds ${facts.privates.includes('position') ? 'the place where it was filmed' : 'data of an editing program (XMP)'}; it is published as it is, so anybody can read it. ${meantFor(role === 'film' ? 'mp4' : 'mp3').en} without “metadata”; or ask somebody who knows ffmpeg: \`ffmpeg -i old -map_metadata -1 -c copy new\`.`,
		);
	return { faults, durationSeconds: facts.durationSeconds };
}

/** What was found in files that have not changed since: the preview checks the folder after every keystroke saved. */
const judged = new Map<string, { readonly stamp: string; readonly judgement: Judgement }>();

/** A film or recording that a text shows, and where it says so. */
interface Use {
	readonly src: string;
	readonly isFilm: boolean;
	readonly file: string;
	readonly place: Place;
	/** Language of the text. */
	readonly locale: string;
	/** True for a translation whose source names the file. */
	readonly isRepeated: boolean;
	readonly severity: Severity;
}

/**
 * Films, recordings and captions beside texts: of a type, size and wholeness that can be published, without private matter, as long
 * as their text says, with captions that can be read, and used.
 *
 * @param folder - As read; bytes are read from its `root`, never through a link that leaves it.
 * @returns Problems in no order. Never throws; one file at a time is in memory.
 */
export async function checkMedia(folder: ContentFolder, content: Content, folderName: string): Promise<Problem[]> {
	const problems: Problem[] = [];
	const add = (file: string, place: Place, code: Code, say: Say, severity: Severity = 'error') =>
		problems.push({ file: `${folderName}/${file}`, line: place.line, column: place.column, code, severity, say });
	const locales = content.site.locales.map(({ locale }) => locale);
	const [sourceLocale = 'vi'] = locales;
	const tags = new Map(content.site.locales.map(({ locale, tag }) => [locale, tag]));
	const entries = new Map(content.entries.map((entry) => [entry.path, entry]));
	const root = await realpath(folder.root).catch(() => folder.root);

	for (const entry of dueEntries(folder)) {
		const names = entry.files.filter(isMediaName);
		const judgements = new Map<string, Judgement>();
		for (const name of names) {
			const judgement = await judgeAt(entry, name);
			if (!judgement) continue;
			judgements.set(name, judgement);
			for (const { line, column, code, severity, say } of judgement.faults)
				add(`${entry.path}/${name}`, { line, column }, code, say, severity);
		}
		const shaped = entries.get(entry.path);
		if (shaped) checkEntry(entry, shaped, names, judgements);
	}
	return problems;

	async function judgeAt(entry: EntryFolder, name: string): Promise<Judgement | undefined> {
		const path = join(root, entry.path, name);
		const file = await realpath(path).catch(() => undefined);
		// Links that lead nowhere or out of the folder are told by `checkPlaces`.
		if (file === undefined || !file.startsWith(root + sep)) return undefined;
		try {
			const { size, mtimeMs, ctimeMs, ino } = await stat(file);
			const locale = /\.([a-z]{2,3})\.[^.]+$/.exec(name)?.[1];
			const tag = locale === undefined ? undefined : tags.get(locale);
			const stamp = [size, mtimeMs, ctimeMs, ino, tag].join(' ');
			const known = judged.get(path);
			if (known?.stamp === stamp) return known.judgement;
			const judgement = await judge(file, name, size, tag);
			judged.set(path, { stamp, judgement });
			return judgement;
		} catch {
			const quoted = `\`${shown(name)}\``;
			const say = {
				vi: `Không mở được tệp ${quoted}. Kiểm tra quyền đọc của tệp, hoặc chép lại tệp gốc.`,
				en: `The file ${quoted} cannot be opened. Check who may read it, or copy the original again.`,
			};
			return { faults: [{ line: 1, column: 1, code: 'media/broken', severity: 'error', say }] };
		}
	}

	function checkEntry(
		folderEntry: EntryFolder,
		{ source, texts, path }: ContentEntry,
		names: readonly string[],
		judgements: ReadonlyMap<string, Judgement>,
	): void {
		const uses: Use[] = [];
		const frontMatter = folderEntry.texts.get(sourceLocale)?.frontMatter;
		const sourceFile = `${path}/${sourceLocale}.mdx`;
		const keyPlace = (key: string): Place => frontMatter?.keyPosition([key]) ?? { line: 1, column: 1 };
		const isDraft = source.status === 'draft';
		if (source.kind === 'video' || source.kind === 'audio') {
			const isFilm = source.kind === 'video';
			const sample = isFilm ? './phim.mp4' : './ban-ghi.mp3';
			if (source.file === undefined && source.link === undefined)
				add(sourceFile, keyPlace('kind'), 'media/source', {
					vi: `Bài loại \`${source.kind}\` chưa cho biết xem hay nghe ở đâu. Đặt tệp cạnh bài và ghi \`file: ${sample}\`, hoặc ghi \`link: https://…\` dẫn tới trang phát.`,
					en: `A text of kind \`${source.kind}\` must say where to watch or listen. Put the file beside the text and write \`file: ${sample}\`, or write \`link: https://…\` with the page where it is played.`,
				});
			if (source.file !== undefined && source.link !== undefined)
				add(sourceFile, keyPlace('link'), 'media/source', {
					vi: 'Bài vừa có `file` vừa có `link`; trang chỉ phát tệp cạnh bài. Xóa `link`, hoặc xóa `file` cùng các tệp của nó.',
					en: 'The text has both `file` and `link`; the site plays the file beside it. Delete `link`, or delete `file` with its files.',
				});
			if (source.file !== undefined) {
				const { file: src } = source;
				for (const [locale, { words }] of texts)
					uses.push({
						src,
						isFilm,
						locale,
						isRepeated: locale !== sourceLocale,
						file: locale === sourceLocale ? sourceFile : `${path}/${locale}.mdx`,
						place: locale === sourceLocale ? keyPlace('file') : { line: 1, column: 1 },
						severity: isDraft || words.translation === 'machine-draft' ? 'warning' : 'error',
					});
				for (const locale of new Set([...locales, ...Object.keys(source.durationSecondsIn ?? {})])) {
					const name = fileIn(src, locale);
					const stated = source.durationSecondsIn?.[locale];
					const key = stated === undefined ? 'durationSeconds' : 'durationSecondsIn';
					const seconds = judgements.get(name)?.durationSeconds;
					if (stated !== undefined && !names.includes(name))
						add(sourceFile, keyPlace(key), 'media/missing', {
							vi: `\`durationSecondsIn\` có \`${locale}\` nhưng cạnh bài không có \`${name}\`. Thêm tệp này, hoặc xóa \`${locale}\` ở đây.`,
							en: `\`durationSecondsIn\` has \`${locale}\`, but there is no \`${name}\` beside the text. Add the file, or delete \`${locale}\` here.`,
						});
					if (seconds === undefined || Math.abs(seconds - (stated ?? source.durationSeconds)) <= durationTolerance)
						continue;
					const right = Number(seconds.toFixed(1));
					const line =
						locale === sourceLocale ? `durationSeconds: ${right}` : `durationSecondsIn: { ${locale}: ${right} }`;
					add(sourceFile, keyPlace(key), 'media/duration', {
						vi: `Tệp \`${name}\` dài ${right} giây, bài ghi ${stated ?? source.durationSeconds}. Nếu tệp đúng, ghi \`${line}\`; nếu không, thay tệp.`,
						en: `The file \`${name}\` is ${right} seconds long; the text says ${stated ?? source.durationSeconds}. If the file is right, write \`${line}\`; if not, replace the file.`,
					});
				}
			}
		}
		for (const [locale, { words, markdown }] of texts)
			walk(markdown, (node) => {
				if (!isJsx(node) || (node.name !== 'Video' && node.name !== 'Audio')) return;
				const src = attributeOf(node, 'src');
				if (src !== undefined)
					uses.push({
						src,
						isFilm: node.name === 'Video',
						locale,
						isRepeated: false,
						file: `${path}/${locale}.mdx`,
						place: start(node),
						severity: isDraft || words.translation === 'machine-draft' ? 'warning' : 'error',
					});
			});
		for (const use of uses) checkUse(use, names, judgements);
		// A name that no text uses, in any language that the site has.
		const stems = new Set(uses.map(({ src }) => src.replace(/^\.\//, '').replace(/\.[^.]+$/, '')));
		const isUsed = (name: string) =>
			[...stems].some(
				(stem) =>
					name.startsWith(`${stem}.`) &&
					[...locales, ''].includes(name.slice(stem.length + 1).replace(/\.?[^.]+$/, '')),
			);
		const isUnread = folder.faults.some(({ file }) => file.startsWith(`${path}/`));
		for (const name of names)
			if (roleOf(name) !== undefined && !isUsed(name) && !isUnread)
				add(
					`${path}/${name}`,
					{ line: 1, column: 1 },
					'media/unused',
					{
						vi: `Không bài nào dùng tệp \`${shown(name)}\`. Tên tệp phải là tên chung trong bài thêm mã ngôn ngữ, như \`film.${sourceLocale}.mp4\` và \`film.${sourceLocale}.vtt\` cho \`file: ./film.mp4\` hoặc \`<Video src="./film.mp4" …>\`. Đổi tên, hoặc xóa tệp này.`,
						en: `No text uses the file \`${shown(name)}\`. Its name must be the one in the text with the language added, as \`film.${sourceLocale}.mp4\` and \`film.${sourceLocale}.vtt\` for \`file: ./film.mp4\` or \`<Video src="./film.mp4" …>\`. Rename it, or delete it.`,
					},
					'warning',
				);
	}

	function checkUse(use: Use, names: readonly string[], judgements: ReadonlyMap<string, Judgement>): void {
		const { src, isFilm, locale, file, place, severity } = use;
		const endings = isFilm ? filmEndings : soundEndings;
		const own = fileIn(src, sourceLocale);
		if (!/^\.\/[^/\\]+\.\w+$/.test(src) || !endings.includes(endingOf(src))) {
			add(
				file,
				place,
				'media/missing',
				{
					vi: `\`${shown(src)}\` không phải tên tệp ${isFilm ? 'phim' : 'âm thanh'} cạnh bài. Viết như \`./${isFilm ? 'film.mp4' : 'talk.mp3'}\`; các đuôi: ${endings.join(', ')}.`,
					en: `\`${shown(src)}\` is no name of a ${isFilm ? 'film' : 'recording'} beside the text. Write it as \`./${isFilm ? 'film.mp4' : 'talk.mp3'}\`; endings: ${endings.join(', ')}.`,
				},
				severity,
			);
			return;
		}
		const found = recordingFiles(src, [locale, sourceLocale], names);
		if (!found) {
			// The head of an entry names its file once for all languages.
			if (!use.isRepeated)
				add(
					file,
					place,
					'media/missing',
					{
						vi: `Không có tệp \`${shown(own)}\` cạnh bài. Chép tệp vào thư mục của bài với đúng tên này (tên trong bài thêm mã ngôn ngữ), hoặc sửa tên trong bài.`,
						en: `There is no file \`${shown(own)}\` beside the text. Copy it into the folder of the text under that name (the name in the text with the language added), or correct the name in the text.`,
					},
					severity,
				);
			return;
		}
		const captions = fileIn(src, locale, captionsEnding);
		if (isFilm && !names.includes(captions))
			add(
				file,
				place,
				'captions/missing',
				{
					vi: `Phim chưa có phụ đề cho người không nghe được: thiếu \`${shown(captions)}\`. Thêm tệp phụ đề WebVTT với tên này, bằng ngôn ngữ của bài.`,
					en: `The film has no captions for those who cannot hear: \`${shown(captions)}\` is missing. Add captions (WebVTT) under that name, in the language of the text.`,
				},
				severity,
			);
		const timedTo = judgements.get(fileIn(src, locale)) ?? judgements.get(found.main);
		const last = judgements.get(captions)?.cues?.at(-1);
		if (timedTo?.durationSeconds !== undefined && last && last.end > timedTo.durationSeconds + 0.3)
			add(`${file.slice(0, file.lastIndexOf('/'))}/${captions}`, { line: last.line, column: 1 }, 'captions/beyond', {
				vi: `Phụ đề cuối kết thúc ở ${clockOf(last.end)}, nhưng ${isFilm ? 'phim' : 'bản ghi'} chỉ dài đến ${clockOf(timedTo.durationSeconds)}. Kiểm tra xem phụ đề có phải của tệp này không, rồi sửa thời gian.`,
				en: `The last caption ends at ${clockOf(last.end)}, but the ${isFilm ? 'film' : 'recording'} ends at ${clockOf(timedTo.durationSeconds)}. See whether the captions belong to this file, and correct the times.`,
			});
	}
}
