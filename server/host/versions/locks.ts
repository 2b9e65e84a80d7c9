import { asRecord, asText, parseRecord } from '../packages/manifests';
import { parseYamlRecord } from '../packages/yaml';

/** What a lockfile is asked: the version of a package as one of the lockfile's projects declares it. */
export interface LockQuestion {
  readonly package: string;
  /** What the project's manifest declares, as it is written there. */
  readonly declared: string;
  /** The project's directory relative to the lockfile's; `''` for the same. */
  readonly project: string;
}

export type Lock = (question: LockQuestion) => string | undefined;

/** How each package manager's lockfile is read, by its name. */
export const LOCK_READERS: Readonly<Record<string, (text: string) => Lock | Promise<Lock>>> = {
  'pnpm-lock.yaml': readPnpmLock,
  'yarn.lock': readYarnLock,
  'package-lock.json': readNpmLock,
  'npm-shrinkwrap.json': readNpmLock,
};

/** Versions 1 (`dependencies`) to 3 (`packages`, by the path of each installed copy). */
function readNpmLock(text: string): Lock {
  const lock = parseRecord(text);
  const packages = asRecord(lock?.packages);
  const dependencies = asRecord(lock?.dependencies);
  return ({ package: name, project }) => {
    const segments = project === '' ? [] : project.split('/');
    for (let depth = segments.length; packages !== undefined && depth >= 0; depth--) {
      const path = [...segments.slice(0, depth), 'node_modules', name].join('/');
      const version = asText(asRecord(packages[path])?.version);
      if (version !== undefined) return version;
    }
    return asText(asRecord(dependencies?.[name])?.version);
  };
}

/** Both formats are blocks of a list of `name@range` and indented fields; Berry writes `npm:` before a range. */
function readYarnLock(text: string): Lock {
  const blocks = text.split(/\r?\n(?=[^\s#])/);
  return ({ package: name, declared }) => {
    const about = blocks.filter((block) =>
      descriptorsOf(block).some((descriptor) => descriptor.startsWith(`${name}@`)),
    );
    const wanted = [`${name}@${declared}`, `${name}@npm:${declared}`];
    const exact = about.find((block) => descriptorsOf(block).some((descriptor) => wanted.includes(descriptor)));
    const block = exact ?? (about.length === 1 ? about[0] : undefined);
    return /^ +version:? +"?([^"\s]+)/m.exec(block ?? '')?.[1];
  };
}

function descriptorsOf(block: string): readonly string[] {
  const header = block.slice(0, block.search(/:?\r?(?:\n|$)/));
  return header.split(',').map((descriptor) => descriptor.trim().replace(/^"|"$/g, ''));
}

/** The few sections that count; the rest is a hundred times as long. */
const PNPM_SECTION = /^(?:importers|dependencies|optionalDependencies|devDependencies):/;

/** Versions 6 to 9: `importers` by project, or for a single project its dependencies at the top. */
async function readPnpmLock(text: string): Promise<Lock> {
  const sections = text.split(/\r?\n(?=\S)/).filter((section) => PNPM_SECTION.test(section));
  const lock = await parseYamlRecord(sections.join('\n'));
  const projects = asRecord(lock?.importers);
  return ({ package: name, project }) => {
    const declaring = projects === undefined ? lock : asRecord(projects[project || '.']);
    const groups = ['dependencies', 'optionalDependencies', 'devDependencies'].map((key) => asRecord(declaring?.[key]));
    const entry = groups.map((group) => group?.[name]).find((found) => found !== undefined);
    const version = asText(entry) ?? asText(asRecord(entry)?.version);
    return /^(?:.*@)?(\d[^(_]*)/.exec(version?.replace(/\(.*/, '') ?? '')?.[1];
  };
}
