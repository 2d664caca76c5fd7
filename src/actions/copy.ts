/**
 * Makes buttons work that put words on the clipboard: `<button data-copy="words" data-copied="…" data-failed="…">`, followed by an
 * element in which to say how it went. They stay out of sight where the browser has no clipboard, as on plain http.
 */
export function startCopying(document: Document): void {
	if (!('clipboard' in navigator)) return;
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
		const { copy = '', copied = '', failed = '' } = button.dataset;
		const done = button.nextElementSibling;
		button.addEventListener('click', () => {
			navigator.clipboard.writeText(copy).then(
				() => done && (done.textContent = copied),
				() => done && (done.textContent = failed),
			);
		});
		button.classList.add('ready');
	}
}
