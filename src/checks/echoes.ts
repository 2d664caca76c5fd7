import type { ContentFolder } from '#loaders/content-folder.ts';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { Content } from '#schema/content.ts';

const registers = { facts: 'facts.yaml', documents: 'documents.yaml', glossary: 'glossary.csv' } as const;
/** From so many texts on, a register that is not there is told once, at its own place. */
const manyMissing = 3;

/** What cannot be judged without a field of `site.yaml`. */
const restsOn: Readonly<Record<string, (problem: Problem) => boolean>> = {
	phases: ({ code }) => code === 'entry/phase',
	congresses: ({ code }) => code === 'entry/congress',
	contacts: ({ code, say }) =>
		code === 'contacts/unknown' || (code === 'register/unknown' && say.vi.includes('`contacts`')),
	locales: ({ code }) =>
		['entry/locale', 'entry/source-missing', 'link/language', 'field/unknown'].includes(code) ||
		code.startsWith('words/'),
};

/**
 * Takes away what only follows from another problem: whoever mends that one has mended all, and whoever begins with one of the others
 * would change a file that is right.
 *
 * @param lost - Fields of `site.yaml` that could not be read.
 */
export function withoutEchoes(
	problems: readonly Problem[],
	folder: ContentFolder,
	content: Content,
	folderName: string,
	lost: ReadonlySet<string>,
): Problem[] {
	const codesAt = new Map<string, Set<Code>>();
	for (const { file, code } of problems) codesAt.set(file, (codesAt.get(file) ?? new Set()).add(code));
	const has = (file: string, ...codes: readonly Code[]) => codes.some((code) => codesAt.get(file)?.has(code));
	const sourceLocale = content.site.locales[0]?.locale ?? 'vi';
	const right = new Set(content.entries.map(({ path }) => path));
	const faulty = folder.entries.map(({ path }) => path).filter((path) => !right.has(path));
	/** Whether a file of another name was told to be this one. */
	const isMisnamed = (name: string) =>
		problems.some(
			({ code, file, say }) =>
				code === 'place/unknown' &&
				file.split('/').length === 2 &&
				say.vi.includes(`\`${name}\``) &&
				!say.vi.includes('Ở đây chỉ có'),
		);
	/** Registers that are there in some way, and are no file that can be read: told where they lie. */
	const toldRegisters = Object.entries(registers).flatMap(([name, file]) => {
		const told = [...codesAt.keys()].some(
			(path) =>
				(path === `${folderName}/${file}` || path.startsWith(`${folderName}/${file}/`)) &&
				[...(codesAt.get(path) ?? [])].some((code) => code.startsWith('place/') || code.startsWith('file/')),
		);
		return !folder.registers.has(name as keyof typeof registers) && (told || isMisnamed(file)) ? [file] : [];
	});
	const isUnknownIn = ({ code, say }: Problem, name: string, file: string) =>
		code === `${name}/unknown` || (code === 'register/unknown' && say.vi.includes(file));

	const isEcho = (problem: Problem): boolean => {
		const { file, code, say } = problem;
		if (file.endsWith('.mdx') && !code.startsWith('place/') && has(file, 'place/stray', 'place/link')) return true;
		// Fields that a wrong kind asks for, and those of the right one that it does not know.
		if ((code === 'field/missing' || code === 'field/unknown') && has(file, 'entry/kind-section')) return true;
		if (code === 'entry/source-missing')
			return (
				has(file, 'place/empty') ||
				[...codesAt].some(
					([path, codes]) =>
						path.startsWith(`${file}/`) &&
						new RegExp(`^${sourceLocale}\\.(mdx|md|markdown|mdown|txt)(\\.txt)?$`, 'i').test(
							path.slice(file.length + 1),
						) &&
						(codes.has('place/stray') || codes.has('place/link')),
				)
			);
		if (code === 'site/missing')
			return has(file, 'place/link', 'place/stray', 'place/unknown') || isMisnamed('site.yaml');
		if (code === 'link/broken') return faulty.some((path) => new RegExp(`[/\`]${path}[/#\`]`).test(say.vi));
		if (Object.entries(registers).some(([name, at]) => toldRegisters.includes(at) && isUnknownIn(problem, name, at)))
			return true;
		return file !== `${folderName}/site.yaml` && [...lost].some((field) => restsOn[field]?.(problem));
	};
	const kept = problems.filter((problem) => !isEcho(problem));
	return Object.entries(registers).reduce<Problem[]>((rest, [name, file]) => {
		const data = folder.registers.get(name as keyof typeof registers)?.data;
		// A file of comments alone is as good as none.
		const isEmpty = data === null || (Array.isArray(data) && data.length === 0);
		const isThere = (folder.paths.includes(file) && !isEmpty) || toldRegisters.includes(file);
		const unknown = isThere ? [] : rest.filter((problem) => isUnknownIn(problem, name, file));
		const [first] = unknown;
		if (!first || unknown.length < manyMissing) return rest;
		const code = `${name}/unknown` as Code;
		return [
			...rest.filter((problem) => !unknown.includes(problem)),
			{
				file: `${folderName}/${file}`,
				line: 1,
				column: 1,
				code,
				severity: 'error',
				say: {
					vi: `${isEmpty ? `Tệp ${file} không có mục nào` : `Không có tệp ${file}`}, mà ${unknown.length} chỗ dùng mã của tệp ấy (chỗ đầu tiên: ${first.file}:${first.line}). ${isEmpty ? 'Lấy lại các mục từ bản sao trước đó' : `Đặt lại tệp ${file} vào thư mục nội dung`}, hoặc bỏ các mã ấy khỏi bài.`,
					en: `${isEmpty ? `${file} has no record` : `There is no file ${file}`}, and ${unknown.length} places use its ids (the first: ${first.file}:${first.line}). ${isEmpty ? 'Put the records back from an earlier copy' : `Put ${file} back into the content folder`}, or take those ids out of the texts.`,
				},
			},
		];
	}, kept);
}
