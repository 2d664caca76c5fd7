import { join } from 'node:path';
import { build } from 'esbuild';
import { scriptOf } from '#language/script.ts';
import { wordsFor } from '#language/words.ts';
import type { AwayWords } from '#offline/away-page.ts';
import type { Site } from '#site/model.ts';

/** Words that the worker says by itself, in each language. */
export function awayWords(site: Site): AwayWords[] {
	return site.locales.map(({ locale, tag, formats = tag }) => {
		const say = wordsFor(locale, 'offline');
		const emergency = site.config.emergency === undefined ? undefined : site.view(site.config.emergency, locale);
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
			emergency: wordsFor(locale, 'common')('emergency'),
			emergencyPath: emergency?.path,
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
		define: { siteBase: JSON.stringify(site.base), siteWords: JSON.stringify(awayWords(site)) },
	});
	return outputFiles[0]?.text ?? '';
}
