import { expect, test } from 'vitest';
import { checkInvestors } from '#checks/investors.ts';
import { checkRegisters } from '#checks/registers.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf, page } from './folder-of.ts';

const documents = '- id: nq-1\n  type: resolution\n  issuer: { vi: A }\n  title: { vi: B }\n';
function check(files: Readonly<Record<string, string>>) {
	const folder = folderOf({ 'documents.yaml': documents, ...files });
	const { content, issues } = shapeContent(folder);
	expect(issues.filter(({ file }) => file !== 'site.yaml').map(({ field }) => field)).toEqual([]);
	if (!content) throw new Error('no content');
	return [...checkInvestors(folder, content, 'content'), ...checkRegisters(folder, content, 'content')].map(
		({ file, line, code, say }) => `${file.replace('content/', '')}:${line} ${code} ${say.vi}`,
	);
}
const port = (fields: Readonly<Record<string, string>>) =>
	page({ kind: 'sector', land: '[towers]', incentives: '[{ document: nq-1, facts: [steps] }]', ...fields });
const translated = (fields: string, body = 'Words.') =>
	`---\ntitle: Port\ndescription: A sentence.\n${fields}translation: human\n---\n\n${body}\n`;
const step = (law: string) => `<Step title="a" who="b"${law}>\n\nc\n\n</Step>`;
const steps = (...laws: string[]) => `<Steps>\n\n${laws.map(step).join('\n\n')}\n\n</Steps>`;
const project = (sectors: string) =>
	page({
		kind: 'project',
		stage: 'calling',
		scale: 'x',
		site: 'x',
		contact: 'desk',
		validUntil: '2027-01-01',
		sectors,
	});

test('an incentive told in every language is passed without a word', () => {
	expect(
		check({
			'invest/port/vi.mdx': port({ incentiveWords: '[Giảm thuế.]' }),
			'invest/port/en.mdx': translated('incentiveWords: [Lower tax.]\n'),
		}),
	).toEqual([]);
});

test('a language with more or fewer sentences than incentives is told', () => {
	expect(
		check({
			'invest/port/vi.mdx': port({ incentiveWords: '[Giảm thuế.]' }),
			'invest/port/en.mdx': translated('incentiveWords: [Lower tax., Free land.]\n'),
		}),
	).toEqual([
		'invest/port/en.mdx:4 incentives/words `incentiveWords` có 2 câu, `incentives` của vi.mdx có 1 ưu đãi. Viết đúng một câu cho mỗi ưu đãi, theo cùng thứ tự; ưu đãi không có văn bản quy định thì không kể.',
	]);
	expect(check({ 'invest/port/vi.mdx': port({}) })[0]).toContain('invest/port/vi.mdx:2 incentives/words');
});

test('facts and documents of the groups must be there', () => {
	expect(
		check({
			'invest/port/vi.mdx': port({
				land: '[tower]',
				workforce: '[people]',
				incentives: '[{ document: nq-2, facts: [step] }]',
				incentiveWords: '[Giảm thuế.]',
			}),
		}).map((said) => /register\/unknown Không có `([^`]+)`/.exec(said)?.[1]),
	).toEqual(['tower', 'people', 'nq-2', 'step']);
});

test('a project belongs to sectors and zones, not to other pages', () => {
	const sector = page({ kind: 'sector', title: 'Năng lượng' });
	const about = page({ title: 'Trang' });
	expect(check({ 'invest/energy/vi.mdx': sector, 'invest/dam/vi.mdx': project('[invest/energy]') })).toEqual([]);
	expect(
		check({
			'invest/energy/vi.mdx': sector,
			'about/us/vi.mdx': about,
			'invest/dam/vi.mdx': project('[invest/energy, about/us]'),
		}),
	).toEqual([
		'invest/dam/vi.mdx:14 project/sector `about/us` là bài loại `page`, không phải lĩnh vực hay khu đầu tư. Ghi đường dẫn của một bài loại `sector` hoặc `zone` (`invest/energy`), hoặc xóa dòng này.',
	]);
	expect(check({ 'invest/dam/vi.mdx': project('[invest/nowhere]') })[0]).toContain('register/unknown');
});

test('a translation has the steps of its source, resting on the same laws', () => {
	const guide = (body: string) => page({ kind: 'guide' }, body);
	const both = (source: string, own: string) =>
		check({ 'living/a/vi.mdx': guide(source), 'living/a/en.mdx': translated('', own) });
	const law = ' law="nq-1"';
	expect(both(steps(law, ''), steps(law, ''))).toEqual([]);
	expect(both('Lời.', 'Words.')).toEqual([]);
	expect(both(steps(law, ''), steps(law))[0]).toContain('translation/steps Bản dịch có 1 bước `<Step>`');
	expect(both(steps(law, ''), steps('', ''))[0]).toContain('với căn cứ –; bản gốc có 2 bước với căn cứ `nq-1`');
});
