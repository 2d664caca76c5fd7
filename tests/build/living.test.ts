import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, freshFolder, type Built } from './project.ts';

const locales = ['vi', 'en', 'ru', 'ko', 'zh'];
let site: Built;
let later: Built;
beforeAll(async () => {
	site = await build('content', { BUILD_DATE: '2026-11-21' });
	// Somebody moves a holiday in one place, and builds when the notice is over.
	const folder = join(await freshFolder(), 'content');
	await cp('content', folder, { recursive: true });
	const register = join(folder, 'holidays.yaml');
	await writeFile(
		register,
		(await readFile(register, 'utf8')).replace('days: [2027-02-06]', 'days: [2027-02-05/2027-02-09]'),
	);
	later = await build(folder, { BUILD_DATE: '2027-02-01' });
});

const events = (ics: string) =>
	new ICAL.Component(ICAL.parse(ics) as unknown[]).getAllSubcomponents('vevent').map((item) => new ICAL.Event(item));
const holiday = (all: readonly ICAL.Event[], id: string) =>
	all.find(({ uid }) => uid.startsWith(`holiday.${id}.2027@`));
/** The words of a page, without markup. */
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('public holidays', () => {
	test('stand in the calendar of every language, each in its own words', async () => {
		const names = await Promise.all(
			locales.map(async (locale) => holiday(events(await site.read(`${locale}/calendar.ics`)), 'new-year')?.summary),
		);
		expect(names).toEqual(['Tết Dương lịch', 'New Year’s Day', 'Новый год', '새해 첫날', '元旦']);
	});

	test('changed once, change the page, the cards of offices and the calendar in every language', async () => {
		expect(later.said).toMatchObject({ code: 0 });
		for (const [locale, before, after] of [
			['vi', '6/2/2027', '5–9/2/2027'],
			['en', '6 February 2027', '5–9 February 2027'],
			['ru', '6 февраля 2027', '5–9 февраля 2027'],
			['ko', '2027년 2월 6일', '2027년 2월 5일~9일'],
			['zh', '2027年2月6日', '2027年2月5日至9日'],
		] as const)
			for (const page of ['living', 'living/work-permit', 'living/offices-and-holidays']) {
				const [was, is] = await Promise.all(
					[site, later].map(async (built) =>
						plain(await built.read(`${locale}/${page}/index.html`)).replaceAll('\u00a0', ' '),
					),
				);
				expect(was, `${locale} ${page}`).toContain(before);
				expect(is, `${locale} ${page}`).toContain(after);
			}
		const tet = holiday(events(await later.read('ru/calendar.ics')), 'tet');
		expect([tet?.startDate.toString(), tet?.endDate.toString()]).toEqual(['2027-02-05', '2027-02-10']);
	});

	test('are told by their dates: no page says “today” or “open now”', async () => {
		for (const locale of locales)
			expect(plain(await site.read(`${locale}/living/index.html`))).not.toMatch(
				/hôm nay|đang mở|\btoday\b|open now|сегодня|открыто сейчас|오늘|지금 운영|今天|正在营业/iu,
			);
	});
});

describe('a notice', () => {
	const id = 'living/counter-moved-notice';
	test('that is announced is on the home page, in its section, the feeds and the calendar, with its days', async () => {
		for (const locale of locales) {
			expect(await site.read(`${locale}/index.html`)).toContain(`href="/${locale}/${id}/"`);
			expect(await site.read(`${locale}/living/index.html`)).toContain(`href="/${locale}/${id}/"`);
			for (const feed of ['feed.xml', 'feed.json', 'living/feed.xml'])
				expect(await site.read(`${locale}/${feed}`)).toContain(`/${locale}/${id}/`);
			expect(await site.read(`${locale}/calendar.ics`)).toContain('UID:living.counter-moved-notice@');
		}
		expect(plain(await site.read('en/index.html'))).toContain('23 November 2026 – 31 January 2027');
	});

	test('that is over stays as a page that says so, is among the past ones, and nowhere else', async () => {
		for (const locale of locales) {
			for (const file of ['index.html', 'feed.xml', 'feed.json', 'living/feed.xml'])
				expect(await later.read(`${locale}/${file}`), file).not.toContain(id);
			expect(await later.read(`${locale}/calendar.ics`)).not.toContain('counter-moved-notice');
			expect(await later.read(`${locale}/living/index.html`)).toMatch(new RegExp(`id="past".*${id}`, 's'));
		}
		expect(plain(await later.read(`en/${id}/index.html`))).toContain('31 January 2027');
	});
});

test('an event, a festival with days and a notice have a calendar file of their own beside the page, in every language', async () => {
	for (const locale of locales)
		for (const id of [
			'visit/tet-in-nha-trang',
			'congress/during/provincial-congress-opening',
			'living/counter-moved-notice',
		]) {
			const page = await site.read(`${locale}/${id}/index.html`);
			expect(page).toContain(`href="/${locale}/${id}/event.ics"`);
			const [event, ...more] = events(await site.read(`${locale}/${id}/event.ics`));
			expect(more).toEqual([]);
			expect(page).toContain(event?.summary.replaceAll('&', '&amp;'));
			expect(event?.uid).toBe(`${id.replaceAll('/', '.')}@nhatrang.example.org`);
		}
	// A festival whose day is not known has none.
	expect(await site.read('ko/visit/kate-festival/index.html')).not.toContain('event.ics');
});

test('notes by country are all on the page of every language, the reader’s own first', async () => {
	for (const [locale, first] of [
		['ko', 'korea'],
		['ru', 'russia'],
		['zh', 'china'],
		['en', 'korea'],
	] as const) {
		const page = await site.read(`${locale}/visit/before-you-come/index.html`);
		const order = [...page.matchAll(/id="market-(\w+)"/g)].map(([, id]) => id);
		expect(order.toSorted()).toEqual(['china', 'korea', 'others', 'russia']);
		expect(order[0]).toBe(first);
	}
	expect(await site.read('ru/visit/before-you-come/index.html')).toMatch(/market-korea-name">\s*Республика Корея/);
});

test('the seasons are a table that can be heard: twelve months, each dry or rainy, and the same in a sentence', async () => {
	const page = await site.read('ko/visit/before-you-come/index.html');
	const strip = /<figure class="seasons">(.*?)<\/figure>/s.exec(page)?.[1] ?? '';
	expect(strip.match(/<td class="dry">/g)).toHaveLength(8);
	expect(strip.match(/<td class="rainy">/g)).toHaveLength(4);
	expect(strip.match(/<th scope="col">/g)).toHaveLength(12);
	expect(plain(strip)).toContain('건기: 1월~8월 우기: 9월~12월');
	expect(strip).toMatch(/href="#source-\d+"/);
});

test('an itinerary tells day, means and distance, and that a straight line is one', async () => {
	const route = /<section class="route".*?<\/section>/s.exec(
		await site.read('ru/visit/two-days-to-phan-rang/index.html'),
	)?.[0];
	expect(plain(route ?? '').trim()).toMatch(
		/День 1 Башни Понагар На такси, около 6,5\s?км по прямой .* День 2 На автомобиле/,
	);
	// No Russian page of the third stop: it is named as it is, and leads to the page that there is.
	expect(route).toMatch(/<a href="\/vi\/visit\/bau-truc-pottery\/" lang="vi" hreflang="vi">/);
});
