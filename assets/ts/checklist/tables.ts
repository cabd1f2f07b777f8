/** Adds the table to the kinds that a page's script knows. */
import { kinds } from "./kinds";
import { rows } from "./rows";

kinds().table = rows;
