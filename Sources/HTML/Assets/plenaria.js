// Small enhancements; every page works without them. No HTML is ever made from text (Trusted Types are required).
import { localTimes } from "./times.js";
import { guardForms } from "./forms.js";

localTimes(document);
guardForms(document);
