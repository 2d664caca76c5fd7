import { parentPort, workerData } from 'node:worker_threads';
import { judgePictures } from './pictures.ts';

// A thread that judges pictures: told where they lie, it tells what is wrong with each, and ends.
const { root, pictures } = workerData as { readonly root: string; readonly pictures: readonly string[] };
parentPort?.postMessage(await judgePictures(root, pictures));
