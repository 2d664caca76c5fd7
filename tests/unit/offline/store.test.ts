import { expect, test } from 'vitest';
import { sayFailure } from '#offline/failure.ts';
import { FetchError, isHashed, pictureKey, TooLargeError } from '#offline/store.ts';

test('versions of one picture have one key, other pictures and other files have not', () => {
	const key = pictureKey('/portal/_pictures/visit-bay-480.0123456789abcdef.avif');
	expect(key).toBe('/portal/_pictures/visit-bay.0123456789abcdef');
	expect(pictureKey('/portal/_pictures/visit-bay-1200.0123456789abcdef.webp')).toBe(key);
	expect(pictureKey('/portal/_pictures/visit-bay-480.fedcba9876543210.avif')).not.toBe(key);
	expect(pictureKey('/portal/_pictures/visit-bay-card.0123456789abcdef.png')).not.toBe(key);
	expect(pictureKey('/portal/mark.svg')).toBeUndefined();
	expect(pictureKey('/portal/_assets/site.abc.css')).toBeUndefined();
});

test('only what lies under a name with a hash never changes', () => {
	expect(isHashed('/portal/_assets/site.abc.css', '/portal/')).toBe(true);
	expect(isHashed('/portal/_pictures/bay.0123456789abcdef.svg', '/portal/')).toBe(true);
	expect(isHashed('/portal/mark.svg', '/portal/')).toBe(false);
	expect(isHashed('/_assets/site.abc.css', '/portal/')).toBe(false);
});

const words = { tooLarge: 'over {{limit}}', noNetwork: 'no network', noRoom: 'no room', failed: 'not allowed' };

test.each([
	[new TooLargeError('x'), 'en-GB', 'over 1 MB'],
	[new TooLargeError('x'), 'ru', 'over 1 МБ'],
	[new FetchError('x'), 'en-GB', 'no network'],
	[new DOMException('full', 'QuotaExceededError'), 'en-GB', 'no room'],
	[new DOMException('private', 'SecurityError'), 'en-GB', 'not allowed'],
	['odd', 'en-GB', 'not allowed'],
])('why a page was not saved is told in words: %s in %s', (error, tag, said) => {
	expect(sayFailure(error, words, tag).replace(/\u00a0/g, ' ')).toBe(said);
});
