import type { Problem } from './problem.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** `code` in backticks, as in Markdown. */
const withCode = (text: string) => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The problems of the content as a page, for the preview; it loads itself again when the content changes. */
export function problemsPage(problems: readonly Problem[]): string {
	const items = problems.map(
		({ file, line, column, code, say }) =>
			`<li><h2>${escape(file)}:${line}:${column}</h2><p>${withCode(say.vi)}</p><p lang="en">${withCode(say.en)}</p><p><small>${escape(code)}</small></p></li>`,
	);
	return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${problems.length} lỗi / errors</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}h2{font-size:1rem;margin:0}li{border-top:1px solid #888;padding:.8rem 0;list-style:none}ul{padding:0}code{background:#8882;padding:.1em .3em}[lang=en]{color:#666}@media(prefers-color-scheme:dark){body{background:#07141d;color:#e4eff2}[lang=en]{color:#b0c1c7}}</style>
<script type="module" src="/@vite/client"></script></head>
<body><h1>Nội dung có ${problems.length} lỗi</h1><p>Sửa tệp và lưu lại: trang này tự tải lại. <span lang="en">Mend the file and save it: this page reloads by itself.</span></p><ul>${items.join('')}</ul></body></html>`;
}
