/** What a day is called in the calendar's own account of it, where no notice names it. */

export const dayNames = {
  saturday: { name: "周六", name_en: "Saturday" },
  sunday: { name: "周日", name_en: "Sunday" },
  makeup: { name: "补班", name_en: "make-up workday" },
  company: { name: "公司安排", name_en: "company workday" },
} as const;
