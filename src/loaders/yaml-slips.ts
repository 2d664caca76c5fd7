import type { Fault } from './source-file.ts';

/** A line of YAML as its author sees it: `- `, name, value. Offsets count from 0 in the line. */
interface Line {
	/** First column that is not white space. */
	readonly indent: number;
	/** Columns of the dashes before the name or value. */
	readonly dashes: readonly number[];
	/** First column after indent and dashes. */
	readonly start: number;
	readonly name: string | undefined;
	/** What stands after the colon, or the whole content of a line without name; without white space around. */
	readonly value: string;
	readonly valueStart: number;
}

const pair =
	/^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'&*!|>%@`{}[\],?-](?:[^\s:]|[^\S\n](?!#)|:(?=\S))*?|[?-](?=\S)(?:[^\s:]|[^\S\n](?!#)|:(?=\S))*?))[ \t]*:(?=[ \t]|$)/;

/** Takes a line apart. */
function readLine(text: string): Line {
	const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
	const dashes: number[] = [];
	let start = indent;
	for (
		let dash = /^-[ \t]+(?=\S)|^-$/.exec(text.slice(start));
		dash;
		dash = /^-[ \t]+(?=\S)|^-$/.exec(text.slice(start))
	) {
		dashes.push(start);
		start += dash[0].length;
	}
	const rest = text.slice(start);
	const match = pair.exec(rest);
	if (!match) return { indent, dashes, start, name: undefined, value: rest.trim(), valueStart: start };
	const after = rest.slice(match[0].length);
	return {
		indent,
		dashes,
		start,
		name: match[1] ?? match[2] ?? match[3] ?? '',
		value: after.trim(),
		valueStart: start + match[0].length + (/^[ \t]*/.exec(after)?.[0].length ?? 0),
	};
}

/** A value in quotes that keep it as it is. */
function inQuotes(value: string): string {
	if (!/["\\]/.test(value)) return `"${value}"`;
	if (!value.includes("'")) return `'${value}'`;
	return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

const named = (name: string | undefined, value: string) => (name === undefined ? value : `${name}: ${value}`);

/**
 * A line with its whole value in quotes; undefined when there is no value, when it is too long to show, or when the value does not
 * start at the column (from 0) of what is wrong with it.
 */
export function quoteValue(text: string, column?: number): string | undefined {
	const { name, value, valueStart } = readLine(text);
	if (value === '' || value.length > 100 || (column !== undefined && column !== valueStart)) return undefined;
	return named(name, inQuotes(value));
}

/** Where a quoted value ends: the offset after its closing quote, or -1. */
function quoteEnd(text: string, quote: string, from: number): number {
	for (let index = from; index < text.length; index++) {
		if (quote === '"' && text[index] === '\\') index++;
		else if (text[index] === quote && quote === "'" && text[index + 1] === quote) index++;
		else if (text[index] === quote) return index + 1;
	}
	return -1;
}

/** Where brackets end that open at an offset: the offset after the last one, or -1. */
function bracketEnd(text: string, from: number): number {
	let depth = 0;
	for (let index = from; index < text.length; index++) {
		const sign = text[index] ?? '';
		if ((sign === '"' || sign === "'") && /[\s,:[{]/.test(text[index - 1] ?? '')) {
			const end = quoteEnd(text, sign, index + 1);
			if (end < 0) return -1;
			index = end - 1;
		} else if (sign === '[' || sign === '{') depth++;
		else if (sign === ']' || sign === '}') {
			depth--;
			if (depth === 0) return index + 1;
		}
	}
	return -1;
}

const isIgnored = (text: string) => /^\s*(#|$)/.test(text);
const isComment = (rest: string) => /^\s*$|^\s+#/.test(rest);
const blockHeader = /^[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?$/;
const strangeSpace = /^[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])/;
const hex = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A slip in a value that stands on one line, or undefined. */
function valueSlip(line: Line): (Pick<Fault, 'cause' | 'mended' | 'code'> & { readonly at: number }) | undefined {
	const { value, name, valueStart } = line;
	const slip = (cause: string, mended?: string, at = valueStart, code = 'yaml/form') => ({
		code,
		cause,
		at,
		...(mended !== undefined && mended.length <= 120 && { mended }),
	});
	const first = value[0] ?? '';
	const whole = named(name, inQuotes(value));
	if (first === '"' || first === "'") {
		const end = quoteEnd(value, first, 1);
		if (end < 0) return undefined;
		const rest = value.slice(end);
		if (!isComment(rest)) {
			if (first === "'" && /\w/.test(rest[0] ?? '') && rest.endsWith("'"))
				return slip('apostrophe', named(name, inQuotes(value.slice(1, -1))));
			// What stands in quotes of its own inside the value gets the quotes of print; the straight ones around stay.
			const isWhole = value.endsWith(first) && first === '"';
			const inner = (isWhole ? value.slice(1, -1) : value).replace(/"([^"]*)"/g, '“$1”');
			return slip('after-quote', named(name, inner.includes('"') ? inQuotes(value) : `"${inner}"`));
		}
		const escape =
			first === '"' ? /(?:^|[^\\])(?:\\\\)*\\(?![0abtnvfre "/\\N_LPxuU]|$)/.exec(value.slice(0, end)) : null;
		if (escape)
			return slip(
				'backslash',
				value.slice(1, end - 1).includes("'") ? undefined : named(name, `'${value.slice(1, end - 1)}'`),
				valueStart + escape.index + escape[0].length - 1,
			);
		return undefined;
	}
	if (first === '[' || first === '{') {
		const end = bracketEnd(value, 0);
		return end >= 0 && !isComment(value.slice(end)) ? slip('sign', whole) : undefined;
	}
	if (first === '*' || first === '&') return slip(first === '*' ? 'alias' : 'anchor', whole, valueStart, 'yaml/alias');
	if (first === '!') return slip('tag', whole);
	if ('@%`]},'.includes(first) && first !== '') return slip('sign', whole);
	if ((first === '|' || first === '>') && !blockHeader.test(value)) return slip('sign', whole);
	if (name !== undefined && /^[-?](\s|$)/.test(value)) return slip('sign', whole);
	const beforeComment = /^(.*?)(?:\s+#.*)?$/.exec(value)?.[1] ?? value;
	if (name !== undefined && /:(?:\s|$)/.test(beforeComment))
		return slip(/^[“”„‘’«]/.test(value) ? 'curly' : 'colon', named(name, inQuotes(beforeComment)));
	return undefined;
}

/** What a line without `name: ` was meant to be. */
function namelessSlip(line: Line): { readonly cause: string; readonly name?: string; readonly mended?: string } {
	const { value } = line;
	const short = (mended: string) => (mended.length <= 120 ? { mended } : {});
	const quoted = (text: string) => (/:(\s|$)|^[-?*&!|>%@`{}[\],#"']/.test(text) ? inQuotes(text) : text);
	const wide = /^([\p{L}\p{M}\p{N}_ -]{1,40}?)\s*：\s*(.*)$/u.exec(value);
	if (wide) return { cause: 'full-width', ...short(`${wide[1]}: ${quoted(wide[2] ?? '')}`) };
	if (/^(?:\.\.\.|---)\s*$/.test(value)) return { cause: 'documents' };
	const equals = /^([\p{L}\p{M}\p{N}_-]{1,40})\s*=\s*(.*)$/u.exec(value);
	if (equals) {
		const bare = (equals[2] ?? '').replace(/[;,]$/, '');
		return { cause: 'equals', ...short(`${equals[1]}: ${/^(["']).*\1$/.test(bare) ? bare : quoted(bare)}`) };
	}
	const glued = /^([\p{L}\p{M}_][\p{L}\p{M}\p{N}_-]{0,39}):(?=\S)(?!\/\/)(.*)$/u.exec(value);
	if (glued) return { cause: 'colon-space', ...short(`${glued[1]}: ${quoted(glued[2] ?? '')}`) };
	const dash = /^-([^\s-].*)$/.exec(value);
	if (dash) return { cause: 'dash', ...short(`- ${dash[1]}`) };
	const word = /^([a-z][A-Za-z]{1,30})[ \t]+(.*)$/.exec(value);
	return { cause: 'no-colon', ...(word && short(`${word[1]}: ${quoted(word[2] ?? '')}`)) };
}

/**
 * Goes through YAML that its parser refuses, line by line as its author wrote it, and finds the lines that have to be mended: the
 * parser's own place is often where it gave up, not where the slip is.
 *
 * @returns Faults with lines from 1; none when the text shows no slip that is known here.
 */
export function findSlips(text: string): Fault[] {
	const lines = text.split('\n');
	const faults: Fault[] = [];
	const levels: { column: number; isList: boolean; index: number; items: number }[] = [];
	/** Whether something may stand below the line before, further in. */
	let isOpen = true;
	/** A plain value that lines further in than this column go on. */
	let goesOn: number | undefined;
	const add = (index: number, column: number, fault: Omit<Fault, 'line' | 'column' | 'detail'>) => {
		faults.push({ detail: (lines[index] ?? '').trim(), line: index + 1, column: column + 1, ...fault });
	};
	/** Last line of a value in quotes or brackets; below `index` when it never ends. */
	const closeOf = (index: number, from: number, column: number): number => {
		let value = (lines[index] ?? '').slice(from);
		const isQuote = value.startsWith('"') || value.startsWith("'");
		const ends = () => (isQuote ? quoteEnd(value, value[0] ?? '', 1) : bracketEnd(value, 0)) >= 0;
		if (ends()) return index;
		for (let next = index + 1; next < Math.min(lines.length, index + 40); next++) {
			const line = lines[next] ?? '';
			if (line.trim() !== '' && readLine(line).indent <= column) return -1;
			value += `\n${line}`;
			if (ends()) return next;
		}
		return -1;
	};

	for (let index = 0; index < lines.length; index++) {
		const text = lines[index] ?? '';
		if (isIgnored(text)) continue;
		if (/^(?:---|%YAML\b.*)\s*$/.test(text) && index < 2 && levels.length === 0) continue;
		const space = strangeSpace.exec(text);
		if (space) {
			add(index, space[0].length - 1, { code: 'yaml/form', cause: 'space', name: hex(space[1] ?? '') });
			continue;
		}
		const line = readLine(text);
		const tab = /^ *\t/.exec(text);
		if (tab) add(index, tab[0].length - 1, { code: 'yaml/tab-as-indent' });
		const column = line.dashes[0] ?? line.start;
		const isContinued = goesOn !== undefined && line.indent > goesOn;
		if (line.name === undefined && line.dashes.length === 0) {
			if (isContinued || (isOpen && levels.length > 0 && line.indent > (levels.at(-1)?.column ?? 0))) {
				const glued = namelessSlip(line);
				if (glued.cause === 'dash') add(index, line.start, { code: 'yaml/form', ...glued });
			} else if (tab === null) {
				const first = valueSlip(line);
				if (/^["'[{]/.test(line.value) && levels.length === 0) return faults;
				if (first && line.value.length > 1)
					add(index, first.at, {
						code: first.code,
						cause: first.cause ?? '',
						...(first.mended !== undefined && { mended: first.mended }),
					});
				else add(index, line.start, { code: 'yaml/form', ...namelessSlip(line) });
			}
			if (line.value.endsWith(':')) isOpen = true;
			continue;
		}

		const wasEmpty = levels.length === 0;
		const first = levels[0];
		while (
			(levels.at(-1)?.column ?? -1) > column ||
			(line.dashes.length === 0 && levels.at(-1)?.isList && levels.at(-1)?.column === column)
		)
			levels.pop();
		const top = levels.at(-1);
		const isNew = !top || top.column < column || (line.dashes.length > 0 && !top.isList);
		let isMisplaced = false;
		if (isNew && !wasEmpty && !isOpen && tab === null) {
			isMisplaced = true;
			const isFirstAlone = levels.length === 0 && first?.items === 1;
			const at = isFirstAlone ? first.index : index;
			const cause = isFirstAlone && first.isList && first.column === column ? 'stray-dash' : 'indent';
			add(at, readLine(lines[at] ?? '').indent, { code: 'yaml/form', cause });
		}
		if (isMisplaced && top) levels.splice(0, levels.length, top);
		else if (isNew) levels.push({ column, isList: line.dashes.length > 0, index, items: 1 });
		else top.items++;
		if (!isMisplaced) {
			for (const dash of line.dashes.slice(1)) levels.push({ column: dash, isList: true, index, items: 1 });
			if (line.dashes.length > 0 && line.name !== undefined)
				levels.push({ column: line.start, isList: false, index, items: 1 });
		}

		const owner = line.name === undefined ? (line.dashes.at(-1) ?? 0) : line.start;
		const { value, valueStart } = line;
		isOpen = value === '' || isComment(` ${value}`);
		goesOn = undefined;
		if (line.name !== undefined && /^[\p{L}_-]+(?:：|:\S)/u.test(line.name)) {
			add(index, line.start, { code: 'yaml/form', ...namelessSlip({ ...line, value: text.slice(line.start).trim() }) });
			continue;
		}
		if (isOpen) continue;
		const about = line.name === undefined ? {} : { name: line.name };
		if (blockHeader.test(value)) {
			while (
				index + 1 < lines.length &&
				(lines[index + 1]?.trim() === '' || readLine(lines[index + 1] ?? '').indent > owner)
			)
				index++;
			continue;
		}
		if (/^["'[{]/.test(value)) {
			const end = closeOf(index, valueStart, owner);
			if (end < 0) {
				const isQuote = /^["']/.test(value);
				const bare = value.slice(1).trim();
				add(index, valueStart, {
					code: 'yaml/form',
					cause: isQuote ? 'quote-open' : 'bracket-open',
					...about,
					...(isQuote &&
						bare.length <= 100 &&
						!bare.includes(value[0] ?? '') && { mended: named(line.name, inQuotes(bare)) }),
				});
				goesOn = -1;
				continue;
			}
			if (end > index) {
				index = end;
				continue;
			}
		}
		const slip = valueSlip(line);
		if (slip) {
			const { at, ...fault } = slip;
			add(index, at, { ...fault, ...about });
		} else if (!/^["'[{]/.test(value)) goesOn = owner;
	}
	return faults;
}
