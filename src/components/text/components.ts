import Callout from './Callout.astro';
import Chart from './Chart.astro';
import Contact from './Contact.astro';
import Day from './Day.astro';
import Days from './Days.astro';
import Doc from './Doc.astro';
import Fact from './Fact.astro';
import Facts from './Facts.astro';
import Figure from './Figure.astro';
import Img from './Img.astro';
import Infographic from './Infographic.astro';
import Map from './Map.astro';
import Quote from './Quote.astro';
import SourceList from './SourceList.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Table from './Table.astro';
import Term from './Term.astro';

/** Components that a text may use; `schema/text-components.ts` holds the same list with their attributes, for the check. */
export const textComponents: Readonly<Record<string, unknown>> = {
	Callout,
	Chart,
	Contact,
	Day,
	Days,
	Doc,
	Fact,
	Facts,
	Figure,
	Infographic,
	Map,
	Quote,
	SourceList,
	Step,
	Steps,
	Table,
	Term,
	img: Img,
};
