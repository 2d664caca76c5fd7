import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSettings } from './src/loaders/settings.ts';

const { contentDir, wordsDir } = readSettings();
const site = parse(readFileSync(`${contentDir}/site.yaml`, 'utf8')) as { locales: { locale: string }[] };
const locales = site.locales.map(({ locale }) => locale);
const defaultLocale = locales[0] ?? 'vi';
const namespaces = readdirSync(`${wordsDir}/${defaultLocale}`)
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.slice(0, -5))
	.sort();

/**
 * Settings of astro-i18next. It writes them into code as they are: no closures, no double quotes or backslashes.
 * Paths are absolute because its own would be an address, in which a folder named “Tài liệu” is not found.
 */
export default {
	defaultLocale,
	locales,
	load: ['server'],
	namespaces,
	defaultNamespace: 'common',
	i18nextServer: {
		initAsync: false,
		fallbackLng: false,
		returnNull: false,
		keySeparator: false,
		preload: locales,
		interpolation: { escapeValue: false },
		backend: { loadPath: `${wordsDir.replaceAll('\\', '/')}/{{lng}}/{{ns}}.json` },
		saveMissing: true,
		missingKeyHandler: (languages: string[], namespace: string, key: string) => {
			throw new Error('[i18n] missing ' + namespace + ':' + key + ' in ' + languages.join(','));
		},
	},
};
