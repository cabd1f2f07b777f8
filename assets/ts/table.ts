/** What pages with tables load in the place of the checklist's script: the same, and tables. One bundle weighs less than two. */
import "./checklist/tables";
import "./checklist";
