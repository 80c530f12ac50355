import type { CaseId } from '../../request/ids';
import type { Desk } from '../desk';

/** Shows the newest state on every card of the case, and hangs those that it wants besides. Never waits for Teams. */
export function showCase(desk: Desk, id: CaseId): void {
  void desk.noticeboard.show({ kind: 'case', id });
  void desk.noticeboard.show({ kind: 'case-note', id });
}
