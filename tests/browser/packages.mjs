// Where the two packages stand: the folder that the check command fills, or node_modules beside these files.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = process.env.PLATEAU_NODE;
const require = createRequire(folder ? path.join(folder, 'package.json') : import.meta.url);

/** `load(name)` gives a package, `load.source(file)` the text of one of its files. */
export const load = Object.assign((name) => require(name), {
  source: (file) => fs.readFileSync(require.resolve(file), 'utf8'),
});
