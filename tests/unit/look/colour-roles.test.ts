import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourRoles, leastContrast, lookStyleSheet, neutralHues } from '#look/colour-roles.ts';

test('any two hues give readable text on every surface, day and night', () => {
	const hue = fc.integer({ min: 0, max: 360 });
	fc.assert(
		fc.property(hue, hue, fc.constantFrom(0.45, 1), (water, clay, strength) => {
			for (const roles of Object.values(colourRoles({ water, clay, strength }))) {
				for (const role of ['ink', 'ink2']) expect(leastContrast(roles[role] ?? '', roles)).toBeGreaterThanOrEqual(7);
				for (const role of ['link', 'sea', 'brick', 'leaf', 'ochre'])
					expect(leastContrast(roles[role] ?? '', roles)).toBeGreaterThanOrEqual(5.5);
				expect(leastContrast(roles['edge'] ?? '', roles)).toBeGreaterThanOrEqual(3);
			}
		}),
		{ numRuns: 60 },
	);
});

test('the style sheet holds sRGB colours only, for browsers that know no others', () => {
	const css = lookStyleSheet(neutralHues);
	expect(css).not.toContain('oklch');
	expect(css.match(/--brick:#[0-9a-f]{6}/g)?.length).toBe(3);
});
