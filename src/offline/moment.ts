/** Vietnamese writes days in figures; ICU's long Vietnamese date has an English comma (as `language/formats.ts`). */
const monthOf = (tag: string) => (tag.split('-')[0] === 'vi' ? 'numeric' : 'long');

/**
 * Says a moment in the reader's language and in the time of his own clock.
 *
 * @param pattern - Words with the gaps `{{date}}` and `{{time}}`.
 * @param moment - Milliseconds since 1970.
 * @param timeZone - Left out for the reader's own.
 * @example sayMoment('Saved on {{date}}, {{time}}', 1795940400000, 'en-GB') // “Saved on 29 November 2026, 15:20”
 */
export function sayMoment(pattern: string, moment: number, tag: string, timeZone?: string): string {
	const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: monthOf(tag), year: 'numeric', timeZone });
	const time = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone });
	return pattern.replace('{{date}}', date.format(moment)).replace('{{time}}', time.format(moment));
}
