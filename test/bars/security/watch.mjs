// Preloaded into the bot's process: answers the proof that asks how it is, and notes every address it dials.
import net from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

const RESOLUTION = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();

const dialled = [];
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  // Node hands its own normalised arguments on as one list.
  const [options] = Array.isArray(given[0]) ? given[0] : given;
  if (options?.port) dialled.push(`${options.host ?? 'localhost'}:${options.port}`);
  return connect.apply(this, given);
};

process.on('message', (what) => {
  if (what === 'start-again') delay.reset();
  if (what !== 'addresses') globalThis.gc?.();
  process.send?.({
    dialled: dialled.splice(0),
    memory: process.memoryUsage().rss,
    heap: process.memoryUsage().heapUsed + process.memoryUsage().external,
    held: Math.max(0, delay.max / 1e6 - RESOLUTION),
  });
});
process.channel?.unref();
