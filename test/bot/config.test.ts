import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { readConfig, WrongSettings } from '../../bot/config.ts';
import { limitsOf } from '../../bot/delivery.ts';
import { aboutSetting, SETTING_NAMES } from '../../bot/settings.ts';
import { settingsTexts as english } from '../../locales/en/settings.ts';
import { settingsTexts as chinese } from '../../locales/zh-CN/settings.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const A_SECRET = 'do not show this anywhere';

function complaintsOf(env: Record<string, string>, argv: string[] = []): string {
  try {
    readConfig(env, argv);
  } catch (error) {
    if (error instanceof WrongSettings) return error.message;
    throw error;
  }
  return '';
}

describe('the settings', () => {
  it('start the sandbox on this computer when nothing is set', () => {
    const config = readConfig({}, []);
    expect(config).to.include({ sandbox: true, WECHATY_PUPPET: 'sandbox', HOST: '127.0.0.1', PORT: 3000, DISTRICT: 'wuchang', DATA_DIR: './data', LOCALE: 'zh-CN' });
    expect(config).to.include({ JOIN_WINDOW_MS: 2500, JOIN_LONGEST_MS: 15_000, SEND_PER_CONVERSATION_MS: 0, SEND_PER_ACCOUNT_MS: 0, MESSAGES_PER_MINUTE: 0, GROUP_LETTERS_PER_DAY: 0 });
    expect(config).not.to.have.any.keys('MONGODB_URI', 'DATA_KEY', 'ADMIN_TOKEN', 'OPENAI_API_KEY', 'DIRECTORY');
  });

  it('speak unhurriedly and to every address with a real account', () => {
    const config = readConfig({ WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_x' }, []);
    expect(config).to.include({ sandbox: false, HOST: '0.0.0.0', SEND_PER_CONVERSATION_MS: 1000, SEND_PER_ACCOUNT_MS: 300, MESSAGES_PER_MINUTE: 60, GROUP_LETTERS_PER_DAY: 30 });
    expect(limitsOf(config, 'wechaty-puppet-padlocal')).to.include({ perConversationMs: 1000, perAccountMs: 300 });
    for (const messenger of ['kf', 'oa', 'wecom']) expect(limitsOf(config, messenger)).to.include({ perConversationMs: 200, perAccountMs: 20 });
  });

  it('hold as they are set, an explicit zero too', () => {
    const config = readConfig({ WECHATY_PUPPET: 'wechaty-puppet-padlocal', SEND_PER_CONVERSATION_MS: '0', PORT: '0', HOST: '10.0.0.1' }, []);
    expect(config).to.include({ SEND_PER_CONVERSATION_MS: 0, PORT: 0, HOST: '10.0.0.1' });
    expect(limitsOf(config, 'kf')).to.include({ perConversationMs: 0, perAccountMs: 20 });
  });

  it('can be given as arguments, which go before the environment', () => {
    expect(readConfig({ DISTRICT: 'wuchang', PORT: '1' }, ['--district', 'panlong', '--port=8080', '--send-per-conversation-ms', '5'])).to.include({
      DISTRICT: 'panlong',
      PORT: 8080,
      SEND_PER_CONVERSATION_MS: 5,
    });
  });

  it('take an empty value for none', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: ' ' }, []).PORT).to.equal(3000);
  });

  it('leave what belongs to other programs alone', () => {
    expect(complaintsOf({ PATH: '/bin', HOME: '/root', HOSTNAME: 'h', LANG: 'C', npm_config_port: '1', OPENAI_ORG_ID: 'x', WECHATY_PUPPET_PADLOCAL_TOKEN: 'x', MONGODB_TEST_URI: 'x', NODE_OPTIONS: '' })).to.equal('');
  });

  for (const [written, meant] of [
    ['DISTRCT', 'DISTRICT'],
    ['MONGODB_URL', 'MONGODB_URI'],
    ['PROT', 'PORT'],
    ['data_dir', 'DATA_DIR'],
    ['WECHATY_PUPPET_SERVICE_TOKENS', 'WECHATY_PUPPET_SERVICE_TOKEN'],
  ] as const) {
    it(`ask whether ${written} should be ${meant}`, () => {
      expect(complaintsOf({ [written]: 'x' })).to.contain(`${written}: 没有这项设置，您要写的是 ${meant} 吗？`);
    });
  }

  it('complain of unknown ones with a prefix that is ours', () => {
    expect(complaintsOf({ JOIN_AFTERWARDS: '1' })).to.contain('JOIN_AFTERWARDS: There is no such setting.');
  });

  it('say in either language what may be chosen', () => {
    expect(complaintsOf({ LOCALE: 'fr' })).to.contain('LOCALE: 只能是其中之一：zh-CN、en').and.to.contain('LOCALE: must be one of: zh-CN, en');
  });

  it('complain of everything at once, in Chinese and in English', () => {
    const told = complaintsOf({ PORT: '70000', DISTRICT: 'Wu Chang', TICK_MS: 'soon', MONGODB_URI: 'localhost', MONGDB_URI: 'x' }, ['--colour', 'red', 'stray', '--locale']);
    for (const name of ['PORT', 'DISTRICT', 'TICK_MS', 'MONGODB_URI', 'MONGDB_URI', '--colour', 'stray', '--locale']) {
      expect(told.split(`  ${name}: `), name).to.have.length(3);
    }
    expect(told).to.contain('PORT: 要填 0 到 65535 之间的整数').and.to.contain('PORT: must be a whole number from 0 to 65535');
  });

  it('never show the value of one that is wrong', () => {
    const told = complaintsOf({ DATA_KEY: A_SECRET, ADMIN_TOKEN: A_SECRET, MONGODB_URI: A_SECRET, OPENAI_BASE_URL: A_SECRET });
    expect(told).to.contain('DATA_KEY').and.not.to.contain(A_SECRET);
  });

  it('refuse the sandbox in production', () => {
    expect(complaintsOf({ NODE_ENV: 'production' })).to.contain('WECHATY_PUPPET: 正式环境不能用体验渠道');
    expect(complaintsOf({ NODE_ENV: 'production', WECHATY_PUPPET: 'sandbox' })).to.contain('The sandbox is not for production');
  });

  it('want a key in production when the database is shared', () => {
    const production = { NODE_ENV: 'production', WECHATY_PUPPET: 'wechaty-puppet-x', MONGODB_URI: 'mongodb://db/shaozi' };
    expect(complaintsOf(production)).to.contain('DATA_KEY: ');
    expect(complaintsOf({ ...production, DATA_KEY: KEY })).to.equal('');
  });

  it('want a token for a puppet service', () => {
    expect(complaintsOf({ WECHATY_PUPPET: 'wechaty-puppet-service' })).to.contain('WECHATY_PUPPET_SERVICE_TOKEN: ');
  });

  it('want the longest wait to be at least the pause', () => {
    expect(complaintsOf({ JOIN_WINDOW_MS: '20000' })).to.contain('JOIN_LONGEST_MS: ');
  });

  it('either hold or complain, whatever is set', () => {
    const name = fc.constantFrom(...SETTING_NAMES);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), fc.array(fc.oneof(fc.string(), name.map((one) => `--${one.toLowerCase()}`))), (env, argv) => {
        expect(complaintsOf(env, argv)).to.be.a('string');
      }),
    );
  });
});

describe('.env.example', () => {
  it('lists every setting with its default and what it is for, and nothing else', () => {
    const blocks = SETTING_NAMES.map((name) => `# ${chinese[`settings.${name}`]}\n# ${english[`settings.${name}`]}\n# ${name}=${aboutSetting(name).shown}\n`);
    const [, ...listed] = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split(/\n(?=\n)\n/);
    expect(listed.map((block) => `${block.trim()}\n`)).to.deep.equal(blocks);
  });

  it('holds with every default written out', () => {
    const written = Object.fromEntries(SETTING_NAMES.map((name) => [name, aboutSetting(name).shown]));
    expect(readConfig(written, [])).to.deep.equal(readConfig({}, []));
  });
});
