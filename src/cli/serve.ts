import { existsSync } from 'node:fs';
import { readSettings } from '#loaders/settings.ts';
import { helpOr } from './arguments.ts';
import { BuildFailure } from './failure.ts';
import { portOf, serveHere } from './serving.ts';
import { run } from './failure.ts';

helpOr(
	{},
	{
		vi: 'npm run serve\n  Mở trang đã tạo tại http://localhost:4321 (PORT: cổng khác).',
		en: 'npm run serve\n  Serves the built site on http://localhost:4321 (PORT: another port).',
	},
);
await run(async () => {
	if (!existsSync(readSettings().outDir))
		throw new BuildFailure(
			'Chưa có trang nào. Chạy "npm run build" trước.\nThere is no site yet. Run "npm run build" first.',
		);
	await serveHere(portOf());
});
