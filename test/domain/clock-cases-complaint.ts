/** Deadlines of complaints, one case a line of specification 3.1.1. */
import type { ClockCase } from "./clock-case.ts";
import { time } from "./clock-models.ts";

const OURS = { responsibility: "ours" };
const registered = "CMP-01 03-02 10:00";
const toQuality = [registered, "CMP-02 03-02 11:00"];
const direct = [...toQuality, "CMP-09 03-04 16:00"];
const received = [...direct, "CMP-27 03-05 08:00"];
const proposed = [...received, "CMP-10 03-06 10:00"];
const done = [...proposed, "CMP-11 03-10 10:00"];
const approved = [...done, "CMP-12 03-11 10:00", "CMP-14 03-12 10:00"];
const replied = [...approved, "CMP-15 03-12 11:00"];
const confirmedByPhone = [...replied, "CMP-16 03-13 10:00"];
const accepted = [...confirmedByPhone, "CMP-18 03-16 10:00"];

export const complaintCases: readonly ClockCase[] = [
  {
    deadline: "triage",
    says: "from the receipt of the complaint",
    kind: "complaint",
    steps: toQuality,
    fields: { received_at: time("02-27 16:00") },
    gives: ["02-28 late"],
  },
  {
    deadline: "triage",
    says: "ends when the complaint is voided",
    kind: "complaint",
    steps: [registered, "CMP-25 03-03"],
    gives: ["03-03 met"],
  },
  {
    deadline: "joint",
    says: "from the call",
    kind: "complaint",
    steps: [registered, "CMP-04 03-03 10:00"],
    fields: { "joint_analysis.called_at": time("03-02 15:00") },
    gives: ["03-04 overdue"],
  },
  {
    deadline: "cause",
    says: "from the hand-over to Quality, ended by the assignment",
    kind: "complaint",
    steps: direct,
    fields: { handed_to_quality_at: time("03-02 10:30") },
    gives: ["03-05 met"],
  },
  {
    deadline: "cause",
    says: "is not void but ended when it is judged again",
    kind: "complaint",
    steps: [...toQuality, "CMP-07 03-09"],
    gives: ["03-05 late"],
  },
  {
    deadline: "ack",
    says: "is not asked of the complaint on path A",
    kind: "complaint",
    steps: [...toQuality, "CMP-08 03-04"],
    fields: { handling_path: "capa" },
    gives: [],
  },
  {
    deadline: "ack",
    says: "is void when the proposal came without it",
    kind: "complaint",
    steps: [...direct, "CMP-10 03-05"],
    gives: ["03-05 void"],
  },
  {
    deadline: "countermeasure",
    says: "from the receipt",
    kind: "complaint",
    steps: proposed,
    fields: { "rounds[+].received_at": time("03-04 17:00") },
    gives: ["03-09 met"],
  },
  {
    deadline: "countermeasure",
    says: "is void when the case turns out not ours",
    kind: "complaint",
    steps: [...received, "CMP-07 03-06"],
    gives: ["03-10 void"],
  },
  {
    deadline: "implementation",
    says: "of a complaint's round",
    kind: "complaint",
    steps: done,
    fields: { "rounds[+].countermeasure": [{ due: "2026-03-10" }] },
    gives: ["03-10 met"],
  },
  {
    deadline: "implementation",
    says: "is not measured where no day was named",
    kind: "complaint",
    steps: done,
    gives: [],
  },
  {
    deadline: "confirm",
    says: "from the completion",
    kind: "complaint",
    steps: [...done, "CMP-13 03-13"],
    fields: { "rounds[+].completed_at": time("03-09 10:00") },
    gives: ["03-11 late"],
  },
  {
    deadline: "reply",
    says: "on the day the customer wished, if that is earlier",
    kind: "complaint",
    steps: replied,
    fields: { reply_requested_by: "2026-03-11" },
    gives: ["03-11 late"],
  },
  {
    deadline: "reply",
    says: "not on the day the customer wished, if that is later",
    kind: "complaint",
    steps: replied,
    fields: { reply_requested_by: "2026-03-20" },
    gives: ["03-13 met"],
  },
  {
    deadline: "reply",
    says: "from the analysis where it is not ours",
    kind: "complaint",
    steps: [registered, "CMP-03 03-03"],
    gives: ["03-04 overdue"],
  },
  {
    deadline: "phone",
    says: "from the reply",
    kind: "complaint",
    steps: confirmedByPhone,
    fields: { "rounds[+].reply.sent_at": time("03-12 10:30") },
    gives: ["03-13 met"],
  },
  {
    deadline: "opinion",
    says: "reminds and is never late",
    kind: "complaint",
    steps: confirmedByPhone,
    gives: ["03-20 open"],
  },
  {
    deadline: "opinion",
    says: "ends with an answer, however late",
    kind: "complaint",
    steps: [...confirmedByPhone, "CMP-18 05-20"],
    gives: ["03-20 met"],
  },
  {
    deadline: "standardise",
    says: "ours only",
    kind: "complaint",
    steps: accepted,
    fields: OURS,
    gives: ["03-30 overdue"],
  },
  {
    deadline: "standardise",
    says: "not where it was not ours",
    kind: "complaint",
    steps: [registered, "CMP-03 03-02", "CMP-15 03-03", "CMP-16 03-03", "CMP-18 03-04"],
    fields: { responsibility: "not_ours" },
    gives: [],
  },
  {
    deadline: "archive",
    says: "from the completion",
    kind: "complaint",
    steps: [...accepted, "CMP-21 03-17", "CMP-22 03-20", "CMP-24 03-25"],
    fields: OURS,
    gives: ["03-25 met"],
  },
  {
    deadline: "archive",
    says: "is void when the case is opened again",
    kind: "complaint",
    steps: [...accepted, "CMP-21 03-17", "CMP-22 03-20", "CMP-26 03-23"],
    fields: OURS,
    gives: ["03-25 void"],
  },
  {
    deadline: "ack",
    says: "is void when the proposal came without it",
    kind: "complaint",
    steps: [...direct, "CMP-10 03-05"],
    gives: ["03-05 void"],
  },
  {
    deadline: "reply",
    says: "from the analysis where it is not ours",
    kind: "complaint",
    steps: [registered, "CMP-03 03-03"],
    gives: ["03-04 overdue"],
  },
];
