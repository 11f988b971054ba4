// Small enhancements; every page works without them. No HTML is ever made from text (Trusted Types are required).
import { localTimes } from "./times.js";
import { guardForms } from "./forms.js";

localTimes(document);
guardForms(document);
// The plan of the desk is fetched only where there is one.
if (document.getElementById("plan")) import("./plan.js").then((plan) => plan.planDesk(document));
