import { describe, expect, test } from "@jest/globals";
import { helms } from "../../support/cluster-view.ts";
import { messages } from "../../support/messages/all.ts";
import { newPlace } from "../../support/messages/new-place.ts";

// What Helm really says, and whether it gets its next step. How each is provoked is in test/support/messages.

describe.each(helms)("Helm %s", (helm) => {
  const said = Object.values(messages)
    .flat()
    .filter((message) => message.helms?.includes(helm) ?? true);

  test.each(said)(
    "$name",
    async ({ provoke, says, next }) => {
      const text = await provoke(await newPlace(helm));
      const [first, second = "", ...rest] = text.split("\n");
      expect(first).toMatch(/^Helm: .+ failed: ./);
      expect([first, ...rest].join("\n")).toMatch(says);
      expect(second).toMatch(/^Next: /);
      expect(second.replace("Next: ", "")).toMatch(next);
      expect(text.match(/^Next: /gm)).toHaveLength(1);
    },
    60_000,
  );
});
