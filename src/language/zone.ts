/**
 * First moment of a day in a time zone, as feeds want it.
 *
 * @param day - `YYYY-MM-DD`.
 * @example startOfDay('2026-01-19', 'Asia/Ho_Chi_Minh').toISOString() // "2026-01-18T17:00:00.000Z"
 */
export function startOfDay(day: string, zone: string): Date {
	const noon = new Date(`${day}T12:00:00Z`);
	const name =
		new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
			.formatToParts(noon)
			.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
	return new Date(`${day}T00:00:00${name.slice(3) || 'Z'}`);
}
