import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawChart, drawSheet, pageWidths } from '#drawing/chart/draw.ts';
import type { Chart, ChartItem, ChartKind } from '#drawing/chart/chart.ts';
import { brickStep, wall } from '#drawing/chart/bricks.ts';
import { boxOf, type Drawing, type TextMark } from '#drawing/marks.ts';
import { textWidth, wrapText } from '#drawing/measure.ts';
import { svgFile, svgInPage } from '#drawing/svg.ts';

const kinds: readonly ChartKind[] = ['bar', 'column', 'line', 'share', 'target', 'range'];
const kindsAndTags = kinds.flatMap((kind) => ['vi', 'en', 'ru', 'ko', 'zh-Hans'].map((tag) => [kind, tag] as const));

/** Labels as long as editors write them, and words longer than any line. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
	vi: [
		'tăng trưởng GRDP bình quân mỗi năm của Khánh Hòa (mục tiêu)',
		'nghiêng',
		'việc làm trong Khu kinh tế Vân Phong',
	],
	en: [
		'average annual growth in the five years before the provincial congress',
		'hours',
		'a share of the digital economy',
	],
	ru: [
		'проектов в культуре, образовании и здравоохранении',
		'Нефтегазоперерабатывающе-электроэнергетического',
		'делегатов XIV съезда',
	],
	ko: [
		'카인호아–부온마투옷 고속도로 완공 예정 연도',
		'지역내총생산연평균성장률목표치구간',
		'2025년 첫 다섯 달 동안의 러시아인 방문객 증가율',
	],
	'zh-Hans': [
		'庆和省地区生产总值年均增速（2025年至2030年目标，按不变价格计算）',
		'环境项目',
		'宁顺省到2025年可再生能源装机容量',
	],
};
const units: Readonly<Record<string, string>> = {
	vi: 'nghìn tỷ đồng',
	en: 'quadrillion Vietnamese dong',
	ru: 'миллиардов донгов',
	ko: '조 동',
	'zh-Hans': '万亿越南盾',
};

function chartOf(kind: ChartKind, tag: string, items: readonly ChartItem[]): Chart {
	return {
		kind,
		tag,
		items,
		tick: (value) => `${value} ${units[tag]}`,
		percent: (part) => `${Math.round(part * 100)} %`,
		brick: (value) => `${wordsOf[tag]?.[2]}: ${value} ${units[tag]}`,
	};
}

const itemsOf = (kind: ChartKind, tag: string) =>
	fc
		.array(
			fc.record({
				value: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2_000_000_000 }), fc.constant(0.5)),
				span: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
				label: fc.array(fc.constantFrom(...(wordsOf[tag] ?? [])), { minLength: 1, maxLength: 3 }),
				isLong: fc.boolean(),
				isTimed: fc.constant(false),
			}),
			{ minLength: 2, maxLength: 12 },
		)
		.chain((records) =>
			fc.boolean().map((isTimed): ChartItem[] =>
				records
					.slice(0, kind === 'target' ? records.length - (records.length % 2) : records.length)
					.map(({ value, span, label, isLong }, index) => ({
						value,
						to: span !== undefined && (kind === 'range' || kind === 'target') ? value + span : undefined,
						text: isLong ? `${value} ${units[tag]}` : String(value),
						label: label.join(' '),
						time: isTimed ? { at: index, text: `${2000 + index}` } : undefined,
					})),
			),
		);

const texts = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
/** Boxes of the words as they are measured, without the room to spare. */
const boxes = (drawing: Drawing) =>
	texts(drawing).map((mark: TextMark) => ({ mark, ...boxOf(mark, textWidth(mark.text, mark.size) / 1.06) }));

/** Pairs of words that touch, and words that leave the frame. */
function faults(drawing: Drawing): string[] {
	const all = boxes(drawing);
	const found: string[] = [];
	for (const [index, a] of all.entries()) {
		if (a.left < -0.01 || a.right > drawing.width + 0.01 || a.top < -1.5 || a.bottom > drawing.height + 0.01)
			found.push(`outside: ${a.mark.text} ${JSON.stringify([a.left, a.right, a.top, a.bottom, drawing.height])}`);
		for (const b of all.slice(index + 1))
			if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				found.push(`touch: ${a.mark.text} | ${b.mark.text}`);
	}
	return found;
}

test.each(kindsAndTags)('no words of a chart “%s” in %s touch or are cut, at either width', (kind, tag) => {
	fc.assert(
		fc.property(itemsOf(kind, tag), (items) => {
			for (const width of Object.values(pageWidths))
				expect(faults(drawChart(chartOf(kind, tag, items), width))).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});

test('every figure and label is on the drawing, or in the list that its number leads to', () => {
	const items = (wordsOf['ru'] ?? []).map((label, index) => ({ value: index + 1, text: `${index + 1} км`, label }));
	for (const kind of ['bar', 'column', 'range'] as const)
		for (const width of Object.values(pageWidths)) {
			const words = texts(drawChart(chartOf(kind, 'ru', items), width))
				.map(({ text }) => text)
				.join('');
			for (const { label, text } of items) {
				expect(words.replace(/\s/gu, '')).toContain(label.replace(/\s/gu, '').slice(0, 12));
				expect(words).toContain(text);
			}
		}
});

test('a sheet holds its title, its charts and where they come from, and nothing leaves it', () => {
	const items = [1, 2].map((value) => ({ value, text: String(value), label: 'делегатов XIV съезда' }));
	const chart = chartOf('bar', 'ru', items);
	const notes = [
		'Источники: Người Lao Động, 19 января 2026 г.',
		'https://example.org/a/very/long/address/without/any/space/in/it/at/all/',
	];
	const sheet = drawSheet(
		{
			title: 'Рост провинции',
			tag: 'ru',
			charts: [
				{ title: 'Первая', chart },
				{ title: 'Вторая', chart },
			],
			notes,
		},
		704,
	);
	expect(faults(sheet)).toEqual([]);
	expect(texts(sheet).map(({ text }) => text)).toEqual(expect.arrayContaining(['Рост провинции', 'Первая', 'Вторая']));
});

test('a wall has as many bricks as units, and its length is the value', () => {
	const step = brickStep(10, 20);
	const marks = wall({ x: 0, y: 0, height: 25 }, 10, [0, 20], step);
	expect(step).toBe(1);
	// Two courses of ten, one of which begins and ends with half a brick.
	expect(marks).toHaveLength(10 + 11);
	const rightEdge = Math.max(
		...marks.map((mark) => {
			const [, x = 0, , width = 0] = /M(\S+) (\S+)h(\S+)v/.exec(mark.kind === 'path' ? mark.d : '')?.map(Number) ?? [];
			return x + width;
		}),
	);
	expect(rightEdge).toBeCloseTo(200, 0);
});

test('a brick stands for a round number, never narrower than can be seen', () => {
	fc.assert(
		fc.property(fc.double({ min: 0.001, max: 1e15, noNaN: true }), (largest) => {
			const step = brickStep(260 / largest, largest);
			expect(String(step.toExponential()).replace(/e.*/, '')).toMatch(/^[125]$/);
			expect(step * (260 / largest) * 2).toBeGreaterThanOrEqual(9);
		}),
	);
});

test('lines break where the language allows', () => {
	expect(wrapText('дней работы съезда', 16, 120, 'ru')).toEqual(['дней работы', 'съезда']);
	for (const line of wrapText('年均增速（目标），按不变价格计算。', 16, 80, 'zh-Hans').slice(1))
		expect(line).not.toMatch(/^[，。）]/u);
	expect(wrapText('지역내총생산 성장률', 16, 130, 'ko')).toEqual(['지역내총생산', '성장률']);
});

test('a drawing in a page has classes and no looks of its own; a file has looks and no style sheet', () => {
	const drawing = drawChart(
		chartOf('bar', 'vi', [
			{ value: 2, text: '2 < 3', label: 'a & b' },
			{ value: 3, text: '3', label: 'c' },
		]),
		328,
	);
	const inPage = svgInPage(drawing, 'for-phone');
	expect(inPage).not.toMatch(/style=|<style|fill=/);
	expect(inPage).toContain('2 &lt; 3');
	const inks = { paper: '#fff', ink: '#000', ink2: '#333', line: '#ccc', ground: '#eee', brick: '#a30', span: '#a30' };
	const file = svgFile(drawing, { tag: 'vi', title: 'Một & hai', description: '', inks, fonts: 'sans-serif' });
	expect(file).not.toMatch(/<style|style=|class=/);
	expect(file).toContain('<title>Một &amp; hai</title>');
	expect(file).toContain('xmlns="http://www.w3.org/2000/svg"');
});
