import { type ManySteps, TakeStep, type TakeStepForMany } from '@papan/contracts';
import { type Actor, isRefusal } from '@papan/domain';
import type { Commands } from '@papan/server-platform';
import { takeOneStep } from './deeds';

/**
 * The same appeal to a selection of employers. Each case is a change of its own, under the command id that the client made
 * for it: what is refused for one does not hold the others back, and the whole can be sent again. One after the other,
 * because they all end in the one line of the region's journal.
 */
export async function appealToMany(commands: Commands, actor: Actor, body: TakeStepForMany): Promise<ManySteps> {
  const { cases, ...letter } = body;
  const answers: ManySteps['answers'][number][] = [];
  for (const { case: id, entry, command } of cases) {
    const step = TakeStep.parse({ ...letter, entry });
    const answer = await commands.run(
      { actor, id: command, name: 'case.step', params: { case: id }, body: step },
      takeOneStep({ actor, case: id }, step),
    );
    if (isRefusal(answer)) {
      const { code, params, rule } = answer;
      answers.push({ case: id, seq: null, version: null, refusal: { code, params, rule } });
    } else {
      answers.push({ case: id, seq: answer.seq, version: answer.version ?? 0, refusal: null });
    }
  }
  return { answers };
}
