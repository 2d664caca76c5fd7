import { formatsFor } from '#language/formats.ts';
import type { Section } from '#schema/site.ts';
import type { StateName } from '#tracking/state.ts';
import type { Both } from './board.ts';

// The board is for the people who write, not for readers: its words stand here, in the two languages of all commands, and not in `i18n/`.

/** Names of the sections. */
export const sectionNames: Readonly<Record<Section, Both>> = {
	congress: { vi: 'Đại hội', en: 'Congress' },
	invest: { vi: 'Đầu tư', en: 'Invest' },
	visit: { vi: 'Du lịch', en: 'Visit' },
	living: { vi: 'Sinh sống', en: 'Live here' },
	about: { vi: 'Giới thiệu', en: 'About' },
};

/** What each state means and what is to be done. */
export const meanings: Readonly<Record<StateName, Both>> = {
	current: {
		vi: 'Nói đúng điều bản gốc đang nói, và đã có người duyệt.',
		en: 'Says what the source says, and has been reviewed.',
	},
	behind: {
		vi: 'Bản gốc đã đổi sau khi dịch. Xem chỗ đổi, dịch lại, rồi ghi nhận.',
		en: 'The source has changed since. See what changed, translate it, then accept.',
	},
	missing: {
		vi: 'Chưa có bản dịch. Lệnh chuẩn bị tệp để dịch.',
		en: 'There is no translation. The command prepares its file.',
	},
	unreviewed: {
		vi: 'Khớp với bản gốc, nhưng chưa ai đọc lại từ lần sửa cuối.',
		en: 'Says what the source says, but nobody has read it since it was changed.',
	},
	unrecorded: {
		vi: 'Không rõ dịch từ bản gốc nào. So cả bài với bản gốc, rồi ghi nhận.',
		en: 'Nobody recorded which source it was made from. Compare the whole text, then accept.',
	},
};

/** Words of the page. */
export const words = {
	title: { vi: 'Bản dịch đến đâu', en: 'Where translations stand' },
	kind: { vi: 'Bảng theo dõi bản dịch', en: 'Translation board' },
	skip: { vi: 'Đến nội dung chính', en: 'Skip to content' },
	overview: { vi: 'Theo mục và ngôn ngữ', en: 'By section and language' },
	section: { vi: 'Mục', en: 'Section' },
	all: { vi: 'Tất cả', en: 'All' },
	states: { vi: 'Năm trạng thái', en: 'Five states' },
	entries: { vi: 'Từng bài', en: 'Entry by entry' },
	order: {
		vi: 'Bài chậm đứng trước, rồi bài còn việc khác. Mở một ô để xem phần đã đổi và lệnh cần chạy.',
		en: 'Entries that are behind come first, then those with other work. Open a cell for the changed parts and the command to run.',
	},
	entry: { vi: 'Bài', en: 'Entry' },
	review: {
		vi: 'Đọc lại, rồi ghi reviewedBy và reviewedOn trong',
		en: 'Read it, then put reviewedBy and reviewedOn into this file.',
	},
	damaged: {
		vi: 'Tệp ghi nhận bị hỏng: lấy lại từ bản sao trước đó, hoặc so cả bài rồi ghi nhận.',
		en: 'The record is damaged: put back an earlier copy, or compare the whole text and accept.',
	},
	unread: {
		vi: 'Bản gốc có lỗi nên không có trong bảng. Chạy npm run check để xem lỗi.',
		en: 'Errors in the source text, so not on the board. Run npm run check to see them.',
	},
	empty: {
		vi: 'Chưa có bài nào để dịch, hoặc trang chỉ có một ngôn ngữ.',
		en: 'There is nothing to translate, or the site has one language only.',
	},
	internal: {
		vi: 'Trang làm việc của ban biên tập, không thuộc trang công khai. Lập lại bằng lệnh:',
		en: 'A working page for editors, not part of the public site. Made anew by:',
	},
} as const satisfies Readonly<Record<string, Both>>;

const [vi, en] = [formatsFor('vi'), formatsFor('en-GB')];
const counted = (count: number, noun: Both & { readonly ens: string }): Both => ({
	vi: `${vi.number(count)} ${noun.vi}`,
	en: `${en.number(count)} ${count === 1 ? noun.en : noun.ens}`,
});
const partsOf = (count: number) => counted(count, { vi: 'phần', en: 'part', ens: 'parts' });

/** So many words. */
export const wordsOf = (count: number): Both => counted(count, { vi: 'từ', en: 'word', ens: 'words' });

/** So many entries. */
export const entriesOf = (count: number): Both => counted(count, { vi: 'bài', en: 'entry', ens: 'entries' });

/** How far behind a translation is. */
export function amountOf(parts: number, count: number, since: string): Both {
	return {
		vi: `${partsOf(parts).vi}, ${wordsOf(count).vi}, kể\u00a0từ\u00a0${vi.period(since)}`,
		en: `${partsOf(parts).en}, ${wordsOf(count).en}, since ${en.period(since)}`,
	};
}

/** The whole board in one sentence; `open` are the translations with work to do. */
export function leadOf(sums: {
	readonly day: string;
	readonly entries: number;
	readonly languages: number;
	readonly current: number;
	readonly open: number;
}): Both {
	const all = sums.current + sums.open;
	const [entries, languages, translations] = [
		entriesOf(sums.entries),
		counted(sums.languages, { vi: 'ngôn ngữ dịch', en: 'language', ens: 'languages' }),
		counted(all, { vi: 'bản dịch', en: 'translation', ens: 'translations' }),
	];
	return {
		vi: `Ngày ${vi.period(sums.day)}: ${entries.vi}, ${languages.vi}. ${vi.number(sums.current)} trong ${translations.vi} khớp với bản gốc${sums.open === 0 ? '.' : `, ${vi.number(sums.open)} bản còn việc.`}`,
		en: `${en.period(sums.day)}: ${entries.en}, ${languages.en}. ${en.number(sums.current)} of ${translations.en} ${all === 1 ? 'is' : 'are'} current${sums.open === 0 ? '.' : `, ${en.number(sums.open)} ${sums.open === 1 ? 'needs' : 'need'} work.`}`,
	};
}
