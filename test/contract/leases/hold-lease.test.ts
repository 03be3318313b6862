import { expect, test } from "@jest/globals";
import { waitFor } from "../../../sandbox/process/daemon.ts";
import { systemClock } from "../../../src/adapters/clock.ts";
import { openCluster } from "../../../src/adapters/kubernetes/client.ts";
import { clusterLeases } from "../../../src/adapters/kubernetes/leases.ts";
import { type HeldLease, type TakenLease, takeLease } from "../../../src/playbook/hold-lease.ts";
import type { Log } from "../../../src/ports/log.ts";
import { clusterView } from "../../support/cluster-view.ts";
import { newNamespace } from "../../support/namespaces.ts";

type Shown = { spec: { holderIdentity: string; acquireTime: string; renewTime: string } };

const silent: Log = { info: () => {}, debug: () => {}, warn: () => {}, group: (_, work) => work() };

test("of two who want a lease at once, one has it and renews it, and the other gets it afterwards", async () => {
  const { kubectl, get } = await clusterView();
  const namespace = newNamespace();
  await kubectl("create", "namespace", namespace);
  const shown = async () => (await get<Shown>("lease", "k8s-migrate-orders", "--namespace", namespace))?.spec;

  const takers = ["a", "b"].map((holder) => ({ holder, taking: takeAs(holder, namespace) }));
  const first = await Promise.any(takers.map(async ({ holder, taking }) => ({ holder, lease: heldBy(await taking) })));
  const second = takers.find(({ holder }) => holder !== first.holder);
  const before = await shown();
  expect(before?.holderIdentity).toBe(first.holder);

  await waitFor("the lease to be renewed", async () => (await shown())?.renewTime !== before?.renewTime);
  expect(await shown()).toMatchObject({ holderIdentity: first.holder, acquireTime: before?.acquireTime });
  expect(first.lease).toMatchObject({ deadHolder: undefined, lost: { aborted: false } });

  await first.lease.release();
  const next = heldBy(await second?.taking);
  expect(next.deadHolder).toBeUndefined();
  expect((await shown())?.holderIdentity).toBe(second?.holder);
  await next.release();
  expect((await shown())?.holderIdentity).toBe("");
}, 60_000);

/** As a process of its own would: with a client of its own. */
async function takeAs(holder: string, namespace: string): Promise<TakenLease> {
  const { kubeconfig } = await clusterView();
  const leases = clusterLeases(await openCluster({ kubeconfig, context: "" }));
  const request = { namespace, name: "k8s-migrate-orders", holder, runUrl: "", waitMs: 60_000 };
  return takeLease(request, { leases, clock: systemClock, log: silent });
}

function heldBy(taken: TakenLease | undefined): HeldLease {
  if (taken?.state !== "held") throw new Error(`The lease is ${taken?.state}.`);
  return taken.lease;
}
