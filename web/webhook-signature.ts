import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 over id, time and the raw body: how sources sign what they hand in, and we sign what they are told. */
export function webhookSignature(secret: string, { id, timestamp, raw }: { readonly id: string; readonly timestamp: string; readonly raw: string }): Buffer {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.${raw}`).digest();
}
