import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** Languages of the demo and their tags. */
export const languages = { vi: 'vi', en: 'en', ru: 'ru', ko: 'ko', zh: 'zh-Hans' } as const;
export const locales = Object.keys(languages) as (keyof typeof languages)[];

/** One page of each template, without its language. */
export const templates: Readonly<Record<string, string>> = {
	home: '/',
	'congress hub': '/congress/',
	phase: '/congress/during/',
	'section list': '/visit/',
	'section list with offices and holidays': '/living/',
	document: '/congress/after/provincial-resolution/',
	event: '/congress/during/provincial-congress-opening/',
	'article with days': '/congress/during/national-congress-day-by-day/',
	person: '/congress/during/provincial-party-secretary/',
	question: '/congress/after/what-changes-for-residents/',
	clarification: '/congress/after/city-status-2027-or-2030/',
	zone: '/invest/van-phong-economic-zone/',
	'invest list': '/invest/',
	sector: '/invest/energy-sector/',
	'print sheet': '/invest/energy-sector/sheet/',
	procedure: '/invest/steps-to-invest/',
	'expired project': '/invest/sample-small-jetty/',
	project: '/invest/ninh-xuan-1-industrial-park/',
	place: '/visit/ponagar-towers/',
	festival: '/visit/kate-festival/',
	itinerary: '/visit/one-day-in-nha-trang/',
	service: '/living/declare-temporary-residence/',
	emergency: '/living/emergency-numbers/',
	guide: '/living/visa-exemption-45-days/',
	'guide with seasons and notes by country': '/visit/before-you-come/',
	'guide with offices and holidays': '/living/offices-and-holidays/',
	'itinerary of two days': '/visit/two-days-to-phan-rang/',
	'service with an office': '/living/work-permit/',
	notice: '/living/counter-moved-notice/',
	'about page': '/about/publisher/',
	film: '/congress/after/resolution-in-one-minute/',
	recording: '/living/if-you-need-help/',
	search: '/search/',
	'all pages': '/all/',
	'saved pages': '/offline/',
	'list of facts': '/data/',
	infographic: '/congress/after/province-in-charts/',
	'for other portals': '/embed/',
	'frame of a section': '/embed/visit/',
	'missing page': '/no-such-page/',
};

/** Pages with the site's masthead and foot: a frame for another portal has that portal's. */
export const ownPages: readonly string[] = Object.entries(templates)
	.filter(([name]) => name !== 'frame of a section')
	.map(([, path]) => path);

/** What is opened in one language: a page of each template, in the proof every page of the build. */
export function pagesOf(locale: string): Readonly<Record<string, string>> {
	if (process.env['PROOF'] !== '1') return templates;
	const files = readdirSync(`dist/${locale}`, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('index.html'),
	);
	const paths = files.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`).sort();
	return { ...Object.fromEntries(paths.map((path) => [path, path])), 'missing page': '/no-such-page/' };
}

/** A page as a reader may meet it. */
export interface Setting {
	readonly width: number;
	readonly scheme: 'light' | 'dark';
}

const settings: readonly Setting[] = [
	{ width: 360, scheme: 'light' },
	{ width: 1280, scheme: 'light' },
	{ width: 360, scheme: 'dark' },
	{ width: 1280, scheme: 'dark' },
];

function commit(): string {
	try {
		return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	} catch {
		return 'no commit';
	}
}
const share = commit();

/** Widths and themes for one page: all of them in the proof, otherwise one, chosen by the commit so that all come round. */
export function settingsFor(page: string): readonly Setting[] {
	if (process.env['PROOF'] === '1') return settings;
	const number = createHash('sha256').update(share).update(page).digest()[0] ?? 0;
	return settings.slice(number % settings.length).slice(0, 1);
}
