import PizZip from 'pizzip';

/** The paragraphs of a Word file's body, as a reader sees them; tabs and line breaks are blanks. */
export function textOfWord(docx: Buffer, part = 'word/document.xml'): readonly string[] {
  const xml = new PizZip(docx).file(part)?.asText() ?? '';
  return [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    paragraph
      .replace(/<w:(?:tab|br)\/>/g, ' ')
      .replace(/<w:pPr>[\s\S]*?<\/w:pPr>/g, '')
      .replace(/<[^>]+>/g, '')
      .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]),
  );
}

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as const;

/** The file with one part replaced or added. */
export function withPart(docx: Buffer, name: string, change: (before: string) => string): Buffer {
  const zip = new PizZip(docx);
  zip.file(name, change(zip.file(name)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
