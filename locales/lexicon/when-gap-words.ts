/** Between a day and its hour: nothing, or a word or two. */
export const momentGap = /^(?:的|那天|当天|,|、| |大概|大约|差不多|约|将近|快|在|就|是|是在|夜里){0,2}$/;
/** Between a month and its day, a holiday and its weekday. */
export const refinedGap = /^(?:的|,| |就是|也就是|即|那个|那天){0,2}$/;
/** Between what comes again and the hour it comes at. */
export const againGap = /^(?:的|在|到|都|一到|就|从| |里)?$/;
/** Between the time something began and that it has come again since. */
export const restGap = /^(?:的|,| |就|都|里|我们|一直|几乎|基本|又){0,2}$/;
/** Nothing that ends a clause. */
export const oneClause = /^[^,。.!?;\n]*$/;
