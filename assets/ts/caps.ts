/** How much fits: what the site saves it must be able to open again. */

/** Characters in a note or another long text, and in a line such as an owner. */
export const LONGEST_TEXT = 10_000;
export const LONGEST_LINE = 300;
/** Rows in a table. */
export const MOST_ROWS = 300;
/** Respondents in an assessment, and its closed rounds. */
export const MOST_VOICES = 200;
export const MOST_ROUNDS = 50;
/** Checklists in a project; the site itself has far fewer. */
export const MOST_PLACES = 300;
