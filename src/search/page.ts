import { prepareQuery } from './prepare-query.ts';

/** What the search engine of the finished site offers, as far as this page uses it. */
interface Engine {
	options(options: Readonly<Record<string, unknown>>): Promise<void>;
	filters(): Promise<Filters>;
	search(
		query: string,
		options: { filters: Readonly<Record<string, unknown>> },
	): Promise<{ results: { data(): Promise<Found> }[]; filters: Filters; totalFilters: Filters }>;
}
type Filters = Readonly<Record<string, Readonly<Record<string, number>>>>;
interface Found {
	readonly url: string;
	/** Words of the page around the hit; `<mark>` is text here. */
	readonly excerpt: string;
	readonly meta: Readonly<Record<string, string>>;
}

/** Results shown at once. */
const pageSize = 10;
/** Wait after a key before looking, in milliseconds. */
const pause = 180;

/** Excerpt as nodes: text, and `mark` elements for hits. Nothing in it is taken for HTML. */
export function excerptNodes(document: Document, excerpt: string): Node[] {
	const plain = (text: string) =>
		text
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&#39;', "'")
			.replaceAll('&amp;', '&');
	return excerpt.split(/(<mark>.*?<\/mark>)/s).flatMap((piece): Node[] => {
		if (piece === '') return [];
		const hit = /^<mark>(.*)<\/mark>$/s.exec(piece)?.[1];
		if (hit === undefined) return [document.createTextNode(plain(piece))];
		const mark = document.createElement('mark');
		mark.textContent = plain(hit);
		return [mark];
	});
}

/** Starts the search page: nothing is fetched before the box is used or the address carries a query. */
export function startSearch(document: Document): void {
	const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
	const form = document.querySelector<HTMLFormElement>('.search-box');
	if (!form) return;
	const input = byId<HTMLInputElement>('query');
	const status = byId('status');
	const list = byId('results');
	const more = byId<HTMLButtonElement>('more');
	const hint = byId('hint');
	const filters = byId<HTMLFormElement>('filters');
	const { bundle = '/pagefind/', none = '', error = '', loading = '', counts = '{}' } = form.dataset;
	const plurals = JSON.parse(counts) as Record<string, string>;
	const tag = document.documentElement.lang;
	const rules = new Intl.PluralRules(tag);
	const numbers = new Intl.NumberFormat(tag);
	const start = status.textContent ?? '';
	let engine: Promise<Engine> | undefined;
	let turn = 0;

	const load = (): Promise<Engine> => {
		engine ??= import(/* @vite-ignore */ `${bundle}pagefind.js`).then(async (module: Engine) => {
			// Without its worker the engine keeps to the page's own policy.
			await module.options({ noWorker: true, baseUrl: bundle.replace(/pagefind\/$/, '') });
			// Results carry counts for filters only once these are known.
			await module.filters();
			return module;
		});
		engine.catch(() => (engine = undefined));
		return engine;
	};
	const chosen = (): Record<string, { any: string[] }> => {
		const wanted: Record<string, { any: string[] }> = {};
		for (const box of filters.querySelectorAll<HTMLInputElement>('input:checked'))
			(wanted[box.name] ??= { any: [] }).any.push(box.value);
		return wanted;
	};
	const showCounts = (totals: Filters) => {
		for (const box of filters.querySelectorAll<HTMLInputElement>('input')) {
			const number = box.closest('label')?.querySelector('.number');
			if (number) number.textContent = numbers.format(totals[box.name]?.[box.value] ?? 0);
		}
		filters.hidden = false;
	};
	const row = (found: Found): HTMLLIElement => {
		const item = document.createElement('li');
		const box = document.createElement('div');
		const heading = document.createElement('h2');
		const link = document.createElement('a');
		const words = document.createElement('p');
		link.href = found.url;
		link.textContent = found.meta['title'] ?? found.url;
		heading.append(link);
		words.append(...excerptNodes(document, found.excerpt));
		box.append(heading, words);
		item.append(box);
		return item;
	};

	const search = async (): Promise<void> => {
		const mine = ++turn;
		const query = prepareQuery(input.value);
		const address = new URL(location.href);
		if (query === '') address.searchParams.delete('q');
		else address.searchParams.set('q', query);
		history.replaceState(null, '', address);
		if (query === '') {
			list.replaceChildren();
			status.textContent = start;
			more.hidden = hint.hidden = filters.hidden = true;
			return;
		}
		const slow = setTimeout(() => (status.textContent = loading), 400);
		try {
			const { results, totalFilters } = await (await load()).search(query, { filters: chosen() });
			if (mine !== turn) return;
			let shown = 0;
			const showNext = async (): Promise<void> => {
				const next = await Promise.all(results.slice(shown, shown + pageSize).map((result) => result.data()));
				if (mine !== turn) return;
				const rows = next.map(row);
				if (shown === 0) list.replaceChildren(...rows);
				else list.append(...rows);
				if (shown > 0) rows[0]?.querySelector('a')?.focus();
				shown += next.length;
				more.hidden = shown >= results.length;
			};
			more.onclick = () => void showNext();
			await showNext();
			if (mine !== turn) return;
			showCounts(totalFilters);
			hint.hidden = results.length > 0;
			status.textContent =
				results.length === 0
					? none.replace('{{query}}', query)
					: (plurals[rules.select(results.length)] ?? '{{count}}').replace('{{count}}', numbers.format(results.length));
		} catch {
			if (mine === turn) status.textContent = error;
		} finally {
			clearTimeout(slow);
		}
	};

	let timer: ReturnType<typeof setTimeout> | undefined;
	input.addEventListener('input', (event) => {
		clearTimeout(timer);
		// Vietnamese, Korean and Chinese are composed: wait for the finished letters.
		if (!(event as InputEvent).isComposing) timer = setTimeout(() => void search(), pause);
	});
	input.addEventListener('compositionend', () => void search());
	input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		clearTimeout(timer);
		void search();
	});
	filters.addEventListener('change', () => void search());
	filters.addEventListener('reset', () => setTimeout(() => void search()));
	const asked = new URL(location.href).searchParams.get('q');
	if (asked !== null) {
		input.value = asked;
		void search();
	}
}
