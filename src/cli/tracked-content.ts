import { basename } from 'node:path';
import { readTracking, type TrackedContent } from '#tracking/files.ts';
import { BuildFailure } from './failure.ts';

/**
 * Reads the content folder with the state of its translations, for commands.
 *
 * @throws {@link BuildFailure} when there is no such folder, or its languages are not known.
 */
export async function trackedContent(contentDir: string): Promise<TrackedContent> {
	const name = basename(contentDir);
	const tracked = await readTracking(contentDir).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT' && !error.message.startsWith('Not a folder')) throw error;
		throw new BuildFailure(
			`Không có thư mục nội dung \`${contentDir}\`. Chạy lệnh trong thư mục của dự án, hoặc sửa CONTENT_DIR.\nThere is no content folder \`${contentDir}\`. Run this in the project's folder, or correct CONTENT_DIR.`,
		);
	});
	if (tracked) return tracked;
	throw new BuildFailure(
		`Không đọc được ${name}/site.yaml nên không biết có những ngôn ngữ nào. Chạy "npm run check" để xem lỗi.\n${name}/site.yaml cannot be read, so the languages are not known. Run "npm run check" to see the errors.`,
	);
}
