/* global fetch, EventSource, URLSearchParams */

/** Sends one thing to the sandbox. Throws with a sentence if the sandbox refuses or is gone. */
export async function send(what, body) {
  const response = await fetch(`/api/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem ?? `The sandbox answered ${response.status}`);
  return answer;
}

export async function loadWorld() {
  return (await fetch('/api/world')).json();
}

/** Listens to one chat; returns what ends it. */
export function listen({ person, place }, handlers) {
  const source = new EventSource(`/api/events?${new URLSearchParams({ person, place })}`);
  for (const [event, handle] of Object.entries(handlers))
    source.addEventListener(event, (message) => handle(JSON.parse(message.data)));
  return () => source.close();
}
