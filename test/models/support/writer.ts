import { connectStore } from '../../../models/connect.ts';

const [, , dataDir = ''] = process.argv;
const store = await connectStore({ dataDir });
const collection = store.connection.collection<{ _id: string; version: number }>('matters');
for (let nth = 1; ; nth++) {
  await collection.insertOne({ _id: `m${nth}`, version: 1 });
  await collection.updateOne({ _id: `m${nth}` }, { $set: { version: 2 } });
  process.stdout.write(`${nth}\n`);
  await new Promise(setImmediate);
}
