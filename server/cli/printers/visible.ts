const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const DELETE = 0x7f;

/**
 * Text of a user's file made safe for a terminal: control characters, which could forge output, become pictures of
 * themselves, and characters that reorder text become U+FFFD.
 */
export function toVisible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x24_00 + code);
    return code === DELETE ? '\u2421' : '\ufffd';
  });
}
