import { link } from './markdown';

const CHEAT_SHEETS = 'https://cheatsheetseries.owasp.org/cheatsheets';

/** Where a standard is read, by how it is cited. */
const PLACES: readonly (readonly [cited: RegExp, place: (...named: readonly string[]) => string])[] = [
  [/^CWE-(\d+)$/, (id) => `https://cwe.mitre.org/data/definitions/${id}.html`],
  [/^RFC 6265bis/, () => 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis'],
  [/^RFC (\d+) §([\d.]+)$/, (rfc, section) => `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`],
  [/^ASVS /, () => 'https://github.com/OWASP/ASVS/tree/v5.0.0'],
  [/^NIST 800-63B/, () => 'https://pages.nist.gov/800-63-3/sp800-63b.html'],
  [/^OWASP (MASVS-[\w-]+)$/, (control) => `https://mas.owasp.org/MASVS/controls/${control}/`],
  [/^OWASP JSON Web Token$/, () => `${CHEAT_SHEETS}/JSON_Web_Token_for_Java_Cheat_Sheet.html`],
  [/^OWASP (.*)$/, (sheet = '') => `${CHEAT_SHEETS}/${sheet.replaceAll(' ', '_')}_Cheat_Sheet.html`],
];

/** A standard as people cite it, linked to where it is read. */
export function linkedStandard(cited: string): string {
  for (const [pattern, place] of PLACES) {
    const found = pattern.exec(cited);
    if (found !== null) return link(cited, place(...found.slice(1)));
  }
  return cited;
}
