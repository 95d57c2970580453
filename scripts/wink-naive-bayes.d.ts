declare module 'wink-naive-bayes-text-classifier' {
  interface NaiveBayes {
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    definePrepTasks(tasks: ((text: string) => string[])[]): number;
    learn(text: string, label: string): boolean;
    consolidate(): boolean;
    predict(text: string): string;
  }
  export default function winkNaiveBayes(): NaiveBayes;
}
