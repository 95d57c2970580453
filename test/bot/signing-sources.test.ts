import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { startInProcess, type Product } from '../support/product.ts';

const SECRET = 'a-secret-of-the-hotline';

describe('sources that sign', () => {
  let signing: Product;
  let others: Product;
  before(async () => {
    signing = await startInProcess({ env: { INTAKE_SECRETS: `media=a-secret-of-the-media, mayor-hotline=${SECRET}` } });
    others = await startInProcess();
  });
  after(async () => {
    await signing.stop();
    await others.stop();
  });

  let serial = 0;
  async function handIn({ url }: Product, source: string, secret: string): Promise<number> {
    const body = JSON.stringify({ source, externalId: `e-${++serial}`, text: '银杏花园6号楼路灯坏了' });
    const [id, at] = [`w-${serial}`, String(Math.floor(Date.now() / 1000))];
    const signature = `v1,${createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')}`;
    return (await fetch(`${url}/api/intake`, { method: 'POST', headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature }, body })).status;
  }

  it('are known by the secret set for them, and by no other', async () => {
    expect(await handIn(signing, 'mayor-hotline', SECRET)).to.equal(201);
    for (const secret of ['', 'a-secret-of-the-media']) expect(await handIn(signing, 'mayor-hotline', secret)).to.equal(401);
  });

  it('are none where no secret is set, not even one without a name', async () => {
    expect(await handIn(others, 'mayor-hotline', '')).to.equal(401);
    expect(await handIn(others, '', '')).to.equal(401);
  });
});
