import { expect } from 'chai';
import type { Channel, Incoming, SayResult } from '../../handlers/channel.ts';

/** One kind of channel, ready to be tried. */
export interface Trial {
  readonly channel: Channel;
  /** Somebody who can be told something says these words; gives once the channel has had its chance to bring them. */
  readonly says: (text: string) => Promise<void>;
  /** Brings everything that was said once more. */
  readonly again: () => Promise<void>;
  readonly account: string;
  readonly stranger: string;
  /** What the person was shown. */
  readonly shown: () => Promise<readonly string[]> | readonly string[];
  /** Cuts the channel off from its messenger. */
  readonly cutOff: () => Promise<void> | void;
  readonly end: () => Promise<void>;
}

/** What every channel keeps to, whatever is behind it. */
export function itIsAChannel(name: string, open: () => Promise<Trial>): void {
  describe(`${name}, as a channel,`, () => {
    let trial: Trial;
    let received: Incoming[];
    let refuses: boolean;
    const letter = (key: string, text: string, account = trial.account) => ({ key, to: { account }, text });
    const known = () => new Map(received.map((message) => [message.messageId, message]));

    beforeEach(async () => {
      received = [];
      refuses = false;
      trial = await open();
      await trial.channel.start((message) => {
        if (refuses) return Promise.reject(new Error('the store is away'));
        received.push(message);
        return Promise.resolve();
      });
    });
    afterEach(() => trial.end());

    it('brings what is said, with who said it and under its own id', async () => {
      await trial.says('路灯坏了');
      expect(received).to.have.length(1);
      expect(received[0]).to.deep.include({ channel: trial.channel.id, account: trial.account, kind: 'text', text: '路灯坏了', mentionsBot: false });
      expect(received[0]?.at).to.be.instanceOf(Date);
    });

    it('gives each message one id, however often it is brought', async () => {
      await trial.says('一');
      await trial.says('二');
      await trial.again();
      expect([...known().values()].map(({ text }) => text)).to.have.members(['一', '二']);
    });

    it('brings again what could not be stored', async () => {
      refuses = true;
      await trial.says('要紧的').catch(() => undefined);
      refuses = false;
      await trial.again();
      expect([...known().values()].map(({ text }) => text)).to.include('要紧的');
    });

    it('says what is to be said, to whom it is for', async () => {
      await trial.says('在吗');
      expect(await trial.channel.say(letter('k1', '已登记'))).to.include({ outcome: 'sent' });
      expect(await trial.shown()).to.deep.equal(['已登记']);
    });

    it('never calls sent what somebody unknown cannot have heard', async () => {
      const result: SayResult | Error = await trial.channel.say(letter('k2', '在吗', trial.stranger)).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      if (!(result instanceof Error)) expect(result.outcome).not.to.equal('sent');
    });

    it('tells an outage from a refusal, and shows it', async () => {
      await trial.says('在吗');
      expect(trial.channel.health().up).to.be.true;
      await trial.cutOff();
      const failure = await trial.channel.say(letter('k3', '喂')).then(() => undefined, (error: unknown) => error);
      expect(failure).to.be.instanceOf(Error);
      expect(trial.channel.health().up).to.be.false;
    });

    it('has a word for what it may say first', () => {
      const { proactive, groups } = trial.channel.capabilities;
      expect(['always', 'window']).to.include(proactive.kind);
      expect(groups).to.be.a('boolean');
    });
  });
}
