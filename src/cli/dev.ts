import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { checkContent } from '#checks/content.ts';
import { readSettings } from '#loaders/settings.ts';
import { printProblems } from '#report/problem.ts';
import { helpOr } from './arguments.ts';
import { portOf } from './serving.ts';
import { run } from './failure.ts';

/** A process of its own: after a build in this one, Astro's preview no longer follows changes. A failed build is told, not fatal. */
async function buildApart(): Promise<void> {
	const environment = { ...process.env };
	delete environment['NHIPCAU_PREVIEW'];
	const command = fileURLToPath(new URL('./run.mjs', import.meta.url));
	const child = spawn(process.execPath, [command, 'build'], { stdio: 'inherit', env: environment });
	await once(child, 'exit');
}

helpOr(
	{},
	{
		vi: 'npm run dev\n  Xem trước khi viết: bản nháp được hiện và đánh dấu, lỗi nội dung hiện ngay trong trình duyệt. Tìm kiếm dùng bản đã tạo gần nhất.',
		en: 'npm run dev\n  Preview while writing: drafts are shown and marked, mistakes in content are told in the browser. Search uses the last build.',
	},
);
process.env['NHIPCAU_PREVIEW'] = '1';
await run(async () => {
	const settings = readSettings();
	console.log(printProblems(await checkContent(settings)));
	// Search reads the index of a finished build: make one when there is none.
	if (!existsSync(join(settings.outDir, 'pagefind'))) await buildApart();
	const { address } = await dev({ root: process.cwd(), server: { port: portOf() } });
	// Where the port is taken, Astro has gone to the next one.
	const url = `http://localhost:${address.port}${settings.base}`;
	console.log(`Mở ${url} trong trình duyệt. Nhấn Ctrl+C để dừng.\nOpen ${url} in a browser. Press Ctrl+C to stop.`);
});
