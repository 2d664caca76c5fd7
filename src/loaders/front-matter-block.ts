import type { Fault } from './source-file.ts';

/** Where the fields of a text stand. */
export interface FrontMatterBlock {
	/** The lines between the two lines of hyphens. */
	readonly fields: string;
	/** Offset of the body: after the closing line. */
	readonly bodyStart: number;
	/** Why there is no such block. */
	readonly fault?: Fault;
	/** A second block below the first, which would be printed as words. */
	readonly second?: Fault;
}

const rule = /^---[ \t]*$/;
const field = /^\s*(?:-\s+)?["']?[\p{L}_][\p{L}\p{M}\p{N}_ -]{0,40}["']?\s*[:：=]/u;
/** Signs without breadth, which nobody sees. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

const hex = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What stands in place of the first line of hyphens. */
function openingFault(lines: readonly string[]): Fault {
	const at = lines.findIndex((line) => line.trim() !== '');
	const fault = (cause: string, line = at + 1, column = 1, name?: string): Fault => ({
		code: 'front-matter/missing',
		cause,
		detail: (lines[line - 1] ?? '').trim(),
		line,
		column,
		...(name !== undefined && { name }),
	});
	if (at < 0) return fault('no-text', 1);
	const line = lines[at] ?? '';
	const text = line.replace(invisible, '').trim();
	const hidden = line.match(invisible)?.[0];
	if (/^---\s*$/.test(text) && hidden) return fault('invisible', at + 1, line.indexOf(hidden) + 1, hex(hidden));
	if (/^---\s*$/.test(text)) return at > 0 && rule.test(line) ? fault('lines-before', 1) : fault('indented');
	if (/^\+{3,}/.test(text)) return fault('toml');
	if (/^[{[]/.test(text)) return fault('json');
	if (/^(?:```|~~~)/.test(text)) return fault('fence');
	if (/^(?:-{1,2}|-{4,}|[—–―−‐‑_=*~-]{1,8}|-(?:\s-)+)$/.test(text)) return fault('hyphens');
	if (/^<(?:!doctype|html|\?xml)/i.test(text)) return fault('html');
	const first = lines.findIndex((line) => rule.test(line));
	if (field.test(text)) return fault('no-opening');
	if (first > at && first < at + 20 && field.test(lines[first + 1] ?? '')) return fault('words-before');
	return fault('none');
}

/** What stands in place of the last line of hyphens, in a text that has only the first. */
function closingFault(lines: readonly string[]): Fault {
	const fault = (cause: string, index: number): Fault => ({
		code: 'front-matter/missing',
		cause,
		detail: (lines[index] ?? '').trim(),
		line: index + 1,
		column: 1,
	});
	for (const [index, line] of lines.entries()) {
		if (index === 0) continue;
		const text = line.replace(invisible, '').trim();
		if (/^(?:-{2,}|[—–―−]{1,3}|\+{3}|\.\.\.|={3,}|\*{3,}|_{3,})$/.test(text)) return fault('closing', index);
	}
	// The fields go on as long as lines look like fields, belong to one (further in, lists) or are empty between two.
	let last = 0;
	for (const [index, line] of lines.entries()) {
		if (index === 0 || line.trim() === '' || line.startsWith('#')) continue;
		if (!field.test(line) && !/^(?:\s+\S|- )/.test(line)) break;
		if (last > 0 && index > last + 2) break;
		last = index;
	}
	return fault('never-closed', Math.min(last + 1, lines.length - 1));
}

/**
 * A block of fields among the words: hyphens, lines that all look like fields, hyphens. Anywhere but right after the first block it
 * needs a field that every text has: a list of words with colons between two rules is nothing to speak of.
 */
function secondBlock(lines: readonly string[], from: number): Fault | undefined {
	let fence = '';
	let isFirst = true;
	for (let index = from; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
		if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
		if (fence !== '' || line.trim() === '') continue;
		if (rule.test(line) && /^[A-Za-z][\w-]*[ \t]*:/.test(lines[index + 1] ?? '')) {
			let end = index + 1;
			while (end < lines.length && /^(?:\s+\S|\s*$|#|- |[A-Za-z][\w-]*[ \t]*:)/.test(lines[end] ?? '')) end++;
			const hasOwnField = lines
				.slice(index + 1, end)
				.some((field) => /^(?:title|kind|description|translation):/.test(field));
			if (rule.test(lines[end] ?? '') && (isFirst || hasOwnField))
				return {
					code: 'front-matter/twice',
					detail: (lines[index + 1] ?? '').trim(),
					line: index + 1,
					column: 1,
					otherLine: end + 1,
				};
		}
		isFirst = false;
	}
	return undefined;
}

/**
 * Finds the block of fields at the top of a text: the lines between two lines of three hyphens, the first line of the file one of
 * them. Spaces after the hyphens are nothing to speak of.
 */
export function findFrontMatter(text: string): FrontMatterBlock {
	const lines = text.split('\n');
	const none = { fields: '', bodyStart: 0 };
	if (!rule.test(lines[0] ?? '')) return { ...none, fault: openingFault(lines) };
	const close = lines.findIndex((line, index) => index > 0 && rule.test(line));
	if (close < 0) return { ...none, fault: closingFault(lines) };
	const inner = lines.slice(1, close);
	// A value of several lines may hold such a line; without one it was meant to close the block.
	if (!inner.some((line) => /[:-]\s+[|>][+\d-]*\s*$/.test(line))) {
		const meant = inner.findIndex((line) => /^(?:\s+-{3}|-{2}|-{4,}|[—–―−]{1,3}|\.\.\.|\+{3})\s*$/.test(line));
		if (meant >= 0)
			return {
				...none,
				fault: {
					code: 'front-matter/missing',
					cause: 'closing',
					detail: inner[meant]?.trim() ?? '',
					line: meant + 2,
					column: 1,
				},
			};
	}
	const fields = inner.join('\n');
	const bodyStart = Math.min(text.length, lines.slice(0, close + 1).join('\n').length + 1);
	const second = secondBlock(lines, close + 1);
	return { fields, bodyStart, ...(second && { second }) };
}
