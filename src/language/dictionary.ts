// Types only: Vietnamese is the language that defines which interface words there are.
import common from '../../i18n/vi/common.json';
import congress from '../../i18n/vi/congress.json';
import doctypes from '../../i18n/vi/doctypes.json';
import entry from '../../i18n/vi/entry.json';
import facts from '../../i18n/vi/facts.json';
import fields from '../../i18n/vi/fields.json';
import kinds from '../../i18n/vi/kinds.json';
import pages from '../../i18n/vi/pages.json';
import search from '../../i18n/vi/search.json';
import sections from '../../i18n/vi/sections.json';
import units from '../../i18n/vi/units.json';

declare const dictionary: {
	common: typeof common;
	congress: typeof congress;
	doctypes: typeof doctypes;
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
