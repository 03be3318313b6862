import { limitedLogin } from "../limited-login.ts";
import { configMap, deployment, type Message, type MessagePlace, refusedDeploy } from "./place.ts";

/** What Helm itself needs. */
const ofHelm = "get,list,watch,create,update,patch,delete secrets";

function login({ cluster, namespace, folder }: MessagePlace, ...rules: string[]): Promise<string> {
  return limitedLogin(cluster, namespace, { name: "deployer", rules, folder });
}

/** RBAC does not allow it. */
export const rightsMessages: Message[] = [
  {
    name: "The login may not read releases",
    means: "Helm keeps releases in Secrets of the namespace; RBAC does not let this login list them.",
    async provoke(place) {
      const kubeconfig = await login(place, "get configmaps");
      return refusedDeploy(place, { "templates/settings.yaml": configMap("settings") }, { kubeconfig });
    },
    says: /cannot list resource "secrets"/,
    next: /^add rules: \[\{apiGroups: \[""\], resources: \["secrets"\], verbs: \["list"\]\}\] to a Role of namespace (\S+) that is bound to ServiceAccount deployer of namespace \1$/,
  },
  {
    name: "The login may not make an object",
    means: "RBAC does not let this login make an object of the chart.",
    async provoke(place) {
      const kubeconfig = await login(place, ofHelm, "get,list deployments.apps");
      return refusedDeploy(place, { "templates/web.yaml": deployment("web") }, { kubeconfig });
    },
    says: /cannot (create|patch) resource "deployments"/,
    next: /^add rules: \[\{apiGroups: \["apps"\], resources: \["deployments"\], verbs: \["(create|patch)"\]\}\] to a Role of namespace /,
  },
  {
    name: "The login may not read an object",
    means: "Before it makes an object Helm looks whether it is there; RBAC does not let this login do so.",
    async provoke(place) {
      const kubeconfig = await login(place, ofHelm);
      return refusedDeploy(place, { "templates/settings.yaml": configMap("settings") }, { kubeconfig });
    },
    says: /cannot get resource "configmaps"/,
    next: /^add rules: \[\{apiGroups: \[""\], resources: \["configmaps"\], verbs: \["get"\]\}\] to a Role of namespace /,
  },
  {
    name: "The chart has an object that belongs to no namespace",
    means: "A Role reaches into its own namespace only; an object such as a ClusterRole needs a ClusterRole.",
    async provoke(place) {
      const role =
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: "{{ .Release.Namespace }}" }\nrules: []\n';
      return refusedDeploy(place, { "templates/role.yaml": role }, { kubeconfig: await login(place, ofHelm) });
    },
    says: /at the cluster scope/,
    next: /^add rules: \[\{apiGroups: \["rbac\.authorization\.k8s\.io"\], resources: \["clusterroles"\], verbs: \["get"\]\}\] to a ClusterRole /,
  },
  {
    name: "The chart gives rights that the login does not have",
    means: "Kubernetes lets nobody give away rights that they do not have themselves.",
    async provoke(place) {
      const kubeconfig = await login(place, ofHelm, "get,list,create,patch roles.rbac.authorization.k8s.io");
      const role =
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: reader }\nrules: [{ apiGroups: [""], resources: [pods], verbs: [get, list] }]\n';
      return refusedDeploy(place, { "templates/role.yaml": role }, { kubeconfig });
    },
    says: /attempting to grant RBAC permissions not currently held/,
    next: /^give ServiceAccount deployer of namespace \S+ the rights .*: rules: \[\{apiGroups: \[""\], resources: \["pods"\], verbs: \["get", "list"\]\}\]/,
  },
];
