/** What pages with tables load beside the checklist's script. */
import { kinds } from "./checklist/kinds";
import { rows } from "./checklist/rows";

kinds().table = rows;
