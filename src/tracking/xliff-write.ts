import { machineValue } from '#schema/facts.ts';
import type { Content } from '#schema/content.ts';
import { wordDifference } from './difference.ts';
import type { EntryPackage, PackageUnit } from './package-units.ts';
import { hasWords, isLook, plainLine, type InlineCode, type Slot } from './segments.ts';

/** Namespace of our own attributes: `hash` of a unit's source words. */
export const packageNamespace = 'urn:nhip-cau:package:1';

/** Letters that XML 1.0 cannot hold, even by number. */
const unwritable =
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const named: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\r': '&#13;',
};
const escapeXml = (text: string) => text.replace(/[&<>"\r]/g, (letter) => named[letter] ?? letter);
/** Words of elements that may hold `cp`. */
const xmlText = (text: string) =>
	escapeXml(text).replace(
		unwritable,
		(letter) => `<cp hex="${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
	);
/** Words of attributes and notes, where `cp` may not stand. */
const xmlPlain = (text: string) => escapeXml(text.replace(unwritable, '\uFFFD'));
const attributes = (values: Readonly<Record<string, string | undefined>>) =>
	Object.entries(values)
		.map(([name, value]) =>
			value === undefined ? '' : ` ${name}="${xmlPlain(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
		)
		.join('');
const element = (name: string, values: Readonly<Record<string, string | undefined>>, inside: string) =>
	`<${name}${attributes(values)}>${inside}</${name}>`;

const subTypes: Readonly<Partial<Record<InlineCode['kind'], string>>> = {
	strong: 'xlf:b',
	emphasis: 'xlf:i',
	break: 'xlf:lb',
};
const typeOf = ({ kind }: InlineCode) =>
	kind === 'link' || kind === 'address'
		? 'link'
		: kind === 'image'
			? 'image'
			: kind in subTypes || kind === 'delete'
				? 'fmt'
				: 'other';

/** What a translator sees in the place of markup. */
type Shown = (code: InlineCode) => string;

/** A value as it will be printed, roughly: enough to set the sentence around it. */
function shownIn(content: Content, locale: string): Shown {
	return (code) => {
		if (code.kind === 'break') return '⏎';
		if (code.kind !== 'component') return code.open;
		const fact = code.name === 'Fact' ? content.facts.get(code.value) : undefined;
		if (fact) return `{${[machineValue(fact), 'unit' in fact ? fact.unit : undefined].filter(Boolean).join(' ')}}`;
		const document = code.name === 'Doc' ? content.documents.get(code.value) : undefined;
		if (document) return `{${document.number ?? document.id}}`;
		const forms = code.name === 'Term' ? content.glossary.get(code.value)?.forms : undefined;
		return `{${forms?.[locale] ?? forms?.['vi'] ?? `${code.name} ${code.value}`}}`;
	};
}

/** A line as the content of `source` or `target`. Markup that stands twice has an id of its own the second time. */
function inlineXml({ pieces, codes }: Pick<Slot, 'pieces' | 'codes'>, shown: Shown, hasData: boolean): string {
	const uses = new Map<string, number>();
	return pieces
		.map((piece) => {
			if (piece.text !== undefined) return xmlText(piece.text);
			const code = codes.get(piece.code);
			if (!code) return '';
			if (piece.side === 'close') return '</pc>';
			const use = (uses.get(code.id) ?? 0) + 1;
			uses.set(code.id, use);
			const id = use === 1 ? code.id : `${code.id}-${use}`;
			const rights = {
				type: typeOf(code),
				subType: subTypes[code.kind],
				canCopy: isLook(code) ? undefined : 'no',
				canDelete: isLook(code) ? undefined : 'no',
			};
			if (code.close === undefined)
				return `<ph${attributes({ id, ...(hasData && { dataRef: `d${code.id}` }), disp: shown(code), equiv: shown(code), ...rights })}/>`;
			return `<pc${attributes({
				id,
				...(hasData && { dataRefStart: `d${code.id}s`, dataRefEnd: `d${code.id}e` }),
				dispStart: code.open,
				dispEnd: code.close,
				equivStart: '',
				equivEnd: '',
				canOverlap: 'no',
				...rights,
			})}>`;
		})
		.join('');
}

/** Terms of the glossary that a source line has, by their printed form or another spelling of it. */
function glossaryFinder(content: Content, sourceLocale: string, locale: string) {
	const terms = [...content.glossary.values()].flatMap((term) => {
		const form = term.forms[locale];
		const own = term.forms[sourceLocale];
		if (form === undefined || own === undefined) return [];
		const spellings = [own, ...term.variants.filter((item) => item.locale === sourceLocale).map((item) => item.form)];
		const never = term.forbidden.filter((item) => item.locale === locale).map((item) => item.form);
		const pattern = spellings.map((text) => text.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
		return [
			{
				id: term.id,
				own,
				form,
				never,
				regExp: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'),
			},
		];
	});
	return ({ pieces, codes }: Slot): string => {
		const line = pieces.map(({ text }) => text ?? ' ').join('');
		const cited = new Set([...codes.values()].filter(({ name }) => name === 'Term').map(({ value }) => value));
		const entries = terms
			.filter(({ id, regExp }) => cited.has(id) || regExp.test(line))
			.map(({ id, own, form, never }) =>
				element(
					'gls:glossEntry',
					{ id: `g-${id}` },
					element('gls:term', { source: 'glossary.csv' }, xmlPlain(own)) +
						element('gls:translation', {}, xmlPlain(form)) +
						(never.length === 0
							? ''
							: element('gls:definition', {}, xmlPlain(`Không dùng / Never: ${never.join('; ')}`))),
				),
			);
		return entries.length === 0 ? '' : element('gls:glossary', {}, entries.join(''));
	};
}

/** Where a unit stands, for the translator: field, component and attribute, or kind of block. */
function nameOf({ slot, field }: PackageUnit): string {
	if (field) return field.item === undefined ? field.name : `${field.name} ${field.item + 1}`;
	if (slot.form === 'attribute') return slot.attribute;
	return slot.form;
}

/** Runs of a difference as one text: `[-gone-]{+added+}`. */
const differenceText = (before: string, after: string, tag: string) =>
	wordDifference(before, after, tag)
		.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
		.join('');

/** The two languages of a package. */
export interface PackageLanguages {
	readonly source: { readonly locale: string; readonly tag: string };
	readonly target: { readonly locale: string; readonly tag: string };
}

/**
 * Writes a package for an outside translator: XLIFF 2.0, one `file` for each entry, one `group` for the front matter and for each part.
 * The same texts give the same bytes.
 *
 * @param packages - At least one.
 */
export function printPackage(
	packages: readonly EntryPackage[],
	content: Content,
	{ source, target }: PackageLanguages,
): string {
	const shown = shownIn(content, target.locale);
	const glossary = glossaryFinder(content, source.locale, target.locale);

	const unitXml = (unit: PackageUnit, isDraft: boolean, isReviewed: boolean): string => {
		const { slot, own, before, state } = unit;
		const line = { pieces: slot.pieces, codes: slot.codes };
		const hasTarget = own !== undefined && state !== 'behind';
		const data = new Map([...(hasTarget ? own.codes : []), ...slot.codes]);
		const matches =
			own && before
				? element(
						'mtc:matches',
						{},
						element(
							'mtc:match',
							{ id: 'm1', ref: '#s1', origin: 'present translation' },
							element('source', {}, inlineXml(before, shown, false)) +
								element('target', {}, inlineXml(own, shown, false)),
						),
					)
				: '';
		const notes = [
			...(before
				? [
						element(
							'note',
							{ id: 'n1', appliesTo: 'source', category: 'difference' },
							xmlPlain(
								`Bản gốc đã đổi / The source changed: ${differenceText(
									plainLine(before.pieces, before.codes),
									plainLine(slot.pieces, slot.codes),
									source.tag,
								)}`,
							),
						),
					]
				: []),
			...(state === 'unknown'
				? [
						element(
							'note',
							{ id: 'n1', appliesTo: 'target', category: 'unrecorded' },
							'Chưa rõ dịch từ bản gốc nào: so lại với bản gốc. / Not recorded which source this was made from: compare it.',
						),
					]
				: []),
		];
		const segmentState =
			!hasTarget || state === 'unknown' || (isDraft && state !== 'fixed')
				? 'initial'
				: isReviewed
					? 'final'
					: 'translated';
		return [
			`<unit${attributes({
				id: unit.id,
				name: nameOf(unit),
				translate: state === 'fixed' ? 'no' : undefined,
				'nc:hash': unit.hash,
			})}>`,
			matches,
			hasWords(slot.pieces) ? glossary(slot) : '',
			notes.length === 0 ? '' : element('notes', {}, notes.join('')),
			data.size === 0
				? ''
				: element(
						'originalData',
						{},
						[...data.values()]
							.map(({ id, open, close }) =>
								close === undefined
									? element('data', { id: `d${id}` }, xmlText(open))
									: element('data', { id: `d${id}s` }, xmlText(open)) +
										element('data', { id: `d${id}e` }, xmlText(close)),
							)
							.join(''),
					),
			`<segment id="s1" state="${segmentState}">`,
			element('source', { 'xml:lang': source.tag }, inlineXml(line, shown, true)),
			hasTarget ? element('target', { 'xml:lang': target.tag }, inlineXml(own, shown, true)) : '',
			'</segment>',
			'</unit>',
		]
			.filter(Boolean)
			.join('\n');
	};

	const fileXml = (item: EntryPackage): string => {
		const { entry, state, parts, units } = item;
		const isDraft = item.ownWords?.translation === 'machine-draft';
		const some = (part: number | undefined) =>
			units.filter((unit) => unit.part === part).map((unit) => unitXml(unit, isDraft, state.isReviewed));
		const fields = some(undefined);
		const groups = parts.map((part, index) => {
			const inside = some(index);
			if (inside.length === 0) return '';
			const old =
				part.isUnlike && part.ownIndex !== undefined ? item.own?.parts[part.ownIndex]?.text.trim() : undefined;
			return [
				`<group${attributes({ id: index === 0 ? 'lead' : `part.${part.id}`, name: part.title || 'lead' })}>`,
				old === undefined
					? ''
					: element(
							'notes',
							{},
							element(
								'note',
								{ id: 'n1', appliesTo: 'target', category: 'present-translation' },
								xmlPlain(`Bản dịch hiện có của phần này / Present translation of this part:\n${old}`),
							),
						),
				...inside,
				'</group>',
			]
				.filter(Boolean)
				.join('\n');
		});
		return [
			`<file${attributes({
				id: entry.entry.replaceAll('/', '.'),
				original: `${entry.entry}/${source.locale}.mdx`,
				canResegment: 'no',
				'xml:space': 'preserve',
			})}>`,
			element(
				'notes',
				{},
				element('note', { id: 'title', category: 'entry' }, xmlPlain(`${entry.title} · ${entry.entry} · ${entry.day}`)),
			),
			`<group id="fields" name="fields">\n${fields.join('\n')}\n</group>`,
			...groups,
			'</file>',
		]
			.filter(Boolean)
			.join('\n');
	};

	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<xliff${attributes({
			xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
			'xmlns:mtc': 'urn:oasis:names:tc:xliff:matches:2.0',
			'xmlns:gls': 'urn:oasis:names:tc:xliff:glossary:2.0',
			'xmlns:nc': packageNamespace,
			version: '2.0',
			srcLang: source.tag,
			trgLang: target.tag,
		})}>`,
		...packages.map(fileXml),
		'</xliff>',
	].join('\n')}\n`.normalize('NFC');
}
