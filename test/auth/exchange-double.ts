import type { Alarm } from '../../src/auth/alarms';
import type { Fetch } from '../../src/outbound';
import { onBehalfOf } from '../../src/auth/on-behalf-of';
import { APP, GRAPH, LoginDouble, testClock, testConfig, TOM } from './login-double';

type Options = { readonly timeout?: number; readonly authorityHost?: string; readonly fetch?: Fetch };

/** The exchange as the bot has it, towards a login host whose answers the test gives. */
export class ExchangeDouble {
  readonly clock = testClock();
  readonly alarms: Alarm[] = [];
  private constructor(readonly login: LoginDouble) {}

  static async open(): Promise<ExchangeDouble> {
    return new ExchangeDouble(await LoginDouble.open());
  }

  reset(): void {
    this.login.reset();
    this.alarms.length = 0;
  }

  exchange({ timeout = 20_000, authorityHost = this.login.url, ...more }: Options = {}) {
    const onAlarm = (alarm: Alarm) => this.alarms.push(alarm);
    return onBehalfOf({
      host: { authorityHost, clock: this.clock, onAlarm, timeout, ...more },
      registration: testConfig(authorityHost).signIn,
      graphResource: GRAPH,
      rules: { graphAddresses: [GRAPH, 'http://127.0.0.1:1'], clientId: APP, onAlarm },
    });
  }

  /** What became of an exchange of Tom's that was not to succeed. */
  async failure(options?: Options): Promise<unknown> {
    const assertion = await this.login.assertion(TOM.id);
    return this.exchange(options)(assertion, TOM).then(
      () => 'granted',
      (error: unknown) => error,
    );
  }
}
