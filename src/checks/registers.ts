import { dueEntries, type ContentFolder } from '#loaders/content-folder.ts';
import type { Place, SourceFile } from '#loaders/source-file.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import { namesIn, type Content } from '#schema/content.ts';
import { documentsSchema } from '#schema/documents.ts';
import { investorPart } from '#schema/entry.ts';
import { factsSchema } from '#schema/facts.ts';
import { holidaysSchema } from '#schema/holidays.ts';
import { own, wordGroups } from '#schema/introspect.ts';
import { isPrivateAddress } from '#schema/primitives.ts';
import { investorGroups } from '#schema/sector.ts';
import { siteSchema, type LocaleFacts, type SiteConfig } from '#schema/site.ts';
import { folded, localeWords, unitWords } from './known-names.ts';
import { nearest } from './shape.ts';

type Say = Problem['say'];
type Add = (file: string, place: Place | undefined, code: Code, say: Say, severity?: Severity) => void;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Records that stand twice, and records, entries and contacts that are named and do not exist. */
export function checkRegisters(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const add: Add = (file, place, code, say, severity = 'error') =>
		problems.push({
			file: `${folderName}/${file}`,
			line: place?.line ?? 1,
			column: place?.column ?? 1,
			code,
			severity,
			say,
		});
	for (const [name, file] of [
		['facts', 'facts.yaml'],
		['documents', 'documents.yaml'],
		['glossary', 'glossary.csv'],
		['holidays', 'holidays.yaml'],
	] as const) {
		const register = folder.registers.get(name);
		if (register) tellTwice(file, register, [], 'id', add);
	}
	const site = folder.registers.get('site');
	if (site) {
		for (const [name, key] of [
			['locales', 'locale'],
			['contacts', 'id'],
			['markets', 'id'],
			['phases', 'id'],
			['congresses', 'id'],
		] as const)
			tellTwice('site.yaml', site, [name], key, add);
		checkSite(content, site, add);
	}
	if (areLocalesRight(content.site)) checkLanguages(folder, content, add);
	checkFacts(folder, content, add);
	checkDocuments(folder, content, add);
	checkGlossary(folder, content, add);
	checkReferences(folder, content, add);
	checkLook(folder, content, add);
	return problems;
}

/** Records of a list that have one name. */
function tellTwice(file: string, from: SourceFile, path: readonly PropertyKey[], key: string, add: Add): void {
	const first = new Map<string, Place>();
	const records = path.reduce(own, from.data);
	for (const [index, record] of list(records).entries()) {
		const id = own(record, key);
		if (typeof id !== 'string' || id === '') continue;
		const place = from.position([...path, index, key]);
		const before = first.get(id);
		if (!before) first.set(id, place);
		else
			add(file, place, 'register/duplicate', {
				vi: `Mã \`${id}\` đã có ở dòng ${before.line}. Đổi mã, hoặc xóa một trong hai mục.`,
				en: `The id \`${id}\` stands at line ${before.line} already. Change it, or delete one of the two records.`,
			});
	}
}

// ——— Names of records and entries ———

/** What a name is looked up in, and how its absence is told. */
interface Known {
	readonly names: readonly string[];
	has(name: string): boolean;
	readonly kind: 'facts.yaml' | 'documents.yaml' | 'contacts' | 'entries';
}

function checkReferences(folder: ContentFolder, content: Content, add: Add): void {
	const unknown = (
		file: string,
		where: Place | undefined | (() => Place | undefined),
		id: string,
		{ names, has, kind }: Known,
	) => {
		if (has(id)) return;
		const place = typeof where === 'function' ? where() : where;
		const meant = nearest(id, names);
		const hint: Say =
			meant === undefined ? { vi: '', en: '' } : { vi: ` Có phải \`${meant}\`?`, en: ` Did you mean \`${meant}\`?` };
		const register: Say =
			kind === 'contacts'
				? { vi: 'mục `contacts` của site.yaml', en: '`contacts` of site.yaml' }
				: { vi: kind, en: kind };
		add(
			file,
			place,
			'register/unknown',
			kind === 'entries'
				? {
						vi: `Không có bài \`${id}\`.${hint.vi} Sửa mã, tạo bài đó, hoặc xóa mã này.`,
						en: `There is no entry \`${id}\`.${hint.en} Correct it, make that entry, or delete it here.`,
					}
				: {
						vi: `Không có \`${id}\` trong ${register.vi}.${hint.vi} Sửa mã, hoặc thêm vào ${register.vi}.`,
						en: `There is no \`${id}\` in ${register.en}.${hint.en} Correct the id, or add it to ${register.en}.`,
					},
		);
	};
	const of = (kind: Known['kind'], names: readonly string[], has?: (name: string) => boolean): Known => {
		const all = new Set(names);
		return { kind, names, has: has ?? ((name) => all.has(name)) };
	};
	const facts = of('facts.yaml', namesIn(content.facts), (id) => content.facts.has(id));
	const documents = of('documents.yaml', namesIn(content.documents), (id) => content.documents.has(id));
	// An entry with a slip in it is there all the same.
	const entries = of(
		'entries',
		folder.entries.map(({ path }) => path),
	);
	const site = folder.registers.get('site');
	// A contact with a slip is there too, though `content` may lack it.
	const contacts = of('contacts', [
		...content.site.contacts.map(({ id }) => id),
		...list(own(site?.data, 'contacts')).flatMap((contact) => {
			const id = own(contact, 'id');
			return typeof id === 'string' ? [id] : [];
		}),
	]);
	const { home, emergency, footer, corrections } = content.site;
	home.figures.forEach((id, index) => unknown('site.yaml', site?.position(['home', 'figures', index]), id, facts));
	content.site.congresses.forEach(({ milestones }, index) => {
		milestones.forEach(({ fact, entry }, row) => {
			const at = (key: string) => site?.position(['congresses', index, 'milestones', row, key]);
			unknown('site.yaml', at('fact'), fact, facts);
			const kind = content.facts.get(fact)?.kind;
			if (kind !== undefined && kind !== 'date')
				add('site.yaml', at('fact'), 'field/value', {
					vi: `\`${fact}\` trong facts.yaml không phải một ngày (\`kind: ${kind}\`), nên không xếp được vào các mốc. Dùng mã của một mục \`kind: date\`, ví dụ ngày khai mạc.`,
					en: `\`${fact}\` in facts.yaml is no date (\`kind: ${kind}\`), so it cannot stand among the milestones. Use the id of a record with \`kind: date\`, such as the day of the opening.`,
				});
			if (entry !== undefined) unknown('site.yaml', at('entry'), entry, entries);
		});
	});
	for (const [section, doors] of Object.entries(home.doors))
		doors.forEach((id, index) => unknown('site.yaml', site?.position(['home', 'doors', section, index]), id, entries));
	footer.forEach((id, index) => unknown('site.yaml', site?.position(['footer', index]), id, entries));
	if (emergency !== undefined) unknown('site.yaml', site?.position(['emergency']), emergency, entries);
	if (corrections !== undefined) unknown('site.yaml', site?.position(['corrections']), corrections, entries);

	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	const raw = new Map(dueEntries(folder).map((entry) => [entry.path, entry]));
	for (const { path, source } of content.entries) {
		if (!raw.has(path)) continue;
		const file = `${path}/${sourceLocale}.mdx`;
		// Looked for when there is something to tell: a place costs a reading of the whole front matter.
		const at =
			(...field: PropertyKey[]) =>
			() =>
				raw.get(path)?.texts.get(sourceLocale)?.frontMatter.position(field);
		if ('facts' in source) (source.facts ?? []).forEach((id, index) => unknown(file, at('facts', index), id, facts));
		if ('documents' in source)
			(source.documents ?? []).forEach((id, index) => unknown(file, at('documents', index), id, documents));
		if ('document' in source) unknown(file, at('document'), source.document, documents);
		if ('contact' in source && source.contact !== undefined) unknown(file, at('contact'), source.contact, contacts);
		const { incentives = [], ...groups } = investorPart(source);
		for (const group of investorGroups)
			(groups[group] ?? []).forEach((id, index) => unknown(file, at(group, index), id, facts));
		for (const [index, incentive] of incentives.entries()) {
			unknown(file, at('incentives', index, 'document'), incentive.document, documents);
			(incentive.facts ?? []).forEach((id, place) => unknown(file, at('incentives', index, 'facts', place), id, facts));
		}
		if ('sectors' in source)
			(source.sectors ?? []).forEach((id, index) => unknown(file, at('sectors', index), id, entries));
		if ('comments' in source && source.comments)
			unknown(file, at('comments', 'contact'), source.comments.contact, contacts);
		if ('stops' in source) (source.stops ?? []).forEach((id, index) => unknown(file, at('stops', index), id, entries));
	}
}

// ——— site.yaml ———

/** Whether the computer has a name for a language: a code that it lacks is a country’s, or a slip. */
const isLanguage = (code: string): boolean => {
	try {
		return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined;
	} catch {
		return false;
	}
};

/** The code that was meant by one that is no language, or a country's beside the right tag; undefined for a right one. */
function wrongLocale({ locale, tag }: LocaleFacts): { readonly meant: string | undefined } | undefined {
	const meant = localeWords.get(locale)?.[0];
	const main = tag.split('-')[0] ?? '';
	return !isLanguage(locale) || (meant !== undefined && main === meant && main !== locale) ? { meant } : undefined;
}

/** Whether the languages of a site can be relied on; where not, every text would be told to be in a wrong one. */
export function areLocalesRight({ locales }: SiteConfig): boolean {
	const codes = locales.map(({ locale }) => locale);
	return codes[0] === 'vi' && new Set(codes).size === codes.length && !locales.some(wrongLocale);
}

function checkSite({ site }: Content, from: SourceFile, add: Add): void {
	const file = 'site.yaml';
	const at = (...path: PropertyKey[]) => from.position(path);
	const locales = site.locales.map(({ locale }) => locale);

	if (locales[0] !== 'vi')
		add(file, at('locales'), 'field/value', {
			vi: `Dòng đầu của \`locales\` là ngôn ngữ của bản gốc và phải là tiếng Việt. ${locales.includes('vi') ? 'Chuyển dòng `{ locale: vi, … }` lên đầu' : 'Thêm lên đầu: `- { locale: vi, tag: vi, name: Tiếng Việt }`'}.`,
			en: `The first line of \`locales\` is the language of the source texts and must be Vietnamese. ${locales.includes('vi') ? 'Move the line `{ locale: vi, … }` to the top' : 'Add at the top: `- { locale: vi, tag: vi, name: Tiếng Việt }`'}.`,
		});
	for (const [index, facts] of site.locales.entries()) {
		const { locale, fallback } = facts;
		const wrong = wrongLocale(facts);
		const meant = wrong?.meant;
		if (wrong)
			add(file, at('locales', index, 'locale'), 'field/value', {
				vi: `\`${locale}\` không phải mã của một ngôn ngữ.${meant === undefined ? ' Ghi mã hai chữ như `ko`, `zh`, `ja`.' : ` Có phải \`${meant}\`? Sửa mã, và đổi tên các tệp \`${locale}.mdx\` cùng thư mục lời giao diện theo mã mới.`}`,
				en: `\`${locale}\` is not the code of a language.${meant === undefined ? ' Write a code of two letters such as `ko`, `zh`, `ja`.' : ` Did you mean \`${meant}\`? Correct it, and rename the files \`${locale}.mdx\` and the folder of interface words.`}`,
			});
		for (const [place, other] of fallback.entries())
			if (!locales.includes(other) || other === locale)
				add(file, at('locales', index, 'fallback', place), 'field/value', {
					vi:
						other === locale
							? `\`fallback\` của \`${locale}\` nhắc lại chính \`${locale}\`. Xóa mã này, hoặc ghi ngôn ngữ khác, ví dụ \`[vi]\`.`
							: `\`fallback\` của \`${locale}\` ghi \`${other}\`, mà \`locales\` không có ngôn ngữ ấy. Các mã: ${locales.join(', ')}.`,
					en:
						other === locale
							? `\`fallback\` of \`${locale}\` names \`${locale}\` itself. Delete it, or name another language, such as \`[vi]\`.`
							: `\`fallback\` of \`${locale}\` names \`${other}\`, which \`locales\` does not have. Codes: ${locales.join(', ')}.`,
				});
	}
	for (const [index, { speaks = [], id }] of site.contacts.entries())
		for (const [place, code] of speaks.entries())
			if (!/^[a-z]{2,3}$/.test(code) || !isLanguage(code)) {
				const meant = localeWords.get(folded(code))?.[0];
				add(file, at('contacts', index, 'speaks', place), 'field/value', {
					vi: `\`speaks\` của \`${id}\` ghi \`${code}\`, không phải mã ngôn ngữ.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} Ví dụ: \`speaks: [vi, en]\`.`,
					en: `\`speaks\` of \`${id}\` has \`${code}\`, which is not the code of a language.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} Example: \`speaks: [vi, en]\`.`,
				});
			}
	for (const [section, doors] of Object.entries(site.home.doors))
		for (const [index, entry] of doors.entries()) {
			const place = at('home', 'doors', section, index);
			if (doors.indexOf(entry) < index) tellAgain(place, entry, `doors.${section}`);
		}
	for (const [index, entry] of site.footer.entries())
		if (site.footer.indexOf(entry) < index) tellAgain(at('footer', index), entry, 'footer');
	for (const [index, id] of site.home.figures.entries())
		if (site.home.figures.indexOf(id) < index) tellAgain(at('home', 'figures', index), id, 'home.figures');
	tellOrigin(site.address, at('address'), 'address', true);
	for (const [index, address] of site.frames.entries()) tellOrigin(address, at('frames', index), 'frames', false);
	checkPhases();

	function tellAgain(place: Place, id: string, name: string): void {
		add(file, place, 'field/form', {
			vi: `\`${id}\` được ghi hai lần trong \`${name}\`. Xóa một lần.`,
			en: `\`${id}\` stands twice in \`${name}\`. Delete one of them.`,
		});
	}

	/** An origin is scheme and host; a path in it would be silently lost. */
	function tellOrigin(address: string, place: Place, name: string, isOurs: boolean): void {
		const { origin, pathname, search, hash, protocol } = new URL(address);
		if (pathname !== '/' || search !== '' || hash !== '')
			add(file, place, 'field/form', {
				vi: `\`${name}\` có giá trị \`${address}\`; ở đây chỉ ghi tên miền, không có phần sau. Viết: \`${origin}\`.${isOurs ? ' Trang đặt trong một thư mục của máy chủ thì ghi thư mục ấy ở BASE_PATH khi tạo trang.' : ''}`,
				en: `\`${name}\` is \`${address}\`; only scheme and host belong here. Write: \`${origin}\`.${isOurs ? ' For a site in a folder of the server, give that folder as BASE_PATH when it is built.' : ''}`,
			});
		else if (isOurs && isPrivateAddress(address))
			add(
				file,
				place,
				'field/form',
				{
					vi: `\`${name}\` là \`${address}\`, địa chỉ của một máy hoặc mạng riêng; trước khi công bố, ghi địa chỉ công khai. Ví dụ: \`https://phuong.example.org\`.`,
					en: `\`${name}\` is \`${address}\`, the address of one computer or a private network; write the public one before publishing. Example: \`https://phuong.example.org\`.`,
				},
				'warning',
			);
		else if (protocol === 'http:' && !isPrivateAddress(address))
			add(
				file,
				place,
				'link/http',
				{
					vi: `\`${name}\` là \`${address}\`, không được bảo vệ. Nơi đặt trang có \`https://\` thì ghi \`${address.replace(/^http:/i, 'https:')}\`.`,
					en: `\`${name}\` is \`${address}\`, which is not protected. Where the host has \`https://\`, write \`${address.replace(/^http:/i, 'https:')}\`.`,
				},
				'warning',
			);
	}

	function checkPhases(): void {
		const order = site.phases.map(({ id }) => id);
		for (const [index, { id, phases }] of site.congresses.entries()) {
			const path = (...rest: PropertyKey[]) => at('congresses', index, 'phases', ...rest);
			// As typed: a name that every object has would be lost on the way.
			const typed = own(list(own(from.data, 'congresses'))[index], 'phases');
			for (const name of Object.keys(typeof typed === 'object' && typed !== null ? typed : phases))
				if (!order.includes(name)) {
					const meant = nearest(name, order);
					add(file, from.keyPosition(['congresses', index, 'phases', name]), 'field/unknown', {
						vi: `\`congresses\` (kỳ \`${id}\`) có giai đoạn \`${name}\`, mà \`phases\` không có.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} Các giai đoạn: ${order.join(', ')}. Sửa tên, hoặc thêm \`${name}\` vào \`phases\`.`,
						en: `\`congresses\` (\`${id}\`) has a phase \`${name}\`, which \`phases\` does not have.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} Phases: ${order.join(', ')}. Correct the name, or add \`${name}\` to \`phases\`.`,
					});
				}
			let before: { readonly name: string; readonly last: string } | undefined;
			for (const name of order) {
				const { start, end } = phases[name] ?? {};
				if (start !== undefined && end !== undefined && end < start)
					add(file, path(name, 'end'), 'register/date-order', {
						vi: `Giai đoạn \`${name}\` của kỳ \`${id}\` kết thúc (${end}) trước khi bắt đầu (${start}). Sửa \`end\` thành ${start} hoặc muộn hơn, hoặc sửa \`start\`.`,
						en: `Phase \`${name}\` of \`${id}\` ends (${end}) before it starts (${start}). Set \`end\` to ${start} or later, or correct \`start\`.`,
					});
				else if (before && start !== undefined && start <= before.last)
					add(file, path(name, 'start'), 'register/date-order', {
						vi: `Giai đoạn \`${name}\` của kỳ \`${id}\` bắt đầu ngày ${start}, khi giai đoạn \`${before.name}\` chưa qua ngày ${before.last}. Các giai đoạn không chồng lên nhau và theo thứ tự của \`phases\`: sửa một trong hai ngày.`,
						en: `Phase \`${name}\` of \`${id}\` starts on ${start}, while phase \`${before.name}\` goes on until ${before.last}. Phases do not overlap and follow the order of \`phases\`: correct one of the two days.`,
					});
				const last = end ?? start;
				if (last !== undefined && (!before || last > before.last)) before = { name, last };
			}
		}
	}
}

// ——— Words by language ———

function checkLanguages(folder: ContentFolder, content: Content, add: Add): void {
	const [sourceLocale = 'vi', ...others] = content.site.locales.map(({ locale }) => locale);
	for (const [name, file, schema] of [
		['site', 'site.yaml', siteSchema],
		['documents', 'documents.yaml', documentsSchema],
		['facts', 'facts.yaml', factsSchema],
		['holidays', 'holidays.yaml', holidaysSchema],
	] as const) {
		const from = folder.registers.get(name);
		if (!from) continue;
		for (const { path, words } of wordGroups(schema, from.data)) {
			const field = String(path.findLast((step) => typeof step !== 'number'));
			const record = own(typeof path[0] === 'number' ? own(from.data, path[0]) : undefined, 'id');
			const of: Say =
				typeof record === 'string' ? { vi: `Mục \`${record}\`: `, en: `Record \`${record}\`: ` } : { vi: '', en: '' };
			// Labels of facts have a rule of their own, which knows the languages that may be left out.
			if (name !== 'facts' && own(words, sourceLocale) === undefined && Object.keys(words).length > 0)
				add(file, from.keyPosition(path), 'field/missing', {
					vi: `${of.vi}\`${field}\` không có lời tiếng Việt. Thêm \`${sourceLocale}: …\`; ngôn ngữ nào thiếu lời thì dùng lời này.`,
					en: `${of.en}\`${field}\` has no Vietnamese words. Add \`${sourceLocale}: …\`; languages without words of their own use these.`,
				});
			for (const language of Object.keys(words)) {
				// A register may serve several sites: another real language is none of our business.
				if (language === sourceLocale || others.includes(language)) continue;
				const meant = localeWords.get(folded(language))?.find((code) => code === sourceLocale || others.includes(code));
				if (meant === undefined && isLanguage(language)) continue;
				add(file, from.keyPosition([...path, language]), 'field/unknown', {
					vi: `${of.vi}\`${language}\` trong \`${field}\` không phải mã ngôn ngữ của trang.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} Các mã: ${[sourceLocale, ...others].join(', ')}. Sửa mã hoặc xóa dòng này.`,
					en: `${of.en}\`${language}\` in \`${field}\` is not a language of the site.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} Codes: ${[sourceLocale, ...others].join(', ')}. Correct it or delete the line.`,
				});
			}
		}
	}
}

// ——— facts.yaml ———

const intlUnits = new Set(Intl.supportedValuesOf('unit'));
const ownUnits = new Set(['square-kilometer', 'megawatt', 'tonne', 'deadweight-ton']);
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Values that a computer reads otherwise than the people who typed them. */
function checkFacts(folder: ContentFolder, content: Content, add: Add): void {
	const from = folder.registers.get('facts');
	const lines = folder.typed.get('facts.yaml')?.split('\n');
	if (!from || !lines) return;
	const file = 'facts.yaml';
	for (const [index, fact] of list(from.data).entries()) {
		const [id, value, unit, kind] = ['id', 'value', 'unit', 'kind'].map((key) => own(fact, key));
		const record: Say = { vi: `Mục \`${String(id)}\`: `, en: `Record \`${String(id)}\`: ` };
		const numbers = Array.isArray(value) ? value.map((_, place) => [index, 'value', place]) : [[index, 'value']];
		const isPlainNumber = typeof value === 'number' || list(value).every((item) => typeof item === 'number');
		if ((kind === 'number' || kind === 'money' || kind === 'range') && isPlainNumber && value !== undefined)
			for (const path of numbers) tellTyped(path, record, typeof unit === 'string' ? unit : undefined);
		if (kind === 'range' && Array.isArray(value) && Number(value[0]) > Number(value[1]))
			add(file, from.position([index, 'value']), 'field/form', {
				vi: `${record.vi}khoảng \`[${value.join(', ')}]\` phải bắt đầu bằng số nhỏ hơn. Viết: \`value: [${[...value].reverse().join(', ')}]\`, hoặc dùng \`kind: number\` nếu chỉ có một số.`,
				en: `${record.en}the range \`[${value.join(', ')}]\` must begin with the smaller number. Write: \`value: [${[...value].reverse().join(', ')}]\`, or use \`kind: number\` for a single one.`,
			});
		// What does not fit the schema has been told with it.
		if (typeof unit !== 'string' || typeof id !== 'string' || !content.facts.get(id)) continue;
		const place = from.position([index, 'unit']);
		const isCurrency = /^[A-Z]{3}$/.test(unit);
		if (isCurrency && !currencies.has(unit)) {
			const meant = nearest(unit, ['VND', 'USD', 'EUR', 'JPY', 'KRW', 'CNY', 'RUB']);
			add(file, place, 'field/value', {
				vi: `${record.vi}không có tiền tệ \`${unit}\`.${meant === undefined ? '' : ` Có phải \`${meant}\`?`} Ghi mã ba chữ, như \`VND\` hoặc \`USD\`.`,
				en: `${record.en}there is no currency \`${unit}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} Write its code of three letters, such as \`VND\` or \`USD\`.`,
			});
		} else if (!isCurrency && !intlUnits.has(unit) && !ownUnits.has(unit)) {
			// A unit that has words in the interface is right, so only those that look like a known one are told.
			const meant = unitWords.get(unit) ?? nearest(unit, [...ownUnits, ...intlUnits]);
			if (meant !== undefined)
				add(file, place, 'field/value', {
					vi: `${record.vi}không có đơn vị \`${unit}\`. Có phải \`${meant}\`? Tên đơn vị viết bằng tiếng Anh, chữ thường, số ít.`,
					en: `${record.en}there is no unit \`${unit}\`. Did you mean \`${meant}\`? Units are written with their English name, in small letters, without a plural.`,
				});
		}
	}

	function tellTyped(path: readonly PropertyKey[], record: Say, unit: string | undefined): void {
		const place = from?.position(path) ?? { line: 1, column: 1 };
		const typed = /^[^\s,\]}#]+/.exec(lines?.[place.line - 1]?.slice(place.column - 1) ?? '')?.[0] ?? '';
		const digits = typed.replaceAll('.', '');
		const number = Number(typed);
		if (/^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(typed)) {
			// Three decimals of a measure can be meant; a zero at the end, money and people hardly ever have them.
			const isSurely = typed.endsWith('0') || unit === undefined || /^[A-Z]{3}$/.test(unit);
			add(
				file,
				place,
				'field/form',
				{
					vi: `${record.vi}\`value: ${typed}\` được đọc là số lẻ ${number.toLocaleString('vi-VN', { maximumFractionDigits: 3 })}. Nếu dấu chấm ngăn hàng nghìn, viết liền \`${digits}\`; nếu đúng là số lẻ, viết \`${isSurely && typed.endsWith('0') ? String(number) : `${typed}0`}\`.`,
					en: `${record.en}\`value: ${typed}\` is read as the decimal ${number}. If the point divides thousands, write \`${digits}\`; if it is a decimal, write \`${isSurely && typed.endsWith('0') ? String(number) : `${typed}0`}\`.`,
				},
				isSurely ? 'error' : 'warning',
			);
		} else if (/^[-+]?0[\dxob]/i.test(typed))
			add(file, place, 'field/form', {
				vi: `${record.vi}\`value: ${typed}\` bắt đầu bằng số 0 nên dễ bị đọc thành số khác (${number}). Viết số bình thường, ví dụ \`value: 125400\`; số điện thoại và mã thì dùng \`kind: text\` với dấu ngoặc kép.`,
				en: `${record.en}\`value: ${typed}\` begins with 0 and may be read as another number (${number}). Write a plain number, such as \`value: 125400\`; for phone numbers and codes use \`kind: text\` with quotes.`,
			});
		else if (typed !== '' && Math.abs(number) > Number.MAX_SAFE_INTEGER)
			add(file, place, 'field/form', {
				vi: `${record.vi}\`value: ${typed}\` lớn đến mức máy không giữ đủ các chữ số. Kiểm tra lại số; nếu đúng, dùng \`kind: text\` và đặt giá trị trong dấu ngoặc kép.`,
				en: `${record.en}\`value: ${typed}\` is too large for a computer to keep every digit. Check it; if it is right, use \`kind: text\` and put the value in quotes.`,
			});
	}
}

// ——— documents.yaml and glossary.csv ———

function checkDocuments(folder: ContentFolder, content: Content, add: Add): void {
	const from = folder.registers.get('documents');
	const file = 'documents.yaml';
	for (const [index, record] of list(from?.data).entries()) {
		const document = content.documents.get(String(own(record, 'id')));
		if (!document) continue;
		const { id, date, validUntil, supersededBy } = document;
		if (date !== undefined && validUntil !== undefined && validUntil < date)
			add(file, from?.position([index, 'validUntil']), 'register/date-order', {
				vi: `Mục \`${id}\`: \`validUntil\` (${validUntil}) đứng trước \`date\` (${date}). Sửa ngày ghi sai theo bản gốc, hoặc xóa \`validUntil\`.`,
				en: `Record \`${id}\`: \`validUntil\` (${validUntil}) comes before \`date\` (${date}). Correct the wrong day from the original, or delete \`validUntil\`.`,
			});
		const next = supersededBy === undefined ? undefined : content.documents.get(supersededBy);
		if (
			next &&
			next.id !== id &&
			next.supersededBy !== id &&
			date !== undefined &&
			next.date !== undefined &&
			next.date < date
		)
			add(file, from?.position([index, 'supersededBy']), 'register/date-order', {
				vi: `Mục \`${id}\` (${date}) ghi văn bản thay thế là \`${next.id}\`, ban hành trước đó (${next.date}). Sửa \`supersededBy\`, hoặc sửa \`date\` của một trong hai.`,
				en: `Record \`${id}\` (${date}) is said to be replaced by \`${next.id}\`, which was issued before it (${next.date}). Correct \`supersededBy\`, or the \`date\` of one of the two.`,
			});
		// A circle has no document that is in force; it is told at each of its members.
		const seen = new Set([id]);
		let step = next;
		while (step && !seen.has(step.id)) {
			seen.add(step.id);
			step = step.supersededBy === undefined ? undefined : content.documents.get(step.supersededBy);
		}
		if (step?.id === id && seen.size > 1)
			add(file, from?.position([index, 'supersededBy']), 'register/date-order', {
				vi: `Mục \`${id}\`: các văn bản ${[...seen].map((name) => `\`${name}\``).join(', ')} thay thế lẫn nhau thành vòng tròn. Xóa \`supersededBy\` của văn bản đang có hiệu lực.`,
				en: `Record \`${id}\`: the documents ${[...seen].map((name) => `\`${name}\``).join(', ')} replace one another in a circle. Delete \`supersededBy\` of the one that is in force.`,
			});
	}
}

function checkGlossary(folder: ContentFolder, content: Content, add: Add): void {
	const from = folder.registers.get('glossary');
	const [sourceLocale = 'vi', ...others] = content.site.locales.map(({ locale }) => locale);
	const file = 'glossary.csv';
	for (const [index, row] of list(from?.data).entries()) {
		const term = content.glossary.get(String(own(row, 'id')));
		if (!term) continue;
		const place = from?.position([index]);
		if (term.forms[sourceLocale] === undefined)
			add(file, place, 'field/missing', {
				vi: `Thuật ngữ \`${term.id}\` không có lời ở cột \`${sourceLocale}\`. Điền cách viết tiếng Việt.`,
				en: `The term \`${term.id}\` has nothing in the column \`${sourceLocale}\`. Fill in the Vietnamese.`,
			});
		for (const [column, pairs] of [
			['variants', term.variants],
			['forbidden', term.forbidden],
		] as const)
			for (const { locale, form } of pairs) {
				const meant = localeWords.get(locale)?.find((code) => code === sourceLocale || others.includes(code));
				if (locale !== sourceLocale && !others.includes(locale) && (meant !== undefined || !isLanguage(locale)))
					add(file, place, 'field/value', {
						vi: `Thuật ngữ \`${term.id}\`: \`${locale}:${form}\` ở cột \`${column}\` không bắt đầu bằng mã ngôn ngữ của trang.${meant === undefined ? '' : ` Có phải \`${meant}:${form}\`?`} Các mã: ${[sourceLocale, ...others].join(', ')}.`,
						en: `The term \`${term.id}\`: \`${locale}:${form}\` in the column \`${column}\` does not begin with a language of the site.${meant === undefined ? '' : ` Did you mean \`${meant}:${form}\`?`} Codes: ${[sourceLocale, ...others].join(', ')}.`,
					});
				else if (column === 'forbidden' && term.forms[locale]?.toLowerCase() === form.toLowerCase())
					add(file, place, 'field/value', {
						vi: `Thuật ngữ \`${term.id}\`: “${form}” vừa là cách viết thống nhất ở cột \`${locale}\`, vừa bị cấm ở cột \`forbidden\`. Sửa một trong hai ô.`,
						en: `The term \`${term.id}\`: “${form}” is both the agreed form in the column \`${locale}\` and refused in \`forbidden\`. Correct one of the two cells.`,
					});
			}
	}
}

// ——— look/look.yaml ———

function checkLook(folder: ContentFolder, { look }: Content, add: Add): void {
	const from = folder.registers.get('look');
	const named: [string, string | undefined][] = [
		['mark', look?.mark],
		['icon', look?.icon],
		['motif', look?.motif],
		...Object.entries(look?.doors ?? {}).map(([section, name]): [string, string] => [`doors.${section}`, name]),
	];
	for (const [field, name] of named) {
		const file = name?.replace(/^\.\//, '');
		if (name === undefined || file === undefined || folder.lookFiles.includes(file)) continue;
		const meant =
			folder.lookFiles.find((other) => other.toLowerCase() === file.toLowerCase()) ?? nearest(file, folder.lookFiles);
		add('look/look.yaml', from?.position(field.split('.')), 'picture/missing', {
			vi: `Không có tệp hình \`${name}\` trong look/.${meant === undefined ? '' : ` Có phải \`./${meant}\`?`} Thêm tệp hoặc sửa tên; tên phân biệt chữ hoa và chữ thường.`,
			en: `There is no picture \`${name}\` in look/.${meant === undefined ? '' : ` Did you mean \`./${meant}\`?`} Add the file or correct the name; capital and small letters differ.`,
		});
	}
}
