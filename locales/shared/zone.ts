/** Where every day and hour is that people read. */
export const ZONE = 'Asia/Shanghai';
