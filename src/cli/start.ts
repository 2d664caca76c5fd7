import { helpOr } from './arguments.ts';
import { buildSite } from './building.ts';
import { portOf, serveHere } from './serving.ts';
import { run } from './failure.ts';

helpOr(
	{},
	{
		vi: 'npm start\n  Tạo trang rồi mở tại http://localhost:4321 (PORT: cổng khác).',
		en: 'npm start\n  Builds the site and serves it on http://localhost:4321 (PORT: another port).',
	},
);
await run(async () => {
	await buildSite();
	await serveHere(portOf());
});
