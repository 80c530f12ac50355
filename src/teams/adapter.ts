import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorFactory,
  UserTokenClient,
} from 'botframework-connector';
import { describeError, type Log } from '../log';
import type { Connectors } from './connector';

export type Logic = (context: TurnContext) => Promise<void>;

/**
 * botbuilder's turn, fed with activities that came through our own front door. Its own authentication is closed:
 * whatever part of it is asked, throws.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #botId: string;
  readonly #connectors: Connectors;

  constructor(botId: string, connectors: Connectors, log: Log) {
    super(new ClosedAuthentication(connectors));
    this.#botId = botId;
    this.#connectors = connectors;
    // The one place for what nobody caught: the turn is over, and it is not run again.
    this.onTurnError = async (context, error) => {
      log.error('turn failed', describeError(error));
      if (context.activity.type === 'invoke')
        await context.sendActivity({ type: 'invokeResponse', value: { status: 500 } });
    };
  }

  /** One turn. Resolves with the answer to an invoke, once `logic` is done. */
  takeTurn(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    const identity = new ClaimsIdentity([{ type: 'aud', value: this.#botId }], true);
    // Replies never leave in the body of the answer, whatever the activity asks for.
    const { deliveryMode: _, ...ordinary } = activity;
    const authenticated = {
      audience: this.#botId,
      claimsIdentity: identity,
      connectorFactory: new OwnConnectors(this.#connectors),
    };
    return this.processActivity(authenticated, ordinary, logic);
  }
}

class OwnConnectors extends ConnectorFactory {
  constructor(private readonly connectors: Connectors) {
    super();
  }

  override create(serviceUrl: string) {
    return Promise.resolve(this.connectors.clientFor(serviceUrl));
  }
}

class ClosedAuthentication extends BotFrameworkAuthentication {
  constructor(private readonly connectors: Connectors) {
    super();
  }

  authenticateRequest(): never {
    throw new Error('Only the front door authenticates');
  }

  authenticateStreamingRequest(): never {
    throw new Error('Streaming is closed');
  }

  createConnectorFactory(): ConnectorFactory {
    return new OwnConnectors(this.connectors);
  }

  createUserTokenClient(): Promise<UserTokenClient> {
    return Promise.resolve(new NoUserTokens());
  }
}

/** Users' tokens are none of the Bot Framework's business here. */
class NoUserTokens extends UserTokenClient {
  getUserToken(): never {
    return refuseUserTokens();
  }

  getSignInResource(): never {
    return refuseUserTokens();
  }

  signOutUser(): never {
    return refuseUserTokens();
  }

  getTokenStatus(): never {
    return refuseUserTokens();
  }

  getAadTokens(): never {
    return refuseUserTokens();
  }

  exchangeToken(): never {
    return refuseUserTokens();
  }
}

function refuseUserTokens(): never {
  throw new Error('The Bot Framework keeps no user tokens for this bot');
}
