/** What people call things that have a name of their own here. Keys are folded: no marks, small letters, no other signs. */

/** A word without marks, signs and capital letters, so that `Tiêu đề`, `tieu_de` and `tieude` are one. */
export const folded = (word: string): string =>
	word
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');

/** Lines of a name and the words for it, as words with their names. */
function table(lines: string): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, string[]>();
	for (const line of lines.trim().split('\n')) {
		const [name = '', words = ''] = line.trim().split(': ');
		for (const word of words.split(' ')) names.set(word, [...(names.get(word) ?? []), name]);
	}
	return names;
}

/** Fields by what people call them; `author` and the like mean different fields in a source and in a translation. */
export const fieldWords = table(`
	title: tieude ten tenbai tenbaiviet heading headline tieudebai
	label: nhan tenngan shorttitle navtitle menutitle
	description: mota gioithieu excerpt desc metadescription motangan
	summary: tomtat tldr tomluoc abstract
	kind: loai type loaibai kieu category chuyenmuc layout template
	date: ngay ngaydang ngaycongbo published pubdate publishdate publishedon datepublished created createdat ngaytao
	updated: capnhat ngaycapnhat lastmod modified updatedat updatedon lastmodified datemodified ngaysua
	checkedOn: kiemtra ngaykiemtra checked lastchecked verified doichieu ngaydoichieu
	reviewEvery: chuky chukykiemtra kiemtralai reviewinterval
	publishAt: publishedat dangluc henngaydang hengio publishon
	expireAt: expires expiresat expiry expirydate hethan ngayhethan unpublishat
	validUntil: hieulucden conhieuluc validthrough validto giatriden deadline hanchot
	status: trangthai tinhtrang state
	outcome: ketqua result
	reviewedBy: nguoiduyet duyetboi approvedby reviewer nguoikiemtra
	reviewedOn: ngayduyet approvedon reviewdate
	level: cap capdo
	origin: nguongoc xuatxu
	originSource: nguongocbai baigoc
	topics: chude tags tag keywords tukhoa categories the
	audiences: doituong audience nguoidoc
	sources: nguon source references thamkhao nguonthamkhao
	cover: anh hinh hinhanh anhbia anhdaidien image thumbnail thumb picture photo banner hero
	coverAlt: alt imagealt motaanh motahinh alttext
	coverCaption: caption chuthich chuthichanh
	corrections: dinhchinh suasai errata correction
	redirectFrom: aliases alias redirects redirect chuyenhuong diachicu oldurl
	congress: daihoi kydaihoi
	document: vanban vankien
	documents: canculaply cancu canculephap vanbanlienquan legalbasis
	facts: solieu figures data
	start: batdau ngaybatdau startdate tungay begin
	end: ketthuc ngayketthuc enddate denngay finish
	from: tu hieuluctu
	until: den
	place: diadiem noi noitochuc location venue
	name: hoten hovaten fullname
	role: chucvu chucdanh jobtitle
	claim: tinsai thongtinsai
	answer: traloi dinhchinhla
	link: lienket url video duongdan href
	durationSeconds: thoiluong duration length
	file: tep tepphim tepamthanh src
	voice: giong giongdoc
	contact: lienhe dauui daumoi contacts
	position: vitri toado coordinates coords latlng latlon
	stage: giaidoan buoc
	scale: quymo
	site: khudat vitriduan
	who: ai doituongthuchien
	bring: giayto hoso giaytomangtheo mangtheo
	fee: lephi phi
	time: thoigian thoigiangiaiquyet thoihan
	where: odau noinop
	address: diachi
	opening: giomocua gio hours openinghours
	days: songay
	radiusKm: bankinh radius
	distanceKm: quangduong khoangcach distance
	stops: diemdung
	means: phuongtien
	legs: chang changduong
	by: phuongtien di
	km: quangduong khoangcach distance
	trouble: trucngai tructrac khixayra khigapkho
	when: khinao
	area: khuvuc
	whatToDo: canlamgi phailamgi viecanlam vieccanlam
	translation: dich bandich cachdich
	translator: nguoidich dichgia
	publisher: noidang coquan nhaxuatban
	url: link href diachiweb
	was: truoc cu sai
	now: sau moi dung
	lat: vido latitude
	lon: kinhdo longitude lng long
	value: giatri gia sotien val
	unit: donvi
	asOf: thoidiem tinhden
	note: ghichu chuthich
	words: nhan tuvung
	qualifier: muc mucdo
	number: sohieu so
	issuer: noibanhanh coquanbanhanh cobanhanh
	supersededBy: thaythe thaytheboi replacedby
	email: thudientu mail
	phone: dienthoai sodienthoai tel telephone
	hours: giolamviec
	open: giolamviec giomocua gio hours openinghours
	onHolidays: ngayle nghile
	every: hangnam moinam
	lunar: amlich
	closes: dongcua nghi
	sample: mau
	markets: thitruong
	country: quocgia nuoc
	locales: ngonngu languages
	contacts: lienhe
	phases: giaidoan
	congresses: daihoi
	water: nuoc
	clay: dat
`);

/** Kinds of texts by what people call them; several where the section decides. */
export const kindWords: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		baiviet: ['article', 'page', 'guide'],
		bai: ['article', 'page', 'guide'],
		blog: ['news', 'article', 'guide'],
		post: ['news', 'article', 'guide'],
		tin: ['news', 'article'],
		tintuc: ['news', 'article'],
		trang: ['page'],
		gioithieu: ['page', 'place', 'sector'],
		vanban: ['document'],
		vankien: ['document'],
		nghiquyet: ['document'],
		sukien: ['event', 'festival'],
		hoinghi: ['event'],
		nhansu: ['person'],
		nguoi: ['person'],
		lanhdao: ['person'],
		hoidap: ['question'],
		cauhoi: ['question'],
		faq: ['question'],
		lamro: ['clarification'],
		dinhchinh: ['clarification'],
		bacbo: ['clarification'],
		phim: ['video'],
		clip: ['video'],
		amthanh: ['audio'],
		podcast: ['audio'],
		ghiam: ['audio'],
		dohoa: ['infographic'],
		bieudo: ['infographic'],
		linhvuc: ['sector'],
		nganh: ['sector'],
		khu: ['zone'],
		khucongnghiep: ['zone'],
		khukinhte: ['zone'],
		duan: ['project'],
		thutuc: ['service', 'procedure'],
		dichvu: ['service'],
		diemden: ['place'],
		diadiem: ['place'],
		dichden: ['place'],
		attraction: ['place'],
		lichtrinh: ['itinerary'],
		tour: ['itinerary'],
		lehoi: ['festival'],
		huongdan: ['guide'],
		camnang: ['guide'],
		khancap: ['emergency'],
		thongbao: ['notice', 'news'],
		canhbao: ['notice'],
	}),
);

/** Values of closed lists by what people write for them. */
export const valueWords: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		nhap: ['draft'],
		bannhap: ['draft'],
		chuaduyet: ['draft'],
		no: ['draft'],
		false: ['draft'],
		hidden: ['draft'],
		daduyet: ['approved'],
		duyet: ['approved'],
		published: ['approved'],
		publish: ['approved'],
		public: ['approved'],
		congbo: ['approved'],
		dadang: ['approved'],
		final: ['approved'],
		yes: ['approved', 'true'],
		co: ['true'],
		khong: ['false'],
		luutru: ['historical'],
		archived: ['historical'],
		archive: ['historical'],
		cu: ['historical'],
		phuong: ['ward'],
		xa: ['ward'],
		commune: ['ward'],
		thixa: ['ward'],
		tinh: ['province'],
		thanhpho: ['province'],
		provincial: ['province'],
		city: ['province'],
		trunguong: ['central'],
		quocgia: ['central'],
		national: ['central'],
		tuviet: ['own'],
		original: ['own'],
		cuaminh: ['own'],
		danglai: ['relayed'],
		copied: ['relayed'],
		copy: ['relayed'],
		repost: ['relayed'],
		sualai: ['adapted'],
		bientap: ['adapted'],
		translated: ['adapted'],
		dukien: ['planned'],
		sobo: ['preliminary'],
		chinhthuc: ['official'],
		done: ['official'],
		hoan: ['postponed'],
		huy: ['cancelled'],
		canceled: ['cancelled'],
		dukhach: ['visitor'],
		dulich: ['visitor'],
		tourist: ['visitor'],
		tourists: ['visitor'],
		cudan: ['resident'],
		nguoidan: ['resident'],
		nhadautu: ['investor'],
		doitac: ['partner'],
		baochi: ['press'],
		media: ['press'],
		kieubao: ['overseas-vietnamese'],
		nguoidich: ['human'],
		nguoi: ['human'],
		manual: ['human'],
		may: ['machine-draft'],
		machine: ['machine-draft'],
		google: ['machine-draft'],
		maydich: ['machine-draft'],
		auto: ['machine-draft'],
		maysua: ['machine-edited'],
		maynguoisua: ['machine-edited'],
		edited: ['machine-edited'],
		keugoi: ['calling'],
		dangkeugoi: ['calling'],
		chuanbi: ['preparing'],
		xaydung: ['building'],
		dangxay: ['building'],
		hoatdong: ['operating'],
		vanhanh: ['operating'],
		so: ['number'],
		integer: ['number'],
		int: ['number'],
		float: ['number'],
		tien: ['money'],
		ngay: ['date'],
		khoang: ['range', 'about'],
		chu: ['text'],
		string: ['text'],
		chinhxac: ['exact'],
		gan: ['about'],
		hon: ['more-than'],
		tren: ['more-than'],
		nghiquyet: ['resolution', 'government-resolution'],
		chithi: ['directive'],
		quyetdinh: ['decision'],
		luat: ['law'],
		nghidinh: ['decree'],
		thongtu: ['circular'],
		ketluan: ['conclusion'],
		kehoach: ['plan'],
		duthao: ['draft'],
		hien: ['show'],
		an: ['hide'],
	}),
);

/** Codes and names that people write for a language and the code that is meant. */
export const localeWords = table(`
	ja: jp jpn japanese nhat tiengnhat
	ko: kr kor korean han tienghan
	zh: cn ch chi zho chinese zhcn zhhans hoa trung tiengtrung tienghoa
	uk: ua ukr
	ru: rus russian nga tiengnga
	vi: vn vie viet vietnam vietnamese tiengviet vivn
	en: gb us uk eng english anh tienganh enus engb
	fr: fra fre french phap
	de: ger deu german duc
`);

/** Phases of a congress by what people call them. */
export const phaseWords = table(`
	before: truoc truocdaihoi truocdh pre
	during: trong trongdaihoi giua dang trongdh
	after: sau saudaihoi saudh post
`);

/** Units of facts by what people write for them. */
export const unitWords: ReadonlyMap<string, string> = new Map([
	['km', 'kilometer'],
	['kilometre', 'kilometer'],
	['kilometres', 'kilometer'],
	['kilometers', 'kilometer'],
	['metre', 'meter'],
	['metres', 'meter'],
	['hectares', 'hectare'],
	['percentage', 'percent'],
	['per-cent', 'percent'],
	['sqkm', 'square-kilometer'],
	['ton', 'tonne'],
	['tons', 'tonne'],
	['tan', 'tonne'],
	['dwt', 'deadweight-ton'],
	['days', 'day'],
	['years', 'year'],
	['hours', 'hour'],
	['kilomet', 'kilometer'],
	['ki-lô-mét', 'kilometer'],
	['m', 'meter'],
	['mét', 'meter'],
	['ha', 'hectare'],
	['héc-ta', 'hectare'],
	['%', 'percent'],
	['phần trăm', 'percent'],
	['km2', 'square-kilometer'],
	['km²', 'square-kilometer'],
	['mw', 'megawatt'],
	['tấn', 'tonne'],
	['độ', 'celsius'],
	['°c', 'celsius'],
	['năm', 'year'],
	['ngày', 'day'],
	['giờ', 'hour'],
]);
