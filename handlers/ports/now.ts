/** The one clock. */
export type Now = () => Date;
