declare module 'virtual:look.css';
declare module 'astro:scripts/page-ssr.js';
declare module 'astro-i18next' {
	import type { AstroIntegration } from 'astro';
	export default function i18next(options: { configPath: string }): AstroIntegration;
}
