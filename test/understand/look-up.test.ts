import { lookupForms } from '../../src/understand/lookup-forms';
import { similarNames } from '../../src/understand/similar-names';

it('a Cyrillic name is looked up as typed, then with Latin letters', () => {
  expect(lookupForms('РС-0231')).toEqual({ asTyped: 'РС-0231', latin: 'PC-0231', hostLabel: undefined });
});

it('a Latin name has no second form', () => {
  expect(lookupForms('ＰＣ－0231').latin).toBeUndefined();
  expect(lookupForms('ＰＣ－0231').asTyped).toBe('PC-0231');
});

it('a domain name is looked up by its first label too', () => {
  expect(lookupForms('ws-017.ad.contoso.com').hostLabel).toBe('ws-017');
});

it('suggests at most three names, nearest first', () => {
  const names = ['PC-0232', 'PC-0321', 'PC-0231', 'PC-0213', 'PC-9999', 'PC-0331'];
  expect(similarNames('PC-0231', names)).toEqual(['PC-0213', 'PC-0232', 'PC-0321']);
});

it('allows a short name one edit only', () => {
  expect(similarNames('PC-01', ['PC-02', 'PC-22', 'PC-10'])).toEqual(['PC-02', 'PC-10']);
});

it('never suggests the name itself', () => {
  expect(similarNames('pc-0231', ['PC-0231'])).toEqual([]);
});
