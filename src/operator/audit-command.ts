/** `npm run audit`: the audit trail, for auditors. Exit code 0 done, 1 broken or not erased, 2 could not run. */
import { environment } from '../config';
import { audit } from './audit/audit';

// A reader that goes away (`| head`) is told by the write; without a listener it would end the process.
process.stdout.on('error', () => undefined);

const out = (text: string) =>
  new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });

const terminal = {
  ...{ env: environment(), out, now: () => Date.now() },
  err: (text: string) => process.stderr.write(text),
};

void audit(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
