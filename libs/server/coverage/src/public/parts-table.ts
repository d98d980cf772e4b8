import type { Language } from '@papan/contracts/words';
import { type Cut, MEASURES, formatFullDate, formatInteger, formatPercent, percentOf } from '@papan/domain';
import { type Html, html } from './html';
import type { PublicPart } from './read-public';
import { PUBLIC_WORDS, fill } from './words';

/** The segments or the districts of the newest month, under a heading; nothing where the month tells none. */
export function partsTable<Code extends string>(
  what: 'segments' | 'districts',
  parts: readonly PublicPart<Code>[],
  cut: Cut,
  language: Language,
  nameOf: (part: PublicPart<Code>) => string,
): Html {
  if (parts.length === 0) return html``;
  const words = PUBLIC_WORDS[language];
  const ofDistricts = what === 'districts';
  const heads = ofDistricts
    ? [words.residents, words.registered, words.percent, words.active, words.percent]
    : [words.registered, words.active];
  const cells = (part: PublicPart): readonly Html[] =>
    ofDistricts ? district(part, language) : segment(part, language);
  const caption = fill(words.partsCaption, { date: formatFullDate(cut.asOf, language), source: cut.source });
  const hides = parts.some(({ registered, active }) => registered === null || active === null);
  return html`<h2>${words[what]}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${words[what]}">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${ofDistricts ? words.district : words.segment}</th>
            ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${parts.map(
            (part) =>
              html`<tr>
                <th scope="row">${nameOf(part)}</th>
                ${cells(part)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${hides && html`<p class="muted">${words.hiddenWhy}</p>`}`;
}

function segment(part: PublicPart, language: Language): readonly Html[] {
  return MEASURES.map((measure) => count(part[measure], language));
}

function district(part: PublicPart, language: Language): readonly Html[] {
  const { population } = part;
  const words = PUBLIC_WORDS[language];
  const residents = population === null ? none(words.none) : number(formatInteger(population, language));
  const share = (people: number | null): Html => {
    const percent = people === null || population === null ? null : percentOf(people, population);
    if (percent !== null) return number(formatPercent(percent, language));
    return none(people === null ? words.hidden : words.none);
  };
  return [residents, ...MEASURES.flatMap((measure) => [count(part[measure], language), share(part[measure])])];
}

function count(people: number | null, language: Language): Html {
  return people === null ? none(PUBLIC_WORDS[language].hidden) : number(formatInteger(people, language));
}

function number(text: string): Html {
  return html`<td class="n">${text}</td>`;
}

function none(text: string): Html {
  return html`<td class="n none">${text}</td>`;
}
