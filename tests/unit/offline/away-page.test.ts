import { expect, test } from 'vitest';
import { awayPage, wordsForPath, type AwayWords } from '#offline/away-page.ts';

const wordsOf = (locale: string, more: Partial<AwayWords> = {}): AwayWords => ({
	locale,
	tag: locale,
	formats: locale,
	script: 'Latn',
	site: 'Ward & bay',
	title: `away ${locale}`,
	text: 'not here',
	retry: 'again',
	savedPages: 'saved',
	savedOn: 'on {{date}}, {{time}}',
	emergency: 'emergency',
	emergencyPath: `/p/${locale}/help/`,
	inEmergency: 'numbers',
	numbers: [{ dial: '115', number: '115', label: 'ambulance' }],
	...more,
});
const all = [wordsOf('vi'), wordsOf('en'), wordsOf('ko')];
const saved = (path: string) => ({
	path,
	title: 'A <b>"place"</b>',
	tag: 'ko',
	savedAt: Date.UTC(2026, 10, 29, 8, 20),
});
const localeFor = (path: string, pages: readonly string[], preferred: readonly string[]) =>
	wordsForPath(all, '/p/', path, pages.map(saved), preferred)?.locale;

test('the language is the address’s, else that of what was saved last, else the browser’s, else the first', () => {
	expect(localeFor('/p/en/visit/', ['/p/ko/visit/'], ['vi'])).toBe('en');
	expect(localeFor('/p/', ['/p/ko/visit/', '/p/en/visit/'], ['en'])).toBe('ko');
	expect(localeFor('/p/robots.txt', [], ['fr', 'en-GB'])).toBe('en');
	expect(localeFor('/p/', [], ['fr'])).toBe('vi');
});

const page = (more: Partial<Parameters<typeof awayPage>[0]> = {}) =>
	awayPage({
		words: wordsOf('en', { formats: 'en-GB' }),
		base: '/p/',
		asked: '/p/en/?a="><script>',
		saved: [saved('/p/ko/visit/')],
		styles: ['/p/_assets/a.css'],
		icon: '/p/mark.svg',
		hasEmergency: true,
		timeZone: 'Asia/Ho_Chi_Minh',
		...more,
	});

test('the page names what is saved in its own language, the numbers to dial, and the way to try again', () => {
	const html = page();
	expect(html).toMatch(/^<!doctype html><html lang="en" data-script="Latn">/);
	expect(html).toContain('<link rel="stylesheet" href="/p/_assets/a.css">');
	expect(html).toContain('<a href="/p/ko/visit/" lang="ko" hreflang="ko">');
	expect(html).toContain('on 29 November 2026, 15:20');
	expect(html).toContain('<a href="tel:115">115</a>');
	expect(html).toContain('href="/p/en/help/"');
});

test('a page that is not on the device is not offered', () => {
	expect(page({ hasEmergency: false })).not.toContain('/p/en/help/');
	expect(page({ saved: [] })).not.toContain('saved-list');
	expect(page({ words: wordsOf('en', { numbers: [] }) })).not.toContain('class="dial"');
});

test('titles and addresses are never taken for HTML', () => {
	const html = page();
	expect(html).toContain('A &lt;b&gt;&quot;place&quot;&lt;/b&gt;');
	expect(html).toContain('Ward &amp; bay');
	expect(html).not.toContain('<script');
});
