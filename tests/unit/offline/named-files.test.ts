import { expect, test } from 'vitest';
import { fileType, namedFiles } from '#offline/named-files.ts';

const url = 'https://ward.example/portal/en/visit/bay/';

test('a page names its style sheets, scripts, pictures and icon, each once, and nothing of another host', () => {
	const html = `<link rel="canonical" href="https://ward.example/portal/en/visit/bay/">
		<link rel="stylesheet" href="/portal/_assets/a.1.css"><link rel="alternate" type="application/atom+xml" href="/portal/en/feed.xml">
		<link href="/portal/mark.svg" rel="icon" type="image/svg+xml"><script type="application/ld+json">{"src":"x"}</script>
		<script type="module" src="/portal/_assets/b.2.js"></script><img alt="" src="../../../_pictures/c.svg"><img src="/portal/mark.svg">
		<picture><source srcset="/portal/_pictures/d-480.avif 480w"><img src="/portal/_pictures/d-800.webp?a=1&amp;b=2#part"></picture>
		<img src="https://elsewhere.example/spy.png">`;
	expect(namedFiles(html, 'html', url)).toEqual([
		'https://ward.example/portal/_assets/a.1.css',
		'https://ward.example/portal/mark.svg',
		'https://ward.example/portal/_assets/b.2.js',
		'https://ward.example/portal/_pictures/c.svg',
		'https://ward.example/portal/_pictures/d-800.webp?a=1&b=2',
	]);
});

test('a style sheet names its fonts, beside itself or from the root', () => {
	const css = `@font-face{src:url(./text.woff2)format("woff2")}@font-face{src:url("/portal/f.woff2")}.a{background:url(data:,x)}`;
	expect(namedFiles(css, 'css', 'https://ward.example/portal/_assets/a.css')).toEqual([
		'https://ward.example/portal/_assets/text.woff2',
		'https://ward.example/portal/f.woff2',
	]);
});

test('a module names the modules that it is made of', () => {
	const js = `import{a as b}from"./register.1.js";import"../x.2.js";export*from './y.js';import("/portal/z.js");const from="/not/one";`;
	expect(namedFiles(js, 'js', 'https://ward.example/portal/_assets/a.js')).toEqual([
		'https://ward.example/portal/_assets/register.1.js',
		'https://ward.example/portal/x.2.js',
		'https://ward.example/portal/_assets/y.js',
		'https://ward.example/portal/z.js',
	]);
});

test('only pages, style sheets and modules are read for names', () => {
	expect(fileType('text/html; charset=utf-8')).toBe('html');
	expect(fileType('text/css')).toBe('css');
	expect(fileType('text/javascript')).toBe('js');
	expect(fileType('application/javascript')).toBe('js');
	expect(fileType('image/svg+xml')).toBeUndefined();
	expect(fileType(null)).toBeUndefined();
});
