import astro from 'eslint-plugin-astro';
import typescript from 'typescript-eslint';

/** Nothing but `loaders/build-day.ts` reads a clock: the same commit gives the same bytes on any day. */
const noClock = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Ask buildDay: nothing else reads a clock.',
	},
	{
		selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
		message: 'Ask buildDay: nothing else reads a clock.',
	},
	{
		selector: "CallExpression[callee.object.name='performance'][callee.property.name='now']",
		message: 'Ask buildDay: nothing else reads a clock.',
	},
];

export default typescript.config(
	{ ignores: ['dist', '.site', '.cache', '**/.astro', 'proof/**', 'test-results', 'node_modules'] },
	...typescript.configs.strict,
	...astro.configs.recommended,
	{
		rules: {
			'no-restricted-syntax': ['error', ...noClock],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'astro/no-set-html-directive': 'off',
			'no-console': 'off',
		},
	},
	{
		files: [
			'src/loaders/build-day.ts',
			'src/cli/bench-measure.ts',
			'src/search/**',
			'src/offline/save-button.ts',
			'tests/**',
			'tools/**',
		],
		rules: { 'no-restricted-syntax': 'off' },
	},
);
