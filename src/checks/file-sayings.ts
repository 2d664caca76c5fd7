import { languageSlips, termColumns } from '#loaders/csv-file.ts';
import type { Fault } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import { textComponents } from '#schema/text-components.ts';
import { nearest } from './shape.ts';

type Say = Problem['say'];
type Saying = (fault: Fault) => Say;

const cut = (text: string, most = 60) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** The line or tag seen, as code. */
const seen = ({ detail }: Fault) => `\`${cut(detail.replaceAll('\t', ' '))}\``;
/** `: title: "…"` where the right form is certain, else nothing. */
const right = ({ mended }: Fault) => (mended === undefined ? '' : `: \`${mended}\``);

/** Said of a brace wherever it is found: by the parser's tree, or by the reader of texts that the parser cannot read. */
export const expressionSaying: Say = {
	vi: 'Dấu `{` mở đầu một đoạn mã lệnh; bài viết không được chứa mã lệnh. Xóa dấu này và dấu `}`, thay bằng ngoặc đơn `(…)` hoặc ngoặc kép “…”; nếu cần in đúng hai dấu ấy, viết `&#123;` và `&#125;`.',
	en: 'The sign `{` starts code; texts hold no code. Delete it and its `}`, or use parentheses `(…)` or quotation marks “…”; to print these very signs, write `&#123;` and `&#125;`.',
};

/** What a file has too much of. */
const tooMuch: Readonly<Record<string, Say>> = {
	bytes: { vi: 'Tệp lớn hơn 3 MB.', en: 'The file is larger than 3 MB.' },
	text: { vi: 'Tệp dài hơn 120.000 ký tự.', en: 'The file is longer than 120,000 characters.' },
	'front matter': {
		vi: 'Phần khai báo giữa hai dòng `---` dài hơn 40.000 ký tự.',
		en: 'The fields between the two lines `---` are longer than 40,000 characters.',
	},
	'&…;': {
		vi: 'Có hơn 1.000 ký hiệu dạng `&…;` trong tệp.',
		en: 'The file has more than 1,000 signs such as `&amp;`.',
	},
	'<': { vi: 'Có hơn 2.000 thẻ `<…>` trong tệp.', en: 'The file has more than 2,000 tags `<…>`.' },
	...Object.fromEntries(
		['{', '[', '_', '*'].map((sign) => [
			sign,
			{ vi: `Có hơn 2.000 dấu \`${sign}\` trong tệp.`, en: `The file has more than 2,000 signs \`${sign}\`.` },
		]),
	),
	'>': {
		vi: 'Dòng này có hơn 20 dấu `>`, `-`, `*` hoặc số thứ tự ở đầu.',
		en: 'This line starts with more than 20 signs `>`, `-`, `*` or numbers of a list.',
	},
};

const about = ({ name }: Fault): Say =>
	name ? { vi: `giá trị của \`${name}\``, en: `the value of \`${name}\`` } : { vi: 'giá trị', en: 'the value' };

/** What makes a line of YAML unreadable, by its cause. */
const yamlSayings: Readonly<Record<string, Saying>> = {
	colon: (fault) => ({
		vi: `Không đọc được dòng ${seen(fault)}: ${about(fault).vi} có dấu hai chấm. Đặt cả giá trị trong dấu ngoặc kép${right(fault)}.`,
		en: `The line ${seen(fault)} cannot be read: ${about(fault).en} has a colon in it. Put quotes around it${right(fault)}.`,
	}),
	curly: (fault) => ({
		vi: `Không đọc được dòng ${seen(fault)}: ${about(fault).vi} có dấu hai chấm, mà ngoặc kép cong không bao được giá trị. Thêm dấu ngoặc kép thẳng ở hai đầu${right(fault)}.`,
		en: `The line ${seen(fault)} cannot be read: ${about(fault).en} has a colon in it, and curly quotes do not enclose a value. Put straight quotes around it${right(fault)}.`,
	}),
	sign: (fault) => ({
		vi: `Không đọc được dòng ${seen(fault)}: ${about(fault).vi} bắt đầu bằng một dấu có nghĩa riêng. Đặt cả giá trị trong dấu ngoặc kép${right(fault)}.`,
		en: `The line ${seen(fault)} cannot be read: ${about(fault).en} starts with a sign that has a meaning of its own. Put quotes around the value${right(fault)}.`,
	}),
	'after-quote': (fault) => ({
		vi: `Không đọc được dòng ${seen(fault)}: sau dấu ngoặc kép đóng vẫn còn chữ. Bao cả giá trị trong một cặp ngoặc kép thẳng; chữ trích bên trong dùng ngoặc kép cong “…”${right(fault)}.`,
		en: `The line ${seen(fault)} cannot be read: words follow the closing quote. Put one pair of straight quotes around the whole value, and curly quotes “…” around the words inside${right(fault)}.`,
	}),
	apostrophe: (fault) => ({
		vi: `Không đọc được dòng ${seen(fault)}: dấu nháy trong giá trị bị hiểu là dấu đóng ngoặc. Dùng ngoặc kép thẳng ở hai đầu${right(fault)}.`,
		en: `The line ${seen(fault)} cannot be read: the apostrophe in the value is taken for the closing quote. Put double quotes around the value${right(fault)}.`,
	}),
	'quote-open': (fault) => ({
		vi: `Dấu ngoặc kép mở ở đây không có dấu đóng: ${seen(fault)}. Thêm dấu ngoặc ở cuối giá trị${right(fault)}.`,
		en: `The quote opened here is not closed: ${seen(fault)}. Add a quote at the end of the value${right(fault)}.`,
	}),
	'bracket-open': (fault) => ({
		vi: `Dấu ngoặc mở ở đây không có dấu đóng: ${seen(fault)}. Thêm \`]\` hoặc \`}\` ở cuối; nếu dấu này là chữ cần in, đặt cả giá trị trong dấu ngoặc kép "…".`,
		en: `The bracket opened here is not closed: ${seen(fault)}. Add \`]\` or \`}\` at the end; if the sign is to be printed, put quotes "…" around the whole value.`,
	}),
	backslash: (fault) => ({
		vi: `Trong ngoặc kép, dấu \`\\\` có nghĩa riêng nên không đọc được dòng ${seen(fault)}. Đổi hai dấu ngoặc ở đầu và cuối thành nháy đơn${right(fault)}; hoặc gõ hai lần: \`\\\\\`.`,
		en: `Between double quotes a backslash \`\\\` has a meaning of its own, so the line ${seen(fault)} cannot be read. Use single quotes${right(fault)}; or type it twice: \`\\\\\`.`,
	}),
	'no-colon': (fault) => ({
		vi: `Dòng ${seen(fault)} không có tên trường và dấu hai chấm. Viết theo dạng \`tên: giá trị\`${fault.mended ? `, ví dụ \`${fault.mended}\`` : ''}; nếu dòng này nối tiếp dòng trên, thêm hai dấu cách ở đầu dòng.`,
		en: `The line ${seen(fault)} has no field name with a colon. Write it as \`name: value\`${fault.mended ? `, such as \`${fault.mended}\`` : ''}; if it continues the line above, put two spaces at its start.`,
	}),
	'colon-space': (fault) => ({
		vi: `Sau dấu hai chấm thiếu dấu cách: ${seen(fault)}. Thêm một dấu cách${right(fault)}.`,
		en: `There is no space after the colon: ${seen(fault)}. Add a space${right(fault)}.`,
	}),
	'full-width': (fault) => ({
		vi: `Dấu hai chấm ở dòng ${seen(fault)} là dấu rộng (：) của bộ gõ tiếng Trung. Gõ dấu hai chấm thường và một dấu cách${right(fault)}.`,
		en: `The colon in the line ${seen(fault)} is the wide one (：) of a Chinese keyboard. Type an ordinary colon and a space${right(fault)}.`,
	}),
	equals: (fault) => ({
		vi: `Dòng ${seen(fault)} dùng dấu \`=\` sau tên trường. Dùng dấu hai chấm và một dấu cách${right(fault)}.`,
		en: `The line ${seen(fault)} has \`=\` after the field name. Use a colon and a space${right(fault)}.`,
	}),
	indent: (fault) => ({
		vi: `Dòng ${seen(fault)} thụt vào không thẳng với các dòng cùng nhóm. Sửa số dấu cách ở đầu dòng cho thẳng với dòng cùng cấp phía trên; trường không thuộc nhóm nào thì viết sát lề. Nếu dòng này nối tiếp giá trị ở dòng trên, đặt cả giá trị đó trong dấu ngoặc kép "…".`,
		en: `The indent of the line ${seen(fault)} does not match its group. Change the spaces at its start so that it stands below the lines of its level; a field of no group starts at the margin. If it continues the value of the line above, put quotes "…" around that value.`,
	}),
	space: (fault) => ({
		vi: `Đầu dòng ${seen(fault)} có dấu cách đặc biệt (${fault.name ?? ''}), thường theo vào khi chép từ trang web hoặc Word. Xóa khoảng trống ở đầu dòng rồi gõ lại bằng phím cách.`,
		en: `The line ${seen(fault)} starts with a special space (${fault.name ?? ''}), as copied from a web page or Word. Delete the white space at its start and type ordinary spaces.`,
	}),
	dash: (fault) => ({
		vi: `Dòng ${seen(fault)} không được đọc như một mục của danh sách. Sau tên trường không viết gì; mỗi mục một dòng, thẳng hàng nhau, sau dấu gạch có dấu cách: \`- …\`.`,
		en: `The line ${seen(fault)} is not read as an item of a list. Write nothing after the field name, then one line for each item, all with the same indent and a space after the dash: \`- …\`.`,
	}),
	'stray-dash': (fault) => ({
		vi: `Dòng ${seen(fault)} bắt đầu bằng dấu gạch nên bị hiểu là một mục của danh sách. Xóa dấu gạch và dấu cách sau nó: mỗi trường viết sát lề, theo dạng \`tên: giá trị\`.`,
		en: `The line ${seen(fault)} starts with a dash and is taken for an item of a list. Delete the dash and the space after it: fields start at the margin, as \`name: value\`.`,
	}),
	documents: (fault) => ({
		vi: `Dòng ${seen(fault)} ngắt phần dữ liệu tại đây, các dòng sau không được đọc. Xóa dòng này.`,
		en: `The line ${seen(fault)} ends the data here; the lines after it are not read. Delete this line.`,
	}),
	tag: (fault) => ({
		vi: `Dấu \`!\` ở dòng ${seen(fault)} bị hiểu là tên một kiểu dữ liệu; cách viết đó không dùng được. Xóa dấu \`!\` và tên sau nó; nếu là chữ cần in, đặt cả giá trị trong dấu ngoặc kép${right(fault)}.`,
		en: `The \`!\` in the line ${seen(fault)} is taken for the name of a data type, which cannot be used. Delete the \`!\` and the name after it; if it is to be printed, put quotes around the whole value${right(fault)}.`,
	}),
	key: (fault) => ({
		vi: `Không đọc được tên trường ở dòng ${seen(fault)}. Viết tên trường không có ngoặc hay dấu \`!\`, \`?\` ở đầu, rồi dấu hai chấm, dấu cách và giá trị: \`tên: giá trị\`.`,
		en: `The field name in the line ${seen(fault)} cannot be read. Write the name without brackets and without \`!\` or \`?\` before it, then a colon, a space and the value: \`name: value\`.`,
	}),
	'no-key': (fault) => ({
		vi: `Dòng ${seen(fault)} thiếu tên trường trước dấu hai chấm. Viết theo dạng \`tên: giá trị\`, hoặc xóa dòng này.`,
		en: `The line ${seen(fault)} has no field name before the colon. Write it as \`name: value\`, or delete the line.`,
	}),
	other: (fault) => ({
		vi: `Không đọc được dòng này: ${seen(fault)}. Nếu giá trị có dấu hai chấm \`:\`, dấu \`#\` hoặc bắt đầu bằng ngoặc, đặt cả giá trị trong dấu ngoặc kép "…"; xem các dòng cùng nhóm có thẳng hàng không, và dấu ngoặc ở các dòng trên đã đóng chưa.`,
		en: `This line cannot be read: ${seen(fault)}. If the value has a colon \`:\`, a \`#\` or starts with a bracket, put quotes around it "…"; see that the lines of a group have the same indent, and that quotes and brackets in the lines above are closed.`,
	}),
};

const aliasSayings: Readonly<Record<string, Saying>> = {
	anchor: (fault) => ({
		vi: `Dấu \`&\` ở đầu giá trị trong dòng ${seen(fault)} bị hiểu là tên đặt cho giá trị, nên chữ liền sau nó không được in. Nếu là chữ cần in, đặt cả giá trị trong dấu ngoặc kép${right(fault)}; nếu để dùng lại giá trị, xóa phần này và viết giá trị đầy đủ ở từng chỗ.`,
		en: `The \`&\` that starts the value in the line ${seen(fault)} is taken for a name given to it, so the word after it is not printed. If it is to be printed, put quotes around the whole value${right(fault)}; if it was to repeat the value, delete it and write the value out in each place.`,
	}),
	alias: (fault) => ({
		vi: `Dấu \`*\` ở đầu giá trị trong dòng ${seen(fault)} bị hiểu là nhắc lại một giá trị khác. Nếu là chữ cần in, đặt cả giá trị trong dấu ngoặc kép${right(fault)}; nếu để in đậm hoặc nghiêng, xóa dấu này; nếu để nhắc lại, viết lại giá trị đầy đủ.`,
		en: `The \`*\` that starts the value in the line ${seen(fault)} is taken for a repetition of another value. If it is to be printed, put quotes around the whole value${right(fault)}; if it was for bold or italics, delete it; if it was to repeat a value, write that value out.`,
	}),
	merge: (fault) => ({
		vi: `Không dùng được \`<<\` để chép các trường từ chỗ khác: ${seen(fault)}. Xóa dòng này và viết từng trường.`,
		en: `Fields cannot be copied from elsewhere with \`<<\`: ${seen(fault)}. Delete this line and write the fields out.`,
	}),
};

/** What is wrong with the block of fields, by its cause. */
const blockSayings: Readonly<Record<string, Saying>> = {
	'no-text': () => ({
		vi: 'Tệp trống. Viết các trường giữa hai dòng `---` rồi đến lời văn, hoặc xóa tệp; lệnh `npm run new` tạo sẵn tệp mẫu.',
		en: 'The file is empty. Write the fields between two lines `---` and then the text, or delete the file; `npm run new` makes a file to fill in.',
	}),
	invisible: ({ name }) => ({
		vi: `Ở dòng đầu, cạnh \`---\` có ký tự không nhìn thấy (${name ?? ''}). Xóa cả dòng rồi gõ lại ba dấu gạch nối \`---\`.`,
		en: `Beside the \`---\` of the first line stands a character that cannot be seen (${name ?? ''}). Delete the whole line and type three hyphens \`---\` again.`,
	}),
	'lines-before': () => ({
		vi: 'Trước dòng `---` đầu tiên có dòng trống. Xóa dòng trống: `---` phải là dòng đầu của tệp.',
		en: 'There is an empty line before the first `---`. Delete it: `---` must be the first line of the file.',
	}),
	indented: () => ({
		vi: 'Trước dấu `---` đầu tiên có dấu cách hoặc dòng trống. Xóa phần trống này: `---` phải đứng sát lề ở dòng đầu của tệp.',
		en: 'There is white space before the first `---`. Delete it: `---` must stand at the margin of the first line.',
	}),
	toml: () => ({
		vi: 'Phần khai báo nằm giữa hai dòng `+++` (TOML), không dùng được. Đổi hai dòng ấy thành `---` và viết mỗi trường theo dạng `tên: giá trị`, ví dụ `title: "…"` thay cho `title = "…"`.',
		en: 'The fields stand between two lines `+++` (TOML), which cannot be used. Change these lines into `---` and write each field as `name: value`, such as `title: "…"` for `title = "…"`.',
	}),
	json: () => ({
		vi: 'Phần khai báo viết bằng dấu `{ … }` (JSON), không dùng được. Viết các trường giữa hai dòng `---`, mỗi trường một dòng theo dạng `tên: giá trị`.',
		en: 'The fields are written with `{ … }` (JSON), which cannot be used. Write them between two lines `---`, one per line, as `name: value`.',
	}),
	fence: (fault) => ({
		vi: `Phần khai báo nằm trong khung mã mở bằng ${'``` ' + cut(fault.detail.replaceAll('`', '').trim()) + ' ```'}. Xóa các dòng ba dấu huyền; dòng đầu của tệp phải là \`---\`.`,
		en: `The fields stand inside a code block. Delete the lines of three backticks; the first line of the file must be \`---\`.`,
	}),
	hyphens: (fault) => ({
		vi: `Dòng đầu là ${seen(fault)}, không phải đúng ba dấu gạch nối (Word thường tự đổi \`---\` thành gạch dài). Sửa dòng này thành \`---\`.`,
		en: `The first line is ${seen(fault)} and not three hyphens (Word often turns \`---\` into a long dash). Change it into \`---\`.`,
	}),
	html: () => ({
		vi: 'Tệp này là một trang HTML. Viết các trường giữa hai dòng `---` ở đầu tệp, rồi chép lời văn xuống dưới, không có thẻ HTML.',
		en: 'This file is a page of HTML. Write the fields between two lines `---` at the top and copy the words below them, without HTML tags.',
	}),
	'no-opening': (fault) => ({
		vi: `Tệp bắt đầu ngay bằng trường ${seen(fault)}. Thêm một dòng \`---\` phía trên dòng này; sau trường cuối cùng cũng phải có một dòng \`---\`.`,
		en: `The file starts with the field ${seen(fault)}. Add a line \`---\` above it; there must be a line \`---\` after the last field too.`,
	}),
	'words-before': (fault) => ({
		vi: `Trước phần khai báo có chữ: ${seen(fault)}. Chuyển chữ này xuống dưới dòng \`---\` thứ hai, hoặc xóa; dòng đầu của tệp phải là \`---\`.`,
		en: `Words stand before the fields: ${seen(fault)}. Move them below the second line \`---\`, or delete them; the first line of the file must be \`---\`.`,
	}),
	none: () => ({
		vi: 'Tệp không có phần khai báo. Thêm ở đầu tệp một dòng `---`, các trường như `title: …`, rồi một dòng `---` nữa, sau đó đến lời văn.',
		en: 'The file has no fields. Add a line `---` at the top, fields such as `title: …`, another line `---`, and then the text.',
	}),
	closing: (fault) => ({
		vi: `Dòng ${seen(fault)} không đóng được phần khai báo: dòng đóng gồm đúng ba dấu gạch nối, viết sát lề. Sửa dòng này thành \`---\`.`,
		en: `The line ${seen(fault)} does not close the fields: the closing line is three hyphens at the margin. Change this line into \`---\`.`,
	}),
	'never-closed': () => ({
		vi: 'Phần khai báo mở bằng `---` ở dòng 1 nhưng không có dòng `---` đóng lại. Thêm một dòng `---` sau trường cuối cùng, trước lời văn (có lẽ ở đây).',
		en: 'The fields opened by `---` in line 1 are never closed. Add a line `---` after the last field, before the text (probably here).',
	}),
	empty: () => ({
		vi: 'Giữa hai dòng `---` chưa có trường nào. Viết ít nhất `title` và `description`; trong vi.mdx còn cần `kind`, `date`, `status`, `level`, `origin`.',
		en: 'There are no fields between the two lines `---`. Write at least `title` and `description`; vi.mdx needs `kind`, `date`, `status`, `level` and `origin` too.',
	}),
};

const saveAgain: Say = {
	vi: 'Mở tệp, chọn “Save as” / “Lưu thành”, chọn mã UTF-8 rồi lưu lại (trong Excel, chọn loại tệp “CSV UTF-8”); sau đó xem lại các chữ có dấu.',
	en: 'Open it, choose “Save as”, pick UTF-8 and save again (in Excel choose the file type “CSV UTF-8”); then look over the letters with marks.',
};
const foreignFile = (vi: string, en: string) => () => ({
	vi: `Đây là ${vi} được đổi tên, không phải tệp văn bản. Tạo tệp văn bản bằng Notepad hoặc trình soạn thảo tương tự, chép lời văn vào (bài viết bắt đầu bằng các trường giữa hai dòng \`---\`) và lưu bằng mã UTF-8.`,
	en: `This is ${en} under another name, not a text file. Make a text file with Notepad or the like, copy the words into it (a text starts with fields between two lines \`---\`) and save it as UTF-8.`,
});
const oldEncoding =
	(vi: string, en: string): Saying =>
	({ detail }) => ({
		vi: `Tệp không phải mã UTF-8 (có lẽ là ${vi}): chữ ở đây${detail ? `, sau “${detail}”,` : ''} không đọc được. ${saveAgain.vi}`,
		en: `The file is not UTF-8 (it is probably ${en}): the letter here${detail ? `, after “${detail}”,` : ''} cannot be read. ${saveAgain.en}`,
	});
const encodingSayings: Readonly<Record<string, Saying>> = {
	'windows-1258': oldEncoding('bảng mã Windows-1258', 'Windows-1258'),
	old: oldEncoding(
		'một bảng mã cũ như Windows-1252, Windows-1258',
		'an old encoding such as Windows-1252 or Windows-1258',
	),
	damaged: ({ detail }) => ({
		vi: `Ở đây${detail ? `, ngay sau “${detail}”,` : ''} có một ký tự hỏng, không đúng mã UTF-8. Xóa ký tự này, gõ lại chữ và lưu tệp bằng mã UTF-8.`,
		en: `Here${detail ? `, right after “${detail}”,` : ''} stands a damaged character that is not UTF-8. Delete it, type the letter again and save the file as UTF-8.`,
	}),
	word: foreignFile('tệp Word, Excel hoặc tệp nén', 'a Word, Excel or compressed file'),
	rtf: foreignFile('tệp RTF (Rich Text)', 'an RTF (rich text) file'),
	pdf: foreignFile('tệp PDF', 'a PDF file'),
	picture: foreignFile('tệp hình', 'a picture'),
};

const csvSayings: Readonly<Record<string, Saying>> = {
	columns: (fault) => {
		const [cells = '', columns = ''] = (fault.name ?? '').split('/');
		return {
			vi: `Dòng này có ${cells} ô, trong khi dòng đầu có ${columns} cột: ${seen(fault)}. Ô có dấu phẩy phải nằm trọn trong dấu ngoặc kép thẳng \`"…"\`; ô trống vẫn giữ dấu phẩy.`,
			en: `This row has ${cells} ${cells === '1' ? 'cell' : 'cells'}, the first line has ${columns} columns: ${seen(fault)}. A cell with a comma needs straight quotes \`"…"\` around it; an empty cell keeps its comma.`,
		};
	},
	'quote-open': (fault) => ({
		vi: `Dấu ngoặc kép mở ở đây không có dấu đóng: ${seen(fault)}. Thêm dấu \`"\` ở cuối ô; dấu ngoặc kép nằm trong chữ thì dùng ngoặc cong “…” hoặc viết hai lần \`""\`.`,
		en: `The quote opened here is not closed: ${seen(fault)}. Add a \`"\` at the end of the cell; a quote inside the words is curly “…” or typed twice \`""\`.`,
	}),
	'quote-inside': (fault) => ({
		vi: `Ô ở đây có dấu ngoặc kép thẳng \`"\` lẫn trong chữ: ${seen(fault)}. Dùng ngoặc cong “…”, hoặc đặt cả ô trong \`"…"\` và viết mỗi dấu bên trong hai lần \`""\`.`,
		en: `The cell here has a straight quote \`"\` among its words: ${seen(fault)}. Use curly quotes “…”, or put \`"…"\` around the whole cell and type each quote inside twice \`""\`.`,
	}),
	separator: ({ name }) => ({
		vi: `Các cột cách nhau bằng ${name === 'tab' ? 'dấu tab' : `dấu \`${name ?? ''}\``}; phải là dấu phẩy. Lưu lại với loại tệp “CSV UTF-8 (Comma delimited)”; nếu Excel vẫn ghi dấu khác, dùng Google Trang tính hoặc LibreOffice và chọn dấu phân cách là dấu phẩy.`,
		en: `The columns are parted by ${name === 'tab' ? 'tabs' : `\`${name ?? ''}\``}; commas are needed. Save again as “CSV UTF-8 (Comma delimited)”; if Excel still writes another sign, use Google Sheets or LibreOffice and choose the comma as separator.`,
	}),
	'column-unknown': ({ name = '' }) => {
		const known = Object.hasOwn(languageSlips, name) ? languageSlips[name] : undefined;
		const meant = known ?? nearest(name, [...termColumns, 'vi', 'en', 'ru', 'ko', 'zh']);
		return {
			vi: `${name ? `Không có cột \`${name}\`.` : 'Một cột ở dòng đầu không có tên.'}${meant ? ` Có phải \`${meant}\`?` : ''} Sửa tên ở dòng đầu; các cột là \`id\`, mã ngôn ngữ (\`vi\`, \`en\`…), \`variants\`, \`forbidden\`, \`note\`, \`source\`.`,
			en: `${name ? `There is no column \`${name}\`.` : 'A column of the first line has no name.'}${meant ? ` Did you mean \`${meant}\`?` : ''} Correct the name in the first line; the columns are \`id\`, language codes (\`vi\`, \`en\`…), \`variants\`, \`forbidden\`, \`note\`, \`source\`.`,
		};
	},
	'column-twice': ({ name = '' }) => ({
		vi: `Cột \`${name}\` có hai lần ở dòng đầu. Sửa tên hoặc xóa một cột.`,
		en: `The column \`${name}\` stands twice in the first line. Correct the name, or delete one of the columns.`,
	}),
	'column-missing': ({ name = '' }) => ({
		vi: `Dòng đầu thiếu cột \`${name}\`. Thêm cột này vào trước cột đầu tiên và ghi mã cho từng dòng.`,
		en: `The first line lacks the column \`${name}\`. Add it before the first column, with an id in each row.`,
	}),
	'header-short': ({ name = '', mended }) => {
		const [cells = '', columns = ''] = name.split('/');
		return {
			vi: `Mọi dòng đều có ${cells} ô mà dòng đầu chỉ có ${columns} tên cột: thiếu tên một cột${mended ? `, có lẽ là \`${mended}\`` : ''}. Thêm tên cột vào đúng vị trí ở dòng đầu.`,
			en: `Every row has ${cells} cells, but the first line names ${columns} columns: the name of a column is missing${mended ? `, probably \`${mended}\`` : ''}. Add it at its place in the first line.`,
		};
	},
	'sep-line': () => ({
		vi: 'Dòng đầu `sep=` chỉ Excel hiểu. Xóa dòng này: dòng đầu là tên các cột, cách nhau bằng dấu phẩy.',
		en: 'The first line `sep=` is for Excel alone. Delete it: the first line names the columns, with commas between them.',
	}),
	empty: () => ({
		vi: 'Tệp trống. Viết dòng đầu là tên các cột (`id,vi,en,ru,ko,zh,variants,forbidden,note,source`), hoặc xóa tệp nếu không dùng.',
		en: 'The file is empty. Write the names of the columns in its first line (`id,vi,en,ru,ko,zh,variants,forbidden,note,source`), or delete the file if it is not used.',
	}),
	'no-header': (fault) => ({
		vi: `Dòng đầu phải là tên các cột, không phải ${seen(fault)}. Thêm phía trên dòng này một dòng: \`id,vi,en,ru,ko,zh,variants,forbidden,note,source\`.`,
		en: `The first line must name the columns; it is ${seen(fault)}. Add a line above it: \`id,vi,en,ru,ko,zh,variants,forbidden,note,source\`.`,
	}),
};

/** Components that stand alone; the others hold words between an opening and a closing tag. */
const alone: ReadonlySet<string> = new Set([
	'Fact',
	'Doc',
	'Term',
	'Facts',
	'Figure',
	'Contact',
	'SourceList',
	'Chart',
]);

/** What is written in place of an element of HTML. */
const instead = new Map<string, Say>();
for (const [names, vi, en] of [
	['b strong', 'chữ đậm viết `**…**`', 'bold words are `**…**`'],
	['i em', 'chữ nghiêng viết `*…*`', 'words in italics are `*…*`'],
	['br', 'sang đoạn mới bằng một dòng trống', 'a new paragraph starts after an empty line'],
	['hr', 'đường kẻ là một dòng `---`, trước và sau có dòng trống', 'a rule is a line `---` between empty lines'],
	['a', 'liên kết viết `[chữ](địa chỉ)`', 'a link is `[words](address)`'],
	['img', 'hình viết `![lời tả](./tên-tệp)`', 'a picture is `![what is to be seen](./file)`'],
	['h1 h2 h3 h4 h5 h6', 'tiêu đề phần viết `## …`', 'a heading is `## …`'],
	['ul ol li', 'danh sách viết mỗi mục một dòng `- …`', 'a list has a line `- …` for each item'],
	['p div span font center u section small big', 'chỉ giữ lại chữ', 'keep the words alone'],
	['table tr td th tbody thead', 'bảng viết bằng `<Table>` và dấu `|`', 'a table is `<Table>` with signs `|`'],
	[
		'video audio iframe embed object script style input form',
		'bài viết không chứa được phim, khung nhúng, biểu mẫu hay mã lệnh',
		'a text holds no players, frames, forms or code',
	],
] as const)
	for (const name of names.split(' ')) instead.set(name, { vi, en });

const tagSayings: Readonly<Record<string, Saying>> = {
	unclosed: (fault) => {
		const { name = '' } = fault;
		const html = instead.get(name.toLowerCase());
		if (html)
			return {
				vi: `Không dùng được thẻ HTML \`<${name}>\` trong bài viết. Xóa thẻ; ${html.vi}.`,
				en: `The HTML tag \`<${name}>\` cannot be used in a text. Delete it; ${html.en}.`,
			};
		if (alone.has(name))
			return {
				vi: `Thẻ ${seen(fault)} mở ở đây chưa được đóng. \`<${name}>\` đứng một mình nên kết thúc bằng \`/>\`: \`<${name} … />\`.`,
				en: `The tag ${seen(fault)} opened here is not closed. \`<${name}>\` stands alone and ends in \`/>\`: \`<${name} … />\`.`,
			};
		if (Object.hasOwn(textComponents, name))
			return {
				vi: `Thẻ ${seen(fault)} mở ở đây chưa được đóng. Thêm \`</${name}>\` trên một dòng riêng, sau đoạn cuối cùng thuộc về nó.`,
				en: `The tag ${seen(fault)} opened here is not closed. Add \`</${name}>\` on a line of its own, after the last paragraph that belongs to it.`,
			};
		const meant = nearest(name, Object.keys(textComponents));
		return {
			vi: `${seen(fault)} bị hiểu là một thẻ chưa đóng, và không có thẻ nào tên là \`${name}\`.${meant ? ` Có phải \`<${meant}>\`?` : ''} Nếu là chỗ để điền hoặc lời chú, dùng ngoặc đơn \`(…)\`; nếu cần in dấu \`<\`, viết \`&lt;\`.`,
			en: `${seen(fault)} is taken for a tag that is not closed, and there is no tag \`${name}\`.${meant ? ` Did you mean \`<${meant}>\`?` : ''} For a blank to fill in or a remark use parentheses \`(…)\`; to print \`<\`, write \`&lt;\`.`,
		};
	},
	crossed: (fault) => ({
		vi: `\`</${fault.name ?? ''}>\` không khớp với thẻ mở ${seen(fault)} ở dòng ${fault.otherLine ?? 1}. Thẻ mở sau phải đóng trước: sửa tên thẻ đóng, hoặc thêm thẻ đóng còn thiếu ở phía trên.`,
		en: `\`</${fault.name ?? ''}>\` does not match the tag ${seen(fault)} opened in line ${fault.otherLine ?? 1}. The tag opened last is closed first: correct the name of the closing tag, or add the closing tag that is missing above.`,
	}),
	'not-open': ({ name = '' }) => ({
		vi: `Thẻ đóng \`</${name}>\` không có thẻ mở. Thêm \`<${name} …>\` ở trước đoạn đầu tiên thuộc về nó, hoặc xóa thẻ đóng này.`,
		en: `The closing tag \`</${name}>\` has no opening tag. Add \`<${name} …>\` before the first paragraph that belongs to it, or delete this closing tag.`,
	}),
	inside: ({ name = '', otherLine = 1 }) => ({
		vi: `Thẻ đóng \`</${name}>\` nằm trong một đoạn văn hoặc chữ đậm, chữ nghiêng chưa đóng; thẻ mở ở dòng ${otherLine}. Đưa \`</${name}>\` lên một dòng riêng, trước nó có dòng trống, và đóng dấu \`**\`, \`*\` ở đoạn trên.`,
		en: `The closing tag \`</${name}>\` stands inside a paragraph, or inside bold or italics that are not closed; its opening tag is in line ${otherLine}. Put \`</${name}>\` on a line of its own after an empty line, and close \`**\` or \`*\` above it.`,
	}),
	split: (fault) => ({
		vi: `Thẻ ${seen(fault)} mở ở dòng này mà \`</${fault.name ?? ''}>\` lại ở dòng ${fault.otherLine ?? 1}, ngoài đoạn văn, danh sách hoặc trích dẫn chứa thẻ mở. Viết thẻ mở và thẻ đóng mỗi thẻ một dòng riêng, thụt vào như nhau, trước và sau có dòng trống.`,
		en: `The tag ${seen(fault)} opens here, but \`</${fault.name ?? ''}>\` is in line ${fault.otherLine ?? 1}, outside the paragraph, list or quotation that holds the opening tag. Write each of the two tags on a line of its own, with the same indent and an empty line before and after.`,
	}),
	'curly-quotes': (fault) => ({
		vi: `Dấu ngoặc kép trong thẻ ${seen(fault)} là ngoặc cong “ ”. Dùng ngoặc kép thẳng \`"\`${right(fault)}.`,
		en: `The quotes in the tag ${seen(fault)} are curly “ ”. Use straight quotes \`"\`${right(fault)}.`,
	}),
	'full-width': (fault) => ({
		vi: `Thẻ ${seen(fault)} có dấu rộng (＝, ／, ＞, ＂) của bộ gõ tiếng Trung. Gõ lại bằng dấu thường: \`=\`, \`/\`, \`>\`, \`"\`.`,
		en: `The tag ${seen(fault)} has wide signs (＝, ／, ＞, ＂) of a Chinese keyboard. Type the ordinary ones: \`=\`, \`/\`, \`>\`, \`"\`.`,
	}),
	'quote-open': (fault) => ({
		vi: `Dấu ngoặc kép mở ở đây trong thẻ ${seen(fault)} không có dấu đóng. Thêm cùng dấu đó ở cuối giá trị: \`tên="giá trị"\`.`,
		en: `The quote opened here in the tag ${seen(fault)} is not closed. Add the same sign at the end of the value: \`name="value"\`.`,
	}),
	'no-quotes': (fault) => ({
		vi: `Giá trị của \`${fault.name ?? ''}\` trong thẻ ${seen(fault)} thiếu dấu ngoặc kép. Đặt giá trị trong ngoặc kép thẳng: \`${fault.mended ?? `${fault.name ?? ''}="…"`}\`.`,
		en: `The value of \`${fault.name ?? ''}\` in the tag ${seen(fault)} has no quotes. Put straight quotes around it: \`${fault.mended ?? `${fault.name ?? ''}="…"`}\`.`,
	}),
	'no-end': (fault) => ({
		vi: `Dấu \`<\` ở ${seen(fault)} bị hiểu là mở một thẻ, nhưng thẻ không có dấu \`>\`. Nếu là thẻ, thêm \`>\` (hoặc \`/>\` khi thẻ đứng một mình); nếu là dấu “nhỏ hơn”, viết \`&lt;\` hoặc viết bằng chữ.`,
		en: `The \`<\` in ${seen(fault)} is taken for the start of a tag, but there is no \`>\`. If it is a tag, add \`>\` (or \`/>\` for a tag that stands alone); if it means “less than”, write \`&lt;\` or use words.`,
	}),
	malformed: (fault) => ({
		vi: `Không đọc được thẻ ${seen(fault)}. Viết theo dạng \`<Tên thuộc-tính="giá trị" />\`, không có dấu phẩy hay dấu chấm phẩy; nếu cần in dấu \`<\`, viết \`&lt;\`.`,
		en: `The tag ${seen(fault)} cannot be read. Write it as \`<Name attribute="value" />\`, without commas or semicolons; to print \`<\`, write \`&lt;\`.`,
	}),
	address: ({ name = '', detail }) => {
		const isMail = !/^[a-z][a-z\d+.-]*:/i.test(name) && name.includes('@');
		const target = isMail ? `mailto:${name}` : name.startsWith('www.') ? `https://${name}` : name;
		return {
			vi: `Địa chỉ không viết được trong \`<…>\`: \`${cut(detail)}\`. Viết thành liên kết có chữ: \`[tên trang](${cut(target, 100)})\`.`,
			en: `An address cannot stand in \`<…>\`: \`${cut(detail)}\`. Write a link with words: \`[words](${cut(target, 100)})\`.`,
		};
	},
	other: () => ({
		vi: 'Không đọc được lời văn từ đây: có thẻ `<…>` hoặc dấu `{` viết dở. Đóng thẻ, hoặc viết `&lt;` thay cho `<` và `&#123;` thay cho `{`.',
		en: 'The text cannot be read from here: a tag `<…>` or a `{` is not finished. Close the tag, or write `&lt;` for `<` and `&#123;` for `{`.',
	}),
};

const signSayings: Readonly<Record<string, Saying>> = {
	sign: (fault) => ({
		vi: `Dấu \`<\` ở đây bị hiểu là mở đầu một thẻ: ${seen(fault)}. Viết bằng chữ (“dưới”, “nhỏ hơn”), hoặc viết \`&lt;\`.`,
		en: `The \`<\` here is taken for the start of a tag: ${seen(fault)}. Use words (“below”, “less than”), or write \`&lt;\`.`,
	}),
	empty: (fault) => ({
		vi: `\`<>\` bị hiểu là một thẻ không tên: ${seen(fault)}. Xóa đi, viết bằng chữ (“khác”), hoặc viết \`&lt;&gt;\` nếu cần in.`,
		en: `\`<>\` is taken for a tag without a name: ${seen(fault)}. Delete it, use a word (“differs from”), or write \`&lt;&gt;\` to print it.`,
	}),
};

const by =
	(sayings: Readonly<Record<string, Saying>>, otherwise: string): Saying =>
	(fault) =>
		(sayings[fault.cause ?? otherwise] ?? sayings[otherwise] ?? (() => expressionSaying))(fault);

/** What is wrong with the form of a file, by the name its reader gives the fault. */
export const sayings = {
	'body/attribute-code': ({ cause, name = '' }: Fault): Say =>
		cause
			? {
					vi: `Giá trị của \`${cause}\` trong thẻ \`<${name}>\` nằm giữa dấu \`{ }\`, là mã lệnh. Đặt giá trị trong dấu ngoặc kép thẳng: \`${cause}="…"\`.`,
					en: `The value of \`${cause}\` in the tag \`<${name}>\` stands between \`{ }\`, which is code. Put it in straight quotes: \`${cause}="…"\`.`,
				}
			: {
					vi: `Thẻ \`<${name}>\` có phần \`{…}\`, là mã lệnh. Xóa phần này; mỗi thuộc tính viết theo dạng \`tên="giá trị"\`.`,
					en: `The tag \`<${name}>\` holds \`{…}\`, which is code. Delete it; each attribute is written as \`name="value"\`.`,
				},
	'body/expression': (fault: Fault): Say => {
		if (/^\{\s*\/\*/.test(fault.detail))
			return {
				vi: `Bài viết không chứa được lời ghi chú ${seen(fault)}. Xóa đi; ghi chú giữa những người biên tập viết ở phần khai báo đầu tệp, trên dòng bắt đầu bằng \`#\`.`,
				en: `A text cannot hold the remark ${seen(fault)}. Delete it; notes among editors go into the fields at the top, on a line that starts with \`#\`.`,
			};
		return fault.detail.length > 1
			? { vi: `${expressionSaying.vi} Chỗ này: ${seen(fault)}.`, en: `${expressionSaying.en} Seen: ${seen(fault)}.` }
			: expressionSaying;
	},
	'body/html': (fault: Fault): Say =>
		fault.cause === 'comment'
			? {
					vi: `Bài viết không chứa được lời ghi chú HTML \`<!-- … -->\`: ${seen(fault)}. Xóa đi; ghi chú giữa những người biên tập viết ở phần khai báo đầu tệp, trên dòng bắt đầu bằng \`#\`.`,
					en: `A text cannot hold an HTML comment \`<!-- … -->\`: ${seen(fault)}. Delete it; notes among editors go into the fields at the top, on a line that starts with \`#\`.`,
				}
			: {
					vi: `${seen(fault)} là khai báo của HTML hoặc XML, không dùng được trong bài viết. Xóa đi.`,
					en: `${seen(fault)} is a declaration of HTML or XML, which cannot stand in a text. Delete it.`,
				},
	'csv/form': by(csvSayings, 'columns'),
	'file/conflict': (): Say => ({
		vi: 'Các dòng `<<<<<<<`, `=======`, `>>>>>>>` cho biết hai người đã sửa cùng một chỗ và chưa chọn bản nào. Giữ lại bản đúng, rồi xóa ba dòng dấu ấy.',
		en: 'The lines `<<<<<<<`, `=======`, `>>>>>>>` say that two people changed the same place and nobody has chosen. Keep the right version, then delete these three lines.',
	}),
	'file/not-utf-8': by(encodingSayings, 'old'),
	'file/too-long': ({ detail }: Fault): Say => {
		const what = tooMuch[detail] ?? tooMuch['text'];
		return {
			vi: `${what?.vi ?? ''} Chia thành nhiều bài, hoặc xóa phần thừa do chép nhầm.`,
			en: `${what?.en ?? ''} Divide it into several texts, or delete what was pasted by mistake.`,
		};
	},
	'file/utf-16': (): Say => ({
		vi: `Tệp được lưu bằng mã UTF-16 (một số bản Notepad và Excel gọi là “Unicode”). ${saveAgain.vi}`,
		en: `The file is saved as UTF-16 (some versions of Notepad and Excel call it “Unicode”). ${saveAgain.en}`,
	}),
	'front-matter/missing': by(blockSayings, 'none'),
	'front-matter/twice': ({ otherLine = 1 }: Fault): Say => ({
		vi: `Từ đây đến dòng ${otherLine} là một phần khai báo thứ hai; nó sẽ bị in ra như lời văn. Chuyển các trường cần giữ lên phần khai báo đầu tệp, rồi xóa phần này cùng hai dòng \`---\` của nó.`,
		en: `From here to line ${otherLine} stands a second block of fields, which would be printed as words. Move the fields to keep into the block at the top, then delete this one with its two lines \`---\`.`,
	}),
	'mdx/tag': by(tagSayings, 'other'),
	'mdx/unexpected-character': by(signSayings, 'sign'),
	'yaml/alias': by(aliasSayings, 'alias'),
	'yaml/comment': (fault: Fault): Say => ({
		vi: `Phần ${seen(fault)} bị bỏ: chữ sau dấu cách và dấu \`#\` là lời ghi chú, không được in. Nếu là chữ cần in, đặt cả giá trị trong dấu ngoặc kép${right(fault)}; nếu là ghi chú, thêm một dấu cách sau \`#\`.`,
		en: `The words ${seen(fault)} are left out: what follows a space and \`#\` is a note and is not printed. If they are to be printed, put quotes around the whole value${right(fault)}; if they are a note, add a space after \`#\`.`,
	}),
	'yaml/duplicate-key': ({ name = '', otherLine = 1 }: Fault): Say => ({
		vi: `Trường \`${cut(name)}\` đã có ở dòng ${otherLine}. Xóa một trong hai dòng, hoặc sửa tên nếu dòng này dành cho trường khác.`,
		en: `The field \`${cut(name)}\` stands in line ${otherLine} already. Delete one of the two lines, or correct the name if this line is for another field.`,
	}),
	'yaml/form': by(yamlSayings, 'other'),
	'yaml/tab-as-indent': (fault: Fault): Say => ({
		vi: `Dòng ${seen(fault)} thụt vào bằng phím Tab. Xóa khoảng trống ở đầu dòng rồi gõ bằng phím cách, hai dấu cách cho mỗi bậc.`,
		en: `The line ${seen(fault)} is indented with a tab. Delete the white space at its start and type spaces, two for each level.`,
	}),
} satisfies Partial<Record<Code, Saying>>;
