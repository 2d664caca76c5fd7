import type { z } from 'astro/zod';
import { stringify } from 'yaml';
import {
	fieldNames,
	kindNames,
	kinds,
	sourceSchemas,
	type EntrySource,
	type EntryText,
	type Kind,
} from '#schema/entry.ts';
import { position, type Level, type Position } from '#schema/primitives.ts';
import type { LocaleFacts, Section } from '#schema/site.ts';

/** Registers whose records an entry can name. */
export type Register = 'facts' | 'documents' | 'terms' | 'contacts' | 'congresses' | 'entries';

/** What a content folder has, so that a new entry names real records. */
export interface Known {
	/** Level of the publisher. */
	readonly level: Level;
	/** Centre of the locality, if `site.yaml` gives one. */
	readonly centre?: Position | undefined;
	/** Ids by register, in the order of the files. */
	readonly ids: Readonly<Record<Register, readonly string[]>>;
}

/** What is said of a field above its line, in Vietnamese. */
interface Guide {
	/** Meaning and form, in full sentences. */
	readonly about: string;
	/**
	 * A right value as it stands in the file after the colon; a block starts with a line break. `{day}` is the day of the entry,
	 * `{later}` one in the year after, so that the order of days is right from the start.
	 */
	readonly example: string;
	/** Value that a new file starts with where the field is required; the example when left out. */
	readonly start?: string;
	/** Register whose ids the field takes; the first of them is then the value. */
	readonly records?: Register;
	/** True when the field takes a list of ids. */
	readonly isList?: boolean;
}

type KeysOf<T> = T extends unknown ? keyof T : never;
type Field = KeysOf<EntrySource> | keyof EntryText;

/** How every word that the editor has to replace begins. */
export const placeholder = 'Viết ở đây';
const here = (what: string) => JSON.stringify(`${placeholder}: ${what}.`);

/** Names of the kinds, in Vietnamese. */
export const kindTitles: Readonly<Record<Kind, string>> = {
	article: 'bài viết',
	document: 'văn kiện',
	event: 'sự kiện có ngày',
	person: 'nhân sự',
	question: 'hỏi và đáp',
	clarification: 'làm rõ một thông tin chưa đúng',
	video: 'phim ngắn',
	audio: 'bản ghi âm',
	infographic: 'đồ họa từ số liệu',
	sector: 'lĩnh vực đầu tư',
	zone: 'khu kinh tế, khu công nghiệp',
	project: 'dự án kêu gọi đầu tư',
	procedure: 'thủ tục đầu tư',
	place: 'điểm đến',
	itinerary: 'lịch trình tham quan',
	festival: 'lễ hội',
	guide: 'hướng dẫn',
	service: 'thủ tục cho người sinh sống',
	emergency: 'việc khẩn cấp',
	notice: 'thông báo có thời hạn',
	page: 'trang cố định',
	news: 'tin',
};

const sourceExample = (indent: string) =>
	`\n${indent}title: "Tên bài hoặc văn bản ở nơi đăng"\n${indent}publisher: "Nơi đăng"\n${indent}url: https://example.org/van-ban-123\n${indent}date: {day}`;

/** Every field of every kind. A field that the schema gains and this list lacks is a type error. */
const guides: Readonly<Record<Field, Guide>> = {
	kind: { about: 'Loại bài; loại quyết định bài có những trường nào.', example: 'guide' },
	title: {
		about: 'Tiêu đề của trang: ngắn, nói đúng việc, không viết hoa cả dòng, không có dấu chấm ở cuối.',
		example: '"Chợ trung tâm"',
	},
	label: {
		about: 'Tên ngắn cho trình đơn và danh sách. Không có thì trang dùng title.',
		example: '"Chợ"',
	},
	description: {
		about: 'Một câu hiện trong danh sách, kết quả tìm kiếm và khi chia sẻ: bài cho người đọc biết điều gì.',
		example: '"Chợ bán gì, họp vào lúc nào và đến bằng cách nào."',
		start: here('một câu cho biết bài nói về điều gì'),
	},
	summary: {
		about: 'Tóm tắt cho người đọc vội: nhiều nhất 60 từ, lời giản dị, không nhắc lại tiêu đề.',
		example: '"Chợ họp từ sáng sớm. Trang này cho biết nên đến lúc nào, mua gì và hỏi đường ra sao."',
		start: here('tóm tắt trong nhiều nhất 60 từ'),
	},
	coverAlt: {
		about: 'Tả những gì thấy trong hình đầu trang, cho người không nhìn thấy hình. Bắt buộc khi có cover.',
		example: '"Cổng chợ nhìn từ phía đường, trước cổng có hai gánh hàng hoa."',
	},
	coverCaption: {
		about: 'Dòng chữ dưới hình đầu trang: hình cho thấy gì, ai chụp hoặc vẽ.',
		example: '"Cổng chợ buổi sáng. Ảnh của tổ biên tập."',
	},
	date: {
		about: 'Ngày công bố bài theo giờ địa phương, viết năm-tháng-ngày.',
		example: '{day}',
	},
	updated: {
		about:
			'Ngày gần nhất bài có thay đổi mà người đọc cần biết, viết năm-tháng-ngày. Chỉ sửa lỗi gõ thì không ghi. Trong bản dịch: ngày bản dịch ấy thay đổi.',
		example: '{day}',
	},
	checkedOn: {
		about: 'Ngày gần nhất có người đối chiếu bài với nguồn, viết năm-tháng-ngày. Ngày này được in trên trang.',
		example: '{day}',
	},
	reviewEvery: {
		about: 'Bao lâu đối chiếu lại một lần: một số, dấu cách, rồi “ngày”, “tháng” hoặc “năm”.',
		example: '6 tháng',
	},
	publishAt: {
		about:
			'Bài bắt đầu hiện từ lúc nào: một ngày, hoặc ngày và giờ kèm múi giờ. Không có thì bài hiện ngay khi status là approved.',
		example: '{day}T08:00:00+07:00',
	},
	expireAt: {
		about:
			'Trang biến mất hẳn từ lúc nào, viết như publishAt. Nếu muốn giữ trang và ghi rõ là đã qua thì dùng validUntil.',
		example: '{later}',
	},
	validUntil: {
		about:
			'Ngày cuối cùng bài còn giá trị, viết năm-tháng-ngày, không sớm hơn date. Sau ngày này trang vẫn còn, ghi rõ là đã qua và không còn trong danh sách.',
		example: '{later}',
	},
	status: {
		about:
			'Tình trạng của bài. draft = bản nháp, không bao giờ được công bố; approved = đã duyệt, được công bố; historical = bài cũ giữ lại để tra cứu, có lời báo ở đầu trang.',
		example: 'approved',
		start: 'draft',
	},
	outcome: {
		about:
			'Việc được kể đang ở mức nào. planned = dự kiến; preliminary = sơ bộ; official = chính thức; postponed = đã hoãn; cancelled = đã hủy.',
		example: 'planned',
	},
	reviewedBy: {
		about: 'Người hoặc bộ phận đã đọc duyệt trước khi công bố.',
		example: '"Tổ biên tập"',
	},
	reviewedOn: { about: 'Ngày đọc duyệt, viết năm-tháng-ngày.', example: '{day}' },
	congress: {
		about: 'Bài nói về kỳ đại hội nào: một hoặc nhiều mã ghi ở congresses trong site.yaml.',
		example: '[provincial]',
		records: 'congresses',
		isList: true,
	},
	level: {
		about: 'Nội dung thuộc cấp nào. central = trung ương; province = tỉnh, thành phố; ward = phường, xã.',
		example: 'ward',
	},
	origin: {
		about:
			'Bài từ đâu mà có. own = cơ quan tự viết; relayed = đăng lại nguyên văn; adapted = biên soạn lại từ nơi khác. Với relayed và adapted phải thêm originSource.',
		example: 'own',
	},
	originSource: {
		about:
			'Nơi đăng bản gốc khi origin là relayed hoặc adapted: tên bài, nơi đăng, địa chỉ, ngày đăng (không rõ ngày thì bỏ dòng date).',
		example: sourceExample('  '),
	},
	topics: {
		about: 'Chủ đề, để nối các bài liên quan: chữ thường không dấu, nối bằng gạch, giữa hai ngoặc vuông.',
		example: '[culture, food]',
	},
	audiences: {
		about:
			'Bài dành cho ai, giữa hai ngoặc vuông. resident = người sinh sống; visitor = du khách; investor = nhà đầu tư; partner = đối tác; press = báo chí; overseas-vietnamese = người Việt ở nước ngoài.',
		example: '[resident, visitor]',
	},
	sources: {
		about:
			'Các trang bài dựa vào, ngoài nguồn đã có trong facts.yaml và documents.yaml. Mỗi nguồn bắt đầu bằng một gạch.',
		example: sourceExample('    ').replace('\n    title', '\n  - title'),
	},
	cover: {
		about: 'Hình ở đầu trang, nằm cùng thư mục với bài: svg, png, jpg, webp hoặc avif. Tên bắt đầu bằng ./',
		example: './cover.jpg',
	},
	corrections: {
		about: 'Lỗi đã sửa sau khi công bố, lỗi mới nhất ở cuối: ngày sửa (date), trước viết gì (was), nay viết gì (now).',
		example: '\n  - date: {day}\n    was: "Chợ họp vào chiều thứ bảy."\n    now: "Chợ họp vào sáng thứ bảy."',
	},
	redirectFrom: {
		about: 'Các địa chỉ cũ dẫn về bài này, mỗi địa chỉ bắt đầu bằng dấu / và không có dấu cách.',
		example: '["/cu/cho-trung-tam.html"]',
	},

	document: {
		about: 'Mã của văn kiện, như ghi ở id trong documents.yaml.',
		example: 'nq-01-nq-tw',
		records: 'documents',
	},
	comments: {
		about:
			'Chỉ cho dự thảo: nhận góp ý từ ngày nào (from), đến hết ngày nào (until), gửi cho ai (contact: mã trong site.yaml).',
		example: '\n  from: {day}\n  until: {day}\n  contact: bo-phan-mot-cua',
	},
	start: { about: 'Ngày đầu tiên, viết năm-tháng-ngày.', example: '{day}' },
	end: {
		about: 'Ngày cuối cùng, viết năm-tháng-ngày, không sớm hơn start. Chỉ có một ngày thì bỏ dòng này.',
		example: '{day}',
	},
	place: {
		about: 'Nơi diễn ra, viết đủ để người lạ tìm được.',
		example: '"Hội trường nhà văn hóa phường"',
		start: here('nơi diễn ra'),
	},
	name: {
		about: 'Họ tên đầy đủ, viết như trong văn bản chính thức.',
		example: '"Nguyễn Văn A"',
		start: here('họ và tên'),
	},
	role: {
		about: 'Chức vụ, viết như trong văn bản chính thức.',
		example: '"Chủ tịch Ủy ban nhân dân phường"',
		start: here('chức vụ'),
	},
	claim: {
		about: 'Điều đã được nói chưa đúng: kể lại trung lập, không nêu tên người riêng, không bình luận.',
		example: '"Có tin nói chợ đóng cửa từ tháng ba."',
		start: here('điều đã được nói, kể lại trung lập'),
	},
	answer: {
		about: 'Điều đúng, trong một hoặc hai câu; căn cứ ghi ở sources.',
		example: '"Chợ vẫn họp hằng ngày; chỉ một dãy hàng được sửa mái."',
		start: here('điều đúng, trong một hoặc hai câu'),
	},
	link: {
		about: 'Địa chỉ trang mở được phim hoặc bản ghi, bắt đầu bằng https://',
		example: 'https://example.org/phim-gioi-thieu',
	},
	durationSeconds: { about: 'Thời lượng tính bằng giây; một phút rưỡi là 90.', example: '90' },
	durationSecondsIn: {
		about: 'Thời lượng của tệp ở ngôn ngữ khác, chỉ ghi khi khác tệp tiếng Việt.',
		example: '{ en: 92.4 }',
	},
	file: {
		about:
			'Tên chung của tệp đặt cạnh bài, không có mã ngôn ngữ: ./phim.mp4 là phim.vi.mp4, phim.en.mp4…; phụ đề là phim.vi.vtt. Có tệp thì bỏ link.',
		example: './phim.mp4',
	},
	voice: {
		about: 'Giọng đọc: human = người đọc; synthetic = giọng máy, trang ghi rõ cho người nghe biết.',
		example: 'human',
	},
	facts: {
		about: 'Mã của các số liệu chính trong facts.yaml, nhiều nhất 12, giữa hai ngoặc vuông. Trang in chúng cỡ lớn.',
		example: '[dan-so, dien-tich]',
		records: 'facts',
		isList: true,
	},
	documents: {
		about: 'Căn cứ pháp lý: mã của các văn bản trong documents.yaml, giữa hai ngoặc vuông.',
		example: '[nq-01-nq-tw]',
		records: 'documents',
		isList: true,
	},
	contact: {
		about: 'Hỏi ở đâu: mã của một liên hệ ghi ở contacts trong site.yaml.',
		example: 'bo-phan-mot-cua',
		records: 'contacts',
	},
	position: {
		about: 'Vị trí trên bản đồ, tính bằng độ: lat = vĩ độ bắc, lon = kinh độ đông; phần lẻ viết sau dấu chấm.',
		example: '{ lat: 0, lon: 0 }',
	},
	radiusKm: {
		about: 'Bán kính vòng tròn thay cho khu trên bản đồ, tính bằng km; không cần chính xác, trang ghi rõ là gần đúng.',
		example: '4',
	},
	land: {
		about:
			'Đất và mặt bằng: mã các số liệu trong facts.yaml, nhiều nhất 12, giữa hai ngoặc vuông. Đã tìm mà nguồn không nói thì để trống, viết []: trang ghi là nguồn không nêu và chỉ nơi hỏi.',
		example: '[quy-dat]',
		records: 'facts',
		isList: true,
	},
	workforce: {
		about: 'Lao động và tiền lương: mã các số liệu, viết như land. Nguồn không nói thì viết [].',
		example: '[so-lao-dong]',
		records: 'facts',
		isList: true,
	},
	logistics: {
		about: 'Đường sá, cảng, sân bay, điện, nước: mã các số liệu, viết như land. Nguồn không nói thì viết [].',
		example: '[do-dai-duong]',
		records: 'facts',
		isList: true,
	},
	incentives: {
		about:
			'Ưu đãi: mỗi ưu đãi một gạch, với mã văn bản quy định nó (document, trong documents.yaml) và, nếu có, mã các số liệu (facts). Ưu đãi không có văn bản thì không ghi. Nguồn không nói thì viết [].',
		example: '\n  - document: {document}',
	},
	incentiveWords: {
		about:
			'Mỗi ưu đãi cho điều gì: một câu cho mỗi gạch của incentives, theo đúng thứ tự, không gõ con số. Mỗi ngôn ngữ có lời của mình.',
		example: '\n  - "Cơ chế riêng về đất đai cho khu kinh tế, trong thời gian thí điểm."',
	},
	sectors: {
		about:
			'Dự án thuộc lĩnh vực, khu nào: đường dẫn bài loại sector hoặc zone, giữa hai ngoặc vuông. Trang của lĩnh vực ấy liệt kê dự án này.',
		example: '[invest/nang-luong]',
		records: 'entries',
		isList: true,
	},
	stage: {
		about:
			'Dự án đang ở bước nào. calling = đang kêu gọi đầu tư; preparing = đang chuẩn bị; building = đang xây dựng; operating = đang hoạt động.',
		example: 'calling',
	},
	scale: {
		about: 'Quy mô bằng lời: diện tích, công suất, vốn. Số nào có trong facts.yaml thì gọi mã trong bài.',
		example: '"Khu chợ hai tầng cùng bãi xe"',
		start: here('quy mô của dự án'),
	},
	site: {
		about: 'Dự án nằm ở đâu.',
		example: '"Phía nam đường vành đai"',
		start: here('vị trí của dự án'),
	},
	who: {
		about: 'Ai phải làm hoặc được làm thủ tục này.',
		example: '"Người nước ngoài thuê nhà dài hạn"',
		start: here('ai làm thủ tục này'),
	},
	bring: {
		about: 'Giấy tờ mang theo, mỗi loại một dòng bắt đầu bằng gạch.',
		example: '\n  - "Hộ chiếu còn hạn"\n  - "Tờ khai đã điền"',
		start: `\n  - ${here('loại giấy tờ thứ nhất')}`,
	},
	fee: { about: 'Lệ phí, hoặc “Miễn phí”.', example: '"Miễn phí"', start: here('lệ phí') },
	time: {
		about: 'Bao lâu có kết quả, hoặc phải làm trong bao lâu.',
		example: '"Ba ngày làm việc kể từ khi nộp đủ giấy tờ"',
		start: here('thời gian giải quyết'),
	},
	where: {
		about: 'Nộp ở đâu, trong giờ nào.',
		example: '"Bộ phận một cửa của phường, trong giờ hành chính"',
		start: here('nơi nộp'),
	},
	address: {
		about: 'Địa chỉ bằng tiếng Việt để người đọc đưa cho tài xế xem.',
		example: '"Chợ trung tâm, đường chính, phường, tỉnh"',
		start: here('địa chỉ'),
	},
	opening: {
		about: 'Giờ mở cửa, hoặc hỏi ở đâu để biết.',
		example: '"Từ sáng sớm đến chiều, mọi ngày"',
		start: here('giờ mở cửa hoặc nơi hỏi'),
	},
	days: { about: 'Lịch trình kéo dài mấy ngày, viết một số nguyên.', example: '1' },
	distanceKm: { about: 'Quãng đường tính bằng km; phần lẻ viết sau dấu chấm.', example: '12.5' },
	stops: {
		about: 'Các điểm dừng theo thứ tự: đường dẫn của bài trong thư mục nội dung, giữa hai ngoặc vuông.',
		example: '[visit/cho-trung-tam]',
		records: 'entries',
		isList: true,
	},
	legs: {
		about:
			'Chặng giữa các điểm dừng, theo thứ tự: chặng thứ nhất đi từ điểm dừng thứ nhất đến điểm thứ hai. day = ngày thứ mấy; by = walk (đi bộ), bicycle (xe đạp), motorbike (xe máy), taxi, car (ô tô), bus (xe buýt, xe khách), train (tàu hỏa), boat (thuyền); km = quãng đường theo nguồn, không rõ thì bỏ.',
		example: '\n  - { day: 1, by: taxi, km: 12.5 }',
	},
	means: { about: 'Đi bằng gì.', example: '"Đi bộ và xe buýt"', start: here('đi bằng gì') },
	when: {
		about: 'Lễ hội diễn ra khi nào, bằng lời; ngày cụ thể ghi ở start và end.',
		example: '"Tháng giêng âm lịch hằng năm"',
		start: here('thời gian diễn ra'),
	},
	trouble: {
		about: 'Khi có trục trặc thì làm gì: thiếu giấy tờ, quá hạn, bị từ chối. Một hoặc hai câu.',
		example: '"Nếu quá hạn, vẫn đến khai và nói rõ lý do; hỏi cán bộ cần thêm giấy tờ gì."',
	},
	desk: {
		about: 'Lời nhờ bằng tiếng Việt để người đọc đưa cho cán bộ tại quầy xem.',
		example: '"Kính nhờ cán bộ xem giúp. Tôi muốn làm thủ tục này. Xin cho biết tôi còn thiếu giấy tờ gì."',
	},
	deskGloss: {
		about: 'Lời nhờ ở desk nói gì, bằng ngôn ngữ của người đọc; mỗi bản dịch có lời của mình.',
		example: '"Người mang phiếu muốn làm thủ tục và nhờ cho biết giấy tờ còn thiếu."',
	},
	from: { about: 'Ngày thông báo bắt đầu có hiệu lực, viết năm-tháng-ngày.', example: '{day}' },
	until: {
		about: 'Ngày cuối cùng thông báo có hiệu lực, viết năm-tháng-ngày, không sớm hơn from.',
		example: '{day}',
	},
	area: {
		about: 'Thông báo áp dụng ở đâu.',
		example: '"Các đường quanh chợ trung tâm"',
		start: here('khu vực áp dụng'),
	},
	whatToDo: {
		about: 'Người đọc cần làm gì, trong một hoặc hai câu.',
		example: '"Trữ đủ nước dùng trong một buổi sáng."',
		start: here('việc người đọc cần làm'),
	},

	translation: {
		about:
			'Bản dịch có được bằng cách nào. human = người dịch; machine-edited = máy dịch, người đã sửa lại toàn bộ; machine-draft = chưa dịch xong, không bao giờ được công bố.',
		example: 'human',
		start: 'machine-draft',
	},
	translator: { about: 'Người hoặc bộ phận đã dịch.', example: '"Tổ biên dịch"' },
};

/** Fields that mean something else in one kind than in the others. */
const guidesOfKind: Readonly<Partial<Record<Kind, Readonly<Partial<Record<Field, Guide>>>>>> = {
	audio: { file: { ...guides.file, example: './ban-ghi.mp3' } },
	emergency: {
		facts: {
			...guides.facts,
			about: 'Mã của các số điện thoại khẩn cấp trong facts.yaml (kind: text), giữa hai ngoặc vuông; cần ít nhất một.',
			example: '[so-cong-an, so-cap-cuu]',
		},
	},
	infographic: {
		facts: {
			...guides.facts,
			about: 'Mã của các số liệu được vẽ, như ghi ở id trong facts.yaml, giữa hai ngoặc vuông; cần ít nhất một.',
		},
	},
	festival: {
		start: {
			...guides.start,
			about: 'Ngày đầu tiên của lần tổ chức gần nhất, viết năm-tháng-ngày. Chưa biết ngày thì bỏ dòng này.',
		},
		where: {
			about: 'Lễ hội diễn ra ở đâu.',
			example: '"Sân đình và bến sông"',
			start: here('nơi diễn ra'),
		},
	},
	project: {
		validUntil: {
			...guides.validUntil,
			about:
				'Ngày cuối cùng lời mời đầu tư còn giá trị, viết năm-tháng-ngày, không sớm hơn date. Sau ngày này trang ghi rõ là đã qua và không còn trong danh sách.',
		},
	},
};

/** What two parts a new text of a kind starts with. */
const partTitles: Readonly<Record<Kind, readonly [string, string]>> = {
	article: ['Điều chính', 'Bối cảnh'],
	document: ['Văn kiện nói gì', 'Điều gì thay đổi'],
	event: ['Chương trình', 'Dành cho người dự'],
	person: ['Nhiệm vụ hiện nay', 'Quá trình công tác'],
	question: ['Trả lời ngắn', 'Giải thích thêm'],
	clarification: ['Căn cứ', 'Hỏi thêm ở đâu'],
	video: ['Phim nói về điều gì', 'Lời trong phim'],
	audio: ['Bản ghi nói về điều gì', 'Lời trong bản ghi'],
	infographic: ['Đọc số liệu', 'Số liệu từ đâu'],
	sector: ['Hiện trạng', 'Bắt đầu từ đâu'],
	zone: ['Vị trí và hạ tầng', 'Điều kiện đầu tư'],
	project: ['Dự án cần gì', 'Các bước tiếp theo'],
	procedure: ['Các bước', 'Điều hay bị quên'],
	place: ['Xem gì', 'Đi lại'],
	itinerary: ['Đi theo thứ tự nào', 'Chuẩn bị'],
	festival: ['Có gì trong lễ hội', 'Khi đến dự'],
	guide: ['Điều cần biết', 'Làm thế nào'],
	service: ['Các bước', 'Điều hay bị quên'],
	emergency: ['Gọi số nào', 'Nói gì khi gọi'],
	notice: ['Điều gì thay đổi', 'Hỏi ở đâu'],
	page: ['Nội dung chính', 'Liên hệ'],
	news: ['Việc đã diễn ra', 'Đọc thêm'],
};

/** Guide of a field in a kind; undefined for a field that nobody has described. */
export function guideOf(field: string, kind: Kind): Guide | undefined {
	const own: Readonly<Record<string, Guide | undefined>> = guidesOfKind[kind] ?? {};
	const all: Readonly<Record<string, Guide | undefined>> = guides;
	return own[field] ?? all[field];
}

/** Fields that are optional by their shape, and that a check asks of a kind. */
const askedFor: Readonly<Partial<Record<Kind, readonly string[]>>> = {
	project: ['validUntil'],
	video: ['summary', 'link'],
	audio: ['summary', 'link'],
};

/** Fields that a source text of a kind must have: those of the schema, and those that a check asks for. */
function isRequired(field: string, kind: Kind): boolean {
	const { shape } = sourceSchemas[kind] as unknown as { readonly shape: Readonly<Record<string, z.ZodType>> };
	return shape[field]?.isOptional() === false || askedFor[kind]?.includes(field) === true;
}

/** Registers that must have a record before an entry of this kind can be right. */
export function registersNeeded(kind: Kind): Register[] {
	return fieldNames(kind).source.flatMap((field) => {
		const records = guideOf(field, kind)?.records;
		return records && isRequired(field, kind) ? [records] : [];
	});
}

/** Kinds that may stand in a section, in the order of the schema. */
export const kindsIn = (section: Section): Kind[] =>
	kindNames.filter((kind) => kinds[kind].sections.some((item) => item === section));

/** Text as comment lines of at most 100 characters. */
function comment(text: string): string[] {
	const lines: string[] = [];
	let line = '#';
	for (const word of text.split(' ')) {
		if (line.length + word.length >= 100) {
			lines.push(line);
			line = '#';
		}
		line += ` ${word}`;
	}
	return [...lines, line];
}

const fieldLines = (field: string, value: string): string[] =>
	`${field}:${value.startsWith('\n') ? '' : ' '}${value}`.split('\n');

interface Dated {
	readonly kind: Kind;
	readonly date: string;
}
const laterThan = (date: string) => `${Number(date.slice(0, 4)) + 1}-12-31`;
const dated = (example: string, date: string) =>
	example.replaceAll('{day}', date).replaceAll('{later}', laterThan(date));

/** What stands above a field: its meaning, the ids it may name, and an example unless the line itself is one. */
function explanation(field: string, { kind, date }: Dated, known: Known, value: string): string[] {
	const guide = guideOf(field, kind);
	if (!guide) return [];
	const ids = guide.records ? known.ids[guide.records] : [];
	const shown = ids.slice(0, 8).join(', ');
	const existing = shown && ` Mã đang có: ${shown}${ids.length > 8 ? '…' : '.'}`;
	const example = exampleValue(guide, field, date, known);
	return [
		...comment(guide.about + existing),
		...(example === value
			? []
			: fieldLines(field, example).map((line, index) => (index === 0 ? `# Ví dụ: ${line}` : `# ${line}`))),
	];
}

function exampleValue(guide: Guide, field: string, date: string, known: Known): string {
	const [first] = guide.records ? known.ids[guide.records] : [];
	if (first !== undefined) return guide.isList ? `[${first}]` : first;
	if (field === 'position') {
		const { lat, lon } = known.centre ?? {
			lat: Number(position.shape.lat.meta()?.['example']),
			lon: Number(position.shape.lon.meta()?.['example']),
		};
		return `{ lat: ${lat}, lon: ${lon} }`;
	}
	return dated(guide.example, date).replace('{document}', known.ids.documents[0] ?? 'nq-01-nq-tw');
}

/** Answers that a new entry is made from. */
export interface EntryAnswers {
	readonly section: Section;
	readonly kind: Kind;
	readonly title: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
}

/** Value of a required field in a new file. */
function startValue(field: string, { kind, title, date }: EntryAnswers, known: Known): string {
	if (field === 'kind') return kind;
	if (field === 'title') return JSON.stringify(title);
	if (field === 'level') return known.level;
	const guide = guideOf(field, kind);
	return guide ? (guide.start ?? exampleValue(guide, field, date, known)) : here('giá trị của trường này');
}

/**
 * Source text of a new entry: every required field of its kind with a right value, every optional one as lines to uncomment,
 * and a body of two parts that shows the components.
 */
export function newEntry(answers: EntryAnswers, known: Known): string {
	const { section, kind, date } = answers;
	const own = [...Object.keys(kinds[kind].words), ...Object.keys(kinds[kind].facts)];
	const fields = fieldNames(kind).source;
	// A text of a section about one congress is about that one; with several the editor has to say.
	const isSet = (field: string) =>
		isRequired(field, kind) || (field === 'congress' && section === 'congress' && known.ids.congresses.length === 1);
	const required = fields.filter(isSet).flatMap((field) => {
		const value = startValue(field, answers, known);
		const kindsHere = kindsIn(section).map((name) => `${name} = ${kindTitles[name]}`);
		const about =
			field === 'kind'
				? comment(`${guides.kind.about} Các loại dùng được ở đây: ${kindsHere.join('; ')}.`)
				: explanation(field, answers, known, value);
		return [...about, ...fieldLines(field, value), ''];
	});
	const left = fields.filter((field) => !isSet(field));
	const optional = [...left.filter((field) => own.includes(field)), ...left.filter((field) => !own.includes(field))];
	const commented = optional.flatMap((field) => {
		const guide = guideOf(field, kind);
		const value = guide ? exampleValue(guide, field, date, known) : '""';
		return ['', ...explanation(field, answers, known, value), ...fieldLines(field, value).map((line) => `#${line}`)];
	});
	return [
		'---',
		...comment('Dòng bắt đầu bằng # là lời giải thích, không hiện trên trang. Xóa đi khi không cần nữa.'),
		...comment(`Chỗ nào ghi “${placeholder}” thì thay bằng lời của bạn. Sửa xong chạy: npm run check`),
		'',
		...required,
		...comment('KHÔNG BẮT BUỘC. Muốn dùng trường nào thì xóa dấu # sát đầu các dòng của trường ấy rồi sửa giá trị.'),
		...commented,
		'---',
		'',
		...newBody(kind, known),
	].join('\n');
}

/** Steps of a new text: a plain list, or for an investment procedure steps that each name their paper, place, time and law. */
function newSteps(kind: Kind, law: string): string[] {
	if (kind !== 'procedure') return ['1. Việc thứ nhất.', '2. Việc thứ hai.'];
	return [
		'<Step',
		`  title=${here('việc phải làm')}`,
		`  who=${here('ai làm')}`,
		`  paper=${here('giấy tờ')}`,
		`  where=${here('nộp ở đâu')}`,
		`  time=${here('bao lâu')}`,
		`  fee=${here('lệ phí')}`,
		`  law="${law}"`,
		'>',
		'',
		`${placeholder}: điều cần lưu ý ở bước này. Giấy tờ, nơi nộp, thời gian, lệ phí hoặc văn bản mà nguồn không nêu thì xóa dòng ấy: trang tự ghi là chưa rõ và chỉ nơi hỏi.`,
		'',
		'</Step>',
	];
}

function newBody(kind: Kind, { ids }: Known): string[] {
	const [first, second] = partTitles[kind];
	const factId = ids.facts[0] ?? 'dan-so';
	const documentId = ids.documents[0] ?? 'nq-01-nq-tw';
	const termId = ids.terms[0] ?? 'ward';
	const contactId = ids.contacts[0] ?? 'bo-phan-mot-cua';
	const path = ids.entries[0] ?? 'visit/ten-bai';
	return [
		`${placeholder}: đoạn mở đầu, hai hoặc ba câu nói điều người đọc cần nhất.`,
		'',
		`## ${first}`,
		'',
		`${placeholder}: các đoạn văn. Để trống một dòng giữa hai đoạn. Các bước làm thì viết như sau.`,
		'',
		'<Steps>',
		'',
		...newSteps(kind, documentId),
		'',
		'</Steps>',
		'',
		'Số liệu, văn bản, thuật ngữ và liên hệ không gõ trực tiếp mà gọi bằng mã, để sửa một nơi là mọi trang cùng đổi:',
		'',
		`- số liệu trong facts.yaml: \`<Fact id="${factId}" form="cited" />\``,
		`- văn bản trong documents.yaml: \`<Doc id="${documentId}" form="short" />\``,
		`- thuật ngữ trong glossary.csv: \`<Term id="${termId}" />\``,
		`- liên hệ trong site.yaml: \`<Contact id="${contactId}" />\``,
		`- bài khác của trang: \`[tên bài](/${path}/)\``,
		'',
		`## ${second}`,
		'',
		'<Table caption="Viết ở đây: tên bảng">',
		'',
		'| Cột thứ nhất | Cột thứ hai |',
		'| --- | --- |',
		'| Viết ở đây | Viết ở đây |',
		'',
		'</Table>',
		'',
		'<Callout kind="note" title="Lưu ý">',
		`${placeholder}: điều người đọc dễ quên. Ngoài \`note\` còn có \`tip\` (mẹo) và \`warning\` (cảnh báo).`,
		'</Callout>',
		'',
	];
}

/**
 * Text of a new translation: the words of the source to be replaced, each with the source beside it, and the source's body, so
 * that headings and components are those of the source from the start. Marked so that it is not published.
 *
 * @param kind - Kind of the entry.
 * @param source - Front matter of the source text.
 * @param body - Body of the source text as it stands in the file.
 * @param sourceLocale - Language of the source.
 * @param date - Day for examples, `YYYY-MM-DD`.
 */
export function newTranslation(
	kind: Kind,
	source: Readonly<Record<string, unknown>>,
	body: string,
	sourceLocale: string,
	date: string,
): string {
	const names = fieldNames(kind);
	const isWord = (field: string) =>
		names.source.includes(field) && !['reviewedBy', 'reviewedOn', 'updated'].includes(field);
	const quote = (value: unknown) => `# ${sourceLocale}: ${String(value).replace(/\s+/gu, ' ')}`;
	const words = names.translation.filter((field) => isWord(field) && source[field] !== undefined);
	const wordLines = words.flatMap((field) => {
		const value = source[field];
		if (typeof value === 'string') return [quote(value), `${field}: ${JSON.stringify(value)}`, ''];
		if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
			return [`${field}:`, ...value.flatMap((item) => [`  ${quote(item)}`, `  - ${JSON.stringify(item)}`]), ''];
		return [
			...stringify({ [field]: value })
				.trimEnd()
				.split('\n'),
			'',
		];
	});
	const how = names.translation.filter((field) => !isWord(field));
	const howLines = how.flatMap((field) => {
		const guide = guideOf(field, kind);
		const lines = guide ? comment(guide.about) : [];
		if (guide?.start) return [...lines, ...fieldLines(field, guide.start), ''];
		return [...lines, ...fieldLines(field, dated(guide?.example ?? '""', date)).map((line) => `#${line}`), ''];
	});
	return [
		'---',
		...comment(
			`Thay lời ở mỗi trường và trong bài bằng bản dịch. Dòng “# ${sourceLocale}:” là bản gốc để đối chiếu. Giữ nguyên số tiêu đề ##, các thẻ <…> và mã trong thẻ; dịch caption, title, alt.`,
		),
		...comment(
			'EN: replace the words of each field and of the text with the translation. Keep the ## headings, the tags <…> and their ids; translate caption, title and alt.',
		),
		'',
		...wordLines,
		...howLines.slice(0, -1),
		'---',
		'',
		body.replace(/^\n+/, ''),
	]
		.join('\n')
		.replace(/\n*$/, '\n');
}

/** Answers that a new content folder is made from. */
export interface SiteAnswers {
	/** Short name of the site. */
	readonly name: string;
	/** Which place. */
	readonly place: string;
	readonly publisher: string;
	readonly level: Level;
	/** Languages, the source first. */
	readonly locales: readonly string[];
	readonly congress?:
		| {
				readonly title: string;
				/** First and last day, `YYYY-MM-DD`; left out when nobody can say. */
				readonly days?: readonly [string, string] | undefined;
		  }
		| undefined;
	/** Day of the entries, `YYYY-MM-DD`. */
	readonly date: string;
}

const languageTags: Readonly<Record<string, string>> = { zh: 'zh-Hans' };
const formatTags: Readonly<Record<string, string>> = { en: 'en-GB' };

/** What `site.yaml` says of a language: its own name with a capital letter, and whose words stand in for missing ones. */
function localeFactsOf(locale: string, locales: readonly string[]): LocaleFacts {
	const tag = languageTags[locale] ?? locale;
	const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? locale;
	const [source = 'vi'] = locales;
	const formats = formatTags[locale];
	return {
		locale,
		tag,
		...(formats && { formats }),
		name: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1),
		fallback: locale === source ? [] : [...(locale !== 'en' && locales.includes('en') ? ['en'] : []), source],
	};
}

type Wordings = Readonly<Record<string, string>>;
const phaseWords: readonly { readonly id: string; readonly title: Wordings }[] = [
	{
		id: 'before',
		title: { vi: 'Trước Đại hội', en: 'Before the Congress', ru: 'До съезда', ko: '대회 이전', zh: '大会之前' },
	},
	{
		id: 'during',
		title: { vi: 'Trong Đại hội', en: 'During the Congress', ru: 'Во время съезда', ko: '대회 기간', zh: '大会期间' },
	},
	{
		id: 'after',
		title: { vi: 'Sau Đại hội', en: 'After the Congress', ru: 'После съезда', ko: '대회 이후', zh: '大会之后' },
	},
];
const introWords: Wordings = {
	vi: 'Thông tin cho người sinh sống, tham quan và đầu tư tại đây.',
	en: 'Information for people who live here, visit or invest.',
	ru: 'Сведения для тех, кто здесь живёт, отдыхает или вкладывает средства.',
	ko: '이곳에서 생활하고, 여행하고, 투자하는 분들을 위한 정보입니다.',
	zh: '为在此生活、旅行和投资的人提供信息。',
};
const sampleWords: Wordings = {
	vi: 'Trang đang được chuẩn bị: địa chỉ trang và nguồn của các số khẩn cấp là giá trị mẫu.',
	en: 'This site is being prepared: its address and the sources of the emergency numbers are sample values.',
	ru: 'Сайт готовится: его адрес и источники экстренных номеров условные.',
	ko: '준비 중인 사이트입니다. 사이트 주소와 긴급 전화번호의 출처는 예시입니다.',
	zh: '本站正在筹备：网址与紧急电话的来源均为示例值。',
};
const emergencyNumbers: readonly {
	readonly id: string;
	readonly number: string;
	readonly words: Wordings;
	readonly call: string;
}[] = [
	{
		id: 'emergency-police',
		number: '113',
		words: { vi: 'công an', en: 'police', ru: 'полиция', ko: '경찰', zh: '公安' },
		call: 'Cần công an: trộm cướp, đánh nhau, có người đe dọa',
	},
	{
		id: 'emergency-fire',
		number: '114',
		words: {
			vi: 'cứu hỏa, cứu nạn',
			en: 'fire and rescue',
			ru: 'пожарно-спасательная служба',
			ko: '소방·구조',
			zh: '消防与救援',
		},
		call: 'Cháy, nổ, có người mắc kẹt',
	},
	{
		id: 'emergency-ambulance',
		number: '115',
		words: { vi: 'cấp cứu', en: 'ambulance', ru: 'скорая помощь', ko: '구급차', zh: '急救' },
		call: 'Có người bị thương nặng, ngất, khó thở',
	},
];
const committeeWords: Wordings = {
	vi: 'Ủy ban nhân dân',
	en: 'People’s Committee',
	ru: 'Народный комитет',
	ko: '인민위원회',
	zh: '人民委员会',
};

/** Usual ids of a congress by its level, as texts name them. */
const congressIds: Readonly<Record<Level, string>> = { central: 'national', province: 'provincial', ward: 'ward' };

/** The wordings of the site's languages as lines of YAML. */
function wordingLines(words: Wordings, locales: readonly string[], indent: string): string[] {
	return locales.flatMap((locale) => {
		const word = words[locale];
		return word === undefined ? [] : [`${indent}${locale}: ${JSON.stringify(word)}`];
	});
}

/** The day before (-1) or after (1) a day. */
function dayBeside(day: string, step: 1 | -1): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + step);
	return date.toISOString().slice(0, 10);
}

/** Words of a person as words of a text: nothing of them is markup. */
const asMarkdown = (text: string): string =>
	text.replace(/[&<>{}\\`*_[\]#|~]/g, (sign) => (/[&<>{}]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`));

function siteYaml({ name, place, publisher, level, locales, congress }: SiteAnswers): string {
	const own = (text: string, indent: string) => [
		`${indent}vi: ${JSON.stringify(text)}`,
		...locales.slice(1).map((locale) => `${indent}#${locale}: "…"`),
	];
	const yaml = (facts: LocaleFacts) =>
		[
			`locale: ${facts.locale}`,
			`tag: ${facts.tag}`,
			...(facts.formats ? [`formats: ${facts.formats}`] : []),
			`name: ${facts.name}`,
			...(facts.fallback.length > 0 ? [`fallback: [${facts.fallback.join(', ')}]`] : []),
		].join(', ');
	const congressLines = congress
		? [
				'# Các giai đoạn của một kỳ đại hội, theo thứ tự. Thư mục trong congress/ mang tên ở id.',
				'phases:',
				...phaseWords.flatMap(({ id, title }) => [
					`  - id: ${id}`,
					'    title:',
					...wordingLines(title, locales, '      '),
				]),
				'',
				'# Các kỳ đại hội. Bài viết ghi mã (id) ở trường congress. level: central = trung ương; province = tỉnh; ward = phường, xã.',
				'# Ngày bắt đầu (start) và kết thúc (end) của từng giai đoạn, viết năm-tháng-ngày; chưa rõ thì bỏ dòng ấy.',
				'congresses:',
				`  - id: ${congressIds[level]}`,
				`    level: ${level}`,
				'    title:',
				...own(congress.title, '      '),
				...(congress.days
					? [
							'    phases:',
							`      before: { end: ${dayBeside(congress.days[0], -1)} }`,
							`      during: { start: ${congress.days[0]}, end: ${congress.days[1]} }`,
							`      after: { start: ${dayBeside(congress.days[1], 1)} }`,
						]
					: ['    phases: {}', '      #during: { start: 2030-01-19, end: 2030-01-23 }']),
				'',
			]
		: [];
	return [
		'# Thông tin chung của trang. Dòng bắt đầu bằng # là lời giải thích, không ảnh hưởng đến trang.',
		'# Mỗi mục có lời theo ngôn ngữ: thêm một dòng như "en: …" bên dưới "vi: …" (xóa dấu # ở đầu dòng có sẵn).',
		'# Ngôn ngữ chưa có lời thì trang dùng lời của ngôn ngữ kế tiếp. Sửa xong chạy: npm run check',
		'',
		'# Tên trang, ngắn.',
		'title:',
		...own(name, '  '),
		'',
		'# Trang của nơi nào: một dòng dưới tên trang.',
		'place:',
		...own(place, '  '),
		'',
		'# Cơ quan chịu trách nhiệm về nội dung. level: central = trung ương; province = tỉnh, thành phố; ward = phường, xã.',
		'publisher:',
		'  name:',
		...own(publisher, '    '),
		`  level: ${level}`,
		'',
		'# Địa chỉ công khai của trang. GIÁ TRỊ MẪU: thay bằng tên miền thật trước khi công bố.',
		'address: https://example.org',
		'',
		'# Múi giờ để tính ngày.',
		'zone: Asia/Ho_Chi_Minh',
		'',
		'# Ngôn ngữ của trang; dòng đầu là bản gốc. fallback: thiếu bản dịch thì hiện bản ở ngôn ngữ nào, theo thứ tự.',
		'locales:',
		...locales.map((locale) => `  - { ${yaml(localeFactsOf(locale, locales))} }`),
		'',
		'# Các nơi người đọc có thể hỏi; bài viết gọi bằng <Contact id="…" />. Xóa dấu # và sửa để dùng (mục dưới là mẫu).',
		'#contacts:',
		'#  - id: bo-phan-mot-cua',
		'#    name: { vi: "Bộ phận một cửa (mẫu)" }',
		'#    about: { vi: "Hỏi về giấy tờ và thủ tục" }',
		'#    # Giờ làm việc: mon, tue, wed, thu, fri, sat, sun; mỗi buổi một dòng. Không ghi được như vậy thì dùng hours: { vi: "…" }.',
		'#    open:',
		'#      - { days: mon-fri, from: "07:30", to: "11:30" }',
		'#      - { days: mon-fri, from: "13:30", to: "17:00" }',
		'#    # Ngày lễ trong holidays.yaml: closed = nghỉ; open = vẫn làm việc.',
		'#    onHolidays: closed',
		'#    sample: true',
		'',
		'# Khách đến từ những nước nào; lưu ý cho từng nước viết trong bài giữa <Market id="…"> và </Market>.',
		'# country: mã nước hai chữ; locales: trang ở ngôn ngữ này hiện lưu ý của nước ấy trước. Xóa dấu # và sửa để dùng.',
		'#markets:',
		'#  - { id: korea, country: KR, locales: [ko] }',
		'#  - { id: others, name: { vi: "Các nước khác" } }',
		'',
		'# Tâm của bản đồ, tính bằng độ: vĩ độ bắc, kinh độ đông. Xóa dấu # và sửa để dùng.',
		'#map: { centre: { lat: 16.0, lon: 107.0 } }',
		'',
		...congressLines,
		'# Khi một bài chưa có bản dịch: show = hiện bản ở ngôn ngữ kế tiếp kèm lời báo; hide = không có trang đó.',
		'untranslated: { congress: show, invest: show, visit: show, living: show, about: show }',
		'',
		'# Trang chủ: tiêu đề lớn và lời giới thiệu.',
		'home:',
		'  title:',
		...own(place, '    '),
		'  intro:',
		...wordingLines(introWords, locales, '    '),
		'  # Số liệu in lớn ở trang chủ, nhiều nhất bốn: mã (id) trong facts.yaml.',
		'  #figures: [khoang-cach-den-cho]',
		'',
		'# Trang luôn cách người đọc một lần chạm: các số khẩn cấp.',
		'emergency: living/emergency-numbers',
		'',
		'# Các bài có liên kết ở cuối mọi trang.',
		'footer: [about/publisher]',
		'',
		'# Bài nói cách báo lỗi trong nội dung.',
		'corrections: about/publisher',
		'',
		'# Lời báo ở cuối mọi trang khi còn giá trị mẫu. Đã thay hết giá trị mẫu thì xóa cả mục sample này.',
		'sample:',
		...wordingLines(sampleWords, locales, '  '),
		'',
	].join('\n');
}

function factsYaml(locales: readonly string[]): string {
	return [
		'# SỔ SỐ LIỆU. Mỗi mục là MỘT con số, MỘT ngày hoặc MỘT số điện thoại; bài viết gọi bằng mã: <Fact id="emergency-police" />',
		'# Sửa ở đây một lần thì mọi trang, mọi ngôn ngữ cùng đổi.',
		'#',
		'# THÊM: chép một mục, dán xuống cuối tệp, giữ nguyên cách thụt dòng, rồi sửa:',
		'#   id         chữ thường không dấu, nối bằng "-", không trùng; đã có bài dùng thì không đổi nữa',
		'#   kind       number (số) | money (tiền) | date (ngày) | range (từ … đến …) | text (chữ, số điện thoại)',
		'#   value      number, money: viết liền, phần lẻ sau dấu chấm. date, text: trong ngoặc kép. range: [11, 12]',
		'#   unit       đơn vị nếu có: percent, kilometer, hectare… ; với money là mã tiền: VND, USD',
		'#   qualifier  exact (chính xác) | about (khoảng) | more-than (hơn); bỏ dòng này là exact',
		'#   asOf       thời điểm của number, money, range: "2026-01", "2026-Q1" hoặc "2026"; nguồn không nói thì ghi unknown',
		'#   sources    nơi người đọc kiểm lại được: title, publisher, url, date (không rõ ngày thì bỏ)',
		'#   words      con số đếm hay ghi điều gì: lời ngắn cho từng ngôn ngữ',
		'#',
		'# MỤC MẪU (chép, xóa dấu # ở đầu mỗi dòng rồi sửa):',
		'#- id: khoang-cach-den-cho',
		'#  kind: number',
		'#  value: 2',
		'#  unit: kilometer',
		'#  qualifier: about',
		'#  asOf: unknown',
		'#  sources:',
		'#    - title: "(mẫu) Tên trang nêu số này"',
		'#      publisher: "(mẫu) Nơi đăng"',
		'#      url: https://example.org/so-lieu',
		'#  words: { vi: "khoảng cách từ bến xe đến chợ (mẫu)" }',
		'',
		'# CÁC SỐ KHẨN CẤP. Hãy gọi hỏi hoặc tra trang chính thức để xác nhận từng số, rồi thay NGUỒN MẪU bằng nguồn thật và xóa dòng note.',
		...emergencyNumbers.flatMap(({ id, number, words }) => [
			'',
			`- id: ${id}`,
			'  kind: text',
			`  value: "${number}"`,
			'  topic: emergency',
			'  sources:',
			'    - title: "[Nguồn mẫu: thay bằng trang chính thức nêu số này]"',
			'      publisher: "Nguồn mẫu"',
			'      url: https://example.org/nguon-mau',
			'  note: "Giá trị chờ tổ biên tập xác nhận; nguồn là nguồn mẫu."',
			'  words:',
			...wordingLines(words, locales, '    '),
		]),
		'',
	].join('\n');
}

function holidaysYaml(locales: readonly string[]): string {
	const newYear: Wordings = {
		vi: 'Tết Dương lịch',
		en: 'New Year’s Day',
		ru: 'Новый год',
		ko: '새해 첫날',
		zh: '元旦',
	};
	return [
		'# SỔ NGÀY NGHỈ LỄ. Trang dùng sổ này để ghi “Nghỉ các ngày …” ở các cơ quan, in danh sách ngày lễ và đưa vào lịch.',
		'# THÊM: chép mục mẫu, dán xuống cuối tệp, giữ nguyên cách thụt dòng, rồi sửa:',
		'#   id         chữ thường không dấu, nối bằng "-"; đã công bố thì không đổi nữa',
		'#   name       tên ngày lễ, theo từng ngôn ngữ',
		'#   about      một dòng nói thêm, theo từng ngôn ngữ; không cần thì bỏ',
		'#   every      ngày cố định hằng năm: tháng-ngày, như 04-30',
		'#   lunar      ngày âm lịch (tháng-ngày, như 01-01): lệnh kiểm tra so các ngày ghi ở days với lịch âm',
		'#   days       các ngày nghỉ đã công bố, như [2027-02-06/2027-02-10]; năm nào có ghi ở đây thì thay cho every',
		'#   closes     offices = cơ quan nghỉ; nothing = chỉ ghi nhớ, cơ quan vẫn làm việc',
		'#   documents  mã văn bản quy định, trong documents.yaml',
		'#   sources    trang công bố ngày nghỉ: title, publisher, url, date',
		'#   sample     true khi là giá trị mẫu chưa ai xác nhận; trang sẽ ghi rõ',
		'',
		'# MỤC MẪU: đối chiếu với thông báo nghỉ lễ chính thức, thêm căn cứ rồi xóa dòng sample.',
		'- id: new-year',
		'  name:',
		...wordingLines(newYear, locales, '    '),
		'  every: 01-01',
		'  closes: offices',
		'  sample: true',
		'',
	].join('\n');
}

function documentsYaml(locales: readonly string[]): string {
	const issuer: Wordings = {
		vi: 'Cơ quan ban hành (mẫu)',
		en: 'Issuing body (sample)',
		ru: 'Орган, издавший документ (образец)',
		ko: '발행 기관(예시)',
		zh: '发布机关（示例）',
	};
	const title: Wordings = {
		vi: 'Văn bản mẫu, chỉ để xem cách ghi',
		en: 'A sample that shows how to write a document down',
		ru: 'Образец записи документа',
		ko: '문서 작성 방법을 보여 주는 예시',
		zh: '文件登记示例',
	};
	return [
		'# SỔ VĂN BẢN. Mỗi văn bản ghi MỘT lần; bài viết gọi bằng mã: <Doc id="van-ban-mau" />',
		'# THÊM: chép mục mẫu, dán xuống cuối tệp, giữ nguyên cách thụt dòng, rồi sửa:',
		'#   id            chữ thường không dấu, theo số hiệu: "01/NQ-HĐND" thành nq-01-nq-hdnd; đã có bài dùng thì không đổi nữa',
		'#   type          resolution (nghị quyết) | government-resolution (nghị quyết của Chính phủ) | directive (chỉ thị) |',
		'#                 decision (quyết định) | law (luật) | decree (nghị định) | circular (thông tư) | conclusion (kết luận) |',
		'#                 plan (kế hoạch) | draft (dự thảo)',
		'#   number        số hiệu đúng như văn bản; không có số thì bỏ dòng này',
		'#   issuer        cơ quan ban hành, theo từng ngôn ngữ',
		'#   date          ngày ban hành, năm-tháng-ngày; không biết chắc thì bỏ dòng này, không đoán',
		'#   title         văn bản nói về việc gì, theo từng ngôn ngữ',
		'#   link          địa chỉ đọc được văn bản',
		'#   supersededBy  mã của văn bản thay thế, nếu có',
		'',
		'# MỤC MẪU: có văn bản thật thì xóa mục này.',
		'- id: van-ban-mau',
		'  type: plan',
		'  issuer:',
		...wordingLines(issuer, locales, '    '),
		'  title:',
		...wordingLines(title, locales, '    '),
		'  link: https://example.org/van-ban-mau',
		'  note: "Mục mẫu: thay bằng văn bản thật hoặc xóa đi."',
		'',
	].join('\n');
}

function glossaryCsv(locales: readonly string[]): string {
	const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	const header = ['id', ...locales, 'variants', 'forbidden', 'note', 'source'];
	const row = [
		'people-committee',
		...locales.map((locale) => committeeWords[locale] ?? ''),
		'vi:UBND',
		'',
		'Dòng mẫu. variants: cách viết khác mà người đọc hay tìm, dạng vi:UBND;en:PC. forbidden: cách viết không được in, cùng dạng. note: ghi chú. source: nơi thống nhất.',
		'',
	];
	// Spreadsheet programs take UTF-8 for what it is only with the mark in front.
	return `\ufeff${header.join(',')}\n${row.map(cell).join(',')}\n`;
}

/** Front matter of a published entry that comes with a new folder. */
const publishedHead = (
	kind: Kind,
	title: string,
	description: string,
	{ date, level }: SiteAnswers,
	more: string[] = [],
) => [
	'---',
	'# Dòng bắt đầu bằng # là lời giải thích. Loại bài:',
	`kind: ${kind}`,
	'# Tiêu đề của trang:',
	`title: ${title}`,
	'# Một câu cho danh sách và kết quả tìm kiếm:',
	`description: ${description}`,
	'# Ngày công bố, năm-tháng-ngày:',
	`date: ${date}`,
	'# draft = bản nháp; approved = đã duyệt, được công bố:',
	'status: approved',
	'# central = trung ương; province = tỉnh, thành phố; ward = phường, xã:',
	`level: ${level}`,
	'# own = tự viết; relayed = đăng lại; adapted = biên soạn lại:',
	'origin: own',
	'# Đối chiếu với nguồn xong thì xóa dấu # ở hai dòng dưới và sửa ngày:',
	`#checkedOn: ${date}`,
	'#reviewEvery: 6 tháng',
	...more,
	'---',
	'',
];

function emergencyMdx(answers: SiteAnswers): string {
	return [
		...publishedHead(
			'emergency',
			'Số điện thoại khẩn cấp',
			'Khi nào gọi công an, cứu hỏa, cấp cứu, và nói gì bằng tiếng Việt.',
			answers,
			['# Mã của các số trong facts.yaml:', 'facts:', ...emergencyNumbers.map(({ id }) => `  - ${id}`)],
		),
		'Tổng đài thường chỉ trả lời bằng tiếng Việt. Nếu có thể, hãy nhờ người biết tiếng Việt ở gần đó gọi giúp.',
		'',
		'## Gọi số nào',
		'',
		'<Table caption="Các số điện thoại khẩn cấp">',
		'',
		'| Số | Gọi khi |',
		'| --- | --- |',
		...emergencyNumbers.map(({ id, call }) => `| <Fact id="${id}" form="short" /> | ${call} |`),
		'',
		'</Table>',
		'',
		'## Nói gì khi gọi',
		'',
		'Nói chậm: chuyện gì, ở đâu, mấy người. Nếu khó phát âm, hãy đưa một câu dưới đây cho người bên cạnh xem.',
		'',
		'- Có người bị thương, xin cho xe cấp cứu.',
		'- Có cháy, xin đến ngay.',
		'- Tôi đang ở địa chỉ này, xin giúp tôi.',
		'',
	].join('\n');
}

function publisherMdx(answers: SiteAnswers): string {
	return [
		...publishedHead(
			'page',
			'Ai phát hành trang này',
			'Cơ quan chịu trách nhiệm về nội dung, cách ghi nguồn và cách báo lỗi.',
			answers,
		),
		`Trang này do ${asMarkdown(answers.publisher)} phát hành, để cung cấp thông tin về ${asMarkdown(answers.place)}.`,
		'',
		'## Nguồn và kiểm tra',
		'',
		'Mỗi bài ghi cấp của nội dung, nguồn và ngày kiểm tra gần nhất. Bản tiếng Việt là bản gốc; bài chưa có bản dịch được ghi rõ là chưa có.',
		'',
		'## Khi thấy chỗ sai',
		'',
		'Hãy cho cơ quan phát hành biết địa chỉ của bài, câu bị sai và, nếu có, nguồn đúng. Đừng gửi kèm giấy tờ cá nhân.',
		'',
		'<Callout kind="note" title="Trang này không cấp giấy tờ">',
		'Giấy tờ chính thức chỉ do các cơ quan nêu trên từng trang cấp.',
		'</Callout>',
		'',
	].join('\n');
}

/** Files of a small right content folder, by path in it. */
export function newSite(answers: SiteAnswers): ReadonlyMap<string, string> {
	return new Map([
		['site.yaml', siteYaml(answers)],
		['facts.yaml', factsYaml(answers.locales)],
		['documents.yaml', documentsYaml(answers.locales)],
		['glossary.csv', glossaryCsv(answers.locales)],
		['holidays.yaml', holidaysYaml(answers.locales)],
		['living/emergency-numbers/vi.mdx', emergencyMdx(answers)],
		['about/publisher/vi.mdx', publisherMdx(answers)],
	]);
}
