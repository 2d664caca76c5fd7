import type { Code } from './codes.ts';

/** How grave a problem is: an error stops the build, a warning is shown and counted. */
export type Severity = 'error' | 'warning';

/** A slip in the content, told so that its author can mend it. */
export interface Problem {
	/** Path from the content folder's parent. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** From 1. */
	readonly column: number;
	/** Permanent name, as `entry/date-order`; people search for it. */
	readonly code: Code;
	readonly severity: Severity;
	/** What is wrong, with the value seen, and every way to mend it. */
	readonly say: { readonly vi: string; readonly en: string };
}

/** Order in which problems are shown: by file, then by place. */
export function byPlace(a: Problem, b: Problem): number {
	return a.file < b.file
		? -1
		: a.file > b.file
			? 1
			: a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** Several problems as text for a terminal, with a summary line in both languages. */
export function printProblems(problems: readonly Problem[]): string {
	const lines = [...problems]
		.sort(byPlace)
		.map(
			({ file, line, column, code, severity, say }) =>
				`${file}:${line}:${column}  ${code}${severity === 'warning' ? '  (cảnh báo / warning)' : ''}\n  vi  ${say.vi}\n  en  ${say.en}\n`,
		);
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	lines.push(
		problems.length === 0
			? 'Không có lỗi nào. / No problem found.'
			: `${errors} lỗi, ${warnings} cảnh báo. / ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
	);
	return lines.join('\n');
}
