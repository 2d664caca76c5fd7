import { clampChroma, formatHex, wcagContrast, type Oklch } from 'culori';

/** Colour roles of one theme as sRGB hex. */
export type Roles = Readonly<Record<string, string>>;

/** Hues of a look in degrees of OKLCH, and how strong its colours are (1 = full). */
export interface LookHues {
	readonly water: number;
	readonly clay: number;
	readonly strength: number;
}

type Hue = 'water' | 'clay' | number;
/** Lightness, chroma and hue of a role; `offset` degrees are added to a hue of the look. */
interface Recipe {
	readonly l: number;
	readonly c: number;
	readonly hue: Hue;
	readonly offset?: number;
	/** Least contrast on every surface of the theme; 0 for surfaces and ornaments. */
	readonly least: number;
}

// Recipes are balanced for water 220 and clay 33; offsets keep neighbouring roles apart for any other hue.
const light: Record<string, Recipe> = {
	page: { l: 0.987, c: 0.004, hue: 'water', offset: -10, least: 0 },
	pan: { l: 0.956, c: 0.012, hue: 'water', offset: -5, least: 0 },
	sky: { l: 0.925, c: 0.033, hue: 'water', least: 0 },
	't-living': { l: 0.945, c: 0.024, hue: 158, least: 0 },
	't-visit': { l: 0.94, c: 0.024, hue: 'water', offset: -2, least: 0 },
	't-invest': { l: 0.95, c: 0.036, hue: 88, least: 0 },
	't-congress': { l: 0.945, c: 0.019, hue: 'clay', offset: 5, least: 0 },
	line: { l: 0.855, c: 0.018, hue: 'water', offset: -2, least: 0 },
	sun: { l: 0.83, c: 0.152, hue: 80, least: 0 },
	edge: { l: 0.57, c: 0.03, hue: 'water', offset: 8, least: 3.2 },
	ink: { l: 0.235, c: 0.038, hue: 'water', offset: 18, least: 12 },
	ink2: { l: 0.41, c: 0.032, hue: 'water', offset: 12, least: 7 },
	link: { l: 0.43, c: 0.098, hue: 'water', offset: 20, least: 6 },
	sea: { l: 0.45, c: 0.078, hue: 'water', offset: 2, least: 5.5 },
	brick: { l: 0.475, c: 0.14, hue: 'clay', least: 5.5 },
	leaf: { l: 0.43, c: 0.085, hue: 158, least: 5.5 },
	ochre: { l: 0.46, c: 0.09, hue: 75, least: 5.5 },
};
const dark: Record<string, Recipe> = {
	page: { l: 0.185, c: 0.026, hue: 'water', offset: 20, least: 0 },
	pan: { l: 0.225, c: 0.03, hue: 'water', offset: 18, least: 0 },
	sky: { l: 0.235, c: 0.05, hue: 'water', offset: 28, least: 0 },
	't-living': { l: 0.255, c: 0.035, hue: 165, least: 0 },
	't-visit': { l: 0.265, c: 0.042, hue: 'water', offset: 12, least: 0 },
	't-invest': { l: 0.275, c: 0.036, hue: 85, least: 0 },
	't-congress': { l: 0.265, c: 0.038, hue: 'clay', offset: 2, least: 0 },
	line: { l: 0.35, c: 0.03, hue: 'water', offset: 16, least: 0 },
	sun: { l: 0.84, c: 0.14, hue: 82, least: 0 },
	edge: { l: 0.62, c: 0.03, hue: 'water', offset: 10, least: 3.2 },
	ink: { l: 0.945, c: 0.012, hue: 'water', offset: -5, least: 12 },
	ink2: { l: 0.8, c: 0.02, hue: 'water', least: 7 },
	link: { l: 0.83, c: 0.085, hue: 'water', offset: 2, least: 7 },
	sea: { l: 0.8, c: 0.085, hue: 'water', offset: -5, least: 6.5 },
	brick: { l: 0.77, c: 0.115, hue: 'clay', offset: 7, least: 6.5 },
	leaf: { l: 0.82, c: 0.09, hue: 158, least: 6.5 },
	ochre: { l: 0.84, c: 0.11, hue: 85, least: 6.5 },
};

const surfaces = ['page', 'pan', 'sky', 't-living', 't-visit', 't-invest', 't-congress'];

/** Strength is spared where a colour carries a meaning of its own: fields of green, ochre and sun. */
function toHex({ l, c, hue, offset = 0 }: Recipe, look: LookHues, lightness = l): string {
	const isOwn = typeof hue === 'string';
	const degrees = isOwn ? look[hue] + offset : hue;
	const colour: Oklch = {
		mode: 'oklch',
		l: lightness,
		c: c * (isOwn ? look.strength : 0.4 + 0.6 * look.strength),
		h: (degrees + 360) % 360,
	};
	return formatHex(clampChroma(colour, 'oklch'));
}

/** Least contrast of a colour over all surfaces it may stand on. */
export function leastContrast(colour: string, roles: Roles): number {
	return Math.min(...surfaces.map((surface) => wcagContrast(colour, roles[surface] ?? '#fff')));
}

function rolesOf(recipes: Record<string, Recipe>, look: LookHues, step: number): Roles {
	const roles: Record<string, string> = {};
	for (const [name, recipe] of Object.entries(recipes)) {
		let lightness = recipe.l;
		roles[name] = toHex(recipe, look);
		// Hues differ in luminance at equal lightness: move until the contrast holds.
		while (
			recipe.least > 0 &&
			leastContrast(roles[name], roles) < recipe.least &&
			lightness > 0.05 &&
			lightness < 0.99
		) {
			lightness += step;
			roles[name] = toHex(recipe, look, lightness);
		}
	}
	return roles;
}

/** Roles of both themes for the hues of a look; every text role reaches its contrast on every surface. */
export function colourRoles(look: LookHues): { readonly light: Roles; readonly dark: Roles } {
	return { light: rolesOf(light, look, -0.005), dark: rolesOf(dark, look, 0.005) };
}

/** Quiet grey-blue for a site without a look of its own. */
export const neutralHues: LookHues = { water: 245, clay: 260, strength: 0.45 };

/** Custom properties of both themes, for print and for more contrast, as a style sheet. */
export function lookStyleSheet(look: LookHues): string {
	const roles = colourRoles(look);
	const declare = (theme: Roles) =>
		Object.entries(theme)
			.map(([name, value]) => `--${name}:${value}`)
			.join(';');
	const lightOnly = ['line', 'edge', 'link', 'sea', 'brick', 'leaf', 'sun', 'ochre'];
	const print = lightOnly.map((name) => `--${name}:${roles.light[name]}`).join(';');
	return `:root{${declare(roles.light)}}
@media (prefers-color-scheme:dark){:root{${declare(roles.dark)};--focus:var(--sun);--focus-halo:var(--page)}}
@media print{:root{${print};--page:#fff;--pan:#fff;--ink:#000;--ink2:#333;--sky:#fff;--t-living:#fff;--t-visit:#fff;--t-invest:#fff;--t-congress:#fff}}
`;
}
