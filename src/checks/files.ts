import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Fault } from '#loaders/source-file.ts';
import type { Problem } from '#report/problem.ts';
import { sayings } from './file-sayings.ts';

export { expressionSaying } from './file-sayings.ts';

/** Its readers have a name for each way to go wrong; a name without words of its own would be a slip of ours. */
function codeOf(fault: string): keyof typeof sayings {
	if (!Object.hasOwn(sayings, fault)) throw new Error(`No words for the fault ${fault}`);
	return fault as keyof typeof sayings;
}

const registerFiles = {
	site: 'site.yaml',
	facts: 'facts.yaml',
	documents: 'documents.yaml',
	glossary: 'glossary.csv',
	holidays: 'holidays.yaml',
	look: 'look/look.yaml',
	coast: 'map/coast.json',
} as const;

/** Files that could not be read as what they are, and folders that cannot be entries. */
export function checkFiles(folder: ContentFolder, folderName: string): Problem[] {
	const problem = (file: string, fault: Fault): Problem => ({
		file: `${folderName}/${file}`,
		line: fault.line,
		column: fault.column,
		code: codeOf(fault.code),
		severity: 'error',
		say: sayings[codeOf(fault.code)](fault),
	});
	const problems = folder.faults.map((fault) => problem(fault.file, fault));
	for (const [name, file] of Object.entries(registerFiles) as [keyof typeof registerFiles, string][])
		for (const fault of folder.registers.get(name)?.faults ?? []) problems.push(problem(file, fault));
	for (const entry of dueEntries(folder))
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
