/** How somebody says that this account is theirs too: the word, perhaps a demand's number, and the code. */
export const BINDS = /^\s*(?:绑定|找回|bind|recover)[\s:：]+(?:(\d{5,12})[\s,，]+)?([A-Za-z0-9]{4})[-\s]?([A-Za-z0-9]{4})\s*$/i;
/** How a resident asks for a code to be recognised by after a change of account. */
export const WANTS_CODE = /^\s*(?:找回码|换号|换账号|recovery code)\s*$/i;
