import { expect, test } from 'vitest';
import { changeFrontMatter } from '#tracking/front-matter.ts';

test.each(['---', '--- ', '---\t'])('a changed title leaves every other field, after a first line %j', (first) => {
	const head = `${first}\n# Lời giải thích\ntitle: Cũ\nkind: page\n---\n`;
	expect(changeFrontMatter(head, new Map([['title', 'Mới']])).trimEnd()).toMatch(
		/^---[ \t]*\n# Lời giải thích\ntitle: Mới\nkind: page\n---$/,
	);
});
