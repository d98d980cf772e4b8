import { type Language, word } from '@papan/contracts/words';
import {
  type Cut,
  MEASURES,
  type Measure,
  formatFullDate,
  formatInteger,
  formatPercent,
  formatShortDate,
  percentOf,
} from '@papan/domain';
import { type Html, html } from './html';
import { partsTable } from './parts-table';
import type { PublicFigures, PublicRegion } from './read-public';
import { forecastSentence, ruleSentence, standSentence } from './sentences';
import { STYLE } from './style';
import { trendPicture } from './trend';
import { PUBLIC_WORDS, fill } from './words';

/** What every page has around it. `path`: its own address without the language. */
interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly path: string;
}

function frame({ language, title, path }: Frame, content: Html): string {
  const words = PUBLIC_WORDS[language];
  const other = language === 'id' ? { code: 'en', path: `${path}?bahasa=en` } : { code: 'id', path };
  const style = { html: `<style>${STYLE}</style>` };
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · ${words.product}</title>
        ${style}
      </head>
      <body>
        <a class="skip" href="#isi">${words.skip}</a>
        <header>
          <strong>${words.product}</strong>
          <nav>
            <a href="${inLanguage('/publik', language)}">${words.list}</a> ·
            <a href="${other.path}" hreflang="${other.code}" lang="${other.code}">${words.otherLanguage}</a>
          </nav>
        </header>
        <main id="isi">${content}</main>
        <footer><p>${words.foot}</p></footer>
      </body>
    </html> `.html;
}

export function inLanguage(path: string, language: Language): string {
  return language === 'id' ? path : `${path}?bahasa=${language}`;
}

/** The regions of this installation with their newest figures. */
export function renderList(
  regions: readonly { readonly region: PublicRegion; readonly cut: Cut | null }[],
  language: Language,
): string {
  const words = PUBLIC_WORDS[language];
  const row = ({ region, cut }: (typeof regions)[number]): Html =>
    html`<tr>
      <th scope="row">
        <a href="${inLanguage(`/publik/${region.code}`, language)}">${region.name}</a
        >${exampleMark(isExample(region, cut), language)}
      </th>
      ${MEASURES.map((measure) => (cut ? html`<td class="n">${shareOf(measure, cut, language)}</td>` : html`<td class="none">${words.none}</td>`))}
      <td>${cut && formatShortDate(cut.asOf, language)}</td>
    </tr>`;
  return frame(
    { language, title: words.list, path: '/publik' },
    html`<h1>${words.list}</h1>
      <p>${words.listLead}</p>
      <div class="wide" tabindex="0" role="region" aria-label="${words.list}">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.region}</th>
              ${MEASURES.map((measure) => html`<th scope="col" class="n">${words[measure]}</th>`)}
              <th scope="col">${words.date}</th>
            </tr>
          </thead>
          <tbody>
            ${regions.map(row)}
          </tbody>
        </table>
      </div>`,
  );
}

/** The page of one region. */
export function renderRegion(figures: PublicFigures, language: Language): string {
  const { region, cuts, lines } = figures;
  const words = PUBLIC_WORDS[language];
  const newest = cuts.at(-1);
  const title = fill(words.title, { region: region.name });
  const path = `/publik/${region.code}`;
  const head = html`<h1>${title}</h1>
    ${exampleNote(isExample(region, newest ?? null), language)}`;
  if (!newest)
    return frame(
      { language, title, path },
      html`${head}
        <p><strong>${words.none}.</strong> ${words.noneWhy}</p>`,
    );
  return frame(
    { language, title, path },
    html`${head}
      <p>
        ${fill(words.asOf, { date: formatFullDate(newest.asOf, language) })} ·
        ${fill(words.source, { source: newest.source })}<br />
        <span class="muted">${fill(words.population, { version: newest.populationVersion })}</span>
      </p>
      <div class="figures">${MEASURES.map((measure) => figureBox(measure, newest, figures, language))}</div>
      ${ofMembers(newest, language)}
      ${
        lines.length > 0 &&
        html`<h2>${words.forecast}</h2>
          ${lines.map((line) => html`<p>${forecastSentence(line, cuts, language)}</p>`)}
          <p class="muted">${words.method}</p>`
      }
      <h2>${words.trend}</h2>
      ${trendPicture(cuts, lines, language)} ${monthsTable(cuts, language)}
      <p class="download"><a href="${inLanguage(`${path}/data.csv`, language)}">${words.download}</a></p>
      ${partsTable('segments', figures.segments, newest, language, ({ code }) => word(language, 'segment', code))}
      ${partsTable('districts', figures.districts, newest, language, ({ name }) => name)}`,
  );
}

/** The page of an address that names no region. */
export function renderNotFound(language: Language): string {
  const words = PUBLIC_WORDS[language];
  return frame(
    { language, title: words.notFound, path: '/publik' },
    html`<h1>${words.notFound}</h1>
      <p>${words.notFoundWhy}</p>
      <p><a href="${inLanguage('/publik', language)}">${words.list}</a></p>`,
  );
}

function figureBox(measure: Measure, cut: Cut, { lines }: PublicFigures, language: Language): Html {
  const words = PUBLIC_WORDS[language];
  const of = measure === 'registered' ? words.registeredOf : words.activeOf;
  const numbers = {
    people: formatInteger(cut[measure], language),
    population: formatInteger(cut.population, language),
  };
  const own = lines.filter((line) => line.measure === measure);
  return html`<section class="figure">
    <h3>${words[measure]}</h3>
    <p class="big">${shareOf(measure, cut, language)}</p>
    <p>${fill(of, numbers)}</p>
    ${own.map(
      (line) =>
        html`<p><strong>${standSentence(line, cut, language)}</strong></p>
          <p class="muted">${ruleSentence(line, language)}</p>`,
    )}
  </section>`;
}

function ofMembers(cut: Cut, language: Language): Html {
  const percent = percentOf(cut.active, cut.registered);
  if (percent === null) return html``;
  return html`<p class="muted">
    ${fill(PUBLIC_WORDS[language].ofMembers, {
      members: formatInteger(cut.registered, language),
      people: formatInteger(cut.active, language),
      percent: formatPercent(percent, language),
    })}
  </p>`;
}

function monthsTable(cuts: readonly Cut[], language: Language): Html {
  const words = PUBLIC_WORDS[language];
  // Said once where it is true of all: on a phone, a mark in each row is in the way of the figures.
  const allExamples = cuts.every(({ example }) => example);
  const heads = [words.residents, words.registered, words.percent, words.active, words.percent];
  const row = (cut: Cut): Html =>
    html`<tr>
      <th scope="row">${formatShortDate(cut.asOf, language)}${exampleMark(cut.example && !allExamples, language)}</th>
      <td class="n">${formatInteger(cut.population, language)}</td>
      ${MEASURES.map(
        (measure) =>
          html`<td class="n">${formatInteger(cut[measure], language)}</td>
            <td class="n">${shareOf(measure, cut, language)}</td>`,
      )}
      <td>${cut.populationVersion}</td>
      <td>${cut.source}</td>
    </tr>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${words.months}">
    <table>
      <caption>
        ${words.months}${exampleMark(allExamples, language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.date}</th>
          ${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}
          <th scope="col">${words.semester}</th>
          <th scope="col">${words.sourceHead}</th>
        </tr>
      </thead>
      <tbody>
        ${[...cuts].reverse().map(row)}
      </tbody>
    </table>
  </div>`;
}

function shareOf(measure: Measure, cut: Cut, language: Language): string {
  const percent = percentOf(cut[measure], cut.population);
  return percent === null ? PUBLIC_WORDS[language].none : formatPercent(percent, language);
}

function isExample(region: PublicRegion, cut: Cut | null): boolean {
  return cut?.example ?? region.example;
}

function exampleMark(example: boolean, language: Language): Html {
  return example ? html` <span class="example">${PUBLIC_WORDS[language].example}</span>` : html``;
}

function exampleNote(example: boolean, language: Language): Html {
  const words = PUBLIC_WORDS[language];
  return example ? html`<p><span class="example">${words.example}</span> ${words.exampleWhy}</p>` : html``;
}
