import { existsSync } from 'node:fs';
import { createSpeak } from '../locales/speak.ts';
import { buildPagesIfNeeded } from '../web/build.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { startFault } from './start-faults.ts';
import { start } from './start.ts';

const out = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig(process.env, process.argv.slice(2));
  const log = createLog({ level: config.LOG_LEVEL });
  await buildPagesIfNeeded({ info: (message) => log.info({}, message) });
  const speak = createSpeak();
  const running = await start(config, log).catch((error: unknown) => {
    const fault = startFault(error, config);
    throw fault === undefined ? error : new Error(speak(config.LOCALE, fault.key, fault.params), { cause: error });
  });
  const say = (key: Parameters<typeof speak>[1], params = {}) => out(speak(config.LOCALE, key, params));
  if (running.newDataKey) say('start.new-data-key', { folder: config.DATA_DIR });
  if (running.newAdminToken !== undefined) say('start.new-admin-token', { token: running.newAdminToken });
  say(config.sandbox ? 'start.ready-sandbox' : 'start.ready', { url: running.url, district: config.DISTRICT });

  const stop = () => void running.stop().then(() => process.exit(0), (error: unknown) => {
    log.error({ err: error }, 'Stopping failed');
    process.exit(1);
  });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
