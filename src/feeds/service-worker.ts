import { join } from 'node:path';
import { build } from 'esbuild';
import { look } from '#components/look.ts';
import { valuePrinter } from '#components/reading.ts';
import { scriptOf } from '#language/script.ts';
import { wordsFor } from '#language/words.ts';
import type { AwayWords } from '#offline/away-page.ts';
import type { Site } from '#site/model.ts';

/** Words that the worker says by itself, in each language. */
export function awayWords(site: Site): AwayWords[] {
	return site.locales.map(({ locale, tag, formats = tag }) => {
		const say = wordsFor(locale, 'offline');
		const emergency = site.config.emergency === undefined ? undefined : site.view(site.config.emergency, locale);
		const common = wordsFor(locale, 'common');
		const value = valuePrinter(site, locale);
		const numbers = emergency?.source.kind === 'emergency' ? emergency.source.facts : [];
		return {
			locale,
			tag,
			formats,
			script: scriptOf(tag),
			site: site.words(site.config.title, locale).text,
			title: say('away'),
			text: say('awayText'),
			retry: say('retry'),
			savedPages: say('title'),
			savedOn: say('savedOn', { date: '{{date}}', time: '{{time}}' }),
			emergency: common('emergency'),
			emergencyPath: emergency?.path,
			inEmergency: common('inEmergency'),
			numbers: numbers
				.flatMap((id) => site.facts.get(id) ?? [])
				.map((fact) => ({
					dial: String(fact.value),
					number: value(fact),
					label: fact.words ? site.words(fact.words, locale).text : fact.id,
				})),
		};
	});
}

/**
 * The service worker as one classic script. It must lie at the root of the site, under a name that never changes, and not be split
 * into modules, which not every browser takes as a worker: so it is no part of the pages' own bundle.
 */
export async function serviceWorker(site: Site): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [join(process.cwd(), 'src/offline/worker.ts')],
		bundle: true,
		format: 'iife',
		target: 'es2020',
		minify: true,
		charset: 'utf8',
		write: false,
		define: {
			siteBase: JSON.stringify(site.base),
			siteWords: JSON.stringify(awayWords(site)),
			siteIcon: JSON.stringify(look(site).icon?.src ?? `${site.base}mark.svg`),
		},
	});
	return outputFiles[0]?.text ?? '';
}
