import { patient, showScenes } from './look';
import { underWay } from './scenes';
import { useChromium } from './stage';

const openStage = useChromium();

describe('the card of a request that is', () => {
  showScenes(openStage, patient, underWay);
});
