/**
 * The records as their schemas describe them. Generated from schemas/*.schema.json, never edited:
 * UPDATE_GENERATED=1 npx vitest run test/domain/generated.test.ts
 */

export type CustomerGrade = "A" | "B" | "C";
export type Language = "zh" | "en";
export type Channel =
  | "email"
  | "phone"
  | "fax"
  | "letter"
  | "im"
  | "visit"
  | "portal"
  | "meeting"
  | "on_site"
  | "courier"
  | "other";
export type LinkRelation = "came_from" | "see_also";
export type Links = Link[];
export type Attachments = Attachment[];
export type Role =
  | "sales_manager"
  | "salesperson"
  | "customer_service"
  | "order_clerk"
  | "quality_manager"
  | "quality_engineer"
  | "dept_head"
  | "dept_reviewer"
  | "warehouse_keeper"
  | "general_manager"
  | "management_rep"
  | "document_controller"
  | "system";
export type Document =
  | "order_review_form"
  | "verbal_special_record"
  | "verbal_record"
  | "order_review_or_special"
  | "signed_contract"
  | "production_notice"
  | "production_notice_revised"
  | "shipping_inspection_report"
  | "delivery_note"
  | "amendment_notice"
  | "amendment_notice_cancel"
  | "document_change_record"
  | "document_change_record_6_1"
  | "inquiry_record"
  | "outreach_record"
  | "customer_list"
  | "complaint_form"
  | "complaint_form_to_quality"
  | "complaint_form_to_department"
  | "complaint_form_reply"
  | "complaint_form_to_customer"
  | "complaint_form_complete"
  | "report_8d"
  | "capa_report"
  | "capa_sheet"
  | "standardisation_notice"
  | "standardisation_record"
  | "return_slip"
  | "return_slip_reason"
  | "return_slip_closed"
  | "return_receipt_notice"
  | "inspection_record"
  | "questionnaire"
  | "questionnaire_blank"
  | "survey_analysis_form"
  | "wave_file"
  | "monthly_summary_form";
export type History = HistoryEntry[];
export type ContractForm = "written" | "verbal";
export type OrderClass = "routine" | "special" | "sample";
export type Department =
  | "sales"
  | "quality"
  | "production"
  | "engineering"
  | "purchasing"
  | "pmc"
  | "warehouse"
  | "finance"
  | "gm_office";
export type ReviewOpinion = "accept" | "conditional" | "reject" | "not_applicable";
export type StockAnswer = "enough" | "short";
export type CapacityAnswer = "enough" | "overtime" | "short";
export type YesNo = "yes" | "no";
export type Opinions = Opinion[];
export type ReviewConclusion = "accept" | "accept_after_change" | "decline";
export type SpecialReviewReason = "verbal" | "complex_process" | "special_material";
export type AmendmentInitiator = "company" | "customer";
export type AmendmentItem =
  | "quantity"
  | "delivery_date"
  | "specification"
  | "material"
  | "process"
  | "packaging"
  | "price"
  | "payment"
  | "ship_to"
  | "cancel_line"
  | "other";
export type InquiryType =
  | "product"
  | "quotation"
  | "order_progress"
  | "amendment"
  | "technical"
  | "service_request"
  | "praise"
  | "other";
export type OutreachMethod =
  "company_introduction" | "product_brochure" | "sample" | "visit" | "exhibition" | "other";
export type ComplaintCategory =
  | "product_quality"
  | "quantity"
  | "delivery"
  | "packaging"
  | "transport_damage"
  | "documents"
  | "service"
  | "price"
  | "compliance"
  | "other";
export type FoundAtStage = "incoming" | "assembly" | "finished_goods" | "field" | "end_user";
export type DefectType =
  | "scratch"
  | "dent"
  | "burr"
  | "deformation"
  | "rust"
  | "plating_peel"
  | "coating_defect"
  | "colour_difference"
  | "stain"
  | "dimension"
  | "thread"
  | "hole_position"
  | "crack"
  | "weld"
  | "function"
  | "strength"
  | "fit"
  | "wrong_material"
  | "hardness"
  | "salt_spray"
  | "rohs"
  | "missing_process"
  | "missing_part"
  | "mixed_parts"
  | "wrong_parts"
  | "short_quantity"
  | "packaging_damage"
  | "label_error"
  | "late_delivery"
  | "document_missing"
  | "other";
export type OccurrencePattern = "single" | "scattered" | "batch";
export type Remedy =
  | "replace"
  | "replenish"
  | "repair_return"
  | "credit_note"
  | "refund"
  | "compensation"
  | "sorting_on_site"
  | "explanation"
  | "none";
export type ReportFormat = "none" | "8d" | "form" | "letter";
export type Severity = "critical" | "major" | "minor";
export type Urgency = "line_stop" | "urgent" | "normal";
export type Responsibility = "ours" | "not_ours" | "undetermined";
export type NotOursReason =
  | "customer_use"
  | "customer_storage"
  | "customer_design"
  | "customer_material"
  | "carrier"
  | "within_spec"
  | "no_fault_found"
  | "not_our_product"
  | "other";
export type ContainmentLocation = "customer" | "transit" | "warehouse" | "wip" | "supplier";
export type CauseKind = "occurrence" | "escape" | "systemic";
export type CauseCategory =
  "man" | "machine" | "material" | "method" | "environment" | "measurement" | "management";
export type AnalysisMethod = "five_why" | "fishbone" | "is_is_not" | "fta" | "fmea" | "measurement" | "other";
export type HandlingPath = "capa" | "direct";
export type ActionType = "containment" | "corrective" | "preventive";
export type CustomerResponse = "accepted" | "rejected" | "partial" | "no_response";
export type StandardDecision =
  "revise_document" | "new_document" | "training" | "poka_yoke" | "horizontal" | "none";
export type ReturnReason =
  | "quality"
  | "wrong_goods"
  | "over_delivery"
  | "transport_damage"
  | "late"
  | "customer_cancel"
  | "sample"
  | "other";
export type FreightPayer = "us" | "customer";
export type InspectionResult = "confirmed_ng" | "partly_ng" | "ok" | "not_our_product" | "undetermined";
export type Disposition =
  | "rework"
  | "repair"
  | "sort"
  | "scrap"
  | "use_as_is"
  | "restock"
  | "downgrade"
  | "return_to_customer"
  | "return_to_supplier"
  | "hold";
export type CapaSource =
  "complaint" | "return" | "survey" | "inquiry" | "internal" | "audit" | "management_review";
export type TeamRole = "leader" | "member" | "sponsor";
export type CapaCauses = {
  kind: CauseKind;
  category?: CauseCategory;
  text: string;
  method?: AnalysisMethod;
  whys?: string[];
  verified?: boolean;
}[];
export type ActionStatus = "planned" | "in_progress" | "done" | "dropped";
export type CapaActions = {
  no: number;
  type?: ActionType;
  text: string;
  against?: number;
  owner?: string;
  due?: string;
  status?: ActionStatus;
  done_at?: string;
  evidence?: string;
  drop_reason?: string;
}[];
export type CapaDraftedWith = Department[];
export type VerificationResult = "effective" | "ineffective" | "inconclusive";
export type LimitScope = "overall" | "item" | "customer";
export type ResponseValidity = "valid" | "incomplete" | "rejected";

/**
 * Kind → record.
 */
export interface RecordsByKind {
  customer: Customer;
  order: Order;
  amendment: Amendment;
  inquiry: Inquiry;
  outreach: Outreach;
  complaint: Complaint;
  return: Return;
  capa: Capa;
  survey_wave: SurveyWave;
  survey_response: SurveyResponse;
  monthly_summary: MonthlySummary;
  standardisation_meeting: StandardisationMeeting;
}
export interface Customer {
  id: string;
  kind: "customer";
  state: "active" | "dormant" | "closed";
  created_at: string;
  created_by: string;
  name: string;
  name_en?: string;
  short_name: string;
  aliases?: string[];
  grade: CustomerGrade;
  main_customer: boolean;
  address?: string;
  country: string;
  phone?: string;
  fax?: string;
  email?: string;
  contacts?: {
    name?: string;
    position?: string;
    department?: string;
    phone?: string;
    email?: string;
    receives_survey?: boolean;
  }[];
  main_products?: string[];
  framework_contract?: {
    no?: string;
    signed_on?: string;
    valid_to?: string;
  };
  customer_requirements?: string[];
  reply_language: Language;
  reply_channel: Channel;
  salesperson: string;
  since?: string;
  updated_at?: string;
  close_reason?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface Link {
  kind:
    | "customer"
    | "order"
    | "amendment"
    | "inquiry"
    | "outreach"
    | "complaint"
    | "return"
    | "capa"
    | "survey_wave"
    | "survey_response"
    | "monthly_summary"
    | "standardisation_meeting";
  id: string;
  relation: LinkRelation;
}
export interface Attachment {
  path: string;
  sha256: string;
  zh?: string;
  en?: string;
}
export interface HistoryEntry {
  seq: number;
  at: string;
  by: string;
  role: Role;
  deputy_for?: string;
  event: string;
  for?: string;
  transition: string;
  from: string | null;
  to: string;
  note?: string;
  changes?: {
    path: string;
    before: unknown;
    after: unknown;
  }[];
  documents?: Document[];
  notified?: string[];
}
export interface Order {
  id: string;
  kind: "order";
  state:
    | "received"
    | "requirements_determined"
    | "clarifying"
    | "in_review"
    | "reviewed"
    | "approved"
    | "signed"
    | "in_production"
    | "amending"
    | "delivered"
    | "closed"
    | "declined"
    | "cancelled";
  title: string;
  customer_id: string;
  created_at: string;
  created_by: string;
  customer_po?: string;
  contract_form: ContractForm;
  order_class?: OrderClass;
  channel: Channel;
  received_at: string;
  framework_contract_no?: string;
  lines: {
    line?: number;
    part_no?: string;
    product_name?: string;
    product_name_en?: string;
    material?: string;
    drawing_rev?: string;
    quantity?: number;
    unit?: string;
    unit_price?: number;
    currency?: string;
    delivery_date?: string;
  }[];
  delivery_date: string;
  ship_to: string;
  payment_terms: string;
  packaging?: string;
  revision: number;
  requirements?: {
    stated?: string;
    implied?: string;
    obligations?: string;
    laws?: string;
    standards?: string;
    characteristics?: string;
    reliability?: string;
    transport?: string;
    support?: string;
    hse?: string;
  };
  complex_process?: {
    value?: boolean;
    reason?: string;
  };
  special_material?: {
    value?: boolean;
    reason?: string;
  };
  first_order?: boolean;
  open_points?: {
    no?: number;
    point?: string;
    raised_at?: string;
    resolution?: string;
    resolved_at?: string;
    evidence?: string;
  }[];
  review?: OrderReview;
  verbal_record?: OrderVerbalRecord;
  production_notice?: OrderProductionNotice;
  sign?: {
    by?: string;
    at?: string;
    stamped?: boolean;
    scan?: string;
    seal?: string;
  };
  delivery?: {
    shipped_at?: string;
    quantity?: number;
    delivery_note?: string;
    inspection_report?: string;
  };
  cancel?: {
    reason?: string;
    initiator?: AmendmentInitiator;
    customer_evidence?: string;
    at?: string;
  };
  amendment_id?: string;
  state_before_amending?: string;
  decline?: {
    reason?: string;
    customer_informed_at?: string;
  };
  return_reason_text?: string;
  closed_at?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface OrderReview {
  review_no?: string;
  company_additional?: string;
  content_confirmed?: {
    by?: string;
    at?: string;
    channel?: Channel;
    customer_person?: string;
  };
  opinions?: Opinions;
  can_deliver_on_time?: boolean;
  can_deliver_to_quality?: boolean;
  legality?: boolean;
  completeness?: boolean;
  clarity?: boolean;
  conclusion?: ReviewConclusion;
  concluded_at?: string;
  approved_by?: string;
  approved_seal?: string;
  asked_departments?: Department[];
  asked_at?: string;
}
export interface Opinion {
  department: Department;
  reviewer?: string;
  asked_at?: string;
  opinion: ReviewOpinion;
  items?: OpinionItems;
  comment?: string;
  condition_met?: {
    by?: string;
    at?: string;
    evidence?: string;
  };
  at?: string;
}
/**
 * What a department answers in a comprehensive review (4.3.3.1).
 */
export interface OpinionItems {
  material_stock?: StockAnswer;
  product_stock?: number;
  capacity?: CapacityAnswer;
  technical?: YesNo;
  inspection?: YesNo;
  cost?: Money;
}
/**
 * Amount and currency.
 */
export interface Money {
  amount?: number;
  currency?: string;
}
export interface OrderVerbalRecord {
  record_no?: string;
  reason_class?: SpecialReviewReason;
  caller?: string;
  caller_phone?: string;
  received_by?: string;
  spoken_at?: string;
  spoken_content?: string;
  read_back?: {
    at?: string;
    agreed?: boolean;
    person?: string;
  };
  written_followup?: {
    received_at?: string;
    channel?: Channel;
    customer_po?: string;
    waived?: boolean;
    reason?: string;
  };
  special_points?: string;
}
export interface OrderProductionNotice {
  notice_no?: string;
  lines?: {
    part_no?: string;
    product_name?: string;
    drawing_rev?: string;
    material?: string;
    finish?: string;
    quantity?: number;
    unit?: string;
    due?: string;
  }[];
  quality_points?: string;
  packaging_label?: string;
  samples?: string;
  issued_by?: string;
  receivers?: {
    department: Department;
    by?: string;
    at?: string;
  }[];
  revision?: number;
  issued_at?: string;
}
export interface Amendment {
  id: string;
  kind: "amendment";
  state:
    | "proposed"
    | "reviewing"
    | "negotiating"
    | "accepted"
    | "distributed"
    | "documents_updated"
    | "closed"
    | "rejected"
    | "withdrawn";
  title: string;
  customer_id: string;
  created_at: string;
  created_by: string;
  order_id: string;
  initiator: AmendmentInitiator;
  initiator_department?: Department;
  requested_at: string;
  channel?: Channel;
  changes: {
    item: AmendmentItem;
    line?: number;
    before?: unknown;
    after?: unknown;
  }[];
  reason: string;
  affects_product_requirement: boolean;
  impact?: {
    stock?: string;
    wip?: string;
    purchased?: string;
    cost?: string;
    delivery?: string;
  };
  opinions?: Opinions;
  negotiation?: {
    at?: string;
    by?: string;
    channel?: Channel;
    content?: string;
    customer_position?: string;
  }[];
  customer_acceptance?: {
    accepted?: boolean;
    person?: string;
    at?: string;
    channel?: Channel;
    evidence?: string;
  };
  notice_no?: string;
  distribution?: {
    department: Department;
    sent_at?: string;
    method?: string;
    ack_by?: string;
    ack_at?: string;
  }[];
  document_changes?: {
    document?: string;
    from_rev?: string;
    to_rev?: string;
    by?: string;
    at?: string;
  }[];
  effective_from?: string;
  asked_departments?: Department[];
  reject_reason?: string;
  withdraw_reason?: string;
  closed_at?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface Inquiry {
  id: string;
  kind: "inquiry";
  state: "open" | "deferred" | "answered" | "closed" | "converted";
  title: string;
  customer_id?: string;
  created_at: string;
  created_by: string;
  type: InquiryType;
  received_at: string;
  channel: Channel;
  customer_name: string;
  contact_person?: string;
  contact_method?: string;
  order_id?: string;
  content: string;
  deferred?: {
    reason?: string;
    promised_by?: string;
    assigned_department?: Department;
  };
  answer?: {
    text?: string;
    at?: string;
    by?: string;
    channel?: Channel;
  };
  agreement?: string;
  converted_to?: string;
  content_en?: string;
  reopen_reason?: string;
  closed_at?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface Outreach {
  id: string;
  kind: "outreach";
  state: "logged";
  customer_id: string;
  created_at: string;
  created_by: string;
  date: string;
  method: OutreachMethod;
  content: string;
  needs: string;
  market?: string;
  next_step?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface Complaint {
  id: string;
  kind: "complaint";
  state:
    | "registered"
    | "joint_analysis"
    | "not_ours_analysed"
    | "cause_analysis"
    | "countermeasure"
    | "implementing"
    | "awaiting_confirmation"
    | "confirmed"
    | "reply_approved"
    | "replied"
    | "receipt_confirmed"
    | "accepted"
    | "standardising"
    | "completed"
    | "archived"
    | "voided";
  title: string;
  customer_id: string;
  created_at: string;
  created_by: string;
  received_at: string;
  channel: Channel;
  complainant: {
    name?: string;
    position?: string;
    phone?: string;
    email?: string;
  };
  acknowledged_at?: string;
  customer_ref?: string;
  category: ComplaintCategory;
  order_id?: string;
  part_no?: string;
  product_name?: string;
  lot_no?: string;
  delivery_note?: string;
  quantity_delivered?: number;
  quantity_complained?: number;
  unit?: string;
  found_at_stage?: FoundAtStage;
  defect_type?: DefectType;
  occurrence_pattern?: OccurrencePattern;
  description: string;
  remedy_requested: Remedy[];
  reply_requested_by?: string;
  report_format?: ReportFormat;
  samples_received?: {
    received?: boolean;
    quantity?: number;
    at?: string;
  };
  severity?: Severity;
  urgency: Urgency;
  repeat_of?: string;
  recurrence_note?: string;
  preliminary_analysis?: {
    text?: string;
    by?: string;
    at?: string;
    immediate_action?: string;
  };
  responsibility: Responsibility;
  our_share_percent?: number;
  not_ours_reason?: NotOursReason;
  joint_analysis?: {
    called_at?: string;
    departments?: Department[];
    participants?: string[];
    held_at?: string;
    conclusion?: string;
  };
  analysis_result?: string;
  recommended_method?: string;
  handed_to_quality_at?: string;
  containment?: {
    location?: ContainmentLocation;
    quantity?: number;
    method?: string;
    result?: string;
    by?: string;
    at?: string;
  }[];
  causes?: {
    kind: CauseKind;
    category?: CauseCategory;
    text: string;
    method?: AnalysisMethod;
    whys?: string[];
    verified?: boolean;
  }[];
  cause_departments?: Department[];
  responsible_departments?: Department[];
  supplier_caused?: {
    value?: boolean;
    supplier?: string;
  };
  handling_path?: HandlingPath;
  capa_ids?: string[];
  rounds?: ComplaintRound[];
  remedy_given?: {
    remedy: Remedy;
    quantity?: number;
    amount?: number;
    currency?: string;
    at?: string;
  }[];
  claim_amount?: Money;
  quality_cost?: {
    sorting?: number;
    rework?: number;
    scrap?: number;
    freight?: number;
    travel?: number;
    claim?: number;
    other?: number;
  };
  standardisation?: {
    planned_on?: string;
    meeting_id?: string;
    decisions?: StandardDecision[];
    reason_if_none?: string;
  };
  handover_to_sales?: {
    by?: string;
    at?: string;
  };
  archive?: {
    by?: string;
    at?: string;
    location?: string;
    retention_until?: string;
  };
  void_reason?: string;
  description_en?: string;
  duplicate_of?: string;
  confirm_comment?: string;
  rejudge_evidence?: string;
  reopen_reason?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
/**
 * One turn of countermeasure, confirmation, reply and opinion (4.6.3.1 to 4.6.3.3).
 */
export interface ComplaintRound {
  round: number;
  received_at?: string;
  countermeasure?: {
    type?: ActionType;
    text?: string;
    owner?: string;
    due?: string;
    done_at?: string;
    evidence?: string;
  }[];
  proposed_at?: string;
  completed_at?: string;
  followup?: {
    text?: string;
    by?: string;
    at?: string;
  };
  confirm_gm?: {
    by?: string;
    at?: string;
    ok?: boolean;
    comment?: string;
    seal?: string;
  };
  confirm_quality?: {
    by?: string;
    at?: string;
    ok?: boolean;
    comment?: string;
    seal?: string;
  };
  review?: {
    by?: string;
    at?: string;
    seal?: string;
  };
  approval?: {
    by?: string;
    at?: string;
    seal?: string;
  };
  reply?: {
    channel?: Channel;
    sent_at?: string;
    by?: string;
    to?: string;
    reference?: string;
    document?: string;
  };
  receipt_call?: {
    at?: string;
    by?: string;
    person?: string;
    received?: boolean;
  };
  contact_attempts?: {
    at?: string;
    by?: string;
    channel?: Channel;
    note?: string;
  }[];
  customer_response?: {
    response?: CustomerResponse;
    at?: string;
    channel?: Channel;
    comment?: string;
    evidence?: string;
  };
}
export interface Return {
  id: string;
  kind: "return";
  state:
    "requested" | "issued" | "received" | "inspected" | "dispositioned" | "closed" | "declined" | "cancelled";
  title: string;
  customer_id: string;
  created_at: string;
  created_by: string;
  slip_no?: string;
  requested_at: string;
  complaint_id?: string;
  order_id: string;
  lines: {
    part_no?: string;
    product_name?: string;
    lot_no?: string;
    quantity_announced?: number;
    unit?: string;
  }[];
  reason_claimed: ReturnReason;
  replacement_wanted?: {
    value?: boolean;
    date?: string;
  };
  freight_paid_by?: FreightPayer;
  issued_at?: string;
  receipt?: {
    received_at?: string;
    by?: string;
    quantity_received?: number;
    location?: string;
    tag_no?: string;
    difference_note?: string;
  };
  quality_notified_at?: string;
  inspection?: {
    report_no?: string;
    by?: string;
    at?: string;
    quantity_ok?: number;
    quantity_ng?: number;
    result?: InspectionResult;
  };
  return_reason?: string;
  defect_type?: DefectType;
  responsibility?: Responsibility;
  dispositions?: {
    disposition: Disposition;
    quantity: number;
    approved_by?: string;
    done_at?: string;
    reinspection?: string;
    reference?: string;
  }[];
  concession?: {
    approved_by?: string;
    customer_consent?: string;
  };
  remedy?: {
    remedy: Remedy;
    quantity?: number;
    amount?: number;
    reference?: string;
    at?: string;
  }[];
  no_complaint_reason?: string;
  decline?: {
    reason?: string;
    customer_informed_at?: string;
  };
  cancel_reason?: string;
  closed_at?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface Capa {
  id: string;
  kind: "capa";
  state:
    | "opened"
    | "cause_analysed"
    | "issued"
    | "received"
    | "implementing"
    | "completed"
    | "confirmed"
    | "closed"
    | "cancelled";
  title: string;
  created_at: string;
  created_by: string;
  source: {
    type: CapaSource;
    id?: string;
  };
  severity: Severity;
  responsible_department: Department;
  opened_at: string;
  emergency_response?: string;
  team?: {
    staff: string;
    department?: Department;
    role: TeamRole;
  }[];
  problem: {
    what?: string;
    what_en?: string;
    where?: string;
    when?: string;
    who?: string;
    how?: string;
    how_many?: string;
    is_is_not?: string;
  };
  containment?: {
    location?: ContainmentLocation;
    action?: string;
    quantity?: number;
    owner?: string;
    done_at?: string;
    result?: string;
  }[];
  causes?: CapaCauses;
  issued_at?: string;
  issued_by?: string;
  received_at?: string;
  received_by?: string;
  actions?: CapaActions;
  proposed_at?: string;
  drafted_with?: CapaDraftedWith;
  completed_at?: string;
  confirm_gm?: CapaConfirmation;
  confirm_quality?: CapaConfirmation;
  verification?: CapaVerification;
  sales_supervision?: {
    by?: string;
    at?: string;
    note?: string;
  };
  prevention?: {
    decision?: StandardDecision;
    text?: string;
    document?: string;
    from_rev?: string;
    to_rev?: string;
    by?: string;
    at?: string;
  }[];
  closure?: CapaClosure;
  attempt: number;
  reopened?: {
    at?: string;
    by?: string;
    reason?: string;
    from_state?: string;
  }[];
  effect_criterion?: {
    text?: string;
    part_no?: string;
    defect_type?: DefectType;
    window_days?: number;
    lots?: number;
  };
  reject_comment?: string;
  cancel_reason?: string;
  cancel_agreed_by?: string;
  attempts?: CapaAttempt[];
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface CapaConfirmation {
  by?: string;
  at?: string;
  ok?: boolean;
  comment?: string;
  seal?: string;
}
export interface CapaVerification {
  method?: string;
  period_from?: string;
  period_to?: string;
  lots?: number;
  data?: string;
  result?: VerificationResult;
  by?: string;
  at?: string;
}
export interface CapaClosure {
  by?: string;
  at?: string;
  comment?: string;
}
/**
 * An earlier attempt as it stood when it ended; never changed afterwards.
 */
export interface CapaAttempt {
  attempt: number;
  issued_at?: string;
  issued_by?: string;
  received_at?: string;
  received_by?: string;
  causes?: CapaCauses;
  actions?: CapaActions;
  proposed_at?: string;
  drafted_with?: CapaDraftedWith;
  completed_at?: string;
  confirm_gm?: CapaConfirmation;
  confirm_quality?: CapaConfirmation;
  verification?: CapaVerification;
  closure?: CapaClosure;
  ended: {
    at: string;
    by: string;
    event: string;
    reason?: string;
  };
}
export interface SurveyWave {
  id: string;
  kind: "survey_wave";
  state: "planned" | "sent" | "collecting" | "closed" | "analysed" | "reported" | "archived";
  title: string;
  created_at: string;
  created_by: string;
  half_year: string;
  questionnaire?: string;
  questions: {
    key: string;
    zh?: string;
    en?: string;
    weight: number;
    department?: Department;
  }[];
  scale?: string;
  target_return_rate: number;
  lower_limit_overall: number;
  lower_limit_item: number;
  planned_send_date: string;
  recipients?: {
    customer_id: string;
    contact?: string;
    channel?: Channel;
    sent_at?: string;
    receipt_checked_at?: string;
    reminded_at?: string[];
  }[];
  sent_at?: string;
  response_due?: string;
  closed_at?: string;
  return_rate?: number;
  low_return_explanation?: string;
  left_out?: {
    customer_id: string;
    reason?: string;
  }[];
  response_ids?: string[];
  reminded_customers?: string[];
  rules?: {
    conversion?: string;
    max_gaps?: number;
    gap_policy?: string;
    customer_limit?: number | null;
  };
  analysis?: SurveyWaveAnalysis;
  archive?: {
    by?: string;
    at?: string;
  };
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface SurveyWaveAnalysis {
  sent?: number;
  returned?: number;
  valid?: number;
  return_rate?: number;
  items?: {
    question?: string;
    n?: number;
    mean?: number | null;
    score100?: number | null;
    satisfied_share?: number | null;
    previous?: number | null;
    delta?: number | null;
    below_limit?: boolean;
  }[];
  customers?: {
    customer_id?: string;
    score100?: number | null;
    previous?: number | null;
    below_limit?: boolean;
  }[];
  overall_score?: number;
  below_limit?: {
    what?: LimitScope;
    key?: string;
    value?: number;
    limit?: number;
  }[];
  needs_expectations?: string;
  conclusion?: string;
  capa_ids?: string[];
  improvement_items?: string[];
  management_review_ref?: {
    meeting?: string;
    submitted_at?: string;
    to?: string;
  };
  prepared_by?: string;
  reviewed_by?: string;
  reviewed_seal?: string;
}
export interface SurveyResponse {
  id: string;
  kind: "survey_response";
  state: "recorded" | "superseded";
  customer_id: string;
  created_at: string;
  created_by: string;
  wave_id: string;
  respondent?: {
    name?: string;
    position?: string;
  };
  filled_on: string;
  received_at: string;
  channel: Channel;
  scores: {
    [k: string]: number | null;
  };
  overall?: number;
  best?: string;
  worst?: string;
  suggestions?: string;
  validity: ResponseValidity;
  score100?: number;
  corrects?: string;
  superseded_by?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface MonthlySummary {
  id: string;
  kind: "monthly_summary";
  state: "draft" | "submitted" | "reviewed";
  title: string;
  created_at: string;
  created_by: string;
  month: string;
  author: string;
  orders: {
    received?: number;
    verbal?: number;
    amended?: number;
    cancelled?: number;
    delivered?: number;
    on_time_rate?: number;
  };
  inquiries: {
    received?: number;
    answered?: number;
    deferred_open?: number;
  };
  complaints: {
    received?: number;
    ours?: number;
    not_ours?: number;
    open?: number;
    closed?: number;
    overdue?: number;
  };
  returns: {
    received?: number;
    quantity?: number;
    open?: number;
  };
  capas: {
    open?: number;
    overdue?: number;
    closed?: number;
  };
  outreach?: string;
  needs_market?: string;
  achievements?: string;
  problems?: string;
  next_month?: string;
  reviewed_by?: {
    by?: string;
    at?: string;
    seal?: string;
  };
  return_reason_text?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
export interface StandardisationMeeting {
  id: string;
  kind: "standardisation_meeting";
  state: "planned" | "held" | "closed";
  title: string;
  created_at: string;
  created_by: string;
  held_at?: string;
  chair?: string;
  attendees?: {
    staff: string;
    department?: Department;
  }[];
  cases: string[];
  handling_report?: string;
  prevention_study?: string;
  decisions?: {
    case: string;
    decision: StandardDecision;
    text?: string;
    owner?: string;
    due?: string;
    done_at?: string;
    document?: string;
    from_rev?: string;
    to_rev?: string;
    evidence?: string;
  }[];
  closed_at?: string;
  remark?: string;
  links?: Links;
  attachments?: Attachments;
  history: History;
}
