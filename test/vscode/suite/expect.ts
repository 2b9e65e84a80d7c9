/** Fails unless both are the same plain data. `node:assert` does not exist in the web-worker host. */
export function equal(actual: unknown, expected: unknown): void {
  if (toText(actual) !== toText(expected)) {
    throw Object.assign(new Error('What is there differs from what is expected.'), {
      actual,
      expected,
      showDiff: true,
    });
  }
}

/** Fails unless `text` matches `pattern`. */
export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) {
    throw new Error(`Does not match ${pattern}:\n${text}`);
  }
}

/** Resolves to what `probe` returns once it satisfies `isExpected`; fails with the last outcome after half a minute. */
export async function eventually<T>(probe: () => T | PromiseLike<T>, isExpected: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const outcome = await attempt(probe);
    if ('value' in outcome && isExpected(outcome.value)) {
      return outcome.value;
    }
    if (Date.now() > end) {
      throw new Error(`Not what was expected after half a minute:\n${toText(outcome)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until `probe` returns the same plain data as `expected`; fails with the difference after half a minute. */
export async function eventuallyEqual(probe: () => unknown, expected: unknown): Promise<void> {
  const isExpected = (value: unknown) => toText(value) === toText(expected);
  const value = await eventually(probe, isExpected).catch(() => probe());
  equal(value, expected);
}

/** Fails when `probe` returns anything but `expected` within three seconds, in which much can happen. */
export async function staysEqual(probe: () => unknown, expected: unknown): Promise<void> {
  const end = Date.now() + 3000;
  while (Date.now() < end) {
    equal(await probe(), expected);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** VS Code cancels requests that overlap with newer ones: a failure is an outcome to look at again, like any other. */
async function attempt<T>(probe: () => T | PromiseLike<T>): Promise<{ value: T } | { failure: string }> {
  try {
    return { value: await probe() };
  } catch (reason) {
    return { failure: String(reason) };
  }
}

function toText(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
