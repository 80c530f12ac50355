export const usage = `npm run audit -- COMMAND [options]

Works on the database of DATABASE_URL (.env or environment), beside a running bot or without one.

verify   holds every row against the one before it, the end of each trail against its seal, the register of people
         against the rows, and the requests against the trail. Prints the end of each trail: note it elsewhere.
  --end ROW:HASH     an end that was printed earlier; broken when it is not in the trail any more. May be repeated
  --accept ROW       a row that made a new seal and was expected: DATA_KEY had changed, or the bot was updated from a
                     version without seals. May be repeated
  --without-key      do not look at the seals; else DATA_KEY, or what it is derived from, must be that of the bot

export   writes the trail, a line a row, oldest first. People stand there by their directory id; nobody, once erased.
  --format csv|jsonl
  --from, --to DAY   a day in UTC (2026-11-25; both are included), or a moment (2026-11-25T14:30Z; before --to)
  --device ID        Intune's id of a device
  --person WHO       what this person did: directory id, or the sign-in name of the user of a device
  --names            with the names of people and devices, which are not in the trail, where they are known
  --out FILE         a new file, for your account only; else standard output

erase    the chain stays whole, and verify says so.
  --person WHO       names and all words in requests that are over, where this person acted or the device is theirs;
                     what is known and remembered of them; and who is behind their pseudonym in the trail
  --before DAY       names and all words in requests that are over and were opened before that day

--help   this text

Exit code: 0 done or in order, 1 broken (verify) or not erased since a request is under way, 2 it could not run.
`;
