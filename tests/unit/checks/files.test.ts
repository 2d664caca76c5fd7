import { expect, test } from 'vitest';
import { checkFiles } from '#checks/files.ts';
import type { ContentFolder } from '#loaders/content-folder.ts';
import { readCsv } from '#loaders/csv-file.ts';
import { decode } from '#loaders/encoding.ts';
import { readYaml } from '#loaders/source-file.ts';
import { readText } from '#loaders/text-file.ts';

/** What is said of a folder with this text and these registers. */
function check({
	text = '---\nkind: page\n---\n\nLời.\n',
	facts = '',
	glossary = 'id,vi\n',
	bytes = new Uint8Array(),
}) {
	const { fault } = decode(bytes);
	const folder = {
		faults: fault ? [{ file: 'about/a/en.mdx', ...fault }] : [],
		registers: new Map([
			['site', readYaml('')],
			['facts', readYaml(facts)],
			['glossary', readCsv(glossary)],
		]),
		entries: [{ texts: new Map([['vi', readText('about/a/vi.mdx', text)]]) }],
	} as unknown as ContentFolder;
	return checkFiles(folder, 'content').map(
		({ file, line, column, code, say }) => `${file}:${line}:${column} ${code}\n${say.vi}\n${say.en}`,
	);
}
const fields = (text: string) => check({ text: `---\n${text}\n---\n\nLời.\n` })[0];
const body = (text: string) => check({ text: `---\nkind: page\n---\n\n${text}\n` })[0];

test('files that can be read are passed without a word', () => {
	expect(check({})).toEqual([]);
});

test('a line of fields that cannot be read is shown whole, with the line to write', () => {
	expect(fields('kind: page\ntitle: Văn kiện: những điểm mới')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:3:8 yaml/form
		Không đọc được dòng \`title: Văn kiện: những điểm mới\`: giá trị của \`title\` có dấu hai chấm. Đặt cả giá trị trong dấu ngoặc kép: \`title: "Văn kiện: những điểm mới"\`.
		The line \`title: Văn kiện: những điểm mới\` cannot be read: the value of \`title\` has a colon in it. Put quotes around it: \`title: "Văn kiện: những điểm mới"\`."
	`);
	expect(fields('title: "Chợ cũ\nkind: page')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:2:8 yaml/form
		Dấu ngoặc kép mở ở đây không có dấu đóng: \`title: "Chợ cũ\`. Thêm dấu ngoặc ở cuối giá trị: \`title: "Chợ cũ"\`.
		The quote opened here is not closed: \`title: "Chợ cũ\`. Add a quote at the end of the value: \`title: "Chợ cũ"\`."
	`);
	expect(fields('kind: page\n  date: 2026-02-01')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:3:3 yaml/form
		Dòng \`date: 2026-02-01\` thụt vào không thẳng với các dòng cùng nhóm. Sửa số dấu cách ở đầu dòng cho thẳng với dòng cùng cấp phía trên; trường không thuộc nhóm nào thì viết sát lề. Nếu dòng này nối tiếp giá trị ở dòng trên, đặt cả giá trị đó trong dấu ngoặc kép "…".
		The indent of the line \`date: 2026-02-01\` does not match its group. Change the spaces at its start so that it stands below the lines of its level; a field of no group starts at the margin. If it continues the value of the line above, put quotes "…" around that value."
	`);
	expect(fields('kind: page\ntitle: c\ntitle: d')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:4:1 yaml/duplicate-key
		Trường \`title\` đã có ở dòng 3. Xóa một trong hai dòng, hoặc sửa tên nếu dòng này dành cho trường khác.
		The field \`title\` stands in line 3 already. Delete one of the two lines, or correct the name if this line is for another field."
	`);
	expect(fields('kind: page\ntitle: &Thẻ tạm trú')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:3:8 yaml/alias
		Dấu \`&\` ở đầu giá trị trong dòng \`title: &Thẻ tạm trú\` bị hiểu là tên đặt cho giá trị, nên chữ liền sau nó không được in. Nếu là chữ cần in, đặt cả giá trị trong dấu ngoặc kép: \`title: "&Thẻ tạm trú"\`; nếu để dùng lại giá trị, xóa phần này và viết giá trị đầy đủ ở từng chỗ.
		The \`&\` that starts the value in the line \`title: &Thẻ tạm trú\` is taken for a name given to it, so the word after it is not printed. If it is to be printed, put quotes around the whole value: \`title: "&Thẻ tạm trú"\`; if it was to repeat the value, delete it and write the value out in each place."
	`);
	expect(fields('kind: page\ntitle: Điểm mới #1 của năm')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:3:17 yaml/comment
		Phần \`#1 của năm\` bị bỏ: chữ sau dấu cách và dấu \`#\` là lời ghi chú, không được in. Nếu là chữ cần in, đặt cả giá trị trong dấu ngoặc kép: \`title: "Điểm mới #1 của năm"\`; nếu là ghi chú, thêm một dấu cách sau \`#\`.
		The words \`#1 của năm\` are left out: what follows a space and \`#\` is a note and is not printed. If they are to be printed, put quotes around the whole value: \`title: "Điểm mới #1 của năm"\`; if they are a note, add a space after \`#\`."
	`);
	expect(check({ facts: '- id: a\n\tkind: number\n' })[0]).toMatchInlineSnapshot(`
		"content/facts.yaml:2:1 yaml/tab-as-indent
		Dòng \`kind: number\` thụt vào bằng phím Tab. Xóa khoảng trống ở đầu dòng rồi gõ bằng phím cách, hai dấu cách cho mỗi bậc.
		The line \`kind: number\` is indented with a tab. Delete the white space at its start and type spaces, two for each level."
	`);
});

test('a block of fields that is amiss is told once', () => {
	expect(check({ text: 'title: Chợ\n---\n\nLời.\n' })).toMatchInlineSnapshot(`
		[
		  "content/about/a/vi.mdx:1:1 front-matter/missing
		Tệp bắt đầu ngay bằng trường \`title: Chợ\`. Thêm một dòng \`---\` phía trên dòng này; sau trường cuối cùng cũng phải có một dòng \`---\`.
		The file starts with the field \`title: Chợ\`. Add a line \`---\` above it; there must be a line \`---\` after the last field too.",
		]
	`);
	expect(check({ text: '---\ntitle: Chợ\n—\n\nLời.\n' })).toMatchInlineSnapshot(`
		[
		  "content/about/a/vi.mdx:3:1 front-matter/missing
		Dòng \`—\` không đóng được phần khai báo: dòng đóng gồm đúng ba dấu gạch nối, viết sát lề. Sửa dòng này thành \`---\`.
		The line \`—\` does not close the fields: the closing line is three hyphens at the margin. Change this line into \`---\`.",
		]
	`);
	expect(check({ text: '---\nkind: page\n---\n---\ntitle: Hai\n---\n\nLời.\n' })).toMatchInlineSnapshot(`
		[
		  "content/about/a/vi.mdx:4:1 front-matter/twice
		Từ đây đến dòng 6 là một phần khai báo thứ hai; nó sẽ bị in ra như lời văn. Chuyển các trường cần giữ lên phần khai báo đầu tệp, rồi xóa phần này cùng hai dòng \`---\` của nó.
		From here to line 6 stands a second block of fields, which would be printed as words. Move the fields to keep into the block at the top, then delete this one with its two lines \`---\`.",
		]
	`);
});

test('what cannot stand in a text is told with what to write instead', () => {
	expect(body('Tỷ lệ nữ <30% ở 5 tỉnh.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:10 mdx/unexpected-character
		Dấu \`<\` ở đây bị hiểu là mở đầu một thẻ: \`Tỷ lệ nữ <30% ở 5 tỉnh.\`. Viết bằng chữ (“dưới”, “nhỏ hơn”), hoặc viết \`&lt;\`.
		The \`<\` here is taken for the start of a tag: \`Tỷ lệ nữ <30% ở 5 tỉnh.\`. Use words (“below”, “less than”), or write \`&lt;\`."
	`);
	expect(body('<Callout kind="note">\n\nLời.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:1 mdx/tag
		Thẻ \`<Callout kind="note">\` mở ở đây chưa được đóng. Thêm \`</Callout>\` trên một dòng riêng, sau đoạn cuối cùng thuộc về nó.
		The tag \`<Callout kind="note">\` opened here is not closed. Add \`</Callout>\` on a line of its own, after the last paragraph that belongs to it."
	`);
	expect(body('Cách bến xe <Fact id="a">.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:13 mdx/tag
		Thẻ \`<Fact id="a">\` mở ở đây chưa được đóng. \`<Fact>\` đứng một mình nên kết thúc bằng \`/>\`: \`<Fact … />\`.
		The tag \`<Fact id="a">\` opened here is not closed. \`<Fact>\` stands alone and ends in \`/>\`: \`<Fact … />\`."
	`);
	expect(body('Một<br>hai.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:4 mdx/tag
		Không dùng được thẻ HTML \`<br>\` trong bài viết. Xóa thẻ; sang đoạn mới bằng một dòng trống.
		The HTML tag \`<br>\` cannot be used in a text. Delete it; a new paragraph starts after an empty line."
	`);
	expect(body('Điền <họ tên> vào đơn.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:6 mdx/tag
		\`<họ tên>\` bị hiểu là một thẻ chưa đóng, và không có thẻ nào tên là \`họ\`. Nếu là chỗ để điền hoặc lời chú, dùng ngoặc đơn \`(…)\`; nếu cần in dấu \`<\`, viết \`&lt;\`.
		\`<họ tên>\` is taken for a tag that is not closed, and there is no tag \`họ\`. For a blank to fill in or a remark use parentheses \`(…)\`; to print \`<\`, write \`&lt;\`."
	`);
	expect(body('<Steps>\n\n1. a\n\n</Step>')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:9:1 mdx/tag
		\`</Step>\` không khớp với thẻ mở \`<Steps>\` ở dòng 5. Thẻ mở sau phải đóng trước: sửa tên thẻ đóng, hoặc thêm thẻ đóng còn thiếu ở phía trên.
		\`</Step>\` does not match the tag \`<Steps>\` opened in line 5. The tag opened last is closed first: correct the name of the closing tag, or add the closing tag that is missing above."
	`);
	expect(body('Cách bến xe <Fact id=“a” />.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:22 mdx/tag
		Dấu ngoặc kép trong thẻ \`<Fact id=“a” />\` là ngoặc cong “ ”. Dùng ngoặc kép thẳng \`"\`: \`<Fact id="a" />\`.
		The quotes in the tag \`<Fact id=“a” />\` are curly “ ”. Use straight quotes \`"\`: \`<Fact id="a" />\`."
	`);
	expect(body('Cách bến xe <Fact id=a />.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:22 mdx/tag
		Giá trị của \`id\` trong thẻ \`<Fact id=a />\` thiếu dấu ngoặc kép. Đặt giá trị trong ngoặc kép thẳng: \`id="a"\`.
		The value of \`id\` in the tag \`<Fact id=a />\` has no quotes. Put straight quotes around it: \`id="a"\`."
	`);
	expect(body('Xem <https://example.org/a>.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:5 mdx/tag
		Địa chỉ không viết được trong \`<…>\`: \`<https://example.org/a>\`. Viết thành liên kết có chữ: \`[tên trang](https://example.org/a)\`.
		An address cannot stand in \`<…>\`: \`<https://example.org/a>\`. Write a link with words: \`[words](https://example.org/a)\`."
	`);
	expect(body('Lời. <!-- hỏi lại -->')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:6 body/html
		Bài viết không chứa được lời ghi chú HTML \`<!-- … -->\`: \`<!-- hỏi lại -->\`. Xóa đi; ghi chú giữa những người biên tập viết ở phần khai báo đầu tệp, trên dòng bắt đầu bằng \`#\`.
		A text cannot hold an HTML comment \`<!-- … -->\`: \`<!-- hỏi lại -->\`. Delete it; notes among editors go into the fields at the top, on a line that starts with \`#\`."
	`);
	expect(body('Phí {50.000 đồng.')).toMatchInlineSnapshot(`
		"content/about/a/vi.mdx:5:5 body/expression
		Dấu \`{\` mở đầu một đoạn mã lệnh; bài viết không được chứa mã lệnh. Xóa dấu này và dấu \`}\`, thay bằng ngoặc đơn \`(…)\` hoặc ngoặc kép “…”; nếu cần in đúng hai dấu ấy, viết \`&#123;\` và \`&#125;\`. Chỗ này: \`{50.000 đồng.\`.
		The sign \`{\` starts code; texts hold no code. Delete it and its \`}\`, or use parentheses \`(…)\` or quotation marks “…”; to print these very signs, write \`&#123;\` and \`&#125;\`. Seen: \`{50.000 đồng.\`."
	`);
});

test('bytes of another encoding are told with the words before them', () => {
	expect(check({ bytes: Buffer.from('ở cá khô', 'latin1') })).toMatchInlineSnapshot(`
		[
		  "content/about/a/en.mdx:1:1 file/not-utf-8
		Tệp không phải mã UTF-8 (có lẽ là một bảng mã cũ như Windows-1252, Windows-1258): chữ ở đây không đọc được. Mở tệp, chọn “Save as” / “Lưu thành”, chọn mã UTF-8 rồi lưu lại (trong Excel, chọn loại tệp “CSV UTF-8”); sau đó xem lại các chữ có dấu.
		The file is not UTF-8 (it is probably an old encoding such as Windows-1252 or Windows-1258): the letter here cannot be read. Open it, choose “Save as”, pick UTF-8 and save again (in Excel choose the file type “CSV UTF-8”); then look over the letters with marks.",
		]
	`);
	expect(check({ bytes: Buffer.concat([Buffer.from('Chợ cũ ở ph'), Buffer.from([0xf4])]) })).toMatchInlineSnapshot(`
		[
		  "content/about/a/en.mdx:1:12 file/not-utf-8
		Ở đây, ngay sau “Chợ cũ ở ph”, có một ký tự hỏng, không đúng mã UTF-8. Xóa ký tự này, gõ lại chữ và lưu tệp bằng mã UTF-8.
		Here, right after “Chợ cũ ở ph”, stands a damaged character that is not UTF-8. Delete it, type the letter again and save the file as UTF-8.",
		]
	`);
	expect(check({ bytes: Buffer.from([0x50, 0x4b, 3, 4]) })).toMatchInlineSnapshot(`
		[
		  "content/about/a/en.mdx:1:1 file/not-utf-8
		Đây là tệp Word, Excel hoặc tệp nén được đổi tên, không phải tệp văn bản. Tạo tệp văn bản bằng Notepad hoặc trình soạn thảo tương tự, chép lời văn vào (bài viết bắt đầu bằng các trường giữa hai dòng \`---\`) và lưu bằng mã UTF-8.
		This is a Word, Excel or compressed file under another name, not a text file. Make a text file with Notepad or the like, copy the words into it (a text starts with fields between two lines \`---\`) and save it as UTF-8.",
		]
	`);
});

test('a glossary that cannot be read as a table is told, with the nearest name of a column', () => {
	expect(check({ glossary: 'id,vi,forbiden\na,b,\n' })).toMatchInlineSnapshot(`
		[
		  "content/glossary.csv:1:7 csv/form
		Không có cột \`forbiden\`. Có phải \`forbidden\`? Sửa tên ở dòng đầu; các cột là \`id\`, mã ngôn ngữ (\`vi\`, \`en\`…), \`variants\`, \`forbidden\`, \`note\`, \`source\`.
		There is no column \`forbiden\`. Did you mean \`forbidden\`? Correct the name in the first line; the columns are \`id\`, language codes (\`vi\`, \`en\`…), \`variants\`, \`forbidden\`, \`note\`, \`source\`.",
		]
	`);
	expect(check({ glossary: 'id,vi,note\na,chợ, cũ, lớn\n' })).toMatchInlineSnapshot(`
		[
		  "content/glossary.csv:2:1 csv/form
		Dòng này có 4 ô, trong khi dòng đầu có 3 cột: \`a,chợ, cũ, lớn\`. Ô có dấu phẩy phải nằm trọn trong dấu ngoặc kép thẳng \`"…"\`; ô trống vẫn giữ dấu phẩy.
		This row has 4 cells, the first line has 3 columns: \`a,chợ, cũ, lớn\`. A cell with a comma needs straight quotes \`"…"\` around it; an empty cell keeps its comma.",
		]
	`);
	expect(check({ glossary: 'id;vi\na;chợ\n' })).toMatchInlineSnapshot(`
		[
		  "content/glossary.csv:1:1 csv/form
		Các cột cách nhau bằng dấu \`;\`; phải là dấu phẩy. Lưu lại với loại tệp “CSV UTF-8 (Comma delimited)”; nếu Excel vẫn ghi dấu khác, dùng Google Trang tính hoặc LibreOffice và chọn dấu phân cách là dấu phẩy.
		The columns are parted by \`;\`; commas are needed. Save again as “CSV UTF-8 (Comma delimited)”; if Excel still writes another sign, use Google Sheets or LibreOffice and choose the comma as separator.",
		]
	`);
});
