import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});

/** A browser with trusted types, as far as registering goes; tells what was registered and which policies were made. */
function browser() {
	const registered: unknown[] = [];
	const policies: { name: string; createScriptURL: (url: string) => string }[] = [];
	vi.stubGlobal('navigator', {
		serviceWorker: {
			register: (...args: unknown[]) => Promise.resolve(registered.push(args)),
			ready: Promise.resolve(),
		},
	});
	vi.stubGlobal('trustedTypes', {
		createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => {
			policies.push({ name, ...rules });
			return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
		},
	});
	return { registered, policies };
}

test('the one policy is made once and accepts the address of the worker alone', async () => {
	const { registered, policies } = browser();
	const { registerWorker } = await import('#offline/register.ts');
	await registerWorker('/portal/');
	await registerWorker('/portal/');
	expect(registered).toEqual(Array(2).fill([{ trusted: '/portal/sw.js' }, { scope: '/portal/' }]));
	expect(policies.map(({ name }) => name)).toEqual(['offline']);
	for (const url of ['/sw.js', '/portal/sw.js?x', 'https://elsewhere.example/portal/sw.js', ''])
		expect(() => policies[0]?.createScriptURL(url)).toThrow(TypeError);
});

test('a browser without trusted types registers the same address', async () => {
	const { registered } = browser();
	vi.stubGlobal('trustedTypes', undefined);
	const { registerWorker } = await import('#offline/register.ts');
	await registerWorker('/');
	expect(registered).toEqual([['/sw.js', { scope: '/' }]]);
});
