import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The administrator's token: the setting's, or one made at the first start and kept in the data folder. `created` says that it was made now. */
export async function readAdminToken(setting: string | undefined, dataDir: string): Promise<{ readonly token: string; readonly created: boolean }> {
  if (setting !== undefined) return { token: setting, created: false };
  const file = join(dataDir, 'admin.token');
  if (existsSync(file)) return { token: readFileSync(file, 'utf8').trim(), created: false };

  const token = randomBytes(24).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return { token, created: true };
}
