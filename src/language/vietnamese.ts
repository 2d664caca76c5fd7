/**
 * Syllables of Vietnamese by their spelling, without marks. A vowel group of the first line takes no final consonant; one of the
 * second may.
 */
const syllable = new RegExp(
	'^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?(?:' +
		'(?:ieu|yeu|uoi|uou|uay|uai|uya|uyu|oai|oay|oao|oeo|ai|ao|au|ay|eo|eu|ia|iu|oi|ua|ui|uu)|' +
		'(?:uye|oa|oe|oo|ie|ye|ue|uo|uy|a|e|i|o|u|y)(?:ch|c|ng|nh|n|m|p|t)?)$',
);
/** Spellings that no right word has without a mark: a stop at the end wants a tone, these vowels a hat or a horn. */
const unmarkable = /[aeiouy](?:ch|[cpt])$|ie(?!u$)|ieu|uye|ye|uo|eu$|uu$|^duong$/;
/** The commonest of the words that are written without a mark when they are typed right. */
const unmarked = new Set(
	(
		'an anh ao ai bay bao binh ba bo cam cao cay cha chai chanh chay chi chia chim cho chua chung con cong cung dai dan dao ' +
		'do doanh du dung e em ga gai gia giao gian giang ghi ha hai hay hoa hoan hoang hy hiu in kem kenh kha khai khi khoa ' +
		'khoan khoai khoe kho khu kia kim kinh lai lam lan lang lao lay leo linh lo loa loan loanh long lui ly mai mang may mau ' +
		'me minh moi mong mua mui nai nam nay nga ngang ngay nghe nghi ngo ngoan nhanh nhau nha nhai nhu ni ninh non nong oai oan ' +
		'oanh pha phai phan phi phim phong phu phung qua quan quanh quang quay quen qui quy ra rau ri rung ru sa sai san sang sao ' +
		'sau sen sinh so soi son song sung suy ta tai tam tan tay tem tha thai tham than thanh thao thay theo thi thoi thoa thu ' +
		'thua thung thuy ti tia tin tinh to toa toan tranh trai trao trang tre tri trong tro tru trung tu tua tui tung tuy vai ' +
		'vang ven vi vinh vui vung xa xanh xay xe xem xin xoa xong xu xung y'
	).split(' '),
);

const marks = /[\u0300-\u036f]/g;
/** A word in small letters without its marks: `Đường` → `duong`. */
export const withoutMarks = (word: string): string =>
	word.toLowerCase().normalize('NFD').replace(marks, '').replaceAll('đ', 'd');

/** Words asked about before: running text has few different ones, and each comes again and again. */
const known = new Map<string, boolean>();
const mostKnown = 20_000;

/** Whether a word is spelt as a Vietnamese syllable is, marks or not. */
export function isSyllable(word: string): boolean {
	const before = known.get(word);
	if (before !== undefined) return before;
	const found = syllable.test(withoutMarks(word));
	if (known.size >= mostKnown) known.clear();
	known.set(word, found);
	return found;
}

/** How much a word without marks looks like one whose marks are missing: not at all, possibly, certainly. */
export function missingMarks(word: string): 'no' | 'perhaps' | 'surely' {
	const bare = word.toLowerCase();
	if (!syllable.test(bare) || unmarked.has(bare)) return 'no';
	return unmarkable.test(bare) ? 'surely' : 'perhaps';
}
