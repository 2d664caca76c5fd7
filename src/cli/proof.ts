import { helpOr } from './arguments.ts';
import { runSteps, testSteps } from './steps.ts';

helpOr(
	{},
	{
		vi: 'npm run proof\n  Kiểm tra toàn bộ: mọi trang, mọi bề rộng và giao diện sáng tối, Lighthouse (trung vị của 3 lần); ghi vào proof/.',
		en: 'npm run proof\n  The whole proof: every page, width and theme, Lighthouse (median of 3); writes proof/.',
	},
);
await runSteps([
	...testSteps.map((step) =>
		step.name === 'browser tests' ? { ...step, name: 'browser tests, every page', environment: { PROOF: '1' } } : step,
	),
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
