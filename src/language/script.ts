/** Script of a language, as `Cyrl` or `Hans`, from its tag. Style sheets tell languages apart by it. */
export function scriptOf(tag: string): string {
	return new Intl.Locale(tag).maximize().script ?? 'Latn';
}

/** Name of a language in another: `languageName('ru', 'en')` → “английский”. */
export function languageName(inTag: string, ofTag: string): string {
	return (
		new Intl.DisplayNames(inTag, { type: 'language', languageDisplay: 'standard' }).of(ofTag.split('-')[0] ?? ofTag) ??
		ofTag
	);
}

/** Name of a country in a language, by its ISO 3166 code: `regionName('ko', 'RU')` → “러시아”. */
export function regionName(inTag: string, code: string): string {
	return new Intl.DisplayNames(inTag, { type: 'region' }).of(code) ?? code;
}
