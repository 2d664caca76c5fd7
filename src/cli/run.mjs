// The first step of every command: is this Node new enough? Plain JavaScript, so that an old Node can say so.
import { spawnSync } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [, self = '', command = ''] = process.argv;
if (major < 22 || (major === 22 && minor < 12)) {
	console.error(
		`Cần Node.js 22.12 trở lên; máy này có ${process.versions.node}. Chạy lại bằng "npm run ${command}", hoặc cài Node.js mới.`,
	);
	console.error(
		`Node.js 22.12 or newer is needed; this is ${process.versions.node}. Run "npm run ${command}", or install a newer Node.js.`,
	);
	process.exit(1);
}
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Our own modules are kept as compiled: half of the time that an unchanged check takes.
enableCompileCache(join(process.env.CACHE_DIR || '.cache', 'code'));
const script = new URL(`./${command}.ts`, import.meta.url);
process.argv.splice(2, 1);
if (process.features.typescript) {
	process.argv[1] = self;
	await import(script.href);
} else {
	const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
	const { status } = spawnSync(process.execPath, [...flags, fileURLToPath(script), ...process.argv.slice(2)], {
		stdio: 'inherit',
	});
	process.exit(status ?? 1);
}
