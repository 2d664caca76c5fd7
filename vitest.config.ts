import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 },
				// Astro's own start-up script: unit tests start the interface words themselves.
				resolve: {
					alias: {
						'astro:scripts/page-ssr.js': fileURLToPath(new URL('./tests/unit/interface-words.ts', import.meta.url)),
					},
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
