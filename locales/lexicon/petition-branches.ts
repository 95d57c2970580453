/** The branch of every head of the petition tree for what fits no other branch. */
export const otherBranch = '其他';
