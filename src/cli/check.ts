import { dirname, relative } from 'node:path';
import { checkContent } from '#checks/content.ts';
import { readSettings } from '#loaders/settings.ts';
import { printAnnotations, printProblems, summary } from '#report/problem.ts';
import { helpOr } from './arguments.ts';

const { values } = helpOr(
	{ json: { type: 'boolean' }, github: { type: 'boolean' }, strict: { type: 'boolean' } },
	{
		vi: 'npm run check [-- --json | --github] [-- --strict]\n  Kiểm tra nội dung và chữ giao diện; báo mọi lỗi trong một lần.\n  --json: in một danh sách JSON.\n  --github: in dạng chú thích của GitHub Actions, hiện ngay tại dòng có lỗi.\n  --strict: cảnh báo cũng là lỗi.',
		en: 'npm run check [-- --json | --github] [-- --strict]\n  Checks content and interface words; tells every problem in one run.\n  --json: prints a JSON array.\n  --github: prints annotations of GitHub Actions, shown at the line of each problem.\n  --strict: warnings count too.',
	},
);
const settings = readSettings();
const problems = await checkContent(settings);
if (values['json']) {
	console.log(JSON.stringify(problems, null, 2));
} else if (values['github']) {
	const folder = relative(process.cwd(), dirname(settings.contentDir)).replaceAll('\\', '/');
	const annotations = printAnnotations(problems, folder && `${folder}/`);
	console.log([annotations, summary(problems)].filter(Boolean).join('\n'));
} else {
	console.log(printProblems(problems));
}
process.exitCode = problems.some(({ severity }) => severity === 'error' || values['strict']) ? 1 : 0;
