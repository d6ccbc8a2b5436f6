/** Every computation by its name: what the workflows' `computes` mean. Run after the values are set, before needs and gates. */

import type { Compute } from "../procedure/computing.ts";
import {
  addressees,
  amendmentChanges,
  customerOfTheOrder,
  ownOpinion,
  ownReceipt,
} from "./computes-amendment.ts";
import { capaActionsAsText, causesFromCapas, reopeningSigned, retentionUntil } from "./computes-case.ts";
import {
  formNumbers,
  noticeLines,
  noticeReceivers,
  noticeRevision,
  orderClass,
  orderRevision,
  stateBeforeAmending,
} from "./computes-order.ts";
import { monthlyFiguresComputed } from "./computes-summary.ts";
import {
  recipientsDated,
  remindersDated,
  responseDue,
  responseScore,
  returnRate,
  surveyAnalysis,
  surveyLimits,
  surveyRules,
} from "./computes-survey.ts";
import { title } from "./computes-title.ts";

export const computes = {
  title,
  "customer-of-the-order": customerOfTheOrder,
  "order-revision": orderRevision,
  "order-class": orderClass,
  "form-numbers": formNumbers,
  "notice-revision": noticeRevision,
  "notice-lines": noticeLines,
  "notice-receivers": noticeReceivers,
  "amendment-changes": amendmentChanges,
  "state-before-amending": stateBeforeAmending,
  "own-opinion": ownOpinion,
  "own-receipt": ownReceipt,
  addressees,
  "causes-from-capas": causesFromCapas,
  "capa-actions-as-text": capaActionsAsText,
  "retention-until": retentionUntil,
  "reopening-signed": reopeningSigned,
  "survey-rules": surveyRules,
  "survey-limits": surveyLimits,
  "response-due": responseDue,
  "recipients-dated": recipientsDated,
  "reminders-dated": remindersDated,
  "return-rate": returnRate,
  "survey-analysis": surveyAnalysis,
  "response-score": responseScore,
  "monthly-figures": monthlyFiguresComputed,
} satisfies Record<string, Compute>;
