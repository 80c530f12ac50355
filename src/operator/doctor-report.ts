import type { Finding, Status } from './doctor';

const words: Readonly<Record<Status, string>> = {
  ok: 'ok',
  warning: 'warning',
  problem: 'PROBLEM',
  'cannot-tell': 'cannot tell',
};

const [STATUS_WIDTH, NAME_WIDTH] = [13, 28];

/** The findings for people: a line each, and for all that is not in order why, who and how. */
export function readable(findings: readonly Finding[]): string {
  const texts = findings.flatMap((finding, at) => {
    const next = findings[at + 1];
    const goesOn = next?.check === finding.check && next.how === finding.how;
    return goesOn ? [headOf(finding)] : [headOf(finding), ...remedyOf(finding)];
  });
  return [...texts, '', summary(findings), ''].join('\n');
}

const headOf = ({ check, status, finding }: Finding) =>
  `${words[status].padEnd(STATUS_WIDTH)}${check.padEnd(NAME_WIDTH)}${finding}`;

const remedyOf = ({ status, why, who, how }: Finding): readonly string[] =>
  status === 'ok'
    ? []
    : [`why  ${why}`, `who  ${who}`, ...(how ? [`how  ${how}`] : [])].map(
        (line) => ' '.repeat(STATUS_WIDTH) + line,
      );

function summary(findings: readonly Finding[]): string {
  const count = (status: Status) => findings.filter((finding) => finding.status === status).length;
  const many = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const [problems, warnings] = [many(count('problem'), 'problem'), many(count('warning'), 'warning')];
  return `${problems}, ${warnings}, ${count('cannot-tell')} that cannot be told, ${count('ok')} in order.`;
}

/** 1 when there is a problem; warnings and what cannot be told are no reason to stop. */
export const exitCode = (findings: readonly Finding[]): 0 | 1 =>
  findings.some(({ status }) => status === 'problem') ? 1 : 0;
