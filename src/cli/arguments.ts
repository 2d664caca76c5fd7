import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Options and positional arguments of a command. */
export interface Arguments {
	readonly values: Readonly<Record<string, string | boolean | undefined>>;
	readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a command. Prints help and ends the process for `--help`; for an unknown option says so and ends it with 1.
 *
 * @param usage - Help in both languages.
 */
export function helpOr(
	options: ParseArgsOptionsConfig,
	usage: { readonly vi: string; readonly en: string },
	allowPositionals = false,
): Arguments {
	const help = `${usage.vi}\n\n${usage.en}\n`;
	try {
		const { values, positionals } = parseArgs({
			options: { ...options, help: { type: 'boolean' } },
			allowPositionals,
			strict: true,
		});
		if (values['help']) {
			process.stdout.write(help);
			process.exit(0);
		}
		return { values: values as Arguments['values'], positionals };
	} catch (error) {
		process.stderr.write(`Tham số không đúng. / The arguments are not right: ${(error as Error).message}\n\n${help}`);
		process.exit(1);
	}
}
