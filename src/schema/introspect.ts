import type { z } from 'astro/zod';

/** A schema of any kind, as far as messages look into it. */
export type AnySchema = z.core.$ZodType;

interface Definition {
	readonly type: string;
	readonly innerType?: AnySchema;
	readonly in?: AnySchema;
	readonly out?: AnySchema;
	readonly shape?: Readonly<Record<string, AnySchema>>;
	readonly element?: AnySchema;
	readonly items?: readonly AnySchema[];
	readonly keyType?: AnySchema;
	readonly valueType?: AnySchema;
	readonly options?: readonly AnySchema[];
	readonly discriminator?: string;
	readonly entries?: Readonly<Record<string, string>>;
	readonly values?: readonly unknown[];
}
interface Bounds {
	readonly minimum?: number;
	readonly maximum?: number;
	readonly exclusiveMinimum?: number;
}
interface Inner {
	readonly _zod: { readonly def: Definition; readonly bag: Bounds };
	meta?(): Readonly<Record<string, unknown>> | undefined;
}

const defOf = (schema: AnySchema): Definition => (schema as unknown as Inner)._zod.def;
const metaOf = (schema: AnySchema) => (schema as unknown as Inner).meta?.();

/** An own property; names such as `constructor` that every object inherits are not among them. */
export const own = (data: unknown, key: PropertyKey): unknown =>
	data !== null && typeof data === 'object' && Object.hasOwn(data, key)
		? (data as Record<PropertyKey, unknown>)[key]
		: undefined;

/** A value by its path; undefined where there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce(own, data);
}

/** What a schema wraps: behind optional values, defaults and conversions. */
function wrapped({ type, innerType, in: from, out }: Definition): AnySchema | undefined {
	if (innerType) return innerType;
	if (type !== 'pipe') return undefined;
	return from && defOf(from).type === 'transform' ? out : from;
}

/** The option of a union that a value means by its discriminator, if it names one. */
function meantOption({ options = [], discriminator }: Definition, data: unknown): AnySchema | undefined {
	if (discriminator === undefined) return undefined;
	const name = own(data, discriminator);
	return options.find((option) => {
		const literal = defOf(option).shape?.[discriminator];
		return literal && defOf(literal).values?.includes(name);
	});
}

function unwrapped(schema: AnySchema): AnySchema {
	const inner = wrapped(defOf(schema));
	return inner ? unwrapped(inner) : schema;
}

/** The schema itself, without its wrappers; of a union the option that the value means. */
function coreOf(schema: AnySchema, data?: unknown): AnySchema {
	const core = unwrapped(schema);
	return meantOption(defOf(core), data) ?? core;
}

/** The schema of a value by its path, wrappers included; undefined where the path leaves the schema. */
export function schemaAt(schema: AnySchema, path: readonly PropertyKey[], data?: unknown): AnySchema | undefined {
	const [step, ...rest] = path;
	if (step === undefined) return schema;
	const { type, shape, element, items, valueType, options = [] } = defOf(coreOf(schema, data));
	const inner = own(data, step);
	const next = (found: AnySchema | undefined) => found && schemaAt(found, rest, inner);
	if (type === 'object') return next(shape && Object.hasOwn(shape, step) ? shape[String(step)] : undefined);
	if (type === 'array') return next(element);
	if (type === 'tuple') return next(items?.[Number(step)]);
	if (type === 'record') return next(valueType);
	for (const option of options) {
		const found = schemaAt(option, path, data);
		if (found) return found;
	}
	return undefined;
}

/** Names of the fields that a group may have; those of all options where nothing tells which one is meant. */
export function keysOf(schema: AnySchema, data?: unknown): string[] {
	const { type, shape, options = [], keyType } = defOf(coreOf(schema, data));
	if (type === 'object') return Object.keys(shape ?? {});
	if (type === 'record' && keyType) return Object.values(defOf(keyType).entries ?? {});
	return [...new Set(options.flatMap((option) => keysOf(option)))];
}

/** Whether a value may be left out. */
export const mayBeAbsent = (schema: AnySchema): boolean =>
	(schema as unknown as { safeParse(value: unknown): { readonly success: boolean } }).safeParse(undefined).success;

/** What the schema says of itself: by the outermost wrapper that says anything. */
function saying(schema: AnySchema, key: string): unknown {
	const said = metaOf(schema)?.[key];
	if (said !== undefined) return said;
	const inner = wrapped(defOf(schema));
	return inner && saying(inner, key);
}

/** Name of the form that a value has: `day`, `id`, `words` and the like. */
export const formOf = (schema: AnySchema | undefined): string =>
	schema ? String(saying(schema, 'shape') ?? defOf(coreOf(schema)).type) : '';

/** A right value, as it is typed after the colon. */
export function exampleOf(schema: AnySchema): string {
	const said = saying(schema, 'example');
	if (said !== undefined) return String(said);
	const core = coreOf(schema);
	const { type, shape = {}, element, items = [], entries, values, options = [] } = defOf(core);
	const { minimum = 0, exclusiveMinimum = minimum } = (core as unknown as Inner)._zod.bag;
	if (type === 'enum') return Object.values(entries ?? {})[0] ?? '';
	if (type === 'literal') return String(values?.[0]);
	if (type === 'number') return String(Number.isFinite(exclusiveMinimum) ? Math.max(1, exclusiveMinimum) : 1);
	if (type === 'boolean') return 'true';
	if (type === 'array' && element) return `[${exampleOf(element)}]`;
	if (type === 'tuple') return `[${items.map(exampleOf).join(', ')}]`;
	if (type === 'union' && options[0]) return exampleOf(options[0]);
	if (type === 'object')
		return `{ ${Object.entries(shape)
			.filter(([, field]) => !mayBeAbsent(field))
			.map(([name, field]) => `${name}: ${exampleOf(field)}`)
			.join(', ')} }`;
	return '"…"';
}

function listed(schema: AnySchema | undefined): string[] {
	if (!schema) return [];
	const { type, entries, values = [] } = defOf(coreOf(schema));
	return type === 'enum' ? Object.values(entries ?? {}) : type === 'literal' ? values.map(String) : [];
}

/** Values of a closed list by the path of the field; empty where anything of a form will do. */
export function valuesAt(root: AnySchema, path: readonly PropertyKey[], data?: unknown): string[] {
	const around = path.length > 0 ? schemaAt(root, path.slice(0, -1), data) : undefined;
	const { discriminator, options = [] } = around ? defOf(unwrapped(around)) : {};
	const key = path.at(-1);
	if (key !== undefined && key === discriminator)
		return options.flatMap((option) => listed(defOf(option).shape?.[discriminator]));
	return listed(schemaAt(root, path, data));
}

/** A text inside data, where it stands and which form its schema gives it. */
export interface FormedText {
	readonly path: readonly PropertyKey[];
	readonly text: string;
	readonly form: string;
}

/** Every text inside data that its schema knows. */
export function* textsOf(
	schema: AnySchema | undefined,
	data: unknown,
	path: readonly PropertyKey[] = [],
): Generator<FormedText> {
	if (!schema || path.length > 8) return;
	if (typeof data === 'string') yield { path, text: data, form: formOf(schema) };
	else if (data !== null && typeof data === 'object')
		for (const [name, value] of Object.entries(data)) {
			const step = Array.isArray(data) ? Number(name) : name;
			yield* textsOf(schemaAt(schema, [step], data), value, [...path, step]);
		}
}

/** Every group of words by language inside data, with its path. */
export function* wordGroups(
	schema: AnySchema | undefined,
	data: unknown,
	path: readonly PropertyKey[] = [],
): Generator<{ readonly path: readonly PropertyKey[]; readonly words: object }> {
	if (!schema || path.length > 8 || data === null || typeof data !== 'object') return;
	if (formOf(schema) === 'words-by-locale' && !Array.isArray(data)) yield { path, words: data };
	else
		for (const [name, value] of Object.entries(data)) {
			const step = Array.isArray(data) ? Number(name) : name;
			yield* wordGroups(schemaAt(schema, [step], data), value, [...path, step]);
		}
}
