import { helpOr } from './arguments.ts';
import { runSteps, testSteps, type Step } from './steps.ts';

helpOr(
	{},
	{
		vi: 'npm run proof\n  Kiểm tra toàn bộ: mọi trang, mọi bề rộng và giao diện sáng tối, mười nghìn bài hỏng ngẫu nhiên, Lighthouse (trung vị của 3 lần); ghi vào proof/.',
		en: 'npm run proof\n  The whole proof: every page, width and theme, ten thousand random broken texts, Lighthouse (median of 3); writes proof/.',
	},
);
const more: Readonly<Record<string, Partial<Step>>> = {
	'unit tests': { name: 'unit tests, ten thousand texts', environment: { FUZZ_CASES: '10000' } },
	'browser tests': { name: 'browser tests, every page', environment: { PROOF: '1' } },
};
await runSteps([
	...testSteps.map((step) => ({ ...step, ...more[step.name] })),
	{
		name: 'Lighthouse',
		command: [
			process.execPath,
			'--experimental-strip-types',
			'--disable-warning=ExperimentalWarning',
			'tests/proof/lighthouse.ts',
		],
	},
]);
