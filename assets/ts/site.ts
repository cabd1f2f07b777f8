/** What every page does in the browser. */
import { markAged } from "./age";

markAged(document, new Date());
