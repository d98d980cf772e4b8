import { EmployerIndex, normalName, normalAddress } from '@papan/domain';
import { Chance } from './chance';
import { inventEmployers } from './employers';
const areas = Array.from({length: 240}, (_, i) => ({code: `35.05.${10+Math.floor(i/11)}.${2001+i%11}`, name: 'X', kind: 'VILLAGE' as const}));
const employers = inventEmployers(new Chance(7), areas, 10000);
let t = performance.now();
const index = new EmployerIndex();
employers.forEach((e, i) => index.add(i + 1, e));
console.log('add', performance.now() - t); t = performance.now();
let n = 0; for (const e of employers) n += index.identify(e) ?? 0;
console.log('identify', performance.now() - t); t = performance.now();
const c0 = process.cpuUsage(); let pairs = 0; for (const e of employers) pairs += index.near(e).length;
console.log('cpu', process.cpuUsage(c0).user/1000); console.log('near', performance.now() - t, pairs); t = performance.now();
for (const e of employers) { normalName(e.name); }
console.log('names', performance.now() - t); t = performance.now();
for (const e of employers) { normalAddress(e.address); }
console.log('addresses', performance.now() - t);
