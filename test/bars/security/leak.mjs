// Preloaded into a bot that is to be caught: it writes down what it sends to prove who it is.
import process from 'node:process';

const send = globalThis.fetch;
globalThis.fetch = (address, options = {}) => {
  const { authorization = '', Authorization = authorization } = { ...options.headers };
  process.stderr.write(
    `${Buffer.from(`sent ${Authorization} ${String(options.body ?? '')}`).toString('base64')}\n`,
  );
  return send(address, options);
};
