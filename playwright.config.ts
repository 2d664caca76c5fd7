import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/chromium.ts';

const { executablePath, args } = findChromium();
const port = Number(process.env['TEST_PORT'] ?? 4390);

export default defineConfig({
	testDir: 'tests/browser',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	timeout: 30_000,
	reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: { ...(executablePath !== undefined && { executablePath }), args: [...args] },
		trace: 'off',
	},
	// Real files from the real build, as any static host would give them.
	webServer: {
		command: `node --experimental-strip-types --disable-warning=ExperimentalWarning tests/serve-build.ts ${port}`,
		port,
		reuseExistingServer: false,
	},
});
