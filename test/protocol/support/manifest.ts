import { DEFAULT_SETTINGS, rules } from '../../../rules';
import { configSchema } from '../../../server/host/config/schema';

const SHARED = ['preset', 'rules', 'cookies', 'testFiles'] as const;

/** The settings of the editor that a config file has as well, as package.json declares them. */
export function sharedSettings(): Readonly<Record<string, object>> {
  const { properties = {} } = configSchema(rules);
  return Object.fromEntries(
    SHARED.map((name) => [
      `authlint.${name}`,
      {
        type: typeof DEFAULT_SETTINGS[name],
        ...properties[name],
        default: DEFAULT_SETTINGS[name],
        scope: 'resource',
      },
    ]),
  );
}
