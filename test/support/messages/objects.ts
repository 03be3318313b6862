import { randomBytes } from "node:crypto";
import { applied, configMap, deployed, deployment, type Message, refusedDeploy } from "./place.ts";

const megabyte = 1024 * 1024;

/** The API server does not take an object. */
export const objectMessages: Message[] = [
  {
    name: "A field that cannot be changed",
    means: "Some fields stay as they were made, such as a Deployment's selector.",
    async provoke(place) {
      await deployed(place, { "templates/web.yaml": deployment("web", { labels: "app: web" }) });
      return refusedDeploy(place, { "templates/web.yaml": deployment("web", { labels: "app: shop" }) });
    },
    says: /field is immutable/,
    next: /^undo the change of spec\.selector in the chart or its values, or delete Deployment web /,
  },
  {
    name: "A StatefulSet's field that cannot be changed",
    means: "Of a StatefulSet only few fields can be changed.",
    async provoke(place) {
      const set = (size: string) => ({
        "templates/db.yaml": `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  replicas: 0
  serviceName: ${size}
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "registry.test/shop/db:1" }] }
`,
      });
      await deployed(place, set("db"));
      return refusedDeploy(place, set("database"));
    },
    says: /updates to statefulset spec for fields other than/,
    next: /^undo the change, or run kubectl delete statefulset db --cascade=orphan/,
  },
  {
    name: "An object belongs to another release",
    means: "Helm does not take over what another release has made.",
    async provoke(place) {
      const chart = { "templates/settings.yaml": configMap("settings") };
      await deployed(place, chart, { release: "payments" });
      return refusedDeploy(place, chart);
    },
    says: /cannot be imported into the current release/,
    next: /^give ConfigMap settings another name: it is of release payments; or take it over by --take-ownership/,
  },
  {
    name: "An object is there that no release has made",
    means: "Helm does not take over what was made by other means, such as kubectl.",
    async provoke(place) {
      await applied(place, configMap("settings"));
      return refusedDeploy(place, { "templates/settings.yaml": configMap("settings") });
    },
    says: /cannot be imported into the current release/,
    next: /^take over ConfigMap settings, which no release has made, by --take-ownership/,
  },
  {
    name: "Another field manager has a field",
    means: "Somebody else has set a field that the chart sets too, such as kubectl scale or an autoscaler.",
    helms: ["4"],
    async provoke(place) {
      const chart = { "templates/web.yaml": deployment("web") };
      await deployed(place, chart);
      const { cluster, namespace } = place;
      await cluster.kubectl("scale", "deployment/web", "--replicas=2", "--namespace", namespace);
      return refusedDeploy(place, chart);
    },
    says: /Apply failed with 1 conflict/,
    next: /^take \.spec\.replicas out of the chart if kubectl shall decide, .* --force-conflicts in helm-args$/,
  },
  {
    name: "The release is too large for its Secret",
    means: "Helm keeps chart and values, packed, in a Secret, which holds 1 MiB at most.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/settings.yaml": configMap("settings"),
        "files/dump.bin": randomBytes(1.2 * megabyte),
      }),
    says: /Too long: may not be more than 1048576 bytes|must have at most 1048576 bytes/,
    next: /\.helmignore: chart and values, packed, have to fit into one Secret of 1 MiB$/,
  },
  {
    name: "The request is too large",
    means: "The API server takes requests of 3 MiB at most.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/settings.yaml": configMap("settings"),
        "files/dump.bin": randomBytes(4 * megabyte),
      }),
    says: /[Rr]equest entity too large|too large/,
    next: /\.helmignore: .*no request above 3 MiB$/,
  },
  {
    name: "A quota is used up",
    means: "The namespace's ResourceQuota does not allow another object, or as much as it asks for.",
    async provoke(place) {
      const { cluster, namespace } = place;
      await cluster.kubectl("create", "quota", "team", "--hard=count/services=0", "--namespace", namespace);
      const service =
        "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n";
      return refusedDeploy(place, { "templates/service.yaml": service });
    },
    says: /exceeded quota/,
    next: /^raise the ResourceQuota team of the namespace, .*\(count\/services=1 was asked for\)$/,
  },
  {
    name: "The namespace's security level refuses a pod",
    means: "The namespace enforces a Pod Security level that a pod of the chart does not keep.",
    async provoke(place) {
      const { cluster, namespace } = place;
      await cluster.kubectl("label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted");
      const pod =
        "apiVersion: v1\nkind: Pod\nmetadata: { name: tool }\nspec: { containers: [{ name: tool, image: registry.test/shop/tool:1 }] }\n";
      return refusedDeploy(place, { "templates/pod.yaml": pod });
    },
    says: /violates PodSecurity/,
    next: /^set the securityContext that it names, or another level than restricted /,
  },
  {
    name: "The cluster does not have a kind",
    means:
      "The chart has an object of a kind that the cluster does not know, since its CRD or its controller is not installed.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/monitor.yaml":
          "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: web }\nspec: {}\n",
      }),
    says: /no matches for kind/,
    next: /^install the CRDs of monitoring\.coreos\.com first, .* turn ServiceMonitor off in the values$/,
  },
  {
    name: "The cluster no longer has a version of an API",
    means: "The chart uses a version of an API that this Kubernetes has dropped.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/job.yaml":
          "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: report }\nspec: { schedule: '0 3 * * *' }\n",
      }),
    says: /no matches for kind "CronJob" in version "batch\/v1beta1"/,
    next: /^correct apiVersion and kind in the template, .*no CronJob of batch\/v1beta1$/,
  },
  {
    name: "A field that the kind does not have",
    means: "A name is misspelt, or at another place than the kind has it.",
    helms: ["4"],
    provoke: (place) => refusedDeploy(place, { "templates/web.yaml": deployment("web", { spec: "replicass: 2" }) }),
    says: /field not declared in schema|unknown field/,
    next: /^correct \.spec\.replicass in the template of Deployment web/,
  },
  {
    name: "A field of another type",
    means: "A value is text where the kind wants a number, or the other way round.",
    provoke: (place) =>
      refusedDeploy(place, { "templates/settings.yaml": configMap("settings", "data: { port: 8080 }") }),
    says: /cannot unmarshal number into|expected string, got/,
    next: /^write (data of the ConfigMap|\.data\.port of ConfigMap settings) as a string, in quotes/,
  },
  {
    name: "A value that the kind does not allow",
    means: "The object is well-formed, but a value of it is not allowed.",
    provoke: (place) => refusedDeploy(place, { "templates/settings.yaml": configMap("Settings") }),
    says: /is invalid: /,
    next: /^correct metadata\.name of ConfigMap Settings in the chart or its values$/,
  },
  {
    name: "The namespace is not there",
    means: "An object of the chart names a namespace that the cluster does not have.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/settings.yaml":
          "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop-absent }\n",
      }),
    says: /namespaces "shop-absent" not found/,
    next: /^create namespace shop-absent, or correct the namespace /,
  },
  {
    name: "The namespace is going away",
    means: "Somebody has deleted the namespace, and it is not gone yet.",
    async provoke(place) {
      const { cluster, namespace } = place;
      const held = {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "held", finalizers: ["example.com/hold"] },
      };
      await applied(place, held);
      await cluster.kubectl("delete", "namespace", namespace, "--wait=false");
      try {
        return await refusedDeploy(place, { "templates/settings.yaml": configMap("settings") });
      } finally {
        const patch = '{"metadata":{"finalizers":null}}';
        await cluster.kubectl("patch", "configmap/held", "--type=merge", "--patch", patch, "--namespace", namespace);
      }
    },
    says: /because it is being terminated/,
    next: /^wait until namespace (\S+) is gone, then deploy again; kubectl get namespace \1 /,
  },
];
