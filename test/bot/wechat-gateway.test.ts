import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const ALONE = fileURLToPath(new URL('wechat-gateway.alone.ts', import.meta.url));

describe('Wechaty over a puppet service, in a process of its own', function () {
  this.timeout(170_000);

  it('notices silence, dials again, and loses nothing', async () => {
    await promisify(execFile)(process.execPath, [MOCHA, '--no-config', '--node-option', 'import=tsx', '--extension', 'ts', ALONE], { timeout: 160_000 });
  });
});
