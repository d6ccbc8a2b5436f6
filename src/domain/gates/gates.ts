/** Every gate by its name: what the workflows' `gates` mean. */
import type { Gate } from "../procedure/gate.ts";
import { amendmentGates } from "./gates-amendment.ts";
import { capaGates } from "./gates-capa.ts";
import { complaintGates } from "./gates-complaint.ts";
import { customerListGates } from "./gates-customer-list.ts";
import { inquiryGates } from "./gates-inquiry.ts";
import { meetingGates } from "./gates-meeting.ts";
import { opinionGates } from "./gates-opinions.ts";
import { orderIntakeGates } from "./gates-order-intake.ts";
import { orderProductionGates } from "./gates-order-production.ts";
import { orderReviewGates } from "./gates-order-review.ts";
import { responseGates, summaryGates } from "./gates-response.ts";
import { returnGates } from "./gates-return.ts";
import { surveyGates } from "./gates-survey.ts";
import { timeGates } from "./gates-times.ts";

export const gates: Readonly<Record<string, Gate | undefined>> = {
  ...customerListGates,
  ...orderIntakeGates,
  ...orderReviewGates,
  ...orderProductionGates,
  ...opinionGates,
  ...amendmentGates,
  ...inquiryGates,
  ...complaintGates,
  ...returnGates,
  ...capaGates,
  ...surveyGates,
  ...responseGates,
  ...summaryGates,
  ...meetingGates,
  ...timeGates,
};
