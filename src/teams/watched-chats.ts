import type { Chats, Delivery } from './connector';

/** What the operator may know of a message to Teams. */
export type DeliveryNote = {
  readonly what: 'create' | 'update' | 'typing';
  readonly result: 'ok' | Extract<Delivery, { readonly ok: false }>['why'];
};

export type OnDelivery = (note: DeliveryNote) => void;

/** The same chats; how each message fared is noted. */
export function watchedChats(chats: Chats, onDelivery: OnDelivery = () => undefined): Chats {
  const noted = (what: DeliveryNote['what'], delivery: Delivery): Delivery => {
    onDelivery({ what, result: delivery.ok ? 'ok' : delivery.why });
    return delivery;
  };
  return {
    ...chats,
    create: async (place, message) =>
      noted(message.type === 'typing' ? 'typing' : 'create', await chats.create(place, message)),
    update: async (place, activityId, message) =>
      noted('update', await chats.update(place, activityId, message)),
  };
}
