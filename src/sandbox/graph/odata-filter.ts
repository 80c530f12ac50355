type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'contains' | 'or';

/** Which filters a property honours. What is not in the table is ignored, silently (facts/graph.md § 3.1). */
export type Filterable = Readonly<Record<string, readonly Operator[]>>;

export const deviceFilters: Filterable = {
  deviceName: ['eq', 'contains'],
  serialNumber: ['eq', 'or'],
  userPrincipalName: ['eq', 'ne'],
  emailAddress: ['contains'],
  azureADDeviceId: ['eq'],
  imei: ['eq', 'or'],
  operatingSystem: ['eq', 'or'],
  osVersion: ['contains'],
  manufacturer: ['eq', 'or'],
  model: ['eq', 'contains'],
  complianceState: ['eq', 'or'],
  managementState: ['eq', 'or'],
  managementAgent: ['eq', 'or'],
  jailBroken: ['eq', 'or'],
  exchangeAccessState: ['eq', 'or'],
  deviceCategoryDisplayName: ['eq', 'or'],
  phoneNumber: ['contains'],
  lastSyncDateTime: ['lt', 'gt'],
  enrolledDateTime: ['lt', 'gt'],
  complianceGracePeriodExpirationDateTime: ['lt', 'gt'],
};

/** Not documented; people use these two. */
export const appFilters: Filterable = { displayName: ['eq', 'contains', 'or'] };

/** The directory honours what Intune does not: see `people-routes.ts`. */
export const peopleFilters: Filterable = {
  id: ['eq', 'or'],
  displayName: ['eq', 'or'],
  givenName: ['eq', 'or'],
  surname: ['eq', 'or'],
  mail: ['eq', 'or'],
  userPrincipalName: ['eq', 'or'],
};

interface Term {
  readonly property: string;
  readonly operator: string;
  readonly value: string;
}

type Row = Readonly<Record<string, unknown>>;
type Matcher = (row: Row) => boolean;

/** How one collection filters. */
export interface FilterHabits {
  readonly filterable: Filterable;
  readonly ignoresCase: boolean;
  /** Intune takes `startswith` for `contains`; the directory does not. */
  readonly startsWithIsContains: boolean;
}

/** A matcher for a `$filter` text, or undefined if it cannot be parsed (400). */
export function readFilter(filter: string, habits: FilterHabits): Matcher | undefined {
  const parts = splitOutsideQuotes(filter);
  if (!parts) return undefined;
  const terms = parts.terms.map(readTerm);
  const understood = terms.filter((term): term is Term => term !== undefined);
  if (understood.length < terms.length) return undefined;
  const matchers = keepWhatCounts(understood, parts.connectives.includes('or'), habits.filterable).map(
    (term) => matcher(term, habits),
  );
  if (parts.connectives.includes('or') && matchers.length > 1)
    return (row) => matchers.some((matches) => matches(row));
  return (row) => matchers.every((matches) => matches(row));
}

/** Unsupported and empty terms count as absent; of an `or` across properties only the first term counts. */
function keepWhatCounts(terms: readonly Term[], joinedByOr: boolean, filterable: Filterable): Term[] {
  const [first] = terms;
  const sameProperty = terms.every(({ property }) => property === first?.property);
  const mayBeJoined = filterable[first?.property ?? '']?.includes('or') ?? false;
  // In Graph's directory `or` works across properties; there every property lists it.
  const everywhere = terms.every(({ property }) => filterable[property]?.includes('or') ?? false);
  const counted = joinedByOr && !(sameProperty && mayBeJoined) && !everywhere ? terms.slice(0, 1) : terms;
  return counted.filter(({ property, operator, value }) => {
    const asked = operator === 'startswith' ? 'contains' : operator;
    const supported = filterable[property]?.some(
      (one) => one === asked || (operator === 'startswith' && one === 'eq'),
    );
    return supported === true && value !== '';
  });
}

function matcher({ property, operator, value }: Term, habits: FilterHabits): Matcher {
  const fold = (text: string) => (habits.ignoresCase ? text.toLowerCase() : text);
  const wanted = fold(value);
  const compare: Record<string, (own: string) => boolean> = {
    eq: (own) => own === wanted,
    ne: (own) => own !== wanted,
    lt: (own) => Date.parse(own) < Date.parse(value),
    gt: (own) => Date.parse(own) > Date.parse(value),
    contains: (own) => own.includes(wanted),
    startswith: (own) => (habits.startsWithIsContains ? own.includes(wanted) : own.startsWith(wanted)),
  };
  return (row) => {
    const own = row[property];
    return typeof own === 'string' && (compare[operator]?.(fold(own)) ?? true);
  };
}

function readTerm(text: string): Term | undefined {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim();
  const call = /^(contains|startswith|endswith)\(\s*(\w+)\s*,\s*(\S.*)\)$/is.exec(bare);
  const comparison = /^(\w+)\s+(eq|ne|lt|gt|le|ge)\s+(.+)$/is.exec(bare);
  const [operator, property, value] = call
    ? [call[1], call[2], call[3]]
    : [comparison?.[2], comparison?.[1], comparison?.[3]];
  if (operator === undefined || property === undefined || value === undefined) return undefined;
  return { property, operator: operator.toLowerCase(), value: literal(value.trim()) };
}

function literal(value: string): string {
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value;
}

/** Splits at `and` and `or` outside of quotes; undefined if a quote is left open. */
function splitOutsideQuotes(filter: string): { terms: string[]; connectives: string[] } | undefined {
  if ((filter.split("'").length - 1) % 2 !== 0) return undefined;
  const hidden = filter.replaceAll(
    /'(?:[^']|'')*'/g,
    (quoted) => `\u0001${Buffer.from(quoted).toString('hex')}\u0002`,
  );
  const pieces = hidden.split(/\s(and|or)\s+/i);
  const show = (text: string) =>
    text.replaceAll(/\u0001([0-9a-f]*)\u0002/g, (_, hex: string) => Buffer.from(hex, 'hex').toString());
  return {
    terms: pieces.filter((_, index) => index % 2 === 0).map(show),
    connectives: pieces.filter((_, index) => index % 2 === 1).map((word) => word.toLowerCase()),
  };
}
