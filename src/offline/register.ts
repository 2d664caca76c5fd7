/** What this file uses of the browser's trusted types. */
interface PolicyFactory {
	createPolicy(
		name: string,
		rules: { readonly createScriptURL: (url: string) => string },
	): { createScriptURL(url: string): URL };
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;

/**
 * Registers the service worker of the site, through the one trusted-types policy that the site has: it accepts the worker's address
 * and no other. A second call changes nothing; the browser looks for a newer worker by itself.
 *
 * @param base - Path under which the site is served.
 */
export async function registerWorker(base: string): Promise<void> {
	const path = `${base}sw.js`;
	const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
	policy ??= trustedTypes?.createPolicy('offline', {
		createScriptURL: (url) => {
			if (url !== path) throw new TypeError(`Not the worker of this site: ${url}`);
			return url;
		},
	});
	await navigator.serviceWorker.register(policy?.createScriptURL(path) ?? path, { scope: base });
	// A page that says “saved” must open in flight mode from this moment on.
	await navigator.serviceWorker.ready;
}

/** Takes the worker away once nothing is saved any more. */
export async function forgetWorker(base: string): Promise<void> {
	const registration = await navigator.serviceWorker.getRegistration(base);
	await registration?.unregister();
}

/** Whether this browser can keep pages: not on plain http, nor in some private windows. */
export const canSave = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;
