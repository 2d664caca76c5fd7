import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, freshFolder, type Built } from './project.ts';

let site: Built;
beforeAll(async () => {
	// The small site without a congress, and two places more to draw.
	const content = join(await freshFolder(), 'nội dung');
	await cp('tests/fixtures/no-congress', content, { recursive: true });
	await cp('tests/fixtures/no-coast', content, { recursive: true });
	site = await build(content, { BASE_PATH: '/portal/' });
	expect(site.said).toMatchObject({ code: 0 });
});

test('a locality without a coast gets a map with a grid, scale, north, places and distances', async () => {
	const page = await site.read('en/visit/lighthouse/index.html');
	expect(page).toContain('class="map-grid"');
	expect(page).not.toContain('class="map-land"');
	expect(page).toMatch(/<svg[^>]* class="map-scale">.*?<text[^>]*>\d+ km<\/text>/s);
	expect(page).toMatch(/<svg[^>]* class="map-north">.*?<text[^>]*>N<\/text>/s);
	expect(page).toContain('Side of a square: ');
	expect(page).toContain('href="geo:13.62,109.36"');
	expect(page).not.toContain('OpenStreetMap');
	expect((await site.files()).filter((file) => file.endsWith('coast.json'))).toEqual([]);
});

test('a map in a text joins its stops in order, and takes the place of the one that the page would draw', async () => {
	const page = await site.read('vi/visit/jetty/index.html');
	expect(page.match(/role="img"/g)).toHaveLength(1);
	expect(page).toContain('class="map-way"');
	expect(page).toContain('<b>Từ cầu cảng đến hải đăng</b>');
	expect(page).toContain('href="/portal/vi/visit/lighthouse/"');
});
