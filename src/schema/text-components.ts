import { chartKinds } from './chart.ts';

/** A component of texts: its attributes and what stands inside. */
export interface TextComponent {
	readonly required: readonly string[];
	readonly optional: readonly string[];
	/** Values allowed for an attribute, where the list is closed. */
	readonly values?: Readonly<Record<string, readonly string[]>>;
	/** True when it stands inside a line of text. */
	readonly isInline: boolean;
}

/** The closed list of what editors may write between angle brackets. All attributes are literal text. */
export const textComponents: Readonly<Record<string, TextComponent>> = {
	Fact: { required: ['id'], optional: ['form'], values: { form: ['cited', 'short'] }, isInline: true },
	Doc: { required: ['id'], optional: ['form'], values: { form: ['short'] }, isInline: true },
	Term: { required: ['id'], optional: [], isInline: true },
	Facts: { required: ['ids'], optional: [], isInline: false },
	Callout: { required: ['kind'], optional: ['title'], values: { kind: ['note', 'tip', 'warning'] }, isInline: false },
	Steps: { required: [], optional: [], isInline: false },
	Step: {
		required: ['title', 'who'],
		optional: ['paper', 'where', 'time', 'fee', 'law'],
		isInline: false,
	},
	Table: { required: ['caption'], optional: ['form'], values: { form: ['changes'] }, isInline: false },
	Days: { required: [], optional: [], isInline: false },
	Day: { required: ['fact', 'title'], optional: [], isInline: false },
	Figure: { required: ['src', 'alt'], optional: ['caption', 'credit'], isInline: false },
	Chart: {
		required: ['kind', 'title', 'description'],
		optional: ['facts', 'series', 'csv'],
		values: { kind: chartKinds },
		isInline: false,
	},
	Infographic: { required: ['title', 'description'], optional: [], isInline: false },
	Map: { required: ['places'], optional: ['kind', 'caption'], values: { kind: ['places', 'way'] }, isInline: false },
	Contact: { required: ['id'], optional: [], isInline: false },
	Markets: { required: [], optional: [], isInline: false },
	Market: { required: ['id'], optional: [], isInline: false },
	Seasons: { required: ['fact', 'kind'], optional: [], values: { kind: ['dry', 'rainy'] }, isInline: false },
	Offices: { required: [], optional: [], isInline: false },
	Holidays: { required: [], optional: [], isInline: false },
	Quote: { required: ['who', 'date', 'source'], optional: ['role', 'place'], isInline: false },
	Video: {
		required: ['src', 'title'],
		optional: ['poster', 'voice'],
		values: { voice: ['human', 'synthetic'] },
		isInline: false,
	},
	Audio: {
		required: ['src', 'title'],
		optional: ['voice'],
		values: { voice: ['human', 'synthetic'] },
		isInline: false,
	},
	SourceList: { required: [], optional: [], isInline: false },
};
