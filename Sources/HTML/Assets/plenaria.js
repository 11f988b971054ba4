// Small enhancements; every page works without them. No HTML is ever made from text (Trusted Types are required).
import { localTimes } from "./times.js";
import { guardForms, sendByKeys, showCurrent } from "./forms.js";

localTimes(document);
guardForms(document);
sendByKeys(document);
showCurrent(document);
// The plan of the desk is fetched only where there is one.
if (document.getElementById("plan")) import("./plan.js").then((plan) => plan.planDesk(document));
if (document.querySelector("#doors, #mailing")) import("./doors.js").then((doors) => doors.doorsDesk(document));
if (document.querySelector("fieldset[data-if]")) import("./questions.js").then((module) => module.questions(document));
if (document.getElementById("sliders")) import("./index-sliders.js").then((module) => module.sliders(document));
if (document.querySelector(".outline")) import("./outline.js").then((module) => module.outline(document));
// What readers of a conference have besides: stars, news since the last look, a copy for when there is no connection.
if (location.pathname.startsWith("/e/")) {
  import("./stars.js").then((module) => module.stars(document));
  import("./news.js").then((module) => module.news(document));
  import("./offline.js").then((module) => module.offline(document));
}
