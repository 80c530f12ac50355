// Starts the built bot with the environment of .env.example and nothing else, asks whether it is alive, stops it
// with SIGTERM, and then starts it once more without its settings, which must fail and name them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const main = resolve('dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'device-assist-'));

function start(settings) {
  const env = { PATH: process.env.PATH, ...settings };
  return spawn(process.execPath, [main], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function waitUntilAlive(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`No answer from ${url}`);
}

const port = await freePort();
const bot = start({
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://device-assist.example',
  BOT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TENANT_ID: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  BOT_PASSWORD: 'not-a-real-secret',
  AAD_APP_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  AAD_APP_CLIENT_SECRET: 'not-a-real-secret',
});
bot.stderr.pipe(process.stderr);
const ended = once(bot, 'exit');
await Promise.race([
  waitUntilAlive(`http://127.0.0.1:${port}/healthz`),
  ended.then(([code]) => Promise.reject(new Error(`The bot ended with exit code ${code}`))),
]);
bot.kill('SIGTERM');
const [code] = await ended;
if (code !== 0) throw new Error(`SIGTERM: exit code ${code}, expected 0`);
console.log('started, answered /healthz, stopped with exit code 0');

const bare = start({});
let said = '';
bare.stderr.on('data', (data) => (said += data));
const [bareCode] = await once(bare, 'exit');
if (bareCode !== 1 || !said.includes('BOT_ID is missing') || !said.includes('PUBLIC_URL is missing'))
  throw new Error(`Without settings: exit code ${bareCode}, said: ${said}`);
console.log('without settings: exit code 1, every missing name was said');
