import { TestBed } from '@angular/core/testing';
import type { Problem } from '@papan/contracts';
import { ENGLISH } from './english';
import { fill } from './fill';
import { INDONESIAN, INDONESIAN_ON_DEMAND } from './messages';
import { Say, provideSay } from './say';

/** Every sentence with its key. */
function sentences(
  dictionary: Readonly<Record<string, Readonly<Record<string, string>>>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([room, words]) =>
      Object.entries(words).map(([name, text]) => [`${room}.${name}`, text] as const),
    ),
  );
}

const names = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

describe('the two languages', () => {
  const english = sentences(ENGLISH);
  let indonesian = sentences(INDONESIAN);

  beforeAll(async () => {
    const rooms = await Promise.all(
      Object.entries(INDONESIAN_ON_DEMAND).map(async ([room, fetched]) => [room, await fetched()] as const),
    );
    indonesian = sentences({ ...INDONESIAN, ...Object.fromEntries(rooms) });
  });

  test('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
  });

  test('fill the same names into each sentence', () => {
    for (const [key, text] of indonesian) expect([key, names(english.get(key) ?? '')]).toEqual([key, names(text)]);
  });

  test('leave no sentence empty', () => {
    for (const text of [...indonesian.values(), ...english.values()]) expect(text.trim()).not.toBe('');
  });
});

describe('fill', () => {
  test('puts values into a sentence', () => {
    expect(fill('kurang {people} jiwa', { people: '1.035' })).toBe('kurang 1.035 jiwa');
  });

  test('counts in English', () => {
    expect(fill('{n} {n:day|days}', { n: 1 })).toBe('1 day');
    expect(fill('{n} {n:day|days}', { n: 40 })).toBe('40 days');
  });

  test('lets a missing value be seen', () => {
    expect(fill('per {date}')).toBe('per {date}');
  });

  test('takes what people typed as text, not as a pattern', () => {
    expect(fill('"{text}"', { text: '$& {name}' })).toBe('"$& {name}"');
  });
});

describe('the voice', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [...provideSay()] });
  });

  test('speaks Indonesian first', () => {
    const { say, word } = TestBed.inject(Say);
    expect(say('home.missing', { people: '1.035' })).toBe('kurang 1.035 jiwa');
    expect(word('unit', 'people')).toBe('jiwa');
  });

  test('learns the words of a room with its first page, beside those it knows', async () => {
    const voice = TestBed.inject(Say);
    await voice.learn('compliance');
    expect(voice.say('compliance.cases')).toBe('Kasus kepatuhan');
    expect(voice.say('home.missing', { people: '1.035' })).toBe('kurang 1.035 jiwa');
  });

  test('says a refusal of a room that was not entered in the words of the server, and then in its own', async () => {
    const voice = TestBed.inject(Say);
    const problem = { code: 'THIRD_WARNING', params: {}, title: 'T', detail: 'D', mend: 'M' } as Problem;
    expect(voice.refusal(problem).title).toBe('T');
    await voice.learn('compliance');
    expect(voice.refusal(problem).title).toBe('Teguran paling banyak dua kali');
    expect(voice.word('step', 'HIMBAUAN')).toBe('Himbauan');
  });

  test('changes to English without a reload, and remembers it', async () => {
    const voice = TestBed.inject(Say);
    await voice.speak('en');
    expect(voice.say('home.days', { days: 1 })).toBe('1 day');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('papan.language')).toBe('en');
  });

  test('quotes the code of a fault of ours', () => {
    const { refusal } = TestBed.inject(Say);
    const fault = { code: 'INTERNAL', trace: '7K2P', params: {} } as Parameters<typeof refusal>[0];
    expect(refusal(fault).detail).toContain('7K2P');
  });
});
