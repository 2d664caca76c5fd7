import { sayMoment } from './moment.ts';
import { canSave, forgetWorker } from './register.ts';
import { removePage, savedPages, type SavedPage } from './store.ts';

/**
 * Fills the list of saved pages: where each leads, when it was saved, and a button that removes it.
 *
 * @param base - Path under which the site is served.
 */
export async function startList(document: Document, base: string): Promise<void> {
	const list = document.querySelector<HTMLElement>('[data-saved-list]');
	const status = document.querySelector<HTMLElement>('[data-saved-status]');
	if (!list || !status) return;
	const { formats = '', savedOn = '', remove = '', removePageWords = '' } = list.dataset;
	const { none = '', removed = '', unsupported = '', failed = '' } = list.dataset;

	const row = ({ path, title, tag, savedAt }: SavedPage): HTMLLIElement => {
		const item = document.createElement('li');
		const box = document.createElement('div');
		const heading = document.createElement('h2');
		const link = document.createElement('a');
		const when = document.createElement('p');
		const button = document.createElement('button');
		link.href = path;
		link.hreflang = link.lang = tag;
		link.textContent = title;
		heading.append(link);
		when.className = 'small';
		when.textContent = sayMoment(savedOn, savedAt, formats);
		button.type = 'button';
		button.className = 'button';
		button.textContent = remove;
		button.setAttribute('aria-label', removePageWords.replace('{{title}}', title));
		button.addEventListener('click', () => void take(path));
		box.append(heading, when);
		item.append(box, button);
		return item;
	};
	const fill = async (): Promise<number> => {
		const pages = await savedPages(base);
		list.replaceChildren(...pages.map(row));
		return pages.length;
	};
	const take = async (path: string): Promise<void> => {
		try {
			await removePage(base, path);
			const left = await fill();
			status.textContent = left > 0 ? removed : `${removed} ${none}`;
			(list.querySelector('button') ?? status).focus();
			if (left === 0) await forgetWorker(base);
		} catch {
			status.textContent = failed;
		}
	};
	if (!canSave()) {
		status.textContent = unsupported;
		return;
	}
	try {
		status.textContent = (await fill()) > 0 ? '' : none;
	} catch {
		status.textContent = failed;
	}
}
