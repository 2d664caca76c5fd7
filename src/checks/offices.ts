import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Problem } from '#report/problem.ts';
import { weekdays, type OpenSpan } from '#schema/opening-hours.ts';
import type { Content } from '#schema/content.ts';
import { areLocalesRight } from './registers.ts';

type Say = Problem['say'];

/** Whether two stretches have a moment of the week in common. */
function meet(a: OpenSpan, b: OpenSpan): boolean {
	const daysOf = ({ days }: OpenSpan) => {
		const [first = '', last = first] = days.split('-');
		return [weekdays.indexOf(first as never), weekdays.indexOf(last as never)] as const;
	};
	const [[aFirst, aLast], [bFirst, bLast]] = [daysOf(a), daysOf(b)];
	return aFirst <= bLast && bFirst <= aLast && a.from < b.to && b.from < a.to;
}

/** Opening hours that no clock has, and countries whose notes could not be named or found. */
export function checkOffices(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const from = folder.registers.get('site');
	if (!from) return [];
	const problems: Problem[] = [];
	const tell = (say: Say, ...path: PropertyKey[]) =>
		problems.push({
			file: `${folderName}/site.yaml`,
			...from.position(path),
			code: 'field/value',
			severity: 'error',
			say,
		});
	for (const [index, { id, open = [] }] of content.site.contacts.entries())
		for (const [place, span] of open.entries()) {
			if (span.to <= span.from)
				tell(
					{
						vi: `\`open\` của \`${id}\`: giờ đóng cửa ${span.to} không muộn hơn giờ mở cửa ${span.from}. Sửa \`from\` hoặc \`to\`; mở qua nửa đêm thì ghi hai dòng, dòng đầu đến "24:00".`,
						en: `\`open\` of \`${id}\`: it closes at ${span.to}, not later than it opens at ${span.from}. Correct \`from\` or \`to\`; hours past midnight are two lines, the first until "24:00".`,
					},
					'contacts',
					index,
					'open',
					place,
					'to',
				);
			else if (open.slice(0, place).some((other) => meet(other, span)))
				tell(
					{
						vi: `\`open\` của \`${id}\`: \`${span.days} ${span.from}–${span.to}\` trùng với một dòng ở trên. Sửa cho các dòng không chồng lên nhau, hoặc xóa một dòng.`,
						en: `\`open\` of \`${id}\`: \`${span.days} ${span.from}–${span.to}\` runs into a line above. Correct the two so that they do not overlap, or delete one.`,
					},
					'contacts',
					index,
					'open',
					place,
				);
		}
	const locales = content.site.locales.map(({ locale }) => locale);
	const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	for (const [index, { id, country, name, locales: own }] of content.site.markets.entries()) {
		if (country === undefined && name === undefined)
			tell(
				{
					vi: `\`markets\`: mục \`${id}\` chưa có tên. Ghi mã nước, như \`country: KR\`; với một nhóm nước thì ghi tên: \`name: { vi: … }\`.`,
					en: `\`markets\`: \`${id}\` has no name. Write the code of the country, such as \`country: KR\`; for a group of countries write \`name: { vi: … }\`.`,
				},
				'markets',
				index,
			);
		else if (country !== undefined && countries.of(country) === undefined)
			tell(
				{
					vi: `\`markets\`: không có nước nào mang mã \`${country}\`. Mã hai chữ theo ISO 3166, như \`KR\`, \`RU\`, \`CN\`.`,
					en: `\`markets\`: no country has the code \`${country}\`. Write the two letters of ISO 3166, such as \`KR\`, \`RU\`, \`CN\`.`,
				},
				'markets',
				index,
				'country',
			);
		if (areLocalesRight(content.site))
			for (const [place, locale] of own.entries())
				if (!locales.includes(locale))
					tell(
						{
							vi: `\`markets\`: \`locales\` của \`${id}\` ghi \`${locale}\`, mà trang không có ngôn ngữ ấy. Các mã: ${locales.join(', ')}.`,
							en: `\`markets\`: \`locales\` of \`${id}\` has \`${locale}\`, which is not a language of the site. Codes: ${locales.join(', ')}.`,
						},
						'markets',
						index,
						'locales',
						place,
					);
	}
	return problems;
}
