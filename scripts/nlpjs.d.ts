declare module '@nlpjs/core' {
  interface Container {
    use(plugin: unknown): unknown;
  }
  const core: { containerBootstrap(): Promise<Container> | Container };
  export default core;
}

declare module '@nlpjs/lang-zh' {
  const chinese: { readonly LangZh: unknown };
  export default chinese;
}

declare module '@nlpjs/nlu' {
  interface Nlu {
    train(corpus: readonly { readonly utterance: string; readonly intent: string }[], settings: { readonly log: boolean }): Promise<unknown>;
    process(utterance: string): Promise<{ readonly classifications?: readonly { readonly intent: string }[] }>;
  }
  const nlu: { readonly NluNeural: new (settings: { readonly locale: string; readonly container: unknown; readonly log: boolean; readonly useNoneFeature: boolean }) => Nlu };
  export default nlu;
}
