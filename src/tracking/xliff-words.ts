import type { Problem } from '#report/problem.ts';
import type { PackageFault, UnitFault } from './xliff-read.ts';

type Say = Problem['say'];

/** A value for a message: at most sixty letters. */
export const quote = (text: string) => `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;

/** Why a file is no package that can be read, by reason. */
export const faultWords: Readonly<Record<PackageFault['reason'], (seen: string) => Say>> = {
	'too-large': (seen) => ({
		vi: `Tệp quá lớn (${Math.ceil(Number(seen) / 1048576)} MB; tối đa 64 MB). Kiểm tra xem có đúng tệp không, hoặc xuất và nhập từng bài.`,
		en: `The file is too large (${Math.ceil(Number(seen) / 1048576)} MB; at most 64 MB). Check that it is the right file, or export and import entry by entry.`,
	}),
	encoding: (seen) => ({
		vi: `Tệp không phải UTF-8 hay UTF-16${seen ? ` (ghi là ${quote(seen)})` : ''}. Nhờ người dịch lưu lại dưới dạng UTF-8.`,
		en: `The file is neither UTF-8 nor UTF-16${seen ? ` (it says ${quote(seen)})` : ''}. Ask the translator to save it as UTF-8.`,
	}),
	xml: (seen) => ({
		vi: `Tệp không còn là XML đúng từ chỗ này${seen ? `: ${quote(seen)}` : ''}. Tệp bị cắt cụt hoặc bị sửa bằng tay; nhờ người dịch xuất lại từ chương trình dịch.`,
		en: `From here on the file is no longer correct XML${seen ? `: ${quote(seen)}` : ''}. It was cut short or changed by hand; ask the translator to save it again from the translation program.`,
	}),
	doctype: () => ({
		vi: 'Tệp có khai báo `<!DOCTYPE …>`; tệp XLIFF 2 không cần, và khai báo này có thể gây hại. Nhờ người dịch xuất lại từ chương trình dịch.',
		en: 'The file has a `<!DOCTYPE …>`; XLIFF 2 needs none, and it can do harm. Ask the translator to save the file again from the translation program.',
	}),
	'not-xliff': (seen) => ({
		vi: `Tệp bắt đầu bằng ${quote(`<${seen}>`)}, không phải \`<xliff>\`. Chọn đúng tệp .xlf mà người dịch gửi lại.`,
		en: `The file begins with ${quote(`<${seen}>`)}, not \`<xliff>\`. Choose the .xlf file that the translator sent back.`,
	}),
	version: (seen) => ({
		vi: `Đây là XLIFF ${seen ? quote(seen) : 'không rõ phiên bản'}; cần XLIFF 2. Nhờ người dịch lưu lại dưới dạng XLIFF 2.0 hoặc 2.1, đúng dạng đã nhận.`,
		en: `This is XLIFF ${seen ? quote(seen) : 'of no known version'}; XLIFF 2 is needed. Ask the translator to save it as XLIFF 2.0 or 2.1, as it was received.`,
	}),
	'no-target-language': () => ({
		vi: 'Tệp không ghi ngôn ngữ đích (`trgLang`). Nhờ người dịch xuất lại, hoặc ghi lại mã như trong tệp đã gửi đi.',
		en: 'The file does not name its target language (`trgLang`). Ask the translator to save it again, or put back the tag of the file that was sent.',
	}),
	depth: () => ({
		vi: 'Tệp có quá nhiều thẻ lồng nhau. Nhờ người dịch xuất lại từ chương trình dịch.',
		en: 'The file has too many tags inside each other. Ask the translator to save it again from the translation program.',
	}),
};

/** Why a unit cannot be understood, by reason; follows the name of the unit. */
export const unitFaultWords: Readonly<Record<UnitFault['reason'], (seen: string) => Say>> = {
	order: (seen) => ({
		vi: `hai đoạn có cùng thứ tự ${quote(seen)}, hoặc thứ tự không phải số. Nhờ người dịch xuất lại từ chương trình dịch.`,
		en: `two segments have the same order ${quote(seen)}, or it is no number. Ask the translator to save the file again from the translation program.`,
	}),
	inline: (seen) => ({
		vi: `có thẻ lạ ${quote(`<${seen}>`)} giữa lời dịch. Xóa thẻ trong chương trình dịch rồi xuất lại.`,
		en: `there is an unknown tag ${quote(`<${seen}>`)} among the words. Remove it in the translation program and save again.`,
	}),
	letter: (seen) => ({
		vi: `\`<cp hex="${seen}"/>\` không phải ký tự. Xóa ký tự đó trong chương trình dịch rồi xuất lại.`,
		en: `\`<cp hex="${seen}"/>\` is no character. Remove it in the translation program and save again.`,
	}),
};
