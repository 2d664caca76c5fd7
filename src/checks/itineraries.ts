import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';

type Say = Problem['say'];

/** Itineraries whose ways do not fit their stops or their days. */
export function checkItineraries(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const raw = new Map(dueEntries(folder).map((entry) => [entry.path, entry]));
	return content.entries.flatMap(({ path, source }): Problem[] => {
		if (!raw.has(path) || source.kind !== 'itinerary' || source.legs === undefined) return [];
		const { legs, stops = [], days } = source;
		const text = raw.get(path)?.texts.get(sourceLocale);
		const tell = (say: Say, ...field: PropertyKey[]): Problem => ({
			file: `${folderName}/${path}/${sourceLocale}.mdx`,
			...(text?.frontMatter.position(field) ?? { line: 1, column: 1 }),
			code: 'entry/legs',
			severity: 'error',
			say,
		});
		const wanted = Math.max(0, stops.length - 1);
		if (legs.length !== wanted)
			return [
				tell(
					{
						vi: `\`legs\` có ${legs.length} chặng, mà \`stops\` có ${stops.length} điểm dừng nên cần ${wanted} chặng. Mỗi chặng đi từ một điểm đến điểm kế tiếp: thêm hoặc bớt cho đủ.`,
						en: `\`legs\` has ${legs.length} ways, but ${stops.length} \`stops\` need ${wanted}. Each way leads from one stop to the next: add or take away.`,
					},
					'legs',
				),
			];
		return legs.flatMap(({ day }, index) => {
			const before = legs[index - 1]?.day ?? 1;
			if (day > days)
				return tell(
					{
						vi: `Chặng thứ ${index + 1} ghi ngày ${day}, mà lịch trình chỉ có ${days} ngày (\`days\`). Sửa \`day\` hoặc \`days\`.`,
						en: `Way ${index + 1} is on day ${day}, but the itinerary has ${days} (\`days\`). Correct \`day\` or \`days\`.`,
					},
					'legs',
					index,
					'day',
				);
			return day < before
				? tell(
						{
							vi: `Chặng thứ ${index + 1} ghi ngày ${day}, sau một chặng của ngày ${before}. Các chặng đi theo thứ tự ngày: sửa \`day\`, hoặc đổi chỗ các điểm dừng.`,
							en: `Way ${index + 1} is on day ${day}, after one on day ${before}. Ways follow the order of days: correct \`day\`, or change the order of the stops.`,
						},
						'legs',
						index,
						'day',
					)
				: [];
		});
	});
}
