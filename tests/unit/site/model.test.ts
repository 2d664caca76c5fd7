import { expect, test } from 'vitest';
import type { EntrySource } from '#schema/entry.ts';
import type { Fact } from '#schema/facts.ts';
import { buildSite, phaseState } from '#site/model.ts';
import { content, entry, text } from './site-builder.ts';

const options = { day: '2026-03-01', base: '/' };
const path = 'congress/during/opening-session';

test('a language without its own text shows the next one in its fallback chain', () => {
	const site = buildSite(content([entry(path, { vi: text('Lễ khai mạc'), en: text('Opening session') })]), options);
	expect(site.view(path, 'ko')).toMatchObject({
		path: '/ko/congress/during/opening-session/',
		textLocale: 'en',
		isFallback: true,
	});
	expect(site.view(path, 'vi')).toMatchObject({ textLocale: 'vi', isFallback: false });
});

test('translations never list a fallback', () => {
	const site = buildSite(content([entry(path, { vi: text('A'), ru: text('Б') })]), options);
	expect(site.view(path, 'ko')?.translations).toEqual(['vi', 'ru']);
});

test('where a section hides untranslated entries there is no page, and the switcher leads to the section', () => {
	const site = buildSite(
		content([entry('visit/tower', { vi: text('Tháp') }, { kind: 'guide' })], { untranslated: { visit: 'hide' } }),
		options,
	);
	expect(site.view('visit/tower', 'ko')).toBeUndefined();
	expect(site.list('ko', { section: 'visit' })).toEqual([]);
	const view = site.view('visit/tower', 'vi');
	if (!view) throw new Error('no view');
	expect(site.alternates(view).find(({ locale }) => locale.locale === 'ko')).toMatchObject({
		path: '/ko/visit/',
		isTranslated: false,
	});
});

test('every address carries the base path', () => {
	const site = buildSite(content([entry(path, { vi: text('A') })]), { ...options, base: '/portal/' });
	expect(site.view(path, 'vi')?.path).toBe('/portal/vi/congress/during/opening-session/');
	expect(site.path('ko', 'visit')).toBe('/portal/ko/visit/');
	expect(site.file('ko', 'feed.xml')).toBe('/portal/ko/feed.xml');
	expect(site.url(site.path('vi'))).toBe('https://example.org/portal/vi/');
});

test('drafts, texts of the future and texts that have gone are not published, and the preview shows the first two', () => {
	const entries = [
		entry('about/draft', { vi: text('A') }, { status: 'draft' }),
		entry('about/future', { vi: text('B') }, { publishAt: '2026-03-02' }),
		entry('about/tonight', { vi: text('C') }, { publishAt: '2026-02-28T18:00:00Z' }),
		entry('about/gone', { vi: text('D') }, { expireAt: '2026-03-01' }),
		entry('about/now', { vi: text('E') }),
	];
	const zone = { zone: 'Asia/Ho_Chi_Minh' };
	const ids = (isPreview: boolean) => [
		...new Set(buildSite(content(entries, zone), { ...options, isPreview }).entryViews.map(({ id }) => id)),
	];
	expect(ids(false)).toEqual(['about/now', 'about/tonight']);
	expect(ids(true)).toEqual(['about/draft', 'about/future', 'about/now', 'about/tonight']);
});

test('a machine draft of a translation is not published', () => {
	const site = buildSite(
		content([entry(path, { vi: text('A'), en: text('B', 'x\n', { translation: 'machine-draft' }) })]),
		options,
	);
	expect(site.view(path, 'en')?.textLocale).toBe('vi');
});

test('what is past stays as a page and leaves the lists', () => {
	const site = buildSite(content([entry('about/offer', { vi: text('A') }, { validUntil: '2026-02-28' })]), options);
	expect(site.view('about/offer', 'vi')?.isPast).toBe(true);
	expect(site.list('vi')).toEqual([]);
	expect(site.list('vi', { isPast: true })).toHaveLength(1);
});

test('anchors of a translation are those of the source', () => {
	const site = buildSite(
		content([
			entry(path, { vi: text('A', '## Đi lại\n\nx\n\n## Đi lại\n'), ko: text('B', '## 교통\n\nx\n\n## 다시\n') }),
		]),
		options,
	);
	expect(site.view(path, 'ko')?.parts).toEqual([
		{ id: 'di-lai', title: '교통' },
		{ id: 'di-lai-2', title: '다시' },
	]);
});

test('lists are newest first, and neighbours follow the list', () => {
	const make = (name: string, date: string) => entry(`congress/before/${name}`, { vi: text(name) }, { date });
	const site = buildSite(content([make('b', '2026-01-02'), make('a', '2026-01-01'), make('c', '2026-01-03')]), options);
	expect(site.list('vi').map(({ slug }) => slug)).toEqual(['c', 'b', 'a']);
	const b = site.view('congress/before/b', 'vi');
	if (!b) throw new Error('no view');
	const { previous, next } = site.neighbours(b);
	expect([previous?.slug, next?.slug]).toEqual(['a', 'c']);
});

test('an inner link leads to the page in the reader’s language, whatever language it names', () => {
	const site = buildSite(content([entry(path, { vi: text('A') })]), options);
	expect(site.resolveLink(`/${path}/`, 'ko')).toBe(`/ko/${path}/`);
	expect(site.resolveLink(`/vi/${path}/#x`, 'ko')).toBe(`/ko/${path}/#x`);
	expect(site.resolveLink('/congress/before/', 'ru')).toBe('/ru/congress/before/');
	expect(site.resolveLink('/vi/no-such-page/', 'vi')).toBeUndefined();
	expect(site.resolveLink('/vi/data/facts.csv', 'ko')).toBe('/ko/data/facts.csv');
	expect(site.resolveLink('/congress/feed.xml', 'ru')).toBe('/ru/congress/feed.xml');
	expect(site.resolveLink('/visit/feed.xml', 'ru')).toBeUndefined();
});

test('a site without a congress has no phases and no congress section', () => {
	const site = buildSite(content([entry('about/now', { vi: text('E') })]), options);
	expect(site.sections).toEqual(['about']);
	expect(site.phases).toEqual([]);
});

test('a phase is upcoming, under way or finished by its days, the last day included', () => {
	expect(phaseState('2026-01-19', '2026-01-23', '2026-01-18')).toBe('upcoming');
	expect(phaseState('2026-01-19', '2026-01-23', '2026-01-23')).toBe('underWay');
	expect(phaseState('2026-01-19', '2026-01-23', '2026-01-24')).toBe('finished');
	expect(phaseState('2026-01-24', undefined, '2030-01-01')).toBe('underWay');
});

test('milestones stand in order of their days, and a phase has those of its own days', () => {
	const date = (id: string, value: string): [string, Fact] => [
		id,
		{ id, kind: 'date', value, qualifier: 'exact', sources: [] },
	];
	const site = buildSite(
		{
			...content([entry(path, { vi: text('A') })], {
				congresses: [
					{
						id: 'ward',
						level: 'ward',
						title: { vi: 'Đại hội' },
						phases: { before: { end: '2026-01-18' }, during: { start: '2026-01-19', end: '2026-01-23' } },
						milestones: [
							{ fact: 'closing', title: { vi: 'Bế mạc' } },
							{ fact: 'draft', title: { vi: 'Dự thảo' } },
							{ fact: 'opening', title: { vi: 'Khai mạc' } },
							{ fact: 'not-there', title: { vi: 'x' } },
						],
					},
				],
			}),
			facts: new Map([date('opening', '2026-01-20'), date('closing', '2026-01-23'), date('draft', '2025-10/2025-11')]),
		},
		options,
	);
	const [congress] = site.config.congresses;
	if (!congress) throw new Error('no congress');
	const titles = (phase?: string) => site.milestones(congress, phase).map(({ title }) => title['vi']);
	expect(titles()).toEqual(['Dự thảo', 'Khai mạc', 'Bế mạc']);
	expect(titles('before')).toEqual(['Dự thảo']);
	expect(titles('during')).toEqual(['Khai mạc', 'Bế mạc']);
	expect(titles('after')).toEqual([]);
});

test('words of a register fall back along the reader’s chain and say in which language they are', () => {
	const site = buildSite(content([]), options);
	expect(site.words({ vi: 'Trước', en: 'Before' }, 'ko')).toEqual({ text: 'Before', locale: 'en' });
	expect(site.phaseTitle('during', 'zh')).toBe('Trong');
});

test('facts and documents of a page come in the order of the text', () => {
	const body = 'A <Fact id="b" /> and <Facts ids="c a" />, <Doc id="d" />, <Fact id="b" form="short" />.\n';
	const site = buildSite(content([entry(path, { vi: text('A', body) })]), options);
	expect(site.view(path, 'vi')).toMatchObject({ factIds: ['b', 'c', 'a'], documentIds: ['d'] });
});

test('a notice is told from its announcement until its last day, the next first, and is past afterwards', () => {
	const notice = (slug: string, from: string, until: string) =>
		entry(`living/${slug}`, { vi: text(slug) }, { kind: 'notice', from, until } as Partial<EntrySource>);
	const all = content([
		notice('later', '2026-03-10', '2026-03-12'),
		notice('today', '2026-02-20', '2026-03-01'),
		notice('over', '2026-02-01', '2026-02-28'),
	]);
	const site = buildSite(all, options);
	expect(site.notices('ko').map(({ id }) => id)).toEqual(['living/today', 'living/later']);
	expect(site.list('ko', { section: 'living', isPast: true }).map(({ id }) => id)).toEqual(['living/over']);
});
