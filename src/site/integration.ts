import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { readSettings } from '#loaders/settings.ts';
import { lookStyleSheet, neutralHues } from '#look/colour-roles.ts';
import { pictureBytes, picturesFolder } from '#pictures/prepare.ts';
import { lookSchema } from '#schema/site.ts';

const lookModule = 'virtual:look.css';
const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp', avif: 'image/avif' };

/** Style sheet of the content folder's look; the neutral one when it has none. */
function lookCss(contentDir: string): string {
	let text: string | undefined;
	try {
		text = readFileSync(join(contentDir, 'look', 'look.yaml'), 'utf8');
	} catch {
		return lookStyleSheet(neutralHues);
	}
	const look = lookSchema.safeParse(parse(text));
	return lookStyleSheet(look.success ? { ...look.data.hues, strength: 1 } : neutralHues);
}

/** Joins a content folder to Astro: its look as a style sheet; in the preview its pictures, and a fresh page after each change. */
export function contentFolder(): AstroIntegration {
	const { contentDir, wordsDir, cacheDir, base } = readSettings();
	return {
		name: 'content-folder',
		hooks: {
			'astro:config:setup': ({ updateConfig, addWatchFile, command }) => {
				if (command === 'dev') addWatchFile(join(contentDir, 'site.yaml'));
				updateConfig({
					vite: {
						plugins: [
							{
								name: 'content-look',
								resolveId: (id: string) => (id === lookModule ? `\0${lookModule}` : undefined),
								load: (id: string) => (id === `\0${lookModule}` ? lookCss(contentDir) : undefined),
							},
						],
					},
				});
			},
			'astro:server:setup': ({ server }) => {
				server.watcher.add([contentDir, wordsDir]);
				server.watcher.on('all', (_event, file) => {
					if (!file.startsWith(contentDir)) return;
					for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
					server.ws.send({ type: 'full-reload' });
				});
				server.middlewares.use((request, response, next) => {
					const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
					const start = `${base}${picturesFolder}/`;
					if (!path.startsWith(start)) return next();
					void pictureBytes(cacheDir, path.slice(start.length)).then((bytes) => {
						if (!bytes) return next();
						response.setHeader('content-type', types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
						response.end(bytes);
					});
				});
			},
		},
	};
}
