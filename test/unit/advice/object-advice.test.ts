import { expect, test } from "@jest/globals";
import { adviceOn } from "../../../src/advice/helm-advice.ts";
import { isAboutWaiting, isAnotherAtWork, leftIsInTheWay } from "../../../src/release/helm-messages.ts";

// Messages about objects that the sandbox cannot make, as in helm-advice.test.ts.

type Row = [message: string, next: string];

/** https://github.com/kubernetes/kubernetes/tree/v1.36.0/pkg/apis and https://github.com/kubernetes-sigs/structured-merge-diff/tree/v6.3.0/merge */
const objects: Row[] = [
  [
    'Job.batch "seed" is invalid: spec.template: Invalid value: {"metadata":{}}: field is immutable',
    "delete Job seed and deploy again; made a hook with helm.sh/hook-delete-policy: before-hook-creation, it is replaced at each deploy",
  ],
  [
    'PersistentVolumeClaim "data" is invalid: spec: Forbidden: spec is immutable after creation except resources.requests',
    "undo the change of PersistentVolumeClaim data in the chart or its values",
  ],
  [
    'PersistentVolume "data" is invalid: spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation',
    "undo the change of PersistentVolume data in the chart or its values",
  ],
  [
    'PersistentVolumeClaim "data" is invalid: spec.storageClassName: Invalid value: "fast": field is immutable',
    "undo the change of spec.storageClassName in the chart or its values: PersistentVolumeClaim data cannot take it",
  ],
  [
    'StatefulSet.apps "db" is invalid: spec.selector: Invalid value: {}: field is immutable',
    "undo the change of spec.selector in the chart or its values: StatefulSet db cannot take it",
  ],
  [
    'Cluster.postgresql.cnpg.io "db" is invalid: spec.storage.storageClass: Invalid value: "x": field is immutable',
    "undo the change of spec.storage.storageClass in the chart or its values: Cluster db cannot take it",
  ],
  [
    'Deployment.apps "web" is invalid: [spec.template.spec.containers[0].image: Required value, spec.template.labels: Invalid value: {"app":"a: b"}: `selector` does not match, spec.selector: Invalid value: {"matchLabels":{"app":"x"}}: field is immutable]',
    "undo the change of spec.selector in the chart or its values, or delete Deployment web with all it has made, and deploy again",
  ],
  [
    'Deployment.apps "web" is invalid: metadata.annotations[example.com/a]: Invalid value: "x": field is immutable',
    "undo the change of metadata.annotations[example.com/a] in the chart or its values, or delete Deployment web with all it has made, and deploy again",
  ],
  [
    'unable to continue with install: Namespace "shop" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: missing key "meta.helm.sh/release-name": must be set to "web"',
    "take Namespace shop out of the chart: it is there already",
  ],
  [
    'Namespace "shop" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-name" must equal "a": current value is "b"',
    "take Namespace shop out of the chart: it is of release b",
  ],
  [
    'CustomResourceDefinition "x.example.com" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-name" must equal "a": current value is "b"',
    "take CustomResourceDefinition x.example.com out of the chart: it is of release b; or take it over by --take-ownership in helm-args (Helm 3.17 or later)",
  ],
  ...["CustomResourceDefinition", "PersistentVolumeClaim", "PersistentVolume", "StatefulSet"].map(
    (kind): Row => [
      `${kind} "x" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: missing key "meta.helm.sh/release-name": must be set to "web"`,
      `take over ${kind} x, which no release has made, by --take-ownership in helm-args (Helm 3.17 or later); or take it out of the chart`,
    ],
  ),
  ['namespaces "shop" already exists', "take namespaces shop out of the chart: it is there already"],
  [
    'persistentvolumeclaims "data" already exists',
    "take over persistentvolumeclaims data, which no release has made, by --take-ownership in helm-args (Helm 3.17 or later); or take it out of the chart",
  ],
  [
    'ingresses.networking.k8s.io "web" already exists',
    "take over ingresses.networking.k8s.io web, which no release has made, by --take-ownership in helm-args (Helm 3.17 or later); or delete it if nothing else needs it",
  ],
  [
    'failed pre-install: warning: Hook pre-install web/templates/data.yaml failed: persistentvolumeclaims "data" already exists',
    "take persistentvolumeclaims data out of the chart's hooks: it is there already",
  ],
  [
    'cannot patch "web" with kind RoleBinding: RoleBinding.rbac.authorization.k8s.io "web" is invalid: roleRef: Invalid value: {}: cannot change roleRef',
    "undo the change of roleRef in the chart or its values, or delete RoleBinding web with all it has made, and deploy again",
  ],
  [
    'ConfigMap "x" in namespace "a" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-namespace" must equal "a": current value is "b"',
    "give ConfigMap x another name: it is of the release of this name in namespace b; or take it over by --take-ownership in helm-args (Helm 3.17 or later)",
  ],
  [
    'conflict occurred while applying object shop/web apps/v1, Kind=Deployment: Apply failed with 3 conflicts: conflict with "hpa" with subresource "scale" using apps/v1: .spec.replicas\nconflicts with "kubectl-edit" using apps/v1:\n- .spec.template.spec.containers[name="web"].image\n- .spec.paused',
    'take .spec.replicas, .spec.template.spec.containers[name="web"].image, .spec.paused out of the chart if hpa and kubectl-edit shall decide, give up the field there, or overwrite it by --force-conflicts in helm-args',
  ],
  [
    "invalid client update option(s): forceConflicts enabled when serverSideApply disabled",
    "leave --force-conflicts out of helm-args: this release was made without server-side apply, and has no conflicts",
  ],
  [
    'pods "web" is forbidden: failed quota: team: must specify limits.cpu for: web; limits.memory for: web',
    "set limits.cpu in the values: the ResourceQuota team of the namespace wants it",
  ],
  [
    'pods "web" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
    "keep the values to the LimitRange of the namespace: maximum cpu usage per Container is 1",
  ],
  [
    'pods "web" is forbidden: error looking up service account shop/web: serviceaccount "web" not found',
    "create the ServiceAccount web, or correct its name in the values",
  ],
  [
    'error validating "": error validating data: ValidationError(Deployment.spec): unknown field "replicass" in io.k8s.api.apps.v1.DeploymentSpec',
    "correct Deployment.spec: there is no field replicass",
  ],
  [
    'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replicass"',
    "correct spec.replicass in the template of the Deployment: that kind has no such field",
  ],
  [
    'no matches for kind "Gateway" in version "gateway.networking.k8s.io/v1"',
    "install the CRDs of gateway.networking.k8s.io first, mostly by a chart of their own, or turn Gateway off in the values",
  ],
  [
    'create: failed to create: secrets "sh.helm.release.v1.orders.v2" already exists',
    "run it again: somebody else deployed this release at the same time",
  ],
];

test.each(objects)("%s", (message, next) => {
  expect(adviceOn(message)).toBe(next);
  expect(next).not.toMatch(/\.$|\n/);
  for (const isIt of [isAboutWaiting, isAnotherAtWork, leftIsInTheWay]) expect(isIt(next)).toBe(false);
});
