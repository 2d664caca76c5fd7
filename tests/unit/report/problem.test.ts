import { expect, test } from 'vitest';
import { printAnnotations, printProblems, type Problem } from '#report/problem.ts';

const problem = (file: string, line: number, severity: Problem['severity'] = 'error'): Problem => ({
	file,
	line,
	column: 3,
	code: 'field/date',
	severity,
	say: { vi: '100% sai: `30/02`, sửa lại.', en: 'Line one\nline two' },
});

test('problems are shown by file and place, and counted in both languages', () => {
	const text = printProblems([
		problem('content/b.mdx', 1),
		problem('content/a.mdx', 9, 'warning'),
		problem('content/a.mdx', 2),
	]);
	expect([...text.matchAll(/^content\S+/gm)].map(String)).toEqual([
		'content/a.mdx:2:3',
		'content/a.mdx:9:3',
		'content/b.mdx:1:3',
	]);
	expect(text).toContain('2 lỗi, 1 cảnh báo trong 2 tệp.');
	expect(text).toContain('2 errors, 1 warning in 2 files.');
});

test('nothing wrong is said in one line', () => {
	expect(printProblems([])).toBe('Không có lỗi nào. / No problem found.');
});

test('an annotation keeps its message on one line, and no sign of it ends a field early', () => {
	expect(printAnnotations([problem('content/a, b: c.mdx', 2, 'warning')], 'sub/')).toBe(
		'::warning file=sub/content/a%2C b%3A c.mdx,line=2,col=3,title=field/date::100%25 sai: `30/02`, sửa lại.%0ALine one%0Aline two',
	);
});
