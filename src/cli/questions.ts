import { relative } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { languageName } from '#language/script.ts';
import { BuildFailure } from './failure.ts';

/** The same words in both languages of the commands. */
export interface Say {
	readonly vi: string;
	readonly en: string;
}

/** One question to the person at the terminal. */
export interface Question {
	readonly say: Say;
	/** Answer when the line is left empty; without it an empty line is asked again. */
	readonly otherwise?: string | undefined;
	/** Answers that are taken, each with its meaning in Vietnamese; their numbers are taken too. */
	readonly choices?: ReadonlyMap<string, string>;
	/** What is wrong with an answer; undefined when it is right. */
	readonly judge?: (answer: string) => Say | undefined;
}

/** Somebody who answers. */
export interface Asker {
	/**
	 * Asks until the answer is right.
	 *
	 * @returns The answer in Unicode NFC, without spaces around it.
	 * @throws {@link BuildFailure} when the person leaves (Ctrl+C, Ctrl+D).
	 */
	ask(question: Question): Promise<string>;
	close(): void;
}

type Terminal = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** A refusal that is told in both languages and ends the command with 1. */
export const refusal = ({ vi, en }: Say): BuildFailure => new BuildFailure(`${vi}\n${en}`);

/** One line of plain text: composed letters, single spaces. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Opens a conversation, or gives undefined when nobody is there to answer: scripts must end, not wait. */
export function openAsker(input: Terminal = stdin, output: Screen = stdout): Asker | undefined {
	if (!input.isTTY || !output.isTTY) return undefined;
	const reader = createInterface({ input, output, prompt: '> ' });
	// Lines are kept until they are asked for, so that several pasted at once are not lost.
	const lines = reader[Symbol.asyncIterator]();
	return {
		async ask({ say, otherwise, choices, judge }) {
			output.write(`\n${say.vi}\n  ${say.en}\n`);
			const names = [...(choices?.keys() ?? [])];
			for (const [index, name] of names.entries())
				output.write(`  ${index + 1}. ${name} = ${choices?.get(name) ?? name}\n`);
			if (otherwise) output.write(`  (Enter: ${otherwise})\n`);
			for (;;) {
				reader.prompt();
				const line = await lines.next();
				if (line.done) throw refusal({ vi: 'Đã dừng; chưa ghi gì.', en: 'Stopped; nothing was written.' });
				const typed = oneLine(line.value);
				const answer = choices && /^\d+$/.test(typed) ? (names[Number(typed) - 1] ?? typed) : typed;
				if (answer === '' && otherwise !== undefined) return otherwise;
				const fault =
					answer === ''
						? { vi: 'Chưa có câu trả lời.', en: 'There is no answer yet.' }
						: choices && !choices.has(answer)
							? { vi: `Chọn một trong: ${names.join(', ')}.`, en: `Choose one of: ${names.join(', ')}.` }
							: judge?.(answer);
				if (!fault) return answer;
				output.write(`${fault.vi}\n  ${fault.en}\n`);
			}
		},
		close: () => reader.close(),
	};
}

/** Name of a language in Vietnamese, inside a sentence: `tiếng Hàn`. */
export function inVietnamese(tag: string): string {
	const name = languageName('vi', tag);
	return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

/** A path as a person reads it: from here, or whole when it lies elsewhere. */
export function shownPath(path: string): string {
	const from = relative(process.cwd(), path);
	return from === '' || from.startsWith('..') ? path : from;
}

function quoted(word: string, isWindows: boolean): string {
	if (/^[\p{L}\p{N}._/:,=+@-]+$/u.test(word)) return word;
	if (isWindows) return `"${word.replaceAll('"', '\\"')}"`;
	return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

/**
 * A command as a line to copy into a terminal, with the content folder it is about.
 *
 * @param name - Name of the npm script.
 * @param contentDir - Value of `CONTENT_DIR`; nothing is printed for the usual folder.
 */
export function commandLine(
	name: string,
	args: readonly string[] = [],
	contentDir: string | undefined = process.env['CONTENT_DIR'],
	isWindows = process.platform === 'win32',
): string {
	const folder = contentDir
		? isWindows
			? `$env:CONTENT_DIR='${contentDir.replaceAll("'", "''")}'; `
			: `CONTENT_DIR=${quoted(contentDir, false)} `
		: '';
	const rest = args.length > 0 ? ` -- ${args.map((word) => quoted(word, isWindows)).join(' ')}` : '';
	return `${folder}npm run ${name}${rest}`;
}

/** The refusal of a command that would have to ask and has nobody to ask: what is missing, and a line to copy and fill in. */
export function missingRefusal(missing: readonly Say[], command: string): BuildFailure {
	return refusal({
		vi: `Còn thiếu: ${missing.map(({ vi }) => vi).join('; ')}. Chưa ghi gì. Chép dòng dưới, sửa các giá trị rồi chạy lại:`,
		en: `Missing: ${missing.map(({ en }) => en).join('; ')}. Nothing was written. Copy this line, change its values and run it again:\n\n  ${command}`,
	});
}
