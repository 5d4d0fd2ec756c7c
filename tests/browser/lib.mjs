// What a journey needs, under one name.
export { Failure, Person, must } from './keyboard.mjs';
export { Auditor } from './audit.mjs';
export { Server } from './server.mjs';
export { pattern, texts } from './texts.mjs';
