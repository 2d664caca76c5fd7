import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords, countWords, wordDifference, type Run } from '#tracking/difference.ts';

const print = (runs: readonly Run[]) =>
	runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
const between = (before: string, after: string, tag = 'vi') => print(wordDifference(before, after, tag));

test.each([
	['vi', 'Đi thuyền.', 'Đi tàu cao tốc.', 'Đi [-thuyền-]{+tàu cao tốc+}.'],
	['vi', '## Đi lại', '## Đường đi lại', '## [-Đi-]{+Đường đi+} lại'],
	['vi', 'một hai ba bốn', 'một năm sáu bốn', 'một [-hai ba-]{+năm sáu+} bốn'],
	['zh', '芽庄是越南的海滨城市。', '芽庄是越南中部的海滨城市。', '芽庄是越南{+中部+}的海滨城市。'],
	['ko', '탑에서 열리는 축제입니다.', '탑에서 열리는 큰 축제입니다.', '탑에서 열리는 {+큰 +}축제입니다.'],
	['ru', 'Башни открыты.', 'Башни закрыты.', 'Башни [-открыты-]{+закрыты+}.'],
])('a translator into any language sees the words that differ (%s)', (tag, before, after, shown) => {
	expect(between(before, after, tag)).toBe(shown);
});

test('a component or an address differs as a whole', () => {
	expect(
		between('Có <Fact id="a" form="short" /> ở [đây](/x/).', 'Có <Fact id="b" form="short" /> ở [đây](/y/).'),
	).toBe('Có [-<Fact id="a" form="short" />-]{+<Fact id="b" form="short" />+} ở [đây[-](/x/)-]{+](/y/)+}.');
});

test('words to look at are counted once where they were replaced, and every place counts', () => {
	const count = (before: string, after: string) => changedWords(wordDifference(before, after, 'vi'), 'vi');
	expect(count('Đi thuyền.', 'Đi tàu cao tốc.')).toBe(3);
	expect(count('một hai ba', 'một')).toBe(2);
	expect(count('', 'một hai')).toBe(2);
	expect(count('Xong.', 'Xong!')).toBe(1);
	expect(count('Xong.', 'Xong.')).toBe(0);
	expect(countWords('## Có <Fact id="a" /> người ở [đảo](/visit/dao/).', 'vi')).toBe(5);
});

test('from the runs both texts can be put together again', () => {
	const text = fc
		.array(
			fc.oneof(
				fc.constantFrom('Đi', ' ', 'tàu', '.', '\n\n', '<Fact id="a" />', '축제', '海滨'),
				fc.string({ unit: 'grapheme' }),
			),
		)
		.map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(text, text, fc.constantFrom('vi', 'zh-Hans', 'ko'), (before, after, tag) => {
			const runs = wordDifference(before, after, tag);
			const without = (kind: Run['kind']) =>
				runs
					.filter((run) => run.kind !== kind)
					.map((run) => run.text)
					.join('');
			expect(without('added')).toBe(before);
			expect(without('removed')).toBe(after);
			expect(runs.every((run, index) => run.text !== '' && run.kind !== runs[index + 1]?.kind)).toBe(true);
			expect(changedWords(runs, tag) === 0).toBe(before === after);
		}),
	);
});

test('two long texts that have nothing in common do not keep the editor waiting', () => {
	const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
	expect(wordDifference(many('a'), many('b'), 'vi').map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
