import { AssertionError } from 'chai';
import { BOT } from '../../bot/sandbox/world.ts';
import type { Chat as ChatOf } from '../../scripts/sandbox-http.ts';
import type { SandboxMessage } from '../../web/schemas/sandbox.ts';

type Part = string | RegExp;

/** What one message must hold: words, a pattern, or several of them. */
export type Expected = Part | readonly Part[];

/** One chat as a play follows it. */
export interface Chat {
  readonly of: ChatOf;
  readonly take: (messages: readonly SandboxMessage[]) => void;
  /** The last message taken. */
  readonly last: () => number;
  readonly unread: () => readonly string[];
  readonly exactly: (expected: readonly Expected[]) => void;
  readonly among: (expected: readonly Expected[]) => void;
  readonly no: () => string;
  readonly lookAway: () => void;
}

/** Follows a chat from a message on; what fails prints all of it. */
export function createChat(of: ChatOf, nameOf: (id: string) => string, from: number): Chat {
  const all: SandboxMessage[] = [];
  let read = 0;
  let followed = false;
  const lookAway = () => void (read = all.length);
  const unread = () => {
    insist(followed ? undefined : '要在事情发生之前请上台');
    const texts = all.slice(read).filter(isBots).map(({ text }) => text);
    lookAway();
    return texts;
  };
  function insist(fault: string | undefined): void {
    if (fault !== undefined) throw new AssertionError(`${nameOf('person' in of ? of.person : of.room)}：${fault}\n\n${all.map((one) => lineOf(one, nameOf)).join('\n')}\n`);
  }

  return {
    of,
    take: (messages) => {
      all.push(...messages);
      followed = true;
    },
    last: () => all.at(-1)?.seq ?? from,
    unread,
    exactly: (expected) => insist(notExactly(unread(), expected)),
    among: (expected) => insist(notAmong(unread(), expected)),
    no: () => {
      const no = all.filter(isBots).flatMap(({ text }) => text.match(/(?<!\d)1\d{4}(?!\d)/g) ?? []).at(-1);
      insist(no === undefined ? '还没有听到编号' : undefined);
      return no ?? '';
    },
    lookAway,
  };
}

function notExactly(texts: readonly string[], expected: readonly Expected[]): string | undefined {
  const wrong = expected.findIndex((one, nth) => !fits(texts[nth], one));
  if (wrong >= 0) return `第 ${wrong + 1} 条应该有：${shown(expected[wrong])}\n实际是：${texts[wrong] ?? '（没有了）'}`;
  return texts.length > expected.length ? `多听到了：${texts.slice(expected.length).join('\n——\n')}` : undefined;
}

function notAmong(texts: readonly string[], expected: readonly Expected[]): string | undefined {
  let at = 0;
  for (const one of expected) {
    const found = texts.findIndex((text, nth) => nth >= at && fits(text, one));
    if (found < 0) return `没有听到：${shown(one)}`;
    at = found + 1;
  }
  return undefined;
}

function fits(text: string | undefined, expected: Expected): boolean {
  return text !== undefined && [expected].flat().every((part: Part) => (typeof part === 'string' ? text.includes(part) : part.test(text)));
}

function shown(expected: Expected | undefined): string {
  return [expected ?? ''].flat().map(String).join(' … ');
}

function lineOf({ from, at, text, image }: SandboxMessage, nameOf: (id: string) => string): string {
  return `  ${at.slice(5, 16).replace('T', ' ')} ${nameOf(from)}：${image === undefined ? '' : '［图片］'}${text.replaceAll('\n', '\n      ')}`;
}

function isBots({ from }: SandboxMessage): boolean {
  return from === BOT;
}
