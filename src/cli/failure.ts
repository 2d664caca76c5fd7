/** A command that did not do its work for a reason that a person can mend; its message stands in both languages. */
export class BuildFailure extends Error {}

/** Runs a command; a failure that a person can mend is told by its message, and the exit code is 1. */
export async function run(command: () => Promise<unknown>): Promise<void> {
	try {
		await command();
	} catch (error) {
		if (!(error instanceof BuildFailure)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
