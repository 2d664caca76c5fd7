import { textComponents } from '../../../../src/schema/text-components.ts';

/** Our components, which the reference prints as plain elements. */
export const componentNames = Object.keys(textComponents);
