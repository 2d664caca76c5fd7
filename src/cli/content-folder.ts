import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { checkContent } from '#checks/content.ts';
import { readSettings } from '#loaders/settings.ts';
import { lookStyleSheet, neutralHues } from '#look/colour-roles.ts';
import { findMedia, mediaFolder, mediaType } from '#media/prepare.ts';
import { pictureBytes, picturesFolder } from '#pictures/prepare.ts';
import { problemsPage } from '#report/problems-page.ts';
import { lookSchema } from '#schema/site.ts';

const lookModule = 'virtual:look.css';
const types: Readonly<Record<string, string>> = {
	svg: 'image/svg+xml',
	png: 'image/png',
	webp: 'image/webp',
	avif: 'image/avif',
	js: 'text/javascript',
	json: 'application/json',
};
const typeOf = (path: string) => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** Style sheet of the content folder's look; the neutral one when it has none. */
function lookCss(contentDir: string): string {
	let text: string;
	try {
		text = readFileSync(join(contentDir, 'look', 'look.yaml'), 'utf8');
	} catch {
		return lookStyleSheet(neutralHues);
	}
	const look = lookSchema.safeParse(parse(text));
	return lookStyleSheet(look.success ? { ...look.data.hues, strength: 1 } : neutralHues);
}

/** Every file of a folder with its size and the time of its last change, as one text to compare. */
async function stateOf(folder: string): Promise<string> {
	const items = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
	const states = await Promise.all(
		files.map((file) =>
			stat(file).then(
				({ size, mtimeMs }) => `${file} ${size} ${mtimeMs}`,
				() => '',
			),
		),
	);
	return states.sort().join('\n');
}

/**
 * Joins a content folder to Astro: its look as a style sheet. In the preview also its pictures, the search index of the last build,
 * a fresh page after each change, and the check's words instead of pages while the content has errors.
 */
export function contentFolder(): AstroIntegration {
	const settings = readSettings();
	const { contentDir, wordsDir, cacheDir, outDir, base } = settings;
	return {
		name: 'content-folder',
		hooks: {
			'astro:config:setup': ({ updateConfig, addWatchFile, command }) => {
				// Astro reads these once: a change starts the preview anew.
				if (command === 'dev') {
					addWatchFile(join(contentDir, 'site.yaml'));
					for (const name of readdirSync(wordsDir, { recursive: true, encoding: 'utf8' }))
						if (name.endsWith('.json')) addWatchFile(join(wordsDir, name));
				}
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
				let problems = checkContent(settings);
				let seen = Promise.resolve('');
				let later: NodeJS.Timeout | undefined;
				const refresh = () => {
					// State first: a change while the check reads shows as a difference later.
					seen = stateOf(contentDir);
					problems = seen.then(() => checkContent(settings));
					for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
					server.ws.send({ type: 'full-reload' });
				};
				server.watcher.add(contentDir);
				server.watcher.on('all', (_event, file) => {
					if (!file.startsWith(contentDir)) return;
					refresh();
					// The watcher passes over a change that follows another at once: look again when it is quiet.
					clearTimeout(later);
					later = setTimeout(() => {
						void Promise.all([seen, stateOf(contentDir)]).then(([before, after]) => {
							if (before !== after) refresh();
						});
					}, 300);
				});
				server.middlewares.use((request, response, next) => {
					const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
					const inner = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
					if (inner.startsWith(`${picturesFolder}/`)) {
						void pictureBytes(cacheDir, inner.slice(picturesFolder.length + 1)).then((bytes) =>
							bytes ? response.setHeader('content-type', typeOf(inner)).end(bytes) : next(),
						);
						return;
					}
					if (inner.startsWith(`${mediaFolder}/`)) {
						const name = inner.slice(mediaFolder.length + 1);
						void findMedia(contentDir, new Set([name])).then((found) => {
							const file = found.get(name);
							if (file === undefined) return next();
							response.setHeader('content-type', mediaType(name) ?? 'application/octet-stream');
							createReadStream(file).pipe(response);
						}, next);
						return;
					}
					const file = join(outDir, inner);
					if (
						/^pagefind\/[\w./-]+$/.test(inner) &&
						!inner.includes('..') &&
						existsSync(file) &&
						statSync(file).isFile()
					) {
						response.setHeader('content-type', typeOf(inner));
						createReadStream(file).pipe(response);
						return;
					}
					if (!(request.headers.accept ?? '').includes('text/html')) return next();
					void problems.then((found) => {
						const errors = found.filter(({ severity }) => severity === 'error');
						if (errors.length === 0) return next();
						response.statusCode = 500;
						response.setHeader('content-type', 'text/html; charset=utf-8');
						response.end(problemsPage(errors));
					}, next);
				});
			},
		},
	};
}
