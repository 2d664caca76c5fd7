import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] },
				// Astro's own start-up script: unit tests start the interface words themselves.
				resolve: {
					alias: { 'astro:scripts/page-ssr.js': new URL('./tests/unit/interface-words.ts', import.meta.url).pathname },
				},
			},
			{
				test: {
					name: 'build',
					include: ['tests/build/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					fileParallelism: false,
				},
			},
		],
	},
});
