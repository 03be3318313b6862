import { expect, test } from "@jest/globals";
import { clusterObjects } from "../../../src/adapters/kubernetes/live-objects.ts";
import { type Answer, clientOf, json, status } from "./small-api.ts";

const widget = { apiVersion: "shop.test/v1", kind: "Widget", namespace: "shop", name: "one" };
const noKinds: Answer = json({ kind: "APIResourceList", groupVersion: "shop.test/v1", resources: [] });
const never = new AbortController().signal;

test.each([
  ["a kind that its group no longer has", noKinds],
  ["a group that the cluster no longer has", status(404)],
])("an object of %s is gone", async (_, answer) => {
  const live = clusterObjects(await clientOf(answer));
  await live.untilGone([widget], 1000, never);
  expect(await live.removeOwned([widget], { release: "shop", namespace: "shop" })).toEqual([]);
});

test("of an object that cannot be read nobody knows", async () => {
  const live = clusterObjects(await clientOf(status(400)));
  await expect(live.untilGone([widget], 1000, never)).rejects.toThrow("read Widget one in namespace shop");
  const removing = live.removeOwned([widget], { release: "shop", namespace: "shop" });
  await expect(removing).rejects.toThrow("delete Widget one in namespace shop");
});
