import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../bot/config.ts';
import { createSpeak } from '../locales/speak.ts';
import { verifyStore } from './verify/verify-store.ts';

if (existsSync('.env')) process.loadEnvFile();
const config = readConfig(process.env, process.argv.slice(2));
const speak = createSpeak();
const report = await verifyStore({ uri: config.MONGODB_URI, dataDir: resolve(config.DATA_DIR) });
for (const { key, params } of report.lines) process.stdout.write(`${speak(config.LOCALE, key, params)}\n`);
process.exitCode = report.ok ? 0 : 1;
