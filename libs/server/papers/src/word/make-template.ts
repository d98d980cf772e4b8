import type { Form } from '../forms/form';
import { bodyOf, escaped, paragraph } from './xml';
import { stylesXml } from './styles';

/**
 * Makes the Word templates of `templates/` out of the forms; `render-docx.spec.ts` writes them (UPDATE=1) and keeps them
 * the same as the forms. An agency takes one of them, changes it in Word and brings it back.
 */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Page sizes in twentieths of a point. */
export const WORD_PAGES = {
  A4: '<w:pgSz w:w="11906" w:h="16838"/>',
  F4: '<w:pgSz w:w="12189" w:h="18709"/>',
} as const;
const MARGINS =
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1247" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/>';

/** The parts of the Word template that a form makes, by their names in the file. */
export function templateParts(form: Form): ReadonlyMap<string, string> {
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes()],
    [
      '_rels/.rels',
      relations([
        ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(form.title)],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['rId1', `${OFFICE}/styles`, 'styles.xml'],
        ['rId2', `${OFFICE}/header`, 'header1.xml'],
        ['rId3', `${OFFICE}/footer`, 'footer1.xml'],
        ['rId4', `${OFFICE}/settings`, 'settings.xml'],
      ]),
    ],
    ['word/document.xml', documentXml(form)],
    ['word/styles.xml', stylesXml(WORD)],
    [
      'word/header1.xml',
      `<w:hdr ${WORD}>${paragraph('Contoh', '{#contoh}{contoh}: bukan surat resmi{/contoh}')}</w:hdr>`,
    ],
    ['word/footer1.xml', `<w:ftr ${WORD}>${pageNumber()}</w:ftr>`],
    [
      'word/settings.xml',
      `<w:settings ${WORD}><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
  ];
  return new Map(parts.map(([name, xml]) => [name, HEAD + xml]));
}

function documentXml(form: Form): string {
  const section =
    `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>` +
    `${WORD_PAGES.F4}${MARGINS}</w:sectPr>`;
  return `<w:document ${WORD} xmlns:r="${OFFICE}"><w:body>${bodyOf(form)}${section}</w:body></w:document>`;
}

/** `1/2`, by fields that Word counts itself. */
function pageNumber(): string {
  const field = (name: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="Halaman"/></w:pPr>${field('PAGE')}<w:r><w:t>/</w:t></w:r>${field('NUMPAGES')}</w:p>`;
}

function coreProperties(title: string): string {
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escaped(title)}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>`
  );
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(): string {
  const parts = [
    ['word/document.xml', `${TYPE}.document.main+xml`],
    ['word/styles.xml', `${TYPE}.styles+xml`],
    ['word/header1.xml', `${TYPE}.header+xml`],
    ['word/footer1.xml', `${TYPE}.footer+xml`],
    ['word/settings.xml', `${TYPE}.settings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ] as const;
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('');
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
  );
}
