/** Signs that stand for the begin and the end of what is written for a table: runs of characters then tell where they stand. No text has them. */
export const BEGIN = '\ue900';
export const END = '\ue901';
