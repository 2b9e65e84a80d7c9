/** Begins every line that a suite prints, so that they are found in the workbench's own log. Has no width. */
export const MARK = '\u2060';
