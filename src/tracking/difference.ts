import { diffArrays } from 'diff';

/** A stretch of words that two texts share, or that only one of them has. */
export interface Run {
	readonly kind: 'same' | 'added' | 'removed';
	readonly text: string;
}

/** A word, a space, a mark or a whole tag; `isWord` is true for what a translator counts. */
interface Token {
	readonly text: string;
	readonly isWord: boolean;
}

/** Tags of components and targets of links: half a tag says nothing to a translator. */
const atoms = /<\/?[A-Za-z][^<>]*>|\]\([^()\s]*\)/g;

/** Words that differ, at most; beyond, texts are so unlike that whole lines say more and cost less. */
const maxEdits = 2000;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterFor(tag: string): Intl.Segmenter {
	const made = segmenters.get(tag) ?? new Intl.Segmenter(tag, { granularity: 'word' });
	segmenters.set(tag, made);
	return made;
}

function tokensOf(text: string, tag: string): Token[] {
	const segmenter = segmenterFor(tag);
	const tokens: Token[] = [];
	const cut = (plain: string) => {
		for (const { segment, isWordLike } of segmenter.segment(plain))
			tokens.push({ text: segment, isWord: isWordLike === true });
	};
	let end = 0;
	for (const { 0: atom, index } of text.matchAll(atoms)) {
		cut(text.slice(end, index));
		// `<Fact … />` prints a value: a translator sets it into the sentence as he does a word.
		tokens.push({ text: atom, isWord: atom.endsWith('/>') });
		end = index + atom.length;
	}
	cut(text.slice(end));
	return tokens;
}

/** Runs of two lists of pieces; undefined when they differ too much. */
function runsOf(before: readonly string[], after: readonly string[]): Run[] | undefined {
	return diffArrays([...before], [...after], { maxEditLength: maxEdits })?.map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value.join(''),
	}));
}

/** What one text has where the other has something else; either may be empty. */
interface Place {
	removed: string;
	added: string;
}

const isReplaced = ({ removed, added }: Place) => removed !== '' && added !== '';

/** Spaces that both sides of a place begin or end with are no difference. */
function trimmed({ removed, added }: Place): Run[] {
	const start = /^\s*/.exec(removed)?.[0] ?? '';
	const head = added.startsWith(start) ? start : '';
	const [old, present] = [removed.slice(head.length), added.slice(head.length)];
	const end = old.slice(old.trimEnd().length);
	const tail = present.endsWith(end) ? end : '';
	const runs: Run[] = [
		{ kind: 'same', text: head },
		{ kind: 'removed', text: old.slice(0, old.length - tail.length) },
		{ kind: 'added', text: present.slice(0, present.length - tail.length) },
		{ kind: 'same', text: tail },
	];
	return runs.filter(({ text }) => text !== '');
}

/**
 * Puts replaced words that only spaces or marks part into one place: “a b” → “c d” reads better than a → c, b → d. Neighbouring runs of
 * one kind become one.
 */
function joinNeighbours(runs: readonly Run[]): Run[] {
	const places: (Place | string)[] = [];
	for (const { kind, text } of runs) {
		const last = places.at(-1);
		if (kind === 'same') places.push(text);
		else if (typeof last === 'object') last[kind] += text;
		else places.push({ removed: '', added: '', [kind]: text });
	}
	const joined: typeof places = [];
	for (const [index, place] of places.entries()) {
		const [last, next] = [joined.at(-1), places[index + 1]];
		if (typeof place === 'object') {
			if (typeof last === 'object') {
				last.removed += place.removed;
				last.added += place.added;
			} else joined.push(place);
		} else if (
			typeof last === 'object' &&
			typeof next === 'object' &&
			(isReplaced(last) || isReplaced(next)) &&
			/^[^\p{L}\p{N}<\n]+$/u.test(place)
		) {
			last.removed += place;
			last.added += place;
		} else joined.push(place);
	}
	const told: Run[] = [];
	for (const run of joined.flatMap((place): Run[] =>
		typeof place === 'string' ? [{ kind: 'same', text: place }] : trimmed(place),
	)) {
		const last = told.at(-1);
		if (last?.kind === run.kind) told[told.length - 1] = { kind: run.kind, text: last.text + run.text };
		else told.push(run);
	}
	return told;
}

/**
 * What changed between two texts, word by word, in the words of a language; Chinese and Japanese are cut by dictionary.
 *
 * @param tag - BCP 47 tag of both texts.
 * @returns Runs in reading order. All but the added ones are `before`, all but the removed ones are `after`. Texts that have little
 * in common are compared by line.
 * @example wordDifference('Đi thuyền.', 'Đi tàu.', 'vi') // same “Đi ”, removed “thuyền”, added “tàu”, same “.”
 */
export function wordDifference(before: string, after: string, tag: string): Run[] {
	if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
	const words = (text: string) => tokensOf(text, tag).map((token) => token.text);
	const lines = (text: string) => text.split(/(?<=\n)/);
	const whole: Run[] = [
		{ kind: 'removed', text: before },
		{ kind: 'added', text: after },
	];
	return joinNeighbours(
		runsOf(words(before), words(after)) ??
			runsOf(lines(before), lines(after)) ??
			whole.filter(({ text }) => text !== ''),
	);
}

/** Words of a text as a translator counts them: a component that prints a value is one, marks and addresses are none. */
export function countWords(text: string, tag: string): number {
	return tokensOf(text, tag).filter(({ isWord }) => isWord).length;
}

/**
 * Words that a difference asks a translator to look at: those added, or those removed where more went than came. At least one for each
 * place that differs.
 */
export function changedWords(runs: readonly Run[], tag: string): number {
	let sum = 0;
	let [removed, added, isOpen] = [0, 0, false];
	const close = () => {
		if (isOpen) sum += Math.max(1, removed, added);
		[removed, added, isOpen] = [0, 0, false];
	};
	for (const { kind, text } of runs) {
		if (kind === 'same') close();
		else {
			isOpen = true;
			if (kind === 'added') added += countWords(text, tag);
			else removed += countWords(text, tag);
		}
	}
	close();
	return sum;
}
