/** A picture as pages show it. All addresses are site-absolute and carry a hash of the bytes. */
export interface Picture {
	/** Address for `<img src>`: the drawing itself, or a WebP of middle width. */
	readonly src: string;
	/** Size in CSS pixels of the largest version. */
	readonly width: number;
	readonly height: number;
	/** Versions for `<source>`, best format first; none for drawings, which scale by themselves. */
	readonly sources: readonly { readonly type: string; readonly srcset: string }[];
	/** A 1200 × 630 picture for sharing. */
	readonly card: string;
	/** A square picture of 1400 pixels, as directories of podcasts want it; pictures of the look have one. */
	readonly square?: string;
}
