import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const texts = defineCollection({
	loader: glob({
		base: process.env['CONTENT_DIR'] ?? '../../../content',
		pattern: '**/*.mdx',
		generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
	}),
});
export const collections = { texts };
