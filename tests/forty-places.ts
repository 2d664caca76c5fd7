import type { Position } from '#schema/primitives.ts';

/** Ordinary names of places, short and long, in five languages; none is a real one. */
const names: readonly Readonly<Record<string, string>>[] = [
	{ vi: 'Chợ cũ', en: 'Old market', ru: 'Старый рынок', ko: '옛 시장', zh: '老市场' },
	{ vi: 'Bến thuyền', en: 'Boat landing', ru: 'Лодочный причал', ko: '배 선착장', zh: '游船码头' },
	{ vi: 'Nhà thờ đá', en: 'Stone church', ru: 'Каменная церковь', ko: '돌 성당', zh: '石头教堂' },
	{
		vi: 'Bảo tàng nghề làm muối',
		en: 'Museum of salt making',
		ru: 'Музей солеварения',
		ko: '소금 박물관',
		zh: '制盐博物馆',
	},
	{ vi: 'Thư viện', en: 'Library', ru: 'Библиотека', ko: '도서관', zh: '图书馆' },
	{
		vi: 'Vườn thực vật ven sông',
		en: 'Riverside botanical garden',
		ru: 'Ботанический сад у реки',
		ko: '강변 식물원',
		zh: '河畔植物园',
	},
	{ vi: 'Ga xe lửa', en: 'Railway station', ru: 'Железнодорожный вокзал', ko: '기차역', zh: '火车站' },
	{ vi: 'Hải đăng', en: 'Lighthouse', ru: 'Маяк', ko: '등대', zh: '灯塔' },
	{ vi: 'Làng gốm', en: 'Pottery village', ru: 'Деревня гончаров', ko: '도자기 마을', zh: '陶器村' },
	{ vi: 'Đỉnh đèo Gió Lộng', en: 'Top of the windy pass', ru: 'Ветреный перевал', ko: '바람 고개', zh: '风口山顶' },
	{ vi: 'Đầm sen', en: 'Lotus lagoon', ru: 'Лотосовая лагуна', ko: '연꽃 석호', zh: '荷花潟湖' },
	{ vi: 'Suối nước nóng', en: 'Hot springs', ru: 'Горячие источники', ko: '온천', zh: '温泉' },
	{ vi: 'Bãi Dài', en: 'Long beach', ru: 'Длинный пляж', ko: '긴 해변', zh: '长滩' },
	{ vi: 'Chùa trên núi', en: 'Mountain pagoda', ru: 'Пагода на горе', ko: '산 위의 절', zh: '山上的寺' },
	{ vi: 'Nhà hát múa rối', en: 'Puppet theatre', ru: 'Кукольный театр', ko: '인형극장', zh: '木偶剧院' },
	{
		vi: 'Trung tâm thông tin du khách',
		en: 'Visitor information centre',
		ru: 'Туристский информационный центр',
		ko: '관광 안내소',
		zh: '游客信息中心',
	},
	{ vi: 'Cầu dây văng', en: 'Cable-stayed bridge', ru: 'Вантовый мост', ko: '사장교', zh: '斜拉桥' },
	{ vi: 'Ruộng muối', en: 'Salt fields', ru: 'Соляные поля', ko: '염전', zh: '盐田' },
	{ vi: 'Tháp gạch', en: 'Brick tower', ru: 'Кирпичная башня', ko: '벽돌탑', zh: '砖塔' },
	{ vi: 'Viện hải dương', en: 'Sea institute', ru: 'Институт моря', ko: '바다 연구소', zh: '海洋所' },
];
const sides: Readonly<Record<string, (name: string) => string>> = {
	vi: (name) => `${name} phía nam`,
	en: (name) => `${name}, south`,
	ru: (name) => `${name}, юг`,
	ko: (name) => `남쪽 ${name}`,
	zh: (name) => `南${name}`,
};

export const languages = ['vi', 'en', 'ru', 'ko', 'zh'] as const;

/** Name of the n-th of forty places in a language. */
export function nameOf(index: number, locale: string): string {
	const name = names[index % names.length]?.[locale] ?? '';
	return index < names.length ? name : (sides[locale]?.(name) ?? name);
}

/** Middle of the maps of these tests. */
export const middle: Position = { lat: 12.245, lon: 109.19 };

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const kmOfDegree = 111.19;
const offset = (east: number, north: number): Position => ({
	lat: Number((middle.lat + north / kmOfDegree).toFixed(4)),
	lon: Number((middle.lon + east / kmOfDegree / Math.cos((middle.lat * Math.PI) / 180)).toFixed(4)),
});

/**
 * Forty places: twelve of them within three kilometres, one from another, the others up to a distance from the middle.
 *
 * @param farthestKm - How far the others lie, at most.
 */
export function fortyPlaces(seed: number, farthestKm: number): Position[] {
	const random = randomFrom(seed);
	const around = (reach: number) => {
		const [angle, distance] = [random() * 2 * Math.PI, Math.sqrt(random()) * reach];
		return offset(Math.cos(angle) * distance, Math.sin(angle) * distance);
	};
	return [...Array.from({ length: 12 }, () => around(1.5)), ...Array.from({ length: 28 }, () => around(farthestKm))];
}
