import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';
import { nearest } from './shape.ts';

/** Records that stand twice, and records, entries and contacts that are named and do not exist. */
export function checkRegisters(folder: ContentFolder, content: Content, folderName: string): Problem[] {
	const problems: Problem[] = [];
	const add = (file: string, place: { line: number; column: number } | undefined, code: Code, vi: string, en: string) =>
		problems.push({
			file: `${folderName}/${file}`,
			line: place?.line ?? 1,
			column: place?.column ?? 1,
			code,
			severity: 'error',
			say: { vi, en },
		});

	for (const [name, file] of [
		['facts', 'facts.yaml'],
		['documents', 'documents.yaml'],
		['glossary', 'glossary.csv'],
	] as const) {
		const register = folder.registers.get(name);
		const seen = new Set<string>();
		for (const [index, record] of (Array.isArray(register?.data) ? register.data : []).entries()) {
			const id = String((record as { id?: unknown }).id ?? '');
			if (seen.has(id))
				add(
					file,
					register?.position([index, 'id']),
					'register/duplicate',
					`Mã \`${id}\` đã có ở trên. Đổi mã hoặc xóa một mục.`,
					`The id \`${id}\` stands above already. Change it or delete one of the records.`,
				);
			seen.add(id);
		}
	}

	const unknown = (
		file: string,
		place: { line: number; column: number } | undefined,
		id: string,
		ids: readonly string[],
		where: string,
	) => {
		if (ids.includes(id)) return;
		const meant = nearest(id, ids);
		add(
			file,
			place,
			'register/unknown',
			`Không có \`${id}\` trong ${where}.${meant ? ` Có phải \`${meant}\`?` : ''} Sửa tên, hoặc thêm vào ${where}.`,
			`There is no \`${id}\` in ${where}.${meant ? ` Did you mean \`${meant}\`?` : ''} Correct it, or add it to ${where}.`,
		);
	};
	const facts = [...content.facts.keys()];
	const documents = [...content.documents.keys()];
	const entries = content.entries.map(({ path }) => path);
	const contacts = content.site.contacts.map(({ id }) => id);
	const site = folder.registers.get('site');
	const { home, emergency, footer, corrections } = content.site;
	home.figures.forEach((id, index) =>
		unknown('site.yaml', site?.position(['home', 'figures', index]), id, facts, 'facts.yaml'),
	);
	for (const [section, list] of Object.entries(home.doors))
		list.forEach((id, index) =>
			unknown('site.yaml', site?.position(['home', 'doors', section, index]), id, entries, 'content/'),
		);
	footer.forEach((id, index) => unknown('site.yaml', site?.position(['footer', index]), id, entries, 'content/'));
	if (emergency !== undefined) unknown('site.yaml', site?.position(['emergency']), emergency, entries, 'content/');
	if (corrections !== undefined)
		unknown('site.yaml', site?.position(['corrections']), corrections, entries, 'content/');

	const [sourceLocale = 'vi'] = content.site.locales.map(({ locale }) => locale);
	for (const { path, source } of content.entries) {
		const file = `${path}/${sourceLocale}.mdx`;
		const at = (...field: PropertyKey[]) =>
			folder.entries
				.find((entry) => entry.path === path)
				?.texts.get(sourceLocale)
				?.frontMatter.position(field);
		if ('facts' in source)
			(source.facts ?? []).forEach((id, index) => unknown(file, at('facts', index), id, facts, 'facts.yaml'));
		if ('documents' in source)
			(source.documents ?? []).forEach((id, index) =>
				unknown(file, at('documents', index), id, documents, 'documents.yaml'),
			);
		if ('document' in source) unknown(file, at('document'), source.document, documents, 'documents.yaml');
		if ('contact' in source && source.contact !== undefined)
			unknown(file, at('contact'), source.contact, contacts, 'site.yaml');
		if ('stops' in source)
			(source.stops ?? []).forEach((id, index) => unknown(file, at('stops', index), id, entries, 'content/'));
	}
	const look = folder.registers.get('look');
	const named: [string, string | undefined][] = [
		['mark', content.look?.mark],
		['icon', content.look?.icon],
		['motif', content.look?.motif],
		...Object.entries(content.look?.doors ?? {}).map(([section, name]): [string, string] => [`doors.${section}`, name]),
	];
	for (const [field, name] of named)
		if (name !== undefined && !folder.lookFiles.includes(name.replace(/^\.\//, '')))
			add(
				'look/look.yaml',
				look?.position(field.split('.')),
				'picture/missing',
				`Không có tệp hình \`${name}\` trong look/. Thêm tệp hoặc sửa tên.`,
				`There is no picture \`${name}\` in look/. Add the file or correct the name.`,
			);
	return problems;
}
