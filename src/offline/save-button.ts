import { sayFailure, type FailureWords } from './failure.ts';
import { sayMoment } from './moment.ts';
import { canSave, forgetWorker, registerWorker } from './register.ts';
import { keptPage, removePage, savedPage, savedPages, savePage, type Wanted } from './store.ts';

/** Versions of pictures that the browser shows, by the address in the page; pictures further down are fetched for it. */
async function shownPictures(document: Document): Promise<Map<string, string>> {
	const shown = new Map<string, string>();
	for (const image of document.images) {
		image.loading = 'eager';
		// A picture that cannot be shown is not waited for: keeping the page will say that it is missing.
		await image.decode().catch(() => undefined);
		if (image.currentSrc !== '') shown.set(image.src, image.currentSrc);
	}
	return shown;
}

/**
 * Makes the button “save this page for the road” work. It stays out of sight where pages cannot be kept; nothing is registered and
 * nothing kept before the reader asks for it. A saved page that is opened with a network is brought up to date without a word.
 *
 * @param base - Path under which the site is served.
 */
export async function startSaving(document: Document, base: string): Promise<void> {
	const box = document.querySelector<HTMLElement>('[data-save]');
	if (!box || !canSave()) return;
	const part = <T extends HTMLElement>(name: string) => box.querySelector<T>(`[data-part="${name}"]`);
	const save = part<HTMLButtonElement>('save');
	const saved = part('saved');
	const remove = part<HTMLButtonElement>('remove');
	const hint = part('hint');
	const status = part('status');
	if (!save || !saved || !remove || !hint || !status) return;
	const { path = '', title = '', tag = '', formats = tag, along = '', savedOn = '', keptAlong = '' } = box.dataset;
	const { saving = '', removed = '' } = box.dataset;
	const words = box.dataset as unknown as FailureWords;
	const wanted: Omit<Wanted, 'shown'> = { base, path, title, tag, along: along.split(' ').filter(Boolean) };

	const show = (isSaved: boolean, text: string) => {
		save.classList.toggle('away', isSaved);
		saved.classList.toggle('away', !isSaved);
		hint.classList.toggle('away', text !== '');
		status.textContent = text;
	};
	const showSaved = (savedAt: number) => show(true, sayMoment(savedOn, savedAt, formats));
	const keep = async () => savePage({ ...wanted, shown: await shownPictures(document) }, Date.now());
	const onClick = async (): Promise<void> => {
		save.disabled = true;
		show(false, saving);
		try {
			await registerWorker(base);
			showSaved((await keep()).savedAt);
			remove.focus();
		} catch (error) {
			show(false, sayFailure(error, words, formats));
			if ((await savedPages(base).catch(() => [])).length === 0) await forgetWorker(base).catch(() => undefined);
		} finally {
			save.disabled = false;
		}
	};
	const onRemove = async (): Promise<void> => {
		try {
			await removePage(base, path);
			show(false, removed);
			save.focus();
			if ((await savedPages(base)).length === 0) await forgetWorker(base);
		} catch (error) {
			show(true, sayFailure(error, words, formats));
		}
	};
	save.addEventListener('click', () => void onClick());
	remove.addEventListener('click', () => void onRemove());

	try {
		const record = await savedPage(base, path);
		if (record) showSaved(record.savedAt);
		else {
			const copy = await keptPage(base, path);
			show(false, copy ? sayMoment(keptAlong, copy.savedAt, formats) : '');
		}
		box.classList.add('ready');
		if (!record || !navigator.onLine) return;
		// The old copy stays, and says its day, when this does not work out.
		await registerWorker(base);
		showSaved((await keep()).savedAt);
	} catch {
		box.classList.add('ready');
	}
}
