import type { StartUp } from '../../resolve/module/startUp';
import type { Edit } from '../../text/edit';
import type { Place } from '../../text/span';
import { wordsOf } from '../../text/words';

/**
 * The edits by which a value is read from the environment once, when its module is loaded, which refuses to start without it.
 * `reading` is how code reads the variable; `undefined` where nothing may be put before the value.
 */
export function readAtStart(
  { file, span }: Place,
  reading: string,
  variable: string,
  { statements, hoisted, ready, lineBreak, indents, isApart, names }: StartUp,
): readonly Edit[] | undefined {
  const index = statements.findLastIndex((start) => start <= span.start);
  const own = statements[index];
  if (own === undefined) return undefined;
  const offset = Math.min(ready, own);
  const next = `${lineBreak}${offset === ready ? indents.ready : (indents.statements[index] ?? '')}`;
  const name = unused(camelCase(variable), names);
  const isTyped = /\.(?:[cm]?ts|tsx|vue|svelte|astro)$/.test(file);
  // The type of a constant is narrowed where it is checked, but not in functions that are declared.
  const given = isTyped && hoisted.includes(own) ? unused(`${name}FromEnvironment`, names) : name;
  const lines = [
    `const ${given} = ${reading};`,
    `if (!${given}) throw new Error('${variable} is not set');`,
    ...(given === name ? [] : [`const ${name}: string = ${given};`]),
  ];
  const gap = isApart && offset === ready ? lineBreak : '';
  const text = `${lines.join(next)}${gap}${next}`;
  return [
    { file, span: { start: offset, end: offset }, text },
    { file, span, text: name },
  ];
}

function camelCase(variable: string): string {
  return wordsOf(variable)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

function unused(name: string, names: readonly string[]): string {
  let candidate = name;
  for (let count = 2; names.includes(candidate); count++) candidate = `${name}${count}`;
  return candidate;
}
