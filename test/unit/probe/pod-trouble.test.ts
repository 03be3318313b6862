import { expect, test } from "@jest/globals";
import { type ProbePodFacts, podTrouble, refusedPodNext } from "../../../src/probe/pod-trouble.ts";

const facts = (change: Partial<ProbePodFacts> = {}): ProbePodFacts => ({
  phase: "Pending",
  reason: "",
  message: "",
  waiting: undefined,
  ...change,
});
const waiting = (reason: string) => facts({ waiting: { reason, message: "as the kubelet says" } });

test.each<[string, ProbePodFacts, object]>([
  [
    "a pull that fails",
    waiting("ErrImagePull"),
    { isFinal: false, problem: "ErrImagePull: as the kubelet says", next: expect.stringContaining("probe.image") },
  ],
  ["a pull that failed before", waiting("ImagePullBackOff"), { isFinal: false }],
  ["a name of no image", waiting("InvalidImageName"), { isFinal: true }],
  ["no program", waiting("RunContainerError"), { isFinal: true }],
  [
    "no room",
    facts({ reason: "Unschedulable", message: "0/3 nodes are available" }),
    { isFinal: false, next: expect.stringContaining("make room") },
  ],
  [
    "one that was ended",
    facts({ phase: "Failed", reason: "DeadlineExceeded" }),
    { isFinal: true, problem: "DeadlineExceeded" },
  ],
  ["one that ended without a word", facts({ phase: "Failed" }), { isFinal: true, problem: "nobody says why" }],
])("%s", (_what, given, expected) => {
  expect(podTrouble(given)).toMatchObject(expected);
});

test.each([
  [
    'pods "x" is forbidden: violates PodSecurity "restricted:latest": …',
    'keeps to the profile "restricted" run in namespace shop',
  ],
  [
    'admission webhook "policy.example.com" denied the request: …',
    'keeps to the profile "restricted" run in namespace shop',
  ],
  ['pods "x" is forbidden: exceeded quota: all, …', "leave room in the quota of namespace shop"],
  [
    'pods is forbidden: User "x" cannot create resource "pods" in API group "" …',
    "give the login in namespace shop create",
  ],
  ['pods "x" is forbidden: User "x" cannot get resource "pods/log" in API group "" …', "get on pods/log"],
])("refused: %s", (reason, next) => {
  expect(refusedPodNext(reason, "shop")).toContain(next);
});

test("what else a cluster says has no advice of ours", () => {
  expect(refusedPodNext('namespaces "shop" not found', "shop")).toBeUndefined();
});

test("a pod that only takes its time has no trouble", () => {
  expect(podTrouble(facts({ waiting: { reason: "ContainerCreating", message: "" } }))).toBeUndefined();
});
