import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { checkContent } from '#checks/content.ts';
import { readSettings } from '#loaders/settings.ts';
import { printProblems } from '#report/problem.ts';
import { helpOr } from './arguments.ts';
import { buildSite } from './building.ts';
import { portOf } from './serving.ts';
import { run } from './failure.ts';

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
	if (!existsSync(join(settings.outDir, 'pagefind')))
		await buildSite().catch((error: unknown) => console.error((error as Error).message));
	await dev({ root: process.cwd(), server: { port: portOf() } });
	console.log(
		`Mở http://localhost:${portOf()}${settings.base} trong trình duyệt. Nhấn Ctrl+C để dừng.\nOpen http://localhost:${portOf()}${settings.base} in a browser. Press Ctrl+C to stop.`,
	);
});
