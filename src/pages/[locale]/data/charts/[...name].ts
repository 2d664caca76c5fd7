import type { APIRoute } from 'astro';
import { figureFile, figureFiles, type FigureFile } from '#components/chart/chart-files.ts';
import { site } from '#site/index.ts';

const types = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv' } as const;

export const getStaticPaths = () =>
	figureFiles(site).map(({ locale, name, file }) => ({ params: { locale, name }, props: { file } }));
export const GET: APIRoute<{ file: FigureFile }> = async ({ props: { file } }) => {
	const made = await figureFile(site, file);
	return new Response(typeof made === 'string' ? made : new Uint8Array(made), {
		headers: { 'content-type': types[file.format] },
	});
};
