/** Letters that must change, be added, dropped or swapped with their neighbour to turn one word into another. */
export function editDistance(a: string, b: string): number {
	const [from, to] = [[...a], [...b]];
	let before: number[] = [];
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (const [i, letter] of from.entries()) {
		const next = [i + 1];
		for (const [j, other] of to.entries()) {
			const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
			const swap =
				i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other ? (before[j - 1] ?? 0) + 1 : Infinity;
			next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, change, swap));
		}
		[before, row] = [row, next];
	}
	return row.at(-1) ?? 0;
}

/** The known name nearest to one typed, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	// Beyond this length nobody mistypes a name, and comparing takes long.
	if (word.length > 120) return undefined;
	const most = Math.max(1, Math.floor(word.length / 3));
	let best: { name: string; distance: number } | undefined;
	for (const name of known) {
		if (Math.abs(name.length - word.length) > most) continue;
		const distance = editDistance(word.toLowerCase(), name.toLowerCase());
		if (distance <= most && (!best || distance < best.distance)) best = { name, distance };
	}
	return best?.name;
}
