import type { z } from 'astro/zod';
import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import type { ShapeIssue } from '#schema/content.ts';
import { documentsSchema } from '#schema/documents.ts';
import { fieldNames, kindNames, sourceSchemas, translationSchemas } from '#schema/entry.ts';
import { factsSchema } from '#schema/facts.ts';
import { glossarySchema } from '#schema/glossary.ts';
import { lookSchema, siteSchema } from '#schema/site.ts';

type Say = Problem['say'];
type AnySchema = z.core.$ZodType & { meta?: () => Record<string, unknown> | undefined };

const registerSchemas: Readonly<Record<string, AnySchema>> = {
	'site.yaml': siteSchema,
	'look/look.yaml': lookSchema,
	'facts.yaml': factsSchema,
	'documents.yaml': documentsSchema,
	'glossary.csv': glossarySchema,
};

/** The schema of a value by its path, through lists, unions and optional values; undefined where the path leaves the schema. */
function schemaAt(schema: AnySchema, path: readonly PropertyKey[]): AnySchema | undefined {
	const { def } = (schema as unknown as { _zod: { def: Record<string, unknown> & { type: string } } })._zod;
	const inner = (def['innerType'] ?? def['in']) as AnySchema | undefined;
	if (path.length === 0) {
		if (!schema.meta?.() && inner) return schemaAt(inner, path);
		return schema;
	}
	if (inner) return schemaAt(inner, path);
	const [step, ...rest] = path;
	if (def.type === 'object') {
		const field = (def['shape'] as Record<string, AnySchema>)[String(step)];
		return field && schemaAt(field, rest);
	}
	if (def.type === 'array') return schemaAt(def['element'] as AnySchema, rest);
	if (def.type === 'record') return schemaAt(def['valueType'] as AnySchema, rest);
	if (def.type === 'union') {
		for (const option of def['options'] as AnySchema[]) {
			const found = schemaAt(option, path);
			if (found) return found;
		}
	}
	return undefined;
}

/** Letters that must change, be added, dropped or swapped with their neighbour to turn one word into another. */
export function editDistance(a: string, b: string): number {
	const [from, to] = [[...a], [...b]];
	let before: number[] = [];
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (const [i, letter] of from.entries()) {
		const next = [i + 1];
		for (const [j, other] of to.entries()) {
			const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
			const swap =
				i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other ? (before[j - 1] ?? 0) + 1 : Infinity;
			next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, change, swap));
		}
		[before, row] = [row, next];
	}
	return row.at(-1) ?? 0;
}

/** The known name nearest to one typed, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const best = known
		.map((name) => ({ name, distance: editDistance(word.toLowerCase(), name.toLowerCase()) }))
		.sort((a, b) => a.distance - b.distance)[0];
	return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined;
}

const show = (value: unknown): string => {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/** Words of an example, if the field's schema has one. */
function exampleOf(of: ShapeIssue): string | undefined {
	const base =
		of.role === 'register'
			? registerSchemas[of.file]
			: of.role === 'source'
				? sourceSchemas[of.kind ?? 'page']
				: translationSchemas[of.kind ?? 'page'];
	const meta = base && schemaAt(base as AnySchema, of.field)?.meta?.();
	return meta?.['example'] === undefined ? undefined : String(meta['example']);
}

function unknownKey(of: ShapeIssue, key: string): Say & { code: Code } {
	const names = of.kind ? fieldNames(of.kind) : undefined;
	const known =
		of.role === 'register' ? keysAround(of) : ((of.role === 'source' ? names?.source : names?.translation) ?? []);
	const meant = nearest(key, known);
	if (of.role === 'translation' && names?.source.includes(key))
		return {
			code: 'translation/source-field',
			vi: `Trường \`${key}\` chỉ viết trong vi.mdx; bản dịch chỉ chứa lời văn. Xóa dòng này.`,
			en: `The field \`${key}\` belongs in vi.mdx only; a translation holds words. Delete this line.`,
		};
	return {
		code: 'field/unknown',
		vi: meant
			? `Không có trường \`${key}\`. Có phải bạn muốn viết \`${meant}\`? Sửa tên hoặc xóa dòng này.`
			: `Không có trường \`${key}\`. Xóa dòng này, hoặc dùng một trong các trường: ${known.slice(0, 30).join(', ')}.`,
		en: meant
			? `There is no field \`${key}\`. Did you mean \`${meant}\`? Correct the name or delete the line.`
			: `There is no field \`${key}\`. Delete the line, or use one of: ${known.slice(0, 30).join(', ')}.`,
	};
}

function keysAround(of: ShapeIssue): string[] {
	const schema = registerSchemas[of.file];
	const parent = schema && schemaAt(schema, of.field.slice(0, -1));
	const def = (parent as unknown as { _zod: { def: Record<string, unknown> } } | undefined)?._zod.def;
	if (def?.['shape']) return Object.keys(def['shape'] as object);
	const options = (def?.['options'] ?? []) as { _zod: { def: { shape?: object } } }[];
	return [...new Set(options.flatMap((option) => Object.keys(option._zod.def.shape ?? {})))];
}

function wordIssue(of: ShapeIssue): Say & { code: Code } {
	const { issue, seen } = of;
	const name = of.field.map(String).join('.') || of.file;
	const example = exampleOf(of);
	const eg: Say =
		example === undefined ? { vi: '', en: '' } : { vi: ` Ví dụ: \`${example}\`.`, en: ` Example: \`${example}\`.` };
	if (issue.code === 'unrecognized_keys') return unknownKey(of, String(of.field.at(-1)));
	if (name === 'kind' || (issue.code === 'invalid_value' && of.field.at(-1) === 'kind')) {
		const meant = typeof seen === 'string' ? nearest(seen, kindNames) : undefined;
		return {
			code: 'entry/kind',
			vi:
				seen === undefined
					? `Thiếu \`kind\`. Thêm một dòng, ví dụ \`kind: ${meant ?? 'article'}\`.`
					: `Không có loại \`${show(seen)}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các loại: ${kindNames.join(', ')}.`,
			en:
				seen === undefined
					? `\`kind\` is missing. Add a line such as \`kind: ${meant ?? 'article'}\`.`
					: `There is no kind \`${show(seen)}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} Kinds: ${kindNames.join(', ')}.`,
		};
	}
	if (seen === undefined)
		return {
			code: 'field/missing',
			vi: `Thiếu \`${name}\`. Thêm một dòng \`${String(of.field.at(-1) ?? name)}: …\`.${eg.vi}`,
			en: `\`${name}\` is missing. Add a line \`${String(of.field.at(-1) ?? name)}: …\`.${eg.en}`,
		};
	if (issue.code === 'invalid_value') {
		const values = (issue.values as unknown[]).map(String);
		const meant = nearest(String(seen), values);
		return {
			code: 'field/value',
			vi: `\`${name}\` không nhận giá trị \`${show(seen)}\`.${meant ? ` Có phải \`${meant}\`?` : ''} Các giá trị được dùng: ${values.join(', ')}.`,
			en: `\`${name}\` does not take \`${show(seen)}\`.${meant ? ` Did you mean \`${meant}\`?` : ''} It takes: ${values.join(', ')}.`,
		};
	}
	const shape = (registerSchemas[of.file] || of.kind ? schemaShape(of) : undefined) ?? '';
	if (shape === 'day' || shape === 'period' || shape === 'date-value' || shape === 'instant')
		return {
			code: 'field/date',
			vi: `\`${name}\` có giá trị \`${show(seen)}\`, không phải một ngày có thật viết theo thứ tự năm-tháng-ngày.${eg.vi}`,
			en: `\`${name}\` is \`${show(seen)}\`, which is not a real date written as year-month-day.${eg.en}`,
		};
	if (shape === 'summary')
		return {
			code: 'field/summary-length',
			vi: `\`${name}\` quá dài hoặc để trống: nhiều nhất 60 từ (tiếng Trung: 180 chữ). Rút ngắn lại.`,
			en: `\`${name}\` is too long or empty: at most sixty words (Chinese: 180 characters). Shorten it.`,
		};
	if (seen === '' || seen === null || (typeof seen === 'string' && seen.trim() === ''))
		return {
			code: 'field/empty',
			vi: `\`${name}\` để trống. Điền nội dung hoặc xóa dòng này nếu không bắt buộc.${eg.vi}`,
			en: `\`${name}\` is empty. Fill it in, or delete the line if it is optional.${eg.en}`,
		};
	if (issue.code === 'invalid_type')
		return {
			code: 'field/type',
			vi: `\`${name}\` có giá trị \`${show(seen)}\`, cần ${typeWords[issue.expected]?.vi ?? issue.expected}. Nếu là chữ, đặt trong dấu ngoặc kép "…".${eg.vi}`,
			en: `\`${name}\` is \`${show(seen)}\`; ${typeWords[issue.expected]?.en ?? issue.expected} is needed. If it is text, put it in quotes "…".${eg.en}`,
		};
	return {
		code: 'field/form',
		vi: `\`${name}\` có giá trị \`${show(seen)}\`, không đúng dạng.${eg.vi} Sửa giá trị theo mẫu này.`,
		en: `\`${name}\` is \`${show(seen)}\`, which does not have the right form.${eg.en} Write it like the example.`,
	};
}

function schemaShape(of: ShapeIssue): string | undefined {
	const base =
		of.role === 'register'
			? registerSchemas[of.file]
			: of.role === 'source'
				? sourceSchemas[of.kind ?? 'page']
				: translationSchemas[of.kind ?? 'page'];
	return base && (schemaAt(base as AnySchema, of.field)?.meta?.()?.['shape'] as string | undefined);
}

const typeWords: Readonly<Record<string, Say>> = {
	string: { vi: 'một đoạn chữ', en: 'text' },
	number: { vi: 'một con số', en: 'a number' },
	int: { vi: 'một số nguyên', en: 'a whole number' },
	boolean: { vi: '`true` hoặc `false`', en: '`true` or `false`' },
	array: { vi: 'một danh sách (mỗi dòng bắt đầu bằng dấu gạch `- `)', en: 'a list (each line starts with `- `)' },
	object: { vi: 'một nhóm trường (mỗi trường một dòng, thụt vào)', en: 'a group of fields (one per line, indented)' },
	record: { vi: 'một nhóm theo ngôn ngữ (`vi: …`, `en: …`)', en: 'a group by language (`vi: …`, `en: …`)' },
	tuple: { vi: 'hai con số `[a, b]`', en: 'two numbers `[a, b]`' },
};

/** Words each value that does not fit its schema, in both languages, with the field's example. */
export function checkShape(issues: readonly ShapeIssue[], folderName: string): Problem[] {
	return issues.map((issue) => {
		const { code, vi, en } = wordIssue(issue);
		return {
			file: `${folderName}/${issue.file}`,
			line: issue.line,
			column: issue.column,
			code,
			severity: 'error',
			say: { vi, en },
		};
	});
}
