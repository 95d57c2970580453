/** What staff write to be let in to the pages. */
export const SIGN_IN_WORDS: readonly string[] = ['登录', '登陆', '登录码', '登录后台', '登录指挥台', 'sign in', 'log in', 'login', 'signin'];
