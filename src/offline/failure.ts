import { FetchError, maxBytes, TooLargeError } from './store.ts';

/** Words for what can go wrong, from the page. */
export interface FailureWords {
	/** With a gap `{{limit}}`. */
	readonly tooLarge: string;
	readonly noNetwork: string;
	readonly noRoom: string;
	readonly failed: string;
}

/** Why a page could not be saved, in the reader's words. */
export function sayFailure(error: unknown, words: FailureWords, tag: string): string {
	if (error instanceof TooLargeError) {
		const limit = new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte' }).format(maxBytes / 1024 / 1024);
		return words.tooLarge.replace('{{limit}}', limit);
	}
	if (error instanceof FetchError) return words.noNetwork;
	return error instanceof Error && error.name === 'QuotaExceededError' ? words.noRoom : words.failed;
}
