import { PortTakenError, serveSite } from '#delivery/server.ts';
import { readSettings } from '#loaders/settings.ts';
import { BuildFailure } from './failure.ts';

/** Serves the finished site until the process is ended, and says where. */
export async function serveHere(port: number): Promise<void> {
	const { outDir, base } = readSettings();
	try {
		const { url } = await serveSite(outDir, base, port);
		console.log(`Mở ${url} trong trình duyệt. Nhấn Ctrl+C để dừng.\nOpen ${url} in a browser. Press Ctrl+C to stop.`);
	} catch (error) {
		if (error instanceof PortTakenError)
			throw new BuildFailure(
				`Cổng ${port} đang được chương trình khác dùng. Dừng chương trình đó, hoặc chạy với cổng khác: PORT=4322.\nPort ${port} is taken by another program. Stop it, or run with another port: PORT=4322.`,
			);
		throw error;
	}
}

/** Port from the environment, `PORT`, default 4321. */
export function portOf(environment: Readonly<Record<string, string | undefined>> = process.env): number {
	const port = Number(environment['PORT'] ?? 4321);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new BuildFailure(
			`PORT phải là số từ 0 đến 65535. / PORT must be a number from 0 to 65535: ${environment['PORT']}`,
		);
	return port;
}
