import type { DrawModel, ResultModel } from '../../models/shape/results';
import type { ReducerModel } from '../../models/shape/states';
import type { StorageModel } from '../../models/shape/storages';
import type { MadeMembers } from '../../resolve/evaluate/madeMembers';
import type { OwnedNamedCalls } from '../../resolve/evaluate/namedCalls';
import type { Offers } from '../../resolve/evaluate/offers';
import { createKeepers } from '../kept/keepers';
import type { OwnedEmission, OwnedRegistration, OwnedSession } from '../knowledge';

/** A type or a function of a library. */
export interface Part {
  readonly module: string;
  readonly path: string;
}

/** What models tell, by what is asked for. */
export type ModelIndex = ReturnType<typeof emptyIndex>;

/** An index to which nothing is added yet. */
export function emptyIndex() {
  return {
    calls: new Map<string, OwnedEmission[]>(),
    methods: new Map<string, OwnedEmission[]>(),
    assignments: new Map<string, OwnedEmission[]>(),
    handed: new Map<string, OwnedEmission[]>(),
    registrations: new Map<string, OwnedRegistration[]>(),
    madeMembers: new Map<string, readonly MadeMembers[]>(),
    /** The modules of what has such members. */
    making: new Set<string>(),
    offers: new Map<string, Offers>(),
    namedCalls: [] as OwnedNamedCalls[],
    namedCallsBy: new Map<string, OwnedNamedCalls[]>(),
    results: new Map<string, ResultModel['is']>(),
    /** Modules with types whose members may have any name: `#PrismaClient.*.findUnique()`. */
    open: new Set<string>(),
    openCalls: new Set<string>(),
    draws: new Map<string, DrawModel>(),
    drawNames: new Set<string>(),
    drawModules: new Set<string>(),
    requests: new Map<string, string[]>(),
    gifts: new Map<string, Part>(),
    /** What any member of a type is: `#CookieJar.*`. */
    openGifts: new Map<string, Part>(),
    fluent: new Map<string, ReadonlySet<string>>(),
    annotations: new Map<string, Part>(),
    handlers: new Map<string, readonly string[]>(),
    typedHandlers: new Map<string, readonly string[]>(),
    namedHandlers: new Map<string, { readonly module: string; readonly parameters: readonly string[] }>(),
    described: new Set<string>(),
    conventional: new Map<string, Part[]>(),
    members: new Map<string, Part[]>(),
    automatic: new Map<string, Part[]>(),
    bringers: new Map<string, readonly string[]>(),
    relevant: new Set<string>(),
    assigned: new Set<string>(),
    owners: new Map<string, string>(),
    storages: new Map<string, StorageModel[]>(),
    direct: new Map<string, OwnedEmission[]>(),
    directMethods: new Map<string, OwnedEmission[]>(),
    directAssignments: new Map<string, OwnedEmission[]>(),
    directNames: new Set<string>(),
    decoders: new Set<string>(),
    keepers: createKeepers(),
    reducers: new Map<string, ReducerModel>(),
    sessions: [] as OwnedSession[],
  };
}
