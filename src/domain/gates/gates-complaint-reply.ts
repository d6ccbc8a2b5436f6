/** Gates from confirmation to the customer's opinion: CMP-12, 14 to 21, 23 (4.6.2, 4.6.3.2, 4.6.3.3). */

import { isBefore, lastRound, textAt } from "../cases/case-shapes.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { onlyGrew } from "../procedure/growing.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked, notBefore } from "./asked.ts";

/** Quality has followed up on what was completed, and written it down (CMP-12). */
const followUpAfterCompletion: Gate = (input) => {
  const clause = "R-4.6.3.2-01";
  const missing = asked(input, ["rounds[-1].followup.text"], clause);
  if (missing.length > 0) return missing;
  const round = lastRound(input.record);
  const followed = { path: "rounds[-1].followup.at", at: round.followup?.at };
  return notBefore(input, followed, { path: "rounds[-1].completed_at", at: round.completed_at }, clause);
};

/** The reply is reviewed and approved after both have confirmed (CMP-14). */
const replySignedAfterConfirmation: Gate = (input) => {
  const time = (name: string) => ({
    path: `rounds[-1].${name}.at`,
    at: textAt(input.record, `rounds[-1].${name}.at`),
  });
  const [gm, quality] = [time("confirm_gm"), time("confirm_quality")];
  const last = isBefore(gm.at, quality.at) ? quality : gm;
  return ["review", "approval"].flatMap((name) => notBefore(input, time(name), last, "R-4.6.3.2-03"));
};

/** The reply goes out by the channel agreed with the customer, or by fax as the procedure says (CMP-15, G-13). */
const customerReplyChannelUsed: Gate = (input) => {
  const channel = lastRound(input.record).reply?.channel;
  const customer = input.context.facts.record(textAt(input.record, "customer_id") ?? "");
  const agreed = textAt(customer ?? null, "reply_channel") ?? "fax";
  if (channel === undefined || channel === agreed || channel === "fax") return [];
  const where = { record: input.record.id, path: "rounds[-1].reply.channel", clause: "R-4.6.3.2-04" };
  return [finding("channel-not-agreed", { channel, agreed }, where)];
};

/** What did not arrive is sent again, later than before (CMP-17). */
const sentAgainAfterTheCall: Gate = (input) => {
  const sent = lastRound(input.before).reply?.sent_at;
  const again = lastRound(input.record).reply?.sent_at;
  if (sent === undefined || again === undefined || isBefore(sent, again)) return [];
  const where = { record: input.record.id, path: "rounds[-1].reply.sent_at", clause: "R-4.6.2-04" };
  return [finding("not-sent-again", { sent }, where)];
};

/** An acceptance is recorded with the customer's words; without them it is shown (CMP-18). */
const acceptanceCommented: Gate = (input) => {
  const path = "rounds[-1].customer_response.comment";
  if (filled(input, path)) return [];
  return [finding("acceptance-without-words", {}, { record: input.record.id, path, clause: "R-4.6.3.3-01" })];
};

/** A refusal is `rejected` or `partial`; silence is neither acceptance nor refusal (CMP-19, CMP-20). */
const customerRefuses: Gate = (input) => {
  const response = lastRound(input.record).customer_response?.response;
  if (response === undefined || response === "rejected" || response === "partial") return [];
  const where = {
    record: input.record.id,
    path: "rounds[-1].customer_response.response",
    clause: "R-4.6.3.3-02",
  };
  return [finding("response-refuses-nothing", { response, event: input.step.event }, where)];
};

/** What was tried before to reach the customer stays on record (CMP-30). */
const contactAttemptsKept: Gate = (input) => {
  const path = "rounds[-1].contact_attempts";
  if (onlyGrew(input.before, input.record, path)) return [];
  const params = { kind: "complaint", path, event: input.step.event };
  return [finding("list-only-grows", params, { record: input.record.id, path, clause: "R-4.6.3.3-01" })];
};

/** The judgement as it stood: some of these steps change it themselves. */
function judged(input: GateInput, wanted: "ours" | "not_ours"): Finding[] {
  const is = textAt(input.before, "responsibility");
  if (is === undefined || is === wanted) return [];
  const where = {
    record: input.record.id,
    path: "responsibility",
    clause: input.step.clauses[0] ?? "R-4.6.1-03",
  };
  return [finding("responsibility-other", { event: input.step.event, wanted, is }, where)];
}

export const replyGates = {
  "follow-up-after-completion": followUpAfterCompletion,
  "reply-signed-after-confirmation": replySignedAfterConfirmation,
  "customer-reply-channel-used": customerReplyChannelUsed,
  "sent-again-after-the-call": sentAgainAfterTheCall,
  "acceptance-commented": acceptanceCommented,
  "customer-refuses": customerRefuses,
  "contact-attempts-kept": contactAttemptsKept,
  "responsibility-ours": (input) => judged(input, "ours"),
  "responsibility-not-ours": (input) => judged(input, "not_ours"),
} satisfies Record<string, Gate>;
