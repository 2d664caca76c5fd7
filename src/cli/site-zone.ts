import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { siteSchema } from '#schema/site.ts';

/** Time zone of the site, from `site.yaml`; the content check has seen the file before. */
export async function siteZone(contentDir: string): Promise<string> {
	return siteSchema.parse(parse(await readFile(join(contentDir, 'site.yaml'), 'utf8'))).zone;
}
