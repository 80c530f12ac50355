// Preloaded into the bot's process: answers the proof that asks how it is, and notes every address it dials.
import net from 'node:net';
import process from 'node:process';

const TICK = 5;
let held = 0;
let last = { at: performance.now(), cpu: process.cpuUsage() };

// How long the event loop was held, as far as this process itself was running: what the machine does meanwhile for
// others only makes the clock later, not the processor's time.
function look() {
  const now = { at: performance.now(), cpu: process.cpuUsage() };
  const { user, system } = process.cpuUsage(last.cpu);
  held = Math.max(held, Math.min(now.at - last.at - TICK, (user + system) / 1000));
  last = now;
}
setInterval(look, TICK).unref();

const dialled = [];
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  // Node hands its own normalised arguments on as one list.
  const [options] = Array.isArray(given[0]) ? given[0] : given;
  if (options?.port) dialled.push(`${options.host ?? 'localhost'}:${options.port}`);
  return connect.apply(this, given);
};

process.on('message', (what) => {
  look();
  const soFar = held;
  if (what !== 'addresses') globalThis.gc?.();
  if (what === 'start-again') held = 0;
  last = { at: performance.now(), cpu: process.cpuUsage() };
  process.send?.({ dialled: dialled.splice(0), memory: process.memoryUsage.rss(), held: soFar });
});
process.channel?.unref();
