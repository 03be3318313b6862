import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { apiServerCertificate } from "../api-server.ts";
import { sandbox } from "../sandbox.ts";
import { applied, configMap, type Message, type MessagePlace, refusedDeploy } from "./place.ts";

const settings = { "templates/settings.yaml": configMap("settings") };

/** Deploys to a namespace whose ConfigMaps a webhook at that address has to let in. */
async function behindWebhook(place: MessagePlace, url: string): Promise<string> {
  const { namespace, cluster } = place;
  const { shop } = (await sandbox()).clusters;
  if (!shop) throw new Error("The sandbox has no cluster shop.");
  const [kind, name] = ["ValidatingWebhookConfiguration", `message-${namespace}`];
  await applied(place, {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind,
    metadata: { name },
    webhooks: [
      {
        name: "policy.example.com",
        clientConfig: { url, caBundle: (await readFile(shop.caFile)).toString("base64") },
        rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] }],
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
        timeoutSeconds: 5,
      },
    ],
  });
  try {
    return await untilRefused(place);
  } finally {
    await cluster.kubectl("delete", kind, name);
  }
}

/** The API server takes a moment until it asks a new webhook or keeps to a new policy. */
async function untilRefused(place: MessagePlace): Promise<string> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await refusedDeploy(place, settings);
    } catch (error) {
      if (Date.now() > end) throw error;
      await place.cluster.helm(place.helm, "uninstall", "orders", "--namespace", place.namespace, "--wait");
    }
  }
}

/** Something between the API server and its store refuses. */
export const webhookMessages: Message[] = [
  {
    name: "An admission webhook refuses an object",
    means: "A policy of the cluster, kept by a webhook, does not let the object in.",
    async provoke(place) {
      const { shop } = (await sandbox()).clusters;
      if (!shop) throw new Error("The sandbox has no cluster shop.");
      const server = createServer(await apiServerCertificate(shop), (request, response) => {
        void (async () => {
          let body = "";
          for await (const part of request) body += String(part);
          const { uid } = (JSON.parse(body) as { request: { uid: string } }).request;
          const status = { message: "label team is missing", code: 403 };
          const answer = {
            apiVersion: "admission.k8s.io/v1",
            kind: "AdmissionReview",
            response: { uid, allowed: false, status },
          };
          response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
        })();
      });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      try {
        return await behindWebhook(place, `https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    },
    says: /admission webhook "policy\.example\.com" denied the request/,
    next: /^correct in the chart or its values what the webhook policy\.example\.com asks for$/,
  },
  {
    name: "An admission webhook does not answer",
    means: "The cluster has to ask a webhook, and the webhook's service does not run.",
    provoke: (place) => behindWebhook(place, "https://127.0.0.1:1/"),
    says: /failed calling webhook "policy\.example\.com"/,
    next: /^bring up the service behind the webhook policy\.example\.com/,
  },
  {
    name: "An admission policy refuses an object",
    means: "A ValidatingAdmissionPolicy of the cluster does not let the object in.",
    async provoke(place) {
      const { namespace, cluster } = place;
      const name = `message-${namespace}`;
      await applied(place, {
        apiVersion: "v1",
        kind: "List",
        items: [
          {
            apiVersion: "admissionregistration.k8s.io/v1",
            kind: "ValidatingAdmissionPolicy",
            metadata: { name },
            spec: {
              matchConstraints: {
                resourceRules: [
                  { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] },
                ],
                namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
              },
              validations: [
                {
                  expression: "has(object.metadata.labels) && 'team' in object.metadata.labels",
                  message: "label team is missing",
                },
              ],
            },
          },
          {
            apiVersion: "admissionregistration.k8s.io/v1",
            kind: "ValidatingAdmissionPolicyBinding",
            metadata: { name },
            spec: { policyName: name, validationActions: ["Deny"] },
          },
        ],
      });
      try {
        return await untilRefused(place);
      } finally {
        await cluster.kubectl("delete", "validatingadmissionpolicybinding,validatingadmissionpolicy", name);
      }
    },
    says: /ValidatingAdmissionPolicy '[^']+' with binding/,
    next: /^correct in the chart or its values what the policy message-\S+ asks for$/,
  },
];
