import { expect } from 'chai';
import { Failed } from '../../web/pages/console/api.ts';
import { createBeginning } from '../../web/pages/console/beginning.ts';

describe('the beginning of the console', () => {
  /** A console that is begun, with the answers that its server gives one after the other. */
  const begun = (...answers: (string | Error)[]) => {
    let asked = 0;
    const enter = () => {
      const answer = answers[asked++] ?? expect.fail('asked once more');
      return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
    };
    const beginning = createBeginning(enter, (error) => (error instanceof Error ? error.message : ''));
    return { ...beginning, ended: beginning.begin(), asked: () => asked };
  };
  // Whatever waits for an answer has gone on after a turn of the program.
  const gone = () => new Promise<void>((resolve) => void setImmediate(resolve));

  it('gives who is signed in', async () => {
    const { ended, trouble } = begun('she');
    expect([await ended, trouble.value]).to.deep.equal(['she', '']);
  });

  it('takes nobody for signed in whom the server refuses', async () => {
    expect(await begun(new Failed(401, 'unknown')).ended).to.equal(undefined);
    expect(await begun(new Failed(403, 'forbidden')).ended).to.equal(undefined);
  });

  it('says that the server cannot be reached, and goes on when it is asked again', async () => {
    const { ended, trouble, retrying, again } = begun(new Failed(0, 'silent'), 'she');
    await gone();
    expect([trouble.value, retrying.value]).to.deep.equal(['silent', false]);
    again();
    await gone();
    expect(await ended).to.equal('she');
    expect([trouble.value, retrying.value]).to.deep.equal(['', false]);
  });

  it('says so anew when it fails anew, until then that it is being tried', async () => {
    const { trouble, retrying, again } = begun(new Failed(0, 'silent'), new Failed(500, 'broken'));
    await gone();
    again();
    await Promise.resolve();
    expect([trouble.value, retrying.value]).to.deep.equal(['silent', true]);
    await gone();
    expect([trouble.value, retrying.value]).to.deep.equal(['broken', false]);
  });

  it('ends in signing in when the server, reached again, knows nobody', async () => {
    const { ended, again, trouble } = begun(new Failed(0, 'silent'), new Failed(401, 'unknown'));
    await gone();
    again();
    expect([await ended, trouble.value]).to.deep.equal([undefined, '']);
  });

  it('is tried once for all who wait for it', async () => {
    const { ended, begin, again, asked } = begun(new Failed(0, 'silent'), 'she');
    const second = begin();
    await gone();
    again();
    expect([await ended, await second, asked()]).to.deep.equal(['she', 'she', 2]);
  });
});
