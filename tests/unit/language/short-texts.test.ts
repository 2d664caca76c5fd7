import { describe, expect, test } from 'vitest';
import { shortFault, straySentence, type ShortText } from '#language/short-texts.ts';

const scripts: Readonly<Record<string, string>> = {
	vi: 'Latn',
	en: 'Latn',
	ru: 'Cyrl',
	ko: 'Kore',
	zh: 'Hans',
	ja: 'Jpan',
};
const seems = (language: string, text: string, type: ShortText = 'title') => {
	const fault = shortFault(text, language, scripts[language] ?? 'Latn', type);
	return fault && (fault.seems ?? 'another');
};

test.each([
	['en', 'Der Markt am Fluss und die alte Stadt', 'de'],
	['en', 'Zum Inhalt springen', 'de'],
	['en', 'Le vieux marché de la ville', 'fr'],
	['en', 'Du poisson et des légumes, vendus dès le matin.', 'fr'],
	['en', 'El mercado abre por la mañana', 'es'],
	['en', 'Il mercato della città è aperto la mattina', 'it'],
	['en', 'De markt is open van maandag tot en met zaterdag', 'nl'],
	['en', 'Pasar ini buka pagi dan tutup pada jam lima', 'id'],
	['en', 'Targ jest otwarty od rana i nie tylko dla turystów', 'pl'],
	['en', 'Chợ cũ của phường và các khu phố', 'vi'],
	['en', 'Öffnungszeiten des Marktes', 'de'],
	['en', 'L’histoire de la vieille ville', 'fr'],
	['en', 'Trg se otvara svako jutro, možete doći pješice', 'another'],
	['vi', 'The old market in the year 2025', 'en'],
	['vi', 'Work done at the market and visits in the year.', 'en'],
	['vi', 'Le marché ouvre tôt le matin et les marchands', 'fr'],
	['vi', 'Cac viec da lam o cho va luot khach trong nam', 'bare'],
	['vi', 'Cho cu trong nam 2025', 'bare'],
	['vi', 'Den bang cach nao', 'bare'],
	['ru', 'How to get there', 'en'],
	['ru', '옛 시장', 'ko'],
	['ru', 'Старият пазар отваря рано, първо идват търговците', 'bg'],
	['ru', 'Пошук і знахідки', 'uk'],
	['ru', 'Nơi bán cá, rau và đồ gốm', 'vi'],
	['ko', '怎么去市场', 'zh'],
	['ko', 'The old market', 'en'],
	['zh', '옛 시장의 아침', 'ko'],
	['zh', '本文へスキップする', 'ja'],
	['en', 'Старый рынок', 'ru'],
])('in %s the title “%s” is told to be of another language', (language, text, other) => {
	expect(seems(language, text)).toBe(other);
});

describe('what could be right is passed', () => {
	test.each([
		['en', 'Chợ Đồng Xuân'],
		['en', 'Bến Thành, Đồng Xuân and Hàn'],
		['en', 'Phở bò'],
		['en', 'Alexandre Yersin Museum'],
		['en', 'A café à la carte at Đông Hà'],
		['en', 'Deutsche Gesellschaft für Internationale Zusammenarbeit'],
		['en', 'La Vang, Le Lai, Da Lat'],
		['en', 'No smoking, as usual'],
		['en', 'Hue, Da Nang, Hoi An, Nha Trang'],
		['en', 'Fare per person per day'],
		['en', 'Add e2e tests'],
		['en', 'L’Oréal and D’Orsay, Düsseldorf'],
		['ru', 'Time to Interactive'],
		['vi', 'Startup, logistics và FDI'],
		['vi', 'Ninh Thuan Beach Resort'],
		['vi', 'Bank for Investment and Development of Vietnam'],
		['vi', 'Hai con trai cho cha xem tranh'],
		['vi', 'Nam Nha Trang'],
		['vi', 'Con trai con ai'],
		['vi', 'Cá, rau, gốm'],
		['vi', 'Wi-Fi, e-mail, QR'],
		['ru', 'VinFast'],
		['ru', 'Объезд, подъезд и съезд'],
		['ru', 'HACCP, OCOP, ISO 9001'],
		['ko', '옛 시장(市場)'],
		['ko', 'VinFast'],
		['zh', 'VinFast与FPT'],
		['ja', '市場案内'],
	])('in %s: “%s”', (language, text) => {
		expect(seems(language, text)).toBeUndefined();
	});

	test('a name of a dish or a place in a paragraph of another script', () => {
		expect(seems('ru', 'nước mắm', 'passage')).toBeUndefined();
		expect(seems('ko', 'bánh tráng và nước mắm', 'passage')).toBeUndefined();
	});
});

test('a single sentence of another language is found at its place, a quoted one is not', () => {
	const german = 'Der Markt öffnet früh am Morgen, und die Händler verkaufen dort Fisch.';
	const english = 'The market opens early in the morning. Those who sell fish come first.';
	expect(straySentence(`${english} ${german}`, 'en', 'Latn')).toMatchObject({
		index: english.length + 1,
		fault: { seems: 'de' },
	});
	expect(straySentence(`${english} A sign says “${german}”`, 'en', 'Latn')).toBeUndefined();
	expect(straySentence(`Chợ họp từ sáng sớm. ${english}`, 'vi', 'Latn')).toMatchObject({ fault: { seems: 'en' } });
	expect(straySentence('Рынок открыт. The market opens early in the morning.', 'ru', 'Cyrl')).toMatchObject({
		index: 14,
		fault: { seems: 'en' },
	});
});
