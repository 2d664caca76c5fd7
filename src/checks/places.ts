import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem, Severity } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { sections, type Section } from '#schema/site.ts';
import { isMediaName } from './media.ts';
import { isPictureName, shown } from './pictures.ts';
import { nearest } from './shape.ts';

type Say = Problem['say'];

/** A file or folder as it lies on the disk. */
interface Item {
	readonly name: string;
	/** From the content folder, with `/`. */
	readonly path: string;
	readonly kind: 'file' | 'folder' | 'link' | 'other';
	/** Of a folder; undefined when it could not be opened, and for folders that are not looked into. */
	readonly items: readonly Item[] | undefined;
}

const registerFiles = ['site.yaml', 'facts.yaml', 'documents.yaml', 'glossary.csv', 'holidays.yaml'];
const lookRegister = 'look.yaml';
/** Deeper than any content: beyond, nothing is listed. */
const maxDepth = 12;
/** Strays told one by one in a folder that does not belong here at all; the message about the folder stands for the rest. */
const maxTold = 20;

/** Files of tools that people keep in a repository on purpose. */
const toolNames = /^\.(git|github|gitlab|vscode|source|gitignore|gitattributes|gitmodules|gitkeep|keep|editorconfig)$/;
/** Written by the system, not by a person. */
const systemNames = /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|__macosx|\$recycle\.bin|\.ds_store|\._.*)$/i;
const secretNames =
	/^(\.env.*|\.npmrc|\.netrc|\.htpasswd|\.htaccess|\.ssh|\.aws|id_(rsa|ed25519|ecdsa)(\..*)?|.*\.(env|pem|p12|pfx|key))$/i;
const readmeNames = /^(readme|license|licence|changelog)([-.].*)?$/i;

/** What people call a section, without marks and in small letters. */
const sectionWords: Readonly<Record<string, Section>> = {
	'dai-hoi': 'congress',
	daihoi: 'congress',
	congresses: 'congress',
	'dau-tu': 'invest',
	dautu: 'invest',
	investment: 'invest',
	investing: 'invest',
	investor: 'invest',
	'du-lich': 'visit',
	dulich: 'visit',
	'tham-quan': 'visit',
	tourism: 'visit',
	travel: 'visit',
	visitor: 'visit',
	'doi-song': 'living',
	'cu-tru': 'living',
	'sinh-song': 'living',
	resident: 'living',
	live: 'living',
	'gioi-thieu': 'about',
	'lien-he': 'about',
	'tin-tuc': 'about',
	contact: 'about',
	news: 'about',
};

const saying = (vi: string, en: string): Say => ({ vi, en });
const deleteIt = saying('Xóa tệp này khỏi thư mục nội dung.', 'Delete it from the content folder.');
/** Kinds of files that never belong here, by ending. */
const strayKinds: readonly { readonly endings: string; readonly say: Say }[] = [
	{
		endings: 'html htm xhtml shtml mht mhtml',
		say: saying(
			'là một trang web; trang tự tạo các trang từ bài viết `.mdx`, không nhận trang làm sẵn. Chép lời văn vào bài `.mdx` rồi xóa tệp này.',
			'is a web page; the site makes its pages from `.mdx` texts and takes no ready-made ones. Copy the words into an `.mdx` text and delete this file.',
		),
	},
	{
		endings:
			'js mjs cjs jsx ts tsx mts css scss less php asp aspx jsp cgi py rb pl sh bash bat cmd ps1 vbs wsf exe msi scr dll com jar apk app dmg deb rpm so wasm astro vue svelte swf sql htaccess',
		say: saying(
			`là mã lệnh hoặc chương trình; thư mục nội dung chỉ chứa bài viết và hình. ${deleteIt.vi}`,
			`is code or a program; the content folder holds texts and pictures only. ${deleteIt.en}`,
		),
	},
	{
		endings: 'zip rar 7z tar gz tgz bz2 xz iso cab',
		say: saying(
			'là tệp nén. Giải nén ở nơi khác, chép bài viết và hình vào đúng chỗ, rồi xóa tệp này.',
			'is an archive. Unpack it elsewhere, copy texts and pictures to their places, and delete this file.',
		),
	},
	{
		endings: 'pdf',
		say: saying(
			'là văn bản PDF; trang dẫn liên kết tới văn bản chứ không chứa tệp. Ghi số hiệu, ngày và liên kết vào documents.yaml, dùng `<Doc id="…" />` trong bài, rồi xóa tệp này.',
			'is a PDF document; the site links to documents and does not hold the files. Put number, date and link into documents.yaml, use `<Doc id="…" />` in the text, and delete this file.',
		),
	},
	{
		endings: 'doc docx docm dot dotx odt rtf pages xls xlsx xlsm ods numbers ppt pptx odp epub wps',
		say: saying(
			'là tệp văn phòng (Word, Excel, PowerPoint), trang không đọc được. Chép lời văn vào bài `.mdx`, rồi xóa tệp này; nếu là văn bản đã ban hành, ghi liên kết vào documents.yaml.',
			'is an office file (Word, Excel, PowerPoint), which the site cannot read. Copy the words into an `.mdx` text and delete this file; if it is an issued document, put its link into documents.yaml.',
		),
	},
	{
		endings: 'mp4 m4v mov avi mkv webm wmv flv mpg mpeg 3gp mp3 m4a wav ogg oga opus aac wma flac',
		say: saying(
			'là phim hoặc bản ghi âm; tệp như vậy nằm cạnh bài dùng nó. Chuyển tệp vào thư mục của bài loại `video` hoặc `audio`.',
			'is a film or a recording; such a file lies beside the text that shows it. Move it into the folder of a text of kind `video` or `audio`.',
		),
	},
	{
		endings: 'bak old orig tmp temp swp swo save backup crdownload part download lnk url webloc',
		say: saying(
			'là bản sao hoặc tệp tạm, không bao giờ được đăng. Xóa tệp này; nếu nó chứa lời văn mới hơn, chép vào tệp chính trước.',
			'is a copy or a temporary file and is never published. Delete it; if its words are newer, copy them into the right file first.',
		),
	},
];
const strayByEnding = new Map(
	strayKinds.flatMap(({ endings, say }) => endings.split(' ').map((ending) => [ending, say])),
);

const endingOf = (name: string) => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
const isText = (name: string) => name.toLowerCase().endsWith('.mdx');
/** A name in the form of our folders: small letters without marks, hyphens for spaces. */
const plain = (name: string) =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.trim()
		.replace(/[\s_]+/g, '-');

async function listItems(root: string, path: string, depth: number): Promise<Item[] | undefined> {
	const found = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined);
	if (!found) return undefined;
	const items = await Promise.all(
		found.map(async (item): Promise<Item> => {
			const { name } = item;
			const here = path === '' ? name : `${path}/${name}`;
			const kind = item.isSymbolicLink() ? 'link' : item.isDirectory() ? 'folder' : item.isFile() ? 'file' : 'other';
			const isOpened = kind === 'folder' && !name.startsWith('.') && !systemNames.test(name) && depth < maxDepth;
			return { name, path: here, kind, items: isOpened ? await listItems(root, here, depth + 1) : undefined };
		}),
	);
	return items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Everything under an item that is not a folder. */
function filesUnder(item: Item): Item[] {
	return item.kind === 'folder' ? (item.items ?? []).flatMap(filesUnder) : [item];
}

/**
 * Files and folders that lie where nothing is looked for, that never belong into a content folder, that are links out of it,
 * or that other computers cannot tell apart.
 *
 * @param folder - Only its `root` is used: hidden files and folders without files are not in `folder.paths`.
 * @param content - For the names of phases and languages; undefined while `site.yaml` is unusable.
 * @param folderName - Name of the content folder, for messages.
 * @returns Problems in no order. Reads names only, follows no link, never throws.
 */
export async function checkPlaces(
	folder: ContentFolder,
	content: Content | undefined,
	folderName: string,
): Promise<Problem[]> {
	const problems: Problem[] = [];
	const add = (path: string, code: Code, vi: string, en: string, severity: Severity = 'error') =>
		problems.push({ file: `${folderName}/${path}`, line: 1, column: 1, code, severity, say: { vi, en } });
	const root = await realpath(folder.root).catch(() => undefined);
	const top = root === undefined ? undefined : await listItems(root, '', 1);
	if (root === undefined || top === undefined) return problems;
	const phases = content?.site.phases.map(({ id }) => id);
	const locales = content?.site.locales.map(({ locale }) => locale) ?? ['vi', 'en', 'ru', 'ko', 'zh'];
	const [sourceLocale = 'vi'] = locales;

	/** Links that were told as such and need no other message. */
	const badLinks = new Set<string>();

	// ---- Files that never belong ----

	/** Tells a file or folder that belongs nowhere, whatever is around it; true when it was told, or is nobody's business. */
	const isStray = (item: Item): boolean => {
		const { name, path } = item;
		const quoted = `\`${shown(name)}\``;
		const stray = (say: Say, severity: Severity = 'error') =>
			add(path, 'place/stray', `${quoted} ${say.vi}`, `${quoted} ${say.en}`, severity);
		if (badLinks.has(path) || toolNames.test(name)) return true;
		if (item.kind === 'other') {
			stray(
				saying(
					'không phải tệp thường, không đọc được. Xóa nó khỏi thư mục nội dung.',
					'is not an ordinary file and cannot be read. Delete it from the content folder.',
				),
			);
			return true;
		}
		if (secretNames.test(name)) {
			stray(
				saying(
					'là tệp cấu hình, có thể chứa mật khẩu; thư mục nội dung là công khai. Xóa tệp này ngay, và nếu có mật khẩu trong đó, hãy đổi mật khẩu.',
					'is a configuration file and may hold passwords; the content folder is public. Delete it at once, and change any password that stands in it.',
				),
			);
			return true;
		}
		// Systems make these by themselves, again and again; they are never published, and no editor can help it.
		if (systemNames.test(name)) return true;
		if (item.kind === 'folder') {
			if (!name.startsWith('.')) return false;
			stray(
				saying(
					'là thư mục ẩn, trang không dùng đến. Xóa nó, hoặc chuyển ra ngoài thư mục nội dung.',
					'is a hidden folder that the site does not use. Delete it, or move it out of the content folder.',
				),
				'warning',
			);
			return true;
		}
		if (name.startsWith('~$') || name.startsWith('.~lock.')) {
			stray(
				saying(
					'là tệp tạm của Word hoặc Excel. Đóng tài liệu đang mở, rồi xóa tệp này.',
					'is a temporary file of Word or Excel. Close the document that is open, then delete this file.',
				),
			);
			return true;
		}
		const ending = endingOf(name);
		const byEnding = name.endsWith('~') ? strayByEnding.get('bak') : strayByEnding.get(ending);
		if (byEnding) {
			stray(byEnding);
			return true;
		}
		if (!name.startsWith('.')) return false;
		stray(
			saying(
				'là tệp ẩn, trang không dùng đến. Xóa nó, hoặc chuyển ra ngoài thư mục nội dung.',
				'is a hidden file that the site does not use. Delete it, or move it out of the content folder.',
			),
			'warning',
		);
		return true;
	};

	const copyForms = locales.map(
		(code) =>
			new RegExp(
				`^(${code}([\\s_(.-]*\\d|[\\s(.]|\\s*[-_]+\\s*(copy|old|new|cũ|cu|mới|moi|bak|backup|draft|nháp|nhap|final|bản|ban|sao))|((a )?copy of|bản sao( của)?|copy[-_ ]+)\\s*${code}\\b)`,
				'iu',
			),
	);
	/** Tells a text saved under a wrong name: `vi.md`, `vi copy.mdx`; true when it was told. */
	const isMisnamedText = ({ name, path }: Item, siblings: readonly Item[]): boolean => {
		const match = /^(.+?)\.(mdx|md|markdown|mdown|txt)(\.txt)?$/i.exec(name);
		if (!match) return false;
		const [, stem = '', ending = ''] = match;
		const isRight = name.endsWith('.mdx');
		if (isRight && locales.includes(stem)) return true;
		const lowStem = stem.toLowerCase();
		const locale = locales.find((code) => code === lowStem);
		if (!isRight && locale) {
			const isTaken = siblings.some((other) => other.name === `${locale}.mdx`);
			add(
				path,
				'place/stray',
				`Tệp \`${shown(name)}\` không được đọc vì bài viết phải có đuôi \`.mdx\` viết thường. ${isTaken ? `Ở đây đã có \`${locale}.mdx\`: chép phần lời mới vào đó rồi xóa tệp này.` : `Đổi tên thành \`${locale}.mdx\`.`}`,
				`The file \`${shown(name)}\` is not read, since a text must end in \`.mdx\` in small letters. ${isTaken ? `There is a \`${locale}.mdx\` here already: copy what is newer into it and delete this file.` : `Rename it to \`${locale}.mdx\`.`}`,
			);
			return true;
		}
		const copied = locales.find((_, index) => copyForms[index]?.test(lowStem.normalize('NFC')));
		if (copied) {
			add(
				path,
				'place/stray',
				`\`${shown(name)}\` có vẻ là bản sao của \`${copied}.mdx\` và không được đăng. Chép phần lời mới vào \`${copied}.mdx\` rồi xóa tệp này; nếu là một bài khác, đặt nó trong thư mục riêng.`,
				`\`${shown(name)}\` looks like a copy of \`${copied}.mdx\` and is not published. Copy what is newer into \`${copied}.mdx\` and delete this file; if it is another text, give it a folder of its own.`,
			);
			return true;
		}
		// Names such as `jp.mdx` are told as unknown languages by another rule.
		return isRight || (ending.toLowerCase() === 'mdx' && suggestText(path, name));
	};
	const suggestText = (path: string, name: string): boolean => {
		add(
			path,
			'place/stray',
			`Tệp \`${shown(name)}\` không được đọc vì đuôi phải là \`.mdx\` viết thường. Đổi tên thành mã ngôn ngữ và đuôi đó, ví dụ \`${sourceLocale}.mdx\`.`,
			`The file \`${shown(name)}\` is not read, since its ending must be \`.mdx\` in small letters. Rename it to a language code with that ending, such as \`${sourceLocale}.mdx\`.`,
		);
		return true;
	};

	// ---- Folders and files in wrong places ----

	/** Tells a whole misplaced folder once, at its first text, and the strays in it by name. */
	const misplaced = (item: Item, vi: string, en: string) => {
		const files = filesUnder(item);
		const counted = problems.length;
		const rest = files.filter((file) => problems.length - counted >= maxTold || !isStray(file));
		const first =
			rest.find(({ name }) => name === `${sourceLocale}.mdx`) ?? rest.find(({ name }) => isText(name)) ?? rest[0];
		if (!first) return;
		add(
			first.path,
			'place/unknown',
			`${vi}${rest.length > 1 ? ` (${rest.length} tệp nằm trong đó.)` : ''}`,
			`${en}${rest.length > 1 ? ` (${rest.length} files lie in it.)` : ''}`,
		);
	};
	const sectionList = sections.join(', ');

	const checkMapChild = (item: Item) => {
		if (item.name === 'coast.json' && item.kind !== 'folder') return;
		if (item.kind === 'folder' || !isStray(item))
			misplaced(
				item,
				`\`${shown(item.name)}\` không được dùng: thư mục \`map\` chỉ chứa \`coast.json\`, đường bờ biển do công cụ cắt ra. Xóa nó đi.`,
				`\`${shown(item.name)}\` is not used: the folder \`map\` holds only \`coast.json\`, the coast lines that a tool has cut out. Delete it.`,
			);
	};

	const checkTop = (item: Item) => {
		const { name, path } = item;
		if (item.kind === 'folder') {
			if (isStray(item)) return;
			const known = sections.find((section) => section === name);
			if (known === 'congress') checkCongress(item);
			else if (known) for (const child of item.items ?? []) checkSectionChild(item, child, known);
			else if (name === 'look') checkLook(item);
			else if (name === 'map') for (const child of item.items ?? []) checkMapChild(child);
			else checkUnknownFolder(item);
			return;
		}
		if (item.kind !== 'other' && (registerFiles.includes(name) || readmeNames.test(name))) return;
		if (isStray(item)) return;
		const meant = [...registerFiles, lookRegister].find(
			(file) => file.replace(/\..*/, '') === plain(name).replace(/\..*/, ''),
		);
		const near = meant ?? nearest(name, registerFiles);
		if (near !== undefined) {
			const right = near === lookRegister ? `look/${lookRegister}` : near;
			add(
				path,
				'place/unknown',
				`Tệp \`${shown(name)}\` không được đọc. Có phải là \`${right}\`? Đổi tên cho đúng, hoặc xóa tệp này.`,
				`The file \`${shown(name)}\` is not read. Is \`${right}\` meant? Rename it, or delete the file.`,
			);
		} else if (isText(name) || isPictureName(name))
			add(
				path,
				'place/unknown',
				`\`${shown(name)}\` nằm ngay trong thư mục nội dung nên không được đăng. Mỗi bài có thư mục riêng trong một mục; chuyển tệp vào đó, ví dụ \`visit/ten-bai/${shown(name)}\`. Các mục: ${sectionList}.`,
				`\`${shown(name)}\` lies in the content folder itself and is not published. Every text has a folder of its own in a section; move the file there, for example \`visit/name-of-text/${shown(name)}\`. Sections: ${sectionList}.`,
			);
		else
			add(
				path,
				'place/unknown',
				`Trang không dùng tệp \`${shown(name)}\` ở đây. Chuyển nó ra ngoài thư mục nội dung hoặc xóa đi. Ở đây chỉ có: ${registerFiles.join(', ')}, thư mục look và các mục ${sectionList}.`,
				`The site does not use a file \`${shown(name)}\` here. Move it out of the content folder or delete it. Only these belong here: ${registerFiles.join(', ')}, the folder look and the sections ${sectionList}.`,
			);
	};

	const checkUnknownFolder = (item: Item) => {
		const { name } = item;
		const folded = plain(name);
		const names = [...sections, 'look'];
		const exact = names.find((known) => known === folded);
		const meant = exact ?? sectionWords[folded] ?? nearest(folded, names);
		if (registerFiles.includes(name)) {
			add(
				item.path,
				'place/unknown',
				`\`${shown(name)}\` phải là một tệp, ở đây lại là thư mục. Chuyển tệp trong đó ra ngoài, đặt tên \`${shown(name)}\`, rồi xóa thư mục.`,
				`\`${shown(name)}\` must be a file, but here it is a folder. Move the file out of it, name it \`${shown(name)}\`, and delete the folder.`,
			);
			return;
		}
		const isThere = meant !== undefined && top.some((other) => other.name === meant && other.kind === 'folder');
		const pictures = filesUnder(item);
		if (meant !== undefined)
			misplaced(
				item,
				exact
					? `Thư mục \`${shown(name)}\` phải viết đúng là \`${meant}\`: chữ thường, không dấu, không có dấu cách. ${isThere ? `Chuyển các bài trong đó sang \`${meant}\`.` : `Đổi tên thư mục thành \`${meant}\`.`}`
					: `Không có mục \`${shown(name)}\`. Có phải \`${meant}\`? ${isThere ? `Chuyển các bài trong đó sang \`${meant}\`` : 'Đổi tên thư mục'}, hoặc chọn một trong các mục: ${sectionList}.`,
				exact
					? `The folder \`${shown(name)}\` must be written \`${meant}\`: small letters, no marks, no spaces. ${isThere ? `Move its texts into \`${meant}\`.` : `Rename the folder to \`${meant}\`.`}`
					: `There is no section \`${shown(name)}\`. Is \`${meant}\` meant? ${isThere ? `Move its texts into \`${meant}\`` : 'Rename the folder'}, or choose one of the sections: ${sectionList}.`,
			);
		else if (pictures.length > 0 && pictures.every((file) => isPictureName(file.name)))
			misplaced(
				item,
				`Hình trong thư mục \`${shown(name)}\` không được đăng: hình nằm cạnh bài dùng nó, ví dụ \`visit/ten-bai/cover.jpg\`. Chuyển từng hình vào thư mục của bài.`,
				`Pictures in the folder \`${shown(name)}\` are not published: a picture lies beside the text that shows it, as \`visit/name-of-text/cover.jpg\`. Move each into the folder of its text.`,
			);
		else
			misplaced(
				item,
				`Không có mục \`${shown(name)}\`, nên không gì trong đó được đăng. Chuyển các bài vào một trong các mục: ${sectionList}; hoặc chuyển thư mục ra ngoài thư mục nội dung.`,
				`There is no section \`${shown(name)}\`, so nothing in it is published. Move its texts into one of the sections: ${sectionList}; or move the folder out of the content folder.`,
			);
	};

	/** A file or folder right under a section, or under a phase. */
	const checkSectionChild = (parent: Item, item: Item, where: string) => {
		if (isStray(item)) return;
		if (item.kind === 'folder') checkEntry(item);
		else if (!readmeNames.test(item.name))
			add(
				item.path,
				'place/unknown',
				`\`${shown(item.name)}\` nằm ngay trong \`${shown(parent.path)}\` nên không được đăng: mỗi bài có thư mục riêng. Tạo thư mục và chuyển tệp vào, ví dụ \`${shown(where)}/ten-bai/${shown(item.name)}\`.`,
				`\`${shown(item.name)}\` lies in \`${shown(parent.path)}\` itself and is not published: every text has a folder of its own. Make one and move the file there, for example \`${shown(where)}/name-of-text/${shown(item.name)}\`.`,
			);
	};

	const checkCongress = (section: Item) => {
		for (const item of section.items ?? []) {
			const { name, path } = item;
			const isPhase = phases?.includes(name);
			const samplePhase = phases?.[0] ?? '…';
			const list = phases && phases.length > 0 ? phases.join(', ') : undefined;
			if (item.kind !== 'folder') {
				checkSectionChild(section, item, `congress/${samplePhase}`);
				continue;
			}
			if (isStray(item)) continue;
			const children = item.items ?? [];
			const holdsText = children.some((child) => child.kind !== 'folder' && isText(child.name));
			if (!isPhase && holdsText) {
				// Its folder of pictures, if any, moves with it and needs no message of its own.
				misplaced(
					item,
					`Bài đại hội \`${shown(name)}\` chưa nằm trong giai đoạn nào. Chuyển thư mục vào một giai đoạn, ví dụ \`congress/${samplePhase}/${shown(name)}\`.${list ? ` Các giai đoạn trong site.yaml: ${list}.` : ''}`,
					`The congress text \`${shown(name)}\` lies in no phase. Move its folder into one, for example \`congress/${samplePhase}/${shown(name)}\`.${list ? ` Phases in site.yaml: ${list}.` : ''}`,
				);
				continue;
			}
			for (const child of children) checkSectionChild(item, child, path);
		}
	};

	const checkEntry = (entry: Item) => {
		if (!entry.items) return;
		let hasText = false;
		for (const item of entry.items) {
			const { name, path } = item;
			if (item.kind === 'folder') {
				if (isStray(item)) continue;
				const parent = entry.path.slice(0, entry.path.lastIndexOf('/'));
				const files = filesUnder(item);
				if (files.some((file) => isText(file.name))) {
					hasText = true;
					misplaced(
						item,
						`Thư mục \`${shown(name)}\` nằm sâu quá một lớp, nên bài trong đó không được đăng. Chuyển thư mục thành \`${shown(parent)}/${shown(name)}\`.`,
						`The folder \`${shown(name)}\` lies one level too deep, so the text in it is not published. Move it to \`${shown(parent)}/${shown(name)}\`.`,
					);
				} else
					misplaced(
						item,
						`Tệp trong thư mục con \`${shown(name)}\` không được đọc: hình nằm ngay cạnh bài. Chuyển các tệp ra \`${shown(entry.path)}\` rồi xóa thư mục con.`,
						`Files in the subfolder \`${shown(name)}\` are not read: pictures lie right beside the text. Move them to \`${shown(entry.path)}\` and delete the subfolder.`,
					);
				continue;
			}
			hasText ||= isText(name);
			// Films, recordings and captions have a check of their own.
			if (item.kind === 'file' && isMediaName(name) && !systemNames.test(name) && !name.startsWith('.')) continue;
			if (isStray(item)) {
				hasText ||= /\.mdx\b/i.test(name);
				continue;
			}
			if (isMisnamedText(item, entry.items)) {
				hasText = true;
				continue;
			}
			if (isPictureName(name)) checkPictureName(item);
			// Tables for charts; the check of charts tells those that no text uses.
			else if (!readmeNames.test(name) && !name.endsWith('.csv'))
				add(
					path,
					'place/stray',
					`Trang không dùng tệp \`${shown(name)}\`: cạnh bài chỉ có bài viết (\`.mdx\`), hình, phim, âm thanh, phụ đề và bảng số (\`.csv\`). Chuyển tệp ra ngoài thư mục nội dung hoặc xóa đi.`,
					`The site does not use the file \`${shown(name)}\`: beside a text lie only texts (\`.mdx\`), pictures, films, recordings, captions and tables (\`.csv\`). Move it out of the content folder or delete it.`,
					'warning',
				);
		}
		if (!hasText)
			add(
				entry.path,
				'place/empty',
				`Thư mục \`${shown(entry.name)}\` không có bài viết nào. Thêm \`${sourceLocale}.mdx\` (bản tiếng Việt), hoặc xóa thư mục.`,
				`The folder \`${shown(entry.name)}\` holds no text. Add \`${sourceLocale}.mdx\` (the Vietnamese text), or delete the folder.`,
			);
	};

	const checkLook = (look: Item) => {
		for (const item of look.items ?? []) {
			const { name, path } = item;
			if (isStray(item)) continue;
			if (item.kind === 'folder') checkLook(item);
			else if (isPictureName(name)) checkPictureName(item);
			else if (path !== `look/${lookRegister}` && !readmeNames.test(name)) {
				const isMeant = plain(name).startsWith('look.') || nearest(name, [lookRegister]) !== undefined;
				add(
					path,
					'place/unknown',
					`Tệp \`${shown(name)}\` không được đọc: thư mục look chỉ có ${lookRegister} và các hình. ${isMeant ? `Đổi tên thành \`${lookRegister}\`, hoặc xóa tệp này.` : 'Xóa tệp này, hoặc chuyển ra ngoài thư mục nội dung.'}`,
					`The file \`${shown(name)}\` is not read: the folder look holds ${lookRegister} and pictures only. ${isMeant ? `Rename it to \`${lookRegister}\`, or delete the file.` : 'Delete it, or move it out of the content folder.'}`,
				);
			}
		}
	};

	const checkPictureName = ({ name, path }: Item) => {
		const signs = [...new Set(name.match(/[\s#?%\\\p{Cc}]/gu) ?? [])];
		if (signs.length === 0) return;
		const right = plain(name)
			.replace(/[^a-z0-9.-]+/g, '-')
			.replace(/-+(?=[.-])|^-+/g, '')
			.replace(/^\./, 'picture.');
		const seen = signs.map((sign) => (sign === ' ' ? 'dấu cách' : `\`${shown(sign)}\``)).join(', ');
		const seenEn = signs.map((sign) => (sign === ' ' ? 'a space' : `\`${shown(sign)}\``)).join(', ');
		add(
			path,
			'place/name',
			`Tên hình \`${shown(name)}\` có ${seen}, làm hỏng địa chỉ của hình trong bài. Đổi tên thành \`${shown(right)}\` và sửa tên đó trong bài.`,
			`The name of the picture \`${shown(name)}\` has ${seenEn}, which breaks its address in a text. Rename it to \`${shown(right)}\` and correct the name in the text.`,
			'warning',
		);
	};

	// ---- Links, and names that other computers cannot tell apart ----

	const checkLink = async ({ name, path }: Item) => {
		const quoted = `\`${shown(name)}\``;
		const target = await realpath(join(root, path)).catch(() => undefined);
		const typed = shown(await readlink(join(root, path)).catch(() => ''));
		const mend = saying('Xóa lối tắt này và chép tệp thật vào đây.', 'Delete the link and copy the real file here.');
		const told = (vi: string, en: string) => {
			badLinks.add(path);
			add(path, 'place/link', vi, en);
		};
		if (target === undefined)
			told(
				`${quoted} là lối tắt tới \`${typed}\`, nơi không có gì. ${mend.vi}`,
				`${quoted} is a link to \`${typed}\`, where there is nothing. ${mend.en}`,
			);
		else if (target !== root && !target.startsWith(root + sep))
			told(
				`${quoted} là lối tắt ra ngoài thư mục nội dung (\`${typed}\`), nên không được theo. ${mend.vi}`,
				`${quoted} is a link that leaves the content folder (\`${typed}\`) and is not followed. ${mend.en}`,
			);
		else if (
			await stat(target).then(
				(found) => !found.isFile(),
				() => true,
			)
		)
			told(
				`${quoted} là lối tắt tới một thư mục (\`${typed}\`), nên các tệp trong đó không được đọc ở đây. Xóa lối tắt này và chép thư mục thật vào đây.`,
				`${quoted} is a link to a folder (\`${typed}\`), so the files in it are not read here. Delete the link and copy the real folder here.`,
			);
	};
	const links: Item[] = [];
	const visit = (items: readonly Item[]) => {
		const seen = new Map<string, Item>();
		for (const item of items) {
			if (item.kind === 'link') links.push(item);
			const key = item.name.normalize('NFC').toLowerCase();
			const other = seen.get(key);
			// A section in capital letters is told as such.
			const isSection = items === top && (key === 'look' || sections.some((section) => section === key));
			if (other && !isSection) {
				const isSameLetters = other.name.normalize('NFC') === item.name.normalize('NFC');
				add(
					item.path,
					'place/duplicate',
					isSameLetters
						? `Ở đây có hai tệp hoặc thư mục cùng tên \`${shown(item.name)}\`, chỉ khác cách máy ghi dấu tiếng Việt; trên máy khác chúng đè lên nhau. Đổi tên hoặc xóa một trong hai.`
						: `\`${shown(item.name)}\` và \`${shown(other.name)}\` chỉ khác nhau ở chữ hoa, chữ thường; trên Windows và Mac chúng đè lên nhau. Đổi tên hoặc xóa một trong hai.`,
					isSameLetters
						? `Two files or folders here have the same name \`${shown(item.name)}\` and differ only in how the computer stores its marks; on another computer one replaces the other. Rename or delete one of them.`
						: `\`${shown(item.name)}\` and \`${shown(other.name)}\` differ only in capital letters; on Windows and Mac one replaces the other. Rename or delete one of them.`,
				);
			} else seen.set(key, item);
			visit(item.items ?? []);
		}
	};

	visit(top);
	await Promise.all(links.map(checkLink));
	for (const item of top) checkTop(item);
	return problems;
}
