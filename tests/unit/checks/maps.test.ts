import { expect, test } from 'vitest';
import { checkMaps, liveMapFault } from '#checks/maps.ts';
import { coastFrame, coastProperties } from '#schema/coast.ts';
import { shapeContent } from '#schema/content.ts';
import { folderOf, site } from './folder-of.ts';

const place = (position: string) => `---
kind: place
title: Chợ
description: Chợ
date: 2026-01-01
status: approved
level: ward
origin: own
opening: Sáng
address: Chợ
${position}
---

Lời.
`;
const centre = { lat: 12.245, lon: 109.19 };
const withCentre = `${site}map: { centre: { lat: ${centre.lat}, lon: ${centre.lon} } }\n`;
const coast = (ring: readonly (readonly [number, number])[]) =>
	JSON.stringify({
		type: 'Feature',
		properties: coastProperties,
		bbox: coastFrame(centre),
		geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
	});
const square = [
	[109, 12],
	[109.2, 12],
	[109.2, 12.2],
	[109, 12],
] as const;

function said(files: Readonly<Record<string, string>>) {
	const folder = folderOf(files);
	const { rough } = shapeContent(folder);
	return checkMaps(folder, rough, 'content').map(
		({ file, line, code, severity }) => `${file}:${line} ${code} ${severity}`,
	);
}
const right = place('position: { lat: 12.2, lon: 109.2 }');
const page = (words: string) => `---
kind: page
title: Trang
description: Trang
date: 2026-01-01
status: approved
level: ward
origin: own
---

${words}
`;

test.each([
	'https://www.google.com/maps/embed?pb=!1m18',
	'https://www.google.com.vn/maps/d/u/0/embed?mid=1',
	'https://maps.google.com/maps?q=cho&output=embed',
	'https://www.openstreetmap.org/export/embed.html?bbox=1',
	'https://yandex.ru/map-widget/v1/?um=1',
	'https://tile.openstreetmap.org/12/3289/1907.png',
	'https://a.tile.example.org/12/3289/1907.png',
	'https://mapserver.example.org/osm/12/3289/1907@2x.png',
	'//api.mapbox.com/styles/v1/x',
])('%s is a map of somebody else', (url) => {
	expect(liveMapFault(url)?.code).toBe('map/embed');
});

test.each([
	'https://www.google.com/search?q=maps',
	'https://www.openstreetmap.org/copyright',
	'https://example.org/ban-do/2026/3/12.html',
	'https://tileshop.example.org/',
	'/visit/old-market/',
	'geo:12.2,109.2',
])('%s is none', (url) => {
	expect(liveMapFault(url)).toBeUndefined();
});

test('a map names texts that are there and have a place', () => {
	const map = (ids: string) => ({
		'visit/market/vi.mdx': right,
		'about/page/vi.mdx': page('Lời.'),
		'about/news/vi.mdx': page(`Lời.\n\n<Map places="${ids}" />`),
	});
	expect(said(map('visit/market'))).toEqual([]);
	expect(said(map('visit/markt'))).toEqual(['content/about/news/vi.mdx:13 map/unknown error']);
	expect(said(map('visit/market about/page'))).toEqual(['content/about/news/vi.mdx:13 map/unknown error']);
});

test('a place out of the reach of the maps is told, once the site has a centre', () => {
	const far = { 'visit/market/vi.mdx': place('position: { lat: 16.1, lon: 108.2 }') };
	expect(said(far)).toEqual([]);
	expect(said({ ...far, 'site.yaml': withCentre })).toEqual(['content/visit/market/vi.mdx:11 map/far warning']);
});

test('a coast fits its site', () => {
	const open = [...square.slice(0, -1), [109.1, 12.3]] as const;
	expect(said({ 'site.yaml': withCentre, 'map/coast.json': coast(square) })).toEqual([]);
	expect(said({ 'map/coast.json': coast(square) })).toEqual(['content/map/coast.json:1 map/coast error']);
	expect(said({ 'site.yaml': withCentre, 'map/coast.json': coast(open as never) })).toEqual([
		'content/map/coast.json:1 map/coast error',
	]);
	const moved = square.map(([lon, lat]) => [lon + 2, lat] as const);
	expect(said({ 'site.yaml': withCentre, 'map/coast.json': coast(moved) })).toEqual([
		'content/map/coast.json:1 map/coast error',
	]);
	const long = Array.from({ length: 9000 }, () => [109.1, 12.1] as const);
	expect(said({ 'site.yaml': withCentre, 'map/coast.json': coast(long) })).toEqual([
		'content/map/coast.json:1 map/coast error',
	]);
});
