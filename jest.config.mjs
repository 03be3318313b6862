const shared = {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "es6" }, sourceMaps: "inline" },
    ],
  },
};

/** One part of the tests; those on the sandbox share one that runs (test/support/sandbox-setup.ts). */
function part(name, { sandbox = false } = {}) {
  const setup = "<rootDir>/test/support/sandbox-setup.ts";
  const teardown = "<rootDir>/test/support/sandbox-teardown.ts";
  return {
    ...shared,
    displayName: name,
    // src/ is a root so that coverage counts files that no test imports.
    roots: ["<rootDir>/src", "<rootDir>/test"],
    testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
    ...(sandbox ? { globalSetup: setup, globalTeardown: teardown } : {}),
  };
}

export default {
  // Jest reads this one here only, and not from a project.
  testTimeout: 30_000,
  projects: [part("unit"), part("contract", { sandbox: true }), part("dist"), part("e2e", { sandbox: true })],
  collectCoverageFrom: ["src/**/*.ts"],
  coverageProvider: "babel",
  reporters: ["default", "<rootDir>/test/support/tally.mjs"],
};
