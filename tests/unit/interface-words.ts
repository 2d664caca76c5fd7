import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';

const folder = new URL('../../i18n/', import.meta.url);
const resources = Object.fromEntries(
	readdirSync(folder).map((locale) => [
		locale,
		Object.fromEntries(
			readdirSync(new URL(`${locale}/`, folder)).map((name) => [
				name.replace('.json', ''),
				JSON.parse(readFileSync(new URL(`${locale}/${name}`, folder), 'utf8')) as Record<string, string>,
			]),
		),
	]),
);

/** The same settings as in `astro-i18next.config.ts`, with the words in hand. */
await i18next.init({
	resources,
	fallbackLng: false,
	keySeparator: false,
	interpolation: { escapeValue: false },
	returnNull: false,
});
