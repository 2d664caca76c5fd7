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
	lines.push(summary(problems));
	return lines.join('\n');
}

/** How many problems there are, in both languages, and where more is said of them. */
export function summary(problems: readonly Problem[]): string {
	if (problems.length === 0) return 'Không có lỗi nào. / No problem found.';
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	const files = new Set(problems.map(({ file }) => file)).size;
	return [
		`${errors} lỗi, ${warnings} cảnh báo trong ${files} tệp. Ví dụ đúng, sai cho từng mã: docs/vi/codes.md`,
		`${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'} in ${files} ${files === 1 ? 'file' : 'files'}. Right and wrong examples for each code: docs/en/codes.md`,
	].join('\n');
}

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Problems as workflow commands of GitHub Actions, which shows each at its line of a proposed change.
 *
 * @param folder - Path from the repository to the content folder's parent, empty or with a slash at its end.
 */
export function printAnnotations(problems: readonly Problem[], folder = ''): string {
	return [...problems]
		.sort(byPlace)
		.map(
			({ file, line, column, code, severity, say }) =>
				`::${severity} file=${escapeProperty(folder + file)},line=${line},col=${column},title=${escapeProperty(code)}::${escapeData(`${say.vi}\n${say.en}`)}`,
		)
		.join('\n');
}
