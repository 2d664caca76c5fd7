/** What the filter can ask for, by the name of its field and of the parameter in the address. */
export const filterNames = ['kind', 'sector', 'stage'] as const;
export type Choice = Readonly<Partial<Record<(typeof filterNames)[number], string>>>;

/** What a row of the list says of itself. */
export interface Row {
	readonly kind: string;
	readonly sectors: readonly string[];
	readonly stage: string | undefined;
}

/** Whether a row is wanted. A field without a choice takes every row. */
export function isWanted(row: Row, { kind, sector, stage }: Choice): boolean {
	return (
		(kind === undefined || row.kind === kind) &&
		(sector === undefined || row.sectors.includes(sector)) &&
		(stage === undefined || row.stage === stage)
	);
}

/** The choice in an address; values that the page does not offer are left out. */
export function choiceIn(search: string, offered: (name: string) => readonly string[]): Choice {
	const given = new URLSearchParams(search);
	return Object.fromEntries(
		filterNames.flatMap((name) => {
			const value = given.get(name);
			return value !== null && value !== '' && offered(name).includes(value) ? [[name, value]] : [];
		}),
	);
}

/** The address of a choice: parameters in a fixed order, none for what is not chosen; other parameters stay. */
export function addressOf(href: string, choice: Choice): string {
	const url = new URL(href);
	for (const name of filterNames) {
		url.searchParams.delete(name);
		const value = choice[name];
		if (value !== undefined) url.searchParams.set(name, value);
	}
	return url.href;
}

/** Makes the filter of the page work. Without it the page shows every list, and links that lead to each. */
export function startFilter(document: Document): void {
	const form = document.querySelector<HTMLFormElement>('form.filter');
	const status = form?.querySelector<HTMLElement>('[role="status"]');
	const view = document.defaultView;
	if (!form || !status || !view) return;
	const selects = [...form.querySelectorAll('select')];
	const lists = [...document.querySelectorAll<HTMLElement>('section[data-list]')];
	const rows = lists.flatMap((list) =>
		[...list.querySelectorAll<HTMLElement>('[data-kind]')].map((element) => ({
			element,
			row: {
				kind: element.dataset['kind'] ?? '',
				sectors: (element.dataset['sectors'] ?? '').split(' '),
				stage: element.dataset['stage'],
			},
		})),
	);
	const { shown: shownWords = '', nothing = '' } = form.dataset;

	const apply = (choice: Choice): void => {
		let shown = 0;
		for (const { element, row } of rows) {
			element.hidden = !isWanted(row, choice);
			if (!element.hidden) shown += 1;
		}
		for (const list of lists) list.hidden = !list.querySelector('[data-kind]:not([hidden])');
		const said = shown === 0 ? nothing : shownWords.replace('{{shown}}', String(shown));
		if (status.textContent !== said) status.textContent = said;
	};
	const read = (): void => {
		const choice = choiceIn(view.location.search, (name) =>
			selects.flatMap((select) => (select.name === name ? [...select.options].map(({ value }) => value) : [])),
		);
		for (const select of selects) select.value = choice[select.name as keyof Choice] ?? '';
		apply(choice);
	};
	const write = (): void => {
		const choice: Choice = Object.fromEntries(
			selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])),
		);
		view.history.replaceState(null, '', addressOf(view.location.href, choice));
		apply(choice);
	};
	form.addEventListener('change', write);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
	});
	form.addEventListener('reset', () => {
		// The fields are reset after the event.
		view.setTimeout(write);
	});
	view.addEventListener('popstate', read);
	form.hidden = false;
	read();
}
