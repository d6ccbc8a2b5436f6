/** Every gate of a complaint by its name (specification 3.17, CMP-01 to CMP-31). */
import type { Gate } from "../procedure/gate.ts";
import { causeGates, confirmationGates, containmentGates } from "./gates-causes.ts";
import { closingGates } from "./gates-complaint-closing.ts";
import { intakeGates } from "./gates-complaint-intake.ts";
import { measureGates } from "./gates-complaint-measures.ts";
import { pathGates } from "./gates-complaint-paths.ts";
import { replyGates } from "./gates-complaint-reply.ts";
import { customerGates } from "./gates-customer.ts";
import { timesInOrder } from "./gates-times.ts";

export const complaintGates = {
  ...customerGates,
  ...intakeGates,
  ...causeGates,
  ...containmentGates,
  ...pathGates,
  ...measureGates,
  ...confirmationGates,
  ...replyGates,
  ...closingGates,
  "times-in-order": timesInOrder,
} satisfies Record<string, Gate>;
