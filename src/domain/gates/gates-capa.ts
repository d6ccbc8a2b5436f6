/** Every gate of a CAPA by its name (specification 3.17, CAPA-01 to CAPA-14). */
import type { Gate } from "../procedure/gate.ts";
import { actionGates } from "./gates-capa-actions.ts";
import { effectGates } from "./gates-capa-effect.ts";
import { openingGates } from "./gates-capa-opening.ts";
import { causeGates, confirmationGates, containmentGates } from "./gates-causes.ts";
import { timesInOrder } from "./gates-times.ts";

export const capaGates = {
  ...openingGates,
  ...causeGates,
  ...containmentGates,
  ...actionGates,
  ...confirmationGates,
  ...effectGates,
  "times-in-order": timesInOrder,
} satisfies Record<string, Gate>;
