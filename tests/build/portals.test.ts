import { beforeAll, expect, test } from 'vitest';
import { build, type Built } from './project.ts';

let site: Built;
beforeAll(async () => {
	site = await build('tests/fixtures/no-congress', { BASE_PATH: '/portal/' });
	expect(site.said).toMatchObject({ code: 0 });
});

const links = (html: string) => [...html.matchAll(/<a href="([^"]+)"/g)].map((match) => match[1] ?? '');
const scripts = /<script|\son[a-z]+=/;

test('a frame shows the latest of a section without script, and its links leave the frame', async () => {
	const frames = (await site.files()).filter((file) => /^[a-z]+\/embed\/[a-z]+\/index\.html$/.test(file));
	expect(frames.length).toBeGreaterThan(2);
	for (const file of frames) {
		const html = await site.read(file);
		const [locale, , section] = file.split('/');
		expect(html).not.toMatch(scripts);
		expect(html).toContain('<base target="_top">');
		expect(html).toMatch(/<meta name="robots" content="noindex">/);
		expect(html).toMatch(new RegExp(`<link rel="canonical" href="https://[^"]+/portal/${locale}/${section}/">`));
		expect(links(html).every((link) => link.startsWith(`/portal/${locale}/`))).toBe(true);
	}
});

test('a piece of HTML for pasting holds full public addresses, publisher and day, and tells translated texts only', async () => {
	const blocks = (await site.files()).filter((file) => file.endsWith('/block.html'));
	expect(blocks.length).toBeGreaterThan(2);
	const pages = await site.files();
	for (const file of blocks) {
		const html = await site.read(file);
		const [locale = ''] = file.split('/');
		expect(html).not.toMatch(/<script|<link|<style|\sclass=|\sstyle=|\son[a-z]+=/);
		for (const link of links(html)) {
			const { origin, pathname } = new URL(link);
			expect(origin).toMatch(/^https:/);
			const page = await site.read(`${pathname.slice('/portal/'.length)}index.html`);
			expect(page).toContain(`<html lang="${/lang="([^"]+)"/.exec(html)?.[1]}"`);
			expect(page).not.toContain('noindex');
		}
		if (html.includes('<li>')) expect(html).toContain('<time datetime="');
		expect(pages).toContain(`${locale}/embed/index.html`);
	}
});

test('a page tells portals how: the code of each frame, the piece of HTML and the feeds', async () => {
	const html = await site.read('vi/embed/index.html');
	for (const section of ['visit', 'living']) {
		expect(html).toContain(`&lt;iframe src=&quot;https://nhonchau.example.org/portal/vi/embed/${section}/&quot;`);
		for (const file of [`embed/${section}/block.html`, `${section}/feed.xml`, `${section}/feed.json`])
			expect(links(html)).toContain(`/portal/vi/${file}`);
	}
	expect(html).not.toContain('<iframe');
});
