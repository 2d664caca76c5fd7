// Serves the demo's build for browser tests; the build is made before (npm test, npm run proof).
import { readSettings } from '#loaders/settings.ts';
import { serveSite } from '#delivery/server.ts';

const { outDir, base } = readSettings();
await serveSite(outDir, base, Number(process.argv[2] ?? 4390));
