import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Where this machine's Chromium is: `CHROMIUM_PATH`, else the first on the path; undefined when there is none. */
export function chromiumPath(env = process.env): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [env['CHROMIUM_PATH'] ?? '', ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))];
  return candidates.find((path) => path !== '' && isProgram(path));
}

/** Starts a Chromium without a window that fetches nothing by itself. */
export function openChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
