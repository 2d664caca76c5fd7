/** A line of front matter that has one meaning only: a name, a colon, a space, a value on the same line; or none, before a list. */
const line = /^([a-z][A-Za-z]*):(?: (.+))?$/;
const item = /^  - (.+)$/;

/** Names and words that YAML takes for something else than words. */
const notWords = /^(?:null|true|false|~)$/i;

/**
 * Values that are what they look like: words that begin with a letter or an opening quotation mark, a day, a path beside the text, one
 * pair of quotation marks without another or a backslash inside, a list of plain names.
 */
const words = /^[\p{L}“«„《「『‘][^\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*$/u;
const day = /^\d{4}-\d{2}-\d{2}$/;
const besideText = /^\.\/[A-Za-z][\w.-]*$/;
const quoted =
	/^(?:'([^'\\\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*)'|"([^"\\\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*)")$/u;
/** A number before a word; without a letter beyond ASCII it might be a number of some notation. */
const counted = /^\d+ ?\p{L}/u;
const beyondAscii = /[^\x00-\x7f]/;
const whole = /^[1-9]\d{0,5}$/;
const point = /^\{ ?lat: (-?\d{1,3}(?:\.\d{1,9})?), lon: (-?\d{1,3}(?:\.\d{1,9})?) ?\}$/;
const names = /^\[[a-z]+(?:-[a-z]+)*(?:, [a-z]+(?:-[a-z]+)*)*\]$/;

function valueOf(typed: string): unknown {
	if (day.test(typed) || besideText.test(typed)) return typed;
	if (whole.test(typed)) return Number(typed);
	const [, lat, lon] = point.exec(typed) ?? [];
	if (lat !== undefined && lon !== undefined) return { lat: Number(lat), lon: Number(lon) };
	if (names.test(typed)) {
		const items = typed.slice(1, -1).split(', ');
		return items.some((item) => notWords.test(item)) ? undefined : items;
	}
	const quotes = quoted.exec(typed);
	if (quotes) return quotes[1] ?? quotes[2];
	// A colon or a `#` may end the value before its end.
	const isCounted = counted.test(typed) && beyondAscii.test(typed);
	const isWords =
		words.test(isCounted ? typed.replace(/^[\d ]+/, '') : typed) &&
		!/:(?: |$)| #| $/.test(typed) &&
		!notWords.test(typed);
	return isWords ? typed : undefined;
}

/**
 * Reads front matter of the plainest form without the reader of YAML, which takes ten times as long; most texts have no other.
 *
 * @returns The data that the reader of YAML would give without a fault; undefined when anything in it may mean something else.
 */
export function plainFields(text: string): Readonly<Record<string, unknown>> | undefined {
	const fields: Record<string, unknown> = {};
	const lines = text.split('\n');
	for (let at = 0; at < lines.length; at++) {
		const [, name = '', typed] = line.exec(lines[at] ?? '') ?? [];
		if (name === '' || notWords.test(name) || Object.hasOwn(fields, name)) return undefined;
		const items: unknown[] = [];
		if (typed === undefined)
			for (let found = item.exec(lines[at + 1] ?? ''); found; found = item.exec(lines[++at + 1] ?? ''))
				items.push(valueOf(found[1] ?? ''));
		const value =
			typed === undefined ? (items.length > 0 && !items.includes(undefined) ? items : undefined) : valueOf(typed);
		if (value === undefined) return undefined;
		fields[name] = value;
	}
	return fields;
}
