import core from '@nlpjs/core';
import chinese from '@nlpjs/lang-zh';
import nlu from '@nlpjs/nlu';
import winkNaiveBayes from 'wink-naive-bayes-text-classifier';
import { bareText } from '../../understanding/classify/bare-text.ts';
import { firstWords } from '../../understanding/classify/training/train-heads.ts';

/** A letter that peers learn from. */
export interface PeerLetter {
  readonly title: string | null;
  readonly detail: string;
  readonly label: string;
}

/** Tells the head of a text, as another program does it. */
export type Peer = (text: string) => string | Promise<string>;

/** wink's naive Bayes over pairs of characters, learnt from whole letters, their first words and their titles. */
export function naiveBayesPeer(letters: readonly PeerLetter[]): Peer {
  const peer = winkNaiveBayes();
  peer.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  peer.definePrepTasks([(text) => Array.from({ length: Math.max(text.length - 1, 1) }, (_, at) => text.slice(at, at + 2))]);
  for (const { detail, title, label } of letters) for (const text of [detail, firstWords(detail), title ?? '']) if (text !== '') peer.learn(bareText(text), label);
  peer.consolidate();
  return (text) => peer.predict(bareText(text));
}

/** NLP.js with its Chinese, learnt from titles: with first words too it takes ten times as long and is no better, with whole letters far longer. */
export async function nlpJsPeer(letters: readonly PeerLetter[]): Promise<Peer> {
  const container = await core.containerBootstrap();
  container.use(chinese.LangZh);
  const peer = new nlu.NluNeural({ locale: 'zh', container, log: false, useNoneFeature: false });
  const corpus = letters.flatMap(({ title, label }) => (title === null ? [] : [{ utterance: bareText(title), intent: label }]));
  await peer.train(corpus, { log: false });
  return async (text) => (await peer.process(bareText(text))).classifications?.[0]?.intent ?? '';
}
