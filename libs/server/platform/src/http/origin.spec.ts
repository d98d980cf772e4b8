import { isOwnOrigin, isSameSite } from './origin';

const asked = (origin: string | undefined, more: Record<string, string> = {}, trustProxy = 0) =>
  isOwnOrigin({ origin, host: 'papan.example', ...more }, { publicOrigins: [], trustProxy });

describe('an origin', () => {
  it('is ours when it is exactly the one that was asked, scheme and port included', () => {
    expect(asked('http://papan.example')).toBe(true);
    expect(asked('https://papan.example')).toBe(false);
    expect(asked('http://papan.example:8080')).toBe(false);
    expect(asked('http://papan.example.jahat.example')).toBe(false);
    expect(asked('http://papan.example/')).toBe(false);
    expect(asked('null')).toBe(false);
    expect(asked(undefined)).toBe(false);
    expect(asked('http://localhost:3000', { host: 'localhost:3000' })).toBe(true);
    expect(asked('http://papan.example', { host: 'PAPAN.example:80' })).toBe(true);
  });

  it('is HTTPS only by the word of a trusted proxy', () => {
    const proxied = { host: '10.0.0.5:3000', 'x-forwarded-host': 'papan.example', 'x-forwarded-proto': 'https' };
    expect(asked('https://papan.example', proxied, 1)).toBe(true);
    expect(asked('http://papan.example', proxied, 1)).toBe(false);
    expect(asked('https://papan.example', proxied)).toBe(false);
  });

  it('is not told by what came before our proxies', () => {
    const forged = { 'x-forwarded-host': 'jahat.example, papan.example', 'x-forwarded-proto': 'https, http' };
    expect(asked('http://papan.example', forged, 1)).toBe(true);
    expect(asked('https://jahat.example', forged, 1)).toBe(false);
    const twice = { 'x-forwarded-host': 'jahat.example, papan.example, dalam.example', 'x-forwarded-proto': 'https' };
    expect(asked('https://papan.example', twice, 2)).toBe(true);
    expect(asked('https://jahat.example', twice, 2)).toBe(false);
  });

  it('is one of those that were set, whatever host was asked', () => {
    const set = { publicOrigins: ['https://papan.blitarkab.go.id'], trustProxy: 0 };
    const from = (origin: string) => isOwnOrigin({ origin, host: '10.0.0.5:3000' }, set);
    expect(from('https://papan.blitarkab.go.id')).toBe(true);
    expect(from('http://papan.blitarkab.go.id')).toBe(false);
    expect(from('http://10.0.0.5:3000')).toBe(false);
  });
});

describe('a change', () => {
  const settings = { publicOrigins: [], trustProxy: 0 };
  const sent = (headers: Record<string, string>) => isSameSite('POST', { host: 'papan.example', ...headers }, settings);

  it('is taken from our own page and from programs, not from a foreign site', () => {
    expect(sent({ origin: 'http://papan.example', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(sent({})).toBe(true);
    expect(sent({ origin: 'http://jahat.example', 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(sent({ 'sec-fetch-site': 'none' })).toBe(false);
  });
});
