/** Words of titles that are made for a record. A title is written once and stands in the record: in Chinese, as its forms do. */

export const titleWords = {
  survey_wave: "客户满意度调查",
  monthly_summary: "月工作总结",
} as const;
