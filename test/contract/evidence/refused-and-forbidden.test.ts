import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterEvidence } from "../../../src/adapters/kubernetes/evidence.ts";
import { doomedBy } from "../../../src/evidence/doomed.ts";
import type { ObjectFacts } from "../../../src/evidence/facts.ts";
import { findings } from "../../../src/evidence/findings.ts";
import type { Evidence } from "../../../src/ports/evidence.ts";
import { clusterView } from "../../support/cluster-view.ts";
import type { Kubectl } from "../sandbox/kubectl.ts";
import { adminEvidence, failed, finds, freshNamespace, until, waits } from "./cluster.ts";
import { deployment, job, named, statefulSet } from "./objects.ts";

jest.setTimeout(90_000);

let evidence: Evidence;

beforeAll(async () => {
  evidence = await adminEvidence();
});

describe("pods that are refused", () => {
  test("by a quota: the one that got in is ready, and the refusal is told", async () => {
    const { namespace, kubectl, since } = await freshNamespace();
    await kubectl("create", "quota", "small", "--hard=pods=1");
    await kubectl.apply(deployment("web", { replicas: 2 }));
    const web = named("Deployment", "web", namespace);
    await until(web, (facts) => facts.ready === 1 && finds("refused")(facts));
    const facts = await evidence.collect([web]);

    const condition = "--output=jsonpath={.status.conditions[?(@.type=='ReplicaFailure')].message}";
    const message = await kubectl("get", "deployment/web", condition);
    expect(message).toContain("exceeded quota: small");
    expect(findings(facts)).toEqual([
      {
        kind: "refused",
        object: { kind: "Deployment", namespace, name: "web" },
        problem: `Deployment web: its pods are refused: ${message}`,
        next: `raise the ResourceQuota small of namespace ${namespace}, or lower replicas or requests`,
      },
    ]);
    expect(facts[0]?.events.map(({ reason }) => reason)).toContain("FailedCreate");
    expect(doomedBy(facts, new Map(), since)).toBeUndefined();
  });

  test.each([statefulSet("web"), job("web")])("by a quota: $kind, which has no condition for it", async (object) => {
    const { namespace, kubectl } = await freshNamespace();
    await kubectl("create", "quota", "none", "--hard=pods=0");
    await kubectl.apply(object);
    const web = named(object.kind ?? "", "web", namespace);
    await waitFor("the refusal", async () => findings(await evidence.collect([web]))[0]?.kind === "refused");

    const [finding] = findings(await evidence.collect([web]));
    expect(finding?.problem).toMatch(
      new RegExp(`^${object.kind} web: its pods are refused: pods "web-[a-z0-9]+" is forbidden: exceeded quota: none,`),
    );
  });

  test("by the namespace's PodSecurity level", async () => {
    const { namespace, kubectl } = await freshNamespace("pod-security.kubernetes.io/enforce=restricted");
    await kubectl.apply(deployment("web"));
    const web = named("Deployment", "web", namespace);
    const facts = await until(web, finds("refused"));

    const [finding] = findings([facts]);
    expect(finding?.problem).toContain(
      'is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation',
    );
    expect(finding?.next).toContain(`pod-security.kubernetes.io/enforce of namespace ${namespace}`);
    expect(facts.pods).toEqual([]);
  });
});

test("objects that are not there, and kinds that run no pods, are left out", async () => {
  const { namespace } = await freshNamespace();
  const kinds = ["Deployment", "StatefulSet", "DaemonSet", "Job", "Pod", "CronJob", "Ingress", "PersistentVolumeClaim"];
  const objects = kinds.map((kind) => named(kind, "web", namespace));
  expect(await evidence.states(objects)).toEqual([]);
  expect(await evidence.collect(objects)).toEqual([]);
});

describe("a login that may not read all", () => {
  const objects = "deployments.apps,statefulsets.apps,daemonsets.apps,jobs.batch";

  async function loginWith(kubectl: Kubectl, namespace: string, resources: string): Promise<Evidence> {
    await kubectl("create", "serviceaccount", "deploy");
    await kubectl("create", "role", "deploy", "--verb=get,list", `--resource=${resources}`);
    await kubectl("create", "rolebinding", "deploy", "--role=deploy", `--serviceaccount=${namespace}:deploy`);
    const token = (await kubectl("create", "token", "deploy")).trim();
    const { kubeconfig } = await clusterView();
    return clusterEvidence(await openCluster({ kubeconfig, context: "", token: async () => token }));
  }

  test("without logs and events, the states are there", async () => {
    const { namespace, kubectl } = await freshNamespace();
    await kubectl.apply(deployment("web", { behaviour: "crash-loop" }));
    const web = named("Deployment", "web", namespace);
    await until(web, waits("CrashLoopBackOff", 2));
    const login = await loginWith(kubectl, namespace, `${objects},replicasets.apps,controllerrevisions.apps,pods`);
    const [facts] = await login.collect([web]);

    expect(facts?.pods[0]?.containers[0]).toMatchObject({ lastState: { exitCode: 1 } });
    expect(facts?.pods[0]?.containers[0]).not.toHaveProperty("previousLog");
    expect([facts?.events, facts?.pods[0]?.events]).toEqual([[], []]);
    expect(findings([facts as ObjectFacts])[0]?.problem).toMatch(
      /crashes, exit code 1, \d+ restarts \(pod web-[^)]+\)$/,
    );
  });

  test("without pods, the objects' own conditions are there", async () => {
    const { namespace, kubectl } = await freshNamespace();
    await kubectl.apply(deployment("web", { behaviour: "crash-loop" }), job("bad", { behaviour: "job-fails" }));
    await until(named("Job", "bad", namespace), failed);
    const login = await loginWith(kubectl, namespace, objects);
    const facts = await login.collect([named("Deployment", "web", namespace), named("Job", "bad", namespace)]);

    expect(facts.map(({ kind, pods }) => [kind, pods])).toEqual([
      ["Deployment", []],
      ["Job", []],
    ]);
    expect(findings(facts).map(({ problem }) => problem)).toEqual([
      "Job bad: it failed (BackoffLimitExceeded): Job has reached the specified backoff limit",
      expect.stringMatching(/^Deployment web: 0\/1 ready/),
    ]);
  });
});
