import { createComponent, renderSlotToString, unescapeHTML } from 'astro/runtime/server/index.js';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A component that prints itself as an element with its attributes: `<Fact id="x">` → `<x-fact id="x">`. */
export const plain = (name: string) =>
	createComponent(async (result: never, props: Record<string, unknown>, slots: Record<string, never>) => {
		const inner = slots['default'] ? await renderSlotToString(result, slots['default']) : '';
		const attributes = Object.entries(props).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
		return unescapeHTML(`<x-${name.toLowerCase()}${attributes.join('')}>${String(inner)}</x-${name.toLowerCase()}>`);
	});
