// An ordinary Astro project that compiles the demo's texts with @astrojs/mdx, as the reference for our own reading of them.
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { features } from '../../../src/loaders/text-file.ts';

export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	compressHTML: true,
	markdown: { processor: satteri({ features }), syntaxHighlight: false },
	integrations: [mdx()],
	vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
});
