/** What pages with assessments load beside the checklist's script. */
import { kinds } from "./checklist/kinds";
import { ratings } from "./checklist/ratings";

kinds().assessment = ratings;
