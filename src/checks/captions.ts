import { scriptOf } from '#language/script.ts';
import { languageFault } from '#language/scripts.ts';
import { captionBounds, columnsOf, readVtt, type Cue, type VttFault } from '#media/vtt.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import { shown } from './pictures.ts';

type Say = Problem['say'];

/** Something wrong with a file of captions, and where in it. */
export interface CaptionFault {
	readonly line: number;
	readonly column: number;
	readonly code: Code;
	readonly severity: Severity;
	readonly say: Say;
}

/** Most columns a second that readers of most ages can follow. */
const fastest = 24;
/** A caption of less than this is hardly seen; one of more seems to have been forgotten. In seconds. */
const shownFor = { least: 0.5, most: 12 } as const;
/** Of one rule, so many are told in a file: who made more made the same one. */
const mostTold = 5;

/** A moment of a film as captions write it: `01:02.500`. */
export const clockOf = (seconds: number): string => {
	const whole = Math.floor(seconds + 0.0005);
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(whole / 3600);
	const thousandths = String(Math.round((seconds - whole) * 1000)).padStart(3, '0');
	return `${hours > 0 ? `${two(hours)}:` : ''}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${thousandths}`;
};

const formSaying = ({ fault, typed }: VttFault): Say => {
	const seen = shown(typed.trim());
	switch (fault) {
		case 'header':
			return {
				vi: `Dòng đầu của tệp phụ đề phải là \`WEBVTT\`, ở đây là \`${seen}\`. Thêm dòng \`WEBVTT\` và một dòng trống ở đầu tệp; nếu tệp vốn là phụ đề .srt, lưu lại thành WebVTT từ chương trình làm phụ đề.`,
				en: `The first line of captions must be \`WEBVTT\`; here it is \`${seen}\`. Put a line \`WEBVTT\` and an empty line at the head; if the file was .srt, save it as WebVTT from your program for captions.`,
			};
		case 'time':
			return {
				vi: `Không đọc được thời gian \`${seen}\`, nên phụ đề này không hiện. Viết \`phút:giây.phần nghìn\` với dấu chấm, ví dụ \`00:01.500 --> 00:04.000\`.`,
				en: `The times \`${seen}\` cannot be read, so this caption is not shown. Write \`minutes:seconds.thousandths\` with a point, as \`00:01.500 --> 00:04.000\`.`,
			};
		case 'style':
			return {
				vi: `Khối \`${seen}\` đặt kiểu chữ, trang không dùng. Xóa khối này.`,
				en: `The block \`${seen}\` sets styles, which the site does not use. Delete it.`,
			};
		case 'stray':
			return {
				vi: `Dòng \`${seen}\` không thuộc phụ đề nào: phía trên nó không có dòng thời gian. Mỗi phụ đề là một dòng thời gian, dưới đó là lời, rồi một dòng trống; trong lời không có dòng trống.`,
				en: `The line \`${seen}\` belongs to no caption: there is no line of times above it. A caption is a line of times, its words below, then an empty line; there is no empty line among the words.`,
			};
	}
};

/** What is wrong with one caption after another: times, words, and whether they can be read. */
function cueFault(cue: Cue, before: Cue | undefined): Omit<CaptionFault, 'line' | 'column'> | undefined {
	const { start, end, lines } = cue;
	const times = `\`${clockOf(start)} --> ${clockOf(end)}\``;
	if (end <= start)
		return {
			code: 'captions/order',
			severity: 'error',
			say: {
				vi: `Phụ đề ${times} kết thúc trước khi bắt đầu. Sửa thời gian.`,
				en: `The caption ${times} ends before it begins. Correct its times.`,
			},
		};
	if (before && start < before.start)
		return {
			code: 'captions/order',
			severity: 'error',
			say: {
				vi: `Phụ đề ${times} bắt đầu trước phụ đề đứng trên nó (${clockOf(before.start)}). Xếp phụ đề theo thời gian, hoặc sửa thời gian.`,
				en: `The caption ${times} begins before the one above it (${clockOf(before.start)}). Put captions in the order of time, or correct the times.`,
			},
		};
	if (before && start < before.end - 0.0005)
		return {
			code: 'captions/order',
			severity: 'error',
			say: {
				vi: `Phụ đề ${times} hiện khi phụ đề trước chưa hết (${clockOf(before.end)}), nên hai phụ đề chồng lên nhau. Cho phụ đề trước kết thúc sớm hơn, hoặc phụ đề này bắt đầu muộn hơn.`,
				en: `The caption ${times} comes while the one before is still shown (until ${clockOf(before.end)}). Let that one end earlier, or this one begin later.`,
			},
		};
	if (lines.length === 0)
		return {
			code: 'captions/empty',
			severity: 'error',
			say: {
				vi: `Phụ đề ${times} không có lời. Viết lời vào dưới dòng thời gian, hoặc xóa phụ đề này.`,
				en: `The caption ${times} has no words. Write them under the line of times, or delete the caption.`,
			},
		};
	const reading = (vi: string, en: string): Omit<CaptionFault, 'line' | 'column'> => ({
		code: 'captions/reading',
		severity: 'warning',
		say: { vi, en },
	});
	const widest = Math.max(...lines.map(columnsOf));
	if (lines.length > captionBounds.lines)
		return reading(
			`Phụ đề ${times} có ${lines.length} dòng, che hình; nhiều nhất là ${captionBounds.lines}. Tách thành hai phụ đề.`,
			`The caption ${times} has ${lines.length} lines and covers the picture; ${captionBounds.lines} is the most. Make two of it.`,
		);
	if (widest > captionBounds.columns)
		return reading(
			`Phụ đề ${times} có dòng dài ${widest} ký tự (chữ Hán, Hàn tính là hai); nhiều nhất là ${captionBounds.columns}. Xuống dòng ở chỗ hợp lý, hoặc tách thành hai phụ đề.`,
			`The caption ${times} has a line of ${widest} characters (Chinese and Korean ones count two); ${captionBounds.columns} is the most. Break it at a good place, or make two captions of it.`,
		);
	const seconds = end - start;
	const speed = lines.reduce((sum, line) => sum + columnsOf(line), 0) / seconds;
	if (speed > fastest || seconds < shownFor.least)
		return reading(
			`Phụ đề ${times} hiện ${seconds.toFixed(1)} giây, quá nhanh để đọc (${Math.round(speed)} ký tự mỗi giây, nhiều nhất là ${fastest}). Cho hiện lâu hơn, hoặc viết ngắn lại.`,
			`The caption ${times} is shown for ${seconds.toFixed(1)} seconds, too fast to be read (${Math.round(speed)} characters a second, ${fastest} is the most). Show it longer, or write less.`,
		);
	if (seconds > shownFor.most)
		return reading(
			`Phụ đề ${times} hiện ${Math.round(seconds)} giây. Tách theo lời nói thành nhiều phụ đề ngắn hơn.`,
			`The caption ${times} is shown for ${Math.round(seconds)} seconds. Make several shorter ones of it, as the words are spoken.`,
		);
	return undefined;
}

/**
 * Judges a file of captions by itself.
 *
 * @param bytes - The whole file.
 * @param tag - Tag of the language in its name; undefined where the name has none.
 * @returns Faults in the order of the file, and its captions.
 */
export function captionFaults(
	bytes: Buffer,
	tag: string | undefined,
): { readonly faults: readonly CaptionFault[]; readonly cues: readonly Cue[] } {
	const faults: CaptionFault[] = [];
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const say = {
			vi: 'Tệp phụ đề không phải mã UTF-8, nên dấu tiếng Việt bị hỏng. Mở tệp và lưu lại với bảng mã UTF-8.',
			en: 'The captions are not UTF-8, so their letters are damaged. Open the file and save it with the encoding UTF-8.',
		};
		return { faults: [{ line: 1, column: 1, code: 'captions/form', severity: 'error', say }], cues: [] };
	}
	const { cues, faults: forms } = readVtt(text);
	const told = new Map<Code, number>();
	const add = (fault: CaptionFault) => {
		const count = (told.get(fault.code) ?? 0) + 1;
		told.set(fault.code, count);
		if (count <= mostTold) faults.push(fault);
	};
	for (const form of forms)
		add({ line: form.line, column: form.column, code: 'captions/form', severity: 'error', say: formSaying(form) });
	if (cues.length === 0 && forms.length === 0)
		add({
			line: 1,
			column: 1,
			code: 'captions/empty',
			severity: 'error',
			say: {
				vi: 'Tệp phụ đề chưa có phụ đề nào. Viết phụ đề, hoặc xóa tệp này.',
				en: 'The file has no captions. Write them, or delete the file.',
			},
		});
	for (const [index, cue] of cues.entries()) {
		const fault = cueFault(cue, cues[index - 1]);
		if (fault) add({ line: cue.line, column: 1, ...fault });
	}
	const words = cues.flatMap(({ lines }) => lines).join(' ');
	if (tag !== undefined) {
		const language = tag.split('-')[0] ?? tag;
		const fault = languageFault(words, language, scriptOf(tag));
		const seems = fault?.seems === 'bare' ? 'vi' : fault?.seems;
		if (fault)
			add({
				line: cues[0]?.line ?? 1,
				column: 1,
				code: 'captions/language',
				severity: 'error',
				say: {
					vi: `Tên tệp ghi ngôn ngữ \`${language}\` nhưng lời phụ đề ${fault.seems === 'bare' ? 'là tiếng Việt không dấu' : seems ? `có vẻ là \`${seems}\`` : `chỉ có ${fault.percent} % chữ của ngôn ngữ ấy`}. Kiểm tra xem có chép nhầm tệp không.`,
					en: `The name of the file says \`${language}\`, but its words ${fault.seems === 'bare' ? 'are Vietnamese without marks' : seems ? `seem to be \`${seems}\`` : `have only ${fault.percent} % letters of that language`}. See whether the wrong file was copied.`,
				},
			});
	}
	return { faults, cues };
}
