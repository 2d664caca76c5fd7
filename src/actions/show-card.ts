/**
 * Adds keyboard and history to a card that fills the screen by `:target`: focus goes to the way back, Escape and the device's “back”
 * close it, and closing leaves no step in the history. Without script the same links do it.
 */
export function startCard(document: Document): void {
	const card = document.querySelector<HTMLElement>('[data-card]');
	const open = card?.querySelector<HTMLAnchorElement>('[data-open]');
	const close = card?.querySelector<HTMLAnchorElement>('[data-close]');
	if (!card || !open || !close) return;
	const isShown = () => location.hash === `#${card.id}`;
	let wasOpened = false;
	open.addEventListener('click', () => (wasOpened = true));
	const leave = () => {
		if (wasOpened) history.back();
		else location.hash = open.id;
	};
	close.addEventListener('click', (event) => {
		event.preventDefault();
		leave();
	});
	document.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && isShown()) leave();
	});
	let wasShown = false;
	const follow = () => {
		if (isShown()) close.focus();
		else if (wasShown) {
			wasOpened = false;
			open.focus();
		}
		wasShown = isShown();
	};
	addEventListener('hashchange', follow);
	// An address that names the card: the browser itself goes there first.
	addEventListener('load', follow, { once: true });
}
