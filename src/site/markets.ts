import type { Root, RootContent, ElementContent } from 'hast';
import type { Market } from '#schema/site.ts';

type Node = RootContent | ElementContent;

/** A component in a body: its name and the value of one attribute. */
interface Component {
	readonly name: string | null;
	readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
	readonly children: readonly Node[];
}
const isComponent = (node: { readonly type: string }): boolean => node.type === 'mdxJsxFlowElement';
const asComponent = (node: unknown) => node as Component;
const idOf = (node: unknown): unknown => asComponent(node).attributes.find(({ name }) => name === 'id')?.value;

/**
 * Puts the notes for the reader's own countries first in every `<Markets>` of a body; the others follow in the order of the text,
 * so that all can be read in every language. The body given is left as it is.
 *
 * @param locale - Language of the page around the text.
 */
export function marketsFirst(body: Root, markets: readonly Market[], locale: string): Root {
	const own = new Set(markets.filter(({ locales }) => locales.includes(locale)).map(({ id }) => id));
	const visit = <T extends Node>(node: T): T => {
		if (!('children' in node)) return node;
		const children = (node.children as Node[]).map(visit);
		if (isComponent(node) && asComponent(node).name === 'Markets') {
			const isOwn = (child: Node) => isComponent(child) && own.has(String(idOf(child)));
			return { ...node, children: [...children.filter(isOwn), ...children.filter((child) => !isOwn(child))] };
		}
		return { ...node, children };
	};
	return { ...body, children: body.children.map(visit) };
}
