import { helpOr } from './arguments.ts';
import { runSteps, testSteps } from './steps.ts';

helpOr(
	{},
	{
		vi: 'npm test\n  Chạy mọi kiểm tra trong vòng 15 phút; dòng cuối: "N passed, N failed".',
		en: 'npm test\n  Runs all checks and tests within 15 minutes; last line: “N passed, N failed”.',
	},
);
await runSteps(testSteps);
