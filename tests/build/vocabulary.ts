import { join } from 'node:path';
import ts from 'typescript';

/**
 * Judges structured data by schema.org's vocabulary: each thing becomes a typed constant, and the compiler says which property or
 * value its type does not have.
 *
 * @param things - JSON as a page carries it, by a name for messages.
 * @returns One line per fault: name and what is wrong.
 */
export function vocabularyFaults(things: ReadonlyMap<string, string>): string[] {
	const names = [...things.keys()];
	const file = join(process.cwd(), 'structured-data-of-pages.ts');
	const lines = names.map((name, index) => {
		const kind = things.get(name)?.includes('"@graph"') ? 'Graph' : 'WithContext<WebSite | Dataset>';
		return `export const thing${index}: ${kind} = ${things.get(name) ?? 'undefined'};`;
	});
	const text = `import type { Dataset, Graph, WebSite, WithContext } from 'schema-dts';\n${lines.join('\n')}\n`;
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		types: [],
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
	};
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists } = host;
	host.getSourceFile = (name, language) =>
		name === file ? ts.createSourceFile(name, text, language, true) : getSourceFile(name, language);
	host.fileExists = (name) => name === file || fileExists(name);
	const program = ts.createProgram([file], options, host);
	return ts.getPreEmitDiagnostics(program).map(({ start = 0, messageText }) => {
		const line = text.slice(0, start).split('\n').length - 2;
		return `${names[line] ?? '?'}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`;
	});
}
