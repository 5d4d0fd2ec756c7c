// The entry of the page's own scripts. Every page works without them, the phone excepted.
import "./announce.js";
import "./drafts.js";
import "./keys.js";
import "./line.js";
import "./start.js";

// What one page alone needs comes with that page.
if (document.querySelector("[data-drill]")) import("./drill.js");
if (document.querySelector("[data-progress]")) import("./progress.js");
