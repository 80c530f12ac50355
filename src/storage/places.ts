import type { Places } from '../desk/case/ports';
import type { Place } from '../desk/ports';
import { cardsInOrder } from './cards';
import type { Database } from './database/tables';

/**
 * Places stand as JSON in the rows of what hangs there, always written from the same fields in the same order, so the
 * text of a place finds them.
 */
export function places({ db, differences }: Database): Places {
  return {
    moved: (from, serviceUrl) =>
      db.transaction().execute(async (tx) => {
        const [before, after] = [from, { ...from, serviceUrl }].map(placeJson);
        if (before === undefined || after === undefined) return;
        const { tenant } = from;
        // Cases before their cards, like whoever commits a case: of two in one order, none waits for the other for ever.
        const homes = tx.updateTable('cases').set({ home_json: after });
        await homes.where('tenant', '=', tenant).where('home_json', '=', before).execute();
        const hanging = cardsInOrder(tx, differences)
          .where('tenant', '=', tenant)
          .where('place_json', '=', before);
        const hangs = tx.updateTable('cards').set({ place_json: after, undeliverable_since: null });
        await hangs.where('id', 'in', hanging).execute();
        const bound = tx.updateTable('help_channels').set({ place_json: after });
        await bound.where('tenant', '=', tenant).where('place_json', '=', before).execute();
      }),
  };
}

const placeJson = (place: Place): string => JSON.stringify(place);
