/** A text twice: as written, and in lower case for cues. A character has the same index in both. */
export interface Spoken {
  readonly shown: string;
  readonly cue: string;
}

/** A stretch and what comes in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string | Spoken;
}

/** Both halves with the same stretches replaced. Edits are in order and do not overlap. */
export function edit({ shown, cue }: Spoken, edits: readonly Edit[]): Spoken {
  let newShown = '';
  let newCue = '';
  let from = 0;
  for (const { start, end, to } of edits) {
    newShown += shown.slice(from, start) + (typeof to === 'string' ? to : to.shown);
    newCue += cue.slice(from, start) + (typeof to === 'string' ? to : to.cue);
    from = end;
  }
  return { shown: newShown + shown.slice(from), cue: newCue + cue.slice(from) };
}

/** Spaces collapsed, commas that stand alone dropped, nothing but words at the start. */
export function tidy(spoken: Spoken): Spoken {
  const edits: Edit[] = [];
  for (const match of spoken.cue.matchAll(/^[ ,.!?:;\n-]{1,500}|(?<=,) ?,| {2,500}| (?=[,.!?])| {1,9}$/gu)) {
    const to = match.index > 0 && match[0].startsWith('  ') ? ' ' : '';
    edits.push({ start: match.index, end: match.index + match[0].length, to });
  }
  return edit(spoken, edits);
}
