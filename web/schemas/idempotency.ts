import { z } from 'zod';

/** Visible characters, in quotation marks as the draft has it, or without. */
const WRITTEN = /^(?:"(?<quoted>[\x21\x23-\x5b\x5d-\x7e]{1,255})"|(?<bare>[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,255}))$/;

/** The key of `Idempotency-Key`, without its quotation marks. */
const Key = z
  .string()
  .regex(WRITTEN, { error: 'http.wrong.idempotency-key', abort: true })
  .transform((written) => written.replaceAll('"', ''))
  .optional()
  .meta({ type: 'string', maxLength: 257, description: 'draft-ietf-httpapi-idempotency-key-header. Same caller, demand, key and command: done once, answered as the first time. Same key, another command: 422. Kept with the demand, as long as the demand; a refused command keeps no key.', example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"' });

/** What a command is read of besides its body. */
export const CommandHeaders = z.object({ 'idempotency-key': Key });
