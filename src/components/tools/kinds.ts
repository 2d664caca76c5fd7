import type { Kind } from '#schema/entry.ts';

/** Kinds whose pages people take along: they can be kept on the device. */
const savedKinds: ReadonlySet<Kind> = new Set<Kind>(['place', 'itinerary', 'guide', 'service', 'emergency']);
/** Kinds whose pages may carry script by `budgets.yaml`: they can be sent with one tap. */
const sentKinds: ReadonlySet<Kind> = new Set<Kind>([...savedKinds, 'project']);

/** Whether a page of this kind offers to be kept on the device. */
export const canBeSaved = (kind: Kind): boolean => savedKinds.has(kind);
/** Whether a page of this kind offers to be sent. */
export const canBeSent = (kind: Kind): boolean => sentKinds.has(kind);
