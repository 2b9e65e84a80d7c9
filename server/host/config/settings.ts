import { type LibraryModel, type Policy, type Settings, settingsFor } from '../../../rules';

/** The settings that one source gives: the command line, a config file, the editor. Unset keys are left to the next. */
export interface SettingsLayer extends Partial<Omit<Settings, 'policy'>> {
  readonly policy?: Partial<Policy>;
}

/** Several layers as one, the strongest first; rules, lifetimes and models are merged one by one. */
export function mergeLayers(layers: readonly SettingsLayer[]): SettingsLayer {
  const weakestFirst = layers.toReversed();
  return {
    ...Object.assign({}, ...weakestFirst),
    rules: Object.assign({}, ...weakestFirst.map((layer) => layer.rules)),
    policy: Object.assign({}, ...weakestFirst.map((layer) => layer.policy)),
    ...mergeModels(layers.flatMap(({ models = [] }) => (models.length === 0 ? [] : [models]))),
  };
}

/** Of each package what the strongest layer says that describes it. One list alone stays the same list. */
function mergeModels(lists: readonly (readonly LibraryModel[])[]): Pick<SettingsLayer, 'models'> {
  const [strongest, ...weaker] = lists;
  if (strongest === undefined) return {};
  if (weaker.length === 0) return { models: strongest };
  const speaker = new Map(lists.toReversed().flatMap((list) => list.map((model) => [model.package, list] as const)));
  return { models: lists.flatMap((list) => list.filter((model) => speaker.get(model.package) === list)) };
}

/** The settings that layers, the strongest first, amount to. */
export function toSettings(layers: readonly SettingsLayer[]): Settings {
  const merged = mergeLayers(layers);
  const base = settingsFor(merged.preset ?? 'recommended');
  return {
    preset: base.preset,
    rules: merged.rules ?? base.rules,
    policy: { ...base.policy, ...merged.policy },
    cookies: merged.cookies ?? base.cookies,
    requireReason: merged.requireReason ?? base.requireReason,
    testFiles: merged.testFiles ?? base.testFiles,
    models: merged.models ?? base.models,
  };
}
