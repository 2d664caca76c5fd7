import { expect, test } from 'vitest';
import { addressOf, choiceIn, isWanted, type Row } from '#components/invest/filter.ts';

const project: Row = { kind: 'project', sectors: ['energy', 'bay-zone'], stage: 'calling' };
const offered = (name: string) =>
	({ kind: ['', 'project', 'sector'], sector: ['', 'energy'], stage: ['', 'calling'] })[name] ?? [];

test('without a choice every page is shown', () => {
	expect(isWanted(project, {})).toBe(true);
	expect(isWanted({ kind: 'procedure', sectors: [''], stage: undefined }, {})).toBe(true);
});

test('a page must fit every choice that the reader makes', () => {
	expect(isWanted(project, { kind: 'project', sector: 'bay-zone', stage: 'calling' })).toBe(true);
	expect(isWanted(project, { kind: 'project', sector: 'tourism' })).toBe(false);
	expect(isWanted(project, { stage: 'building' })).toBe(false);
	expect(isWanted({ kind: 'sector', sectors: ['energy'], stage: undefined }, { stage: 'calling' })).toBe(false);
});

test('an address gives back the choice that it was made from, and nothing that the page does not offer', () => {
	const address = addressOf('https://example.org/ru/invest/?from=letter#compare', {
		stage: 'calling',
		kind: 'project',
	});
	expect(address).toBe('https://example.org/ru/invest/?from=letter&kind=project&stage=calling#compare');
	expect(choiceIn(new URL(address).search, offered)).toEqual({ kind: 'project', stage: 'calling' });
	expect(choiceIn('?kind=castle&sector=energy&stage=', offered)).toEqual({ sector: 'energy' });
});

test('a choice that is taken back leaves the address as it was', () => {
	const plain = 'https://example.org/ru/invest/';
	expect(addressOf(addressOf(plain, { kind: 'project' }), {})).toBe(plain);
});
