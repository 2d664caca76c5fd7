import type { Element, ElementContent, Root, RootContent } from 'hast';
import { typeset } from '#language/typeset.ts';

/** What a body needs to become part of a page. */
export interface BodyFrame {
	/** Tag of the language of the words. */
	readonly tag: string;
	/** Anchors of the `##` headings, in order. */
	readonly partIds: readonly string[];
	/** Former anchors of parts → anchor. */
	readonly aliases?: ReadonlyMap<string, string>;
	/** What stands under the heading of a part besides its words. */
	noteOn?(partId: string): Element | undefined;
	/** Address of an inner link in the reader's language; undefined when there is no such page. */
	resolveLink(href: string): string | undefined;
}

/** An element of a page, as a tree. */
export const element = (tagName: string, properties: Element['properties'], ...words: string[]): Element => ({
	type: 'element',
	tagName,
	properties,
	children: words.map((value) => ({ type: 'text', value })),
});

const alignment: Readonly<Record<string, string>> = { 'text-align: right': 'end', 'text-align: center': 'middle' };

/**
 * Prepares a body for a page: anchors on headings, inner links in the reader's language, alignment as classes instead of
 * style attributes, and the spaces of a typographer. The tree given is left as it is.
 *
 * @throws When an inner link leads nowhere.
 */
export function frameBody(body: Root, { tag, partIds, aliases, noteOn, resolveLink }: BodyFrame): Root {
	let part = 0;
	const formerIds = new Map<string, string[]>();
	for (const [former, id] of aliases ?? []) formerIds.set(id, [...(formerIds.get(id) ?? []), former]);
	const visit = <T extends RootContent | ElementContent>(node: T): T => {
		if (node.type === 'text') return { ...node, value: typeset(tag, node.value) };
		if (!('children' in node)) return node;
		const children = node.children.map((child) => visit(child as ElementContent));
		if (node.type !== 'element') return { ...node, children };
		const properties: Element['properties'] = { ...node.properties };
		if (node.tagName === 'h2') {
			const id = partIds[part++];
			properties['id'] = id;
			children.unshift(...(formerIds.get(id ?? '') ?? []).map((former) => element('span', { id: former })));
		}
		const { href, style } = properties;
		if (node.tagName === 'a' && typeof href === 'string' && !/^(?:https?:|mailto:|tel:|geo:|#)/i.test(href)) {
			const target = resolveLink(href);
			if (target === undefined) throw new Error(`No page at ${href}`);
			properties['href'] = target;
		}
		if (typeof style === 'string') {
			delete properties['style'];
			const align = alignment[style];
			if (align) properties['className'] = [align];
		}
		if (node.tagName === 'th') properties['scope'] = 'col';
		return { ...node, properties, children };
	};
	const withNote = (node: RootContent): RootContent[] => {
		const framed = visit(node);
		const isHeading = framed.type === 'element' && framed.tagName === 'h2';
		const note = isHeading ? noteOn?.(String(framed.properties['id'])) : undefined;
		return note ? [framed, note] : [framed];
	};
	return { ...body, children: body.children.filter((node) => node.type !== 'doctype').flatMap(withNote) };
}
