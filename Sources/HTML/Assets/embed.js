// In a frame of another page only the reader's own clock is added.
import { localTimes } from "./times.js";

localTimes(document);
