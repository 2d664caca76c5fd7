// Types only: Vietnamese is the language that defines which interface words there are.
import type common from '../../i18n/vi/common.json';
import type congress from '../../i18n/vi/congress.json';
import type doctypes from '../../i18n/vi/doctypes.json';
import type embed from '../../i18n/vi/embed.json';
import type entry from '../../i18n/vi/entry.json';
import type facts from '../../i18n/vi/facts.json';
import type fields from '../../i18n/vi/fields.json';
import type kinds from '../../i18n/vi/kinds.json';
import type pages from '../../i18n/vi/pages.json';
import type search from '../../i18n/vi/search.json';
import type sections from '../../i18n/vi/sections.json';
import type units from '../../i18n/vi/units.json';

declare const dictionary: {
	common: typeof common;
	congress: typeof congress;
	doctypes: typeof doctypes;
	embed: typeof embed;
	entry: typeof entry;
	facts: typeof facts;
	fields: typeof fields;
	kinds: typeof kinds;
	pages: typeof pages;
	search: typeof search;
	sections: typeof sections;
	units: typeof units;
};
export default dictionary;
