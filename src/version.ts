/** The version of the tool, as package.json states it (held by a test). */
export const VERSION = "0.1.0";
