import { type Refusal, refuse } from '@papan/domain';
import { ZipFault } from '../zip/directory';
import { unpack } from '../zip/unpack';

/** Largest template, and what it may unpack to. */
const LARGEST = 2 * 1024 * 1024;
const LIMITS = { entries: 400, total: 12 * 1024 * 1024 };
/** Text parts are read as a whole while everybody waits: they stay small. Pictures may take the rest. */
const LARGEST_TEXT = 3 * 1024 * 1024;

const MAIN = 'word/document.xml';
const FORBIDDEN_PARTS = /vba|macro|activex|embeddings\/|oleobject|attachedtemplate|\.(?:bin|exe|dll|js|vbs|hta|ocx)$/i;
const FORBIDDEN_TYPES = /macroEnabled|vbaProject|activeX|oleObject/i;
const FORBIDDEN_XML =
  /<!DOCTYPE|<!ENTITY|<w:altChunk\b|<w:object\b|<w:control\b|<w:subDoc\b|<w:attachedTemplate\b|<w:mailMerge\b/i;
/** Fields that only count, date or refer. Everything else may fetch or run something. */
const FIELDS = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|REF|SEQ|STYLEREF|DATE|TIME|TOC|HYPERLINK)\b/;
const RELATION = /<Relationship\b[^>]*>/gi;

/**
 * The parts of a template, looked at before anything else reads them. Refuses TEMPLATE_UNREADABLE for what is no Word file,
 * and TEMPLATE_UNSAFE naming the part for macros, embedded objects, links out of the file and fields that fetch.
 */
export function lookInto(template: Buffer): ReadonlyMap<string, Buffer> | Refusal {
  if (template.length > LARGEST) return refuse('TEMPLATE_UNREADABLE');
  try {
    const parts = unpack(template, LIMITS);
    return unsafePart(parts) ?? parts;
  } catch (error) {
    if (error instanceof ZipFault || error instanceof RangeError) return refuse('TEMPLATE_UNREADABLE');
    throw error;
  }
}

function unsafePart(parts: ReadonlyMap<string, Buffer>): Refusal | undefined {
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (FORBIDDEN_TYPES.test(types)) return unsafe('[Content_Types].xml');
  if (!parts.has(MAIN) || !types.includes('wordprocessingml.document.main+xml')) return refuse('TEMPLATE_UNREADABLE');
  let texts = 0;
  for (const [name, content] of parts) {
    if (FORBIDDEN_PARTS.test(name) || name.includes('..')) return unsafe(name);
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    texts += content.length;
    if (texts > LARGEST_TEXT) return refuse('TEMPLATE_UNREADABLE');
    // Word reads UTF-16 too; what looks harmless in one reading could be harmful in the other.
    if (content.includes(0)) return unsafe(name);
    const xml = content.toString('utf8');
    if (FORBIDDEN_XML.test(xml) || reachesOut(xml) || hasOtherField(xml)) return unsafe(name);
  }
  return undefined;
}

function unsafe(part: string): Refusal {
  return refuse('TEMPLATE_UNSAFE', { part: part.slice(0, 120) });
}

/** A relation to something outside the file. Links that a reader clicks are text, as long as they lead to a page or a mail. */
function reachesOut(xml: string): boolean {
  return [...xml.matchAll(RELATION)].some(([relation]) => {
    if (/oleObject|attachedTemplate|subDocument|aFChunk|frame"/i.test(relation)) return true;
    if (!/TargetMode\s*=\s*["']\s*External/i.test(relation)) return false;
    return !(/\/hyperlink["']/i.test(relation) && /Target\s*=\s*["'](?:https?:\/\/|mailto:)/i.test(relation));
  });
}

function hasOtherField(xml: string): boolean {
  const simple = [...xml.matchAll(/<w:fldSimple\b[^>]*w:instr\s*=\s*["']([^"']*)/g)].map(([, code = '']) => code);
  const spelled = xml
    .split(/<w:fldChar\b/)
    .map((part) =>
      [...part.matchAll(/<w:(?:instrText|delInstrText)\b[^>]*>([^<]*)/g)].map(([, code = '']) => code).join(''),
    );
  return [...simple, ...spelled].some((code) => code.trim() !== '' && !FIELDS.test(code));
}
