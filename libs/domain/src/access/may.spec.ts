import * as fc from 'fast-check';
import { AGENCY_KINDS, DUTIES, type Duty } from '../organisation/agency';
import { isRefusal } from '../refusal/refusal';
import { VISIBILITIES } from '../tasks/task';
import {
  ACTIONS,
  type Action,
  type Actor,
  ROLES,
  type Resource,
  type Role,
  SESSION_KINDS,
  may,
  visibilityClass,
} from './may';

const [HERE, THERE] = ['35.05', '35.72'];

/**
 * Who may do what, written out again by hand: y = yes; o = own agency's only; x = others' only, never the own;
 * s = as a side of the blocker; e = only where the agency has the duty EMPLOYERS; l = only where it has LICENSING;
 * . = never. One letter for each role in the order of `ROLES`.
 */
const TABLE: Readonly<Record<Action, string>> = {
  //                  admin lead operator head assistant verifier inspector bpjs-head prosecutor counter data viewer auditor province
  'board.read': 'yyyyyyyy..yyy.',
  'figures.read': 'yyyyyyyy..yyyy',
  'task.create': '.y............',
  'task.edit': '.y............',
  'task.assign': '.y............',
  'task.cancel': '.y............',
  'task.reassign': '.y............',
  'task.accept': '.ooo..........',
  'task.submit': '.ooo..........',
  'progress.report': '.ooo..........',
  'progress.correct': '.ooo..........',
  'progress.verify': '.x...x.x......',
  'task.close': '.x...x.x......',
  'task.return': '.x...x.x......',
  'blocker.raise': '.yoo..........',
  'blocker.lift': '.yssssss..s...',
  'allocation.set': '.y............',
  'cut.record': '.y...y.y......',
  'coverage.import': '.y...y.y..y...',
  'map.publish': 'y.............',
  'claim.record': '.y........y...',
  'people.read': 'y.............',
  'people.manage': 'y.............',
  'journal.verify': 'y...........y.',
  'case.read': '.yeeeeee..eee.',
  'employer.write': '.yee.eee..e...',
  'case.open': '.yee.eee......',
  'case.appeal': '.yee.eee......',
  'case.inspect': '.y....yy......',
  'case.sanction': '.y....yy......',
  'case.refuse-services': '.yll.....l....',
  'case.prosecute': '.y......y.....',
  'case.verify': '.....yyy......',
  'case.close': '.....yyy......',
  'handover.propose': '.....yyy......',
  'handover.confirm': '.y.....y......',
  'dossier.read': '.y...yyyy.....',
  'counter.check': '..ll.....l....',
  'deadlines.accept': '.y.....y......',
  'evidence.add': '.yyy.yyyy.y...',
  'evidence.attach': '.yoo.yyy..o...',
  'settings.manage': 'yy............',
  'notices.read': 'yyyyyyyyyyyyyy',
};

describe.each(ACTIONS)('may %s', (action) => {
  it.each(ROLES.map((role, at) => [role, TABLE[action][at]] as const))('%s: %s', (role, letter) => {
    const me = actor(role);
    const own = { region: HERE, agency: me.agency.id };
    const other = { region: HERE, agency: 99 };
    const duty = (duty: Duty) => ({ ...me, agency: { ...me.agency, duties: [duty] } });
    const answers = {
      own: may(me, action, own) === true,
      other: may(me, action, other) === true,
      side: may(me, action, { ...other, sides: [me.agency.id, 99] }) === true,
      nothing: may(me, action, { region: HERE }) === true,
      employers: may(duty('EMPLOYERS'), action, { region: HERE }) === true,
      licensing: may(duty('LICENSING'), action, { region: HERE }) === true,
    };
    const all = { own: true, other: true, side: true, nothing: true, employers: true, licensing: true };
    const none = { own: false, other: false, side: false, nothing: false, employers: false, licensing: false };
    const expected = {
      y: all,
      o: { ...none, own: true },
      x: { ...none, other: true, side: true },
      s: { ...none, side: true },
      e: { ...none, employers: true },
      l: { ...none, licensing: true },
      '.': none,
    };
    expect(answers).toEqual(expected[letter as keyof typeof expected]);
  });
});

describe('a refusal of access', () => {
  it('says that the role may not', () => {
    expect(code(may(actor('viewer'), 'task.create', { region: HERE }))).toBe('ROLE_NOT_ALLOWED');
  });

  it("says that it is another agency's", () => {
    expect(code(may(actor('operator'), 'progress.report', { region: HERE, agency: 99 }))).toBe('OTHER_AGENCY');
    expect(code(may(actor('operator'), 'blocker.lift', { region: HERE, sides: [98, 99] }))).toBe('OTHER_AGENCY');
  });

  it('says to whoever worked on a task that he does not verify it, whatever his role', () => {
    for (const role of ['operator', 'head', 'lead'] as const) {
      const me = actor(role);
      expect(code(may(me, 'progress.verify', { region: HERE, agency: me.agency.id }))).toBe('VERIFY_OWN_TASK');
    }
  });

  it('says nothing about another region, not even that it exists', () => {
    for (const role of ROLES) {
      for (const action of ACTIONS) expect(code(may(actor(role), action, { region: THERE }))).toBe('NOT_FOUND');
    }
  });

  it('says nothing about a restricted task of another agency, except to the lead', () => {
    const restricted: Resource = { region: HERE, agency: 99, visibility: 'agency' };
    for (const role of ROLES.filter((it) => it !== 'lead')) {
      for (const action of ACTIONS) expect(code(may(actor(role), action, restricted))).toBe('NOT_FOUND');
    }
    expect(may(actor('lead'), 'task.edit', restricted)).toBe(true);
  });

  it('lets the own agency work on its restricted task', () => {
    const me = actor('operator');
    const own: Resource = { region: HERE, agency: me.agency.id, visibility: 'agency' };
    expect(may(me, 'progress.report', own)).toBe(true);
  });
});

describe('a session on the phone', () => {
  it('reads, is told, reports, corrects and adds evidence; for the rest it asks for a sign-in at the desk', () => {
    const me: Actor = { ...actor('operator'), session: 'phone' };
    const own = { region: HERE, agency: me.agency.id, sides: [me.agency.id] };
    const allowed = ACTIONS.filter((action) => may(me, action, own) === true);
    expect(allowed).toEqual([
      ...['board.read', 'figures.read', 'progress.report', 'progress.correct'],
      ...['evidence.add', 'evidence.attach', 'notices.read'],
    ]);
    expect(code(may(me, 'task.accept', own))).toBe('STEP_UP_NEEDED');
  });

  it('still knows nothing of another region', () => {
    expect(code(may({ ...actor('operator'), session: 'phone' }, 'task.accept', { region: THERE }))).toBe('NOT_FOUND');
  });
});

describe('whatever is asked', () => {
  const anyActor: fc.Arbitrary<Actor> = fc.record({
    person: fc.nat(),
    region: fc.constantFrom(HERE, THERE),
    agency: fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom(...AGENCY_KINDS),
      duties: fc.subarray([...DUTIES]),
    }),
    role: fc.constantFrom(...ROLES),
    session: fc.constantFrom(...SESSION_KINDS),
  });
  const anyResource: fc.Arbitrary<Resource> = fc.record(
    {
      region: fc.constantFrom(HERE, THERE),
      agency: fc.integer({ min: 1, max: 3 }),
      visibility: fc.constantFrom(...VISIBILITIES),
      sides: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    },
    { requiredKeys: ['region'] },
  );
  const anyAction = fc.constantFrom(...ACTIONS);

  it('a role that is not in the table may nothing', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anyResource, (me, action, resource) => {
        expect(may({ ...me, role: 'guest' as Role }, action, resource)).not.toBe(true);
      }),
    );
  });

  it('the phone may nothing that the desk may not', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anyResource, (me, action, resource) => {
        if (may({ ...me, session: 'phone' }, action, resource) !== true) return;
        expect(may({ ...me, session: 'desk' }, action, resource)).toBe(true);
      }),
    );
  });

  it('restricting a task never opens anything', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anyResource, (me, action, resource) => {
        if (may(me, action, { ...resource, visibility: 'agency' }) !== true) return;
        expect(may(me, action, { ...resource, visibility: 'campaign' })).toBe(true);
      }),
    );
  });

  it('naming more sides never closes anything', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anyResource, fc.integer({ min: 1, max: 3 }), (me, action, resource, side) => {
        if (may(me, action, resource) !== true) return;
        expect(may(me, action, { ...resource, sides: [...(resource.sides ?? []), side] })).toBe(true);
      }),
    );
  });

  it('readers of one class see exactly the same', () => {
    fc.assert(
      fc.property(anyActor, anyActor, anyResource, (one, two, resource) => {
        if (one.region !== two.region || visibilityClass(one) !== visibilityClass(two)) return;
        const sees = (me: Actor) => code(may(me, 'board.read', resource)) !== 'NOT_FOUND';
        expect(sees(one)).toBe(sees(two));
      }),
    );
  });
});

function actor(role: Role): Actor {
  return { person: 1, region: HERE, agency: { id: 2, kind: role === 'lead' ? 'LEAD' : 'OPD' }, role, session: 'desk' };
}

function code(answer: ReturnType<typeof may>): string {
  return isRefusal(answer) ? answer.code : 'yes';
}
