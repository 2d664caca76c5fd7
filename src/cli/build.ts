import { buildSite, isFailure } from './building.ts';
import { helpOr } from './arguments.ts';

helpOr(
	{},
	{
		vi: 'npm run build\n  Kiểm tra nội dung rồi tạo trang vào dist. Biến môi trường: CONTENT_DIR, I18N_DIR, OUT_DIR, BASE_PATH, BUILD_DATE.',
		en: 'npm run build\n  Checks the content and builds the site into dist. Environment: CONTENT_DIR, I18N_DIR, OUT_DIR, BASE_PATH, BUILD_DATE.',
	},
);
try {
	await buildSite();
} catch (error) {
	if (!isFailure(error)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
