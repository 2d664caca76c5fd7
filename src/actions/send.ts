/**
 * Makes the button work that passes a page on: the device's own way of sharing, or the address on the clipboard. It stays out of sight
 * where there is neither.
 */
export function startSending(document: Document): void {
	const button = document.querySelector<HTMLButtonElement>('[data-send]');
	if (!button) return;
	const { title = '', copied = '', failed = '' } = button.dataset;
	const done = button.nextElementSibling;
	const say = (words: string) => done && (done.textContent = words);
	const canShare = 'share' in navigator;
	if (!canShare && !('clipboard' in navigator)) return;
	button.addEventListener('click', () => {
		// Without what the reader did on the page: a part, a card on the whole screen.
		const url = location.origin + location.pathname;
		if (canShare)
			navigator.share({ title, url }).catch((error: unknown) => {
				// The reader thought better of it.
				if (!(error instanceof Error && error.name === 'AbortError')) say(failed);
			});
		else
			navigator.clipboard.writeText(url).then(
				() => say(copied),
				() => say(failed),
			);
	});
	button.classList.add('ready');
}
