import { XMLParser } from 'fast-xml-parser';

/** What stands in an element: words, further elements, or several of the same name. */
export type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue };

const LONGEST = 64 * 1024;
const DEEPEST = 8;
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false, trimValues: true });

/** Reads what stands in the element `xml`; undefined for anything else, for what is too long or too deep, and for documents that declare types or entities. */
export function readXml(text: string): XmlValue | undefined {
  if (text.length > LONGEST || /<!(?:DOCTYPE|ENTITY)/i.test(text) || !isWellNested(text)) return undefined;
  try {
    const read: unknown = parser.parse(text);
    return typeof read === 'object' && read !== null && 'xml' in read && isXml(read.xml) ? read.xml : undefined;
  } catch {
    return undefined;
  }
}

/** Words as they stand in an element, whatever they hold. */
export function cdata(words: string): string {
  return `<![CDATA[${words.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function isXml(value: unknown): value is XmlValue {
  if (typeof value === 'string') return true;
  if (Array.isArray(value)) return value.every(isXml);
  return typeof value === 'object' && value !== null && Object.values(value).every(isXml);
}

/** Every element is closed, in order, and none lies too deep: the parser itself would guess. */
function isWellNested(text: string): boolean {
  const open: string[] = [];
  for (const [, end = '', name = '', more = ''] of text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').matchAll(/<(\/?)([A-Za-z_][\w.:-]*)(?![\w.:-])([^>]*)>/g)) {
    if (end !== '') {
      if (open.pop() !== name) return false;
    } else if (!more.endsWith('/') && open.push(name) > DEEPEST) return false;
  }
  return open.length === 0;
}
