import { MAX_FILE_BYTES, MAX_LINE_LENGTH } from '../../../rules';

/** A file that was not analysed though it was asked for; no other file suffers from it. */
export interface Skip {
  readonly file: string;
  readonly reason: SkipReason;
  /** What is the matter and what to do about it, in plain sentences that do not repeat the file's name. */
  readonly message: string;
}

export type SkipReason = 'too-large' | 'long-lines' | 'not-utf8' | 'unreadable' | 'too-deep' | 'not-a-script';

const OR_IGNORE = 'or add it to "ignore" in authlint.config.json';

export function tooLarge(file: string, bytes: number): Skip {
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  const limit = `${MAX_FILE_BYTES / 1_000_000} MB`;
  return skip(file, 'too-large', `The file has ${size}, and authlint reads at most ${limit}. Split it, ${OR_IGNORE}.`);
}

export function longLines(file: string, line: number): Skip {
  const limit = MAX_LINE_LENGTH.toLocaleString('en-US');
  const what = `Line ${line} has more than ${limit} characters, as minified code does.`;
  return skip(file, 'long-lines', `${what} Check the source that it was made from, ${OR_IGNORE}.`);
}

export function notUtf8(file: string): Skip {
  return skip(file, 'not-utf8', `The file is not UTF-8 text. Save it as UTF-8, ${OR_IGNORE}.`);
}

export function unreadable(file: string): Skip {
  return skip(file, 'unreadable', `The file cannot be read. Check that it exists and its permissions, ${OR_IGNORE}.`);
}

export function tooDeep(file: string): Skip {
  return skip(file, 'too-deep', `Its brackets nest thousands of levels deep. Break the expression up, ${OR_IGNORE}.`);
}

export function notAScript(file: string): Skip {
  return skip(
    file,
    'not-a-script',
    'Its name is not one of TypeScript or JavaScript. Name a .ts, .tsx, .js, .jsx, .vue, .svelte, .astro or .html file.',
  );
}

function skip(file: string, reason: SkipReason, message: string): Skip {
  return { file, reason, message };
}
