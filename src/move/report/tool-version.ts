/** The version in package.json, which a program in dist/ does not have beside it; a test holds the two together. */
export const TOOL_VERSION = "0.1.0";
