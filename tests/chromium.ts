import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** How tests start a browser. */
export interface Launch {
	/** Program to start; undefined for Playwright's own. */
	readonly executablePath: string | undefined;
	readonly args: readonly string[];
}

const installed = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
];

function systemBrowser(): string | undefined {
	return [process.env['CHROMIUM_PATH'], ...installed].find((path) => path !== undefined && existsSync(path));
}

function tryTo(command: string, ...args: string[]): boolean {
	try {
		execFileSync(command, args, {
			stdio: 'ignore',
			timeout: 300_000,
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		return true;
	} catch {
		return false;
	}
}

/**
 * Finds a browser for tests, or installs one: `CHROMIUM_PATH`, Playwright's own, the system's, then
 * Debian's package, then Playwright's download. Fonts for Korean and Chinese come with the package, so that text has its real width.
 *
 * @throws When there is none and none can be installed.
 */
export function findChromium(): Launch {
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const own = () => existsSync(chromium.executablePath());
	if (!process.env['CHROMIUM_PATH'] && own()) return { executablePath: undefined, args };
	const system = systemBrowser();
	if (system !== undefined) return { executablePath: system, args };
	console.error('No browser found: installing one. / Không thấy trình duyệt: đang cài.');
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const apt = (...rest: string[]) => {
		const [command = 'apt-get', ...before] = [...sudo, 'apt-get'];
		return tryTo(command, ...before, ...rest);
	};
	if (apt('update')) apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fonts-liberation');
	const fresh = systemBrowser();
	if (fresh !== undefined) return { executablePath: fresh, args };
	if (tryTo('npx', 'playwright', 'install', '--with-deps', 'chromium') && own())
		return { executablePath: undefined, args };
	throw new Error(
		'Không cài được trình duyệt. Cài Chromium rồi đặt CHROMIUM_PATH. / No browser could be installed. Install Chromium and set CHROMIUM_PATH.',
	);
}
