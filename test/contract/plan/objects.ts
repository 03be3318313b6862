/** Objects of most sorts that charts have, in the forms in which charts write them. */
export function objects(namespace: string): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web, team: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  strategy: { type: RollingUpdate }
  template:
    metadata:
      labels: { app: web, tier: front }
      annotations: { note: "yes", keep: "1" }
    spec:
      imagePullSecrets: [{ name: one }, { name: two }]
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: web } } }
      initContainers:
        - { name: prepare, image: registry.test/shop/web:1 }
      containers:
        - name: app
          image: registry.test/shop/web:1
          env:
            - { name: MODE, value: "on" }
            - { name: LEVEL, value: "1" }
            - { name: GONE, value: x }
          ports:
            - { name: http, containerPort: 8080 }
            - { name: admin, containerPort: 8081 }
          resources: { limits: { cpu: 1000m, memory: 1024Mi }, requests: { cpu: 0.5, memory: 512Mi } }
          volumeMounts:
            - { name: cache, mountPath: /cache }
            - { name: settings, mountPath: /settings }
          readinessProbe: { httpGet: { path: /, port: http } }
        - name: sidecar
          image: registry.test/shop/sidecar:1
      volumes:
        - { name: cache, emptyDir: {} }
        - { name: settings, configMap: { name: settings } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports:
    - { name: dns, port: 53, protocol: UDP }
    - { name: dns-tcp, port: 53, protocol: TCP }
    - { name: http, port: 80, targetPort: http }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, annotations: { from: chart }, finalizers: [] }
data:
  a: first
  b: second
  text: |
    one
    two
---
apiVersion: v1
kind: Secret
metadata: { name: creds }
stringData: { password: in-string-data }
data: { token: ${encoded("in-data")} }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "0 3 * * *"
  suspend: true
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: job, image: registry.test/shop/web:1, env: [{ name: A, value: a }, { name: B, value: b }] }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 1, selector: { matchLabels: { app: web, tier: front } } }
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ServiceAccount
    metadata: { name: web }
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: of-list }
---
# A name that only RBAC allows, in no namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: "${namespace}:Reader" }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, labels: { team: shop } }
spec:
  parentRefs: [{ name: public }]
  hostnames: [a.example.com, b.example.com]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, annotations: { helm.sh/resource-policy: keep } }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: hooked, annotations: { helm.sh/hook: "post-install,post-upgrade" } }
data: { a: first }
---
apiVersion: v1
kind: Secret
metadata: { name: hooked, annotations: { helm.sh/hook: "post-install,post-upgrade" } }
stringData: { password: in-a-hook }
`;
}

export function encoded(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** The YAML with these lines or parts of them changed, each of which must be there. */
export function changed(yaml: string, ...changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`there is no "${from}"`);
    return text.replace(from, () => to);
  }, yaml);
}

/** Without the documents of these objects. */
export function without(yaml: string, ...names: string[]): string {
  return yaml
    .split("---\n")
    .filter((text) => !names.includes(`${/^kind: (.+)$/m.exec(text)?.[1]}/${/\bname: "?([^\s,}"]+)/.exec(text)?.[1]}`))
    .join("---\n");
}
