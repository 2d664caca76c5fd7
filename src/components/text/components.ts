import Audio from './Audio.astro';
import Callout from './Callout.astro';
import Chart from './Chart.astro';
import Contact from './Contact.astro';
import Day from './Day.astro';
import Days from './Days.astro';
import Doc from './Doc.astro';
import Fact from './Fact.astro';
import Facts from './Facts.astro';
import Figure from './Figure.astro';
import Holidays from './Holidays.astro';
import Img from './Img.astro';
import Infographic from './Infographic.astro';
import Market from './Market.astro';
import Markets from './Markets.astro';
import Offices from './Offices.astro';
import Map from './Map.astro';
import Quote from './Quote.astro';
import Seasons from './Seasons.astro';
import SourceList from './SourceList.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Video from './Video.astro';

/** Components that a text may use; `schema/text-components.ts` holds the same list with their attributes, for the check. */
export const textComponents: Readonly<Record<string, unknown>> = {
	Audio,
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
	Holidays,
	Market,
	Markets,
	Offices,
	Map,
	Quote,
	Seasons,
	SourceList,
	Step,
	Steps,
	Table,
	Term,
	Video,
	img: Img,
};
