import { tidyPieces, type InlineCode, type PartText, type Piece, type Slot } from './segments.ts';

const isSpace = (letter: string) => letter === '' || /\s/u.test(letter);
const isMark = (letter: string) => /[\p{P}\p{S}]/u.test(letter);
const firstLetter = (text: string) => [...text.slice(0, 2)][0] ?? '';
const lastLetter = (text: string) => [...text.slice(-2)].at(-1) ?? '';
const reference = (letter: string) => `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

/** An address among words, up to its last letter: it is its own link as it stands, and a `\\` would become part of it. */
const address = /((?:https?:\/\/|www\.)[^\s<>{}[\]\\`*|]*[\p{L}\p{N}/#=&])/u;

/** Words as Markdown that means just them. `~` alone is no mark, two of them are. */
function escapeWords(text: string, form: Slot['form'], areTildesMarks: boolean, isLinked: boolean): string {
	// Within a link an address is words like others.
	return text
		.split(isLinked ? /(?!)/ : address)
		.map((words, index) => (index % 2 === 1 ? words : escapePlain(words, form, areTildesMarks)))
		.join('');
}

function escapePlain(text: string, form: Slot['form'], areTildesMarks: boolean): string {
	const escaped = text
		.replace(/[\\`*[\]<{}]/g, '\\$&')
		.replace(/&(?=#\d+;|#[xX][\dA-Fa-f]+;|[A-Za-z][A-Za-z\d]*;)/g, '&amp;')
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
	const tildes = areTildesMarks ? escaped.replaceAll('~', '\\~') : escaped;
	return form === 'cell' ? tildes.replaceAll('|', '\\|') : tildes;
}

/** Escapes what would make the first words of a line a heading, list, quotation, rule or code. */
function escapeStart(line: string): string {
	return line
		.replace(/^(#{1,6})(?=\s|$)/, '\\$1')
		.replace(/^([-+])(?=\s|$)/, '\\$1')
		.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
		.replace(/^(>|-{2,}|={1,}|~{3,}|:::|\+{3,})/, '\\$1')
		.replace(/^(?=(?:import|export)\b)[ie]/, (letter) => reference(letter));
}

/**
 * A line as Markdown that prints it, markup and all, on one line of the file.
 *
 * @param codes - Markup by id; every id of the pieces must be there.
 */
export function renderLine(
	pieces: readonly Piece[],
	codes: ReadonlyMap<string, InlineCode>,
	form: Slot['form'],
): string {
	if (form === 'attribute') {
		const value = pieces.map(({ text }) => text ?? '').join('');
		return `"${value.replace(/&(?=#\d+;|#[xX][\dA-Fa-f]+;|[A-Za-z][A-Za-z\d]*;)/g, '&amp;').replaceAll('"', '&quot;')}"`;
	}
	const words = pieces.map(({ text }) => text ?? '').join('');
	const areTildesMarks = words.split('~').length > 2;
	let linkDepth = 0;
	const tokens = tidyPieces(pieces).map((piece): { text: string; mark?: 'open' | 'close'; isWords: boolean } => {
		if (piece.text !== undefined)
			return { text: escapeWords(piece.text, form, areTildesMarks, linkDepth > 0), isWords: true };
		const code = codes.get(piece.code);
		if (code?.kind === 'link' || code?.kind === 'image') linkDepth += piece.side === 'open' ? 1 : -1;
		const isMarkup = code?.kind === 'emphasis' || code?.kind === 'strong' || code?.kind === 'delete';
		const raw = (piece.side === 'close' ? code?.close : code?.open) ?? '';
		return {
			text: form === 'cell' || form === 'heading' ? raw.replace('\\\n', ' ') : raw,
			...(isMarkup && piece.side !== 'alone' && { mark: piece.side }),
			isWords: false,
		};
	});
	// A mark of emphasis works only where letters, spaces and signs stand right around it; a letter written by its number counts as a
	// sign. Korean and Chinese, which set endings straight behind, need it.
	for (const [index, { mark }] of tokens.entries()) {
		const [before, after] = [tokens[index - 1], tokens[index + 1]];
		if (!mark) {
			// An address takes everything up to the next space for its own.
			if (before?.isWords && tokens[index]?.text === '\\\n' && /(?:https?:|www\.)\S*$/.test(before.text))
				before.text += ' ';
			if (before?.isWords && before.text.endsWith('!') && tokens[index]?.text.startsWith('['))
				before.text = `${before.text.slice(0, -1)}\\!`;
			continue;
		}
		const [left, right] = [lastLetter(before?.text ?? ''), firstLetter(after?.text ?? '')];
		if (mark === 'open' && isMark(right) && before?.isWords && !isSpace(left) && !isMark(left))
			before.text = before.text.slice(0, -left.length) + reference(left);
		if (mark === 'close' && isMark(left) && after?.isWords && !isSpace(right) && !isMark(right))
			after.text = reference(right) + after.text.slice(right.length);
	}
	const line = tokens.map(({ text }) => text).join('');
	if (form === 'heading') return line.replace(/(^|\s)(#+)$/, '$1\\$2');
	if (form === 'cell') return line;
	// `import …` between other words of a paragraph is harmless; only the first line of a block can be taken for code.
	return line
		.split('\\\n')
		.map((piece) => escapeStart(piece))
		.join('\\\n');
}

/**
 * Puts lines into a part in the place of its own.
 *
 * @param lines - Markdown by index of the slot; slots without one keep their bytes.
 */
export function withLines(part: PartText, lines: ReadonlyMap<number, string>): string {
	let text = '';
	let end = 0;
	const places = [...part.slots.entries()].sort(([, a], [, b]) => a.start - b.start);
	for (const [index, slot] of places) {
		const line = lines.get(index);
		if (line === undefined) continue;
		text += part.text.slice(end, slot.start) + line;
		end = slot.end;
	}
	return text + part.text.slice(end);
}
