import { ordinaryLimits } from '../../src/request/help-request';
import { openStorage } from '../../src/storage/storage';
import { noon } from '../request/stories';
import { open } from './examples';

// A bot that dies: opens the file it is given, commits one request, says so, and waits to be killed.
async function hold(file: string): Promise<void> {
  const clock = { now: () => noon, monotonic: () => 0 };
  const database = { kind: 'sqlite', file } as const;
  const storage = await openStorage({ database, dataKey: Buffer.alloc(32), limits: ordinaryLimits, clock });
  const { request } = await open(storage.requests);
  console.log(request.id);
  setInterval(() => undefined, 60_000);
}

void hold(process.argv[2] ?? '');
