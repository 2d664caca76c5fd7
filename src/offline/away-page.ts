import { sayMoment } from './moment.ts';
import type { SavedPage } from './store.ts';

/** Words of the worker in one language of the site. */
export interface AwayWords {
	readonly locale: string;
	readonly tag: string;
	/** Tag for dates. */
	readonly formats: string;
	readonly script: string;
	readonly site: string;
	readonly title: string;
	readonly text: string;
	readonly retry: string;
	readonly savedPages: string;
	/** With gaps for date and time. */
	readonly savedOn: string;
	readonly emergency: string;
	/** Path of the emergency page, if the site has one. */
	readonly emergencyPath: string | undefined;
	readonly inEmergency: string;
	/** Numbers to dial: a phone without data may still call. */
	readonly numbers: readonly { readonly dial: string; readonly number: string; readonly label: string }[];
}

/** What the page tells. */
export interface Away {
	readonly words: AwayWords;
	readonly base: string;
	/** Path with query of the page that was asked for. */
	readonly asked: string;
	readonly saved: readonly SavedPage[];
	readonly styles: readonly string[];
	/** Address of the site's icon. */
	readonly icon: string;
	/** Whether the emergency page of this language is on the device. */
	readonly hasEmergency: boolean;
	readonly timeZone?: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/**
 * Language of the words for a path of the site: its own, else that of the latest saved page, else the browser's, else the first.
 *
 * @param all - Words of every language, the site's first language first.
 * @param preferred - Tags that the browser prefers.
 */
export function wordsForPath(
	all: readonly AwayWords[],
	base: string,
	path: string,
	saved: readonly SavedPage[],
	preferred: readonly string[],
): AwayWords | undefined {
	const localeOf = (of: string) => of.slice(base.length).split('/')[0];
	const wanted = [localeOf(path), ...saved.slice(0, 1).map((page) => localeOf(page.path))];
	const tags = preferred.map((tag) => tag.split('-')[0]);
	return [...wanted, ...tags]
		.map((locale) => all.find((words) => words.locale === locale))
		.concat(all[0])
		.find((words) => words !== undefined);
}

/** The page that stands for one that is not on the device while the network is away: HTML with the reader's saved pages. */
export function awayPage({ words, base, asked, saved, styles, icon, hasEmergency, timeZone }: Away): string {
	const row = ({ path, title, tag, savedAt }: SavedPage) =>
		`<li><h3><a href="${escape(path)}" lang="${escape(tag)}" hreflang="${escape(tag)}">${escape(title)}</a></h3>` +
		`<p class="small">${escape(sayMoment(words.savedOn, savedAt, words.formats, timeZone))}</p></li>`;
	const emergency =
		hasEmergency && words.emergencyPath !== undefined
			? `<p class="tools"><a class="urgent" href="${escape(words.emergencyPath)}">${escape(words.emergency)}</a></p>`
			: '';
	const numbers = words.numbers.map(
		({ dial, number, label }) =>
			`<div><dt>${escape(label)}</dt><dd><a href="tel:${escape(dial)}">${escape(number)}</a></dd></div>`,
	);
	const dial =
		numbers.length === 0
			? ''
			: `<section class="block wide" aria-labelledby="numbers"><h2 id="numbers">${escape(words.inEmergency)}</h2>` +
				`<dl class="dial">${numbers.join('')}</dl></section>`;
	const list =
		saved.length === 0
			? ''
			: `<section class="block wide" aria-labelledby="saved"><h2 id="saved">${escape(words.savedPages)}</h2>` +
				`<ul class="ledger saved-list">${saved.map(row).join('')}</ul></section>`;
	return (
		`<!doctype html><html lang="${words.tag}" data-script="${words.script}"><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
		`<title>${escape(words.title)}</title>` +
		styles.map((href) => `<link rel="stylesheet" href="${escape(href)}">`).join('') +
		`<link rel="icon" href="${escape(icon)}" type="image/svg+xml">` +
		`</head><body><header class="masthead"><div class="wide"><a class="brand" href="${escape(`${base}${words.locale}/`)}">` +
		`<span><b>${escape(words.site)}</b></span></a>${emergency}</div></header>` +
		`<main id="main"><div class="page-head wide"><h1>${escape(words.title)}</h1><p class="lead">${escape(words.text)}</p>` +
		`<p class="buttons"><a class="button" href="${escape(asked)}">${escape(words.retry)}</a></p></div>${list}${dial}</main></body></html>`
	);
}
