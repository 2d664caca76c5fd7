import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { mapReachKm } from '#schema/coast.ts';
import { distanceKm } from '#site/places.ts';
import { nearest } from './shape.ts';
import { attributeOf, isJsx, shorten, walk } from './structure.ts';

/** Larger than any coast of the reach of a map; whoever needs more has cut at a wrong scale. */
const mostCoastBytes = 80_000;
/** Kilometres of slack for what was rounded. */
const slackKm = 1;

const liveMap = new RegExp(
	`^(?:https?:)?//(?:${[
		// Frames that load a map of somebody else.
		String.raw`(?:www\.|maps\.)?google\.[a-z.]+/(?:maps/(?:d/)?(?:[^?#]*/)?embed|maps?\?[^#]*output=embed)`,
		String.raw`(?:www\.)?openstreetmap\.org/export/embed`,
		String.raw`(?:umap\.openstreetmap\.fr|embed\.windy\.com|embed\.waze\.com|www\.waze\.com/(?:[a-z-]+/)?iframe)/`,
		String.raw`(?:[a-z-]+\.)?yandex\.[a-z.]+/(?:map-widget|maps-widget|frame)`,
		String.raw`(?:www\.)?bing\.com/maps/embed`,
		// Programs and pieces that such maps are put together from.
		String.raw`(?:maps\.googleapis\.com|maps\.gstatic\.com|api(?:-maps)?\.mapbox\.com|api-maps\.yandex\.[a-z]+|dapi\.kakao\.com|(?:openapi|oapi)\.map\.naver\.com|webapi\.amap\.com|api\.map\.baidu\.com|maps\.goong\.io|tiles\.goong\.io|maps\.vietmap\.vn)/`,
		String.raw`(?:[\w-]+\.)*tiles?\d*\.[\w.-]+/`,
		String.raw`[^?#]+/(?:\{z\}|\d{1,2})/(?:\{x\}|\d+)/(?:\{y\}|\d+)(?:@2x)?\.(?:png|jpe?g|webp|pbf|mvt)`,
	].join('|')})`,
	'i',
);

/** What is said of an address that would load somebody else’s map, in a frame or in tiles; undefined for any other address. */
export function liveMapFault(url: string): { readonly code: Code; readonly say: Problem['say'] } | undefined {
	if (!liveMap.test(url.trim())) return undefined;
	return {
		code: 'map/embed',
		say: {
			vi: `\`${shorten(url)}\` là bản đồ nhúng hoặc mảnh bản đồ của nơi khác: nó theo dõi người đọc và không hiện khi mạng yếu. Xóa nó và viết \`<Map places="mục/tên-bài" />\` với các bài có \`position\`; trang tự vẽ bản đồ và tự ghi tọa độ để mở trong ứng dụng bản đồ của người đọc.`,
			en: `\`${shorten(url)}\` is an embedded map of somebody else, or a tile of one: it follows readers and does not show on a weak network. Delete it and write \`<Map places="section/name-of-text" />\` with texts that have a \`position\`; the site draws the map itself, and gives coordinates that open in the reader’s own map.`,
		},
	};
}

/** Entries that a \`<Map>\` names and that are not there or have no place; positions out of reach; the file of the coast. */
export function checkMaps(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const add = (
		file: string,
		{ line, column }: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
		code: Code,
		vi: string,
		en: string,
		severity: Severity = 'error',
	) => problems.push({ file: `${folderName}/${file}`, line, column, code, severity, say: { vi, en } });
	const entries = new Map(content.entries.map((entry) => [entry.path, entry]));
	const isThere = new Set(folder.entries.map(({ path }) => path));
	const placed = content.entries
		.filter(({ source }) => 'position' in source && source.position)
		.map(({ path }) => path);

	for (const { texts } of dueEntries(folder))
		for (const text of texts.values()) {
			if (!text.markdown) continue;
			walk(text.markdown, (node) => {
				if (!isJsx(node) || node.name !== 'Map') return;
				const ids = (attributeOf(node, 'places') ?? '').split(/[\s,;]+/).filter(Boolean);
				for (const id of new Set(ids)) {
					const entry = entries.get(id);
					// An entry with a slip in its own fields is told there.
					if (!entry && isThere.has(id)) continue;
					if (entry && placed.includes(id)) continue;
					const meant = nearest(id.replace(/^\/|\/$/g, ''), placed);
					const hint = {
						vi: meant === undefined ? '' : ` Có phải \`${meant}\`?`,
						en: meant === undefined ? '' : ` Did you mean \`${meant}\`?`,
					};
					if (entry)
						add(
							text.path,
							node.position?.start,
							'map/unknown',
							`Bài \`${shorten(id)}\` không có vị trí nên không vẽ được lên bản đồ.${hint.vi} Thêm \`position: { lat: …, lon: … }\` vào bài ấy nếu loại bài cho phép, hoặc bỏ mã này khỏi \`places\`.`,
							`The text \`${shorten(id)}\` has no position and cannot be drawn on a map.${hint.en} Add \`position: { lat: …, lon: … }\` to that text if its kind takes one, or take the id out of \`places\`.`,
						);
					else
						add(
							text.path,
							node.position?.start,
							'map/unknown',
							`Không có bài \`${shorten(id)}\`.${hint.vi} Trong \`places\` ghi đường dẫn thư mục của bài, ví dụ \`visit/ten-bai\`, cách nhau bằng dấu cách.`,
							`There is no text \`${shorten(id)}\`.${hint.en} \`places\` takes folders of texts, such as \`visit/name-of-text\`, with spaces between.`,
						);
				}
			});
		}

	const centre = content.site.map?.centre;
	const sourceLocale = content.site.locales[0]?.locale ?? 'vi';
	const raw = new Map(dueEntries(folder).map((entry) => [entry.path, entry]));
	for (const { path, source } of content.entries) {
		const position = 'position' in source ? source.position : undefined;
		const own = raw.get(path);
		if (!own || !centre || !position) continue;
		const away = Math.round(distanceKm(centre, position));
		if (away <= mapReachKm) continue;
		const from = own.texts.get(sourceLocale)?.frontMatter;
		add(
			`${path}/${sourceLocale}.mdx`,
			from?.position(['position']),
			'map/far',
			`\`position\` cách tâm bản đồ trong site.yaml ${away} km; bản đồ của trang chỉ đến ${mapReachKm} km. Kiểm tra vĩ độ và kinh độ của bài, và \`map.centre\` trong site.yaml; nếu đúng cả hai, bản đồ của bài sẽ không có bờ biển.`,
			`\`position\` is ${away} km from the map centre in site.yaml; the maps of the site reach ${mapReachKm} km. Check the degrees of this text and \`map.centre\` in site.yaml; if both are right, its map shows no coast.`,
			'warning',
		);
	}

	const { coast } = content;
	if (!coast) return problems;
	const file = 'map/coast.json';
	const tellCoast = (vi: string, en: string) =>
		add(
			file,
			undefined,
			'map/coast',
			`${vi} Tệp này do công cụ \`tools/coast-clip.ts\` cắt ra: nhờ người phụ trách kỹ thuật chạy lại, hoặc xóa tệp; bản đồ khi đó chỉ có lưới ô vuông.`,
			`${en} The tool \`tools/coast-clip.ts\` makes this file: have it run again, or delete the file; maps then show a grid.`,
		);
	const bytes = folder.typed.get(file)?.length ?? 0;
	if (bytes > mostCoastBytes)
		tellCoast(
			`Tệp có ${bytes} ký tự, nhiều hơn ${mostCoastBytes}.`,
			`The file has ${bytes} characters, more than ${mostCoastBytes}.`,
		);
	if (!centre) {
		tellCoast(
			'Có đường bờ biển mà site.yaml không có `map.centre`.',
			'There is a coast, and no `map.centre` in site.yaml.',
		);
		return problems;
	}
	const rings = coast.geometry.coordinates.flat();
	if (rings.some((ring) => String(ring[0]) !== String(ring.at(-1))))
		tellCoast(
			'Có đường bờ biển không khép kín, nên không tô được đất liền.',
			'A line of the coast is not closed, so that land cannot be filled.',
		);
	const farthest = Math.max(0, ...rings.flat().map(([lon, lat]) => distanceKm(centre, { lat, lon })));
	if (farthest > mapReachKm + slackKm)
		tellCoast(
			`Bờ biển ra xa đến ${Math.round(farthest)} km, trong khi bản đồ chỉ đến ${mapReachKm} km từ \`map.centre\` của site.yaml.`,
			`The coast reaches ${Math.round(farthest)} km, but maps reach ${mapReachKm} km from \`map.centre\` in site.yaml.`,
		);
	return problems;
}
