import type { Cue } from './vtt.ts';

/** A film, a recording or captions as pages use it. */
export interface MediaFile {
	/** Site-absolute address; carries a hash of the bytes. */
	readonly src: string;
	readonly bytes: number;
	/** Type for `<source>` and enclosures, as `video/mp4`. */
	readonly type: string;
	/** Length in seconds; undefined for captions. */
	readonly durationSeconds: number | undefined;
	/** Size of the picture in pixels; undefined where there is none. */
	readonly width: number | undefined;
	readonly height: number | undefined;
	/** Captions in order; empty for films and recordings. */
	readonly cues: readonly Cue[];
}
