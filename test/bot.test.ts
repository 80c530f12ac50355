import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT_WITHIN, ordinaryIntervals } from '../src/bot';
import { ordinaryDurations } from '../src/teams/edge';

// Each of these is safe only beside the others, and they stand in different rooms.

const { limits, sendWindow, graphTimeouts, cardTimes, stopWithin } = ordinaryIntervals;
const { connectorTimeout, drain } = ordinaryDurations;

test('when the lease of an attempt is over, its POST has been answered or given up', () => {
  expect(sendWindow + graphTimeouts.send).toBeLessThan(limits.lease);
});

test('a stop waits for a POST that has just left', () => {
  expect(stopWithin).toBeGreaterThan(graphTimeouts.send);
  expect(drain).toBeGreaterThan(graphTimeouts.send);
});

test('whoever sends a card still holds it when Teams has been silent twice', () => {
  expect(cardTimes.lease).toBeGreaterThan(2 * connectorTimeout);
});

test('the process is cut short only after the bot has given up waiting, and the container after both', () => {
  expect(EXIT_WITHIN).toBeGreaterThan(stopWithin);
  const compose = readFileSync(join(__dirname, '..', 'compose.yaml'), 'utf8');
  const grace = Number(/stop_grace_period: (\d+)s$/mu.exec(compose)?.[1]) * 1000;
  expect(grace).toBeGreaterThan(EXIT_WITHIN);
});
