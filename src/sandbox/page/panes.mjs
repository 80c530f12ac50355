import { Pane } from './pane.mjs';

/** The people one plays at the same time, side by side. Each is written "person:place". */
export class Panes {
  constructor(world, { holder, onWire, onChange }) {
    this.world = world;
    this.holder = holder;
    this.onWire = onWire;
    this.onChange = onChange;
    this.all = [];
  }

  get count() {
    return this.all.length;
  }

  get first() {
    const { person, place } = this.all[0].where;
    return `${person}:${place}`;
  }

  /** Exactly these; those that are there already stay as they are. */
  show(wanted) {
    for (const pane of this.all.slice(wanted.length)) this.remove(pane);
    wanted.forEach((one, index) => {
      const [person, place = 'personal'] = one.split(':');
      const pane = this.all[index];
      if (!pane) this.add(one);
      else if (pane.where.person !== person || pane.where.place !== place) pane.play(person, place);
    });
    this.onChange(this.count);
  }

  add(one) {
    const [person, place = 'personal'] = one.split(':');
    const onClose = this.count > 0 ? (pane) => this.remove(pane) : undefined;
    const pane = new Pane(this.world, { person, place, onWire: this.onWire, onClose });
    this.all.push(pane);
    this.holder.append(pane.element);
    this.onChange(this.count);
  }

  remove(pane) {
    pane.leave();
    pane.element.remove();
    this.all.splice(this.all.indexOf(pane), 1);
    this.onChange(this.count);
  }

  /** The pane of a person at a place: one that is there, else the first one, which becomes that person. */
  for(person, place) {
    const there = this.all.find(({ where }) => where.person === person && where.place === place);
    if (there) return there;
    const pane = this.all.find(({ where }) => where.person === person) ?? this.all[0];
    pane.play(person, place);
    return pane;
  }
}
