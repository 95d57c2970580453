import { expect } from 'chai';
import fc from 'fast-check';
import { createLog, maskText, type LogLevel } from '../../bot/log.ts';

function logging(level: LogLevel = 'info') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown> };
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const phone = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map((parts) => parts.join(''));
const idCard = fc.tuple(digits(6), fc.constantFrom('19700101', '20011231'), digits(3), fc.constantFrom('X', '4')).map((parts) => parts.join(''));
const bankCard = fc.tuple(fc.constantFrom('62', '45', '52'), fc.constantFrom(14, 17)).chain(([head, length]) => digits(length).map((rest) => head + rest));
const around = fc.constantFrom('', '电话', ' ', '：', 'tel:', '，');

describe('the log', () => {
  it('is one line of JSON for each thing that happened', () => {
    const { log, last, lines } = logging();
    log.info({ demand: 'd-1', count: 3, ok: true, none: null }, 'registered');
    expect(last()).to.deep.include({ level: 30, msg: 'registered', demand: 'd-1', count: 3, ok: true, none: null });
    expect(last()['time']).to.be.a('number');
    expect(lines[0]).to.match(/^\{[^\n]*\}\n$/);
  });

  it('never carries a phone, identity card or bank card number out, wherever it hides', () => {
    fc.assert(
      fc.property(fc.oneof(phone, idCard, bankCard), around, around, (number, before, after) => {
        const { log, lines } = logging();
        const said = `${before}${number}${after}`;
        const error = Object.assign(new Error(`cannot reach ${said}`, { cause: new Error(said) }), { detail: said });
        log.info({ a: { b: [said, { c: said }] }, [said]: 1 }, 'nested');
        log.warn({ err: error }, 'failed');
        log.error(error, 'failed');
        log.error({ err: error, number: Number(number) }, said);
        expect(lines).to.have.length(4);
        for (const line of lines) expect(line).not.to.include(number);
      }),
    );
  });

  it('never carries out what was said, by whom, or where', () => {
    const { log, lines } = logging();
    log.info({ message: { text: '楼上漏水', accountName: '兰婶', at: { Address: '杨树里二号' } }, token: 'abc', people: [{ name: '吴叔' }] }, 'heard');
    for (const secret of ['漏水', '兰婶', '杨树里', 'abc', '吴叔']) expect(lines[0]).not.to.include(secret);
  });

  it('shortens account ids, and leaves enough to follow one through the log', () => {
    const { log, last } = logging();
    log.info({ account: 'wxid_a1b2c3d4e5f6', to: { room: '12345678901@chatroom' } }, 'for wxid_a1b2c3d4e5f6');
    expect(last()).to.deep.include({ account: 'wxid..f6', to: { room: '1234..om' }, msg: 'for wxid..f6' });
  });

  it('keeps the stack and the code of an error', () => {
    const { log, last } = logging();
    log.error({ err: Object.assign(new Error('gone'), { code: 'version-conflict' }) }, 'failed');
    expect(last()['err']).to.include({ type: 'Error', message: 'gone', code: 'version-conflict' });
    expect((last()['err'] as { stack: string }).stack).to.include('log.test');
  });

  it('says nothing below its level, and nothing at all when silent', () => {
    const { log, lines } = logging('warn');
    log.info({}, 'small');
    log.warn({}, 'large');
    const silent = logging('silent');
    silent.log.error({}, 'anything');
    expect(lines).to.have.length(1);
    expect(silent.lines).to.deep.equal([]);
  });

  it('leaves numbers alone that are nobody\'s', () => {
    for (const text of ['1740963600000', '2025-03-03T09:00:00.000+08:00', 'No. 20250303-0012', '12345', 'a3f1b2c4-1380-0138-0000-123456789012']) {
      expect(maskText(text)).to.equal(text);
    }
  });
});
