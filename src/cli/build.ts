import { helpOr } from './arguments.ts';
import { buildSite } from './building.ts';
import { run } from './failure.ts';

helpOr(
	{},
	{
		vi: 'npm run build\n  Kiểm tra nội dung rồi tạo trang vào dist. Biến môi trường: CONTENT_DIR, I18N_DIR, OUT_DIR, CACHE_DIR, BASE_PATH, BUILD_DATE.',
		en: 'npm run build\n  Checks the content and builds the site into dist. Environment: CONTENT_DIR, I18N_DIR, OUT_DIR, CACHE_DIR, BASE_PATH, BUILD_DATE.',
	},
);
await run(buildSite);
