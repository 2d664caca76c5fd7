import { checkContent } from '#checks/content.ts';
import { readSettings } from '#loaders/settings.ts';
import { printProblems } from '#report/problem.ts';
import { helpOr } from './arguments.ts';

const { values } = helpOr(
	{ json: { type: 'boolean' }, strict: { type: 'boolean' } },
	{
		vi: 'npm run check [-- --json] [-- --strict]\n  Kiểm tra nội dung và chữ giao diện; báo mọi lỗi trong một lần. --json: in một danh sách JSON. --strict: cảnh báo cũng là lỗi.',
		en: 'npm run check [-- --json] [-- --strict]\n  Checks content and interface words; tells every problem in one run. --json: prints a JSON array. --strict: warnings count too.',
	},
);
const problems = await checkContent(readSettings());
console.log(values['json'] ? JSON.stringify(problems, null, 2) : printProblems(problems));
process.exitCode = problems.some(({ severity }) => severity === 'error' || values['strict']) ? 1 : 0;
