/** `npm run audit`: the audit trail, for auditors. Exit code 0 in order, 1 broken, 2 could not run. */
import { environment } from '../config';
import { audit } from './audit/audit';

const terminal = {
  env: environment(),
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
};

void audit(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
