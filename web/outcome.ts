/** The languages that HTTP answers in. */
export type Language = 'zh-CN' | 'en';

/** What is filled into a sentence. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** The value, or the name of why not; `refusal.<name>` or `http.refusal.<name>` is the sentence for it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: string; readonly params?: Params | undefined };
