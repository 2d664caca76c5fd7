/**
 * The day that the site is built for; the only place that asks a clock.
 *
 * @param zone - Time zone in which days begin.
 * @returns `BUILD_DATE`, else `SOURCE_DATE_EPOCH`, else now, as `YYYY-MM-DD`.
 * @throws When `BUILD_DATE` or `SOURCE_DATE_EPOCH` is not a date.
 */
export function buildDay(
	zone: string,
	environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
	const given = environment['BUILD_DATE'];
	if (given) {
		const date = new Date(given.length === 10 ? `${given}T00:00:00Z` : given);
		if (Number.isNaN(date.getTime()) || (given.length === 10 && date.toISOString().slice(0, 10) !== given))
			throw new Error(
				`BUILD_DATE không phải là ngày: ${given}. Ví dụ: 2026-02-28. / BUILD_DATE is not a date: ${given}. Example: 2026-02-28.`,
			);
		if (given.length === 10) return given;
		return dayIn(zone, date);
	}
	const epoch = environment['SOURCE_DATE_EPOCH'];
	if (epoch && !/^\d+$/.test(epoch))
		throw new Error(`SOURCE_DATE_EPOCH phải là số giây. / SOURCE_DATE_EPOCH must be a number of seconds: ${epoch}`);
	return dayIn(zone, epoch ? new Date(Number(epoch) * 1000) : new Date());
}

/** An environment in which `buildDay` gives the same day every time, whenever it is asked: a check may run over midnight. */
export function fixedClock(
	environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, string>> {
	const { BUILD_DATE: given, SOURCE_DATE_EPOCH: epoch } = environment;
	if (given) return { BUILD_DATE: given };
	return epoch ? { SOURCE_DATE_EPOCH: epoch } : { BUILD_DATE: new Date().toISOString() };
}

function dayIn(zone: string, date: Date): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
		date,
	);
}
