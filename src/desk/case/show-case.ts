import type { Desk } from '../desk';
import type { CaseName } from './ports';

/** Shows the newest state on every card of the case, and hangs those that it wants besides. Never waits for Teams. */
export function showCase(desk: Desk, { tenant, id }: CaseName): void {
  void desk.noticeboard.show({ tenant, kind: 'case', id });
  void desk.noticeboard.show({ tenant, kind: 'case-note', id });
}
