import { expect } from 'chai';
import { Refused, type Saying } from '../../web/pages/sandbox/api.ts';
import type { Message, Person } from '../../web/pages/sandbox/contract.ts';
import { BOT, createConversations } from '../../web/pages/sandbox/conversations.ts';

const LAN: Person = { id: 'lan', name: '兰婶', roles: ['resident'], unit: undefined, grid: undefined, rooms: ['poplar'] };
const AT = '2026-03-18T12:00:00+08:00';

function message(seq: number, over: Partial<Message> = {}): Message {
  return { seq, id: `m${String(seq)}`, from: BOT, text: `第${String(seq)}句`, at: AT, kind: undefined, image: undefined, quote: undefined, ...over };
}

function aServer() {
  const stored: Message[] = [];
  const sent: Saying[] = [];
  const marks = new Map<string, number>();
  const server = { answer: (): Promise<string> => Promise.resolve('m9') };
  const conversations = createConversations(
    {
      api: {
        messages: (chat, after) => Promise.resolve('person' in chat ? stored.filter(({ seq }) => seq > after) : []),
        send: (saying) => {
          sent.push(saying);
          return server.answer();
        },
      },
      marks: { read: (person, chat) => marks.get(person + chat) ?? 0, mark: (person, chat, seq) => void marks.set(person + chat, seq) },
      now: () => Date.parse(AT),
    },
    LAN,
  );
  const shown = (): string[] => conversations.chat(BOT).items.map(({ id }) => id);
  return { conversations, stored, sent, marks, server, shown };
}

describe('the chats of a person', () => {
  it('show that a message was taken back, in its old place, by whoever said it alone', async () => {
    const { conversations, stored, shown } = aServer();
    stored.push(message(1, { from: 'lan', text: '说错了' }), message(2));
    await conversations.catchUp();
    conversations.receive(BOT, message(3, { from: 'wu', kind: 'recall', quote: { id: 'm1', from: 'lan', text: '' } }));
    expect(conversations.chat(BOT).items[0]).to.include({ text: '说错了' });
    conversations.receive(BOT, message(4, { from: 'lan', kind: 'recall', quote: { id: 'm1', from: 'lan', text: '' } }));
    expect(shown()).to.deep.equal(['m1', 'm2']);
    expect(conversations.chat(BOT).items[0]).to.include({ kind: 'recalled', text: '', was: '说错了' });
  });

  it('take an own message back, or tell why not', async () => {
    const { conversations, sent, server } = aServer();
    const said = message(1, { from: 'lan' });
    expect(await conversations.takeBack(BOT, said)).to.equal(undefined);
    expect(await conversations.takeBack('poplar', said)).to.equal(undefined);
    expect(sent).to.deep.equal([{ from: 'lan', room: undefined, recall: 'm1' }, { from: 'lan', room: 'poplar', recall: 'm1' }]);
    server.answer = () => Promise.reject(new Refused(409, '太晚了'));
    expect(await conversations.takeBack(BOT, said)).to.equal('太晚了');
    server.answer = () => Promise.reject(new Error('no network'));
    expect(await conversations.takeBack(BOT, said)).to.equal('');
  });

  it('show each message once and in order, however it arrives', async () => {
    const { conversations, stored, shown } = aServer();
    stored.push(message(1), message(2), message(3));
    conversations.receive(BOT, message(3));
    conversations.receive(BOT, message(1));
    conversations.receive(BOT, message(1));
    expect(shown()).to.deep.equal(['m1', 'm3']);
    await conversations.catchUp();
    expect(shown()).to.deep.equal(['m1', 'm2', 'm3']);
  });

  it('catch up with what was said while nobody listened', async () => {
    const { conversations, stored, shown } = aServer();
    stored.push(message(1));
    await conversations.catchUp();
    stored.push(message(2));
    await conversations.catchUp();
    expect(shown()).to.deep.equal(['m1', 'm2']);
  });

  it('show own words at once, and once, when the stream is faster than the answer', async () => {
    const { conversations, server, shown } = aServer();
    let accept: (id: string) => void = () => undefined;
    server.answer = () => new Promise((resolve) => (accept = resolve));
    const said = conversations.say(BOT, { text: '灯坏了' });
    expect(conversations.chat(BOT).drafts.map(({ state }) => state)).to.deep.equal(['sending']);
    conversations.receive(BOT, message(9, { from: 'lan', text: '灯坏了' }));
    expect(conversations.chat(BOT).drafts).to.deep.equal([]);
    accept('m9');
    await said;
    expect(shown()).to.deep.equal(['m9']);
    expect(conversations.chat(BOT).drafts).to.deep.equal([]);
  });

  it('keep what could not be sent, with its reason, until it is sent again', async () => {
    const { conversations, server, sent } = aServer();
    server.answer = () => Promise.reject(new Refused(413, '太大'));
    await conversations.say(BOT, { text: '灯坏了' });
    const [kept] = conversations.chat(BOT).drafts;
    expect(kept).to.include({ text: '灯坏了', state: 'failed', why: '太大' });
    server.answer = () => Promise.resolve('m9');
    await conversations.retry(BOT, kept!);
    conversations.receive(BOT, message(9, { from: 'lan', text: '灯坏了' }));
    expect(sent.length).to.equal(2);
    expect(conversations.chat(BOT).drafts).to.deep.equal([]);
  });

  it('count as unread what others said since the mark', () => {
    const { conversations, marks } = aServer();
    marks.set(LAN.id + BOT, 1);
    for (const one of [message(1), message(2), message(3, { from: 'lan' })]) conversations.receive(BOT, one);
    expect(conversations.unread(BOT)).to.equal(1);
  });

  it('forget their marks when the sandbox was begun anew', async () => {
    const { conversations, stored, marks } = aServer();
    marks.set(LAN.id + BOT, 500);
    stored.push(message(1));
    await conversations.catchUp();
    expect(conversations.unread(BOT)).to.equal(1);
  });

  it('list the bot first, then the group where something was said last', () => {
    const { conversations } = aServer();
    conversations.receive('poplar', message(7));
    expect(conversations.chats.value.map(({ key }) => key)).to.deep.equal([BOT, 'poplar']);
  });
});
