import { stableGuid } from '../ids';

/** A detected app: one row a version, as Intune lists them. */
export interface DetectedApp {
  readonly id: string;
  readonly displayName: string;
  readonly version: string;
  readonly publisher: string;
  readonly platform: string;
  readonly sizeInByte: number;
  /** Names of the devices that have it. */
  readonly deviceNames: readonly string[];
}

function app(
  displayName: string,
  version: string,
  publisher: string,
  deviceNames: readonly string[],
  platform = 'windows',
): DetectedApp {
  const id = `${stableGuid(`app ${displayName} ${version}`).replaceAll('-', '')}0000519804ab`;
  return { id, displayName, version, publisher, platform, sizeInByte: 0, deviceNames };
}

export const detectedApps: readonly DetectedApp[] = [
  app('Cisco Secure Client', '5.1.2.42', 'Cisco', ['LAPTOP-7F3K', 'R&D-LT-04', "O'Brien-PC", 'LINK-3S']),
  app('Cisco Secure Client', '5.0.5.40', 'Cisco', ['OLD-LAPTOP']),
  app('Cisco Secure Client', '5.1.2.42', 'Cisco', ['MACBOOK-MARIA'], 'macOS'),
  app('Zoom Workplace', '6.2.7', 'Zoom', ['LAPTOP-7F3K', 'LAPTOP-7F3X']),
  app('Zoom Workplace', '6.1.0', 'Zoom', ['DESKTOP-TWIN', 'КАССА-2']),
  app('SAP GUI for Windows 8.00', '8.00.5', 'SAP SE', ['R&D-LT-04']),
  app("Land's End Planner", '1.0', 'Contoso', ["O'Brien-PC"]),
  app('Company Portal', '5.2409.0', 'Microsoft', ['iPhone', 'iPad'], 'ios'),
];

/** A device management script (beta only) and the devices that ran it. */
export interface ManagementScript {
  readonly id: string;
  readonly displayName: string;
  readonly runStates: readonly ScriptRunState[];
}

export interface ScriptRunState {
  readonly id: string;
  readonly deviceName: string;
  readonly runState: 'success' | 'fail' | 'pending';
}

const scriptId = stableGuid('script collect-logs');

function runState(deviceName: string, state: ScriptRunState['runState']): ScriptRunState {
  return { id: `${scriptId}:${stableGuid(`device ${deviceName}`)}`, deviceName, runState: state };
}

export const managementScripts: readonly ManagementScript[] = [
  {
    id: scriptId,
    displayName: 'Collect logs',
    runStates: [
      runState('LAPTOP-7F3K', 'success'),
      runState('R&D-LT-04', 'fail'),
      runState('LINK-3S', 'success'),
    ],
  },
];
