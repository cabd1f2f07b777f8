/** How much fits: what the site saves it must be able to open again. */

/** Characters in a note or another long text, and in a line such as an owner. */
export const LONGEST_TEXT = 10_000;
export const LONGEST_LINE = 300;
/** Rows in a table. */
export const MOST_ROWS = 300;
