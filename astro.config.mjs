import { defineConfig } from 'astro/config';
import i18next from 'astro-i18next';
import { contentFolder } from './src/cli/content-folder.ts';
import { readSettings } from './src/loaders/settings.ts';

const { base, cacheDir } = readSettings();

export default defineConfig({
	base,
	cacheDir: `${cacheDir}/astro`,
	trailingSlash: 'always',
	devToolbar: { enabled: false },
	server: { port: 4321 },
	build: { format: 'directory', assets: '_assets', inlineStylesheets: 'never' },
	integrations: [i18next({ configPath: './astro-i18next.config.ts' }), contentFolder()],
	vite: {
		build: { assetsInlineLimit: 0 },
		// satteri and sharp bring native code, pagefind is a file of the finished site.
		ssr: { external: ['satteri', 'sharp', 'yaml', 'csv-parse', 'esbuild'] },
	},
});
