import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Fault } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';

type Say = Problem['say'];

/** Said of a brace wherever it is found: by the parser's tree, or by the reader of files with many of them. */
export const expressionSaying: Say = {
	vi: 'Dấu `{…}` là mã lệnh; nội dung không được chứa mã. Xóa đi, hoặc viết `&#123;` nếu muốn in dấu ngoặc.',
	en: '`{…}` is code; texts hold no code. Delete it, or write `&#123;` to print the brace.',
};

/** What a file has too much of. */
const tooMuch: Readonly<Record<string, Say>> = {
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

/** What is wrong with the form of a file, by the name its reader gives the fault. */
const sayings = {
	'body/expression': () => expressionSaying,
	'file/too-long': (detail: string) => {
		const what = tooMuch[detail] ?? tooMuch['text'];
		return {
			vi: `${what?.vi ?? ''} Chia thành nhiều bài, hoặc xóa phần lặp lại do chép nhầm.`,
			en: `${what?.en ?? ''} Divide it into several texts, or delete what was pasted by mistake.`,
		};
	},
	'file/utf-16': () => ({
		vi: 'Tệp được lưu bằng mã UTF-16. Mở tệp, chọn “Save as” / “Lưu thành”, chọn mã UTF-8 rồi lưu lại.',
		en: 'The file is saved as UTF-16. Open it, choose “Save as”, pick UTF-8 and save again.',
	}),
	'file/not-utf-8': () => ({
		vi: 'Tệp không phải mã UTF-8. Mở tệp, chọn “Save as” / “Lưu thành”, chọn mã UTF-8 rồi lưu lại.',
		en: 'The file is not UTF-8. Open it, choose “Save as”, pick UTF-8 and save again.',
	}),
	'front-matter/missing': () => ({
		vi: 'Tệp phải bắt đầu bằng phần khai báo giữa hai dòng `---`. Thêm dòng `---` ở đầu tệp và sau các trường.',
		en: 'The file must start with fields between two lines `---`. Add a line `---` at the top and after the fields.',
	}),
	'yaml/duplicate-key': (detail: string) => ({
		vi: `Trường \`${detail}\` được viết hai lần. Xóa một dòng.`,
		en: `The field \`${detail}\` stands twice. Delete one of the lines.`,
	}),
	'yaml/tab-as-indent': () => ({
		vi: 'Có dấu tab ở đầu dòng. Thay bằng dấu cách.',
		en: 'There is a tab at the start of the line. Use spaces instead.',
	}),
	'yaml/alias': () => ({
		vi: 'Không dùng được dấu `&` và `*` để nhắc lại giá trị. Viết lại giá trị đầy đủ.',
		en: 'Values cannot be repeated with `&` and `*`. Write the value out.',
	}),
	'yaml/form': (detail: string) => ({
		vi: `Không đọc được dòng này: \`${detail}\`. Nếu giá trị có dấu hai chấm \`:\`, dấu \`#\` hoặc bắt đầu bằng ngoặc, hãy đặt cả giá trị trong dấu ngoặc kép "…".`,
		en: `This line cannot be read: \`${detail}\`. If the value has a colon \`:\`, a \`#\` or starts with a bracket, put quotes around it "…".`,
	}),
	'csv/form': (detail: string) => ({
		vi: `Dòng này không có đúng số cột: \`${detail}\`. Mỗi dòng cần đủ các cột như dòng đầu; ô có dấu phẩy phải đặt trong dấu ngoặc kép.`,
		en: `This row does not have the right number of columns: \`${detail}\`. Every row needs the columns of the first; a cell with a comma needs quotes.`,
	}),
	'mdx/unexpected-character': () => ({
		vi: 'Dấu `<` ở đây bị hiểu là một thẻ. Viết `&lt;`, hoặc viết bằng chữ (“dưới”, “nhỏ hơn”).',
		en: 'The `<` here is taken for a tag. Write `&lt;`, or use words (“below”, “less than”).',
	}),
	'mdx/tag': () => ({
		vi: 'Không đọc được thẻ ở đây: một thẻ `<…>` chưa đóng, thiếu dấu ngoặc kép, hoặc dấu `{` hay `<` đứng một mình. Đóng thẻ, hoặc viết `&lt;` thay cho `<` và `&#123;` thay cho `{`.',
		en: 'The tag here cannot be read: a tag `<…>` is not closed, lacks a quote, or a `{` or `<` stands alone. Close the tag, or write `&lt;` for `<` and `&#123;` for `{`.',
	}),
} satisfies Partial<Record<Code, (detail: string) => Say>>;

/** Its parser has a name for each way to go wrong; an editor needs those that are mended in different ways. */
function codeOf(fault: string): keyof typeof sayings {
	if (fault in sayings) return fault as keyof typeof sayings;
	return fault.startsWith('yaml/') ? 'yaml/form' : 'mdx/tag';
}

const registerFiles = {
	site: 'site.yaml',
	facts: 'facts.yaml',
	documents: 'documents.yaml',
	glossary: 'glossary.csv',
	look: 'look/look.yaml',
} as const;

/** Files that could not be read as what they are, and folders that cannot be entries. */
export function checkFiles(folder: ContentFolder, folderName: string): Problem[] {
	const problem = (file: string, fault: Fault): Problem => ({
		file: `${folderName}/${file}`,
		line: fault.line,
		column: fault.column,
		code: codeOf(fault.code),
		severity: 'error',
		say: sayings[codeOf(fault.code)](fault.detail),
	});
	const problems = folder.faults.map((fault) => problem(fault.file, fault));
	for (const [name, file] of Object.entries(registerFiles) as [keyof typeof registerFiles, string][])
		for (const fault of folder.registers.get(name)?.faults ?? []) problems.push(problem(file, fault));
	for (const entry of folder.entries)
		for (const text of entry.texts.values())
			for (const fault of [...text.faults, ...text.frontMatter.faults]) problems.push(problem(text.path, fault));
	if (!folder.registers.has('site') && !folder.faults.some(({ file }) => file === 'site.yaml'))
		problems.push({
			file: `${folderName}/site.yaml`,
			line: 1,
			column: 1,
			code: 'site/missing',
			severity: 'error',
			say: {
				vi: 'Thư mục nội dung không có tệp site.yaml. Tạo tệp này (xem README.vi.md).',
				en: 'The content folder has no site.yaml. Create it (see README.md).',
			},
		});
	return problems;
}
