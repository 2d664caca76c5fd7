/**
 * Length of a film or recording, in minutes and whole seconds: `durationOf('ko', 80.3)` → “1분 20초”.
 *
 * @param tag - BCP 47 tag of the language.
 */
export function durationOf(tag: string, seconds: number): string {
	const whole = Math.round(seconds);
	const unit = (value: number, name: string) =>
		new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
	const parts = [
		...(whole >= 60 ? [unit(Math.floor(whole / 60), 'minute')] : []),
		...(whole % 60 > 0 || whole < 60 ? [unit(whole % 60, 'second')] : []),
	];
	// “1 min 20 sec”, without a comma: one length, not two things.
	const text = new Intl.ListFormat(tag, { type: 'unit', style: 'narrow' }).format(parts).replaceAll(',', '');
	// Japanese writes no space before a counter, as ICU does.
	return text.replace(/(?<=\d)\s(?=\p{Script=Han})/gu, '');
}

/**
 * Size of a file as a reader with a small data allowance counts it: `sizeOf('ru', 1_920_000)` → “1,9 МБ”.
 *
 * @param tag - BCP 47 tag of the language.
 */
export function sizeOf(tag: string, bytes: number): string {
	const isLarge = bytes >= 1_000_000;
	return new Intl.NumberFormat(tag, {
		style: 'unit',
		unit: isLarge ? 'megabyte' : 'kilobyte',
		unitDisplay: 'short',
		maximumFractionDigits: isLarge && bytes < 10_000_000 ? 1 : 0,
	}).format(isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)));
}
